"""Files taken out of a chart: its numbers, its sources and meanings, and nothing that can run."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from app_pages import export_lines, exports, reader, take_out
from warehouse.paths import Store
from warehouse.store import as_known_on, newest, open_version

pytest_plugins = ["tests.page_states"]

Row = dict[str, Any]


class Opened:
    """What a page asks, without a page."""

    knowledge_date: date | None = None
    today = date(2026, 11, 24)

    def __init__(self, version: Path) -> None:
        self.version = version
        self._connection = as_known_on(open_version(version), None)

    def rows(self, name: str, **parameters: Any) -> list[Row]:
        """The rows of a query of the pages."""
        cursor: duckdb.DuckDBPyConnection = self._connection.execute(reader.query(name), parameters)
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

    rows_now = rows


@pytest.fixture(scope="module")
def opened(everything: Path) -> Iterator[Any]:
    """The tracker as it comes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2026-11-24")
        yield Opened(newest(Store(everything)))


def plain(rows: Sequence[Row], **over: Any) -> exports.Taken:
    """A file of these lines."""
    asked: Row = {
        "name": "a/b: c", "title": "T", "note": "N", "rows": rows, "definitions": {"value": "=it"},
        "sources": [], "knowledge_date": None, "today": date(2026, 11, 24), "version": "v1.duckdb",
    }  # fmt: skip
    return exports.Taken(**{**asked, **over})


def sheets(taken: exports.Taken) -> dict[str, list[Row]]:
    """Each sheet of the workbook as rows of its columns."""
    book = openpyxl.load_workbook(io.BytesIO(exports.xlsx_bytes(taken)))
    found = {}
    for sheet in book.worksheets:
        names, *lines = [[cell.value for cell in line] for line in sheet.iter_rows()]
        assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)
        found[sheet.title] = [dict(zip(names, line, strict=True)) for line in lines]
    return found


