"""The words of the Market page: who leads, how sure that is, findings and subtitles."""

from typing import Any

from app_pages import caveats, formats, growth_words, tables
from app_pages.growth_words import metric_name
from app_pages.language import N_, _, _n
from app_pages.sources import basis_name

Row = dict[str, Any]

PER = {"mau": N_("monthly active user"), "downloads": N_("download")}
WEAK_BOUNDS = ("at_least", "at_most", "unknown")


def name(row: Row) -> str:
    """An app's names in both languages."""
    return formats.app_name(row["name_en"] or row["app_id"], row["name_zh"])


def alike(rows: list[Row]) -> list[list[Row]]:
    """Rows that may stand beside each other: one unit, basis, kind, and real or invented."""
    groups: dict[Any, list[Row]] = {}
    for row in rows:
        key = (row["unit"], row["basis"], row["kind"], row["illustrative"])
        groups.setdefault(key, []).append(row)
    return [*groups.values()]


def newest(rows: list[Row]) -> list[Row]:
    """The newest month of the first kind of figure that has a share; the largest share first."""
    for group in alike(rows):
        known = [row for row in group if row["share"] is not None]
        if known:
            last = max(row["month"] for row in known)
            return [row for row in known if row["month"] == last]
    return []


def leader(rows: list[Row], metric: str) -> str:
    """Who has the largest share of the newest month, and what the others have."""
    first, *others = rows
    rest = ", ".join(f"{name(row)} {part(row)}" for row in others)
    sentence = _(
        "{name} is ahead in {metric}: {share} in {month}, {rest} ({subject}; {source}, as of "
        "{day})."
    )
    if _open(rows):
        sentence = _(
            "{name} is shown ahead, which bounds leave open, in {metric}: {share} in {month}, "
            "{rest} ({subject}; {source}, as of {day})."
        )
    return sentence.format(
        name=name(first),
        metric=metric_name(metric).lower(),
        share=part(first),
        month=formats.month(first["month"]),
        rest=rest,
        subject=subject(first),
        source=first["source_producer"],
        day=formats.day(first["as_of"]),
    )


def _open(rows: list[Row]) -> bool:
    return any(row["share_bound"] in WEAK_BOUNDS for row in rows)


def part(row: Row) -> str:
    """An app's share as it is shown."""
    return formats.part(row["share"], row["share_bound"])


def subject(row: Row) -> str:
    """Basis, platform and country of an estimate in a few words."""
    parts = (
        basis_name(row["basis"]),
        growth_words.platform_name(row["platform"]).lower().replace("ios", "iOS"),
        growth_words.country_name(row["country"]).replace("Worldwide", "worldwide"),
    )
    return ", ".join(filter(None, parts))


def reported_by(apps: list[Row], reported: list[Row]) -> str:
    """Of which tracked apps the revenue is reported, and the newest quarter of each."""
    quarters = newest_quarters(apps, reported)
    without = [name(app) for app in apps if app["app_id"] not in quarters]
    if not quarters:
        none = _("No company reports the revenue of {names}.")
        return none.format(names=_listed(without, _(" or ")))
    told = [
        _("{name} {figure} in {period}").format(
            name=name(row),
            figure=formats.amount_in_words(row["value"], row["unit"], row["bound"]),
            period=formats.period(row["period_start"], row["period_end"]),
        )
        for row in quarters.values()
    ]
    sentence = _("Revenue reported by the companies: {figures}.")
    if without:
        sentence = _(
            "Revenue reported by the companies: {figures}; no revenue of {names} is reported."
        )
    return sentence.format(figures=_listed(told, _(" and ")), names=_listed(without, _(" or ")))


def unknown(apps: list[Row]) -> str:
    """That no comparable figures of the tracked apps are public."""
    names = _listed([name(app) for app in apps], _(" or "))
    if len(apps) < 2:
        return _("No rival is tracked.")
    return _("No public figures say whether {names} leads.").format(names=names)


def newest_quarters(apps: list[Row], reported: list[Row]) -> dict[str, Row]:
    """Each tracked app's newest reported quarter."""
    tracked = [app["app_id"] for app in apps]
    quarters = [r for r in reported if r["grain"] == "quarter" and r["app_id"] in tracked]
    return {row["app_id"]: row for row in sorted(quarters, key=lambda row: row["period_end"])}


