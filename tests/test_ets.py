"""Exponential smoothing: the library's paths against a recursion by hand, and how sure they are."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from bench import coverage_of_smoothing as coverage
from warehouse import ets
from warehouse.smooth import FEWEST_MONTHS, later

BY = ets.Parameters(0.5, 0.2, 0.9, 1.0, 0.1, 0.0)
LOGS = [1.0, 1.3, 1.1, 1.6, 1.5, 1.9, 2.0]


def months(*amounts: float) -> tuple[ets.Month, ...]:
    """Stated months from January 2025 on."""
    return tuple(
        ets.Month(later(date(2025, 1, 1), n), amount, "stated") for n, amount in enumerate(amounts)
    )


SEEN = months(*np.exp(LOGS))


def by_hand(by: ets.Parameters, logs: list[float], ahead: int) -> tuple[list[float], list[float]]:
    """What each month missed what was said for it, and what is said for the months after."""
    level, trend, missed, said = by.first_level, by.first_trend, [], []
    for log in logs:
        expected = level + by.damping * trend
        miss = log - expected
        level = expected + by.level * miss
        trend = by.damping * trend + by.trend * miss
        missed.append(miss)
    for _ in range(ahead):
        trend *= by.damping
        level += trend
        said.append(level)
    return missed, said


def test_without_errors_a_path_is_the_smoothing_by_hand() -> None:
    """The library goes on as a plain recursion does, month by month."""
    ahead = ets.simulated(np.array(LOGS), BY, 2, np.random.default_rng(1))
    _, said = by_hand(BY, LOGS, ets.FARTHEST_MONTH)
    assert ahead[:, 0] == pytest.approx(said, abs=1e-12)
    assert ahead[:, 1] == pytest.approx(said, abs=1e-12)


def test_errors_spread_as_the_weights_let_them_add_up() -> None:
    """Each error moves the level by one weight and the trend by the other: variances by hand."""
    by = replace(BY, sd=0.1)
    ahead = ets.simulated(np.array(LOGS), by, 40_000, np.random.default_rng(1))
    _, said = by_hand(BY, LOGS, 6)
    variance, trend = 1.0, 0.0
    for month in range(6):
        assert ahead[month].mean() == pytest.approx(said[month], abs=0.004)
        assert ahead[month].std() == pytest.approx(0.1 * variance**0.5, rel=0.02)
        trend += by.trend * by.damping ** (month + 1)
        variance += (by.level + trend) ** 2


def test_a_candidate_misses_what_the_best_beginning_leaves() -> None:
    """Its sum of squares is that of the recursion by hand, and another beginning leaves more."""
    known = ets.candidates(np.array(LOGS))
    assert known.weights.sum() == pytest.approx(1)
    grid = [
        (level, level * part, damping)
        for level in ets.LEVELS for part in ets.TREND_OF_LEVEL for damping in ets.DAMPINGS
    ]  # fmt: skip
    assert len(grid) == len(known.weights)
    for chosen in (0, 57, 101, 159):
        begun = known.beginnings[chosen]
        by = ets.Parameters(*grid[chosen], float(begun[0]), float(begun[1]), 0.0)
        least = sum(miss**2 for miss in by_hand(by, LOGS, 0)[0])
        assert known.missed[chosen] == pytest.approx(least)
        for aside in (replace(by, first_level=begun[0] + 0.01),
                      replace(by, first_trend=begun[1] + 0.01)):  # fmt: skip
            assert sum(miss**2 for miss in by_hand(aside, LOGS, 0)[0]) > least


def test_the_same_seed_and_months_give_the_same_paths() -> None:
    """Twice is once, without what was kept; another seed draws other paths."""
    once, again = (ets.paths.__wrapped__(SEEN, (1, 2)) for _ in range(2))
    assert (once == again).all()
    assert (ets.paths.__wrapped__(SEEN, (1, 3)) != once)[len(SEEN) :].all()
    assert once.shape == (len(SEEN) + ets.FARTHEST_MONTH, ets.PATHS)


def test_stated_months_are_as_stated_and_nowcasts_as_sure_as_they_are() -> None:
    """Two months of one quarter share their error, which is Student's t of the past errors."""
    doubted = [replace(m, origin="nowcast", spread=0.1, errors=5, ahead=1) for m in SEEN[-2:]]
    drawn = np.log(ets.paths((*SEEN[:-2], *doubted), (1, 2)))[: len(SEEN)]
    assert drawn[:-2] == pytest.approx(np.tile(LOGS[:-2], (ets.PATHS, 1)).T)
    errors = drawn[-2:] - np.array(LOGS[-2:])[:, None]
    assert errors[0] == pytest.approx(errors[1])
    assert len(set(np.round(errors[0], 9))) == ets.SETS
    assert np.percentile(errors[0], 75) == pytest.approx(0.07267, rel=0.35)
    assert np.percentile(errors[0], 95) == pytest.approx(0.2015, rel=0.35)


def test_constant_months_go_on_as_they_are() -> None:
    """Where nothing was ever missed there is nothing to doubt."""
    ahead = ets.paths(months(*[100.0] * 8), (1, 2))[8:]
    assert ahead == pytest.approx(np.full(ahead.shape, 100.0), rel=1e-4)


def test_a_slip_of_units_does_not_run_away() -> None:
    """However wild the months, no path leaves ten thousand times the newest one."""
    ahead = ets.paths(months(1, 1e9, 1, 1e9, 1, 1e9), (1, 2))[6:]
    assert np.isfinite(ahead).all()
    assert (ahead.max() <= 1.001e13, ahead.min() >= 0.999e5) == (True, True)


@pytest.mark.long
@pytest.mark.parametrize("kind", coverage.KINDS)
def test_ranges_hold_about_what_they_claim_from_the_fewest_months_on(
    kind: "coverage.Callable[[int, np.random.Generator], np.ndarray]",
) -> None:
    """Of sixty made-up companies, whatever their kind; the best fit alone is far too sure."""
    half, most, width = coverage.held(kind, FEWEST_MONTHS, coverage.drawn, 60)
    assert 0.3 < half < 0.75
    assert most >= 0.8
    assert width < 5
    assert coverage.held(kind, 12, coverage.best_fit, 60)[1] < 0.8
