"""How sure the answer of the Pace page is: its range, what it rests on, what would overturn it."""

from datetime import date
from typing import Any

from app_pages import formats, pace_words

Row = dict[str, Any]
Card = tuple[str, str, str, str]
BOUND_NAMES = {
    "at_least": "a minimum (“over …”)",
    "approx": "an “about”",
    "at_most": "a maximum",
    "exact": "an exact figure",
    "unknown": "a sum of unlike bounds",
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
    name = f"How {period} may {'have ended' if over else 'end'}"
    going_on = [row for row in scenarios if row["method"] != "reported_only"]
    floor = pace_words.implied_sum(scenarios[0])
    if not going_on:
        return name, formats.MISSING, "", "No monthly rate is known that could carry it further."
    sums = [row["implied_full_year"] for row in going_on]
    unit = scenarios[0]["unit"]
    figure = formats.amount(min(sums), unit, "approx")
    if min(sums) != max(sums):
        figure = f"{figure} to {formats.amount(max(sums), unit)}"
    passing = sum(row["passes"] for row in going_on)
    ways = formats.count(len(going_on), "way")
    finding = f"{passing} of {ways} of going on {'passes' if passing == 1 else 'pass'} the target"
    lowest = f" If nothing more came: {floor}." if pace_words.has_report(scenarios[0]) else ""
    return name, figure, finding, f"Projected, not reported.{lowest}"


def foundation(scenarios: list[Row], months: list[Row]) -> Card:
    """How much of the period is reported, when it was said, and what stands in for the rest."""
    first = scenarios[0]
    reported = [row for row in months if row["state"] == "reported"]
    figure = f"{len(reported)} of {formats.count(len(months), 'month')} reported"
    rates = [
        pace_words.rate_in_words(row)
        for row in sorted(scenarios, key=lambda row: not row["is_newest_rate"])
        if row["method"] in ("last_quarter", "last_month", "run_rate")
    ]
    rest = f"The rest is carried on from {' or '.join(rates)}." if rates else ""
    if not pace_words.has_report(first):
        return "It rests on", figure, "nothing of it is reported yet", rest
    said = max(row["as_of"] for row in reported if row["as_of"] is not None)
    finding = f"to {formats.short_day(first['reported_through'])}, said {formats.short_day(said)}"
    return (
        "It rests on",
        figure,
        finding,
        f"The sum is {BOUND_NAMES[first['reported_bound']]}. {rest}".strip(),
    )


def condition(scenarios: list[Row], months: list[Row], so_far: list[Row]) -> Card:
    """What the rest of the period would have to bring for the target to be missed, or reached."""
    first = scenarios[0]
    if not first["remaining"]:
        return "What would miss it", "nothing", "passed on reported figures alone", ""
    rate = pace_words.newest_rate(scenarios)
    missed = rate is not None and rate["passes"]
    bound = pace_words.OPPOSITE.get(first["reported_bound"], first["reported_bound"])
    left = formats.amount(first["remaining"], first["unit"], None if bound == "at_most" else bound)
    open_months = [row["month"] for row in months if row["state"] != "reported"]
    finding = f"in {formats.span(open_months[0], open_months[-1])} together"
    if missed:
        return "What would miss it", f"less than {left}", finding, _fall(rate, so_far)
    return "What would reach it", f"{left} more", finding, _rise(rate)


def _fall(rate: Row, so_far: list[Row]) -> str:
    through = rate["reported_through"]
    newest = next((row for row in so_far if row["through"] == through), None)
    alone = ""
    if newest is not None:
        column = "latest_quarter_usd" if rate["unit"] == "USD" else "latest_quarter_value"
        brought = formats.amount(newest[column], rate["unit"], newest["latest_quarter_bound"])
        alone = f"{formats.quarter_name(through)} alone brought {brought}. "
    change = rate["needed_monthly_change"]
    if change is None or change >= 0:
        return alone.strip()
    fall = formats.change(change).lstrip("−")
    start = formats.amount(rate["monthly_rate"], rate["unit"], rate["rate_bound"])
    return f"{alone}That is a fall of more than {fall} every month from {start} a month."


def _rise(rate: Row | None) -> str:
    if rate is None or rate["monthly_rate"] is None:
        return "No monthly rate is known to compare with."
    start = formats.amount(rate["monthly_rate"], rate["unit"], rate["rate_bound"])
    change = rate["needed_monthly_change"]
    if change is None:
        return f"No growth below 900% a month from {start} a month would do."
    return f"A change of {formats.change(change)} every month from {start} would just do."
