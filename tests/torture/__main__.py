"""`python -m tests.torture`: kills, readers, write errors, power cuts; what came of them is in
docs/reliability.md. `make torture` takes ten minutes, `make torture-long` tries all there is.
"""

from __future__ import annotations

import argparse
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

    def __init__(self, work: Path, minutes: float | None) -> None:
        self.work, self.minutes = work, minutes
        self.chance = random.Random(20261124)
        self.lines: list[Line] = []

    def more(self, part: str) -> Iterator[int]:
        """Numbers from 0 as long as there is time for the part, or as many as the long form has."""
        if self.minutes is None:
            yield from range(LONG[part])
            return
        until = time.monotonic() + self.minutes * 60 * SHARES[part]
        yield from takewhile(lambda _number: time.monotonic() < until, count())

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

    def recorded(self) -> list[cuts.Recording]:
        """Three commands: the first load, one with news, and a file withdrawn."""
        desk = Desk(self.work / "recorded")
        desk.drop("0.csv", scene.snapshot(0))
        first = cuts.record("first", desk, ["run"], self.work)
        desk.drop("1.csv", scene.snapshot(1))
        news = cuts.record("news", desk, ["run"], self.work)
        line = ["withdraw", "1.csv", "--reason", "torture"]
        return [first, news, cuts.record("withdraw", desk, line, self.work)]

    def each_step(self, recordings: list[cuts.Recording]) -> None:
        """kill -9 just before each step."""
        cases = [partial(kills.at_step, *one) for one in _steps(recordings)]
        times, wrong = self._tried("steps", cases)
        self.say("`kill -9` just before a call that changes a file", times, wrong)

    def write_errors(self, recordings: list[cuts.Recording]) -> None:
        """Each fault at each step."""
        for fault in errors.FAULTS:
            cases = [partial(errors.faults, one, fault, step) for one, step in _steps(recordings)]
            times, wrong = self._tried("errors", cases, len(errors.FAULTS))
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

    def _tried(self, part: str, cases: list[Case], parts: int = 1) -> tuple[str, list[str]]:
        """Try as many as there is time for, in any order, or all; how many, and what was wrong."""
        self.chance.shuffle(cases)
        begun, tried, wrong = time.monotonic(), 0, Counter[str]()
        for case in cases:
            seconds = (self.minutes or 0) * 60 * SHARES[part] / parts
            if self.minutes and time.monotonic() - begun > seconds:
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
    line.add_argument("--minutes", type=float, default=10, help="how long, else 10")
    line.add_argument("--long", action="store_true", help="all there is, hours")
    line.add_argument("--syncs", action="store_true", help="only what each sync is for")
    line.add_argument("--planted", action="store_true", help="only the wrong files")
    options = line.parse_args()
    os.environ["TRACKER_TODAY"] = TODAY
    begun, busy = time.monotonic(), written.load()
    with tempfile.TemporaryDirectory(prefix="tracker-torture-") as folder:
        torture = Torture(Path(folder), None if options.long else options.minutes)
        if options.planted:
            text = planted.tables(Path(folder) / "planted")
            written.section(DOCUMENT, "planted", f"{text}\n{written.machine(busy)}")
            return 0
        if options.syncs:
            text = torture.syncs(torture.recorded()[1])
            written.section(DOCUMENT, "syncs", f"{text}\n{written.machine(busy)}")
            return 0
        torture.random_kills()
        torture.readers_beside_loads()
        if layer.compiler():
            recordings = torture.recorded()
            torture.each_step(recordings)
            torture.write_errors(recordings)
            torture.power_cuts(recordings)
            if options.long:
                text = torture.syncs(recordings[1])
                written.section(DOCUMENT, "syncs", f"{text}\n{written.machine(busy)}")
        else:
            print("no C compiler: without write errors and power cuts", flush=True)
        if options.long:
            text = planted.tables(Path(folder) / "planted")
            written.section(DOCUMENT, "planted", f"{text}\n{written.machine(busy)}")
    rows = [(one.done, one.times, "; ".join(one.wrong) or "nothing") for one in torture.lines]
    minutes = f"It took {(time.monotonic() - begun) / 60:.0f} minutes."
    text = written.table(("what was done", "how often", "what was wrong"), rows, left=3)
    name = "long" if options.long else "short"
    written.section(DOCUMENT, name, f"{text}\n{written.machine(busy)} {minutes}")
    return 1 if any(one.wrong for one in torture.lines) else 0


if __name__ == "__main__":
    sys.exit(main())
