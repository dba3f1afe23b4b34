"""Series of dates and values: what the file names is taken, what it leaves open is asked."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ingest.__main__ import main
from tests.ingest_fixtures import APPS, Desk

pytestmark = pytest.mark.usefixtures("on_one_core")

SOURCE = """
[[source]]
id = "vendor"
producer = "A vendor"
format = "date_value"
"""
SAID = (
    SOURCE
    + """
app = "kling"
platform = "ios"
country = "US"
grain = "day"
unit = "USD"
basis = "gross"
metrics = ["revenue"]
as_of = 2026-11-02
"""
)
PAIRS = [{"date": "2026-10-01", "value": 151.5}, {"date": "2026-10-02", "value": 143}]
ROWS = [
    ("kling", "revenue", "2026-10-01", "ios", "US", "151.5000"),
    ("kling", "revenue", "2026-10-02", "ios", "US", "143.0000"),
]
LISTED = APPS.replace('id = "kling"\n', 'id = "kling"\nlistings = { app_store = "835599320" }\n')


def apptweak(device: str = "android", **series: list[dict[str, Any]]) -> str:
    """An answer of AppTweak's history, in the shape of its documentation."""
    params = {"device": device, "country": "us", "apps": ["835599320"], "metrics": [*series]}
    return json.dumps(
        {
            "result": {"835599320": {key.replace("_", "-"): one for key, one in series.items()}},
            "metadata": {
                "request": {"path": "/api/public/store/apps/metrics/history.json", "params": params}
            },
        }
    )


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(PAIRS),
        json.dumps(PAIRS, indent=1),
        "\n".join(json.dumps(pair) for pair in PAIRS),
        json.dumps({"downloads": PAIRS}).replace("downloads", "revenues"),
        json.dumps({"kling": {"data": PAIRS}}),
        json.dumps({"data": {"可靈": {"revenue": PAIRS}}}),
        "value,date\n151.5,2026-10-01\n143,2026-10-02\n",
        json.dumps([{"date": pair["date"], "value": str(pair["value"])} for pair in PAIRS]),
        json.dumps(
            [{"date": f"{pair['date']}T00:00:00Z", "value": pair["value"]} for pair in PAIRS]
        ),
    ],
)
def test_every_shape_gives_the_same_rows(desk: Desk, content: str) -> None:
    """A list, lines, keys above it, texts for numbers, midnights behind days."""
    desk.configure(sources=SAID)
    assert desk.outcome("series.json", content) == ("accepted", "")
    assert desk.values() == ROWS
    assert desk.rows("select format from raw.snapshot") == [("date_value.series",)]


