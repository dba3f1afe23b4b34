"""The cards of the Pace page: where the target stands, and what each way on comes to."""

from datetime import date
from typing import Any

import streamlit as st

from app_pages import cards, formats, pace_doubt, pace_smoothing, pace_words
from app_pages.language import _

Row = dict[str, Any]


def doubt(
    target: Row, scenarios: list[Row], months: list[Row], so_far: list[Row], today: date
) -> None:
    """How sure the answer is, in three cards."""
    shown = pace_doubt.cards(target, scenarios, months, so_far, today)
    if shown:
        st.markdown(_("### How sure is this?"))
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
    st.markdown(_("### What is reported"))
    cards.row((label, figure, "", note) for label, figure, note in shown)


def a_month(rate: Row) -> tuple[str, str, str]:
    """The newest rate: an average month of the last quarter, or the last month stated alone."""
    figure = formats.amount(rate["monthly_rate"], rate["unit"], rate["rate_bound"])
    said, since = formats.short_day(rate["rate_as_of"]), rate["rate_month"]
    if rate["method"] == "last_month":
        note = _("{month}, said {day}").format(month=formats.month(since), day=said)
        return _("The last stated month"), figure, note
    note = _("average of {quarter}, said {day}")
    note = note.format(quarter=formats.quarter_name(since), day=said)
    return _("A month of the last quarter"), figure, note


def so_far(
    target: Row, first: Row, said: date | None, months: list[Row]
) -> list[tuple[str, str, str]]:
    """Reported so far and its share of the target; a dash where nothing is reported."""
    goal = formats.amount(first["target"], first["unit"])
    since = formats.short_day(target["first_said"])
    note = _("of {goal}, known since {day}").format(goal=goal, day=since)
    if not pace_words.has_report(first):
        return [
            (_("Reported so far"), formats.MISSING, _("nothing yet")),
            (_("Share of target"), formats.MISSING, note),
        ]
    bound = first["reported_bound"]
    through = _("to {through}, said {day}").format(
        through=formats.short_day(first["reported_through"]), day=formats.short_day(said)
    )
    worth = pace_words.worth_in_usd(first["reported_usd"], first["unit"], bound)
    for month in months:
        if month["is_latest_reported"]:
            gone = formats.share(month["share_of_period"])
            note += _(", with {share} of the period gone").format(share=gone)
            if month["share_of_year_before"] is not None:
                before = formats.share(month["share_of_year_before"])
                note += _("; about {share} of the year before's revenue had come by then").format(
                    share=before
                )
    return [
        (
            _("Reported so far"),
            formats.amount(first["reported"], first["unit"], bound),
            through + worth,
        ),
        (_("Share of target"), formats.share(first["share_of_target"], bound), note),
    ]


def still_needed(first: Row, said: date | None) -> tuple[str, str, str]:
    """What the target still lacks; at most so much where at least so much is reported."""
    through = formats.short_day(first["reported_through"])
    name, known = _("Still needed"), formats.short_day(said)
    if not pace_words.has_report(first):
        return name, formats.amount(first["remaining"], first["unit"]), _("all of it")
    if not first["remaining"]:
        passed = _("passed by {through}, said {day}").format(through=through, day=known)
        return name, _("nothing"), passed
    bound = pace_words.OPPOSITE.get(first["reported_bound"], first["reported_bound"])
    figure = formats.amount(first["remaining"], first["unit"], bound)
    if not first["months_left"]:
        return _("Short by"), figure, _("the period is over; said {day}").format(day=known)
    return name, figure, _("after {through}; said {day}").format(through=through, day=known)


def methods(scenarios: list[Row], smoothed: list[Row], today: date) -> None:
    """One card a method while months are left: what it comes to, and the sentence that says how."""
    if not scenarios[0]["months_left"]:
        return
    st.markdown(_("### What the whole period would come to, by method"))
    shown = [
        (
            _(pace_words.METHOD_TITLES.get(scenario["method"], scenario["method"])),
            pace_words.implied_sum(scenario),
            pace_words.ending(scenario),
            pace_words.method_note(scenario),
        )
        for scenario in scenarios
    ]
    cards.row([*shown, pace_smoothing.card(smoothed, today)])
