"""The real public figures, replayed: what could be known on a day, and what could not."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse_fixtures import (
    day,
    published,
    real_figures,
    rows,
    write_public,
    write_watchlist,
)
from warehouse.paths import Store
from warehouse.store import as_known_on

HEADLINE = {
    "app_id": "kling", "metric": "revenue", "period_start": "2026-01-01",
    "period_end": "2026-12-31", "issuer": "Goldman Sachs",
}  # fmt: skip


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse of the public figures, events and rates alone."""
    store = Store(tmp_path_factory.mktemp("seeds"))
    write_watchlist(store, headlines=[HEADLINE])
    write_public(store)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2026-11-24")
        with published(store) as connection:
            yield connection


@pytest.fixture
def on(seeds: duckdb.DuckDBPyConnection) -> Iterator[Any]:
    """The warehouse as known on a day, or now."""

    def replay(text: str | None) -> duckdb.DuckDBPyConnection:
        return as_known_on(seeds.cursor(), day(text) if text else None)

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2026-11-24")
        yield replay


def test_the_first_half_of_2026_against_the_target(on: Any) -> None:
    """At least CNY 1,500M, at least US$218.84M, 78.2% of US$280M."""
    assert rows(
        on(None),
        "select through, value, unit, value_usd, bound from reported_to_date"
        " where app_id = 'kling' and year_start = date '2026-01-01' order by through",
    ) == [
        {"through": day("2026-03-31"), "value": 650_000_000, "unit": "CNY",
         "value_usd": Decimal("93873769.50"), "bound": "at_least"},
        {"through": day("2026-06-30"), "value": 1_500_000_000, "unit": "CNY",
         "value_usd": Decimal("218839866.75"), "bound": "at_least"},
    ]  # fmt: skip
    (latest,) = rows(
        on(None),
        "select target_usd, cumulative_usd, round(share_of_target, 3) as share, cumulative_bound"
        " from pace where is_headline and is_latest_reported",
    )
    assert latest == {
        "target_usd": 280_000_000,
        "cumulative_usd": Decimal("218839866.75"),
        "share": 0.782,
        "cumulative_bound": "at_least",
    }


def test_quarters_are_converted_at_the_ecb_averages(on: Any) -> None:
    """6.92419 yuan a dollar in the first quarter of 2026, 6.80184 in the second."""
    assert on(None).execute(
        "select cast(fx_rate as decimal(18, 5)), fx_days from reported where app_id = 'kling'"
        " and metric = 'revenue' and grain = 'quarter' and period_start >= date '2026-01-01'"
        " order by period_start"
    ).fetchall() == [(Decimal("6.92419"), 63), (Decimal("6.80184"), 62)]


def test_the_year_2025_and_the_second_quarter(on: Any) -> None:
    """Full-year 2025 at least CNY 1,040M or US$145.06M; the second quarter of 2026 +30.8%."""
    assert on(None).execute(
        "select value, value_usd, bound, complete_year from reported_to_date"
        " where app_id = 'kling' and through = date '2025-12-31'"
    ).fetchall() == [(1_040_000_000, Decimal("145060613.07"), "at_least", True)]
    assert on(None).execute(
        "select round(change, 3), change_bound from quarters"
        " where app_id = 'kling' and quarter_start = date '2026-04-01'"
    ).fetchall() == [(0.308, "unknown")]


def test_goldmans_target_and_its_revisions(on: Any) -> None:
    """250M then 280M; the 260M one blog prints is a conflict that never stands."""
    assert on(None).execute(
        "select cast(value as bigint), revision_no, is_newest, is_conflict, is_headline, statements"
        " from targets where app_id = 'kling' and issuer = 'Goldman Sachs' and metric = 'revenue'"
        " and period_end = date '2026-12-31' order by first_said, value"
    ).fetchall() == [
        (250_000_000, 1, False, False, False, 1),
        (280_000_000, 2, True, False, True, 2),
        (260_000_000, None, False, True, False, 1),
    ]


