"""What the environment says about the API, read once when the server starts."""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from warehouse.errors import TrackerError

_SITE = re.compile(r"https?://[A-Za-z0-9.\-]+(:\d{1,5})?")


def open_to_all() -> bool:
    """Nobody needs a token."""
    return False


@dataclass(frozen=True)
class Settings:
    """Limits and permissions; each field's default is what holds when nothing is set."""

    #: Requests a second from one address, over time; twice as many at once. 0: any number.
    rate: int = 100
    #: Rows of one answer.
    most_rows: int = 100_000
    #: Questions answered at once, and those that may wait for their turn.
    at_once: int = 4
    waiting: int = 64
    #: Seconds a question may wait, and then take.
    seconds: int = 20
    #: Names of this machine, beside its addresses and its own name, that a request may ask for.
    hosts: frozenset[str] = field(default_factory=frozenset)
    #: Pages of other sites that may read the API from a browser.
    origins: tuple[str, ...] = ()
    #: Sites whose pages may show a chart of ours in a frame.
    framing: tuple[str, ...] = ()
    #: Whether a request must bring a token at this moment: where the pages ask for a login.
    locked: Callable[[], bool] = open_to_all

    @classmethod
    def from_env(cls, locked: Callable[[], bool] = open_to_all) -> "Settings":
        """What TRACKER_API_… say.

        Raises TrackerError for a number that is none.
        """
        return cls(
            rate=_number("TRACKER_API_RATE", cls.rate, least=0),
            most_rows=_number("TRACKER_API_ROWS", cls.most_rows, least=1),
            at_once=_number("TRACKER_API_AT_ONCE", cls.at_once, least=1),
            waiting=_number("TRACKER_API_WAITING", cls.waiting, least=0),
            seconds=_number("TRACKER_API_SECONDS", cls.seconds, least=1),
            hosts=frozenset(name.lower() for name in _words("TRACKER_API_HOSTS")),
            origins=tuple(_words("TRACKER_API_ORIGINS")),
            framing=tuple(map(_site, _words("TRACKER_API_FRAMING"))),
            locked=locked,
        )


def _words(name: str) -> list[str]:
    return os.environ.get(name, "").replace(",", " ").split()


def _site(text: str) -> str:
    """A site as a browser names it; anything else could say more than which site it is."""
    if not _SITE.fullmatch(text):
        raise TrackerError(
            f"TRACKER_API_FRAMING has {text!r}, which is no site",
            "environment variable TRACKER_API_FRAMING",
            "Write each as https://wiki.example, without a path.",
        )
    return text


def _number(name: str, otherwise: int, *, least: int) -> int:
    text = os.environ.get(name, "").strip()
    if not text:
        return otherwise
    if not (text.isascii() and text.isdigit() and least <= int(text) <= 10_000_000):
        raise TrackerError(
            f"{name} is {text!r}, which is no number from {least} on",
            f"environment variable {name}",
            f"Write it in digits, such as {otherwise}, or unset it.",
        )
    return int(text)
