"""What is written to the disk, step by step."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def watched(monkeypatch: pytest.MonkeyPatch, flushed: Callable[[int], str]) -> list[str]:
    """Each flush, in the words of `flushed` for its descriptor, and each name given, in order."""
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def watched_fsync(descriptor: int) -> None:
        steps.append(flushed(descriptor))
        fsync(descriptor)

    def watched_replace(source: Any, target: Any) -> None:
        steps.append(f"name {Path(target).name}")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(os, "replace", watched_replace)
    return steps
