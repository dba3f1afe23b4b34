"""What an alert says, worded from its figures in the language of the page.

The message that was sent, and the journal, have the sentence in English (warehouse/alerts); a test
holds the two to the same letters. An alert written down without figures says that sentence.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from app_pages import alert_figures as figures
from app_pages import formats, metrics, sentences, sources
from app_pages.language import N_, _, _n
from warehouse.alerts import journal
from warehouse.alerts.journal import Alert

Facts = dict[str, Any]

SIDES = (
    N_("at or above"),
    N_("below"),
    N_("not known to be above"),
    N_("not known to be below"),
)
#: Why a line stands in the journal, as the journal says it.
WHYS = (
    N_("it happened"),
    N_("already so when the rule was added"),
    N_("already so when the rule was changed"),
    N_("where it stood when it was first seen"),
    N_("it is over"),
)


def sentence(alert: Alert) -> str:
    """What happened, in a sentence with its figures."""
    return _told(alert, _SENTENCES) or alert.sentence


def figure(alert: Alert) -> str:
    """The figures alone."""
    return _told(alert, figures.IN_SHORT) or alert.figure


def said_by(alert: Alert) -> str:
    """Who said what it rests on."""
    if alert.kind == "pace" and alert.facts:
        publisher = alert.facts.get("publisher")
        if publisher is None:
            return _("reported figures, and the target as read in an unnamed place")
        told = _("reported figures, and the target as read in {publisher}")
        return told.format(publisher=publisher)
    return _(alert.said_by) if alert.said_by in NOBODY else alert.said_by or _("unnamed")


NOBODY = (N_("the tracker"), N_("unnamed"))


def why(alert: Alert) -> str:
    """Why the line is there: something happened, or it was so when the rule first looked."""
    return _(alert.why)


def reason(said: str) -> str:
    """Why a channel did not take it; what other programs say stays as they say it."""
    return _(CUT_OFF) if said == journal.CUT_OFF else said


CUT_OFF = N_("it was being sent when the process ended")


def _told(alert: Alert, words: dict[str, Callable[[Facts], str]]) -> str:
    """Nothing where no figures were written down, or not all: by another release."""
    try:
        return words[alert.kind](alert.facts) if alert.facts else ""
    except (KeyError, TypeError, ValueError, ArithmeticError):
        return ""


def _growth(facts: Facts) -> str:
    told = _("{name}: {metric} of {month} {change} on the month before, to {figure} ({kind}).")
    if facts.get("compared") == "yoy":
        told = _(
            "{name}: {metric} of {month} {change} on the same month a year before, to {figure} "
            "({kind})."
        )
    return told.format(**_moved(facts))


def _unusual_growth(facts: Facts) -> str:
    return _(
        "{name}: {metric} of {month} {change} on the month before, to {figure} ({kind}); the "
        "{months} changes before it were {usual} on average, with a standard deviation of "
        "{spread} points."
    ).format(
        **_moved(facts),
        months=facts["months_before"],
        usual=formats.change(facts["usual_change"]),
        spread=f"{facts['usual_spread'] * 100:.1f}",
    )


def _moved(facts: Facts) -> dict[str, str]:
    return {
        "name": figures.name(facts),
        "metric": metrics.within(facts["metric"]),
        "month": formats.month(figures.day(facts["month"])),
        "change": figures.change(facts),
        "figure": figures.joined(figures.amount(facts), *figures.details(facts)),
        "kind": sources.kind_name(facts["kind"]),
    }


def _pace(facts: Facts) -> str:
    reached = _("{figure} reported through {day}")
    bound = facts["bound"]
    if facts["measure"] == "low_case":
        reached = _("the lowest way of going on, {figure} by {day}")
        bound = facts["reached_bound"]
    whole = _("{issuer}’s {kind} of {target} for {period}")
    if facts["measure"] == "even_path":
        whole = _("the even path to {issuer}’s {kind} of {target} for {period}")
    return _("{name}: {reached}, is {side} {line} of {whole}: it comes to {share} of it.").format(
        name=figures.name(facts),
        reached=reached.format(
            figure=formats.amount_in_words(Decimal(facts["value"]), facts["unit"], bound),
            day=formats.day(figures.day(facts["day"])),
        ),
        side=_(facts["side"]),
        line=figures.share(facts["line"], None),
        whole=whole.format(
            issuer=facts["issuer"],
            kind=_(facts["kind"]),
            target=figures.target(facts["target"], facts["target_unit"], facts["target_bound"]),
            period=figures.period(facts),
        ),
        share=figures.share(facts["reached"], facts["reached_bound"]),
    )


def _restatement(facts: Facts) -> str:
    days = ""
    if facts["days"]:
        days = _(", the sum of {n} changed days").format(n=facts["days"])
    voice = facts["voice"]
    return _(
        "{name}: {metric} of {period}{details} ({kind}) was restated by {voice} on {day}: from "
        "{before}, said by {day_before}, to {after} ({change}){days}."
    ).format(
        name=figures.name(facts),
        metric=metrics.within(facts["metric"]),
        period=figures.period(facts),
        details="".join(_(", {detail}").format(detail=one) for one in figures.details(facts)),
        kind=sources.kind_name(facts["kind"]),
        voice=_("company") if voice == "company" else voice,
        day=formats.day(figures.day(facts["day"])),
        before=figures.stated(facts["value_before"], facts["unit"], facts["bound_before"]),
        day_before=formats.day(figures.day(facts["day_before"])),
        after=figures.stated(facts["value"], facts["unit"], facts["bound"]),
        change=formats.change(facts["change"]),
        days=days,
    )


def _new_report(facts: Facts) -> str:
    more = ""
    if facts["figures"] > 1:
        more = _n(", and {n} more figure", ", and {n} more figures", facts["figures"] - 1)
    told = _("{name}: {publisher}, {day} ({kind}): {first}{more}.")
    if facts["issuer"] is not None:
        told = _("{name}: {issuer}, in {publisher}, {day} ({kind}): {first}{more}.")
    return told.format(
        name=figures.name(facts),
        issuer=facts["issuer"],
        publisher=facts["publisher"] or _("unnamed"),
        day=formats.day(figures.day(facts["day"])),
        kind=sources.kind_name(facts["kind"]),
        first=figures.first_figure(facts),
        more=more,
    )


def _source_late(facts: Facts) -> str:
    if facts["day"] is None:
        never = _("{source} is switched on, but no file of it was ever loaded.")
        return never.format(source=facts["source_id"])
    return _(
        "{source} is late: its newest figure was said on {day}, {age} days ago; {allowed} are "
        "allowed."
    ).format(
        source=facts["source_id"],
        day=formats.day(figures.day(facts["day"])),
        age=facts["age_days"],
        allowed=facts["max_age_days"],
    )


def _load(facts: Facts) -> str:
    outcome, why_so = facts["outcome"], sentences.worded(facts["reason"])
    if outcome in figures.OUTCOMES:
        told = _(figures.OUTCOMES[outcome]).format(file=facts["file"], source=facts["source_id"])
        if not why_so:
            return _("{told}.").format(told=told)
        return _("{told}: {reason}.").format(told=told, reason=why_so.rstrip(".。"))
    told = {
        "not_published": _("No new version could be published: {reason}"),
        "published": _("Versions are published again."),
        "not_read": _("{file} of {source} could not be read: {reason}"),
        "read": _("{file} of {source} could be read again."),
    }[outcome]
    return told.format(file=facts.get("file"), source=facts.get("source_id"), reason=why_so)


_SENTENCES: dict[str, Callable[[Facts], str]] = {
    "growth": _growth,
    "unusual_growth": _unusual_growth,
    "pace": _pace,
    "restatement": _restatement,
    "new_report": _new_report,
    "source_late": _source_late,
    "load": _load,
}
