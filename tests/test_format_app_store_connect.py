"""App Store Connect's sales summary: proceeds per unit, many currencies, product types, refunds."""

from __future__ import annotations

import random

import pytest

from tests.ingest_fixtures import Desk
from tests.store_fixtures import (
    VENDOR,
    counts,
    figures,
    gzipped,
    of_format,
    passed_over,
    tab_table,
)

pytestmark = pytest.mark.usefixtures("on_one_core")

OLD = (
    "Provider;Provider Country;SKU;Developer;Title;Version;Product Type Identifier;Units"
    ";Developer Proceeds;Begin Date;End Date;Customer Currency;Country Code;Currency of Proceeds"
    ";Apple Identifier;Customer Price;Promo Code;Parent Identifier;Subscription;Period"
).split(";")
NEW = [
    *OLD,
    *"Category;CMB;Device;Supported Platforms;Proceeds Reason;Preserved Pricing".split(";"),
    *("Client", "Order Type"),
]


def sale(kind: str = "IAY", **cells: str) -> dict[str, str]:
    """One row; a purchase in the United States on 1 October unless told otherwise."""
    own = {"SKU": "com.example.kling", "Apple Identifier": "1600000001"}
    bought = {
        "SKU": "pro",
        "Apple Identifier": "1600000101",
        "Parent Identifier": "com.example.kling",
    }
    return {
        "Provider": "APPLE",
        "Product Type Identifier": kind,
        "Units": "1",
        "Developer Proceeds": "0",
        "Begin Date": "10/01/2025",
        "End Date": "10/01/2025",
        "Country Code": "US",
        "Currency of Proceeds": "USD",
        **(bought if kind.startswith(("IA", "FI")) else own),
        **{key.replace("_", " "): value for key, value in cells.items()},
    }


def money(units: str, proceeds: str, **cells: str) -> dict[str, str]:
    """A row of the subscription: how many, and what is kept of each."""
    return sale("IAY", Units=units, Developer_Proceeds=proceeds, **cells)


def report(*rows: dict[str, str], columns: list[str] = NEW) -> bytes:
    return gzipped(tab_table(columns, rows))


def values(desk: Desk) -> list[tuple[str, ...]]:
    return figures(desk, "row_no, metric, country, unit, value::varchar")


def test_the_sample_comes_out_whole(desk: Desk) -> None:
    """Units times proceeds per unit, a figure a currency; updates are in none."""
    of_format(desk, "app_store_connect")
    sample = (VENDOR / "S_M_85000000_202510.txt.gz").read_bytes()
    assert desk.outcome("S_M_85000000_202510.txt.gz", sample) == ("accepted", "")
    month = ("2025-10-01", "2025-10-31", "month", "ios")
    net, count = ("net_of_store", "reported"), ("downloads", "none", "reported")
    assert figures(desk) == [
        (2, "kling", "downloads", *month, "US", "15230.0000", *count),
        (3, "kling", "revenue", *month, "US", "195957.8100", "USD", *net),
        (6, "kling", "revenue", *month, "JP", "1052800.0000", "JPY", *net),
    ]
    assert counts(desk) == [(6, 6, 0, 0, 0)]
    assert passed_over(desk) == ["1 rows of updates (types 7…)"]


@pytest.mark.parametrize("columns", [OLD, NEW], ids=["20 columns", "28 columns"])
def test_columns_are_matched_by_name(desk: Desk, columns: list[str]) -> None:
    """Both generations, in any order and without columns no figure needs, say the same."""
    of_format(desk, "app_store_connect")
    order = [c for c in columns if c not in ("Title", "Promo Code", "Customer Price")]
    random.Random(7).shuffle(order)
    rows = [sale("1F", Units="3"), money("2", "5.25"), money("1", "5.25")]
    assert desk.outcome("report", report(*rows, columns=order)) == ("accepted", "")
    assert values(desk) == [
        (2, "downloads", "US", "downloads", "3.0000"),
        (3, "revenue", "US", "USD", "15.7500"),
    ]


def test_currencies_are_never_added(desk: Desk) -> None:
    """One country paid in two currencies, two countries in one: each sum is of one of each."""
    of_format(desk, "app_store_connect")
    rows = [
        money("2", "10"),
        money("3", "4.5", Country_Code="FR", Currency_of_Proceeds="EUR"),
        money("1", "4.5", Country_Code="DE", Currency_of_Proceeds="EUR"),
        money("7", "0.7", Country_Code="FR", Currency_of_Proceeds="USD"),
        money("1", "900", Country_Code="KZ", Currency_of_Proceeds="KZT"),
        money("2", "1.11", Country_Code="XK", Currency_of_Proceeds="EUR"),
    ]
    assert desk.outcome("report", report(*rows)) == ("accepted", "")
    assert values(desk) == [
        (2, "revenue", "US", "USD", "20.0000"),
        (3, "revenue", "FR", "EUR", "13.5000"),
        (4, "revenue", "DE", "EUR", "4.5000"),
        (5, "revenue", "FR", "USD", "4.9000"),
        (6, "revenue", "KZ", "KZT", "900.0000"),
        (7, "revenue", "XK", "EUR", "2.2200"),
    ]


