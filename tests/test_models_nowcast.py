"""Nowcast: revenue not yet reported, by which method, how far off, known when."""

import math
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any

import duckdb
import pytest

from tests.test_models_coverage import TRACKED, tracked
from tests.warehouse_fixtures import (
    Row,
    built,
    day,
    estimate,
    figure,
    november,  # noqa: F401
    rows,
)

pytestmark = pytest.mark.usefixtures("november")

QUARTERS = ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2")
REPORT_DAYS = ("2025-05-20", "2025-08-20", "2025-11-20", "2026-03-20", "2026-05-20", "2026-08-20")
#: Student's t with that many errors about zero: half width of 50% and of 90%.
T = {2: (0.8165, 2.92), 3: (0.7649, 2.3534), 4: (0.7407, 2.1318), 5: (0.7267, 2.015)}


def reports(*values: float, **over: Any) -> list[Row]:
    """One reported quarter after the other, each said on its day."""
    said = zip(QUARTERS, values, REPORT_DAYS, strict=False)
    return [figure(quarter, value, as_of=as_of, **over) for quarter, value, as_of in said]


def feed(*values: float) -> list[Row]:
    """One tracked month of each quarter's three, quarter after quarter."""
    return [row for q, v in zip(QUARTERS, values, strict=False) for row in tracked(q, v)]


def run_rate(month_end: str, value: float, as_of: str, **over: Any) -> Row:
    """A run rate the company stated."""
    return figure(
        month_end, value, **{"metric": "arr", "basis": "run_rate", "as_of": as_of, **over}
    )


def month_of(warehouse: duckdb.DuckDBPyConnection, month: str) -> Row:
    """The nowcast of one month."""
    [found] = rows(warehouse, f"from nowcast where month = date '{month}'")
    return found


def test_what_is_not_yet_reported_has_a_row_a_month(tmp_path: Path) -> None:
    """With one report and nothing else: the last value, no range, and both said; whole row."""
    warehouse = built(tmp_path, figure("2026-Q3", 300, bound="at_least", as_of="2026-11-20"))
    found = rows(warehouse, "from nowcast order by month")
    assert [row["month"] for row in found] == [day("2026-10-01"), day("2026-11-01")]
    assert found[0] == {
        "app_id": "kite", "month": day("2026-10-01"), "month_end": day("2026-10-31"),
        "quarter_start": day("2026-10-01"), "ahead": 1, "reported_through": day("2026-09-30"),
        "method": "last_value", "nowcast_usd": Decimal("100.00"), "low50_usd": None,
        "high50_usd": None, "low90_usd": None, "high90_usd": None, "past_errors": 0,
        "range_why": "0 past errors: no range can be told, 2 are needed.",
        "method_why": "The model has not yet said anything that a report could be held against:"
        " the naive rule last_value is used.",
        "model_beats_naive": False, "coverage_usd": None, "coverage": None,
        "coverage_quarters": None, "stated_usd": None, "stated_month": None, "combined_usd": None,
        "coverage_weight": None, "stated_weight": None,
        "weights_why": "Nothing complete is tracked for this month and nothing is stated since the"
        " last report.",
        "last_value_usd": Decimal("100.00"), "last_growth_usd": None,
        "reported_bound": "at_least", "as_of": day("2026-11-20"), "illustrative": False,
    }  # fmt: skip


def test_a_company_silent_for_a_year_is_not_nowcast_further(tmp_path: Path) -> None:
    """Twelve months after the last report nothing is estimated any more."""
    warehouse = built(tmp_path, figure("2025-Q2", 300))
    assert warehouse.execute("select min(month), max(month) from nowcast").fetchone() == (
        day("2025-07-01"),
        day("2026-06-01"),
    )


def test_the_tracked_way_goes_through_the_newest_four_quarters(tmp_path: Path) -> None:
    """A tracked month over their mean coverage; the first quarter's is not among them."""
    warehouse = built(
        tmp_path,
        *feed(90, 20, 20, 20, 40),
        *reports(300, 300, 200, 240, 600),
        estimate("2026-04", 44, **TRACKED),
    )
    mean = fmean([60 / 300, 60 / 200, 60 / 240, 120 / 600])
    april, may = (month_of(warehouse, f"2026-{month}-01") for month in ("04", "05"))
    assert (april["coverage"], april["coverage_quarters"]) == (pytest.approx(mean), 4)
    assert float(april["coverage_usd"]) == pytest.approx(44 / mean, abs=0.01)
    assert april["combined_usd"] == april["coverage_usd"]
    assert april["weights_why"].endswith("the tracked way alone.")
    assert may["coverage_usd"] is None


