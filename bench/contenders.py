"""The work ours is held against, each run as a process of its own: `python -m bench.contenders`.

`bare` loads the file into a table and checkpoints, checking nothing. `figures` makes of Sensor
Tower's unified sales the figures that ours keeps, in the columns and types of ours, and checks
nothing either. `pandas` and `polars` make the same checks as ours with pandera, and load what
passes. `dlt` loads the file as its documentation has it for large files, with Arrow and Parquet on
the way, checking nothing; `dlt-rows` takes it row by row under a contract that lets in no other
columns or types. Each loads only the libraries that it needs.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

HERE = Path(__file__).parent
KEY = ["app", "metric", "period_start", "period_end", "grain", "platform", "country", "as_of"]
DAYS = ("period_start", "period_end", "as_of")
FIRST, MOST = date(2000, 1, 1), 500_000_000_000


def bare(feed: Path, database: Path) -> None:
    """`create table as select * from read_csv(…)`, or read_json, and a checkpoint."""
    read = "read_json" if feed.suffix == ".json" else "read_csv"
    connection = duckdb.connect(str(database))
    connection.execute(f"create table feed as select * from {read}('{feed}')")
    connection.execute("checkpoint")
    connection.close()


def figures(feed: Path, database: Path) -> None:
    """Six figures a row of the feed into our own table, and a checkpoint."""
    from warehouse.build import create_raw

    connection = duckdb.connect(str(database), config={"preserve_insertion_order": False})
    create_raw(connection)
    connection.execute((HERE / "figures.sql").read_text(encoding="utf-8"), {"path": str(feed)})
    connection.execute("checkpoint")
    connection.close()


def pandas(feed: Path, database: Path) -> None:
    """Read as text, convert once, check with pandera, refuse repeated keys, load."""
    import pandas as pd
    import pandera.pandas as pa

    rows = pd.read_csv(feed, dtype=str, keep_default_na=False)
    for column in DAYS:
        rows[column] = pd.to_datetime(rows[column], format="%Y-%m-%d", errors="coerce")
    rows["value"] = pd.to_numeric(rows["value"], errors="coerce")
    columns = {name: pa.Column(str, pa.Check.isin(of)) for name, of in _words().items()}
    begun = pa.Check.in_range(pd.Timestamp(FIRST), pd.Timestamp(date.today()))
    columns |= {name: pa.Column("datetime64[ns]", coerce=True) for name in DAYS[1:]}
    columns["period_start"] = pa.Column("datetime64[ns]", begun, coerce=True)
    columns["value"] = pa.Column(float, pa.Check.in_range(0, MOST))
    spans = [
        pa.Check(lambda rows: rows["period_end"] >= rows["period_start"]),
        pa.Check(lambda rows: rows["as_of"] >= rows["period_start"]),
        pa.Check(lambda rows: (rows["grain"] != "day") | (rows.period_start == rows.period_end)),
        pa.Check(lambda rows: (rows["unit"] == "USD") == (rows["basis"] != "none")),
    ]
    pa.DataFrameSchema(columns, checks=spans).validate(rows, lazy=True)
    if rows.duplicated(KEY).any():
        raise ValueError("repeated keys")
    _loaded(database, rows)


def polars(feed: Path, database: Path) -> None:
    """The same with Polars."""
    import pandera.polars as pa
    import polars as pl

    money = pl.Decimal(18, 4)
    rows = pl.read_csv(feed, infer_schema=False).with_columns(
        *(pl.col(day).str.to_date("%Y-%m-%d", strict=False) for day in DAYS),
        pl.col("value").cast(money, strict=False),
    )
    columns = {name: pa.Column(pl.String, pa.Check.isin(of)) for name, of in _words().items()}
    columns |= {name: pa.Column(pl.Date) for name in DAYS[1:]}
    columns["period_start"] = pa.Column(pl.Date, pa.Check.in_range(FIRST, date.today()))
    columns["value"] = pa.Column(money, pa.Check.in_range(0, MOST))
    holds = (
        pl.col("period_end") >= pl.col("period_start"),
        pl.col("as_of") >= pl.col("period_start"),
        (pl.col("grain") != "day") | (pl.col("period_start") == pl.col("period_end")),
        (pl.col("unit") == "USD") == (pl.col("basis") != "none"),
    )
    spans = [pa.Check(lambda rows, hold=hold: rows.lazyframe.select(hold)) for hold in holds]
    pa.DataFrameSchema(columns, checks=spans).validate(rows, lazy=True)
    if rows.select(KEY).is_duplicated().any():
        raise ValueError("repeated keys")
    _loaded(database, rows.to_arrow())


def dlt(feed: Path, database: Path) -> None:
    """dlt's filesystem source into its DuckDB destination, by Arrow."""
    from dlt.sources.filesystem import read_csv_duckdb

    rows = _filed(feed) | read_csv_duckdb(chunk_size=500_000, use_pyarrow=True)
    _pipeline(database).run(rows.with_name("rows"), loader_file_format="parquet")


def dlt_rows(feed: Path, database: Path) -> None:
    """The same row by row, of columns and types that are said beforehand and frozen."""
    from dlt.sources.filesystem import read_csv_duckdb

    kinds = dict.fromkeys(DAYS, "date") | {"value": "decimal"}
    columns = {
        name: {"data_type": kinds.get(name, "text"), "nullable": False}
        for name in feed.open(encoding="utf-8").readline().strip().split(",")
    }
    rows = (_filed(feed) | read_csv_duckdb(chunk_size=5_000)).with_name("rows")
    contract = {"tables": "evolve", "columns": "freeze", "data_type": "freeze"}
    rows.apply_hints(columns=columns, schema_contract=contract)
    _pipeline(database).run(rows)


def _filed(feed: Path) -> Any:
    from dlt.sources.filesystem import filesystem

    return filesystem(bucket_url=feed.parent.as_uri(), file_glob=feed.name)


def _pipeline(database: Path) -> Any:
    import dlt as loader

    return loader.pipeline(
        pipeline_name="bench",
        pipelines_dir=str(database.with_suffix(".dlt")),
        destination=loader.destinations.duckdb(str(database)),
        dataset_name="loaded",
    )


def _words() -> dict[str, list[str]]:
    from bench.feed import APPS
    from ingest.vocabulary import BASES, BOUNDS, COUNTRIES, GRAINS, KINDS, PLATFORMS, UNITS

    return {
        "app": list(APPS),
        "metric": ["revenue", "downloads", "mau"],
        "grain": list(GRAINS),
        "platform": list(PLATFORMS),
        "country": list(COUNTRIES),
        "unit": list(UNITS),
        "basis": list(BASES),
        "kind": list(KINDS),
        "bound": list(BOUNDS),
    }


def _loaded(database: Path, rows: Any) -> None:
    connection = duckdb.connect(str(database))
    connection.register("checked", rows)
    connection.execute("create table feed as select * from checked")
    connection.execute("checkpoint")
    connection.close()


CONTENDERS = {
    "bare": bare,
    "figures": figures,
    "pandas": pandas,
    "polars": polars,
    "dlt": dlt,
    "dlt-rows": dlt_rows,
}

if __name__ == "__main__":
    CONTENDERS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
