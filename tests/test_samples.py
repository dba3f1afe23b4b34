"""The illustrative feeds: they say what they are, agree with the public record and themselves."""

from __future__ import annotations

import csv
import gzip
import json
import subprocess
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "seeds" / "illustrative"
DAILY = sorted((FOLDER / "daily").glob("20*-h*.jsonl.gz"))
DAILY_RESTATED = FOLDER / "daily" / "2026-03-and-04-android-restated.jsonl.gz"
MONTHLY = FOLDER / "monthly" / "2025-01-to-2026-10.csv"
USERS_RESTATED = FOLDER / "monthly" / "2026-05-and-06-users-restated.json"

#: Kling's reported revenue, CNY million, and the CNY for one US$ of that quarter.
REPORTED = {
    "2025-Q1": (150, 7.27),
    "2025-Q2": (250, 7.23),
    "2025-Q3": (300, 7.16),
    "2025-Q4": (340, 7.09),
    "2026-Q1": (650, 6.92),
    "2026-Q2": (850, 6.80),
}
STORES_SHARE = 0.30


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def monthly_rows() -> list[dict[str, str]]:
    with MONTHLY.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def daily() -> list[dict[str, Any]]:
    return [row for path in DAILY for row in lines(path)]


@pytest.fixture(scope="module")
def by_month(daily: list[dict[str, Any]]) -> dict[tuple[str, ...], float]:
    """Sums of days: (app, metric, platform, country, month) → value."""
    sums: dict[tuple[str, ...], float] = defaultdict(float)
    for row in daily:
        key = (row["app"], row["metric"], row["platform"], row["country"], row["period"][:7])
        sums[key] += row["value"]
    return sums


def kling_world(by_month: dict[tuple[str, ...], float], month: str) -> float:
    return sum(
        by_month["kling", "revenue", platform, "WW", month] for platform in ("ios", "android")
    )


