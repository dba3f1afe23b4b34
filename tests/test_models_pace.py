"""Pace against a target: reported, stated run rates, projections by method, growth needed."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse_fixtures import Row, built, day, figure, november, rows  # noqa: F401

pytestmark = pytest.mark.usefixtures("november")


def forecast(value: float, **over: Any) -> Row:
    """A bank's forecast of the full year 2026, said on new year's day."""
    return figure(
        "2026", value, **{"kind": "forecast", "issuer": "Bank", "as_of": "2026-01-01", **over}
    )


def arr(month_end: str, value: float, as_of: str, **over: Any) -> Row:
    """A run rate the company stated for a month."""
    return figure(month_end, value, metric="arr", basis="run_rate", as_of=as_of, **over)


def path(warehouse: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Month, state, low, high and bound of each month of the pace."""
    return warehouse.execute(
        "select strftime(month, '%m'), state, cast(cumulative_usd as double),"
        " cast(cumulative_high_usd as double), cumulative_bound from pace order by month"
    ).fetchall()


def by_method(warehouse: duckdb.DuckDBPyConnection, columns: str) -> dict[str, tuple[Any, ...]]:
    """Columns of scenarios by method."""
    fetched = warehouse.execute(f"select method, {columns} from scenarios").fetchall()
    return {row[0]: row[1:] for row in fetched}


def test_reported_quarters_then_the_last_one_goes_on(tmp_path: Path) -> None:
    """Inside a reported quarter a month has no sum of its own; after it, methods make a range."""
    warehouse = built(
        tmp_path,
        forecast(1200),
        figure("2025-Q4", 150),
        figure("2026-Q1", 300, bound="at_least"),
    )
    assert path(warehouse) == [
        ("01", "reported", None, None, None),
        ("02", "reported", None, None, None),
        ("03", "reported", 300, None, "at_least"),
        ("04", "projected", 400, 500, None),
        ("05", "projected", 500, 700, None),
        ("06", "projected", 600, 900, None),
        ("07", "projected", 700, 1300, None),
        ("08", "projected", 800, 1700, None),
        ("09", "projected", 900, 2100, None),
        ("10", "projected", 1000, 2900, None),
        ("11", "projected", 1100, 3700, None),
        ("12", "projected", 1200, 4500, None),
    ]
    assert rows(
        warehouse,
        "select month, share_of_target, round(share_of_period, 6) as gone, even_path_usd"
        " from pace where is_latest_reported",
    ) == [
        {"month": day("2026-03-01"), "share_of_target": 0.25, "gone": round(90 / 365, 6),
         "even_path_usd": Decimal("295.89")}
    ]  # fmt: skip


def test_an_exact_report_has_a_top(tmp_path: Path) -> None:
    """Low and high are the same where the company stated the figure, not "at least"."""
    warehouse = built(tmp_path, forecast(1200), figure("2026-Q1", 300))
    assert path(warehouse)[2] == ("03", "reported", 300, 300, "exact")


def test_each_method_says_what_it_implies(tmp_path: Path) -> None:
    """The floor, the last quarter, the run rate and repeated growth each have their year."""
    warehouse = built(
        tmp_path,
        forecast(1200),
        figure("2025-Q4", 150, as_of="2026-02-20"),
        figure("2026-Q1", 300, as_of="2026-05-20"),
        arr("2026-03-31", 1320, "2026-05-20"),
    )
    assert by_method(
        warehouse,
        "cast(monthly_rate_usd as double), cast(implied_full_year_usd as double), passed_month,"
        " passes, cast(remaining_usd as double), months_left, reported_bound, reported_through",
    ) == {
        "reported_only": (None, 300, None, False, 900, 9, "exact", day("2026-03-31")),
        "last_quarter": (100, 1200, day("2026-12-01"), True, 900, 9, "exact", day("2026-03-31")),
        "run_rate": (110, 1290, day("2026-12-01"), True, 900, 9, "exact", day("2026-03-31")),
        "growth": (100, 4500, day("2026-07-01"), True, 900, 9, "exact", day("2026-03-31")),
    }
    assert by_method(warehouse, "method_text") == {
        "reported_only": ("Nothing more comes after 2026-03-31.",),
        "last_quarter": (
            "The average month of the quarter from 2026-01-01 (US$0.00M, known since 2026-05-20)"
            " stays.",
        ),
        "run_rate": (
            "The run rate the company stated for 2026-03 (US$0.00M a month, known since 2026-05-20)"
            " stays.",
        ),
        "growth": (
            "The change of the quarter from 2026-01-01 on the one before (100.0%, known since"
            " 2026-05-20) repeats each quarter.",
        ),
    }


