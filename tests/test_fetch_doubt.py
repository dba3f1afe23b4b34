"""What a fetch brings that may be no data is held until a person releases it."""

from __future__ import annotations

import pytest

from ingest.label import read_label, write_label
from tests.fetch_fixtures import CSV, JSON, Fetching, Reply, fetching, vendor
from tests.ingest_fixtures import GOOD, HEADER

__all__ = ["fetching", "vendor"]


def lines(count: int, value: int = 1) -> str:
    days = (f"2026-{1 + day // 28:02}-{1 + day % 28:02}" for day in range(count))
    return HEADER + "".join(f"kling,revenue,{day},ios,US,{value},2026-11-02\n" for day in days)


def release(fetching: Fetching) -> None:
    """What a person's word on a held file becomes."""
    for place in fetching.desk.store.landing.glob("*.json"):
        sha256 = place.name.partition(".")[0]
        label = read_label(fetching.desk.store, "far", sha256)
        assert label
        if label.suspicion:
            told = {"decision": "release", "reason": "the vendor closed an app"}
            write_label(fetching.desk.store, sha256, label.with_statement("me", told))


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (Reply("  <!DOCTYPE html><p>Log in</p>", headers=JSON), "a web page came"),
        (Reply("\ufeff<html>", headers=CSV), "a web page came"),
        (Reply(GOOD, headers={"Content-Type": "text/html; charset=utf-8"}), "text/html"),
        (Reply("%PDF-1.7", headers={"Content-Type": "application/pdf"}), "application/pdf"),
        (Reply('{"error": "quota", "data": []}', headers=JSON), "speaks of an error"),
        (Reply("[]", headers=JSON), "no rows"),
        (Reply('\n\n{"resultCount": 0, "results": []}', headers=JSON), "no rows"),
        (Reply('{"base": "EUR", "rates": {}}', headers=JSON), "no rows"),
        (Reply(HEADER), "no rows"),
        (Reply(""), "no rows"),
    ],
)
def test_what_is_no_data_is_held(fetching: Fetching, reply: Reply, words: str) -> None:
    """An error page, a wrong content type, an error in JSON, a list of nothing: held, with why."""
    fetching.vendor.on("/feed", reply)
    fetching.source(f"{fetching.vendor.url}/feed")
    file, again = fetching.one(), fetching.one()
    assert (file["outcome"], again["outcome"]) == ("held", "still_held")
    assert words in (file["reason"] or "")
    assert fetching.desk.values("far") == []
    assert fetching.desk.rows("select outcome, figures from raw.snapshot") == [("held", 0)]


def test_half_of_last_time_is_held(fetching: Fetching) -> None:
    """Less than half the records of the last fetch is held; half is not."""
    fetching.vendor.on(
        "/feed", Reply(lines(40)), Reply(lines(20, 2)), Reply(lines(9, 3)), Reply(lines(12, 4))
    )
    fetching.source(f"{fetching.vendor.url}/feed")
    files = [fetching.one() for _time in range(4)]
    assert [file["outcome"] for file in files] == ["accepted", "accepted", "held", "accepted"]
    assert "10 records, 21 came last time: less than half" in (files[2]["reason"] or "")


def test_a_released_file_is_loaded_and_is_the_new_measure(fetching: Fetching) -> None:
    """A person's word lets it in, and the next fetch is compared with it."""
    fetching.vendor.on("/feed", Reply(lines(40)), Reply(lines(5, 2)), Reply(lines(6, 3)))
    fetching.source(f"{fetching.vendor.url}/feed")
    assert [fetching.one()["outcome"] for _time in range(2)] == ["accepted", "held"]
    release(fetching)
    files = fetching.run()["files"]
    assert [(file["outcome"], file["rows_accepted"]) for file in files] == [
        ("accepted", 6),
        ("accepted", 5),
    ]


def test_a_window_that_begins_with_a_month_begins_again(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first days of a month are less than the month before, and nothing is wrong with that."""
    fetching.vendor.on("/feed", Reply(lines(40)), Reply(lines(5, 2)))
    fetching.source(f"{fetching.vendor.url}/feed?from={{month}}-01&to={{date}}")
    assert fetching.one()["outcome"] == "accepted"
    monkeypatch.setenv("TRACKER_TODAY", "2026-12-01")
    assert fetching.one()["outcome"] == "accepted"


def test_a_window_of_days_is_compared_as_it_moves(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thirty days are thirty days tomorrow."""
    fetching.vendor.on("/feed", Reply(lines(40)), Reply(lines(5, 2)))
    fetching.source(f"{fetching.vendor.url}/feed?from={{date-30}}&to={{date}}")
    assert fetching.one()["outcome"] == "accepted"
    monkeypatch.setenv("TRACKER_TODAY", "2026-12-01")
    assert fetching.one()["outcome"] == "held"
