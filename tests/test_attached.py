"""A published version, attached over HTTP by a DuckDB with httpfs as on another machine."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.app import application
from api.settings import Settings
from tests.api_fixtures import TODAY
from tests.attached_fixtures import Elsewhere, Heard, Request, duckdb_elsewhere, listening
from tests.docs_fixtures import ROOT, block
from tests.warehouse_fixtures import estimate, publish, write_snapshot
from warehouse import tokens
from warehouse.paths import Store
from warehouse.store import newest

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
SUM = "select sum(value)::int from {}.monthly"


class Served:
    """A store behind the API, with a token that may read it."""

    def __init__(self, store: Store, heard: Heard, address: str, token: str) -> None:
        self.store, self.heard, self.address, self.token = store, heard, address, token

    @property
    def newest(self) -> str:
        """The address of the newest version, by its own name."""
        return f"{self.address}/warehouse/{newest(self.store).name}"

    def in_words_of_the_page(self, label: str) -> list[str]:
        """The statements of an example in docs/api.md, for this server, version and token."""
        text = block(PAGE, label).replace("tracker_…", self.token)
        text = re.sub(r"http://127\.0\.0\.1:8501/warehouse/\d\S+\.duckdb", self.newest, text)
        text = text.replace("http://127.0.0.1:8501", self.address)
        return [part for part in map(str.strip, text.split(";\n")) if part]

    def publish_july(self, value: float) -> None:
        """Another version: somebody says July anew."""
        july = estimate("2026-07", value, as_of="2026-11-01")
        write_snapshot(self.store, "vendor", name=f"{value}.csv", observation=[july])
        assert publish(self.store)


@pytest.fixture
def served(few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """A server that asks for tokens, as where there is a login."""
    store = Store(Path(shutil.copytree(few, tmp_path / "data", symlinks=True)))
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    monkeypatch.setenv("TRACKER_DATA", str(store.root))
    token = tokens.add(store, "Ann", ["read"], 90)
    heard = Heard(application(Settings(rate=0, locked=lambda: True)))
    with listening(heard) as address:
        yield Served(store, heard, address, token)
    heard.app.close()


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    """The client."""
    home = tmp_path / "home"
    home.mkdir()
    with duckdb_elsewhere(home) as client:
        yield client


def let_in(elsewhere: Elsewhere, served: Served, token: str = "") -> None:
    """Give the client a token for this server."""
    elsewhere.rows(
        f"create or replace secret tracker (type http, bearer_token '{token or served.token}',"
        f" scope '{served.address}/')"
    )


def test_a_version_is_attached_by_its_parts(elsewhere: Elsewhere, served: Served) -> None:
    """As docs/api.md shows it, with a token; the version is its ETag, and not all is fetched."""
    secret, attach = served.in_words_of_the_page("attach: token")
    assert elsewhere.rows(secret) == [[True]]
    listed, same, ask = served.in_words_of_the_page("attach")
    assert elsewhere.rows(listed) == [[served.newest]]
    assert same == attach
    served.heard.taken()
    elsewhere.rows(attach)
    assert len(elsewhere.rows(ask)) == 7
    for statement in served.in_words_of_the_page("attach: days"):
        elsewhere.rows(statement)
    assert elsewhere.rows(ask) == []
    elsewhere.rows("set variable as_of = null::date")
    assert elsewhere.rows(SUM.format("tracker")) == [[28]]
    assert elsewhere.rows("select count(*) from tracker.lineage where app_id = 'kite'") == [[8]]
    path = newest(served.store)
    parts = [one for one in served.heard.taken() if one.path == f"/warehouse/{path.name}"]
    assert {one.etag for one in parts} == {f'"{path.stem}"'}
    fetched = [one for one in parts if one.method == "GET"]
    assert fetched and all(one.range and one.status == 206 for one in fetched)
    assert sum(one.length for one in fetched) < path.stat().st_size


def test_nothing_is_written_over_there(elsewhere: Elsewhere, served: Served) -> None:
    """Not even by a client that asks for it: there is no way to, on either side."""
    let_in(elsewhere, served)
    before = newest(served.store).read_bytes()
    for mode in ("read_write", "read_only"):
        elsewhere.rows(f"attach '{served.newest}' as t ({mode})")
        assert elsewhere.error("delete from t.raw.observation")
        elsewhere.rows("detach t")
    assert newest(served.store).read_bytes() == before
    assert {one.method for one in served.heard.taken()} <= {"GET", "HEAD"}


@pytest.mark.parametrize("token", ["", "tracker_wrong"])
def test_without_the_right_token_nothing_is_attached(
    token: str, elsewhere: Elsewhere, served: Served
) -> None:
    """No byte of a version goes out, and the log of requests says why."""
    if token:
        let_in(elsewhere, served, token)
    assert "does not exist" in elsewhere.error(f"attach '{served.newest}' as t (read_only)")
    assert {one.status for one in served.heard.taken()} == {401}
    let_in(elsewhere, served)
    elsewhere.rows(f"attach '{served.newest}' as t (read_only)")
    tokens.revoke(served.store, "Ann")
    assert "401" in elsewhere.error("from t.raw.observation")


def test_what_is_attached_stays_as_it_is(elsewhere: Elsewhere, served: Served) -> None:
    """Whatever is published meanwhile; the newest is attached beside it. Once gone, it says so."""
    let_in(elsewhere, served)
    old = newest(served.store)
    elsewhere.rows(f"attach '{served.newest}' as before (read_only)")
    served.publish_july(70)
    assert elsewhere.rows(SUM.format("before")) == [[28]]
    elsewhere.rows(f"attach '{served.newest}' as after (read_only)")
    assert elsewhere.rows(SUM.format("after")) == [[91]]
    old.unlink()
    assert "410" in elsewhere.error("from before.raw.observation")
    assert elsewhere.rows("select count(*) from after.raw.observation") == [[9]]


def test_what_leads_to_another_file_next_time_is_not_attached(
    elsewhere: Elsewhere, served: Served
) -> None:
    """A database read from two versions would answer wrongly without a word."""
    let_in(elsewhere, served)
    address = f"{served.address}/warehouse/newest.duckdb"
    assert "409" in elsewhere.error(f"attach '{address}' as t (read_only)")
    asked = served.heard.taken()
    assert Request("HEAD", "/warehouse/newest.duckdb", "", 307, "", 0) in asked
    assert all(one.status != 206 for one in asked)


def test_csv_and_parquet_are_read_by_their_address(elsewhere: Elsewhere, served: Served) -> None:
    """By read_csv and read_parquet, with the same secret."""
    let_in(elsewhere, served)
    query = f"select count(*) from read_csv('{served.address}/api/v1/monthly.csv?app=kite')"
    assert elsewhere.rows(query) == [[7]]
    query = f"select sum(value)::int from read_parquet('{served.address}/api/v1/monthly.parquet')"
    assert elsewhere.rows(query) == [[28]]
