"""Vendors' estimates by month: one source, the newest statement, complete or not, never mixed."""

# ruff: noqa: F811 -- a test names the fixture it takes

from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse_fixtures import (  # noqa: F401
    SOURCES,
    built,
    day,
    days,
    estimate,
    figure,
    november,
    published,
    rows,
    store,
    write_snapshot,
)
from warehouse.paths import Store

pytestmark = pytest.mark.usefixtures("november")


def months(
    warehouse: duckdb.DuckDBPyConnection, columns: str = "value", where: str = "true"
) -> list[tuple[Any, ...]]:
    """Columns of monthly, in order of month, country and platform."""
    return warehouse.execute(
        f"select {columns} from monthly where {where} order by month, country, platform"
    ).fetchall()


def test_days_add_up_to_their_month(tmp_path: Path) -> None:
    """Every day of the month in makes a complete month, with where it came from."""
    warehouse = built(tmp_path, *days("2026-02-01", [1] * 28))
    (row,) = rows(warehouse, "select * exclude snapshot_id from monthly")
    assert row == {
        "app_id": "kite", "metric": "revenue", "month": day("2026-02-01"), "platform": "ios",
        "country": "US", "value": Decimal("28.0000"), "unit": "USD", "basis": "gross",
        "kind": "estimate", "scope": None, "grain": "day", "covered_from": day("2026-02-01"),
        "covered_through": day("2026-02-28"), "days_covered": 28, "days_in_month": 28,
        "complete": True, "derived": False, "bound": "exact", "source_id": "vendor",
        "source_producer": "Vendor", "as_of": day("2026-02-28"), "illustrative": False,
    }  # fmt: skip


def test_leap_february_needs_its_29th(tmp_path: Path) -> None:
    """Twenty-eight days of February 2024 are a part month."""
    warehouse = built(
        tmp_path,
        *days("2024-02-01", [1] * 28),
        *days("2024-02-01", [1] * 29, country="JP"),
    )
    assert months(warehouse, "country, days_covered, days_in_month, complete") == [
        ("JP", 29, 29, True),
        ("US", 28, 29, False),
    ]


def test_a_hole_makes_a_part_month(tmp_path: Path) -> None:
    """A day missing in the middle is missing, not zero."""
    thirty = [row for row in days("2026-03-01", [1] * 31) if row["period_start"].day != 10]
    assert months(built(tmp_path, *thirty), "value, days_covered, complete") == [
        (Decimal(30), 30, False)
    ]


def test_a_month_stated_before_its_end_is_a_part_month(tmp_path: Path) -> None:
    """What a vendor says on the 20th covers the month through the 20th."""
    warehouse = built(
        tmp_path, estimate("2026-03", 31, as_of="2026-03-20"), estimate("2026-02", 28)
    )
    assert months(warehouse, "covered_through, days_covered, complete") == [
        (day("2026-02-28"), 28, True),
        (day("2026-03-20"), 20, False),
    ]


def test_a_restated_month_replaces_the_earlier(store: Store) -> None:
    """A restatement replaces the estimate from its day on; it is not added to it."""
    write_snapshot(store, "vendor", observation=[estimate("2026-01", 10, as_of="2026-02-05")])
    write_snapshot(store, "vendor", observation=[estimate("2026-01", 13, as_of="2026-05-05")])
    assert months(published(store), "value, as_of") == [(13, day("2026-05-05"))]
    assert months(published(store, "2026-05-04"), "value, as_of") == [(10, day("2026-02-05"))]
    assert months(published(store, "2026-02-04")) == []


def test_a_restated_day_replaces_that_day_only(store: Store) -> None:
    """Days restated later are taken once each, the others stay."""
    write_snapshot(store, "vendor", observation=days("2026-02-01", [1] * 28))
    write_snapshot(store, "vendor", observation=days("2026-02-27", [5, 7], as_of="2026-03-09"))
    assert months(published(store), "value, days_covered, complete, as_of") == [
        (26 + 12, 28, True, day("2026-03-09"))
    ]
    assert months(published(store, "2026-03-08")) == [(28,)]


def test_a_complete_stated_month_wins_over_its_days(tmp_path: Path) -> None:
    """Days are used until the source states the whole month."""
    warehouse = built(
        tmp_path,
        *days("2026-02-01", [1] * 28),
        estimate("2026-02", 30),
        *days("2026-03-01", [1] * 20),
        estimate("2026-03", 25, as_of="2026-03-22"),
    )
    assert months(warehouse, "value, grain") == [(30, "month"), (20, "day")]


