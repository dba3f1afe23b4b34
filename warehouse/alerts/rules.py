"""What config/alerts.toml asked for when a run last looked, in words, for pages to show.

Losing the file loses nothing: the next run writes it anew.
"""

import json
from typing import Any, TypedDict, cast

from warehouse.files import write_durably
from warehouse.paths import Store

NAME = "alerts.json"


class RuleWords(TypedDict):
    """One rule as a person reads it."""

    rule: str
    kind: str
    words: str
    channels: list[str]
    enabled: bool


class Watched(TypedDict):
    """Every rule and channel, and the state of things they were last held against."""

    rules: list[RuleWords]
    channels: list[str]
    digest: str
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
                **{key: str(rule[key]) for key in ("rule", "kind", "words")},
                "channels": [str(channel) for channel in rule["channels"]],
                "enabled": bool(rule["enabled"]),
            }
            for rule in content["rules"]
        ]
        channels = [str(channel) for channel in content["channels"]]
        seen = [str(one) for one in content["seen"]]
        digest = str(content["digest"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return cast(Watched, {"rules": rules, "channels": channels, "digest": digest, "seen": seen})
