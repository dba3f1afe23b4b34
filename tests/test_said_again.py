"""An address that takes a statement back and says it again is believed each time."""

from __future__ import annotations

import shutil

import pytest

from ingest.label import labelled_files, read_label, snapshot_id, write_label
from tests.fetch_fixtures import JSON, Fetching, Reply, fetching, vendor
from warehouse.__main__ import main

__all__ = ["fetching", "vendor"]

KNOWN = "select value from monthly where app_id = 'kling' and month = '2026-10-01'"
#: The interface's series say no day; the day of the fetch is the day it was said.
KEYS = {
    "format": '"date_value"',
    "app": '"kling"',
    "platform": '"all"',
    "country": '"WW"',
    "grain": '"month"',
    "metrics": '["revenue"]',
    "as_of": '"fetched"',
}


def says(value: int) -> Reply:
    return Reply(f'[{{"date": "2026-10", "value": {value}}}]', headers=JSON)


def days(fetching: Fetching, monkeypatch: pytest.MonkeyPatch, count: int) -> list[str]:
    """What came of the address on each day, from 24 November on."""
    outcomes = []
    for day in range(24, 24 + count):
        monkeypatch.setenv("TRACKER_TODAY", f"2026-11-{day}")
        outcomes.append(fetching.one()["outcome"])
    return outcomes


def series(fetching: Fetching) -> list[tuple[int, float]]:
    """Each statement in the ledger: the day it was said, and its value."""
    rows = fetching.desk.rows(
        "select o.as_of, o.value from raw.observation o order by o.as_of, o.value"
    )
    return [(day.day, value) for day, value in rows]


