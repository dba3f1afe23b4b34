"""Lineage: every figure leads to the rows of the files it was made from, and they add up to it."""

# ruff: noqa: F811 -- a test names the fixture it takes

from pathlib import Path

import pytest

from tests.warehouse_fixtures import (  # noqa: F401
    built,
    day,
    days,
    estimate,
    figure,
    november,
    published,
    real_figures,
    real_rates,
    rows,
    store,
    write_snapshot,
)
from warehouse.paths import Store

pytestmark = pytest.mark.usefixtures("november")

GROWTH = (
    "select cast(column_name as varchar) as figure, role, said_platform, period_start,"
    " cast(value as double) as value, file, row_no from lineage_of_growth"
    " where month = date '2026-02-01' and platform = '{}' order by all"
)
KEYS = "app_id, metric, month, platform, country, unit, basis"


def test_a_statement_leads_to_its_file_and_row(store: Store) -> None:
    """Who said it, on what terms, in which row of which file, and what it was changed to."""
    first = write_snapshot(
        store, "vendor", name="feb.csv",
        observation=[estimate("2025-12", 7), estimate("2026-01", 10, as_of="2026-02-05")],
    )  # fmt: skip
    write_snapshot(
        store, "vendor", name="may.csv", observation=[estimate("2026-01", 13, as_of="2026-05-05")]
    )
    told = "from lineage where period_start = date '2026-01-01' order by as_of"
    before, after = rows(published(store), told)
    assert before["snapshot_id"] == first
    assert (before["file"], before["row_no"], before["producer"]) == ("feb.csv", 3, "Vendor")
    assert (before["changed_on"], before["changed_to"], before["changed_in"]) == (
        day("2026-05-05"), 13, "may.csv",
    )  # fmt: skip
    assert (after["file"], after["row_no"], after["changed_on"]) == ("may.csv", 2, None)
    (then,) = rows(published(store, "2026-04-01"), told)
    assert (then["value"], then["changed_on"]) == (10, None)


def test_a_change_has_the_statements_of_both_months(store: Store) -> None:
    """Only those that stand: of a month said twice the later, and its file."""
    write_snapshot(
        store, "vendor", name="one.csv",
        observation=[estimate("2026-01", 10), estimate("2026-02", 20)],
    )  # fmt: skip
    write_snapshot(
        store, "vendor", name="two.csv", observation=[estimate("2026-01", 16, as_of="2026-03-01")]
    )
    found = rows(published(store), GROWTH.format("ios"))
    january = {
        "said_platform": "ios", "period_start": day("2026-01-01"), "value": 16.0,
        "file": "two.csv", "row_no": 2,
    }  # fmt: skip
    february = {
        "said_platform": "ios", "period_start": day("2026-02-01"), "value": 20.0,
        "file": "one.csv", "row_no": 3,
    }  # fmt: skip
    assert found == [
        {"figure": "index", "role": "the month", **february},
        {"figure": "index", "role": "the month that is 100", **january},
        {"figure": "mom_change", "role": "the month", **february},
        {"figure": "mom_change", "role": "the month before", **january},
        {"figure": "value", "role": "the month", **february},
    ]


def test_a_sum_over_days_and_platforms_has_a_row_each(store: Store) -> None:
    """A platform "all" that was added up leads to every day of every platform."""
    feed = [
        *days("2026-01-01", [1] * 31), *days("2026-02-01", [2] * 28),
        *days("2026-01-01", [1] * 31, platform="android"),
        *days("2026-02-01", [3] * 28, platform="android"),
    ]  # fmt: skip
    write_snapshot(store, "vendor", observation=feed)
    found = rows(published(store), GROWTH.format("all"))
    month = [row for row in found if row["figure"] == "value"]
    assert len({(row["said_platform"], row["row_no"]) for row in month}) == len(month) == 56
    assert sum(row["value"] for row in month) == 28 * 5
    before = [row for row in found if row["role"] == "the month before"]
    assert sum(row["value"] for row in before) == 62


def test_a_running_month_leads_to_the_same_days_before(store: Store) -> None:
    """The like-for-like change has the days it compares, though the month was stated too."""
    feed = [*days("2026-01-01", range(1, 32)), *days("2026-02-01", [9] * 5)]
    feed.append(estimate("2026-01", 500, as_of="2026-02-02"))
    write_snapshot(store, "vendor", observation=feed)
    found = [
        row for row in rows(published(store), GROWTH.format("ios")) if row["figure"] == "mtd_change"
    ]
    before = [row["value"] for row in found if row["role"] == "the same days of the month before"]
    assert sorted(before) == [1, 2, 3, 4, 5]
    assert [row["value"] for row in found if row["role"] == "the month"] == [9] * 5


