"""Fetching by HTTP: what is asked, how often, how long, and what is kept of the answers."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from ingest.fetching.hosts import is_public
from tests.fetch_fixtures import CSV, JSON, Fetching, Reply, fetching, vendor
from tests.ingest_fixtures import GOOD, HEADER

__all__ = ["fetching", "vendor"]

ROW = {"app": "kling", "metric": "revenue", "period": "2026-01", "country": "US"}
ROW |= {"value": "100.50", "as_of": "2026-02-03"}


def rows(*countries: str) -> list[dict[str, str]]:
    return [{**ROW, "country": country} for country in countries]


def test_an_address_is_a_file(fetching: Fetching) -> None:
    """What an address answers is landed, read and published like a dropped file, once."""
    fetching.vendor.on("/feed.csv", Reply())
    fetching.source(f"{fetching.vendor.url}/feed.csv")
    first, again = fetching.one(), fetching.one()
    assert (first["outcome"], first["rows_accepted"]) == ("accepted", 2)
    assert again["outcome"] == "unchanged"
    assert fetching.desk.values("far") == [
        ("jimeng", "revenue", "2026-01-01", "ios", "CN", "70.0000"),
        ("kling", "revenue", "2026-01-01", "ios", "US", "100.5000"),
    ]
    assert fetching.desk.rows("select address, said_at::date::varchar from raw.snapshot") == [
        (f"{fetching.vendor.url}/feed.csv", "2026-11-24")
    ]
    assert list(fetching.desk.store.spill.iterdir()) == []


def test_dates_and_parameters_of_the_address(fetching: Fetching) -> None:
    """Windows move with the day; what is asked besides stands in `query`."""
    fetching.vendor.on("/x", Reply())
    fetching.source(
        f"{fetching.vendor.url}/x?from={{month-3}}-01&to={{date-1:%Y%m%d}}",
        query='{ year = "{year}", apps = "a,b c" }',
    )
    assert fetching.one()["outcome"] == "accepted"
    asked = fetching.vendor.asked[0][0]
    assert asked == "/x?from=2026-08-01&to=20261123&year=2026&apps=a,b%20c"


def test_looking_asks_nobody(fetching: Fetching) -> None:
    """The scheduler's look at the inbox, its start and a new configuration fetch nothing."""
    fetching.vendor.on("/feed.csv", Reply())
    fetching.source(f"{fetching.vendor.url}/feed.csv")
    for trigger in ("inbox", "start", "configuration"):
        assert fetching.run(trigger)["files"] == []
    assert fetching.vendor.asked == []
    assert fetching.one("schedule")["outcome"] == "accepted"


def test_unchanged_is_not_sent_again(fetching: Fetching) -> None:
    """ETag and Last-Modified are told back, as long as landing has the bytes they stand for."""

    def answer(headers: dict[str, str]) -> Reply:
        known = headers.get("if-none-match") == '"v1"' and "if-modified-since" in headers
        told = {**CSV, "ETag": '"v1"', "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT"}
        return Reply(status=304, headers=told) if known else Reply(headers=told)

    fetching.vendor.on("/feed.csv", answer)
    fetching.source(f"{fetching.vendor.url}/feed.csv")
    assert fetching.one()["outcome"] == "accepted"
    assert fetching.one()["outcome"] == "unchanged"
    assert "if-none-match" in fetching.vendor.asked[1][1]
    for landed in fetching.desk.store.landing.iterdir():
        landed.unlink()
    assert fetching.one()["outcome"] == "unchanged"
    assert "if-none-match" not in fetching.vendor.asked[2][1]


def test_the_memory_may_be_lost(fetching: Fetching) -> None:
    """Without what state/ remembers the answer is fetched whole and known again by its bytes."""
    fetching.vendor.on("/feed.csv", Reply(headers={**CSV, "ETag": '"v1"'}))
    fetching.source(f"{fetching.vendor.url}/feed.csv")
    fetching.one()
    [memory] = (fetching.desk.store.state / "fetched").iterdir()
    memory.write_text('{"answers": {"x": 1}, "amo')
    assert fetching.one()["outcome"] == "unchanged"


