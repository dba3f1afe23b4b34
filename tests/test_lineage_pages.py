"""From a figure on a page to the row of the file: every figure that a page lists leads to one."""

import csv
import gzip
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from app_pages import figures, lineage, reader, sql_text
from tests.page_fixtures import Screen
from tests.warehouse_fixtures import day
from warehouse.paths import Store
from warehouse.store import as_known_on, newest, open_version

pytest_plugins = ["tests.page_states"]

Row = dict[str, Any]
NAMED = {"app_ids": ["kling", "jimeng"], "currency": None, "platform": "all", "country": "WW"}


@pytest.fixture(scope="module")
def connection(everything: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The tracker as it comes, real figures and samples, as known now."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2026-11-24")
        opened = open_version(newest(Store(everything)))
        yield as_known_on(opened, None)
        opened.close()


def ask(connection: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> list[Row]:
    """What a query of the pages answers."""
    cursor = connection.execute(reader.query(name), parameters)
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def behind(connection: duckdb.DuckDBPyConnection, figure: lineage.Figure) -> list[Row]:
    """The rows behind a figure, each with a file and a row in it."""
    rows = ask(connection, figure.query, **figure.parameters)
    assert rows, figure.name
    assert all(row["file"] and row["row_no"] >= 1 and row["sha256"] for row in rows), figure.name
    return rows


@pytest.mark.parametrize("view", ["level", "change", "index"])
def test_every_month_of_growth_leads_to_rows(
    connection: duckdb.DuckDBPyConnection, view: str
) -> None:
    """And what the roles add up to gives the figure that is drawn."""
    rows = ask(connection, "growth", metric="revenue", **NAMED)
    listed = figures.of_growth(rows, view)
    assert len(listed) > 40 or view == "change"
    shown = [row for row in rows if f"{row['app_id']} {row['month']}" in listed]
    for row in shown[-3:]:
        figure = listed[f"{row['app_id']} {row['month']}"]
        sums = {line["role"]: line["role_value"] for line in behind(connection, figure)}
        month = sums.pop("the month")
        assert month == row["value"]
        if view == "level":
            assert not sums
            continue
        [base] = sums.values()
        expected = {
            "change": row["mom_change"] if row["complete"] else row["mtd_change"],
            "index": None if row["index"] is None else row["index"] / 100 - 1,
        }[view]
        assert float(month / base - 1) == pytest.approx(float(expected))


def test_every_step_of_pace_leads_to_rows(connection: duckdb.DuckDBPyConnection) -> None:
    """Reported steps, each month of each way on, events, targets, their mean, and quarters."""
    target = ask(connection, "target_choices")[0]
    asked = {"target_id": target["target_id"]}
    months, paths = ask(connection, "pace", **asked), ask(connection, "paths", **asked)
    period = {key: target[key] for key in ("app_id", "metric", "period_start", "period_end")}
    days = {"from_day": period["period_start"], "through_day": period["period_end"]}
    events = ask(connection, "events", app_id=target["app_id"], **days)
    ahead = [row for row in paths if not row["is_reported"]]
    targets = ask(connection, "target_revisions", **period)
    consensus = ask(connection, "consensus", **period)[0]
    quarters = ask(
        connection, "reported", app_id=target["app_id"], metric="revenue", grain="quarter",
        basis="recognised",
    )  # fmt: skip
    listed = [
        *figures.of_pace(target, months, ahead, events).values(),
        *figures.of_targets(targets, consensus).values(),
        *figures.of_quarters(quarters, "USD").values(),
    ]
    assert events and len(listed) > 40
    # Paths differ by their last month only; all months of one are tested in test_models_lineage.
    seldom = [figure for figure in listed if figure.query != "lineage_path"]
    for figure in [*seldom, *[f for f in listed if f.query == "lineage_path"][::5]]:
        rows = behind(connection, figure)
        if figure.query == "lineage_path":
            assert sum("the target" in row["role"] for row in rows) == 1
        if figure.query == "lineage_statement":
            assert [row["role"] for row in rows].count("the statement shown") == 1


def test_every_statement_and_change_of_history_leads_to_rows(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """Single statements to their own row; a changed month to a pair of rows for each day."""
    changes = ask(connection, "restatements", app_id=None)
    widest = [row for row in changes if row["slice"] == 1]
    listed = figures.of_restatements(widest)
    for row, figure in zip(widest, listed.values(), strict=True):
        sums = {line["role"]: line["role_value"] for line in behind(connection, figure)}
        assert sums == {"said before": row["value_before"], "said then": row["value"]}
    for metric in ("revenue", "mau"):
        chosen = ask(connection, "figures_said", app_id="kling", metric=metric)[0]
        keys = ("app_id", "metric", "period_start", "period_end", "grain", "platform", "unit",
                "basis", "kind", "said_by", "scope")  # fmt: skip
        said = ask(connection, "vintages", **{key: chosen[key] for key in keys})
        for figure in figures.of_vintages(said).values():
            rows = behind(connection, figure)
            [shown] = [row for row in rows if row["role"] == "the statement shown"]
            assert shown["value"] == figure.parameters["value"]


def test_lineage_ends_in_the_bytes_of_the_file(
    connection: duckdb.DuckDBPyConnection, everything: Path
) -> None:
    """The row number names the line of the landed file that holds the figure."""
    [target] = [t for t in ask(connection, "target_choices") if t["is_headline"]]
    asked = {"target_id": target["target_id"], "method": "growth", "month": day("2026-12-01")}
    landing = Store(everything).landing
    for row in ask(connection, "lineage_path", **asked):
        with (landing / row["sha256"]).open(encoding="utf-8-sig", newline="") as handle:
            lines = list(csv.reader(handle))
        line = dict(zip(lines[0], lines[row["row_no"] - 1], strict=True))
        assert Decimal(line["value"]) == row["value"]
        assert line["source_url"] == row["address"]
    september = figures.of_growth(ask(connection, "growth", metric="revenue", **NAMED), "level")
    for row in behind(connection, september["kling 2026-09-01"])[::20]:
        lines = gzip.decompress((landing / row["sha256"]).read_bytes()).decode().splitlines()
        record = json.loads(lines[row["row_no"] - 1])
        assert record["app"] == "kling" and str(row["period_start"]) in json.dumps(record)
        assert float(row["value"]) in [v for v in record.values() if isinstance(v, float)]


def test_the_sql_shown_gives_the_rows_shown(connection: duckdb.DuckDBPyConnection) -> None:
    """What a person copies from the page runs as it is and answers the same."""
    growth = {"metric": "revenue", **NAMED}
    figure = figures.of_growth(ask(connection, "growth", **growth), "level")["kling 2026-03-01"]
    text = sql_text.asked(day("2026-04-20"), ("growth", growth), (figure.query, figure.parameters))
    assert "$" not in text
    answers = connection.cursor()
    setting, *queries = [part for part in text.split(";\n\n")]
    answers.execute("set variable today = date '2026-11-24'")
    answers.execute(setting)
    drawn = answers.execute(queries[0]).fetchall()
    assert len(drawn) == 32
    rows = answers.execute(queries[1].rstrip(";")).fetchall()
    assert len(rows) == 62 and "2026-h1.jsonl.gz" in rows[0]


def test_a_quote_in_a_name_stays_a_name() -> None:
    """Nothing that a file says becomes SQL of the text shown."""
    assert sql_text.literal("Kite's; drop") == "'Kite''s; drop'"
    assert sql_text.literal([day("2026-01-01"), None, True]) == "[date '2026-01-01', null, true]"


def test_a_choice_below_a_chart_shows_rows_files_and_changes(everything: Path) -> None:
    """Without a mouse: the list below a chart leads to file and row, terms and later changes."""
    screen = Screen(everything, "growth", as_of="2026-04-20")
    [box] = [
        box for box in screen.app.selectbox if box.key == "traced_growth_USD_net_of_store_estimate"
    ]
    assert box.label == lineage.QUESTION and box.value is None
    box.set_value("kling 2026-03-01").run()
    assert not screen.app.exception
    text = screen.text
    assert "62 rows of 1 file. In it the month: 62 rows, together 7,287,015.65 USD." in text
    [rows] = [lines for lines in screen.lists() if "File and row" in lines[0]]
    [files] = [lines for lines in screen.lists() if "Licence" in lines[0]]
    [changes] = [lines for lines in screen.lists() if "Before" in lines[0]]
    assert rows[0]["File and row"].startswith("2026-h1.jsonl.gz, row ")
    assert files[0]["Licence"] == "MIT, like this project"
    assert "12 June 2026, after the day you look from" in changes[0]["Said"]
    assert "set variable as_of = date '2026-04-20';" in screen.app.code[0].value
