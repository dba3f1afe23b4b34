"""`python -m ingest alerts` and `digest`: what fired, a test of a channel, what changed lately."""

from __future__ import annotations

import sys
from typing import Any

from ingest.alerting import digest as digests
from ingest.alerting import evaluate
from ingest.alerting.config import WHERE
from ingest.alerting.send import send
from ingest.config import Config
from ingest.config_keys import nearest
from ingest.output import print_json
from warehouse.alerts import journal
from warehouse.alerts.journal import Alert
from warehouse.errors import TrackerError
from warehouse.output import write_table
from warehouse.paths import Store
from warehouse.store import newest

#: How far back a digest looks where nothing else is said.
DAYS = 7
COLUMNS = ("fired_at", "rule", "what", "as_of", "source", "why", "channels")


def alerts(test: str | None, as_json: bool, config: Config, store: Store) -> int:
    """List what fired, newest first, or test a channel.

    Raises TrackerError for a channel that nobody configured.
    """
    if test is not None:
        return _test(test, as_json, config, store)
    fired = journal.read(store).alerts[::-1]
    if as_json:
        print_json([_values(alert) for alert in fired])
    else:
        write_table(COLUMNS, (list(_line(alert)) for alert in fired))
    return 0


def digest(days: int | None, sending: bool, as_json: bool, config: Config, store: Store) -> int:
    """Print what changed in the last days, and send it to the channels of [digest].

    Raises TrackerError when there is nothing to ask, or nobody to send it to.
    """
    asked = config.alerts.digest
    if sending and (asked is None or not asked.channels):
        raise TrackerError(
            "the digest has no channel", WHERE, 'write channels = ["…"] into its [digest] table'
        )
    span = days or (asked.days if asked else DAYS)
    made = digests.made(
        newest(store), journal.read(store), span, asked.illustrative if asked else False
    )
    told = digests.message(made, config.alerts.dashboard)
    if as_json:
        parts = {title: [vars(line) for line in lines] for title, lines in made.parts}
        print_json({**vars(made), "parts": parts})
    else:
        print(f"{told.title}\n\n{told.text}", end="")
    reasons = []
    for channel_id in asked.channels if asked and sending else ():
        if channel := config.alerts.channel(channel_id):
            reasons.append(send(config.root, channel, told))
            print(_came(channel_id, reasons[-1]), file=sys.stderr)
    return 1 if any(reasons) else 0


def _came(channel_id: str, reason: str | None) -> str:
    return f"not sent to {channel_id}: {reason}" if reason else f"sent to {channel_id}"


def _test(channel_id: str, as_json: bool, config: Config, store: Store) -> int:
    channel = config.alerts.channel(channel_id)
    if channel is None:
        known = [one.channel_id for one in config.alerts.channels]
        advice = nearest(channel_id, known) if known else "add a [[channel]] with that id"
        raise TrackerError(f"there is no channel called '{channel_id}'", WHERE, advice)
    store.make_folders()
    reason = evaluate.test(config, store, channel)
    if as_json:
        print_json({"channel": channel_id, "sent": reason is None, "reason": reason})
    else:
        print(_came(channel_id, reason), file=sys.stderr)
    return 1 if reason else 0


def _line(alert: Alert) -> tuple[Any, ...]:
    mark = "ILLUSTRATIVE: " if alert.illustrative else ""
    states = [
        f"{channel}: {one.state}" + (f" ({one.reason})" if one.reason else "")
        for channel, one in alert.channels.items()
    ]
    return (
        alert.fired_at,
        alert.rule,
        mark + alert.sentence,
        alert.as_of,
        alert.source_id,
        alert.why,
        "; ".join(states) or None,
    )


def _values(alert: Alert) -> dict[str, Any]:
    channels = [
        {"channel": name, "state": one.state, "tries": one.tries, "reason": one.reason}
        for name, one in alert.channels.items()
    ]
    return {**vars(alert), "channels": channels}
