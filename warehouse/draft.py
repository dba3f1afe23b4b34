"""Fills a draft: raw tables in line with the ledger, models computed, checks passed, named."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

import duckdb

from warehouse import build, checks, clock, load, parts, simulate, smooth
from warehouse.ledger import Ledger

#: So many statements make it worth to compute only what is touched.
LARGE = 1_000_000


@dataclass(frozen=True)
class Info:
    """What a version says about itself."""

    name: str
    published_at: datetime
    fingerprint: str
    ledger: str
    knowledge_date: date


def read_info(connection: duckdb.DuckDBPyConnection) -> Info | None:
    """What the open version says about itself; None when it does not."""
    row = load.run(connection, "version_info").fetchone()
    return Info(*cast(tuple[str, datetime, str, str, date], row)) if row else None


def has_news(connection: duckdb.DuckDBPyConnection, info: Info, ledger: Ledger) -> bool:
    """Whether the ledger, or the day, brings anything the open version does not show."""
    if info.ledger != ledger.digest():
        return True
    waiting = load.run(
        connection, "waiting", built_for=info.knowledge_date, today=clock.today()
    ).fetchone()
    return waiting is None or bool(waiting[0])


def fill(
    connection: duckdb.DuckDBPyConnection,
    ledger: Ledger,
    name: str,
    today: date,
    *,
    fresh: bool,
) -> None:
    """Make the draft whole, as of that day; the caller closes, seals and publishes it."""
    connection.begin()  # few commits, so that the disk is not waited for at each statement
    if fresh:
        build.create_raw(connection)
    base = None if fresh else read_info(connection)
    all_touched = load.bring_in_line(connection, ledger) or base is None
    if base:
        load.run(connection, "touched_by_day", built_for=base.knowledge_date, today=today)
    connection.commit()  # what is committed is read on all cores, a transaction's own rows on one
    connection.begin()
    build.build(connection, fresh=fresh, refresh=way(connection, all_touched=all_touched))
    simulate.fill(connection, today)
    smooth.fill(connection, today)
    checks.run(connection)
    load.run(
        connection,
        "name_version",
        name=name,
        published_at=clock.now(),
        fingerprint=build.fingerprint(),
        ledger=ledger.digest(),
        knowledge_date=today,
    )
    connection.commit()


def way(connection: duckdb.DuckDBPyConnection, *, all_touched: bool) -> build.Refresh:
    """How a model is computed: of a large warehouse only what is touched, each model committed.

    What is committed has statistics, by which a join knows which of its sides is small.
    """
    row = load.run(connection, "observations").fetchone()
    if row is None or row[0] < LARGE:
        return build.refresh_whole

    def committed(connection: duckdb.DuckDBPyConnection, model: build.Model) -> None:
        parts.refresh(connection, model, all_touched=all_touched)
        if model.parts:
            connection.commit()
            connection.begin()

    return committed
