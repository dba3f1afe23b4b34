"""What the numbers of an answer count, as far as the tables that it was asked of say so."""

from __future__ import annotations

import re
from collections import defaultdict

from app_pages.reader import Reader
from warehouse import catalogue
from warehouse.asking import Answer
from warehouse.asking.stream import shortened
from warehouse.catalogue import Column, Table

_WORD = re.compile(r"\w+")


def units(opened: Reader, question: str, answer: Answer) -> dict[str, str]:
    """The unit of each column that has name and type of one in a table that the query names.

    What is computed under another name or type has none, nor what two tables count differently.
    """
    named = set(_WORD.findall(question.lower()))
    found: dict[tuple[str, str], set[str | None]] = defaultdict(set)
    for table in _tables(opened):
        for column in table.columns if table.name in named else ():
            unit = catalogue.unit_of(table, column)
            found[column.name, shortened(column.kind)].add(unit)
    told = {
        name: found[name, kind]
        for name, kind in zip(answer.columns, answer.types, strict=True)
        if len(found[name, kind]) == 1
    }
    return {name: unit for name, (unit,) in told.items() if unit}


def _tables(opened: Reader) -> list[Table]:
    """The tables people ask, as the version describes them."""
    tables: dict[str, Table] = {}
    for row in opened.rows_now("columns_asked"):
        table = tables.setdefault(
            row["table_name"], Table("main", row["table_name"], row["table_doc"] or "")
        )
        column = Column(row["column_name"], row["data_type"].upper(), row["doc"] or "")
        table.columns.append(column)
    return list(tables.values())
