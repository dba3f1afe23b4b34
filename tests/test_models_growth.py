"""Growth: between complete adjacent months only; the running month like for like by days."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse_fixtures import (  # noqa: F401
    Row,
    built,
    day,
    days,
    estimate,
    november,
    rows,
)

pytestmark = pytest.mark.usefixtures("november")

COUNTRIES = "AE AR AT AU BE BG BR CA CH CL CN CO CZ".split()


def growth(warehouse: duckdb.DuckDBPyConnection, columns: str) -> list[tuple[Any, ...]]:
    """Columns of growth by month."""
    return warehouse.execute(f"select {columns} from growth order by month, platform").fetchall()


def series(first: str, values: list[float | None]) -> list[Row]:
    """Months from the first on; None is a month nobody stated."""
    start = day(f"{first}-01")
    months = [start.replace(year=start.year + n // 12, month=n % 12 + 1) for n in range(240)]
    months = months[start.month - 1 :]
    return [
        estimate(f"{month:%Y-%m}", value)
        for month, value in zip(months, values, strict=False)
        if value is not None
    ]


def test_month_over_month_compounds_to_three(tmp_path: Path) -> None:
    """Doubling each month is +100% on the month, +100% compound, and an index of 800."""
    warehouse = built(tmp_path, *series("2026-01", [1, 2, 4, 8]))
    assert growth(warehouse, "mom_change, round(cmgr3, 9), index, caveat") == [
        (None, None, 100, "the month before is missing or not complete"),
        (1, None, 200, None),
        (1, None, 400, None),
        (1, 1, 800, None),
    ]


def test_a_gap_has_no_change(tmp_path: Path) -> None:
    """Across a missing month there is no month over month, and the index goes on."""
    warehouse = built(tmp_path, *series("2026-01", [1, None, 4, 8]))
    assert growth(warehouse, "mom_change, index, caveat") == [
        (None, 100, "the month before is missing or not complete"),
        (None, 400, "the month before is missing or not complete"),
        (1, 800, None),
    ]


def test_a_part_month_is_nothing_to_grow_from(tmp_path: Path) -> None:
    """A complete month after a part month has no change, and the index starts with it."""
    warehouse = built(tmp_path, *days("2026-08-20", [1] * 12), *days("2026-09-01", [1] * 30))
    assert growth(warehouse, "complete, mom_change, index, caveat") == [
        (False, None, None, "part month: 12 of 31 days"),
        (True, None, 100, "the month before is missing or not complete"),
    ]


def test_the_year_ends_between_adjacent_months(tmp_path: Path) -> None:
    """January follows December, and a year before is twelve months before."""
    warehouse = built(tmp_path, *series("2024-12", [10] * 12 + [15, 30]))
    assert growth(warehouse, "month, mom_change, yoy_change")[-2:] == [
        (day("2025-12-01"), 0.5, 0.5),
        (day("2026-01-01"), 1, 2),
    ]


def test_growth_from_nothing_has_no_percentage(tmp_path: Path) -> None:
    """From zero there is no rate; the index starts with the first month above it."""
    warehouse = built(tmp_path, *series("2026-01", [0, 5, 0]))
    assert growth(warehouse, "mom_change, index, caveat") == [
        (None, 0, "the month before is missing or not complete"),
        (None, 100, "no percentage on nothing"),
        (-1, 0, None),
    ]


def test_the_running_month_compares_the_same_days(tmp_path: Path) -> None:
    """Ten days are set against the first ten days of the month before, and marked."""
    warehouse = built(
        tmp_path, *days("2026-09-01", [1] * 10 + [9] * 20), *days("2026-10-01", [2] * 10)
    )
    assert growth(warehouse, "complete, mom_change, mtd_change, mtd_days, index, caveat")[1:] == [
        (False, None, 1, 10, None,
         "part month: first 10 days against the same days of the month before")
    ]  # fmt: skip
    assert rows(warehouse, "select days, value, previous_value, change from month_to_date") == [
        {"days": 10, "value": 20, "previous_value": 10, "change": 1}
    ]


def test_the_running_month_needs_those_days_before(tmp_path: Path) -> None:
    """A day missing in the month before, or a longer month after February, leaves no change."""
    september = [row for row in days("2026-09-01", [1] * 30) if row["period_start"].day != 3]
    missing = built(tmp_path / "a", *september, *days("2026-10-01", [2] * 10))
    assert rows(missing, "select previous_value, change, caveat from month_to_date") == [
        {"previous_value": None, "change": None,
         "caveat": "part month: 10 days; the month before lacks some of them"}
    ]  # fmt: skip
    short = built(tmp_path / "b", *days("2026-02-01", [1] * 28), *days("2026-03-01", [2] * 30))
    assert rows(short, "select previous_value from month_to_date") == [{"previous_value": None}]


def test_a_first_part_month_is_not_compared(tmp_path: Path) -> None:
    """A series that starts in mid-month has no month to date."""
    warehouse = built(tmp_path, *days("2026-10-05", [2] * 10))
    assert rows(warehouse, "from month_to_date") == []
    assert growth(warehouse, "mtd_change, caveat") == [(None, "part month: 10 of 31 days")]


def test_added_platforms_compare_their_days_too(tmp_path: Path) -> None:
    """Platform "all" of a running month is compared as the sum of its platforms."""
    warehouse = built(
        tmp_path,
        *(row for p in ("ios", "android") for row in days("2026-09-01", [1] * 30, platform=p)),
        *(row for p in ("ios", "android") for row in days("2026-10-01", [3] * 10, platform=p)),
    )
    assert rows(
        warehouse, "select platform, previous_value, change from month_to_date order by platform"
    ) == [
        {"platform": "all", "previous_value": 20, "change": 2},
        {"platform": "android", "previous_value": 10, "change": 2},
        {"platform": "ios", "previous_value": 10, "change": 2},
    ]


def test_a_restated_day_before_is_compared_as_restated(tmp_path: Path) -> None:
    """The month before counts as it is known, each day once."""
    warehouse = built(
        tmp_path,
        *days("2026-09-01", [1] * 30),
        estimate("2026-09-02", 6, as_of="2026-10-02"),
        *days("2026-10-01", [2] * 3),
    )
    assert rows(warehouse, "select value, previous_value from month_to_date") == [
        {"value": 6, "previous_value": 8}
    ]


def test_a_change_carries_what_its_bounds_leave(tmp_path: Path) -> None:
    """A floor on an exact figure is a floor, the reverse a ceiling; two floors are neither."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 2),
        estimate("2026-02", 3, bound="at_least"),
        estimate("2026-03", 6),
        estimate("2026-04", 12, bound="at_least"),
        estimate("2026-05", 24, bound="at_least"),
    )
    assert growth(warehouse, "mom_change, mom_change_bound, cmgr3_bound") == [
        (None, None, None),
        (0.5, "at_least", None),
        (1, "at_most", None),
        (1, "at_least", "at_least"),
        (1, "unknown", "unknown"),
    ]


