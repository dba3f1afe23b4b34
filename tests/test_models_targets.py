"""Guidance and forecasts: revisions, conflicts, what stands, in dollars."""

# ruff: noqa: F811 -- a test names the fixture it takes

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse_fixtures import (  # noqa: F401
    Row,
    built,
    day,
    figure,
    november,
    published,
    rates,
    rows,
    store,
    write_snapshot,
)
from warehouse.paths import Store

pytestmark = pytest.mark.usefixtures("november")

HEADLINE = [
    {"app_id": "kite", "metric": "revenue", "period_start": "2026-01-01",
     "period_end": "2026-12-31", "issuer": "Bank"}
]  # fmt: skip


def forecast(value: float, as_of: str, **over: Any) -> Row:
    """The bank's forecast of the full year 2026."""
    over = {"kind": "forecast", "issuer": "Bank", "quality": "secondary", **over}
    return figure("2026", value, as_of=as_of, **over)


def standing(tmp_path: Path, *figures: Row, as_of: str | None = None) -> list[tuple[Any, ...]]:
    """Value, revision, superseded value, stands, conflict, conflicting values, headline."""
    warehouse = built(tmp_path, *figures, as_of=as_of, headlines=HEADLINE)
    return warehouse.execute(
        "select cast(value as integer), revision_no, cast(supersedes_value as integer), is_newest,"
        " is_conflict, conflicts_with, is_headline from targets order by first_said, value"
    ).fetchall()


def test_a_later_value_revises_the_earlier(tmp_path: Path) -> None:
    """Each value said after the other was known is the next revision; the last one stands."""
    assert standing(
        tmp_path,
        forecast(60, "2025-05-01"),
        forecast(100, "2025-07-30"),
        forecast(125, "2025-08-22"),
        forecast(140, "2025-11-19"),
    ) == [
        (60, 1, None, False, False, None, False),
        (100, 2, 60, False, False, None, False),
        (125, 3, 100, False, False, None, False),
        (140, 4, 125, True, False, None, True),
    ]


def test_values_that_cannot_be_ordered_conflict(tmp_path: Path) -> None:
    """A month-dated value is no revision of one said within that month; more statements stand."""
    within_february = {"said_from": day("2026-02-01")}
    assert standing(
        tmp_path,
        forecast(250, "2025-08-22"),
        forecast(280, "2026-02-14"),
        forecast(280, "2026-02-28", **within_february),
        forecast(260, "2026-02-28", **within_february),
    ) == [
        (250, 1, None, False, False, None, False),
        (280, 2, 250, True, False, "260.0000", True),
        (260, None, None, False, True, "280.0000", False),
    ]


def test_a_value_stands_from_the_day_it_was_set(tmp_path: Path) -> None:
    """Where a source says when, that day orders the chain; known it is from its publication."""
    set_in_january = {"set_from": day("2025-01-01"), "set_by": day("2025-01-31")}
    figures = [
        forecast(100, "2025-07-30"),
        forecast(140, "2025-11-19"),
        forecast(60, "2025-11-30", said_from=day("2025-11-01"), **set_in_january),
    ]
    assert standing(tmp_path / "a", *figures) == [
        (100, 2, 60, False, False, None, False),
        (140, 3, 100, True, False, None, True),
        (60, 1, None, False, False, None, False),
    ]
    assert standing(tmp_path / "b", *figures, as_of="2025-11-29") == [
        (100, 1, None, False, False, None, False),
        (140, 2, 100, True, False, None, True),
    ]


def test_a_value_set_on_no_known_day_still_conflicts(tmp_path: Path) -> None:
    """A year in which it may have been set leaves the order open to values said within it."""
    figures = [
        forecast(100, "2025-07-30"),
        forecast(60, "2025-11-30", set_from=day("2025-01-01"), set_by=day("2025-12-31")),
    ]
    assert [(row[0], row[4]) for row in standing(tmp_path, *figures)] == [(100, False), (60, True)]


