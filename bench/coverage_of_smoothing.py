"""Whether the ranges of exponential smoothing hold what they claim, on made-up months.

`python -m bench.coverage_of_smoothing` prints the table (some ten minutes).

Four kinds of companies, whose months are no more of the model's making than real ones: `steady`
grows by normal log changes, `noisy` has months that lie off its course, `fading` is a damped trend,
`seasonal` has a season that is never fitted. Held against the sum of the next six months. Beside
it the best fit alone, which is what the library gives by itself, and why it is not used.
"""

from collections.abc import Callable
from datetime import date

import numpy as np
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

from warehouse import ets, smooth

COMPANIES, AHEAD, SEED = 150, 6, 7
COUNTS = (4, 5, 6, 12, 24)
Months = np.ndarray
Ranges = Callable[[Months, int], np.ndarray]


def steady(months: int, chance: np.random.Generator) -> Months:
    """Log changes of one mean and spread."""
    return chance.normal(chance.normal(0.02, 0.03), 0.08, months).cumsum()


def noisy(months: int, chance: np.random.Generator) -> Months:
    """Such changes, and each month off its course by chance."""
    course = chance.normal(chance.normal(0.02, 0.03), 0.05, months).cumsum()
    return course + chance.normal(0, 0.08, months)


def fading(months: int, chance: np.random.Generator) -> Months:
    """A trend that is damped by a tenth a month."""
    level, trend, found = 0.0, chance.normal(0.05, 0.05), []
    for error in chance.normal(0, 0.08, months):
        said = level + 0.9 * trend
        found.append(said + error)
        level, trend = said + 0.5 * error, 0.9 * trend + 0.1 * error
    return np.array(found)


def seasonal(months: int, chance: np.random.Generator) -> Months:
    """Log changes with a season of twelve months on top."""
    season = chance.normal(0, 0.12, 12)
    course = chance.normal(chance.normal(0.02, 0.03), 0.06, months).cumsum()
    return course + season[np.arange(months) % 12]


KINDS = (steady, noisy, fading, seasonal)


def drawn(logs: Months, company: int) -> np.ndarray:
    """The sums by path as the tracker draws them."""
    first = date(2025, 1, 1)
    months = tuple(
        ets.Month(smooth.later(first, n), float(np.exp(log)), "stated")
        for n, log in enumerate(logs)
    )
    return ets.paths(months, (SEED, company))[len(logs) : len(logs) + AHEAD].sum(axis=0)


def best_fit(logs: Months, company: int) -> np.ndarray:
    """The same from the most likely parameters alone, as if they were known."""
    fitted = ETSModel(logs, error="add", trend="add", damped_trend=True).fit(disp=False)
    ahead = fitted.simulate(
        AHEAD, anchor="end", repetitions=ets.PATHS, rng=np.random.default_rng([SEED, company])
    )
    return np.exp(np.asarray(ahead).reshape(AHEAD, -1)).sum(axis=0)


def held(
    kind: Callable[[int, np.random.Generator], Months], count: int, ranges: Ranges, companies: int
) -> tuple[float, float, float]:
    """Share the 50% range held, share the 90% range held, how many times its end is its start."""
    chance = np.random.default_rng(SEED)
    half, most, widths = 0, 0, []
    for company in range(companies):
        logs = kind(count + AHEAD, chance)
        came = np.exp(logs[count:]).sum()
        low90, low50, high50, high90 = np.percentile(ranges(logs[:count], company), (5, 25, 75, 95))
        half += low50 <= came <= high50
        most += low90 <= came <= high90
        widths.append(high90 / low90)
    return half / companies, most / companies, float(np.median(widths))


def main() -> None:
    """Print the table."""
    print(f"{COMPANIES} made-up companies of each kind, seed {SEED}")
    print("| months | kind | 50% held | 90% held | 90% range | best fit alone, 90% held |")
    print("|---|---|---|---|---|---|")
    for count in COUNTS:
        for kind in KINDS:
            half, most, width = held(kind, count, drawn, COMPANIES)
            alone = held(kind, count, best_fit, COMPANIES)[1] if count > 6 else None
            said = "" if alone is None else f"{alone:.1%}"
            line = (
                f"| {count} | {kind.__name__} | {half:.1%} | {most:.1%} | × {width:.1f} | {said} |"
            )
            print(line, flush=True)


if __name__ == "__main__":
    main()
