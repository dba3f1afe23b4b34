"""Writes the illustrative feeds: invented revenue, downloads and users of Kling and Jimeng.

Every number is made up here, by a seeded generator and the tables of `shapes.py`; none is
measured. Running it again writes the same bytes. Run it with `make samples`, or with a folder to
write elsewhere.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from shapes import APPS, FIRST_DAY, LAST_DAY, App, Bump

HERE = Path(__file__).parent
SEED = "illustrative-1"

#: A row of the daily feed is said two days after its day.
DAILY_LAG = timedelta(days=2)
#: A whole month is said on the fifth of the next; the part month at the end on this day.
PART_MONTH_SAID = date(2026, 10, 27)
#: A part month of 25 days has seen most of a month's users, not all.
PART_MONTH_USERS = 0.95
#: Users of both platforms are counted once in `all`.
COUNTED_ONCE = 0.935

#: What the second daily file says again, when, and by how much it is higher.
DAILY_RESTATED = (date(2026, 3, 1), date(2026, 4, 30))
DAILY_RESTATED_SAID = date(2026, 6, 12)
DAILY_RESTATED_FACTOR = 1.06
#: The same for monthly users.
USERS_RESTATED = (date(2026, 5, 1), date(2026, 6, 1))
USERS_RESTATED_SAID = date(2026, 8, 14)
USERS_RESTATED_FACTOR = 1.04

#: Monday to Sunday: people pay and install more at the weekend.
WEEK = {
    "revenue": (0.97, 0.96, 0.97, 0.98, 1.02, 1.06, 1.04),
    "downloads": (0.95, 0.94, 0.95, 0.97, 1.02, 1.10, 1.07),
}
REST = "rest of the world"


class Series(NamedTuple):
    """What one line of a chart would be: an app's metric on a platform in a country."""

    app: str
    metric: str
    platform: str
    country: str


Daily = dict[tuple[Series, date], float]
Monthly = dict[tuple[Series, date], float]


def luck(*names: object) -> random.Random:
    """Chance of its own for each thing, so that adding one thing changes no other."""
    return random.Random("/".join([SEED, *map(str, names)]))


def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> Iterator[date]:
    """Each day from first to last."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def months() -> list[date]:
    """The first day of each month of the feeds."""
    return [day for day in days() if day.day == 1]


def last_of_month(month: date) -> date:
    """The month's last day."""
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def on_curve(monthly_values: tuple[float, ...], day: date) -> float:
    """A month's value on that day: straight lines on a log scale from middle to middle."""
    month = (day.year - FIRST_DAY.year) * 12 + day.month - FIRST_DAY.month
    place = month + (day.day - 0.5) / last_of_month(day).day - 0.5
    left = min(max(math.floor(place), 0), len(monthly_values) - 2)
    step = min(max(place - left, -0.5), 1.5)
    return math.exp(
        math.log(monthly_values[left]) * (1 - step) + math.log(monthly_values[left + 1]) * step
    )


def lifted(bumps: tuple[Bump, ...], metric: str, day: date) -> float:
    """How much the events of these days raise a metric: at once, then fading."""
    lift = 1.0
    for bump in bumps:
        if day >= bump.day and metric in bump.height:
            lift += bump.height[metric] * math.exp(-(day - bump.day).days / bump.fades_in_days)
    return lift


def daily_series(app: App, metric: str, platform: str) -> Daily:
    """Daily values of an app's metric on a platform: each country, and the world with the rest."""
    values: Daily = {}
    weights = app.weights[metric][platform]
    places = {**weights, REST: 1 - sum(weights.values())}
    chance = {place: luck(app.id, metric, platform, place, "daily") for place in places}
    tilt = {place: chance[place].uniform(-0.25, 0.25) for place in places}
    together = luck(app.id, metric, platform, "daily")
    for day in days():
        level = on_curve(app.curves[metric], day) / last_of_month(day).day
        level *= app.platform_share[metric][platform] * lifted(app.bumps, metric, day)
        level *= WEEK[metric][day.weekday()] * math.exp(together.gauss(0, 0.025))
        passed = (day - FIRST_DAY) / (LAST_DAY - FIRST_DAY) - 0.5
        world = 0.0
        for place, weight in places.items():
            value = level * weight * math.exp(tilt[place] * passed + chance[place].gauss(0, 0.05))
            value = round(value, 2 if metric == "revenue" else 0)
            world += value
            if place != REST:
                values[Series(app.id, metric, platform, place), day] = value
        values[Series(app.id, metric, platform, "WW"), day] = round(world, 2)
    return values


def daily_feed() -> Daily:
    """Every daily value, by app, metric and platform."""
    feed: Daily = {}
    for app in APPS:
        for metric in ("revenue", "downloads"):
            for platform in ("ios", "android"):
                feed |= daily_series(app, metric, platform)
    return feed


def second_opinion(daily: Daily) -> Monthly:
    """Monthly revenue and downloads as another product of the vendor would see them.

    Each is within 3.5% of the sum of its days: off by a lasting part and a passing one.
    """
    sums: Monthly = {}
    for (series, day), value in daily.items():
        month = day.replace(day=1)
        sums[series, month] = sums.get((series, month), 0.0) + value
    lasting = {series: luck(*series, "lasting").uniform(-0.02, 0.02) for series, _ in sums}
    return {
        (series, month): round(
            value * (1 + lasting[series] + luck(*series, month, "passing").uniform(-0.015, 0.015)),
            2 if series.metric == "revenue" else 0,
        )
        for (series, month), value in sums.items()
    }


