"""Nowcasts, their scores and the choice of method against plain Python, over made-up companies."""

import math
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import fmean
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tests.test_models_coverage import TRACKED, tracked
from tests.test_models_nowcast import QUARTERS, REPORT_DAYS
from tests.warehouse_fixtures import (
    Row,
    built,
    day,
    estimate,
    figure,
    month_end,
    november,  # noqa: F401
    rows,
)

pytestmark = pytest.mark.usefixtures("november")

TODAY = date(2026, 11, 24)
STARTS = [date(int(quarter[:4]), int(quarter[-1]) * 3 - 2, 1) for quarter in QUARTERS]
MONTHS = [date(2025 + n // 12, n % 12 + 1, 1) for n in range(22)]
WAYS = ("coverage", "stated", "combined", "last_value", "last_growth")
HUGE = 500_000_000_000  # the most that is taken in for a revenue
#: Student's t about zero errors, by how many errors: half width of the 50% and the 90% range.
T = {2: (0.8165, 2.92), 3: (0.7649, 2.3534), 4: (0.7407, 2.1318), 5: (0.7267, 2.015)}

VALUE = st.integers(10**8, 9 * 10**8)
MAYBE = st.one_of(VALUE, VALUE, VALUE, st.none())
COMPANY = st.tuples(
    st.lists(MAYBE, min_size=6, max_size=6).filter(any),
    st.lists(MAYBE, min_size=22, max_size=22),
    st.dictionaries(st.integers(0, 21), st.tuples(VALUE, st.booleans()), max_size=8),
)


@dataclass
class Company:
    """What is said of a company: quarters, tracked months, and months it stated itself."""

    reported: dict[date, int]
    tracked: dict[date, int]
    stated: dict[date, tuple[int, bool]]  # the value, and whether it is a run rate

    @classmethod
    def of(cls, case: Any) -> "Company":
        quarters, months, stated = case
        return cls(
            {start: value for start, value in zip(STARTS, quarters, strict=True) if value},
            {month: value for month, value in zip(MONTHS, months, strict=True) if value},
            {MONTHS[place]: said for place, said in stated.items()},
        )

    def figures(self, app_id: str) -> list[Row]:
        """The rows of these statements; each month is said on its last day."""
        found = [
            figure(quarter, self.reported[start], as_of=said, app_id=app_id)
            for quarter, start, said in zip(QUARTERS, STARTS, REPORT_DAYS, strict=True)
            if start in self.reported
        ]
        found += [
            estimate(f"{month:%Y-%m}", value, app_id=app_id, **TRACKED)
            for month, value in self.tracked.items()
        ]
        for month, (value, run_rate) in self.stated.items():
            end = month_end(month)
            over = {"app_id": app_id, "as_of": str(end)}
            if run_rate:
                over |= {"metric": "arr", "basis": "run_rate"}
            found.append(figure(str(end) if run_rate else f"{month:%Y-%m}", value, **over))
        return found

    def known(self, asked: date) -> dict[date, int]:
        """The quarters reported by a day."""
        said = dict(zip(STARTS, map(day, REPORT_DAYS), strict=True))
        return {q: value for q, value in self.reported.items() if said[q] <= asked}

    def ratio(self, asked: date) -> float | None:
        """Mean coverage of the four newest quarters whose months are all tracked."""
        found = []
        for start, value in sorted(self.known(asked).items()):
            months = [self.tracked_by(month, asked) for month in _months_of(start)]
            if None not in months:
                found.append(sum(months) / value)  # type: ignore[arg-type]
        return fmean(found[-4:]) if len(found) >= 2 else None

    def tracked_by(self, month: date, asked: date) -> int | None:
        """A tracked month, where it was over and known."""
        return self.tracked.get(month) if month_end(month) <= asked else None

    def ways(self, month: date, asked: date) -> dict[str, float] | None:
        """What each way says of a month; None where none says anything of it."""
        known = self.known(asked)
        if not known:
            return None
        last = max(known)
        if not month_end(_months_of(last)[-1]) < month <= min(asked, _later(last, 14)):
            return None
        found = {"last_value": known[last] / 3}
        before = known.get(_later(last, -3))
        if before:
            times = (known[last] / before) ** _quarters(last, month)
            if times <= 10_000:
                found["last_growth"] = known[last] / 3 * times
        ratio, tracked = self.ratio(asked), self.tracked_by(month, asked)
        if ratio and tracked:
            found["coverage"] = tracked / ratio
        found |= self.from_stated(month, last, asked)
        return found | _combined(found)

    def from_stated(self, month: date, last: date, asked: date) -> dict[str, float]:
        """The newest month stated since the last reported quarter began, and its weight."""
        known = [m for m in self.stated if last <= m <= month and month_end(m) <= asked]
        if not known:
            return {}
        value, run_rate = self.stated[max(known)]
        own = max(known) == month
        weight = 0.5 if not own else 0.25 if run_rate else 0.0
        return {"stated": value / 12 if run_rate else value, "weight": weight}

    def scores(self) -> dict[str, list[tuple[date, float, int]]]:
        """By method, each quarter it spoke of: said over reported, and the quarters ahead."""
        found: dict[str, list[tuple[date, float, int]]] = {way: [] for way in WAYS}
        for start, said in zip(STARTS, map(day, REPORT_DAYS), strict=True):
            asked = said - timedelta(days=1)
            months = [self.ways(month, asked) for month in _months_of(start)]
            if start not in self.reported or None in months:
                continue
            ahead = _quarters(max(self.known(asked)), start)
            for way in WAYS:
                if all(way in month for month in months if month):
                    total = sum(month[way] for month in months if month)
                    found[way].append((start, total / self.reported[start], ahead))
        return found


def _combined(found: dict[str, float]) -> dict[str, float]:
    if "coverage" not in found and "stated" not in found:
        return {}
    weight = found.get("weight", 1.0) if "coverage" in found else 0.0
    said = found.get("coverage", 0.0) * weight + found.get("stated", 0.0) * (1 - weight)
    return {"combined": said}


def _later(month: date, months: int) -> date:
    place = month.year * 12 + month.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def _months_of(start: date) -> list[date]:
    return [_later(start, n) for n in range(3)]


def _quarters(start: date, month: date) -> int:
    return ((month.year - start.year) * 12 + month.month - start.month) // 3


def _mape(scores: list[tuple[date, float, int]], others: list[tuple[date, float, int]]) -> float:
    """Mean error without its sign, over the quarters the others spoke of, too."""
    shared = {quarter for quarter, _, _ in others}
    return fmean(abs(ratio - 1) for quarter, ratio, _ in scores if quarter in shared)


def _used(scores: dict[str, list[tuple[date, float, int]]]) -> str | None:
    """The method used; None where errors are too alike to tell by plain floating point."""
    model, value, growth = scores["combined"], scores["last_value"], scores["last_growth"]
    naive, pairs = "last_value", []
    if len({q for q, _, _ in growth} & {q for q, _, _ in value}) >= 3:
        pairs.append((_mape(growth, value), _mape(value, growth)))
        naive = "last_growth" if pairs[0][0] < pairs[0][1] else "last_value"
    both = {q for q, _, _ in model} & {q for q, _, _ in value}
    beats = len(both) >= 3
    if beats:
        pairs.append((_mape(model, value), _mape(value, model)))
        if {q for q, _, _ in model} & {q for q, _, _ in growth}:
            pairs.append((_mape(model, growth), _mape(growth, model)))
        beats = all(ours < theirs for ours, theirs in pairs[-(2 if len(pairs) > 1 else 1) :])
    if any(math.isclose(*pair, rel_tol=1e-6) for pair in pairs):
        return None
    return "combined" if beats else naive


@pytest.mark.parametrize(
    "said",
    [
        ("0.0001", "0.0001", "0.0001", "0.0001", HUGE),
        (HUGE, "0.0001", HUGE, "0.0001", HUGE),
        ("0.0001", HUGE, "0.0001", HUGE, "0.0001"),
        (HUGE, HUGE, HUGE, 0, HUGE),
    ],
)
def test_a_slip_of_units_stops_no_publishing(tmp_path: Path, said: tuple[Any, ...]) -> None:
    """Growth and coverage beyond one to 10,000 carry nothing further, and a range none can use
    is not told: the version is made, and what it says of a month is a reported one's third.
    """
    reported = zip(QUARTERS[1:], said, REPORT_DAYS[1:], strict=True)
    quarters = [figure(quarter, value, as_of=said_on) for quarter, value, said_on in reported]
    months = [
        row
        for quarter, value in zip(QUARTERS[1:], reversed(said), strict=True)
        for row in tracked(quarter, value)
    ]
    bank = figure("2026", 10**9, kind="forecast", issuer="Bank", as_of="2026-01-01")
    warehouse = built(tmp_path, *quarters, *months, *tracked("2026-Q3", HUGE), bank)
    third = round(float(said[-1]) / 3, 2)
    for row in rows(warehouse, "from nowcast"):
        assert row["method"] == "last_value" and float(row["nowcast_usd"]) == third
        assert row["high90_usd"] is None or row["high90_usd"] <= row["nowcast_usd"] * 10_000
    ways = {row["method"]: row for row in rows(warehouse, "from scenarios")}
    assert {"last_quarter", "reported_only"} <= set(ways)
    if "growth" in ways:
        assert float(ways["growth"]["implied_full_year"]) <= 4 * HUGE * 10_000


@settings(max_examples=3, deadline=None, phases=[Phase.generate])
@given(cases=st.lists(COMPANY, min_size=20, max_size=30))
def test_nowcasts_are_those_of_plain_python(cases: list[Any]) -> None:
    """Every way of every month not reported, the record, the method chosen and its ranges."""
    companies = {f"c{number}": Company.of(case) for number, case in enumerate(cases)}
    watched = [
        {"app_id": name, "name_en": name, "kind": "app", "tracked": True, "position": place}
        for place, name in enumerate(companies)
    ]
    said = [row for name, company in companies.items() for row in company.figures(name)]
    with tempfile.TemporaryDirectory() as folder:
        warehouse = built(Path(folder), *said, apps=watched)
        nowcasts = rows(warehouse, "from nowcast order by app_id, month")
        record = rows(warehouse, "from nowcast_record")
    for name, company in companies.items():
        mine = {row["month"]: row for row in nowcasts if row["app_id"] == name}
        months = [_later(MONTHS[0], n) for n in range(24)]
        expected = {m: ways for m in months if (ways := company.ways(m, TODAY)) is not None}
        assert sorted(mine) == sorted(expected)
        scores = company.scores()
        for row in record:
            if row["app_id"] == name:
                held_against_record(row, scores[row["method"]])
        for month, ways in expected.items():
            held_against_month(mine[month], ways, scores, company)


def held_against_record(row: Row, scores: list[tuple[date, float, int]]) -> None:
    """Count, bias, mean error and spread of a method."""
    assert row["quarters"] == len(scores)
    if scores:
        assert row["bias"] == pytest.approx(fmean(r - 1 for _, r, _ in scores), abs=1e-4)
        assert row["mape"] == pytest.approx(fmean(abs(r - 1) for _, r, _ in scores), abs=1e-4)
        square = fmean(math.log(ratio) ** 2 / ahead for _, ratio, ahead in scores)
        assert row["spread"] == pytest.approx(math.sqrt(square), abs=1e-4)


def held_against_month(
    row: Row,
    ways: dict[str, float],
    scores: dict[str, list[tuple[date, float, int]]],
    company: Company,
) -> None:
    """What each way says of a month, which is chosen, and the ranges of its past errors."""
    for way in WAYS:
        stated = row[f"{way}_usd"]
        if way in ways:
            assert float(stated) == pytest.approx(ways[way], rel=1e-6, abs=0.02), (way, row)
        else:
            assert not stated
    used = _used(scores)
    own = company.stated.get(row["month"])
    if own and not own[1]:
        assert row["method"] == "stated_month" and row["nowcast_usd"] == own[0]
        return
    if used == "combined":
        assert row["method"] == "combined" or "combined" not in ways
    elif used is not None:
        assert row["method"] == (used if used in ways else "last_value")
    value = ways[row["method"]]
    assert float(row["nowcast_usd"]) == pytest.approx(value, rel=1e-6, abs=0.02)
    errors = scores[row["method"]]
    square = fmean(math.log(ratio) ** 2 / ahead for _, ratio, ahead in errors) if errors else 0
    wide = math.sqrt(square * row["ahead"])
    if len(errors) < 2 or T[len(errors)][1] * wide > 9:
        assert row["low50_usd"] is None and row["high90_usd"] is None
        return
    for half, share in zip(T[len(errors)], (50, 90), strict=True):
        for end, sign in (("low", -1), ("high", 1)):
            told = float(row[f"{end}{share}_usd"])
            assert told == pytest.approx(value * math.exp(sign * half * wide), rel=1e-3, abs=0.05)
