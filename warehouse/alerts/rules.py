"""What config/alerts.toml asked for when a run last looked, for pages to say in words.

Losing the file loses nothing: the next run writes it anew.
"""

import json
from typing import Any, TypedDict, cast

from warehouse.files import write_durably
from warehouse.paths import Store

NAME = "alerts.json"


class WatchedRule(TypedDict):
    """One rule: what it is held against, and whom it tells."""

    rule: str
    kind: str
    conditions: dict[str, Any]
    illustrative: bool
    channels: list[str]
    enabled: bool


class WatchedDigest(TypedDict):
    """When the digest is sent, how far back it looks, and to whom it goes."""

    schedule: str
    days: int
    channels: list[str]


class Watched(TypedDict):
    """Every rule and channel, and the state of things they were last held against."""

    rules: list[WatchedRule]
    channels: list[str]
    digest: WatchedDigest | None
    seen: list[str]


def write(store: Store, watched: Watched) -> None:
    """Replace what is written; callers hold the lock of the alerts. Raises OSError."""
    text = json.dumps(watched, ensure_ascii=False)
    write_durably(store.state / NAME, text.encode("utf-8", "backslashreplace"))


def read(store: Store) -> Watched | None:
    """What a run last wrote; None when there is nothing that can be read."""
    try:
        content: Any = json.loads((store.state / NAME).read_bytes())
        rules = [
            {
                **{key: str(rule[key]) for key in ("rule", "kind")},
                "conditions": dict(rule["conditions"]),
                "illustrative": bool(rule["illustrative"]),
                "channels": [str(channel) for channel in rule["channels"]],
                "enabled": bool(rule["enabled"]),
            }
            for rule in content["rules"]
        ]
        channels = [str(channel) for channel in content["channels"]]
        seen = [str(one) for one in content["seen"]]
        digest = _digest(content["digest"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return cast(Watched, {"rules": rules, "channels": channels, "digest": digest, "seen": seen})


def _digest(content: Any) -> WatchedDigest | None:
    if content is None:
        return None
    return {
        "schedule": str(content["schedule"]),
        "days": int(content["days"]),
        "channels": [str(channel) for channel in content["channels"]],
    }
