"""The table smoothing: which months are smoothed, and what becomes of a target."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.test_models_nowcast import feed, reports
from tests.warehouse_fixtures import (
    Row,
    built,
    day,
    figure,
    month_end,
    november,  # noqa: F401
    rates,
    rows,
)
from warehouse import ets, smooth
from warehouse.as_known import AsKnown

pytestmark = pytest.mark.usefixtures("november")

AIM = {"kind": "forecast", "issuer": "Bank", "as_of": "2025-11-01"}


def stated(first: str, *values: float, **over: Any) -> list[Row]:
    """Months in a row that the company stated, each ten days after it ended."""
    found = []
    for n, value in enumerate(values):
        month = smooth.later(day(f"{first}-01"), n)
        said = date.fromordinal(month_end(month).toordinal() + 10)
        found.append(figure(f"{month:%Y-%m}", value, as_of=str(said), **over))
    return found


def smoothed(warehouse: duckdb.DuckDBPyConnection) -> Row:
    """The one row."""
    [row] = rows(warehouse, "from smoothing")
    return row


MONTHS = stated("2025-09", 100, 104, 99, 110, 116, 112, 121, 119, 130, 127, 133, 140, 138, 146)


def test_months_in_a_row_are_gone_on_with(tmp_path: Path) -> None:
    """Fourteen stated months up to October: the whole row, its ranges around a sum by hand."""
    row = smoothed(built(tmp_path, figure("2026", 1600, **AIM), *MONTHS))
    ranges = [row.pop(name) for name in ("low90", "low50", "implied_full_year", "high50", "high90")]
    chance = row.pop("probability_met")
    assert row == {
        "target_id": "kite:revenue:2026:bank:USD:1600:2025-11-01", "app_id": "kite",
        "knowledge_date": day("2026-11-24"), "seed": smooth.SEED, "paths": ets.PATHS,
        "months": 14, "months_needed": 6, "nowcasts": 0, "run_rates": 0,
        "from_month": day("2025-09-01"), "through_month": day("2026-10-01"), "unit": "USD",
        "target": Decimal("1600.0000"), "months_left": 12, "passed_month": None,
        "state": "drawn", "as_of": day("2026-11-10"), "illustrative": False,
        "why": "5000 paths of an exponential smoothing, its trend damped, of 14 months, 2025-09 to"
        " 2026-10. No season is fitted; a reported or stated floor is taken as it is.",
    }  # fmt: skip
    known = 116 + 112 + 121 + 119 + 130 + 127 + 133 + 140 + 138 + 146
    assert ranges == sorted(ranges)
    assert known + 240 < ranges[0] < known + 2 * 148 < ranges[-1] < known + 360
    assert chance < 0.2


def test_a_period_whose_months_are_all_stated_leaves_nothing_to_draw(tmp_path: Path) -> None:
    """What was stated is the same on every path; the target is passed when their sum passes it."""
    aim = figure("2026-Q3", 400, **AIM)
    row = smoothed(built(tmp_path, aim, *MONTHS))
    assert row["low90"] == row["implied_full_year"] == row["high90"] == 133 + 140 + 138
    assert (row["probability_met"], row["passed_month"]) == (1.0, day("2026-09-01"))


def test_reported_quarters_count_as_reported(tmp_path: Path) -> None:
    """Months inside them are smoothed where stated, and the period's sum is the report's."""
    quarters = [figure("2026-Q1", 1000, as_of="2026-04-20"), figure("2026-Q2", 2000)]
    row = smoothed(built(tmp_path, figure("2026", 1600, **AIM), *MONTHS, *quarters))
    assert (row["months"], row["months_left"]) == (14, 6)
    assert 3000 + 133 + 140 + 138 + 146 + 240 < row["low90"] < 3000 + 557 + 2 * 148 < row["high90"]


def test_too_few_months_are_not_smoothed(tmp_path: Path) -> None:
    """Five are not enough, and a reported quarter does not make months of its own."""
    quarter = figure("2026-Q2", 400)
    row = smoothed(built(tmp_path, figure("2026", 1600, **AIM), quarter, *MONTHS[-5:]))
    assert (row["state"], row["paths"], row["months"]) == ("few_months", 0, 5)
    assert row["why"] == "5 months in a row have a figure of their own: 6 are needed."
    assert (row["implied_full_year"], row["probability_met"]) == (None, None)


def test_a_missing_month_ends_the_row(tmp_path: Path) -> None:
    """Only months in a row count: what lies before a gap is not smoothed."""
    without = [*MONTHS[:-7], *MONTHS[-6:]]
    row = smoothed(built(tmp_path / "a", figure("2026-Q4", 400, **AIM), *without))
    assert (row["state"], row["months"], row["from_month"]) == ("drawn", 6, day("2026-05-01"))
    whole = smoothed(built(tmp_path / "b", figure("2026", 1600, **AIM), *without))
    assert whole["why"] == "2026-04 is not reported and has no figure of its own."
    assert (whole["state"], whole["paths"]) == ("gap", 0)


def test_months_older_than_the_last_report_are_no_way_on(tmp_path: Path) -> None:
    """The report has the later figure."""
    quarter = figure("2026-Q3", 400, as_of="2026-11-01")
    row = smoothed(built(tmp_path, figure("2026", 1600, **AIM), quarter, *MONTHS[:-2]))
    assert row["why"] == (
        "The newest month with a figure of its own is 2026-08, before the last report."
    )


@pytest.mark.parametrize(("period", "state"), [("2030", "far"), ("2025-Q4", "over")])
def test_what_is_too_far_or_over_is_not_drawn(period: str, state: str, tmp_path: Path) -> None:
    """Two years is as far as it goes, and what is reported in full is the outcome."""
    quarter = figure("2025-Q4", 313, as_of="2026-02-01")
    row = smoothed(built(tmp_path, figure(period, 1600, **AIM), quarter, *MONTHS))
    assert (row["state"], row["paths"], row["low90"]) == (state, 0, None)


def test_months_that_never_differ_leave_no_range(tmp_path: Path) -> None:
    """A range of no width would pass for certainty; of months all known it is one."""
    same = stated("2025-12", *[100] * 11)
    row = smoothed(built(tmp_path / "a", figure("2026", 1600, **AIM), *same))
    assert (row["state"], row["paths"], row["low90"]) == ("flat", 0, None)
    known = smoothed(built(tmp_path / "b", figure("2026-Q3", 250, **AIM), *same))
    assert (known["state"], known["low90"], known["high90"]) == ("drawn", 300, 300)


def test_a_target_in_another_currency_is_compared_in_it(tmp_path: Path) -> None:
    """Each month at the average rate of its own days; a month without rates has no figure."""
    daily = [r for m in MONTHS for r in rates(f"{m['period_start']:%Y-%m}", "CNY", 7)]
    aim = figure("2026-Q3", 2800, unit="CNY", **AIM)
    quarter = figure("2025-Q4", 2191, unit="CNY", as_of="2026-02-01")
    row = smoothed(built(tmp_path / "a", aim, quarter, *daily, *MONTHS))
    assert (row["unit"], row["implied_full_year"]) == ("CNY", 7 * 411)
    late = [r for r in daily if r["rate_date"] > day("2026-01-31")]
    later = smoothed(built(tmp_path / "b", aim, quarter, *late, *MONTHS))
    assert (later["months"], later["from_month"]) == (8, day("2026-02-01"))


def test_a_tracked_month_is_a_nowcast_with_its_error(tmp_path: Path) -> None:
    """After six reports held to the feed: four stated months and three nowcasts, drawn apart."""
    quarters = reports(100, 130, 110, 150, 140, 190)
    tracked = feed(20, 27, 21, 31, 28, 37)
    over = [*tracked, *(tracked_month(n, 13) for n in (7, 8, 9))]
    months = stated("2026-03", 47, 60, 63, 66)
    row = smoothed(built(tmp_path, figure("2026", 800, **AIM), *quarters, *over, *months))
    assert (row["state"], row["months"], row["nowcasts"]) == ("drawn", 7, 3)
    assert "; 3 of them nowcasts, drawn with their errors" in row["why"]
    third = smoothed(
        built(tmp_path / "q", figure("2026-Q3", 200, **AIM), *quarters, *over, *months)
    )
    assert third["low90"] < third["implied_full_year"] < third["high90"]


def tracked_month(month: int, value: float) -> Row:
    """One tracked month of 2026, as those of the feed."""
    [row, *_] = feed(1)
    start = date(2026, month, 1)
    end = month_end(start)
    over = {"period_start": start, "period_end": end, "as_of": end, "said_from": end}
    return {**row, **over, "value": Decimal(value)}


def test_a_knowledge_date_is_answered_from_what_was_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Worked out for a day it is what a warehouse of that day has, to the last figure."""
    then = day("2026-06-15")
    aim = figure("2026", 1600, **AIM)
    whole = built(tmp_path / "whole", aim, *MONTHS)
    replayed = smooth.rows(AsKnown(whole, then), then)
    monkeypatch.setenv("TRACKER_TODAY", str(then))
    known = built(tmp_path / "then", aim, *(m for m in MONTHS if m["as_of"] <= then))
    assert replayed == rows(known, f"select {', '.join(replayed[0])} from smoothing")
    assert (replayed[0]["state"], replayed[0]["through_month"]) == ("drawn", day("2026-05-01"))
    whole.execute(f"set variable as_of = date '{then}'")
    assert rows(whole, "from smoothing") == []  # the one of now would tell of months said later
