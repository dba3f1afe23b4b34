"""Opens versions for the API, and does its work beside the event loop: so much at once, no more."""

import asyncio
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

import duckdb

from api.errors import Refused, busy
from api.settings import Settings
from warehouse import catalogue, clock, store
from warehouse.as_known import AsKnown
from warehouse.catalogue import Table
from warehouse.paths import Store

KEPT = 3
Result = TypeVar("Result")


@dataclass(frozen=True)
class Opened:
    """One version, open for as long as somebody asks it."""

    name: str
    path: Path
    connection: duckdb.DuckDBPyConnection
    tables: dict[str, Table]

    @contextmanager
    def asked(self, seconds: float, as_of: date | None = None) -> Iterator[AsKnown]:
        """A cursor that answers as of that day, and is stopped when it takes longer."""
        with closing(AsKnown(self.connection, as_of)) as cursor:
            alarm = threading.Timer(seconds, _stop, [cursor])
            alarm.daemon = True
            alarm.start()
            try:
                yield cursor
            except duckdb.InterruptException as error:
                raise Refused(
                    422,
                    "too_slow",
                    f"The answer takes longer than {seconds:g} s",
                    self.name,
                    "Ask for a smaller part: filter by column, or leave as_of out.",
                ) from error
            finally:
                alarm.cancel()


class Versions:
    """The newest versions, each opened once; safe to ask from several threads."""

    def __init__(self) -> None:
        self._opened: OrderedDict[Path, Opened] = OrderedDict()
        self._lock = threading.Lock()

    def newest(self) -> Opened:
        """The newest version.

        Raises TrackerError when there is none, or it must not be read.
        """
        return self._open(store.newest(Store.from_env()))

    def named(self, name: str | None) -> Opened:
        """The version of that name, or the newest.

        Raises Refused when it is not there any more.
        """
        if name is None:
            return self.newest()
        return self._open(find(name).path)

    def _open(self, path: Path) -> Opened:
        with self._lock:
            opened = self._opened.get(path)
            if opened is None:
                connection = store.open_version(path)
                opened = Opened(path.stem, path, connection, catalogue.asked(connection))
                self._opened[path] = opened
            self._opened.move_to_end(path)
            while len(self._opened) > KEPT:  # who still asks an old one holds it by a cursor
                self._opened.popitem(last=False)
        return opened


def find(name: str) -> store.Version:
    """The published version of that name.

    Raises Refused when it is not there, or somebody wrote to it.
    """
    for version in store.versions(Store.from_env()):
        if version.name == name and not version.has_stray_wal:
            return version
    raise Refused(
        410,
        "version_gone",
        f"There is no version {name} any more",
        "version",
        "Start again without it: the newest version answers. /warehouse, beside /api, lists them.",
    )


class Workers:
    """Threads for what blocks, so that pages and other requests go on meanwhile."""

    def __init__(self, settings: Settings) -> None:
        self._threads = ThreadPoolExecutor(settings.at_once, thread_name_prefix="api")
        self._most = settings.at_once + settings.waiting
        self._seconds = settings.seconds
        self._inside = 0

    async def run(self, work: Callable[[], Result], where: str) -> Result:
        """What the work returns.

        Raises Refused when too many wait already, or this one waited too long.
        """
        if self._inside >= self._most:
            raise busy(where)
        latest = time.monotonic() + self._seconds

        def in_turn() -> Result:
            if time.monotonic() > latest:
                raise busy(where)
            return work()

        self._inside += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, in_turn)
        finally:
            self._inside -= 1


def knowledge_date(as_of: date | None) -> date:
    """The day an answer speaks from."""
    return as_of or clock.today()


def _stop(cursor: AsKnown) -> None:
    with suppress(duckdb.Error):  # it may be done, and closed, by now
        cursor.interrupt()
