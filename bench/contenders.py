"""The work ours is held against, each run as a process of its own: `python -m bench.contenders`.

`bare` loads the file into a table and checkpoints, checking nothing. `figures` makes of Sensor
Tower's unified sales the figures that ours keeps, in the columns and types of ours, and checks
nothing either. `pandas` makes the same checks as ours with pandas and pandera, and loads what
passes.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pandera.pandas as pa

from ingest.vocabulary import BASES, BOUNDS, COUNTRIES, GRAINS, KINDS, PLATFORMS, UNITS
from warehouse.build import create_raw

HERE = Path(__file__).parent
KEY = ["app", "metric", "period_start", "period_end", "grain", "platform", "country", "as_of"]


def bare(feed: Path, database: Path) -> None:
    """`create table as select * from read_csv(…)`, or read_json, and a checkpoint."""
    read = "read_json" if feed.suffix == ".json" else "read_csv"
    connection = duckdb.connect(str(database))
    connection.execute(f"create table feed as select * from {read}('{feed}')")
    connection.execute("checkpoint")
    connection.close()


def figures(feed: Path, database: Path) -> None:
    """Six figures a row of the feed into our own table, and a checkpoint."""
    connection = duckdb.connect(str(database), config={"preserve_insertion_order": False})
    create_raw(connection)
    connection.execute((HERE / "figures.sql").read_text(encoding="utf-8"), {"path": str(feed)})
    connection.execute("checkpoint")
    connection.close()


def pandas(feed: Path, database: Path) -> None:
    """Read as text, convert once, check with pandera, refuse repeated keys, load."""
    rows = pd.read_csv(feed, dtype=str, keep_default_na=False)
    for column in ("period_start", "period_end", "as_of"):
        rows[column] = pd.to_datetime(rows[column], format="%Y-%m-%d", errors="coerce")
    rows["value"] = pd.to_numeric(rows["value"], errors="coerce")
    _schema().validate(rows, lazy=True)
    if rows.duplicated(KEY).any():
        raise ValueError("repeated keys")
    connection = duckdb.connect(str(database))
    connection.execute("create table feed as select * from rows")
    connection.execute("checkpoint")
    connection.close()


def _schema() -> pa.DataFrameSchema:
    words = {
        "app": ("one", "two"),
        "metric": ("revenue", "downloads", "mau"),
        "grain": GRAINS,
        "platform": PLATFORMS,
        "country": COUNTRIES,
        "unit": UNITS,
        "basis": BASES,
        "kind": KINDS,
        "bound": BOUNDS,
    }
    columns = {name: pa.Column(str, pa.Check.isin(list(of))) for name, of in words.items()}
    begun = pa.Check.in_range(pd.Timestamp("2000-01-01"), pd.Timestamp(date.today()))
    columns |= {
        "period_start": pa.Column("datetime64[ns]", begun, coerce=True),
        "period_end": pa.Column("datetime64[ns]", coerce=True),
        "as_of": pa.Column("datetime64[ns]", coerce=True),
        "value": pa.Column(float, pa.Check.in_range(0, 5e11)),
    }
    spans = [
        pa.Check(lambda rows: rows["period_end"] >= rows["period_start"]),
        pa.Check(lambda rows: rows["as_of"] >= rows["period_start"]),
        pa.Check(lambda rows: (rows["grain"] != "day") | (rows.period_start == rows.period_end)),
        pa.Check(lambda rows: (rows["unit"] == "USD") == (rows["basis"] != "none")),
    ]
    return pa.DataFrameSchema(columns, checks=spans)


if __name__ == "__main__":
    {"bare": bare, "figures": figures, "pandas": pandas}[sys.argv[1]](
        Path(sys.argv[2]), Path(sys.argv[3])
    )
