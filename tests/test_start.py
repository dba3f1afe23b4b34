"""What starts often starts fast: heavy libraries are loaded where they are used, not before."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest_fixtures import GOOD, Desk
from tests.torture.scene import environment

PROJECT = Path(__file__).parent.parent
LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"


def loaded_by(desk: Desk, code: str) -> set[str]:
    """The modules that a process has after that code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; {LOADED}"],
        cwd=PROJECT,
        env=environment(desk),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_status_reads_no_file_and_loads_no_reader_of_files(desk: Desk) -> None:
    """`ingest status` is asked again and again: it takes a third of a second, not a whole one."""
    desk.drop("good.csv", GOOD)
    desk.run()
    modules = loaded_by(desk, "from ingest.__main__ import main; main(['status'])")
    assert "ingest.sources" in modules
    readers = {"polars", "pandera", "duckdb", "pyarrow", "numpy", "pycountry", "rich"}
    assert not modules & {*readers, "statsmodels", "scipy"}


@pytest.mark.parametrize(
    "library", ["openpyxl", "polars", "pandera", "apprise", "weasyprint", "statsmodels"]
)
def test_the_dashboard_s_server_starts_without(desk: Desk, library: str) -> None:
    """What one visitor may ask for one day is loaded then."""
    assert library not in loaded_by(desk, "import dashboard")
