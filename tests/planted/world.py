"""A made-up world: two apps, two vendors and one store's days, up to September 2026.

Seeded, so that each run plants its faults into the same figures. They grow as young apps do: with
months up and down, and each country in its own way.
"""

from __future__ import annotations

import csv
import io
import json
import math
import random
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.ingest_fixtures import Desk

Row = dict[str, Any]

FIRST, LAST, NEXT = "2025-01", "2026-09", "2026-10"
CORRECTED = "2026-03"
SAID = date(2026, 11, 5)
PLACES = {"US": 0.31, "JP": 0.17, "GB": 0.09, "KR": 0.07, "BR": 0.05}
IOS = {"revenue": 0.62, "downloads": 0.36, "mau": 0.44}
#: In September 2026: revenue in US$, downloads, users.
LEVEL = {
    "kling": {"revenue": 9_200_000, "downloads": 2_100_000, "mau": 17_900_000},
    "jimeng": {"revenue": 6_900_000, "downloads": 2_600_000, "mau": 25_000_000},
}
GROWTH = {"kling": 0.05, "jimeng": 0.03}
METRICS = ("revenue", "downloads", "mau")

APPS = """
[[app]]
id = "kling"
name_en = "Kling"
tracked = true
listings = { app_store = "1600000001" }

[[app]]
id = "jimeng"
name_en = "Jimeng"
tracked = true
listings = { app_store = "1600000002" }
"""
SOURCES = "".join(
    f'[[source]]\nid = "{name}"\nproducer = "{name}"\nformat = "{form}"\n'
    'unit = "USD"\nbasis = "net_of_store"\n' + more
    for name, form, more in (
        ("vendor", "snapshot", "rank = 1\n"),
        ("second", "snapshot", "rank = 2\n"),
        ("daily", "snapshot", "rank = 3\n"),
        ("tower", "sensor_tower", 'rank = 4\ngrain = "month"\nas_of = "file name"\n'),
    )
)


def months(first: str = FIRST, last: str = LAST) -> list[str]:
    """Each month from first to last."""
    numbers = [int(m[:4]) * 12 + int(m[5:]) - 1 for m in (first, last)]
    return [f"{n // 12}-{n % 12 + 1:02}" for n in range(numbers[0], numbers[1] + 1)]


def moved(month: str, by: int) -> str:
    """So many months later."""
    number = int(month[:4]) * 12 + int(month[5:]) - 1 + by
    return f"{number // 12}-{number % 12 + 1:02}"


def said(month: str) -> str:
    """A month is said on the fifth of the next."""
    return f"{moved(month, 1)}-05"


def _luck(*names: object) -> random.Random:
    return random.Random("/".join(map(str, ("planted", *names))))


def _level(app: str, metric: str, month: str) -> float:
    """Both platforms, the whole world."""
    back = len(months(month, LAST)) - 1 if month <= LAST else -1
    growth = GROWTH[app] if metric == "revenue" else GROWTH[app] * 0.7
    noise = _luck(app, metric, month).gauss(0, 0.035)
    return float(LEVEL[app][metric] * math.exp(-growth * back + noise))


def figure(app: str, metric: str, month: str, platform: str, country: str) -> float:
    """One figure of the vendor's; users of both platforms are counted once."""
    if platform == "all":
        both = sum(figure(app, metric, month, one, country) for one in ("ios", "android"))
        return round(both * 0.93) if metric == "mau" else round(both, 2)
    share = IOS[metric] if platform == "ios" else 1 - IOS[metric]
    share *= 1.075 if metric == "mau" else 1
    weight = 1.0
    if country != "WW":
        lasting = _luck(app, platform, country).uniform(0.8, 1.2)
        weight = (
            PLACES[country]
            * lasting
            * math.exp(_luck(app, metric, month, platform, country).gauss(0, 0.03))
        )
    value = _level(app, metric, month) * share * weight
    return round(value, 2) if metric == "revenue" else round(value)


def rows(of: Iterable[str], factor: float = 1.0, as_of: str | None = None) -> list[Row]:
    """The vendor's rows of those months: one column a metric."""
    return [
        {
            "app": app,
            "period": month,
            "platform": platform,
            "country": country,
            **{m: _times(figure(app, m, month, platform, country), factor, m) for m in METRICS},
            "as_of": as_of or said(month),
        }
        for month in of
        for app in LEVEL
        for platform in ("ios", "android", "all")
        for country in (*PLACES, "WW")
    ]