def test_a_statement_in_two_files_counts_once(store: Store) -> None:
    """A longer copy of a file says nothing twice; who else says it still counts."""
    once = forecast(280, "2026-02-14")
    again = forecast(280, "2026-02-20", publisher="Wire")
    write_snapshot(store, "filings", observation=[once])
    write_snapshot(store, "filings", observation=[once, again])
    with published(store) as warehouse:
        assert rows(warehouse, "select statements, publishers from targets") == [
            {"statements": 2, "publishers": "Kite Ltd; Wire"}
        ]


def test_of_equal_conflicts_the_exactly_dated_stands(tmp_path: Path) -> None:
    """With as many statements each, a day is better than a month."""
    assert standing(
        tmp_path,
        forecast(70, "2025-11-30", said_from=day("2025-11-01")),
        forecast(140, "2025-11-19"),
    ) == [
        (140, 1, None, True, False, "70.0000", True),
        (70, None, None, False, True, "140.0000", False),
    ]


def test_a_weak_statement_sets_no_target(tmp_path: Path) -> None:
    """What is too weak to plot is no target, and does not count for one."""
    assert standing(
        tmp_path, forecast(280, "2026-02-14"), forecast(350, "2026-03-01", quality="weak")
    ) == [(280, 1, None, True, False, None, True)]


def test_a_target_stands_until_its_revision_is_known(tmp_path: Path) -> None:
    """Replayed a day earlier, the older value is the one that stands."""
    figures = (forecast(250, "2025-08-22"), forecast(280, "2026-02-14"))
    assert standing(tmp_path / "before", *figures, as_of="2026-02-13") == [
        (250, 1, None, True, False, None, True)
    ]
    assert standing(tmp_path / "after", *figures, as_of="2026-02-14")[-1] == (
        280, 2, 250, True, False, None, True,
    )  # fmt: skip


def test_issuers_kinds_and_units_have_their_own_chains(tmp_path: Path) -> None:
    """A bank's forecast never revises the company's guidance, nor dollars a target in yuan."""
    rows_of_targets = standing(
        tmp_path,
        forecast(1, "2026-01-01"),
        forecast(2, "2026-01-02", issuer="Other"),
        forecast(3, "2026-01-03", kind="guidance"),
        forecast(4, "2026-01-04", unit="CNY"),
    )
    assert [(row[1], row[3]) for row in rows_of_targets] == [(1, True)] * 4


def test_a_target_shows_who_said_it(tmp_path: Path) -> None:
    """A target has a stable name, its statements counted, and the preferred one's address."""
    warehouse = built(
        tmp_path,
        forecast(280, "2026-02-14", publisher="STCN", address="https://stcn.example"),
        forecast(280, "2026-02-20", publisher="Wire", address="https://wire.example"),
    )
    assert rows(
        warehouse,
        "select target_id, first_said, last_said, statements, publishers, publisher, address,"
        " fx_rate, fx_rule, value_usd from targets",
    ) == [
        {
            "target_id": "kite:revenue:2026:bank:USD:280:2026-02-14",
            "first_said": day("2026-02-14"),
            "last_said": day("2026-02-20"),
            "statements": 2,
            "publishers": "STCN; Wire",
            "publisher": "STCN",
            "address": "https://stcn.example",
            "fx_rate": 1,
            "fx_rule": "stated in US dollars",
            "value_usd": Decimal("280.00"),
        }
    ]


def test_a_target_is_converted_at_the_days_known(tmp_path: Path) -> None:
    """A target takes the known days of its period; with none yet, the last rate before it."""
    figures = [
        forecast(840, "2025-12-01", unit="CNY"),
        *rates("2025-12", "CNY", 6),
        *rates("2026-01", "CNY", 7),
        *rates("2026-02", "CNY", 8),
    ]
    query = "select fx_rate, fx_rule, value_usd from targets"
    assert rows(built(tmp_path / "a", *figures, as_of="2025-12-20"), query) == [
        {"fx_rate": 6, "value_usd": Decimal("140.00"),
         "fx_rule": "rate of 2025-12-20, for none of the period is known yet"}
    ]  # fmt: skip
    assert rows(built(tmp_path / "b", *figures, as_of="2026-01-31"), query) == [
        {"fx_rate": 7, "value_usd": Decimal("120.00"),
         "fx_rule": "average of 31 daily rates, 2026-01-01 to 2026-01-31"}
    ]  # fmt: skip
