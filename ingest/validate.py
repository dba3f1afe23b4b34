"""One batch against its schema: the rows that pass, and every fault of every row that does not."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

from ingest.sentences import rules

FAULT_SCHEMA = {
    "row_no": pl.Int64,
    "column_name": pl.String,
    "rule": pl.String,
    "value": pl.String,
    "raw_row": pl.String,
}

#: What a format writes in the place of a figure that breaks a rule of its own: the rule, and what
#: the file says.
_OWN_RULE = r"^(must [^:]*): (.*)$"

#: Ending of a column of ours that keeps what a format made another column from.
AS_WRITTEN = "_as_written"

#: Our column → the column a person wrote it in, where the two differ.
_COLUMNS = {"app_id": "app", "said_from": "as_of", "set_by": "set_on"}


def judge(
    typed: pl.DataFrame, ours: pl.DataFrame, rows: pl.DataFrame, schema: pa.DataFrameSchema
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The figures of the rows that hold every rule, and the faults of the others (FAULT_SCHEMA).

    A row of the file that has several figures goes whole when one of them breaks a rule.

    `ours` is the text the typed rows were made from, row by row; `rows` the file's own rows.
    """
    try:
        schema.validate(typed, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
    else:
        return typed, no_faults()
    faults = _faults(cases, ours, rows)
    bad = faults["row_no"].unique().implode()
    return typed.filter(~pl.col("row_no").cast(pl.Int64).is_in(bad)), faults


def no_faults() -> pl.DataFrame:
    """An empty table of faults."""
    return pl.DataFrame(schema=FAULT_SCHEMA)


def raw_rows(rows: pl.DataFrame, numbers: pl.Series) -> pl.DataFrame:
    """row_no and raw_row (JSON of the row as read) of the numbered rows."""
    wanted = rows.filter(pl.col("row_no").is_in(numbers.implode()))
    columns = pl.struct(pl.exclude("row_no")).struct.json_encode().alias("raw_row")
    return wanted.select(pl.col("row_no").cast(pl.Int64), columns)


def _faults(cases: pl.DataFrame, ours: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
    """One row a broken rule: what was written, in which row, and the row."""
    texts = ours.with_columns(pl.exclude("row_no").cast(pl.String)).with_row_index("index")
    found = cases.select(
        pl.col("index").cast(pl.UInt32), "column", pl.col("check").alias("rule")
    ).join(texts, on="index", how="left")
    value = _written(texts)
    unstarted = found.filter(
        (pl.col("column") == "period_start") & (pl.col("rule") == "not_nullable")
    )["index"]
    follows = pl.col("column").is_in(["period_end", "grain"]) & (pl.col("rule") == "not_nullable")
    implied = follows & value.is_null() & pl.col("index").is_in(unstarted.implode())
    faults = found.filter(~implied).select(
        pl.col("row_no").cast(pl.Int64),
        _column(texts).alias("column_name"),
        pl.coalesce(value.str.extract(_OWN_RULE), _told(value)).alias("rule"),
        pl.coalesce(value.str.extract(_OWN_RULE, 2), value).alias("value"),
    )
    faults = faults.unique(maintain_order=True)
    raw = raw_rows(rows, faults["row_no"].unique())
    return faults.join(raw, on="row_no", how="left").sort("row_no", maintain_order=True)


def _written(texts: pl.DataFrame) -> pl.Expr:
    """The text a fault's column was made from."""
    value = pl.lit(None, pl.String)
    for column in texts.columns[2:]:
        meant = pl.col("column") == column.removesuffix(AS_WRITTEN)
        value = pl.when(meant).then(pl.col(column)).otherwise(value)
    if "period" in texts.columns:
        start = pl.coalesce(pl.col("period_start"), pl.col("period"))
        value = pl.when(pl.col("column") == "period_start").then(start).otherwise(value)
    if "as_of" in texts.columns:
        written = "as_of" + AS_WRITTEN if "as_of" + AS_WRITTEN in texts.columns else "as_of"
        value = pl.when(pl.col("column") == "said_from").then(pl.col(written)).otherwise(value)
    return value


def _column(texts: pl.DataFrame) -> pl.Expr:
    """The column as the file names it: a figure's own where a row has several."""
    named = pl.col("column").replace(_COLUMNS)
    if "value_column" not in texts.columns:
        return named
    return pl.when(pl.col("column") == "value").then(pl.col("value_column")).otherwise(named)


def _told(value: pl.Expr) -> pl.Expr:
    """The rule as a person reads it; of a column that could not be read, what would be."""
    words = {column: form() for column, form in rules.READABLE.items()}
    readable = pl.col("column").replace_strict(words, default=rules.THERE())
    from_source = pl.col("column").is_in(["unit", "basis", "grain"])
    unread = pl.when(value.is_null() & ~from_source).then(pl.lit(rules.THERE()))
    told = unread.otherwise(readable)
    return pl.when(pl.col("rule") == "not_nullable").then(told).otherwise(pl.col("rule"))