def test_a_refund_takes_money_and_no_download(desk: Desk) -> None:
    """More paid back than paid is money below zero; the app was downloaded all the same."""
    of_format(desk, "app_store_connect")
    rows = [
        sale("1", Units="4", Developer_Proceeds="0.70"),
        sale("1", Units="-9", Developer_Proceeds=".70"),
        money("-1", "18.19"),
    ]
    assert desk.outcome("report", report(*rows)) == ("accepted", "")
    assert values(desk) == [
        (2, "downloads", "US", "downloads", "4.0000"),
        (2, "revenue", "US", "USD", "-21.6900"),
    ]


def test_the_product_type_decides(desk: Desk) -> None:
    """First downloads alone are downloads; every purchase is money; a Mac is not iOS."""
    of_format(desk, "app_store_connect")
    first = ["1", "1F", "1T", "1E", "1EP", "1EU", "1-B"]
    others = ["3", "3F", "7", "7F", "7T", "IA3", "F1", "F1-B", "F7"]
    bought = ["IA1", "IA9", "IAY"]
    on_mac = ["FI1", "IA1-M", "IA9-M", "IAY-M"]
    rows = [sale(kind) for kind in [*first, *others]]
    rows += [sale(kind, Developer_Proceeds="2.50") for kind in [*bought, *on_mac]]
    assert desk.outcome("report", report(*rows)) == ("accepted", "")
    assert values(desk) == [
        (2, "downloads", "US", "downloads", "7.0000"),
        (18, "revenue", "US", "USD", "7.5000"),
    ]
    assert passed_over(desk) == [
        "2 rows of re-downloads (types 3…)",
        "3 rows of updates (types 7…)",
        "1 rows of restored purchases (IA3)",
        "7 rows of Mac apps (types F…, …-M), which are not iOS",
    ]
    assert counts(desk) == [(23, 23, 0, 0, 0)]


def test_a_country_with_downloads_alone_has_no_revenue(desk: Desk) -> None:
    """Nobody bought, or nobody yet: the file states no sale, so there is no figure, and no 0."""
    of_format(desk, "app_store_connect")
    free = sale("1F", Units="5", Country_Code="FR", Currency_of_Proceeds=" ")
    rows = [free, money("1", "2")]
    desk.outcome("report", report(*rows))
    assert values(desk) == [
        (2, "downloads", "FR", "downloads", "5.0000"),
        (3, "revenue", "US", "USD", "2.0000"),
    ]


@pytest.mark.parametrize(
    ("begin", "end", "period"),
    [
        ("10/01/2025", "10/01/2025", ("2025-10-01", "2025-10-01", "day")),
        ("09/29/2025", "10/05/2025", ("2025-09-29", "2025-10-05", "week")),
        ("10/01/2025", "10/31/2025", ("2025-10-01", "2025-10-31", "month")),
        ("01/01/2024", "12/31/2024", ("2024-01-01", "2024-12-31", "year")),
    ],
)
def test_the_period_is_that_of_its_two_dates(
    desk: Desk, begin: str, end: str, period: tuple[str, ...]
) -> None:
    """MM/DD/YYYY; a week is a week and never a month."""
    of_format(desk, "app_store_connect")
    desk.outcome("report", report(money("1", "2", Begin_Date=begin, End_Date=end)))
    assert figures(desk, "period_start::varchar, period_end::varchar, grain") == [period]


def test_a_fiscal_month_is_no_month(desk: Desk) -> None:
    """Five weeks of Apple's calendar are refused with their days, not taken for October."""
    of_format(desk, "app_store_connect")
    weeks = money("1", "2", Begin_Date="09/28/2025", End_Date="11/01/2025")
    outcome, said = desk.outcome("report", report(weeks))
    assert outcome == "refused"
    assert "grain must be stated" in said


def test_a_month_said_before_its_end_is_a_part(desk: Desk) -> None:
    """What was said on the 20th covers no day after it."""
    of_format(desk, "app_store_connect", as_of="2025-10-20")
    desk.outcome("report", report(money("1", "2", End_Date="10/31/2025")))
    assert figures(desk, "period_end::varchar, grain") == [("2025-10-20", "month")]


def test_a_purchase_belongs_to_the_app_of_its_parent(desk: Desk) -> None:
    """The SKU of the app is looked up in the file; the purchase's own number is nobody's app."""
    of_format(desk, "app_store_connect")
    other = sale("1F", SKU="other", Apple_Identifier="999")
    stranger = money("5", "1", Parent_Identifier="other")
    outcome, said = desk.outcome("report", report(sale("1F"), money("1", "2"), other, stranger))
    assert outcome == "waiting"
    assert "which apps of config/apps.toml are '999'?" in said


