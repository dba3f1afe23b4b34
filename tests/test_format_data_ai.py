"""data.ai's answers: ios beside its devices, N/A, users of a month only."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.ingest_fixtures import Desk
from tests.store_fixtures import VENDOR, counts, figures, of_format, passed_over

pytestmark = pytest.mark.usefixtures("on_one_core")


def answer(*entries: dict[str, Any], **about: Any) -> str:
    """An answer of the history interface."""
    top = {
        "code": 200,
        "vertical": "apps",
        "market": "ios",
        "product_id": 1600000001,
        "country": "WW",
        "granularity": "monthly",
        "feed": "revenue",
    } | about
    stated = {key: value for key, value in top.items() if value is not None}
    return json.dumps(stated | {"list": list(entries)})


def estimate(device: str, value: Any, day: str = "2025-09-01") -> dict[str, Any]:
    return {"date": day, "device": device, "estimate": value}


def values(desk: Desk) -> list[tuple[Any, ...]]:
    return figures(desk, "row_no, metric, period_start::varchar, platform, value::varchar, note")


def test_the_sample_comes_out_whole(desk: Desk) -> None:
    """Only the ios rows count where there are any; N/A makes no row."""
    of_format(desk, "data_ai")
    name = "dataai_v13_history_revenue_ios.json"
    assert desk.outcome(name, (VENDOR / name).read_bytes()) == ("accepted", "")
    net = ("USD", "net_of_store", "estimate")
    assert figures(desk) == [
        (row, "kling", "revenue", start, end, "month", "ios", "WW", value, *net)
        for row, start, end, value in (
            (3, "2025-07-01", "2025-07-31", "1280246.0000"),
            (6, "2025-08-01", "2025-08-31", "1359000.0000"),
            (9, "2025-09-01", "2025-09-30", "1332445.0000"),
            (12, "2025-10-01", "2025-10-31", "1555001.0000"),
        )
    ]
    assert counts(desk) == [(13, 13, 0, 0, 0)]
    assert passed_over(desk) == [
        "devices of a platform that has a row of its own",
        "estimates that are N/A or empty: missing, not zero",
    ]


def test_users_of_a_month_are_mau(desk: Desk) -> None:
    """The usage answer of months; days and weeks are other metrics and are not taken for it."""
    of_format(desk, "data_ai")
    name = "dataai_v13_usage_history.json"
    assert desk.outcome(name, (VENDOR / name).read_bytes()) == ("accepted", "")
    assert figures(desk, "metric, period_end::varchar, platform, value::varchar, unit, basis") == [
        ("mau", "2025-07-31", "ios", "1911110.0000", "users", "none"),
        ("mau", "2025-08-31", "ios", "2035223.0000", "users", "none"),
        ("mau", "2025-09-30", "ios", "1987778.0000", "users", "none"),
        ("mau", "2025-10-31", "ios", "2329356.0000", "users", "none"),
    ]
    users = {"date": "2025-09-01", "device": "ios", "active_users": 5}
    outcome, said = desk.outcome("w", answer(users, granularity="weekly", feed=None))
    assert (outcome, "metric must be a metric of this source" in said) == ("refused", True)


def test_devices_are_added_only_where_no_whole_is_stated(desk: Desk) -> None:
    """Order does not matter; what was added, and what was missing, stands in the note."""
    of_format(desk, "data_ai")
    entries = [
        estimate("ipad", 40, "2025-06-01"),
        estimate("ios", 100, "2025-06-01"),
        estimate("iphone", 61, "2025-06-01"),
        estimate("iphone", "10.05", "2025-07-01"),
        estimate("ipad", "20.10", "2025-07-01"),
        estimate("ios", "N/A", "2025-07-01"),
        estimate("iphone", 5, "2025-08-01"),
        estimate("ipad", "N/A", "2025-08-01"),
        estimate("ios", None, "2025-09-01"),
    ]
    assert desk.outcome("h", answer(*entries)) == ("accepted", "")
    assert values(desk) == [
        (2, "revenue", "2025-06-01", "ios", "100.0000", None),
        (4, "revenue", "2025-07-01", "ios", "30.1500", "iPhone + iPad"),
        (7, "revenue", "2025-08-01", "ios", "5.0000", "only iPhone is in the file"),
    ]


def test_users_of_two_devices_may_be_one_person(desk: Desk) -> None:
    """Their sum says so."""
    of_format(desk, "data_ai")
    rows = [
        {"date": "2025-09-01", "device": device, "active_users": users}
        for device, users in (("iphone", 7), ("ipad", 3))
    ]
    desk.outcome("u", answer(*rows, feed=None))
    assert values(desk) == [
        (
            1,
            "mau",
            "2025-09-01",
            "ios",
            "10.0000",
            "iPhone + iPad; one person with both is counted twice",
        ),
    ]


def test_a_device_that_cannot_be_read_spoils_the_sum(desk: Desk) -> None:
    """No sum is made of the other alone: it is refused and named."""
    of_format(desk, "data_ai", "rejected_share = 0.9")
    outcome, said = desk.outcome("h", answer(estimate("iphone", 5), estimate("ipad", "1.2.3")))
    assert (outcome, "'1.2.3'" in said) == ("accepted_in_part", True)
    assert values(desk) == []


def test_android_and_its_names(desk: Desk) -> None:
    """google-play, all-android and a market without devices are all android."""
    of_format(desk, "data_ai")
    entries = [estimate("android", 5, "2025-08-01"), {"date": "2025-09-01", "estimate": 6}]
    assert desk.outcome("g", answer(*entries, market="google-play")) == ("accepted", "")
    assert [(v[3], v[4]) for v in values(desk)] == [("android", "5.0000"), ("android", "6.0000")]


def test_downloads_are_counted(desk: Desk) -> None:
    """The feed says what an estimate is; without it the file waits."""
    of_format(desk, "data_ai")
    assert desk.outcome("d", answer(estimate("ios", 5), feed="downloads")) == ("accepted", "")
    assert figures(desk, "metric, unit, basis") == [("downloads", "downloads", "none")]
    outcome, said = desk.outcome("no feed", answer(estimate("ios", 5), feed=None))
    assert (outcome, "which metric are its figures" in said) == ("waiting", True)


@pytest.mark.parametrize(
    ("silent", "asked"),
    [({"country": None}, "which country"), ({"granularity": None}, "which period")],
)
def test_what_the_answer_does_not_say_is_asked(
    desk: Desk, silent: dict[str, None], asked: str
) -> None:
    """Nothing is guessed from one date, or from an address that is gone."""
    of_format(desk, "data_ai")
    outcome, said = desk.outcome("h", answer(estimate("ios", 5), **silent))
    assert (outcome, asked in said) == ("waiting", True)


def test_a_month_that_was_not_over_is_a_part(desk: Desk) -> None:
    """The last month ends on the day it was said."""
    of_format(desk, "data_ai", as_of="2025-09-20")
    desk.outcome("h", answer(estimate("ios", 5, "2025-08-01"), estimate("ios", 4)))
    assert desk.rows(
        "select month::varchar, covered_through::varchar, complete from monthly order by all"
    ) == [
        ("2025-08-01", "2025-08-31", True),
        ("2025-09-01", "2025-09-20", False),
    ]


def test_the_newer_feeds(desk: Desk) -> None:
    """est_… fields, with and without __sum and __aggr, several measures a row."""
    of_format(desk, "data_ai")
    rows = [
        {
            "start_date": "2025-09-01",
            "end_date": "2025-09-30",
            "granularity": "monthly",
            "country_code": "US",
            "device_code": device,
            "product_id": 1600000001,
            "est_download__sum": downloads,
            "est_revenue__sum": "10.50",
            "est_average_active_users__aggr": 9,
            "est_rpd": 3,
        }
        for device, downloads in (("ios-phone", 4), ("ios-all", 5))
    ]
    assert desk.outcome("f", json.dumps(rows)) == ("accepted", "")
    assert figures(desk, "row_no, metric, country, platform, value::varchar, unit, basis") == [
        (2, "downloads", "US", "ios", "5.0000", "downloads", "none"),
        (2, "mau", "US", "ios", "9.0000", "users", "none"),
        (2, "revenue", "US", "ios", "10.5000", "USD", "net_of_store"),
    ]
    assert passed_over(desk)[0] == "est_rpd"


def test_a_unified_app_is_of_all_platforms(desk: Desk) -> None:
    """A row with no store's id and no device is the vendor's own total, and said so."""
    of_format(desk, "data_ai", 'country = "WW"')
    row = {"date": "2025-09-01", "granularity": "monthly", "unified_product_id": "kling"}
    assert desk.outcome("f", json.dumps([row | {"est_download": 5}])) == ("accepted", "")
    assert figures(desk, "app_id, platform") == [("kling", "all")]


ODD = {
    "an error": (
        '{"code": 401, "error": "Invalid token"}',
        "answered with an error: Invalid token",
    ),
    "cut off": (answer(estimate("ios", 5))[:-9], "is not JSON"),
    "a list of numbers": (answer(*[3, 4]), "no object"),  # type: ignore[arg-type]
    "two granularities": (
        json.dumps(
            [
                {
                    "date": "2025-09-01",
                    "granularity": g,
                    "product_id": 1600000001,
                    "country": "US",
                    "device": "ios",
                    "est_download": 1,
                }
                for g in ("daily", "monthly")
            ]
        ),
        "the granularity is daily, monthly",
    ),
    "an unknown device": (answer(estimate("toaster", 5)), "must be one of ios, android"),
}


@pytest.mark.parametrize("case", ODD)
def test_odd_answers_are_refused_with_their_reason(desk: Desk, case: str) -> None:
    """Nothing is loaded, nothing breaks."""
    content, reason = ODD[case]
    of_format(desk, "data_ai.feed" if case == "two granularities" else "data_ai.history")
    outcome, said = desk.outcome("odd.json", content)
    assert outcome == "refused"
    assert reason in said


@pytest.mark.parametrize("form", ["data_ai.history", "data_ai.usage", "data_ai.feed"])
@pytest.mark.parametrize("name", ["reports_sales.csv", "reports_sales_flat.json"])
def test_another_vendors_file_is_not_taken_for_it(desk: Desk, form: str, name: str) -> None:
    """Appfigures has downloads and revenue by date as well; the shape's own signs are missing."""
    of_format(desk, form, 'platform = "all"', 'country = "WW"')
    outcome, said = desk.outcome("other", (VENDOR / f"appfigures_{name}").read_bytes())
    assert (outcome, "is known by" in said) == ("refused", True)


def test_a_list_of_long_answers(desk: Desk) -> None:
    """Several answers in one file, the first longer than what is looked at to know it."""
    of_format(desk, "data_ai")
    filler = [estimate("ipad", "N/A", f"2025-09-{n % 28 + 1:02}") for n in range(5000)]
    content = f"[{answer(estimate('ios', 5), *filler)},{answer(estimate('ios', 6, '2025-08-01'))}]"
    assert desk.outcome("long.json", content) == ("accepted", "")
    assert [(v[0], v[2], v[4]) for v in values(desk)] == [
        (1, "2025-09-01", "5.0000"),
        (5002, "2025-08-01", "6.0000"),
    ]
