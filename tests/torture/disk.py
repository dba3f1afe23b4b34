"""A disk that may lose power: from recorded steps, every folder a power cut may leave behind.

Two file systems. One keeps a journal, as ext4 and xfs do: names become lasting in their order, and
every sync makes all names before it lasting. The other grants no more than POSIX does: each folder
on its own, in its order, and only a sync of the folder makes its names lasting. On both, the bytes
of a file are lasting when it was synced; of what was written since, each page is there or not.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.torture import layer
from tests.torture.layer import Step

PAGE = 4096
JOURNAL, FOLDERS = "journal", "each folder on its own"
FILE_SYSTEMS = (JOURNAL, FOLDERS)

#: Chooses how many of so many pending things are lasting: names, or pages of a file.
Chooses = Callable[[int], int]


@dataclass(eq=False)
class Node:
    """A file, a folder or a symbolic link."""

    kind: str  # file, folder or link
    kept: bytes = b""  # the bytes that are lasting; of a link its target
    pending: list[tuple[int, bytes | None]] = field(
        default_factory=list
    )  # offset and bytes; None: size
    times: tuple[int, int] | None = None

    def bytes_now(self) -> bytes:
        """What a process reads."""
        return _applied(self.kept, self.pending)


@dataclass(eq=False)
class Naming:
    """One change of names, which happens whole or not at all: (folder, name) → node or nothing."""

    entries: list[tuple[Node, str, Node | None]]

    @property
    def folder(self) -> Node:
        """The folder whose sync makes it lasting: of a rename the one it went to."""
        return self.entries[-1][0]


Names = dict[Node, dict[str, Node]]


class Disk:
    """One folder and all below it, as the steps so far left it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.top = Node("folder")
        self.names: Names = {self.top: {}}  # as a process sees them
        self.pending: list[Naming] = []  # changes of names that no sync made lasting, in order
        self.kept: dict[str, Names] = {}  # per file system
        self.waiting: dict[str, list[Naming]] = {system: [] for system in FILE_SYSTEMS}
        self.inodes: dict[int, Node] = {}
        self._read(root, self.top)
        for system in FILE_SYSTEMS:
            self.kept[system] = {node: dict(names) for node, names in self.names.items()}

    def take(self, step: Step) -> None:
        """Take one more step."""
        if step.kind == layer.UNSEEN:
            raise ValueError(f"the layer does not see what {step.path} writes")
        if step.kind in (layer.CREATED, layer.MADE):
            node = self.inodes[step.inode] = Node(
                "file" if step.kind == layer.CREATED else "folder"
            )
            if node.kind == "folder":
                self.names[node] = {}
            self._name([(*self._place(step.path), node)])
        elif step.kind == layer.SYMLINKED:
            self._name([(*self._place(step.path), Node("link", step.data))])
        elif step.kind == layer.UNLINKED:
            self._name([(*self._place(step.path), None)])
        elif step.kind in (layer.RENAMED, layer.LINKED):
            folder, name = self._place(step.path)
            node = self.names[folder][name]
            gone = [(folder, name, None)] if step.kind == layer.RENAMED else []
            self._name([*gone, (*self._place(step.data.decode()), node)])
        elif step.kind == layer.WROTE:
            self.inodes[step.inode].pending.append((step.offset, step.data))
        elif step.kind == layer.SIZED:
            self.inodes[step.inode].pending.append((step.offset, None))
        elif step.kind == layer.SYNCED:
            self._sync(self.inodes[step.inode])

    def after_a_cut(
        self, system: str, names: Chooses, pages: Chooses, chance: random.Random
    ) -> Tree:
        """What is there when power comes back."""
        left = {node: dict(entries) for node, entries in self.kept[system].items()}
        waiting = self.waiting[system]
        if system == JOURNAL:
            _rename(left, waiting[: names(len(waiting))])
        else:
            by_folder: dict[Node, list[Naming]] = {}
            for naming in waiting:
                by_folder.setdefault(naming.folder, []).append(naming)
            lasting = {
                id(naming)
                for namings in by_folder.values()
                for naming in namings[: names(len(namings))]
            }
            _rename(left, [naming for naming in waiting if id(naming) in lasting])
        return self._tree(left, self.top, pages, chance)

    def now(self) -> Tree:
        """What a process sees."""
        return self._tree(self.names, self.top, lambda size: size, random.Random(0))

    def _read(self, path: Path, folder: Node) -> None:
        for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
            status = entry.stat(follow_symlinks=False)
            times = status.st_atime_ns, status.st_mtime_ns
            if entry.is_symlink():
                node = Node("link", os.readlink(entry.path).encode())
            elif entry.is_dir():
                node = Node("folder")
                self.names[node] = {}
                self._read(Path(entry.path), node)
            else:
                node = Node("file", Path(entry.path).read_bytes(), times=times)
            self.inodes[status.st_ino] = node
            self.names[folder][entry.name] = node
        self.inodes[os.stat(path).st_ino] = folder

    def _place(self, path: str) -> tuple[Node, str]:
        parts = Path(path).relative_to(self.root).parts
        folder = self.top
        for part in parts[:-1]:
            folder = self.names[folder][part]
        return folder, parts[-1]

    def _name(self, entries: list[tuple[Node, str, Node | None]]) -> None:
        naming = Naming(entries)
        _rename(self.names, [naming])
        for waiting in self.waiting.values():
            waiting.append(naming)

    def _sync(self, node: Node) -> None:
        if node.kind == "file":
            node.kept, node.pending = node.bytes_now(), []
        _rename(self.kept[JOURNAL], self.waiting[JOURNAL])
        self.waiting[JOURNAL].clear()
        if node.kind == "folder":
            touching = [n for n in self.waiting[FOLDERS] if any(e[0] is node for e in n.entries)]
            _rename(self.kept[FOLDERS], touching)
            self.waiting[FOLDERS] = [n for n in self.waiting[FOLDERS] if n not in touching]

    def _tree(self, names: Names, folder: Node, pages: Chooses, chance: random.Random) -> Tree:
        tree: Tree = {}
        for name, node in sorted(names.get(folder, {}).items()):
            if node.kind == "folder":
                tree[name] = self._tree(names, node, pages, chance)
            elif node.kind == "link":
                tree[name] = Left("link", node.kept)
            else:
                tree[name] = Left("file", _lasting(node, pages, chance), node.times)
        return tree


