"""A file may need a word from a person: it waits, is answered or withdrawn, and all is kept."""

from __future__ import annotations

import gzip
from datetime import date
from typing import Any

import pytest

from ingest.__main__ import main
from ingest.label import snapshot_id
from ingest.landing import digest_of
from tests.ingest_fixtures import GOOD, HEADER, SOURCES, Desk
from warehouse import requests

UNDATED = "app,metric,period,value\nkling,revenue,2026-01,5\n"
BY_NAME = SOURCES.replace('id = "vendor"', 'id = "vendor"\nas_of = "file name"')


@pytest.fixture
def told(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs `python -m ingest` on the desk; its exit code and what it said."""
    monkeypatch.setenv("TRACKER_DATA", str(desk.store.root))
    monkeypatch.setenv("TRACKER_ROOT", str(desk.root))

    def tell(*words: str) -> tuple[int, str]:
        code = main(list(words))
        said = capsys.readouterr()
        return code, said.out + said.err

    return tell


def test_an_unanswered_file_waits_and_an_answer_loads_it(desk: Desk, told: Any) -> None:
    """The question is in status and in the tables; one command answers it; the answer is kept."""
    desk.configure(sources=BY_NAME)
    assert desk.outcome("feed.csv", UNDATED)[0] == "waiting"
    assert desk.values() == []
    assert desk.rows("select outcome, len(questions), figures from loads") == [("waiting", 1, 0)]
    assert "waiting: feed.csv" in told("status")[1]
    code, said = told("answer", "feed.csv", "--as-of", "2026-02-09")
    assert (code, "accepted: " in said) == (0, True)
    assert desk.rows("select as_of::varchar, value::int from raw.observation") == [
        ("2026-02-09", 5)
    ]
    assert desk.rows("select outcome, questions from loads") == [("accepted", [])]


def test_an_answer_outlives_the_ledger(desk: Desk, told: Any) -> None:
    """The answer lies beside the landed bytes: a lost ledger folder is read again with it."""
    desk.configure(sources=BY_NAME)
    path = desk.drop("feed.csv", UNDATED)
    desk.run()
    told("answer", "feed.csv", "--as-of", "2026-02-09")
    path.unlink()
    for folder in desk.store.ledger.glob("[0-9a-f]*"):
        for part in folder.iterdir():
            part.unlink()
        folder.rmdir()
    desk.run()
    assert desk.rows("select as_of::varchar from raw.observation") == [("2026-02-09",)]


def test_a_withdrawn_file_counts_until_the_day_before(desk: Desk, told: Any) -> None:
    """A withdrawal is a new statement: today the figure is gone, a replay still shows it."""
    desk.drop("good.csv", GOOD)
    desk.run()
    code, said = told("withdraw", "good.csv", "--reason", "the vendor's export was broken")
    assert (code, "withdrawn: " in said) == (0, True)
    assert desk.rows("select count(*) from monthly") == [(0,)]
    assert desk.rows("select count(*) > 0 from monthly", as_of=date(2026, 11, 23)) == [(True,)]
    assert desk.rows("select withdrawn_on::varchar from loads") == [("2026-11-24",)]
    assert desk.run()["outcome"] == "nothing_new"


def test_a_decision_must_fit_the_file(desk: Desk, told: Any) -> None:
    """Releasing what is loaded, or a file nobody knows, says what is wrong and changes nothing."""
    desk.drop("good.csv", GOOD)
    desk.run()
    code, said = told("release", "good.csv", "--reason", "fine")
    assert (code, "`release` is for a file that is held" in said) == (1, True)
    code, said = told("withdraw", "god.csv", "--reason", "x")
    assert (code, "no file is called 'god.csv'" in said) == (1, True)
    assert len(desk.values()) == 2


def test_the_same_bytes_may_belong_to_two_sources(desk: Desk) -> None:
    """A file dropped under the wrong source is loaded when it is dropped under the right one."""
    wrong = desk.drop("feed.csv", GOOD, source="tolerant")
    desk.run()
    right = desk.drop("feed.csv", GOOD, source="vendor")
    desk.run()
    assert desk.values("vendor") == desk.values("tolerant") != []
    ids = {snapshot_id(source, digest_of(right)) for source in ("vendor", "tolerant")}
    assert {row[0] for row in desk.rows("select snapshot_id from raw.snapshot")} == ids
    assert digest_of(wrong) == digest_of(right)


def test_a_request_is_taken_once_and_a_strange_one_is_set_aside(desk: Desk) -> None:
    """A run killed between the label and the clearing does not say the same thing twice."""
    desk.configure(sources=BY_NAME)
    path = desk.drop("feed.csv", UNDATED)
    desk.run()
    one = snapshot_id("vendor", digest_of(path))
    left = requests.leave(desk.store, one, "page", {"as_of": "2026-02-09"})
    again = left.read_bytes()
    desk.run()
    left.write_bytes(again)
    (desk.store.requests / "junk.json").write_bytes(b"[1]")
    desk.run()
    assert [path.name for path in desk.store.requests.iterdir()] == ["junk.refused"]
    [label] = desk.store.landing.glob("*.vendor.json")
    assert label.read_text().count('"as_of"') == 1


def test_rows_are_the_file_s_and_a_fault_names_its_column(desk: Desk) -> None:
    """Of a row with three figures a bad one keeps all three out; the fault names its own column."""
    wide = "as_of,revenue,downloads,mau,app,period,platform,country\n"
    good = "2026-02-03,100.5,70,9,kling,2026-01,ios,US\n"
    bad = "2026-02-03,100.5,seventy,9,jimeng,2026-01,ios,US\n"
    empty = "2026-02-03,,,,jimeng,2026-01,ios,CN\n"
    outcome, said = desk.outcome("wide.csv", wide + good + good + bad + empty, source="tolerant")
    assert outcome == "accepted_in_part"
    assert "downloads must be a plain number" in said
    counts = "rows_read, rows_accepted, rows_rejected, rows_duplicate, figures"
    assert desk.rows(f"select {counts} from loads") == [(4, 2, 1, 1, 3)]
    assert [row[:2] for row in desk.values("tolerant")] == [
        ("kling", "downloads"),
        ("kling", "mau"),
        ("kling", "revenue"),
    ]
    assert desk.rows("select row_no, column_name, value from rejects") == [
        (4, "downloads", "seventy")
    ]


def test_what_is_rounded_is_said(desk: Desk) -> None:
    """More than four digits after the point are kept rounded, and the load says how many were."""
    content = HEADER + "kling,revenue,2026-01,ios,US,0.123456,2026-02-03\n"
    content += "jimeng,revenue,2026-01,ios,US,0.12340000,2026-02-03\n"
    assert desk.outcome("fine.csv", content)[0] == "accepted"
    assert [row[-1] for row in desk.values()] == ["0.1234", "0.1235"]
    assert desk.rows("select figures_rounded from loads") == [(1,)]


@pytest.mark.parametrize("day", ["2026-02- 3", "2026-2-003", "2026-02", "2026", "+026-02-03"])
def test_a_day_has_one_spelling(desk: Desk, day: str) -> None:
    """The day a figure was said is written YYYY-MM-DD; nothing near it is taken for it."""
    outcome, said = desk.outcome("day.csv", HEADER + f"kling,revenue,2026-01,ios,US,1,{day}\n")
    assert (outcome, "as_of must be the day it was said" in said) == ("refused", True)


def test_a_contradicting_row_is_kept_out_of_a_file_taken_in_part(desk: Desk) -> None:
    """Of two rows that say different things of one figure neither loads, nor what else they say."""
    wide = "as_of,revenue,downloads,app,period,country\n"
    good = "".join(
        f"2026-02-03,{n},7,kling,2026-01,{c}\n" for n, c in enumerate(("JP", "KR", "US"))
    )
    said_twice = "2026-02-03,5,70,jimeng,2026-01,US\n2026-02-03,6,,jimeng,2026-01,US\n"
    outcome, said = desk.outcome("twice.csv", wide + good + said_twice, source="tolerant")
    assert outcome == "accepted_in_part", said
    assert {(row[0], row[4]) for row in desk.values("tolerant")} == {
        ("kling", "JP"),
        ("kling", "KR"),
        ("kling", "US"),
    }
    counts = "rows_read, rows_accepted, rows_rejected, figures"
    assert desk.rows(f"select {counts} from loads") == [(5, 3, 2, 6)]


@pytest.mark.parametrize("rule", ["ask", "file name"])
def test_a_source_may_want_to_know_the_model_of_its_vendor(
    desk: Desk, told: Any, rule: str
) -> None:
    """A file that does not say it waits; the answer is kept with what it loads."""
    wanted = SOURCES.replace('id = "vendor"', f'id = "vendor"\nvendor_model = "{rule}"', 1)
    desk.configure(sources=wanted)
    outcome, reason = desk.outcome("remodel-9.csv", GOOD)
    assert (outcome, "which version of the vendor's model" in reason) == ("waiting", True)
    assert desk.values() == []
    code, said = told("answer", "remodel-9.csv", "--vendor-model", "2.4")
    assert (code, "accepted: " in said) == (0, True)
    assert desk.rows("select outcome, vendor_model from loads") == [("accepted", "2.4")]


@pytest.mark.parametrize(
    ("name", "model"),
    [
        ("feed_model-2.3_2026-11-02.csv", "2.3"),
        ("Model_v4.csv", "v4"),
        ("kling model-2b.csv.gz", "2b"),
        ("model-3.0-beta_kling.csv", "3.0-beta"),
        ("model-2026-11-02.csv", None),
        ("model-2.3-2026-11-02.csv", None),
        ("remodel-9.csv", None),
    ],
)
def test_the_name_of_a_file_may_say_the_model(desk: Desk, name: str, model: str | None) -> None:
    """By the source's rule; a name with a day for a version does not, and is asked about."""
    wanted = SOURCES.replace('id = "vendor"', 'id = "vendor"\nvendor_model = "file name"', 1)
    desk.configure(sources=wanted)
    packed = gzip.compress(GOOD.encode()) if name.endswith(".gz") else GOOD
    assert desk.outcome(name, packed)[0] == ("accepted" if model else "waiting")
    assert desk.rows("select vendor_model from loads") == [(model,)]
