"""The tools: what each is for, what it takes, and the question it asks the workers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from warehouse.asking import NotAnswered, Pool
from warehouse.catalogue import Table
from warehouse.errors import TrackerError
from warehouse.mcp_server import answers, arguments
from warehouse.mcp_server.arguments import Arguments, OfLineage, OfQuery, OfTable, OfTables, Value
from warehouse.mcp_server.known import Knowledge

Cancelled = Callable[[], bool]
Content = dict[str, Any]

#: What a figure is named by at least, so that the statements of one do not pass for another's.
NAMED_BY = {
    "lineage": ("app_id",),
    "lineage_of_growth": ("app_id", "metric", "month"),
    "lineage_of_paths": ("target_id",),
}
INSTRUCTIONS = """\
Revenue, downloads and users of apps, with the source of every figure. Read only.
Begin with list_tables. Each table says what one row is, each column what it holds.
Never mix kinds (estimate, reported, guidance, forecast, press), bases or units in one figure, and
keep `bound`: at_least is a floor, not a figure. Read `caveats` before the rows and repeat what they
say. Rows marked illustrative are invented. Name source and knowledge date of what you state.
Numbers with decimal places come as texts with every digit."""


@dataclass(frozen=True)
class Tool:
    """One tool: its name, what it is for, what it takes, and what answers it."""

    name: str
    words: str
    takes: type[Arguments]
    answer: Callable[[Any, Cancelled], Content]


class Tools:
    """The four tools over one pool."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._knowledge = Knowledge(pool)
        self.all = {
            tool.name: tool
            for tool in (
                Tool("list_tables", _LIST, OfTables, self._list),
                Tool("describe_table", _DESCRIBE, OfTable, self._describe),
                Tool("query", _QUERY, OfQuery, self._query),
                Tool("lineage", _LINEAGE, OfLineage, self._lineage),
            )
        }

    def call(self, name: str, given: dict[str, Any], cancelled: Cancelled) -> Content:
        """What one tool answers.

        Raises TrackerError for whatever it does not answer.
        """
        tool = self.all.get(name)
        if tool is None:
            known = ", ".join(self.all)
            raise TrackerError(f"There is no tool {name!r}", "the call", f"Known are: {known}.")
        return tool.answer(arguments.read(tool.takes, given), cancelled)

    def _list(self, _asked: OfTables, cancelled: Cancelled) -> Content:
        return answers.of_tables(self._knowledge.newest(cancelled))

    def _describe(self, asked: OfTable, cancelled: Cancelled) -> Content:
        known = self._knowledge.newest(cancelled)
        return answers.of_table(known, known.table(asked.table))

    def _query(self, asked: OfQuery, cancelled: Cancelled) -> Content:
        return self._answered(asked.sql, asked.params, asked, cancelled)

    def _lineage(self, asked: OfLineage, cancelled: Cancelled) -> Content:
        table = self._knowledge.newest(cancelled).table(asked.table)
        missing = [name for name in NAMED_BY[asked.table] if name not in asked.filters]
        if missing:
            raise TrackerError(
                "The filters name no one figure",
                "filters",
                f"{asked.table} also needs: {', '.join(missing)}.",
            )
        sql, bound = statements_behind(table, asked.filters)
        try:
            return self._answered(sql, bound, asked, cancelled)
        except NotAnswered as error:
            if error.reason != "failed":
                raise
            problem = error.problem.partition("\n")[0].partition(" when casting")[0]
            fix = "Write days as YYYY-MM-DD; describe_table says which type each column has."
            raise TrackerError(problem, "filters", fix) from error

    def _answered(
        self, sql: str, bound: dict[str, Value], asked: OfQuery | OfLineage, cancelled: Cancelled
    ) -> Content:
        as_of = arguments.day(asked.as_of)
        answer, known = self._knowledge.of(
            lambda: self._pool.ask(sql, bound, as_of=as_of, limit=asked.limit, cancelled=cancelled),
            cancelled,
        )
        return answers.of_query(answer, known, known.named_in(sql), known.undated_in(sql))


def statements_behind(table: Table, filters: dict[str, Value]) -> tuple[str, dict[str, Value]]:
    """The query for the rows of a table that have these values, and the values to bind to it.

    Raises TrackerError for a column the table does not have.
    """
    kinds = {column.name: column.kind for column in table.columns}
    conditions: list[str] = []
    bound: dict[str, Value] = {}
    for place, (name, value) in enumerate(filters.items()):
        if name not in kinds:
            known = ", ".join(kinds)
            raise TrackerError(
                f"{table.name} has no column {name!r}", "filters", f"It has: {known}."
            )
        if value is None:
            conditions.append(f'"{name}" is null')
            continue
        bound[f"value_{place}"] = value
        conditions.append(_equals(name, kinds[name], f"$value_{place}"))
    where = " and ".join(conditions)
    return f'from "{table.name}" where {where} order by all', bound


def _equals(name: str, kind: str, value: str) -> str:
    if kind.startswith("ENUM"):  # a word that is none of the list's has no rows; it is no fault
        return f'cast("{name}" as varchar) = {value}'
    return f'"{name}" = cast({value} as {kind})'


_LIST = """The tables there are, each with what one row of it is. `follows_as_of` says whether a \
table answers for an earlier day."""
_DESCRIBE = """The columns of one table: type, what each holds, and its unit where it is known."""
_QUERY = """The rows of one SQL query (DuckDB), read only, as known now or on an earlier day. \
Comes with the version, the knowledge date, whether rows are cut off, which may be invented, what \
the tables say of the columns, and the sources where source_id is selected. Select illustrative, \
unit, kind, basis, bound and source_id beside figures."""
_LINEAGE = """Where a figure comes from: each statement behind it, with who said it, when, on what \
terms it may be used, and in which row of which file it stands."""
