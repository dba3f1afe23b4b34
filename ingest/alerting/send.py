"""Sends a message to a channel through Apprise, which knows mail, Slack, Teams, webhooks and more.

An address of Apprise holds passwords. It comes from the environment or config/secrets.toml, and no
part of it gets into what is said of a failure.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, unquote_plus

from ingest.alerting.config import Channel
from ingest.fetching.problems import NotFetched
from ingest.fetching.secrets import Secrets

if TYPE_CHECKING:
    import apprise

NAME = "App revenue tracker"
SHORTEST_PART = 3
LONGEST_REASON = 200
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_SEPARATORS = re.compile(r"[:/?&=@,#\s]+")


@dataclass(frozen=True)
class Message:
    """One message, as plain text and, where a channel shows it, as HTML."""

    title: str
    text: str
    html: str | None = None


def send(root: Path, channel: Channel, message: Message) -> str | None:
    """Send it now; None when the channel took it, else why not, in words without secrets."""
    try:
        address = Secrets(root).fill(f"{{secret:{channel.secret}}}")
    except NotFetched as error:
        return f"{error.problem}: set it as an environment variable or in config/secrets.toml"
    unknown = f"{channel.secret} holds no address that Apprise knows"
    if not _SCHEME.match(address):
        return unknown
    try:
        import apprise  # loads every service it knows, so only when something is sent
    except ImportError:
        return "Apprise is not installed: pip install -r requirements.txt"
    logging.getLogger("apprise").propagate = False  # it logs addresses whole; what is said is below
    asset = apprise.AppriseAsset(
        app_id=NAME, app_desc=NAME, app_url="", secure_logging=True, async_mode=False
    )
    service = apprise.Apprise(asset=asset)
    capture = apprise.LogCapture(level=logging.WARNING, fmt="%(message)s")  # type: ignore[no-untyped-call]
    with capture as said:
        if not service.add(address):
            return unknown
        if _notified(service, message):
            return None
        lines = said.getvalue().splitlines()
    reason = _without(address, "; ".join(line.rstrip(".") for line in lines))
    return reason[:LONGEST_REASON] or "it was not taken"


def _notified(service: apprise.Apprise, message: Message) -> bool:
    """Mail takes the HTML and carries a text of it too; a chat takes the text as written."""
    import apprise

    html, text = apprise.NotifyFormat.HTML, apprise.NotifyFormat.TEXT
    if message.html is not None and all(_preferred(one) == html for one in service):
        taken = service.notify(body=message.html, title=message.title, body_format=html)
    else:
        taken = service.notify(body=message.text, title=message.title, body_format=text)
    return bool(taken)


def _preferred(service: Any) -> object:
    """The format a service is written in unless told otherwise: the first it lists."""
    formats = service.notify_format
    return formats[0] if isinstance(formats, tuple) else formats


def _without(address: str, text: str) -> str:
    """The text with every part of the address masked, however it is spelt."""
    parts = {part for part in _SEPARATORS.split(address) if len(part) >= SHORTEST_PART}
    scheme = address.partition("://")[0]
    spelt = {*parts, *map(unquote, parts), *map(unquote_plus, parts), address} - {scheme}
    for part in sorted(spelt, key=len, reverse=True):
        text = text.replace(part, "***")
    return " ".join(text.split())
