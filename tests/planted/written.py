"""The tables of planted faults as docs/reliability.md has them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bench import written
from tests.planted import judged, table, world


def tables(work: Path) -> str:
    """Every fault and every sound file, by a lone source and beside a second one."""
    desks = (
        world.known(work / "alone", with_second=False),
        world.known(work / "beside", with_second=True),
    )
    texts, counts = [], [Counter[str](), Counter[str]()]
    for title, faults in table.GROUPS.items():
        rows = []
        for fault in faults:
            came = [judged.came_of(desk, fault, work) for desk in desks]
            for count, (outcome, _reason) in zip(counts, came, strict=True):
                count[outcome] += 1
            rows.append(
                (fault.name, *(_bold(one, judged.PASSED) for one, _reason in came), _why(came))
            )
        columns = ("what is wrong", "alone", "beside", "why")
        texts.append(f"**{title}**\n\n" + written.table(columns, rows, left=4))
        print(title, *map(_summed, counts), sep=": ", flush=True)
    rows = []
    for fault in table.SOUND:
        came = [judged.came_of(desk, fault, work) for desk in desks]
        words = ["calm" if one == judged.PASSED else f"**{one}**" for one, _reason in came]
        rows.append((fault.name, *words, _why(came)))
    columns = ("file", "alone", "beside", "why")
    texts.append("**Files in order**\n\n" + written.table(columns, rows, left=4))
    one, two = map(_summed, counts)
    head = f"{len(table.FAULTS)} faults. Alone: {one}. Beside a second source: {two}."
    return "\n".join([head, "", *texts])


def _bold(outcome: str, unwanted: str) -> str:
    return f"**{outcome}**" if outcome == unwanted else outcome


def _why(came: list[tuple[str, str]]) -> str:
    """The reason beside a second source, else the lone source's."""
    (_alone, why), (_beside, other) = came
    return (other or why).replace("|", "/")


def _summed(count: Counter[str]) -> str:
    return ", ".join(f"{times} {outcome}" for outcome, times in count.most_common())
