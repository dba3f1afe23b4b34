"""python -m warehouse: results on stdout, talk on stderr, exit 0, 1 or 2."""

# ruff: noqa: F811 -- a test names the fixture it takes

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.warehouse_fixtures import figure, november, publish, store, write_snapshot  # noqa: F401
from warehouse.__main__ import main
from warehouse.paths import Store
from warehouse.store import newest

pytestmark = pytest.mark.usefixtures("november")


@pytest.fixture
def loaded(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store the command line works on, with two quarters published."""
    monkeypatch.setenv("TRACKER_DATA", str(store.root))
    figures = [figure("2026-Q1", "0.1", as_of="2026-05-20"), figure("2026-Q2", 2)]
    write_snapshot(store, "filings", observation=figures)
    publish(store)
    return store


def test_sql_prints_a_table(loaded: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """People get a table; the count goes to stderr."""
    assert main(["sql", "select value, fx_days from reported order by period_start"]) == 0
    printed = capsys.readouterr()
    assert "│ 0.1000 │ —       │" in printed.out
    assert printed.err == "2 rows\n"


def test_sql_prints_json_and_csv(loaded: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """Machines get every digit; what is missing is null or empty."""
    query = "select period_end, value, fx_days, illustrative from reported order by 1"
    assert main(["sql", query, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {"period_end": "2026-03-31", "value": 0.1, "fx_days": None, "illustrative": False},
        {"period_end": "2026-06-30", "value": 2.0, "fx_days": None, "illustrative": False},
    ]
    assert main(["sql", query, "--csv"]) == 0
    assert capsys.readouterr().out == (
        "period_end,value,fx_days,illustrative\n"
        "2026-03-31,0.1000,,False\n2026-06-30,2.0000,,False\n"
    )


def test_sql_answers_as_of_a_day(loaded: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """--as-of replays every table."""
    for known_on, expected in (("2026-05-19", "0"), ("2026-05-20", "1"), ("2026-06-30", "2")):
        main(["sql", "select count(*) as n from reported", "--csv", "--as-of", known_on])
        assert capsys.readouterr().out == f"n\n{expected}\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["sql", "selec 1"], 1, "The query failed"),
        (["sql", "create table x (i integer)"], 1, "read-only"),
        (["sql", "delete from raw.observation"], 1, "read-only"),
    ],
)
def test_a_bad_query_says_why(
    loaded: Store, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    """An error is one line on stderr, nothing on stdout."""
    assert main(arguments) == code
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("error: ")
    assert message in printed.err


@pytest.mark.parametrize("arguments", [[], ["sqll"], ["sql", "from x", "--as-of", "14.2.2026"]])
def test_wrong_usage_exits_2(arguments: list[str]) -> None:
    """Usage errors are told apart from failures."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_rebuild_makes_an_equal_version(loaded: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """rebuild publishes from the ledger alone; versions lists it first."""
    before = newest(loaded)
    assert main(["rebuild"]) == 0
    assert newest(loaded) != before
    capsys.readouterr()
    assert main(["versions", "--csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in lines] == ["version", newest(loaded).stem, before.stem]
    assert [line.split(",")[3] for line in lines] == ["state", "current", "kept"]


def test_rebuild_waits_for_nobody(loaded: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """While an ingest holds the lock, rebuild says so and changes nothing."""
    before = newest(loaded)
    with FileLock(loaded.state / "ingest.lock"):
        assert main(["rebuild"]) == 1
    assert "An ingest is running" in capsys.readouterr().err
    assert newest(loaded) == before


def test_an_empty_store_says_how_to_start(tmp_path: Path) -> None:
    """Without a warehouse every command exits 1 with what to do next."""
    for arguments in (["sql", "from growth"], ["rebuild"]):
        ran = subprocess.run(
            [sys.executable, "-m", "warehouse", *arguments],
            env={**os.environ, "TRACKER_DATA": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 1
        assert "python -m ingest run" in ran.stderr
