"""Asks the ingest, in a process of its own, what a file would load; nothing is changed by it."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app_pages import sentences
from app_pages.language import _

PROJECT = Path(__file__).resolve().parents[1]
SECONDS = 120


@dataclass(frozen=True)
class Checked:
    """What the check found; or why it found nothing."""

    record: dict[str, Any] | None
    problem: str = ""


def check(path: Path, source_id: str | None) -> Checked:
    """What `python -m ingest check` says of a file as one of a source, or as its content tells."""
    command = [sys.executable, "-m", "ingest", "check", "--json"]
    command += ["--source", source_id] if source_id else []
    try:
        done = subprocess.run(
            [*command, str(path)],
            cwd=PROJECT,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Checked(
            None, _("Looking into it took longer than {n} seconds and was ended.").format(n=SECONDS)
        )
    return _answer(done.stdout, done.stderr)


def _answer(said: bytes, told: bytes) -> Checked:
    try:
        [record] = json.loads(said)
    except (ValueError, TypeError):
        lines = told.decode("utf-8", "replace").strip().splitlines()
        last = lines[-1] if lines else ""
        known = last.startswith("error: ")
        why = sentences.worded(last.removeprefix("error: "))
        return Checked(None, why if known else _("The check gave no answer."))
    if record["outcome"] == "not_read":
        return Checked(None, sentences.worded(record["reason"]))
    return Checked(record)
