"""What can go wrong while fetching. No text of these errors holds a secret, nor what they chain."""

from __future__ import annotations

from ingest.landing import NotLanded


class NotFetched(NotLanded):
    """Nothing came from an address; nothing of it is kept."""


class NotYet(NotFetched):
    """Nothing is wrong, but the source is not to be asked now."""


class TryAgain(NotFetched):
    """The next try, seconds later, may do."""

    def __init__(self, problem: str, where: str, fix: str, wait: float | None = None) -> None:
        super().__init__(problem, where, fix)
        self.wait = wait