def test_guidance_for_2025(on: Any) -> None:
    """60M set at the start of the year, 100M, 125M, 140M; the 60M known only that November."""
    query = (
        "select cast(value as bigint), revision_no, is_newest, is_conflict, stands_by, first_said"
        " from targets where kind = 'guidance' and app_id = 'kling' and unit = 'USD'"
        " order by stands_by"
    )
    assert on(None).execute(query).fetchall() == [
        (60_000_000, 1, False, False, day("2025-01-31"), day("2025-11-30")),
        (100_000_000, 2, False, False, day("2025-07-30"), day("2025-07-30")),
        (125_000_000, 3, False, False, day("2025-08-22"), day("2025-08-22")),
        (140_000_000, 4, True, False, day("2025-11-19"), day("2025-11-19")),
    ]
    assert on("2025-09-01").execute(query).fetchall() == [
        (100_000_000, 1, False, False, day("2025-07-30"), day("2025-07-30")),
        (125_000_000, 2, True, False, day("2025-08-22"), day("2025-08-22")),
    ]


@pytest.mark.parametrize(
    ("known_on", "headline", "reported_through", "run_rates"),
    [
        ("2025-08-21", None, None, ["2025-03-01"]),
        ("2025-08-22", 250_000_000, None, ["2025-03-01"]),
        ("2026-01-14", 250_000_000, None, ["2025-03-01"]),
        ("2026-02-13", 250_000_000, None, ["2025-03-01", "2025-12-01"]),
        ("2026-02-14", 280_000_000, None, ["2025-03-01", "2025-12-01"]),
        ("2026-03-24", 280_000_000, None, ["2025-03-01", "2025-12-01"]),
        ("2026-03-25", 280_000_000, None, ["2025-03-01", "2025-12-01", "2026-01-01"]),
        ("2026-05-27", 280_000_000, "2026-03-31",
         ["2025-03-01", "2025-12-01", "2026-01-01", "2026-03-01"]),
        ("2026-08-18", 280_000_000, "2026-03-31",
         ["2025-03-01", "2025-12-01", "2026-01-01", "2026-03-01"]),
        ("2026-08-19", 280_000_000, "2026-06-30",
         ["2025-03-01", "2025-12-01", "2026-01-01", "2026-03-01"]),
    ],
)  # fmt: skip
def test_what_was_known_on_a_day(
    on: Any, known_on: str, headline: int | None, reported_through: str | None, run_rates: list[str]
) -> None:
    """The headline target, the quarters of 2026 and the stated run rates, each from its day on."""
    warehouse = on(known_on)
    assert warehouse.execute(
        "select cast(value as bigint) from targets where is_headline"
    ).fetchall() == ([(headline,)] if headline else [])
    assert warehouse.execute(
        "select max(through) from reported_to_date"
        " where app_id = 'kling' and year_start = date '2026-01-01'"
    ).fetchone() == (day(reported_through) if reported_through else None,)
    assert warehouse.execute(
        "select month from run_rates where app_id = 'kling' order by month"
    ).fetchall() == [(day(month),) for month in run_rates]


def test_the_day_goldman_spoke(on: Any) -> None:
    """On 14 February 2026 December's > US$20M is known, the fourth quarter is not."""
    warehouse = on("2026-02-14")
    assert warehouse.execute(
        "select value_usd, bound from reported where app_id = 'kling' and metric = 'revenue'"
        " and grain = 'month' and period_start = date '2025-12-01'"
    ).fetchall() == [(20_000_000, "at_least")]
    assert warehouse.execute(
        "select max(quarter_end) from quarters where app_id = 'kling'"
    ).fetchone() == (day("2025-09-30"),)
    assert {row[0] for row in warehouse.execute(
        "select distinct state from pace where is_headline"
    ).fetchall()} == {"projected"}  # fmt: skip
    assert warehouse.execute(
        "select method, rate_month, monthly_rate_usd, rate_bound, rate_as_of from scenarios"
        " where is_headline and is_newest_rate"
    ).fetchall() == [("last_month", day("2025-12-01"), 20_000_000, "at_least", day("2026-01-15"))]


