"""The API as a service: which requests it takes, how many, and from which version it answers."""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.app import BesideDashboard
from api.doors import Buckets
from api.errors import Refused
from api.settings import Settings
from api.versions import Versions, Workers
from tests.api_fixtures import HERE, TODAY, Api
from tests.warehouse_fixtures import estimate, write_snapshot
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.store import newest, publish
from warehouse.versions import wal_of


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    monkeypatch.setenv("TRACKER_DATA", "unset-in-tests")


@pytest.fixture
def data(few: Path, tmp_path: Path) -> Path:
    """A copy of the few figures, to be changed."""
    return Path(shutil.copytree(few, tmp_path / "data", symlinks=True))


def publish_july(data: Path, value: float) -> None:
    """Another version: somebody says July anew."""
    store = Store(data)
    july = estimate("2026-07", value, as_of="2026-11-01")
    write_snapshot(store, "vendor", name=f"{value}.csv", observation=[july])
    assert publish(store)


@pytest.mark.parametrize("broken", ["nothing", "wal", "garbage"])
def test_without_a_readable_version_it_lives_but_is_not_ready(broken: str, data: Path) -> None:
    """Tables and /readyz say 503 in words and name no path; /healthz and /metrics answer."""
    store = Store(data)
    if broken == "nothing":
        store.link.unlink()
    elif broken == "wal":
        wal_of(newest(store)).write_bytes(b"x")
    else:
        newest(store).chmod(0o644)
        newest(store).write_bytes(b"no database" * 1000)
    api = Api(data)
    code = {"nothing": "no_warehouse", "wal": "stray_wal", "garbage": "unreadable"}[broken]
    for address in ("/readyz", "/api/v1", "/api/v1/growth", "/api/v1/openapi.json"):
        assert api.refusal(address, 503)["code"] == code
    assert api.ask("/healthz").json() == {"status": "ok"}
    assert "tracker_ready 0.0" in api.ask("/metrics").text


def test_a_new_version_is_answered_at_once_and_pages_stay_in_the_old_one(data: Path) -> None:
    """Nobody's pages mix two versions; who asks anew gets the newest."""
    api = Api(data)
    first = api.ask("/api/v1/monthly?order=month&limit=5").json()
    publish_july(data, 70)
    second = api.ask(first["next"]).json()
    assert second["version"] == first["version"]
    values = [row["value"] for row in first["rows"] + second["rows"]]
    assert values == [1, 2, 3, 4, 5, 6, 7]
    anew = api.ask("/api/v1/monthly?order=-month&limit=1").json()
    assert (anew["rows"][0]["value"], anew["version"]) == (70, newest(Store(data)).stem)
    assert api.ask("/readyz").json()["version"] == anew["version"]


def test_pages_of_a_version_that_is_gone_begin_again(data: Path) -> None:
    """410, and not silently the rows of another version."""
    api = Api(data)
    following = api.ask("/api/v1/monthly?limit=5").json()["next"]
    old = newest(Store(data))
    publish_july(data, 70)
    old.unlink()
    refusal = api.refusal(following, 410)
    assert (refusal["code"], "Start again" in refusal["fix"]) == ("version_gone", True)


