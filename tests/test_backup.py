"""python -m warehouse backup, restore: everything comes back as it was, or nothing is touched."""

# ruff: noqa: F811 -- a test names the fixture it takes

from __future__ import annotations

import errno
import io
import json
import os
import random
import shutil
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from ingest.config import read_config
from ingest.pipeline import Pipeline
from ingest.report import PlainReporter
from tests.ingest_fixtures import HEADER, Desk
from tests.keeping_fixtures import everything, kept, loaded_once, turn  # noqa: F401
from tests.warehouse_fixtures import small_disk, tables  # noqa: F401
from warehouse import requests, saved_views
from warehouse.__main__ import main
from warehouse.errors import TrackerError
from warehouse.keeping import archive, backup
from warehouse.keeping.archive import MANIFEST, checked
from warehouse.paths import Store
from warehouse.store import newest

SECRET = "hunter2-hunter2"


def backed_up(target: Path) -> Path:
    """A backup of the store the command line works on."""
    assert main(["backup", str(target)]) == 0
    return target


def restored(source: Path, root: Path, monkeypatch: pytest.MonkeyPatch, code: int = 0) -> Store:
    """What comes of a restore into that folder, which the command line works on from then on."""
    monkeypatch.setenv("TRACKER_DATA", str(root))
    assert main(["restore", str(source)]) == code
    return Store(root)


def said(capsys: pytest.CaptureFixture[str], *command: object) -> str:
    """What a command says that must fail."""
    capsys.readouterr()
    assert main([str(word) for word in command]) == 1
    return capsys.readouterr().err.splitlines()[-1]


def kept_for_good(store: Store) -> dict[str, tuple[int, bytes]]:
    """All of a data folder that a backup must bring back, but the log, which goes on."""
    parts = ("landing/", "ledger/", "alerts/", "requests/", "state/views/")
    log = str(store.acts.relative_to(store.root))
    found = {name: it for name, it in everything(store.root).items() if name.startswith(parts)}
    return {name: it for name, it in found.items() if name != log}