def test_the_statements_of_every_month_add_up_to_it(store: Store) -> None:
    """With days, months, part months, scopes and a contradiction: nothing twice or lost."""
    feed = [
        *days("2026-01-01", [1] * 31), estimate("2026-01", 40, as_of="2026-02-03"),
        *days("2026-02-01", [2] * 9), *days("2026-02-03", [7, 8], as_of="2026-02-12"),
        estimate("2026-01", 11, platform="android"), estimate("2026-02", 12, platform="android"),
        estimate("2025-12", 5, scope="games"), estimate("2025-12", 3), estimate("2025-12", 4),
    ]  # fmt: skip
    write_snapshot(store, "vendor", observation=feed)
    differing = (
        f"with told as (select {KEYS}, sum(value) as value from lineage_of_growth"
        f" where column_name = 'value' group by {KEYS})"
        f" select g.*, t.value as told from growth as g left join told as t using ({KEYS})"
        " where t.value is distinct from g.value"
    )
    connection = published(store)
    assert rows(connection, differing) == []
    assert rows(connection, "select count(*) as months from growth")[0]["months"] >= 5


def test_a_projection_leads_to_what_it_goes_on_from(tmp_path: Path) -> None:
    """Reported quarters, both quarters of the growth that is repeated, and the target itself."""
    target = figure(
        "2026", 100, kind="forecast", issuer="Bank", as_of="2026-01-05", source_id="filings"
    )
    reported = [figure("2025-Q4", 8), figure("2026-Q1", 10), figure("2026-Q2", 20)]
    connection = built(tmp_path, *reported, target)
    asked = (
        "select role, period_start, cast(value as double) as value, row_no from lineage_of_paths"
        " where method = '{}' and month = date '{}' order by all"
    )
    floor = {
        "role": "reported quarter",
        "period_start": day("2026-01-01"),
        "value": 10.0,
        "row_no": 3,
    }
    second = {**floor, "period_start": day("2026-04-01"), "value": 20.0, "row_no": 4}
    aim = {"role": "the target", "period_start": day("2026-01-01"), "value": 100.0, "row_no": 5}
    assert rows(connection, asked.format("growth", "2026-03-01")) == [floor, aim]
    assert rows(connection, asked.format("growth", "2026-12-01")) == [
        floor, second, {**floor, "role": "the quarter before it"},
        {**second, "role": "the rate gone on from"}, aim,
    ]  # fmt: skip
    assert rows(connection, asked.format("reported_only", "2026-12-01")) == [floor, second, aim]


def test_a_share_of_the_year_before_leads_to_its_quarters(tmp_path: Path) -> None:
    """All four of them, at a quarter's end alone; a later restatement of one dates the step."""
    target = figure(
        "2026", 100, kind="forecast", issuer="Bank", as_of="2026-01-05", source_id="filings"
    )
    before = [figure(f"2025-Q{number}", 10 * number) for number in (1, 2, 3, 4)]
    restated = figure("2025-Q2", 21, as_of="2026-08-20")
    connection = built(tmp_path, *before, figure("2026-Q1", 11), target, restated)
    used = (
        "select cast(value as double) as value from lineage_of_paths where method = 'reported_only'"
        " and role = 'share of the year before' and month = date '{}' order by period_start"
    )
    assert rows(connection, used.format("2026-02-01")) == []
    four = [{"value": value} for value in (10.0, 21.0, 30.0, 40.0)]
    assert rows(connection, used.format("2026-03-01")) == four
    assert rows(connection, used.format("2026-12-01")) == four
    dated = "select as_of from paths where method = 'reported_only' and month = date '2026-03-01'"
    assert rows(connection, dated) == [{"as_of": day("2026-08-20")}]


def test_every_projection_of_the_real_figures_has_its_rate(tmp_path: Path) -> None:
    """No path goes on from a rate that leads to no row, and each target leads to one."""
    rates = [{**row, "source_id": "rates"} for row in real_rates("2025-06-01")]
    connection = built(tmp_path, *real_figures(), *rates, apps=_companies())
    without = (
        "select target_id, method, month from paths where not is_reported"
        " and method <> 'reported_only' except select target_id, method, month"
        " from lineage_of_paths where role in ('the rate gone on from', 'the year before')"
    )
    assert rows(connection, without) == []
    aims = rows(
        connection,
        "select target_id, method, month from paths except"
        " select target_id, method, month from lineage_of_paths where role = 'the target'",
    )
    assert aims == []
    assert len(rows(connection, "from paths")) > 100


def _companies() -> list[dict[str, object]]:
    ids = sorted({str(row["app_id"]) for row in real_figures()})
    return [
        {"app_id": name, "name_en": name, "name_zh": None, "kind": "app", "publisher": None,
         "ticker": None, "position": place, "tracked": True, "colour": None}
        for place, name in enumerate(ids)
    ]  # fmt: skip
