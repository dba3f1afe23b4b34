"""A spoilt table is loaded as it was meant, or refused with its file, row and reason."""

from __future__ import annotations

import csv
import io
import os
import re
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ingest.content import read_text
from ingest.formats import csv_shape
from ingest.formats.csv_rows import csv_batches
from ingest.unpack import Unreadable
from tests.ingest_fixtures import read_alone

#: How many tables each property is tried on; `make hostile` tries more.
EXAMPLES = int(os.environ.get("TRACKER_EXAMPLES", "50"))

HEADER = "app,metric,period,platform,country,value,as_of,note\n"
LINES = [
    'kling,revenue,2026-01,ios,US,100.50,2026-02-03,"Up, says the vendor"\n',
    'kling,downloads,2026-01,ios,US,70,2026-02-03,"It said ""fine"""\n',
    "jimeng,revenue,2026-01,ios,CN,8,2026-02-03,plain\n",
]
WHOLE = HEADER + "".join(LINES)


def spoilt(line: int, old: str, new: str) -> str:
    """The table with one text of one of its lines written otherwise; the header is line 1."""
    lines = [HEADER, *LINES]
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    return "".join(lines)


MEANT: dict[str, str | bytes] = {
    "as it is": WHOLE,
    "no last line break": WHOLE.rstrip(),
    "two last line breaks": WHOLE + "\n",
    "CRLF": WHOLE.replace("\n", "\r\n"),
    "CRLF in one row": spoilt(3, "\n", "\r\n"),
    "carriage return for the last break": WHOLE.rstrip() + "\r",
    "semicolons": WHOLE.replace("Up, says", "Up; says").replace(",", ";").replace("Up;", "Up,"),
    "tabs": WHOLE.replace("Up, says", "Up\t says").replace(",", "\t").replace("Up\t", "Up,"),
    "byte order mark": b"\xef\xbb\xbf" + WHOLE.encode(),
    "utf-16": WHOLE.encode("utf-16"),
    "everything quoted": "\n".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row)
        for row in csv.reader(io.StringIO(WHOLE))
    ),
    "empty lines between rows": WHOLE.replace("\n", "\n\n"),
    "a row of blanks": WHOLE + ' ,"",,,, ,,\n',
    "a separator too many in every row": WHOLE.replace("\n", ",\n"),
}

