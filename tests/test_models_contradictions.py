"""Two files that say the same figure: the later said stands, a contradiction is a gap."""

# ruff: noqa: F811 -- a test names the fixture it takes

from decimal import Decimal
from itertools import permutations
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse_fixtures import (  # noqa: F401
    Row,
    day,
    days,
    estimate,
    figure,
    november,
    published,
    rates,
    rows,
    store,
    write_snapshot,
    write_watchlist,
)
from warehouse.paths import Store

pytestmark = pytest.mark.usefixtures("november")


def months(warehouse: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Value, as_of and whether complete of each month."""
    return warehouse.execute(
        "select cast(value as double), as_of, complete from monthly order by month"
    ).fetchall()


def january(value: float, as_of: str = "2026-02-05", **over: Any) -> dict[str, list[Row]]:
    """One month of the vendor."""
    return {"observation": [estimate("2026-01", value, as_of=as_of, **over)]}


@pytest.mark.long
def test_files_in_any_order_make_the_same_month(tmp_path: Path) -> None:
    """Which of three files was fetched last decides nothing."""
    files = [january(10), january(11), january(7, "2026-02-01")]
    found = set()
    for number, order in enumerate(permutations(files)):
        store = Store(tmp_path / str(number))
        write_watchlist(store)
        for hour, file in enumerate(order):
            write_snapshot(store, "vendor", fetched_at=f"2026-03-01T0{hour}:00:00", **file)
        warehouse = published(store)
        found.add(repr((months(warehouse), warehouse.execute(
            "select value, snapshot_id from contradictions order by all").fetchall())))  # fmt: skip
    assert len(found) == 1


def test_contradicting_files_leave_what_was_said_before(store: Store) -> None:
    """Neither of two values of one day counts; the statement before stands, and both are told."""
    write_snapshot(store, "vendor", name="old.csv", **january(7, "2026-02-01"))
    one = write_snapshot(store, "vendor", name="one.csv", **january(10, bound="approx"))
    two = write_snapshot(store, "vendor", name="two.csv", **january(11))
    warehouse = published(store)
    assert months(warehouse) == [(7, day("2026-02-01"), True)]
    shared = {
        "source_id": "vendor", "app_id": "kite", "metric": "revenue",
        "period_start": day("2026-01-01"), "period_end": day("2026-01-31"), "grain": "month",
        "platform": "ios", "country": "US", "unit": "USD", "basis": "gross", "scope": None,
        "said": "one.csv: approx 10.0000; two.csv: exact 11.0000", "value_shown": Decimal(7),
        "shown_as_of": day("2026-02-01"), "as_of": day("2026-02-05"), "said_at": None, "row_no": 2,
        "illustrative": False,
    }  # fmt: skip
    assert rows(warehouse, "from contradictions order by value") == [
        {**shared, "value": 10, "bound": "approx", "snapshot_id": one, "name": "one.csv"},
        {**shared, "value": 11, "bound": "exact", "snapshot_id": two, "name": "two.csv"},
    ]


def test_a_contradiction_with_nothing_before_is_a_gap(store: Store) -> None:
    """A month that two files contradict is missing, and so is a day of a month of days."""
    for value in (10, 11):
        write_snapshot(store, "vendor", **january(value))
    write_snapshot(store, "vendor", observation=days("2026-02-01", [1] * 28))
    write_snapshot(store, "vendor", observation=days("2026-02-03", [5]))
    warehouse = published(store)
    assert months(warehouse) == [(27, day("2026-02-28"), False)]
    assert warehouse.execute(
        "select period_start, cast(value as double), value_shown from contradictions order by all"
    ).fetchall() == [
        (day("2026-01-01"), 10, None),
        (day("2026-01-01"), 11, None),
        (day("2026-02-03"), 1, None),
        (day("2026-02-03"), 5, None),
    ]


def test_the_same_said_twice_is_no_contradiction(store: Store) -> None:
    """Two files that agree are one statement; the month names the same file in any order."""
    names = {write_snapshot(store, "vendor", name=n, **january(10)) for n in ("a.csv", "b.csv")}
    warehouse = published(store)
    assert months(warehouse) == [(10, day("2026-02-05"), True)]
    assert rows(warehouse, "from contradictions") == []
    assert warehouse.execute("select snapshot_id from monthly").fetchone() == (min(names),)


def test_a_bound_contradicts_too(store: Store) -> None:
    """The same number once exact and once "at least" is two things."""
    write_snapshot(store, "vendor", **january(10))
    write_snapshot(store, "vendor", **january(10, bound="at_least"))
    assert months(published(store)) == []


def test_a_withdrawal_settles_it(store: Store) -> None:
    """Once a file is withdrawn the other stands; a replay of before still has the gap."""
    write_snapshot(store, "vendor", **january(10))
    write_snapshot(store, "vendor", **january(11), withdrawn_on="2026-03-01")
    assert months(published(store)) == [(10, day("2026-02-05"), True)]
    assert rows(published(store), "from contradictions") == []
    assert months(published(store, "2026-02-28")) == []


def test_saying_it_again_settles_it(store: Store) -> None:
    """A later statement stands whatever was contradicted before; that is still told."""
    for value, as_of in ((10, "2026-02-05"), (11, "2026-02-05"), (12, "2026-02-06")):
        write_snapshot(store, "vendor", **january(value, as_of))
    warehouse = published(store)
    assert months(warehouse) == [(12, day("2026-02-06"), True)]
    assert warehouse.execute(
        "select cast(value as double), cast(value_shown as double) from contradictions order by 1"
    ).fetchall() == [(10, 12), (11, 12)]


def test_a_dated_fetch_is_later_than_an_undated(store: Store) -> None:
    """With the same as_of, the moment a fetch dates decides; no moment comes first."""
    write_snapshot(store, "vendor", **january(10), said_at="2026-02-05T08:00:00")
    write_snapshot(store, "vendor", **january(11), said_at="2026-02-05T07:00:00")
    write_snapshot(store, "vendor", fetched_at="2026-11-20T00:00:00", **january(12))
    warehouse = published(store)
    assert months(warehouse) == [(10, day("2026-02-05"), True)]
    assert rows(warehouse, "from contradictions") == []
    assert warehouse.execute(
        "select cast(value as double), stands from repeated order by 1"
    ).fetchall() == [(10, True), (11, False), (12, False)]


def test_the_longer_part_of_a_month_stands(store: Store) -> None:
    """Of two statements of one moment the one that reaches further counts."""
    part = january(5, period_end=day("2026-01-20"))
    write_snapshot(store, "vendor", **january(10))
    write_snapshot(store, "vendor", **part)
    assert months(published(store)) == [(10, day("2026-02-05"), True)]


def test_a_month_before_is_compared_without_its_contradicted_day(store: Store) -> None:
    """A contradicted day of the month before leaves no like-for-like change."""
    write_snapshot(store, "vendor", observation=days("2026-09-01", [1] * 30))
    write_snapshot(store, "vendor", observation=days("2026-09-02", [6]))
    write_snapshot(store, "vendor", observation=days("2026-10-01", [2] * 3))
    assert rows(published(store), "select previous_value, change from month_to_date") == [
        {"previous_value": None, "change": None}
    ]


def test_contradicted_rates_do_not_count(store: Store) -> None:
    """A day two files price differently is left out of the average, and both are told."""
    write_snapshot(store, "filings", observation=[figure("2026-01", 700, unit="CNY")])
    write_snapshot(store, "rates", fx_rate=rates("2026-01", "CNY", 7), name="a.zip")
    other = [row for row in rates("2026-01", "CNY", 8) if row["rate_date"] == day("2026-01-05")]
    write_snapshot(store, "rates", fx_rate=other, name="b.zip")
    warehouse = published(store)
    assert rows(warehouse, "select fx_rate, fx_days from reported") == [
        {"fx_rate": 7, "fx_days": 30}
    ]
    assert rows(
        warehouse,
        "select app_id, metric, unit, cast(value as double) as value, said, as_of"
        " from contradictions order by value",
    ) == [
        {"app_id": None, "metric": "exchange_rate", "unit": "CNY", "value": value,
         "said": "a.zip: 7.00000000; b.zip: 8.00000000", "as_of": day("2026-01-05")}
        for value in (7, 8)
    ]  # fmt: skip


def test_rates_come_from_the_lowest_rank_said_last(store: Store) -> None:
    """Rank among sources, then the later moment of one source; fetching decides nothing."""
    write_watchlist(
        store,
        sources=[{"source_id": s, "format": "ecb_rates"} for s in ("bank", "broker")],
        source_ranks=[{"source_id": "broker", "metric": "*", "rank": 1}],
    )
    write_snapshot(store, "bank", fx_rate=rates("2026-01", "CNY", 9))
    write_snapshot(
        store, "broker", fx_rate=rates("2026-01", "CNY", 8), said_at="2026-02-02T00:00:00"
    )
    write_snapshot(
        store, "broker", fx_rate=rates("2026-01", "CNY", 7), said_at="2026-02-01T00:00:00",
        fetched_at="2026-11-20T00:00:00",
    )  # fmt: skip
    assert published(store).execute(
        "select distinct cast(per_usd as double) from fx where currency = 'CNY'"
    ).fetchall() == [(8,)]