def test_what_was_expected_the_day_goldman_spoke(on: Any) -> None:
    """On 14 February 2026: each standing number for 2026, none of later, and what they make."""
    warehouse = on("2026-02-14")
    assert warehouse.execute(
        "select issuer, kind, unit, cast(value as bigint), first_said from targets"
        " where is_newest and app_id = 'kling' and metric = 'revenue'"
        " and period_end = date '2026-12-31' order by issuer"
    ).fetchall() == [
        ("Goldman Sachs", "forecast", "USD", 280_000_000, day("2026-02-14")),
        ("JPMorgan", "forecast", "CNY", 1_700_000_000, day("2026-01-05")),
    ]
    assert warehouse.execute(
        "select issuers, unit, high_usd, low_usd < high_usd, as_of from consensus"
        " where app_id = 'kling' and metric = 'revenue' and period_end = date '2026-12-31'"
    ).fetchall() == [(2, None, 280_000_000, True, day("2026-02-14"))]
    assert warehouse.execute(
        "select month, arr_usd, as_of from run_rates where app_id = 'kling' order by month desc"
    ).fetchone() == (day("2025-12-01"), 240_000_000, day("2026-01-15"))
    assert warehouse.execute(
        "select max(period_end) from reported where app_id = 'kling' and basis = 'recognised'"
        " and grain in ('quarter', 'cumulative')"
    ).fetchone() == (day("2025-09-30"),)


def test_a_target_in_yuan_takes_only_the_rates_known(on: Any) -> None:
    """On a day before its period a target takes the last rate before that day."""
    assert on("2026-01-05").execute(
        "select fx_rule from targets where issuer = 'JPMorgan' and app_id = 'kling'"
        " and metric = 'revenue' and is_newest and period_start = date '2026-01-01'"
    ).fetchall() == [("average of 2 daily rates, 2026-01-02 to 2026-01-05",)]
    assert on("2025-08-12").execute(
        "select fx_rule from targets where issuer = 'JPMorgan' and app_id = 'kling'"
        " and metric = 'revenue' and is_newest and period_start = date '2026-01-01'"
    ).fetchall() == [("rate of 2025-08-12, for none of the period is known yet",)]


@pytest.mark.parametrize(
    "known_on",
    [
        "2026-02-14",
        *(
            pytest.param(day, marks=pytest.mark.long)
            for day in ("2025-03-25", "2025-12-31", "2026-08-18")
        ),
    ],
)
def test_no_model_uses_anything_said_later(on: Any, known_on: str) -> None:
    """Whatever day is chosen, nothing dated after it is in any table."""
    warehouse = on(known_on)
    dated = warehouse.execute(
        "select view_name, list(column_name) from duckdb_views() join duckdb_columns()"
        " on table_name = view_name and duckdb_columns.schema_name = duckdb_views.schema_name"
        " where duckdb_views.schema_name = 'main' and not duckdb_views.internal"
        " and column_name in ('as_of', 'first_said', 'last_said', 'said_from', 'rate_date',"
        " 'event_date', 'newest_as_of', 'rate_as_of') and view_name not in ('loads', 'rejects')"
        " group by all"
    ).fetchall()
    assert len(dated) > 20
    for view, columns in dated:
        newest = ", ".join(f"max({column})" for column in columns)
        (found,) = warehouse.execute(f"select {newest} from {view}").fetchall()
        for column, said in zip(columns, found, strict=True):
            assert said is None or said <= day(known_on), (view, column)


def test_an_undated_page_makes_no_source_look_fresh(on: Any) -> None:
    """The age of the public figures is that of the newest one with a date of its own."""
    newest = max(row["as_of"] for row in real_figures() if row["said_from"] == row["as_of"])
    (found,) = rows(
        on(None), "select newest_as_of, age_days from freshness where source_id = 'filings'"
    )
    assert found == {"newest_as_of": newest, "age_days": (day("2026-11-24") - newest).days}
    assert newest < day("2026-11-22")


@pytest.mark.long
def test_replaying_today_is_what_is_stored(on: Any, tmp_path: Path) -> None:
    """The tables kept in a version are what a replay of that day computes."""
    stored, replayed = on(None), on("2026-11-24")
    for (model,) in stored.execute(
        "select table_name from duckdb_tables() where schema_name = 'mart'"
    ).fetchall():
        assert sorted(stored.execute(f"from {model}").fetchall(), key=repr) == sorted(
            replayed.execute(f"from {model}").fetchall(), key=repr
        ), model
