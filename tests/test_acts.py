"""The log of acts: whatever changes something leaves one row, whoever does it, however it ends."""

from __future__ import annotations

import argparse
import ast
import copy
import errno
import inspect
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ingest.__main__ as ingest_line
import warehouse.__main__ as warehouse_line
from app_pages import access, data_acts
from app_pages import acts as page_acts
from ingest import acted
from tests.ingest_fixtures import GOOD, HEADER, SOURCES, TODAY, Desk
from tests.page_fixtures import Screen
from tests.test_by_hand import BY_HAND, FIGURE
from warehouse import act_log, acts, inbox, requests, saved_views, tokens
from warehouse.acts import Act, Deed, Doer, Doing
from warehouse.errors import TrackerError
from warehouse.keeping.verify import verify
from warehouse.paths import Store

PROJECT = Path(__file__).resolve().parents[1]
ANN = Doer("ann@fund.example", acts.PAGE)
FILE = {"snapshot_id": "ab" * 32, "name": "spring.csv"}

#: What the web side may call in app_pages/acts.py alone, for it changes something.
CHANGING = {
    "requests": ("leave", "leave_figure", "leave_claim", "leave_test"),
    "inbox": ("keep_upload", "load_upload", "discard", "claim"),
    "saved_views": ("save", "delete"),
    "tokens": ("add", "revoke"),
}
#: Commands of `python -m warehouse` that change nothing in the data folder.
READING = (
    "versions",
    "verify",
    "backup",
    "sql",
    "export",
    "shell",
    "mcp",
    "token list",
    "simulate",
    "smooth",
)


def upload(store: Store) -> Path:
    """A file put aside."""
    return inbox.keep_upload(store, "a.csv", GOOD.encode())


def refused(store: Store) -> requests.Request:
    """Something asked that could not be done."""
    path = requests.leave(store, "0" * 64, "page", {"decision": "release", "reason": "x"})
    requests.refuse(requests.Request(path, requests.read(path)), "no file of the ledger is meant")
    return requests.refused(store)[0]