@dataclass(frozen=True)
class Left:
    """A file or link that is there after the cut."""

    kind: str
    content: bytes
    times: tuple[int, int] | None = None


Tree = dict[str, "Left | Tree"]


def write(tree: Tree, folder: Path) -> None:
    """Make the folder of it."""
    folder.mkdir(parents=True)
    for name, left in tree.items():
        path = folder / name
        if isinstance(left, dict):
            write(left, path)
        elif left.kind == "link":
            path.symlink_to(left.content.decode())
        else:
            path.write_bytes(left.content)
            if left.times:
                os.utime(path, ns=left.times)


def same(one: Tree, other: Tree) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    return _contents(one) == _contents(other)


def _contents(tree: Tree) -> dict[str, object]:
    return {
        name: _contents(left) if isinstance(left, dict) else (left.kind, left.content)
        for name, left in tree.items()
    }


def _rename(names: Names, namings: list[Naming]) -> None:
    for naming in namings:
        for folder, name, node in naming.entries:
            entries = names.setdefault(folder, {})
            if node is None:
                entries.pop(name, None)
            else:
                entries[name] = node


def _applied(content: bytes, pending: list[tuple[int, bytes | None]]) -> bytes:
    now = bytearray(content)
    for offset, data in pending:
        if data is None:
            now = now[:offset].ljust(offset, b"\0")
        else:
            now = now.ljust(offset, b"\0")
            now[offset : offset + len(data)] = data
    return bytes(now)


def _lasting(node: Node, pages: Chooses, chance: random.Random) -> bytes:
    """The lasting bytes, and as many pages of what is pending as the choice says, any of them.

    The size may be lasting where the bytes are not: then zeros stand there.
    """
    if not node.pending:
        return node.kept
    now = node.bytes_now()
    count = -(-max(len(now), len(node.kept)) // PAGE)
    lasting = pages(count)
    if lasting >= count:
        return now
    size = chance.choice((len(node.kept), len(now)))
    left = bytearray(node.kept[:size].ljust(size, b"\0"))
    for page in chance.sample(range(count), lasting):
        begin = page * PAGE
        part = now[begin : min(begin + PAGE, size)]
        left[begin : begin + len(part)] = part
    return bytes(left)
