"""What commands say to programs."""

from __future__ import annotations

import json
from typing import Any


def print_json(result: Any) -> None:
    """One JSON value on stdout."""
    print(json.dumps(result, ensure_ascii=False, default=str))
