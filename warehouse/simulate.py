"""Simulates each standing target: many drawn ways the rest of its period may go, from one seed.

A quarter's change, as a logarithm, is drawn from a normal distribution whose mean and spread are
themselves drawn for each path from what so few past changes leave open. So few changes give wide
ranges. No seasonal model is fitted: that takes years of quarters, and no company here has them.
"""

import zlib
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb

from warehouse import load
from warehouse.smooth import Asked

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEED = 20_260_101
PATHS = 5_000
FEWEST_CHANGES = 3
FARTHEST_QUARTER = 8
LARGEST_FACTOR = 10.0
PERCENTILES = (5, 25, 50, 75, 95)


@dataclass(frozen=True)
class Target:
    """One target, its past and the months of its period that are not reported."""

    target_id: str
    app_id: str
    unit: str
    target: Any
    reported: float
    reported_bound: str | None
    rate: float
    rate_month: date
    months_left: int
    illustrative: bool
    log_changes: list[float] | None
    months: tuple[tuple[date, float | None, int], ...] = ()


def fill(connection: duckdb.DuckDBPyConnection, knowledge_date: date) -> None:
    """Write mart.simulation anew from the models as they now are."""
    load.run(connection, "simulation_none")
    for row in rows(connection, knowledge_date):
        load.run(connection, "simulation", **row)


def rows(asked: Asked, knowledge_date: date) -> list[dict[str, Any]]:
    """The row of each standing target, from what is known on the day that `asked` answers for."""
    return [{"knowledge_date": knowledge_date, **simulated(target)} for target in _targets(asked)]


def simulated(target: Target) -> dict[str, Any]:
    """The row of one target, without its knowledge date; money in the target's unit."""
    drawn = _why_not(target) is None
    years = _drawn(target) if drawn else None
    row: dict[str, Any] = {
        "target_id": target.target_id, "app_id": target.app_id, "seed": SEED,
        "paths": PATHS if drawn else 0, "changes": len(target.log_changes or []),
        "mean_log_change": None, "sd_log_change": None, "unit": target.unit,
        "target": target.target, "months_left": target.months_left,
        "probability_met": None, "passed_month": None,
        "outcome": _outcome(target), "to_miss": _to_miss(target), "why": _why_not(target),
        "illustrative": target.illustrative, **{f"p{p}": None for p in PERCENTILES},
    }  # fmt: skip
    return row if years is None else {**row, **_summary(target, years)}


def changes_drawn(
    log_changes: "list[float]", quarters: int, paths: int, seed: list[int]
) -> "NDArray[np.float64]":
    """Drawn log changes, paths by quarters, as few past changes leave them open."""
    import numpy as np

    past, count = np.array(log_changes), len(log_changes)
    chance = np.random.default_rng(seed)
    spread = past.std(ddof=1) * np.sqrt((count - 1) / chance.chisquare(count - 1, paths))
    mean = past.mean() + chance.standard_normal(paths) * spread / np.sqrt(count)
    drawn = mean[:, None] + spread[:, None] * chance.standard_normal((paths, quarters))
    limit = np.log(LARGEST_FACTOR)
    clipped: NDArray[np.float64] = np.clip(drawn, -limit, limit)
    return clipped


def _targets(asked: Asked) -> list[Target]:
    months: dict[str, list[tuple[date, float | None, int]]] = {}
    for target_id, *month in asked.execute(load.text("simulation_months")).fetchall():
        months.setdefault(target_id, []).append((month[0], month[1], month[2]))
    found = asked.execute(load.text("simulation_targets")).fetchall()
    return [replace(Target(*row), months=tuple(months.get(row[0], ()))) for row in found]


def _drawn(target: Target) -> "NDArray[np.float64]":
    """The sum from the period's start to the end of each month left: paths by months."""
    import numpy as np

    ahead = np.array([quarters for _month, _stated, quarters in target.months])
    seed = [SEED, zlib.crc32(target.target_id.encode())]
    changes = changes_drawn(target.log_changes or [], int(ahead.max()), PATHS, seed)
    growth = np.concatenate([np.zeros((PATHS, 1)), changes.cumsum(axis=1)], axis=1)
    amounts = target.rate * np.exp(growth[:, ahead])
    for column, (_month, stated, _quarters) in enumerate(target.months):
        if stated is not None:
            amounts[:, column] = stated
    sums: NDArray[np.float64] = target.reported + amounts.cumsum(axis=1)
    return sums


def _summary(target: Target, sums: "NDArray[np.float64]") -> dict[str, Any]:
    import numpy as np

    passed = (sums >= float(target.target)).mean(axis=0)
    halfway = [month for (month, *_), share in zip(target.months, passed, strict=True)
               if share >= 0.5]  # fmt: skip
    past = np.array(target.log_changes)
    ends = np.percentile(sums[:, -1], PERCENTILES)
    return {
        "mean_log_change": float(past.mean()), "sd_log_change": float(past.std(ddof=1)),
        "probability_met": float(passed[-1]), "passed_month": halfway[0] if halfway else None,
        "why": f"{PATHS} paths, each quarter's change drawn from {len(past)} past quarterly"
        " changes; a reported floor is taken as it is."
        + (" All of them went up, so the chance of a fall is a guess." if past.min() > 0 else ""),
        **{f"p{p}": round(float(end), 2) for p, end in zip(PERCENTILES, ends, strict=True)},
    }  # fmt: skip


def _why_not(target: Target) -> str | None:
    """Why nothing is drawn; None when it can be."""
    changes = target.log_changes or []
    if target.months_left == 0:
        return "The period is over: what was reported is the outcome."
    if len(changes) < FEWEST_CHANGES:
        return f"{len(changes)} past quarterly changes: {FEWEST_CHANGES} are needed."
    if max(ahead for _month, _stated, ahead in target.months) > FARTHEST_QUARTER:
        return f"The period ends over {FARTHEST_QUARTER} quarters after the newest rate: too far."
    return None


def _outcome(target: Target) -> str:
    if target.reported >= float(target.target) and target.reported_bound != "at_most":
        return "met"
    if target.months_left > 0:
        return "open"
    return "missed" if target.reported_bound in ("exact", "approx", "at_most") else "unknown"


def _to_miss(target: Target) -> str | None:
    if target.months_left == 0:
        return None
    needed = float(target.target) - target.reported
    if needed <= 0:
        return "Nothing can make it miss any more: what is reported already reaches it."
    monthly = needed / target.months_left
    said = (
        f"The {target.months_left} months left would have to bring less than {target.unit}"
        f" {needed / 1e6:,.2f}M, {monthly / 1e6:,.2f}M a month on average"
    )
    if target.rate <= 0:
        return said + "."
    against = monthly / target.rate - 1
    side = "above" if against > 0 else "below"
    return f"{said}: {abs(against):.1%} {side} the rate of {target.rate_month:%Y-%m}."