#: Each act of the pages: how it is done, its row's verb and subject, and what it leaves undone.
ON_PAGES: dict[str, tuple[Callable[[Store], Any], str, str]] = {
    "upload": (lambda _s: page_acts.upload("../a.csv", b"x"), "upload", "a.csv"),
    "load": (lambda s: page_acts.load(upload(s), "vendor"), "load", "a.csv of vendor"),
    "discard": (lambda s: page_acts.discard(upload(s)), "discard", "a.csv"),
    "enter": (lambda _s: page_acts.enter(FIGURE), "enter", "revenue of 可靈, 2026-Q3"),
    "answer": (
        lambda _s: page_acts.answer(FILE, {"country": "WW"}), "answer", "spring.csv (abababababab)",
    ),
    "decide": (
        lambda _s: page_acts.decide(FILE, "withdraw", "wrong scale"), "withdraw",
        "spring.csv (abababababab)",
    ),
    "assign": (lambda _s: page_acts.assign("x/a.txt", "vendor"), "assign", "x/a.txt to vendor"),
    "test": (lambda _s: page_acts.test("desk"), "test_channel", "desk"),
    "dismiss": (lambda s: page_acts.dismiss(refused(s), "what"), "dismiss", "what"),
    "save_view": (
        lambda _s: page_acts.save_view(saved_views.SavedView("Mine", "growth", ())), "save_view",
        "Mine",
    ),
    "delete_view": (lambda _s: page_acts.delete_view("Mine"), "delete_view", "Mine"),
}  # fmt: skip
FOR_VIEWERS = ("save_view", "delete_view")
ADD = [word for key, value in FIGURE.items() for word in (f"--{key}", value)]
#: Each command of `python -m ingest` that changes something, and its row's verb and outcome.
COMMANDS: dict[str, tuple[list[str], str, str]] = {
    "run": ([], "load", "done"),
    "add": (ADD, "enter", "done"),
    "answer": (["x.csv", "--country", "WW"], "answer", "failed"),
    "release": (["one.csv", "--reason", "so"], "release", "failed"),
    "refuse": (["one.csv", "--reason", "so"], "refuse", "failed"),
    "withdraw": (["one.csv", "--reason", "so"], "withdraw", "done"),
    "map": (["tests/vendor/appmagic_UNVERIFIED_semicolon.csv", "--write"], "add_mapping", "done"),
    "alerts": (["--test", "desk"], "test_channel", "failed"),
    "digest": (["--send"], "send_digest", "failed"),
}
#: The same of `python -m warehouse`; a backup is made before it is restored.
KEEPING: dict[str, tuple[str, str]] = {
    "rebuild": ("rebuild", "done"),
    "token add": ("make_token", "done"),
    "token revoke": ("revoke_token", "failed"),
    "restore": ("restore", "done"),
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A data folder that the pages work on."""
    monkeypatch.setenv("TRACKER_DATA", str(tmp_path / "data"))
    return Store(tmp_path / "data")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A tracker with one file loaded."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        desk = Desk(tmp_path_factory.mktemp("once") / "tracker")
        desk.configure(sources=SOURCES + BY_HAND)
        desk.drop("one.csv", GOOD)
        desk.run()
    return desk


@pytest.fixture
def at_desk(once: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A copy of it, which the command line works on."""
    desk = copy.copy(once)
    desk.root = Path(shutil.copytree(once.root, tmp_path / "tracker", symlinks=True))
    desk.store = Store(desk.root / "data")
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    monkeypatch.setenv("TRACKER_DATA", str(desk.store.root))
    monkeypatch.setenv("TRACKER_ROOT", str(desk.root))
    return desk


def full(_descriptor: int) -> None:
    """A disk without room."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def log_in(monkeypatch: pytest.MonkeyPatch, email: str, *, edits: bool) -> None:
    """Let somebody be logged in."""
    monkeypatch.setattr(access, "is_on", lambda: True)
    monkeypatch.setattr(access, "_email", lambda: email)
    monkeypatch.setattr(access, "may_edit", lambda: edits)


def known(store: Store) -> list[Act]:
    """Every act of the log, oldest first; the file is as it was written."""
    assert list(act_log.damage(store)) == []
    return acts.folded(act_log.read(store))


def test_every_act_of_a_page_is_done_in_one_place() -> None:
    """An act that no sample here does fails, and so does a page that changes something itself."""
    public = {
        name
        for name, made in inspect.getmembers(page_acts, inspect.isfunction)
        if not name.startswith("_") and made.__module__ == page_acts.__name__
    }
    assert public == set(ON_PAGES)
    for path in sorted((PROJECT / "app_pages").rglob("*.py")):
        if path.name == "acts.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                where = f"{path.name}:{node.lineno}"
                assert node.attr not in CHANGING.get(node.value.id, ()), where
            if isinstance(node, ast.Attribute):
                changing = ("unlink", "write_text", "write_bytes", "rename", "replace_with")
                assert node.attr not in changing, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("name", ON_PAGES)
def test_an_act_of_a_page_leaves_one_row(store: Store, name: str) -> None:
    """Without a login nobody has a name."""
    do, verb, subject = ON_PAGES[name]
    do(store)
    [act] = known(store)
    assert (act.who, act.place, act.verb, act.subject) == ("this machine", "page", verb, subject)
    assert act.outcome == ("asked" if requests.pending(store) else "done")
    assert act.reason == ("wrong scale" if name == "decide" else None)


@pytest.mark.parametrize("name", ON_PAGES)
def test_what_a_viewer_tries_leaves_a_row_and_nothing_else(
    store: Store, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that stayed open does not do what its reader may not do; views are for all."""
    do, verb, _subject = ON_PAGES[name]
    log_in(monkeypatch, "vera@fund.example", edits=False)
    if name in FOR_VIEWERS:
        do(store)
    else:
        with pytest.raises(TrackerError, match="You may look"):
            do(store)
    [act] = known(store)
    assert (act.who, act.verb) == ("vera@fund.example", verb)
    assert act.outcome == ("done" if name in FOR_VIEWERS else "refused")
    assert requests.pending(store) == []
    assert not list(store.inbox.rglob("*.csv"))


def test_what_is_asked_ends_when_a_run_has_done_it_or_could_not(
    at_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row of the page says how it ended, in the words of the run that carried it out."""
    log_in(monkeypatch, "ann@fund.example", edits=True)
    [(one,)] = at_desk.rows("select snapshot_id from loads")
    page_acts.decide({"snapshot_id": one, "name": "one.csv"}, "release", "sure")
    page_acts.enter(FIGURE)
    page_acts.decide({"snapshot_id": one, "name": "one.csv"}, "withdraw", "wrong scale")
    assert [act.outcome for act in known(at_desk.store)] == ["asked"] * 3
    at_desk.run()
    release, enter, withdraw = known(at_desk.store)
    assert (release.outcome, enter.outcome, withdraw.outcome) == ("failed", "done", "done")
    assert release.problem and "`release` is for a file that is held" in release.problem
    shown = "select who, verb, reason, outcome from acts order by act_order desc"
    assert at_desk.rows(shown) == [
        ("ann@fund.example", "release", "sure", "failed"),
        ("ann@fund.example", "enter", None, "done"),
        ("ann@fund.example", "withdraw", "wrong scale", "done"),
    ]


def test_every_command_says_whether_it_acts() -> None:
    """A new command fails here until it does."""
    acting = set(acted._DEEDS)
    assert acting == set(COMMANDS)
    assert acting | set(acted.NO_ACT) == set(ingest_line.COMMANDS)
    assert {*KEEPING, *READING} == set(commands(warehouse_line._parser()))
    done = {verb for _do, verb, _subject in ON_PAGES.values()}
    done |= {verb for _words, verb, _outcome in COMMANDS.values()}
    done |= {verb for verb, _outcome in KEEPING.values()}
    assert done | {"configure"} == set(acts.VERBS) == set(data_acts.TO_DO)
    explained = (PROJECT / "docs" / "who-may-see.md").read_text(encoding="utf-8")
    for verb in acts.VERBS:
        assert f"`{verb}`" in explained, verb


def commands(parser: argparse.ArgumentParser) -> list[str]:
    """Every command of a command line, those of two words too."""
    found = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                found += [f"{name} {one}" for one in commands(below)] or [name]
    return found


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_of_the_ingest_leaves_one_row(at_desk: Desk, name: str) -> None:
    """By the user of the system, with the reason, and with the words of what went wrong."""
    words, verb, outcome = COMMANDS[name]
    code = ingest_line.main([name, *words])
    [act] = known(at_desk.store)
    assert (act.place, act.verb, act.outcome) == ("command line", verb, outcome)
    assert act.who == acts.command_line().who
    assert bool(code) is (outcome == "failed") is bool(act.problem)
    assert act.reason == ("so" if "--reason" in words else None)
    assert FIGURE["value"] not in f"{act.subject} {act.problem}"


def test_commands_that_change_nothing_leave_none(at_desk: Desk) -> None:
    """Nor do runs of the scheduler, which are runs."""
    for words in (["check", "x"], ["status"], ["formats"], ["alerts"], ["digest"]):
        ingest_line.main(words)
    assert not at_desk.store.acts.exists()


def test_an_edited_file_of_the_configuration_is_noted(
    at_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each once, by the run after it, with its owner; never what is in it, nor files of secrets."""
    config = at_desk.root / "config"
    at_desk.run()
    (config / "alerts.toml").write_text("# rules\n", encoding="utf-8")
    (config / "secrets.toml").write_text("key = 1\n", encoding="utf-8")
    with (config / "apps.toml").open("a", encoding="utf-8") as apps:
        apps.write("# an alias\n")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(TrackerError, match="No space"):
            at_desk.run()
    assert known(at_desk.store) == []
    at_desk.run()
    at_desk.run()
    told = [
        (act.who, act.place, act.verb, act.subject, act.outcome) for act in known(at_desk.store)
    ]
    owner = config.owner()
    assert told == [
        (owner, "files", "configure", "config/alerts.toml", "done"),
        (owner, "files", "configure", "config/apps.toml", "done"),
    ]
    (config / "alerts.toml").unlink()
    at_desk.run()
    assert known(at_desk.store)[-1].who == "unknown"


def test_a_mapping_that_a_command_wrote_is_noted_once(at_desk: Desk) -> None:
    """By the command, not again by the next run."""
    at_desk.run()
    words, _verb, _outcome = COMMANDS["map"]
    assert ingest_line.main(["map", *words]) == 0
    at_desk.run()
    assert [act.verb for act in known(at_desk.store)] == ["add_mapping"]


def test_a_load_that_refuses_a_file_has_failed(at_desk: Desk) -> None:
    """The row names the file and nothing of what is in it."""
    at_desk.drop("bad.csv", HEADER + "kling,revenue,2026-01,ios,US,-77123,2026-02-03\n")
    assert ingest_line.main(["run"]) == 1
    [act] = known(at_desk.store)
    assert act.problem == "not loaded: inbox/vendor/bad.csv"


@pytest.mark.parametrize("name", KEEPING)
def test_a_command_of_the_warehouse_leaves_one_row(
    at_desk: Desk, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tokens are named and never shown; a restore is written into what it brings back."""
    verb, outcome = KEEPING[name]
    words = [*name.split(), *(["the desk"] if name.startswith("token") else [])]
    store = at_desk.store
    if name == "restore":
        assert warehouse_line.main(["backup", str(tmp_path / "kept.tar")]) == 0
        store = Store(tmp_path / "other")
        monkeypatch.setenv("TRACKER_DATA", str(store.root))
        words = ["restore", str(tmp_path / "kept.tar")]
    assert warehouse_line.main(words) == (1 if outcome == "failed" else 0)
    [act] = known(store)
    assert (act.place, act.verb, act.outcome) == ("command line", verb, outcome)
    assert tokens.PREFIX not in store.acts.read_text(encoding="utf-8")


def test_what_cannot_be_written_down_is_not_done(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: the act is refused aloud, and no half line stays."""
    with Doing(store, ANN, Deed("load", "first")):
        pass
    before = store.acts.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        for name in ("upload", "enter", "save_view"):
            with pytest.raises(TrackerError, match="written down"):
                ON_PAGES[name][0](store)
    assert store.acts.read_bytes() == before
    assert not store.uploads.exists()
    assert requests.pending(store) == [] and saved_views.saved(store) == []


def test_what_its_end_could_not_be_written_of_stands_as_begun(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was done: the row says that no end is known, and whoever did it is told."""
    with (
        monkeypatch.context() as patch,
        pytest.raises(TrackerError, match="It was done, but how it ended could not be written"),
        Doing(store, ANN, Deed("load", "a.csv")),
    ):
        patch.setattr(os, "fsync", full)
    [act] = known(store)
    assert (act.outcome, act.ended_at) == ("begun", None)


def test_a_kill_in_the_middle_leaves_what_was_begun(store: Store) -> None:
    """The process ends between the two lines."""
    program = (
        "import os, sys; from pathlib import Path; from warehouse.acts import *\n"
        "from warehouse.paths import Store\n"
        "Doing(Store(Path(sys.argv[1])), Doer('ann', PAGE), Deed('load', 'a.csv')); os._exit(9)"
    )
    command = [sys.executable, "-c", program, str(store.root)]
    assert subprocess.run(command, cwd=PROJECT, check=False).returncode == 9
    [act] = known(store)
    assert (act.outcome, act.ended_at) == ("begun", None)


def test_a_kill_at_any_byte_of_a_line_loses_that_line_alone(store: Store) -> None:
    """What was half written counts as not written, and the next act takes its place."""
    with Doing(store, ANN, Deed("load", "first 可")):
        pass
    whole = store.acts.read_bytes()
    act_log.add(
        store,
        {"act": "x", "what": "begun", **vars(ANN), **vars(Deed("load", "x" * 300, "y" * 300))},
    )
    cut = store.acts.read_bytes()
    for size in (*range(len(whole), len(cut), 17), len(cut) - 1):
        store.acts.write_bytes(cut[:size])
        assert [act.subject for act in known(store)] == ["first 可"]
        with Doing(store, ANN, Deed("load", "next")):
            pass
        assert [act.subject for act in known(store)] == ["first 可", "next"]
        assert store.acts.read_bytes().endswith(b"\n")


def test_two_processes_at_once_lose_no_line(store: Store) -> None:
    """Forty acts of two writers are forty rows, in one unbroken row of lines."""
    program = (
        "import sys; from pathlib import Path; from warehouse.acts import *\n"
        "from warehouse.paths import Store\n"
        "for n in range(20):\n"
        "    with Doing(Store(Path(sys.argv[1])), Doer(sys.argv[2], PAGE), Deed('load', str(n))):\n"
        "        pass"
    )
    command = [sys.executable, "-c", program, str(store.root)]
    both = [subprocess.Popen([*command, who], cwd=PROJECT) for who in ("ann", "bob")]
    assert [process.wait(timeout=60) for process in both] == [0, 0]
    found = known(store)
    assert {act.outcome for act in found} == {"done"}
    for who in ("ann", "bob"):
        assert [act.subject for act in found if act.who == who] == [str(n) for n in range(20)]


def test_every_changed_byte_is_found(at_desk: Desk) -> None:
    """A word changed, a line taken out: verify names the first line that is not as written."""
    store = at_desk.store
    for n in range(3):
        with Doing(store, ANN, Deed("withdraw", f"{n}.csv", "why")):
            pass
    lines = store.acts.read_bytes().splitlines(keepends=True)
    assert verify(store, lambda _line: None) == []
    changed = [line.replace(b"1.csv", b"7.csv") for line in lines]
    for content, line in ((changed, 3), (lines[:1] + lines[2:], 2)):
        store.acts.write_bytes(b"".join(content))
        [fault] = verify(store, lambda _line: None)
        assert fault.problem == f"Line {line} of the log of acts is not as it was written"


def test_a_log_that_lost_its_end_is_found(at_desk: Desk) -> None:
    """The newest version has seen more; acts that came after it are no fault."""
    store = at_desk.store
    assert warehouse_line.main(["rebuild"]) == 0
    assert verify(store, lambda _line: None) == []
    store.acts.write_bytes(b"")
    problems = [fault.problem for fault in verify(store, lambda _line: None)]
    assert problems[0] == "The version shows 1 line of a log of acts that has fewer"


def test_a_backup_keeps_the_acts(
    at_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They come back as they were, with the restore behind them, and SQL has them at once."""
    with Doing(at_desk.store, ANN, Deed("withdraw", "a.csv", "why")):
        pass
    before = at_desk.store.acts.read_bytes()
    assert warehouse_line.main(["backup", str(tmp_path / "kept.tar")]) == 0
    other = Store(tmp_path / "other")
    monkeypatch.setenv("TRACKER_DATA", str(other.root))
    assert warehouse_line.main(["restore", str(tmp_path / "kept.tar")]) == 0
    assert other.acts.read_bytes().startswith(before)
    assert [act.verb for act in known(other)] == ["withdraw", "restore"]
    assert warehouse_line.main(["verify"]) == 0


def test_acts_come_with_the_next_version(at_desk: Desk) -> None:
    """An act alone makes none; one with a figure shows all that were written before it."""
    with Doing(at_desk.store, ANN, Deed("save_view", "Mine")):
        pass
    assert at_desk.run()["version"] is None
    at_desk.drop("two.csv", HEADER + "kling,revenue,2026-02,ios,US,100,2026-03-03\n")
    assert at_desk.run()["version"] is not None
    assert at_desk.rows("select who, subject, outcome from acts") == [
        ("ann@fund.example", "Mine", "done")
    ]


def test_the_data_page_shows_the_newest_acts(at_desk: Desk) -> None:
    """Straight from the log, before any version has them; what was in vain is not told as done."""
    assert "Nobody has changed anything yet." in Screen(at_desk.store.root, "data").texts
    ingest_line.main(["release", "one.csv", "--reason", "sure"])
    acts.refused(at_desk.store, ANN, Deed("withdraw", "one.csv"), "You may look")
    lines = next(rows for rows in Screen(at_desk.store.root, "data").lists() if "Who" in rows[0])
    told = [(row["Who"], row["What was to be done"], row["How it ended"]) for row in lines]
    assert told[0] == ("ann@fund.example", "Withdraw a loaded file", "not allowed: You may look")
    assert told[1][0] == f"{acts.command_line().who}, on the command line"
    assert told[1][2].startswith("failed: the file is accepted; `release` is for a file that is")
    assert lines[1]["Reason"] == "sure"


def test_words_are_short_and_plain(store: Store) -> None:
    """No line break, no end without one; an unexpected error is named and not repeated."""
    with pytest.raises(KeyError), Doing(store, ANN, Deed("load", "a\nb\udcff" + "x" * 999)):
        raise KeyError("a secret of a library")
    [act] = known(store)
    assert act.subject.startswith("a b\\udcffx") and len(act.subject) == act_log.LONGEST
    assert act.problem == "KeyError"
