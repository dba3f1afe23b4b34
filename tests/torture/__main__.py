"""`python -m tests.torture`: kills, readers, write errors, power cuts; what came of them is in
docs/reliability.md. `make torture` takes ten minutes, `make torture-long` tries all there is.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, takewhile
from pathlib import Path
from typing import NamedTuple

from bench import written
from tests.ingest_fixtures import TODAY, Desk
from tests.planted import written as planted
from tests.torture import cuts, errors, kills, layer, readers, scene

DOCUMENT = "reliability.md"
#: Parts of the minutes that each takes.
SHARES = {"kills": 0.2, "readers": 0.2, "steps": 0.15, "errors": 0.25, "cuts": 0.2}
#: In the long form: kills at random moments, loads beside readers. Of the rest it tries all.
LONG = {"kills": 200, "readers": 300}


#: Tries one thing in a folder; what was wrong, or None when there was nothing to try.
Case = Callable[[Path], list[str] | None]


class Line(NamedTuple):
    """One line of the table: what was done, how often, and what was wrong."""

    done: str
    times: str
    wrong: list[str]


class Torture:
    """One go through everything, in a folder of its own."""

    def __init__(self, work: Path, minutes: float | None, everything: bool) -> None:
        self.work, self.minutes, self.everything = work, minutes, everything
        self.begun = time.monotonic()
        self.chance = random.Random(20261124)
        self.lines: list[Line] = []

    def until(self, part: str, share: float = 1.0) -> float:
        """When so much of the part's time is over, and that of all before it."""
        if self.minutes is None:
            return math.inf
        names = list(SHARES)
        before = sum(SHARES[name] for name in names[: names.index(part)])
        return self.begun + self.minutes * 60 * (before + share * SHARES[part])

    def more(self, part: str) -> Iterator[int]:
        """Numbers from 0: one, and then as long as there is time for the part; of the long form no
        more than it has.
        """
        until = self.until(part)
        numbers = range(LONG[part]) if self.everything else count()
        yield from takewhile(lambda number: not number or time.monotonic() < until, numbers)

    def say(self, done: str, times: str, wrong: list[str]) -> None:
        """One more line; on the terminal at once."""
        self.lines.append(Line(done, times, wrong))
        print(f"{done}: {times}; wrong: {wrong or 'nothing'}", flush=True)

    def random_kills(self) -> None:
        """kill -9 at random moments."""
        came = kills.at_random(Desk(self.work / "k"), Desk(self.work / "q"), self.more("kills"))
        times = f"{came.kills:,} kills while {came.snapshots:,} files were loaded"
        self.say("`kill -9` of `ingest run` at a random moment", times, came.wrong)

    def readers_beside_loads(self) -> None:
        """Readers without pause."""
        came = readers.disturbed(Desk(self.work / "r"), self.more("readers"))
        times = f"{came.loads:,} loads, {came.reads:,} reads of other processes"
        self.say(f"{readers.READERS} readers without pause beside loads", times, came.wrong)

    def parts(self) -> Iterator[None]:
        """One after the other, each of which says its lines."""
        self.random_kills()
        yield
        self.readers_beside_loads()
        yield
        if not layer.compiler():
            print("no C compiler: without write errors and power cuts", flush=True)
            return
        recordings = self.recorded("recorded")
        for part in (self.each_step, self.write_errors, self.power_cuts):
            part(recordings)
            yield

    def recorded(self, name: str) -> list[cuts.Recording]:
        """Three commands: the first load, one with news, and a file withdrawn."""
        work = self.work / name
        desk = Desk(work / "desk")
        desk.drop("0.csv", scene.snapshot(0))
        first = cuts.record("first", desk, ["run"], work)
        desk.drop("1.csv", scene.snapshot(1))
        news = cuts.record("news", desk, ["run"], work)
        line = ["withdraw", "1.csv", "--reason", "torture"]
        return [first, news, cuts.record("withdraw", desk, line, work)]

    def each_step(self, recordings: list[cuts.Recording]) -> None:
        """kill -9 just before each step."""
        cases = [partial(kills.at_step, *one) for one in _steps(recordings)]
        times, wrong = self._tried("steps", cases)
        self.say("`kill -9` just before a call that changes a file", times, wrong)

    def write_errors(self, recordings: list[cuts.Recording]) -> None:
        """Each fault at each step."""
        for number, fault in enumerate(errors.FAULTS, start=1):
            cases = [partial(errors.faults, one, fault, step) for one, step in _steps(recordings)]
            times, wrong = self._tried("errors", cases, number / len(errors.FAULTS))
            self.say(f"write errors: {fault.name}", times, wrong)

    def power_cuts(self, recordings: list[cuts.Recording]) -> None:
        """What any cut may leave."""
        cases = [partial(cuts.faults, one, cut) for one in recordings for cut in cuts.cuts(one)]
        times, wrong = self._tried("cuts", cases)
        self.say("power cuts", f"{times} folders that one may leave", wrong)

    def syncs(self, recording: cuts.Recording) -> str:
        """What comes of each sync left out."""
        rows = []
        for place in cuts.places(recording):
            left_out = list(cuts.cuts(recording, cuts.without(recording, place)))
            came = (self._at(partial(cuts.faults, recording, cut)) for cut in reversed(left_out))
            worst = next((wrong[0] for wrong in came if wrong), "nothing is lost")
            rows.append((place, worst.splitlines()[0].replace(str(self.work), "…")[:160]))
            print(*rows[-1], sep=": ", flush=True)
        return written.table(("without the sync of", "a power cut may end in"), rows, left=2)

    def _tried(self, part: str, cases: list[Case], share: float = 1.0) -> tuple[str, list[str]]:
        """Try one, and then as many as there is time for, in any order; of how many, and what was
        wrong.
        """
        self.chance.shuffle(cases)
        until, tried, wrong = self.until(part, share), 0, Counter[str]()
        for case in cases:
            if tried and time.monotonic() > until:
                break
            came = self._at(case)
            if came is not None:
                tried += 1
                wrong.update(came)
        told = [f"{text} ({times} times)" for text, times in wrong.items()]
        return f"{tried:,} of {len(cases):,}", told

    def _at(self, case: Case) -> list[str] | None:
        work = self.work / "one"
        try:
            return case(work)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _steps(recordings: list[cuts.Recording]) -> list[tuple[cuts.Recording, int]]:
    return [(one, step + 1) for one in recordings for step in range(len(one.steps))]


