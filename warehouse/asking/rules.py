"""What a query may be: one that asks. Decided before it runs, inside the worker that would run it.

DuckDB's own parser says of which kind each statement is, its own lexer which functions are named.
Every layer may fail: what passes here still meets a locked configuration, no file system and the
operating system's limits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import duckdb

from warehouse.asking.functions import Function
from warehouse.asking.not_answered import NotAnswered

EXAMPLE = "For example: from growth limit 5."

#: Functions in `from` that read nothing but the version. Any other function of that kind reads
#: files, memory, settings or a query in a text.
TABLE_FUNCTIONS = frozenset(
    "duckdb_columns duckdb_constraints duckdb_functions duckdb_indexes duckdb_keywords"
    " duckdb_memory duckdb_schemas duckdb_sequences duckdb_tables duckdb_types duckdb_variables"
    " duckdb_views generate_series histogram histogram_values icu_calendar_names json_each"
    " json_tree pg_timezone_names pragma_collations pragma_database_size pragma_metadata_info"
    " pragma_platform pragma_show pragma_storage_info pragma_table_info pragma_version range"
    " repeat repeat_row summary test_all_types unnest".split()
)
#: Other functions that do more than compute from their arguments, tell paths, or only delay.
FUNCTIONS = frozenset("current_setting json_serialize_plan pg_sleep sleep_ms write_log".split())
#: Views of the system that name paths of the host.
VIEWS = frozenset("duckdb_databases duckdb_logs pg_settings pragma_database_list".split())

_Kind = duckdb.StatementType
_Token = duckdb.token_type
_ASKING = (_Kind.SELECT, _Kind.EXPLAIN)
_NAMED = (_Token.identifier, _Token.keyword)
_ANALYSE = ("analyze", "analyse")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_LETTERS = re.compile(r"[\w$\u0080-\U0010ffff]*")
_BLANKS = re.compile(r"[^\w$]+")
_BYTES = "xXbB"  #: how hexadecimal and binary constants begin
_PLAIN = re.compile(r"'((?:[^']|'')*)'[^']*")
LONGEST_NAME = 400  #: bytes; no function or view has one near it


@dataclass(frozen=True)
class Word:
    """One word or sign of a query."""

    name: str  #: as DuckDB compares names; empty for what names nothing
    sign: str  #: its first letter as written
    start: int  #: in the bytes of the text
    is_keyword: bool = False  #: a word of the language, though it may name something too

    @property
    def quoted(self) -> bool:
        """Whether it is written in quotation marks, and so no word of the language."""
        return self.sign == '"'


def forbidden_functions(known: list[Function]) -> frozenset[str]:
    """Every function that no query may call, of those this DuckDB has."""
    names = {function.name for function in known if function.is_of_from}
    return frozenset((names - TABLE_FUNCTIONS) | FUNCTIONS)


def allowed(
    connection: duckdb.DuckDBPyConnection, text: str, forbidden: frozenset[str]
) -> list[duckdb.Statement]:
    """The statements of a text that is one question, after the variables it sets.

    Raises NotAnswered for anything else, and DuckDB's error for what is no SQL.
    """
    statements = connection.extract_statements(text)
    for part in {text, *(statement.query for statement in statements)}:
        _refuse_functions(words(part), forbidden)
        for name in texts(connection, part):
            if name.lower() in VIEWS:  # `from 'name'`: DuckDB takes a text there for a name
                raise _not_here(name)
    for statement in statements:
        if not _asks(connection, statement, text):
            raise NotAnswered(
                "refused",
                f"The warehouse is read-only, and this is no question: {_shown(statement)}",
                f"Allowed is one query, after any `set variable`. {EXAMPLE}",
            )
    _refuse_all_but_one(statements)
    return statements


def words(text: str) -> list[Word]:
    """The text as DuckDB's lexer reads it: comments and blanks are gone."""
    written = text.encode()
    return [_word(written, start, kind) for start, kind in duckdb.tokenize(text)]


def _word(written: bytes, start: int, kind: duckdb.token_type) -> Word:
    if kind not in _NAMED:
        return Word("", chr(written[start]), start)
    rest = written[start : start + LONGEST_NAME].decode("utf-8", "ignore")
    quoted = _QUOTED.match(rest)
    if quoted:
        name = quoted[1].replace('""', '"').lower()
    else:  # blanks of other scripts are blanks to the parser, but letters to the lexer
        letters = _LETTERS.match(rest)
        parts = _BLANKS.split(letters[0] if letters else "")
        name = next((part for part in reversed(parts) if part), "").lower()
    return Word(name, rest[:1], start, kind == _Token.keyword)


