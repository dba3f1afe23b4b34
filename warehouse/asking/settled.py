"""Whether a query's answer follows from the version and the day alone, so that it may be kept.

What is not known to follow is taken not to: clocks, chance, samples, plans, what the engine says
of itself, and every function that DuckDB does not call consistent.
"""

from __future__ import annotations

import duckdb

from warehouse.asking.functions import Function
from warehouse.asking.rules import Word, is_definition, texts, words

#: Functions in `from` of whose answers DuckDB says nothing, that follow from their arguments.
TABLE_FUNCTIONS = frozenset(
    "generate_series json_each json_tree range repeat repeat_row unnest".split()
)
#: Functions that DuckDB calls consistent, and that read the clock or take rows by chance.
UNSETTLED = frozenset(
    "age approx_quantile approx_top_k current_localtime current_localtimestamp"
    " reservoir_quantile".split()
)
#: What DuckDB writes otherwise before it looks for a function.
SHORT = frozenset({"ifnull"})
#: Words that ask a clock, the engine or chance without a bracket after them.
WORDS = frozenset(
    "current_catalog current_date current_role current_schema current_time current_timestamp"
    " current_user information_schema localtime localtimestamp pragma sample session_user summarize"
    " tablesample user".split()
)
#: How views of the system begin.
SYSTEM = ("duckdb_", "pg_", "pragma_", "sqlite_")

_Kind = duckdb.StatementType
_KINDS = {_Kind.SELECT, _Kind.SET, _Kind.CREATE, _Kind.TRANSACTION}


def settled_functions(known: list[Function]) -> dict[str, bool]:
    """Whether each function always answers alike; a macro does when all that it calls do."""
    macros = {one.name: list(map(words, one.macros)) for one in known if one.macros}
    settled = {one.name: one.is_consistent and one.name not in macros for one in known}
    settled |= dict.fromkeys(TABLE_FUNCTIONS, True) | dict.fromkeys(UNSETTLED, False)
    consistent = {one.name for one in known if one.is_consistent}
    while more := {
        name: True
        for name, written in macros.items()
        if name in consistent
        and not settled[name]
        and all(_follows(one, settled) for one in written)
    }:
        settled |= more
    return settled


def is_settled(
    connection: duckdb.DuckDBPyConnection,
    text: str,
    statements: list[duckdb.Statement],
    functions: dict[str, bool],
) -> bool:
    """Whether the statements of a text, which rules.py allowed, have one answer a version."""
    if not {statement.type for statement in statements} <= _KINDS:
        return False
    named = (one.lower() for one in texts(connection, text))
    return _follows(words(text), functions) and not any(
        one in UNSETTLED or one.startswith(SYSTEM) for one in named
    )


def _follows(query: list[Word], functions: dict[str, bool]) -> bool:
    for place, word in enumerate(query):
        if word.name in WORDS or word.name.startswith(SYSTEM):
            return False
        is_call = word.name and place + 1 < len(query) and query[place + 1].sign == "("
        is_known = functions.get(word.name, word.is_keyword or word.name in SHORT)
        if is_call and not is_known and not is_definition(query, place):
            return False
    return True
