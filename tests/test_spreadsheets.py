"""An .xlsx workbook with one table loads like a CSV file; what could mean two things is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ingest.formats import FORMATS
from ingest.formats.opened import open_file
from ingest.unpack import Unreadable
from tests.ingest_fixtures import Desk

pytestmark = pytest.mark.usefixtures("on_one_core")

HEADER = "app metric period platform country value as_of".split()
ROW = ["kling", "revenue", "2026-01", "ios", "US", 100.5, date(2026, 2, 3)]
LOADED = ("kling", "revenue", "2026-01-01", "ios", "US", "100.5000")
SENSOR_TOWER = """
[[source]]
id = "tower"
producer = "Sensor Tower"
format = "sensor_tower"
unit = "USD"
basis = "net_of_store"
as_of = 2026-11-02
other_apps = "leave out"
"""


def workbook(*rows: list[Any], change: Callable[[Workbook], object] = lambda book: None) -> bytes:
    """The bytes of a workbook with these rows on its one sheet, changed before it is saved."""
    book = Workbook()
    assert book.active is not None
    book.active.title = "Figures"
    for row in rows:
        book.active.append(row)
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def patched(
    content: bytes, old: bytes, new: bytes, part: str = "xl/worksheets/sheet1.xml"
) -> bytes:
    """The workbook with a text of one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            text = before.read(entry)
            if entry.filename == part:
                assert old in text, text
                text = text.replace(old, new)
            after.writestr(entry, text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def test_a_workbook_loads_like_the_same_csv(desk: Desk) -> None:
    """Its name does not matter; rows are counted as the sheet numbers them, blank ones too."""
    content = workbook(HEADER, [], ROW, ["nobody", *ROW[1:]])
    outcome, said = desk.outcome("export.csv", content, "tolerant")
    assert (outcome, "(row 4)" in said) == ("accepted_in_part", True)
    assert desk.values("tolerant") == [LOADED]
    assert desk.rows("select row_no from raw.observation") == [(3,)]


@pytest.mark.parametrize(
    ("value", "loaded"),
    [
        (0.1 + 0.2, "0.3000"),
        (1234567.89, "1234567.8900"),
        (70, "70.0000"),
        ("70.25", "70.2500"),
        (2.5e11, "250000000000.0000"),
    ],
)
def test_a_number_is_what_the_sheet_shows(desk: Desk, value: object, loaded: str) -> None:
    """No noise of binary fractions, no exponent, no rounding to the cell's format."""
    desk.drop("a.xlsx", workbook(HEADER, [*ROW[:5], value, ROW[6]]))
    desk.run()
    assert desk.values() == [(*LOADED[:5], loaded)]


@pytest.mark.parametrize(
    ("number_format", "grain", "end"),
    [
        ("mmm-yy", "month", "2026-01-31"),
        ("yyyy-mm", "month", "2026-01-31"),
        ('yyyy"年"m"月"', "month", "2026-01-31"),
        ("yyyy", "year", "2026-12-31"),
        ("yyyy-mm-dd", "day", "2026-01-01"),
        ("[$-409]d mmm yy;@", "day", "2026-01-01"),
    ],
)
def test_a_month_typed_into_a_cell_stays_a_month(
    desk: Desk, number_format: str, grain: str, end: str
) -> None:
    """A program turns 2026-01 into a date and shows Jan-26: that is no figure of one day."""

    def shown(book: Workbook) -> None:
        assert book.active is not None
        book.active["C2"].number_format = number_format

    content = workbook(HEADER, [*ROW[:2], datetime(2026, 1, 1), *ROW[3:]], change=shown)
    desk.drop("a.xlsx", content)
    desk.run()
    assert desk.rows("select grain, period_end::varchar from raw.observation") == [(grain, end)]


def second_sheet(book: Workbook) -> None:
    book.create_sheet("Notes")["A1"] = "x"


def hide_first(book: Workbook) -> None:
    book.create_sheet("Empty")
    book.worksheets[0].sheet_state = "hidden"


REFUSED: dict[str, tuple[bytes, str]] = {
    "two sheets": (
        workbook(HEADER, ROW, change=second_sheet),
        "2 sheets hold something: 'Figures', 'Notes'",
    ),
    "all hidden": (
        workbook(HEADER, ROW, change=hide_first),
        "no sheet in sight holds anything; only hidden ones do: 'Figures'",
    ),
    "empty": (workbook(), "no sheet in sight holds anything"),
    "title": (
        workbook(["Revenue by month"], [], HEADER, ROW),
        "row 3 has 'metric' in column B, which row 1 does not name"
        " (row 1 begins with 'Revenue by month')",
    ),
    "blank first row": (workbook([], HEADER, ROW), "row 1 is empty"),
    "note beside": (
        workbook(HEADER, [*ROW, None, "check this"]),
        "row 2 has 'check this' in column I, which row 1 does not name",
    ),
    "merged": (
        workbook(HEADER, ROW, ROW, change=lambda book: book.worksheets[0].merge_cells("A2:A3")),
        "sheet 'Figures': the cells A2:A3 are merged",
    ),
    "formula": (
        workbook(HEADER, [*ROW[:5], "=50+50.5", ROW[6]]),
        "sheet 'Figures': cell F2 holds a formula without its result",
    ),
    "one name twice": (workbook([*HEADER, "value"], [*ROW, 5]), "row 1 names 'value' more than"),
    "no xml": (
        patched(workbook(HEADER, ROW), b"<sheetData>", b"<sheetData"),
        "the workbook is damaged or not one of Excel's",
    ),
    "old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old .xls workbook"),
}


