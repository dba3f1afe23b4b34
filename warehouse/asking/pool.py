"""A few warm workers, a queue of bounded length before them, and the newest version behind."""

from __future__ import annotations

import json
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

from warehouse import clock
from warehouse.asking.answer import Answer
from warehouse.asking.limits import Limits
from warehouse.asking.not_answered import NotAnswered
from warehouse.asking.process import Worker
from warehouse.asking.stream import Stream
from warehouse.paths import Store
from warehouse.store import newest

_NO_LETTERS = {"\0", *map(chr, range(0xD800, 0xE000))}
_BUSY = "Wait a few seconds and ask again."


class Pool:
    """Answers questions from the newest version of a store; shared by the threads of a process."""

    def __init__(self, store: Store, limits: Limits | None = None) -> None:
        self.store = store
        self.limits = limits or Limits()
        self._lock = threading.Condition()
        self._idle: list[Worker] = []
        self._spares = [Worker(self.limits) for _ in range(self.limits.spares)]
        self._busy: set[Worker] = set()
        self._taken = 0
        self._waiting = 0
        self._is_closed = False
        self._end = weakref.finalize(self, _end_all, self._idle, self._spares, self._busy)

    def ask(
        self,
        sql: str,
        params: Mapping[str, Any] | None = None,
        *,
        as_of: date | None = None,
        limit: int | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Answer:
        """The answer to one query, with values for its $names, as known on a day (None: now).

        At most `limit` rows, and never more than the pool's limits allow; `answer.truncated` says
        whether there are more. `cancelled` is looked at while the query runs: True ends it.

        Raises NotAnswered, NoWarehouse, or StrayWal.
        """
        started = time.monotonic()
        with self.stream(sql, params, as_of=as_of, limit=limit, cancelled=cancelled) as stream:
            data = b"".join(stream.frames())
        return Answer(
            stream.columns,
            stream.types,
            data,
            stream.row_count,
            stream.truncated,
            stream.version,
            stream.knowledge_date,
            stream.is_settled,
            time.monotonic() - started,
        )

    @contextmanager
    def stream(
        self,
        sql: str,
        params: Mapping[str, Any] | None = None,
        *,
        as_of: date | None = None,
        limit: int | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Iterator[Stream]:
        """The same for an answer that is taken as it comes; leaving it early ends the query."""
        self._check(sql)
        most = [n for n in (limit, self.limits.rows) if n is not None]
        question = {
            "text": sql,
            "parameters": dict(params or {}),
            "today": clock.today(),
            "as_of": as_of,
            "rows": max(min(most), 0) if most else None,
            "answer_mb": self.limits.answer_mb,
        }
        with self._worker(cancelled) as worker:
            frames = worker.ask(question, cancelled)
            _kind, content = next(frames)
            assert worker.version
            yield Stream(json.loads(content)["columns"], worker.version.stem, frames)

    def _check(self, sql: str) -> None:
        """What no worker need be troubled with."""
        if len(sql) > self.limits.letters:
            problem = f"The query has {len(sql):,} letters; {self.limits.letters:,} are allowed"
            raise NotAnswered("refused", problem, "Shorten it, or ask in several steps.")
        place = next((n for n, one in enumerate(sql) if one in _NO_LETTERS), None)
        if place is not None:
            line = sql.count("\n", 0, place) + 1
            column = place - sql.rfind("\n", 0, place)
            problem = "The query holds a zero byte or half a letter"
            raise NotAnswered("failed", problem, "Remove it.", line, column)

    @property
    def layers(self) -> list[str]:
        """What the workers are held by on this system, once one has answered."""
        with self._lock:
            return next((list(worker.layers) for worker in [*self._idle, *self._busy]), [])

    def pids(self) -> set[int]:
        """The processes it has now."""
        with self._lock:
            return {worker.pid for worker in [*self._idle, *self._spares, *self._busy]}

    def close(self) -> None:
        """End every worker; who still asks is told that it was cancelled."""
        with self._lock:
            self._is_closed = True
            self._lock.notify_all()
        self._end()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @contextmanager
    def _worker(self, cancelled: Callable[[], bool] | None) -> Iterator[Worker]:
        """One of the workers, on the newest version; killed unless its answer came to an end."""
        self._take_turn(cancelled)
        worker: Worker | None = None
        try:
            worker = self._on_newest()
            yield worker
        finally:
            self._give_back(worker)

    def _take_turn(self, cancelled: Callable[[], bool] | None) -> None:
        patience = time.monotonic() + self.limits.patience
        with self._lock:
            if self._taken >= self.limits.workers:
                if self._waiting >= self.limits.waiting:
                    raise NotAnswered("busy", "Too many questions are waiting", _BUSY)
                self._wait(patience, cancelled)
            if self._is_closed:
                raise NotAnswered("cancelled", "The server is stopping", _BUSY)
            self._taken += 1

    def _wait(self, patience: float, cancelled: Callable[[], bool] | None) -> None:
        self._waiting += 1
        try:
            while self._taken >= self.limits.workers and not self._is_closed:
                left = patience - time.monotonic()
                if left <= 0:
                    raise NotAnswered("busy", "Every worker is taken by another question", _BUSY)
                if cancelled and cancelled():
                    raise NotAnswered("cancelled", "The query was cancelled", "Run it again.")
                self._lock.wait(min(left, 0.1) if cancelled else left)
        finally:
            self._waiting -= 1

    def _on_newest(self) -> Worker:
        version = newest(self.store)
        with self._lock:
            fitting = [worker for worker in self._idle if worker.serves(version)]
            stale = [worker for worker in self._idle if worker not in fitting]
            worker = fitting[0] if fitting else self._spare()
            self._idle[:] = fitting[1:]
            self._busy.add(worker)
        for old in stale:
            old.end()
        if worker.version is None:
            try:
                worker.open(version)
            except NotAnswered:
                self._give_up(worker)
                if newest(self.store) == version:
                    raise
                return self._on_newest()  # published meanwhile, and the older file is gone
        return worker

    def _spare(self) -> Worker:
        worker = self._spares.pop() if self._spares else Worker(self.limits)
        self._refill()
        return worker

    def _refill(self) -> None:
        while len(self._spares) < self.limits.spares and not self._is_closed:
            self._spares.append(Worker(self.limits))

    def _give_up(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
        worker.end()

    def _give_back(self, worker: Worker | None) -> None:
        with self._lock:
            self._taken -= 1
            self._lock.notify()
            if worker is None:
                return
            self._busy.discard(worker)
            spent = worker.is_spent or worker.questions >= self.limits.questions
            if worker.is_settled and not spent and not self._is_closed:
                self._idle.append(worker)
                return
        worker.end()


def _end_all(*groups: list[Worker] | set[Worker]) -> None:
    for group in groups:
        for worker in list(group):
            worker.end()
        group.clear()
