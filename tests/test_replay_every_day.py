"""Every day of two years replayed: no row of any model uses what was said later."""

from collections.abc import Iterator
from datetime import date, timedelta

import duckdb
import pytest

from tests.warehouse_fixtures import (
    Row,
    Store,
    days,
    estimate,
    real_events,
    real_figures,
    real_rates,
    write_snapshot,
    write_watchlist,
)
from warehouse import build, load
from warehouse.ledger import Ledger
from warehouse.store import as_known_on, scratch

FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)
#: Columns that say when something was said; a figure's own period is none of them.
DATED = (
    *("as_of", "as_of_before", "first_said", "last_said", "said_from", "stands_by", "set_by"),
    *("rate_date", "event_date", "newest_as_of", "oldest_as_of", "rate_as_of", "shown_as_of"),
    *("withdrawn_on", "said_at", "asked_on", "fact_date", "release_date", "end_date"),
)
#: What was loaded is shown whatever the day: files are not statements.
OF_FILES = ("loads", "rejects", "freshness")


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """Public figures, events, rates, and a feed that is restated, contradicted and withdrawn."""
    store = Store(tmp_path_factory.mktemp("everything"))
    write_watchlist(store, apps=[
        {"app_id": name, "kind": "app", "tracked": True, "position": place}
        for place, name in enumerate(("kite", "kling"))
    ])  # fmt: skip
    write_snapshot(store, "filings", observation=real_figures())
    write_snapshot(store, "news", event=real_events())
    yuan = [row for row in real_rates() if row["currency"] != "HKD"]
    write_snapshot(store, "rates", fx_rate=yuan)
    year = [estimate(f"2025-{month:02}", 10 * month) for month in range(1, 13)]
    write_snapshot(store, "vendor", observation=[*year, *days("2026-01-01", range(1, 60))])
    write_snapshot(store, "vendor", observation=[estimate("2025-03", 7, as_of="2025-09-09")])
    write_snapshot(store, "vendor", observation=beside())
    twelve = [estimate(f"2025-{month:02}", 11 * month) for month in range(1, 13)]
    write_snapshot(store, "other-vendor", observation=twelve)
    for value in (50, 51):
        again = estimate("2025-06", value, as_of="2025-11-11")
        write_snapshot(store, "vendor", observation=[again], withdrawn_on="2026-04-01")
    with scratch() as connection:
        build.create_raw(connection)
        load.bring_in_line(connection, Ledger.read(store))
        build.build(connection, fresh=True)
        yield connection


def beside() -> list[Row]:
    """Two apps all over the world, with users, so that they can be set beside each other."""
    users = {"metric": "mau", "unit": "users", "basis": "none"}
    world = {"platform": "all", "country": "WW"}
    return [
        estimate(f"2025-{month:02}", 7 * month, app_id=app, **world, **over)
        for month in range(1, 13)
        for app in ("kite", "kling")
        for over in ({}, users)
    ]


def newest_used(connection: duckdb.DuckDBPyConnection) -> dict[str, date]:
    """The newest day of each dated column of each model, as the tables are now."""
    dated = connection.execute(
        "select table_name, list(column_name) from duckdb_columns() where schema_name = 'main'"
        " and not internal and column_name in $dated and table_name not in $of_files group by all",
        {"dated": DATED, "of_files": OF_FILES},
    ).fetchall()
    used = {}
    for table, columns in dated:
        asked = ", ".join(f"cast(max({column}) as date)" for column in columns)
        (found,) = connection.execute(f"select {asked} from {table}").fetchall()
        used |= {f"{table}.{column}": day for column, day in zip(columns, found, strict=True)}
    return {name: day for name, day in used.items() if day is not None}


def test_raw_rows_come_through_the_dated_views_alone() -> None:
    """Only the views that leave later statements out read statements, events and rates."""
    reading = {
        model.name
        for model in build.models()
        for table in ("raw.observation", "raw.event", "raw.fx_rate")
        if table in model.sql
    }
    assert reading == {"known", "known_event", "known_fx"}


def test_on_no_day_is_anything_known_early(everything: duckdb.DuckDBPyConnection) -> None:
    """Each day of two years: the newest statement, event, rate and withdrawal let in is of then."""
    day = FIRST
    while day <= LAST:
        as_known_on(everything, day)
        newest = everything.execute(
            "select greatest((select max(as_of) from known), (select max(as_of) from known_event),"
            " (select max(rate_date) from known_fx), (select max(withdrawn_on) from withdrawn))"
        ).fetchone()
        assert newest is not None and newest[0] <= day, (day, newest)
        day += timedelta(days=1)


@pytest.mark.long
def test_no_model_of_any_day_uses_a_later_statement(
    everything: duckdb.DuckDBPyConnection,
) -> None:
    """On every third day that brought news all models are computed anew; nothing is later."""
    spoken = everything.execute(
        "select distinct as_of from (select as_of from raw.observation union all"
        " select as_of from raw.event union all select withdrawn_on from raw.snapshot) as said"
        " where as_of between $first and $last order by as_of",
        {"first": FIRST, "last": LAST},
    ).fetchall()
    assert len(spoken) > 130
    used: set[str] = set()
    for (day,) in spoken[::3]:
        as_known_on(everything, day)
        build.build(everything, fresh=False)
        newest = newest_used(everything)
        assert {name: found for name, found in newest.items() if found > day} == {}, day
        used |= set(newest)
    assert len(used) > 30
    compared = ("share", "ratios", "reconciliation", "market", "market_share", "benchmarks")
    assert {f"{model}.as_of" for model in (*compared, "event_study", "monthly_in")} <= used
