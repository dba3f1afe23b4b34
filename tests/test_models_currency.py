"""One display currency for everything, and what the rate adds to a change."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.warehouse_fixtures import (  # noqa: F401
    built,
    day,
    estimate,
    figure,
    november,
    rates,
    rows,
)

pytestmark = pytest.mark.usefixtures("november")


def test_the_rate_is_told_apart_from_growth(tmp_path: Path) -> None:
    """Ten percent more yuan, of which the dollar costs a tenth less, is 22% in dollars."""
    warehouse = built(
        tmp_path,
        figure("2026-02", 800, unit="CNY"),
        figure("2026-03", 880, unit="CNY"),
        *rates("2026-02", "CNY", 8),
        *rates("2026-03", "CNY", "7.2"),
    )
    (row,) = rows(
        warehouse,
        "select value_usd, round(change, 6) as change, round(usd_change, 4) as usd_change,"
        " round(change_constant_currency, 6) as constant, round(change_from_rate, 4) as from_rate"
        " from reported where previous_value is not null",
    )
    assert row == {
        "value_usd": Decimal("122.22"), "change": 0.1, "usd_change": 0.2222, "constant": 0.1,
        "from_rate": 0.1222,
    }  # fmt: skip


def test_a_year_on_has_its_rate_too(tmp_path: Path) -> None:
    """The same yuan a year later, at half the dollars, is no growth and a rate of minus half."""
    warehouse = built(
        tmp_path,
        figure("2025-02", 800, unit="CNY"),
        figure("2026-02", 800, unit="CNY"),
        *rates("2025-02", "CNY", 4),
        *rates("2026-02", "CNY", 8),
    )
    assert rows(
        warehouse,
        "select yoy_usd_change, yoy_change_constant_currency, yoy_change_from_rate, usd_change"
        " from reported where year_before_value is not null",
    ) == [
        {"yoy_usd_change": -0.5, "yoy_change_constant_currency": 0, "yoy_change_from_rate": -0.5,
         "usd_change": None}
    ]  # fmt: skip


def test_flows_take_the_average_and_stocks_the_last_day(tmp_path: Path) -> None:
    """February at 6 then 8: revenue at 7, a valuation of the 28th at 8, a run rate at 7."""
    february = rates("2026-02", "CNY", 6)
    for rate in february:
        if rate["currency"] == "CNY" and rate["rate_date"] > day("2026-02-14"):
            rate["per_eur"] = Decimal(8)
    warehouse = built(
        tmp_path,
        figure("2026-02", 10),
        figure("2026-02-28", 10, metric="valuation", basis="none"),
        figure("2026-02-28", 10, metric="arr", basis="run_rate"),
        figure("2026-02", 70, metric="other", unit="CNY"),
        figure("2026-02", 5, metric="mau", unit="users", basis="none"),
        *february,
    )
    assert rows(
        warehouse,
        "select metric, currency, value, native_unit, fx_rule from reported_in order by all",
    ) == [
        {"metric": metric, "currency": currency, "value": Decimal(value), "native_unit": native,
         "fx_rule": rule}
        for metric, currency, value, native, rule in [
            ("arr", "CNY", 70, "USD", "average of 28 daily rates"),
            ("arr", "USD", 10, "USD", "as reported"),
            ("other", "CNY", 70, "CNY", "as reported"),
            ("other", "USD", 10, "CNY", "average of 28 daily rates"),
            ("revenue", "CNY", 70, "USD", "average of 28 daily rates"),
            ("revenue", "USD", 10, "USD", "as reported"),
            ("valuation", "CNY", 80, "USD", "rate at the end, 2026-02-28"),
            ("valuation", "USD", 10, "USD", "as reported"),
        ]
    ]  # fmt: skip


def test_without_a_rate_there_is_the_reported_currency_alone(tmp_path: Path) -> None:
    """A currency nobody gave a rate for is shown as reported and in no other."""
    warehouse = built(
        tmp_path,
        figure("2026-02", 10, unit="CNY"),
        figure("2026-02", 9, metric="other", unit="HKD"),
        *rates("2026-02", "HKD", 8),
    )
    assert rows(warehouse, "select metric, currency from reported_in order by all") == [
        {"metric": "other", "currency": "HKD"},
        {"metric": "other", "currency": "USD"},
        {"metric": "revenue", "currency": "CNY"},
    ]


def test_months_change_currency_with_the_rate_before_beside(tmp_path: Path) -> None:
    """Ten dollars each month are 70 then 80 yuan, and 70 at the rate of the month before."""
    warehouse = built(
        tmp_path,
        estimate("2026-02", 10),
        estimate("2026-03", 10),
        estimate("2026-03", 5, app_id="rival", unit="CNY"),
        *rates("2026-02", "CNY", 7),
        *rates("2026-03", "CNY", 8),
    )
    assert rows(
        warehouse,
        "select app_id, month, value, value_at_rate_before, fx_rule from monthly_in"
        " where currency = 'CNY' order by all",
    ) == [
        {"app_id": "kite", "month": day("2026-02-01"), "value": 70, "value_at_rate_before": None,
         "fx_rule": "average of 28 daily rates"},
        {"app_id": "kite", "month": day("2026-03-01"), "value": 80, "value_at_rate_before": 70,
         "fx_rule": "average of 31 daily rates"},
        {"app_id": "rival", "month": day("2026-03-01"), "value": 5, "value_at_rate_before": 5,
         "fx_rule": "as stated"},
    ]  # fmt: skip


def test_a_month_s_change_is_growth_and_what_the_rate_adds(tmp_path: Path) -> None:
    """Ten dollars then eleven are a tenth more; the yuan at 8 after 7 makes 25.7% of it."""
    warehouse = built(
        tmp_path,
        estimate("2026-02", 10),
        estimate("2026-03", 11),
        estimate("2026-03", 5, app_id="rival", unit="CNY"),
        *rates("2026-02", "CNY", 7),
        *rates("2026-03", "CNY", 8),
    )
    assert rows(
        warehouse,
        "select currency, month, round(change_constant_currency, 6) as constant,"
        " round(change, 6) as change, round(change_from_rate, 6) as from_rate"
        " from monthly_in where app_id = 'kite' and change_constant_currency is not null"
        " order by all",
    ) == [
        {"currency": "CNY", "month": day("2026-03-01"), "constant": 0.1, "change": 0.257143,
         "from_rate": 0.157143},
        {"currency": "USD", "month": day("2026-03-01"), "constant": 0.1, "change": 0.1,
         "from_rate": 0},
    ]  # fmt: skip


def test_a_rate_said_later_is_not_used(tmp_path: Path) -> None:
    """Replayed on 14 February, the average is of the days up to then."""
    february = rates("2026-02", "CNY", 6)
    for rate in february:
        if rate["currency"] == "CNY" and rate["rate_date"] > day("2026-02-14"):
            rate["per_eur"] = Decimal(8)
    told = figure("2026-02", 10, as_of="2026-02-10", said_from=day("2026-02-10"))
    warehouse = built(
        tmp_path, told, figure("2026-01", 1, metric="x", unit="CNY"), *february, as_of="2026-02-14"
    )
    assert rows(
        warehouse,
        "select value, fx_rule from reported_in where currency = 'CNY' and metric = 'revenue'",
    ) == [{"value": 60, "fx_rule": "average of 14 daily rates"}]
