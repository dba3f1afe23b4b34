"""Google Play Console, financial reports: earnings and estimated sales of one's own apps.

A row is one charge, fee, tax or order; the rows of an app and day add up to a figure. Who bought
(state, postal code, city, order number) is dropped as the file is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from ingest.context import Context
from ingest.formats import cells
from ingest.formats.columns import refuse_missing, trimmed, unknown
from ingest.formats.figures import figures, period_end
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.formats.snapshot import KEY
from ingest.formats.sums import (
    AMOUNT,
    added_up,
    distinct,
    folded,
    is_amount,
    refuse_unread,
    table,
    whole,
)
from ingest.places import codes
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable
from ingest.vocabulary import COUNTRIES, MONEY

#: The vendor's columns, folded, and what we call them; of several with one meaning the first wins.
_EARNINGS = {
    "transaction date": "Transaction Date",
    "transaction type": "Transaction Type",
    "package id": "Product id",
    "package name": "Product id",
    "product id": "Product id",
    "buyer country": "Buyer Country",
    "merchant currency": "Merchant Currency",
    "amount (merchant currency)": "Amount (Merchant Currency)",
}
_EARNINGS_DROPPED = (
    "description;transaction time;tax type;refund type;product title;product type;sku id;hardware"
    ";buyer state;buyer postal code;buyer postcode;buyer currency;amount (buyer currency)"
    ";currency conversion rate;base plan id;offer id;product id;group id;first usd 1m eligible"
    ";promotion id;featured product id;fee description;sales channel;service fee %"
).split(";")
_SALES = {
    "order charged date": "Order Charged Date",
    "financial status": "Financial Status",
    "package id": "Product ID",
    "package name": "Product ID",
    "product id": "Product ID",
    "currency of sale": "Currency of Sale",
    "charged amount": "Charged Amount",
    "country of buyer": "Country of Buyer",
}
_SALES_DROPPED = (
    "order number;order charged timestamp;device model;product title;product type;sku id;item price"
    ";taxes collected;city of buyer;state of buyer;postal code of buyer;postcode of buyer"
    ";base plan id;offer id;group id;first usd 1m eligible;promotion id;coupon value;discount rate"
    ";featured product id;product id;price experiment id"
).split(";")
#: Every transaction type is part of what is paid out; these alone are what customers paid.
_CHARGES = ("charge", "charge refund")
_STATUSES = {"charged": 1, "refund": -1, "partial refund": -1, "cancelled": 0, "canceled": 0}


@dataclass(frozen=True)
class _Report:
    """Which columns of a report hold what."""

    day: str
    app: str
    country: str
    currency: str
    amount: str
    what: str  # the kind of the transaction, or where the order stands


_OF_EARNINGS = _Report(
    "Transaction Date",
    "Product id",
    "Buyer Country",
    "Merchant Currency",
    "Amount (Merchant Currency)",
    "Transaction Type",
)
_OF_SALES = _Report(
    "Order Charged Date",
    "Product ID",
    "Country of Buyer",
    "Currency of Sale",
    "Charged Amount",
    "Financial Status",
)


def recognise_earnings(opened: Opened) -> str | None:
    """By its header: amounts in the merchant's currency by transaction type."""
    present = {folded(column) for column in opened.columns}
    if not {"transaction date", "transaction type", "amount (merchant currency)"} <= present:
        return None
    return "with offers" if present & {"base plan id", "offer id"} else "without offers"


def recognise_sales(opened: Opened) -> str | None:
    """By its header: orders with where they stand and what was charged."""
    present = {folded(column) for column in opened.columns}
    if not {"order charged date", "financial status", "charged amount"} <= present:
        return None
    if "first usd 1m eligible" in present:
        return "with promotions"
    return "with offers" if present & {"base plan id", "offer id"} else "without offers"


def read_earnings(opened: Opened) -> Iterator[pl.DataFrame]:
    """The whole report as one batch, without who bought."""
    return whole(table(opened), _EARNINGS, _EARNINGS_DROPPED, opened.name)


def read_sales(opened: Opened) -> Iterator[pl.DataFrame]:
    """The whole report as one batch, without who bought."""
    return whole(table(opened), _SALES, _SALES_DROPPED, opened.name)


