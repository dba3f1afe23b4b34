"""Query results on stdout: a table for people, JSON or CSV for machines."""

import csv
import json
import math
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from rich.console import Console
from rich.table import Table
from rich.text import Text

MISSING = "—"


def write_table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """One line a row; what is missing shows as a dash."""
    table = Table(*columns)
    for row in rows:
        table.add_row(*(Text(MISSING if value is None else str(value)) for value in row))
    Console().print(table)
    print(f"{len(rows)} rows", file=sys.stderr)


def write_csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A header and a line a row; what is missing is empty."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["" if value is None else str(value) for value in row] for row in rows)


def write_json(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """An array of objects; decimals are numbers with every digit, days are ISO text."""
    keys = [json.dumps(column, ensure_ascii=False) for column in columns]
    objects = (
        "{" + ", ".join(f"{key}: {_json(v)}" for key, v in zip(keys, row, strict=True)) + "}"
        for row in rows
    )
    print("[" + ",\n ".join(objects) + "]")


def _json(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, float) and not math.isfinite(value):
        return "null"
    if isinstance(value, date):
        return json.dumps(value.isoformat())
    return json.dumps(value, ensure_ascii=False, default=str)
