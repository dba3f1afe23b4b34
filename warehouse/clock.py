"""The only clock: the day people mean by today, and time stamps in UTC without a zone."""

import os
from datetime import UTC, date, datetime

from warehouse.errors import TrackerError


def today() -> date:
    """Today in UTC, or the day TRACKER_TODAY names."""
    pinned = os.environ.get("TRACKER_TODAY")
    if not pinned:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(pinned)
    except ValueError as error:
        raise TrackerError(
            f"TRACKER_TODAY is {pinned!r}, which is not a date",
            "environment variable TRACKER_TODAY",
            "Write it as YYYY-MM-DD or unset it.",
        ) from error


def now() -> datetime:
    """The moment in UTC, naive, as every table and file of the store writes it."""
    return datetime.now(UTC).replace(tzinfo=None)