@pytest.mark.parametrize("growth", [0.0, 0.1, -0.2, 0.35])
def test_the_needed_growth_reaches_the_target(tmp_path: Path, growth: float) -> None:
    """Compounding the needed growth from the last monthly rate gives exactly what is missing."""
    needed = sum(100 * (1 + growth) ** month for month in range(1, 10))
    warehouse = built(tmp_path, forecast(round(300 + needed, 4)), figure("2026-Q1", 300))
    found = by_method(warehouse, "needed_monthly_change")
    assert found["last_quarter"][0] == pytest.approx(growth, abs=2e-4)
    assert found["reported_only"] == (None,)


def test_nothing_is_needed_once_it_is_passed(tmp_path: Path) -> None:
    """A target the reports have passed is passed at the quarter's end and needs nothing."""
    warehouse = built(tmp_path, forecast(250), figure("2026-Q1", 300))
    assert by_method(
        warehouse, "passed_month, cast(remaining_usd as double), needed_monthly_change"
    ) == {
        "reported_only": (day("2026-03-01"), 0, None),
        "last_quarter": (day("2026-03-01"), 0, None),
    }


def test_a_finished_year_has_nothing_left(tmp_path: Path) -> None:
    """With all four quarters reported every method gives the reported year."""
    target = figure("2025", 500, kind="forecast", issuer="Bank", as_of="2025-01-01")
    warehouse = built(tmp_path, target, *(figure(f"2025-Q{n}", 100) for n in (1, 2, 3, 4)))
    found = by_method(warehouse, "months_left, cast(implied_full_year_usd as double), passes")
    assert set(found.values()) == {(0, 400.0, False)}
    assert path(warehouse)[-1] == ("12", "reported", 400, 400, "exact")


def test_a_stated_run_rate_fills_months_not_yet_reported(tmp_path: Path) -> None:
    """A month the company stated a run rate for takes a twelfth of it in every method but one."""
    warehouse = built(
        tmp_path,
        forecast(1200),
        figure("2025-Q4", 150, as_of="2026-03-20"),
        arr("2026-01-31", 1200, "2026-03-25", bound="at_least"),
        as_of="2026-04-10",
    )
    assert path(warehouse)[:3] == [
        ("01", "run_rate", 100, 100, None),
        ("02", "projected", 150, 200, None),
        ("03", "projected", 200, 300, None),
    ]
    assert by_method(warehouse, "cast(implied_full_year_usd as double), reported_through") == {
        "reported_only": (0, day("2025-12-31")),
        "last_quarter": (650, day("2025-12-31")),
        "run_rate": (1200, day("2025-12-31")),
    }


def test_a_missing_quarter_stops_what_counts_as_reported(tmp_path: Path) -> None:
    """A quarter after a gap is not added: the sum would leave the gap out."""
    warehouse = built(tmp_path, forecast(1200), figure("2026-Q1", 300), figure("2026-Q3", 600))
    assert by_method(warehouse, "cast(reported_usd as double), reported_through")[
        "last_quarter"
    ] == (300, day("2026-03-31"))


def test_thirds_of_a_quarter_lose_no_cent(tmp_path: Path) -> None:
    """A quarter that does not divide by three still adds up to four of itself."""
    warehouse = built(tmp_path, forecast(500), figure("2026-Q1", 100))
    assert by_method(warehouse, "cast(implied_full_year_usd as double)")["last_quarter"] == (400,)


def test_leap_february_counts_its_days(tmp_path: Path) -> None:
    """By the end of February 2028, 60 of 366 days are gone."""
    target = figure("2028", 366, kind="forecast", issuer="Bank", as_of="2026-01-01")
    warehouse = built(tmp_path, target, figure("2026-Q1", 3))
    assert rows(
        warehouse, "select month_end, even_path_usd from pace where month = date '2028-02-01'"
    ) == [{"month_end": day("2028-02-29"), "even_path_usd": Decimal("60.00")}]


