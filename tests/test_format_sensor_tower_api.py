"""Sensor Tower's API files come in unchanged: right app, month, platform, unit and day."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.ingest_fixtures import Desk
from tests.ingest_fixtures import desk as desk

pytestmark = pytest.mark.usefixtures("on_one_core")

VENDOR = Path(__file__).parent / "vendor"

APPS = """
[[app]]
id = "kling"
name_en = "Kling"
tracked = true
[app.listings]
sensor_tower = "65f000000000000000000a01"
app_store = "1600000001"
google_play = "com.example.kling"

[[app]]
id = "jimeng"
name_en = "Jimeng"
tracked = true
[app.listings]
sensor_tower = "65f000000000000000000a02"
app_store = "1600000002"
"""

SOURCE = """
[[source]]
id = "st"
producer = "Sensor Tower"
format = "sensor_tower"
as_of = 2025-11-05
metrics = ["revenue", "downloads", "mau", "dau", "wau"]
"""


@pytest.fixture
def st(desk: Desk) -> Desk:
    """A tracker with a Sensor Tower source that said everything on 5 November 2025."""
    desk.configure(apps=APPS, sources=SOURCE)
    return desk


def unified(**changes: Any) -> dict[str, Any]:
    """One row of unified sales; a key changed to None is left out."""
    row = {
        "app_id": "65f000000000000000000a01",
        "country": "US",
        "date": "2025-10-01T00:00:00Z",
        "android_units": 10,
        "android_revenue": 1000,
        "ipad_units": 2,
        "ipad_revenue": 200,
        "iphone_units": 30,
        "iphone_revenue": 3005,
        "unified_units": 42,
        "unified_revenue": 4205,
        **changes,
    }
    return {key: value for key, value in row.items() if value is not None}


def two_days(**changes: Any) -> list[dict[str, Any]]:
    """Two rows of following days, the second with the changes."""
    return [unified(), unified(date="2025-10-02T00:00:00Z", **changes)]


def figures(desk: Desk, where: str = "true") -> list[tuple[Any, ...]]:
    """Metric, platform, country, first and last day, grain, value, unit, basis and note."""
    return desk.rows(
        "select metric::varchar, platform::varchar, country, period_start::varchar,"
        " period_end::varchar, grain::varchar,"
        f" value::varchar, unit, basis, note from raw.observation where {where} order by all"
    )


def truth(metric: str, *devices: str) -> list[tuple[Any, ...]]:
    """What the canonical file says of these devices together: app, month, value."""
    total: dict[tuple[str, str], Decimal] = {}
    column = {"revenue": "revenue_usd_net_of_store"}.get(metric, metric)
    with (VENDOR / "TRUTH_canonical.csv").open() as handle:
        for row in csv.DictReader(handle):
            if row["device"] in devices:
                key = (row["app_key"], row["month"] + "-01")
                total[key] = total.get(key, Decimal(0)) + Decimal(row[column])
    return sorted((app, month, value) for (app, month), value in total.items())


IOS, ANDROID = ("iphone", "ipad"), ("android",)
TWINS = {
    "st_api_sales_report_estimates_ios": {
        ("revenue", "ios"): IOS,
        ("downloads", "ios"): IOS,
    },
    "st_api_sales_report_estimates_android": {
        ("revenue", "android"): ANDROID,
        ("downloads", "android"): ANDROID,
    },
    "st_api_sales_report_estimates_unified": {
        ("revenue", "ios"): IOS,
        ("downloads", "ios"): IOS,
        ("revenue", "android"): ANDROID,
        ("downloads", "android"): ANDROID,
        ("revenue", "all"): IOS + ANDROID,
        ("downloads", "all"): IOS + ANDROID,
    },
    "st_api_active_users_month_ios": {("mau", "ios"): IOS},
    "st_api_active_users_month_android": {("mau", "android"): ANDROID},
    "st_api_active_users_month_unified": {("mau", "ios"): IOS, ("mau", "android"): ANDROID},
}


@pytest.mark.parametrize("name", TWINS)
def test_a_twin_says_the_truth(st: Desk, name: str) -> None:
    """Each sample gives exactly the figures of the canonical file, whole months, WW, in dollars."""
    content = (VENDOR / f"{name}.json").read_bytes()
    assert st.outcome("misleading.csv", content, "st") == ("accepted", "")
    found = st.rows(
        "select distinct metric::varchar, platform::varchar, country, grain, unit, basis, kind,"
        " as_of::varchar, period_end = last_day(period_start) from raw.observation order by all"
    )
    assert found == sorted(
        (
            metric,
            platform,
            "WW",
            "month",
            {"revenue": "USD", "downloads": "downloads"}.get(metric, "users"),
            "net_of_store" if metric == "revenue" else "none",
            "estimate",
            "2025-11-05",
            True,
        )
        for metric, platform in TWINS[name]
    )
    for (metric, platform), devices in TWINS[name].items():
        rows = st.rows(
            "select app_id, period_start::varchar, value from raw.observation"
            f" where metric = '{metric}' and platform = '{platform}'"
            " and period_start >= '2025-07-01' order by all"
        )
        assert rows == truth(metric, *devices)


def test_cents_become_dollars_and_devices_are_each_a_row(st: Desk) -> None:
    """iPhone and iPad make iOS; the vendor's total is a figure of its own."""
    assert st.outcome("a", json.dumps(two_days()), "st") == ("accepted", "")
    day = ("US", "2025-10-01", "2025-10-01", "day")
    assert figures(st, "period_start = '2025-10-01'") == [
        ("downloads", "all", *day, "42.0000", "downloads", "none", None),
        ("downloads", "android", *day, "10.0000", "downloads", "none", None),
        ("downloads", "ios", *day, "32.0000", "downloads", "none", None),
        ("revenue", "all", *day, "42.0500", "USD", "net_of_store", None),
        ("revenue", "android", *day, "10.0000", "USD", "net_of_store", None),
        ("revenue", "ios", *day, "32.0500", "USD", "net_of_store", None),
    ]
    assert st.rows("select rows_read, rows_accepted, figures from raw.snapshot") == [(2, 2, 12)]


