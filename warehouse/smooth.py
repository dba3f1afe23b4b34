"""Goes on with each standing target by exponential smoothing of the months with their own figure.

Such a month was stated, or is a nowcast of a tracked month; one inside a reported quarter has no
figure of its own, and none is made up for it. The months are those in a row up to the newest.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Protocol

import duckdb

from warehouse import ets, load

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SEED = 20_260_101
FEWEST_MONTHS = 6
PERCENTILES = {"low90": 5, "low50": 25, "implied_full_year": 50, "high50": 75, "high90": 95}
WIDEST_FACTOR = 10_000.0


class Asked(Protocol):
    """What answers SQL: a draft for now, or warehouse.as_known for a day."""

    def execute(self, sql: str, parameters: Any = None) -> duckdb.DuckDBPyConnection:
        """Run a query; its rows are then fetched from what is returned."""


@dataclass(frozen=True)
class Target:
    """One target, what is reported of its period, and the months of it that are not."""

    target_id: str
    app_id: str
    unit: str
    target: Any
    reported: float
    months_left: int
    illustrative: bool
    reported_month: date | None
    open_months: Sequence[date] | None


@dataclass(frozen=True)
class Figures:
    """The figures that months of a target have of their own; the newest in a row are smoothed."""

    own: dict[date, ets.Month]
    as_of: date | None = None
    illustrative: bool = False

    @property
    def row(self) -> tuple[ets.Month, ...]:
        """The months in a row up to the newest, oldest first."""
        found: list[ets.Month] = []
        month = max(self.own, default=None)
        while month in self.own:
            found.append(self.own[month])
            month = later(month, -1)
        return tuple(reversed(found))


def fill(connection: duckdb.DuckDBPyConnection, knowledge_date: date) -> None:
    """Write mart.smoothing anew from the models as they now are."""
    load.run(connection, "smoothing_none")
    for row in rows(connection, knowledge_date):
        load.run(connection, "smoothing", **row)


def rows(asked: Asked, knowledge_date: date) -> list[dict[str, Any]]:
    """The row of each standing target, from what is known on the day that `asked` answers for."""
    known: dict[str, list[tuple[Any, ...]]] = {}
    for target_id, *figure in asked.execute(load.text("smoothing_months")).fetchall():
        known.setdefault(target_id, []).append(tuple(figure))
    targets = asked.execute(load.text("smoothing_targets")).fetchall()
    return [
        {
            "knowledge_date": knowledge_date,
            **smoothed(target, _figures(known.get(target.target_id))),
        }
        for target in (Target(*row) for row in targets)
    ]


def smoothed(target: Target, figures: Figures) -> dict[str, Any]:
    """The row of one target, without its knowledge date; money in the target's unit."""
    months = figures.row
    state, why = _why_not(target, figures) or ("drawn", "")
    row: dict[str, Any] = {
        "target_id": target.target_id, "app_id": target.app_id, "seed": SEED, "paths": 0,
        "months": len(months), "months_needed": FEWEST_MONTHS,
        "nowcasts": sum(m.origin == "nowcast" for m in months),
        "run_rates": sum(m.origin == "run_rate" for m in months),
        "from_month": months[0].month if months else None,
        "through_month": months[-1].month if months else None, "unit": target.unit,
        "target": target.target, "months_left": target.months_left, "probability_met": None,
        "passed_month": None, "state": state, "why": why, "as_of": figures.as_of,
        "illustrative": target.illustrative or figures.illustrative, **dict.fromkeys(PERCENTILES),
    }  # fmt: skip
    return row if state != "drawn" else {**row, **_summary(target, figures)}


def later(month: date, by: int) -> date:
    """The first day of the month that many months later."""
    count = month.year * 12 + month.month - 1 + by
    return date(count // 12, count % 12 + 1, 1)


def _figures(known: list[tuple[Any, ...]] | None) -> Figures:
    if not known:
        return Figures({})
    figures = Figures({row[0]: ets.Month(*row[:6]) for row in known})
    used = {month.month for month in figures.row}
    parts = [row for row in known if row[0] in used]
    newest = max(row[6] for row in parts)
    return Figures(figures.own, newest, any(row[7] for row in parts))


def _summary(target: Target, figures: Figures) -> dict[str, Any]:
    """What the paths come to; or, where they lie too far apart to tell anything, that."""
    import numpy as np

    sums = _sums(target, figures)
    ends = np.percentile(sums[-1], list(PERCENTILES.values()))
    if ends[-1] > WIDEST_FACTOR * ends[0]:
        return {
            "state": "wide",
            "why": "The paths lie so far apart that a range would tell nothing.",
        }
    passed = (sums >= float(target.target)).mean(axis=1)
    halfway = [m for m, share in zip(target.open_months or (), passed, strict=True) if share >= 0.5]
    return {
        "paths": ets.PATHS, "why": _rests_on(figures.row), "probability_met": float(passed[-1]),
        "passed_month": halfway[0] if halfway else None,
        **{name: Decimal(f"{end:.2f}") for name, end in zip(PERCENTILES, ends, strict=True)},
    }  # fmt: skip


def _sums(target: Target, figures: Figures) -> "NDArray[np.float64]":
    """The sum from the period's start to the end of each month left: months by paths."""
    import numpy as np

    months = figures.row
    drawn = ets.paths(months, (SEED, zlib.crc32(target.app_id.encode())))
    first = months[0].month
    amounts = [
        drawn[_apart(first, month)]
        if month >= first
        else np.full(ets.PATHS, figures.own[month].amount)
        for month in target.open_months or ()
    ]
    sums: NDArray[np.float64] = target.reported + np.cumsum(amounts, axis=0)
    return sums


def _why_not(target: Target, figures: Figures) -> tuple[str, str] | None:
    """Why nothing is drawn, in a word and in a sentence; None when it can be."""
    months, left = figures.row, target.open_months or ()
    if not left:
        return "over", "The period is over: what was reported is the outcome."
    if len(months) < FEWEST_MONTHS:
        counted = (
            "1 month in a row has" if len(months) == 1 else f"{len(months)} months in a row have"
        )
        return "few_months", f"{counted} a figure of their own: {FEWEST_MONTHS} are needed."
    newest = months[-1].month
    if target.reported_month and newest < target.reported_month:
        said = f"The newest month with a figure of its own is {newest:%Y-%m}"
        return "stale", f"{said}, before the last report."
    for month in left:
        if month < newest and month not in figures.own:
            return "gap", f"{month:%Y-%m} is not reported and has no figure of its own."
    if _apart(newest, left[-1]) > ets.FARTHEST_MONTH:
        said = f"The period ends over {ets.FARTHEST_MONTH} months after the newest month"
        return "far", f"{said} with a figure: too far."
    if left[-1] > newest and len({month.amount for month in months}) == 1:
        return "flat", "The months all have the same figure: how far others may lie is unknown."
    return None


def _apart(first: date, month: date) -> int:
    return (month.year - first.year) * 12 + month.month - first.month


def _rests_on(months: tuple[ets.Month, ...]) -> str:
    nowcasts = sum(month.origin == "nowcast" for month in months)
    rates = sum(month.origin == "run_rate" for month in months)
    return (
        f"{ets.PATHS} paths of an exponential smoothing, its trend damped, of {len(months)} months,"
        f" {months[0].month:%Y-%m} to {months[-1].month:%Y-%m}"
        + (f"; {nowcasts} of them nowcasts, drawn with their errors" if nowcasts else "")
        + (f"; {rates} of them a twelfth of a run rate" if rates else "")
        + ". No season is fitted; a reported or stated floor is taken as it is."
    )