def test_the_rest_may_go_as_the_year_before(tmp_path: Path) -> None:
    """Each month left is what it brought a year before, times this year's quarters over those."""
    before = [figure(f"2025-Q{n}", value) for n, value in ((1, 60), (2, 90), (3, 150), (4, 300))]
    warehouse = built(
        tmp_path, forecast(1200), *before, figure("2026-Q1", 180), figure("2026-Q2", 120)
    )
    assert by_method(
        warehouse,
        "cast(implied_full_year_usd as double), passed_month, monthly_rate, rate_bound,"
        " needed_monthly_change, is_newest_rate",
    )["last_year"] == (300 + 300 + 600, day("2026-12-01"), None, None, None, False)
    assert by_method(warehouse, "method_text")["last_year"] == (
        "Each month left brings what it brought a year before, times 2.00 as the quarters reported"
        " are of the same a year before (known since 2026-06-30).",
    )
    assert rows(
        warehouse,
        "select month, amount, cumulative, times_year_before from paths"
        " where method = 'last_year' and month >= date '2026-09-01' order by month limit 2",
    ) == [
        {"month": day("2026-09-01"), "amount": 100, "cumulative": 600, "times_year_before": 2},
        {"month": day("2026-10-01"), "amount": 200, "cumulative": 800, "times_year_before": 2},
    ]
    assert rows(
        warehouse,
        "select month, share_of_year_before as share from pace"
        " where share_of_year_before is not null order by month",
    ) == [
        {"month": day("2026-03-01"), "share": 0.1},
        {"month": day("2026-06-01"), "share": 0.25},
        {"month": day("2026-09-01"), "share": 0.5},
        {"month": day("2026-12-01"), "share": 1},
    ]


def test_the_shape_of_a_year_needs_all_of_it_and_a_report(tmp_path: Path) -> None:
    """A quarter missing from the year before, or none reported yet, leaves no such way on."""
    before = [figure(f"2025-Q{n}", 100) for n in (1, 2, 3, 4)]
    gap = built(tmp_path / "gap", forecast(1200), *before[:2], before[3], figure("2026-Q1", 180))
    assert "last_year" not in by_method(gap, "1")
    assert rows(gap, "select count(share_of_year_before) as known from pace") == [{"known": 0}]
    unconverted = figure("2025-Q3", 100, unit="CNY")
    no_rate = built(
        tmp_path / "no_rate", forecast(1200), *before[:2], unconverted, before[3],
        figure("2026-Q1", 180),
    )  # fmt: skip
    assert "last_year" not in by_method(no_rate, "1")
    assert rows(no_rate, "select count(share_of_year_before) as known from pace") == [{"known": 0}]
    unreported = built(tmp_path / "unreported", forecast(1200), *before)
    assert "last_year" not in by_method(unreported, "1")


def test_growth_is_not_repeated_for_ever(tmp_path: Path) -> None:
    """A period that begins more than a year after the last report gets no growth method."""
    target = figure("2028", 366, kind="forecast", issuer="Bank", as_of="2026-01-01")
    warehouse = built(tmp_path, target, figure("2025-Q4", 2), figure("2026-Q1", 3))
    assert set(by_method(warehouse, "1")) == {"reported_only", "last_quarter"}


def test_a_target_without_any_report_still_has_its_path(tmp_path: Path) -> None:
    """With nothing reported or stated the path is empty, not zero."""
    warehouse = built(tmp_path, forecast(1200))
    assert {row[1:] for row in path(warehouse)} == {("projected", None, None, None)}
    assert by_method(warehouse, "cast(reported_usd as double), passes") == {
        "reported_only": (0, False)
    }


def test_an_invented_part_marks_the_whole(tmp_path: Path) -> None:
    """Illustrative figures mark every row of pace and scenarios that uses them."""
    invented = [{"source_id": "filings", "format": "disclosures", "illustrative": True}]
    warehouse = built(tmp_path, forecast(1200), figure("2026-Q1", 300), sources=invented)
    for model in ("pace", "scenarios", "targets", "reported", "reported_to_date"):
        assert warehouse.execute(f"select distinct illustrative from {model}").fetchall() == [
            (True,)
        ]


def test_only_a_standing_revenue_target_has_a_pace(tmp_path: Path) -> None:
    """Superseded values, percentages and prices have no path."""
    warehouse = built(
        tmp_path,
        forecast(1000),
        forecast(1200, as_of="2026-02-01"),
        forecast(90, metric="revenue_growth_yoy_pct", unit="percent", basis="none"),
        figure("2026-Q1", 300),
    )
    assert rows(warehouse, "select distinct target_usd from pace") == [{"target_usd": 1200}]
