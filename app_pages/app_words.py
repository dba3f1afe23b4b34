"""The words and lines of an app's own page."""

from collections.abc import Iterable
from typing import Any

from app_pages import data_lines, formats, growth_words, history_words, market_words, sources
from app_pages.tables import Link

Row = dict[str, Any]

CARDS = 4
MAIN = ("revenue", "arr", "gross_receipts", "mau", "downloads")
INVENTED = "ILLUSTRATIVE: invented data"


def who(app: Row, listings: list[Row]) -> str:
    """What it is, whose, where that company is listed, and by which ids it is known."""
    whose = f" of {app['publisher']}" if app["publisher"] else ""
    listed = f", listed as {app['ticker']}" if app["ticker"] else ""
    ids = "".join(f"; {row['store']}: {row['listing_id']}" for row in listings)
    compared = "Compared on the Growth and Market pages." if app["tracked"] else ""
    kind = (app["kind"] or "app").capitalize()
    return f"{kind}{whose}{listed}. Id in files and links: {app['app_id']}{ids}. {compared}".strip()


def answer(app: Row, reports: list[Row], figures: list[Row]) -> str:
    """The newest revenue its company reported, or that there is none and what there is instead."""
    if reports:
        last = max(reports, key=lambda row: (row["period_end"], row["grain"] == "quarter"))
        figure = formats.amount_in_words(last["value"], last["unit"], last["bound"])
        period = formats.period(last["period_start"], last["period_end"])
        said = formats.said_on(last["said_from"], last["as_of"])
        return f"Newest reported revenue: {figure} in {period}, recognised, said {said}."
    by_kind = {
        "reported by a company or store": [f for f in figures if _is(f, "reported")],
        "said by the press": [f for f in figures if _is(f, "press")],
        "estimated by third parties": [f for f in figures if _is(f, "estimate")],
        "invented samples": [f for f in figures if f["illustrative"]],
    }
    told = [f"{len(rows)} {words}" for words, rows in by_kind.items() if rows]
    instead = f" Other figures: {', '.join(told)}." if told else " Nothing else is known either."
    return f"No revenue of {app['name_en']} is reported.{instead}"


def _is(figure: Row, kind: str) -> bool:
    return bool(figure["kind"] == kind and not figure["illustrative"])


def cards(figures: list[Row]) -> Iterable[tuple[str, str, str, str]]:
    """The first figure of each main metric, a real one before an invented one, which says so."""
    main = [row for row in figures if row["metric"] in MAIN]
    firsts: dict[str, Row] = {}
    for row in main or figures:
        firsts.setdefault(row["metric"], row)
    for row in list(firsts.values())[:CARDS]:
        basis = sources.basis_name(row["basis"])
        known = f"said {formats.said_on(row['said_from'], row['as_of'])}, {row['publisher']}"
        yield (
            f"{history_words.metric_name(row['metric'])}, {_kind(row)}",
            formats.amount(row["value"], row["unit"], row["bound"]),
            INVENTED if row["illustrative"] else period(row),
            ", ".join(filter(None, (period(row) if row["illustrative"] else "", basis, known))),
        )


def _kind(row: Row) -> str:
    return "invented sample" if row["illustrative"] else sources.kind_name(row["kind"])


def period(row: Row) -> str:
    """The period of a figure, and that it is only a part of its month."""
    if row["grain"] == "point":
        return formats.day(row["period_end"])
    shown = formats.period(row["period_start"], row["period_end"])
    return shown if row["complete"] else f"{shown}, part month"


def figure_line(row: Row) -> dict[str, Any]:
    """One newest figure."""
    place = (
        ""
        if (row["platform"], row["country"]) == ("all", "WW")
        else f"{growth_words.platform_name(row['platform'])}, "
        f"{growth_words.country_name(row['country'])}"
    )
    covers = ", ".join(filter(None, (place, row["scope"])))
    kind = sources.kind_name(row["kind"])
    return {
        "Metric": history_words.metric_name(row["metric"]),
        "Figure": formats.amount(row["value"], row["unit"], row["bound"]),
        "Period": period(row),
        "What it is": ", ".join(filter(None, (sources.basis_name(row["basis"]), kind))),
        "Covers": covers,
        "As of": formats.said_on(row["said_from"], row["as_of"]),
        "Source": Link(f"{row['publisher']} ({row['source_id']})", row["address"]),
        "Figures": only_invented(row),
    }


def only_invented(row: Row) -> str:
    """A mark on invented lines; most lines are real."""
    return data_lines.kind(row) if row["illustrative"] else ""


def target_line(row: Row) -> dict[str, Any]:
    """One value an issuer set for a period."""
    in_dollars = ""
    if row["value_usd"] is not None and row["unit"] != "USD":
        in_dollars = formats.amount(row["value_usd"], "USD", row["bound"]) + f" ({row['fx_rule']})"
    return {
        "For": f"{history_words.metric_name(row['metric'])}, "
        f"{formats.period(row['period_start'], row['period_end'])}",
        "Said by": row["issuer"],
        "Kind": row["kind"],
        "Figure": formats.target_amount(row["value"], row["unit"], row["bound"]),
        "In US$": in_dollars,
        "First said": formats.said_on(row["said_from"], row["first_said"]),
        "Read in": Link(row["publisher"] or "unnamed", row["address"]),
        "Figures": only_invented(row),
    }


def event_line(row: Row) -> dict[str, Any]:
    """One event."""
    return {
        "Day": formats.short_day(row["event_date"]),
        "What": Link(row["event"], row["address"]),
        "Kind": row["kind"].replace("_", " "),
        "Of": row["name_en"] or row["app_id"],
        "Known since": formats.short_day(row["as_of"]),
        "Figures": only_invented(row),
    }


def coverage_title(rows: list[Row]) -> str:
    """How much of the newest quarter the first feed saw."""
    first = rows[0]
    quarter = formats.period(first["quarter_start"], first["quarter_end"])
    return (
        f"{first['producer'] or first['source_id']} saw "
        f"{formats.part(first['coverage'], first['coverage_bound'])} of the revenue reported for "
        f"{quarter}"
    )


def coverage_line(row: Row) -> dict[str, Any]:
    """One quarter of one feed against what was reported."""
    return {
        "Quarter": formats.period(row["quarter_start"], row["quarter_end"]),
        "Feed": row["source_id"],
        "Tracked": formats.amount(row["tracked_usd"], "USD", row["tracked_bound"]),
        "Basis": sources.BASIS_WORDS.get(row["basis"], row["basis"]),
        "Reported": formats.amount(row["reported_usd"], "USD", row["reported_bound"]),
        "Part seen": formats.part(row["coverage"], row["coverage_bound"]),
        "Mean": formats.part(row["coverage_mean"]),
        "Enough to go by": "yes" if row["enough"] else row["not_enough_why"],
        "As of": formats.short_day(row["as_of"]),
        "Figures": market_words.invented(row),
    }


def source_line(row: Row) -> dict[str, Any]:
    """One source with what it says of the app."""
    return {
        "Source": Link(row["source_id"], row["address"]),
        "Made by": row["producer"],
        "Figures": f"{row['figures']:,} of {formats.count(row['metric_count'], 'metric')}",
        "Kinds": row["kinds"],
        "Newest said": formats.short_day(row["as_of"]),
        "State": data_lines.STATES.get(row["state"], row["state"]),
        "Covers": row["covers"],
        "Real": "no: illustrative, invented" if row["illustrative"] else "yes",
    }