@pytest.mark.parametrize(
    ("cents", "dollars"),
    [
        (0, "0.0000"),
        (5, "0.0500"),
        (99, "0.9900"),
        (100, "1.0000"),
        ("12345678901", "123456789.01"),
    ],
)
def test_small_and_large_cents(st: Desk, cents: Any, dollars: str) -> None:
    """No cent is lost and no place is moved; text and number are alike."""
    row = {"aid": "com.example.kling", "c": "US", "u": 1}
    rows = [row | {"d": "2025-10-01", "r": 7}, row | {"d": "2025-10-02", "r": cents}]
    assert st.outcome("a", json.dumps(rows), "st") == ("accepted", "")
    [(value,)] = st.rows(
        "select value::varchar from raw.observation"
        " where metric = 'revenue' and period_start = '2025-10-02'"
    )
    assert Decimal(value) == Decimal(dollars)


def test_a_missing_device_is_no_figure(st: Desk) -> None:
    """A missing key makes no row and no zero; a sum says what is missing from it."""
    rows = two_days(
        android_units=None, android_revenue=None, ipad_revenue=None, unified_units=32,
        unified_revenue=3005,
    )  # fmt: skip
    assert st.outcome("a", json.dumps(rows), "st") == ("accepted", "")
    day = ("US", "2025-10-02", "2025-10-02", "day")
    assert figures(st, "period_start = '2025-10-02'") == [
        ("downloads", "all", *day, "32.0000", "downloads", "none", None),
        ("downloads", "ios", *day, "32.0000", "downloads", "none", None),
        ("revenue", "all", *day, "30.0500", "USD", "net_of_store", None),
        ("revenue", "ios", *day, "30.0500", "USD", "net_of_store", "no iPad figure in the file"),
    ]


