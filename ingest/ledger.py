"""The ledger: one folder of Parquet a snapshot, written aside and renamed whole. It is the truth.

A snapshot is in the ledger with all its rows or not at all, whatever moment the process dies.
"""

from __future__ import annotations

import json
import os
import shutil
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warehouse.errors import TrackerError, remedy
from warehouse.files import rename_durably, sha256_of, sync_file, sync_folder, write_durably
from warehouse.ledger import PARTS, unreadable_description
from warehouse.paths import Store, unusable

if TYPE_CHECKING:  # loaded where rows are written; who only reads descriptions does without
    import polars as pl

#: Raised when the rules change in a way that may let a refused file in: it is then read again.
RULES = 1


class LedgerDraft:
    """A snapshot being written; nobody sees it before `commit`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rejects = 0
        self._parts: list[Path] = []
        self._writer = ThreadPoolExecutor(max_workers=1)
        self._writing: Future[None] | None = None
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    @classmethod
    def in_store(cls, store: Store, snapshot_id: str) -> LedgerDraft:
        """A draft beside the place it will be renamed to."""
        return cls(store.ledger / f".tmp-{os.getpid()}-{snapshot_id[:12]}")

    @property
    def parts(self) -> list[Path]:
        """The Parquet parts, each written whole."""
        if self._writing:
            self._writing.result()
            self._writing = None
        return self._parts

    def add_rows(self, table: str, rows: pl.DataFrame) -> None:
        """Write accepted rows as one more Parquet part, while the caller checks the next batch."""
        part = self.folder / f"{table}-{len(self.parts):05d}.parquet"
        self._writing = self._writer.submit(self._write, rows, part)
        self._parts.append(part)

    def replace_part(self, part: Path, rows: pl.DataFrame) -> None:
        """Write a part anew without the rows that clashed."""
        self._write(rows, part)

    def add_faults(self, faults: pl.DataFrame, snapshot_id: str) -> None:
        """Write the faults of refused rows."""
        import polars as pl

        faults = faults.with_columns(snapshot_id=pl.lit(snapshot_id))
        self._write(faults, self.folder / f"rejected_row-{self._rejects:05d}.parquet")
        self._rejects += 1

    def faults(self) -> pl.DataFrame | None:
        """Every fault written, or None."""
        if not self._rejects:
            return None
        import polars as pl

        return pl.read_parquet(sorted(self.folder.glob("rejected_row-*.parquet")), glob=False)

    def drop_rows(self) -> None:
        """Forget the accepted rows: the snapshot is refused."""
        for part in self.parts:
            part.unlink()
        self._parts = []

    def forget(self) -> None:
        """Forget rows and faults: the file cannot be read to its end."""
        self.drop_rows()
        for written in self.folder.glob("rejected_row-*.parquet"):
            written.unlink()
        self._rejects = 0

    def commit(self, store: Store, snapshot: dict[str, Any]) -> None:
        """Put the snapshot into the ledger, in place of an earlier refusal of the same bytes."""
        _whole = self.parts
        hashes = {part.name: sha256_of(part) for part in sorted(self.folder.iterdir())}
        text = json.dumps({**snapshot, PARTS: hashes}, ensure_ascii=False, indent=1)
        (self.folder / "snapshot.json").write_text(text, encoding="utf-8")
        for written in self.folder.iterdir():
            sync_file(written)
        sync_folder(self.folder)
        target = store.ledger / snapshot["snapshot_id"]
        if target.exists():
            replaced = self.folder.with_name(self.folder.name + "-replaced")
            shutil.rmtree(replaced, ignore_errors=True)
            os.rename(target, replaced)
            rename_durably(self.folder, target)
            shutil.rmtree(replaced)
        else:
            rename_durably(self.folder, target)

    def discard(self) -> None:
        """Leave nothing behind; after a commit there is nothing to leave."""
        self._writer.shutdown(wait=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _write(self, rows: pl.DataFrame, path: Path) -> None:
        try:
            rows.write_parquet(path, compression="lz4", statistics=False)
        except OSError as error:
            raise TrackerError(
                f"the ledger could not be written: {error}",
                str(path.parent.parent),
                f"{remedy(error)}, then run again; nothing was changed",
            ) from error


def recorded(store: Store, snapshot_id: str) -> dict[str, Any] | None:
    """What the ledger holds of a source's file: its snapshot.json, or None.

    Raises TrackerError when it is there and cannot be read.
    """
    path = store.ledger / snapshot_id / "snapshot.json"
    try:
        snapshot = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unusable(path, error) from error
    except ValueError as error:
        raise unreadable_description(path, error) from error
    return snapshot if isinstance(snapshot, dict) else None


def amend(store: Store, snapshot_id: str, **changed: Any) -> dict[str, Any]:
    """Write some keys of a snapshot's description anew; its rows stay as they are."""
    known = recorded(store, snapshot_id)
    assert known is not None
    snapshot = {**known, **changed}
    text = json.dumps(snapshot, ensure_ascii=False, indent=1)
    write_durably(store.ledger / snapshot_id / "snapshot.json", text.encode())
    return snapshot


def sweep(store: Store) -> None:
    """Remove what killed runs left half written; callers hold the ingest lock."""
    places = (store.ledger, ".tmp-*"), (store.landing, ".tmp-*"), (store.spill, "fetch-*")
    for folder, names in places:
        for left in folder.glob(names):
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink()
