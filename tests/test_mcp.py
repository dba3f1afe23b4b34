"""python -m warehouse mcp: what an assistant is told, and what it is not."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.docs_fixtures import ROOT, block
from tests.mcp_fixtures import COMMAND, TODAY, Assistant, assistant, surroundings
from tests.programs import finished
from tests.warehouse_fixtures import estimate, figure, publish, write_snapshot, write_watchlist
from warehouse import catalogue
from warehouse.paths import Store
from warehouse.store import newest

ENDLESS = "select count(*) from range(10000000) a, range(10000000) b where hash(a, b) = 1"
ONE = {"app_id": "kite"}
GROWTH = {"app_id": "kite", "metric": "revenue", "month": "2026-02-01", "platform": "ios"}


def loaded(root: Path, *, samples: bool) -> Store:
    """A published store: a company's quarters, a vendor's months, and samples where wanted."""
    store = Store(root / "data")
    write_watchlist(store)
    figures = [figure("2026-Q1", "0.1", as_of="2026-05-20"), figure("2026-Q2", 2)]
    write_snapshot(store, "filings", name="filings.csv", observation=figures)
    months = [estimate("2026-01", 10), estimate("2026-02", "20.5")]
    write_snapshot(store, "vendor", name="vendor.csv", observation=months)
    if samples:
        counted = {"metric": "downloads", "unit": "downloads", "basis": "none"}
        invented = [estimate("2026-01", 7, **counted), estimate("2026-02", 9, **counted)]
        write_snapshot(store, "samples", name="samples.csv", observation=invented)
    publish(store)
    return store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Figures with samples among them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        yield loaded(tmp_path_factory.mktemp("assisted"), samples=True)


@pytest.fixture(scope="module")
def asked(store: Store) -> Iterator[Assistant]:
    """One server, which most tests ask."""
    with assistant(store.root) as started:
        yield started


def test_the_tools_say_what_they_take(asked: Assistant) -> None:
    """Four, each read-only, with words for every argument, and none besides those named."""
    tools = asked.tools()
    assert set(tools) == {"list_tables", "describe_table", "query", "lineage"}
    for tool in tools.values():
        assert tool.description
        assert tool.annotations.read_only_hint
        assert tool.input_schema["additionalProperties"] is False
    assert set(tools["query"].input_schema["properties"]) == {"sql", "params", "as_of", "limit"}


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_both_handshakes_lead_to_an_answer(store: Store, mode: str) -> None:
    """Clients of the protocol's older and newer kind are served."""
    with assistant(store.root, mode=mode) as started:
        assert started.answer("query", sql="select 1 as n")["rows"] == [{"n": 1}]


def test_the_tables_come_with_their_words(asked: Assistant, store: Store) -> None:
    """All that people ask, in that order, then raw; and which of them know earlier days."""
    told = asked.answer("list_tables")
    names = [table["name"] for table in told["tables"]]
    assert names[: len(catalogue.ASKED)] == list(catalogue.ASKED)
    assert "raw.observation" in names
    assert all(table["one_row_is"] for table in told["tables"])
    dated = {table["name"]: table["follows_as_of"] for table in told["tables"]}
    assert (dated["growth"], dated["apps"], dated["raw.observation"]) == (True, False, False)
    assert (told["version"], told["knowledge_date"]) == (newest(store).stem, TODAY)
    assert told["truncated"] is None
    assert "invented samples" in told["caveats"][0]


def test_a_table_comes_with_columns_and_units(asked: Assistant) -> None:
    """A unit is told where name or words say it, and not where they do not."""
    table = asked.answer("describe_table", table="reported")
    columns = {column["name"]: column for column in table["columns"]}
    assert columns["value"]["unit"] == "what the column unit of the same row says"
    assert columns["value_usd"]["unit"] == "USD"
    assert columns["change"]["unit"].startswith("a fraction")
    assert columns["value_usd"]["comment"] == "in US dollars at that rate"
    assert columns["value"]["type"] == "DECIMAL(18,4)"
    for bare in ("fx_rate", "period_end", "usd_change"):
        assert "unit" not in columns[bare]
    raw = asked.answer("describe_table", table="raw.observation")
    assert (raw["table"], raw["follows_as_of"]) == ("raw.observation", False)
    assert "list_tables" in asked.refusal("describe_table", table="grwoth")["fix"]