def test_what_passes_is_tried_again(fetching: Fetching) -> None:
    """500 and a cut connection are asked again, later each time; 429 when its Retry-After says."""
    fetching.vendor.on(
        "/feed.csv",
        Reply("busy", 500),
        Reply(cut_at=20),
        Reply("slow down", 429, {"Retry-After": "7"}),
        Reply(),
    )
    fetching.source(f"{fetching.vendor.url}/feed.csv")
    assert fetching.one()["outcome"] == "accepted"
    first, second, third = fetching.slept
    assert 1 <= first <= 3 and 2 <= second <= 4 and third == 7
    assert len(fetching.vendor.asked) == 4


def test_a_server_that_stays_broken_is_given_up(fetching: Fetching) -> None:
    """After five tries the run goes on and says so; nothing is kept."""
    fetching.vendor.on("/feed.csv", Reply("busy", 503))
    fetching.source(f"{fetching.vendor.url}/feed.csv")
    file = fetching.one()
    assert file["outcome"] == "not_read"
    assert "503" in (file["reason"] or "")
    assert len(fetching.vendor.asked) == 5
    assert list(fetching.desk.store.landing.iterdir()) == []


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_long_wait_is_left_to_the_next_run(fetching: Fetching, form: str) -> None:
    """A Retry-After of an hour, as a number or a date, is no reason to hold everybody up."""
    in_an_hour = format_datetime(datetime.now(UTC) + timedelta(hours=1), usegmt=True)
    wait = "3600" if form == "seconds" else in_an_hour
    fetching.vendor.on("/feed.csv", Reply("no", 429, {"Retry-After": wait}))
    fetching.source(f"{fetching.vendor.url}/feed.csv")
    run = fetching.run()
    assert [file["outcome"] for file in run["files"]] == ["waiting"]
    assert (run["outcome"], fetching.slept) == ("ok", [])


def test_a_refusal_says_what_the_server_said(fetching: Fetching) -> None:
    """401 is not tried again; the vendor's own words help to mend it."""
    fetching.vendor.on("/feed.csv", Reply('{"error": "token expired"}', 401, JSON))
    fetching.source(f"{fetching.vendor.url}/feed.csv")
    reason = fetching.one()["reason"] or ""
    assert "401 Unauthorized" in reason and "token expired" in reason
    assert "check the secret" in reason.lower()
    assert len(fetching.vendor.asked) == 1


def test_a_slow_drip_ends(fetching: Fetching) -> None:
    """A byte now and then keeps no run waiting for ever: the whole answer has its time."""
    fetching.vendor.on("/feed.csv", Reply(drip=True))
    fetching.source(f"{fetching.vendor.url}/feed.csv")
    file = fetching.one(whole_seconds=0.3)
    assert file["outcome"] == "not_read"
    assert "not whole after" in (file["reason"] or "")


def test_a_large_answer_is_not_kept(fetching: Fetching) -> None:
    """What is larger than max_mb is cut off, also when it comes packed."""
    packed = gzip.compress(b"0" * 30_000_000)
    fetching.vendor.on("/feed.csv", Reply(packed, headers={**CSV, "Content-Encoding": "gzip"}))
    fetching.source(f"{fetching.vendor.url}/feed.csv", max_mb="2")
    file = fetching.one()
    assert "larger than 2 MB" in (file["reason"] or "")
    assert list(fetching.desk.store.spill.iterdir()) == []


def test_gzip_on_the_way_and_gzip_as_the_file(fetching: Fetching) -> None:
    """Both ways of packing give the same rows."""
    packed = gzip.compress(GOOD.encode())
    fetching.vendor.on("/way.csv", Reply(packed, headers={**CSV, "Content-Encoding": "gzip"}))
    fetching.vendor.on("/file.csv.gz", Reply(packed, headers={"Content-Type": "application/gzip"}))
    fetching.source(f"{fetching.vendor.url}/way.csv", f"{fetching.vendor.url}/file.csv.gz")
    assert [file["rows_read"] for file in fetching.run()["files"]] == [2, 2]


