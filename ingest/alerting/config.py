"""config/alerts.toml, checked: which rules there are, which channels, and when the digest is due.

The file may be missing; then nothing is watched.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from ingest.alerting.keys import (
    CHANNEL_KEYS,
    DIGEST_KEYS,
    FILE_KEYS,
    KIND_KEYS,
    LEFT_OUT,
    RULE_KEYS,
)
from ingest.config_keys import Problems
from ingest.cron import check_schedule

WHERE = "config/alerts.toml"


@dataclass(frozen=True)
class Channel:
    """A way to tell somebody; its address is a secret of that name."""

    channel_id: str
    secret: str


@dataclass(frozen=True)
class Rule:
    """One thing to be told of; the conditions are the parameters of its kind's query."""

    rule_id: str
    kind: str
    conditions: dict[str, Any]
    channels: tuple[str, ...] = ()
    illustrative: bool = False
    enabled: bool = True

    @property
    def fingerprint(self) -> str:
        """Equal as long as the same things fire."""
        return json.dumps([self.kind, self.illustrative, self.conditions], sort_keys=True)


@dataclass(frozen=True)
class Digest:
    """When what changed is summed up, and for whom."""

    schedule: str
    days: int
    channels: tuple[str, ...]
    illustrative: bool


@dataclass(frozen=True)
class Alerts:
    """The whole file."""

    rules: tuple[Rule, ...] = ()
    channels: tuple[Channel, ...] = ()
    digest: Digest | None = None
    dashboard: str = str(FILE_KEYS["dashboard"].default)

    def channel(self, channel_id: str) -> Channel | None:
        """The channel of that id."""
        return next((one for one in self.channels if one.channel_id == channel_id), None)

    @property
    def is_on(self) -> bool:
        """Whether a run has anything to do here."""
        return bool(self.rules or self.channels or self.digest)


def checked(
    content: dict[str, Any], apps: Collection[str], sources: Collection[str], problems: Problems
) -> Alerts:
    """The file's content as rules, channels and digest; what is wrong goes to `problems`."""
    known = {"rule", "channel", "digest", *FILE_KEYS}
    problems.refuse_unknown_keys(WHERE, "", content, known)
    top = {key: value for key, value in content.items() if key in FILE_KEYS}
    values = problems.read_table(WHERE, "file", top, FILE_KEYS) or {}
    channels = _channels(content, problems)
    rules = _rules(content, channels, {"apps": apps, "sources": sources}, problems)
    digest = _digest(content, channels, problems)
    dashboard = str(values.get("dashboard", "")).rstrip("/")
    return Alerts(rules, tuple(channels.values()), digest, dashboard)


def _channels(content: dict[str, Any], problems: Problems) -> dict[str, Channel]:
    found: dict[str, Channel] = {}
    for number, entry in enumerate(problems.tables(WHERE, "channel", content), start=1):
        name = f"channel {entry.get('id', number)}"
        values = problems.read_table(WHERE, name, entry, CHANNEL_KEYS)
        if values is None:
            continue
        if values["id"] in found:
            problems.add(WHERE, name, "this id is used twice")
        found[values["id"]] = Channel(values["id"], values["secret"])
    return found


def _rules(
    content: dict[str, Any],
    channels: dict[str, Channel],
    known: dict[str, Collection[str]],
    problems: Problems,
) -> tuple[Rule, ...]:
    found: dict[str, Rule] = {}
    for number, entry in enumerate(problems.tables(WHERE, "rule", content), start=1):
        name = f"rule {entry.get('id', number)}"
        kind = entry.get("kind")
        if not isinstance(kind, str) or kind not in KIND_KEYS:
            if kind is None:
                problems.add(WHERE, f"{name}.kind", "this key is required")
            else:
                problems.add_unknown(WHERE, f"{name}.kind", str(kind), KIND_KEYS)
            continue
        values = problems.read_table(WHERE, name, entry, RULE_KEYS | KIND_KEYS[kind])
        if values is None:
            continue
        conditions = _conditions(kind, values)
        _check(name, conditions, known, problems)
        _check_channels(name, values["channels"], channels, problems)
        if values["id"] in found:
            problems.add(WHERE, name, "this id is used twice")
        found[values["id"]] = Rule(
            values["id"],
            kind,
            conditions,
            tuple(values["channels"]),
            values["illustrative"],
            values["enabled"],
        )
    return tuple(found.values())


def _conditions(kind: str, values: dict[str, Any]) -> dict[str, Any]:
    found = {key: values[key] for key in KIND_KEYS[kind]}
    found |= {key: LEFT_OUT[key] for key in LEFT_OUT if key in found and not found[key]}
    return {key: list(v) if isinstance(v, tuple) else v for key, v in found.items()}


def _check(
    name: str, conditions: dict[str, Any], known: dict[str, Collection[str]], problems: Problems
) -> None:
    for key, ids in known.items():
        for one in conditions.get(key, ()):
            if one not in ids:
                problems.add_unknown(WHERE, f"{name}.{key}", one, ids)
    if "above" in conditions and conditions["above"] is None and conditions["below"] is None:
        problems.add(WHERE, name, "say above, below or both: without them it never fires")


def _check_channels(
    name: str, chosen: Collection[str], channels: dict[str, Channel], problems: Problems
) -> None:
    for channel in chosen:
        if channel not in channels:
            problems.add_unknown(WHERE, f"{name}.channels", channel, channels)


def _digest(
    content: dict[str, Any], channels: dict[str, Channel], problems: Problems
) -> Digest | None:
    entry = content.get("digest")
    if entry is None:
        return None
    if not isinstance(entry, dict):
        problems.add(WHERE, "digest", "write it as a [digest] table")
        return None
    values = problems.read_table(WHERE, "digest", entry, DIGEST_KEYS)
    if values is None:
        return None
    check_schedule(values["schedule"], WHERE, "digest", problems)
    _check_channels("digest", values["channels"], channels, problems)
    return Digest(
        values["schedule"], values["days"], tuple(values["channels"]), values["illustrative"]
    )
