"""The planted faults: each makes of the true next file one that is well formed and wrong."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.planted import world
from tests.planted.world import LEVEL, METRICS, NEXT, PLACES, Row

Changes = Callable[[list[Row]], list[Row]]
Chosen = Callable[[Row], bool]


@dataclass(frozen=True)
class Fault:
    """One wrong file: what is wrong in words, and how it comes about."""

    name: str
    change: Changes
    of: str = "month"  # which true file it is made of: month, year, week, window, tower
    #: Whether nothing that readers see is another than it should be, though the file is wrong.
    harmless: bool = False


def every(_row: Row) -> bool:
    """All rows."""
    return True


def where(**cells: Any) -> Chosen:
    """Rows with those cells; a set means any of them."""
    return lambda row: all(
        row[key] in value if isinstance(value, set) else row[key] == value
        for key, value in cells.items()
    )


def times(factor: float, metrics: Sequence[str] = ("revenue",), chosen: Chosen = every) -> Changes:
    """Multiply."""

    def change(rows: list[Row]) -> list[Row]:
        for row in filter(chosen, rows):
            for metric in metrics:
                value = row[metric] * factor
                row[metric] = round(value, 2) if metric == "revenue" else round(value)
        return rows

    return change


def put(chosen: Chosen = every, **cells: Any) -> Changes:
    """Write cells; a function is given the row."""

    def change(rows: list[Row]) -> list[Row]:
        for row in filter(chosen, rows):
            row |= {k: v(row) if callable(v) else v for k, v in cells.items()}
        return rows

    return change


def without(chosen: Chosen) -> Changes:
    """Leave rows out."""
    return lambda rows: [row for row in rows if not chosen(row)]


def renamed(column: str, names: dict[str, str]) -> Changes:
    """Other names in a column."""
    return put(**{column: lambda row: names.get(row[column], row[column])})


def later(by: int) -> Changes:
    """The figures under months so much later; what would lie ahead is left out."""

    def change(rows: list[Row]) -> list[Row]:
        for row in rows:
            row["period"] = world.moved(row["period"], by)
        return [row for row in rows if row["period"] <= NEXT]

    return change


def figures_of(
    other: Callable[[Row], tuple[str, str, str, str]], metrics: Sequence[str] = METRICS
) -> Changes:
    """Each figure is another's: of the app, month, platform and country that it gives."""

    def change(rows: list[Row]) -> list[Row]:
        for row in rows:
            app, month, platform, country = other(row)
            for metric in metrics:
                row[metric] = world.figure(app, metric, month, platform, country)
        return rows

    return change


def of_row(row: Row, **cells: str) -> tuple[str, str, str, str]:
    """App, month, platform and country of a row, some of them others."""
    app, month, platform, country = (
        cells.get(key, row[key]) for key in ("app", "period", "platform", "country")
    )
    return app, month, platform, country


def columns_swapped(one: str, other: str) -> Changes:
    """One column under the other's name, in whole numbers."""

    def change(rows: list[Row]) -> list[Row]:
        for row in rows:
            row[one], row[other] = round(row[other]), round(row[one])
        return rows

    return change


def in_order(*changes: Changes) -> Changes:
    """One after the other."""

    def change(rows: list[Row]) -> list[Row]:
        for one in changes:
            rows = one(rows)
        return rows

    return change


def summed(back: int, metrics: Sequence[str] = ("revenue",)) -> Changes:
    """Each figure with those of so many months before it added."""

    def change(rows: list[Row]) -> list[Row]:
        for row in rows:
            for metric in metrics:
                of = [world.moved(row["period"], -by) for by in range(back + 1)]
                row[metric] = sum(
                    world.figure(row["app"], metric, m, row["platform"], row["country"]) for m in of
                )
                row[metric] = round(row[metric], 2)
        return rows

    return change


def year_to_date(rows: list[Row]) -> list[Row]:
    """The sum since January under each month."""
    for row in rows:
        of = world.months(f"{row['period'][:4]}-01", row["period"])
        row["revenue"] = round(
            sum(
                world.figure(row["app"], "revenue", m, row["platform"], row["country"]) for m in of
            ),
            2,
        )
    return rows


