"""The clients the documents name, as packages ship them: they open a version, and hinder nobody."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.docs_fixtures import ROOT, Shipped
from tests.needed import absent
from tests.programs import finished
from tests.terminal import PATIENCE, Terminal
from tests.warehouse_fixtures import figure, publish, write_snapshot
from warehouse.store import newest
from warehouse.versions import wal_of

RUN, QUIT, TO_THE_EDITOR = "\x0a", "\x11", "\x1bOQ"  # Ctrl-J, Ctrl-Q and F2
ABOUT = "select 'rows' as what, count(*) as n from raw.observation;"


def program(name: str) -> str:
    """A program that a package of requirements-dev.txt brings."""
    path = Path(sys.executable).parent / name
    if not path.exists():
        absent(f"there is no {name} beside this Python")
    return str(path)


class Session:
    """A DuckDB client that stays open, asked through its pipes."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdin and process.stdout
        self._to, self._from = process.stdin, process.stdout.fileno()
        self._said = ""

    def rows(self) -> int:
        """How many observations it sees."""
        self._to.write(ABOUT.encode() + b"\n")
        self._to.flush()
        deadline = time.monotonic() + PATIENCE
        while not (found := re.search(r"rows,(\d+)\s", self._said)):
            left = deadline - time.monotonic()
            assert left > 0 and select.select([self._from], [], [], left)[0], self._said
            part = os.read(self._from, 65536).decode()
            assert part, self._said
            self._said += part
        self._said = self._said[found.end() :]
        return int(found[1])


@contextmanager
def duckdb_client(shipped: Shipped, home: Path) -> Iterator[Session]:
    """The DuckDB client on the link, read-only, as the documents open it."""
    with subprocess.Popen(
        [program("duckdb"), "-csv", "-readonly", "data/warehouse.duckdb"],
        cwd=shipped.folder,
        env={**shipped.surroundings, "HOME": str(home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        yield Session(process)
        assert process.stdin
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


@contextmanager
def harlequin(shipped: Shipped, home: Path) -> Iterator[Terminal]:
    """Harlequin on the link, started by the line of the documents."""
    (line,) = re.findall(r"^harlequin .*$", (ROOT / "docs/ask.md").read_text("utf-8"), re.M)
    _name, *arguments = line.split()
    terminal = Terminal(
        program("harlequin"),
        *arguments,
        cwd=shipped.folder,
        env={**shipped.surroundings, "HOME": str(home), "TERM": "xterm-256color"},
    )
    try:
        yield terminal
    finally:
        terminal.close()


@pytest.mark.parametrize("page", ["README.md", "docs/ask.md"])
def test_the_documents_line_is_answered_by_the_client(page: str, shipped: Shipped) -> None:
    """The line as it stands, run where the reader runs it."""
    text = (ROOT / page).read_text("utf-8")
    (line,) = set(re.findall(r"^duckdb -readonly .*$", text, re.M))
    told = shipped.run("sh", "-c", f'PATH="{Path(program("duckdb")).parent}:$PATH" {line}')
    assert "source_id" in told
    assert "disclosures" in told


def test_an_open_client_hinders_no_publish(shipped: Shipped, tmp_path: Path) -> None:
    """What it opened stays as it is, the link moves on, and whoever opens it again sees the new."""
    before = newest(shipped.store)
    with duckdb_client(shipped, tmp_path) as session:
        rows = session.rows()
        write_snapshot(shipped.store, "disclosures", observation=[figure("2026-Q3", 1)])
        assert publish(shipped.store)
        assert newest(shipped.store) != before
        assert session.rows() == rows
        with duckdb_client(shipped, tmp_path) as later:
            assert later.rows() == rows + 1
    assert not wal_of(before).exists()


def test_harlequin_answers_and_hinders_no_publish(shipped: Shipped, tmp_path: Path) -> None:
    """A query typed into it is answered, a version is published meanwhile, and it goes on."""
    with harlequin(shipped, tmp_path) as terminal:
        terminal.until("Quit")  # keys pressed before it is drawn are lost
        terminal.types("select 40000 + min(2000 + 0 * row_no) as asked from raw.observation")
        terminal.until("asked")
        terminal.types(RUN)
        terminal.until("42000")
        write_snapshot(shipped.store, "disclosures", observation=[figure("2026-Q3", 2)])
        assert publish(shipped.store)
        terminal.types(TO_THE_EDITOR)
        terminal.until("Run Query")
        terminal.types(RUN)
        terminal.until("42000")
        terminal.types(QUIT)
        assert terminal.left() == 0


def test_a_client_that_opens_read_only_can_write_nothing(shipped: Shipped, tmp_path: Path) -> None:
    """Neither a row nor a file beside the version."""
    names = sorted(path.name for path in shipped.store.versions.iterdir())
    client = [program("duckdb"), "-readonly", str(shipped.store.link)]
    surroundings = {**shipped.surroundings, "HOME": str(tmp_path)}
    told = finished(*client, "delete from raw.observation", env=surroundings)
    assert told.returncode == 1
    assert "read-only" in told.stderr
    assert sorted(path.name for path in shipped.store.versions.iterdir()) == names


def test_the_client_is_of_the_version_that_is_pinned() -> None:
    """Both lines name one DuckDB."""
    pins = {
        name: re.search(rf"^{name}==([\d.]+) ", (ROOT / file).read_text("utf-8"), re.M)
        for name, file in (("duckdb", "requirements.txt"), ("duckdb-cli", "requirements-dev.txt"))
    }
    assert all(pins.values())
    assert len({pin[1] for pin in pins.values() if pin}) == 1
    told = finished(program("duckdb"), "-version")
    assert pins["duckdb"] and told.stdout.startswith(f"v{pins['duckdb'][1]} ")
