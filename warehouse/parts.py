"""Computes a model of a large warehouse by parts: the touched ones alone, or all in batches.

A model says of which columns its parts are (`-- parts: app_id, metric`): its rows of one value of
these come from what it reads of the same value, and from tables that are the same in every version
of one configuration. What a draft takes in, gives up or begins to count is noted in the temporary
table `touched`. While parts are computed, temporary views of them stand before the tables that
they read: DuckDB looks for a name among the temporary ones first.
"""

from __future__ import annotations

import duckdb

from warehouse.build import Model, closure, filled, refresh_whole

#: So many rows of what a model reads are computed with well within the memory of a load.
BATCH_ROWS = 500_000

#: The month of a statement, which has no column of that name.
_MONTH = "cast(date_trunc('month', whole.period_start) as date)"


def refresh(connection: duckdb.DuckDBPyConnection, model: Model, *, all_touched: bool) -> None:
    """Compute the touched parts of a kept model anew; all of it where it has none or most are."""
    if not model.parts:
        refresh_whole(connection, model)
        return
    _run(connection, "part_touched", model)
    if all_touched or _most(connection, model):
        _refresh_in_batches(connection, model)
        return
    _compute_part(connection, model)
    _run(connection, "part_replaced", model)


def _refresh_in_batches(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    """Compute all of a model, in one go where that is small or reads the statements themselves."""
    numbers = [] if _reads_statements(model) else _number_batches(connection, model)
    if len(numbers) < 2:
        refresh_whole(connection, model)
        return
    for place, number in enumerate(numbers):
        _run(connection, "part_of_batch", model, number=str(number))
        _compute_part(connection, model)
        if place == 0:
            _run(connection, "refresh", model, select="from computed")
        else:
            _run(connection, "part_replaced", model)


def _number_batches(connection: duckdb.DuckDBPyConnection, model: Model) -> list[int]:
    """Number the parts by batch, in the temporary table `batch`; return the numbers."""
    _run(connection, "part_batches", model, model=_sized(model).name, rows=str(BATCH_ROWS))
    return [number for (number,) in _run(connection, "part_numbers", model).fetchall()]


def _compute_part(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    """Compute the rows of the parts in `part`, into the temporary table `computed`."""
    views = [read for read in closure(model.sql) if _has_parts(read)]
    for read in views:
        if read.parts:
            _run(connection, "part_seen", read, same=_same(read, model.parts))
        else:
            connection.execute(f"create temp view {read.name} as {read.sql}")
    _run(connection, "part_computed", model)
    for read in reversed(views):
        connection.execute(f"drop view temp.{read.name}")


def _most(connection: duckdb.DuckDBPyConnection, model: Model) -> bool:
    """Whether half of the parts or more are touched."""
    row = _run(connection, "part_most", model, model=_sized(model).name).fetchone()
    return row is None or bool(row[0])


def _sized(model: Model) -> Model:
    """The table that tells how many parts there are: what it reads, for it may have few rows."""
    return next((read for read in closure(model.sql) if read.kept and read.parts), model)


def _has_parts(model: Model) -> bool:
    return bool(model.parts) or any(read.parts for read in closure(model.sql))


def _reads_statements(model: Model) -> bool:
    """Whether it reads rows that are stored nowhere but among the raw ones, which takes long."""
    read = closure(model.sql)
    names = model.reads(frozenset(one.name for one in read))
    seen_through = [one for one in read if one.name in names and not one.kept]
    return any(one.parts or _reads_statements(one) for one in seen_through)


def _same(read: Model, key: tuple[str, ...]) -> str:
    """When a row of what is read is of a part."""
    month = "whole.month" if read.kept else _MONTH
    of_whole = {column: month if column == "month" else f"whole.{column}" for column in key}
    return " and ".join(f"{of_whole[column]} = part.{column}" for column in key)


def _run(
    connection: duckdb.DuckDBPyConnection, template: str, of: Model, **places: str
) -> duckdb.DuckDBPyConnection:
    """Run a file of the schema folder about that model, its places filled."""
    said = {"model": of.name, "select": of.sql, "key": ", ".join(of.parts), **places}
    return connection.execute(filled(template, **said))