REFUSED: dict[str, tuple[str | bytes, str]] = {
    "quote before a cell": (spoilt(3, "70", '"70'), "row 3 has text behind the quote"),
    "quote before a quoted cell": (spoilt(2, '"Up', '""Up'), "row 2 has text behind the quote"),
    "quote after a cell": (spoilt(4, "8,", '8",'), "row 4 has a quote within a value"),
    "quote after a quoted cell": (spoilt(2, 'vendor"', 'vendor""'), "row 2"),
    "quote in a cell": (spoilt(4, "plain", 'pl"ain'), "row 4 has a quote within a value"),
    "two quotes in a cell": (spoilt(4, "plain", 'a "plain" one'), "row 4 has a quote within"),
    "quote in a quoted cell": (spoilt(3, '""fine""', '"fine"'), "row 3 has text behind the quote"),
    "quote at the end of a row": (spoilt(4, "plain", '"'), "row 4 opens a quote that is never"),
    "quote lost at the end": (spoilt(4, "plain", '"plain'), "row 4 opens a quote that is never"),
    "quotes around a line break": (
        HEADER + LINES[0] + LINES[2].replace("plain", '"plain') + LINES[2][:-1] + '"\n',
        "row 3 holds 2 lines in quotes, each of which looks like a row",
    ),
    "backslash for a quote": (spoilt(3, '""fine""', '\\"fine\\"'), "row 3 has text behind"),
    "blank behind each separator": (
        WHOLE.replace(",", ", "),
        "row 2 has a quote within a value that does not begin with one",
    ),
    "apostrophes for quotes": (
        "'app','metric','period','value','as_of'\n'kling','mau','2026-01','5','2026-02-03'\n",
        "row 1 names a column ''app'', in apostrophes",
    ),
    "apostrophes for quotes below the header": (
        "app,metric,period,value,as_of,note\nkling,mau,2026-01,5,2026-02-03,'good'\n",
        "row 2 has 'good' in column 'note', in apostrophes",
    ),
    "separator lost": (spoilt(3, "70,", "70"), "row 3 has 7 fields where the header has 8"),
    "separator lost before a quote": (
        spoilt(2, '03,"Up, says', '03"Up, says'),
        "row 2 has a quote within a value",
    ),
    "separator too many": (spoilt(4, "CN,", "CN,,"), "row 4 has 9 fields"),
    "one separator too many, one lost": (
        HEADER + LINES[2] + LINES[2].replace(",CN", "CN") + LINES[2].replace("CN,", "CN,,"),
        "row 3 has 7 fields",
    ),
    "separator at the end of one row": (spoilt(4, "plain", "plain,"), "row 4 has 9 fields"),
    "row parted by blanks": (spoilt(4, LINES[2], LINES[2].replace(",", " ")), "row 4 has 1 field"),
    "row parted by semicolons": (
        spoilt(4, LINES[2], LINES[2].replace(",", ";")),
        "row 4 has 1 field",
    ),
    "table parted by blanks": ("app metric\nkling mau\n", "row 1 is one cell, 'app metric'"),
    "table parted by bars": (WHOLE.replace(",", "|"), "row 1 is one cell"),
    "line break lost": (spoilt(3, "\n", ""), "row 3 has text"),
    "line break lost between plain rows": (
        HEADER + LINES[2].rstrip() + LINES[2],
        "row 2 has 15 fields",
    ),
    "separator for a line break": (spoilt(3, "\n", ","), "row 3 has 16 fields"),
    "carriage return for a line break": (spoilt(2, "\n", "\r"), "row 2 holds a bare carriage"),
    "carriage returns for line breaks": (WHOLE.replace("\n", "\r"), "row 1 and all others end"),
    "carriage return in a cell": (spoilt(4, "plain", "pl\rain"), "row 4 holds a bare carriage"),
    "two carriage returns": (WHOLE.replace("\n", "\r\r\n"), "row 1 holds a bare carriage return"),
    "no header": ("".join(LINES[::-1]), "row 1 holds the number '8' where a column is named"),
    "header twice": (HEADER + WHOLE, "row 2 says the header again"),
    "header between rows": (WHOLE + HEADER, "row 5 says the header again"),
    "a table below": (WHOLE + "\n" + WHOLE, "row 6 says the header again"),
    "a narrower table below": (WHOLE + "app,value\nkling,5\n", "row 5 has 2 fields"),
    "a wider table below": (WHOLE + HEADER.strip() + ",more\n", "row 5 has 9 fields"),
    "a title above": ("Report" + "," * 7 + "\n" + WHOLE, "row 2 has 'metric' in column 2"),
    "a title alone above": ("Report\n" + WHOLE, "row 1 is one cell, 'Report'"),
    "an empty line above": ("\n" + WHOLE, "row 1 is empty"),
    "a note below": (WHOLE + "Source: the vendor\n", "row 5 has 1 field"),
    "a name lost from the header": (spoilt(1, ",note", ","), "column 8, which row 1 does not name"),
    "a name twice in the header": (spoilt(1, "note", "app"), "row 1 names 'app' more than once"),
    "a cell lost from the header": (spoilt(1, ",note", ""), "row 2 has 8 fields"),
    "another encoding": (
        WHOLE.encode().replace(b"plain", b"pl\xe4in"),
        "in line 4, cannot be decoded",
    ),
    "half a character": (
        WHOLE.replace("plain", "可").encode()[:-2] + b"\n",
        "in line 4, cannot be decoded",
    ),
    "a character replaced": (spoilt(4, "plain", "pl\ufffdin"), "line 4 holds the replacement"),
    "a character replaced, in utf-16": (
        spoilt(4, "plain", "pl\ufffdin").encode("utf-16"),
        "line 4 holds the replacement character",
    ),
    "NUL": (spoilt(4, "plain", "pl\0in"), "line 4 holds a NUL character"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_spoilt_table_is_refused_with_file_row_and_reason(case: str) -> None:
    """Whatever another reader would have made of it; nothing of it is loaded."""
    content, reason = REFUSED[case]
    intake, accepted, _faults = read_alone(encoded(content), "spoilt.csv", "vendor")
    said = str(intake.reason)
    assert intake.outcome == "refused"
    assert reason in said
    assert "(spoilt.csv)" in said
    assert re.search(r"(row|line) \d", said)
    assert accepted.is_empty()


@pytest.mark.parametrize("case", MEANT)
def test_a_table_written_otherwise_is_the_same_table(case: str) -> None:
    """What is no damage changes no figure and no letter."""
    intake, accepted, _faults = read_alone(encoded(MEANT[case]), "table.csv", "vendor")
    assert (intake.outcome, intake.reason) == ("accepted", None)
    said = accepted.sort("value").select("app_id", "metric", "country", "value", "note")
    assert said.rows() == [
        ("jimeng", "revenue", "CN", 8, "plain"),
        ("kling", "downloads", "US", 70, 'It said "fine"'),
        ("kling", "revenue", "US", Decimal("100.5"), "Up, says the vendor"),
    ]


def encoded(content: str | bytes) -> bytes:
    """A text as UTF-8; bytes as they are."""
    return content if isinstance(content, bytes) else content.encode()


def loaded(content: bytes) -> tuple[list[str], list[list[str]], list[int]] | None:
    """Header, rows and their numbers as the reader gives them; None when it refuses the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.csv"
        path.write_bytes(content)
        try:
            batches = list(csv_batches(read_text(path, path.name, Path(folder))))
        except Unreadable:
            return None
    columns = batches[0].columns[1:] if batches else []
    rows = [list(row) for batch in batches for row in batch.iter_rows()]
    return columns, [[cell or "" for cell in row[1:]] for row in rows], [row[0] for row in rows]


SPECTRUM: dict[str, tuple[str, list[list[str]]]] = {
    "plain": ("a,b,c\n1,2,3\n", [["1", "2", "3"]]),
    "plain, CRLF": ("a,b,c\r\n1,2,3\r\n", [["1", "2", "3"]]),
    "empty cells": ('a,b,c\n1,"",""\n,,4\n', [["1", "", ""], ["", "", "4"]]),
    "empty cells, CRLF": ('a,b,c\r\n1,"",\r\n"",3,4\r\n', [["1", "", ""], ["", "3", "4"]]),
    "separators in quotes": ('a,b\n"x, y","a, b, c"\n', [["x, y", "a, b, c"]]),
    "doubled quotes": ('a,b\n1,"ha ""ha"" ha"\n"""",""""""\n', [["1", 'ha "ha" ha'], ['"', '""']]),
    "line breaks in quotes": (
        'a,b\n"one\n\ntwo",2\n3,"4\n"\n',
        [["one\n\ntwo", "2"], ["3", "4\n"]],
    ),
    "line breaks in quotes, CRLF": ('a,b\r\n"one\r\ntwo",2\r\n', [["one\r\ntwo", "2"]]),
    "carriage return in quotes": ('a,b\n"one\rtwo",2\n', [["one\rtwo", "2"]]),
    "quotes and line breaks": ('a,b\n1,"ha \n""ha"" \nha"\n', [["1", 'ha \n"ha" \nha']]),
    "JSON in a cell": ('a,b\n1,"{""k"": [1, ""x""]}"\n', [["1", '{"k": [1, "x"]}']]),
    "letters of the world": ("a,b\nʤ,可靈\n", [["ʤ", "可靈"]]),
    "line breaks of no file": ("a,b\nx\u2028y,\x0b\x0c\x85\n", [["x\u2028y", "\x0b\x0c\x85"]]),
    "quotes in a file of tabs": ('a\tb\n5" x\tsay "hi"\n', [['5" x', 'say "hi"']]),
}


@pytest.mark.parametrize("case", SPECTRUM)
def test_cells_come_out_as_they_were_written(case: str) -> None:
    """What RFC 4180 says, and what vendors do with tabs."""
    content, rows = SPECTRUM[case]
    found = loaded(content.encode())
    assert found
    assert found[1] == rows


def strictly(text: str, delimiter: str) -> list[list[str]] | None:
    """The rows of RFC 4180, letter by letter, an empty line being one; None for anything else."""
    rows, row, cell, place = [], [], "", 0
    quoted = done = False
    while place < len(text):
        letter, ahead = text[place], text[place + 1 : place + 2]
        place += 1
        if quoted:
            if letter == '"' and ahead == '"':
                cell, place = cell + '"', place + 1
            elif letter == '"':
                quoted, done = False, True
            else:
                cell += letter
        elif letter == delimiter or letter == "\n" or (letter == "\r" and ahead in ("\n", "")):
            row, cell, done = [*row, cell], "", False
            if letter != delimiter:
                place += letter == "\r"
                rows, row = [*rows, row], []
        elif letter == '"' and not cell and not done:
            quoted = True
        elif letter in '"\r' or done:
            return None
        else:
            cell += letter
    if quoted:
        return None
    return [*rows, [*row, cell]] if row or cell or done else rows


PIECES = st.lists(
    st.sampled_from(
        [",", ",", "\n", "\n", '"', '"', '""', "\r\n", "\r", "a", "b", " ", "'", "\t", ";", "可"]
    ),
    max_size=30,
).map("".join)


@settings(max_examples=EXAMPLES, deadline=None)
@given(PIECES, st.sampled_from([",", ";"]), st.integers(2, 5))
def test_what_is_loaded_is_what_the_rules_of_csv_say(body: str, delimiter: str, width: int) -> None:
    """Any text under a header: refused, or cell by cell what an independent reading gives."""
    header = [f"name {number}" for number in "abcde"[:width]]
    found = loaded((delimiter.join(header) + "\n" + body).encode())
    if not found:
        return
    columns, rows, numbers = found
    expected = strictly(body, delimiter)
    assert expected is not None
    said = {n: row for n, row in enumerate(expected, start=2) if any(map(str.strip, row))}
    assert rows == list(said.values())
    assert numbers == list(said)
    assert columns == (header if rows or columns else [])


CELLS = st.text(st.sampled_from("ab1 ,;\"\r\n'可\x0b\u2028\t"), max_size=6)


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([",", ";", "\t"]),
)
def test_whatever_a_careful_program_writes_is_loaded(
    cells: list[list[str]], quoting: int, ending: str, delimiter: str
) -> None:
    """No table that is written by the rules is refused, and no letter of it is changed."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=quoting, lineterminator=ending, delimiter=delimiter)  # type: ignore[arg-type]
    writer.writerows([["x", "y", "z"], *([f"_{a}", f"_{b}", f"{c}."] for a, b, c in cells)])
    content = text.getvalue()
    # Python's writer leaves a lone carriage return bare where its rows end in line feeds.
    assume(quoting == csv.QUOTE_ALL or "\r" not in content.replace("\r\n", ""))
    found = loaded(content.encode())
    assert found
    assert found[1] == [[f"_{a}", f"_{b}", f"{c}."] for a, b, c in cells]


@settings(max_examples=EXAMPLES, deadline=None)
@given(PIECES, st.integers(1, 9))
def test_a_flaw_is_the_same_however_the_file_is_cut_into_blocks(body: str, size: int) -> None:
    """What is found does not depend on where a block ends."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        path = Path(folder) / "any.csv"
        path.write_bytes(b"a,b,c,d\n" + body.encode())
        whole = csv_shape.first_flaw(path, ",", 4)
        patch.setattr(csv_shape, "BLOCK", size)
        pieces = csv_shape.first_flaw(path, ",", 4)
    assert (pieces and pieces.row) == (whole and whole.row)
