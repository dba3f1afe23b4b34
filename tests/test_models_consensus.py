"""Consensus: computed from the newest forecast of each issuer, never typed in."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse_fixtures import Row, built, day, figure, november, rates, rows  # noqa: F401

pytestmark = pytest.mark.usefixtures("november")


def forecast(issuer: str, value: float, as_of: str, **over: Any) -> Row:
    """One bank's forecast of the full year 2026."""
    return figure("2026", value, kind="forecast", issuer=issuer, as_of=as_of, **over)


STATISTICS = (
    "select issuers, unit, cast(mean as double) as mean, cast(median as double) as median,"
    " cast(high as double) as high, cast(low as double) as low from consensus"
)


def test_the_newest_of_each_issuer_counts_once(tmp_path: Path) -> None:
    """A revision replaces its issuer's earlier number; guidance, press and weak rows are out."""
    figures = [
        forecast("A", 100, "2026-01-01"),
        forecast("A", 120, "2026-03-01", bound="at_least"),
        forecast("B", 200, "2026-01-15"),
        forecast("C", 130, "2026-02-01"),
        forecast("D", 999, "2026-02-02", quality="weak"),
        figure("2026", 500, kind="guidance", issuer="Kite", as_of="2026-01-01"),
        figure("2026", 700, kind="press", as_of="2026-02-01"),
    ]
    (row,) = rows(built(tmp_path / "a", *figures), "from consensus")
    assert row == {
        "app_id": "kite", "metric": "revenue", "period_start": day("2026-01-01"),
        "period_end": day("2026-12-31"), "basis": "recognised", "scope": None, "issuers": 3,
        "issuer_names": "A; B; C", "unit": "USD", "mean": 150, "median": 130, "high": 200,
        "low": 120, "mean_usd": 150, "median_usd": 130, "high_usd": 200, "low_usd": 120,
        "bound": "at_least", "oldest_as_of": day("2026-01-15"), "as_of": day("2026-03-01"),
        "illustrative": False,
    }  # fmt: skip
    assert rows(built(tmp_path / "b", *figures, as_of="2026-01-31"), STATISTICS) == [
        {"issuers": 2, "unit": "USD", "mean": 150, "median": 150, "high": 200, "low": 100}
    ]


def test_two_currencies_meet_in_dollars(tmp_path: Path) -> None:
    """Without one currency there are dollars only, each at the rate of its target."""
    warehouse = built(
        tmp_path,
        forecast("A", 100, "2026-01-01"),
        forecast("B", 1400, "2026-01-15", unit="CNY"),
        *rates("2026-01", "CNY", 7),
    )
    assert rows(warehouse, "select unit, mean, median, mean_usd, low_usd from consensus") == [
        {"unit": None, "mean": None, "median": None, "mean_usd": Decimal(150),
         "low_usd": Decimal(100)}
    ]  # fmt: skip


def test_an_issuer_with_two_currencies_is_one(tmp_path: Path) -> None:
    """The number set last counts for it, whatever its currency."""
    warehouse = built(
        tmp_path,
        forecast("A", 100, "2026-01-01"),
        forecast("A", 1400, "2026-01-15", unit="CNY"),
        *rates("2026-01", "CNY", 7),
    )
    assert rows(warehouse, "select issuers, unit, mean_usd from consensus") == [
        {"issuers": 1, "unit": "CNY", "mean_usd": Decimal(200)}
    ]


def test_shares_and_money_are_no_consensus_together(tmp_path: Path) -> None:
    """Each metric, unit and scope of what is not money has its own."""
    share = {"metric": "share_pct", "unit": "percent", "basis": "none"}
    warehouse = built(
        tmp_path,
        forecast("A", 100, "2026-01-01"),
        forecast("A", 10, "2026-01-01", scope="world", **share),
        forecast("B", 20, "2026-01-01", scope="world", **share),
        forecast("B", 90, "2026-01-01", scope="home", **share),
    )
    assert warehouse.execute(
        "select metric, scope, issuers, cast(mean as double), mean_usd is null from consensus"
        " order by metric, scope"
    ).fetchall() == [
        ("revenue", None, 1, 100, False),
        ("share_pct", "home", 1, 90, True),
        ("share_pct", "world", 2, 15, True),
    ]
