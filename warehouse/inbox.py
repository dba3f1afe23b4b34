"""Files on their way into the inbox: uploaded and looked at first, or given to their source.

Nothing is loaded from anywhere else than the inbox, so an upload takes the way of any dropped file.
"""

import os
import re
import shutil
import time
import uuid
from pathlib import Path

from warehouse.errors import TrackerError
from warehouse.files import rename_durably, sync_file, sync_folder
from warehouse.paths import Store

UPLOADS_KEPT_SECONDS = 24 * 3600
LONGEST_NAME_BYTES = 160
#: Names of files that are on their way and become another name when they are whole.
PARTIAL = (".part", ".tmp", ".crdownload", ".download", ".partial", "~")

_SOURCE_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def keep_upload(store: Store, name: str, content: bytes) -> Path:
    """Write an uploaded file aside, under its own name made safe, and return its path."""
    folder = store.uploads / uuid.uuid4().hex
    folder.mkdir(parents=True)
    path = folder / safe_name(name)
    path.write_bytes(content)
    return path


def load_upload(store: Store, upload: Path, source_id: str) -> Path:
    """Move an upload into its source's folder of the inbox, and return where it lies there.

    When it returns, the file is on the disk: the person who sent it may forget it.
    """
    sync_file(upload)
    target = _moved(upload, _folder(store, source_id))
    discard(upload)
    return target


def discard(upload: Path) -> None:
    """Remove an upload with its folder."""
    shutil.rmtree(upload.parent, ignore_errors=True)


def sweep_uploads(store: Store) -> None:
    """Remove what somebody uploaded and neither loaded nor discarded within a day."""
    oldest = time.time() - UPLOADS_KEPT_SECONDS
    for folder in store.uploads.glob("*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)


def claim(store: Store, name: str, source_id: str) -> Path:
    """Move a file of the inbox into its source's folder there, and return where it lies.

    Raises TrackerError when the inbox has no such file, or it cannot be moved.
    """
    path = store.inbox / name
    inside = path.resolve().is_relative_to(store.inbox.resolve())
    if not inside or not path.is_file():
        raise TrackerError("the inbox has no such file", name, "drop it into the inbox again")
    try:
        return _moved(path, _folder(store, source_id))
    except OSError as error:
        raise TrackerError(
            f"the file could not be moved: {error.strerror}",
            str(path),
            f"move it into {store.inbox / source_id} yourself",
        ) from error


def safe_name(name: str) -> str:
    """The last part of a name that a browser sent, as a plain file name: no folder, no control
    character, not hidden, of bounded length, and none that the inbox takes for half a file.
    """
    base = re.split(r"[/\\]", name)[-1]
    kept = "".join(letter for letter in base if letter.isprintable()).strip(" .") or "upload"
    kept = kept.encode("utf-8", "replace").decode("utf-8")
    stem, ending = os.path.splitext(kept)
    ending = ending if len(ending.encode()) <= 12 else ""
    stem = stem if ending else kept
    room = LONGEST_NAME_BYTES - len(ending.encode())
    kept = stem.encode()[:room].decode("utf-8", "ignore") + ending
    return f"{kept}.upload" if kept.endswith(PARTIAL) else kept


def _folder(store: Store, source_id: str) -> Path:
    if not _SOURCE_ID.fullmatch(source_id):
        raise TrackerError(f"{source_id!r} is no source", "inbox", "choose one of the list")
    return store.inbox / source_id


def _moved(path: Path, folder: Path) -> Path:
    """The path in the folder that the file was moved to; what lies there already stays."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        sync_folder(folder.parent)
    target, number = folder / path.name, 1
    while target.exists():
        number += 1
        target = folder / f"{path.stem}-{number}{path.suffix}"
    rename_durably(path, target)
    return target