def test_the_quota_of_a_day_is_kept(fetching: Fetching, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every call counts, a repeated one too; what is over it waits for tomorrow."""
    fetching.vendor.on("/a.csv", Reply("busy", 500), Reply())
    fetching.vendor.on("/b.csv", Reply(HEADER + "kling,revenue,2026-01,ios,DE,9,2026-02-03\n"))
    url = fetching.vendor.url
    fetching.source(f"{url}/a.csv", f"{url}/b.csv", calls_per_day="2")
    outcomes = [(file["outcome"], file["reason"]) for file in fetching.run()["files"]]
    assert outcomes[0] == ("accepted", None)
    assert outcomes[1][0] == "waiting" and "2 calls a day" in (outcomes[1][1] or "")
    assert len(fetching.vendor.asked) == 2
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-25")
    assert [file["outcome"] for file in fetching.run()["files"]] == ["unchanged", "accepted"]


def test_calls_keep_their_distance(fetching: Fetching) -> None:
    """calls_per_minute is the pace of one source's calls, over all its pages and addresses."""
    pages = [Reply(json.dumps(rows(c)), headers=JSON) for c in ("US", "DE")]
    fetching.vendor.on("/a.json", *pages, Reply("[]", headers=JSON))
    fetching.vendor.on("/b.json", Reply(json.dumps(rows("JP")), headers=JSON))
    addresses = (f"{fetching.vendor.url}/{name}.json" for name in "ab")
    fetching.source(*addresses, page='"p"', calls_per_minute="20")
    files = fetching.run(clock=lambda: 5.0)["files"]
    assert [file["outcome"] for file in files] == ["accepted"] * 3
    assert (len(fetching.vendor.asked), fetching.slept) == (5, [3.0] * 4)


def test_pages_by_number(fetching: Fetching) -> None:
    """Pages are counted until an empty one; each is a snapshot, the empty one is none."""
    pages = {"1": rows("US", "DE"), "2": rows("JP")}

    def answer(headers: dict[str, str]) -> Reply:
        page = headers[":path"].rpartition("=")[2]
        return Reply(json.dumps(pages.get(page, [])), headers=JSON)

    fetching.vendor.on("/feed", answer)
    fetching.source(f"{fetching.vendor.url}/feed?x=1", page='"page"')
    files = fetching.run()["files"]
    assert [(file["name"].rpartition("?")[2], file["rows_accepted"]) for file in files] == [
        ("x=1&page=1", 2),
        ("x=1&page=2", 1),
    ]
    assert [row[4] for row in fetching.desk.values("far")] == ["DE", "JP", "US"]


def test_a_server_that_ignores_the_page_ends(fetching: Fetching) -> None:
    """The same page once more is no further page."""
    fetching.vendor.on("/feed", Reply(json.dumps(rows("US")), headers=JSON))
    fetching.source(f"{fetching.vendor.url}/feed", page='"page"')
    assert len(fetching.run()["files"]) == 1


def test_pages_by_link(fetching: Fetching) -> None:
    """The next page is where the answer says, with the source's own secret put in again."""
    fetching.secret(TOKEN="s3cr3t-value")
    first = {"items": [], "links": {"next": "/feed?auth_token=s3cr3t-value&page=b"}}
    fetching.vendor.on(
        "/feed", Reply(json.dumps(first), headers=JSON), Reply('{"items": [1]}', headers=JSON)
    )
    fetching.source(
        f"{fetching.vendor.url}/feed",
        query='{ auth_token = "{secret:TOKEN}" }',
        next='"links.next"',
    )
    files = fetching.run()["files"]
    assert len(files) == 2
    assert files[1]["name"] == f"{fetching.vendor.url}/feed?page=b"
    assert sorted(fetching.vendor.asked[1][0].partition("?")[2].split("&")) == [
        "auth_token=s3cr3t-value",
        "page=b",
    ]
    assert "s3cr3t" not in fetching.kept_text()


@pytest.mark.parametrize("link", ["//[", "http://[::1", 2, {"href": "/feed?page=b"}])
def test_a_link_that_is_no_address_keeps_all_out(fetching: Fetching, link: object) -> None:
    """There is a further page that cannot be had: the first is not loaded as if it were all."""
    first = {"items": [1], "links": {"next": link}}
    fetching.vendor.on("/feed", Reply(json.dumps(first), headers=JSON))
    fetching.source(f"{fetching.vendor.url}/feed", next='"links.next"')
    file = fetching.one()
    assert file["outcome"] == "not_read"
    assert "the link to the next page is no address" in str(file["reason"])


def test_one_page_that_fails_keeps_all_out(fetching: Fetching) -> None:
    """A half of what was asked is not loaded as if it were all."""
    fetching.vendor.on("/feed", Reply(json.dumps(rows("US")), headers=JSON), Reply("no", 403))
    fetching.source(f"{fetching.vendor.url}/feed", page='"page"')
    assert fetching.one()["outcome"] == "not_read"
    assert list(fetching.desk.store.ledger.glob("*/")) == []


def test_a_redirect_is_followed_with_its_secrets_left_at_home(fetching: Fetching) -> None:
    """Another host gets the file's address, and none of what the source's own host is told."""
    fetching.secret(KEY="planted-key")
    other = f"http://localhost:{fetching.vendor.port}"
    fetching.vendor.on("/old", Reply("", 302, {"Location": "/mid"}))
    fetching.vendor.on("/mid", Reply("", 307, {"Location": f"{other}/new", "Set-Cookie": "a=b"}))
    fetching.vendor.on("/new", Reply())
    fetching.source(
        f"http://user:{{secret:KEY}}@127.0.0.1:{fetching.vendor.port}/old",
        headers='{ "X-Api-Key" = "{secret:KEY}", "User-Agent" = "me" }',
    )
    assert fetching.one()["outcome"] == "accepted"
    told = [
        (path, headers.get("x-api-key"), "authorization" in headers, headers["user-agent"])
        for path, headers in fetching.vendor.asked
    ]
    assert told == [
        ("/old", "planted-key", True, "me"),
        ("/mid", "planted-key", True, "me"),
        ("/new", None, False, "me"),
    ]
    assert "cookie" not in fetching.vendor.asked[2][1]
    assert "planted-key" not in fetching.kept_text()


def test_no_redirect_into_the_own_network(fetching: Fetching) -> None:
    """A public source's server sends us to no machine that only we can reach; each hop counts."""
    fetching.vendor.on("/feed", Reply("", 302, {"Location": "http://inside.example/admin"}))
    fetching.source(f"http://far.example:{fetching.vendor.port}/feed", private="false")
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["169.254.169.254"]

    reason = fetching.one(resolve=resolve)["reason"] or ""
    assert "far.example leads to 169.254.169.254" in reason
    assert (asked, fetching.vendor.asked, fetching.slept) == (["far.example"], [], [])


def test_the_second_hop_is_looked_up_too(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host may be public and the one it sends us to not."""
    fetching.vendor.on("/feed", Reply("", 302, {"Location": "http://inside.example:1/admin"}))
    fetching.source(f"http://far.example:{fetching.vendor.port}/feed", private="false")
    monkeypatch.setattr("ingest.fetching.hosts.is_public", lambda address: address != "127.0.0.2")
    homes = {"far.example": ["127.0.0.1"], "inside.example": ["127.0.0.2"]}
    reason = fetching.one(resolve=lambda host, _port: homes[host])["reason"] or ""
    assert "inside.example leads to 127.0.0.2, a machine inside this network" in reason
    assert [path for path, _headers in fetching.vendor.asked] == ["/feed"]


def test_which_addresses_are_public() -> None:
    """Private, loopback, link-local, carrier and mapped addresses are nobody else's to name."""
    inside = "127.0.0.1 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 ::1"
    inside += " fe80::1 fc00::1 ::ffff:10.0.0.1 64:ff9b::7f00:1 2002:7f00:1:: 224.0.0.1 ::"
    assert [one for one in inside.split() if is_public(one)] == []
    assert all(map(is_public, ("8.8.8.8", "2606:4700:4700::1111")))


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("file:///etc/passwd", "no web address"),
        ("/feed", "more than 5 times"),
        ("http://localhost:1/?t=planted-key", "with our secret"),
    ],
)
def test_redirects_that_are_not_followed(fetching: Fetching, location: str, words: str) -> None:
    """Not to files, not for ever, and not with our secret in the address of somebody else."""
    fetching.secret(KEY="planted-key")
    fetching.vendor.on("/feed", Reply("", 302, {"Location": location}))
    fetching.source(f"{fetching.vendor.url}/feed?key={{secret:KEY}}")
    file = fetching.one()
    assert (file["outcome"], words in (file["reason"] or "")) == ("not_read", True), file["reason"]
    assert "planted-key" not in fetching.kept_text()
