"""One look at what is worth a word: what fired is written down, then sent, then tried again.

Written before sent: a process killed between the two leaves an alert that the next look sends. One
killed while sending does not know whether the channel took it, and sends it again: each alert is
told at least once, and twice only then. One look at a time, under a lock of its own: while a slow
mail server is waited for, another process may load.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from datetime import UTC, timedelta
from pathlib import Path

from apscheduler.triggers.cron import CronTrigger
from filelock import Timeout

from ingest.alerting import digest, found, message
from ingest.alerting.config import Channel, Digest
from ingest.alerting.send import Message, send
from ingest.config import Config
from warehouse import clock, requests
from warehouse.alerts import journal, rules
from warehouse.alerts.rules import Watched, WatchedDigest
from warehouse.errors import NoWarehouse, TrackerError
from warehouse.locks import held
from warehouse.paths import Store
from warehouse.status import Run
from warehouse.store import newest

LOCK = "alerts.lock"
LOCK_SECONDS = 60.0


def after_run(config: Config, store: Store, run: Run | None = None) -> None:
    """Look, write down, send; whatever goes wrong is logged, for no load fails by it."""
    try:
        with held(store.state / LOCK, LOCK_SECONDS):
            Look(config, store).take(run)
    except Timeout:
        return  # another process looks; what it does not see the next look does
    except (TrackerError, OSError) as error:
        logging.getLogger("ingest").warning("alerts: %s", error)


def test(config: Config, store: Store, channel: Channel) -> str | None:
    """Send a test message now; None when the channel took it, else why not.

    Raises TrackerError when what came of it cannot be written down.
    """
    with held(store.state / LOCK, LOCK_SECONDS):
        return Look(config, store).test(channel)


@dataclass
class Look:
    """One look; callers hold the lock of the alerts."""

    config: Config
    store: Store

    def take(self, run: Run | None) -> None:
        """Everything a look does, in the order that loses nothing when it is cut off."""
        self.tests_asked()
        known = journal.read(self.store)
        if run is not None:
            journal.add(self.store, found.of_run(self.config, run, known))
        try:
            version = newest(self.store)
        except NoWarehouse:
            version = None
        if version is not None:
            watched = self._watched(version.name)
            if rules.read(self.store) != watched:
                journal.add(self.store, found.of_version(self.config, version, known))
                rules.write(self.store, watched)
        self.send_due()
        if version is not None:
            self.digest_due(version)

    def send_due(self) -> None:
        """Send what waits, and what failed a while ago, each channel's in one message."""
        for channel_id, alerts in journal.read(self.store).unsent(clock.now()):
            told = message.of_alerts(alerts, self.config.alerts.dashboard)
            self._deliver(channel_id, [alert.alert_id for alert in alerts], told)

    def digest_due(self, version: Path) -> None:
        """Send the newest digest that is due; several that were missed are one.

        The first look only notes the time: what is due comes after it.
        """
        asked = self.config.alerts.digest
        if asked is None or not asked.channels:
            return
        now, due = clock.now(), journal.read(self.store).digests
        if not due:
            journal.add(self.store, [journal.digest_line(now, ())])
            return
        trigger = CronTrigger.from_crontab(asked.schedule, timezone="UTC")
        after = due[-1].due.replace(tzinfo=UTC) + timedelta(seconds=1)
        if trigger.get_next_fire_time(None, after) <= now.replace(tzinfo=UTC):
            journal.add(self.store, [journal.digest_line(now, asked.channels)])
        known = journal.read(self.store)
        newest_due = known.digests[-1]
        for channel_id, delivery in newest_due.channels.items():
            if delivery.is_due(now):
                made = digest.made(version, known, asked.days, asked.illustrative)
                told = digest.message(made, self.config.alerts.dashboard)
                self._deliver(channel_id, [newest_due.digest_id], told)

    def _deliver(self, channel_id: str, ids: list[str], told: Message) -> None:
        """Send one message, between a line that says so and one that says what came of it."""
        channel = self.config.alerts.channel(channel_id)
        if channel is None:
            return
        about = {"channel": channel_id, "ids": ids}
        journal.add(self.store, [{"what": journal.TRYING, **about}])
        reason = self._send(channel, told)
        came = {"what": journal.SENT} if reason is None else {"what": journal.FAILED}
        journal.add(self.store, [{**came, **about, "reason": reason}])

    def tests_asked(self) -> None:
        """Carry out the tests that somebody asked for on the page."""
        for request in requests.pending(self.store):
            if request.tested is None:
                continue
            channel = self.config.alerts.channel(request.tested)
            no_channel = f"there is no channel called '{request.tested}'"
            reason = self.test(channel) if channel is not None else no_channel
            requests.carried_out(self.store, request, reason)
            request.path.unlink(missing_ok=True)

    def test(self, channel: Channel) -> str | None:
        """Send one test message and write down what came of it."""
        told = message.of_test(channel.channel_id, self.config.alerts.dashboard)
        reason = self._send(channel, told)
        line = {"what": journal.TESTED, "channel": channel.channel_id, "reason": reason}
        journal.add(self.store, [line])
        return reason

    def _send(self, channel: Channel, told: Message) -> str | None:
        return send(self.config.root, channel, told)

    def _watched(self, version: str) -> Watched:
        """The rules, and what the last look saw: the same again needs no second look."""
        asked = self.config.alerts
        conditions = json.dumps([[rule.rule_id, rule.fingerprint] for rule in asked.rules])
        return {
            "rules": [
                {
                    "rule": rule.rule_id,
                    "kind": rule.kind,
                    "conditions": rule.conditions,
                    "illustrative": rule.illustrative,
                    "channels": list(rule.channels),
                    "enabled": rule.enabled,
                }
                for rule in asked.rules
            ],
            "channels": [channel.channel_id for channel in asked.channels],
            "digest": _digest(asked.digest),
            "seen": [
                version,
                clock.today().isoformat(),
                hashlib.sha256(conditions.encode()).hexdigest()[:16],
            ],
        }


def _digest(asked: Digest | None) -> WatchedDigest | None:
    if asked is None:
        return None
    channels = list(asked.channels)
    return {"schedule": asked.schedule, "days": asked.days, "channels": channels}
