"""The words of the Growth page: findings, subtitles and table cells made from query rows."""

from collections.abc import Iterable
from typing import Any

from app_pages import formats
from app_pages.charts import growth as growth_charts
from app_pages.sources import basis_name

Row = dict[str, Any]

KIND_WORDS = {"estimate": "estimates by month", "reported": "a store's own report by month"}
PLATFORMS = {"all": "All platforms", "ios": "iOS", "android": "Android", "web": "Web"}


def platform_name(platform: str) -> str:
    """iOS, Android, Web, All platforms."""
    return PLATFORMS.get(platform, platform)


def country_name(country: str) -> str:
    """Worldwide, or the country's ISO code."""
    return "Worldwide" if country == "WW" else country


def ordered(values: Iterable[str], first: str) -> list[str]:
    """The values by name, with the one that covers most in front."""
    return sorted(values, key=lambda value: (value != first, value))


def alike(rows: list[Row]) -> list[list[Row]]:
    """The rows of each chart: one unit, basis and kind, and never two series of one app."""
    stated: dict[tuple[str, ...], set[str]] = {}
    for row in rows:
        stated.setdefault(_series(row), set()).add(row["native_unit"])
    charts: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        apart = row["native_unit"] if len(stated[_series(row)]) > 1 else ""
        charts.setdefault((row["unit"], row["basis"], row["kind"], apart), []).append(row)
    return [*charts.values()]


def _series(row: Row) -> tuple[str, ...]:
    return row["app_id"], row["unit"], row["basis"], row["kind"]


def newest_complete(rows: list[Row]) -> list[Row]:
    """Each app's newest complete month."""
    newest = {row["app_id"]: row for row in rows if row["complete"]}
    return list(newest.values())


def finding(rows: list[Row], view: str, metric_name: str) -> str:
    """What the chart shows, in a title: each app's newest complete month."""
    shown = newest_complete(rows)
    if not shown:
        return f"{metric_name}: no complete month yet"
    last = formats.month(max(row["month"] for row in shown))
    parts = [
        f"{formats.app_name(row['name_en'], row['name_zh'])} {_figure(row, view)}"
        + ("" if formats.month(row["month"]) == last else f" in {formats.month(row['month'])}")
        for row in shown
    ]
    compared = any(row["mom_change"] is not None for row in shown)
    ending = " on the month before" if compared else ""
    if view == "index":
        ending = " (first complete month = 100)"
    return f"{metric_name} in {last}: {', '.join(parts)}{ending}"


def _figure(row: Row, view: str) -> str:
    if view == "change":
        return formats.change(row["mom_change"])
    if view == "index":
        return formats.MISSING if row["index"] is None else f"{formats.rounded(row['index'], 0):,f}"
    figure = formats.amount(row["value"], row["unit"], row["bound"])
    return (
        figure if row["mom_change"] is None else f"{figure} ({formats.change(row['mom_change'])})"
    )


def subtitle(rows: list[Row], view: str, metric_name: str) -> str:
    """Metric, unit, basis, platform, country, source and as-of."""
    first = rows[0]
    basis = basis_name(first["basis"])
    unit = "US$" if first["unit"] == "USD" else first["unit"]
    parts = [
        metric_name if unit in ("users", "downloads") else f"{metric_name}, {unit}",
        basis,
        platform_name(first["platform"]),
        country_name(first["country"]),
        KIND_WORDS.get(first["kind"], first["kind"]),
    ]
    feeds = dict.fromkeys((row["source_producer"], row["source_id"]) for row in rows)
    newest = formats.day(max(row["as_of"] for row in rows))
    named = ", ".join(f"{producer} ({source})" for producer, source in feeds)
    what = {"change": "Change on the month before. ", "index": "Index of the level. "}
    covers = " ".join(dict.fromkeys(f"{row['covers']}." for row in rows if row["covers"]))
    text = f"{what.get(view, '')}{', '.join(filter(None, parts))}. Source: {named}, as of {newest}."
    return " ".join(filter(None, (text, conversion_note(rows), covers)))


def converted(row: Row) -> bool:
    """Whether the figure is shown in another currency than it was stated in."""
    return bool(row["unit"] != row["native_unit"])


def conversion_note(rows: list[Row]) -> str:
    """At which rates these figures were converted; nothing where all are as stated."""
    turned = [row for row in rows if converted(row)]
    if not turned:
        return ""
    stated = ", ".join(sorted({row["native_unit"] for row in turned}))
    note = (
        f"Stated in {stated}; each month at the average of its daily ECB reference rates. Changes "
        "and index are those of the figures as stated: no exchange rate is in them."
    )
    without = sum(row["value"] is None for row in turned)
    return f"{note} No rate is known for {formats.count(without, 'month')}." if without else note


