"""Rows as JSON objects, written column by column: a hundred thousand values take no long pause."""

import json

import pyarrow as pa
import pyarrow.compute as pc

from warehouse.asking import values
from warehouse.output import json_text


def json_rows(rows: pa.Table) -> str:
    """A JSON array of the rows; decimals have every digit, days and moments are ISO text."""
    if not rows.num_rows:
        return "[]"
    parts: list[object] = []
    for place, name in enumerate(rows.column_names):
        parts += [f"{', ' if place else '{'}{json.dumps(name, ensure_ascii=False)}: "]
        parts += [pc.fill_null(_literals(rows[place]), "null")]
    lines = pc.binary_join_element_wise(*parts, "}", "")
    return "[" + ",\n".join(lines.to_pylist()) + "]"


def plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The column as CSV can hold it: what is nested or has no written form there is JSON text."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return column.cast(kind.value_type)
    if _is_simple(kind):
        return column
    texts = _others(column).to_pylist()
    unquoted = [
        json.loads(text) if text is not None and text.startswith('"') else text for text in texts
    ]
    return pa.chunked_array([unquoted], pa.string())


def _literals(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Each value as JSON writes it; null where there is none, or none that JSON can say."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return _literals(column.cast(kind.value_type))
    if pa.types.is_string(kind):
        return _texts(column)
    if not _is_simple(kind):
        return _others(column)
    if pa.types.is_date(kind):
        return _quoted(pc.cast(column, pa.string()))
    if pa.types.is_timestamp(kind):
        return _quoted(
            pc.replace_substring(pc.cast(column, pa.string()), " ", "T", max_replacements=1)
        )
    if pa.types.is_floating(kind):
        column = pc.if_else(pc.is_finite(column), column, pa.scalar(None, kind))
    return pc.cast(column, pa.string())


def _is_simple(kind: pa.DataType) -> bool:
    """Whether Arrow itself writes it as text that both CSV and JSON can take."""
    types = pa.types
    checks = (types.is_string, types.is_boolean, types.is_integer, types.is_floating)
    days = (types.is_decimal128, types.is_date, types.is_timestamp)
    return any(check(kind) for check in (*checks, *days))


def _others(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """What has no shorter way: lists, structures, intervals, bytes, times of a day."""
    batches = pa.table({"it": column}).to_batches()
    found = [value for batch in batches for (value,) in values.rows(batch)]
    texts = [None if value is None else json_text(value) for value in found]
    return pa.chunked_array([texts], pa.string())


def _texts(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Words repeat in a column, so each is escaped once."""
    encoded = column.combine_chunks().dictionary_encode()
    escaped = [json.dumps(text, ensure_ascii=False) for text in encoded.dictionary.to_pylist()]
    return pa.chunked_array([pa.array(escaped, pa.string()).take(encoded.indices)])


def _quoted(texts: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.binary_join_element_wise('"', texts, '"', "")
