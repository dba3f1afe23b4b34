"""python -m warehouse: results on stdout, talk on stderr, exit 0, 1 or 2."""

# ruff: noqa: F811 -- a test names the fixture it takes

import csv
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from filelock import FileLock
from openpyxl import load_workbook

from tests.prepared import Prepared
from tests.programs import finished
from tests.warehouse_fixtures import (
    figure,
    november,  # noqa: F401
    publish,
    store,  # noqa: F401
    write_snapshot,
    write_watchlist,
)
from warehouse.__main__ import main
from warehouse.asking.limits import OWN
from warehouse.paths import Store
from warehouse.store import newest

pytestmark = pytest.mark.usefixtures("november")


@pytest.fixture
def loaded(prepared: Prepared, store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store the command line works on, with two quarters published."""
    monkeypatch.setenv("TRACKER_DATA", str(store.root))

    def fill(root: Path) -> None:
        made = Store(root)
        write_watchlist(made)
        figures = [figure("2026-Q1", "0.1", as_of="2026-05-20"), figure("2026-Q2", 2)]
        write_snapshot(made, "filings", observation=figures)
        publish(made)

    prepared.copy("two_quarters", fill, store.root)
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
        (["sql", ""], 1, "The query is empty"),
        (["sql", " -- only a comment\n/* and one more */ ; "], 1, "The query is empty"),
        (["sql", "from growth; from monthly"], 1, "These are 2 queries; one gets an answer"),
        (["sql", "from growth; set variable as_of = null"], 1, "The query must come last"),
        (["sql", "set variable as_of = date '2026-05-20'"], 1, "Nothing is asked"),
        (["sql", "select error('oh')"], 1, "oh"),
        (["sql", "from grwoth"], 1, "growth"),
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


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("set variable as_of = date '2026-05-19'; select count(*) as n from reported", "n\n0\n"),
        ("select 1 as n where false", "n\n"),
        ("from growth limit 0", None),
        ("pivot (select 1 as a, 'k' as b) on b using sum(a)", "k\n1\n"),
        ("use mart; select count(*) as n from reported;", "n\n2\n"),
        ("select 'a;b' as n -- from x; from y", "n\na;b\n"),
        ("explain from growth", None),
        ("describe growth", None),
        ("summarize reported", None),
        ("show tables", None),
        ("select now(), current_timestamp", None),
    ],
)
def test_what_asks_is_answered(
    loaded: Store, capsys: pytest.CaptureFixture[str], query: str, answer: str | None
) -> None:
    """Variables before the query, no rows, a pivot, a plan: each is a question."""
    assert main(["sql", query, "--csv"]) == 0
    printed = capsys.readouterr()
    assert printed.out if answer is None else printed.out == answer
    assert printed.err == ""


def attempts(store: Store, elsewhere: Path) -> list[str]:
    """Queries that would read or write something other than the version they are asked of."""
    version, wal = newest(store), f"{newest(store)}.wal"
    return [
        f"copy (select 1) to '{elsewhere}'",
        f"copy (select 1) to '{version}' (use_tmp_file false)",
        f"explain analyze copy (pivot reported on unit using sum(value)) to '{wal}'",
        "from read_text('/etc/passwd')",
        f"attach '{elsewhere}'",
        "set enable_external_access = true; select 1",
        "create temp table x as select 1",
    ]


def test_a_query_reaches_nothing_but_its_version(
    loaded: Store, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What attacks.toml has in hundreds is kept out of this way in too."""
    (tmp_path / "out").mkdir()
    before = newest(loaded).read_bytes()
    for query in attempts(loaded, tmp_path / "out" / "x"):
        assert main(["sql", query]) == 1, query
        printed = capsys.readouterr()
        assert printed.out == "", query
        assert printed.err.startswith("error: "), query
    assert list((tmp_path / "out").iterdir()) == []
    assert newest(loaded).read_bytes() == before
    assert [path.suffix for path in sorted(loaded.versions.iterdir())] == [".duckdb", ".sha256"]


def test_a_query_that_outgrows_memory_says_so(
    loaded: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is written to the disk for it; it ends with the limit named."""
    monkeypatch.setattr("warehouse.__main__.OWN", replace(OWN, memory_mb=60))
    assert main(["sql", "select hash(i) as h from range(20_000_000) t(i) order by h"]) == 1
    assert "needs more than the 60 MB of memory" in capsys.readouterr().err


def test_a_long_answer_is_printed_as_it_comes(
    loaded: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table shows the first thousand rows and says so; CSV and JSON have all of them."""
    query = "select i as n from range(25_001) t(i)"
    assert main(["sql", query]) == 0
    printed = capsys.readouterr()
    assert printed.out.count("│ ") == 1000
    assert printed.err == "the first 1,000 rows; --csv or --json prints all\n"
    assert main(["sql", query, "--csv"]) == 0
    assert capsys.readouterr().out.split() == ["n", *map(str, range(25_001))]
    assert main(["sql", query, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"n": n} for n in range(25_001)]


def test_a_fault_in_a_late_row_is_said(loaded: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """What went wrong after the first rows were printed is no traceback."""
    query = (
        "select case when i = 400_000 then error('late') else i end as n from range(500_000) t(i)"
    )
    assert main(["sql", query, "--csv"]) == 1
    assert capsys.readouterr().err.startswith("error: The query failed")


def test_a_reader_that_has_seen_enough(loaded: Store) -> None:
    """`| head` ends the command without a word; so does an answer nobody reads."""
    for output in ("--csv", "--json"):
        with subprocess.Popen(
            [sys.executable, "-m", "warehouse", "sql", "from range(3_000_000)", output],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as command:
            assert command.stdout
            assert command.stderr
            command.stdout.readline()
            command.stdout.close()
            assert command.stderr.read() == b""
            assert command.wait() == 0


def test_wide_answers_are_not_cut(loaded: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """In a file or a pipe a table is as wide as it must be; no digit becomes an ellipsis."""
    query = "select " + ", ".join(f"1234567890123456{n} as column_{n}" for n in range(10, 30))
    assert main(["sql", query]) == 0
    printed = capsys.readouterr().out
    assert "…" not in printed
    assert all(f" 1234567890123456{n} " in printed for n in range(10, 30))


def test_every_kind_of_value_is_valid_json(
    loaded: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nested values keep their shape, what JSON has no word for is text or null."""
    query = (
        "select [1.50::decimal(4,2), null] as l, {'d': date '2026-01-31', 'f': 'nan'::float} as s,"
        " map {date '2026-01-01': 2} as m, 'ab'::blob as b,"
        " interval 2 days as i, time '10:00' as t,"
        " 1 as same, 2 as same, '可\"靈' as z"
    )
    assert main(["sql", query, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "l": [1.5, None],
            "s": {"d": "2026-01-31", "f": None},
            "m": {"2026-01-01": 2},
            "b": "6162",
            "i": "2 days, 0:00:00",
            "t": "10:00:00",
            "same": 1,
            "same_1": 2,
            "z": '可"靈',
        }
    ]


def test_a_terminal_without_the_letters(loaded: Store) -> None:
    """An answer that the output's encoding lacks is shown by number."""
    command = (sys.executable, "-m", "warehouse", "sql", "select '可' as z", "--csv")
    ran = finished(*command, env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "z\n\\u53ef\n", "")


@pytest.mark.parametrize("at", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_damaged_version_is_said_with_the_cure(
    loaded: Store, capsys: pytest.CaptureFixture[str], at: float
) -> None:
    """A query that meets damage names the command that mends it, and the command does."""
    path = newest(loaded)
    content = bytearray(path.read_bytes())
    block = (int(len(content) * at) - 12288) // 262144 * 262144 + 12288
    content[block : block + 65536] = bytes(65536)
    path.chmod(0o644)
    path.write_bytes(content)
    for table in ("raw.observation", "mart.statements"):
        if main(["sql", f"from {table}", "--csv"]) == 1:
            assert "python -m warehouse rebuild" in capsys.readouterr().err
    assert main(["rebuild"]) == 0
    capsys.readouterr()
    assert main(["sql", "select count(*) as n from reported", "--csv"]) == 0
    assert capsys.readouterr().out == "n\n2\n"


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
        command = (sys.executable, "-m", "warehouse", *arguments)
        ran = finished(*command, env={**os.environ, "TRACKER_DATA": str(tmp_path)})
        assert ran.returncode == 1
        assert "python -m ingest run" in ran.stderr


def exported(path: Path) -> list[list[object]]:
    """The rows of a file, its header first."""
    if path.suffix == ".xlsx":
        return [list(row) for row in load_workbook(path).active.iter_rows(values_only=True)]
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        return [table.column_names, *([*row.values()] for row in table.to_pylist())]
    return [list(row) for row in csv.reader(path.read_text("utf-8").splitlines())]


@pytest.mark.parametrize("form", ["csv", "parquet", "xlsx"])
def test_export_writes_a_whole_table(
    loaded: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """Every row and column, numbers as numbers; a file that is there is left alone."""
    path = tmp_path / f"out.{form}"
    assert main(["export", "reported", "--format", form, "--to", str(path)]) == 0
    assert f"2 rows of version {newest(loaded).stem}" in capsys.readouterr().err
    header, *rows = exported(path)
    values = sorted(float(str(row[header.index("value")])) for row in rows)
    assert values == [0.1, 2.0]
    assert main(["export", "reported", "--format", form, "--to", str(path)]) == 1
    assert "there already" in capsys.readouterr().err


def test_export_takes_a_table_by_name_alone(
    loaded: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A schema may stand before it; a file or a function is no table."""
    out = str(tmp_path / "x.csv")
    for table in ("/etc/passwd", "read_text('/etc/passwd')", "x; select 1", 'a"b', "growthh"):
        assert main(["export", table, "--to", out]) == 1
        assert capsys.readouterr().err.startswith("error: ")
    assert not Path(out).exists()
    assert main(["export", "raw.observation", "--to", out, "--as-of", "2026-05-20"]) == 0
