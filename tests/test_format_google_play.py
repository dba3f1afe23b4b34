"""Google Play's earnings, estimated sales and installs: sums of rows, and nobody's address."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from tests.ingest_fixtures import Desk
from tests.store_fixtures import VENDOR, counts, figures, of_format, passed_over, zipped

pytestmark = pytest.mark.usefixtures("on_one_core")

EARNINGS = (
    "Description,Transaction Date,Transaction Time,Tax Type,Transaction Type,Refund Type,"
    "Product Title,Product id,Product Type,Sku Id,Hardware,Buyer Country,Buyer State,"
    "Buyer Postal Code,Buyer Currency,Amount (Buyer Currency),Currency Conversion Rate,"
    "Merchant Currency,Amount (Merchant Currency)"
)
SALES = (
    "Order Number,Order Charged Date,Order Charged Timestamp,Financial Status,Device Model,"
    "Product Title,Product ID,Product Type,SKU ID,Currency of Sale,Item Price,Taxes Collected,"
    "Charged Amount,City of Buyer,State of Buyer,Postal Code of Buyer,Country of Buyer"
)
INSTALLS = (
    "Date,Package Name,Daily Device Installs,Daily Device Uninstalls,Daily Device Upgrades,"
    "Total User Installs,Daily User Installs,Daily User Uninstalls,Active Device Installs"
)
PERSONAL = ("GPA.3369-1538", "Springfield", "OH-IO", "44503-xx", "ann@example.org")


def paid(kind: str, amount: str, day: str = "Jun 1, 2021", country: str = "US") -> str:
    """One row of the earnings report."""
    return (
        f'GPA.3369-1538,"{day}",12:15:21 PM PDT,,{kind},,Kling,com.example.kling,1,pro,sargo,'
        f'{country},OH-IO,44503-xx,USD,9.99,1.000000,USD,"{amount}"'
    )


def order(status: str, amount: str, country: str = "US", unit: str = "USD") -> str:
    """One row of the sales report."""
    return (
        f"GPA.3369-1538,2025-10-02,1759363200,{status},d2x,Kling,com.example.kling,subscription,pro,"
        f'{unit},"1.00",0.00,"{amount}",Springfield,OH-IO,44503-xx,{country}'
    )


def table(header: str, *rows: str) -> str:
    return "\n".join((header, *rows)) + "\n"


def values(desk: Desk) -> list[tuple[str, ...]]:
    return figures(desk, "row_no, period_start::varchar, country, value::varchar, unit, basis")


@pytest.mark.parametrize("more", ["", ",Base Plan ID,Offer ID"], ids=["2021-06", "2021-09"])
def test_earnings_are_gross_and_net_for_countries_and_the_world(desk: Desk, more: str) -> None:
    """Gross is charges less their refunds, net the sum of all rows, whatever their kind."""
    of_format(desk, "google_play")
    rows = [
        paid("Charge", "9.99"),
        paid("Google fee", "-1.50"),
        paid("Tax", "-0.10", country=""),
        paid("Charge", "1,000.00", country="JP"),
        paid("Charge refund", "-9.99", day="Jun 2, 2021"),
        paid("Google fee refund", "1.50", day="Jun 2, 2021"),
    ]
    offers = ",monthly," if more else ""
    content = table(EARNINGS + more, *(row + offers for row in rows))
    packed = zipped("PlayApps_202106.csv", content)
    assert desk.outcome("earnings_202106_1-1.zip", packed) == ("accepted", "")
    assert values(desk) == [
        (2, "2021-06-01", "US", "9.9900", "USD", "gross"),
        (2, "2021-06-01", "WW", "1009.9900", "USD", "gross"),
        (2, "2021-06-01", "US", "8.4900", "USD", "net_of_store"),
        (2, "2021-06-01", "WW", "1008.3900", "USD", "net_of_store"),
        (5, "2021-06-01", "JP", "1000.0000", "USD", "gross"),
        (5, "2021-06-01", "JP", "1000.0000", "USD", "net_of_store"),
        (6, "2021-06-02", "US", "-9.9900", "USD", "gross"),
        (6, "2021-06-02", "WW", "-9.9900", "USD", "gross"),
        (6, "2021-06-02", "US", "-8.4900", "USD", "net_of_store"),
        (6, "2021-06-02", "WW", "-8.4900", "USD", "net_of_store"),
    ]
    assert set(figures(desk, "metric, grain, platform, kind")) == {
        ("revenue", "day", "android", "reported")
    }
    assert counts(desk) == [(6, 6, 0, 0, 0)]
    assert passed_over(desk) == ["1 rows without a country: in the world's figures only"]


def test_a_merchant_paid_in_two_currencies_has_two_figures(desk: Desk) -> None:
    """Amounts of different merchant currencies are never added."""
    of_format(desk, "google_play")
    euro = paid("Charge", "5").replace(',USD,"5"', ',EUR,"5"')
    desk.outcome("e", table(EARNINGS, paid("Charge", "9.99"), euro))
    assert [(v[2], v[3], v[4]) for v in values(desk) if v[5] == "gross"] == [
        ("US", "9.9900", "USD"),
        ("WW", "9.9900", "USD"),
        ("US", "5.0000", "EUR"),
        ("WW", "5.0000", "EUR"),
    ]


def test_later_names_of_the_columns_are_known(desk: Desk) -> None:
    """Package ID is the app even beside a Product id, and a postcode is dropped like any other."""
    of_format(desk, "google_play")
    header = EARNINGS.replace("Product id", "Package ID").replace("Postal Code", "Postcode")
    content = table(header + ",Product ID,Service Fee %", paid("Charge", "9.99") + ",pro,15")
    assert desk.outcome("e", content) == ("accepted", "")
    assert figures(desk, "app_id, basis")[0] == ("kling", "gross")
    assert passed_over(desk) == []


def test_rows_of_the_account_belong_to_no_app(desk: Desk) -> None:
    """An adjustment without a product is told, and in no app's sum."""
    of_format(desk, "google_play")
    account = paid("Adjustment", "-100").replace(",com.example.kling,", ",,")
    assert desk.outcome("e", table(EARNINGS, paid("Charge", "5"), account)) == ("accepted", "")
    assert {v[3] for v in values(desk)} == {"5.0000"}
    assert passed_over(desk) == ["1 rows of the account, of no app"]


