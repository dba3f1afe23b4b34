"""The states a page can meet, each a tracker of its own made by the real ingest, for pictures."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.page_fixtures import BAD_FILE, GOOD_ROW, HEADER, REAL, TODAY, VENDOR, Tracker

UNDATED = "app,metric,period,platform,country,value\nkling,revenue,2026-10,all,WW,1000000\n"
#: Longer than every source may be silent, and after the year of the target.
MUCH_LATER = "2027-02-20"


@dataclass(frozen=True)
class State:
    """How a tracker comes into one state, and the day on which its pages are opened."""

    words: str
    make: Callable[[Path], Tracker]
    today: str = TODAY


def _loaded(root: Path) -> Tracker:
    tracker = Tracker(root)
    tracker.run()
    return tracker


def _first_visit(root: Path) -> Tracker:
    tracker = Tracker(root)
    tracker.store.root.mkdir(parents=True, exist_ok=True)
    return tracker


def _nothing_known(root: Path) -> Tracker:
    tracker = Tracker(root, samples=False, off=(*REAL, "ecb-rates"))
    tracker.add_source(VENDOR)
    tracker.drop("my-vendor", "october.csv", BAD_FILE)
    tracker.run()
    return tracker


def _real_only(root: Path) -> Tracker:
    tracker = Tracker(root, samples=False)
    tracker.run()
    return tracker


def _samples_only(root: Path) -> Tracker:
    tracker = Tracker(root, off=REAL)
    tracker.run()
    return tracker


def _waiting(root: Path) -> Tracker:
    tracker = Tracker(root)
    tracker.add_source(VENDOR.replace('as_of = "column"', 'as_of = "file name"'))
    tracker.drop("my-vendor", "export.csv", UNDATED)
    tracker.run()
    return tracker


def _held(root: Path) -> Tracker:
    tracker = Tracker(root)
    tracker.add_source(VENDOR)
    tracker.drop("my-vendor", "september.csv", HEADER + GOOD_ROW)
    tracker.run()
    in_cents = GOOD_ROW.replace("2026-09", "2026-10").replace(",1000000,", ",105000000,")
    tracker.drop("my-vendor", "october.csv", HEADER + in_cents.replace("2026-10-02", "2026-11-02"))
    tracker.run()
    return tracker


def _refused(root: Path) -> Tracker:
    tracker = Tracker(root)
    tracker.add_source(VENDOR)
    tracker.drop("my-vendor", "october.csv", BAD_FILE)
    tracker.drop("my-vendor", "november.csv", '{"error": "quota exceeded"}')
    tracker.run()
    return tracker


STATES = {
    "loaded": State("as it comes: public figures and samples", _loaded),
    "first-visit": State("nothing was ever loaded", _first_visit),
    "nothing-known": State("one file came and was refused", _nothing_known),
    "real-only": State("the samples are switched off", _real_only),
    "samples-only": State("the public figures are switched off", _samples_only),
    "waiting": State("a file waits for an answer", _waiting),
    "held": State("a file is held as probably cents", _held),
    "refused": State("a row and a file are refused", _refused),
    "late": State("every source is late, and the target's year is over", _loaded, MUCH_LATER),
}