@pytest.mark.parametrize("query", ["", "?to={date}"])
def test_a_value_that_comes_back_counts(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    """100, then 120, then 100 again: the truth of today is 100, as of each day what was said. The
    day in an address makes it no other place.
    """
    fetching.vendor.on("/feed", says(100), says(120), says(100))
    fetching.source(f"{fetching.vendor.url}/feed{query}", **KEYS)
    assert days(fetching, monkeypatch, 4) == ["accepted"] * 3 + ["unchanged"]
    assert series(fetching) == [(24, 100), (25, 120), (26, 100)]
    [(value,)] = fetching.desk.rows(KNOWN)
    assert value == 100


@pytest.mark.long
def test_it_goes_on_as_often_as_it_is_said(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every turn has its own statement, and a lost ledger is made again from the labels."""
    replies = [says(value) for value in (100, 120, 100, 120, 100)]
    fetching.vendor.on("/feed", *replies)
    fetching.source(f"{fetching.vendor.url}/feed", **KEYS)
    assert days(fetching, monkeypatch, 5) == ["accepted"] * 5
    before = series(fetching)
    assert before == [(24, 100), (25, 120), (26, 100), (27, 120), (28, 100)]
    turns = sorted(label.turn for _landed, label in labelled_files(fetching.desk.store))
    assert turns == [1, 1, 2, 2, 3]
    for snapshot in fetching.desk.store.ledger.glob("[0-9a-f]*"):
        shutil.rmtree(snapshot)
    fetching.run()
    assert series(fetching) == before
    monkeypatch.setenv("TRACKER_ROOT", str(fetching.desk.root))
    monkeypatch.setenv("TRACKER_DATA", str(fetching.desk.store.root))
    assert main(["verify"]) == 0
    assert "2 files" in (printed := capsys.readouterr().out) and "5 labels" in printed


def test_two_addresses_with_the_same_bytes_stay_one_file(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That another address says other bytes takes nothing back."""
    fetching.vendor.on("/one", says(100))
    fetching.vendor.on("/two", says(100), says(120))
    url = fetching.vendor.url
    fetching.source(f"{url}/one", f"{url}/two", **KEYS)
    seen = []
    for day in (24, 25, 26):
        monkeypatch.setenv("TRACKER_TODAY", f"2026-11-{day}")
        seen.append([file["outcome"] for file in fetching.run()["files"]])
    assert seen == [["accepted", "unchanged"], ["unchanged", "accepted"], ["unchanged"] * 2]


def test_an_error_page_in_between_takes_nothing_back(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was held never counted; the bytes after it are those of before."""
    page = Reply("<html>", headers={"Content-Type": "text/html"})
    fetching.vendor.on("/feed", says(100), page, says(100))
    fetching.source(f"{fetching.vendor.url}/feed", **KEYS)
    assert days(fetching, monkeypatch, 3) == ["accepted", "held", "unchanged"]
    assert series(fetching) == [(24, 100)]


def test_what_was_withdrawn_is_not_let_in_by_the_back_door(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person took it out: that the address says it again is shown to a person."""
    fetching.vendor.on("/feed", says(100), says(120), says(100))
    fetching.source(f"{fetching.vendor.url}/feed", **KEYS)
    assert days(fetching, monkeypatch, 1) == ["accepted"]
    [(landed, label)] = labelled_files(fetching.desk.store)
    told = {"decision": "withdraw", "reason": "a test of theirs"}
    write_label(fetching.desk.store, landed.name, label.with_statement("me", told))
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-25")
    outcomes = [file["outcome"] for file in fetching.run()["files"]]
    assert sorted(outcomes) == ["accepted", "withdrawn"]
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-26")
    files = {file["outcome"]: file["reason"] for file in fetching.run()["files"]}
    assert "says again what was withdrawn on 2026-11-2" in (files["held"] or "")
    newest = read_label(fetching.desk.store, "far", landed.name)
    assert newest and newest.turn == 2 and newest.decision() is None
    assert "still_held" in [file["outcome"] for file in fetching.run()["files"]]
    assert read_label(fetching.desk.store, "far", landed.name) == newest


def test_what_bytes_mean_is_answered_once_and_their_day_each_time(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said again, they are about the same app, but were said on another day: only that is asked."""
    twice = [says(value) for value in (100, 100, 120, 120, 100, 100)]
    fetching.vendor.on("/feed", *twice)  # each is fetched before and after it is answered
    keys = {key: word for key, word in KEYS.items() if key != "app"}
    fetching.source(f"{fetching.vendor.url}/feed", **keys | {"as_of": '"file name"'})

    def answered(day: int, **words: str) -> str:
        """The outcome of the day's fetch, before its file is answered and taken in."""
        monkeypatch.setenv("TRACKER_TODAY", f"2026-11-{day}")
        [waits] = [file for file in fetching.run()["files"] if file["outcome"] == "waiting"]
        landed, label = max(labelled_files(fetching.desk.store), key=lambda one: one[1].seen_at)
        told = {"as_of": f"2026-11-{day}", **words}
        write_label(fetching.desk.store, landed.name, label.with_statement("me", told))
        assert "accepted" in [file["outcome"] for file in fetching.run()["files"]]
        return waits["reason"] or ""

    for day in (24, 25):
        asked = answered(day, app="kling")
        assert "which app" in asked and "which day" in asked
    asked = answered(26)
    assert "which day" in asked and "which app" not in asked
    assert series(fetching) == [(24, 100), (25, 120), (26, 100)]


def test_a_kill_between_label_and_ledger_changes_nothing(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run after it takes in the turn that was begun, and begins no other."""
    fetching.vendor.on("/feed", says(100), says(120), says(100))
    fetching.source(f"{fetching.vendor.url}/feed", **KEYS)
    assert days(fetching, monkeypatch, 3) == ["accepted"] * 3
    before = series(fetching)
    [again] = (
        snapshot_id(label.source_id, landed.name, label.turn)
        for landed, label in labelled_files(fetching.desk.store)
        if label.turn == 2
    )
    shutil.rmtree(fetching.desk.store.ledger / again)
    assert fetching.one()["outcome"] == "accepted"
    assert series(fetching) == before
    assert len(list(labelled_files(fetching.desk.store))) == 3