def test_sales_are_what_was_charged_by_currency(desk: Desk) -> None:
    """Refunds are taken off however they are signed; a cancelled order is no money."""
    of_format(desk, "google_play")
    rows = [
        order("Charged", "1,234.50"),
        order("Refund", "-4.50"),
        order("Partial refund", "30.00"),
        order("Cancelled", "99.00"),
        order("Charged", "500", country="FR", unit="EUR"),
        order("Refund", "7", country="DE", unit="EUR"),
    ]
    packed = zipped("salesreport_202510.csv", table(SALES, *rows))
    assert desk.outcome("salesreport_202510.zip", packed) == ("accepted", "")
    assert values(desk) == [
        (2, "2025-10-02", "US", "1200.0000", "USD", "gross"),
        (6, "2025-10-02", "FR", "500.0000", "EUR", "gross"),
        (7, "2025-10-02", "DE", "-7.0000", "EUR", "gross"),
    ]
    assert passed_over(desk) == ["1 orders that were cancelled"]
    assert counts(desk) == [(6, 6, 0, 0, 0)]


def test_sales_of_the_newest_generation(desk: Desk) -> None:
    """More columns, Package ID and lower-case headers say the same."""
    of_format(desk, "google_play")
    header = SALES.replace("Product ID", "Package ID").replace("Order Number", "Order number")
    header += ",Base Plan ID,Offer ID,Group ID,First USD 1M Eligible,Promotion ID,Coupon Value"
    content = table(header, order("Charged", "27.99", country="GB", unit="GBP") + ",p1y,,4,Yes,,")
    assert desk.outcome("s", zipped("s.csv", content)) == ("accepted", "")
    assert values(desk) == [(2, "2025-10-02", "GB", "27.9900", "GBP", "gross")]
    assert passed_over(desk) == []