def test_users_of_days_are_not_summed(tmp_path: Path) -> None:
    """Monthly users come stated by month only, and platforms are never added."""
    users = {"metric": "mau", "unit": "users", "basis": "none"}
    warehouse = built(
        tmp_path,
        *days("2026-02-01", [5] * 28, **users),
        estimate("2026-03", 7, **users),
        estimate("2026-03", 8, platform="android", **users),
    )
    assert months(warehouse, "month, platform, value") == [
        (day("2026-03-01"), "android", 8),
        (day("2026-03-01"), "ios", 7),
    ]


def test_platforms_are_added_where_every_one_is_there(tmp_path: Path) -> None:
    """Platform "all" is computed only when all platforms of the series are in for that month."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 1),
        estimate("2026-01", 2, platform="android"),
        estimate("2026-02", 3),
        estimate("2026-01", 9, country="JP"),
    )
    assert months(warehouse, "month, country, platform, value, derived") == [
        (day("2026-01-01"), "JP", "ios", 9, False),
        (day("2026-01-01"), "US", "all", 3, True),
        (day("2026-01-01"), "US", "android", 2, False),
        (day("2026-01-01"), "US", "ios", 1, False),
        (day("2026-02-01"), "US", "ios", 3, False),
    ]


def test_a_stated_total_is_not_added_up_again(tmp_path: Path) -> None:
    """Where the source states "all", nothing is computed; the world is a row, not a sum."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 1),
        estimate("2026-01", 2, platform="android"),
        estimate("2026-01", 4, platform="all"),
        estimate("2026-01", 50, platform="all", country="WW"),
    )
    assert months(warehouse, "country, platform, value, derived") == [
        ("US", "all", 4, False),
        ("US", "android", 2, False),
        ("US", "ios", 1, False),
        ("WW", "all", 50, False),
    ]


def test_platforms_that_reach_differently_far_are_not_added(tmp_path: Path) -> None:
    """A sum of ten days of one and twelve of the other would be neither."""
    warehouse = built(
        tmp_path,
        *days("2026-03-01", [1] * 12),
        *days("2026-03-01", [1] * 10, platform="android"),
    )
    assert months(warehouse, "platform") == [("android",), ("ios",)]


RANKS = [
    {"source_id": "vendor", "metric": "*", "rank": 20},
    {"source_id": "other-vendor", "metric": "*", "rank": 10},
    {"source_id": "vendor", "metric": "downloads", "rank": 1},
]
COUNTED = {"metric": "downloads", "unit": "downloads", "basis": "none"}


def test_the_lowest_rank_is_used_and_never_mixed(tmp_path: Path) -> None:
    """A gap of the preferred source stays a gap; a rank for the metric wins over the default."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 1),
        estimate("2026-02", 2),
        estimate("2026-01", 10, source_id="other-vendor"),
        estimate("2026-01", 3, **COUNTED),
        estimate("2026-01", 30, source_id="other-vendor", **COUNTED),
        source_ranks=RANKS,
    )
    assert months(warehouse, "source_id, month, value", "metric = 'revenue'") == [
        ("other-vendor", day("2026-01-01"), 10)
    ]
    assert months(warehouse, "source_id, value", "metric = 'downloads'") == [("vendor", 3)]


def test_a_lower_rank_takes_over_from_the_day_it_speaks(tmp_path: Path) -> None:
    """Replayed before the preferred source said anything, the other one is used."""
    figures = [
        estimate("2026-01", 1, as_of="2026-02-05"),
        estimate("2026-01", 10, as_of="2026-03-05", source_id="other-vendor"),
    ]
    early = built(tmp_path / "a", *figures, source_ranks=RANKS, as_of="2026-03-01")
    late = built(tmp_path / "b", *figures, source_ranks=RANKS, as_of="2026-03-05")
    assert months(early, "source_id") == [("vendor",)]
    assert months(late, "source_id") == [("other-vendor",)]


def test_a_source_switched_off_counts_for_nothing(tmp_path: Path) -> None:
    """Samples turned off are in raw and in no model."""
    sources = [dict(s, enabled=s["source_id"] != "samples") for s in SOURCES]
    warehouse = built(tmp_path, estimate("2026-01", 1, source_id="samples"), sources=sources)
    assert months(warehouse) == []
    assert warehouse.execute("select count(*) from raw.observation").fetchone() == (1,)


def test_invented_figures_are_marked_all_the_way(tmp_path: Path) -> None:
    """Illustrative goes from the source's configuration into every row."""
    warehouse = built(
        tmp_path, estimate("2026-01", 1, source_id="samples"), estimate("2026-01", 5, **COUNTED)
    )
    assert sorted(months(warehouse, "metric, illustrative")) == [
        ("downloads", False),
        ("revenue", True),
    ]
    assert warehouse.execute(
        "select metric, illustrative from growth order by metric"
    ).fetchall() == [("downloads", False), ("revenue", True)]