def lines_of(taken: exports.Taken) -> list[Row]:
    """The lines of the CSV."""
    return list(csv.DictReader(io.StringIO(exports.csv_bytes(taken).decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-5.25", "-5.25"),
        (Decimal("-5.25"), Decimal("-5.25")),
        ("Kling 可靈", "Kling 可靈"),
        (None, None),
    ],
)
def test_a_cell_cannot_run_in_a_spreadsheet(value: object, written: object) -> None:
    """Text that begins like a formula is defused; negative numbers stay numbers."""
    assert exports.cell(value) == written


def test_no_cell_of_a_file_can_run() -> None:
    """Neither in the lines nor among sources and meanings; numbers stay numbers that add up."""
    row = {"value": Decimal("-1.50"), "note": "=1+1", "said": "\tx", "bad": "a\x07b"}
    taken = plain([row], sources=[{"source": "@s", "producer": "-p"}], link="=evil")
    [line] = lines_of(taken)
    assert (line["value"], line["note"], line["said"]) == ("-1.50", "'=1+1", "'\tx")
    book = sheets(taken)
    assert book["data"][0]["value"] == -1.5
    assert book["data"][0]["note"] == "'=1+1" and book["data"][0]["bad"] == "ab"
    assert book["sources"][0]["source"] == "'@s" and book["sources"][0]["producer"] == "'-p"
    assert book["definitions"] == [{"column": "value", "meaning": "'=it"}]
    assert {"about": "link to the view", "this file": "'=evil"} in book["about"]


def test_a_file_says_what_it_was_read_from() -> None:
    """Each line of a CSV carries the knowledge date and the version, also when there is no row."""
    rows = [{"app": "kling", "value": Decimal("1.50"), "note": "=x"}]
    taken = plain(rows, knowledge_date=date(2026, 2, 14))
    text = exports.csv_bytes(taken).decode("utf-8-sig")
    assert text == "app,value,note,known_on,version\r\nkling,1.50,'=x,2026-02-14,v1.duckdb\r\n"
    assert exports.csv_bytes(plain([])).decode("utf-8-sig") == "known_on,version\r\n"


def test_invented_figures_are_marked_in_names_and_lines() -> None:
    """The file, the sheet and each line say so; a file without any says nothing of it."""
    rows = [{"value": 1, "illustrative": True}, {"value": 2, "illustrative": False}]
    taken = plain(rows)
    assert taken.file_name("csv") == "a-b-c_illustrative.csv"
    book = sheets(taken)
    assert [line["illustrative"] for line in book["data ILLUSTRATIVE"]] == [True, False]
    assert book["about"][2] == {
        "about": "illustrative",
        "this file": "yes, some figures are invented",
    }
    real = plain(rows[1:])
    assert real.file_name("xlsx") == "a-b-c.xlsx" and "data" in sheets(real)


@pytest.mark.parametrize("view", ["level", "change", "index"])
def test_growth_takes_out_what_its_chart_shows(opened: Any, view: str) -> None:
    """Every number of both files equals the warehouse's; sources with terms; every column meant."""
    asked = {
        "app_ids": ["kling", "jimeng"],
        "metric": "revenue",
        "platform": "all",
        "country": "WW",
        "currency": None,
    }
    rows = opened.rows("growth", **asked)
    taken = take_out.taken(
        opened, "g", ("T", "N"), export_lines.of_growth(rows, view),
        ("growth", "monthly", "monthly_in"),
        {**export_lines.SHOWN, "app": "the app", "view": "which"},
    )  # fmt: skip
    book = sheets(taken)
    drawn = [
        row[{"level": "value", "change": "mom_change", "index": "index"}[view]] for row in rows
    ]
    drawn = [
        row["mtd_change"] if view == "change" and not row["complete"] else value
        for row, value in zip(rows, drawn, strict=True)
    ]
    for found in (lines_of(taken), book["data ILLUSTRATIVE"]):
        assert [number(line["shown"]) for line in found] == [number(value) for value in drawn]
        assert [number(line["value"]) for line in found] == [number(row["value"]) for row in rows]
        assert all(str(line["illustrative"]).lower() == "true" for line in found)
    [source] = book["sources"]
    assert (source["source"], source["illustrative"]) == ("sample-daily", "yes, invented")
    assert source["licence"] == "MIT, like this project" and source["address"]
    assert [d["column"] for d in book["definitions"]] == list(book["data ILLUSTRATIVE"][0])
    assert all(d["meaning"] for d in book["definitions"])
    about = {line["about"]: line["this file"] for line in book["about"]}
    assert about["knowledge date"] == "2026-11-24 (today, not fixed)"
    assert about["warehouse version"] == opened.version.name


def test_pace_takes_out_every_point_and_its_sources(opened: Any) -> None:
    """The last reported step, each way on, and the source the statements came from."""
    target = opened.rows("target_choices")[0]
    asked = {"target_id": target["target_id"]}
    months, paths = opened.rows("pace", **asked), opened.rows("paths", **asked)
    ahead = [row for row in paths if not row["is_reported"]]
    lines = export_lines.of_pace(months, ahead, target)
    named = opened.rows("path_sources", **asked)
    taken = take_out.taken(
        opened, "p", ("T", "N"), lines, ("pace", "paths"), export_lines.SHOWN, named
    )
    book = sheets(taken)
    found = {(line["series"], line["month"].date()): line["shown"] for line in book["data"]}
    for row in months:
        if row["state"] == "reported" and row["cumulative"] is not None:
            assert number(found["reported", row["month"]]) == number(row["cumulative"])
    ends = [row for row in ahead if row["month"] == date(2026, 12, 1)]
    drawn = {
        line["series"]: line for line in book["data"] if line["month"].date() == ends[0]["month"]
    }
    shown = sorted(number(line["shown"]) for name, line in drawn.items() if name.startswith("if "))
    assert shown == sorted(number(row["cumulative"]) for row in ends) and len(ends) == 5
    feed, *pages = book["sources"]
    assert feed["source"] == "disclosures" and feed["licence"]
    assert {page["address"] for page in pages} == {row["address"] for row in named} != set()
    assert all(definition["meaning"] for definition in book["definitions"])


def test_statements_take_out_the_pages_they_were_read_in(opened: Any) -> None:
    """Beside the source each address; what is drawn of the targets, and their consensus."""
    target = opened.rows("target_choices")[0]
    period = {key: target[key] for key in ("app_id", "metric", "period_start", "period_end")}
    rows = opened.rows("target_revisions", **period)
    [consensus] = opened.rows("consensus", **period)
    lines = export_lines.of_targets(rows, consensus)
    assert [line["shown"] for line in lines[: len(rows)]] == [row["value_usd"] for row in rows]
    assert [line["kind"] for line in lines[len(rows) :]] == [
        "consensus, low", "consensus, mean", "consensus, high",
    ]  # fmt: skip
    taken = take_out.taken(opened, "t", ("T", "N"), lines, ("targets",), export_lines.SHOWN)
    addresses = {source["address"] for source in sheets(taken)["sources"]}
    assert {row["address"] for row in rows} <= addresses
    assert all(text for text in taken.definitions.values())


def number(value: Any) -> float | None:
    """A number of a file, as it is compared."""
    if isinstance(value, datetime):
        raise TypeError(value)
    return None if value in (None, "") else round(float(value), 9)
