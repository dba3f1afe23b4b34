"""Company figures: the statement preferred, its dollars, how it moved, what adds up."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.warehouse_fixtures import built, day, figure, november, rates, rows  # noqa: F401

pytestmark = pytest.mark.usefixtures("november")


def test_a_quarter_is_converted_at_the_average_of_its_days(tmp_path: Path) -> None:
    """A period's flow takes the average daily rate of that period, and the rate is shown."""
    warehouse = built(
        tmp_path,
        figure("2026-Q1", 720, unit="CNY"),
        *rates("2026-01", "CNY", 7),
        *rates("2026-02", "CNY", 7),
        *rates("2026-03", "CNY", 8),
    )
    expected_rate = (Decimal(7) * 59 + Decimal(8) * 31) / 90
    assert rows(
        warehouse, "select value, unit, fx_rate, fx_days, fx_rule, value_usd from reported"
    ) == [
        {
            "value": Decimal("720.0000"),
            "unit": "CNY",
            "fx_rate": expected_rate.quantize(Decimal("1e-8")),
            "fx_days": 90,
            "fx_rule": "average of 90 daily rates, 2026-01-01 to 2026-03-31",
            "value_usd": (720 / expected_rate).quantize(Decimal("0.01")),
        }
    ]


def test_a_rate_crosses_over_the_euro(tmp_path: Path) -> None:
    """Units for one dollar are units for one euro over dollars for one euro."""
    warehouse = built(tmp_path, *rates("2026-02", "CNY", 7, usd_per_eur="1.25"))
    assert rows(warehouse, "select distinct currency, per_usd from fx order by currency") == [
        {"currency": "CNY", "per_usd": Decimal("7.00000000")},
        {"currency": "EUR", "per_usd": Decimal("0.80000000")},
    ]


def test_dollars_need_no_rate_and_counts_have_none(tmp_path: Path) -> None:
    """What is stated in dollars stays; what is not money has no dollar value; no rate, no guess."""
    warehouse = built(
        tmp_path,
        figure("2026-Q1", 10, metric="a"),
        figure("2026-Q1", 20, metric="b", unit="users", basis="none"),
        figure("2026-Q1", 30, metric="c", unit="CNY"),
    )
    assert rows(
        warehouse, "select metric, fx_rate, fx_days, fx_rule, value_usd from reported order by 1"
    ) == [
        {"metric": "a", "fx_rate": 1, "fx_days": None, "fx_rule": "stated in US dollars",
         "value_usd": Decimal("10.00")},
        {"metric": "b", "fx_rate": None, "fx_days": None, "fx_rule": "not money",
         "value_usd": None},
        {"metric": "c", "fx_rate": None, "fx_days": 0, "fx_rule": "no rate of CNY is known",
         "value_usd": None},
    ]  # fmt: skip


def test_the_company_is_preferred_then_the_earlier_and_weak_never(tmp_path: Path) -> None:
    """Two publishers of one figure are one figure; conflicts are counted, not averaged."""
    warehouse = built(
        tmp_path,
        figure("2026-Q1", 7, as_of="2026-04-01", quality="weak", publisher="blog"),
        figure("2026-Q1", 8, as_of="2026-04-20", quality="secondary", publisher="paper"),
        figure("2026-Q1", 8, as_of="2026-05-20", publisher="company"),
        figure("2026-Q1", 8, as_of="2026-05-21", publisher="wire"),
        figure("2026-Q2", 9, as_of="2026-08-01", quality="weak", publisher="blog"),
    )
    assert rows(
        warehouse, "select publisher, value, as_of, statements, conflicts from reported"
    ) == [
        {"publisher": "company", "value": Decimal("8.0000"), "as_of": day("2026-05-20"),
         "statements": 3, "conflicts": 1}
    ]  # fmt: skip
    assert rows(warehouse, "select count(*) as told from statements") == [{"told": 5}]


