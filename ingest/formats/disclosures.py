"""What companies, brokers and the press said: seeds/disclosures.csv and files like it.

Each row is one statement with its publisher and address. The same figure from two publishers is
two rows on purpose; only rows equal in every column are repetitions.
"""

from __future__ import annotations

import polars as pl

from ingest.context import Context
from ingest.formats.columns import filled, refuse_missing, trimmed, unknown
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.vocabulary import EARLIEST, MONEY

KEY = (
    "app_id",
    "metric",
    "period_start",
    "period_end",
    "grain",
    "unit",
    "value",
    "bound",
    "basis",
    "kind",
    "scope",
    "issuer",
    "publisher",
    "address",
    "quality",
    "note",
    "as_of",
)

_NEEDED = (
    "entity metric period_type period_start period_end value unit basis bound"
    " source_publisher source_url published_on"
).split()
_KNOWN = [*_NEEDED, "scope", "quality", "verification", "note", "issuer", "set_on"]

_KIND = {
    "reported": "reported",
    "guidance": "guidance",
    "forecast": "forecast",
    "third_party_estimate": "estimate",
    "press": "press",
}
#: What each money metric counts. Receipts, recognised revenue and a month times twelve are three
#: different things; a price or a valuation is none of them.
_BASIS = {
    "revenue": "recognised",
    "app_revenue": "gross",
    "iap_revenue": "gross",
    "gross_receipts": "cash",
    "arr": "run_rate",
    "annualised_revenue": "run_rate",
    "quarter_annualised_revenue": "run_rate",
}


def recognise(opened: Opened) -> str | None:
    """Ours when it has every needed column."""
    return "" if set(_NEEDED) <= {*opened.columns, *opened.keys} else None


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours and the columns passed over.

    Raises Unreadable when a needed column is missing.
    """
    rows = trimmed(rows)
    refuse_missing(rows.columns, _NEEDED, context.name)
    undated_as_of = context.source.undated_as_of
    undated = undated_as_of.isoformat() if undated_as_of else None
    said = pl.col("published_on").fill_null(pl.lit(undated, pl.String))
    first, last = _days(said)
    set_from, set_by = _days(filled(rows, "set_on", None))
    ours = rows.select(
        pl.col("row_no"),
        pl.col("entity").alias("app_id"),
        pl.col("metric"),
        pl.col("period_start"),
        pl.col("period_end"),
        pl.col("period_type").replace("as_of", "point").alias("grain"),
        pl.lit("all").alias("platform"),
        pl.lit("WW").alias("country"),
        pl.col("value"),
        pl.col("unit"),
        _basis().alias("basis"),
        _kind(rows).alias("kind"),
        pl.col("bound"),
        filled(rows, "scope", None),
        filled(rows, "issuer", None),
        pl.col("source_publisher").alias("publisher"),
        pl.col("source_url").alias("address"),
        filled(rows, "quality", None),
        _note(rows),
        pl.coalesce(_earliest_if_undated(), first).alias("said_from"),
        last.alias("as_of"),
        set_from.alias("set_from"),
        set_by.alias("set_by"),
        said.alias("as_of_as_written"),
        filled(rows, "set_on", None).alias("set_by_as_written"),
    )
    return ours, unknown(rows.columns, _KNOWN)


def _days(said: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """First and last day of a day, month or year as written; a text that is none stays as it is."""
    month = pl.when(said.str.contains(r"^\d{4}-\d{2}$")).then(said + "-01")
    year = pl.when(said.str.contains(r"^\d{4}$"))
    month_end = month.str.to_date("%Y-%m-%d", strict=False).dt.month_end().cast(pl.String)
    first = pl.coalesce(month, year.then(said + "-01-01"), said)
    return first, pl.coalesce(month_end, year.then(said + "-12-31"), said)


def _earliest_if_undated() -> pl.Expr:
    """Of a row without a date: nobody speaks of the past before it begins; an aim may be old."""
    ahead = pl.col("basis").is_in(["guidance", "forecast"])
    earliest = pl.when(ahead).then(pl.lit(EARLIEST.isoformat())).otherwise(pl.col("period_start"))
    return pl.when(pl.col("published_on").is_null()).then(earliest)


def _basis() -> pl.Expr:
    stated = pl.col("metric").replace_strict(_BASIS, default="none")
    return pl.when(pl.col("unit").is_in(MONEY)).then(stated).otherwise(pl.lit("none"))


def _kind(rows: pl.DataFrame) -> pl.Expr:
    """A run rate is the company's own figure when the company said it, the press's otherwise."""
    by_company = filled(rows, "quality", None) == "company"
    run_rate = pl.when(by_company).then(pl.lit("reported")).otherwise(pl.lit("press"))
    plain = pl.col("basis").replace(_KIND)
    return pl.when(pl.col("basis") == "run_rate").then(run_rate).otherwise(plain)


def _note(rows: pl.DataFrame) -> pl.Expr:
    parts = [filled(rows, "verification", None), filled(rows, "note", None)]
    joined = pl.concat_str(parts, separator="; ", ignore_nulls=True)
    return pl.when(joined != "").then(joined).alias("note")


FORMAT = Format(
    name="disclosures",
    title="what companies, brokers and the press said, a statement a row",
    table="observation",
    key=KEY,
    to_ours=to_ours,
    recognise=recognise,
    is_feed=False,
)
