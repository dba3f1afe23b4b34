"""Writes all that cannot be made again into one file, verified before it has its name.

Secrets are not in it, nor what is made anew: versions, and the history of runs.
"""

import errno
import hashlib
import io
import os
import shutil
import sys
import tarfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from warehouse.clock import now
from warehouse.errors import TrackerError
from warehouse.files import rename_durably, sha256_of, sync_file
from warehouse.keeping.archive import MANIFEST, Held, Manifest, checked, is_safe
from warehouse.keeping.faults import Say, counted, megabytes
from warehouse.keeping.landed import BYTES, LABEL
from warehouse.keeping.pin import elsewhere, pin, pin_files
from warehouse.ledger import damaged_parts
from warehouse.paths import Store

#: What a tar adds to each file: its header, its share of the last block, its line in the manifest.
OVERHEAD = 2048
SECRETS = "secrets"


@dataclass
class Copied:
    """What goes into a backup: what of it was damaged before, and what had no fit name."""

    files: list[tuple[str, Path]] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add(self, folder: str, below: Path, paths: list[Path]) -> None:
        """Take files along under their paths below a folder; one without a safe name is left."""
        for path in paths:
            name = f"{folder}/{path.relative_to(below).as_posix()}"
            if is_safe(name):
                self.files.append((name, path))
            else:
                self.left_out.append(name)


def backup(store: Store, config: Path, target: Path, say: Say) -> Copied:
    """Write the backup and return what is in it; no lock is taken, runs go on.

    `target` is the file to write, or a folder to put one into. Raises TrackerError when it cannot
    be written whole; then nothing of it is left.
    """
    path = _path(store, target)
    draft = path.with_name(f".tmp-{os.getpid()}-{path.name}")
    try:
        with elsewhere(store, "backup") as folder:
            copied = _collected(store, config, folder)
            _refuse_what_does_not_fit(copied, path)
            say(f"writing {counted(len(copied.files), 'file')} into {path}")
            manifest = _write(draft, copied)
        _to_disk(draft)
        say("reading it back")
        if checked(draft) != manifest:
            raise TrackerError("The backup is not what was written", str(path), "Mend the disk.")
        rename_durably(draft, path)
    except OSError as error:
        raise TrackerError(
            f"The backup could not be written: {error.strerror or error}",
            str(error.filename or path),
            "Free disk space or name another place; nothing of it is left.",
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    say(f"{path}: {counted(len(manifest.files), 'file')}, {megabytes(path.stat().st_size)}")
    return copied


def _path(store: Store, target: Path) -> Path:
    """The file to write.

    Raises TrackerError when one is there, or the place is no good.
    """
    stamp = now().strftime("%Y%m%dT%H%M%S")
    path = (target / f"tracker-{stamp}.tar" if target.is_dir() else target).absolute()
    if not store.ledger.is_dir():
        problem = "Nothing has been loaded yet"
        raise TrackerError(problem, str(store.root), "Run `python -m ingest run` first.")
    if path.exists():
        raise TrackerError("The file is there already", str(path), "Name another.")
    if not path.parent.is_dir():
        raise TrackerError("There is no such folder", str(path.parent), "Make it, or name another.")
    if path.resolve().is_relative_to(store.root.resolve()):
        raise TrackerError(
            "A backup inside the data folder would be lost with it",
            str(path),
            "Name a place elsewhere, best on another disk.",
        )
    return path


def _collected(store: Store, config: Path, folder: Path) -> Copied:
    """What is to be kept, in the order in which things move on, so that none passes by unseen.

    The ledger comes before landing, so that each snapshot's bytes are there too.
    """
    copied = Copied()
    for name, source in (("requests", store.requests), ("views", store.saved_views)):
        pinned = pin_files(_below(source, "*"), source, folder / name)
        copied.add(name, folder / name, pinned)
    copied.add("alerts", store.alerts, _below(store.alerts, "*.jsonl"))
    copied.add("config", config, [p for p in _below(config, "*.toml") if not _is_secret(p)])
    dropped = _below(store.inbox, "*")
    ledger = pin(store, folder).ledger
    copied.add("ledger", ledger, _below(ledger, "*"))
    found = _below(store.landing, "*")
    landed = [path for path in found if BYTES.fullmatch(path.name)]
    labels = [path for path in found if LABEL.fullmatch(path.name)]
    copied.add("landing", store.landing, [*landed, *labels])
    waiting = pin_files(_not_landed(dropped, landed), store.inbox, folder / "inbox")
    copied.add("inbox", folder / "inbox", waiting)
    for snapshot in sorted(path for path in ledger.iterdir() if path.is_dir()):
        copied.damaged += [_named(fault, ledger) for fault in damaged_parts(snapshot)]
    return copied


def _named(fault: TrackerError, ledger: Path) -> str:
    return f"ledger/{Path(fault.where).relative_to(ledger).as_posix()}"


def _below(folder: Path, names: str) -> list[Path]:
    """The files below a folder that are not hidden, by name."""
    return [
        path
        for path in sorted(folder.rglob(names))
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    ]


def _is_secret(path: Path) -> bool:
    return path.name.startswith(SECRETS)


def _not_landed(dropped: list[Path], landed: list[Path]) -> list[Path]:
    """What waits in the inbox: the bytes of every other file there are in landing."""
    sizes, names = {path.stat().st_size for path in landed}, {path.name for path in landed}
    waiting = []
    for path in dropped:
        try:
            if path.stat().st_size not in sizes or sha256_of(path) not in names:
                waiting.append(path)
        except FileNotFoundError:  # moved to its source's folder, and about to be taken in
            continue
    return waiting


def _refuse_what_does_not_fit(copied: Copied, path: Path) -> None:
    needed = sum(source.stat().st_size + OVERHEAD for _name, source in copied.files)
    free = shutil.disk_usage(path.parent).free
    if needed > free:
        problem = f"{megabytes(needed)} are needed and {megabytes(free)} free"
        raise OSError(errno.ENOSPC, problem, str(path))


def _write(draft: Path, copied: Copied) -> Manifest:
    """Write every file and then the manifest; what is damaged already is noted, and kept."""
    files: dict[str, Held] = {}
    with tarfile.open(draft, "x:", format=tarfile.PAX_FORMAT, encoding="utf-8") as archive:
        for name, source in copied.files:
            with source.open("rb") as content:
                status, hashed = os.fstat(content.fileno()), _Hashed(content)
                archive.addfile(_member(name, status.st_size, status.st_mtime), hashed)
            files[name] = Held(hashed.digest.hexdigest(), status.st_size)
            if BYTES.fullmatch(source.name) and files[name].sha256 != source.name:
                copied.damaged.append(name)
        manifest = Manifest(now().isoformat(timespec="seconds"), files)
        text = manifest.written()
        archive.addfile(_member(MANIFEST, len(text), time.time()), io.BytesIO(text))
    return manifest


class _Hashed(io.BufferedIOBase):
    """A file whose bytes are hashed as they are read."""

    def __init__(self, content: IO[bytes]) -> None:
        self.digest = hashlib.sha256()
        self._content = content

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes."""
        block = self._content.read(-1 if size is None else size)
        self.digest.update(block)
        return block


def _member(name: str, size: int, changed: float) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = size, int(changed), 0o644
    return member


def _to_disk(path: Path) -> None:
    """Let what is read next come from the disk, where the system can be asked to."""
    sync_file(path)
    if sys.platform == "linux":
        with path.open("rb") as handle:
            os.posix_fadvise(handle.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
