"""SQL over the API: bound values, every kind of column in every format, and refusals in words."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import polars as pl
import psutil
import pytest

from api.app import application
from api.settings import Settings
from tests.api_fixtures import HERE, TODAY, Api
from tests.warehouse_fixtures import estimate, publish, write_snapshot
from warehouse.asking import NotAnswered
from warehouse.paths import Store
from warehouse.store import newest

KINDS = """
select 1 as n, 2 as n, 1.50::decimal(9, 2) as money, 'nan'::double as none,
    date '2026-01-31' as day, timestamp '2026-01-31 01:02:03.5' as moment,
    [1, 2] as list, {'a': 'x', 'b': null} as struct, 'infinity'::date as never,
    interval 36 hours as long, '12'::blob as bytes, 'é"😀' as text, 'kling'::text as app,
    (select kind from growth limit 1) as word,
    99999999999999999999999999999999999999::hugeint as huge
"""


@pytest.fixture(scope="module")
def api(few: Path) -> Iterator[Api]:
    """The API over a warehouse of few figures; its workers are ended."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        patch.setenv("TRACKER_DATA", str(few))
        others = set(psutil.Process().children(recursive=True))
        api = Api(few, rate=0)
        yield api
        children = [one for one in psutil.Process().children(recursive=True) if one not in others]
        api.app.close()
        _gone, left = psutil.wait_procs(children, timeout=30)
        assert not left, "workers are left behind"


def ask(api: Api, sql: str, suffix: str = "", **more: str) -> httpx.Response:
    """The answer to a query in the address."""
    return api.ask(f"/api/v1/sql{suffix}?{urlencode({'sql': sql, **more})}")


