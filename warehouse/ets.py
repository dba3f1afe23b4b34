"""Exponential smoothing of months with a damped trend, and the paths on which they may go on.

Statsmodels smooths and simulates, in logarithms. Its best fit alone would be far too sure: on
made-up companies its 90% ranges held one time in four. So each set of parameters is drawn as the
months leave it open: candidates of level, trend and damping by their likelihood; where it begins,
and the spread of its errors, by the regression that the beginning is.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PATHS = 5_000
SETS = 100
FARTHEST_MONTH = 24
LARGEST_FACTOR = 10_000.0
LEVELS = (0.02, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.98)
TREND_OF_LEVEL = (0.02, 0.1, 0.25, 0.5, 0.9)
DAMPINGS = (0.8, 0.86, 0.92, 0.98)


@dataclass(frozen=True)
class Month:
    """One month's figure; of a nowcast the spread of its log error, and how many that is from."""

    month: date
    amount: float
    origin: str
    spread: float = 0.0
    errors: int = 0
    ahead: int = 0


@dataclass(frozen=True)
class Parameters:
    """One way of smoothing: three weights, where it begins, and the spread of its errors."""

    level: float
    trend: float
    damping: float
    first_level: float
    first_trend: float
    sd: float


@dataclass(frozen=True)
class Candidates:
    """What some months say of each candidate: its weight, its best beginning, what that misses."""

    weights: "NDArray[np.float64]"
    beginnings: "NDArray[np.float64]"
    roots: "NDArray[np.float64]"
    missed: "NDArray[np.float64]"
    left: int


@lru_cache(maxsize=32)
def paths(months: tuple[Month, ...], seed: tuple[int, ...]) -> "NDArray[np.float64]":
    """Amounts by month and path: the given months as drawn, then FARTHEST_MONTH months on.

    The same months and seed give the same paths, so that they are not drawn twice.
    """
    import numpy as np

    chance = np.random.default_rng(seed)
    seen = _seen(months, chance)
    known = None
    parts = []
    for logs in seen:
        if known is None or any(month.spread for month in months):
            known = candidates(logs)
        drawn = draw(known, chance)
        ahead = simulated(logs, drawn, PATHS // SETS, chance)
        limit = np.log(LARGEST_FACTOR)
        kept = np.repeat(logs[:, None], PATHS // SETS, axis=1)
        parts.append(np.concatenate([kept, np.clip(ahead, logs[-1] - limit, logs[-1] + limit)]))
    amounts: NDArray[np.float64] = np.exp(np.concatenate(parts, axis=1))
    return amounts


def simulated(
    logs: "NDArray[np.float64]", by: Parameters, repetitions: int, chance: "np.random.Generator"
) -> "NDArray[np.float64]":
    """FARTHEST_MONTH months on by one set of parameters: months by repetitions, as logarithms."""
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel

    model = ETSModel(logs, error="add", trend="add", damped_trend=True)
    smoothed = model.smooth([by.level, by.trend, by.damping, by.first_level, by.first_trend])
    errors = by.sd * chance.standard_normal((FARTHEST_MONTH, repetitions))
    ahead: NDArray[np.float64] = smoothed.simulate(
        FARTHEST_MONTH, anchor="end", repetitions=repetitions, random_errors=errors
    ).reshape(FARTHEST_MONTH, repetitions)
    return ahead


def candidates(logs: "NDArray[np.float64]") -> Candidates:
    """How well each candidate says each month from those before it.

    What it misses is linear in the first level and trend, so these are a regression of it.
    """
    import numpy as np

    level, trend, damping = (column[:, None] for column in _grid().T)
    levels = np.tile([0.0, 1.0, 0.0], (len(level), 1))  # of what is seen, first level, first trend
    trends = np.tile([0.0, 0.0, 1.0], (len(level), 1))
    misses = []
    for value in logs:
        said = levels + damping * trends
        miss = np.array([value, 0.0, 0.0]) - said
        levels, trends = said + level * miss, damping * trends + trend * miss
        misses.append(miss)
    missed, begun = np.stack(misses, axis=1)[:, :, 0], -np.stack(misses, axis=1)[:, :, 1:]
    square = np.einsum("cmi,cmj->cij", begun, begun)
    inverse = np.linalg.inv(square)
    beginnings = np.einsum("cij,cmj,cm->ci", inverse, begun, missed)
    rest = ((missed - np.einsum("cmi,ci->cm", begun, beginnings)) ** 2).sum(axis=1) + 1e-12
    left = len(logs) - 2
    weights = -np.log(np.linalg.det(square)) / 2 - np.log(rest) * left / 2
    weights = np.exp(weights - weights.max())
    return Candidates(weights / weights.sum(), beginnings, np.linalg.cholesky(inverse), rest, left)


def draw(known: Candidates, chance: "np.random.Generator") -> Parameters:
    """One set of parameters, as what is known leaves it open."""
    import numpy as np

    chosen = chance.choice(len(known.weights), p=known.weights)
    sd = float(np.sqrt(known.missed[chosen] / chance.chisquare(known.left)))
    begun = known.beginnings[chosen] + sd * known.roots[chosen] @ chance.standard_normal(2)
    level, trend, damping = _grid()[chosen]
    return Parameters(
        float(level), float(trend), float(damping), float(begun[0]), float(begun[1]), sd
    )


@lru_cache(maxsize=1)
def _grid() -> "NDArray[np.float64]":
    import numpy as np

    return np.array(
        [(a, a * part, damping) for a in LEVELS for part in TREND_OF_LEVEL for damping in DAMPINGS]
    )


def _seen(months: tuple[Month, ...], chance: "np.random.Generator") -> "NDArray[np.float64]":
    """The months as they may have been, SETS times: stated ones as stated, nowcasts with an error.

    A nowcast's errors are those of whole quarters: the months of one share it, and it adds up from
    quarter to quarter. Its spread is worked out from few errors, so it is drawn as well.
    """
    import numpy as np

    seen = np.tile(np.log([month.amount for month in months]), (SETS, 1))
    quarters = chance.standard_normal((SETS, max(month.ahead for month in months) + 1))
    quarters = quarters.cumsum(axis=1) - quarters[:, :1]
    errors = max((month.errors for month in months), default=0)
    wider = np.sqrt(errors / chance.chisquare(errors, SETS)) if errors else np.ones(SETS)
    for column, month in enumerate(months):
        seen[:, column] += month.spread * wider * quarters[:, month.ahead]
    return seen
