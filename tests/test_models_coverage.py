"""Coverage: what a tracked dollar is worth in reported ones, by quarter, and how sure."""

from decimal import Decimal
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

import duckdb
import pytest

from app_pages import caveats
from tests.warehouse_fixtures import (
    Row,
    built,
    day,
    days,
    estimate,
    figure,
    november,  # noqa: F401
    rates,
    rows,
)

pytestmark = pytest.mark.usefixtures("november")

TRACKED = {"country": "WW", "platform": "all", "basis": "net_of_store"}


def tracked(quarter: str, value: float, **over: Any) -> list[Row]:
    """The three months of a quarter, each of this value."""
    year, number = int(quarter[:4]), int(quarter[-1])
    months = [f"{year}-{number * 3 - 2 + offset:02}" for offset in range(3)]
    return [estimate(month, value, **{**TRACKED, **over}) for month in months]


def ratios(warehouse: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Quarter and ratio."""
    return warehouse.execute(
        "select quarter_start, basis, coverage from coverage order by all"
    ).fetchall()


def test_a_quarter_is_tracked_over_reported(tmp_path: Path) -> None:
    """Net of store over "more than 1000": at most a fifth; the grossed figure stands apart."""
    warehouse = built(
        tmp_path,
        *tracked("2026-Q1", 70),
        figure("2026-Q1", 1000, bound="at_least", as_of="2026-05-20"),
    )
    assert rows(warehouse, "from coverage") == [
        {
            "app_id": "kite", "source_id": "vendor", "basis": "net_of_store", "unit": "USD",
            "quarter_start": day("2026-01-01"), "quarter_end": day("2026-03-31"),
            "tracked_usd": Decimal("210.00"), "tracked_bound": "exact",
            "tracked_gross_usd": Decimal("300.00"),
            "gross_rule": "net of store / 0.7: a store keeps 30%",
            "reported_usd": Decimal("1000.00"), "reported_bound": "at_least",
            "coverage": 0.21, "coverage_bound": "at_most", "coverage_gross": 0.3,
            "quarter_no": 1, "quarters": 1, "coverage_mean": 0.21, "coverage_sd": None,
            "leave_one_out_error": None, "leave_one_out_mape": None, "drift": 0.0,
            "enough": False, "not_enough_why": "1 quarter: not enough, 4 are needed",
                "not_enough_code": "one_quarter",
            "as_of": day("2026-05-20"), "illustrative": False,
        }
    ]  # fmt: skip


def test_a_quarter_with_a_month_missing_or_in_part_has_no_ratio(tmp_path: Path) -> None:
    """Two months and a part are not a quarter; no ratio is better than a wrong one."""
    part = days("2026-03-01", [1] * 30, **TRACKED)
    warehouse = built(
        tmp_path,
        *tracked("2025-Q4", 10)[:2],
        *tracked("2026-Q1", 31)[:2],
        *part,
        figure("2025-Q4", 100),
        figure("2026-Q1", 100),
    )
    assert ratios(warehouse) == []


def test_bases_are_never_mixed(tmp_path: Path) -> None:
    """Gross and net of store are two ratios of one quarter."""
    warehouse = built(
        tmp_path,
        *tracked("2026-Q1", 7),
        *tracked("2026-Q1", 10, basis="gross"),
        figure("2026-Q1", 100),
    )
    assert ratios(warehouse) == [
        (day("2026-01-01"), "gross", 0.3),
        (day("2026-01-01"), "net_of_store", 0.21),
    ]
    assert warehouse.execute("select distinct coverage_gross from coverage").fetchall() == [(0.3,)]


@pytest.mark.parametrize(
    ("reported", "enough", "why"),
    [
        ([100, 110, 120], False, "3 quarters: not enough, 4 are needed"),
        ([100, 110, 120, 115], True, None),
        ([100, 40, 160, 30], False, "4 quarters, but the mean of the others misses one by "),
    ],
)
def test_mean_spread_errors_and_drift_are_those_of_plain_python(
    reported: list[int], enough: bool, why: str | None, tmp_path: Path
) -> None:
    """Each figure of the series is worked anew here; too few or too unsteady is said in words."""
    quarters = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"][: len(reported)]
    months = [row for quarter in quarters for row in tracked(quarter, 7)]
    warehouse = built(
        tmp_path, *months, *(figure(q, v) for q, v in zip(quarters, reported, strict=True))
    )
    ratio = [21 / value for value in reported]
    others = [fmean(ratio[:i] + ratio[i + 1 :]) for i in range(len(ratio))]
    errors = [one / rest - 1 for one, rest in zip(ratio, others, strict=True)]
    found = rows(warehouse, "from coverage order by quarter_start")
    assert [row["coverage"] for row in found] == pytest.approx(ratio)
    assert [row["leave_one_out_error"] for row in found] == pytest.approx(errors)
    for number, row in enumerate(found, start=1):
        assert (row["quarter_no"], row["quarters"]) == (number, len(ratio))
        assert row["coverage_mean"] == pytest.approx(fmean(ratio))
        assert row["coverage_sd"] == pytest.approx(stdev(ratio))
        assert row["leave_one_out_mape"] == pytest.approx(fmean(abs(error) for error in errors))
        assert row["drift"] == pytest.approx(ratio[-1] / fmean(ratio) - 1)
        assert row["enough"] is enough
        assert (row["not_enough_why"] or "").startswith(why or "")
        assert caveats.not_enough(row) == (row["not_enough_why"] or "")


def test_yuan_are_compared_in_dollars_at_the_quarters_rate(tmp_path: Path) -> None:
    """A report in another currency is turned into dollars first."""
    yuan = [row for month in ("2026-01", "2026-02", "2026-03") for row in rates(month, "CNY", 8)]
    warehouse = built(tmp_path, *tracked("2026-Q1", 10), figure("2026-Q1", 800, unit="CNY"), *yuan)
    assert ratios(warehouse) == [(day("2026-01-01"), "net_of_store", 0.3)]


def test_invented_figures_stay_marked(tmp_path: Path) -> None:
    """A ratio with an invented part is invented."""
    warehouse = built(
        tmp_path, *tracked("2026-Q1", 10, source_id="samples"), figure("2026-Q1", 100)
    )
    assert warehouse.execute("select illustrative from coverage").fetchall() == [(True,)]


def test_what_was_known_then_is_what_a_replay_shows(tmp_path: Path) -> None:
    """Day before a report: the series and reports as worked out now are those a replay sees."""
    warehouse = built(
        tmp_path,
        *tracked("2025-Q3", 10, platform="ios"),
        *tracked("2025-Q3", 5, platform="android"),
        *tracked("2025-Q4", 20, platform="ios"),
        *tracked("2025-Q4", 5, platform="android"),
        estimate("2025-09", 12, **{**TRACKED, "platform": "ios"}, as_of="2026-03-01"),
        estimate("2025-08", 1, **{**TRACKED, "platform": "ios"}, as_of="2026-04-01"),
        *days("2026-01-01", [1] * 31, **{**TRACKED, "platform": "ios"}),
        *days("2026-01-01", [2] * 31, **{**TRACKED, "platform": "android"}),
        figure("2025-Q3", 100, as_of="2025-11-20"),
        figure("2025-Q3", 110, as_of="2026-02-20"),
        figure("2025-Q3", 120, as_of="2026-03-21"),
        figure("2025-Q4", 200, as_of="2026-03-20"),
    )
    of_day = (
        "select * exclude (asked_on, is_now) from {}"
        " where asked_on = date '2026-03-19' order by all"
    )
    for table in ("tracked_then", "quarters_then", "coverage_then"):
        warehouse.execute("set variable as_of = null")
        then = rows(warehouse, of_day.format(table))
        warehouse.execute("set variable as_of = date '2026-03-19'")
        assert then == rows(warehouse, of_day.format(table)) != [], table
    warehouse.execute("set variable as_of = null")
    same = "select app_id, quarter_start, value, unit, value_usd, bound, as_of from"
    assert rows(warehouse, f"{same} quarters order by all") == rows(
        warehouse, f"{same} quarters_then where is_now order by all"
    )
