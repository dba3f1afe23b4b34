"""A file withdrawn: none of its rows counts from that day on, and history stays."""

# ruff: noqa: F811 -- a test names the fixture it takes

from typing import Any

import pytest

from tests.warehouse_fixtures import (  # noqa: F401
    day,
    estimate,
    figure,
    november,
    published,
    rates,
    rows,
    store,
    tables,
    write_snapshot,
)
from warehouse.paths import Store
from warehouse.store import newest, publish

pytestmark = pytest.mark.usefixtures("november")

MARCH = {"observation": [estimate("2026-01", 10, as_of="2026-03-01")]}


def months(store: Store, as_of: str | None = None) -> list[tuple[Any, ...]]:
    """Value and file of each month as known on a day."""
    return published(store, as_of).execute("select value from monthly order by month").fetchall()


def test_a_withdrawn_file_counts_until_the_day_before(store: Store) -> None:
    """From its day on the earlier statement stands again; a replay of before still shows it."""
    write_snapshot(store, "vendor", observation=[estimate("2026-01", 7, as_of="2026-02-05")])
    withdrawn = write_snapshot(store, "vendor", **MARCH, withdrawn_on="2026-06-10")
    assert months(store) == [(7,)]
    assert months(store, "2026-06-10") == [(7,)]
    assert months(store, "2026-06-09") == [(10,)]
    assert rows(published(store, "2026-06-10"), "from withdrawn") == [
        {"snapshot_id": withdrawn, "source_id": "vendor", "name": "rows.csv",
         "withdrawn_on": day("2026-06-10")}
    ]  # fmt: skip
    assert rows(published(store, "2026-06-09"), "from withdrawn") == []
    assert rows(published(store), "select said_at, withdrawn_on from loads order by 2") == [
        {"said_at": None, "withdrawn_on": day("2026-06-10")},
        {"said_at": None, "withdrawn_on": None},
    ]


def test_rates_and_events_of_a_withdrawn_file_do_not_count(store: Store) -> None:
    """Every kind of row goes with its file."""
    event = {"event_date": day("2026-01-02"), "app_id": "kite", "event": "Kite 2",
             "kind": "model_release", "address": None, "as_of": day("2026-01-02")}  # fmt: skip
    write_snapshot(store, "news", event=[event], withdrawn_on="2026-06-10")
    write_snapshot(store, "rates", fx_rate=rates("2026-01", "CNY", 7), withdrawn_on="2026-06-10")
    for as_of, events, days in (("2026-06-09", 1, 31), ("2026-06-10", 0, 0)):
        warehouse = published(store, as_of)
        assert warehouse.execute("select count(*) from events").fetchone() == (events,)
        assert warehouse.execute(
            "select count(*) from fx where currency = 'CNY'"
        ).fetchone() == (days,)  # fmt: skip


def test_a_withdrawal_is_news(store: Store) -> None:
    """Withdrawing a file that was loaded makes a new version, equal to one made from nothing."""
    write_snapshot(store, "vendor", **MARCH)
    write_snapshot(store, "filings", observation=[figure("2026-Q1", 5)])
    first = publish(store)
    assert publish(store) is None
    write_snapshot(store, "vendor", **MARCH, withdrawn_on="2026-11-24")
    second = publish(store)
    assert second not in (None, first)
    assert months(store) == []
    publish(store, full=True)
    assert second is not None
    assert tables(second) == tables(newest(store))


def test_a_withdrawal_of_tomorrow_counts_tomorrow(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later day brings what was dated ahead, without a new file."""
    write_snapshot(store, "vendor", **MARCH, withdrawn_on="2026-11-25")
    assert months(store) == [(10,)]
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-25")
    assert months(store) == []
