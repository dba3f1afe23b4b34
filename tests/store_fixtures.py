"""A tracker whose one source is a store or a vendor of store reports, and files in their shapes."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.ingest_fixtures import APPS, Desk

VENDOR = Path(__file__).parent / "vendor"

#: The ids that the files in tests/vendor use.
LISTED = APPS.replace(
    'aliases = ["Kling AI", "NA"]',
    """aliases = ["Kling AI", "NA"]

[app.listings]
app_store = "1600000001"
google_play = "com.example.kling"
appfigures = "280000000001"
""",
).replace(
    'name_en = "Jimeng"\ntracked = true',
    'name_en = "Jimeng"\ntracked = true\n[app.listings]\nappfigures = "280000000002"',
)

FIGURE = (
    "row_no, app_id, metric, period_start::varchar, period_end::varchar, grain, platform, country,"
    " value::varchar, unit, basis, kind"
)


def of_format(desk: Desk, form: str, *more: str, as_of: str = "2025-11-03") -> Desk:
    """The desk with one source of that format, whose figures were said on one day."""
    lines = [f'format = "{form}"', 'id = "vendor"', 'producer = "P"', *more]
    lines += [f"as_of = {as_of}"] if as_of else []
    desk.configure(apps=LISTED, sources="[[source]]\n" + "\n".join(lines) + "\n")
    return desk


def figures(desk: Desk, columns: str = FIGURE) -> list[tuple[Any, ...]]:
    """Every figure loaded, whole, in the order of the file."""
    order = "row_no, metric, basis, country, unit, period_start, platform"
    return desk.rows(f"select {columns} from raw.observation order by {order}")


def counts(desk: Desk) -> list[tuple[Any, ...]]:
    """Rows read, accepted, rejected, repeated and left out of every file."""
    return desk.rows(
        "select rows_read, rows_accepted, rows_rejected, rows_duplicate, rows_left_out"
        " from raw.snapshot order by fetched_at"
    )


def passed_over(desk: Desk) -> list[str]:
    """What of the one file was told to be in no figure."""
    [(told,)] = desk.rows("select extra_columns from raw.snapshot")
    return list(told)


def zipped(name: str, content: str | bytes) -> bytes:
    """A zip of one file, as Google's financial reports come."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return packed.getvalue()


def tab_table(header: Iterable[str], rows: Iterable[dict[str, str]]) -> str:
    """A tab-separated table as Apple writes it: unquoted, one blank where a row says nothing."""
    columns = list(header)
    lines = [columns, *([row.get(column, " ") for column in columns] for row in rows)]
    return "".join("\t".join(line) + "\n" for line in lines)


def gzipped(text: str) -> bytes:
    """The bytes of a gzip file of the text."""
    return gzip.compress(text.encode())
