"""What comes of a wrong file: held, refused, asked about, flagged, harmless, or passed unseen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from ingest.check import check
from ingest.config import read_config
from ingest.sources import named
from tests.ingest_fixtures import Desk
from tests.planted import world
from tests.planted.faults import Fault
from tests.planted.world import NEXT, Row

#: Which source a file is of, its name, and the true rows it is made of.
FILES: dict[str, tuple[str, str, Callable[[], list[Row]]]] = {
    "month": ("vendor", "2026-10.csv", lambda: world.rows([NEXT])),
    "year": (
        "vendor",
        "year.csv",
        world.year,
    ),
    "week": ("daily", "week.csv", lambda: world.days(date(2026, 11, 2), date(2026, 11, 8))),
    "window": ("daily", "window.csv", lambda: world.days(date(2026, 10, 10), date(2026, 11, 8))),
    "tower": ("tower", "tower-2026-11-05.json", lambda: world.tower([NEXT])),
}
#: From best to worst.
HELD, REFUSED, ASKED, FLAGGED, HARMLESS, PASSED = (
    "held", "refused", "asked", "flagged", "harmless", "passed",
)  # fmt: skip


def came_of(desk: Desk, fault: Fault, folder: Path) -> tuple[str, str]:
    """What became of the file, and the first reason; nothing is loaded."""
    source, name, rows = FILES[fault.of]
    changed = fault.change(rows())
    path = folder / name
    path.write_text(world.as_json(changed) if fault.of == "tower" else world.as_csv(changed))
    config = read_config(desk.root)
    [candidate] = named([str(path)], config, desk.store, source)
    record = check(candidate, config, desk.store)
    outcome = {"held": HELD, "refused": REFUSED, "waiting": ASKED}.get(record["outcome"])
    if outcome:
        return outcome, _short(record["reason"])
    odd = [proof for proof in record["proofs"] if not proof.startswith("fits")]
    if odd:
        return FLAGGED, _short(odd[0].partition(": ")[2])
    return (HARMLESS if fault.harmless else PASSED), ""


def _short(reason: str) -> str:
    return reason.split("; ")[0]
