"""Several statements in one text: each query alone, where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.page_fixtures import Screen
from warehouse.asking.statements import queries, split

pytest_plugins = ["tests.page_states"]


def test_each_query_stands_where_it_stood() -> None:
    """What was set before it comes along, what was asked before it is blank, line by line."""
    text = "set variable a = 1; select 1;\n-- two\nset variable b = 2;\n  select ';' as \"x;\";;"
    first, second = queries(text)
    assert first == "set variable a = 1; select 1;"
    assert second.startswith("set variable a = 1;          ")
    assert second.endswith("set variable b = 2;\n  select ';' as \"x;\";")
    assert second.index("select") == text.index("  select") + 2
    assert second.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "select 1",
        "select 1;",
        "set variable a = 1; select 1; -- done",
        "select 'a;b'; /* ; */",
        "set variable a = 1",
        "select 1; set variable a = 1",
    ],
)
def test_a_single_query_is_left_as_it_is(text: str) -> None:
    """Also one that the guard will refuse."""
    assert queries(text) == [text]


def test_a_letter_of_several_bytes_moves_nothing() -> None:
    """Places are counted in letters."""
    text = "select '可靈' as a; select '😀' as b; select 3"
    assert [one.strip() for one in queries(text)] == [
        "select '可靈' as a;",
        "select '😀' as b;",
        "select 3",
    ]
    assert split(text) == (["select '可靈' as a", " select '😀' as b"], " select 3")


def test_the_page_answers_each(everything: Path) -> None:
    """Each with its query, its rows and its files; a fault in one is told in its place."""
    asked = "select 7 as n;\nselect 8 as m;\nselect\n  nme from apps"
    screen = Screen(everything, "ask", q=asked)
    assert [table[0] for table in screen.tables()[:2]] == [{"n": 7}, {"m": 8}]
    assert "Query 1 of 3" in screen.text and "Query 3 of 3" in screen.text
    assert "Line 4, column 3" in screen.text
    assert "\n  nme from apps\n  ^\n" in screen.text
    keys = {button.key for button in screen.app.get("download_button")}
    assert {"download_csv", "download_csv_1"} <= {str(key) for key in keys}


def test_what_is_set_counts_for_the_queries_after_it(everything: Path) -> None:
    """And for none before it."""
    asked = "select getvariable('n') as n; set variable n = 7; select getvariable('n') as n"
    screen = Screen(everything, "ask", q=asked)
    assert [table[0]["n"] for table in screen.tables()[:2]] == [None, 7]


def test_more_than_ten_are_not_passed_over(everything: Path) -> None:
    """What is not answered is said."""
    screen = Screen(everything, "ask", q=";".join(f"select {n} as n" for n in range(12)))
    assert "These are 12 queries; the first 10 are answered." in screen.text
    assert len([table for table in screen.tables() if table and "n" in table[0]]) == 10