def test_the_day_a_file_was_said_is_not_over(desk: Desk) -> None:
    """Orders and installs of that day are left out, and told: half a day is no day."""
    of_format(desk, "google_play", as_of="2025-10-02")
    assert desk.outcome("s", table(SALES, order("Charged", "5"))) == ("accepted", "")
    rows = [
        "2025-10-01,com.example.kling,9,0,0,0,7,0,0",
        "2025-10-02,com.example.kling,3,0,0,0,2,0,0",
    ]
    assert desk.outcome("i", table(INSTALLS, *rows)) == ("accepted", "")
    assert values(desk) == [(2, "2025-10-01", "WW", "7.0000", "downloads", "none")]


def test_who_bought_is_stored_nowhere(desk: Desk) -> None:
    """Order, city, state and postal code are in no table, reject, ledger file or message."""
    of_format(desk, "google_play", "rejected_share = 0.5")
    future = order("Charged", "5").replace("2025-10-02", "2026-12-24")
    rows = [row + ",ann@example.org" for row in (order("Charged", "5"), future)]
    desk.drop("good.csv", table(EARNINGS + ",Buyer City", paid("Charge", "5") + ",Springfield"))
    desk.drop("refused.csv", table(SALES + ",Buyer Email", *rows))
    desk.drop("unread.csv", table(SALES, order("Charged", "five")))
    run = desk.run()
    assert sorted(file["outcome"] for file in run["files"]) == [
        "accepted",
        "accepted_in_part",
        "refused",
    ]
    [(raw,)] = desk.rows("select distinct raw_row from raw.rejected_row")
    stored = raw + desk.said.getvalue() + str(run) + _everything(desk.store.root / "ledger")
    assert [word for word in PERSONAL if word in stored] == []
    assert "com.example.kling" in stored


def _everything(folder: Path) -> str:
    """All text of the ledger's Parquet and JSON files."""
    tables = [pl.read_parquet(path).write_json() for path in folder.rglob("*.parquet")]
    return "".join([*tables, *(path.read_text("utf-8") for path in folder.rglob("*.json"))])


