"""The cards of the Pace page: where the target stands, and what each way on comes to."""

from datetime import date
from typing import Any

import streamlit as st

from app_pages import cards, formats, pace_doubt, pace_words

Row = dict[str, Any]


def doubt(
    target: Row, scenarios: list[Row], months: list[Row], so_far: list[Row], today: date
) -> None:
    """How sure the answer is, in three cards."""
    shown = pace_doubt.cards(target, scenarios, months, so_far, today)
    if shown:
        st.markdown("##### How sure is this?")
        cards.row(shown, kind="card_wide")


def figures(target: Row, scenarios: list[Row], months: list[Row]) -> None:
    """What is reported, its share, what is still needed and at which rate; each with its day."""
    first = scenarios[0]
    said = max(
        (row["as_of"] for row in months if row["state"] == "reported" and row["as_of"]),
        default=None,
    )
    shown = [*so_far(target, first, said, months), still_needed(first, said)]
    rate = pace_words.newest_rate(scenarios)
    if rate is not None and rate["months_left"] and rate["remaining"]:
        shown.append(a_month(rate))
    st.markdown("##### What is reported")
    cards.row((label, figure, "", note) for label, figure, note in shown)


def a_month(rate: Row) -> tuple[str, str, str]:
    """The newest rate: an average month of the last quarter, or the last month stated alone."""
    figure = formats.amount(rate["monthly_rate"], rate["unit"], rate["rate_bound"])
    said = f"said {formats.short_day(rate['rate_as_of'])}"
    if rate["method"] == "last_month":
        return "The last stated month", figure, f"{formats.month(rate['rate_month'])}, {said}"
    since = formats.quarter_name(rate["rate_month"])
    return "A month of the last quarter", figure, f"average of {since}, {said}"


def so_far(
    target: Row, first: Row, said: date | None, months: list[Row]
) -> list[tuple[str, str, str]]:
    """Reported so far and its share of the target; a dash where nothing is reported."""
    goal = formats.amount(first["target"], first["unit"])
    note = f"of {goal}, known since {formats.short_day(target['first_said'])}"
    if not pace_words.has_report(first):
        return [
            ("Reported so far", formats.MISSING, "nothing yet"),
            ("Share of target", formats.MISSING, note),
        ]
    bound = first["reported_bound"]
    through = f"to {formats.short_day(first['reported_through'])}, said {formats.short_day(said)}"
    worth = pace_words.worth_in_usd(first["reported_usd"], first["unit"], bound)
    for month in months:
        if month["is_latest_reported"]:
            note += f", with {formats.share(month['share_of_period'])} of the period gone"
            if month["share_of_year_before"] is not None:
                before = formats.share(month["share_of_year_before"])
                note += f"; about {before} of the year before's revenue had come by then"
    return [
        (
            "Reported so far",
            formats.amount(first["reported"], first["unit"], bound),
            through + worth,
        ),
        ("Share of target", formats.share(first["share_of_target"], bound), note),
    ]


def still_needed(first: Row, said: date | None) -> tuple[str, str, str]:
    """What the target still lacks; at most so much where at least so much is reported."""
    through = formats.short_day(first["reported_through"])
    if not pace_words.has_report(first):
        return "Still needed", formats.amount(first["remaining"], first["unit"]), "all of it"
    known = f"said {formats.short_day(said)}"
    if not first["remaining"]:
        return "Still needed", "nothing", f"passed by {through}, {known}"
    bound = pace_words.OPPOSITE.get(first["reported_bound"], first["reported_bound"])
    figure = formats.amount(first["remaining"], first["unit"], bound)
    if not first["months_left"]:
        return "Short by", figure, f"the period is over; {known}"
    return "Still needed", figure, f"after {through}; {known}"


def methods(scenarios: list[Row]) -> None:
    """One card a method while months are left: what it comes to, and the sentence that says how."""
    if not scenarios[0]["months_left"]:
        return
    st.markdown("##### What the whole period would come to, by method")
    cards.row(
        (
            pace_words.METHOD_TITLES.get(scenario["method"], scenario["method"]),
            pace_words.implied_sum(scenario),
            pace_words.ending(scenario),
            pace_words.method_note(scenario),
        )
        for scenario in scenarios
    )
