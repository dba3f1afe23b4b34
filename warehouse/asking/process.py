"""A worker as the pool holds it: a process, two pipes, and the right to kill it."""

from __future__ import annotations

import json
import os
import pickle
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from warehouse.asking import wire
from warehouse.asking.limits import Limits
from warehouse.asking.not_answered import NotAnswered

_PROGRAM = Path(__file__).with_name("alone.py")
#: All the worker knows of its surroundings: its letters, and to reserve no more than it needs.
_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1"}
START_SECONDS = 30
LOOK_SECONDS = 0.05  #: how often a wait looks whether the asker gave up


class Worker:
    """One process, which serves one version once it is told which."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.version: Path | None = None
        self.layers: list[str] = []
        self._empty_mb = 0
        self.questions = 0
        self.is_settled = True  #: whether nothing of the last answer is still to come
        self.is_spent = False  #: whether it should make way for a fresh one
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_PROGRAM)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT | _inherited(),
            cwd="/",
            start_new_session=True,  # Ctrl-C is for the pool, which then ends the worker
        )
        assert self._process.stdin and self._process.stdout
        self._to = self._process.stdin
        self._from = self._process.stdout.fileno()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def serves(self, version: Path) -> bool:
        """Whether it has this version open and is still there."""
        return self.version == version and self._process.poll() is None

    def open(self, version: Path) -> None:
        """Let it open a version and be confined; that may wait until it has started."""
        self._send({"version": version, "limits": asdict(self.limits)})
        kind, content = self._frame(time.monotonic() + START_SECONDS, None)
        if kind != wire.READY:
            raise NotAnswered(**json.loads(content))
        ready = json.loads(content)
        self.version, self.layers, self._empty_mb = version, ready["layers"], ready["peak_mb"]

    def ask(
        self, question: dict[str, Any], cancelled: Callable[[], bool] | None
    ) -> Iterator[tuple[bytes, bytes]]:
        """The frames of an answer, to its END; time counts while they are waited for."""
        self.questions += 1
        self.is_settled = False
        left = self.limits.seconds
        self._send(question)
        while True:
            started = time.monotonic()
            kind, content = self._frame(started + left, cancelled)
            left -= time.monotonic() - started
            self.is_settled = kind in (wire.FAULT, wire.END)
            if kind == wire.FAULT:
                fault = NotAnswered(**json.loads(content))
                self.is_spent = fault.reason in ("damaged", "too_large")
                raise fault
            if kind == wire.END:
                grown = json.loads(content)["peak_mb"] - self._empty_mb
                self.is_spent = grown > self.limits.memory_mb // 2
            yield kind, content
            if kind == wire.END:
                return

    def end(self) -> None:
        """Kill it and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout
        for pipe in (self._to, self._process.stdout):
            try:
                pipe.close()
            except OSError:  # what was to be written is of no use any more
                continue

    def _send(self, content: dict[str, Any]) -> None:
        try:
            wire.write(self._to, b"Q", pickle.dumps(content))
        except OSError as error:
            raise self._gone() from error

    def _frame(self, deadline: float, cancelled: Callable[[], bool] | None) -> tuple[bytes, bytes]:
        head = self._read(wire.HEAD.size, deadline, cancelled)
        kind, length = wire.HEAD.unpack(head)
        if length > wire.LARGEST:
            raise NotAnswered("too_large", "One row of the answer is too large", "Select less.")
        return kind, self._read(length, deadline, cancelled)

    def _read(self, size: int, deadline: float, cancelled: Callable[[], bool] | None) -> bytes:
        parts: list[bytes] = []
        while size:
            self._wait(deadline, cancelled)
            part = os.read(self._from, min(size, 1 << 20))
            if not part:
                raise self._gone()
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _wait(self, deadline: float, cancelled: Callable[[], bool] | None) -> None:
        poll = select.poll()
        poll.register(self._from, select.POLLIN)
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise NotAnswered(
                    "too_long",
                    f"The query was stopped after {self.limits.seconds:g} seconds",
                    "Ask for less at once: filter by app, metric or month, or aggregate first.",
                )
            if cancelled and cancelled():
                raise NotAnswered("cancelled", "The query was cancelled", "Run it again.")
            if poll.poll((min(left, LOOK_SECONDS) if cancelled else left) * 1000):
                return

    def _gone(self) -> NotAnswered:
        """The process ended by itself: over a limit of the system, or by a fault of DuckDB's."""
        return NotAnswered(
            "too_large",
            "The query ended its process: it needs more memory or time than a question has",
            "Ask for less at once: filter or aggregate before sorting, joining or listing.",
        )


def _inherited() -> dict[str, str]:
    """What the system's libraries need to load at all, and that tells nothing."""
    names = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "LD_LIBRARY_PATH")
    return {name: os.environ[name] for name in names if name in os.environ}