def shown(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every table but the acts: to restore is one."""
    return {name: rows for name, rows in tables(newest(store)).items() if name != "raw.act"}


@pytest.fixture
def full(kept: Store) -> Store:
    """The store with something in each part of it."""
    (kept.alerts).mkdir(exist_ok=True)
    (kept.alerts / "journal.jsonl").write_text('{"moment": "2026-11-24T00:00:00", "what": "x"}\n')
    saved_views.save(kept, saved_views.SavedView("可靈", "growth", (("app", "kling"),)))
    kept.requests.mkdir(exist_ok=True)
    (kept.requests / "1.json").write_text("{}")
    (kept.inbox / "unclaimed 可.csv").write_text("who,knows\n1,2\n")
    return kept


def test_everything_comes_back(
    full: Store,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every byte, mode and table is as it was, what waits in the inbox too; and it verifies."""
    source = backed_up(tmp_path / "kept.tar")
    other = restored(source, tmp_path / "other" / "data", monkeypatch)
    assert kept_for_good(other) == kept_for_good(full)
    assert shown(other) == shown(full)
    waits = [path for path in other.inbox.rglob("*") if path.is_file()]
    assert [(path.name, path.read_text()) for path in waits] == [
        ("unclaimed 可.csv", "who,knows\n1,2\n")
    ]
    assert list(other.spill.iterdir()) == list(full.spill.iterdir()) == []
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    assert "config" not in capsys.readouterr().err
    assert main(["verify"]) == 0


def test_a_folder_gets_a_file_named_after_the_moment(full: Store, tmp_path: Path) -> None:
    """So one line in a crontab will do."""
    (tmp_path / "backups").mkdir()
    backed_up(tmp_path / "backups")
    [path] = (tmp_path / "backups").iterdir()
    assert path.match("tracker-*T*.tar")
    assert checked(path).files


def test_no_secret_is_in_it(
    full: Store, loaded_once: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file of secrets is left, and what an editor left beside it; versions and runs too."""
    config = tmp_path / "root" / "config"
    shutil.copytree(loaded_once.root / "config", config)
    for name in ("secrets.toml", "secrets.toml~", "secrets-old.toml", ".secrets.toml", ".env"):
        (config / name).write_text(f'KEY = "{SECRET}"\n')
    monkeypatch.setenv("TRACKER_ROOT", str(config.parent))
    source = backed_up(tmp_path / "kept.tar")
    assert SECRET.encode() not in source.read_bytes()
    tops = {name.split("/")[0] for name in checked(source).files}
    assert tops == {"alerts", "config", "inbox", "landing", "ledger", "requests", "views"}


def test_another_configuration_is_laid_beside_the_data(
    full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The present one is never overwritten; that it differs is said."""
    source = backed_up(tmp_path / "kept.tar")
    (tmp_path / "root" / "config").mkdir(parents=True)
    monkeypatch.setenv("TRACKER_ROOT", str(tmp_path / "root"))
    other = restored(source, tmp_path / "other", monkeypatch)
    assert (other.root / "config-of-backup" / "apps.toml").is_file()
    assert "its configuration is not the present one" in capsys.readouterr().err
    assert list((tmp_path / "root" / "config").iterdir()) == []


@pytest.mark.long
def test_a_run_may_go_on_meanwhile(
    full: Store, loaded_once: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The backup is of the moment it began; what a run lands meanwhile, the next run reads."""
    before, figures = kept_for_good(full), shown(full)
    pin = backup.pin

    def run(store: Store) -> None:
        Pipeline(read_config(loaded_once.root), store, PlainReporter()).run("test")

    def pinned_and_loaded(store: Store, folder: Path) -> Store:
        pinned = pin(store, folder)
        new = store.inbox / "vendor" / "three.csv"
        new.write_text(HEADER + "kling,revenue,2026-02,ios,US,7,2026-03-03\n")
        os.utime(new, (1_700_000_000, 1_700_000_000))
        (store.requests / "1.json").unlink()
        run(store)
        return pinned

    monkeypatch.setattr(backup, "pin", pinned_and_loaded)
    source = backed_up(tmp_path / "kept.tar")
    other = restored(source, tmp_path / "other", monkeypatch)
    assert shown(other) == figures
    assert before.items() <= kept_for_good(other).items()
    assert main(["verify"]) == 0
    (other.requests / "1.json").unlink()
    run(other)
    assert len(tables(newest(other))["raw.observation"]) == 5


def test_what_was_damaged_before_is_named_and_kept(
    full: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A disk that begins to fail is no reason to have no backup of the rest."""
    landed = next(path for path in sorted(full.landing.iterdir()) if not path.suffix)
    part = sorted(full.ledger.glob("*/observation-*.parquet"))[0]
    turn(landed)
    turn(part)
    text = said(capsys, "backup", tmp_path / "kept.tar")
    assert "The backup is written, but 2 files of it were damaged before" in text
    assert landed.name in text
    assert f"{part.parent.name}/{part.name}" in text
    assert len(checked(tmp_path / "kept.tar").files) > 5


def test_a_name_that_another_system_could_not_write_is_left_out(
    full: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said, for only files that wait in the inbox can have one."""
    (full.inbox / "a:b.csv").write_text("x")
    source = backed_up(tmp_path / "kept.tar")
    assert "not in it, for its name: 'inbox/a:b.csv'" in capsys.readouterr().err
    assert "inbox/a:b.csv" not in checked(source).files


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        ("there.tar", "The file is there already"),
        ("none/x.tar", "There is no such folder"),
        ("data/x.tar", "A backup inside the data folder would be lost with it"),
        ("data/landing", "A backup inside the data folder would be lost with it"),
    ],
)
def test_a_place_that_is_no_good_is_refused(
    kept: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], place: str, problem: str
) -> None:
    """Nothing is overwritten, nothing is written among the data."""
    (tmp_path / "there.tar").write_text("mine")
    before = everything(tmp_path)
    assert problem in said(capsys, "backup", tmp_path / place)
    assert everything(tmp_path) == before


def fail_at(monkeypatch: pytest.MonkeyPatch, place: str, error: Exception) -> None:
    """Let one step fail."""

    def failing(*_arguments: object, **_named: object) -> Any:
        raise error

    monkeypatch.setattr(place, failing)


@pytest.mark.parametrize(
    "place", ["tarfile.copyfileobj", "warehouse.keeping.backup.sync_file", "os.replace"]
)
def test_a_backup_is_whole_or_not_there(
    kept: Store,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    place: str,
) -> None:
    """A disk that fills or fails at any step leaves no file, and the data as it was."""
    before = everything(tmp_path)
    with monkeypatch.context() as broken:
        fail_at(broken, place, OSError(errno.ENOSPC, "No space left on device"))
        text = said(capsys, "backup", tmp_path / "kept.tar")
    assert "could not be written: No space left on device" in text
    assert everything(tmp_path) == before


def test_what_the_disk_gives_back_otherwise_is_no_backup(
    kept: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read back before it has its name."""
    monkeypatch.setattr(backup, "_to_disk", turn)
    assert "damaged" in said(capsys, "backup", tmp_path / "kept.tar")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def test_a_full_disk(
    kept: Store,
    small_disk: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Too little room is said before; room that goes meanwhile leaves nothing half, either way."""
    source = backed_up(tmp_path / "kept.tar")
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * 1_020_000)
    assert "are needed and" in said(capsys, "backup", small_disk / "kept.tar")
    fits = "warehouse.keeping.backup._refuse_what_does_not_fit"
    monkeypatch.setattr(fits, lambda *_: None)
    assert "No space left" in said(capsys, "backup", small_disk / "kept.tar")
    assert list(small_disk.iterdir()) == [filler]
    monkeypatch.setenv("TRACKER_DATA", str(small_disk / "data"))
    assert "the backup needs" in said(capsys, "restore", source)
    assert list(small_disk.iterdir()) == [filler]
    monkeypatch.setattr("warehouse.keeping.restore._refuse_what_does_not_fit", lambda *_: None)
    assert "the disk is full" in said(capsys, "restore", source)
    assert everything(small_disk / "data") == {}


def test_only_an_empty_folder_is_restored_into(
    kept: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One file anywhere in it is enough to leave it alone; what was half made is not."""
    source = backed_up(tmp_path / "kept.tar")
    before = everything(kept.root)
    assert "The data folder is not empty" in said(capsys, "restore", source)
    assert everything(kept.root) == before
    other = Store(tmp_path / "other")
    (other.spill / "1-killed-restore" / "landing").mkdir(parents=True)
    (other.spill / "1-killed-restore" / "landing" / "half").write_text("x")
    other.landing.mkdir()
    restored(source, other.root, monkeypatch)
    assert shown(other) == shown(kept)
    assert "The data folder is not empty" in said(capsys, "restore", source)


def place_of(source: Path, name: str) -> int:
    """Where the bytes of one file of a backup begin."""
    with tarfile.open(source) as opened:
        return opened.getmember(name).offset_data


def test_a_damaged_file_is_named_and_nothing_is_restored(
    full: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One bit of any file in it is found before the data folder is touched."""
    source = backed_up(tmp_path / "kept.tar")
    monkeypatch.setenv("TRACKER_DATA", str(tmp_path / "other"))
    sound = source.read_bytes()
    for name in checked(source).files:
        content = bytearray(sound)
        content[place_of(source, name)] ^= 1
        source.write_bytes(content)
        assert f"the bytes of {name} are not those" in said(capsys, "restore", source)
        source.write_bytes(sound)
    assert not (tmp_path / "other").exists()


def test_no_damage_passes(full: Store, tmp_path: Path) -> None:
    """Whichever byte is another, and wherever it is cut off: it is refused, or nothing is lost by
    it (a byte that fills a block up)."""
    source = backed_up(tmp_path / "kept.tar")
    manifest, sound = checked(source), source.read_bytes()
    chance = random.Random(20261124)
    end = place_of(source, MANIFEST)
    places = [chance.randrange(len(sound)) for _ in range(200)]
    places += [chance.randrange(end, end + 900) for _ in range(200)]
    for place in places:
        content = bytearray(sound)
        content[place] ^= 1 << chance.randrange(8)
        source.write_bytes(content)
        try:
            assert checked(source).files == manifest.files, place
        except TrackerError as error:
            assert str(source) in str(error)
    for _ in range(50):
        source.write_bytes(sound[: chance.randrange(end)])
        with pytest.raises(TrackerError, match=r"cut off or damaged|is no backup|damaged one"):
            checked(source)


def packed(path: Path, *members: tuple[str, bytes] | tarfile.TarInfo, manifest: Any = None) -> Path:
    """An archive somebody made, with a manifest that fits its plain files, or another."""
    with tarfile.open(path, "w") as made:
        files: dict[str, Any] = {}
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                made.addfile(member)
                files[member.name] = [archive.held(io.BytesIO()).sha256, 0]
                continue
            name, content = member
            info = tarfile.TarInfo(name)
            info.size = len(content)
            made.addfile(info, io.BytesIO(content))
            files[name] = [archive.held(io.BytesIO(content)).sha256, len(content)]
        told = {"kind": archive.KIND, "format": 1, "made_at": "2026-11-24T00:00:00", "files": files}
        text = json.dumps({**told, **(manifest or {})}).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size = len(text)
        made.addfile(info, io.BytesIO(text))
    return path


def special(kind: bytes, name: str = "landing/x", leads_to: str = "/etc/passwd") -> tarfile.TarInfo:
    """A member that is no plain file."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, leads_to
    return info


def sparse() -> tarfile.TarInfo:
    """A file that claims to be large and has no bytes."""
    info = tarfile.TarInfo("landing/x")
    info.pax_headers = {"GNU.sparse.size": str(1 << 50), "GNU.sparse.map": "0,0"}
    return info


HOSTILE: dict[str, list[tuple[str, bytes] | tarfile.TarInfo]] = {
    **{
        name: [(name, b"x")]
        for name in (
            "../x", "landing/../../x", "/etc/x", "/landing/x", "landing//x", "landing/./x",
            "landing/", "landing", "x", "versions/x.duckdb", "state/ingest.lock", "landing/.tmp-x",
            "landing\\..\\x", "landing/..\\x", "C:/x", "landing/C:x", "landing/a\nb",
            "ledger/\x1b[2J", "landing/" + "x" * 256,
        )
    },
    "twice": [("landing/x", b"x"), ("landing/x", b"y")],
    "symbolic link": [special(tarfile.SYMTYPE)],
    "hard link": [("landing/y", b"y"), special(tarfile.LNKTYPE, leads_to="landing/y")],
    "device": [special(tarfile.CHRTYPE)],
    "pipe": [special(tarfile.FIFOTYPE)],
    "folder": [special(tarfile.DIRTYPE)],
    "contiguous": [special(tarfile.CONTTYPE)],
    "sparse": [sparse()],
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_an_archive_that_would_reach_elsewhere_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Though its manifest fits: no name above, absolute, hidden or of another part, no link."""
    monkeypatch.setenv("TRACKER_DATA", str(tmp_path / "in" / "data"))
    source = packed(tmp_path / "bad.tar", *HOSTILE[name])
    assert "Do not trust it; nothing was changed" in said(capsys, "restore", source)
    assert [path.name for path in tmp_path.iterdir()] == ["bad.tar"]


NO_BACKUP: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty": (lambda path: path.write_bytes(b""), "no backup, or a damaged one"),
    "text": (lambda path: path.write_text("figures\n" * 999), "no backup, or a damaged one"),
    "folder": (lambda path: path.mkdir(), "cannot be read"),
    "missing": (lambda path: None, "No such file"),
    "tar": (lambda path: tarfile.open(path, "w").close(), "its manifest is missing"),
    "more": (
        lambda path: packed(path, ("landing/x", b"x"), manifest={"files": {}}),
        "landing/x is not in its manifest",
    ),
    "less": (
        lambda path: packed(path, manifest={"files": {"landing/x": ["0" * 64, 1]}}),
        "landing/x is missing",
    ),
    "other kind": (lambda path: packed(path, manifest={"kind": "x"}), "it is of something else"),
    "later": (lambda path: packed(path, manifest={"format": 2}), "of a later release (format 2)"),
    "junk": (lambda path: packed(path, manifest={"files": [1]}), "manifest cannot be read"),
}


@pytest.mark.parametrize("name", NO_BACKUP)
def test_what_is_no_backup_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """With what is wrong; the data folder is not even made."""
    monkeypatch.setenv("TRACKER_DATA", str(tmp_path / "data"))
    make, problem = NO_BACKUP[name]
    make(tmp_path / "x.tar")
    assert problem in said(capsys, "restore", tmp_path / "x.tar")
    assert not (tmp_path / "data").exists()


def test_an_archive_that_changes_between_looks_is_refused(
    full: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written is held against the manifest once more."""
    source = backed_up(tmp_path / "kept.tar")
    sound, first = archive.files_in, []

    def changing(*arguments: Any) -> Iterator[tuple[str, IO[bytes]]]:
        for name, content in sound(*arguments):
            yield name, io.BytesIO(b"other") if first and name in first else content

    monkeypatch.setattr("warehouse.keeping.restore.files_in", changing)
    first.append("ledger/watchlist.json")
    monkeypatch.setenv("TRACKER_DATA", str(tmp_path / "other"))
    assert "changed while it was read: ledger/watchlist.json" in said(capsys, "restore", source)
    assert everything(tmp_path / "other") == {}


def test_nothing_loaded_is_nothing_to_back_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty data folder says how to start."""
    monkeypatch.setenv("TRACKER_DATA", str(tmp_path / "data"))
    assert "Nothing has been loaded yet" in said(capsys, "backup", tmp_path / "x.tar")
    assert requests.pending(Store(tmp_path / "data")) == []
    assert list(tmp_path.iterdir()) == []
