"""The words of the Growth page: findings, subtitles and table cells made from query rows."""

from collections.abc import Iterable
from typing import Any

from app_pages import caveats, formats
from app_pages.charts import growth as growth_charts
from app_pages.language import N_, _, _n, is_chinese
from app_pages.sources import basis_name

Row = dict[str, Any]

METRICS = {
    "revenue": N_("Revenue"),
    "downloads": N_("Downloads"),
    "mau": N_("Monthly active users"),
}
VIEWS = {"level": N_("Level"), "change": N_("Change"), "index": N_("Index")}
KIND_WORDS = {
    "estimate": N_("estimates by month"),
    "reported": N_("a store's own report by month"),
}
PLATFORMS = {"all": N_("All platforms"), "ios": "iOS", "android": "Android", "web": N_("Web")}


def metric_name(metric: str) -> str:
    """Revenue, downloads or monthly active users."""
    return _(METRICS[metric])


def view_name(view: str) -> str:
    """Level, change or index."""
    return _(VIEWS[view])


def kind_name(kind: str) -> str:
    """Whether months are estimates or a store's own report."""
    return _(KIND_WORDS[kind]) if kind in KIND_WORDS else kind


def platform_name(platform: str) -> str:
    """iOS, Android, Web, All platforms."""
    return _(PLATFORMS.get(platform, platform))


def country_name(country: str) -> str:
    """Worldwide, or the country's ISO code."""
    return _("Worldwide") if country == "WW" else country


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


def quarters_title(name: str) -> str:
    """The bars of what one company reported."""
    return _("{name}: revenue reported by quarter").format(name=name)


def quarters_note(unit: str, newest: str) -> str:
    """What the bars of reported quarters are, and of which day the newest is."""
    return _(
        "Recognised revenue, {unit}, all channels. ≥: the company said “over”; ≈: about. "
        "Source: company, newest of {newest}."
    ).format(unit=unit, newest=newest)


def newest_complete(rows: list[Row]) -> list[Row]:
    """Each app's newest complete month."""
    newest = {row["app_id"]: row for row in rows if row["complete"]}
    return list(newest.values())


def finding(rows: list[Row], view: str, metric_name: str) -> str:
    """What the chart shows, in a title: each app's newest complete month."""
    if any(row["kind"] == "estimate" for row in rows):
        metric_name = _("Tracked {metric}").format(metric=metric_name.lower())
    shown = newest_complete(rows)
    if not shown:
        return _("{metric}: no complete month yet").format(metric=metric_name)
    last = formats.month(max(row["month"] for row in shown))
    parts = []
    for row in shown:
        part = f"{formats.app_name(row['name_en'], row['name_zh'])} {_figure(row, view)}"
        if formats.month(row["month"]) != last:
            part = _("{figure} in {month}").format(figure=part, month=formats.month(row["month"]))
        parts.append(part)
    sentence = _("{metric} in {month}: {figures}")
    if any(row["mom_change"] is not None for row in shown):
        sentence = _("{metric} in {month}: {figures} on the month before")
    if view == "index":
        sentence = _("{metric} in {month}: {figures} (first complete month = 100)")
    return sentence.format(metric=metric_name, month=last, figures=", ".join(parts))


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
        kind_name(first["kind"]),
    ]
    feeds = dict.fromkeys((row["source_producer"], row["source_id"]) for row in rows)
    newest = formats.day(max(row["as_of"] for row in rows))
    named = ", ".join(f"{producer} ({source})" for producer, source in feeds)
    what = {"change": _("Change on the month before. "), "index": _("Index of the level. ")}
    covers = " ".join(dict.fromkeys(f"{row['covers']}." for row in rows if row["covers"]))
    text = _("{what}. Source: {sources}, as of {newest}.").format(
        what=what.get(view, "") + _(", ").join(filter(None, parts)), sources=named, newest=newest
    )
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
    note = _(
        "Stated in {units}; each month at the average of its daily ECB reference rates. Changes "
        "and index are those of the figures as stated: no exchange rate is in them."
    ).format(units=stated)
    without = sum(row["value"] is None for row in turned)
    if not without:
        return note
    lacking = _n("No rate is known for {n} month.", "No rate is known for {n} months.", without)
    return f"{note} {lacking}"


def part_months(rows: list[Row], view: str, marked: str = N_("Hatched")) -> list[str]:
    """A sentence each app whose newest month is not over; `marked` is how that one is drawn."""
    return [
        _("{drawn}: {name}, {month} is a {part}.").format(
            drawn=_drawn_as(row, view, marked),
            name=formats.app_name(row["name_en"], row["name_zh"]),
            month=formats.month(row["month"]),
            part=growth_charts.part_month_text(row),
        )
        for row in rows
        if not row["complete"] and row["month"] == max(other["month"] for other in rows)
    ]