@pytest.mark.parametrize("shape", REFUSED)
def test_what_could_mean_two_things_is_refused_with_its_place(tmp_path: Path, shape: str) -> None:
    """The message names sheet, row or cell."""
    content, expected = REFUSED[shape]
    (tmp_path / "odd").write_bytes(content)
    with pytest.raises(Unreadable) as refused:
        opened = open_file(tmp_path / "odd", "odd.xlsx", tmp_path)
        list(FORMATS["snapshot"].rows(opened))
    assert expected in str(refused.value)


def test_a_formula_counts_by_the_result_saved_with_it(desk: Desk) -> None:
    """The tracker computes nothing: it takes what the spreadsheet program showed last."""
    content = workbook(HEADER, [*ROW[:5], "=50+50.5", ROW[6]])
    desk.drop(
        "a.xlsx",
        patched(content, b"<v></v>" if b"<v></v>" in sheet(content) else b"<v />", b"<v>100.5</v>"),
    )
    desk.run()
    assert desk.values() == [LOADED]


def sheet(content: bytes) -> bytes:
    """The XML of the first sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return book.read("xl/worksheets/sheet1.xml")


def test_hidden_sheets_are_passed_over(desk: Desk) -> None:
    """Lists that a program keeps out of sight are no second table."""

    def hidden(book: Workbook) -> None:
        second_sheet(book)
        book["Notes"].sheet_state = "veryHidden"

    desk.drop("a.xlsx", workbook(HEADER, ROW, change=hidden))
    desk.run()
    assert desk.values() == [LOADED]


def test_an_error_cell_refuses_its_row(desk: Desk) -> None:
    """#DIV/0! is no number, and nothing takes it for zero."""
    outcome, said = desk.outcome("a.xlsx", workbook(HEADER, [*ROW[:5], "#DIV/0!", ROW[6]]))
    assert (outcome, "'#DIV/0!'" in said) == ("refused", True)


def test_a_vendors_export_saved_as_a_workbook_is_that_vendors(desk: Desk) -> None:
    """The header decides: the format of a spreadsheet is whichever its columns fit."""
    desk.configure(sources=SENSOR_TOWER)
    header = ["App Name", "Date", "Platform", "Country/Region", "Revenue ($)"]
    row = ["Kling", date(2026, 9, 1), "iOS", "US", 12.25]
    again = [row[0], date(2026, 10, 1), *row[2:]]
    desk.drop("long.xlsx", workbook(header, row, again), "tower")
    run = desk.run()
    assert [(file["outcome"], file["reason"]) for file in run["files"]] == [("accepted", None)]
    assert desk.values("tower")[0] == (
        "kling",
        "revenue",
        "2026-09-01",
        "ios",
        "US",
        "12.2500",
    )


def test_a_dropped_workbook_finds_its_source_by_its_header(desk: Desk) -> None:
    """Beside the folders of sources a workbook is known by its first rows."""
    path = desk.drop("a.xlsx", workbook(HEADER, ROW))
    desk.configure(
        sources=SENSOR_TOWER.replace("tower", "vendor")
        .replace("sensor_vendor", "snapshot")
        .replace("as_of = 2026-11-02\n", "")
    )
    path.rename(desk.store.inbox / "a.xlsx")
    desk.run()
    assert desk.values() == [LOADED]


def test_a_bomb_is_refused_before_it_is_opened(desk: Desk) -> None:
    """What a workbook would unpack to is bounded by what its parts claim."""
    content = workbook(HEADER, ROW)
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/big.xml", bytes(70 * 1024**2))
    outcome, said = desk.outcome("bomb.xlsx", out.getvalue())
    assert outcome == "refused"
    assert "it would unpack to 73," in said