def part_months(rows: list[Row], view: str) -> list[str]:
    """A sentence each app whose newest month is not over."""
    return [
        f"{_drawn_as(row, view)}: {formats.app_name(row['name_en'], row['name_zh'])}, "
        f"{formats.month(row['month'])} is a {growth_charts.part_month_text(row)}."
        for row in rows
        if not row["complete"] and row["month"] == max(other["month"] for other in rows)
    ]


def _drawn_as(row: Row, view: str) -> str:
    drawn = growth_charts.shown_value(row, view) is not None
    return "Hatched" if drawn else "Not drawn"


def claim_sentence(claim: Row) -> str:
    """What was claimed by whom, what the series shows, and how far it is off; as Markdown."""
    name = formats.app_name(claim["name_en"], claim["name_zh"])
    what = f"{name} {claim['metric']} {_claimed(claim)} in {formats.month(claim['month'])}"
    told = ", ".join(filter(None, (f"known since {formats.day(claim['as_of'])}", claim["scope"])))
    shows = f"The series above shows {formats.change(claim['change'])}: {_verdict(claim)}."
    if claim["illustrative"]:
        shows += " Its figures are invented, so this proves nothing about the claim."
    read_in = formats.link(claim["publisher"] or "unnamed", claim["address"])
    return (
        f"**Claimed: {formats.plain(what)} on the month before** "
        f"({read_in}; {formats.plain(told)}). {formats.plain(shows)}"
    )


def _claimed(claim: Row) -> str:
    low, high = (formats.change(claim[end]).replace(".0%", "%") for end in ("low", "high"))
    return f"{low} to {high}" if low != high else f"{formats.in_words(claim['bound'])}{low}"


def _verdict(claim: Row) -> str:
    if claim["misses_by"] is None:
        return "it agrees" if claim["verdict"] == "agrees" else "bounds leave it open"
    points = formats.rounded(abs(claim["misses_by"]) * 100, 1)
    side = "below" if claim["misses_by"] < 0 else "above"
    off = f"{points} percentage points {side} the claim"
    return (
        f"it misses, {off}" if claim["verdict"] == "misses" else f"{off}, but bounds leave it open"
    )


def by_month(rows: list[Row]) -> list[dict[str, str]]:
    """The newest month first, an app a column: its figure and the change on the month before."""
    names = [formats.app_name(row["name_en"], row["name_zh"]) for row in rows]
    lines: dict[Any, dict[str, str]] = {}
    for row, name in sorted(zip(rows, names, strict=True), key=lambda pair: pair[0]["month"]):
        empty = {"Month": formats.month(row["month"])} | dict.fromkeys(names, formats.MISSING)
        lines.setdefault(row["month"], empty)[name] = _month_in_words(row, rows)
    return [*lines.values()][::-1]


def _month_in_words(row: Row, rows: list[Row]) -> str:
    figure = formats.amount(row["value"], row["unit"], row["bound"])
    if not row["complete"]:
        figure = f"{figure}, {growth_charts.part_month_text(row)}"
    elif row["mom_change"] is not None:
        figure = f"{figure} ({formats.change(row['mom_change'])})"
    mixed = len({other["illustrative"] for other in rows}) > 1
    return f"{figure}, invented" if mixed and row["illustrative"] else figure


def table_row(row: Row) -> dict[str, str]:
    """One line of the table under the chart."""
    line = {
        "Month": f"{row['month']:%Y-%m}" + ("" if row["complete"] else " (part)"),
        "App": formats.app_name(row["name_en"], row["name_zh"]),
        "Figure": formats.amount(row["value"], row["unit"], row["bound"]),
    }
    if converted(row):
        line |= {
            "As stated": formats.amount(row["native_value"], row["native_unit"], row["bound"]),
            "Rate": row["fx_rule"] or "no rate known",
            "The rate adds": formats.change(row["change_from_rate"]),
        }
    return line | {
        "On month before": formats.change(row["mom_change"]),
        "On year before": formats.change(row["yoy_change"]),
        "3-month rate": formats.change(row["cmgr3"]),
        "Same days, month before": formats.change(row["mtd_change"]),
        "Index": _figure(row, "index"),
        "Covers": "whole month" if row["complete"] else growth_charts.covered_days(row),
        "Note": row["caveat"] or "",
        "Source": row["source_producer"],
        "As of": formats.day(row["as_of"]),
        "Illustrative": "yes, invented" if row["illustrative"] else "no",
    }
