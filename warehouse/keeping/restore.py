"""Brings a backup into an empty data folder: checked whole, put in place in one go, published."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from warehouse import acts
from warehouse.acts import Deed, Doing, command_line
from warehouse.errors import TrackerError
from warehouse.files import sync_folder
from warehouse.keeping.archive import FOLDERS, MANIFEST, Manifest, checked, files_in, held, opened
from warehouse.keeping.faults import Say, counted, megabytes
from warehouse.keeping.landed import BYTES
from warehouse.keeping.pin import elsewhere
from warehouse.locks import ingest_lock
from warehouse.paths import Store, unusable
from warehouse.store import publish

CONFIG = "config-of-backup"
#: A file system gives each file whole blocks.
BLOCK = 4096


@dataclass(frozen=True)
class Restored:
    """What came of a restore."""

    version: Path | None
    config: Path | None  #: where the backup's configuration lies, when it is not the present one


def restore(store: Store, source: Path, config: Path, say: Say) -> Restored:
    """Bring the backup back and publish.

    Raises TrackerError when the backup is not whole or the data folder not empty: nothing was
    changed then.
    """
    say(f"checking {source}")
    manifest = checked(source)
    _refuse_what_is_not_empty(store)
    _refuse_what_does_not_fit(manifest, store)
    store.make_folders()
    with ingest_lock(store):
        _refuse_what_is_not_empty(store)
        try:
            with elsewhere(store, "restore") as folder:
                say(f"writing {counted(len(manifest.files), 'file')} of {manifest.made_at} UTC")
                _write(source, manifest, folder)
                _settle(folder)
                kept = _keep_config(folder / "config", config, store)
                act = Doing(Store(folder), command_line(), Deed("restore", source.name))
                _move_in(folder, store)
        except OSError as error:
            raise unusable(Path(error.filename or store.root), error) from error
        acts.end(store, act.act_id, acts.DONE)
        say("making a version from the ledger")
        return Restored(publish(store, full=True), kept)


def _refuse_what_is_not_empty(store: Store) -> None:
    """Locks, and what a restore that was killed left in the folder of all that is half made, are
    nothing."""
    for path in sorted(store.root.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        if store.spill in path.parents or (path.parent == store.state and path.suffix == ".lock"):
            continue
        raise TrackerError(
            "The data folder is not empty",
            str(path),
            "A backup is restored into an empty one: name it with TRACKER_DATA=/path/to/folder.",
        )


def _refuse_what_does_not_fit(manifest: Manifest, store: Store) -> None:
    root = next(path for path in (store.root, *store.root.parents) if path.exists())
    needed, free = manifest.size + BLOCK * len(manifest.files), shutil.disk_usage(root).free
    if needed > free:
        raise TrackerError(
            f"The disk has {megabytes(free)} free, the backup needs {megabytes(needed)}",
            str(root),
            "Free disk space or name another data folder; nothing was changed.",
        )


def _write(source: Path, manifest: Manifest, folder: Path) -> None:
    """Write each file that the manifest names, and see again that it is what that says."""
    with opened(source) as archive:
        for name, content in files_in(archive, source):
            if name == MANIFEST:
                continue
            path = folder.joinpath(*name.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as written:
                found = held(content, written)
                written.flush()
                os.fsync(written.fileno())
            if manifest.files.get(name) != found:
                problem = f"The backup changed while it was read: {name}"
                raise TrackerError(problem, str(source), "Try again; nothing was changed.")
            if BYTES.fullmatch(path.name):
                path.chmod(0o444)


def _settle(folder: Path) -> None:
    """Return when every name is on the disk."""
    for path in [*folder.rglob("*"), folder]:
        if path.is_dir():
            sync_folder(path)


def _keep_config(ours: Path, config: Path, store: Store) -> Path | None:
    """Put the backup's configuration beside the data, unless the present one is the same."""
    same = all(
        (config / path.relative_to(ours)).is_file()
        and (config / path.relative_to(ours)).read_bytes() == path.read_bytes()
        for path in ours.rglob("*.toml")
    )
    if same:
        return None
    return _move(ours, store.root / CONFIG)


def _move_in(folder: Path, store: Store) -> None:
    """Rename each part into place, the ledger last: without it no figure is there."""
    places = {
        "alerts": store.alerts, "requests": store.requests, "views": store.saved_views,
        "inbox": store.inbox, "landing": store.landing, "ledger": store.ledger,
    }  # fmt: skip
    assert {*places, "config"} == set(FOLDERS)
    for name, place in places.items():
        if (folder / name).is_dir():
            _move(folder / name, place)


def _move(source: Path, target: Path) -> Path:
    if target.is_dir():
        shutil.rmtree(target)  # it was seen to hold no file
    os.rename(source, target)
    sync_folder(target.parent)
    return target
