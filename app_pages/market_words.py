"""The words of the Market page: who leads, how sure that is, findings and subtitles."""

from collections.abc import Iterable
from typing import Any

from app_pages import formats, growth_words
from app_pages.sources import basis_name

Row = dict[str, Any]

METRICS = {"revenue": "Revenue", "downloads": "Downloads", "mau": "Monthly active users"}
PER = {"mau": "monthly active user", "downloads": "download"}
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
    rest = ", ".join(f"{name(row)} {_part(row)}" for row in others)
    verb = "is shown ahead, which bounds leave open," if _open(rows) else "is ahead"
    return (
        f"{name(first)} {verb} in {METRICS[metric].lower()}: {_part(first)} in "
        f"{formats.month(first['month'])}, {rest} "
        f"({subject(first)}; {first['source_producer']}, as of {formats.day(first['as_of'])})."
    )


def _open(rows: list[Row]) -> bool:
    return any(row["share_bound"] in WEAK_BOUNDS for row in rows)


def _part(row: Row) -> str:
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
        return f"No company reports the revenue of {_listed(without, 'or')}."
    told = [
        f"{name(row)} {formats.amount_in_words(row['value'], row['unit'], row['bound'])} in "
        f"{formats.period(row['period_start'], row['period_end'])}"
        for row in quarters.values()
    ]
    lacking = f"; no revenue of {_listed(without, 'or')} is reported" if without else ""
    return f"Revenue reported by the companies: {_listed(told, 'and')}{lacking}."


def unknown(apps: list[Row]) -> str:
    """That no comparable figures of the tracked apps are public."""
    names = _listed([name(app) for app in apps], "or")
    return (
        f"No public figures say whether {names} leads." if len(apps) > 1 else "No rival is tracked."
    )


def newest_quarters(apps: list[Row], reported: list[Row]) -> dict[str, Row]:
    """Each tracked app's newest reported quarter."""
    tracked = [app["app_id"] for app in apps]
    quarters = [r for r in reported if r["grain"] == "quarter" and r["app_id"] in tracked]
    return {row["app_id"]: row for row in sorted(quarters, key=lambda row: row["period_end"])}


