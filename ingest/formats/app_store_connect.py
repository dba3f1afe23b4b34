"""App Store Connect, Sales and Trends: the sales summary of one's own apps.

A row is a product, country, price and the like; the rows of an app and country add up to a figure.
docs/formats/app-store-connect.md documents it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TextIO

import polars as pl

from ingest.context import Context
from ingest.formats import cells
from ingest.formats.columns import refuse_missing, trimmed, unknown
from ingest.formats.csv_rows import BATCH_ROWS, read_header
from ingest.formats.figures import figures
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.formats.snapshot import KEY
from ingest.formats.sums import AMOUNT, added_up, folded, is_amount, refuse_unread, table, whole
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable
from ingest.vocabulary import COUNTRIES, MONEY

_NEEDED = (
    "SKU",
    "Product Type Identifier",
    "Units",
    "Developer Proceeds",
    "Begin Date",
    "End Date",
    "Country Code",
    "Currency of Proceeds",
    "Apple Identifier",
)
_PARENT = "Parent Identifier"
_WANTED = {folded(column): column for column in (*_NEEDED, _PARENT)}
#: Columns that say nothing a figure needs.
_DROPPED = {
    folded(column)
    for column in (
        "Provider;Provider Country;Developer;Title;Version;Customer Currency;Customer Price"
        ";Promo Code;Subscription;Period;Category;CMB;Device;Supported Platforms;Proceeds Reason"
        ";Preserved Pricing;Client;Order Type"
    ).split(";")
}

#: Product types by how they begin, as Apple lists them; those of a Mac begin with F or end in -M.
_MAC = r"^F|-M$"
_DOWNLOAD, _AGAIN, _UPDATE = r"^1(F|T|E|EP|EU|-B)?$", r"^3", r"^7"
_PURCHASE, _RESTORED = r"^IA", r"^IA3"

#: The app of purchases that name none, as a question about it calls them.
NO_PARENT = "in-app purchases without a Parent Identifier"


def recognise(opened: Opened) -> str | None:
    """By its header: the columns a sum needs, in whatever order."""
    present = {folded(column) for column in opened.columns}
    fits = {folded(column) for column in _NEEDED} <= present
    return f"{len(opened.columns)} columns" if fits else None


def read(opened: Opened) -> Iterator[pl.DataFrame]:
    """The whole report as one batch of the columns that figures need."""
    is_apples = opened.text is not None and opened.text.delimiter == "\t"
    return whole(
        _unquoted_rows(opened) if is_apples else table(opened), _WANTED, _DROPPED, opened.name
    )


def _unquoted_rows(opened: Opened) -> Iterator[pl.DataFrame]:
    """Rows of Apple's own file: tabs, and quotes that are part of a title."""
    assert opened.text is not None
    header = read_header(opened.text)
    with opened.text.path.open(encoding="utf-8", newline="") as handle:
        lines = _lines(handle, opened.name)
        next(lines)
        rows: list[tuple[int, *tuple[str, ...]]] = []
        for number, fields in enumerate(lines, start=2):
            if not any(field.strip() for field in fields):
                continue
            if len(fields) < len(header) or any(fields[len(header) :]):
                raise Unreadable(
                    sentence(
                        "row {row} has {fields} fields where the header has {header}",
                        row=f"{number:,}",
                        fields=len(fields),
                        header=len(header),
                    ),
                    opened.name,
                    sentence("the file is cut off or damaged; fetch it again, nothing was loaded"),
                )
            rows.append((number, *fields[: len(header)]))
            if len(rows) == BATCH_ROWS:
                yield _batch(header, rows)
                rows = []
        if rows:
            yield _batch(header, rows)


def _lines(handle: TextIO, name: str) -> Iterator[list[str]]:
    number = 0
    try:
        for fields in csv.reader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield fields
            number += 1
    except csv.Error as error:
        raise Unreadable(
            sentence("row {row} cannot be read: {why}", row=f"{number + 1:,}", why=error),
            name,
            sentence("the file is damaged; fetch it again, nothing was loaded"),
        ) from error


