"""What alerts fired, for what cause, and what became of sending them: one file, only added to.

A line is one thing that happened; what is so now is worked out from all of them. A line is on the
disk before the next step is taken, and a half-written last line counts as not written. Each cause
has one line for good, so that nothing is told twice.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from warehouse import clock
from warehouse.errors import TrackerError
from warehouse.files import sync_folder
from warehouse.paths import Store

NAME = "journal.jsonl"
#: How often sending one alert to one channel is tried, and how long after the last try again.
MOST_TRIES = 5
PAUSE = timedelta(minutes=10)

RULE, FIRED, TRYING, SENT, FAILED = "rule", "fired", "trying", "sent", "failed"
TESTED, DIGEST = "tested", "digest"

#: Why a line is there: something happened, or it was so when the rule first looked.
NEW = "it happened"
ALREADY = "already so when the rule was added"
CHANGED = "already so when the rule was changed"
FIRST = "where it stood when it was first seen"
OVER = "it is over"

#: Why it is not known what became of a message.
CUT_OFF = "it was being sent when the process ended"

Line = dict[str, Any]


@dataclass
class Delivery:
    """What became of one alert on one channel."""

    tries: int = 0
    tried_at: str | None = None
    sent_at: str | None = None
    reason: str | None = None

    @property
    def state(self) -> str:
        """sent, given up, failed (to be tried again) or waiting."""
        if self.sent_at:
            return "sent"
        if self.tries >= MOST_TRIES:
            return "given up"
        return "failed" if self.reason else "waiting"

    def is_due(self, now: datetime) -> bool:
        """Whether it is to be sent, or tried again, at that moment."""
        if self.state not in ("waiting", "failed"):
            return False
        return self.tried_at is None or now >= datetime.fromisoformat(self.tried_at) + PAUSE


@dataclass
class Alert:
    """One alert that fired, with what became of it on each channel."""

    alert_id: str
    fired_at: str
    rule: str
    kind: str
    subject: str
    state: str
    sentence: str
    figure: str
    as_of: date | None
    source_id: str | None
    said_by: str | None
    illustrative: bool
    address: str
    why: str
    told: bool
    #: The figures of the sentence, as JSON has them; none in a line of a release before them.
    facts: dict[str, Any] = field(default_factory=dict)
    channels: dict[str, Delivery] = field(default_factory=dict)


@dataclass
class Due:
    """One digest that was due, with what became of it on each channel; the first has none."""

    digest_id: str
    due: datetime
    channels: dict[str, Delivery] = field(default_factory=dict)


@dataclass
class Journal:
    """Everything in the file, put together."""

    alerts: list[Alert] = field(default_factory=list)
    #: Rule → the conditions under which its causes were first looked at.
    rules: dict[str, str] = field(default_factory=dict)
    #: (rule, subject) → the state it was last seen in.
    states: dict[tuple[str, str], str] = field(default_factory=dict)
    #: Channel → what came of its last test.
    tests: dict[str, Line] = field(default_factory=dict)
    #: The digests that were due, oldest first.
    digests: list[Due] = field(default_factory=list)

    def unsent(self, now: datetime) -> list[tuple[str, list[Alert]]]:
        """Each channel with the alerts that are to be sent there now."""
        found: dict[str, list[Alert]] = {}
        for alert in self.alerts:
            for channel, delivery in alert.channels.items():
                if delivery.is_due(now):
                    found.setdefault(channel, []).append(alert)
        return list(found.items())


def read(store: Store) -> Journal:
    """What the file says; a line that cannot be read is passed over."""
    journal, by_id = Journal(), dict[str, Alert | Due]()
    try:
        lines = (store.alerts / NAME).read_bytes().splitlines()
    except OSError:
        return journal
    for line in lines:
        try:
            _take(json.loads(line), journal, by_id)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
    return journal


def add(store: Store, lines: Iterable[Line]) -> None:
    """Write lines and return when they are on the disk; callers hold the lock of the alerts.

    Raises TrackerError when they cannot be written.
    """
    path = store.alerts / NAME
    moment = clock.now().isoformat(timespec="seconds")
    text = "".join(
        json.dumps({"moment": moment, **line}, ensure_ascii=False, default=_plain) + "\n"
        for line in lines
    )
    if not text:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
        with path.open("ab+") as handle:
            if handle.tell() > 0:
                handle.seek(-1, os.SEEK_END)
                if handle.read(1) != b"\n":  # a killed process left half a line
                    text = "\n" + text
            handle.write(text.encode("utf-8", "backslashreplace"))
            handle.flush()
            os.fsync(handle.fileno())
        if is_new:
            sync_folder(path.parent)
            sync_folder(path.parent.parent)
    except OSError as error:
        raise TrackerError(
            f"What alerts did could not be written down: {error.strerror or error}",
            str(path),
            "free disk space, or let this user write there; no figure depends on it",
        ) from error


def fired_line(rule: str, kind: str, row: Line, why: str, channels: Iterable[str]) -> Line:
    """The line of one cause; without channels it is kept in the table alone."""
    moment = clock.now().isoformat(timespec="microseconds")
    name = "\0".join((rule, row["subject"], row["state"], moment))
    kept = ("subject", "state", "sentence", "figure", "as_of", "source_id", "said_by")
    return {
        "what": FIRED,
        "id": hashlib.sha256(name.encode()).hexdigest()[:16],
        "rule": rule,
        "kind": kind,
        **{key: row[key] for key in kept},
        "facts": row["facts"],
        "illustrative": row["illustrative"],
        "address": row["address"],
        "why": why,
        "channels": list(channels),
    }


def digest_line(due: datetime, channels: Iterable[str]) -> Line:
    """The line of one digest that is due; the first of all says only from when on they are."""
    text = due.isoformat(timespec="seconds")
    return {"what": DIGEST, "id": f"digest {text}", "due": text, "channels": list(channels)}


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def _take(line: Line, journal: Journal, by_id: dict[str, Alert | Due]) -> None:
    what = line["what"]
    if what == RULE:
        journal.rules[line["rule"]] = line["conditions"]
    elif what == FIRED:
        alert = _alert(line)
        by_id[alert.alert_id] = alert
        journal.alerts.append(alert)
        journal.states[(alert.rule, alert.subject)] = alert.state
    elif what in (TRYING, SENT, FAILED):
        for alert_id in line["ids"]:
            _deliver(by_id[alert_id].channels[line["channel"]], what, line)
    elif what == TESTED:
        journal.tests[line["channel"]] = line
    elif what == DIGEST:
        due = Due(
            str(line["id"]),
            datetime.fromisoformat(line["due"]),
            {str(channel): Delivery() for channel in line["channels"]},
        )
        by_id[due.digest_id] = due
        journal.digests.append(due)


def _alert(line: Line) -> Alert:
    facts = line.get("facts")
    texts = ("rule", "kind", "subject", "state", "sentence", "figure", "address", "why")
    return Alert(
        alert_id=str(line["id"]),
        fired_at=datetime.fromisoformat(line["moment"]).isoformat(timespec="seconds"),
        as_of=date.fromisoformat(line["as_of"]) if line["as_of"] else None,
        source_id=line["source_id"],
        said_by=line["said_by"],
        illustrative=bool(line["illustrative"]),
        told=line["why"] == NEW,
        facts=facts if isinstance(facts, dict) else {},
        channels={str(channel): Delivery() for channel in line["channels"]},
        **{key: str(line[key]) for key in texts},
    )


def _deliver(delivery: Delivery, what: str, line: Line) -> None:
    if what == TRYING:
        delivery.tries, delivery.tried_at = delivery.tries + 1, line["moment"]
        delivery.reason = CUT_OFF
    elif what == SENT:
        delivery.sent_at, delivery.reason = line["moment"], None
    else:
        delivery.reason = str(line["reason"])