def _listed(words: list[str], joint: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def cards(
    apps: list[Row],
    reported: list[Row],
    shares: list[Row],
    parts: list[Row],
    standings: list[Row],
) -> Iterable[tuple[str, str, str, str]]:
    """How sure it is, as far as anything is known: reports, estimates, market, models."""
    if reported:
        yield _reported_card(apps, reported)
    if shares:
        yield _share_card(shares)
    if parts:
        yield _part_card(parts)
    if standings:
        yield _standing_card(standings)


def _reported_card(apps: list[Row], reported: list[Row]) -> tuple[str, str, str, str]:
    quarters = newest_quarters(apps, reported)
    told = "; ".join(
        f"{row['name_en']} {formats.amount(row['value'], row['unit'], row['bound'])} in "
        f"{formats.period(row['period_start'], row['period_end'])}, said "
        f"{formats.short_day(row['as_of'])}"
        for row in quarters.values()
    )
    return (
        "Revenue reported by its company",
        f"{len(quarters)} of {formats.count(len(apps), 'tracked app')}",
        told,
        "Of the others nothing is known but estimates." if len(quarters) < len(apps) else "",
    )


def _share_card(shares: list[Row]) -> tuple[str, str, str, str]:
    first = shares[0]
    mark = "ILLUSTRATIVE: invented data" if first["illustrative"] else "estimates, not reports"
    return (
        "Largest share by estimates",
        f"{first['name_en']} {_part(first)}",
        mark,
        f"{METRICS[first['metric']]}, {formats.month(first['month'])}, of "
        f"{formats.count(first['apps'], 'app')}; what that leaves out stands below.",
    )


def _part_card(parts: list[Row]) -> tuple[str, str, str, str]:
    newest_of_first = [
        row
        for row in parts
        if (row["app_id"], row["year_start"]) == (parts[0]["app_id"], parts[0]["year_start"])
    ]
    low, high = newest_of_first[0], newest_of_first[-1]
    figure = _part(low)
    if low is not high:
        figure = f"{figure} to {formats.part(high['share'], high['share_bound'])}"
    return (
        f"{low['name_en']}'s part of the market",
        figure,
        f"of {low['year_start'].year}, by whose market you take",
        f"{formats.count(len(newest_of_first), 'market size')}: "
        f"{formats.amount(high['market_value'], high['unit'])} ({high['issuer']}) to "
        f"{formats.amount(low['market_value'], low['unit'])} ({low['issuer']}).",
    )


def _standing_card(standings: list[Row]) -> tuple[str, str, str, str]:
    last = standings[0]
    same = [row for row in standings if same_board(row, last)]
    return (
        "Newest model leaderboard",
        ", ".join(f"{row['name_en']} {standing(row)}" for row in same),
        formats.day(last["fact_date"]),
        f"{board(last)}. Said by {last['publisher']}. A model's rank is no figure of sales.",
    )


def same_board(row: Row, other: Row) -> bool:
    """Whether two standings are of one leaderboard on one day."""
    return (row["fact_date"], row["metric"], board(row)) == (
        other["fact_date"],
        other["metric"],
        board(other),
    )


def board(row: Row) -> str:
    """The leaderboard's name: what its scope says before the model."""
    return (row["scope"] or "leaderboard not named").split(",")[0]


def standing(row: Row) -> str:
    """#1 of a ranking, or 1,357 Elo."""
    if row["unit"] == "rank":
        return f"#{formats.rounded(row['value'], 0)}"
    if row["unit"] == "elo":
        return f"Elo {formats.rounded(row['value'], 0):,}"
    return formats.amount(row["value"], row["unit"], row["bound"])


def left_out(rows: list[Row]) -> str:
    """What the set leaves out, each thing once."""
    return "; ".join(dict.fromkeys(row["leaves_out"] for row in rows))


def share_title(rows: list[Row], metric: str) -> str:
    """What the chart of shares finds."""
    shown = newest(rows)
    if not shown:
        return f"{METRICS[metric]}: no month in which two tracked apps can be set side by side"
    told = ", ".join(f"{name(row)} {_part(row)}" for row in shown)
    of = f"of these {shown[0]['apps']} apps' total"
    return f"{METRICS[metric]} in {formats.month(shown[0]['month'])}: {told} {of}"


def share_subtitle(rows: list[Row], metric: str) -> str:
    """Metric, unit, basis, place, kind, source and as-of of the shares."""
    first = rows[0]
    parts = (
        METRICS[metric]
        if first["unit"] in ("users", "downloads")
        else f"{METRICS[metric]}, {formats.unit_name(first['unit'])}",
        subject(first),
        growth_words.KIND_WORDS.get(first["kind"], first["kind"]),
    )
    return f"{', '.join(parts)}; whole months only. {sources(rows)}"


def sources(rows: list[Row]) -> str:
    """The sources of rows and their newest day."""
    feeds = dict.fromkeys((row["source_producer"], row["source_id"]) for row in rows)
    named = ", ".join(f"{producer} ({source})" for producer, source in feeds)
    return f"Source: {named}, as of {formats.day(max(row['as_of'] for row in rows))}."


def share_line(row: Row) -> Row:
    """One app's share of one month in the table under the chart."""
    return {
        "Month": formats.month(row["month"]),
        "App": name(row),
        "Share": _part(row),
        "Figure": formats.amount(row["value"], row["unit"]),
        "Of": formats.amount(row["set_value"], row["unit"]),
        "How to read it": row["caveat"] or "",
        "As of": formats.short_day(row["as_of"]),
        "Figures": invented(row),
    }


def invented(row: Row) -> str:
    """Whether a line is invented, for tables that hold both."""
    return "illustrative, invented" if row["illustrative"] else "real"


def ratio_title(rows: list[Row]) -> str:
    """What the chart of one ratio finds: each app's newest month."""
    last = max(row["month"] for row in rows)
    told = ", ".join(
        f"{name(row)} {formats.amount(row['ratio'], row['unit'], row['ratio_bound'])}"
        for row in rows
        if row["month"] == last
    )
    return f"Revenue per {PER[rows[0]['per']]} in {formats.month(last)}: {told}"


def releases_title(rows: list[Row], metric: str) -> str:
    """How often growth was higher after a release than before; of those where both are known."""
    first = rows[0]
    if not first["compared"]:
        return f"{METRICS[metric]} around releases: no release has both sides yet"
    return (
        f"{METRICS[metric]} grew faster after {first['faster_after']} of "
        f"{formats.count(first['compared'], 'release')} than before; releases need not be why"
    )


def off_title(rows: list[Row], metric: str) -> str:
    """Where two sources were furthest apart in the newest whole month."""
    whole = [row for row in rows if row["spread"] is not None and row["complete"]]
    if not whole:
        return f"{METRICS[metric]}: two sources, but no whole month in which both have every day"
    last = max(row["month"] for row in whole)
    worst = next(row for row in whole if row["month"] == last)
    platform = growth_words.platform_name(worst["platform"]).replace("All", "all")
    apart = formats.change(worst["spread"])[1:]
    return (
        f"{METRICS[metric]}: two sources are at most {apart} apart in {formats.month(last)} "
        f"({name(worst)} on {platform})"
    )