def monthly_users(app: App) -> Monthly:
    """Monthly users by platform, and by person where both platforms are seen."""
    users: Monthly = {}
    for month in months():
        whole = last_of_month(month) <= LAST_DAY
        level = on_curve(app.curves["mau"], month.replace(day=16)) * (
            1 if whole else PART_MONTH_USERS
        )
        for platform in ("ios", "android"):
            weights = app.weights["mau"][platform]
            world = 0.0
            for place, weight in {**weights, REST: 1 - sum(weights.values())}.items():
                wobble = math.exp(luck(app.id, "mau", platform, place, month).gauss(0, 0.012))
                value = round(level * app.platform_share["mau"][platform] * weight * wobble)
                world += value
                if place != REST:
                    users[Series(app.id, "mau", platform, place), month] = value
            users[Series(app.id, "mau", platform, "WW"), month] = world
        for place in [*app.weights["mau"]["android"], "WW"]:
            ios, android = (
                users[Series(app.id, "mau", platform, place), month]
                for platform in ("ios", "android")
            )
            users[Series(app.id, "mau", "all", place), month] = round(
                (ios + android) * COUNTED_ONCE
            )
    return users


def number(value: float, metric: str) -> float | int:
    """As the files write it: cents for money, whole things for counts."""
    return round(value, 2) if metric == "revenue" else round(value)


def write_json_lines(path: Path, daily: Daily, said: date | None, factor: float) -> None:
    """A gzip of one figure a line; each said two days later unless `said` says when."""
    lines = []
    for (series, day), value in sorted(daily.items(), key=lambda item: (item[0][1], item[0][0])):
        row = {
            **series._asdict(),
            "period": day.isoformat(),
            "value": number(value * factor, series.metric),
            "unit": "USD" if series.metric == "revenue" else "downloads",
            "as_of": (said or day + DAILY_LAG).isoformat(),
            "illustrative": True,
        }
        lines.append(json.dumps(row, separators=(",", ":")))
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        path.open("wb") as target,
        gzip.GzipFile("", "wb", compresslevel=9, fileobj=target, mtime=0) as packed,
    ):
        packed.write(("\n".join(lines) + "\n").encode())


def write_daily(folder: Path, daily: Daily) -> None:
    """One file a half-year, and one that says March and April 2026 on Android again."""
    halves: dict[str, Daily] = {}
    for (series, day), value in daily.items():
        half = f"{day.year}-h{1 if day.month < 7 else 2}"
        halves.setdefault(half, {})[series, day] = value
    for half, part in halves.items():
        write_json_lines(folder / "daily" / f"{half}.jsonl.gz", part, None, 1.0)
    first, last = DAILY_RESTATED
    restated = {
        (series, day): value
        for (series, day), value in daily.items()
        if series.platform == "android" and first <= day <= last
    }
    path = folder / "daily" / "2026-03-and-04-android-restated.jsonl.gz"
    write_json_lines(path, restated, DAILY_RESTATED_SAID, DAILY_RESTATED_FACTOR)


def write_monthly(folder: Path, figures: Monthly) -> None:
    """One column a metric; what is not stated is left blank, never zero."""
    cells: dict[tuple[date, str, str, str], dict[str, float | int]] = {}
    for (series, month), value in figures.items():
        key = (month, series.app, series.platform, series.country)
        cells.setdefault(key, {})[series.metric] = number(value, series.metric)
    text = io.StringIO(newline="")
    metrics = ("revenue", "downloads", "mau")
    columns = ("app", "period_start", "period_end", "grain", "platform", "country", *metrics)
    table = csv.writer(text, lineterminator="\n")
    table.writerow((*columns, "as_of", "illustrative"))
    for (month, app, platform, country), row in sorted(cells.items()):
        end = min(last_of_month(month), LAST_DAY)
        said = PART_MONTH_SAID if end == LAST_DAY else end + timedelta(days=5)
        stated = [row.get(metric, "") for metric in metrics]
        table.writerow((app, month, end, "month", platform, country, *stated, said, "true"))
    path = folder / "monthly" / "2025-01-to-2026-10.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.getvalue().encode())


def write_restated_users(folder: Path, users: Monthly) -> None:
    """A JSON array that says the users of May and June 2026 again."""
    rows = [
        {
            **series._asdict(),
            "period": f"{month:%Y-%m}",
            "value": round(value * USERS_RESTATED_FACTOR),
            "unit": "users",
            "as_of": USERS_RESTATED_SAID.isoformat(),
            "illustrative": True,
        }
        for (series, month), value in sorted(users.items(), key=lambda item: item[0])
        if month in USERS_RESTATED
    ]
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    path = folder / "monthly" / "2026-05-and-06-users-restated.json"
    path.write_bytes(f"[\n{lines}\n]\n".encode())


def write_samples(folder: Path) -> None:
    """All feeds, below `folder`."""
    daily = daily_feed()
    users: Monthly = {}
    for app in APPS:
        users |= monthly_users(app)
    write_daily(folder, daily)
    write_monthly(folder, second_opinion(daily) | users)
    write_restated_users(folder, users)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    write_samples(target)
    print(f"wrote the illustrative feeds below {target}")