def test_an_exactly_dated_statement_is_known_from_its_day(tmp_path: Path) -> None:
    """A month-dated statement counts from the month's end, so it does not replace an earlier."""
    month_dated = figure(
        "2026-Q1", 9, as_of="2026-05-31", said_from=day("2026-05-01"), publisher="monthly"
    )
    exact = figure("2026-Q1", 8, as_of="2026-05-20", publisher="exact")
    warehouse = built(tmp_path, month_dated, exact)
    assert rows(warehouse, "select publisher, conflicts from reported") == [
        {"publisher": "exact", "conflicts": 1}
    ]


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("exact", "exact", "exact"),
        ("exact", "approx", "approx"),
        ("approx", "exact", "approx"),
        ("approx", "at_least", "at_least"),
        ("at_least", "exact", "at_most"),
        ("at_most", "exact", "at_least"),
        ("at_least", "at_least", "unknown"),
        ("at_most", "at_least", "at_least"),
        ("at_least", "at_most", "at_most"),
        ("at_most", "at_most", "unknown"),
    ],
)
def test_a_change_says_what_the_bounds_leave_of_it(
    tmp_path: Path, earlier: str, later: str, expected: str
) -> None:
    """Two "at least" figures leave the change unknown; one leaves it bounded on one side."""
    warehouse = built(
        tmp_path,
        figure("2025-Q4", 100, bound=earlier),
        figure("2026-Q1", 150, bound=later),
    )
    assert rows(
        warehouse, "select previous_value, change, change_bound from reported order by period_start"
    ) == [
        {"previous_value": None, "change": None, "change_bound": None},
        {"previous_value": Decimal(100), "change": 0.5, "change_bound": expected},
    ]


def test_a_change_needs_the_adjacent_period(tmp_path: Path) -> None:
    """No change across a gap, from nothing, between grains, or between currencies."""
    warehouse = built(
        tmp_path,
        figure("2025-Q1", 100),
        figure("2025-Q3", 150),
        figure("2025-12", 0),
        figure("2026-01", 50),
        figure("2026-Q1", 10),
        figure("2026-Q2", 10, unit="CNY"),
    )
    assert rows(warehouse, "select distinct change, change_bound from reported") == [
        {"change": None, "change_bound": None}
    ]


def test_a_point_takes_the_rate_of_the_month_it_describes(tmp_path: Path) -> None:
    """A run rate at a day is that month times twelve, at that month's average rate."""
    warehouse = built(
        tmp_path,
        figure("2026-03-31", 1200, unit="CNY", metric="arr", basis="run_rate", as_of="2026-05-27"),
        *rates("2026-02", "CNY", 5),
        *rates("2026-03", "CNY", 8),
    )
    assert rows(warehouse, "select value_usd, monthly_equivalent_usd from reported") == [
        {"value_usd": Decimal("150.00"), "monthly_equivalent_usd": Decimal("12.50")}
    ]
    assert rows(warehouse, "select month, arr_usd, monthly_usd, as_of from run_rates") == [
        {"month": day("2026-03-01"), "arr_usd": Decimal("150.00"),
         "monthly_usd": Decimal("12.50"), "as_of": day("2026-05-27")}
    ]  # fmt: skip


def to_date(warehouse: object) -> list[tuple[date, int, Decimal, str, bool, bool]]:
    """Quarter end, quarters, sum, bound, approximate, complete year."""
    return [
        (r["through"], r["quarters"], r["value"], r["bound"], r["approximate"], r["complete_year"])
        for r in rows(warehouse, "from reported_to_date order by through")  # type: ignore[arg-type]
    ]


def test_bounds_go_through_sums(tmp_path: Path) -> None:
    """One "at least" makes the sum "at least"; one "about" is remembered beside it."""
    warehouse = built(
        tmp_path,
        figure("2025-Q1", 1),
        figure("2025-Q2", 2, bound="approx"),
        figure("2025-Q3", 3, bound="at_least"),
        figure("2025-Q4", 4),
        figure("2026-Q1", 5),
    )
    assert to_date(warehouse) == [
        (day("2025-03-31"), 1, Decimal(1), "exact", False, False),
        (day("2025-06-30"), 2, Decimal(3), "approx", True, False),
        (day("2025-09-30"), 3, Decimal(6), "at_least", True, False),
        (day("2025-12-31"), 4, Decimal(10), "at_least", True, True),
        (day("2026-03-31"), 1, Decimal(5), "exact", False, False),
    ]


