"""`python -m bench.polluted FOLDER`: 2,290 spoilt CSV files, each loaded right, refused, or wrong.

FOLDER is `polluted_files` of the Pollock benchmark (Vitagliano et al., VLDB 2023): `csv/` has one
table spoilt in 2,290 ways, `clean/` what each was meant to say, `parameters/` whether it has a
header. Ours reads each as a person would load it: by a mapping of its columns, to the figures
kept. DuckDB, pandas, Polars and Python's csv read the same files with what they do unasked.
With `--write` the table goes to docs/bad-files.md.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import duckdb
import pandas as pd
import polars as pl

from ingest.config import read_config
from ingest.context import Context
from ingest.formats.csv_rows import csv_batches
from ingest.formats.opened import open_file
from ingest.intake import Intake, Reader
from ingest.ledger import LedgerDraft
from warehouse.errors import TrackerError
from warehouse.paths import Store

PAGE = Path(__file__).parent.parent / "docs" / "bad-files.md"
TABLE = re.compile(r"(?<=<!-- polluted -->\n).*?(?=<!-- /polluted -->)", re.S)
RIGHT, REFUSED, WRONG, CRASHED = "loaded right", "refused", "silently wrong", "crashed"

APPS = '[[app]]\nid = "shop"\nname_en = "A shop"\n'
SOURCES = '[[source]]\nid = "shop"\nproducer = "A shop"\nformat = "mapped.shop"\n'
SOURCES += "as_of = 2019-01-01\n"
MAPPING = """
title = "Pollock's table of orders"
[columns]
app = { fixed = "shop" }
period = { column = "DATE", dates = "%d/%m/%Y" }
grain = { fixed = "day" }
platform = { fixed = "web" }
country = { fixed = "WW" }
scope = { column = "PRODUCTID" }
publisher = { column = "ProductType" }
note = { column = "ProductDescription" }
address = { column = "URL" }
[[value]]
column = "Qty"
metric = "downloads"
[[value]]
column = "Price"
metric = "revenue"
unit = "USD"
basis = "gross"
sign = "$"
"""

Rows = list[list[str]]


class Meant(NamedTuple):
    """What a file was meant to say."""

    header: list[str]  # empty when it has none
    rows: Rows


class Ours:
    """The tracker's own way from a file to figures, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        (folder / "config" / "formats").mkdir(parents=True)
        (folder / "config" / "apps.toml").write_text(APPS, encoding="utf-8")
        (folder / "config" / "sources.toml").write_text(SOURCES, encoding="utf-8")
        (folder / "config" / "formats" / "shop.toml").write_text(MAPPING, encoding="utf-8")
        self._config = read_config(folder)
        self._store = Store(folder / "data")
        self._work = folder / "work"
        self._work.mkdir()
        self.unexplained: list[str] = []

    def verdict(self, path: Path, meant: Meant) -> str:
        """How one file ends; right is each cell as read and each figure as kept."""
        draft = LedgerDraft(self._work / "draft")
        reader = Reader(self._config, self._store, date(2019, 1, 1), lambda _rows: None)
        context = Context(self._config.source("shop"), path.name)
        intake = reader.read(path, "0" * 64, context, draft)
        kept = [row for part in draft.parts for row in pl.read_parquet(part).iter_rows(named=True)]
        draft.forget()
        if intake.outcome != "accepted":
            self._explained(intake, path)
            return WRONG if kept else REFUSED
        cells = self._cells(path)
        figures = sorted(((row["row_no"], row["metric"], *_said(row)) for row in kept), key=str)
        same = cells == [meant.header, *meant.rows] and figures == _figures(meant)
        return RIGHT if same else WRONG

    def _cells(self, path: Path) -> Rows:
        opened = open_file(path, path.name, self._work)
        batches = list(csv_batches(opened.text))
        rows = [[cell or "" for cell in row[1:]] for one in batches for row in one.iter_rows()]
        return [batches[0].columns[1:], *rows]

    def _explained(self, intake: Intake, path: Path) -> None:
        """Note a refusal that does not say file and row; an empty file has no row."""
        said = intake.reason or ""
        row = re.search(r"\b(row|line) \d", said) or not path.stat().st_size
        if not row and "no rows" not in said:
            self.unexplained.append(f"{path.name}: {said}")


def _said(row: dict[str, object]) -> tuple[str, ...]:
    keys = ("period_start", "value", "scope", "publisher", "note", "address")
    return tuple("" if row[key] is None else str(row[key]) for key in keys)


def _figures(meant: Meant) -> list[tuple[object, ...]]:
    """The figures of the table: quantity and price of each row."""
    figures: list[tuple[object, ...]] = []
    for number, (day, _time, count, product, price, kind, text, url, _note) in enumerate(
        meant.rows, start=2
    ):
        iso = datetime.strptime(day, "%d/%m/%Y").date().isoformat()
        for metric, value in (("downloads", count), ("revenue", price.removeprefix("$"))):
            said = (iso, f"{float(value):.4f}", product, kind, text, url)
            figures.append((number, metric, *said))
    return sorted(figures, key=str)