def test_an_answer_says_what_it_is_of(asked: Assistant, store: Store) -> None:
    """Version, day, columns with their words, sources with their terms, exact values."""
    sql = "from reported order by period_start"
    told = asked.answer("query", sql=sql)
    first = told["rows"][0]
    assert (first["value"], first["period_end"], first["illustrative"]) == (
        "0.1000", "2026-03-31", False,
    )  # fmt: skip
    assert (told["version"], told["knowledge_date"]) == (newest(store).stem, TODAY)
    assert (told["row_count"], told["truncated"], told["illustrative"]) == (2, None, "no")
    assert told["caveats"] == []
    columns = {column["name"]: column for column in told["columns"]}
    assert columns["value"]["known_as"] == [
        {
            "column": "reported.value",
            "comment": "as reported, in its unit",
            "unit": "what the column unit of the same row says",
        }
    ]
    assert [source["source_id"] for source in told["sources"]] == ["filings"]
    assert told["sources"][0]["producer"] == "Filings"


def test_what_is_computed_passes_for_no_column(asked: Assistant) -> None:
    """Words are told of columns of the same name and type; a sum or a quotient has another."""
    told = asked.answer("query", sql="select value / 2 as value, value_usd as x from reported")
    assert ["known_as" in column for column in told["columns"]] == [False, False]


def test_a_figure_without_its_terms_is_said(asked: Assistant) -> None:
    """Unit, basis, kind and bound say what a figure is; an answer that leaves them out says so."""
    told = asked.answer("query", sql="select value, unit, illustrative from reported")
    assert (
        told["caveats"]
        == [
            "The tables also have basis, kind, bound, which say what a figure is; "
            "this answer leaves it out."
        ]
        or "basis" in told["caveats"][0]
    )
    assert (
        asked.answer("query", sql="select count(*) as n, false as illustrative from reported")[
            "caveats"
        ]
        == []
    )


@pytest.mark.parametrize(
    ("sql", "mark"),
    [
        ("from growth", "yes"),
        ("from growth where not illustrative", "no"),
        ("select value from growth", "maybe"),
        ("select sum(value) as s from growth", "maybe"),
        ("select null::boolean as illustrative, value from growth", "maybe"),
        ("select false as illustrative, illustrative from growth", "yes"),
        ("select value, source_id from growth where source_id = 'samples'", "yes"),
        ("select source_id, false as illustrative from growth", "yes"),
        ("select 1 as n", "maybe"),
    ],
)
def test_invented_rows_are_marked(asked: Assistant, sql: str, mark: str) -> None:
    """What is invented is marked, and so is what does not say, while samples are loaded."""
    told = asked.answer("query", sql=sql)
    assert told["illustrative"] == mark
    heads = {"yes": "ILLUSTRATIVE", "maybe": "MAY HOLD INVENTED DATA"}
    assert mark == "no" or told["caveats"][0].startswith(heads[mark])
    assert list(told)[:2] == ["caveats", "illustrative"]


