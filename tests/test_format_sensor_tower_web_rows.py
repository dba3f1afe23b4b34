"""Sensor Tower's long exports: devices and store listings are added, nothing twice."""

from __future__ import annotations

import pytest

from ingest.formats import csv_rows, sensor_tower_web_rows
from tests.ingest_fixtures import Desk
from tests.test_format_sensor_tower_web import APPS, KLING, LOADED, LONG, READY, load, long

pytestmark = pytest.mark.usefixtures("on_one_core")


@pytest.fixture
def tower(desk: Desk) -> Desk:
    """A tracker with the shipped source, whose files are all said on 5 November 2025."""
    desk.configure(APPS, READY)
    return desk


#: Two months of iPhone and iPad, and the second listing of the same app.
SPREAD = [
    KLING + "1\t2025-08-01\tUS\tiOS\tiPhone\t100\t1000.10",
    KLING + "1\t2025-09-01\tUS\tiOS\tiPhone\t\t2000.20",
    "Jimeng\t65f000000000000000000a02\t3\t2025-08-01\tUS\tAndroid\tAndroid\t9\t9.99",
    KLING + "1\t2025-08-01\tWW\tUnified\t\t7000\t70000",
    KLING + "2\t2025-08-01\tUS\tiOS\tiPhone\t10\t0.05",
    KLING + "1\t2025-08-01\tUS\tiOS\tiPad\t3\t30.03",
    KLING + "1\t2025-08-01\tUS\tiOS\tiPad\t3\t30.03",
]
ADDED = "iPhone and iPad added; 2 store listings added"
SUMMED = [
    ("jimeng", "downloads", "2025-08-01", "android", "US", "9.0000", None),
    ("jimeng", "revenue", "2025-08-01", "android", "US", "9.9900", None),
    ("kling", "downloads", "2025-08-01", "all", "WW", "7000.0000", None),
    ("kling", "downloads", "2025-08-01", "ios", "US", "113.0000", ADDED),
    ("kling", "revenue", "2025-08-01", "all", "WW", "70000.0000", None),
    ("kling", "revenue", "2025-08-01", "ios", "US", "1030.1800", ADDED),
    ("kling", "revenue", "2025-09-01", "ios", "US", "2000.2000", "no iPad figure in the file"),
]
NOTED = LOADED.replace("value::varchar", "value::varchar, note")


def shuffled(text: str) -> str:
    """The columns in reverse order."""
    return "\n".join("\t".join(reversed(line.split("\t"))) for line in text.splitlines()) + "\n"


