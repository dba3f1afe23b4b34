"""The words and lines of an app's own page."""

from collections.abc import Iterable
from typing import Any

from app_pages import (
    caveats,
    data_lines,
    formats,
    growth_words,
    history_words,
    market_words,
    sources,
    tables,
)
from app_pages.language import N_, _, _n
from app_pages.tables import Link

Row = dict[str, Any]

CARDS = 4
MAIN = ("revenue", "arr", "gross_receipts", "mau", "downloads")
INVENTED = N_("ILLUSTRATIVE: invented data")


def who(app: Row, listings: list[Row]) -> str:
    """What it is, whose, where that company is listed, and by which ids it is known."""
    kind = _(app["kind"] or "app")
    kind = kind[:1].upper() + kind[1:]
    whose = _("{kind} of {publisher}").format(kind=kind, publisher=app["publisher"])
    listed = _(", listed as {ticker}").format(ticker=app["ticker"]) if app["ticker"] else ""
    ids = "".join(f"; {row['store']}: {row['listing_id']}" for row in listings)
    compared = _("Compared on the Growth and Market pages.") if app["tracked"] else ""
    said = _("{who}{listed}. Id in files and links: {ids}. {compared}").format(
        who=whose if app["publisher"] else kind,
        listed=listed,
        ids=f"{app['app_id']}{ids}",
        compared=compared,
    )
    return said.strip()


def answer(app: Row, reports: list[Row], figures: list[Row]) -> str:
    """The newest revenue its company reported, or that there is none and what there is instead."""
    if reports:
        last = max(reports, key=lambda row: (row["period_end"], row["grain"] == "quarter"))
        figure = formats.amount_in_words(last["value"], last["unit"], last["bound"])
        period = formats.period(last["period_start"], last["period_end"])
        said = formats.said_on(last["said_from"], last["as_of"])
        newest = _("Newest reported revenue: {figure} in {period}, recognised, said {day}.")
        return newest.format(figure=figure, period=period, day=said)
    by_kind = {
        _("{n} reported by a company or store"): [f for f in figures if _is(f, "reported")],
        _("{n} said by the press"): [f for f in figures if _is(f, "press")],
        _("{n} estimated by third parties"): [f for f in figures if _is(f, "estimate")],
        _("{n} invented samples"): [f for f in figures if f["illustrative"]],
    }
    told = [words.format(n=len(rows)) for words, rows in by_kind.items() if rows]
    instead = _(" Nothing else is known either.")
    if told:
        instead = _(" Other figures: {figures}.").format(figures=_(", ").join(told))
    none = _("No revenue of {name} is reported.").format(name=app["name_en"])
    return f"{none}{instead}"


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
        known = _("said {day}, {publisher}").format(
            day=formats.said_on(row["said_from"], row["as_of"]), publisher=row["publisher"]
        )
        yield (
            f"{history_words.metric_name(row['metric'])}, {_kind(row)}",
            formats.amount(row["value"], row["unit"], row["bound"]),
            _(INVENTED) if row["illustrative"] else period(row),
            ", ".join(filter(None, (period(row) if row["illustrative"] else "", basis, known))),
        )


def _kind(row: Row) -> str:
    return _("invented sample") if row["illustrative"] else sources.kind_name(row["kind"])


def period(row: Row) -> str:
    """The period of a figure, and that it is only a part of its month."""
    if row["grain"] == "point":
        return formats.day(row["period_end"])
    shown = formats.period(row["period_start"], row["period_end"])
    return shown if row["complete"] else _("{period}, part month").format(period=shown)


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
        N_("Metric"): history_words.metric_name(row["metric"]),
        N_("Figure"): formats.amount(row["value"], row["unit"], row["bound"]),
        N_("Period"): period(row),
        N_("What it is"): ", ".join(filter(None, (sources.basis_name(row["basis"]), kind))),
        N_("Covers"): covers,
        N_("As of"): formats.said_on(row["said_from"], row["as_of"]),
        N_("Source"): Link(f"{row['publisher']} ({row['source_id']})", row["address"]),
        N_("Figures"): only_invented(row),
    }


