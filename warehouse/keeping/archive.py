"""What a backup is: one uncompressed tar of plain files, its manifest of sha256 the last of them.

Whoever made it, nothing in it is believed before it was checked: the name, kind and size of each
file, and its bytes against the manifest.
"""

import hashlib
import json
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from warehouse.errors import TrackerError
from warehouse.keeping.faults import counted

MANIFEST = "manifest.json"
KIND = "backup of an app revenue tracker"
#: Raised when a backup of this release could not be read by the one before.
FORMAT = 1
FOLDERS = ("landing", "ledger", "alerts", "requests", "views", "inbox", "config")
BLOCK = 1 << 20
LARGEST_MANIFEST = 1 << 28
LONGEST_NAME_BYTES = 255
_OTHER = "Take another backup; nothing was changed."


@dataclass(frozen=True)
class Held:
    """One file of a backup."""

    sha256: str
    size: int


@dataclass(frozen=True)
class Manifest:
    """What a backup holds, and of when."""

    made_at: str
    files: dict[str, Held]

    def written(self) -> bytes:
        """The manifest as it stands in the archive."""
        files = {name: [held.sha256, held.size] for name, held in sorted(self.files.items())}
        told = {"kind": KIND, "format": FORMAT, "made_at": self.made_at, "files": files}
        return json.dumps(told, ensure_ascii=True, indent=0).encode()

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(held.size for held in self.files.values())


def is_safe(name: str) -> bool:
    """Whether a file may have that name in a backup: below one of its folders on any system."""
    top, *parts = name.split("/")
    return top in FOLDERS and bool(parts) and all(map(_is_plain, parts))


def _is_plain(part: str) -> bool:
    if not part or part.startswith(".") or not part.isprintable() or set(part) & set("\\:"):
        return False
    return len(part.encode("utf-8", "replace")) <= LONGEST_NAME_BYTES


@contextmanager
def opened(path: Path) -> Iterator[tarfile.TarFile]:
    """The archive, plain and never unpacked by Python's own rules.

    Raises TrackerError when it is none, or damaged where it says what it holds; OSError when a disk
    fails.
    """
    try:
        with tarfile.open(path, "r:", encoding="utf-8", errors="strict") as archive:
            yield archive
    except (tarfile.TarError, ValueError, EOFError, OverflowError) as error:
        problem = f"This is no backup, or a damaged one: {error}"
        raise TrackerError(problem, str(path), _OTHER) from error


def files_in(archive: tarfile.TarFile, path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """Each file with its content, the manifest too.

    Raises TrackerError for one that is no plain file or would lie elsewhere.
    """
    names: set[str] = set()
    while member := archive.next():
        name = member.name
        if member.type != tarfile.REGTYPE or member.issparse():
            raise _hostile(f"{name!r} is no plain file", path)
        if name != MANIFEST and not is_safe(name):
            raise _hostile(f"{name!r} is no name that a backup has", path)
        if name in names:
            raise _hostile(f"{name!r} is there twice", path)
        names.add(name)
        content = archive.extractfile(member)
        assert content is not None  # a plain file has one
        yield name, content


def checked(path: Path) -> Manifest:
    """The manifest of a backup of which every byte was read and is what the manifest says.

    Raises TrackerError naming the first files that are not.
    """
    try:
        manifest, found, last = _read(path)
    except OSError as error:
        problem = f"The backup cannot be read: {error.strerror or error}"
        raise TrackerError(problem, str(path), _OTHER) from error
    if manifest is None:
        problem = f"The backup is cut off or damaged after {last}: its manifest is missing"
        raise TrackerError(problem, str(path), _OTHER)
    faults = [
        *(f"{name} is missing" for name in sorted(manifest.files.keys() - found.keys())),
        *(
            f"{name} is not in its manifest"
            for name in sorted(found.keys() - manifest.files.keys())
        ),
        *(
            f"the bytes of {name} are not those that were written"
            for name in sorted(found.keys() & manifest.files.keys())
            if found[name] != manifest.files[name]
        ),
    ]
    if faults:
        more = f", and {counted(len(faults) - 5, 'more fault')}" if len(faults) > 5 else ""
        problem = f"The backup is damaged: {'; '.join(faults[:5])}{more}"
        raise TrackerError(problem, str(path), _OTHER)
    return manifest


def _read(path: Path) -> tuple[Manifest | None, dict[str, Held], str]:
    """The manifest, what each file is, and the last name that could be read."""
    found: dict[str, Held] = {}
    manifest, last = None, "its beginning"
    with opened(path) as archive:
        for name, content in files_in(archive, path):
            if name == MANIFEST:
                manifest = _manifest(content.read(LARGEST_MANIFEST), path)
            else:
                found[name] = held(content)
            last = name
    return manifest, found, last


def held(content: IO[bytes], copy_to: IO[bytes] | None = None) -> Held:
    """What a file is, read to its end and written to another on the way."""
    digest, size = hashlib.sha256(), 0
    while block := content.read(BLOCK):
        digest.update(block)
        size += len(block)
        if copy_to:
            copy_to.write(block)
    return Held(digest.hexdigest(), size)


def _hostile(problem: str, path: Path) -> TrackerError:
    return TrackerError(
        f"The archive is no backup of this tracker: {problem}",
        str(path),
        "Do not trust it; nothing was changed.",
    )


def _manifest(text: bytes, path: Path) -> Manifest:
    try:
        told: Any = json.loads(text)
        if told["kind"] != KIND:
            raise ValueError("it is of something else")
        if told["format"] > FORMAT:
            raise TrackerError(
                f"The backup is of a later release (format {told['format']})",
                str(path),
                "Restore it with that release; nothing was changed.",
            )
        files = {
            str(name): Held(str(sha), int(size)) for name, (sha, size) in told["files"].items()
        }
        return Manifest(str(told["made_at"]), files)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        problem = f"The backup's manifest cannot be read: {error!r}"
        raise TrackerError(problem, str(path), _OTHER) from error
