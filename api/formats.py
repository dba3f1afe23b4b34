"""An answer as JSON, CSV, Parquet or Arrow; each says its version and the day it speaks from."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.ipc
import pyarrow.parquet

from api.answers import Answer
from api.errors import Refused
from api.json_rows import json_rows, plain
from app_pages.exports import FORMULA_STARTS, NUMBER
from warehouse.catalogue import Column, unit_of
from warehouse.output import json_text

_FORMULA = f"^[{''.join(FORMULA_STARTS).replace('-', chr(92) + '-')}]"


@dataclass(frozen=True)
class Format:
    """One way to write an answer."""

    suffix: str
    media_type: str
    write: Callable[[Answer, str | None], bytes]
    #: Whether the body itself says that rows follow; else a whole table is never cut in silence.
    says_more: bool = False
    most_rows: int | None = None


def _json(answer: Answer, following: str | None) -> bytes:
    question = answer.question
    body = {
        "table": question.table.name,
        "comment": question.table.doc,
        "version": answer.version,
        "knowledge_date": answer.knowledge_date,
        "columns": [
            {"name": column.name, "type": kind(column.kind), **_words(answer, column)}
            for column in question.columns
        ],
        "sources": answer.sources,
        "offset": question.offset,
        "row_count": answer.rows.num_rows,
        "truncated": answer.more,
        "next": following,
    }
    head = json_text(body).removesuffix("}")
    return f'{head}, "rows": {json_rows(answer.rows)}}}'.encode("utf-8", "replace")


def _csv(answer: Answer, following: str | None) -> bytes:
    """Texts that a spreadsheet would run as a formula get an apostrophe; lists are JSON."""
    return csv_of(answer.rows)


def csv_of(rows: pa.Table) -> bytes:
    """Rows of any kind as CSV."""
    columns = [plain(column) for column in rows.columns]
    columns = [
        without_formulas(column) if pa.types.is_string(column.type) else column
        for column in columns
    ]
    written = io.BytesIO()
    pyarrow.csv.write_csv(pa.Table.from_arrays(columns, names=rows.column_names), written)
    return written.getvalue()


def without_formulas(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    """The texts, each that a spreadsheet would run behind an apostrophe; numbers stay numbers."""
    runs = pc.match_substring_regex(texts, _FORMULA)
    number = pc.match_substring_regex(texts, f"^(?:{NUMBER.pattern})$")
    marked = pc.binary_join_element_wise("'", texts, "")
    return pc.if_else(pc.and_not(runs, number), marked, texts)


def _parquet(answer: Answer, following: str | None) -> bytes:
    return parquet_of(_described(answer))


def parquet_of(table: pa.Table) -> bytes:
    """A table as a Parquet file.

    Raises Refused for what Parquet has no type for.
    """
    written = io.BytesIO()
    try:
        pyarrow.parquet.write_table(table, written, compression="zstd")
    except pa.ArrowNotImplementedError as error:
        fix = "Cast it to text in the query, or ask for .arrow, .json or .csv."
        raise Refused(400, "no_such_type", f"Parquet cannot hold it: {error}", "sql", fix) from None
    return written.getvalue()


def _arrow(answer: Answer, following: str | None) -> bytes:
    return arrow_of(_described(answer))


def arrow_of(table: pa.Table) -> bytes:
    """A table as an Arrow file."""
    written = io.BytesIO()
    with pyarrow.ipc.new_file(written, table.schema) as writer:
        writer.write_table(table)
    return written.getvalue()


def _described(answer: Answer) -> pa.Table:
    """The rows with the words of their table and columns in the schema."""
    words = {column.name: _words(answer, column) for column in answer.question.columns}
    fields = [field.with_metadata(words[field.name]) for field in answer.rows.schema]
    about = {
        "table": answer.question.table.name,
        "comment": answer.question.table.doc,
        "version": answer.version,
        "knowledge_date": answer.knowledge_date.isoformat(),
        "sources": json_text(answer.sources),
    }
    return answer.rows.cast(pa.schema(fields, metadata=about))


def _words(answer: Answer, column: Column) -> dict[str, str]:
    unit = unit_of(answer.question.table, column)
    return {"comment": column.doc, **({"unit": unit} if unit else {})}


def kind(of: str) -> str:
    """A type of DuckDB's as answers name it: a word of a closed list is a text."""
    return "VARCHAR" if of.startswith("ENUM") else of


FORMATS = {
    written.suffix: written
    for written in (
        Format("json", "application/json", _json, says_more=True, most_rows=10_000),
        Format("csv", "text/csv", _csv),
        Format("parquet", "application/vnd.apache.parquet", _parquet),
        Format("arrow", "application/vnd.apache.arrow.file", _arrow),
    )
}


def chosen(suffix: str, accept: str) -> Format:
    """The format a suffix names, else the one the client likes best.

    Raises Refused when it takes none of ours, or the suffix is unknown.
    """
    if suffix:
        if suffix not in FORMATS:
            fix = f"Known are: {', '.join(f'.{known}' for known in FORMATS)}."
            raise Refused(404, "not_found", f"There is no format .{suffix}", "the address", fix)
        return FORMATS[suffix]
    wanted = _ranked(accept or "*/*")
    best = max(FORMATS.values(), key=lambda one: _liking(one.media_type, wanted))
    if not _liking(best.media_type, wanted):
        types = ", ".join(one.media_type for one in FORMATS.values())
        raise Refused(
            406, "not_acceptable", "None of our formats is accepted", "Accept", f"Accept {types}."
        )
    return best


def _ranked(accept: str) -> dict[str, float]:
    """Each range of an Accept header with how much it is liked."""
    wanted: dict[str, float] = {}
    for part in accept.split(","):
        name, *options = (word.strip().lower() for word in part.split(";"))
        quality = next((word[2:] for word in options if word.startswith("q=")), "1")
        wanted[name] = float(quality) if _is_quality(quality) else 0.0
    return wanted


def _is_quality(text: str) -> bool:
    return text.isascii() and text.replace(".", "", 1).isdigit() and float(text) <= 1


def _liking(media_type: str, wanted: dict[str, float]) -> float:
    family = media_type.partition("/")[0] + "/*"
    for name in (media_type, family, "*/*"):
        if name in wanted:
            return wanted[name]
    return 0.0
