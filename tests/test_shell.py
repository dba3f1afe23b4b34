"""python -m warehouse shell: statements from a pipe, and a prompt on a terminal."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.docs_fixtures import ROOT, Shipped, block
from tests.mcp_fixtures import TODAY, surroundings
from tests.programs import finished
from tests.terminal import PATIENCE, Terminal
from tests.warehouse_fixtures import estimate, figure, publish, write_snapshot, write_watchlist
from warehouse.asking.statements import split
from warehouse.paths import Store
from warehouse.shell import PROMPT

COMMAND = [sys.executable, "-m", "warehouse", "shell"]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two quarters of a company and a sample."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        made = Store(tmp_path_factory.mktemp("prompted") / "data")
        write_watchlist(made)
        figures = [figure("2026-Q1", "0.1", as_of="2026-05-20"), figure("2026-Q2", 2)]
        write_snapshot(made, "filings", observation=figures)
        write_snapshot(made, "samples", observation=[estimate("2026-01", 7)])
        publish(made)
        yield made


def piped(store: Store, text: str) -> subprocess.CompletedProcess[str]:
    """What the shell does with this on its standard input."""
    return finished(*COMMAND, input=text, env={**os.environ, **surroundings(store.root)})


def test_statements_end_at_their_semicolon() -> None:
    """Not at one in a text, a name or a comment; what is not ended is kept for later."""
    assert split("select 1; select 2;") == (["select 1", " select 2"], "")
    assert split("select ';' as \"a;b\" -- x;\n, $$;$$; sel") == (
        ["select ';' as \"a;b\" -- x;\n, $$;$$"], " sel",
    )  # fmt: skip
    assert split("select 'é;';;\n;") == (["select 'é;'"], "")
    assert split("select 'a;") == ([], "select 'a;")
    assert split("/* a; */") == ([], "/* a; */")


def test_a_pipe_is_answered_without_a_prompt(store: Store) -> None:
    """Each statement in turn, the last also without its semicolon; tables alone on stdout."""
    ended = piped(
        store,
        "select value, illustrative\nfrom reported order by 1;select 7 as n, false as illustrative",
    )
    assert ended.returncode == 0, ended.stderr
    assert "│ 0.1000 │ False" in ended.stdout
    assert "│ 7 │ False" in ended.stdout
    assert PROMPT not in ended.stdout + ended.stderr
    assert ended.stderr == "2 rows\n1 rows\n"


def test_a_fault_ends_nothing_but_is_told_at_the_end(store: Store) -> None:
    """What follows is answered; the exit code and the last line say that one failed."""
    ended = piped(store, "selec 1;\ndelete from raw.observation;\n.schem x\nselect 8 as n;")
    assert ended.returncode == 1
    assert "│ 8 │" in ended.stdout
    first, *_others, last = [one for one in ended.stderr.splitlines() if one.startswith("error: ")]
    assert "selec" in first
    assert "read-only" in ended.stderr
    assert last.startswith("error: 3 of 4 statements failed")


def test_what_is_set_counts_from_then_on(store: Store) -> None:
    """A variable, a schema and the day; a day that cannot be is refused, and .as_of ends it."""
    count = "select count(*) as n, false as illustrative from reported;\n"
    sum_of = "select getvariable('x') + 2 as y, false as illustrative;\n"
    ended = piped(
        store,
        f"set variable x = 40;\nuse mart;\n{sum_of}{count}.as_of 2026-05-20\nuse main; {count}"
        f".as_of 2026-11-25\n.as_of may\n.as_of\n{count}",
    )
    cells = [line.split("│")[1].strip() for line in ended.stdout.splitlines() if "│" in line]
    assert cells == ["42", "2", "1", "2"]
    assert "still to come" in ended.stderr
    assert "'may' is not a day" in ended.stderr
    assert "2 of 11 statements failed" in ended.stderr
    assert piped(store, "set variable x = error('no');").returncode == 1
    assert piped(store, "set threads = 9;").returncode == 1


def test_the_tables_are_listed_and_described(store: Store) -> None:
    """With the words of the database; a table that is not there is said."""
    ended = piped(store, ".tables\n.schema reported\n.schema raw.observation;\n.help\n")
    assert ended.returncode == 0, ended.stderr
    for words in (
        "│ growth",
        "│ period_end",
        "as reported, in its unit",
        "│ row_no",
        ".as_of DATE",
    ):
        assert words in ended.stdout
    assert ".tables" in piped(store, ".schema grwoth").stderr


def test_invented_rows_are_marked(store: Store) -> None:
    """As on the Ask page."""
    assert "ILLUSTRATIVE" in piped(store, "from growth").stderr
    assert "may hold invented data" in piped(store, "select value from growth").stderr
    assert "invented" not in piped(store, "from reported").stderr


def test_no_more_is_printed_than_people_read(store: Store) -> None:
    """A thousand rows, and the way to all."""
    ended = piped(store, "select i as n, false as illustrative from range(2_000) t(i);")
    assert ended.stdout.count("│ False") == 1000
    assert "the first 1,000 rows; `python -m warehouse sql --csv` prints all" in ended.stderr


def test_nothing_published_is_said_with_the_way_to_start(tmp_path: Path) -> None:
    """As the other commands do."""
    ended = piped(Store(tmp_path / "data"), "select 1;")
    assert ended.returncode == 1
    assert "python -m ingest run" in ended.stderr


@pytest.fixture
def terminal(store: Store, tmp_path: Path) -> Iterator[Terminal]:
    """A shell on a terminal, gone afterwards."""
    ours = surroundings(store.root, XDG_STATE_HOME=str(tmp_path), TERM="xterm")
    made = Terminal(*COMMAND, env={**os.environ, **ours})
    yield made
    made.close()


def test_a_terminal_has_a_prompt_history_and_completion(terminal: Terminal, tmp_path: Path) -> None:
    """Lines go on until `;`, Tab completes, Ctrl-C ends a query alone, Ctrl-D leaves."""
    assert ".schema TABLE" in terminal.until(PROMPT)
    terminal.types("select 6 * 7 as n,\n")
    terminal.until("...> ")
    terminal.types("false as illustrative;\n")
    assert "42" in terminal.until(PROMPT)
    terminal.types("select reported_th\t from reported_to_d\t limit 0;\n")
    assert "select reported_through from " in terminal.until("reported_to_date")
    terminal.until(PROMPT)
    terminal.types("from grwoth;\n")
    assert "error: " in terminal.until(PROMPT)
    terminal.types(
        "select count(*) from range(10000000) a, range(10000000) b where hash(a, b) = 1;"
    )
    terminal.types("\n")
    terminal.until("hash(a, b) = 1;")
    worker = working(terminal.process)
    terminal.types("\x03")
    assert "cancelled" in terminal.until(PROMPT)
    assert not worker.is_running()
    terminal.types("select\n")
    terminal.until("...> ")
    terminal.interrupted(PROMPT)
    terminal.types("select 43 as n, false as illustrative;\n")
    assert "43 │" in terminal.until("│ False")
    terminal.until(PROMPT)
    terminal.types("\x04")
    assert terminal.left() == 0
    kept = tmp_path / "app-revenue-tracker" / "history"
    assert "from grwoth;" in kept.read_text("utf-8").splitlines()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def working(shell: subprocess.Popen[bytes]) -> psutil.Process:
    """Its worker, once that computes."""
    deadline = time.monotonic() + PATIENCE
    (worker,) = psutil.Process(shell.pid).children()
    begun = worker.cpu_times().user
    while worker.cpu_times().user < begun + 0.1:
        assert time.monotonic() < deadline
        os.sched_yield()
    return worker


def test_the_documents_line_prints_an_answer(shipped: Shipped) -> None:
    """The example in docs/ask.md runs as it stands."""
    line = block((ROOT / "docs" / "ask.md").read_text("utf-8"), "shell")
    told = shipped.run("sh", "-c", line.replace(".venv/bin/python", sys.executable))
    assert "│ apps │" in told or "┃ apps ┃" in told
