"""Sensor Tower's web exports, dropped as they come: right app, month, country, platform, unit."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from ingest.formats.sensor_tower_web_said import (
    country_in_name,
    grain_of_dates,
    period_in_name,
    platform_in_name,
)
from ingest.unpack import Unreadable
from tests.ingest_fixtures import SOURCES, Desk

pytestmark = pytest.mark.usefixtures("on_one_core")

ROOT = Path(__file__).parent.parent
VENDOR = ROOT / "tests" / "vendor"
APPS = """
[[app]]
id = "kling"
name_en = "Kling"
tracked = true
aliases = ["Kling AI: AI Video & Image"]
[app.listings]
sensor_tower = "65f000000000000000000a01"

[[app]]
id = "jimeng"
name_en = "Jimeng"
aliases = ["即梦AI - AI视频与图片生成", "腾讯视频-《扫毒风暴》, 全网独播", "❤️ Jimeng’s, “it”"]
[app.listings]
sensor_tower = "65f000000000000000000a02"
"""
SHIPPED = re.findall(
    r'\[\[source\]\]\nid = "sensor-tower".*?\n\n',
    (ROOT / "config" / "sources.toml").read_text(encoding="utf-8"),
    re.S,
)[0]
READY = SHIPPED.replace('as_of = "file time"', 'as_of = 2025-11-05\ncountry = "WW"')
LONG = (
    "Unified Name\tUnified ID\tApp ID\tDate\tCountry / Region\tPlatform\tDevice\tDownloads"
    "\tRevenue ($)\n"
)
KLING = "Kling\t65f000000000000000000a01\t"
LOADED = (
    "select app_id, metric, period_start::varchar, platform, country, value::varchar"
    " from raw.observation"
)


@pytest.fixture
def tower(desk: Desk) -> Desk:
    """A tracker with the shipped source, whose files are all said on 5 November 2025."""
    desk.configure(APPS, READY)
    return desk


def wide(header: str, *rows: str) -> bytes:
    """A chart export: byte order mark, CRLF, every field quoted; fields are parted by |."""
    lines = [",".join(f'"{field}"' for field in row.split("|")) for row in (header, *rows)]
    return b"\xef\xbb\xbf" + "\r\n".join(lines).encode() + b"\r\n"


def long(*rows: str, header: str = LONG) -> bytes:
    """An export in UTF-16 with tabs."""
    return (header + "".join(row + "\n" for row in rows)).encode("utf-16")


def load(desk: Desk, name: str, content: bytes) -> tuple[str, str]:
    """Outcome and reason of a file dropped for the source."""
    return desk.outcome(name, content, "sensor-tower")


def truth(*wanted: str) -> list[tuple[str, ...]]:
    """What the vendor's files all say, of the wanted `metric platform`s, as LOADED has it."""
    platforms = {"iphone": ("ios", "all"), "ipad": ("ios", "all"), "android": ("android", "all")}
    columns = {"downloads": "downloads", "revenue": "revenue_usd_net_of_store", "mau": "mau"}
    sums: dict[tuple[str, ...], Decimal] = defaultdict(Decimal)
    with (VENDOR / "TRUTH_canonical.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            for metric, column in columns.items():
                for platform in platforms[row["device"]]:
                    if f"{metric} {platform}" in wanted and row[column]:
                        key = (row["app_key"], metric, row["month"] + "-01", platform, "WW")
                        sums[key] += Decimal(row[column])
    return sorted((*key, f"{value:.4f}") for key, value in sums.items())


TWINS = {
    "Unified Revenue Jul 2025 to Oct 2025.csv": ["revenue all"],
    "Unified Downloads Jul 2025 to Oct 2025.csv": ["downloads all"],
    "st_web_long_app_performance.csv": [
        f"{metric} {platform}"
        for metric in ("downloads", "revenue")
        for platform in ("ios", "android")
    ],
    "Active Users MAU Jul 2025 - Oct 2025.csv": ["mau ios", "mau android"],
}


@pytest.mark.parametrize("name", TWINS)
def test_each_twin_says_what_the_truth_says(tower: Desk, name: str) -> None:
    """Whatever the export, the same figures come out, device by device added exactly."""
    assert load(tower, name, (VENDOR / name).read_bytes()) == ("accepted", "")
    assert sorted(tower.rows(LOADED)) == truth(*TWINS[name])


@pytest.mark.parametrize(
    ("name", "revenue"),
    [
        ("Top Apps (Oct 1, 2025 - Oct 31, 2025, WW) gen2025.csv", "2278457.7800"),
        ("Top Apps (Oct 1, 2025 - Oct 31, 2025, WW) genPoP.csv", "2278458.0000"),
    ],
)
def test_both_generations_of_top_apps(tower: Desk, name: str, revenue: str) -> None:
    """Absolute figures of October; growth, prior period and the publisher are passed over."""
    assert load(tower, name, (VENDOR / name).read_bytes()) == ("accepted", "")
    kling = ("kling", "2025-10-01", "2025-10-31", "month", "all", "WW")
    query = (
        "select app_id, period_start::varchar, period_end::varchar, grain, platform, country,"
        " metric, unit, basis, value::varchar from raw.observation where app_id = 'kling'"
        " order by metric"
    )
    assert tower.rows(query) == [
        (*kling, "downloads", "downloads", "none", "1028574.0000"),
        (*kling, "revenue", "USD", "net_of_store", revenue),
    ]
    [(passed,)] = tower.rows("select extra_columns from raw.snapshot")
    assert sum("growth is computed here" in column for column in passed) == 4


def test_a_file_in_the_inbox_itself_finds_its_source(desk: Desk) -> None:
    """No folder, no source's name: the header says whose it is."""
    desk.configure(APPS, SOURCES + READY)
    for name in [*TWINS, "Top Apps (Oct 1, 2025 - Oct 31, 2025, WW) gen2025.csv"]:
        desk.drop(name, (VENDOR / name).read_bytes(), source="")
    assert {file["outcome"] for file in desk.run()["files"]} == {"accepted"}
    assert desk.rows("select distinct source_id from raw.snapshot") == [("sensor-tower",)]


def test_a_source_without_files_is_no_trouble(desk: Desk) -> None:
    """Nothing fails and nothing is late before the first export: it was never loaded, no more."""
    desk.configure(APPS, SHIPPED)
    assert desk.run()["outcome"] != "failed"
    assert desk.rows("select source_id, state from freshness") == [("sensor-tower", "never loaded")]


def test_what_nothing_says_is_asked_at_once(desk: Desk) -> None:
    """Country and platform of a chart are in no cell: one question names both, then it loads."""
    desk.configure(APPS, READY.replace('country = "WW"', ""))
    content = wide("Month|Kling Revenue ($)", "2025-09|5.00")
    outcome, said = load(desk, "Revenue.csv", content)
    assert outcome == "waiting"
    assert "which country" in said
    assert "which platform" in said
    assert "on which day" not in said
    desk.configure(APPS, READY + 'platform = "ios"\n')
    assert load(desk, "Revenue.csv", content) == ("accepted", "")
    assert desk.rows(LOADED) == [("kling", "revenue", "2025-09-01", "ios", "WW", "5.0000")]


def test_the_shipped_source_takes_the_files_own_day(desk: Desk) -> None:
    """A download was said on the day it was downloaded; its country is asked, never guessed."""
    desk.configure(APPS, SHIPPED)
    content = wide("Month|Kling Revenue ($)", "2023-09|5.00")
    outcome, said = load(desk, "Unified Revenue.csv", content)
    assert (outcome, "which country" in said) == ("waiting", True)
    desk.configure(APPS, SHIPPED.replace("rank = 5", 'rank = 5\ncountry = "US"'))
    load(desk, "Unified Revenue.csv", content)
    assert desk.rows("select as_of::varchar, country from raw.observation") == [
        ("2023-11-14", "US")
    ]


@pytest.mark.parametrize(
    ("said", "end", "complete"),
    [
        ("2025-10-27", "2025-10-27", False),
        ("2025-10-31", "2025-10-30", False),
        ("2025-11-01", "2025-10-31", True),
    ],
)
def test_an_unmarked_part_month_is_a_part(desk: Desk, said: str, end: str, complete: bool) -> None:
    """The last row of a chart ends on the day of the export; its last day is never whole."""
    desk.configure(APPS, READY.replace("2025-11-05", said))
    load(desk, "Unified.csv", wide("Month|Kling Downloads", "2025-09|5", "2025-10|4"))
    assert desk.rows("select covered_through::varchar, complete from monthly order by month") == [
        ("2025-09-30", True),
        (end, complete),
    ]


def test_names_of_any_script_and_the_rest_of_the_selection(tower: Desk) -> None:
    """Emoji, quotes, commas and colons belong to names; Other and Total are no app and no month."""
    content = wide(
        "Month|❤️ Jimeng’s, “it” Revenue ($)|Kling AI: AI Video & Image Revenue ($)"
        "|Other Revenue ($)",
        "2025-09|1,234.50|-|9.00",
        "2025-10|N/A|7|9.00",
        "Total|1,234.50|7|18.00",
    )
    assert load(tower, "統一 Revenue.csv", content) == ("accepted", "")
    assert sorted(tower.rows(LOADED)) == [
        ("jimeng", "revenue", "2025-09-01", "all", "WW", "1234.5000"),
        ("kling", "revenue", "2025-10-01", "all", "WW", "7.0000"),
    ]
    [(passed,)] = tower.rows("select extra_columns from raw.snapshot")
    assert passed == [
        "Other Revenue ($) (the rest of the selection or its sum, no app)",
        "row 4 (a sum of the others)",
    ]


def test_two_apps_of_one_name_are_never_mixed(tower: Desk) -> None:
    """The refusal names the app and the way out."""
    name = "hostile_partial_month_and_duplicates.csv"
    outcome, said = load(tower, name, (VENDOR / name).read_bytes())
    assert outcome == "refused"
    assert "'Kling AI: AI Video & Image' more than once: two apps of one name" in said
    assert "Export each of them by itself" in said
    aliased = wide("Month|Kling Downloads|Kling AI: AI Video & Image Downloads", "2025-09|5|6")
    outcome, said = load(tower, "Unified.csv", aliased)
    assert outcome == "refused"
    assert "must not contradict another row" in said


def test_an_unknown_app_is_a_question(tower: Desk) -> None:
    """A name like a formula is a name; it is asked about as written."""
    content = wide("Month|=cmd|Kling Downloads", "2025-09|5|6").replace(
        b'"=cmd"', b'"=cmd Downloads"'
    )
    outcome, said = load(tower, "Unified.csv", content)
    assert outcome == "waiting"
    assert "'=cmd'" in said


def test_a_cell_that_is_no_figure_refuses_its_row(tower: Desk) -> None:
    """Rounded text is not interpreted; below a threshold is neither zero nor the threshold."""
    content = wide("Month|Kling Revenue ($)", "2025-08|< $5k", "2025-09|$1.2M")
    outcome, said = load(tower, "Unified.csv", content)
    assert outcome == "refused"
    assert "Kling Revenue ($) must be a plain number" in said
    assert "'$1.2M'" in said
    assert "(row 3)" in said
    outcome, said = load(tower, "Unified.csv", content.replace(b"$1.2M", b"$12"))
    assert outcome == "accepted"
    assert tower.rows("select value::varchar from raw.observation") == [("12.0000",)]
    assert tower.rows("select extra_columns from raw.snapshot where outcome = 'accepted'") == [
        (["1 cells below what the vendor shows"],)
    ]


def test_other_metrics_where_the_source_lists_them(desk: Desk) -> None:
    """Daily users load once `metrics` has them; revenue per download never: it is a ratio."""
    content = wide("Date|Kling DAU|Kling RPD ($)", "2025-09-01|5|1.2", "2025-09-02|6|1.2")
    desk.configure(APPS, READY)
    outcome, said = load(desk, "Android Users.csv", content)
    assert (outcome, "no figures of the source's metrics" in said) == ("refused", True)
    desk.configure(APPS, READY.replace('"mau"]', '"mau", "dau"]'))
    assert load(desk, "Android Users.csv", content) == ("accepted", "")
    assert desk.rows("select metric, grain, unit, value::integer from raw.observation") == [
        ("dau", "day", "users", 5),
        ("dau", "day", "users", 6),
    ]


@pytest.mark.parametrize(
    ("name", "platform"),
    [
        ("Unified Revenue Jan 2024 to Jul 2025 (1).csv", "all"),
        ("統一 營收.csv", "all"),
        ("统一收入.csv", "all"),
        ("iOS Revenue.csv", "ios"),
        ("App Store 应用排行榜 收入.csv", "ios"),
        ("android_revenue.csv", "android"),
        ("Google Play top.csv", "android"),
        ("Revenue of Kling.csv", None),
        ("iOS and Android.csv", None),
    ],
)
def test_the_file_name_says_the_platform(name: str, platform: str | None) -> None:
    """By words of its own; two platforms are none."""
    assert platform_in_name(name) == platform


def test_the_iphone_alone_is_not_ios() -> None:
    """A file of one device is refused rather than taken for the platform."""
    with pytest.raises(Unreadable, match="of the iPhone alone, a part of iOS"):
        platform_in_name("iPhone Downloads.csv")


@pytest.mark.parametrize(
    ("name", "period", "country"),
    [
        ("Top (Nov 11, 2025 - Dec 10, 2025, US).csv", ("2025-11-11", "2025-12-10"), "US"),
        ("Top (Nov 11, 2025 - Dec 10, 2025, WW), 详细 (1).csv", ("2025-11-11", "2025-12-10"), "WW"),
        ("榜 (2025年11月1日 - 2025年11月30日, 全球).csv", ("2025-11-01", "2025-11-30"), "WW"),
        ("Top (2025-11-01 - 2025-11-30).csv", ("2025-11-01", "2025-11-30"), None),
        ("MAU Oct 2025 - Oct 2025.csv", ("2025-10-01", "2025-10-31"), None),
        ("MAU Jul 2025 - Oct 2025.csv", None, None),
        ("Top (Dec 10, 2025 - Nov 11, 2025, US).csv", None, "US"),
        ("plain.csv", None, None),
    ],
)
def test_the_file_name_says_period_and_country(
    name: str, period: tuple[str, str] | None, country: str | None
) -> None:
    """A range of months is a series, not a period; a country nobody wrote is none."""
    found = period_in_name(name)
    assert (found and (str(found[0]), str(found[1]))) == period
    assert country_in_name(name) == country


@pytest.mark.parametrize(
    "countries",
    [
        "US, AU, CA",
        "US + 6 其他",
        "US and 3 more",
        "US+3",
        "US, 3 others",
        "US, AU, CA, FR, DE + 2 其他",
    ],
)
def test_a_sum_of_some_countries_is_neither_of_them_nor_the_world(
    tower: Desk, countries: str
) -> None:
    """It is refused with the way out, in English names and Chinese."""
    name = (
        f"App Store 应用排行榜 收入 PoP 增长 (Nov 11, 2025 - Dec 10, 2025, {countries}), 详细.csv"
    )
    header = "Unified ID\tDate\tRevenue (Absolute)\tRevenue (PoP Growth)\n"
    content = long("65f000000000000000000a01\t2025-11-11\t$5\t(1)", header=header)
    outcome, said = load(tower, name, content)
    assert outcome == "refused"
    assert "a sum of several countries" in said
    assert "Export one country a file" in said


def top_apps(*rows: str) -> bytes:
    """A top apps export of the later generation."""
    header = "Unified Name\tUnified ID\tDate\tDownloads (Absolute)\tDownloads (PoP Growth)\n"
    return long(*(KLING + row for row in rows), header=header)


def test_thirty_days_are_no_month(desk: Desk) -> None:
    """Such a period keeps its own first and last day, and no monthly figure is made of it."""
    desk.configure(APPS, READY.replace("2025-11-05", "2026-01-05"))
    name = "iOS Top Apps (Nov 11, 2025 - Dec 10, 2025, US).csv"
    assert load(desk, name, top_apps("Nov 11, 2025\t1,234\t(5)")) == ("accepted", "")
    query = (
        "select period_start::varchar, period_end::varchar, grain, platform, country,"
        " value::varchar from raw.observation"
    )
    assert desk.rows(query) == [
        ("2025-11-11", "2025-12-10", "cumulative", "ios", "US", "1234.0000")
    ]
    assert desk.rows("select * from monthly") == []


def test_days_within_the_period_of_the_name(desk: Desk) -> None:
    """Several dates are a series; one outside the period of the name refuses the file."""
    desk.configure(APPS, READY.replace("2025-11-05", "2026-01-05"))
    name = "Unified Top Apps (Nov 11, 2025 - Nov 12, 2025, US).csv"
    assert load(desk, name, top_apps("2025/11/11\t1\t", "2025/11/12\t2\t")) == ("accepted", "")
    assert desk.rows("select grain, sum(value)::integer from raw.observation group by all") == [
        ("day", 3)
    ]
    outcome, said = load(desk, name, top_apps("2025/11/12\t1\t", "2025/11/13\t2\t"))
    assert outcome == "refused"
    assert "a row speaks of 2025-11-13, the file name of 2025-11-11 to 2025-11-12" in said


def days(first: str, *gaps: int) -> list[date]:
    found = [date.fromisoformat(first)]
    for gap in gaps:
        found.append(found[-1] + timedelta(days=gap))
    return found


@pytest.mark.parametrize(
    ("dates", "grain"),
    [
        (days("2026-01-30", 1, 1, 5), "day"),
        (days("2026-01-05", 7, 14), "week"),
        (days("2026-02-01", 28, 31), "month"),
        (days("2025-01-01", 90, 91, 92), "quarter"),
        (days("2024-01-01", 366, 365), "year"),
        (days("2026-01-01"), None),
        (days("2025-01-01", 90), None),
        (days("2026-01-05", 14), None),
        (days("2026-01-05", 3, 9), None),
    ],
)
def test_distances_show_what_dates_begin(dates: list[date], grain: str | None) -> None:
    """One date, or two that might be a sparse series of something shorter, show nothing."""
    assert grain_of_dates(dates) == grain


def test_one_date_alone_is_asked_about(tower: Desk) -> None:
    """A first of October may be a day or a month: nobody guesses."""
    row = KLING + "1\t2025-10-01\tWW\tUnified\t\t5\t7"
    outcome, said = load(tower, "export.csv", long(row))
    assert (outcome, "what does each of its dates begin" in said) == ("waiting", True)
    named = long(row + "0")
    assert load(tower, "Oct 2025 - Oct 2025.csv", named) == ("accepted", "")
    assert tower.rows("select distinct grain, period_end::varchar from raw.observation") == [
        ("month", "2025-10-31")
    ]


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "big5"])
def test_an_encoding_is_read_where_its_source_names_it(desk: Desk, encoding: str) -> None:
    """Without the word such bytes are refused, with it they are read; marks are still believed."""
    apps = APPS.replace('"Kling AI:', '"可靈", "Kling AI:')
    desk.configure(apps, READY)
    content = wide("Month|可靈 Downloads", "2025-09|5")[3:].decode()
    outcome, said = load(desk, "Unified.csv", content.encode(encoding))
    assert (outcome, "the text is not UTF-8" in said) == ("refused", True)
    desk.configure(apps, READY + f'encoding = "{encoding}"\n')
    assert load(desk, "Unified.csv", content.encode(encoding)) == ("accepted", "")
    marked = content.replace('"5"', '"6"').encode("utf-16")
    assert load(desk, "Unified 2.csv", marked)[0] == "accepted"
    assert desk.rows("select value::integer from raw.observation order by 1") == [(5,), (6,)]


def test_utf_16_without_a_mark_shows_in_its_first_letters(tower: Desk) -> None:
    """Names of another script may follow soon."""
    content = wide("Month|即梦AI - AI视频与图片生成 Downloads", "2025-09|5")[3:].decode()
    assert load(tower, "Unified.csv", content.encode("utf-16-le")) == ("accepted", "")
