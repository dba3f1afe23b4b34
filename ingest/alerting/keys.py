"""The keys that config/alerts.toml may hold: of a channel, of the digest, of each kind of rule."""

from __future__ import annotations

import re
from typing import Any

from ingest.config_keys import ID, Key
from ingest.vocabulary import KINDS

_SECRET = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def _texts(value: Any) -> bool:
    return all(isinstance(item, str) and item.strip() for item in value)


def _some_of(*known: str) -> Key:
    return Key(
        (list,),
        (),
        rule=lambda v: bool(v) and all(item in known for item in v),
        hint="a list of some of " + ", ".join(known),
    )


def _amount(default: float | None, least: float, hint: str, required: bool = False) -> Key:
    return Key((int, float), default, required, rule=lambda v: v > least, hint=hint)


_ID = Key((str,), required=True, rule=lambda v: bool(ID.fullmatch(v)), hint="a-z, 0-9 and -")
_CHANNELS = Key((list,), (), rule=_texts, hint="a list of ids of channels")
_APPS = Key((list,), (), rule=_texts, hint="a list of ids of apps")
_SOURCES = Key((list,), (), rule=_texts, hint="a list of ids of sources")

FILE_KEYS = {
    "dashboard": Key(
        (str,),
        "http://127.0.0.1:8501",
        rule=lambda v: v.startswith(("http://", "https://")),
        hint="the address of the dashboard, such as https://tracker.example",
    ),
}

CHANNEL_KEYS = {
    "id": _ID,
    "secret": Key(
        (str,),
        required=True,
        rule=lambda v: bool(_SECRET.fullmatch(v)),
        hint="write the name of the environment variable that holds the address, never the address",
        quiet=True,
    ),
}

DIGEST_KEYS = {
    "schedule": Key((str,), "0 7 * * mon"),
    "days": Key((int,), 7, rule=lambda v: 1 <= v <= 92, hint="a number of days from 1 to 92"),
    "channels": _CHANNELS,
    "illustrative": Key((bool,), False),
}

RULE_KEYS = {
    "id": _ID,
    "kind": Key((str,), required=True),
    "enabled": Key((bool,), True),
    "channels": _CHANNELS,
    "illustrative": Key((bool,), False),
}

#: What each kind of rule may say beside that.
KIND_KEYS = {
    "growth": {
        "metric": Key((str,), "revenue"),
        "apps": _APPS,
        "change": Key((str,), "mom", choices=("mom", "yoy")),
        "above": _amount(None, -1, "a fraction: 0.25 is 25%"),
        "below": _amount(None, -1, "a fraction above -1: -0.15 is 15% less"),
    },
    "unusual_growth": {
        "metric": Key((str,), "revenue"),
        "apps": _APPS,
        "deviations": _amount(3.0, 0, "a number of standard deviations, such as 3"),
        "history": Key((int,), 6, rule=lambda v: 3 <= v <= 12, hint="months, from 3 to 12"),
    },
    "pace": {
        "apps": _APPS,
        "target": Key((str,), "headline", choices=("headline", "every")),
        "measure": Key((str,), "even_path", choices=("reported", "even_path", "low_case")),
        "line": _amount(1.0, 0, "a fraction: 0.9 is 90%"),
    },
    "restatement": {
        "metric": Key((str,)),
        "apps": _APPS,
        "size": _amount(None, 0, "a fraction: 0.05 is 5%, up or down", required=True),
    },
    "new_report": {"metric": Key((str,)), "apps": _APPS, "kinds": _some_of(*KINDS)},
    "source_late": {"sources": _SOURCES},
    "load": {
        "sources": _SOURCES,
        "outcomes": _some_of("refused", "held", "waiting", "accepted_in_part", "not_read"),
    },
}

#: What a list stands for when it is left out.
LEFT_OUT = {"kinds": ("reported", "guidance"), "outcomes": ("refused", "held", "not_read")}
