"""A file that is known and holds no figure of ours says what it is, and what to take instead.

Headers and keys are those of files found in public repositories; the numbers are invented.
"""

from __future__ import annotations

import json

import pytest

from tests.ingest_fixtures import Desk
from tests.ingest_fixtures import desk as desk

pytestmark = pytest.mark.usefixtures("on_one_core")

SOURCES = "".join(
    f"""
[[source]]
id = "{name.replace("_", "-")}"
producer = "A vendor"
format = "{name}"
as_of = 2025-11-05
"""
    for name in ("sensor_tower", "app_store_connect", "google_play", "data_ai")
)

_BUCKET = {"prefix": "< $", "revenue": 1000, "revenue_rounded": 5, "string": "< $5k"}
_CENTS = {"unit": "cent", "type": "currency", "currency": "USD", "value": 6000000}
_PLAY = "2026-09-01,com.example.kling"
#: File, where it was dropped, what is said of it, and what it says to take.
FILES = {
    "page": (
        json.dumps({"app_id": 1, "humanized_worldwide_last_month_revenue": _BUCKET}),
        "sensor-tower",
        "rounded buckets",
        "sales_report_estimates",
    ),
    "details": (
        json.dumps({"app_id": 1, "name": "Kling", "worldwide_last_month_revenue": _CENTS}),
        "sensor-tower",
        "a page of app.sensortower.com",
        "sales_report_estimates",
    ),
    "publisher": (
        json.dumps({"data": [{"humanized_worldwide_last_30_days_revenue": _BUCKET}], "meta": {}}),
        "sensor-tower",
        "a page of app.sensortower.com",
        "sales_report_estimates",
    ),
    "compact": (
        json.dumps({"lookup_table": {}, "serialized_sales_reports": [1, [[5, [[1, "US", 2, 3]]]]]}),
        "sensor-tower",
        "the compact answer",
        "sales_report_estimates",
    ),
    "facets": (
        json.dumps({"data": [{"appId": None, "revenueAbsolute": 123400}]}),
        "sensor-tower",
        "neither its period nor its countries",
        "the table as CSV",
    ),
    "rankings": (
        "Country\tCategory\tChart\tDate\tRanking\tApp ID\tApp name\tCompany\n"
        "SG\tGame\ttopgrossingapplications\t2026-08-03\t10\t1\tKling\tA\n",
        "sensor-tower",
        "places in a store's chart",
        "apple-charts",
    ),
    "data.ai": (
        json.dumps({"data": {"facets": [{"date": 1609459200000, "est_download__sum": 5}]}}),
        "data-ai",
        "a table of data.ai",
        "history of the app",
    ),
    "finance": (
        "Vendor Name\tA developer\nStart Date\t11/02/2025\nEnd Date\t11/29/2025\nTransaction Date\t"
        "SKU\tQuantity\tPartner Share\tExtended Partner Share\n11/03/2025\tx\t1\t2.31\t2.31\n",
        "app-store-connect",
        "Apple's financial report",
        "summary of Sales and Trends",
    ),
    "subscriptions": (
        "App Name\tApp Apple ID\tSubscription Name\tSubscription Apple ID\nKling\t1\tPro\t2\n",
        "app-store-connect",
        "Apple's subscription reports",
        "summary of Sales and Trends",
    ),
    "itunes": (
        "Provider\tVendor Identifier\tProduct Type Identifier\tUnits\tRoyalty Price\n"
        "APPLE\tx\t1\t1\t0\n",
        "app-store-connect",
        "the iTunes Store",
        "summary of Sales and Trends",
    ),
    "ratings": (
        f"Date,Package Name,Country,Daily Average Rating,Total Average Rating\n{_PLAY},US,NA,4.5\n",
        "google-play",
        "ratings or crashes",
        "stats/installs/",
    ),
    "crashes": (
        f"Date,Package Name,Daily Crashes,Daily ANRs\n{_PLAY},1,0\n",
        "google-play",
        "ratings or crashes",
        "stats/installs/",
    ),
    "play subscriptions": (
        "Date,Package Name,Product ID,Country,New Subscriptions,Active Subscriptions\n"
        f"{_PLAY},x,US,0,2\n",
        "google-play",
        "says nothing of money",
        "earnings/",
    ),
    "listing": (
        "Date,Package name,Country,Store listing acquisitions,Store listing visitors\n"
        f"{_PLAY},US,3,7\n",
        "google-play",
        "a part of all installs",
        "stats/installs/",
    ),
    "reviews": (
        "Package Name,Star Rating,Review Text\ncom.example.kling,5,good\n",
        "google-play",
        "Google Play's reviews",
        "stats/installs/",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_without_figures_says_what_it_is(desk: Desk, case: str) -> None:
    """And names the export to take instead."""
    content, source, what, instead = FILES[case]
    desk.configure(sources=SOURCES)
    outcome, said = desk.outcome("file", content, source)
    assert (outcome, what in said, instead in said) == ("refused", True, True), said


def test_it_is_known_wherever_it_is_dropped(desk: Desk) -> None:
    """Also in the folder of a source of another vendor."""
    desk.configure(sources=SOURCES)
    outcome, said = desk.outcome("file", FILES["ratings"][0], "sensor-tower")
    assert (outcome, "Google Play" in said) == ("refused", True)


def test_a_file_of_another_vendor_is_told_where_it_belongs(desk: Desk) -> None:
    """By the one format that it has."""
    installs = f"Date,Package Name,Daily User Installs\n{_PLAY},4\n"
    desk.configure(sources=SOURCES)
    outcome, said = desk.outcome("file", installs, "sensor-tower")
    assert outcome == "refused"
    assert "It looks like google_play.installs" in said
