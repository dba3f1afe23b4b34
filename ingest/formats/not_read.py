"""Files that vendors and stores give out and that hold no figure of ours, or none that is dated.

A person who drops one is told what it is and which export to take instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ingest.formats.opened import Opened
from ingest.formats.sums import folded
from ingest.sentences.form import Sentence, sentence
from ingest.unpack import Unreadable

_FIRST_LINES = 8
_ASK_THE_API = sentence("export the figures, or ask the API for sales_report_estimates")
_SALES_SUMMARY = sentence(
    "take the summary of Sales and Trends instead (reports, sales: S_D_… or S_M_…); purchases and"
    " subscriptions are in it"
)
_INSTALLS = sentence(
    "take stats/installs/ (…_overview.csv or …_country.csv) for downloads, and earnings/ or sales/"
    " for money"
)


@dataclass(frozen=True)
class _NotRead:
    """One kind of file: how it is known, what it is, and what to take instead."""

    fits: Callable[[Opened], bool]
    what: Sentence
    instead: Sentence


def refusal(opened: Opened) -> Unreadable | None:
    """What the file is and what to take instead, when it is known and not read."""
    known = next((one for one in _KNOWN if one.fits(opened)), None)
    return Unreadable(known.what, opened.name, known.instead) if known else None


def _columns(*names: str) -> Callable[[Opened], bool]:
    """Whether a table has all these columns."""
    return lambda opened: {*names} <= {folded(column) for column in opened.columns}


def _one_column(*names: str) -> Callable[[Opened], bool]:
    """Whether a table of a package's days has one of these columns."""

    def fits(opened: Opened) -> bool:
        columns = {folded(column) for column in opened.columns}
        return {"date", "package name"} <= columns and bool({*names} & columns)

    return fits


def _says(*keys: str) -> Callable[[Opened], bool]:
    """Whether JSON begins with one of these keys, however deep."""
    return lambda opened: opened.text.is_json and any(f'"{key}"' in opened.head for key in keys)


def _is_finance_report(opened: Opened) -> bool:
    """By a column of its table, which has lines above it: the vendor, the first and last day."""
    lines = opened.head.split("\n", _FIRST_LINES)[:_FIRST_LINES]
    return not opened.text.is_json and any("extended partner share" in x.lower() for x in lines)


_KNOWN = (
    _NotRead(
        _says("serialized_sales_reports"),
        sentence(
            "this is the compact answer of Sensor Tower's API: rows of numbers without names,"
            " and what stands where is in no document that is public"
        ),
        sentence("ask the API for sales_report_estimates, which names each figure"),
    ),
    _NotRead(
        _says("revenueAbsolute", "downloadsAbsolute", "activeUsersMAUAbsolute"),
        sentence(
            "this is the answer behind a table of app.sensortower.com (facets): neither its"
            " period nor its countries stand in it"
        ),
        sentence(
            "export the table as CSV, whose name says both, or ask the API for"
            " sales_report_estimates"
        ),
    ),
    _NotRead(
        _says(
            "humanized_worldwide_last_month_revenue",
            "humanized_worldwide_last_month_downloads",
            "humanized_worldwide_last_30_days_revenue",
            "humanized_worldwide_last_30_days_downloads",
            "worldwide_last_month_revenue",
            "worldwide_last_month_downloads",
        ),
        sentence(
            "this is the JSON of a page of app.sensortower.com: rounded buckets ('< $5k',"
            " '$248m') of a 'last month' that it does not date; they tell a rank at most"
        ),
        _ASK_THE_API,
    ),
    _NotRead(
        _columns("chart", "ranking", "app id"),
        sentence(
            "this is Sensor Tower's category rankings: places in a store's chart, and no figure"
        ),
        sentence(
            "switch on the free source apple-charts for ranks, or map its columns (python -m"
            " ingest map)"
        ),
    ),
    _NotRead(
        lambda opened: _says("facets")(opened) and '"est_' in opened.head,
        sentence(
            "this is the answer behind a table of data.ai: its app and the length of its"
            " periods do not stand in it, and its days are counted in milliseconds"
        ),
        sentence("save the API's history of the app (v1.3), which says both"),
    ),
    _NotRead(
        _is_finance_report,
        sentence(
            "this is Apple's financial report: it is by Apple's fiscal months, which are none"
            " of the calendar"
        ),
        _SALES_SUMMARY,
    ),
    _NotRead(
        _columns("app apple id", "subscription apple id"),
        sentence(
            "this is one of Apple's subscription reports: it counts subscriptions and their events"
        ),
        _SALES_SUMMARY,
    ),
    _NotRead(
        _columns("vendor identifier", "royalty price", "product type identifier"),
        sentence(
            "this is a report of the iTunes Store as it was until 2010, or of music, films or books"
        ),
        _SALES_SUMMARY,
    ),
    _NotRead(
        _one_column("daily average rating", "total average rating", "daily crashes", "daily anrs"),
        sentence("this is Google Play's statistics of ratings or crashes"),
        _INSTALLS,
    ),
    _NotRead(
        _one_column("active subscriptions", "new subscriptions"),
        sentence(
            "this is Google Play's statistics of subscriptions: it counts them, and says"
            " nothing of money"
        ),
        _INSTALLS,
    ),
    _NotRead(
        _one_column("store listing acquisitions", "store listing visitors"),
        sentence(
            "this is Google Play's statistics of the store listing: visits to it and what came"
            " of them, which is a part of all installs"
        ),
        _INSTALLS,
    ),
    _NotRead(
        _columns("package name", "star rating"),
        sentence("this is Google Play's reviews"),
        _INSTALLS,
    ),
)
