"""Processes that are measured: what each took of time, processor, memory and disk."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parent.parent


class Taken(NamedTuple):
    """What one process took: seconds by the clock and of CPU, peak memory in GB, disk in MB."""

    seconds: float
    cpu: float
    gb: float
    mb: float = 0.0


def python(line: list[str], environment: Mapping[str, str]) -> str:
    """What `python` with that line says on stdout; ends this program when it fails."""
    done = subprocess.run(
        [sys.executable, *line],
        cwd=PROJECT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(line)} failed:\n{done.stderr}")
    return done.stdout


def measured(line: list[str], environment: Mapping[str, str]) -> Taken:
    """What `python` with that line took, start-up included."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *line],
        cwd=PROJECT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr
    said = process.stderr.read()
    _pid, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(line)} failed:\n{said.decode()}")
    seconds = time.perf_counter() - begun
    return Taken(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1e6)


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def size_of(folder: Path) -> float:
    """MB of all files below it."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6