def _drawn_as(row: Row, view: str, marked: str) -> str:
    drawn = growth_charts.shown_value(row, view) is not None
    return _(marked) if drawn else _("Not drawn")


def claim_sentence(claim: Row) -> str:
    """What was claimed by whom, what the series shows, and how far it is off; as Markdown."""
    name = formats.app_name(claim["name_en"], claim["name_zh"])
    what = _("Claimed: {name} {metric} {change} in {month} on the month before").format(
        name=name,
        metric=metric_name(claim["metric"]) if is_chinese() else claim["metric"],
        change=_claimed(claim),
        month=formats.month(claim["month"]),
    )
    known = _("known since {day}").format(day=formats.day(claim["as_of"]))
    told = ", ".join(filter(None, (known, claim["scope"])))
    shows = _("The series above shows {change}: {verdict}.").format(
        change=formats.change(claim["change"]), verdict=_verdict(claim)
    )
    if claim["illustrative"]:
        shows += _(" Its figures are invented, so this proves nothing about the claim.")
    read_in = formats.link(claim["publisher"] or _("unnamed"), claim["address"])
    return f"**{formats.plain(what)}** ({read_in}; {formats.plain(told)}). {formats.plain(shows)}"


def _claimed(claim: Row) -> str:
    low, high = (formats.change(claim[end]).replace(".0%", "%") for end in ("low", "high"))
    if low != high:
        return _("{first} to {last}").format(first=low, last=high)
    return f"{formats.in_words(claim['bound'])}{low}"


def _verdict(claim: Row) -> str:
    if claim["misses_by"] is None:
        return _("it agrees") if claim["verdict"] == "agrees" else _("bounds leave it open")
    off = _("{points} percentage points above the claim")
    if claim["misses_by"] < 0:
        off = _("{points} percentage points below the claim")
    off = off.format(points=formats.rounded(abs(claim["misses_by"]) * 100, 1))
    if claim["verdict"] == "misses":
        return _("it misses, {off}").format(off=off)
    return _("{off}, but bounds leave it open").format(off=off)


def by_month(rows: list[Row]) -> list[dict[str, str]]:
    """The newest month first, an app a column: its figure and the change on the month before."""
    names = [formats.app_name(row["name_en"], row["name_zh"]) for row in rows]
    lines: dict[Any, dict[str, str]] = {}
    for row, name in sorted(zip(rows, names, strict=True), key=lambda pair: pair[0]["month"]):
        empty = {N_("Month"): formats.month(row["month"])} | dict.fromkeys(names, formats.MISSING)
        lines.setdefault(row["month"], empty)[name] = _month_in_words(row, rows)
    return [*lines.values()][::-1]


def _month_in_words(row: Row, rows: list[Row]) -> str:
    figure = formats.amount(row["value"], row["unit"], row["bound"])
    if not row["complete"]:
        figure = f"{figure}, {growth_charts.part_month_text(row)}"
    elif row["mom_change"] is not None:
        figure = f"{figure} ({formats.change(row['mom_change'])})"
    mixed = len({other["illustrative"] for other in rows}) > 1
    if mixed and row["illustrative"]:
        return _("{figure}, invented").format(figure=figure)
    return figure


def table_row(row: Row) -> dict[str, str]:
    """One line of the table under the chart."""
    line = {
        N_("Month"): f"{row['month']:%Y-%m}" + ("" if row["complete"] else _(" (part)")),
        N_("App"): formats.app_name(row["name_en"], row["name_zh"]),
        N_("Figure"): formats.amount(row["value"], row["unit"], row["bound"]),
    }
    if converted(row):
        line |= {
            N_("As stated"): formats.amount(row["native_value"], row["native_unit"], row["bound"]),
            N_("Rate"): caveats.rate(row["fx_rule"]) or _("no rate known"),
            N_("The rate adds"): formats.change(row["change_from_rate"]),
        }
    return line | {
        N_("On month before"): formats.change(row["mom_change"]),
        N_("On year before"): formats.change(row["yoy_change"]),
        N_("3-month rate"): formats.change(row["cmgr3"]),
        N_("Same days, month before"): formats.change(row["mtd_change"]),
        N_("Index"): _figure(row, "index"),
        N_("Covers"): _("whole month") if row["complete"] else growth_charts.covered_days(row),
        N_("Note"): caveats.caveat(row),
        N_("Source"): row["source_producer"],
        N_("As of"): formats.day(row["as_of"]),
        N_("Illustrative"): _("yes, invented") if row["illustrative"] else _("no"),
    }
