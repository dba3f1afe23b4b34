"""The lines of the Alerts page, built from what is written of alerts."""

from collections import Counter
from typing import Any

from app_pages import alert_rules, alert_words, data_lines, formats
from app_pages.language import N_, _, _n
from app_pages.reader import Row
from app_pages.tables import Inside
from warehouse.alerts.journal import Alert, Delivery, Journal
from warehouse.alerts.rules import WatchedRule

STATES = (N_("fired"), N_("trying"), N_("sent"), N_("failed"), N_("waiting"), N_("given up"))
NOBODY = N_("nobody: kept here")


def fired(alert: Alert) -> Row:
    """One alert that fired: what, said by whom and when, by which rule, and who was told."""
    return {
        N_("Fired"): formats.moment(alert.fired_at),
        N_("What"): Inside(alert_words.sentence(alert), alert.address),
        N_("Said"): _said(alert),
        N_("Rule"): alert.rule,
        N_("Told"): told(alert),
        N_("Figures"): _kind(alert),
    }


def whole(alert: Alert) -> Row:
    """One line of the journal, to search and sort."""
    return fired(alert) | {
        N_("What"): alert_words.sentence(alert),
        N_("Figure"): alert_words.figure(alert),
        N_("Source"): alert.source_id,
        N_("Why"): alert_words.why(alert),
        N_("Cause"): f"{alert.subject}: {alert.state}",
    }


def told(alert: Alert) -> str:
    """Each channel with what became of the alert there."""
    parts = [f"{name}: {_state(one)}" for name, one in alert.channels.items()]
    return "; ".join(parts) or _(NOBODY)


def rule(watched: WatchedRule, known: Journal) -> Row:
    """One rule: what fires it, whom it tells, how often it fired."""
    times = sum(alert.told and alert.rule == watched["rule"] for alert in known.alerts)
    return {
        N_("Rule"): watched["rule"],
        N_("Fires when"): alert_rules.fires_when(watched),
        N_("Tells"): ", ".join(watched["channels"]) or _(NOBODY),
        N_("State"): _("on") if watched["enabled"] else _("off"),
        N_("Fired so far"): _n("{n} time", "{n} times", times),
    }


def delivered(channel: str, known: Journal) -> str:
    """How many alerts went out there, and how many did not."""
    states = Counter(
        alert.channels[channel].state for alert in known.alerts if channel in alert.channels
    )
    parts = [f"{number:,} {_(state)}" for state, number in sorted(states.items())]
    if not parts:
        return _("no alert was sent there yet.")
    return _("alerts {counts}.").format(counts=", ".join(parts))


def tested(test: dict[str, Any] | None) -> str:
    """What came of the last test of a channel."""
    if test is None:
        return _("Never tested.")
    when = formats.moment(test["moment"])
    if test["reason"] is None:
        return _("The test of {moment} was taken.").format(moment=when)
    failed = _("The test of {moment} was not taken: {reason}.")
    return data_lines.ATTENTION + failed.format(moment=when, reason=test["reason"])


def _state(one: Delivery) -> str:
    if one.state == "sent":
        return _("sent {moment}").format(moment=formats.moment(one.sent_at))
    if not one.reason:
        return _(one.state)
    tried = _n(
        "{state} after {n} try: {reason}",
        "{state} after {n} tries: {reason}",
        one.tries,
        state=_(one.state),
        reason=alert_words.reason(one.reason),
    )
    return data_lines.ATTENTION + tried


def _said(alert: Alert) -> str:
    day = f", {formats.short_day(alert.as_of)}" if alert.as_of else ""
    return alert_words.said_by(alert) + day


def _kind(alert: Alert) -> str:
    return data_lines.kind({"illustrative": alert.illustrative})