def _batch(header: list[str], rows: list[tuple[int, *tuple[str, ...]]]) -> pl.DataFrame:
    schema = {"row_no": pl.UInt32} | dict.fromkeys(header, pl.String)
    return pl.DataFrame(rows, schema=schema, orient="row")


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours, a figure an app, country and period, and what was passed over.

    Raises Unreadable when a column is missing or a row cannot be read.
    """
    refuse_missing(rows.columns, _NEEDED, context.name)
    as_of = context.require("as_of")["as_of"]
    rows = trimmed(rows.with_columns(pl.col(pl.Categorical).cast(pl.String)))
    if _PARENT not in rows.columns:
        rows = rows.with_columns(pl.lit(None, pl.String).alias(_PARENT))
    sales = _sales(rows, context.name)
    ours = pl.concat(
        [
            _figures(_sold(sales), "revenue", "Developer Proceeds", as_of),
            _figures(_fetched(sales), "downloads", "Units", as_of),
        ]
    )
    extra = unknown(rows.columns, list(_WANTED.values()))
    return ours.sort("row_no", maintain_order=True), extra + _passed_over(sales)


def _sold(sales: pl.DataFrame) -> pl.DataFrame:
    """Rows with money in them, and purchases; a free download says nothing of revenue."""
    kind = pl.col("type")
    purchase = kind.str.contains(_PURCHASE) & ~kind.str.contains(_RESTORED)
    told = pl.col("unit").is_not_null() & (purchase | (pl.col("amount") != 0))
    return sales.filter(~kind.str.contains(_MAC) & told)


def _fetched(sales: pl.DataFrame) -> pl.DataFrame:
    """First downloads. A refund gives money back; the app was downloaded all the same."""
    first = pl.col("type").str.contains(_DOWNLOAD) & (pl.col("units") > 0)
    counted = pl.col("units").cast(AMOUNT).alias("amount")
    return sales.filter(first).with_columns(counted, pl.lit("downloads").alias("unit"))


def _sales(rows: pl.DataFrame, name: str) -> pl.DataFrame:
    """Each row's app, period, country, type, units and money, all of them read."""
    units, proceeds = pl.col("Units"), pl.col("Developer Proceeds")
    begin, end = (cells.day(pl.col(c), slashes="MDY") for c in ("Begin Date", "End Date"))
    kind = pl.col("Product Type Identifier")
    _refuse_unread_sales(rows, begin, end, name)
    count = units.cast(AMOUNT).cast(pl.Int64)
    return rows.select(
        "row_no",
        _app(rows, kind).alias("app_id"),
        kind.alias("type"),
        begin.alias("period_start"),
        end.alias("period_end"),
        pl.col("Country Code").alias("country"),
        pl.col("Currency of Proceeds").alias("unit"),
        count.alias("units"),
        (count.cast(AMOUNT) * proceeds.cast(AMOUNT)).alias("amount"),
    )


def _refuse_unread_sales(rows: pl.DataFrame, begin: pl.Expr, end: pl.Expr, name: str) -> None:
    kind = pl.col("Product Type Identifier")
    known = "|".join((_MAC, _DOWNLOAD, _AGAIN, _UPDATE, _PURCHASE))
    units, proceeds = pl.col("Units"), pl.col("Developer Proceeds")
    country, currency = pl.col("Country Code"), pl.col("Currency of Proceeds")
    must = {
        "SKU": (pl.col("SKU").is_not_null(), sentence("an SKU")),
        "Apple Identifier": (pl.col("Apple Identifier").is_not_null(), sentence("an app's number")),
        "Product Type Identifier": (
            kind.str.contains(known),
            sentence("a product type of Apple's list"),
        ),
        "Units": (units.str.contains(r"^-?\d{1,12}(\.0+)?$"), sentence("a whole number")),
        "Developer Proceeds": (is_amount(proceeds), sentence("a plain number such as 18.19")),
        "Begin Date": (_is_day(begin), sentence("a day such as 10/31/2025")),
        "End Date": (_is_day(end), sentence("a day such as 10/31/2025")),
        "Country Code": (country.is_in(list(COUNTRIES)), sentence("a country code")),
        "Currency of Proceeds": (
            currency.is_in(MONEY) | (currency.is_null() & proceeds.str.contains(r"^0*(\.0+)?$")),
            sentence("a currency code"),
        ),
    }
    refuse_unread(rows, must, name)