def test_a_device_that_is_0_throughout_is_said(st: Desk) -> None:
    """Every row may be true; or the device was left out, and whoever reads the sum shall know."""
    rows = [
        row | {"ipad_units": 0, "unified_units": row["unified_units"] - row["ipad_units"]}
        for row in two_days()
    ]
    assert st.outcome("a", json.dumps(rows), "st") == ("accepted", "")
    assert st.rows(
        "select distinct metric, note from raw.observation where platform = 'ios' order by all"
    ) == [("downloads", "every iPad figure in the file is 0"), ("revenue", None)]


def test_devices_that_are_not_the_total_are_a_fault(st: Desk) -> None:
    """A row whose devices do not add up goes whole, and both numbers are told."""
    outcome, said = st.outcome("a", json.dumps(two_days(unified_revenue=4206)), "st")
    assert outcome == "refused"
    assert (
        "unified_revenue must be the sum of android_revenue, ipad_revenue, iphone_revenue"
        " (4205 US cents): '4206' (row 2)"
    ) in said
    assert st.rows("select row_no, column_name, value from raw.rejected_row") == [
        (2, "unified_revenue", "4206")
    ]


@pytest.mark.parametrize("written", ["12.5", "1,200", "N/A", "$12", "1e3", "", " "])
def test_what_are_no_whole_cents_is_refused(st: Desk, written: str) -> None:
    """A decimal would be dollars, a factor of 100: nothing but whole cents is taken."""
    rows = two_days(iphone_revenue=written, unified_revenue=None)
    outcome, said = st.outcome("a", json.dumps(rows), "st")
    if written.strip():
        assert outcome == "refused"
        assert f"iphone_revenue + ipad_revenue must be a whole US cents: '{written}'" in said
    else:
        assert outcome == "accepted"


def test_texts_and_whole_floats_are_numbers_too(st: Desk) -> None:
    """ "12" and 12.0 are 12."""
    rows = [unified(), unified(date="2025-10-02", iphone_units="30", iphone_revenue=3005.0)]
    assert st.outcome("a", json.dumps(rows), "st") == ("accepted", "")
    assert len(figures(st)) == 12


def test_shuffled_keys_and_unknown_ones(st: Desk) -> None:
    """Keys come in any order; those nobody knows are passed over and named."""
    rows = [dict(reversed(list(row.items()))) | {"app_name": "Kling"} for row in two_days()]
    assert st.outcome("a", json.dumps(rows), "st") == ("accepted", "")
    assert len(figures(st)) == 12
    assert st.rows("select extra_columns from raw.snapshot") == [(["app_name"],)]


def test_the_length_of_periods_is_asked_when_the_dates_do_not_prove_it(st: Desk) -> None:
    """One date may be a day, a week or a month: the file waits; a word of the source answers."""
    outcome, said = st.outcome("a", json.dumps([unified()]), "st")
    assert (outcome, "what does each of its dates begin" in said) == ("waiting", True)
    st.configure(apps=APPS, sources=SOURCE + 'grain = "month"\n')
    assert st.outcome("a", json.dumps([unified()]), "st")[0] == "accepted"
    assert {row[3:6] for row in figures(st)} == {("2025-10-01", "2025-10-31", "month")}


@pytest.mark.parametrize(
    ("dates", "grain"),
    [
        (["2025-10-01", "2025-10-02"], "day"),
        (["2025-09-01", "2025-10-01"], "month"),
        (["2025-10-06", "2025-10-13"], "week"),
        (["2025-01-01", "2025-04-01", "2025-07-01"], "quarter"),
        (["2025-01-01", "2025-04-01"], None),
        (["2025-10-06", "2025-10-20"], None),
        (["2025-10-01", "2025-10-04"], None),
    ],
)
def test_dates_prove_the_length_of_periods(st: Desk, dates: list[str], grain: str | None) -> None:
    """Following days, Mondays and firsts are proofs; anything else is a question."""
    rows = [unified(date=f"{date}T00:00:00Z") for date in dates]
    outcome, said = st.outcome("a", json.dumps(rows), "st")
    if grain is None:
        assert (outcome, "what does each of its dates begin" in said) == ("waiting", True)
    else:
        assert outcome == "accepted", said
        assert {row[5] for row in figures(st)} == {grain}


