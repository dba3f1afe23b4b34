"""Restatements and vintages: what changed, from what to what, when, by whom."""

# ruff: noqa: F811 -- a test names the fixture it takes

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse_fixtures import (  # noqa: F401
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

CHANGES = (
    "select metric, period_start, kind, voice, cast(value_before as double) as earlier,"
    " cast(value as double) as later, bound_before, bound, as_of_before, as_of"
    " from restatements order by period_start, as_of"
)


def changes(store: Store, as_of: str | None = None) -> list[tuple[Any, ...]]:
    """What changed, as known on a day."""
    return published(store, as_of).execute(CHANGES).fetchall()


def test_a_restated_month_says_from_what_to_what(store: Store) -> None:
    """Each change is a row with both values, days and files, from the day it was said."""
    first = write_snapshot(
        store, "vendor", name="feb.csv", observation=[estimate("2026-01", 10, as_of="2026-02-05")]
    )
    write_snapshot(
        store, "vendor", name="mar.csv", observation=[estimate("2026-01", 10, as_of="2026-03-05")]
    )
    third = write_snapshot(
        store, "vendor", name="may.csv", observation=[estimate("2026-01", 13, as_of="2026-05-05")]
    )
    (row,) = rows(published(store), "from restatements")
    march = row.pop("snapshot_id_before")
    assert march not in (first, third)
    assert row == {
        "app_id": "kite", "metric": "revenue", "period_start": day("2026-01-01"),
        "period_end": day("2026-01-31"), "grain": "month", "platform": "ios", "country": "US",
        "unit": "USD", "basis": "gross", "kind": "estimate", "voice": "vendor",
        "value_before": 10, "bound_before": "exact", "value": 13, "bound": "exact",
        "difference": 3, "change": pytest.approx(0.3), "as_of": day("2026-05-05"),
        "as_of_before": day("2026-03-05"), "days_after": 94, "source_id": "vendor",
        "snapshot_id": third, "row_no": 2, "name": "may.csv", "row_no_before": 2,
        "name_before": "mar.csv", "address": None, "illustrative": False,
    }  # fmt: skip
    assert changes(store, "2026-05-04") == []


def test_only_the_restated_days_change(store: Store) -> None:
    """Days said once are no restatement, and neither is a part month that reaches further."""
    write_snapshot(store, "vendor", observation=days("2026-02-01", [1] * 28))
    write_snapshot(store, "vendor", observation=days("2026-02-27", [5, 1], as_of="2026-03-09"))
    part = estimate("2026-03", 4, as_of="2026-03-20", period_end=day("2026-03-20"))
    write_snapshot(store, "vendor", observation=[part, estimate("2026-03", 9, as_of="2026-04-02")])
    assert [row[1:2] + row[4:6] for row in changes(store)] == [(day("2026-02-27"), 1, 5)]


def test_a_contradiction_is_no_restatement(store: Store) -> None:
    """Two files of one moment change nothing; what is said after them does."""
    for value, as_of in (
        (7, "2026-02-01"),
        (10, "2026-02-05"),
        (11, "2026-02-05"),
        (8, "2026-03-01"),
    ):
        write_snapshot(store, "vendor", observation=[estimate("2026-01", value, as_of=as_of)])
    assert [row[4:6] for row in changes(store)] == [(7, 8)]


def test_a_company_restates_itself_whoever_relays_it(tmp_path: Path) -> None:
    """The restated figure is reported from its day on; another's number restates nothing."""
    figures = [
        figure("2026-Q1", 340, as_of="2026-05-20", publisher="Wire"),
        figure("2026-Q1", 345, as_of="2026-06-20", publisher="Blog", quality="secondary"),
        figure("2026-Q1", 350, as_of="2026-08-20", bound="approx"),
        figure("2026-Q1", 340, as_of="2026-09-20", publisher="Old news"),
    ]
    now = built(tmp_path / "a", *figures)
    assert [row[3:6] + row[9:] for row in now.execute(CHANGES).fetchall()][:1] == [
        ("company", 340, 350, day("2026-08-20"))
    ]
    reported = "select cast(value as double), bound, as_of, conflicts from reported"
    assert now.execute(reported).fetchall() == [(350, "approx", day("2026-08-20"), 3)]
    before = built(tmp_path / "b", *figures, as_of="2026-08-19")
    assert before.execute(reported).fetchall() == [(340, "exact", day("2026-05-20"), 1)]
    assert before.execute(CHANGES).fetchall() == []


def test_what_has_no_order_restates_nothing(tmp_path: Path) -> None:
    """A figure dated to a month is no change of one said within it, and weak ones never are."""
    warehouse = built(
        tmp_path,
        figure("2026-Q1", 340, as_of="2026-05-20"),
        figure("2026-Q1", 341, as_of="2026-05-31", said_from=day("2026-05-01")),
        figure("2026-Q1", 900, as_of="2026-07-01", quality="weak"),
        figure("2026", 9, kind="forecast", issuer="Bank", as_of="2026-01-02"),
        figure("2026", 8, kind="forecast", issuer="Bank", as_of="2026-02-02"),
    )
    assert rows(warehouse, "from restatements") == []


def test_vintages_are_every_statement_of_a_figure(store: Store) -> None:
    """Said once, again and differently: each in its place, with the one that stands."""
    write_snapshot(store, "vendor", observation=[
        estimate("2026-01", 10, as_of="2026-02-05"), estimate("2026-02", 5, as_of="2026-03-05"),
    ])  # fmt: skip
    write_snapshot(store, "vendor", observation=[estimate("2026-01", 13, as_of="2026-05-05")])
    write_snapshot(store, "filings", observation=[
        figure("2026-Q1", 70, as_of="2026-05-20"),
        figure("2026-Q1", 71, as_of="2026-05-21", quality="secondary", publisher="Wire"),
    ])  # fmt: skip
    assert rows(
        published(store),
        "select period_start, grain, vintage_no, value, value_before, as_of, stands, publisher"
        " from vintages order by grain, period_start, vintage_no",
    ) == [
        {"period_start": day(start), "grain": grain, "vintage_no": number, "value": value,
         "value_before": before, "as_of": day(as_of), "stands": stands, "publisher": publisher}
        for start, grain, number, value, before, as_of, stands, publisher in (
            ("2026-01-01", "month", 1, 10, None, "2026-02-05", False, "Vendor"),
            ("2026-01-01", "month", 2, 13, Decimal(10), "2026-05-05", True, "Vendor"),
            ("2026-02-01", "month", 1, 5, None, "2026-03-05", True, "Vendor"),
            ("2026-01-01", "quarter", 1, 70, None, "2026-05-20", True, "Kite Ltd"),
            ("2026-01-01", "quarter", 2, 71, Decimal(70), "2026-05-21", False, "Wire"),
        )
    ]  # fmt: skip
    assert published(store, "2026-05-04").execute(
        "select value, stands from vintages where grain = 'month' order by period_start"
    ).fetchall() == [(10, True), (5, True)]
