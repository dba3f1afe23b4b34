"""Checks: each sentence catches what breaks it, and says where."""

from collections.abc import Iterator

import duckdb
import pytest

from warehouse import build, checks
from warehouse.errors import CheckFailed
from warehouse.store import scratch

OBSERVATION = """
insert into raw.observation by name
select 'kite' as app_id, 'revenue' as metric, date '2026-01-01' as period_start,
    date '2026-01-31' as period_end, 'month' as grain, 'ios' as platform, 'US' as country,
    1 as value, 'USD' as unit, 'gross' as basis, 'estimate' as kind, 'exact' as bound,
    date '2026-02-05' as said_from, date '2026-02-05' as as_of, 'vendor' as source_id,
    's1' as snapshot_id, 2 as row_no
"""
SNAPSHOT = """
insert into raw.snapshot by name
select 's1' as snapshot_id, 'vendor' as source_id, timestamp '2026-02-05' as fetched_at,
    1 as rows_read, 1 as rows_accepted, 0 as rows_rejected, 0 as rows_duplicate,
    false as illustrative, 'accepted' as outcome
"""
SOURCE = """
insert into raw.source by name
select 'vendor' as source_id, 'snapshot' as format, false as illustrative, true as enabled
"""
BREAKS = {
    "no_figure_is_known_before_it_was_said":
        "update raw.observation set said_from = date '2026-02-06'",
    "no_estimate_or_report_is_said_before_its_period_begins":
        "update raw.observation set said_from = date '2025-12-31', as_of = date '2025-12-31'",
    "no_period_ends_before_it_begins":
        "update raw.observation set period_end = date '2025-12-31'",
    "accepted_rejected_and_duplicate_rows_add_up_to_rows_read":
        "update raw.snapshot set rows_rejected = 1",
    "each_snapshot_is_held_once": SNAPSHOT,
    "every_row_belongs_to_a_snapshot_that_was_accepted":
        "update raw.snapshot set outcome = 'refused'",
    "every_accepted_snapshot_has_its_rows": "delete from raw.observation",
    "monthly_has_one_row_per_key": "insert into mart.monthly from mart.monthly",
    "growth_has_the_rows_of_monthly": "delete from mart.growth",
    "each_series_comes_from_one_source":
        "insert into mart.monthly select * replace ('other' as source_id, 'JP' as country)"
        " from mart.monthly; insert into mart.growth from mart.growth",
    "a_part_month_has_no_month_over_month_change":
        "update mart.growth set complete = false, mom_change = 1",
    "a_complete_month_has_all_its_days": "update mart.monthly set days_covered = 30",
    "users_are_never_added_over_platforms":
        "update mart.monthly set derived = true, unit = 'users', basis = 'none'",
    "a_company_figure_is_shown_once": "insert into mart.statements from mart.statements",
    "a_weak_statement_is_never_preferred": "update mart.statements set quality = 'weak'",
    "each_target_has_its_own_name": "insert into mart.targets from mart.targets",
    "an_issuer_has_one_standing_target":
        "insert into mart.targets select * replace ('other' as target_id) from mart.targets",
    "pace_has_one_row_per_target_and_month": "insert into mart.pace from mart.pace",
    "the_even_path_ends_at_the_target": "update mart.pace set even_path_usd = 2",
    "dollars_come_from_a_stated_rate": "update mart.reported set fx_rate = null",
    "nothing_is_used_that_was_said_after_the_knowledge_date":
        "update mart.monthly set as_of = date '2027-01-01'",
}  # fmt: skip


@pytest.fixture(scope="module")
def whole() -> duckdb.DuckDBPyConnection:
    """A draft with a month of an estimate, a reported quarter and a target."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2026-11-24")
        connection = scratch()
    build.create_raw(connection)
    for statement in (SNAPSHOT, SOURCE, OBSERVATION):
        connection.execute(statement)
    connection.execute(
        OBSERVATION.replace("'vendor'", "'filings'")
        .replace("'estimate'", "'reported'")
        .replace("'gross'", "'recognised'")
        .replace("'ios'", "'all'")
        .replace("'US'", "'WW'")
    )
    connection.execute(SOURCE.replace("vendor", "filings").replace("'snapshot'", "'disclosures'"))
    connection.execute(
        "insert into raw.observation select * replace ('forecast' as kind, 'Bank' as issuer,"
        " date '2026-12-31' as period_end, 'year' as grain) from raw.observation"
        " where source_id = 'filings'"
    )
    build.build(connection, fresh=True)
    return connection


@pytest.fixture
def draft(whole: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The draft, and what a test does to it undone."""
    whole.begin()
    yield whole
    whole.rollback()


def test_there_is_a_test_for_every_check() -> None:
    """No sentence goes untested."""
    assert sorted(BREAKS) == checks.names()


def test_a_sound_draft_passes(draft: duckdb.DuckDBPyConnection) -> None:
    """All sentences hold of ordinary rows."""
    for model in ("monthly", "growth", "statements", "reported", "targets", "pace"):
        assert draft.execute(f"select count(*) > 0 from mart.{model}").fetchone() == (True,), model
    checks.run(draft)


@pytest.mark.parametrize("sentence", sorted(BREAKS))
def test_a_check_catches_what_breaks_it(draft: duckdb.DuckDBPyConnection, sentence: str) -> None:
    """Each sentence fails on rows that break it."""
    draft.execute(BREAKS[sentence])
    query = (checks.HERE / f"{sentence}.sql").read_text(encoding="utf-8")
    assert draft.execute(query).fetchall() != []
    with pytest.raises(CheckFailed, match="Nothing was published"):
        checks.run(draft)


def test_a_failed_check_shows_its_first_rows(draft: duckdb.DuckDBPyConnection) -> None:
    """The sentence, the file and up to three rows are in the message."""
    draft.execute(BREAKS["accepted_rejected_and_duplicate_rows_add_up_to_rows_read"])
    with pytest.raises(CheckFailed) as failed:
        checks.run(draft)
    assert str(failed.value) == (
        "A check failed: accepted rejected and duplicate rows add up to rows read"
        " (warehouse/checks/accepted_rejected_and_duplicate_rows_add_up_to_rows_read.sql; first"
        " rows: snapshot_id=s1, name=None, rows_read=1, rows_accepted=1, rows_rejected=1,"
        " rows_duplicate=0). Nothing was published. Correct or withdraw the snapshot that brings"
        " these rows."
    )