def post(
    api: Api, body: Any, content_type: str = "application/json", **more: str
) -> httpx.Response:
    """The answer to a query in the body."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()

    async def sent() -> httpx.Response:
        transport = httpx.ASGITransport(api.app)
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            headers = {"Content-Type": content_type, **more}
            return await client.post("/api/v1/sql", content=content, headers=headers)

    return asyncio.run(sent())


def test_a_query_is_answered_from_one_version_and_day(api: Api) -> None:
    """Which ones, the answer says; a day before anything was said knows nothing."""
    query = "select month, value from monthly order by month limit 2"
    answered = ask(api, query).json()
    assert answered["rows"] == [
        {"month": "2026-01-01", "value": 1},
        {"month": "2026-02-01", "value": 2},
    ]
    assert answered["columns"][1] == {"name": "value", "type": "DECIMAL(18,4)"}
    assert answered["version"] == newest(Store(api.data)).stem
    assert (answered["knowledge_date"], answered["truncated"]) == (TODAY, False)
    before = ask(api, query, as_of="2026-09-01").json()
    assert (before["rows"], before["knowledge_date"]) == ([], "2026-09-01")


def test_values_are_bound_and_never_written_into_the_query(api: Api) -> None:
    """A value that looks like SQL is a value."""
    sly = "x' or 1 = 1 --"
    found = ask(api, "select $app as app, $n::int + 1 as n", **{"param.app": sly, "param.n": "41"})
    assert found.json()["rows"] == [{"app": sly, "n": 42}]
    body = {"sql": "select $a as a, $b as b, $c as c", "params": {"a": sly, "b": 1.5, "c": None}}
    assert post(api, body).json()["rows"] == [{"a": sly, "b": 1.5, "c": None}]


def test_every_kind_of_column_is_written_in_every_format(api: Api) -> None:
    """Two columns of one name are told apart; what a format has no type for is text or refused."""
    [row] = json.loads(ask(api, KINDS).text)["rows"]
    assert (row["n"], row["n_1"], row["none"]) == (1, 2, None)
    assert (row["day"], row["moment"]) == ("2026-01-31", "2026-01-31T01:02:03.500000")
    assert (row["list"], row["struct"]) == ([1, 2], {"a": "x", "b": None})
    assert (row["word"], row["huge"]) == ("estimate", 10**38 - 1)
    assert row["text"] == 'é"😀'
    [line] = csv.DictReader(io.StringIO(ask(api, KINDS, ".csv").text))
    assert (line["money"], line["list"], line["text"]) == ("1.50", "[1, 2]", 'é"😀')
    [record] = pl.read_ipc(ask(api, "select 1 as a, [1] as b", ".arrow").content).to_dicts()
    assert record == {"a": 1, "b": [1]}
    assert pl.read_parquet(ask(api, "select 1 as a", ".parquet").content).to_dicts() == [{"a": 1}]
    beyond = ask(api, "select 170141183460469231731687303715884105727 as huge")
    assert (beyond.status_code, beyond.json()["error"]["code"]) == (422, "query_not_sent")
    refused = ask(api, "select union_value(n := 1) as u", ".parquet")
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "no_such_type")


def test_more_rows_than_are_sent_is_said(api: Api) -> None:
    """In the body, or in a header when a limit was asked for; else the answer is refused."""
    many = "from range(20000)"
    answered = ask(api, many).json()
    assert (answered["row_count"], answered["truncated"]) == (10_000, True)
    assert ask(api, many, limit="3").json()["truncated_by"] == "rows"
    assert ask(api, many, ".csv").json()["error"]["code"] == "too_many_rows"
    assert ask(api, many, ".csv", limit="15000").json()["error"]["code"] == "too_many_rows"
    page = ask(api, many, ".csv", limit="3")
    assert (len(page.text.splitlines()), page.headers["X-Truncated"]) == (4, "true")


@pytest.mark.parametrize(
    ("sql", "code", "where"),
    [
        ("select\n  nme from growth", "query_failed", "line 2, column 3"),
        ("copy growth to '/tmp/x.csv'", "query_refused", "the query"),
        ("from read_text('/etc/passwd')", "query_refused", "the query"),
        ("attach '/tmp/x.duckdb'", "query_refused", "the query"),
        ("select 1; select 2", "query_refused", "the query"),
        ("", "query_refused", "the query"),
        ("select $x", "query_failed", "the query"),
    ],
)
def test_what_is_not_answered_is_refused_with_its_place(
    sql: str, code: str, where: str, api: Api
) -> None:
    """By the guard of the pool, in the API's own shape."""
    refused = api.refusal(f"/api/v1/sql?{urlencode({'sql': sql})}", 400)
    assert refused["code"] == code
    assert where in refused["where"]


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        ({"sql": "select 1"}, "text/plain", 415),
        (b"{", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        ([], "application/json", 400),
        ({}, "application/json", 400),
        ({"sql": 1}, "application/json", 400),
        ({"sql": "select 1", "x": 1}, "application/json", 400),
        ({"sql": "select $a", "params": {"a": [1]}}, "application/json", 400),
        ({"sql": "select $a", "params": {"a": "\ud800"}}, "application/json", 400),
        ({"sql": "select '\ud800'"}, "application/json", 400),
        ({"sql": "select $a", "params": {"a": 10**40}}, "application/json", 400),
        ({"sql": "select 1", "as_of": "2027-01-01"}, "application/json", 400),
        ({"sql": "select 1", "limit": 0}, "application/json", 400),
        ({"sql": "select 1", "limit": True}, "application/json", 400),
        ({"sql": " " * 1_000_000}, "application/json", 413),
    ],
)
def test_a_body_that_is_no_question_is_refused(
    body: Any, content_type: str, status: int, api: Api
) -> None:
    """Each with the key at fault and what to send."""
    refused = post(api, body, content_type)
    assert refused.status_code == status, refused.text
    assert set(refused.json()["error"]) == {"code", "problem", "where", "fix"}


