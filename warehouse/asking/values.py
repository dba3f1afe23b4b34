"""Arrow's values as Python's: decimals, days and nested values keep their kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pyarrow as pa

DAYS_IN_A_MONTH = 30  # as DuckDB counts an interval's


def rows(batch: pa.RecordBatch) -> Iterator[tuple[Any, ...]]:
    """The rows of a batch; equal names are no matter."""
    columns = [_column(column) for column in batch.columns]
    return zip(*columns, strict=True) if columns else iter(())


def _column(column: pa.Array) -> list[Any]:
    try:
        found = column.to_pylist()
    except (ValueError, OverflowError, pa.ArrowInvalid):  # a day or moment Python cannot hold
        return list(column.cast(pa.string()).to_pylist())
    if not _needs_work(column.type):
        return list(found)
    return [_value(value, column.type) for value in found]


def _needs_work(kind: pa.DataType) -> bool:
    if pa.types.is_nested(kind):
        fields = [kind.field(place).type for place in range(kind.num_fields)]
        return pa.types.is_map(kind) or any(map(_needs_work, fields))
    return bool(pa.types.is_interval(kind))


def _value(value: Any, kind: pa.DataType) -> Any:
    if value is None:
        return None
    if pa.types.is_interval(kind):
        days = value.months * DAYS_IN_A_MONTH + value.days
        return timedelta(days=days, microseconds=value.nanoseconds // 1000)
    if pa.types.is_map(kind):
        return {_value(k, kind.key_type): _value(v, kind.item_type) for k, v in value}
    if pa.types.is_struct(kind):
        return {field.name: _value(value[field.name], field.type) for field in kind}
    if pa.types.is_list(kind) or pa.types.is_fixed_size_list(kind):
        return [_value(item, kind.value_type) for item in value]
    return value
