"""Which files each source has now. Every run starts by looking; nothing is remembered."""

from __future__ import annotations

import glob
import importlib.util
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.config import Config, Source
from ingest.fetching.address import for_listings, is_address, name_of, on_day, origin_of
from ingest.label import labelled_files, snapshot_id
from ingest.ledger import recorded
from ingest.unpack import Unreadable
from warehouse.clock import today
from warehouse.errors import TrackerError
from warehouse.inbox import PARTIAL
from warehouse.paths import Store

#: A dropped file whose last write is younger than this is left for the next look.
SETTLED_SECONDS = 2.0


@dataclass(frozen=True)
class Candidate:
    """One file a source may have to take in, or an address that has such files."""

    path: Path
    source: Source
    origin: str  # as tables and messages name it
    address: str | None = None  # as configured: dates and secrets stand in it by name
    fetched_at: str | None = None  # when its bytes came from there, UTC
    suspicion: str | None = None  # why a person is to look at what came
    place: str | None = None  # the address that gives it, the same whatever the day
    turn: int | None = None  # which turn of landed bytes is meant; None: what comes now

    @property
    def name(self) -> str:
        """The file's own name; the one in landing is a sha256."""
        return name_of(self.origin)


@dataclass(frozen=True)
class Waiting:
    """A dropped file that cannot be taken in yet, and what it waits for."""

    path: Path
    why: str
    asks_source: bool = False  # a person has to say which source it is from


def candidates(
    config: Config, store: Store, only: str | None = None
) -> tuple[list[Candidate], list[Waiting]]:
    """Every file of the enabled sources (or of one), and what waits in the inbox.

    Addresses are among them, but nobody is asked here what they hold.

    Raises TrackerError for an unknown source, or one that is switched off.
    """
    chosen = [source for source in config.sources if source.enabled]
    if only is not None:
        chosen = [_enabled(config.source(only))]
    found = [candidate for source in chosen for candidate in _configured(source, config)]
    dropped, waiting = _dropped(chosen, store, ask=only is None)
    found = [one for one in found if store.inbox not in one.path.parents or _settled(one.path)]
    unfinished = _unfinished(chosen, store)
    everything = [*found, *dropped, *unfinished]
    unique = {(one.path, one.address and one.source.source_id, one.turn): one for one in everything}
    return list(unique.values()), waiting


def worth_a_look(config: Config, store: Store) -> list[Path]:
    """Dropped files that a source would take now or nobody claims: a cheap look at the inbox."""
    enabled = [source for source in config.sources if source.enabled]
    dropped, waiting = _dropped(enabled, store, ask=True)
    return [*(one.path for one in dropped), *(one.path for one in waiting if one.asks_source)]


def named(
    paths: Iterable[str], config: Config, store: Store, source_id: str | None
) -> list[Candidate]:
    """Candidates for files named on the command line; their source is given or follows.

    Raises TrackerError when a file's source is neither given nor clear.
    """
    chosen = []
    for text in paths:
        path = Path(text).absolute()
        source = config.source(source_id) if source_id else _source_of(path, config, store)
        chosen.append(Candidate(path, _enabled(source), _origin(path, config.root)))
    return chosen


def _enabled(source: Source) -> Source:
    if source.enabled:
        return source
    raise TrackerError(
        f"source '{source.source_id}' is switched off",
        "config/sources.toml",
        "set enabled = true for it, or samples = true for an invented one",
    )


def _configured(source: Source, config: Config) -> list[Candidate]:
    found, root = [], config.root
    for pattern in source.files:
        if is_address(pattern):
            found += [_to_fetch(one, source) for one in for_listings(pattern, config.listings())]
            continue
        if pattern.startswith("package:"):
            path = _package_file(pattern.removeprefix("package:"))
            found.append(Candidate(path, source, f"{pattern}/{path.name}"))
            continue
        named = [pattern]
        if glob.has_magic(pattern):
            named = sorted(glob.glob(pattern, root_dir=root, recursive=True))
        found += [Candidate(root / name, source, _origin(root / name, root)) for name in named]
    return [candidate for candidate in found if not is_partial(candidate.path.name)]


def _to_fetch(address: str, source: Source) -> Candidate:
    return Candidate(Path(address), source, origin_of(on_day(address, today())), address)


