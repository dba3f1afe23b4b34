"""Strings that break programs, as names of apps and as texts: the same string, or its row refused.

The kinds are those of the Big List of Naughty Strings (Max Woolf); the strings are our own.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from tests.ingest_fixtures import APPS, Desk, read_alone

NAUGHTY = [
    # words that mean something to a program
    *("undefined", "null", "NULL", "None", "nil", "NaN", "N/A", "#N/A", "-", "true", "False"),
    *("constructor", "__proto__", "hasOwnProperty", "then", "NA", "#REF!", "#NAME?", "CON", "nul"),
    # numbers, and what looks like some
    *("0", "-0", "1e5", "1E+02", "1/0", "0x0", "0b1", "Infinity", "-inf", "1,000.5", "1'000", "٣"),
    *("9" * 40, "1.7976931348623157e309", "2026-01-01", "1-2", "50%", "$1.00", "(5)", "½", "𝟙"),
    # marks
    *(",", ";", ";;,", "a,b", "a;b", "|", "\t|", '"', '""', '"a"', 'a"b', "'", "''", "'a'", "`"),
    *("\\", "\\\\", "\\n", '\\"', "[]", "{}", "[{", "}},{", "<>?:;,./", "!@#$%^&*()_+-=", "%d%s%n"),
    # formulas and commands
    *(
        "=1+1",
        "=HYPERLINK(1)",
        "@SUM(1)",
        "+1+cmd|'/C calc'!A0",
        "$HOME",
        "$(touch /tmp/x)",
        "`ls`",
    ),
    *("; drop table observation; --", "' or 1=1 --", '" or ""="', "../../etc/passwd", "C:\\nul"),
    *(
        "<script>alert(1)</script>",
        "<b onmouseover=x>",
        "&lt;&#39;",
        "javascript:alert(1)",
        "{{7*7}}",
    ),
    *(
        "${jndi:ldap://x}",
        "<?xml version='1.0'?>",
        "file:///etc/hosts",
        "../",
        "~",
        "*",
        "?.parquet",
    ),
    # blanks, line breaks and what does not show
    *(
        "a b",
        "a  b",
        "a\tb",
        "a\nb",
        "a\r\nb",
        "a\rb",
        "a\n\nb",
        "a\u00a0b",
        "a\u2003b",
        "a\u2028b",
    ),
    *(
        "a\u200bb",
        "\u200b",
        "\ufeff",
        "a\ufeffb",
        "a\u00adb",
        "\u2060",
        "\u180e",
        "a\x7fb",
        "a\x85b",
    ),
    *("a\x01b", "a\x0bb", "a\x0cb", "a\x1bb", "a\x1fb"),
    # letters
    *(
        "可靈1",
        "即夢AI",
        "田中さん",
        "사회과학원",
        "Ω≈ç√∫",
        "ÅÍÎÏ",
        "ЁЂЃ",
        "ﷺ",
        "ب ت ث",
        "שלום",
        "ẞß",
    ),
    *(
        "İıI",
        "ſs",
        "ŒœĐ",
        "ﬁﬂ",
        "Ａｐｐ",
        "e\u0301",
        "é",
        "Z͑ͫa̴l̷g̵o͢",
        "\u202eabc",
        "\u2066a\u2069",
        "\u200fא",
    ),
    *(
        "😀",
        "👩‍👩‍👧‍👦",
        "👾🙇💁",
        "🇹🇼🇺🇸",
        "\U0010ffff",
        "\ufdd0",
        "𠜎𠜱",
        "𝒜𝓅𝓅",
        "（╯°□°）╯︵ ┻━┻",
        "¯\\_(ツ)_/¯",
    ),
    # long
    "x" * 70_000,
]

Table = list[list[str]]


def as_csv(table: Table) -> bytes:
    """By the rules of CSV, every cell quoted."""
    text = io.StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    return text.getvalue().encode()


def as_lines(table: Table) -> bytes:
    """An object a line, letters beyond ASCII as they are."""
    header, *rows = table
    objects = (dict(zip(header, row, strict=True)) for row in rows)
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in objects).encode()


def as_array(table: Table) -> bytes:
    """One array, letters beyond ASCII as escapes."""
    header, *rows = table
    return json.dumps([dict(zip(header, row, strict=True)) for row in rows]).encode()


def as_workbook(table: Table) -> bytes:
    """A sheet of texts."""
    book, saved = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in table:
        book.active.append(row)
    for row in book.active.iter_rows():
        for cell in row:
            cell.data_type = "s"
    book.save(saved)
    return saved.getvalue()


WRITERS: dict[str, Callable[[Table], bytes]] = {
    "csv": as_csv,
    "utf-16 csv": lambda table: as_csv(table).decode().encode("utf-16"),
    "json lines": as_lines,
    "json array": as_array,
    "workbook": as_workbook,
}


def strings_for(shape: str) -> list[str]:
    """The strings this shape can hold: a sheet has no control characters, nor 70,000 letters."""
    if shape != "workbook":
        return NAUGHTY
    return [
        one for one in NAUGHTY
        if len(one) < 30_000 and not any(ord(x) < 32 or 0xFDD0 <= ord(x) <= 0xFDEF for x in one)
    ]  # fmt: skip


HEADER = ["app", "metric", "period", "value", "as_of", "publisher", "scope", "note", "address"]


def rows_of(strings: list[str], app: str | None = None) -> Table:
    """A row a string, each about a day of its own; the string is the app, or each text of it."""
    days = [f"{2001 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}" for n in range(len(strings))]
    rows = [
        [app or one, "downloads", day, "7", "2026-11-01", *([one if app else ""] * 4)]
        for one, day in zip(strings, days, strict=True)
    ]
    return [HEADER, *rows]


@pytest.mark.parametrize("shape", WRITERS)
def test_texts_come_out_of_the_raw_tables_as_they_went_in(desk: Desk, shape: str) -> None:
    """Publisher, scope, note and address, letter by letter; only blanks at the ends go."""
    strings = strings_for(shape)
    assert desk.outcome("naughty", WRITERS[shape](rows_of(strings, "kling"))) == ("accepted", "")
    found = desk.rows(
        "select publisher, scope, note, address from raw.observation order by period_start"
    )
    assert found == [(trimmed(one),) * 4 for one in strings]


def trimmed(text: str) -> str | None:
    """The text without blanks at its ends; nothing when nothing else is in it."""
    return text.strip(" \t\n\x0b\x0c\r\x85\xa0\u2003\u2028") or None


@pytest.mark.parametrize("shape", WRITERS)
def test_a_name_that_no_app_has_refuses_its_row_and_is_told_as_written(shape: str) -> None:
    """No string is taken for an app, for a missing cell, or for another string."""
    strings = [one for one in strings_for(shape) if one != "NA"]  # an alias of Kling's
    table = rows_of(strings)
    intake, accepted, faults = read_alone(WRITERS[shape](table), "naughty", "vendor")
    assert intake.outcome == "refused"
    assert accepted.is_empty()
    told = faults.filter(faults["column_name"] == "app")
    first = 1 if shape.startswith("json") else 2
    assert told["row_no"].to_list() == list(range(first, first + len(strings)))
    assert told["value"].to_list() == [trimmed(one) for one in strings]
    for raw, one in zip(told["raw_row"], strings, strict=True):
        assert json.loads(raw)["app"] == one


@pytest.mark.parametrize("shape", ["csv", "json lines", "workbook"])
def test_a_name_that_an_app_has_finds_it(desk: Desk, shape: str) -> None:
    """Any of the strings may be an alias; capitals and blanks at the ends do not count."""
    strings = {trimmed(one).lower(): trimmed(one) for one in strings_for(shape) if trimmed(one)}  # type: ignore[union-attr]
    names = [name for name in strings.values() if name not in ("NA", None)]
    apps = "".join(
        f'[[app]]\nid = "app-{n}"\nname_en = "App {n}"\naliases = [{toml(name)}]\n'
        for n, name in enumerate(names)
    )
    desk.configure(apps=APPS + apps)
    intake, accepted, _faults = read_alone(
        WRITERS[shape](rows_of([str(name) for name in names])), "naughty", "vendor", desk
    )
    assert (intake.outcome, intake.reason) == ("accepted", None)
    assert accepted.sort("row_no")["app_id"].to_list() == [f"app-{n}" for n in range(len(names))]


def toml(text: str | None) -> str:
    """A basic string of TOML."""
    escaped = "".join(
        f"\\U{ord(x):08X}" if ord(x) < 32 or ord(x) == 127 or x in '"\\' else x for x in text or ""
    )
    return f'"{escaped}"'
