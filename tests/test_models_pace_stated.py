"""Pace from months stated alone, and against a target in the currency the company reports in."""

from pathlib import Path
from typing import Any

import pytest

from tests.test_models_pace import arr, by_method, forecast, path
from tests.warehouse_fixtures import Row, built, day, figure, november, rates  # noqa: F401

pytestmark = pytest.mark.usefixtures("november")


def month(period: str, value: float, as_of: str, **over: Any) -> Row:
    """Recognised revenue the company stated for one month."""
    return figure(period, value, as_of=as_of, **over)


def test_a_stated_month_is_the_newest_rate_until_its_quarter(tmp_path: Path) -> None:
    """A month after the last quarter is a rate of its own; once its quarter is in it is not."""
    figures = [
        forecast(1200),
        figure("2025-Q3", 150, as_of="2025-11-19"),
        month("2025-12", 70, "2026-01-15", bound="at_least"),
        figure("2025-Q4", 180, as_of="2026-03-25"),
    ]
    columns = "cast(monthly_rate_usd as double), rate_bound, is_newest_rate"
    assert by_method(built(tmp_path / "a", *figures, as_of="2026-02-14"), columns) == {
        "reported_only": (None, None, False),
        "last_quarter": (50, "exact", False),
        "last_month": (70, "at_least", True),
    }
    assert by_method(built(tmp_path / "b", *figures, as_of="2026-03-25"), columns) == {
        "reported_only": (None, None, False),
        "last_quarter": (60, "exact", True),
        "growth": (60, "exact", False),
    }


def test_a_month_stated_before_its_quarter_counts_as_stated(tmp_path: Path) -> None:
    """Its revenue is in every method and in the floor, before a run rate of the same month."""
    warehouse = built(
        tmp_path,
        forecast(1200),
        figure("2025-Q4", 150, as_of="2026-03-20"),
        arr("2026-01-31", 1200, "2026-03-25"),
        month("2026-01", 90, "2026-03-26", bound="at_least"),
        arr("2026-02-28", 960, "2026-03-27"),
        as_of="2026-04-10",
    )
    assert path(warehouse)[:3] == [
        ("01", "stated", 90, 90, None),
        ("02", "run_rate", 170, 170, None),
        ("03", "projected", 220, 260, None),
    ]
    assert warehouse.execute(
        "select strftime(month, '%m'), is_stated, stated_basis, cast(cumulative_usd as double),"
        " cumulative_bound from paths where method = 'reported_only' order by month limit 2"
    ).fetchall() == [
        ("01", True, "recognised", 90, "at_least"),
        ("02", False, None, 90, "at_least"),
    ]
    assert by_method(warehouse, "cast(implied_full_year_usd as double), reported_through") == {
        "reported_only": (90, day("2025-12-31")),
        "last_quarter": (670, day("2025-12-31")),
        "last_month": (90 + 80 + 10 * 90, day("2025-12-31")),
        "run_rate": (90 + 80 + 10 * 80, day("2025-12-31")),
    }


def test_cash_of_a_month_is_no_revenue(tmp_path: Path) -> None:
    """Receipts and estimates of a month neither fill it nor make a rate."""
    warehouse = built(
        tmp_path,
        forecast(1200),
        figure("2025-Q4", 150),
        figure("2026-01", 90, metric="gross_receipts", basis="cash"),
        figure("2026-01", 90, kind="press"),
    )
    assert set(by_method(warehouse, "1")) == {"reported_only", "last_quarter"}
    assert {row[1] for row in path(warehouse)} == {"projected"}


def in_yuan(tmp_path: Path, *figures: Row) -> Any:
    """A target of CNY 1,200 with the yuan at 6 in the first quarter and 8 in the second."""
    prices = [("2026-01", 6), ("2026-02", 6), ("2026-03", 6)]
    prices += [("2026-04", 8), ("2026-05", 8), ("2026-06", 8)]
    daily = [row for period, price in prices for row in rates(period, "CNY", price)]
    return built(tmp_path, forecast(1200, unit="CNY"), *figures, *daily)


def test_a_target_is_compared_in_the_currency_reported(tmp_path: Path) -> None:
    """No exchange rate comes between a target and reports in one currency; dollars stand beside."""
    warehouse = in_yuan(
        tmp_path,
        figure("2026-Q1", 300, unit="CNY", bound="at_least"),
        arr("2026-04-30", 180, "2026-05-20"),
    )
    assert by_method(
        warehouse,
        "unit, cast(target as double), cast(reported as double), cast(reported_usd as double),"
        " round(share_of_target, 9), cast(remaining as double), cast(monthly_rate as double),"
        " cast(monthly_rate_usd as double), cast(implied_full_year as double), passed_month",
    ) == {
        "reported_only": ("CNY", 1200, 300, 50, 0.25, 900, None, None, 300, None),
        "last_quarter": (
            "CNY", 1200, 300, 50, 0.25, 900, 100, 16.67, 300 + 120 + 800, day("2026-12-01"),
        ),
        "run_rate": (
            "CNY", 1200, 300, 50, 0.25, 900, 120, 15, 300 + 120 + 8 * 120, day("2026-11-01"),
        ),
    }  # fmt: skip
    assert warehouse.execute(
        "select unit, cast(target as double), cast(cumulative as double),"
        " cast(cumulative_usd as double), share_of_target, cast(even_path as double)"
        " from pace where is_latest_reported"
    ).fetchall() == [("CNY", 1200, 300, 50, 0.25, round(1200 * 90 / 365, 2))]


@pytest.mark.parametrize("unit", ["USD", "HKD"])
def test_another_currency_is_compared_in_dollars(tmp_path: Path, unit: str) -> None:
    """Where the company reports in another currency than the target's, both become dollars."""
    more = rates("2026-03", "HKD", 8) if unit == "HKD" else []
    value = 400 if unit == "HKD" else 50
    warehouse = in_yuan(tmp_path, figure("2026-Q1", value, unit=unit), *more)
    (target_usd,) = warehouse.execute("select value_usd from targets").fetchone()
    assert by_method(
        warehouse,
        "unit, target, cast(reported as double), round(share_of_target, 4)",
    )["reported_only"] == ("USD", target_usd, 50, round(50 / float(target_usd), 4))