def _duckdb(path: Path) -> Rows:
    with duckdb.connect() as connection:
        found = connection.read_csv(str(path), all_varchar=True)
        return [found.columns, *([cell or "" for cell in row] for row in found.fetchall())]


def _pandas(path: Path) -> Rows:
    found = pd.read_csv(path, dtype=str, keep_default_na=False)
    return [list(found.columns), *found.to_numpy().tolist()]


def _polars(path: Path) -> Rows:
    found = pl.read_csv(path, infer_schema=False)
    return [found.columns, *([cell or "" for cell in row] for row in found.iter_rows())]


def _python(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.reader(handle))


OTHERS: dict[str, Callable[[Path], Rows]] = {
    f"DuckDB {version('duckdb')}, `read_csv`": _duckdb,
    f"pandas {version('pandas')}, `read_csv`": _pandas,
    f"Polars {version('polars')}, `read_csv`": _polars,
    f"Python {platform.python_version()}, `csv.reader`": _python,
}
REFUSALS = (duckdb.Error, pl.exceptions.PolarsError, csv.Error, ValueError)


def meant_by(folder: Path, name: str) -> Meant:
    """What a file was meant to say, from `clean` and `parameters`."""
    with (folder / "clean" / name).open(encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    parameters = json.loads((folder / "parameters" / f"{name}_parameters.json").read_bytes())
    headed = bool(parameters["header_lines"]) and bool(rows)
    return Meant(rows[0] if headed else [], rows[1:] if headed else rows)


def verdict_of(read: Callable[[Path], Rows], path: Path, meant: Meant) -> str:
    """How a file ends with another reader; csv.reader alone knows of no header.

    A row that lacks its last, empty cells, or has some too many, is let pass.
    """
    try:
        found = read(path)
    except REFUSALS:
        return REFUSED
    has_no_header = read is _python and not meant.header
    expected = meant.rows if has_no_header else [meant.header, *meant.rows]
    return RIGHT if _filled(found) == _filled(expected) else WRONG


def _filled(rows: Rows) -> Rows:
    """The rows up to their last cell that says something, without those that say nothing."""
    short = [row[: max((n for n, cell in enumerate(row, 1) if cell), default=0)] for row in rows]
    return [row for row in short if row]


def measure(folder: Path) -> tuple[dict[str, Counter[str]], list[str]]:
    """Verdicts by reader, and what of ours needs a look."""
    counts: dict[str, Counter[str]] = {"this tracker": Counter(), **{o: Counter() for o in OTHERS}}
    looked_at: list[str] = []
    with tempfile.TemporaryDirectory(prefix="tracker-polluted-") as work:
        ours = Ours(Path(work))
        for path in sorted((folder / "csv").iterdir()):
            meant = meant_by(folder, path.name)
            try:
                found = ours.verdict(path, meant)
            except TrackerError as error:
                found = CRASHED
                looked_at.append(f"{path.name}: {error}")
            counts["this tracker"][found] += 1
            if found == WRONG:
                looked_at.append(f"{path.name}: {found}")
            for name, read in OTHERS.items():
                counts[name][verdict_of(read, path, meant)] += 1
        looked_at += ours.unexplained
    return counts, looked_at


def table(counts: dict[str, Counter[str]]) -> str:
    """The verdicts as the page has them."""
    files = sum(counts["this tracker"].values())
    lines = [
        f"Measured on {datetime.now(UTC):%-d %B %Y} over {files:,} files, on"
        f" {platform.system()} ({platform.machine()}, {os.cpu_count()} cores):",
        "",
        f"| reader | {RIGHT} | {REFUSED} | {WRONG} |",
        "|---|---:|---:|---:|",
    ]
    for name, of in counts.items():
        lines.append(f"| {name} | {of[RIGHT]:,} | {of[REFUSED]:,} | {of[WRONG]:,} |")
    return "\n".join([*lines, ""])


def main() -> int:
    """Print the table; 1 when a file of ours is wrong, crashes, or is refused without a row."""
    line = argparse.ArgumentParser(prog="python -m bench.polluted", description=__doc__)
    line.add_argument("folder", type=Path)
    line.add_argument("--write", action="store_true", help="write the table to docs/bad-files.md")
    options = line.parse_args()
    counts, looked_at = measure(options.folder)
    print(table(counts))
    for one in looked_at:
        print(one, file=sys.stderr)
    if options.write and not looked_at:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(TABLE.sub(lambda _old: table(counts), page), encoding="utf-8")
    return 1 if looked_at else 0


if __name__ == "__main__":
    raise SystemExit(main())