def test_open_versions_do_not_pile_up(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many are published, few stay open; who still asks an old one is not cut off."""
    monkeypatch.setattr("api.versions.KEPT", 1)
    monkeypatch.setenv("TRACKER_DATA", str(data))
    versions = Versions()
    with versions.newest().asked(20) as cursor:
        publish_july(data, 70)
        versions.newest()
        assert [path.stem for path in versions._opened] == [newest(Store(data)).stem]
        assert cursor.table("monthly").order("month").select("value").fetchall()[-1] == (7,)


def test_a_whole_table_is_never_cut_in_silence(few: Path) -> None:
    """Formats that cannot say that rows follow refuse; with a limit, headers say so."""
    api = Api(few, most_rows=3)
    assert api.refusal("/api/v1/monthly.csv", 400)["code"] == "too_many_rows"
    assert len(api.ask("/api/v1/monthly.csv?month.lt=2026-04-01").text.splitlines()) == 4
    page = api.ask("/api/v1/monthly.csv?limit=3")
    assert page.headers["X-Truncated"] == "true"
    rows = page.text.splitlines()[1:]
    while found := re.match(r'<(.*)>; rel="next"', page.headers.get("Link", "")):
        page = api.ask(found[1])
        rows += page.text.splitlines()[1:]
    assert page.headers["X-Truncated"] == "false"
    assert len(rows) == len(set(rows)) == 7
    answered = api.ask("/api/v1/monthly?limit=100").json()
    assert (answered["row_count"], answered["truncated"]) == (3, True)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8501", 200),
        ("localhost", 200),
        ("[::1]:8501", 200),
        ("192.168.1.7:8501", 200),
        ("tracker.example:8501", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
    ],
)
def test_only_its_own_names_are_answered(host: str, status: int, few: Path) -> None:
    """A page elsewhere whose name was made to lead here reads nothing."""
    api = Api(few, hosts=frozenset({"tracker.example"}))
    assert api.ask("/api/v1/events", Host=host).status_code == status


def test_other_sites_read_nothing_unless_they_are_named(few: Path) -> None:
    """No CORS by default; with a list, for those on it."""
    for origins, allowed in (((), None), (("https://a.example",), "https://a.example")):
        api = Api(few, origins=origins)
        answered = api.ask("/api/v1/events", Origin="https://a.example")
        assert answered.headers.get("Access-Control-Allow-Origin") == allowed
        other = api.ask("/api/v1/events", Origin="https://b.example")
        assert "Access-Control-Allow-Origin" not in other.headers
        assert answered.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_one_address_cannot_take_all_the_turns(few: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond its rate it is told when to go on; others are not held up by it."""
    api = Api(few, rate=2)
    statuses = [api.ask("/healthz").status_code for _ in range(6)]
    assert statuses[:4] == [200] * 4
    assert 429 in statuses[4:]
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    buckets = Buckets(2)
    assert [buckets.seconds_to_wait("a") for _ in range(5)] == [0, 0, 0, 0, 1]
    assert buckets.seconds_to_wait("b") == 0
    now += 0.5
    assert [buckets.seconds_to_wait("a") for _ in range(2)] == [0, 1]


def test_more_questions_than_it_can_hold_are_told_busy() -> None:
    """One works, one waits, the third is refused at once and told to come again."""
    workers = Workers(Settings(at_once=1, waiting=1))
    going = threading.Event()

    async def three() -> list[object]:
        first = asyncio.create_task(workers.run(lambda: going.wait(30), "1"))
        second = asyncio.create_task(workers.run(lambda: 2, "2"))
        await asyncio.sleep(0)
        with pytest.raises(Refused) as refused:
            await workers.run(lambda: 3, "3")
        going.set()
        return [await first, await second, refused.value.code, refused.value.retry_after]

    assert asyncio.run(three()) == [True, 2, "busy", 1]


def test_an_answer_that_takes_too_long_is_stopped(
    few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work ends too, and does not go on behind a closed door."""
    monkeypatch.setenv("TRACKER_DATA", str(few))
    opened = Versions().newest()
    with pytest.raises(Refused) as refused, opened.asked(0.2) as cursor:
        cursor.execute("select count(*) from range(1000000) a, range(1000000) b").fetchall()
    assert (refused.value.status, refused.value.code) == (422, "too_slow")
    with opened.asked(20) as cursor:
        assert cursor.execute("select 1").fetchall() == [(1,)]


def test_a_published_file_is_read_by_range(data: Path) -> None:
    """As DuckDB reads it from another machine: size by HEAD, parts by Range, the name as ETag."""
    api = Api(data)
    path = newest(Store(data))
    content = path.read_bytes()
    led = api.ask("/warehouse/newest.duckdb")
    assert (led.status_code, led.headers["Location"]) == (307, f"{HERE}/warehouse/{path.name}")
    address = led.headers["Location"]
    head = api.ask(address, "HEAD", Accept_Encoding="gzip")
    assert (head.headers["Content-Length"], head.content) == (str(len(content)), b"")
    assert (head.headers["ETag"], head.headers["Accept-Ranges"]) == (f'"{path.stem}"', "bytes")
    part = api.ask(address, Range="bytes=4096-8191", Accept_Encoding="gzip")
    assert (part.status_code, part.content) == (206, content[4096:8192])
    assert part.headers["Content-Range"] == f"bytes 4096-8191/{len(content)}"
    assert api.ask(address, Range="bytes=-100").content == content[-100:]
    whole = api.ask(address, Range="bytes=0-9", If_Range='"another"')
    assert (whole.status_code, whole.content) == (200, content)
    assert api.ask(address, If_None_Match=head.headers["ETag"]).status_code == 304
    for beyond in (f"bytes={len(content)}-", "bytes=9-1", "bytes=x", "lines=1-2", "bytes=-0"):
        assert api.refusal(address, 416, Range=beyond)["code"] == "bad_range"
    [listed] = api.ask("/warehouse").json()["versions"]
    assert (listed["address"], listed["bytes"]) == (address, len(content))
    assert api.refusal("/warehouse/warehouse.duckdb", 410)
    assert api.refusal("/warehouse/..%2Fledger%2Fwatchlist.json", 404)


def test_a_monitor_sees_requests_versions_and_loads(few: Path) -> None:
    """Counted by kind of address, so that strangers' paths make no new series."""
    api = Api(few)
    for address in ("/api/v1/growth", "/api/v1/growth.csv", "/api/v1/x1", "/api/v1/x2", "/api/y"):
        api.ask(address)
    text = api.ask("/metrics").text
    assert 'tracker_requests_total{route="/api/v1/growth",status="200"} 2.0' in text
    assert 'tracker_requests_total{route="/api/v1/?",status="404"} 2.0' in text
    assert 'tracker_request_seconds_count{route="/api/v1/growth"} 2.0' in text
    assert re.search(r"^tracker_version_age_seconds \d", text, re.M)
    assert 'tracker_last_load_seconds{source="vendor"}' in text
    assert 'tracker_files{outcome="accepted"}' in text
    assert "x1" not in text


def test_what_is_not_served_is_told_in_the_same_shape(few: Path) -> None:
    """Unknown paths and methods too, and a fault of ours without its reason."""
    api = Api(few)
    assert api.refusal("/api/v2/growth", 404)["code"] == "not_found"
    answered = api.ask("/api/v1/growth", "POST")
    assert (answered.status_code, answered.json()["error"]["code"]) == (405, "method_not_allowed")
    head = api.ask("/api/v1/growth", "HEAD")
    assert (head.status_code, "ETag" in head.headers) == (200, True)


def test_a_fault_of_ours_is_told_without_its_reason(
    few: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason may hold what no stranger should read; it goes to the log."""
    api = Api(few)
    monkeypatch.setattr("api.openapi.document", lambda *_arguments: 1 / 0)
    transport = httpx.ASGITransport(api.app, raise_app_exceptions=False)

    async def ask() -> httpx.Response:
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            return await client.get("/api/v1/openapi.json")

    monkeypatch.setenv("TRACKER_DATA", str(few))
    answered = asyncio.run(ask())
    assert (answered.status_code, answered.json()["error"]["code"]) == (500, "failed")
    assert "division" not in answered.text


@pytest.mark.parametrize("path", ["/", "/growth", "/_stcore/health", "/metricsx", "/warehouses"])
def test_other_paths_are_the_dashboards(path: str) -> None:
    """The API takes its own first words and nothing else."""
    passed: list[str] = []

    async def dashboard(scope: dict[str, str], receive: object, send: object) -> None:
        passed.append(scope["path"])

    async def never(scope: object, receive: object, send: object) -> None:
        raise AssertionError

    for prefix in ("", "/tracker"):
        beside = BesideDashboard(dashboard, never, prefix)  # type: ignore[arg-type]
        asyncio.run(beside({"type": "http", "path": prefix + path}, None, None))  # type: ignore[arg-type]
    asyncio.run(beside({"type": "http", "path": "/api/v1"}, None, None))  # type: ignore[arg-type]
    assert passed == [path, f"/tracker{path}", "/api/v1"]


def test_below_a_path_every_address_it_writes_leads_back_to_it(few: Path) -> None:
    """The index, pages, files, the description and refusals: all name addresses that answer."""
    api = Api(few, prefix="/tracker")
    below = f"{HERE}/tracker"
    index = api.ask("/tracker/api/v1").json()
    assert index["docs"] == f"{below}/api/v1/docs"
    for address in (index["openapi"], index["docs"], index["tables"][0]["address"]):
        assert api.ask(address).status_code == 200
    following = api.ask("/tracker/api/v1/monthly?limit=5").json()["next"]
    assert following.startswith(f"{below}/api/v1/monthly?")
    assert api.ask(following).json()["row_count"] == 2
    led = api.ask("/tracker/warehouse/newest.duckdb").headers["Location"]
    [listed] = api.ask("/tracker/warehouse").json()["versions"]
    assert led == listed["address"]
    assert api.ask(led, "HEAD").status_code == 200
    assert api.ask(index["openapi"]).json()["servers"] == [{"url": "/tracker"}]
    hrefs = re.findall(r"href='(/[^']*)'", api.ask(index["docs"]).text)
    assert len(hrefs) > 20
    assert all(href.startswith("/tracker/") for href in hrefs)
    assert "/tracker/api/v1" in api.refusal("/tracker/api/v1/grwth", 404)["fix"]
    assert "/tracker/api/v1" in api.refusal("/tracker/api/v2", 404)["fix"]
    monitored = api.ask("/tracker/metrics").text
    assert 'tracker_requests_total{route="/api/v1/monthly",status="200"} 2.0' in monitored


def test_a_page_gets_its_own_script_and_nothing_beside_it(few: Path) -> None:
    """From whatever name it was opened by; no other file of the project."""
    api = Api(few, prefix="/tracker", rate=1)
    for _ in range(4):
        script = api.ask("/tracker/assets/codemirror.js", Host="any.example")
        assert script.status_code == 200
    assert script.headers["Content-Type"].startswith("text/javascript")
    assert "export{" in script.text
    for other in ("", "/", "/editor.js", "/..%2Feditor.js", "/%2e%2e%2feditor.css"):
        assert api.ask(f"/tracker/assets{other}").status_code == 404, other


@pytest.mark.parametrize("text", ["many", "-1", "1.5", "٣"])
def test_a_limit_that_is_no_number_is_told_at_the_start(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the variable's name, not at the first request."""
    monkeypatch.setenv("TRACKER_API_RATE", text)
    with pytest.raises(TrackerError, match="TRACKER_API_RATE"):
        Settings.from_env()
    monkeypatch.setenv("TRACKER_API_RATE", "7")
    assert Settings.from_env().rate == 7


def test_answers_leave_at_once() -> None:
    """When the server starts its socket is bound; what it accepts does not gather what it sends."""

    async def dashboard(*_asked: Any) -> None:
        """Takes the start as it is."""

    beside = BesideDashboard(dashboard, dashboard)
    with socket.socket() as bound, socket.socket() as client:
        bound.bind(("127.0.0.1", 0))
        assert bound.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0
        asyncio.run(beside({"type": "lifespan"}, dashboard, dashboard))  # type: ignore[arg-type]
        bound.listen()
        client.connect(bound.getsockname())
        accepted, _address = bound.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
