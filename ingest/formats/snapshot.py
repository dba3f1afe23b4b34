"""Our own snapshot format: revenue, downloads and active users, as CSV or JSON.

One figure a row (metric, value), or one column a metric. docs/data-formats.md documents it.
"""

from __future__ import annotations

import polars as pl

from ingest.config import Source
from ingest.context import Context
from ingest.formats.columns import filled, refuse_missing, renamed, trimmed, unknown
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable
from ingest.vocabulary import METRIC_UNITS, UNITS

KEY = (
    "app_id",
    "metric",
    "period_start",
    "period_end",
    "grain",
    "platform",
    "country",
    "unit",
    "basis",
    "kind",
    "scope",
    "as_of",
)

_ALIASES = {"app_id": "app", "currency": "unit"}
_KNOWN = (
    "app metric value period period_start period_end grain platform country unit basis kind"
    " bound scope note publisher address as_of illustrative"
).split()


def recognise(opened: Opened) -> str | None:
    """Ours when it names an app, a period, and figures of one kind or another."""
    named = {name.strip().lower() for name in (*opened.columns, *opened.keys)}
    figures = {"metric", "value"} <= named or named & {"revenue", "downloads", "mau"}
    whose = named & {"app", "app_id"} and named & {"period", "period_start"}
    return "" if whose and figures else None


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours, one figure a row, and the columns passed over.

    Raises Unreadable when a needed column is missing or the file contradicts its source.
    """
    source, name = context.source, context.name
    names = {column: column.strip().lower() for column in rows.columns}
    rows = trimmed(renamed(rows, {old: _ALIASES.get(new, new) for old, new in names.items()}, name))
    wide = [metric for metric in source.metrics if metric in rows.columns]
    period = "period" if "period" in rows.columns else "period_start"
    refuse_missing(rows.columns, ["app", period, *([] if wide else ["metric", "value"])], name)
    _refuse_unmarked(rows, source, name)
    extra = unknown(rows.columns, [*_KNOWN, *wide])
    if wide:
        rows = _long(rows, wide, name)
    ours = rows.select(
        pl.col("row_no"),
        *([pl.col("metric").alias("value_column")] if wide else []),
        pl.col("app").alias("app_id"),
        pl.col("metric").str.to_lowercase(),
        filled(rows, "period", None),
        filled(rows, "period_start", None),
        filled(rows, "period_end", None),
        filled(rows, "grain", None).str.to_lowercase(),
        filled(rows, "platform", context.word("platform") or "all").str.to_lowercase(),
        filled(rows, "country", context.word("country") or "WW").str.to_uppercase(),
        pl.col("value"),
        filled(rows, "unit", None),
        filled(rows, "basis", None).str.to_lowercase(),
        filled(rows, "kind", source.kind).str.to_lowercase(),
        filled(rows, "bound", "exact").str.to_lowercase(),
        filled(rows, "scope", None),
        pl.lit(None, pl.String).alias("issuer"),
        filled(rows, "publisher", None),
        filled(rows, "address", None),
        pl.lit(None, pl.String).alias("quality"),
        filled(rows, "note", None),
        _as_of(rows, context),
    )
    return _with_units(ours, context), extra


def _long(rows: pl.DataFrame, wide: list[str], name: str) -> pl.DataFrame:
    """One figure a row; an empty cell is no figure, so it makes no row."""
    if "metric" in rows.columns or "value" in rows.columns:
        raise Unreadable(
            sentence("the file has both 'value' rows and a column '{column}'", column=wide[0]),
            name,
            sentence("write one figure a row, or one column a metric, not both"),
        )
    index = [column for column in rows.columns if column not in wide]
    return (
        rows.unpivot(on=wide, index=index, variable_name="metric", value_name="value")
        .filter(pl.col("value").is_not_null())
        .sort("row_no", maintain_order=True)
    )


def _refuse_unmarked(rows: pl.DataFrame, source: Source, name: str) -> None:
    """A file that calls itself invented may not come in through a source that does not."""
    if source.illustrative or "illustrative" not in rows.columns:
        return
    marked = rows.filter(pl.col("illustrative").str.to_lowercase().is_in(["true", "1", "yes"]))
    if marked.height:
        raise Unreadable(
            sentence(
                "row {row} says its figures are invented, source '{source}' says they are real",
                row=f"{marked['row_no'][0]:,}",
                source=source.source_id,
            ),
            name,
            sentence(
                "set illustrative = true for the source in config/sources.toml, or drop the"
                " right file"
            ),
        )


def _as_of(rows: pl.DataFrame, context: Context) -> pl.Expr:
    if context.source.as_of == "column":
        refuse_missing(rows.columns, ["as_of"], context.name)
        return pl.col("as_of")
    if "as_of" in rows.columns:
        return filled(rows, "as_of", context.as_of())
    return filled(rows, "as_of", context.require("as_of")["as_of"])


def _with_units(ours: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Units in one spelling; counts need none stated, money takes the source's."""
    spelling = {unit.lower(): unit for unit in UNITS}
    counted = pl.col("metric").is_in(list(METRIC_UNITS))
    unit = pl.col("unit").str.to_lowercase().replace(spelling)
    return ours.with_columns(
        unit.fill_null(
            pl.when(counted)
            .then(pl.col("metric").replace(METRIC_UNITS))
            .otherwise(pl.lit(context.word("unit"), pl.String))
        ),
        pl.col("basis").fill_null(
            pl.when(counted)
            .then(pl.lit("none"))
            .otherwise(pl.lit(context.word("basis"), pl.String))
        ),
    )


FORMAT = Format(
    name="snapshot",
    title="our own: revenue, downloads and users, a figure a row or a column a metric",
    table="observation",
    key=KEY,
    to_ours=to_ours,
    recognise=recognise,
)
