"""Query results on stdout: a table for people, JSON or CSV for machines; rows may be any number."""

import csv
import json
import math
import sys
from collections.abc import Iterable, Sequence
from datetime import date, time
from decimal import Decimal
from itertools import count, islice

from rich.console import Console
from rich.table import Table
from rich.text import Text

MISSING = "—"
ROWS_IN_A_TABLE = 1000


def write_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    whole: str = "--csv or --json prints all",
) -> None:
    """One line a row, the first thousand; what is missing shows as a dash.

    `whole` says how to have all rows. No value is cut off: a terminal folds what does not fit, a
    file gets lines as long as they are.
    """
    shown = list(islice(rows, ROWS_IN_A_TABLE + 1))
    table = Table()
    for column in columns:
        table.add_column(Text(column), overflow="fold")
    for row in shown[:ROWS_IN_A_TABLE]:
        table.add_row(*(Text(MISSING if value is None else _text(value)) for value in row))
    console = Console()
    if not console.is_terminal:
        boundless = console.options.update(max_width=1_000_000)
        console.width = max(console.width, console.measure(table, options=boundless).maximum)
    with console.capture() as drawn:
        console.print(table)
    sys.stdout.write(drawn.get())
    if len(shown) > ROWS_IN_A_TABLE:
        print(f"the first {ROWS_IN_A_TABLE:,} rows; {whole}", file=sys.stderr)
    else:
        print(f"{len(shown)} rows", file=sys.stderr)


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A header and a line a row; what is missing is empty."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["" if value is None else _text(value) for value in row] for row in rows)


def write_json(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """An array of objects; decimals are numbers with every digit, days are ISO text."""
    keys = [json.dumps(column, ensure_ascii=False) for column in distinct(columns)]
    before = "["
    for row in rows:
        pairs = (f"{key}: {json_text(value)}" for key, value in zip(keys, row, strict=True))
        sys.stdout.write(before + "{" + ", ".join(pairs) + "}")
        before = ",\n "
    print("[]" if before == "[" else "]")


def distinct(columns: Sequence[str]) -> list[str]:
    """Names a table can have: equal ones are told apart as DuckDB does, value and value_1."""
    taken: list[str] = []
    for column in columns:
        names = (f"{column}_{number}" if number else column for number in count())
        taken.append(next(name for name in names if name not in taken))
    return taken


def _text(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def json_text(value: object) -> str:
    """A value as JSON: decimals with every digit, days as ISO text; null for what is no number."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, float) and not math.isfinite(value):
        return "null"
    if isinstance(value, (date, time)):
        return json.dumps(value.isoformat())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(json_text(item) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (
            f"{json.dumps(_text(key), ensure_ascii=False)}: {json_text(item)}"
            for key, item in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if value is None or isinstance(value, (bool, int, float)):
        return json.dumps(value)
    return json.dumps(_text(value), ensure_ascii=False)
