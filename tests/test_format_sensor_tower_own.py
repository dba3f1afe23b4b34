"""What the stores report of one's own apps comes through Sensor Tower's API as a report.

The rows are in the shape of the vendor's published examples; their numbers are invented.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.ingest_fixtures import Desk
from tests.ingest_fixtures import desk as desk

pytestmark = pytest.mark.usefixtures("on_one_core")

APPS = """
[[app]]
id = "kling"
name_en = "Kling"
tracked = true
[app.listings]
sensor_tower = "65f000000000000000000a01"
app_store = "1600000001"
google_play = "com.example.kling"
"""
SOURCE = """
[[source]]
id = "st"
producer = "Sensor Tower"
format = "sensor_tower"
as_of = 2025-11-05
"""
FIGURES = (
    "select platform, metric, period_start::varchar, grain, value::varchar, unit, basis, kind, note"
    " from raw.observation order by platform::varchar, metric::varchar, period_start"
)


@pytest.fixture
def st(desk: Desk) -> Desk:
    """A tracker with a Sensor Tower source that said everything on 5 November 2025."""
    desk.configure(apps=APPS, sources=SOURCE)
    return desk


def row(app: Any, day: str, **figures: int) -> dict[str, Any]:
    """One row of a report."""
    return {"app_id": app, "country": "US", "date": f"2025-10-{day}T00:00:00Z", **figures}


def passed_over(st: Desk) -> list[str]:
    [(told,)] = st.rows("select extra_columns from raw.snapshot")
    return list(told)


def test_a_report_of_the_app_store_is_no_estimate(st: Desk) -> None:
    """Its keys are those of unified estimates; its id is the store's, and its kind reported."""
    rows = [
        row(1600000001, "01", iphone_units=234, ipad_units=123, iphone_revenue=1999),
        row(1600000001, "02", iphone_units=5, iphone_revenue=-250, ipad_revenue=50),
    ]
    assert st.outcome("own.json", json.dumps(rows), "st") == ("accepted", "")
    reported = ("USD", "net_of_store", "reported")
    counted = ("downloads", "none", "reported")
    no_ipad = "no iPad figure in the file"
    assert st.rows(FIGURES) == [
        ("ios", "downloads", "2025-10-01", "day", "357.0000", *counted, None),
        ("ios", "downloads", "2025-10-02", "day", "5.0000", *counted, no_ipad),
        ("ios", "revenue", "2025-10-01", "day", "19.9900", *reported, no_ipad),
        ("ios", "revenue", "2025-10-02", "day", "-2.0000", *reported, None),
    ]


def test_of_google_play_people_are_counted_and_not_devices(st: Desk) -> None:
    """As in Google's own statistics."""
    installs = {"daily_user_installs": 100, "daily_device_installs": 200}
    rows = [
        row("com.example.kling", day, **installs, active_device_installs=9) for day in ("01", "02")
    ]
    assert st.outcome("own.json", json.dumps(rows), "st") == ("accepted", "")
    assert [line[:5] for line in st.rows(FIGURES)] == [
        ("android", "downloads", "2025-10-01", "day", "100.0000"),
        ("android", "downloads", "2025-10-02", "day", "100.0000"),
    ]
    assert passed_over(st) == [
        "daily_device_installs (not downloads: a person counts again for each device)",
        "active_device_installs (not downloads)",
    ]


def unified(day: str) -> dict[str, Any]:
    """A unified app: each store's rows, and their sums."""
    ios = {"ipad_units": 20, "ipad_revenue": 140, "iphone_units": 100}
    android = {"daily_user_installs": 2500, "daily_device_installs": 2200}
    together = row(None, day, **ios, **android)
    del together["app_id"]
    return {
        "unified_app_id": "65f000000000000000000a01",
        "itunes_apps": [row(1600000001, day, **ios)],
        "android_apps": [row("com.example.kling", day, **android)],
        "aggregated": [together],
    }


def test_a_unified_app_is_read_once(st: Desk) -> None:
    """The sums are taken, the parts in them are not: and it is no map of ids, which looks alike."""
    rows = [unified("01"), unified("02")]
    assert st.outcome("own.json", json.dumps(rows), "st") == ("accepted", "")
    assert [line[:5] for line in st.rows(FIGURES)] == [
        ("android", "downloads", "2025-10-01", "day", "2500.0000"),
        ("android", "downloads", "2025-10-02", "day", "2500.0000"),
        ("ios", "downloads", "2025-10-01", "day", "120.0000"),
        ("ios", "downloads", "2025-10-02", "day", "120.0000"),
        ("ios", "revenue", "2025-10-01", "day", "1.4000"),
        ("ios", "revenue", "2025-10-02", "day", "1.4000"),
    ]
    assert st.rows("select count(*) from raw.app_listing where snapshot_id is not null") == [(0,)]


def test_people_of_a_month_are_not_taken_from_a_count_of_days(st: Desk) -> None:
    """What a daily count is of a month (a sum, a mean) the vendor does not say."""
    rows = [
        {**unified("01")["aggregated"][0], "date": f"2025-{month}-01"} for month in ("08", "09")
    ]
    content = [{"unified_app_id": "65f000000000000000000a01", "aggregated": rows}]
    assert st.outcome("own.json", json.dumps(content), "st") == ("accepted", "")
    assert {line[0] for line in st.rows(FIGURES)} == {"ios"}
    assert passed_over(st)[-1].startswith("daily_user_installs (a count of a day")


def test_sums_that_are_no_rows_refuse_the_file(st: Desk) -> None:
    """With the value they stand in."""
    content = [{"unified_app_id": "65f000000000000000000a01", "aggregated": {"ipad_units": 1}}]
    outcome, said = st.outcome("own.json", json.dumps(content), "st")
    assert (outcome, "value 1: 'aggregated' is no list of rows" in said) == ("refused", True)
