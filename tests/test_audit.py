"""`make audit`, as far as that can be tried without the network: its tools and what they write."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent
SCRIPT = (ROOT / "scripts" / "audit.sh").read_text(encoding="utf-8").replace("\\\n", " ")


def pins(name: str) -> set[tuple[str, str]]:
    """Names and versions of a list of requirements."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.findall(r"^([\w.-]+)(?:\[[\w,]+\])?==(\S+)", text, re.M)
    return {(re.sub(r"[-_.]+", "-", package).lower(), version) for package, version in found}


@pytest.mark.parametrize("tool", ["cyclonedx-py environment", "pip-audit"])
def test_each_tool_takes_what_the_script_gives_it(tool: str) -> None:
    """An option that a new release drops is noticed here, and not once a year."""
    [line] = re.findall(rf"^\.venv/bin/{tool} (.*)$", SCRIPT, re.M)
    program, *arguments = tool.split()
    offered = subprocess.run(
        [str(TOOLS / program), *arguments, "--help"], capture_output=True, text=True, check=True
    ).stdout
    given = re.findall(r"(?<= )--[a-z-]+", f" {line}")
    assert given
    assert [option for option in given if option not in offered] == []


def canonical(name: str) -> str:
    """One spelling of a package: authlib, prometheus-client."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_bill_of_materials_names_each_package_that_runs(tmp_path: Path) -> None:
    """With its version and, where the package says so, its licence."""
    written = tmp_path / "sbom.cdx.json"
    [line] = re.findall(r"^\.venv/bin/(cyclonedx-py environment .*)$", SCRIPT, re.M)
    command = line.replace('"$out/sbom.cdx.json"', str(written))
    command = command.replace('"$environment/bin/python"', sys.executable)
    program, *arguments = command.split()
    arguments.append("--no-validate")  # most of its time: whether what it wrote is a CycloneDX
    subprocess.run([str(TOOLS / program), *arguments], check=True, capture_output=True)
    document = json.loads(written.read_text(encoding="utf-8"))
    assert document["bomFormat"] == "CycloneDX"
    # by name: a part that was installed from a file has no address of an index
    parts = {(canonical(part["name"]), part["version"]) for part in document["components"]}
    wanted = pins("requirements.txt")
    assert len(wanted) > 15
    assert {(canonical(name), version) for name, version in wanted} <= parts
    assert any(part.get("licenses") for part in document["components"])


def test_nothing_of_it_is_kept() -> None:
    """What it writes is a build's, not the project's."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert "/build/" in ignored