def test_growth_from_below_a_threshold_has_no_percentage(tmp_path: Path) -> None:
    """What is only known to be below a figure divides nothing, and no index starts there."""
    warehouse = built(tmp_path, estimate("2026-01", 5, bound="at_most"), estimate("2026-02", 10))
    assert growth(warehouse, "mom_change, mom_change_bound, index, caveat") == [
        (None, None, 50, "the month before is missing or not complete"),
        (None, None, 100, "the month before is only known to be below its figure"),
    ]


def test_the_days_of_the_weekend_are_counted(tmp_path: Path) -> None:
    """Against the calendar: Saturdays and Sundays among the first days of both months."""
    figures, expected = [], []
    for number in range(2, 13):
        covered = number * 2 + 1
        this, before = date(2025, number, 1), date(2025, number - 1, 1)
        country = {"country": COUNTRIES[number]}
        figures += days(str(before), [1] * 28, **country) + days(
            str(this), [1] * covered, **country
        )
        here, there = (
            sum(first.replace(day=n).weekday() > 4 for n in range(1, covered + 1))
            for first in (this, before)
        )
        caveat = f"{here} days of the weekend against {there} in the month before"
        expected.append((this, covered, here, there, None if here == there else caveat))
    assert (
        built(tmp_path, *figures)
        .execute(
            "select month, days, weekend_days, weekend_days_before, weekday_caveat"
            " from month_to_date where $countries[extract(month from month)] = country"
            " order by month",
            {"countries": COUNTRIES[1:]},
        )
        .fetchall()
        == expected
    )
    assert len({row[2] - row[3] for row in expected}) > 2
