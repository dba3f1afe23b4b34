"""The tables of planted faults as docs/reliability.md has them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from bench import written
from tests.ingest_fixtures import Desk
from tests.planted import judged, table, world
from tests.planted.faults import Fault


def tables(work: Path) -> str:
    """Every fault and every sound file, by a lone source and beside a second one."""
    alone = world.known(work / "alone", with_second=False)
    beside = world.known(work / "beside", with_second=True)
    texts, counts = [], [Counter[str](), Counter[str]()]
    for title, faults in {**table.GROUPS, "Files in order": table.SOUND}.items():
        rows = []
        for fault in faults:
            one, two = (_told(desk, fault, work) for desk in (alone, beside))
            rows.append((fault.name, one[0], two[0], two[1] or one[1]))
            if title in table.GROUPS:
                counts[0][one[0]] += 1
                counts[1][two[0]] += 1
        columns = ("what is wrong" if title in table.GROUPS else "file", "alone", "beside", "why")
        texts.append(f"**{title}**\n\n" + written.table(columns, rows, left=4))
    names = ("alone", "beside a second source")
    sums = [f"{name}: {_summed(count)}" for name, count in zip(names, counts, strict=True)]
    head = f"{len(table.FAULTS)} faults. " + "; ".join(sums) + "."
    return "\n".join([head, "", *texts])


def _told(desk: Desk, fault: Fault, work: Path) -> tuple[str, str]:
    outcome, why = judged.came_of(desk, fault, work)
    return (f"**{outcome}**" if outcome == judged.PASSED else outcome), why.replace("|", "/")


def _summed(count: Counter[str]) -> str:
    return ", ".join(f"{times} {outcome.strip('*')}" for outcome, times in count.most_common())
