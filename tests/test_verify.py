"""python -m warehouse verify: what is damaged is found, named, and can be mended as it says."""

# ruff: noqa: F811 -- a test names the fixture it takes

from __future__ import annotations

import json
import shutil
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from tests.keeping_fixtures import everything, kept, loaded_once, turn  # noqa: F401
from warehouse.__main__ import main
from warehouse.files import sha256_of
from warehouse.keeping import compared, verify
from warehouse.paths import Store
from warehouse.store import newest, open_version, publish


def verified(capsys: pytest.CaptureFixture[str], code: int) -> str:
    """What the command prints when it ends with that code."""
    capsys.readouterr()
    assert main(["verify"]) == code
    printed = capsys.readouterr()
    assert printed.err.startswith("error: Found" if code else "")
    return printed.out


def part_of(store: Store, table: str = "observation") -> Path:
    """A file of rows in the ledger."""
    return sorted(store.ledger.glob(f"*/{table}-*.parquet"))[0]


def bytes_of(store: Store) -> Path:
    """A landed file."""
    return next(path for path in sorted(store.landing.iterdir()) if not path.suffix)


def label_of(store: Store) -> Path:
    """A label."""
    return sorted(store.landing.glob("*.json"))[0]


def edit_version(store: Store) -> Path:
    """Another figure in the newest version, sealed again by somebody who knew how."""
    path = newest(store)
    path.chmod(0o644)
    with duckdb.connect(str(path)) as connection:
        connection.execute("update mart.monthly set value = value + 1 where app_id = 'kling'")
    path.with_suffix(".sha256").write_text(f"{sha256_of(path)}  {path.name}\n")
    return path


def edit_rows(store: Store) -> Path:
    """Another figure in the ledger of a release that wrote no hashes down."""
    part = part_of(store)
    with duckdb.connect() as connection:
        connection.execute(f"create table rows as from '{part}'")
        connection.execute("update rows set value = value * 10")
        connection.execute(f"copy rows to '{part}' (format parquet)")
    forget_hashes(part.parent)
    return newest(store)


def forget_hashes(folder: Path) -> None:
    """The description as an earlier release wrote it."""
    path = folder / "snapshot.json"
    description = json.loads(path.read_bytes())
    del description["parts"]
    path.write_text(json.dumps(description))


def cut_rows(store: Store) -> Path:
    """A file of rows gone from a snapshot without hashes."""
    part = part_of(store)
    forget_hashes(part.parent)
    part.unlink()
    return part.parent


def remove(path: Path) -> Path:
    """The file or folder is gone."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    return path


def write(path: Path, text: str) -> Path:
    """The file holds something else."""
    path.chmod(0o644)
    path.write_text(text)
    return path


def turned(path: Path) -> Path:
    """The file with another bit."""
    turn(path)
    return path


def add_snapshot(store: Store) -> Path:
    """A snapshot that no version shows yet."""
    folder = part_of(store).parent
    other = folder.with_name("f" * 64)
    shutil.copytree(folder, other)
    path = other / "snapshot.json"
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "snapshot_id": other.name}))
    return other


#: What goes wrong, and what is said of the file it returns.
DAMAGES: dict[str, tuple[Callable[[Store], Path], str]] = {
    "landed bit": (lambda s: turned(bytes_of(s)), "bytes are not those that were loaded"),
    "landed gone": (lambda s: remove(bytes_of(s)), "The label has lost the file it is about"),
    "label gone": (lambda s: remove(label_of(s)), "No label says that these bytes are"),
    "both gone": (
        lambda s: remove(remove(label_of(s)).with_suffix("").with_suffix("")),
        "are gone",
    ),
    "label junk": (lambda s: write(label_of(s), "[]"), "The label cannot be read"),
    "row bit": (lambda s: turned(part_of(s)), "bytes are not those that were written"),
    "refusal bit": (lambda s: turned(part_of(s, "rejected_row")), "are not those that were"),
    "rows cut": (cut_rows, "says 2 figures, its files have 0"),
    "description": (lambda s: write(part_of(s).with_name("snapshot.json"), "{"), "cannot be read"),
    "watch list": (lambda s: write(s.watchlist, "{"), "The watch list cannot be read"),
    "snapshot gone": (lambda s: remove(part_of(s).parent), "that the ledger has lost"),
    "snapshot more": (add_snapshot, "does not show 1 snapshot of the ledger"),
    "version bit": (lambda s: turned(newest(s)), "bytes are not those that were published"),
    "version edited": (edit_version, "mart.monthly is not what the ledger makes: 1 row of the"),
    "ledger edited": (edit_rows, "raw.observation is not what the ledger makes"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_named(kept: Store, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """One line a fault: what is wrong, in which file, what to do; nothing is touched."""
    damage, problem = DAMAGES[name]
    where = damage(kept)
    before = everything(kept.root)
    printed = verified(capsys, 1)
    lines = [line for line in printed.splitlines() if line.startswith("fault: ")]
    named = where.name if name != "label gone" else where.name[:64]
    assert any(problem in line and named in line for line in lines), printed
    assert "sound" not in printed.splitlines()
    assert everything(kept.root) == before


def test_a_sound_folder_is_said_to_be(kept: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """What was looked at is counted; nothing is published, changed or left behind."""
    before, shown = everything(kept.root), newest(kept)
    printed = verified(capsys, 0)
    assert "landing: 2 files (0.0 MB) against their names, 2 labels: 0 faults" in printed
    assert "ledger: 2 snapshots, 3 files of rows" in printed
    assert "as made anew from the ledger, 0 differ" in printed
    assert printed.endswith("\nsound\n")
    assert newest(kept) == shown
    assert everything(kept.root) == before
    assert list(kept.spill.iterdir()) == []


def test_a_version_of_an_earlier_day_is_held_against_that_day(
    kept: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version stands until there is something new; it is made anew as of its own day."""
    monkeypatch.setenv("TRACKER_TODAY", "2027-03-01")
    assert "0 differ" in verified(capsys, 0)


