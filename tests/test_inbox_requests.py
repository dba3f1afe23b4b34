"""What people ask of dropped files: whose they are, and what is said when it cannot be done."""

from __future__ import annotations

import os
import time

import pytest

from ingest.config import read_config
from ingest.schedule import Watch
from ingest.sources import named
from tests.ingest_fixtures import GOOD, HEADER, SOURCES, Desk
from warehouse import inbox, requests
from warehouse.errors import TrackerError
from warehouse.status import read_unclaimed

BY_NAME = SOURCES.replace('id = "vendor"', 'id = "vendor"\nas_of = "file name"')
UNDATED = "app,metric,period,value\nkling,revenue,2026-01,5\n"


def test_a_file_nobody_claims_is_listed_and_loaded_once_claimed(desk: Desk) -> None:
    """Two sources read such files: a person says whose it is, and the same run loads it."""
    desk.drop("feed.csv", GOOD, source="somewhere")
    desk.run()
    assert read_unclaimed(desk.store) == ["somewhere/feed.csv"]
    requests.leave_claim(desk.store, "page", "somewhere/feed.csv", "vendor")
    assert desk.run()["outcome"] == "ok"
    assert len(desk.values("vendor")) == 2
    assert (read_unclaimed(desk.store), requests.pending(desk.store)) == ([], [])
    assert (desk.store.inbox / "vendor" / "feed.csv").is_file()


@pytest.mark.parametrize(
    ("name", "source", "reason"),
    [
        ("../../config/apps.toml", "vendor", "the inbox has no such file"),
        ("{root}/config/apps.toml", "vendor", "the inbox has no such file"),
        ("gone.csv", "vendor", "the inbox has no such file"),
        ("feed.csv", "nobody", "nobody"),
    ],
)
def test_a_claim_that_cannot_be_meant_moves_nothing(
    desk: Desk, name: str, source: str, reason: str
) -> None:
    """Only files of the inbox, only to sources there are; the reason is kept with the request."""
    (desk.store.inbox / "feed.csv").write_text(GOOD, encoding="utf-8")
    requests.leave_claim(desk.store, "page", name.format(root=desk.root), source)
    desk.run()
    [refused] = requests.refused(desk.store)
    assert reason in str(refused.why)
    assert (desk.root / "config" / "apps.toml").is_file()
    assert (desk.store.inbox / "feed.csv").is_file()


def test_a_claimed_file_never_takes_the_place_of_another(desk: Desk) -> None:
    """A file of the same name in the source's folder stays, and both are loaded."""
    desk.drop("feed.csv", GOOD)
    desk.drop("feed.csv", HEADER + "kling,revenue,2026-02,ios,US,1,2026-03-03\n", source="other")
    requests.leave_claim(desk.store, "page", "other/feed.csv", "vendor")
    desk.run()
    names = sorted(path.name for path in (desk.store.inbox / "vendor").iterdir())
    assert names == ["feed-2.csv", "feed.csv"]
    assert len(desk.values()) == 3


def test_words_that_do_not_fit_are_refused_with_the_reason(desk: Desk) -> None:
    """A page that was left open asks for what is no longer so: it is told, nothing changes."""
    desk.drop("good.csv", GOOD)
    desk.run()
    [(one,)] = desk.rows("select snapshot_id from loads")
    requests.leave(desk.store, one, "page", {"decision": "release", "reason": "fine"})
    requests.leave(desk.store, one, "page", {"decision": "explode", "reason": "why not"})
    desk.run()
    told = sorted(str(request.why) for request in requests.refused(desk.store))
    assert "'explode' is no decision" in told[0]
    assert "`release` is for a file that is held" in told[1]
    assert len(desk.values()) == 2


def test_an_answer_that_is_no_word_is_refused(desk: Desk) -> None:
    """A day is a day and a country a country, whoever left the request."""
    desk.configure(sources=BY_NAME)
    desk.drop("feed.csv", UNDATED)
    desk.run()
    [(one, asked)] = desk.rows("select snapshot_id, asked from loads")
    assert asked == ["as_of"]
    requests.leave(desk.store, one, "page", {"as_of": "soon"})
    requests.leave(desk.store, one, "page", {"country": "Atlantis"})
    desk.run()
    assert sorted(str(r.why).partition(":")[0] for r in requests.refused(desk.store)) == [
        "as_of",
        "country",
    ]


def test_a_request_wakes_the_scheduler_once(desk: Desk) -> None:
    """What a person asks on a page is done at the next look, not at the next cron line."""
    watch = Watch(read_config(desk.root), desk.store)
    runs: list[str] = []
    watch._job = lambda trigger, source_id=None: lambda: runs.append(trigger)  # type: ignore[method-assign]
    requests.leave_figure(desk.store, "page", {"app": "kling"})
    watch._look_into_inbox()
    watch._look_into_inbox()
    assert runs == ["inbox"]


def test_the_source_of_a_file_elsewhere_is_told_by_its_content(desk: Desk) -> None:
    """`check FILE` needs no --source where one source alone reads such a file."""
    config = read_config(desk.root)
    path = desk.root / "said_2026.csv"
    path.write_text("anything", encoding="utf-8")
    [candidate] = named([str(path)], config, desk.store, None)
    assert candidate.source.source_id == "said"
    path = desk.root / "feed.csv"
    path.write_text(GOOD, encoding="utf-8")
    with pytest.raises(TrackerError, match="--source ID"):
        named([str(path)], config, desk.store, None)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("report.csv", "report.csv"),
        ("Unified Revenue Jul 2025 to Oct 2025.csv", "Unified Revenue Jul 2025 to Oct 2025.csv"),
        ("可靈.csv", "可靈.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\folder\\x.csv", "x.csv"),
        ("/abs/y.csv", "y.csv"),
        (".hidden", "hidden"),
        ("..", "upload"),
        ("", "upload"),
        ("a\nb\0c\u202e.csv", "abc.csv"),
        ("half.csv.part", "half.csv.part.upload"),
        ("x" * 500 + ".csv", "x" * 156 + ".csv"),
        ("$(rm -rf ~); --json.csv", "$(rm -rf ~); --json.csv"),
    ],
)
def test_an_uploaded_name_is_only_a_name(sent: str, kept: str) -> None:
    """No folder, nothing hidden, no control character, bounded; the words of a name stay, because
    countries and days are read from them."""
    assert inbox.safe_name(sent) == kept


def test_an_upload_is_loaded_like_a_dropped_file_or_swept(desk: Desk) -> None:
    """Loading moves it into the inbox; what nobody decided about for a day is removed by a run."""
    loaded = inbox.keep_upload(desk.store, "a.csv", GOOD.encode())
    left = inbox.keep_upload(desk.store, "b.csv", GOOD.encode())
    young = inbox.keep_upload(desk.store, "c.csv", GOOD.encode())
    old = time.time() - inbox.UPLOADS_KEPT_SECONDS - 1
    os.utime(left.parent, (old, old))
    target = inbox.load_upload(desk.store, loaded, "vendor")
    assert target == desk.store.inbox / "vendor" / "a.csv"
    desk.settle()
    desk.run()
    assert len(desk.values()) == 2
    assert [loaded.parent.exists(), left.exists(), young.exists()] == [False, False, True]
    with pytest.raises(TrackerError, match="is no source"):
        inbox.load_upload(desk.store, young, "../up")
