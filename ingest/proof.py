"""Whether a file's figures can be what they say: proofs before anything of it is loaded.

A factor of 100 (cents for dollars), a device counted twice or a country above the world are well
formed rows. Each proof compares the file with itself or with what readers see; a file that breaks
one is held until a person releases it.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import duckdb

from warehouse.errors import NoWarehouse, TrackerError
from warehouse.paths import Store
from warehouse.store import newest, open_version, scratch

HERE = Path(__file__).parent / "proofs"

#: About a hundred times, or a hundredth: what cents read as dollars look like, and the reverse.
CENTS = (90.0, 110.0)
#: Beyond this many times what is known of the same months, a figure is another thing and no
#: restatement; from one month to the next a young app may well grow so.
ANOTHER_THING = 10.0
SAME_MONTHS = "the same months"
#: A change of what is known by more than this is said, and loaded.
WORTH_SAYING = 1.5
#: Most a download or an active user brings in a month of which anything is known, US dollars.
MOST_PER_DOWNLOAD = 100.0
#: Parts and whole are rounded apart; beyond this share they differ, beyond the other they lie.
PARTS_DIFFER, PARTS_LIE = 0.01, 0.25

Verdict = Literal["fits", "odd", "broken"]


@dataclass(frozen=True)
class Proof:
    """One comparison and what it shows; `broken` holds the file."""

    verdict: Verdict
    text: str


def prove(parts: Sequence[Path], store: Store) -> list[Proof]:
    """Every proof that can be made of a file's accepted figures (Parquet parts of observations).

    Raises OSError when the disk does not let them be read.
    """
    if not parts or not parts[0].name.startswith("observation"):
        return []
    try:
        return _proofs(parts, store)
    except duckdb.IOException as error:
        raise OSError(errno.EIO, str(error).splitlines()[0]) from error


def _proofs(parts: Sequence[Path], store: Store) -> list[Proof]:
    connection, unread = _opened(store)
    with connection:
        _run(connection, "incoming", files=[str(part) for part in parts])
        _run(connection, "history" if _has_history(connection) else "no_history")
        return [
            *unread,
            *_against_history(_rows(connection, "against_history")),
            *_per_download(_rows(connection, "per_download")),
            *_parts(_rows(connection, "parts")),
        ]


def _opened(store: Store) -> tuple[duckdb.DuckDBPyConnection, list[Proof]]:
    """The newest version; where none can be read an empty database, and that it was so."""
    try:
        return open_version(newest(store)), []
    except NoWarehouse:
        return scratch(), []
    except TrackerError as error:
        told = f"what is known could not be read, so nothing was compared with it: {error.problem}"
        return scratch(), [Proof("odd", told)]


def _has_history(connection: duckdb.DuckDBPyConnection) -> bool:
    return bool(_rows(connection, "has_history")[0][0])


def _run(connection: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> None:
    connection.execute((HERE / f"{name}.sql").read_text(encoding="utf-8"), parameters or None)


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    _run(connection, name)
    return connection.fetchall()


def _against_history(rows: list[tuple[Any, ...]]) -> Iterator[Proof]:
    for app_id, metric, compared_with, times, count in rows:
        told = (
            f"{metric} of {app_id} is {_times(times)} {compared_with} as known ({count} compared)"
        )
        if _is_cents(times):
            yield Proof("broken", f"{told}: probably cents")
        elif compared_with == SAME_MONTHS and not 1 / ANOTHER_THING < times < ANOTHER_THING:
            yield Proof("broken", f"{told}: another unit, another app, or a part of it")
        elif not 1 / WORTH_SAYING < times < WORTH_SAYING:
            yield Proof("odd", f"{told}: a large change")
        else:
            yield Proof("fits", told)


def _per_download(rows: list[tuple[Any, ...]]) -> Iterator[Proof]:
    for app_id, unit, now, before in rows:
        told = f"{app_id} earns {now:,.2f} {unit} a download"
        if before is None:
            most = unit != "USD" or now <= MOST_PER_DOWNLOAD
            ending = "" if most else f", more than {MOST_PER_DOWNLOAD:g}: probably cents"
            yield Proof("fits" if most else "broken", told + ending)
            continue
        told += f", {before:,.2f} as known"
        times = now / before if before else 1.0
        if _is_cents(times):
            yield Proof("broken", f"{told}: probably cents")
        elif not 1 / ANOTHER_THING < times < ANOTHER_THING:
            yield Proof("broken", f"{told}: another unit or another app")
        else:
            odd = not 1 / WORTH_SAYING < times < WORTH_SAYING
            yield Proof("odd" if odd else "fits", told)


def _parts(rows: list[tuple[Any, ...]]) -> Iterator[Proof]:
    wholes = {"platforms": "all platforms", "countries": "the world", "days": "the month"}
    for part_of, app_id, metric, month, times, count in rows:
        told = f"{part_of} add up to {times:.1%} of {wholes[part_of]} ({count} compared"
        told += f"; farthest off: {metric} of {app_id}, {month:%Y-%m})"
        off = times - 1 if part_of == "countries" else abs(times - 1)
        verdict: Verdict = "fits" if off <= PARTS_DIFFER else "odd"
        yield Proof("broken" if off > PARTS_LIE else verdict, told)


def _is_cents(times: float) -> bool:
    low, high = CENTS
    return low <= times <= high or 1 / high <= times <= 1 / low


def _times(times: float) -> str:
    return f"{times:,.0f} times" if times >= 10 else f"{times:,.2f} times"