def _refuse_functions(query: list[Word], forbidden: frozenset[str]) -> None:
    for place, word in enumerate(query):
        called = query[place + 1 : place + 2]
        is_call = called and called[0].sign == "(" and not is_definition(query, place)
        if (is_call and word.name in forbidden) or word.name in VIEWS:
            raise _not_here(word.name)


def texts(connection: duckdb.DuckDBPyConnection, text: str) -> list[str]:
    """What stands in quotes, as DuckDB reads it; its own parser takes escapes and dollars apart."""
    written, tokens = text.encode(), duckdb.tokenize(text)
    starts = [*(start for start, _kind in tokens), len(written)]
    quoted = [
        written[start:end].decode()
        for (_start, kind), (start, end) in zip(tokens, pairwise(starts), strict=True)
        if kind == _Token.string_const
    ]
    plain = [found[1].replace("''", "'") for found in map(_PLAIN.fullmatch, quoted) if found]
    others = [one for one in quoted if not _PLAIN.fullmatch(one) and one[0] not in _BYTES]
    if not others:
        return plain
    listed = ",".join(f"{one}\n" for one in others)  # each may end with a comment
    [found] = connection.execute(f"select [{listed}]").fetchone() or [[]]
    return [*plain, *found]


def _not_here(name: str) -> NotAnswered:
    return NotAnswered(
        "refused",
        f"{name} is not for queries here",
        "A query reads the tables of the warehouse alone, and none of the machine's files, "
        "settings or addresses. To do more, ask from a DuckDB of your own.",
    )


def is_definition(query: list[Word], place: int) -> bool:
    """`with glob(a) as (…)`, `from t as glob(a)`: a name given, not a function called."""
    before = query[place - 1] if place else None
    return before is not None and not before.quoted and before.name in ("with", "as", "recursive")


def _asks(connection: duckdb.DuckDBPyConnection, statement: duckdb.Statement, text: str) -> bool:
    query = words(statement.query)
    if statement.type == _Kind.EXPLAIN:
        return _explains_a_question(connection, statement.query.strip() or text)
    if statement.type == _Kind.SET:
        names = [word.name for word in query[:3]]
        return names[:1] == ["use"] or names[1:2] == ["variable"] or names[2:3] == ["variable"]
    if statement.type in (_Kind.CREATE, _Kind.TRANSACTION):
        return not query  # a pivot makes a type first, which no text asks for
    return statement.type == _Kind.SELECT


def _explains_a_question(connection: duckdb.DuckDBPyConnection, text: str) -> bool:
    """`explain analyze` runs what follows it: so that must be a question too."""
    query = words(text)
    at = next((place for place, word in enumerate(query) if word.name == "explain"), -1) + 1
    while at < len(query) and query[at].name in (*_ANALYSE, "verbose"):
        at += 1
    if at < len(query) and query[at].sign == "(" and _are_options(query[at + 1 :]):
        at = next(place for place in range(at, len(query)) if query[place].sign == ")") + 1
    rest = text.encode()[query[at].start :].decode() if at < len(query) else ""
    kinds = {part.type for part in connection.extract_statements(rest)}
    return _Kind.SELECT in kinds and kinds <= {_Kind.SELECT, _Kind.CREATE}


def _are_options(query: list[Word]) -> bool:
    return bool(query) and query[0].name in (*_ANALYSE, "format", "verbose", "costs")


def _refuse_all_but_one(statements: list[duckdb.Statement]) -> None:
    questions = [statement.type in _ASKING for statement in statements]
    if not any(statement.type != _Kind.TRANSACTION for statement in statements):
        raise NotAnswered("refused", "The query is empty", EXAMPLE)
    if not any(questions):
        raise NotAnswered(
            "refused", "Nothing is asked: a variable counts for the query after it", EXAMPLE
        )
    trailing = {statement.type for statement in statements[questions.index(True) + 1 :]}
    if sum(questions) > 1 or trailing - {_Kind.TRANSACTION}:
        raise NotAnswered(
            "refused",
            f"These are {sum(questions)} queries; one gets an answer"
            if sum(questions) > 1
            else "The query must come last",
            "Ask one at a time, with any `set variable` before it.",
        )


def _shown(statement: duckdb.Statement) -> str:
    return " ".join(statement.query.split())[:60] or statement.type.name
