"""An answer as an assistant gets it: the rows, and first of all what must be known of them."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pyarrow as pa

from warehouse import catalogue, clock
from warehouse.asking import Answer
from warehouse.asking.invented import says_invented
from warehouse.asking.stream import shortened
from warehouse.catalogue import Column, Table
from warehouse.mcp_server.known import Known, records
from warehouse.output import distinct

ILLUSTRATIVE = (
    "ILLUSTRATIVE: invented data. Some rows are samples that nobody measured or reported. Never "
    "state them as figures, and say so where you show them."
)
MAY_BE_ILLUSTRATIVE = (
    "MAY HOLD INVENTED DATA: samples are loaded, and this answer does not say which rows are "
    "invented. Select the column illustrative too, or treat every figure as invented."
)
SAMPLES = (
    "This version holds invented samples beside real figures; the column illustrative of each "
    "table says which rows are."
)
CUT = {
    "rows": "CUT OFF: these are the first {rows:,} rows and there are more. A sum, a count or a "
    "ranking of them is not one of the whole: aggregate or filter in the query.",
    "size": "CUT OFF: {rows:,} rows fill what an answer may hold, and there are more. Aggregate or "
    "filter in the query, or select fewer or shorter columns.",
}
#: Of the rows as JSON: about a hundred thousand tokens, more than a model reads with care.
MOST_LETTERS = 400_000
#: Without these a figure does not say what it is.
_TERMS = ("unit", "basis", "kind", "bound")
_LARGEST = 2**53  #: the last whole number up to which every client counts by one
_SOURCE_COLUMNS = ("source_id", "producer", "address", "licence", "covers", "illustrative")


def of_query(
    answer: Answer, known: Known, tables: list[Table], undated: list[str]
) -> dict[str, Any]:
    """What fits of an answer; what must not be overlooked stands before the rows."""
    answer = _fitting(answer)
    columns = [
        _column(name, kind, known, tables)
        for name, kind in zip(distinct(answer.columns), answer.types, strict=True)
    ]
    sources = _sources(answer, known)
    mark = _mark(answer, known, sources)
    caveats = [{"yes": ILLUSTRATIVE, "maybe": MAY_BE_ILLUSTRATIVE}[mark]] if mark != "no" else []
    if answer.truncated:
        caveats.append(CUT[answer.truncated].format(rows=answer.row_count))
    if answer.knowledge_date and undated:
        names = ", ".join(undated)
        caveats.append(f"These show what is so now, not on {answer.knowledge_date}: {names}.")
    caveats += _left_out(answer, columns, tables)
    return {
        "caveats": caveats,
        "illustrative": mark,
        "version": answer.version,
        "knowledge_date": (answer.knowledge_date or clock.today()).isoformat(),
        "row_count": answer.row_count,
        "truncated": answer.truncated,
        "columns": columns,
        "sources": sources,
        "rows": [_plain(row) for row in records(answer)],
    }


def of_tables(known: Known) -> dict[str, Any]:
    """The tables there are, in the order people meet them, then what was loaded."""
    asked = [known.tables[name] for name in catalogue.ASKED if name in known.tables]
    raw = [table for table in known.tables.values() if table.schema == "raw"]
    listed = [
        {
            "name": table.name if table.schema == "main" else f"{table.schema}.{table.name}",
            "one_row_is": table.doc,
            "follows_as_of": table.name in catalogue.dated() and table.schema == "main",
        }
        for table in [*asked, *raw]
    ]
    return {**_about(known, len(listed)), "tables": listed}


def of_table(known: Known, table: Table) -> dict[str, Any]:
    """One table with its columns: types, words, and units where they are known."""
    columns = [
        {"name": column.name, "type": shortened(column.kind), **_words(table, column)}
        for column in table.columns
    ]
    return {
        **_about(known, len(columns)),
        "table": f"{table.schema}.{table.name}",
        "one_row_is": table.doc,
        "follows_as_of": table.name in catalogue.dated() and table.schema == "main",
        "columns": columns,
    }


def _fitting(answer: Answer) -> Answer:
    """The answer, cut off where its rows fill what an assistant is sent."""
    letters = 0
    for place, row in enumerate(records(answer)):
        letters += len(text_of(_plain(row)))
        if letters > MOST_LETTERS:
            return _first(answer, place)
    return answer


def _first(answer: Answer, rows: int) -> Answer:
    kept = answer.table().slice(0, rows)
    written = pa.BufferOutputStream()
    with pa.ipc.new_stream(written, kept.schema) as stream:
        stream.write_table(kept)
    arrow = written.getvalue().to_pybytes()
    return replace(answer, arrow=arrow, row_count=rows, truncated="size")


def _about(known: Known, count: int) -> dict[str, Any]:
    return {
        "caveats": [SAMPLES] if known.has_samples else [],
        "version": known.version,
        "knowledge_date": clock.today().isoformat(),
        "row_count": count,
        "truncated": None,
    }


def _words(table: Table, column: Column) -> dict[str, str]:
    unit = catalogue.unit_of(table, column)
    return {"comment": column.doc, **({"unit": unit} if unit else {})}


def _column(name: str, kind: str, known: Known, tables: list[Table]) -> dict[str, Any]:
    """A column of an answer, and what the tables say of theirs of that name and type."""
    found = known.columns_like(name, kind, tables)
    said = [
        {"column": f"{table.name}.{column.name}", **_words(table, column)}
        for table, column in found
    ]
    return {"name": name, "type": kind, **({"known_as": said} if said else {})}


def _sources(answer: Answer, known: Known) -> list[dict[str, Any]]:
    """Who is behind the rows, where a column of the answer names the sources."""
    named: set[Any] = set()
    for row in records(answer) if "source_id" in answer.columns else ():
        named.add(row["source_id"] if isinstance(row["source_id"], str) else None)
    found = [known.sources[name] for name in sorted(named & known.sources.keys())]
    return [{key: _plain(source[key]) for key in _SOURCE_COLUMNS} for source in found]


def _mark(answer: Answer, known: Known, sources: list[dict[str, Any]]) -> str:
    """As on the Ask page; and what is from a source of samples is invented, whatever it says."""
    said = says_invented(answer)
    if said or any(source["illustrative"] for source in sources):
        return "yes"
    return "maybe" if said is None and known.has_samples else "no"


def _left_out(answer: Answer, columns: list[dict[str, Any]], tables: list[Table]) -> list[str]:
    """What the tables say of a figure and the answer does not, when it shows their figures."""
    figures = [column for column in columns if column["type"].startswith("DECIMAL")]
    if not any("known_as" in column for column in figures):
        return []
    offered = {column.name for table in tables for column in table.columns}
    missing = [name for name in _TERMS if name in offered and name not in answer.columns]
    if not missing:
        return []
    words = ", ".join(missing)
    return [f"The tables also have {words}, which say what a figure is; select them too."]


def _plain(value: Any) -> Any:
    """A value as JSON has it, exactly: a decimal, or a number too long for a double, is a text."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if abs(value) <= _LARGEST else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(_plain(key)): _plain(item) for key, item in value.items()}
    return value.hex() if isinstance(value, bytes) else str(value)


def text_of(content: dict[str, Any]) -> str:
    """The same as a text, for clients that read nothing else."""
    return json.dumps(content, ensure_ascii=False, allow_nan=False)