def test_bases_stay_apart_and_disclosures_are_no_months(tmp_path: Path) -> None:
    """Gross and net are two series; what a company discloses is none."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 10),
        estimate("2026-01", 7, basis="net_of_store"),
        figure("2026-01", 99, basis="gross", platform="ios", country="US"),
    )
    assert sorted(months(warehouse, "basis, value")) == [("gross", 10), ("net_of_store", 7)]


def test_a_store_report_is_a_series_and_never_mixed_with_estimates(tmp_path: Path) -> None:
    """Of one source the report comes first; a month only the estimate has stays a gap."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 10),
        estimate("2026-02", 11),
        *days("2026-01-01", [3] * 31, kind="reported"),
    )
    assert months(warehouse, "month, value, kind") == [(day("2026-01-01"), 93, "reported")]
    assert rows(warehouse, "select month, kind from growth") == [
        {"month": day("2026-01-01"), "kind": "reported"}
    ]


def test_the_running_month_of_a_store_report_is_compared_like_for_like(tmp_path: Path) -> None:
    """Month to date follows the kind: estimates of the month before are not taken for reports."""
    warehouse = built(
        tmp_path,
        *days("2026-09-01", [9] * 30),
        *days("2026-09-01", [1] * 30, kind="reported"),
        *days("2026-10-01", [2] * 10, kind="reported"),
    )
    assert rows(warehouse, "select value, previous_value from month_to_date") == [
        {"value": 20, "previous_value": 10}
    ]


def test_scopes_of_one_place_are_not_one_series(tmp_path: Path) -> None:
    """Days of two scopes are neither added nor mixed: the one said last is shown."""
    warehouse = built(
        tmp_path,
        *days("2026-02-01", [1] * 14, scope="subscriptions"),
        *days("2026-02-15", [5] * 14, scope="all purchases"),
        estimate("2026-03", 70, scope="all purchases"),
        estimate("2026-03", 20, scope="subscriptions", as_of="2026-03-30"),
    )
    assert months(warehouse, "month, value, days_covered, complete, scope") == [
        (day("2026-02-01"), 70, 14, False, "all purchases"),
        (day("2026-03-01"), 70, 31, True, "all purchases"),
    ]


def test_platforms_of_two_scopes_are_not_added(tmp_path: Path) -> None:
    """Subscriptions on one platform and everything on the other have no sum."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 1, scope="subscriptions"),
        estimate("2026-01", 2, platform="android"),
    )
    assert months(warehouse, "platform, value") == [("android", 2), ("ios", 1)]


def test_averages_and_prices_of_days_are_not_summed(tmp_path: Path) -> None:
    """Money a user and prices come by the month only, on whatever basis."""
    warehouse = built(
        tmp_path,
        *days("2026-02-01", [5] * 28, metric="arpu"),
        *days("2026-02-01", [5] * 28, metric="revenue_per_download"),
        estimate("2026-03", 7, metric="arpu"),
        estimate("2026-03", 8, metric="arpu", platform="android"),
    )
    assert months(warehouse, "month, metric, platform, value") == [
        (day("2026-03-01"), "arpu", "android", 8),
        (day("2026-03-01"), "arpu", "ios", 7),
    ]


def test_a_bound_goes_through_the_month(tmp_path: Path) -> None:
    """One "about" day makes an "about" month, one "at least" day an "at least" month."""
    warehouse = built(
        tmp_path,
        *days("2026-02-01", [1] * 27),
        estimate("2026-02-28", 1, bound="approx"),
        *days("2026-03-01", [1] * 30),
        estimate("2026-03-31", 1, bound="at_least"),
    )
    assert months(warehouse, "bound") == [("approx",), ("at_least",)]