def _package_file(package: str) -> Path:
    """The data file an installed package ships."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise TrackerError(
            f"the package '{package}' is not installed",
            "config/sources.toml",
            "install requirements.txt",
        )
    return Path(spec.origin).parent / "eurofxref-hist.zip"


def _origin(path: Path, root: Path) -> str:
    return sayable(str(path.relative_to(root)) if root in path.parents else path.name)


def sayable(name: str) -> str:
    """A file name as text, whatever bytes the disk has for it."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _dropped(
    sources: list[Source], store: Store, ask: bool
) -> tuple[list[Candidate], list[Waiting]]:
    """Files in the inbox: under a source's folder, or named after the source."""
    found, waiting = [], []
    if not store.inbox.is_dir():
        return [], []
    for path in sorted(store.inbox.rglob("*")):
        within = path.relative_to(store.inbox)
        if path.is_dir() or any(part.startswith(".") for part in within.parts):
            continue
        if is_partial(path.name) or not _settled(path):
            waiting.append(Waiting(path, "it is still being written"))
        elif source := _owner(within, sources) or _by_format(path, sources):
            found.append(Candidate(path, source, sayable(f"inbox/{within}")))
        elif ask:
            waiting.append(Waiting(path, _question(sources), asks_source=True))
    return found, waiting


def _unfinished(sources: list[Source], store: Store) -> list[Candidate]:
    """Landed bytes the ledger does not hold, or not as people have decided since: a run died
    between, a folder was removed, a question was answered, a file was withdrawn.
    """
    by_id = {source.source_id: source for source in sources}
    found = []
    for path, label in labelled_files(store):
        if label.source_id not in by_id:
            continue
        known = recorded(store, snapshot_id(label.source_id, path.name, label.turn))
        if known is None or label.said:
            source = by_id[label.source_id]
            found.append(Candidate(path, source, label.origin, turn=label.turn))
    return found


def _owner(within: Path, sources: list[Source]) -> Source | None:
    for source in sources:
        if within.parts[0] == source.source_id and len(within.parts) > 1:
            return source
    named_after = [
        s for s in sources if within.name.startswith((f"{s.source_id}.", f"{s.source_id}_"))
    ]
    return max(named_after, key=lambda source: len(source.source_id), default=None)


def _by_format(path: Path, sources: list[Source]) -> Source | None:
    """The one source whose format the file has; nobody drops what a sample feed invents."""
    from ingest.formats import of_source  # the formats load Polars: only where a file is a riddle
    from ingest.formats.opened import peek

    real = [source for source in sources if not source.illustrative]
    fitting = []
    try:
        for encoding in {source.encoding for source in real}:
            with tempfile.TemporaryDirectory(prefix="tracker-peek-") as work:
                opened = peek(path, path.name, Path(work), encoding)
                fitting += [
                    source
                    for source in real
                    if source.encoding == encoding
                    and any(form.recognise(opened) is not None for form in of_source(source))
                ]
    except (Unreadable, OSError):
        return None
    return fitting[0] if len(fitting) == 1 else None


def _question(sources: list[Source]) -> str:
    ids = ", ".join(source.source_id for source in sources)
    return f"which source is it from? Move it into the inbox folder of one of: {ids}"


def is_partial(name: str) -> bool:
    """Whether a file of this name is on its way, and will be another file when it is whole."""
    return name.endswith(PARTIAL)


def _settled(path: Path) -> bool:
    try:
        written = path.stat().st_mtime
    except OSError:
        return False
    age = time.time() - written
    return age >= SETTLED_SECONDS or age < 0


def _source_of(path: Path, config: Config, store: Store) -> Source:
    for source in config.sources:
        files = {candidate.path for candidate in _configured(source, config)}
        if path in files or store.inbox / source.source_id in path.parents:
            return source
    enabled = [source for source in config.sources if source.enabled]
    if told := _owner(Path(path.name), enabled) or _by_format(path, enabled):
        return told
    ids = ", ".join(source.source_id for source in config.sources)
    raise TrackerError(
        "no source of config/sources.toml has this file",
        str(path),
        f"say which it is from: --source ID, one of {ids}",
    )