def test_it_works_while_a_run_is_loading(kept: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """It waits for nobody, and what the run has added since the version is no fault."""
    add_snapshot(kept)
    with FileLock(kept.state / "ingest.lock"):
        printed = verified(capsys, 0)
    assert "a run is loading" in printed
    assert "1 snapshot of the run that is loading: not shown yet" in printed
    assert "0 differ" in printed


def test_what_a_run_has_changed_is_not_called_sound(
    kept: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """Tables that cannot be compared for the run's sake are a reason to look again."""
    path = part_of(kept).with_name("snapshot.json")
    path.write_text(json.dumps({**json.loads(path.read_bytes()), "withdrawn_on": "2026-11-24"}))
    with FileLock(kept.state / "ingest.lock"):
        assert "Verify again when the run is done" in verified(capsys, 1)


def test_a_run_may_replace_a_snapshot_meanwhile(
    kept: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ledger is looked at as it was when it began, whatever a run does to it after."""
    check = verify.check_ledger

    def replaced(*arguments: object) -> object:
        shutil.rmtree(part_of(kept).parent)
        return check(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(verify, "check_ledger", replaced)
    assert "0 differ" in verified(capsys, 0)


def test_readers_and_runs_go_on_meanwhile(
    kept: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it looks, a version is published and read; the look is of the one before."""
    make, values = compared.make_beside, []

    def publishing(*arguments: object) -> None:
        publish(kept, full=True)
        with open_version(newest(kept)) as reader:
            values.extend(reader.execute("select count(*) from raw.observation").fetchall())
        make(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(compared, "make_beside", publishing)
    assert "0 differ" in verified(capsys, 0)
    assert values == [(4,)]


def test_an_earlier_releases_snapshots_are_said_to_have_no_hashes(
    kept: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """What could not be checked is not passed over in silence."""
    forget_hashes(part_of(kept).parent)
    assert "1 snapshot of an earlier release without hashes" in verified(capsys, 0)


def test_a_disk_without_links_will_do(
    kept: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file cannot have a second name it is copied."""

    def refuse(*_names: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("warehouse.keeping.pin.os.link", refuse)
    assert "0 differ" in verified(capsys, 0)
    assert list(kept.spill.iterdir()) == []


def test_without_room_nothing_is_begun(
    kept: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """How much is needed is said first."""
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(
        "warehouse.keeping.verify.shutil.disk_usage", lambda _path: usage(10**9, 10**9 - 1, 1)
    )
    assert main(["verify"]) == 1
    assert "The disk has 0.0 MB free" in capsys.readouterr().err


def test_an_empty_folder_says_how_to_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is made in a folder that holds nothing."""
    monkeypatch.setenv("TRACKER_DATA", str(tmp_path / "data"))
    assert main(["verify"]) == 1
    assert "python -m ingest run" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
