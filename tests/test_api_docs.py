"""docs/api.md does what it says, against the dashboard's own server."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from api.settings import Settings
from docs.screenshots import served
from tests.docs_fixtures import ROOT, block
from tests.needed import absent
from tests.page_fixtures import TODAY
from warehouse.paths import Store
from warehouse.store import newest

pytest_plugins = ["tests.page_states"]

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
HERE = "http://127.0.0.1:8501"


@pytest.fixture(scope="module")
def address(everything: Path) -> Iterator[str]:
    """`streamlit run dashboard.py` over the tracker as it comes; nothing of it is left behind."""
    before = set(psutil.Process().children(recursive=True))
    with served(everything, TRACKER_TODAY=TODAY) as served_at:
        yield served_at
        started = set(psutil.Process().children(recursive=True)) - before
    _gone, left = psutil.wait_procs(started, timeout=20)
    assert not left


@pytest.mark.parametrize("label", ["curl", "as_of", "sql"])
def test_each_line_for_a_shell_answers_what_is_shown(label: str, address: str) -> None:
    """To the letter."""
    if not shutil.which("curl"):
        absent("no curl here")
    assert run(["sh", "-ec", at(address, block(PAGE, label))]) == block(PAGE, f"{label}: answer")


def test_a_query_is_posted_as_shown(address: str) -> None:
    """With its values and its day."""
    if not shutil.which("curl"):
        absent("no curl here")
    answered = run(["sh", "-ec", at(address, block(PAGE, "post"))])
    assert '"knowledge_date": "2026-02-14"' in answered
    assert '"rows": [{"n": 2}]' in answered


@pytest.mark.parametrize("label", ["pandas", "polars"])
def test_each_script_prints_what_is_shown(label: str, address: str) -> None:
    """As it stands, with the address of this server."""
    script = at(address, block(PAGE, label))
    assert run([sys.executable, "-c", script]) == block(PAGE, f"{label}: answer")


def test_every_address_on_the_page_is_answered(address: str) -> None:
    """Those for spreadsheets, R and DuckDB too, which this machine may not have."""
    found = set(re.findall(rf"{HERE}(/api/v1/\w+\.\w+\?[^\s'\"\\]*)", PAGE))
    found |= set(re.findall(r"https://tracker\.example(/api/v1/[^\s'\"]*)", PAGE))
    assert len(found) > 7
    for path in found:
        answered = httpx.get(address + path, timeout=30)
        assert answered.status_code == 200, f"{path}: {answered.text}"
        assert answered.text.count("\n") > 1 or "arrow" in path
    one = httpx.get(address + next(path for path in found if "last_quarter" in path)).text
    assert float(one.split("\n")[1].split(",")[0]) == pytest.approx(468.8e6, rel=1e-3)


def test_the_dashboard_and_the_api_share_one_server(address: str, everything: Path) -> None:
    """`streamlit run dashboard.py` alone serves the pages, the API, the files and the monitors."""
    assert httpx.get(address).text.startswith("<!")
    assert httpx.get(f"{address}/_stcore/health").text == "ok"
    version = newest(Store(everything)).stem
    assert httpx.get(f"{address}/readyz").json() == {"status": "ready", "version": version}
    found = httpx.get(f"{address}/warehouse/newest.duckdb", follow_redirects=True)
    assert found.content == newest(Store(everything)).read_bytes()
    for strange in ("/api/%2e%2e/%2e%2e/etc/passwd", "/api/v1/%00", "/warehouse/%2e%2e%2fstate"):
        refused = httpx.get(address + strange)
        assert (refused.status_code, set(refused.json())) == (404, {"error"}), strange


def test_the_page_lists_each_setting_with_what_holds_without_it() -> None:
    """No variable is left out, and none is made up."""
    listed = dict(re.findall(r"^\| `(TRACKER_API_\w+)` \|.*\| *(\d*) *\|$", PAGE, re.M))
    source = (ROOT / "api" / "settings.py").read_text(encoding="utf-8")
    read = re.findall(r'_(?:number|words)\("(TRACKER_API_\w+)"(?:, cls\.(\w+))?', source)
    assert listed == {name: str(getattr(Settings, field)) if field else "" for name, field in read}


def test_the_page_lists_each_code_of_a_refusal() -> None:
    """What a program may meet is written down."""
    listed = set(re.findall(r"`(\w+)`", PAGE[PAGE.index("## When it does not answer") :]))
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "api").glob("*.py"))
    pattern = r'(?:Refused|_json)\(\s*\d{3},\s*"(\w+)"'
    codes = set(re.findall(pattern, source))
    assert len(codes) > 12
    assert codes <= listed


def at(address: str, text: str) -> str:
    """An example, asked of this server."""
    assert HERE in text
    return text.replace(HERE, address)


def run(command: list[str]) -> str:
    """What a command prints."""
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
