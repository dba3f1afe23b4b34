"""What a machine may lack: its tests are skipped there, unless REQUIRE_ALL=1 wants every one."""

import os
from typing import NoReturn

import pytest


def absent(what: str) -> NoReturn:
    """End a test that cannot run here: a failure where all are wanted, else a skip."""
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"{what}, and REQUIRE_ALL=1 wants every test")
    pytest.skip(what)
