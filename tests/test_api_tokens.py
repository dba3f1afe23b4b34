"""Tokens of the API: who may ask where there is a login, and that no token is found anywhere."""

from __future__ import annotations

import json
import re
import shutil
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.api_fixtures import TODAY, Api
from warehouse import tokens
from warehouse.__main__ import main
from warehouse.errors import TrackerError
from warehouse.paths import Store

SQL = "/api/v1/sql?sql=select+1+as+one"
ADDRESSES = (
    *("/api/v1", "/api/v1/growth", "/api/v1/growth.csv", "/api/v1/nothing", SQL, "/api/v1/sql.csv"),
    *("/api/v1/docs", "/api/v1/openapi.json", "/warehouse", "/warehouse/newest.duckdb"),
    *("/warehouse/20260101T000000000000.duckdb", "/readyz", "/metrics", "/api/v1/"),
    *("/healthz/", "/healthz/x", "/api/healthz", "/api/v1/healthz"),
)


@pytest.fixture
def store(few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A copy of the few figures, with tokens of its own."""
    data = shutil.copytree(few, tmp_path / "data", symlinks=True)
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    monkeypatch.setenv("TRACKER_DATA", str(data))
    return Store(data)


@pytest.fixture
def api(store: Store) -> Iterator[Api]:
    """The API where there is a login."""
    made = Api(store.root, rate=0, locked=lambda: True)
    yield made
    made.app.close()


def ask(api: Api, address: str, token: str, kind: str = "Bearer") -> httpx.Response:
    """What the bearer of a token is answered."""
    return api.ask(address, Authorization=f"{kind} {token}")


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_a_token_nothing_but_healthz_answers(address: str, api: Api) -> None:
    """Neither what exists nor what does not; with each kind of token that is none."""
    assert api.refusal(address, 401)["code"] == "no_token"
    assert api.ask(address).headers["WWW-Authenticate"].startswith("Bearer")
    assert api.ask(address, "POST").status_code == 401
    assert api.ask("/healthz").json() == {"status": "ok"}
    for said in ("Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "tracker_x", "Bearer é"):
        assert api.ask(address, Authorization=said.encode()).status_code == 401
    token = tokens.add(Store(api.data), "Ann", ["read", "sql"], 90)
    for wrong in (token[:-1], token + "x", token.upper(), tokens.PREFIX):
        assert ask(api, address, wrong).json()["error"]["code"] == "unknown_token"
    for place in (f"token={token}", f"access_token={token}", f"authorization=Bearer+{token}"):
        joined = f"{address}{'&' if '?' in address else '?'}{place}"
        assert api.refusal(joined, 401)["code"] == "no_token"


def test_a_token_opens_what_it_is_for(store: Store, api: Api) -> None:
    """One to read no SQL, one for SQL no tables; in any letters of the word Bearer."""
    read = tokens.add(store, "reads", ["read"], 1)
    sql = tokens.add(store, "asks", ["sql"], 1)
    for address in ("/api/v1", "/api/v1/growth", "/warehouse", "/readyz", "/metrics"):
        assert ask(api, address, read, "bearer").status_code == 200
        assert ask(api, address, sql).json()["error"]["code"] == "wrong_scope"
    assert ask(api, SQL, sql).json()["rows"] == [{"one": 1}]
    for address in (SQL, SQL.replace("sql?", "sql.csv?"), "/api/v1/sql/"):
        assert ask(api, address, read).status_code == 403
    assert ask(api, "/warehouse/newest.duckdb", read).status_code == 307


def test_a_published_file_is_read_by_range_with_a_token(store: Store, api: Api) -> None:
    """As DuckDB on another machine does it."""
    token = tokens.add(store, "DuckDB", ["read"], 1)
    leads = ask(api, "/warehouse/newest.duckdb", token).headers["Location"]
    headers = {"Authorization": f"Bearer {token}", "Range": "bytes=8-11"}
    assert api.ask(leads, **headers).content == b"DUCK"
    assert api.ask(leads, Range="bytes=8-11").status_code == 401


def test_an_expired_and_a_revoked_token_open_nothing(
    store: Store, api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From that moment on, without a restart."""
    token = tokens.add(store, "Ann", ["read"], 1)
    assert ask(api, "/api/v1", token).status_code == 200
    [ann] = tokens.listed(store)
    with monkeypatch.context() as patch:
        patch.setattr("warehouse.clock.now", lambda: ann.expires_at)
        refused = ask(api, "/api/v1", token)
        assert (refused.status_code, refused.json()["error"]["code"]) == (401, "token_expired")
    tokens.revoke(store, "Ann")
    assert ask(api, "/api/v1", token).json()["error"]["code"] == "unknown_token"


def test_tokens_that_cannot_be_read_let_nobody_in(store: Store, api: Api) -> None:
    """Damage never opens the door."""
    token = tokens.add(store, "Ann", ["read"], 1)
    [row] = json.loads(store.tokens.read_bytes())
    for damage in ("", "null", "[{}]", "[1]", json.dumps([{**row, "expires_at": "never"}])):
        store.tokens.write_text(damage, encoding="utf-8")
        assert ask(api, "/api/v1", token).json()["error"]["code"] == "tokens_unreadable"
        assert str(api.data) not in ask(api, "/api/v1", token).text
    store.tokens.unlink()
    assert ask(api, "/api/v1", token).status_code == 401


def test_each_token_has_a_rate_of_its_own(store: Store) -> None:
    """From however many addresses it comes, and beside the rate of each address."""
    first, second = (tokens.add(store, name, ["read"], 1) for name in ("first", "second"))
    api = Api(store.root, rate=1, locked=lambda: True)
    here = [ask(api, "/readyz", first, "Bearer").status_code for _ in range(4)]
    assert here[:2] == [200, 200]
    assert 429 in here
    doors = Api(store.root, rate=1, locked=lambda: True)
    by_token = [doors.ask_from(f"10.0.0.{n}", "/readyz", first).status_code for n in range(9)]
    assert 429 in by_token
    assert doors.ask_from("10.0.1.1", "/readyz", second).status_code == 200


def test_a_page_of_a_named_site_may_bring_a_token(store: Store) -> None:
    """Its browser first asks without one, and learns nothing but that it may."""
    api = Api(store.root, rate=0, origins=("https://a.example",), locked=lambda: True)
    preflight = {
        "Origin": "https://a.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "authorization",
    }
    allowed = api.ask("/api/v1/growth", "OPTIONS", **preflight)
    assert allowed.status_code == 200
    assert "authorization" in allowed.headers["Access-Control-Allow-Headers"].lower()
    assert api.ask("/api/v1/growth", Origin="https://a.example").status_code == 401


def test_no_token_is_found_anywhere(
    store: Store, api: Api, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """In no file of the data folder, answer, metric, log or list; it is printed once."""
    caplog.set_level(1)
    assert main(["token", "add", "Ann's sheet", "--scope", "read,sql", "--days", "30"]) == 0
    token = capfd.readouterr().out.strip()
    assert re.fullmatch(rf"{tokens.PREFIX}[\w-]{{43}}", token)
    secret = token.removeprefix(tokens.PREFIX)
    answers = [ask(api, address, token) for address in ADDRESSES]
    answers.append(ask(api, "/api/v1/nothing", token[:-1]))
    for answered in answers:
        assert secret not in answered.text + str(answered.headers)
    assert main(["token", "list"]) == 0
    shown = capfd.readouterr()
    assert "Ann's sheet" in shown.out
    kept = [path.read_bytes() for path in store.root.rglob("*") if path.is_file()]
    for text in (shown.out, shown.err, caplog.text, b"".join(kept).decode("latin-1")):
        assert secret not in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_the_user_who_runs_the_tracker_reads_the_tokens(store: Store) -> None:
    """Whatever the umask, and after each change."""
    for name in ("one", "two"):
        tokens.add(store, name, ["read"], 1)
        assert stat.S_IMODE(store.tokens.stat().st_mode) == 0o600
    tokens.revoke(store, "one")
    assert stat.S_IMODE(store.tokens.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "scopes", "days"),
    [
        *(("", ["read"], 1), (" ", ["read"], 1), ("a\nb", ["read"], 1), ("x" * 61, ["read"], 1)),
        *(("a", [], 1), ("a", ["write"], 1), ("a", ["read", ""], 1)),
        *(("a", ["read"], 0), ("a", ["read"], 3651), ("taken", ["read"], 1)),
    ],
)
def test_a_token_that_cannot_be_is_not_made(
    name: str, scopes: list[str], days: int, store: Store
) -> None:
    """Said in words, and nothing is changed."""
    tokens.add(store, "taken", ["read"], 1)
    with pytest.raises(TrackerError):
        tokens.add(store, name, scopes, days)
    assert [token.name for token in tokens.listed(store)] == ["taken"]


def test_the_command_says_what_is_wrong(store: Store, capfd: pytest.CaptureFixture[str]) -> None:
    """To revoke what is not there changes nothing and exits 1."""
    assert main(["token", "revoke", "nobody"]) == 1
    assert "There is no token of that name" in capfd.readouterr().err
    assert not store.tokens.exists()


def test_the_document_asks_for_a_token_where_one_is_needed(store: Store, api: Api) -> None:
    """And only there; /healthz never."""
    token = tokens.add(store, "Ann", ["read"], 1)
    document = ask(api, "/api/v1/openapi.json", token).json()
    scheme = document["components"]["securitySchemes"]["token"]
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    assert document["security"] == [{"token": []}]
    assert document["paths"]["/healthz"]["get"]["security"] == []
    open_to_all = Api(store.root, rate=0).ask("/api/v1/openapi.json").json()
    assert open_to_all["security"] == []