@pytest.mark.parametrize(
    ("statement", "stated", "weights", "why"),
    [
        (run_rate("2026-07-31", 1200, "2026-08-25"), 100, (0.25, 0.75), "A run rate of this very"),
        (run_rate("2026-06-30", 1200, "2026-08-25"), 100, (0.5, 0.5), "The statement is about an"),
        (figure("2026-07", 90, as_of="2026-08-25"), 90, (0, 1), "The company stated this month"),
        (run_rate("2026-03-31", 1200, "2026-08-25"), None, (1, 0), "Nothing is stated since"),
        (run_rate("2026-07-31", 1, "2026-08-25", quality="weak"), None, (1, 0), "Nothing is"),
    ],
)
def test_statements_and_the_tracked_way_are_combined_by_stated_weights(
    statement: Row, stated: float | None, weights: tuple[float, float], why: str, tmp_path: Path
) -> None:
    """The nearer a statement is to the month the more it counts; one from before the report not."""
    warehouse = built(
        tmp_path,
        *feed(20, 20, 20, 20, 20, 20),
        *reports(*[300] * 6),
        estimate("2026-07", 24, **TRACKED),
        statement,
    )
    july = month_of(warehouse, "2026-07-01")
    assert july["coverage_usd"] == 120
    assert july["stated_usd"] == stated
    assert (july["coverage_weight"], july["stated_weight"]) == weights
    assert july["combined_usd"] == weights[0] * 120 + weights[1] * (stated or 0)
    assert july["weights_why"].startswith(why)
    if weights[1] == 1:
        assert (july["method"], july["nowcast_usd"], july["low90_usd"]) == (
            "stated_month",
            90,
            None,
        )


GROWING = (100, 130, 150, 200, 210, 290)


def scored(warehouse: duckdb.DuckDBPyConnection, method: str) -> list[Row]:
    """The past of one method."""
    return rows(warehouse, f"from nowcast_score where method = '{method}' order by quarter_start")


def test_each_past_quarter_is_what_was_said_the_day_before_its_report(tmp_path: Path) -> None:
    """Said, error, ranges from earlier errors alone, direction: as plain Python has it."""
    warehouse = built(tmp_path, *reports(*GROWING))
    values = scored(warehouse, "last_value")
    assert [row["asked_on"] for row in values] == [
        day(text).replace(day=19) for text in REPORT_DAYS[1:]
    ]
    logs: list[float] = []
    for said, came, row in zip(GROWING, GROWING[1:], values, strict=False):
        assert float(row["nowcast_usd"]) == pytest.approx(said, abs=0.02)
        assert row["error"] == pytest.approx(said / came - 1, abs=1e-3)
        assert row["earlier_errors"] == (len(logs) if len(logs) > 1 else 0)
        assert row["right_direction"] is None
        if len(logs) > 1:
            spread = math.sqrt(fmean(log * log for log in logs))
            half, most = (width * spread for width in T[len(logs)])
            bounds = [said * math.exp(w) for w in (-half, half, -most, most)]
            found = [row[k] for k in ("low50_usd", "high50_usd", "low90_usd", "high90_usd")]
            assert [float(one) for one in found] == pytest.approx(bounds, rel=1e-3)
            assert row["in_50"] == (bounds[0] <= came <= bounds[1])
            assert row["in_90"] == (bounds[2] <= came <= bounds[3])
        else:
            assert (row["low90_usd"], row["in_90"]) == (None, None)
        logs.append(math.log(came / said))
    grown = [b * b / a for a, b in pairwise(GROWING[:-1])]
    assert [float(r["nowcast_usd"]) for r in scored(warehouse, "last_growth")] == pytest.approx(
        grown, rel=1e-3
    )
    assert [row["right_direction"] for row in scored(warehouse, "last_growth")] == [True] * 4


def test_the_record_is_the_mean_of_the_scores(tmp_path: Path) -> None:
    """Bias, mean error, share in the ranges and hits are worked from the rows of nowcast_score."""
    warehouse = built(
        tmp_path, *feed(10, 13.5, 14.5, 20.5, 20, 30), *reports(*GROWING[:4], 190, 290)
    )
    for method in ("coverage", "combined", "last_value", "last_growth"):
        past = scored(warehouse, method)
        [record] = rows(warehouse, f"from nowcast_record where method = '{method}'")
        ranged = [row for row in past if row["in_90"] is not None]
        assert (record["quarters"], record["ranges"]) == (len(past), len(ranged))
        assert record["bias"] == pytest.approx(fmean(row["error"] for row in past))
        assert record["mape"] == pytest.approx(fmean(abs(row["error"]) for row in past))
        assert record["share_in_50"] == pytest.approx(fmean(row["in_50"] for row in ranged))
        assert record["share_in_90"] == pytest.approx(fmean(row["in_90"] for row in ranged))
        if method != "last_value":
            assert record["hit_rate"] == pytest.approx(fmean(r["right_direction"] for r in past))


def verdict(warehouse: duckdb.DuckDBPyConnection) -> tuple[str, bool, str]:
    """The method in use, whether the model wins, and why."""
    found = warehouse.execute(
        "select method, model_beats_naive, why from nowcast_record where used"
    ).fetchall()
    assert len(found) == 1
    return found[0]  # type: ignore[no-any-return]