def test_a_word_that_the_dates_contradict_is_refused(st: Desk) -> None:
    """Daily rows are never read as months because a source says so."""
    st.configure(apps=APPS, sources=SOURCE + 'grain = "month"\n')
    outcome, said = st.outcome("a", json.dumps(two_days()), "st")
    assert outcome == "refused"
    assert "its dates are those of one figure a day, not a month" in said


def test_the_running_month_ends_on_the_day_it_was_said(st: Desk) -> None:
    """The last month of a file, unmarked there, is a part month here."""
    rows = [unified(), unified(date="2025-11-01T00:00:00Z")]
    assert st.outcome("a", json.dumps(rows), "st")[0] == "accepted"
    assert {row[3:6] for row in figures(st)} == {
        ("2025-10-01", "2025-10-31", "month"),
        ("2025-11-01", "2025-11-05", "month"),
    }
    assert st.rows(
        "select distinct month::varchar, complete from monthly where metric = 'revenue' order by 1"
    ) == [("2025-10-01", True), ("2025-11-01", False)]


@pytest.mark.parametrize("date", ["2025-10-02T05:00:00Z", "02/10/2025", "2025-10-32", "20251002"])
def test_an_odd_date_is_refused(st: Desk, date: str) -> None:
    """Only a midnight in UTC is cut to its day; nothing is moved or guessed."""
    st.configure(apps=APPS, sources=SOURCE + 'grain = "day"\n')
    outcome, said = st.outcome("a", json.dumps([unified(), unified(date=date)]), "st")
    assert outcome == "refused"
    assert "period_start must be a date" in said
    assert date in said


def test_c_and_cc_are_the_country(st: Desk) -> None:
    """Android calls it c, other shapes cc; a file that has neither is asked about."""
    row = {"aid": "com.example.kling", "u": 1, "r": 100}
    days = [{"d": "2025-10-01"}, {"d": "2025-10-02"}]
    for key in ("c", "cc"):
        st.outcome(key, json.dumps([row | day | {key: "jp"} for day in days]), "st")
    assert {entry[2] for entry in figures(st)} == {"JP"}
    outcome, said = st.outcome("none", json.dumps([row | day for day in days]), "st")
    assert (outcome, "which country do its figures cover" in said) == ("waiting", True)


def test_an_unknown_app_is_a_question(st: Desk) -> None:
    """An id that no listing has is asked about, never dropped."""
    rows = two_days(app_id="65f0000000000000000000ff")
    outcome, said = st.outcome("a", json.dumps(rows), "st")
    assert (outcome, "65f0000000000000000000ff" in said) == ("waiting", True)


@pytest.mark.parametrize(("grain", "metric"), [("day", "dau"), ("week", "wau"), ("month", "mau")])
def test_users_are_named_by_the_length_of_their_period(st: Desk, grain: str, metric: str) -> None:
    """A day's users are never taken for a month's; devices are added with a word of caution."""
    st.configure(apps=APPS, sources=SOURCE + f'grain = "{grain}"\n')
    row = {
        "app_id": "65f000000000000000000a01", "country": "US", "date": "2025-09-01T00:00:00Z",
        "android_users": 5, "ipad_users": 2, "iphone_users": 3,
    }  # fmt: skip
    assert st.outcome("a", json.dumps([row]), "st") == ("accepted", "")
    assert [(r[0], r[1], r[6], r[7], r[9]) for r in figures(st)] == [
        (metric, "android", "5.0000", "users", None),
        (metric, "ios", "5.0000", "users", "one person can be counted on both devices"),
    ]