BAD = {
    "an amount in words": (order("Charged", "five"), "row 3: 'Charged Amount' is 'five'"),
    "no amount": (order("Charged", ""), "row 3: 'Charged Amount' is empty"),
    "N/A": (order("Charged", "N/A"), "row 3: 'Charged Amount' is 'N/A'"),
    "a new status": (order("Chargeback", "5"), "row 3: the order is 'Chargeback'"),
    "no such currency": (order("Charged", "5", unit="XXD"), "not a currency code"),
    "no such country": (order("Charged", "5", country="QQ"), "not a country"),
    "another day": (
        order("Charged", "5").replace("2025-10-02", "02.10.2025"),
        "row 3: 'Order Charged Date' is '02.10.2025', not a day",
    ),
    "a cut row": ("GPA.3369-1538,2025-10-02,17593", "row 3 has 3 fields"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_row_that_cannot_be_read_refuses_the_sum(desk: Desk, case: str) -> None:
    """No sum is loaded that lacks one of its parts, whatever the source tolerates."""
    row, reason = BAD[case]
    of_format(desk, "google_play", "rejected_share = 0.5")
    outcome, said = desk.outcome("s", table(SALES, order("Charged", "5"), row))
    assert outcome == "refused"
    assert reason in said
    assert figures(desk) == []


@pytest.mark.parametrize(
    "more", ["", ",Install events,Update events,Uninstall events"], ids=["older", "newer"]
)
def test_downloads_are_people_who_installed(desk: Desk, more: str) -> None:
    """Not devices, not events, not the running total; NA is missing; thousands are read."""
    of_format(desk, "google_play")
    events = ",9,9,9" if more else ""
    rows = [
        f'2025-10-01,com.example.kling,15011,4001,21003,3115000,"14,810",3901,2400900{events}',
        f"2025-10-02,com.example.kling,15022,4002,21006,3130000,NA,3902,2401800{events}",
        f"2025-10-03,com.example.kling,0,0,0,0,0,0,0{events}",
    ]
    header = INSTALLS.replace("Package Name", "Package name") + more
    content = b"\xff\xfe" + table(header, *rows).encode("utf-16-le")
    assert desk.outcome("installs_202510_overview.csv", content) == ("accepted", "")
    assert values(desk) == [
        (2, "2025-10-01", "WW", "14810.0000", "downloads", "none"),
        (4, "2025-10-03", "WW", "0.0000", "downloads", "none"),
    ]
    assert "daily device installs (not downloads)" in passed_over(desk)
    assert "rows without Daily User Installs" in passed_over(desk)


def test_the_sample_comes_out_whole(desk: Desk) -> None:
    """UTF-16 with commas, a day a row, the world where there is no country."""
    of_format(desk, "google_play")
    name = "installs_com.example.kling_202510_overview.csv"
    assert desk.outcome(name, (VENDOR / name).read_bytes()) == ("accepted", "")
    assert figures(desk, "row_no, app_id, period_start::varchar, grain, country, value::int") == [
        (day + 1, "kling", f"2025-10-0{day}", "day", "WW", 14800 + 10 * day) for day in range(1, 6)
    ]


def test_installs_by_country(desk: Desk) -> None:
    """Countries are countries; what has none is left out and told."""
    of_format(desk, "google_play")
    header = INSTALLS.replace("Package Name", "Package Name,Country")
    rows = [
        f"2025-10-01,com.example.kling,{country},9,0,0,0,{number},0,0"
        for country, number in (("US", 4), ("XK", 1), ("", 2), ("ZZ", 3), ("AN", 0))
    ]
    desk.outcome("i", table(header, *rows).encode("utf-16"))
    assert [(v[2], v[3]) for v in values(desk)] == [("US", "4.0000"), ("XK", "1.0000")]
    assert "rows without a country" in passed_over(desk)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (INSTALLS.replace("Package Name", "Package Name,Device"), "installs by device"),
        (INSTALLS.replace("Daily User Installs", "User visits"), "no column 'Daily User Installs'"),
    ],
)
def test_what_is_no_count_of_downloads_is_refused(desk: Desk, header: str, reason: str) -> None:
    """Parts of a day, or only devices: refused with the reason, never read by another column."""
    of_format(desk, "google_play")
    cells = ",".join("1" for _ in header.split(","))
    outcome, said = desk.outcome("i", table(header, cells))
    assert (outcome, reason in said) == ("refused", True)


def test_a_file_that_grows_is_a_later_statement(desk: Desk) -> None:
    """The same name with a day more: the same days are known once."""
    of_format(desk, "google_play")
    rows = [f"2025-10-0{n},com.example.kling,9,0,0,0,{n},0,0" for n in (1, 2)]
    assert desk.outcome("i.csv", table(INSTALLS, rows[0])) == ("accepted", "")
    assert desk.outcome("i.csv", table(INSTALLS, *rows)) == ("accepted", "")
    assert counts(desk) == [(1, 1, 0, 0, 0), (2, 2, 0, 0, 0)]


@pytest.mark.parametrize("form", ["google_play.earnings", "google_play.sales"])
def test_what_is_no_table_is_refused(desk: Desk, form: str) -> None:
    """JSON, or a table of something else, where the source names the one shape it may be."""
    of_format(desk, form)
    outcome, said = desk.outcome("j", '[{"Charged Amount": 5}]')
    assert (outcome, "no table of rows and columns" in said) == ("refused", True)
    outcome, said = desk.outcome("t", "a,b\n1,2\n")
    assert (outcome, "the file has no column" in said) == ("refused", True)


def test_money_below_zero_is_only_a_stores_own(desk: Desk) -> None:
    """Another format's negative revenue stays refused, reported or not."""
    of_format(desk, "snapshot", 'unit = "USD"', 'basis = "gross"', 'kind = "reported"')
    content = "app,metric,period,value\nkling,revenue,2025-09,-5\n"
    outcome, said = desk.outcome("x.csv", content)
    assert (outcome, "value must not be negative" in said) == ("refused", True)
