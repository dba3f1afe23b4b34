"""What a person can do on the Data page: answer, decide, claim, upload, add by hand, withdraw."""

import os
from pathlib import Path
from typing import Any

import pytest

from app_pages import checking, data_by_hand
from tests.page_fixtures import HEADER, PROJECT, TODAY, VENDOR, Screen, Tracker
from tests.prepared import Prepared
from warehouse import requests
from warehouse.store import newest, open_version

WIDE = "app,period,platform,country,revenue,downloads,as_of\n"
SPRING = WIDE + "".join(
    f"{app},2026-0{month},ios,WW,{revenue},{downloads},2026-06-05\n"
    for month in (1, 2, 3, 4)
    for app, revenue, downloads in (("kling", 300_000, 100_000), ("jimeng", 400_000, 300_000))
)
CENTS = WIDE + "kling,2026-05,ios,WW,30000000,100000,2026-07-05\n"
EXPORT = "Unified Revenue Jul 2025 to Oct 2025.csv"
ASKED = "Asked; the next load carries it out."


@pytest.fixture
def tracker(prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """A tracker that knows four months of two apps, and whose folder the check reads too."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    made = Tracker.found(prepared.copy("spring", know_spring, tmp_path))
    monkeypatch.setenv("TRACKER_ROOT", str(made.root))
    monkeypatch.setenv("TRACKER_DATA", str(made.store.root))
    return made


def know_spring(root: Path) -> None:
    """Load the four months into an empty folder."""
    made = Tracker(root, samples=False, off=("disclosures", "events", "ecb-rates"))
    made.add_source(VENDOR)
    made.drop("my-vendor", "spring.csv", SPRING)
    made.run()


def page(tracker: Tracker) -> Screen:
    """The Data page as it is now."""
    return Screen(tracker.store.root, "data")


def press(screen: Screen, label: str) -> None:
    """Press the one button of that name."""
    [button] = [button for button in screen.app.button if button.label == label]
    button.click().run()
    assert not screen.app.exception


def choose(screen: Screen, label: str, option: str) -> None:
    """Choose an option of the first list of that name, by its value."""
    next(box for box in screen.app.selectbox if box.label == label).set_value(option)


def write(screen: Screen, label: str, text: str) -> None:
    """Write into the first field of that name."""
    next(field for field in screen.app.text_input if field.label == label).set_value(text)


def answer(tracker: Tracker, query: str) -> list[tuple[Any, ...]]:
    """What the published warehouse answers."""
    with open_version(newest(tracker.store)) as connection:
        return connection.execute(query).fetchall()


def settle(tracker: Tracker) -> None:
    """Let every file of the inbox be old enough to be taken."""
    for path in tracker.store.inbox.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))


def with_export(tracker: Tracker, kling: str, jimeng: str) -> Screen:
    """The Data page once a run has met a vendor's export that names two apps so."""
    text = (PROJECT / "tests" / "vendor" / EXPORT).read_text(encoding="utf-8-sig")
    text = text.replace("Kling AI: AI Video & Image", kling)
    text = text.replace("即梦AI - AI视频与图片生成", jimeng)
    path = tracker.drop("sensor-tower", EXPORT, text)
    os.utime(path, (1_790_000_000, 1_790_000_000))  # its source dates a file by its last change
    tracker.run()
    return page(tracker)


def test_a_question_is_answered_by_a_form(tracker: Tracker) -> None:
    """The file stands first with its question; the answer is asked once and the file is loaded."""
    screen = with_export(tracker, "Kling", "Jimeng")
    assert f"1 file waits for you on the Data page: {EXPORT}." in screen.text
    assert screen.texts.index("Waiting for you") < screen.texts.index("Sources")
    assert "- Which country do its figures cover (two letters of ISO 3166, or WW)?" in screen.text
    press(screen, "Send the answers")
    assert "Not answered yet: “Country its figures cover”." in screen.text
    choose(screen, "Country its figures cover", "WW")
    press(screen, "Send the answers")
    assert f"{EXPORT}. {ASKED}" in screen.text
    assert "Send the answers" not in [button.label for button in screen.app.button]
    [request] = requests.pending(tracker.store)
    assert request.words == {"country": "WW"}
    tracker.run()
    screen.app.run()
    assert "Waiting for you" not in screen.texts
    told = "select outcome, figures from loads where source_id = 'sensor-tower'"
    assert answer(tracker, told) == [("accepted", 8)]


def test_an_unknown_app_is_chosen_or_left_out(tracker: Tracker) -> None:
    """Each name nobody knows has a field; what is not answered may be left out by one tick."""
    screen = with_export(tracker, "Clip $Maker*", "Who?")
    choose(screen, "Country its figures cover", "WW")
    press(screen, "Send the answers")
    tracker.run()
    screen.app.run()
    labels = sorted(box.label for box in screen.app.selectbox if box.key and "_app " in box.key)
    assert [label.replace("\\", "") for label in labels] == ["Clip $Maker* is", "Who? is"]
    choose(screen, labels[0], "kling")
    screen.app.checkbox[0].check()
    press(screen, "Send the answers")
    [request] = requests.pending(tracker.store)
    assert request.words == {"app Clip $Maker*": "kling", "other_apps": "leave out"}
    tracker.run()
    told = "select outcome, figures, rows_left_out from loads where source_id = 'sensor-tower'"
    [(outcome, figures, _left)] = answer(tracker, told)
    assert (outcome, figures) == ("accepted", 4)


@pytest.mark.parametrize(
    ("decision", "outcome"),
    [("Release: load it as it is", "accepted"), ("Refuse: keep it out", "refused")],
)
def test_a_held_file_is_decided_with_a_reason(
    tracker: Tracker, decision: str, outcome: str
) -> None:
    """The broken proof is shown; without a reason nothing is asked, and the reason is kept."""
    tracker.drop("my-vendor", "cents.csv", CENTS)
    tracker.run()
    screen = page(tracker)
    assert "Held: its figures cannot be what they say." in screen.texts
    assert "**broken:** revenue of kling is 100 times the months before" in screen.text
    press(screen, decision)
    assert "Say why: whoever meets this file later will ask." in screen.text
    write(screen, "Your reason, kept for good", "the vendor says so")
    press(screen, decision)
    assert f"cents.csv. {ASKED}" in screen.text
    tracker.run()
    assert answer(tracker, "select outcome from loads where name = 'cents.csv'") == [(outcome,)]
    [label] = [
        text
        for path in tracker.store.landing.glob("*.json")
        if "the vendor says so" in (text := path.read_text(encoding="utf-8"))
    ]
    assert "the Data page" in label


def test_a_file_of_nobody_is_given_to_a_source(tracker: Tracker) -> None:
    """The page asks; the ingest moves the file and loads it."""
    tracker.drop("somewhere", "feed.txt", "anything")
    tracker.run()
    screen = page(tracker)
    assert "**somewhere/feed.txt** in the inbox: which source is it from?" in screen.texts
    press(screen, "It is from this source")
    assert "Choose the source first." in screen.text
    choose(screen, "Source", "my-vendor")
    press(screen, "It is from this source")
    assert f"somewhere/feed.txt. {ASKED}" in screen.text
    assert (tracker.store.inbox / "somewhere" / "feed.txt").is_file()
    tracker.run()
    assert (tracker.store.inbox / "my-vendor" / "feed.txt").is_file()
    screen.app.run()
    assert "Waiting for you" not in screen.texts


def test_what_could_not_be_done_is_said_until_dismissed(tracker: Tracker) -> None:
    """A request that a run refused comes back with its reason, in the words of the file."""
    requests.leave_claim(tracker.store, "page", "gone.csv", "my-vendor")
    tracker.run()
    screen = page(tracker)
    assert "What was asked could not be done: the inbox has no such file" in screen.text
    press(screen, "Dismiss")
    assert "could not be done" not in screen.text


def test_an_upload_is_looked_into_before_it_is_loaded(tracker: Tracker) -> None:
    """Format, unit, periods, apps, sums and proofs are shown; only then it goes to the inbox."""
    screen = page(tracker)
    upload(screen, "../../may.csv", SPRING.replace("2026-0", "2025-0"), "my-vendor")
    assert "If you load it now, all of it is taken in." in screen.text
    assert "**may.csv**" in screen.texts
    assert not list(tracker.store.inbox.rglob("may.csv"))
    facts, series = screen.lists()[:2]
    assert (facts[0]["Source"], facts[0]["Format"]) == ("my-vendor", "snapshot")
    assert (facts[0]["Rows"], facts[0]["Figures"]) == ("8 read: 8 accepted", "16")
    kling = next(row for row in series if row["App"] == "kling" and "revenue" in row["Metric"])
    assert kling["Unit"] == "US$, net of store fees"
    assert kling["Periods"] == "1 Jan 2025 to 30 Apr 2025"
    assert kling["Sum"] == "1,200,000.00 USD"
    press(screen, "Load it")
    assert "may.csv is in the inbox." in screen.text
    assert not list(tracker.store.uploads.glob("*"))
    settle(tracker)
    tracker.run()
    assert answer(tracker, "select outcome from loads where name = 'may.csv'") == [("accepted",)]


def upload(screen: Screen, name: str, content: str, source: str | None = None) -> None:
    """Choose a file, perhaps its source, and have it looked into."""
    screen.app.file_uploader[0].upload(name, content.encode(), "text/csv")
    if source:
        screen.app.selectbox(key="upload_source").set_value(source)
    press(screen, "Look into them")


def test_an_upload_with_faults_says_which_rows_and_is_discarded(tracker: Tracker) -> None:
    """Each fault with its row; what would be refused cannot be loaded, and nothing is left."""
    screen = page(tracker)
    upload(screen, "bad.csv", HEADER + "kling,revenue,2026-10,ios,US,-5,2026-11-02\n", "my-vendor")
    assert "It would be refused; nothing of it can be loaded as it is." in screen.text
    [fault] = next(table for table in screen.lists() if "Broken rule" in table[0])
    assert (fault["Row"], fault["Column"], fault["Value"]) == ("row 2", "value", "-5")
    [load] = [button for button in screen.app.button if button.label == "Load it"]
    assert load.disabled
    press(screen, "Discard")
    assert "**bad.csv**" not in screen.texts
    assert not list(tracker.store.uploads.glob("*"))
    assert len(answer(tracker, "from loads")) == 1


def test_an_upload_in_cents_shows_the_broken_proof(tracker: Tracker) -> None:
    """A factor of 100 is seen before anything is loaded."""
    screen = page(tracker)
    upload(screen, "cents.csv", CENTS, "my-vendor")
    assert "If you load it now, it is held: its figures cannot be what they say." in screen.text
    assert "**broken:** revenue of kling is 100 times the months before" in screen.text


def test_an_upload_nobody_recognises_asks_for_its_source(tracker: Tracker) -> None:
    """The reason is a sentence of ours, never a trace, and another source can be tried."""
    screen = page(tracker)
    upload(screen, "x.csv", "a,b\n1,2\n")
    assert "no source of config/sources.toml has this file" in screen.text
    assert "Traceback" not in screen.text
    [again] = [button for button in screen.app.button if button.label == "Look again"]
    screen.app.selectbox(key=again.key.replace("again_", "source_")).set_value("my-vendor")
    press(screen, "Look again")
    assert "It would be refused" in screen.text


def test_a_check_that_breaks_is_told_in_words() -> None:
    """Whatever the process leaves, the page has a sentence."""
    trace = b"Traceback (most recent call last):\nKeyError: 'x'\n"
    assert checking._answer(b"", trace).problem == "The check gave no answer."
    assert checking._answer(b"", b"error: no such source\n").problem == "no such source"


FIGURE = {
    "Value": "9.1亿",
    "Period": "2026-Q3",
    "Published by": "Kuaishou results call",
    "Where it can be read": "https://ir.example.com/q3",
    "Said on": "2026-11-20",
}


def fill(screen: Screen, **changes: str) -> None:
    """Fill the form of a figure by hand."""
    for label, text in (FIGURE | changes).items():
        write(screen, label, text)
    choose(screen, "App or company", "kling")
    choose(screen, "Metric", "revenue")
    choose(screen, "Unit", "CNY")
    choose(screen, "How it is meant", "at_least")
    choose(screen, "What it is", "reported")


def test_a_figure_by_hand_is_shown_before_it_is_stored(tracker: Tracker) -> None:
    """The sentence has the value in full; stored, it is loaded with who said it and where."""
    screen = page(tracker)
    fill(screen)
    press(screen, "Show what will be stored")
    assert (
        "Will be stored: revenue of kling for 2026-Q3: at least 910,000,000 CNY, reported by the "
        "company; published by Kuaishou results call, said 2026-11-20, to be read at "
        "https://ir.example.com/q3."
    ) in screen.texts
    assert requests.pending(tracker.store) == []
    press(screen, "Store this figure")
    assert f"A figure by hand. {ASKED}" in screen.text
    tracker.run()
    settle(tracker)
    tracker.run()
    stored = "select value::int, unit, bound, publisher, address from raw.observation"
    assert answer(tracker, f"{stored} where source_id = 'by-hand'") == [
        (910_000_000, "CNY", "at_least", "Kuaishou results call", "https://ir.example.com/q3")
    ]


def test_a_fault_stands_beside_its_field_and_nothing_typed_is_lost(tracker: Tracker) -> None:
    """The form says which word cannot be meant, keeps every other, and stores nothing."""
    screen = page(tracker)
    fill(screen, Value="1.234,56")
    press(screen, "Show what will be stored")
    [value, whole] = [error.value.replace("\\", "") for error in screen.app.error]
    assert value.startswith("'1.234,56' is no amount: write a number like 1.2M")
    assert whole == "Nothing is stored yet: mend the fields marked above."
    assert {
        field.label: field.value for field in screen.app.text_input if field.label in FIGURE
    } == {
        **FIGURE,
        "Value": "1.234,56",
    }
    assert "Store this figure" not in [button.label for button in screen.app.button]
    write(screen, "Value", "9.1亿")
    press(screen, "Show what will be stored")
    assert "at least 910,000,000 CNY" in screen.text


@pytest.mark.parametrize(
    ("field", "word"),
    [
        ("period", "Q3 2026"),
        ("period", "2026-13"),
        ("period", "2026-02-30"),
        ("said", "soon"),
        ("said", "2026-11-31"),
        ("address", "a newspaper"),
        ("address", "javascript:alert(1)"),
        ("value", "about 5"),
        ("issuer", ""),
    ],
)
def test_a_word_that_cannot_be_meant_is_named(field: str, word: str) -> None:
    """Each field says what is wrong with it, and only that field does."""
    good = {
        **dict.fromkeys(data_by_hand.NEEDED, "x"),
        "value": "1.2M",
        "period": "2026-Q3",
        "said": "2026-11",
        "address": "https://example.com",
    }
    assert data_by_hand.problems(good) == {}
    said = good | ({"kind": "forecast"} if field == "issuer" else {field: word})
    assert list(data_by_hand.problems(said)) == [field]


def test_a_loaded_file_is_withdrawn_in_two_steps(tracker: Tracker) -> None:
    """What it means is said first; then the file counts no more, and the list says since when."""
    screen = page(tracker)
    [(snapshot_id,)] = answer(tracker, "select snapshot_id from loads")
    press(screen, "Go on")
    assert "Choose the file and say why." in screen.text
    choose(screen, "File", snapshot_id)
    write(screen, "Your reason, kept for good", "broken export")
    press(screen, "Go on")
    assert "holds 16 figures. From today on no page and no query counts them;" in screen.text
    assert requests.pending(tracker.store) == []
    press(screen, "Withdraw it")
    assert f"Withdraw spring.csv. {ASKED}" in screen.text
    tracker.run()
    screen.app.run()
    assert answer(tracker, "select count(*) from monthly") == [(0,)]
    [line] = next(table for table in screen.lists() if "Outcome" in table[0] and "Rows" in table[0])
    assert line["Outcome"] == "⚠ withdrawn on 24 Nov 2026"


def test_the_list_of_files_shows_what_is_odd(tracker: Tracker) -> None:
    """Rounding and odd proofs of a loaded file are read at once, and every count below."""
    content = WIDE + "kling,2026-05,ios,WW,600000.123456,100000,2026-07-05\n"
    tracker.drop("my-vendor", "may.csv", content)
    tracker.run()
    screen = page(tracker)
    lines = next(table for table in screen.lists() if "Odd" in table[0])
    may = next(line for line in lines if line["File"] == "may.csv")
    assert may["Figures loaded"] == "2, 1 rounded to 4 decimals"
    assert "? revenue of kling is 2.00 times the months before as known" in may["Odd"]
    whole = next(table for table in screen.tables() if table and "Left out" in table[0])
    told = {row["File"]: (row["Left out"], row["Figures rounded"]) for row in whole}
    assert told == {"may.csv": (0, 1), "spring.csv": (0, 0)}
