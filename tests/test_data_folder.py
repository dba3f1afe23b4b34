"""The data folder as people leave it: links, files in the way, no rights or room, junk."""

# ruff: noqa: F811 -- a test names the fixture it takes

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.ingest_fixtures import GOOD, Desk
from tests.keeping_fixtures import load_good
from tests.prepared import Prepared
from tests.warehouse_fixtures import (  # noqa: F401
    estimate,
    november,
    publish,
    small_disk,
    store,
    tables,
    write_snapshot,
    write_watchlist,
)
from warehouse import status
from warehouse.__main__ import main
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.store import newest

pytestmark = pytest.mark.usefixtures("november")

COMMANDS: list[list[str]] = [["sql", "from growth"], ["versions"], ["rebuild"]]


def said(capsys: pytest.CaptureFixture[str], root: str | Path, *command: str) -> str:
    """What a command says that must fail with a sentence."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_DATA", str(root))
        assert main(command) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("error: ")
    return printed.err


@pytest.mark.parametrize("command", COMMANDS)
def test_links_that_lead_in_a_circle(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    """A data path through links that lead back to themselves is said in words."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    text = said(capsys, tmp_path / "a" / "data", *command)
    assert "a link in its path leads back to itself" in text


def test_a_link_that_leads_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A data folder that is a dangling link is named; nothing is made at its other end."""
    (tmp_path / "data").symlink_to(tmp_path / "gone")
    text = said(capsys, tmp_path / "data", "rebuild")
    assert f"it is a link that leads nowhere ({tmp_path / 'data'})" in text
    text = said(capsys, tmp_path / "data" / "below", "rebuild")
    assert f"it is a link that leads nowhere ({tmp_path / 'data'})" in text
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("below", [".", "data", "data/deeper"])
@pytest.mark.parametrize("command", COMMANDS[::2])
def test_a_file_where_the_folder_belongs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], below: str, command: list[str]
) -> None:
    """The file in the way is named, whether it is the data folder or above it."""
    (tmp_path / "file").write_text("x")
    text = said(capsys, tmp_path / "file" / below, *command)
    assert f"a file stands where a folder is needed ({tmp_path / 'file'})" in text


@pytest.mark.parametrize("name", ["landing", "ledger", "versions", "inbox", "state"])
def test_a_file_in_place_of_a_part(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """A file under the name of one of the store's folders is named."""
    (tmp_path / name).write_text("x")
    text = said(capsys, tmp_path, "rebuild")
    assert f"a file stands where a folder is needed ({tmp_path / name})" in text