def _times(value: float, factor: float, metric: str) -> float:
    return round(value * factor, 2) if metric == "revenue" else round(value * factor)


def year() -> list[Row]:
    """The last year again, as it is known, and October."""
    of = [month for month in months("2025-11") if month != CORRECTED]
    return [*rows([*of, NEXT], as_of=str(SAID)), *rows([CORRECTED], 1.02, str(SAID))]


def corrected() -> list[Row]:
    """Three months again, each place up to 1.5% otherwise."""
    found = rows(months("2026-07"), as_of=str(SAID))
    for row in found:
        for metric in METRICS:
            chance = _luck("corrected", metric, row["app"], row["period"], row["country"])
            row[metric] = _times(row[metric], chance.uniform(0.985, 1.015), metric)
    return found


def with_one_more(found: list[Row]) -> list[Row]:
    """The rows, and a country that was not said before."""
    more = [row | {"country": "DE"} for row in found if row["country"] == "GB"]
    for row in more:
        for metric in METRICS:
            row[metric] = _times(row[metric], 0.61, metric)
    return found + more


def second(of: Iterable[str]) -> list[Row]:
    """The same months as another vendor sees them: off by a lasting part and a passing one."""
    found = rows(of)
    for row in found:
        for metric in METRICS:
            lasting = _luck("second", row["app"], metric).uniform(0.85, 1.1)
            passing = _luck("second", row["app"], metric, row["period"]).uniform(0.98, 1.02)
            row[metric] = _times(row[metric], lasting * passing, metric)
    return found


def days(first: date, last: date) -> list[Row]:
    """Revenue and downloads by day, each said two days later; weekends bring more."""
    found = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        week = (0.97, 0.96, 0.97, 0.98, 1.02, 1.06, 1.04)[day.weekday()]
        for app in LEVEL:
            for country in (*PLACES, "WW"):
                row: Row = {"app": app, "period": str(day), "platform": "ios", "country": country}
                for metric in ("revenue", "downloads"):
                    noise = math.exp(_luck(app, metric, day, country).gauss(0, 0.04))
                    value = figure(app, metric, f"{day:%Y-%m}", "ios", country) / 30 * week * noise
                    row[metric] = _times(value, 1, metric)
                found.append(row | {"as_of": str(day + timedelta(days=2))})
    return found


def tower(of: Iterable[str]) -> list[Row]:
    """Sensor Tower's rows of iPhone and iPad, in cents, as its API has them."""
    found = []
    for month in of:
        for number, app in enumerate(LEVEL, start=1):
            for country in (*PLACES, "WW"):
                row: Row = {"aid": 1600000000 + number, "cc": country, "d": f"{month}-01T00:00:00Z"}
                for key, metric in (("u", "downloads"), ("r", "revenue")):
                    value = figure(app, metric, month, "ios", country)
                    cents = round(value * (100 if metric == "revenue" else 1))
                    row |= {f"a{key}": cents // 12, f"i{key}": cents - cents // 12}
                found.append(row)
    return found


def as_csv(found: list[Row]) -> str:
    """The rows as a file."""
    text = io.StringIO()
    table = csv.DictWriter(text, list(found[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(found)
    return text.getvalue()


def as_json(found: list[Row]) -> str:
    """The rows as Sensor Tower sends them."""
    return json.dumps(found)


def known(root: Path, *, with_second: bool) -> Desk:
    """A tracker that knows the world up to September, of the second vendor October too."""
    desk = Desk(root)
    desk.configure(apps=APPS, sources=SOURCES)
    early = months(last="2026-06")
    files: Mapping[tuple[str, str], str] = {
        ("vendor", "to-june.csv"): as_csv(rows(early)),
        ("vendor", "march-again.csv"): as_csv(rows([CORRECTED], 1.02, "2026-07-20")),
        **{("vendor", f"{m}.csv"): as_csv(rows([m])) for m in months("2026-07")},
        ("daily", "days.csv"): as_csv(days(date(2026, 8, 1), date(2026, 11, 1))),
        ("tower", "tower-2026-10-05.json"): as_json(tower(months("2025-09"))),
    }
    if with_second:
        files = {**files, ("second", "second.csv"): as_csv(second([*months(), NEXT]))}
    for (source, name), content in files.items():
        desk.drop(name, content, source)
    run = desk.run()
    assert run["outcome"] == "ok", run
    return desk
