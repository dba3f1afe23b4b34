"""Holds the newest version against one made anew from the ledger, table by table."""

from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from warehouse import build, load
from warehouse.draft import Info, read_info
from warehouse.errors import TrackerError
from warehouse.keeping.faults import Findings, Say, counted
from warehouse.ledger import Ledger, Stamp
from warehouse.paths import Store
from warehouse.store import make_beside, open_version

_SQL = {
    name: Path(__file__).with_name(f"{name}.sql").read_text(encoding="utf-8")
    for name in ("stored", "held", "differences")
}
_RUN = "Run `python -m ingest run`, then verify again."
_REBUILD = "Run `python -m warehouse rebuild`; the ledger has everything it needs."


@dataclass(frozen=True)
class Shown:
    """What the newest version says of itself, and the snapshots it shows."""

    path: Path
    info: Info
    stamps: dict[str, Stamp]
    acts: int = 0  #: how many lines of the log of acts


def shown_in(path: Path) -> Shown:
    """What the version says it was made from.

    Raises TrackerError when it cannot be read.
    """
    try:
        with open_version(path) as version:
            info = read_info(version)
            stamps = {
                name: Stamp(*stamp) for name, *stamp in load.run(version, "stamps").fetchall()
            }
            acts = load.acts_shown(version)
    except duckdb.Error as error:
        raise TrackerError(f"The version cannot be read: {error}", str(path), _REBUILD) from error
    if info is None:
        raise TrackerError("The version does not say what it is", str(path), _REBUILD)
    return Shown(path, info, stamps, acts)


def made_from(shown: Shown, ledger: Ledger) -> Ledger | None:
    """What of the ledger the version was made from; None when the ledger is not that any more.

    Snapshots and acts that were added after are left out.
    """
    same = {name: s for name, s in ledger.stamps.items() if shown.stamps.get(name) == s}
    lines = ledger.acts.splitlines(keepends=True)[: shown.acts]
    part = replace(ledger, stamps=same, acts=b"".join(lines))
    return part if part.digest() == shown.info.ledger else None


def check_shown(shown: Shown, ledger: Ledger, running: bool, found: Findings, say: Say) -> None:
    """Note what the ledger has and the version does not show, and the other way round."""
    waiting = [name for name, s in ledger.stamps.items() if shown.stamps.get(name) != s]
    lost = sorted(shown.stamps.keys() - ledger.stamps.keys())
    for name in lost:
        problem = "The version shows a snapshot that the ledger has lost"
        found.add(problem, ledger.folder / name, "Take it from a backup. " + _RUN)
    if shown.acts > ledger.acts.count(b"\n"):
        problem = f"The version shows {counted(shown.acts, 'line')} of a log of acts that has fewer"
        found.add(problem, ledger.folder, "Take the log from a backup. " + _RUN)
    if running and not lost:
        if waiting:
            say(f"  {counted(len(waiting), 'snapshot')} of the run that is loading: not shown yet")
    elif waiting:
        problem = f"The version does not show {counted(len(waiting), 'snapshot')} of the ledger"
        found.add(problem, ledger.folder / waiting[0], _RUN)
    elif not lost and made_from(shown, ledger) is None:
        found.add("The version was made with another watch list", shown.path, _RUN)


def compare(store: Store, ledger: Ledger, shown: Shown, path: Path, found: Findings) -> str:
    """Make the version anew at `path` from the ledger alone; say how its tables compare."""
    try:
        make_beside(store, ledger, path, shown.info.knowledge_date)
    except (TrackerError, duckdb.Error, OSError) as error:
        fix = error.fix if isinstance(error, TrackerError) else "Free memory or disk space."
        found.add(f"No version can be made from the ledger: {error}", store.ledger, fix)
        return "not compared, for none can be made from the ledger"
    if shown.info.fingerprint != build.fingerprint():
        problem = "The newest version has the tables of another release"
        found.add(problem, shown.path, _RUN)
        return "made from the ledger; not compared, for the newest version is of another release"
    differing, tables = _differing(shown.path, path)
    for table, missing, extra in differing:
        found.add(
            f"{table} is not what the ledger makes: {counted(missing, 'row')} of the version are "
            f"not in it, {counted(extra, 'row')} of it are not in the version",
            shown.path,
            _REBUILD,
        )
    return (
        f"{counted(tables, 'table')} as made anew from the ledger, "
        f"{counted(len(differing), 'differs', 'differ')}"
    )


def _differing(version: Path, anew: Path) -> tuple[list[tuple[str, int, int]], int]:
    """The tables that differ, with rows of the version alone and of the new one alone."""
    with open_version(version) as connection:
        quoted = str(anew).replace("'", "''")
        connection.execute(f"attach '{quoted}' as anew (read_only)")
        names = [name for (name,) in connection.execute(_SQL["stored"]).fetchall()]
        [(home,)] = connection.execute("select current_database()").fetchall()
        connection.execute("use anew")
        others = [name for (name,) in connection.execute(_SQL["stored"]).fetchall()]
        differing = []
        for name in sorted({*names, *others}):
            if name not in names or name not in others:
                differing.append((name, int(name in names), int(name in others)))
                continue
            pair = [f'"{home}".{name}', f"anew.{name}"]
            held = [
                connection.execute(_SQL["held"].replace("{table}", one)).fetchall() for one in pair
            ]
            if held[0] != held[1]:
                query = _SQL["differences"].replace("{one}", pair[0]).replace("{other}", pair[1])
                differing.append((name, *connection.execute(query).fetchall()[0]))
        return differing, len({*names, *others})