def test_a_category_is_no_app(st: Desk) -> None:
    """Sums of a store's category wait until somebody says whose they are."""
    row = {"ca": 6005, "cc": "US", "au": 1, "ar": 100, "iu": 2, "ir": 250}
    rows = [row | {"d": "2025-09-01T00:00:00Z"}, row | {"d": "2025-10-01T00:00:00Z"}]
    outcome, said = st.outcome("a", json.dumps(rows), "st")
    assert (outcome, "'category 6005'" in said) == ("waiting", True)
    market = '[[app]]\nid = "market"\nname_en = "Market"\nkind = "market"\n'
    st.configure(apps=APPS + market + 'aliases = ["category 6005"]\n', sources=SOURCE)
    assert st.outcome("a", json.dumps(rows), "st")[0] == "accepted"
    assert st.rows(
        "select app_id, metric, sum(value)::varchar from raw.observation group by all order by all"
    ) == [("market", "downloads", "6.0000"), ("market", "revenue", "7.0000")]


def test_a_cut_file_and_the_same_file_twice(st: Desk) -> None:
    """Nothing of a cut file is loaded; the same rows twice are one."""
    whole = json.dumps(two_days())
    assert st.outcome("cut", whole[:-20], "st")[0] == "refused"
    assert st.outcome("a", whole, "st")[0] == "accepted"
    again = json.dumps(two_days() + two_days())
    st.outcome("b", again, "st")
    assert st.rows("select rows_read, rows_duplicate from raw.snapshot where name = 'b'") == [
        (4, 2)
    ]
    assert st.rows("select count(*) from raw.observation") == [(24,)]


def test_an_error_in_place_of_rows_is_refused(st: Desk) -> None:
    """What the vendor answers when it answers nothing is not taken for a file."""
    outcome, said = st.outcome("a", '{"error": "Unauthorized"}', "st")
    assert (outcome, "none of the formats" in said) == ("refused", True)


TOP = {
    "app_id": 1600000001, "country": "US", "date": "2025-10-01T00:00:00Z", "units_absolute": 7,
    "units_delta": 1, "units_transformed_delta": 0.1, "revenue_absolute": 12345,
    "custom_tags": {"All Time Downloads (WW)": "9,876", "Share": "45%"},
}  # fmt: skip


def test_top_charts_give_their_own_figures_only(st: Desk) -> None:
    """Cents beside formatted texts: the texts, the changes and the parts are passed over, named."""
    st.configure(apps=APPS, sources=SOURCE + 'grain = "month"\n')
    unified = {
        "app_id": "65f000000000000000000a01",
        "entities": [TOP],
        "users_absolute": 9,
        "units_absolute": 14,
        "revenue_absolute": 24690,
    }
    rows = [TOP, {**TOP, **unified}, {**TOP, "app_id": "com.example.kling"}]
    assert st.outcome("a", json.dumps(rows), "st") == ("accepted", "")
    assert [(row[0], row[1], row[6], row[9]) for row in figures(st)] == [
        ("downloads", "all", "14.0000", None),
        ("downloads", "android", "7.0000", None),
        ("downloads", "ios", "7.0000", None),
        (
            "mau",
            "all",
            "9.0000",
            "the vendor's own total; one person can be counted on several devices",
        ),
        ("revenue", "all", "246.9000", None),
        ("revenue", "android", "123.4500", None),
        ("revenue", "ios", "123.4500", None),
    ]
    [(passed_over,)] = st.rows("select extra_columns from raw.snapshot")
    assert passed_over == [
        "units_delta", "units_transformed_delta", "entities (its parts are in the row already)",
        "custom_tags (formatted text, never a figure)",
    ]  # fmt: skip


SKUS = {
    "apps": [
        {
            "unified_app_id": "65f000000000000000000a01",
            "name": "Kling: AI",
            "itunes_apps": [{"app_id": 1600000001}, {"app_id": 1600000077}],
            "android_apps": [{"app_id": "com.example.kling"}],
        }
    ]
}