def in_local_currency(rows: list[Row]) -> list[Row]:
    """Each country in its own."""
    rate = {"US": 1.0, "JP": 150.0, "GB": 0.78, "KR": 1380.0, "BR": 5.6, "WW": 1.0}
    for row in rows:
        row["revenue"] = round(row["revenue"] * rate[row["country"]], 2)
    return rows


def moved_down(rows: list[Row]) -> list[Row]:
    """Each country's figures stand one row too low."""
    names = list(PLACES)
    before = dict(zip(names, [names[-1], *names], strict=False))
    return figures_of(lambda row: of_row(row, country=before.get(row["country"], "WW")))(rows)


def noisy(rows: list[Row]) -> list[Row]:
    """Figures of a broken model: each up to 60% too high or low."""
    chance = random.Random(7)
    for row in rows:
        for metric in METRICS:
            row[metric] = round(row[metric] * chance.uniform(0.4, 1.6))
    return rows


def new_model(rows: list[Row]) -> list[Row]:
    """All months 15% higher, each a little otherwise."""
    chance = random.Random(8)
    for row in rows:
        for metric in METRICS:
            row[metric] = round(row[metric] * chance.uniform(1.12, 1.18))
    return rows


def cut_short(rows: list[Row]) -> list[Row]:
    """The second half is gone, and the last number lost its end."""
    rows = rows[: len(rows) // 2]
    rows[-1]["revenue"] = float(str(rows[-1]["revenue"])[:3])
    return rows


def contradicted(rows: list[Row]) -> list[Row]:
    """All rows twice, the second time with other figures."""
    return rows + times(1.1)([dict(row) for row in rows])


def reversed_months(rows: list[Row]) -> list[Row]:
    """The months run backwards, the figures forwards."""
    of = sorted({row["period"] for row in rows})
    other = dict(zip(of, reversed(of), strict=True))
    return put(period=lambda row: other[row["period"]])(rows)


def averaged(rows: list[Row]) -> list[Row]:
    """All countries but the world have the same."""
    return figures_of(lambda row: of_row(row, country="US" if row["country"] != "WW" else "WW"))(
        rows
    )


def digits_turned(value: float) -> float:
    """The first two digits the other way round."""
    text = f"{value:.2f}"
    return float(text[1] + text[0] + text[2:])


def days_moved(by: int) -> Changes:
    """Each day's figures under another day."""
    return put(period=lambda row: str(date.fromisoformat(row["period"]) + timedelta(days=by)))


def last_day_again(rows: list[Row]) -> list[Row]:
    """The last day says again what the day before said."""
    last = max(row["period"] for row in rows)
    before = str(date.fromisoformat(last) - timedelta(days=1))
    said = {(row["app"], row["country"]): row for row in rows if row["period"] == before}
    for row in rows:
        if row["period"] == last:
            other = said[row["app"], row["country"]]
            row |= {"revenue": other["revenue"], "downloads": other["downloads"]}
    return rows


def in_china(rows: list[Row]) -> list[Row]:
    """Dates in UTC of months that begin in China."""
    for row in rows:
        before = date.fromisoformat(row["d"][:10]) - timedelta(days=1)
        row["d"] = f"{before}T16:00:00Z"
    return rows


def device_copied(rows: list[Row]) -> list[Row]:
    """The iPad has the iPhone's figures: one device's rows twice."""
    return [row | {"au": row["iu"], "ar": row["ir"]} for row in rows]


def other_app(row: Row) -> str:
    """The other of the two."""
    return next(app for app in LEVEL if app != row["app"])


def both_apps(rows: list[Row]) -> list[Row]:
    """The publisher's sum under one of its apps."""
    for row in rows:
        if row["app"] == "kling":
            for metric in METRICS:
                of = [
                    world.figure(a, metric, row["period"], row["platform"], row["country"])
                    for a in LEVEL
                ]
                row[metric] = round(sum(of), 2)
    return rows


WORLD, US, JP = where(country="WW"), where(country="US"), where(country="JP")
PLATFORM = {"ios": "android", "android": "ios", "all": "all"}
US_JP = {"US": "JP", "JP": "US"}
KLING = where(app="kling")
ONE_CELL = where(app="kling", platform="ios", country="US")