def _listed(words: list[str], joint: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return _(", ").join(words[:-1]) + joint + words[-1]


def same_board(row: Row, other: Row) -> bool:
    """Whether two standings are of one leaderboard on one day."""
    return (row["fact_date"], row["metric"], board(row)) == (
        other["fact_date"],
        other["metric"],
        board(other),
    )


def board(row: Row) -> str:
    """The leaderboard's name: what its scope says before the model."""
    return (row["scope"] or _("leaderboard not named")).split(",")[0]


def standing(row: Row) -> str:
    """#1 of a ranking, or 1,357 Elo."""
    if row["unit"] == "elo":
        return f"Elo {formats.rounded(row['value'], 0):,}"
    return formats.amount(row["value"], row["unit"], row["bound"])


def left_out(rows: list[Row]) -> str:
    """What the set leaves out, each thing once."""
    return _("; ").join(dict.fromkeys(map(caveats.left_out, rows)))


def share_title(rows: list[Row], metric: str) -> str:
    """What the chart of shares finds."""
    shown = newest(rows)
    if not shown:
        none = _("{metric}: no month in which two tracked apps can be set side by side")
        return none.format(metric=metric_name(metric))
    told = ", ".join(f"{name(row)} {part(row)}" for row in shown)
    return _("{metric} in {month}: {shares} of these {n} apps' total").format(
        metric=metric_name(metric),
        month=formats.month(shown[0]["month"]),
        shares=told,
        n=shown[0]["apps"],
    )


def share_subtitle(rows: list[Row], metric: str) -> str:
    """Metric, unit, basis, place, kind, source and as-of of the shares."""
    first = rows[0]
    parts = (
        metric_name(metric)
        if first["unit"] in ("users", "downloads")
        else f"{metric_name(metric)}, {formats.unit_name(first['unit'])}",
        subject(first),
        growth_words.kind_name(first["kind"]),
    )
    return _("{what}; whole months only. {sources}").format(
        what=", ".join(parts), sources=sources(rows)
    )


def sources(rows: list[Row]) -> str:
    """The sources of rows and their newest day."""
    feeds = dict.fromkeys((row["source_producer"], row["source_id"]) for row in rows)
    named = ", ".join(f"{producer} ({source})" for producer, source in feeds)
    newest = formats.day(max(row["as_of"] for row in rows))
    return _("Source: {sources}, as of {newest}.").format(sources=named, newest=newest)


def share_line(row: Row) -> Row:
    """One app's share of one month in the table under the chart."""
    return {
        N_("Month"): formats.month(row["month"]),
        N_("App"): name(row),
        N_("Share"): part(row),
        N_("Figure"): formats.amount(row["value"], row["unit"]),
        tables.headed("Of", N_("Total of these apps")): formats.amount(
            row["set_value"], row["unit"]
        ),
        N_("How to read it"): caveats.caveat(row),
        N_("As of"): formats.short_day(row["as_of"]),
        N_("Figures"): invented(row),
    }


def invented(row: Row) -> str:
    """Whether a line is invented, for tables that hold both."""
    return _("illustrative, invented") if row["illustrative"] else _("real")


def ratio_title(rows: list[Row]) -> str:
    """What the chart of one ratio finds: each app's newest month."""
    last = max(row["month"] for row in rows)
    told = ", ".join(
        f"{name(row)} {formats.amount(row['ratio'], row['unit'], row['ratio_bound'])}"
        for row in rows
        if row["month"] == last
    )
    return _("Revenue per {per} in {month}: {figures}").format(
        per=_(PER[rows[0]["per"]]), month=formats.month(last), figures=told
    )


def releases_title(rows: list[Row], metric: str) -> str:
    """How often growth was higher after a release than before; of those where both are known."""
    first = rows[0]
    if not first["compared"]:
        none = _("{metric} around releases: no release has both sides yet")
        return none.format(metric=metric_name(metric))
    return _n(
        "{metric} grew faster after {some} of {n} release than before; releases need not be why",
        "{metric} grew faster after {some} of {n} releases than before; releases need not be why",
        first["compared"],
        metric=metric_name(metric),
        some=first["faster_after"],
    )


def off_title(rows: list[Row], metric: str) -> str:
    """Where two sources were furthest apart in the newest whole month."""
    whole = [row for row in rows if row["spread"] is not None and row["complete"]]
    if not whole:
        none = _("{metric}: two sources, but no whole month in which both have every day")
        return none.format(metric=metric_name(metric))
    last = max(row["month"] for row in whole)
    worst = next(row for row in whole if row["month"] == last)
    platform = growth_words.platform_name(worst["platform"]).replace("All", "all")
    apart = formats.change(worst["spread"])[1:]
    return _(
        "{metric}: two sources are at most {apart} apart in {month} ({name} on {platform})"
    ).format(
        metric=metric_name(metric),
        apart=apart,
        month=formats.month(last),
        name=name(worst),
        platform=platform,
    )
