"""Simulation of a target: seeded, worked from few changes, plain about what it cannot do."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pytest

from tests.warehouse_fixtures import (
    Row,
    built,
    day,
    figure,
    november,  # noqa: F401
    rows,
)
from warehouse import simulate
from warehouse.as_known import AsKnown

pytestmark = pytest.mark.usefixtures("november")


def forecast(value: float, **over: Any) -> Row:
    """A bank's forecast of 2026."""
    more = {"kind": "forecast", "issuer": "Bank", "as_of": "2026-01-01", **over}
    return figure("2026", value, **more)


def quarters(*values: float, **over: Any) -> list[Row]:
    """Reported quarters up to the second of 2026."""
    names = ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2")
    return [figure(n, v, **over) for n, v in zip(names[-len(values) :], values, strict=True)]


def simulated(warehouse: duckdb.DuckDBPyConnection) -> Row:
    """The one row."""
    [row] = rows(warehouse, "from simulation")
    return row


def test_an_open_year_has_a_probability_and_ranges(tmp_path: Path) -> None:
    """From four past changes: a share of the paths, percentiles in order, when, and how to miss."""
    row = simulated(built(tmp_path, forecast(900), *quarters(100, 120, 110, 150, 180)))
    shown = {k: row[k] for k in ("app_id", "seed", "paths", "changes", "unit", "months_left")}
    assert shown == {
        "app_id": "kite", "seed": simulate.SEED, "paths": simulate.PATHS, "changes": 4,
        "unit": "USD", "months_left": 6,
    }  # fmt: skip
    assert row["knowledge_date"] == day("2026-11-24")
    assert 0.05 < row["probability_met"] < 0.5
    assert 330 < row["p5"] < row["p25"] < row["p50"] < row["p75"] < row["p95"]
    assert (row["passed_month"], row["outcome"]) == (None, "open")
    assert row["to_miss"] == (
        "The 6 months left would have to bring less than USD 0.00M, 0.00M a month on average:"
        " 58.3% above the rate of 2026-04."
    )


def test_without_spread_every_path_is_the_growth_repeated(tmp_path: Path) -> None:
    """Doubling every quarter leaves one path, and it is that of `scenarios`."""
    warehouse = built(tmp_path, forecast(2.9e9), *quarters(25e6, 50e6, 1e8, 2e8, 4e8))
    row = simulated(warehouse)
    [(year, month)] = warehouse.execute(
        "select implied_full_year, passed_month from scenarios where method = 'growth'"
    ).fetchall()
    assert row["p5"] == row["p50"] == row["p95"]
    assert float(row["p50"]) == pytest.approx(float(year)) == pytest.approx(3e9)
    assert (row["probability_met"], row["passed_month"]) == (1.0, month)
    assert row["why"].endswith("All of them went up, so the chance of a fall is a guess.")


@pytest.mark.parametrize(
    ("target", "bound", "outcome"),
    [(500, "exact", "met"), (700, "exact", "missed"), (700, "at_least", "unknown")],
)
def test_a_period_that_is_over_has_its_outcome(
    target: float, bound: str, outcome: str, tmp_path: Path
) -> None:
    """Nothing is drawn; a floor below the target leaves the outcome unknown."""
    year = [figure(f"2025-Q{n}", 150, bound=bound) for n in (1, 2, 3, 4)]
    aim = figure("2025", target, kind="forecast", issuer="Bank", as_of="2025-01-01")
    row = simulated(built(tmp_path, aim, *year))
    assert (row["outcome"], row["paths"], row["probability_met"]) == (outcome, 0, None)
    assert row["why"] == "The period is over: what was reported is the outcome."


def test_two_changes_are_too_few(tmp_path: Path) -> None:
    """No probability is better than one from two changes."""
    row = simulated(built(tmp_path, forecast(900), *quarters(100, 120, 110)))
    assert (row["probability_met"], row["p50"]) == (None, None)
    assert row["why"] == "2 past quarterly changes: 3 are needed."


AIM = simulate.Target(
    "aim", "kite", "USD", 900, 330.0, "exact", 60.0, date(2026, 4, 1), 2, False,
    [0.1, -0.1, 0.3, 0.2], ((date(2026, 7, 1), None, 1), (date(2026, 8, 1), None, 1)),
)  # fmt: skip


def test_the_same_seed_and_figures_give_the_same_row() -> None:
    """Twice is once; another target draws its own paths."""
    assert simulate.simulated(AIM) == simulate.simulated(AIM)
    other = simulate.simulated(replace(AIM, target_id="other"))
    assert other["p5"] != simulate.simulated(AIM)["p5"]


def test_a_month_the_company_stated_is_not_drawn() -> None:
    """The stated month is the same in every path; only the other one spreads."""
    months = ((date(2026, 7, 1), 70.0, 1), (date(2026, 8, 1), 80.0, 1))
    row = simulate.simulated(replace(AIM, months=months))
    assert (row["p5"], row["p95"]) == (480.0, 480.0)


def test_the_draws_are_students_t_of_the_past_changes() -> None:
    """One quarter ahead the percentiles are those of t with n - 1 degrees, worked by hand."""
    past = [0.1, -0.1, 0.3, 0.2]
    drawn = simulate.changes_drawn(past, 1, 200_000, [1])[:, 0]
    mean, sd = float(np.mean(past)), float(np.std(past, ddof=1))
    for share, quantile in ((5, -2.3534), (25, -0.7649), (75, 0.7649), (95, 2.3534)):
        worked = mean + quantile * sd * (1 + 1 / 4) ** 0.5
        assert np.percentile(drawn, share) == pytest.approx(worked, abs=0.01)


def test_a_replay_of_another_day_has_no_row(tmp_path: Path) -> None:
    """What was drawn from later figures is not shown; it is worked out for the day on its own."""
    warehouse = built(tmp_path, forecast(900), *quarters(100, 120, 110, 150, 180))
    before, drawn = day("2026-02-14"), simulated(warehouse)
    warehouse.execute(f"set variable as_of = date '{before}'")
    assert rows(warehouse, "from simulation") == []
    [then] = simulate.rows(AsKnown(warehouse, before), before)
    assert then["knowledge_date"] == before
    assert then["changes"] < drawn["changes"]