@pytest.mark.parametrize(
    ("reason", "status", "code"),
    [("busy", 503, "busy"), ("too_long", 422, "query_too_long"), ("damaged", 503, "unreadable")],
)
def test_the_pools_reasons_have_a_status(
    reason: str, status: int, code: str, few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client can tell whether to wait, to ask for less, or to call somebody."""

    def fails(*_question: object, **_more: object) -> None:
        raise NotAnswered(reason, "/secret/path", "Wait.")

    monkeypatch.setenv("TRACKER_DATA", str(few))
    monkeypatch.setattr("api.sql.Pool", lambda _store: type("P", (), {"ask": fails})())
    refused = Api(few).ask("/api/v1/sql?sql=from+apps")
    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)
    assert ("Retry-After" in refused.headers) == (reason == "busy")
    assert "secret" not in refused.text or reason == "too_long"


QUERY = "select month, value from monthly where app_id = $app order by month"


def test_an_answer_that_is_held_is_not_computed_again(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By GET and POST: 304 for the same question of the same version and day, and no query runs."""
    body = {"sql": QUERY, "params": {"app": "kling"}}
    address = f"/api/v1/sql?{urlencode({'sql': QUERY, 'param.app': 'kling'})}"
    got, posted = api.ask(address), post(api, body)
    tags = [got.headers["ETag"], posted.headers["ETag"]]
    assert all(tag.startswith(f'W/"{newest(Store(api.data)).stem}-{TODAY}-') for tag in tags)
    assert got.headers["Cache-Control"] == "private, no-cache"
    others = [
        ask(api, QUERY, **{"param.app": "other"}),
        ask(api, QUERY, ".csv", **{"param.app": "kling"}),
        ask(api, QUERY, limit="7", **{"param.app": "kling"}),
        ask(api, QUERY, as_of=TODAY, **{"param.app": "kling"}),
        ask(api, f"{QUERY} ", **{"param.app": "kling"}),
        post(api, {"sql": "select $n as n", "params": {"n": 1}}),
        post(api, {"sql": "select $n as n", "params": {"n": "1"}}),
    ]
    known = {tags[0], *(other.headers["ETag"] for other in others)}
    assert len(known) == 1 + len(others)

    def runs(*_question: object) -> None:
        raise AssertionError("the query was run")

    monkeypatch.setattr("api.sql.Sql._found", runs)
    held = api.ask(address, If_None_Match=f'"other", {tags[0]}')
    again = post(api, body, **{"If-None-Match": tags[1]})
    for answered, tag in ((held, tags[0]), (again, tags[1])):
        assert (answered.status_code, answered.content) == (304, b"")
        assert answered.headers["ETag"] == tag
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-25")
    with pytest.raises(AssertionError, match="was run"):
        api.ask(address, If_None_Match=tags[0])
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    with pytest.raises(AssertionError, match="was run"):
        api.ask(address, If_None_Match="*")


def test_another_version_is_asked_anew(few: Path, tmp_path: Path) -> None:
    """What is held of the one before is not taken for its answer."""
    store = Store(Path(shutil.copytree(few, tmp_path / "data", symlinks=True)))
    api = Api(store.root, rate=0)
    address = f"/api/v1/sql?{urlencode({'sql': 'select sum(value) as s from monthly'})}"
    first = api.ask(address)
    july = estimate("2026-07", 70, as_of="2026-11-01")
    write_snapshot(store, "vendor", name="july.csv", observation=[july])
    assert publish(store)
    second = api.ask(address, If_None_Match=first.headers["ETag"])
    api.app.close()
    assert second.status_code == 200
    assert second.json()["rows"] != first.json()["rows"]
    assert newest(store).stem in second.headers["ETag"]


@pytest.mark.parametrize(
    "sql",
    [
        "select random()",
        "select uuid() as id",
        "select now()",
        "select current_date",
        "select * from growth where month < localtimestamp",
        "select age(date '2026-01-01')",
        "select ago(interval 1 day)",
        "from growth using sample 3",
        "set variable r = random(); select getvariable('r')",
        "select list_transform([1], x -> x + random())",
        "explain analyze from growth",
        "summarize growth",
        "select table_name from duckdb_tables()",
        "select * from 'duckdb_views'",
    ],
)
def test_an_answer_that_may_be_another_next_time_has_no_etag(sql: str, api: Api) -> None:
    """Clocks, chance, plans and what the engine says of itself: nothing of these is kept."""
    answered = ask(api, sql)
    assert answered.status_code == 200, answered.text
    assert "ETag" not in answered.headers
    assert answered.headers["Cache-Control"] == "private, no-store"


def test_a_page_of_another_site_does_not_ask(few: Path) -> None:
    """Neither by an image nor by a script; a link that a person follows may."""
    api = Api(few, rate=0)
    from_within = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}
    assert api.refusal("/api/v1/sql?sql=from+apps", 403, **from_within)["code"] == "another_site"
    followed = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    assert api.ask("/api/v1/events", **followed).status_code == 200


def test_who_leaves_takes_the_query_along(api: Api) -> None:
    """A closed connection ends the work in the pool."""
    app = application(Settings(rate=0))
    slow = "select count(*) from range(100000000) a, range(100000000) b"
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/api/v1/sql",
        "raw_path": b"/api/v1/sql",
        "query_string": urlencode({"sql": slow}).encode(),
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8501),
        "scheme": "http",
        "root_path": "",
    }
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(asyncio.wait_for(app(scope, receive, send), 10))
    app.close()
    assert sent[0]["status"] == 503