def test_all_that_is_open_is_asked_at_once_and_answered_by_one_command(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing about a bare series is guessed: app, platform, country, grain, day, unit, basis,
    metric.
    """
    monkeypatch.setenv("TRACKER_DATA", str(desk.store.root))
    monkeypatch.setenv("TRACKER_ROOT", str(desk.root))
    desk.configure(sources=SOURCE)
    outcome, said = desk.outcome("series.json", json.dumps(PAIRS))
    assert outcome == "waiting"
    answer = {
        "app": "kling", "platform": "ios", "country": "US", "grain": "day", "as-of": "2026-11-02",
        "unit": "USD", "basis": "gross", "metric": "revenue",
    }  # fmt: skip
    assert [key for key in answer if f"--{key} …" not in said] == []
    words = [word for key, value in answer.items() for word in (f"--{key}", value)]
    assert main(["answer", "series.json", *words]) == 0
    assert desk.values() == ROWS


def test_apptweaks_history_says_app_country_currency_and_metric(desk: Desk) -> None:
    """What its answer names is taken from it, also where the source says otherwise."""
    desk.configure(LISTED, SOURCE + 'basis = "gross"\ncountry = "WW"\nas_of = 2026-11-02\n')
    content = apptweak(
        downloads=[{"value": 151880, "date": "2026-10-01", "precision": 0.25}],
        revenues=[
            {"value": 70, "date": "2026-10-01", "precision": None, "currency": "USD"},
            {"value": None, "date": "2026-10-02", "precision": None, "currency": "USD"},
        ],
        app_power=[{"value": 9, "date": "2026-10-01"}],
    )
    assert desk.outcome("history.json", content) == ("accepted", "")
    assert desk.rows(
        "select app_id, metric, period_start::varchar, grain, platform, country, value::int, unit,"
        " basis, note from raw.observation order by metric"
    ) == [
        ("kling", "downloads", "2026-10-01", "day", "android", "US", 151880, "downloads", "none",
         "device asked for: android"),
        ("kling", "revenue", "2026-10-01", "day", "android", "US", 70, "USD", "gross",
         "device asked for: android"),
    ]  # fmt: skip
    assert desk.rows("select format, extra_columns from raw.snapshot") == [
        ("date_value.apptweak", ["835599320.app-power (not among the source's metrics)"])
    ]


def test_a_device_is_not_taken_for_a_platform(desk: Desk) -> None:
    """An iPhone is a part of iOS: which platform the figures stand for is asked."""
    desk.configure(LISTED, SOURCE + "as_of = 2026-11-02\n")
    content = apptweak("iphone", downloads=[{"value": 1, "date": "2026-10-01"}])
    outcome, said = desk.outcome("history.json", content)
    assert (outcome, "--platform …" in said, "--country" in said) == ("waiting", True, False)


def test_an_app_nobody_knows_is_a_question(desk: Desk) -> None:
    """A key above a series that is no app's id or name is asked, never dropped."""
    desk.configure(sources=SAID)
    outcome, said = desk.outcome("history.json", json.dumps({"us": PAIRS}))
    assert (outcome, "which apps of config/apps.toml are 'us'" in said) == ("waiting", True)


def test_months_need_no_grain_and_the_running_one_is_a_part(desk: Desk) -> None:
    """2026-10 is a month; said on the 25th, it ends there."""
    desk.configure(sources=SAID.replace('grain = "day"\n', "").replace("2026-11-02", "2026-10-25"))
    pairs = [{"date": "2026-09", "value": 1}, {"date": "2026-10", "value": 2}]
    assert desk.outcome("series.json", json.dumps(pairs)) == ("accepted", "")
    assert desk.rows(
        "select grain, period_end::varchar from raw.observation order by period_start"
    ) == [("month", "2026-09-30"), ("month", "2026-10-25")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (json.dumps([PAIRS[0] | {"country": "JP"}]), "its rows say country of their own"),
        (json.dumps({"us": {"kling": PAIRS}}), "the keys us > kling say more than an app and a"),
        (json.dumps({"kling": PAIRS})[:-2], "line 1 is not JSON"),
        (json.dumps([PAIRS[0] | {"value": "1,234"}]), "'1,234'"),
        (json.dumps([PAIRS[0] | {"date": "10/01/2026"}]), "'10/01/2026'"),
        (json.dumps([PAIRS[0], PAIRS[0] | {"value": 9}]), "row 2 says otherwise"),
        (json.dumps({"kling": [{"date": "2026-10-01", "value": [1]}]}), "'a nested value'"),
    ],
)
def test_what_says_more_or_other_is_refused(desk: Desk, content: str, expected: str) -> None:
    """Never a traceback, never another app's or country's figure."""
    desk.configure(sources=SAID.replace('"date_value"', '"date_value.series"'))
    outcome, said = desk.outcome("odd.json", content)
    assert outcome == "refused"
    assert expected in said


def test_the_same_twice_is_once(desk: Desk) -> None:
    """A pair that a file repeats counts once."""
    desk.configure(sources=SAID)
    desk.drop("series.json", json.dumps([*PAIRS, PAIRS[0]]))
    desk.run()
    assert desk.values() == ROWS
    assert desk.rows("select rows_accepted, rows_duplicate from raw.snapshot") == [(2, 1)]
