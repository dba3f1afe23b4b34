"""The documents about formats and sources say what the tracker does: their examples are run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.programs import finished

ROOT = Path(__file__).parent.parent
FORMATS = (ROOT / "docs" / "data-formats.md").read_text(encoding="utf-8")
ADD_A_SOURCE = (ROOT / "docs" / "add-a-source.md").read_text(encoding="utf-8")
BLOCK = r"<!-- {} -->\n```\w+\n(.*?)```"


def block(text: str, label: str) -> str:
    """The one example that stands under this label."""
    (content,) = re.findall(BLOCK.format(re.escape(label)), text, re.S)
    return str(content)


def examples() -> list[tuple[str, str]]:
    return re.findall(r"<!-- example: ([\w.-]+)(?: as (\w+))? -->", FORMATS)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A root whose configuration has the source of the document."""
    shutil.copytree(ROOT / "config", tmp_path / "config")
    sources = tmp_path / "config" / "sources.toml"
    declared = block(ADD_A_SOURCE, "source")
    sources.write_text(sources.read_text(encoding="utf-8") + "\n" + declared, encoding="utf-8")
    return tmp_path


def ingest(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    surroundings = {
        **os.environ,
        "TRACKER_ROOT": str(project),
        "TRACKER_DATA": str(project / "data"),
        "TRACKER_TODAY": "2026-11-24",
    }
    return finished(sys.executable, "-m", "ingest", *arguments, cwd=ROOT, env=surroundings)


def checked(project: Path, name: str, content: str, source: str) -> dict[str, Any]:
    (project / name).write_text(content, encoding="utf-8")
    ended = ingest(project, "check", str(project / name), "--source", source, "--json")
    (record,) = json.loads(ended.stdout)
    return dict(record)


def as_of_from_column(project: Path) -> None:
    sources = project / "config" / "sources.toml"
    text = sources.read_text(encoding="utf-8")
    assert 'as_of = "file name"\n' in text
    changed = text.replace('\nas_of = "file name"\n', '\nas_of = "column"\n')
    sources.write_text(changed, encoding="utf-8")


@pytest.mark.parametrize(("name", "source"), examples())
def test_each_example_loads_whole(name: str, source: str, project: Path) -> None:
    """An example in the document is accepted, every row and column of it."""
    as_of_from_column(project)
    label = f"example: {name} as {source}" if source else f"example: {name}"
    record = checked(project, name, block(FORMATS, label), source or "my-vendor")
    assert record["outcome"] == "accepted", record
    assert record["rows_accepted"] == record["rows_read"] > 0
    assert record["extra_columns"] == []


def test_there_is_an_example_of_every_shape() -> None:
    """Long, wide, part of a month, both JSONs, a restatement, disclosures and events."""
    assert len(examples()) == 8


def test_each_row_of_the_refused_example_is_refused(project: Path) -> None:
    """The document's list of faults is what the tracker finds, one a row."""
    as_of_from_column(project)
    record = checked(project, "refused.csv", block(FORMATS, "refused: refused.csv"), "my-vendor")
    assert record["outcome"] == "refused"
    faults = {(fault["row_no"], fault["column_name"]) for fault in record["faults"]}
    assert faults == {
        *((2, "app"), (3, "period_start"), (4, "value")),
        *((5, "country"), (6, "value"), (7, "as_of")),
    }


def test_the_steps_of_adding_a_source_load_its_file(project: Path) -> None:
    """Declared, tried and dropped into the inbox as written, the file is in the warehouse."""
    name = "my-vendor_2026-10-05.csv"
    content = block(ADD_A_SOURCE, f"file: {name}")
    record = checked(project, name, content, "my-vendor")
    assert (record["outcome"], record["as_of"]) == ("accepted", "2026-10-05")
    inbox = project / "data" / "inbox" / "my-vendor"
    inbox.mkdir(parents=True)
    (inbox / name).write_text(content, encoding="utf-8")
    os.utime(inbox / name, (0, 0))
    ended = ingest(project, "run", "--source", "my-vendor")
    assert ended.returncode == 0, ended.stderr
    assert "3 rows read, 3 accepted (9 figures)" in ended.stdout + ended.stderr


def test_the_configurations_own_example_is_the_documents() -> None:
    """The commented source in sources.toml has the keys of the document's, in their order."""
    text = (ROOT / "config" / "sources.toml").read_text(encoding="utf-8")
    commented = text[text.index("# [[source]]\n# id") :]
    keys = re.findall(r"^# (\w+) = ", commented, re.M)
    assert keys == re.findall(r"^(\w+) = ", block(ADD_A_SOURCE, "source"), re.M)