def _is_day(text: pl.Expr) -> pl.Expr:
    return text.str.to_date("%Y-%m-%d", strict=False).is_not_null()


def _app(rows: pl.DataFrame, kind: pl.Expr) -> pl.Expr:
    """An app's Apple Identifier; of a purchase that of the app whose SKU is its parent.

    A purchase whose app has no row of its own in the file is known by that SKU alone.
    """
    purchase = kind.str.contains(r"^IA|^FI")
    own = rows.filter(~purchase).unique("SKU", keep="first", maintain_order=True)
    numbers = dict(zip(own["SKU"], own["Apple Identifier"], strict=True))
    parent = pl.col(_PARENT).replace(numbers).fill_null(pl.lit(NO_PARENT))
    return pl.when(purchase).then(parent).otherwise(pl.col("Apple Identifier"))


def _figures(parts: pl.DataFrame, metric: str, column: str, as_of: str) -> pl.DataFrame:
    by = ["app_id", "period_start", "period_end", "country", "unit"]
    money = metric == "revenue"
    return figures(
        added_up(parts, by),
        value_column=column,
        app_id=pl.col("app_id"),
        metric=metric,
        period_start=pl.col("period_start"),
        period_end=_ended(as_of),
        grain=_grain(),
        platform="ios",
        country=pl.col("country"),
        value=pl.col("value"),
        unit=pl.col("unit"),
        basis="net_of_store" if money else "none",
        kind="reported",
        as_of=as_of,
    )


def _ended(as_of: str) -> pl.Expr:
    """The report's own last day; said before it, it can cover no more than that day."""
    end, part = pl.col("period_end"), pl.col("period_start") <= as_of
    return pl.when(part & (end > as_of)).then(pl.lit(as_of)).otherwise(end)


def _grain() -> pl.Expr:
    """A week by its seven days; whole days, months and years show themselves by their ends."""
    start, end = (
        pl.col(column).str.to_date("%Y-%m-%d") for column in ("period_start", "period_end")
    )
    month = (start.dt.day() == 1) & (start.dt.month_end() == end)
    year = (start.dt.ordinal_day() == 1) & (start.dt.offset_by("1y").dt.offset_by("-1d") == end)
    return (
        pl.when(start == end)
        .then(pl.lit("day"))
        .when((end - start).dt.total_days() == 6)
        .then(pl.lit("week"))
        .when(month)
        .then(pl.lit("month"))
        .when(year)
        .then(pl.lit("year"))
    )


def _passed_over(sales: pl.DataFrame) -> list[str]:
    """What of the report is in no figure, in words, with how many rows."""
    kind = pl.col("type")
    mac = kind.str.contains(_MAC)
    reasons = {
        "re-downloads (types 3…)": ~mac & kind.str.contains(_AGAIN),
        "updates (types 7…)": ~mac & kind.str.contains(_UPDATE),
        "restored purchases (IA3)": ~mac & kind.str.contains(_RESTORED),
        "Mac apps (types F…, …-M), which are not iOS": mac,
    }
    counted = sales.select(holds.sum().alias(reason) for reason, holds in reasons.items())
    return [
        f"{count:,} rows of {reason}"
        for reason, count in counted.row(0, named=True).items()
        if count
    ]


FORMATS = (
    Format(
        name="app_store_connect.sales",
        title="App Store Connect, sales summary of one's own apps",
        table="observation",
        key=KEY,
        to_ours=to_ours,
        recognise=recognise,
        read=read,
        asks_for_apps=True,
    ),
)
