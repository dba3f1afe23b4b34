"""How sure the answer of the Pace page is: its range, what it rests on, what would overturn it."""

from datetime import date
from typing import Any

from app_pages import formats, pace_words
from app_pages.language import N_, _, _n

Row = dict[str, Any]
Card = tuple[str, str, str, str]
BOUND_SENTENCES = {
    "at_least": N_("The sum is a minimum (“over …”)."),
    "approx": N_("The sum is an “about”."),
    "at_most": N_("The sum is a maximum."),
    "exact": N_("The sum is an exact figure."),
    "unknown": N_("The sum is a sum of unlike bounds."),
}


def cards(
    target: Row, scenarios: list[Row], months: list[Row], so_far: list[Row], today: date
) -> list[Card]:
    """Three cards while months are left; a period that is reported in full leaves no such doubt."""
    if not scenarios[0]["months_left"]:
        return []
    return [
        ending_range(target, scenarios, today),
        foundation(scenarios, months),
        condition(scenarios, months, so_far),
    ]


def ending_range(target: Row, scenarios: list[Row], today: date) -> Card:
    """Where the ways of going on end, lowest to highest, and how many pass the target."""
    period = formats.period(target["period_start"], target["period_end"])
    over = target["period_end"] < today
    name = _("How {period} may have ended") if over else _("How {period} may end")
    name = name.format(period=period)
    going_on = [row for row in scenarios if row["method"] != "reported_only"]
    floor = pace_words.implied_sum(scenarios[0])
    if not going_on:
        none = _("No monthly rate is known that could carry it further.")
        return name, formats.MISSING, "", none
    sums = [row["implied_full_year"] for row in going_on]
    unit = scenarios[0]["unit"]
    figure = formats.amount(min(sums), unit, "approx")
    if min(sums) != max(sums):
        figure = _("{first} to {last}").format(first=figure, last=formats.amount(max(sums), unit))
    passing = sum(row["passes"] for row in going_on)
    finding = _n(
        "{n} of {ways} of going on passes the target",
        "{n} of {ways} of going on pass the target",
        passing,
        ways=_n("{n} way", "{n} ways", len(going_on)),
    )
    note = _("Projected, not reported.")
    if pace_words.has_report(scenarios[0]):
        note = _("Projected, not reported. If nothing more came: {floor}.").format(floor=floor)
    return name, figure, finding, note


def foundation(scenarios: list[Row], months: list[Row]) -> Card:
    """How much of the period is reported, when it was said, and what stands in for the rest."""
    first = scenarios[0]
    reported = [row for row in months if row["state"] == "reported"]
    figure = _n(
        "{reported} of {n} month reported",
        "{reported} of {n} months reported",
        len(months),
        reported=len(reported),
    )
    rates = [
        pace_words.rate_in_words(row)
        for row in sorted(scenarios, key=lambda row: not row["is_newest_rate"])
        if row["method"] in ("last_quarter", "last_month", "run_rate")
    ]
    rest = ""
    if rates:
        rest = _("The rest is carried on from {rates}.").format(rates=_(" or ").join(rates))
    if not pace_words.has_report(first):
        return _("It rests on"), figure, _("nothing of it is reported yet"), rest
    said = max(row["as_of"] for row in reported if row["as_of"] is not None)
    finding = _("to {through}, said {day}").format(
        through=formats.short_day(first["reported_through"]), day=formats.short_day(said)
    )
    note = f"{_(BOUND_SENTENCES[first['reported_bound']])} {rest}".strip()
    return _("It rests on"), figure, finding, note


def condition(scenarios: list[Row], months: list[Row], so_far: list[Row]) -> Card:
    """What the rest of the period would have to bring for the target to be missed, or reached."""
    first = scenarios[0]
    if not first["remaining"]:
        passed = _("passed on reported figures alone")
        return _("What would miss it"), _("nothing"), passed, ""
    rate = pace_words.newest_rate(scenarios)
    missed = rate is not None and rate["passes"]
    bound = pace_words.OPPOSITE.get(first["reported_bound"], first["reported_bound"])
    left = formats.amount(first["remaining"], first["unit"], None if bound == "at_most" else bound)
    open_months = [row["month"] for row in months if row["state"] != "reported"]
    finding = _("in {months} together").format(months=formats.span(open_months[0], open_months[-1]))
    if missed:
        less = _("less than {figure}").format(figure=left)
        return _("What would miss it"), less, finding, _fall(rate, so_far)
    more = _("{figure} more").format(figure=left)
    return _("What would reach it"), more, finding, _rise(rate)


def _fall(rate: Row, so_far: list[Row]) -> str:
    through = rate["reported_through"]
    newest = next((row for row in so_far if row["through"] == through), None)
    alone = ""
    if newest is not None:
        column = "latest_quarter_usd" if rate["unit"] == "USD" else "latest_quarter_value"
        brought = formats.amount(newest[column], rate["unit"], newest["latest_quarter_bound"])
        alone = _("{quarter} alone brought {figure}. ").format(
            quarter=formats.quarter_name(through), figure=brought
        )
    change = rate["needed_monthly_change"]
    if change is None or change >= 0:
        return alone.strip()
    fall = formats.change(change).lstrip("−")
    start = formats.amount(rate["monthly_rate"], rate["unit"], rate["rate_bound"])
    return alone + _("That is a fall of more than {fall} every month from {start} a month.").format(
        fall=fall, start=start
    )


def _rise(rate: Row | None) -> str:
    if rate is None or rate["monthly_rate"] is None:
        return _("No monthly rate is known to compare with.")
    start = formats.amount(rate["monthly_rate"], rate["unit"], rate["rate_bound"])
    change = rate["needed_monthly_change"]
    if change is None:
        return _("No growth below 900% a month from {start} a month would do.").format(start=start)
    return _("A change of {change} every month from {start} would just do.").format(
        change=formats.change(change), start=start
    )
