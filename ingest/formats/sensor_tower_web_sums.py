"""One figure of several cells: iPhone and iPad make iOS, several store listings make one app.

Sums are exact decimals. A cell that cannot be read stands for its whole sum, as written and in its
own row, so that the sum is refused where it is wrong.
"""

from __future__ import annotations

import polars as pl

from ingest.formats.cells import below_note, figure
from ingest.formats.sensor_tower_web_said import DEVICES, USERS
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

EXACT = pl.Decimal(38, 10)
#: What makes a figure one figure; every other difference between cells is a part of it.
FIGURE = ["app", "metric", "start", "country", "platform"]
_CELL = [*FIGURE, "sku", "device"]
_TWICE = "one person can be counted twice"


def summed(cells: pl.DataFrame, name: str) -> pl.DataFrame:
    """One row a figure from one row a cell: FIGURE, row_no, value_column, value (text), note.

    `cells` has FIGURE, app_name, sku, device (iPhone, iPad or nothing), row_no, value_column, text.
    Raises Unreadable when two cells about the same thing differ, or the file has iPads only.
    """
    cells = cells.with_columns(
        figure(pl.col("text")).alias("plain"), below_note(pl.col("text")).alias("below")
    ).with_columns(pl.col("plain").cast(EXACT, strict=False).alias("number"))
    cells = _once(cells, name)
    cells = _without_parts(cells)
    _refuse_ipads_alone(cells, name)
    unread = cells.filter(pl.col("plain").is_not_null() & pl.col("number").is_null())
    whole = cells.join(unread, on=FIGURE, how="anti", nulls_equal=True)
    sums = whole.group_by(FIGURE, maintain_order=True).agg(
        pl.col("row_no").filter(pl.col("number").is_not_null()).min(),
        pl.col("value_column", "app_name").first(),
        pl.col("number").sum().alias("sum"),
        pl.col("number").count().alias("counted"),
        *_what_was_added(),
    )
    stated = sums.filter(pl.col("counted") > 0).with_columns(
        _text(pl.col("sum")).alias("value"), _note().alias("note")
    )
    wrong = unread.with_columns(value=pl.col("plain"), note=pl.lit(None, pl.String))
    columns = [*FIGURE, "row_no", "value_column", "value", "note", "app_name"]
    return pl.concat([stated.select(columns), wrong.select(columns)]).sort(
        "row_no", maintain_order=True
    )


def _once(cells: pl.DataFrame, name: str) -> pl.DataFrame:
    """Each cell once: a repeated row is no second figure, a contradicting one refuses the file."""
    cells = cells.unique([*_CELL, "plain", "below"], keep="first", maintain_order=True)
    twice = cells.filter(pl.struct(_CELL).is_duplicated())
    if not twice.height:
        return cells
    one = twice.row(0, named=True)
    other = twice.filter(
        pl.all_horizontal(pl.col(column).eq_missing(pl.lit(one[column])) for column in _CELL)
    ).row(1, named=True)
    about = ", ".join(str(one[key]) for key in ("app", "sku", "device", "start") if one[key])
    raise Unreadable(
        sentence(
            "rows {row} and {other_row} both state {column} of {about}, and differ: '{value}'"
            " and '{other_value}'",
            row=f"{one['row_no']:,}",
            other_row=f"{other['row_no']:,}",
            column=one["value_column"],
            about=about,
            value=one["text"],
            other_value=other["text"],
        ),
        name,
        sentence("export it again with App ID, Country / Region and Device, which tell rows apart"),
    )


def _without_parts(cells: pl.DataFrame) -> pl.DataFrame:
    """Where a file has an app's platform as a whole beside its devices, the whole alone."""
    stated = pl.col("device").is_null() & pl.col("plain").is_not_null()
    has_whole = stated.any().over([*FIGURE, "sku"])
    return cells.filter(pl.col("device").is_null() | ~has_whole)


def _refuse_ipads_alone(cells: pl.DataFrame, name: str) -> None:
    """A file filtered to iPads looks like iOS, and is a small part of it."""
    devices = set(cells.filter(pl.col("plain").is_not_null())["device"])
    if "iPad" in devices and not devices & {"iPhone", None}:
        raise Unreadable(
            sentence("the file has figures of the iPad and none of the iPhone, so none of iOS"),
            name,
            sentence("export it for all devices"),
        )


def _what_was_added() -> list[pl.Expr]:
    stated = pl.col("number").is_not_null()
    return [
        *(
            (stated & (pl.col("device") == device)).any().alias(device)
            for device in DEVICES.values()
        ),
        (stated & pl.col("device").is_null()).any().alias("whole"),
        pl.col("sku").filter(stated).n_unique().alias("skus"),
        pl.col("below").drop_nulls().unique(maintain_order=True).str.join("; ").alias("below"),
    ]


def _note() -> pl.Expr:
    """What was added, and what of a sum the file does not state."""
    iphone, ipad, skus = pl.col("iPhone"), pl.col("iPad"), pl.col("skus")
    of_users = pl.col("metric").is_in(USERS) & (pl.col("counted") > 1)
    parts = [
        pl.when(iphone & ipad).then(pl.lit("iPhone and iPad added")),
        pl.when(iphone & ~ipad & ~pl.col("whole")).then(pl.lit("no iPad figure in the file")),
        pl.when(ipad & ~iphone & ~pl.col("whole")).then(pl.lit("no iPhone figure in the file")),
        pl.when(skus > 1).then(pl.format("{} store listings added", skus)),
        pl.when(of_users).then(pl.lit(_TWICE)),
        pl.when(pl.col("below") != "").then(pl.format("a part is {}", pl.col("below"))),
    ]
    joined = pl.concat_str(parts, separator="; ", ignore_nulls=True)
    return pl.when(joined != "").then(joined)


def _text(number: pl.Expr) -> pl.Expr:
    text = number.cast(pl.String)
    return text.str.strip_chars_end("0").str.strip_chars_end(".")