def test_opposite_bounds_leave_a_sum_unknown(tmp_path: Path) -> None:
    """An "at least" and an "at most" do not bound their sum."""
    warehouse = built(
        tmp_path,
        figure("2025-Q1", 1, bound="at_least"),
        figure("2025-Q2", 2, bound="at_most"),
    )
    assert [row[3] for row in to_date(warehouse)] == ["at_least", "unknown"]


def test_a_missing_quarter_ends_the_sum(tmp_path: Path) -> None:
    """Missing is not zero: a sum stops at a gap, and a year starts with its first quarter."""
    warehouse = built(
        tmp_path,
        figure("2024-Q2", 1),
        figure("2025-Q1", 1),
        figure("2025-Q3", 1),
        figure("2025-Q4", 1),
    )
    assert [row[0] for row in to_date(warehouse)] == [day("2025-03-31")]


def test_each_quarter_is_summed_at_its_own_rate(tmp_path: Path) -> None:
    """A year's dollars are its quarters' dollars, not the sum at one rate."""
    warehouse = built(
        tmp_path,
        figure("2026-Q1", 70, unit="CNY"),
        figure("2026-Q2", 80, unit="CNY"),
        *(rate for month in (1, 2, 3) for rate in rates(f"2026-0{month}", "CNY", 7)),
        *(rate for month in (4, 5, 6) for rate in rates(f"2026-0{month}", "CNY", 8)),
    )
    assert rows(
        warehouse, "select value, value_usd, latest_quarter_usd from reported_to_date order by 1"
    ) == [
        {"value": 70, "value_usd": Decimal("10.00"), "latest_quarter_usd": Decimal("10.00")},
        {"value": 150, "value_usd": Decimal("20.00"), "latest_quarter_usd": Decimal("10.00")},
    ]


def test_revenue_cash_and_press_are_not_joined(tmp_path: Path) -> None:
    """Only what the company recognised is summed: not cash, not the press, not an estimate."""
    warehouse = built(
        tmp_path,
        figure("2026-Q1", 1),
        figure("2026-Q2", 2, basis="cash"),
        figure("2026-Q2", 3, kind="press"),
        figure("2026-Q2", 4, kind="estimate"),
    )
    assert [row[0] for row in to_date(warehouse)] == [day("2026-03-31")]


def test_a_restatement_is_seen_from_its_day(tmp_path: Path) -> None:
    """Until the company says another figure the first is its own; from that day on the later is."""
    first = figure("2026-Q1", 10, as_of="2026-05-20")
    second = figure("2026-Q1", 11, as_of="2026-08-20")
    query = "select value, conflicts from reported"
    assert rows(built(tmp_path / "a", first, second, as_of="2026-05-19"), query) == []
    assert rows(built(tmp_path / "b", first, second, as_of="2026-08-19"), query) == [
        {"value": 10, "conflicts": 0}
    ]
    assert rows(built(tmp_path / "c", first, second, as_of="2026-08-20"), query) == [
        {"value": 11, "conflicts": 1}
    ]


def test_scopes_tell_prices_apart(tmp_path: Path) -> None:
    """One name for several things (prices, ranks) is several figures, not a conflict."""
    warehouse = built(
        tmp_path,
        figure("2026-08-12", 5, metric="price", basis="none", scope="standard"),
        figure("2026-08-12", 9, metric="price", basis="none", scope="pro"),
    )
    assert rows(warehouse, "select scope, value, conflicts from reported order by scope") == [
        {"scope": "pro", "value": 9, "conflicts": 0},
        {"scope": "standard", "value": 5, "conflicts": 0},
    ]


def test_a_year_before_is_the_same_period(tmp_path: Path) -> None:
    """Quarters and months are held against those a year before, with what the bounds leave."""
    warehouse = built(
        tmp_path,
        figure("2025-Q1", 150, bound="at_least"),
        figure("2026-Q1", 650, bound="at_least"),
        figure("2024-02", 10),
        figure("2025-02", 15, bound="approx"),
    )
    assert warehouse.execute(
        "select grain, cast(year_before_value as double), round(yoy_change, 3), yoy_change_bound"
        " from reported order by period_start"
    ).fetchall() == [
        ("month", None, None, None),
        ("quarter", None, None, None),
        ("month", 10, 0.5, "approx"),
        ("quarter", 150, 3.333, "unknown"),
    ]