def test_purchases_without_a_parent_are_a_question(desk: Desk) -> None:
    """A file that lacks the column does not say whose its purchases are; nobody guesses."""
    of_format(desk, "app_store_connect")
    columns = [column for column in OLD if column != "Parent Identifier"]
    outcome, said = desk.outcome("report", report(sale("1F"), money("1", "2"), columns=columns))
    assert outcome == "waiting"
    assert "'in-app purchases without a Parent Identifier'" in said


def test_the_day_it_was_said_is_asked_for(desk: Desk) -> None:
    """Neither file nor source says it: the file waits, and nothing is loaded."""
    of_format(desk, "app_store_connect", as_of="")
    outcome, said = desk.outcome("report", report(money("1", "2")))
    assert (outcome, "on which day were its figures said" in said) == ("waiting", True)


def test_a_title_may_hold_quotes_and_blanks(desk: Desk) -> None:
    """Apple quotes nothing: a quote is part of the title, a lone blank is an empty cell."""
    of_format(desk, "app_store_connect")
    rows = [money("1", "2", Title='"Kling" Pro 12" and more'), money("1", "2", Title='"')]
    assert desk.outcome("report", report(*rows)) == ("accepted", "")
    assert values(desk) == [(2, "revenue", "US", "USD", "4.0000")]


BAD = {
    "a letter in Units": ({"Units": "1O"}, "row 3: 'Units' is '1O', not a whole number"),
    "a comma in proceeds": (
        {"Developer Proceeds": "1,50"},
        "row 3: 'Developer Proceeds' is '1,50', not a plain number",
    ),
    "no proceeds": ({"Developer Proceeds": " "}, "row 3: 'Developer Proceeds' is empty"),
    "an impossible day": ({"Begin Date": "13/01/2025"}, "row 3: 'Begin Date' is '13/01/2025'"),
    "a new product type": ({"Product Type Identifier": "ZZ"}, "not a product type of Apple's list"),
    "no currency": ({"Currency of Proceeds": "DOLLAR"}, "not a currency code"),
    "no country": ({"Country Code": "USA"}, "not a country code"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_row_that_cannot_be_read_refuses_the_sum(desk: Desk, case: str) -> None:
    """Even where a source tolerates refused rows, no sum is loaded that lacks one of its parts."""
    cells, reason = BAD[case]
    of_format(desk, "app_store_connect", "rejected_share = 0.5")
    outcome, said = desk.outcome("report", report(money("1", "2"), money("1", "2") | cells))
    assert outcome == "refused"
    assert reason in said
    assert figures(desk) == []


def test_a_cut_file_is_refused(desk: Desk) -> None:
    """Cut in the middle of a row, packed or not, it says where."""
    of_format(desk, "app_store_connect")
    text = tab_table(NEW, [money("1", "2"), money("1", "2")])
    outcome, said = desk.outcome("cut", text[: text.rindex("USD")])
    assert (outcome, "row 3 has" in said) == ("refused", True)
    outcome, said = desk.outcome("cut.gz", report(money("1", "2"))[:-12])
    assert (outcome, "cut off or damaged" in said) == ("refused", True)


def test_a_missing_column_is_named(desk: Desk) -> None:
    """Without Units no row means anything; the reason says so."""
    of_format(desk, "app_store_connect")
    columns = [column for column in NEW if column != "Units"]
    outcome, said = desk.outcome("report", report(money("1", "2"), columns=columns))
    assert (outcome, "the file has no column 'Units'" in said) == ("refused", True)


def test_a_column_named_twice_is_refused(desk: Desk) -> None:
    """Neither of the two is chosen."""
    of_format(desk, "app_store_connect")
    outcome, said = desk.outcome("report", report(money("1", "2"), columns=[*NEW, "Units"]))
    assert (outcome, "names 'Units' more than once" in said) == ("refused", True)


def test_twice_the_same_row_is_two_sales(desk: Desk) -> None:
    """Equal rows of a report are added, and the same file twice is one snapshot."""
    of_format(desk, "app_store_connect")
    content = report(money("1", "2"), money("1", "2"))
    desk.drop("a.gz", content)
    desk.drop("b.gz", content)
    desk.run()
    assert values(desk) == [(2, "revenue", "US", "USD", "4.0000")]
    assert counts(desk) == [(2, 2, 0, 0, 0)]


def test_an_unknown_column_is_told_and_not_kept(desk: Desk) -> None:
    """A column of next year is named with the load; its content is stored nowhere."""
    of_format(desk, "app_store_connect")
    desk.outcome("report", report(money("1", "2", Buyer="Ann"), columns=[*NEW, "Buyer"]))
    assert passed_over(desk) == ["Buyer"]