def test_a_model_that_beats_both_naive_rules_is_used(tmp_path: Path) -> None:
    """A steady ratio foretells what the last quarter cannot; the sentence has the figures."""
    warehouse = built(
        tmp_path,
        *feed(10, 13, 15, 20, 21, 29),
        *reports(*GROWING),
        estimate("2026-07", 31, **TRACKED),
    )
    method, wins, why = verdict(warehouse)
    assert (method, wins) == ("combined", True)
    assert why == (
        "Over the same 4 quarters the model missed by 0.0% on average, the last value by 17.7%;"
        " over the same 4 quarters the model by 0.0%, the last growth by 19.3%: it beats the naive"
        " rules and is used."
    )
    july, august = (month_of(warehouse, f"2026-{month}-01") for month in ("07", "08"))
    assert (july["method"], float(july["nowcast_usd"])) == ("combined", pytest.approx(103.33, 1e-3))
    assert august["method"] == "last_value"
    assert august["method_why"].endswith("nothing for this month, so last_value stands in.")


def test_a_model_that_does_not_is_not_used_and_that_is_said(tmp_path: Path) -> None:
    """A feed that has nothing to do with the reports loses against the last value."""
    warehouse = built(
        tmp_path,
        *feed(10, 30, 5, 40, 3, 50),
        *reports(*[100, 101, 102, 103, 104, 105]),
        estimate("2026-07", 31, **TRACKED),
    )
    method, wins, why = verdict(warehouse)
    assert (method, wins) == ("last_growth", False)
    assert why.endswith(": it does not beat both, the naive rule last_growth is used.")
    assert month_of(warehouse, "2026-07-01")["method"] == "last_growth"


def test_two_reports_prove_nothing(tmp_path: Path) -> None:
    """However well the model did twice, three are asked."""
    warehouse = built(tmp_path, *feed(10, 13, 15, 20), *reports(*GROWING[:4]))
    method, wins, why = verdict(warehouse)
    assert (method, wins) == ("last_value", False)
    assert why.startswith("The model was held against 2 reports, 3 are needed: not proven")


@pytest.mark.long
def test_the_past_is_what_a_replay_of_the_day_before_says(tmp_path: Path) -> None:
    """The score of each quarter is the sum of its nowcasts, replayed; restated months included."""
    warehouse = built(
        tmp_path,
        *feed(10, 14, 15, 20, 21, 29),
        estimate("2025-02", 12, **TRACKED, as_of="2025-12-12"),
        run_rate("2026-02-28", 800, "2026-04-04"),
        *reports(*GROWING),
        figure("2025-Q3", 155, as_of="2026-04-20"),
    )
    now = rows(warehouse, "from nowcast_score")
    assert len({row["quarter_start"] for row in now}) == 5
    for row in now:
        warehouse.execute("set variable as_of = $day::date", {"day": row["asked_on"]})
        column = f"{row['method']}_usd"
        [(said, newest)] = warehouse.execute(
            f"select sum({column}), max(as_of) from nowcast_ways"
            " where is_now and quarter_start = $quarter",
            {"quarter": row["quarter_start"]},
        ).fetchall()
        assert said == row["nowcast_usd"], row
        assert newest <= row["asked_on"]


def test_a_range_widens_with_the_quarters_ahead(tmp_path: Path) -> None:
    """Two quarters after the report the spread is the root of two larger."""
    warehouse = built(tmp_path, *reports(*GROWING))
    near, far = (month_of(warehouse, f"2026-{month}-01") for month in ("07", "11"))
    assert (near["ahead"], far["ahead"]) == (1, 2)
    width = [math.log(row["high90_usd"] / row["nowcast_usd"]) for row in (near, far)]
    assert width[1] == pytest.approx(width[0] * math.sqrt(2), rel=1e-3)
    spread = rows(warehouse, "from nowcast_record where method = 'last_value'")[0]["spread"]
    assert width[0] == pytest.approx(T[5][1] * spread, rel=1e-3)
    assert near["range_why"].startswith("From 5 past errors only, so it is wide")


def test_an_invented_feed_marks_what_rests_on_it(tmp_path: Path) -> None:
    """Nowcast, scores and record are marked; the naive rules' own record is not."""
    months = [dict(row, source_id="samples") for row in feed(10, 13, 15, 20, 21, 29)]
    warehouse = built(tmp_path, *months, *reports(*GROWING))
    assert warehouse.execute(
        "select method, bool_and(illustrative), bool_or(illustrative) from nowcast_score"
        " group by method order by method"
    ).fetchall() == [
        ("combined", True, True),
        ("coverage", True, True),
        ("last_growth", False, False),
        ("last_value", False, False),
    ]
    assert warehouse.execute("select distinct illustrative from nowcast").fetchall() == [(True,)]