#: The same as the API answers for a publisher.
OF_PUBLISHER = {
    "unified_publisher_id": "65f000000000000000000b01",
    "unified_publisher_name": "A publisher",
    "apps": [
        {
            "unified_app_id": "65f000000000000000000a01",
            "unified_app_name": "Kling: AI",
            "ios_apps": [
                {"app_id": 1600000001, "app_name": "Kling", "publisher_id": 1},
                {"app_id": 1600000077, "app_name": "Kling HD", "publisher_id": 1},
            ],
            "android_apps": [{"app_id": "com.example.kling", "app_name": "Kling"}],
        }
    ],
}


@pytest.mark.parametrize("content", [SKUS, SKUS["apps"], OF_PUBLISHER])
def test_the_map_of_ids_becomes_listings(st: Desk, content: Any) -> None:
    """Every id of an app we know by any of them; those of the watch list stay."""
    assert st.outcome("a", json.dumps(content), "st") == ("accepted", "")
    query = (
        "select app_id, store, listing_id, source_id, as_of::varchar, row_no from raw.app_listing"
        " order by snapshot_id is null, app_id, store, listing_id"
    )
    said = ("st", "2025-11-05", 1)
    loaded = [
        ("kling", "app_store", "1600000001", *said),
        ("kling", "app_store", "1600000077", *said),
        ("kling", "google_play", "com.example.kling", *said),
        ("kling", "sensor_tower", "65f000000000000000000a01", *said),
    ]
    own = ("jimeng", "app_store", "1600000002", None, None, None)
    assert st.rows(query)[:4] == loaded
    assert st.rows(query)[4] == own
    assert len(st.rows(query)) == 9
    st.outcome("b", json.dumps([unified(), unified(date="2025-10-02")]), "st")
    assert st.rows(query)[:4] == loaded


def test_an_id_that_is_none_is_refused(st: Desk) -> None:
    """A package among App Store numbers is a fault of its row, which goes whole."""
    app = SKUS["apps"][0] | {"itunes_apps": [{"app_id": "com.example.kling"}]}
    outcome, said = st.outcome("a", json.dumps([app]), "st")
    assert outcome == "refused"
    assert "must be an id as its store has them: 'com.example.kling'" in said


def test_a_map_of_unknown_apps_is_a_question(st: Desk) -> None:
    """An app that none of its ids names is asked about by its name."""
    app = {"unified_app_id": "6" * 24, "name": "Sora", "itunes_apps": [{"app_id": 1}]}
    outcome, said = st.outcome("a", json.dumps([app]), "st")
    assert (outcome, "'Sora'" in said) == ("waiting", True)


ODD = {
    "apps is no list": '{"apps": 5}',
    "ids are a text": '[{"unified_app_id": "x", "name": "Kling", "itunes_apps": "[x"}]',
    "ids are an object": '[{"unified_app_id": "x", "name": "Kling", "itunes_apps": {"a": 1}}]',
    "no id at all": '[{"unified_app_id": null, "itunes_apps": [null]}]',
    "nested rows": '[{"app_id": 1, "date": "2025-10-01", "units_absolute": {"a": [1]}}]',
    "a sale of nobody": '[{"aid": null, "d": null, "cc": null, "iu": 1}]',
    "deep": '[{"app_id": 1, "date": "2025-10-01", "units_absolute": '
    + "[" * 985
    + "]" * 985
    + "}]",
    "empty": "[]",
    "nothing in it": "[{}]",
}


@pytest.mark.parametrize(
    "form", ["api_sales", "api_users", "api_categories", "api_tops", "api_apps", "api_own_sales"]
)
@pytest.mark.parametrize("case", ODD)
def test_an_odd_file_ends_with_a_reason(st: Desk, case: str, form: str) -> None:
    """Whatever stands in a file that is taken at its word, it ends with a reason."""
    word = 'grain = "month"\ncountry = "US"\n'
    st.configure(
        apps=APPS, sources=SOURCE.replace('"sensor_tower"', f'"sensor_tower.{form}"') + word
    )
    outcome, said = st.outcome("odd", ODD[case], "st")
    assert outcome in ("refused", "waiting")
    assert said