def test_a_folder_in_place_of_the_lock(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A lock that cannot be taken is not mistaken for one that is held."""
    (tmp_path / "state" / "ingest.lock").mkdir(parents=True)
    assert "ingest.lock" in said(capsys, tmp_path, "rebuild")


def test_a_folder_this_user_may_not_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No rights are said before anything is tried."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert "this user may not use it" in said(capsys, tmp_path, "rebuild")


def test_a_folder_this_user_may_not_look_into(
    store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without rights is not mistaken for an empty one."""
    publish(store)
    with monkeypatch.context() as broken:
        broken.setattr(os, "readlink", refuse)
        assert "this user may not use it" in said(capsys, store.root, "sql", "from growth")
    write_snapshot(store, "vendor", observation=[estimate("2026-01", 10)])
    before = publish(store)
    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(TrackerError, match="this user may not use it"):
        publish(store)
    assert newest(store) == before


def refuse(path: Any) -> Any:
    """What the system answers who has no rights."""
    raise PermissionError(13, "Permission denied", str(path))


def test_a_full_disk(small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With no room left a rebuild says so and leaves no draft."""
    made = Store(small_disk / "data")
    write_snapshot(made, "vendor", observation=[estimate("2026-01", 10)])
    (small_disk / "filler").write_bytes(b"x" * 600_000)
    assert "No new version could be made" in said(capsys, made.root, "rebuild")
    assert list(made.versions.iterdir()) == []


def test_a_read_only_disk(small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A version on it can be read; what would write says why it cannot."""
    subprocess.run(["mount", "-o", "remount,size=50m", str(small_disk)], check=True)
    made = Store(small_disk / "data")
    write_snapshot(made, "vendor", observation=[estimate("2026-01", 10)])
    publish(made)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert len(tables(newest(made))["raw.observation"]) == 1
    assert "its file system is read-only" in said(capsys, made.root, "rebuild")


@pytest.mark.parametrize(
    ("name", "beside"),
    [("a[b]", "ab"), *((name, "axb") for name in ("a*b", "a{b}", "a b", "a'b", "a#b")),
     ("a%20b", "a b"), ("可靈", "axb"), ("-", "axb")],
)  # fmt: skip
def test_any_name_will_do(tmp_path: Path, prepared: Prepared, name: str, beside: str) -> None:
    """Letters that mean something to a shell or to DuckDB mean nothing in the data path, also
    where a folder beside it has a name that they would mean."""
    other = prepared.copy("one_of_each", take_one_of_each, tmp_path / beside / "data")
    made = tmp_path / name / "data"
    take_one_of_each(made)
    assert tables(newest(Store(made))) == tables(newest(Store(other)))


def take_one_of_each(root: Path) -> None:
    """Publish a watch list, one figure and one refused file in an empty data folder."""
    made = Store(root)
    write_watchlist(made)
    write_snapshot(made, "vendor", observation=[estimate("2026-01", 10)])
    write_snapshot(made, "filings", outcome="refused", rejected_row=[{"row_no": 2, "rule": "r"}])
    publish(made)


def test_the_folder_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty is the default, relative is from here, ~ is home."""
    monkeypatch.chdir(tmp_path)
    for named, root in (
        ("", tmp_path / "data"),
        ("  ", tmp_path / "data"),
        ("some/where", tmp_path / "some" / "where"),
        ("~/tracker", Path.home() / "tracker"),
        ("~tilde", tmp_path / "~tilde"),
    ):
        monkeypatch.setenv("TRACKER_DATA", named)
        assert Store.from_env().root == root
    monkeypatch.delenv("TRACKER_DATA")
    assert Store.from_env().root == tmp_path / "data"


def test_a_name_that_is_no_text(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are said, not met deep inside a library."""
    text = said(capsys, os.fsdecode(bytes(tmp_path) + b"/\xff"), "rebuild")
    assert "The data folder's name is not UTF-8" in text


def test_a_name_duckdb_would_cut(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """DuckDB puts its log beside what stands before a question mark: such a folder is refused."""
    assert "DuckDB takes the ?" in said(capsys, tmp_path / "what?" / "data", "rebuild")
    assert list(tmp_path.iterdir()) == []


def test_a_working_folder_that_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who stands in a removed folder is told so."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "The folder you are in is gone" in said(capsys, "data", "rebuild")
    monkeypatch.chdir(tmp_path)


JUNK = (
    b"", b"\n", b"null", b"7", b'"x"', b"[]", b"{}", b"[1]", b"{", b"\xff\xfe", b"\x00", b"NaN",
    b"[" * 100_000, b'{"pid": "x"}', b'{"outcome": "ok"}',
    b'{"pid": 1, "host": "h", "started_at": 1, "beat_at": null, "next_runs": {}}',
    b'{"pid": 1, "host": "h", "started_at": "?", "beat_at": "yesterday", "next_runs": {}}',
    b'{"pid": 1, "host": "h", "started_at": "2026-11-24", "next_runs": {},'
    b' "beat_at": "2026-11-24T00:00:00+00:00"}',
    b'{"run_id": "1", "started_at": "2026-11-24T00:00:00", "finished_at": "2026-11-24T00:00:00",'
    b' "trigger": "t", "outcome": "ok", "files": [{"name": 1}], "version": null, "reason": null}',
)  # fmt: skip


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_junk_in_the_state_is_passed_over(desk: Desk, prepared: Prepared, junk: bytes) -> None:
    """Losing the heartbeat or a line of the history loses nothing else; the next run goes on."""
    prepared.copy("one_good_file", load_good, desk.root)
    [first] = status.read_runs(desk.store)
    history = desk.store.state / "runs.jsonl"
    history.write_bytes(junk + b"\n" + history.read_bytes() + junk)
    (desk.store.state / "heartbeat.json").write_bytes(junk)
    assert status.read_heartbeat(desk.store) is None
    assert [run["run_id"] for run in status.read_runs(desk.store)] == [first["run_id"]]
    second = desk.run()
    assert [run["run_id"] for run in status.read_runs(desk.store)] == [
        first["run_id"],
        second["run_id"],
    ]


def test_a_folder_in_place_of_the_state_files(desk: Desk) -> None:
    """What cannot be written down is said; the figures are published all the same."""
    (desk.store.state / "runs.jsonl").mkdir()
    (desk.store.state / "heartbeat.json").mkdir()
    assert status.read_heartbeat(desk.store) is None
    desk.drop("one.csv", GOOD)
    with pytest.raises(TrackerError, match=r"could not be written down.*No figure depends on it"):
        desk.run()
    assert len(desk.values()) == 2