def main() -> int:
    """Torture, and write down what came of it."""
    line = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    line.add_argument("--minutes", type=float, help="about how long; else 10, of --long no end")
    line.add_argument("--long", action="store_true", help="all there is, hours without --minutes")
    line.add_argument("--syncs", action="store_true", help="only what each sync is for")
    line.add_argument("--planted", action="store_true", help="only the wrong files")
    options = line.parse_args()
    os.environ["TRACKER_TODAY"] = TODAY
    busy = written.load()
    with tempfile.TemporaryDirectory(prefix="tracker-torture-") as folder:
        minutes = options.minutes if options.long else options.minutes or 10
        torture = Torture(Path(folder), minutes, options.long)
        if options.planted or options.syncs:
            _extra(torture, busy, planted_too=options.planted, syncs_too=options.syncs)
            return 0
        for _part in torture.parts():
            _write(torture, busy)
        if options.long and not options.minutes:
            _extra(torture, busy, planted_too=True, syncs_too=bool(layer.compiler()))
    return 1 if any(one.wrong for one in torture.lines) else 0


def _write(torture: Torture, busy: float) -> None:
    """What came so far; who ends it before its time keeps that."""
    rows = [(one.done, one.times, "; ".join(one.wrong) or "nothing") for one in torture.lines]
    text = written.table(("what was done", "how often", "what was wrong"), rows, left=3)
    took = f"It took {(time.monotonic() - torture.begun) / 60:.0f} minutes."
    name = "long" if torture.everything else "short"
    written.section(DOCUMENT, name, f"{text}\n{written.machine(busy)} {took}")


def _extra(torture: Torture, busy: float, *, planted_too: bool, syncs_too: bool) -> None:
    if syncs_too:
        text = torture.syncs(torture.recorded("for-syncs")[1])
        written.section(DOCUMENT, "syncs", f"{text}\n{written.machine(busy)}")
    if planted_too:
        text = planted.tables(torture.work / "planted")
        written.section(DOCUMENT, "planted", f"{text}\n{written.machine(busy)}")


if __name__ == "__main__":
    sys.exit(main())