def only_invented(row: Row) -> str:
    """A mark on invented lines; most lines are real."""
    return data_lines.kind(row) if row["illustrative"] else ""


def target_line(row: Row) -> dict[str, Any]:
    """One value an issuer set for a period."""
    in_dollars = ""
    if row["value_usd"] is not None and row["unit"] != "USD":
        in_dollars = (
            formats.amount(row["value_usd"], "USD", row["bound"])
            + f" ({caveats.rate(row['fx_rule'])})"
        )
    return {
        N_("For"): f"{history_words.metric_name(row['metric'])}, "
        f"{formats.period(row['period_start'], row['period_end'])}",
        N_("Said by"): row["issuer"],
        N_("Kind"): _(row["kind"]),
        N_("Figure"): formats.target_amount(row["value"], row["unit"], row["bound"]),
        N_("In US$"): in_dollars,
        N_("First said"): formats.said_on(row["said_from"], row["first_said"]),
        N_("Read in"): Link(row["publisher"] or _("unnamed"), row["address"]),
        N_("Figures"): only_invented(row),
    }


def event_line(row: Row) -> dict[str, Any]:
    """One event."""
    return {
        N_("Day"): formats.short_day(row["event_date"]),
        N_("What"): Link(row["event"], row["address"]),
        N_("Kind"): _(row["kind"].replace("_", " ")),
        tables.headed("Of", N_("App")): row["name_en"] or row["app_id"],
        N_("Known since"): formats.short_day(row["as_of"]),
        N_("Figures"): only_invented(row),
    }


def coverage_title(rows: list[Row]) -> str:
    """How much of the newest quarter the first feed saw."""
    first = rows[0]
    quarter = formats.period(first["quarter_start"], first["quarter_end"])
    return _("{feed} saw {share} of the revenue reported for {quarter}").format(
        feed=first["producer"] or first["source_id"],
        share=formats.part(first["coverage"], first["coverage_bound"]),
        quarter=quarter,
    )


def coverage_line(row: Row) -> dict[str, Any]:
    """One quarter of one feed against what was reported."""
    return {
        N_("Quarter"): formats.period(row["quarter_start"], row["quarter_end"]),
        N_("Feed"): row["source_id"],
        N_("Tracked"): formats.amount(row["tracked_usd"], "USD", row["tracked_bound"]),
        N_("Basis"): sources.basis_name(row["basis"]) or row["basis"],
        N_("Reported"): formats.amount(row["reported_usd"], "USD", row["reported_bound"]),
        N_("Part seen"): formats.part(row["coverage"], row["coverage_bound"]),
        N_("Mean"): formats.part(row["coverage_mean"]),
        N_("Enough to go by"): enough(row),
        N_("As of"): formats.short_day(row["as_of"]),
        N_("Figures"): market_words.invented(row),
    }


def enough(row: Row) -> str:
    """Whether the quarters are enough to go by; what is invented never is."""
    if row["illustrative"]:
        return _("no: illustrative, invented")
    return _("yes") if row["enough"] else caveats.not_enough(row)


def source_line(row: Row) -> dict[str, Any]:
    """One source with what it says of the app."""
    return {
        N_("Source"): Link(row["source_id"], row["address"]),
        N_("Made by"): row["producer"],
        N_("Figures"): _n(
            "{figures} figures, {n} metric",
            "{figures} figures, {n} metrics",
            row["metric_count"],
            figures=f"{row['figures']:,}",
        ),
        N_("Kinds"): row["kinds"],
        N_("Newest said"): formats.short_day(row["as_of"]),
        N_("State"): data_lines.state_name(row["state"]),
        N_("Covers"): row["covers"],
        N_("Real"): _("no: illustrative, invented") if row["illustrative"] else _("yes"),
    }
