"""Asks a version what a question asks, through expressions: no text of a stranger becomes SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_, ge, gt, le, lt, ne
from typing import Any

import duckdb
import pyarrow as pa
from duckdb import ColumnExpression, ConstantExpression, Expression, FunctionExpression

from api.errors import Refused
from api.question import Filter, Question
from api.versions import Opened, knowledge_date
from warehouse.as_known import AsKnown

#: How the columns end that name a source.
SOURCE = "source_id"
#: What is told of one.
OF_A_SOURCE = (SOURCE, "producer", "address", "licence", "covers", "illustrative")

_COMPARE: dict[str, Callable[[Expression, Expression], Expression]] = {
    "ne": ne, "lt": lt, "le": le, "gt": gt, "ge": ge
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """The rows of one page, from one version as known on one day."""

    question: Question
    version: str
    knowledge_date: date
    rows: pa.Table
    more: bool
    sources: list[dict[str, Any]]  #: who is behind the rows, where they name their sources


def answer(opened: Opened, question: Question, most: int, seconds: float) -> Answer:
    """The rows asked for, at most so many; `more` says that others follow.

    Their order is total, so that pages of one version hold each row exactly once.
    """
    limit = min(question.limit or most, most)
    names = [column.name for column in question.columns]
    unasked = [
        column
        for column in question.table.columns
        if column.name.endswith(SOURCE) and column.name not in names
    ]
    with opened.asked(seconds, question.as_of) as cursor:
        relation = cursor.table(question.table.name)
        if question.filters:
            relation = relation.filter(reduce(and_, map(_condition, question.filters)))
        relation = relation.sort(*_order(question))
        relation = relation.select(*map(_shown, [*question.columns, *unasked]))
        try:
            rows = relation.limit(limit + 1, question.offset).to_arrow_table()
        except (duckdb.ConversionException, duckdb.OutOfRangeException) as error:
            raise Refused(
                400,
                "bad_parameter",
                "A value is beyond what its column can hold",
                question.table.name,
                "Write a smaller number, or a day between 0001 and 9999.",
            ) from error
        shown = rows.slice(0, limit)
        sources = _sources(cursor, shown)
    day = knowledge_date(question.as_of)
    more = rows.num_rows > limit
    return Answer(question, opened.name, day, shown.select(names), more, sources)


def _sources(cursor: AsKnown, rows: pa.Table) -> list[dict[str, Any]]:
    columns = [rows[name] for name in rows.column_names if name.endswith(SOURCE)]
    named = {name for column in columns for name in column.unique().to_pylist() if name}
    if not named:
        return []
    is_named = ColumnExpression(SOURCE).isin(*map(ConstantExpression, sorted(named)))
    found = cursor.table("raw.source").filter(is_named).sort(SOURCE)
    said = found.select(*map(ColumnExpression, OF_A_SOURCE)).fetchall()
    return [dict(zip(OF_A_SOURCE, one, strict=True)) for one in said]


def _condition(asked: Filter) -> Expression:
    column = ColumnExpression(asked.column.name)
    if asked.operator == "null":
        parts = [column.isnull() if yes else column.isnotnull() for yes in asked.values]
        return reduce(and_, parts)
    if asked.column.kind.startswith("ENUM("):
        column = column.cast("VARCHAR")
    values = [ConstantExpression(value) for value in asked.values]
    if asked.operator in ("eq", "in"):
        return column.isin(*values)
    if asked.operator == "contains":
        return reduce(and_, [_contains(column, asked, value) for value in values])
    return reduce(and_, [_COMPARE[asked.operator](column, value) for value in values])


def _contains(column: Expression, asked: Filter, value: Expression) -> Expression:
    if asked.column.kind.endswith("[]"):
        return FunctionExpression("list_contains", column, value)
    return FunctionExpression(
        "contains", FunctionExpression("lower", column), FunctionExpression("lower", value)
    )


def _order(question: Question) -> list[Expression]:
    """As asked, then by every other column; what is missing comes last."""
    asked = dict(question.order)
    rest = {column.name: False for column in question.table.columns if column.name not in asked}
    return [_sorted(name, down) for name, down in [*asked.items(), *rest.items()]]


def _sorted(name: str, down: bool) -> Any:
    column = ColumnExpression(name)
    return (column.desc() if down else column.asc()).nulls_last()


def _shown(column: Any) -> Expression:
    """The column as every format can hold it: a word of a closed list is a text."""
    expression = ColumnExpression(column.name)
    if column.kind.startswith("ENUM("):
        return expression.cast("VARCHAR").alias(column.name)
    if column.kind == "HUGEINT":
        return expression.cast("DECIMAL(38, 0)").alias(column.name)
    return expression