def test_without_samples_nothing_is_doubted(tmp_path: Path, monkeypatch: Any) -> None:
    """No mark where no figure of the version is invented."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    with assistant(loaded(tmp_path, samples=False).root) as started:
        assert started.answer("query", sql="select count(*) as n from growth")["caveats"] == []
        assert started.answer("list_tables")["caveats"] == []


def test_what_is_cut_off_is_said(asked: Assistant) -> None:
    """By the asker's limit and by the page's; not when everything is there."""
    for sql, limit, rows, cut in (
        ("from range(6)", 5, 5, "rows"),
        ("from range(5)", 5, 5, None),
        ("from range(20_000)", 10_000, 10_000, "rows"),
    ):
        told = asked.answer("query", sql=sql, limit=limit)
        assert (told["row_count"], len(told["rows"]), told["truncated"]) == (rows, rows, cut)
        assert any(said.startswith("CUT OFF") for said in told["caveats"]) == (cut is not None)
    assert asked.answer("query", sql="from range(200)")["row_count"] == 100


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("select repeat('x', 150_000) as x from range(10)", 2),
        ("select repeat('x', 500_000) as x from range(10)", 0),
        ("select *, {} from range(10_000)", None),
    ],
)
def test_an_answer_that_is_too_large_is_cut_off(
    asked: Assistant, sql: str, rows: int | None
) -> None:
    """By its size as a model reads it; how many rows there are is told, and that more follow."""
    wide = ", ".join(f"(random() * 1e6)::decimal(18, 4) as column_{n}" for n in range(60))
    told = asked.answer("query", sql=sql.format(wide), limit=10_000)
    shown = len(told["rows"])
    assert (told["truncated"], told["row_count"]) == ("size", shown)
    assert shown == rows if rows is not None else 100 < shown < 1_000
    assert sum(len(json.dumps(row)) for row in told["rows"]) < 450_000
    assert any(said.startswith(f"CUT OFF: {shown:,} rows fill") for said in told["caveats"])


def test_a_mark_is_of_the_rows_that_are_shown(asked: Assistant) -> None:
    """Rows that no longer fit say nothing of those that do."""
    sql = "select n > 1 as illustrative, repeat('x', 150_000) as x from range(5) t(n) order by n"
    told = asked.answer("query", sql=sql)
    assert [row["illustrative"] for row in told["rows"]] == [False, False]
    assert told["illustrative"] == "no"


def test_another_day_knows_what_was_known(asked: Assistant) -> None:
    """By the argument or within the query; tables that know no past say so."""
    count = "select count(*) as n, false as illustrative from reported"
    for arguments in (
        {"sql": count, "as_of": "2026-05-20"},
        {"sql": f"set variable as_of = date '2026-05-20'; {count}"},
    ):
        told = asked.answer("query", **arguments)
        assert (told["rows"][0]["n"], told["knowledge_date"]) == (1, "2026-05-20")
        assert told["caveats"] == []
    assert asked.answer("query", sql=count)["rows"][0]["n"] == 2
    now = asked.answer(
        "query", sql="select app_id, false as illustrative from apps", as_of="2026-05-20"
    )
    assert now["caveats"] == ["These show what is so now, not on 2026-05-20: apps."]
    for other in ("from raw.observation", "use mart; from reported"):
        told = asked.answer("query", sql=other, as_of="2026-05-20")
        assert any("what is so now" in said for said in told["caveats"]), other


def test_values_are_bound(asked: Assistant) -> None:
    """A value is a value, whatever it looks like, and comes back as it went."""
    evil = "x'; copy apps to 'y"
    told = asked.answer(
        "query", sql="select $a as a, $b as b, $c as c", params={"a": evil, "b": 1.5, "c": None}
    )
    assert told["rows"] == [{"a": evil, "b": 1.5, "c": None}]
    long = asked.answer("query", sql="select 9007199254740993 as a, 123456789012345.6789 as b")
    assert long["rows"] == [{"a": "9007199254740993", "b": "123456789012345.6789"}]


def test_a_figure_leads_to_its_file_and_row(asked: Assistant) -> None:
    """A change has the statements of both months, each with source, terms, file and row."""
    change = {**GROWTH, "column_name": "mom_change"}
    told = asked.answer("lineage", table="lineage_of_growth", filters=change)
    assert {(row["role"], row["file"], row["row_no"], row["value"]) for row in told["rows"]} == {
        ("the month", "vendor.csv", 3, "20.5000"),
        ("the month before", "vendor.csv", 2, "10.0000"),
    }
    assert [source["source_id"] for source in told["sources"]] == ["vendor"]
    assert (told["illustrative"], told["caveats"]) == ("no", [])
    invented = {**change, "metric": "downloads", "column_name": "value"}
    told = asked.answer("lineage", table="lineage_of_growth", filters=invented)
    assert [(row["file"], row["row_no"]) for row in told["rows"]] == [("samples.csv", 3)]
    assert told["illustrative"] == "yes"


def test_a_statement_leads_to_its_file_and_row(asked: Assistant) -> None:
    """By any columns, with numbers, days and what is null; on an earlier day as known then."""
    filters = {"app_id": "kite", "kind": "reported", "period_start": "2026-01-01", "issuer": None}
    told = asked.answer("lineage", table="lineage", filters=filters)
    assert [(row["file"], row["row_no"], row["value"]) for row in told["rows"]] == [
        ("filings.csv", 2, "0.1000")
    ]
    exact = asked.answer("lineage", table="lineage", filters={"app_id": "kite", "value": "0.1"})
    assert exact["row_count"] == 1
    then = asked.answer("lineage", table="lineage", filters=filters, as_of="2026-05-19")
    assert (then["rows"], then["knowledge_date"]) == ([], "2026-05-19")
    evil = {"app_id": "kite' or 'a' = 'a"}
    assert asked.answer("lineage", table="lineage", filters=evil)["rows"] == []


@pytest.mark.parametrize(
    ("tool", "arguments", "where", "problem"),
    [
        ("query", {"sql": "from read_text('/etc/passwd')"}, "the query", "read_text"),
        ("query", {"sql": "delete from raw.observation"}, "the query", "read-only"),
        ("query", {"sql": "select\n valeu from apps"}, "the query, line 2, column 2", "valeu"),
        ("query", {"sql": "select 1", "asof": "2026-01-01"}, "asof", "not permitted"),
        ("query", {"sql": "select 1", "as_of": "2026-02-30"}, "as_of", "not a day"),
        ("query", {"sql": "select 1", "as_of": "2026-11-25"}, "as_of", "still to come"),
        ("query", {"sql": "select 1", "as_of": "yesterday"}, "as_of", "pattern"),
        ("query", {"sql": "select 1", "limit": 10_001}, "limit", "10000"),
        ("query", {"sql": "select 1", "limit": "many"}, "limit", "integer"),
        ("query", {"sql": "select 1", "params": {"a": [1]}}, "params.a", ""),
        ("query", {"sql": "select $a", "params": {"a": 10**40}}, "a", "cannot be bound"),
        ("query", {"sql": "select $a"}, "the query", "$a"),
        ("query", {}, "sql", "required"),
        ("lineage", {"table": "growth", "filters": {}}, "table", "lineage"),
        ("lineage", {"table": "lineage", "filters": {}}, "filters", "no one figure"),
        ("lineage", {"table": "lineage", "filters": ONE | {'a" or 1': 1}}, "filters", "no column"),
        ("lineage", {"table": "lineage", "filters": ONE | {"as_of": "May"}}, "filters", "May"),
        ("tell_all", {}, "the call", "tell_all"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_where_and_what_to_do(
    asked: Assistant, tool: str, arguments: dict[str, Any], where: str, problem: str
) -> None:
    """An error of the tool, never of the protocol; an argument nobody knows is no answer."""
    said = asked.refusal(tool, **arguments)
    assert said["where"] == where
    assert problem in said["problem"]


def test_nothing_published_is_said_with_the_way_to_start(tmp_path: Path) -> None:
    """No path of the machine is told."""
    with assistant(tmp_path / "none") as started:
        said = started.refusal("query", sql="select 1")
    assert "ingest run" in said["fix"]
    assert str(tmp_path) not in json.dumps(said)


def started(store: Store) -> subprocess.Popen[bytes]:
    """A server whose pipes the test holds."""
    return subprocess.Popen(
        [sys.executable, *COMMAND],
        env={**os.environ, **surroundings(store.root)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def send(process: subprocess.Popen[bytes], **message: Any) -> None:
    """One message."""
    assert process.stdin
    process.stdin.write(json.dumps({"jsonrpc": "2.0", **message}).encode() + b"\n")
    process.stdin.flush()


def asking_without_end(process: subprocess.Popen[bytes]) -> set[psutil.Process]:
    """Let it work on a query that has no end; its workers."""
    assert process.stdout
    client = {"name": "test", "version": "1"}
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": client}
    send(process, id=1, method="initialize", params=hello)
    assert json.loads(process.stdout.readline())["id"] == 1
    send(process, method="notifications/initialized")
    for number, sql in ((2, "select 1"), (3, ENDLESS)):
        call = {"name": "query", "arguments": {"sql": sql}}
        send(process, id=number, method="tools/call", params=call)
    assert json.loads(process.stdout.readline())["id"] == 2
    workers = set(psutil.Process(process.pid).children(recursive=True))
    assert workers
    return workers


@pytest.mark.parametrize("way", ["stdin", "SIGTERM", "SIGINT", "SIGKILL"])
def test_an_ended_server_leaves_nothing(store: Store, way: str) -> None:
    """However it ends, and in the middle of a query: its workers are gone, stdout was protocol."""
    with started(store) as process:
        assert process.stdin and process.stdout and process.stderr
        workers = asking_without_end(process)
        if way == "stdin":
            process.stdin.close()
        else:
            process.send_signal(getattr(signal, way))
        code = process.wait(15)
        _gone, left = psutil.wait_procs(workers, timeout=15)
        assert not left
        rest = process.stdout.read().decode().splitlines()
        assert all(json.loads(line)["jsonrpc"] == "2.0" for line in rest)
        assert process.stderr.read() == b""
    assert code == (-signal.SIGKILL if way == "SIGKILL" else 0)


def test_who_leaves_without_a_goodbye_ends_the_server(store: Store) -> None:
    """An answer that nobody reads is no fault: not a word, and no process left."""
    with started(store) as process:
        assert process.stdin and process.stdout and process.stderr
        workers = asking_without_end(process)
        process.stdout.close()
        send(process, id=4, method="ping")
        process.stdin.close()
        assert process.wait(15) == 0
        _gone, left = psutil.wait_procs(workers, timeout=15)
        assert not left
        assert process.stderr.read() == b""


@pytest.mark.parametrize("is_asked", [True, False], ids=["within a query", "idle"])
def test_who_stops_reading_ends_the_server(store: Store, is_asked: bool) -> None:
    """stdout is closed, stdin is not and nothing more is asked: no process is left waiting."""
    with started(store) as process:
        assert process.stdin and process.stdout and process.stderr
        workers = asking_without_end(process) if is_asked else set()
        process.stdout.close()
        assert process.wait(15) == 0
        _gone, left = psutil.wait_procs(workers, timeout=15)
        assert not left
        assert process.stderr.read() == b""


def test_without_the_sdk_it_says_what_to_install(store: Store) -> None:
    """The tracker runs without it; who asks for it is told, in one line."""
    absent = "import sys; sys.modules['mcp'] = None; from warehouse.__main__ import main; "
    command = (sys.executable, "-c", absent + "sys.exit(main(['mcp']))")
    told = finished(*command, env={**os.environ, **surroundings(store.root)})
    assert (told.returncode, told.stdout) == (1, "")
    assert "pip install -r requirements-extras.txt" in told.stderr


def test_the_documents_configuration_starts_it(store: Store) -> None:
    """What docs/ask.md tells a client to start, with this folder for the reader's, answers."""
    told = json.loads(block((ROOT / "docs" / "ask.md").read_text("utf-8"), "assistant"))
    (named,) = told["mcpServers"].values()
    text = json.dumps(named).replace("/home/you/tracker/data", str(store.root))
    named = json.loads(text.replace("/home/you/tracker", str(ROOT)))
    assert Path(named["command"]).name == "python"
    with assistant(store.root, *named["args"], **named["env"]) as started:
        table = started.answer("list_tables")["tables"][0]["name"]
        assert started.answer("query", sql=f"from {table}")["row_count"] > 0


def test_the_documents_name_the_tools_and_the_package(asked: Assistant) -> None:
    """docs/ask.md has every tool with its arguments, and the version that is pinned."""
    page = (ROOT / "docs" / "ask.md").read_text("utf-8")
    rows = re.findall(r"^\| `(list_tables|describe_table|query|lineage)` \| (.*?) \|", page, re.M)
    told = {name: set(re.findall(r"`(\w+)`", words)) for name, words in rows}
    tools = asked.tools().values()
    assert told == {tool.name: set(tool.input_schema["properties"]) for tool in tools}
    (pinned,) = re.findall(r"pip install (mcp==[\d.]+)`", page)
    for name in ("requirements-extras.txt", "requirements-dev.txt"):
        assert f"{pinned} " in (ROOT / name).read_text("utf-8")
