"""Programs that run to their end."""

import subprocess
from typing import Any


def finished(*command: str, **options: Any) -> "subprocess.CompletedProcess[str]":
    """The program after its end: its exit code, and what it wrote to each stream."""
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)