TEXT = LONG + "".join(row + "\n" for row in SPREAD)
SHAPES = {
    "as it comes": TEXT.encode("utf-16"),
    "no mark": TEXT.encode("utf-16-le"),
    "big endian": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "big endian, no mark": TEXT.encode("utf-16-be"),
    "utf-8 with mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "commas": TEXT.replace("\t", ",").encode(),
    "other generation": TEXT.replace("Country / Region", "Country/Region").encode("utf-16"),
    "shuffled": shuffled(TEXT).encode("utf-16"),
    "crlf": TEXT.replace("\n", "\r\n").encode("utf-16"),
    "other days": TEXT.replace("2025-08-01", "Aug 1, 2025")
    .replace("2025-09-01", "2025/09/01")
    .encode("utf-16"),
    "upper case": TEXT.replace("Unified ID", "UNIFIED ID").replace("iOS", "IOS").encode("utf-16"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_devices_and_listings_are_added_exactly(tower: Desk, shape: str) -> None:
    """However encoded, ordered or spelt: sums to the cent, repeated rows once, gaps noted."""
    assert load(tower, "misleading.xlsx", SHAPES[shape]) == ("accepted", "")
    assert sorted(tower.rows(NOTED)) == SUMMED


def test_parts_of_a_large_file_far_apart_are_added(
    tower: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Read in parts so as to bound memory, a file gives the same rows, each counted once."""
    monkeypatch.setattr(csv_rows, "BATCH_ROWS", 2)
    monkeypatch.setattr(sensor_tower_web_rows, "PART_ROWS", 1)
    assert load(tower, "large.csv", SHAPES["as it comes"]) == ("accepted", "")
    assert sorted(tower.rows(NOTED)) == SUMMED
    assert tower.rows("select rows_read, rows_accepted, figures from raw.snapshot") == [(7, 7, 7)]


def test_two_rows_about_one_thing_that_differ_refuse_the_file(tower: Desk) -> None:
    """A sum of both would be calm and wrong."""
    rows = (*SPREAD, KLING + "1\t2025-08-01\tUS\tiOS\tiPad\t4\t30.03")
    outcome, said = load(tower, "twice.csv", long(*rows))
    assert outcome == "refused"
    assert "rows 7 and 9 both state Downloads of 65f000000000000000000a01, 1, iPad" in said
    assert "'3' and '4'" in said


def test_a_bad_part_refuses_the_sum_in_its_own_row(tower: Desk) -> None:
    """The iPad's cell cannot be read: no sum without it, and the row named is the iPad's."""
    rows = [row.replace("\t3\t30.03", "\t3\tthirty") for row in SPREAD[:-1]]
    outcome, said = load(tower, "bad.csv", long(*rows))
    assert outcome == "refused"
    assert "Revenue ($) must be a plain number" in said
    assert "'thirty' (row 7)" in said


def test_ipads_alone_are_not_ios(tower: Desk) -> None:
    """A file filtered to iPads is refused."""
    outcome, said = load(tower, "pads.csv", long(SPREAD[5], SPREAD[5].replace("-08-", "-09-")))
    assert outcome == "refused"
    assert "figures of the iPad and none of the iPhone" in said


def test_a_platform_as_a_whole_is_not_added_to_its_devices(tower: Desk) -> None:
    """`All Devices` beside iPhone and iPad is their sum already."""
    rows = [
        KLING + f"1\t2025-0{month}-01\tUS\tiOS\t{device}\t{value}\t"
        for month in (8, 9)
        for device, value in (("iPhone", 5), ("iPad", 2), ("All Devices", 7))
    ]
    assert load(tower, "all.csv", long(*rows)) == ("accepted", "")
    assert sorted(tower.rows(NOTED)) == [
        ("kling", "downloads", f"2025-0{month}-01", "ios", "US", "7.0000", None) for month in (8, 9)
    ]


def test_users_of_several_devices_are_noted(tower: Desk) -> None:
    """They are added for iOS with the caveat, and never to a figure of all platforms."""
    header = "Unified ID\tDate\tCountry / Region\tPlatform\tDevice\tMAU\tDAU\n"
    row = "65f000000000000000000a01\t2025-08-01\tUS\t"
    rows = [row + "iOS\tiPhone\t5\t1", row + "iOS\tiPad\t2\t1", row + "Android\t\t9\t1"]
    assert load(tower, "users.csv", long(*rows, header=header)) == ("accepted", "")
    twice = "iPhone and iPad added; one person can be counted twice"
    assert sorted(tower.rows(NOTED)) == [
        ("kling", "mau", "2025-08-01", "android", "US", "9.0000", None),
        ("kling", "mau", "2025-08-01", "ios", "US", "7.0000", twice),
    ]
    assert tower.rows("select extra_columns from raw.snapshot") == [
        (["DAU (dau is not among the source's metrics)"],)
    ]


def test_files_that_are_none_of_these_are_refused(tower: Desk) -> None:
    """No date, a cut row, a date that is none: each with its reason, never other data."""
    outcome, said = load(tower, "a.csv", TEXT.replace("\tDate\t", "\tWhen\t").encode("utf-16"))
    assert (outcome, "the file has none of the formats of its source" in said) == ("refused", True)
    outcome, said = load(tower, "b.csv", TEXT.rstrip()[:-12].encode("utf-16"))
    assert (outcome, "row 8 has 7 fields where the header has 9" in said) == ("refused", True)
    outcome, said = load(tower, "c.csv", TEXT.replace("-08-01", "-08-0x").encode("utf-16"))
    assert (outcome, "what does each of its dates begin" in said) == ("waiting", True)
    three = (SPREAD[0], SPREAD[1], SPREAD[1].replace("-09-01", "-09-31"))
    outcome, said = load(tower, "d.csv", long(*three))
    assert (outcome, "'2025-09-31' (row 4)" in said) == ("refused", True)


def test_the_same_export_twice_is_one(tower: Desk) -> None:
    """Bytes that are known change nothing."""
    assert load(tower, "one.csv", SHAPES["crlf"]) == ("accepted", "")
    assert load(tower, "two.csv", SHAPES["crlf"]) == ("unchanged", "")
    assert tower.rows("select count(*) from raw.observation") == [(len(SUMMED),)]


TWO_MONTHS = [f"Kling AI\tabc\t1\t2025-0{month}-01\tUS\tAndroid\t\t5\t7" for month in (8, 9)]


def test_an_unknown_id_is_asked_about_by_its_name(tower: Desk) -> None:
    """Kling has another id in the configuration, so this one is not taken for it by its title."""
    titled = [row.replace("Kling AI", "Kling AI: AI Video & Image") for row in TWO_MONTHS]
    outcome, said = load(tower, "clone.csv", long(*titled))
    assert outcome == "waiting"
    assert "which apps of config/apps.toml are 'abc' (Kling AI: AI Video & Image)" in said


def test_a_name_decides_where_no_id_is_known(desk: Desk) -> None:
    """One id of that name loads; two ids of one name are two apps, and a question."""
    without_ids = APPS.replace("[app.listings]", "").replace("sensor_tower = ", "publisher = ")
    desk.configure(without_ids.replace('"Kling AI:', '"Kling AI", "Kling AI:'), READY)
    assert load(desk, "one.csv", long(*TWO_MONTHS)) == ("accepted", "")
    assert desk.rows("select distinct app_id from raw.observation") == [("kling",)]
    clone = [row.replace("abc", "xyz") for row in TWO_MONTHS]
    outcome, said = load(desk, "two.csv", long(*TWO_MONTHS, *clone))
    assert outcome == "waiting"
    assert "'abc' (Kling AI), 'xyz' (Kling AI)" in said


def test_a_quarters_average_is_not_its_first_month(desk: Desk) -> None:
    """Top apps without dates take the period of the name; average users are of all of it."""
    desk.configure(APPS, READY)
    content = long(
        "65f000000000000000000a01\tUnified\t9", header="Unified ID\tPlatform\tMAU (Absolute)\n"
    )
    name = "Top Apps (Jul 1, 2025 - Sep 30, 2025, US).csv"
    assert load(desk, name, content) == ("accepted", "")
    query = "select metric, period_start::varchar, period_end::varchar, grain from raw.observation"
    assert desk.rows(query) == [("mau", "2025-07-01", "2025-09-30", "quarter")]


DETAILED = (
    "Unified Name\tUnified ID\tDate\tPlatform\tDownloads (Absolute)\tDownloads (PoP Growth)"
    "\tRevenue (Absolute)\tRevenue (Prior, $)\n"
)
OF_KLING = "Kling AI\t65f000000000000000000a01"


def test_dates_left_blank_are_the_period_of_the_name(tower: Desk) -> None:
    """As where the column is absent: the figures are of the whole of it."""
    content = long(f"{OF_KLING}\t\tUnified\t100\t\t500\t0", header=DETAILED)
    name = "Unified Top Apps Revenue (Jul 21, 2025 - Aug 1, 2025, SG), Detailed.csv"
    assert load(tower, name, content) == ("accepted", "")
    query = (
        "select metric::varchar, country::varchar, period_start::varchar, period_end::varchar,"
        " grain, value::varchar from raw.observation order by 1"
    )
    span = ("SG", "2025-07-21", "2025-08-01", "cumulative")
    assert tower.rows(query) == [("downloads", *span, "100.0000"), ("revenue", *span, "500.0000")]


def test_a_date_left_blank_among_others_is_named(tower: Desk) -> None:
    """It may be a sum of the days or a day that was lost: neither is guessed."""
    rows = [f"{OF_KLING}\t{day}\tUnified\t1\t\t2\t0" for day in ("2025-07-21", "2025-07-22", "")]
    name = "Top Apps (Jul 21, 2025 - Jul 22, 2025, SG).csv"
    outcome, said = load(tower, name, long(*rows, header=DETAILED))
    assert (outcome, "period_start must not be missing: nothing (row 4)" in said) == (
        "refused",
        True,
    )
