"""One writer at a time: the lock every run and rebuild holds, and the scheduler's own.

A lock ends with the process that holds it, however it ends; a file left behind locks nobody out.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from warehouse.errors import Busy
from warehouse.paths import Store, unusable

INGEST, SCHEDULER = "ingest.lock", "scheduler.lock"


def never() -> bool:
    """Nobody asks the wait to end."""
    return False


@contextmanager
def ingest_lock(
    store: Store, seconds: float = 0, stopping: Callable[[], bool] = never
) -> Iterator[None]:
    """Hold the lock of everything that writes.

    Raises Busy when another process still holds it after that many seconds, or once `stopping`.
    """
    path = store.state / INGEST
    try:
        with held(path, seconds, stopping):
            yield
    except Timeout as error:
        raise Busy(
            "An ingest is running", str(path), "Wait until it is done and run the command again."
        ) from error


def is_running(store: Store) -> bool:
    """Whether somebody writes to the store at this moment."""
    if not store.state.is_dir():
        return False
    try:
        with held(store.state / INGEST):
            return False
    except Timeout:
        return True


@contextmanager
def held(path: Path, seconds: float = 0, stopping: Callable[[], bool] = never) -> Iterator[None]:
    """Hold the lock of that file.

    Raises Timeout when somebody else does, TrackerError when the file cannot be used.
    """
    lock = FileLock(path)
    try:
        lock.acquire(timeout=seconds, cancel_check=stopping)
    except OSError as error:
        if isinstance(error, Timeout):
            raise
        raise unusable(path, error) from error
    try:
        yield
    finally:
        lock.release()
