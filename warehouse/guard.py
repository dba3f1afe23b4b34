"""What a query may be: one that asks. It reads the one version, and no other file of the machine.

DuckDB keeps the connection from files, other databases, extensions and settings. What it lets
through even then is refused here by the kind of statement: a version's own path, its log's and its
spill folder's may be written by COPY, however the database was opened.
"""

import re

import duckdb

from warehouse.errors import TrackerError

LOCKS = (
    "set enable_external_access = false",
    "set python_enable_replacements = false",
    "set allow_community_extensions = false",
    "set lock_configuration = true",
)
WHERE = "python -m warehouse sql"
EXAMPLE = 'For example: python -m warehouse sql "from growth limit 5".'

_Kind = duckdb.StatementType
_ASKING = (_Kind.SELECT, _Kind.EXPLAIN)
#: Statements that run what follows the word, so that the kind says nothing of it.
_RUNS_IT = re.compile(r"\banaly[sz]e\b", re.I)


def lock(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Keep the connection from everything but its database, for as long as it lives."""
    for statement in LOCKS:
        connection.execute(statement)
    return connection


def run(connection: duckdb.DuckDBPyConnection, text: str) -> duckdb.DuckDBPyConnection:
    """Run the text's one question, after the variables it sets; its rows are then fetched.

    Raises TrackerError for anything else, and says what is wrong with a question DuckDB refuses.
    """
    try:
        statements = connection.extract_statements(text)
        _refuse_all_but_one_question(statements, text)
        for statement in statements:
            connection.execute(statement)
    except duckdb.Error as error:
        raise failed(error) from error
    return connection


def failed(error: duckdb.Error) -> TrackerError:
    """A failure of DuckDB's in words, with what to do."""
    fix = 'The tables are listed by: python -m warehouse sql "show tables".'
    if isinstance(error, (duckdb.IOException, duckdb.FatalException, duckdb.InternalException)):
        return TrackerError(
            f"The newest version is damaged, or its disk is: {error}",
            WHERE,
            "Run `python -m warehouse rebuild`; the ledger has everything it needs.",
        )
    if "pytz" in str(error):
        return TrackerError(
            "A time with a zone cannot be shown",
            WHERE,
            "Cast it, as in: now()::timestamp; times of the warehouse are UTC.",
        )
    if isinstance(error, duckdb.PermissionException):
        fix = "A query reads the warehouse alone. To read files too, ask from a DuckDB of your own."
    return TrackerError(f"The query failed: {error}", WHERE, fix)


def _refuse_all_but_one_question(statements: list[duckdb.Statement], text: str) -> None:
    for statement in statements:
        if not _is_allowed(statement, text):
            raise TrackerError(
                f"The warehouse is read-only, and this is no question: {_shown(statement)}",
                WHERE,
                "Allowed is one query, after any `set variable`. " + EXAMPLE,
            )
    questions = [statement.type in _ASKING for statement in statements]
    if not statements:
        raise TrackerError("The query is empty", WHERE, EXAMPLE)
    if not any(questions):
        raise TrackerError(
            "Nothing is asked: a variable counts for the query after it", WHERE, EXAMPLE
        )
    if sum(questions) > 1 or not questions[-1]:
        raise TrackerError(
            f"These are {sum(questions)} queries; one gets an answer"
            if sum(questions) > 1
            else "The query must come last",
            WHERE,
            "Ask one at a time, with any `set variable` before it.",
        )


def _is_allowed(statement: duckdb.Statement, text: str) -> bool:
    if statement.type == _Kind.EXPLAIN:  # in the whole text: a pivot's parts have not theirs
        return not _RUNS_IT.search(text)
    if statement.type == _Kind.CREATE:  # a pivot makes a type first, which no text asks for
        return not statement.query.strip()
    return statement.type in (_Kind.SELECT, _Kind.SET)


def _shown(statement: duckdb.Statement) -> str:
    return " ".join(statement.query.split())[:60] or statement.type.name