def test_every_row_says_that_it_is_illustrative(daily: list[dict[str, Any]]) -> None:
    """Each row of each file is marked as invented, so that a copied row still says so."""
    restated = lines(DAILY_RESTATED) + json.loads(USERS_RESTATED.read_text(encoding="utf-8"))
    assert {row["illustrative"] for row in daily + restated} == {True}
    assert {row["illustrative"] for row in monthly_rows()} == {"true"}
    first_line = (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()[0]
    assert "invented" in first_line


def test_no_row_is_said_twice_and_none_before_its_day(daily: list[dict[str, Any]]) -> None:
    """A key stands once in a feed, and is said after its day."""
    keys = [(r["app"], r["metric"], r["platform"], r["country"], r["period"]) for r in daily]
    assert len(set(keys)) == len(keys)
    assert all(row["as_of"] > row["period"] for row in daily)
    assert all(row["as_of"] > row["period_end"] for row in monthly_rows())


def test_the_feeds_end_with_a_part_month(daily: list[dict[str, Any]]) -> None:
    """October 2026 goes to the 25th, as said on the 27th, in both feeds."""
    assert min(row["period"] for row in daily) == "2025-01-01"
    assert max((row["period"], row["as_of"]) for row in daily) == ("2026-10-25", "2026-10-27")
    october = {
        (row["period_end"], row["as_of"])
        for row in monthly_rows()
        if row["period_start"] == "2026-10-01"
    }
    assert october == {("2026-10-25", "2026-10-27")}


def test_google_play_has_no_mainland_china() -> None:
    """What a store does not sell is missing, not zero."""
    combinations = {(row["platform"], row["country"]) for path in DAILY for row in lines(path)}
    combinations |= {(row["platform"], row["country"]) for row in monthly_rows()}
    assert ("ios", "CN") in combinations
    assert not {("android", "CN"), ("all", "CN")} & combinations


def test_the_world_is_more_than_the_countries(by_month: dict[tuple[str, ...], float]) -> None:
    """WW holds the rest of the world too, so it is not the sum of a dozen countries."""
    parts: dict[tuple[str, ...], float] = defaultdict(float)
    for (*series, country, month), value in by_month.items():
        if country != "WW":
            parts[*series, month] += value
    for (*series, month), value in parts.items():
        assert value < by_month[*series, "WW", month]
    assert len({key[3] for key in by_month}) == 13


def test_kling_rises_by_a_third_to_a_half_in_january_2026(
    by_month: dict[tuple[str, ...], float],
) -> None:
    """Goldman Sachs citing Sensor Tower: up 30 to 50 per cent on December."""
    change = kling_world(by_month, "2026-01") / kling_world(by_month, "2025-12") - 1
    assert 0.30 <= change <= 0.50


def test_kling_has_twelve_million_users_in_january_2026() -> None:
    """LatePost and the Wall Street Journal: over 12 million."""
    (users,) = (
        int(row["mau"])
        for row in monthly_rows()
        if row["app"] == "kling"
        and row["period_start"] == "2026-01-01"
        and (row["platform"], row["country"]) == ("all", "WW")
    )
    assert 12_000_000 <= users <= 13_000_000


@pytest.mark.parametrize("quarter", REPORTED)
def test_app_stores_see_a_part_of_klings_revenue(
    quarter: str, by_month: dict[tuple[str, ...], float]
) -> None:
    """15 to 35 per cent of each reported quarter, net of the stores' share and before it."""
    year, number = quarter.split("-Q")
    months = [f"{year}-{month:02}" for month in range(int(number) * 3 - 2, int(number) * 3 + 1)]
    net = sum(kling_world(by_month, month) for month in months)
    cny_million, cny_per_usd = REPORTED[quarter]
    reported = cny_million * 1_000_000 / cny_per_usd
    assert net / reported >= 0.15
    assert net / (1 - STORES_SHARE) / reported <= 0.35


def test_the_monthly_feed_is_a_second_opinion_of_the_daily_one(
    by_month: dict[tuple[str, ...], float],
) -> None:
    """Two products of a vendor differ by up to 4 per cent, and do differ."""
    compared = 0
    for row in monthly_rows():
        for metric in ("revenue", "downloads"):
            if not row[metric]:
                continue
            key = (row["app"], metric, row["platform"], row["country"], row["period_start"][:7])
            days = by_month[key]
            assert abs(float(row[metric]) - days) <= max(0.04 * days, 1)
            compared += abs(float(row[metric]) - days) > 0.001 * days
    assert compared > 1500


def test_a_person_on_two_platforms_is_counted_once() -> None:
    """Users of all platforms are fewer than the sum and at least as many as on one."""
    users: dict[tuple[str, ...], dict[str, int]] = defaultdict(dict)
    for row in monthly_rows():
        users[row["app"], row["period_start"], row["country"]][row["platform"]] = int(row["mau"])
    stated_for_all = [platforms for platforms in users.values() if "all" in platforms]
    assert len(stated_for_all) == 2 * 22 * 12
    for platforms in stated_for_all:
        assert platforms["all"] < platforms["ios"] + platforms["android"]
        assert platforms["all"] >= max(platforms["ios"], platforms["android"]) * 0.97


def test_later_files_restate_what_earlier_ones_said(daily: list[dict[str, Any]]) -> None:
    """A restatement has the keys of the first statement, a later day and another value."""
    first = {
        (row["app"], row["metric"], row["platform"], row["country"], row["period"]): row
        for row in daily
    }
    restated = lines(DAILY_RESTATED)
    assert {(row["platform"], row["period"][:7]) for row in restated} == {
        ("android", "2026-03"),
        ("android", "2026-04"),
    }
    for row in restated:
        before = first[row["app"], row["metric"], "android", row["country"], row["period"]]
        assert row["as_of"] > before["as_of"]
        assert row["value"] != before["value"] or before["value"] < 10
    months = {row["period"] for row in json.loads(USERS_RESTATED.read_text(encoding="utf-8"))}
    assert months == {"2026-05", "2026-06"}


def test_weekends_are_busier(daily: list[dict[str, Any]]) -> None:
    """Kling's weekends sell more than its weekdays, week after week."""
    sold: dict[bool, list[float]] = {True: [], False: []}
    for row in daily:
        series = (row["app"], row["metric"], row["platform"], row["country"])
        if series == ("kling", "revenue", "ios", "WW") and row["period"] >= "2026-05":
            sold[date.fromisoformat(row["period"]).weekday() >= 5].append(row["value"])
    mean = {weekend: sum(values) / len(values) for weekend, values in sold.items()}
    assert 1.03 < mean[True] / mean[False] < 1.15


def test_no_day_is_missing(daily: list[dict[str, Any]]) -> None:
    """Each series has every day from the first to the last."""
    counted: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for row in daily:
        key = (row["app"], row["metric"], row["platform"], row["country"])
        counted[key].add(row["period"])
    first, last = date(2025, 1, 1), date(2026, 10, 25)
    wanted = {(first + timedelta(n)).isoformat() for n in range((last - first).days + 1)}
    assert len(counted) == 2 * 2 * (13 + 12)
    assert all(found == wanted for found in counted.values())


def test_running_the_script_again_writes_the_same_files(tmp_path: Path) -> None:
    """The feeds in the repository are what the script writes, and it always writes the same."""
    for name in ("once", "twice"):
        command = [sys.executable, str(FOLDER / "make_samples.py"), str(tmp_path / name)]
        subprocess.run(command, check=True, capture_output=True)
    kept = [*DAILY, DAILY_RESTATED, MONTHLY, USERS_RESTATED]
    written = [path for path in (tmp_path / "once").rglob("*") if path.is_file()]
    assert len(written) == len(kept)
    for path in kept:
        once = (tmp_path / "once" / path.relative_to(FOLDER)).read_bytes()
        assert once == (tmp_path / "twice" / path.relative_to(FOLDER)).read_bytes()
        # Builds of zlib differ in how they pack the same bytes.
        unpack = gzip.decompress if path.suffix == ".gz" else bytes
        assert unpack(once) == unpack(path.read_bytes())


def test_the_feeds_stay_small() -> None:
    """A clone carries under 3 MB of invented numbers."""
    assert sum(p.stat().st_size for p in FOLDER.rglob("*") if p.is_file()) < 3_000_000
