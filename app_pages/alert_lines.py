"""The lines of the Alerts page, built from what is written of alerts."""

from collections import Counter
from typing import Any

from app_pages import data_lines, formats
from app_pages.reader import Row
from app_pages.tables import Inside
from warehouse.alerts.journal import Alert, Delivery, Journal
from warehouse.alerts.rules import RuleWords

NOBODY = "nobody: kept here"


def fired(alert: Alert) -> Row:
    """One alert that fired: what, said by whom and when, by which rule, and who was told."""
    return {
        "Fired": formats.moment(alert.fired_at),
        "What": Inside(alert.sentence, alert.address),
        "Said": _said(alert),
        "Rule": alert.rule,
        "Told": told(alert),
        "Figures": _kind(alert),
    }


def whole(alert: Alert) -> Row:
    """One line of the journal, to search and sort."""
    return fired(alert) | {
        "What": alert.sentence,
        "Figure": alert.figure,
        "Source": alert.source_id,
        "Why": alert.why,
        "Cause": f"{alert.subject}: {alert.state}",
    }


def told(alert: Alert) -> str:
    """Each channel with what became of the alert there."""
    parts = [f"{name}: {_state(one)}" for name, one in alert.channels.items()]
    return "; ".join(parts) or NOBODY


def rule(words: RuleWords, known: Journal) -> Row:
    """One rule: what fires it, whom it tells, how often it fired."""
    times = sum(alert.told and alert.rule == words["rule"] for alert in known.alerts)
    return {
        "Rule": words["rule"],
        "Fires when": words["words"],
        "Tells": ", ".join(words["channels"]) or NOBODY,
        "State": "on" if words["enabled"] else "off",
        "Fired": formats.count(times, "time"),
    }


def delivered(channel: str, known: Journal) -> str:
    """How many alerts went out there, and how many did not."""
    states = Counter(
        alert.channels[channel].state for alert in known.alerts if channel in alert.channels
    )
    parts = [f"{number:,} {state}" for state, number in sorted(states.items())]
    return f"alerts {', '.join(parts)}." if parts else "no alert was sent there yet."


def tested(test: dict[str, Any] | None) -> str:
    """What came of the last test of a channel."""
    if test is None:
        return "Never tested."
    when = formats.moment(test["moment"])
    if test["reason"] is None:
        return f"The test of {when} was taken."
    return f"{data_lines.ATTENTION}The test of {when} was not taken: {test['reason']}."


def _state(one: Delivery) -> str:
    if one.state == "sent":
        return f"sent {formats.moment(one.sent_at)}"
    mark = data_lines.ATTENTION if one.reason else ""
    tries = formats.count(one.tries, "try").replace("trys", "tries")
    return f"{mark}{one.state}" + (f" after {tries}: {one.reason}" if one.reason else "")


def _said(alert: Alert) -> str:
    day = f", {formats.short_day(alert.as_of)}" if alert.as_of else ""
    return f"{alert.said_by or 'unnamed'}{day}"


def _kind(alert: Alert) -> str:
    return data_lines.kind({"illustrative": alert.illustrative})
