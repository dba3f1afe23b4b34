"""Which queries have one answer a version: what is not known to have one, has none."""

from __future__ import annotations

import duckdb
import pytest

from tests.test_asking_attacks import ordinary
from warehouse import build
from warehouse.asking import functions, settled

FALLBACK = ", current_date)"  #: in models, for who sets no day; a worker always sets one
CHANGE = ("now(", "random", "uuid", "today(", "current_", "sample", "age(", "explain", "summarize")
OF_THE_ENGINE = ("pragma", "duckdb_", "information_schema", "pg_", "sqlite_", "histogram(")


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    """A DuckDB with its own functions."""
    return duckdb.connect()


def is_settled(connection: duckdb.DuckDBPyConnection, sql: str) -> bool:
    """Whether the statements of a text have one answer a version."""
    known = settled.settled_functions(functions.listed(connection))
    return settled.is_settled(connection, sql, connection.extract_statements(sql), known)


def test_what_analysts_ask_has_one_answer_a_version(connection: duckdb.DuckDBPyConnection) -> None:
    """All of ordinary.sql but what reads a clock, takes by chance, or asks the engine of itself."""
    for sql in ordinary():
        told = any(word in sql.lower() for word in (*CHANGE, *OF_THE_ENGINE))
        assert is_settled(connection, sql) != told, sql


@pytest.mark.parametrize(
    "sql",
    [
        'select "random"()',
        "select system.main.random()",
        "select random/* */()",
        "select random -- (\n ()",
        "select a.random() from t",
        "select CURRENT_DATE",
        'select "current_date"',
        "select get_current_timestamp()",
        "select current_localtimestamp()",
        "select max(value) from t where day < today()",
        "with a as (select uuid() as id) from a",
        "from a, (from b tablesample 5%)",
        "select reservoir_quantile(value, 0.5) from t",
        "select list_aggr([1, 2], 'reservoir_quantile', 0.5)",
        "select list_aggr([1, 2], $$approx_quantile$$, 0.5)",
        "from 'duckdb_tables'",
        "from e'duckdb\\x5ftables'",
        "select no_such_function(1)",
        "select nextval('s')",
        "explain select 1",
    ],
)
def test_what_may_change_is_known_however_it_is_written(
    sql: str, connection: duckdb.DuckDBPyConnection
) -> None:
    """In quotes, with its schema, behind comments, as a method, in any depth."""
    assert not is_settled(connection, sql)


def test_a_name_is_no_call(connection: duckdb.DuckDBPyConnection) -> None:
    """Columns, tables and texts may be called as functions are."""
    for sql in (
        "select random, now from t",
        "select 'random()' as text, 'now' as word",
        "with random(a) as (select 1) from random",
        "select count(*) filter (where a in (1, 2)) over (order by b) from t",
        "select a::decimal(9, 2), nullif(a, 0), ifnull(a, 1) from t",
        "set variable x = 3; select getvariable('x')",
        "pivot t on a using sum(b)",
    ):
        assert is_settled(connection, sql), sql


def test_functions_that_take_nothing_answer_alike(connection: duckdb.DuckDBPyConnection) -> None:
    """Those taken for settled, asked twice: a clock that DuckDB calls consistent would show."""
    known = settled.settled_functions(functions.listed(connection))
    bare = connection.execute(
        "select distinct function_name from duckdb_functions()"
        " where function_type = 'scalar' and len(parameters) = 0 and varargs is null"
    ).fetchall()
    names = sorted(name for (name,) in bare if known[name.lower()])
    assert "pi" in names
    for name in names:
        first, second = (
            duckdb.connect().execute(f'select "{name}"()').fetchall() for _ in range(2)
        )
        assert first == second, name


def test_the_tables_are_settled_too(connection: duckdb.DuckDBPyConnection) -> None:
    """What a query reads by a view is no clock and no chance either."""
    known = settled.settled_functions(functions.listed(connection))
    for model in build.models():
        sql = model.sql.replace(FALLBACK, ")")
        statements = connection.extract_statements(sql)
        assert settled.is_settled(connection, sql, statements, known), model.name