def earnings_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Gross and net of an app and day, for each country and for the world, in one currency.

    Raises Unreadable when a column is missing or a row cannot be read.
    """
    as_of = context.require("as_of")["as_of"]
    paid, told = _payments(rows, _OF_EARNINGS, context.name)
    charged = paid.filter(pl.col("what").str.to_lowercase().is_in(_CHARGES))
    figures_of = [
        _figures(part.with_columns(country), basis, _OF_EARNINGS, as_of)
        for basis, part in (("gross", charged), ("net_of_store", paid))
        for part, country in (
            (part.filter(pl.col("country").is_not_null()), pl.col("country")),
            (part, pl.lit("WW").alias("country")),
        )
    ]
    nowhere = _rows_in(paid.filter(pl.col("country").is_null()))
    if nowhere:
        told.append(f"{nowhere:,} rows without a country: in the world's figures only")
    return pl.concat(figures_of).sort("row_no", maintain_order=True), told


def sales_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """What customers of a country paid on a day, a figure an app and currency.

    Raises Unreadable when a column is missing or a row cannot be read.
    """
    as_of = context.require("as_of")["as_of"]
    paid, told = _payments(rows, _OF_SALES, context.name)
    settled = _signed(paid, context.name)
    placed = settled.filter(pl.col("country").is_not_null())
    over = placed.filter(pl.col("day") != as_of)
    reasons = {
        "orders that were cancelled": _rows_in(paid) - _rows_in(settled),
        "orders without a country": _rows_in(settled) - _rows_in(placed),
        f"orders of {as_of}, a day not over when it was said": _rows_in(placed) - _rows_in(over),
    }
    told += [f"{count:,} {reason}" for reason, count in reasons.items() if count]
    return _figures(over, "gross", _OF_SALES, as_of), told


def _signed(orders: pl.DataFrame, name: str) -> pl.DataFrame:
    """Orders that were paid or paid back; what was paid back is below zero, however written."""
    status = pl.col("what").str.to_lowercase()
    strange = orders.filter(~status.is_in(list(_STATUSES)))
    if strange.height:
        raise Unreadable(
            sentence(
                "row {row}: the order is {status}, which is none of {words}",
                row=f"{strange['row_no'][0]:,}",
                status=repr(strange["what"][0]),
                words=", ".join(_STATUSES),
            ),
            name,
            sentence("whether it was paid cannot be known, so nothing was loaded"),
        )
    sign = status.replace_strict(_STATUSES, return_dtype=pl.Int8)
    amount = pl.when(sign < 0).then(-pl.col("amount").abs()).otherwise(pl.col("amount"))
    return orders.with_columns(amount).filter(sign != 0)


def _payments(rows: pl.DataFrame, report: _Report, name: str) -> tuple[pl.DataFrame, list[str]]:
    """Each row's app, day, country, currency and exact amount, and what was passed over."""
    known = [report.day, report.app, report.country, report.currency, report.amount, report.what]
    refuse_missing(rows.columns, known, name)
    extra = unknown(rows.columns, known)
    rows = trimmed(distinct(rows).with_columns(pl.col(pl.Categorical).cast(pl.String)))
    day, amount = cells.day(pl.col(report.day)), cells.figure(pl.col(report.amount))
    country = pl.col(report.country).replace(codes(rows[report.country]))
    must = {
        report.day: (day.str.to_date("%Y-%m-%d", strict=False).is_not_null(), sentence("a day")),
        report.what: (pl.col(report.what).is_not_null(), sentence("the kind of the row")),
        report.amount: (is_amount(amount), sentence("a plain number such as 1234.56")),
        report.currency: (pl.col(report.currency).is_in(MONEY), sentence("a currency code")),
        report.country: (country.is_null() | country.is_in(list(COUNTRIES)), sentence("a country")),
    }
    refuse_unread(rows, must, name)
    paid = rows.select(
        "row_no",
        pl.col(report.app).alias("app_id"),
        day.alias("day"),
        country.alias("country"),
        pl.col(report.currency).alias("unit"),
        pl.col(report.what).alias("what"),
        "times",
        (amount.cast(AMOUNT) * pl.col("times").cast(AMOUNT)).alias("amount"),
    )
    of_apps = paid.filter(pl.col("app_id").is_not_null())
    if of_account := _rows_in(paid) - _rows_in(of_apps):
        extra.append(f"{of_account:,} rows of the account, of no app")
    return of_apps, extra


def _rows_in(paid: pl.DataFrame) -> int:
    """How many rows of the file."""
    return int(paid["times"].sum())


def _figures(paid: pl.DataFrame, basis: str, report: _Report, as_of: str) -> pl.DataFrame:
    return figures(
        added_up(paid, ["app_id", "day", "country", "unit"]),
        value_column=report.amount,
        app_id=pl.col("app_id"),
        metric="revenue",
        period_start=pl.col("day"),
        period_end=period_end(pl.col("day"), "day", as_of),
        grain="day",
        platform="android",
        country=pl.col("country"),
        value=pl.col("value"),
        unit=pl.col("unit"),
        basis=basis,
        kind="reported",
        as_of=as_of,
    )


FORMATS = (
    Format(
        name="google_play.earnings",
        title="Google Play Console, earnings: each charge, fee and tax of one's own apps",
        table="observation",
        key=KEY,
        to_ours=earnings_to_ours,
        recognise=recognise_earnings,
        read=read_earnings,
        asks_for_apps=True,
    ),
    Format(
        name="google_play.sales",
        title="Google Play Console, estimated sales: each order, in the buyer's currency",
        table="observation",
        key=KEY,
        to_ours=sales_to_ours,
        recognise=recognise_sales,
        read=read_sales,
        asks_for_apps=True,
    ),
)
