"""One truth in every vendor's words: each file gives the same rows, device detail apart."""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.ingest_fixtures import Desk

pytestmark = pytest.mark.usefixtures("on_one_core")

VENDOR = Path(__file__).parent / "vendor"

APPS = """
[[app]]
id = "kling"
name_en = "Kling"
aliases = ["Kling AI: AI Video & Image"]
listings.sensor_tower = "65f000000000000000000a01"
listings.app_store = "1600000001"
listings.google_play = "com.example.kling"
listings.appfigures = "280000000001"

[[app]]
id = "jimeng"
name_en = "Jimeng"
aliases = ["即梦AI - AI视频与图片生成"]
listings.sensor_tower = "65f000000000000000000a02"
listings.app_store = "1600000002"
listings.appfigures = "280000000002"
"""
SOURCE = """
[[source]]
id = "vendor"
producer = "A vendor"
format = "{family}"
as_of = 2025-11-05
country = "WW"
platform = "all"
unit = "USD"
"""
IOS, ANDROID, ALL = ("iphone", "ipad"), ("android",), ("iphone", "ipad", "android")
COLUMNS = {"downloads": "downloads", "revenue": "revenue_usd_net_of_store", "mau": "mau"}

#: file → the vendor's family of formats, and which devices each of its series stands for
TWINS: dict[str, tuple[str, dict[tuple[str, str], tuple[str, ...]]]] = {
    "Unified Revenue Jul 2025 to Oct 2025.csv": ("sensor_tower", {("revenue", "all"): ALL}),
    "Unified Downloads Jul 2025 to Oct 2025.csv": ("sensor_tower", {("downloads", "all"): ALL}),
    "st_web_long_app_performance.csv": (
        "sensor_tower",
        {
            ("revenue", "ios"): IOS,
            ("revenue", "android"): ANDROID,
            ("downloads", "ios"): IOS,
            ("downloads", "android"): ANDROID,
        },
    ),
    "Active Users MAU Jul 2025 - Oct 2025.csv": (
        "sensor_tower",
        {("mau", "ios"): IOS, ("mau", "android"): ANDROID},
    ),
    "st_api_sales_report_estimates_ios.json": (
        "sensor_tower",
        {("revenue", "ios"): IOS, ("downloads", "ios"): IOS},
    ),
    "st_api_sales_report_estimates_android.json": (
        "sensor_tower",
        {("revenue", "android"): ANDROID, ("downloads", "android"): ANDROID},
    ),
    "st_api_sales_report_estimates_unified.json": (
        "sensor_tower",
        {
            (metric, platform): devices
            for metric in ("revenue", "downloads")
            for platform, devices in (("ios", IOS), ("android", ANDROID), ("all", ALL))
        },
    ),
    "st_api_active_users_month_ios.json": ("sensor_tower", {("mau", "ios"): IOS}),
    "st_api_active_users_month_android.json": ("sensor_tower", {("mau", "android"): ANDROID}),
    "st_api_active_users_month_unified.json": (
        "sensor_tower",
        {("mau", "ios"): IOS, ("mau", "android"): ANDROID},
    ),
    **{
        name: ("appfigures", {("revenue", "all"): ALL, ("downloads", "all"): ALL})
        for name in (
            "appfigures_reports_sales.csv",
            "appfigures_reports_sales_flat.json",
            "appfigures_reports_sales_nested_product_date.json",
            "appfigures_reports_estimates_flat.json",
        )
    },
}


def truth(series: dict[tuple[str, str], tuple[str, ...]]) -> list[tuple[Any, ...]]:
    """App, metric, first and last day, grain, platform, country, value, unit and basis."""
    sums: dict[tuple[str, ...], Decimal] = defaultdict(Decimal)
    with (VENDOR / "TRUTH_canonical.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            for (metric, platform), devices in series.items():
                if row["device"] in devices and row[COLUMNS[metric]]:
                    key = (row["app_key"], metric, row["month"] + "-01", platform)
                    sums[key] += Decimal(row[COLUMNS[metric]])
    words = {
        "revenue": ("USD", "net_of_store"),
        "downloads": ("downloads", "none"),
        "mau": ("users", "none"),
    }
    return sorted((*key, "month", "WW", value, *words[key[1]]) for key, value in sums.items())


@pytest.mark.parametrize("name", TWINS)
def test_each_file_says_the_truth(desk: Desk, name: str) -> None:
    """Every shape, whatever it is called, gives exactly the rows of the one truth."""
    family, series = TWINS[name]
    desk.configure(APPS, SOURCE.format(family=family))
    misleading = name if "Jul 2025" in name else "misleading.xlsx"
    assert desk.outcome(misleading, (VENDOR / name).read_bytes()) == ("accepted", "")
    loaded = desk.rows(
        "select app_id, metric, period_start::varchar, platform::varchar, grain::varchar, country,"
        " value, unit, basis::varchar from raw.observation"
        " where basis <> 'gross' and period_end = last_day(period_start)"
        " and period_start >= '2025-07-01'"
    )
    assert sorted(loaded) == truth(series)
