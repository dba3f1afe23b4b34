"""The Ask page: what it says of an answer, a fault and a long query; and its good questions."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from app_pages import ask_editor, ask_tables, gallery
from app_pages.charts import asked
from app_pages.reader import Reader
from tests.page_fixtures import Screen
from warehouse.asking import Limits, Pool, files
from warehouse.paths import Store
from warehouse.store import newest

pytest_plugins = ["tests.page_states"]

ANSWERS = Path(__file__).parent / "gallery"


@pytest.fixture(scope="module")
def pool(everything: Path) -> Iterator[Pool]:
    """Workers over the tracker as it comes."""
    with Pool(Store(everything), Limits(workers=1, spares=0)) as made:
        yield made


@pytest.mark.parametrize("entry", gallery.entries(), ids=lambda entry: entry.name)
def test_each_good_question_has_the_answer_that_is_kept(pool: Pool, entry: gallery.Entry) -> None:
    """On the figures in the box every question of the gallery has rows, and always the same."""
    answer = pool.ask(entry.sql)
    assert 0 < answer.row_count <= 40
    assert answer.truncated is None
    written = files.as_csv(answer).decode("utf-8-sig").replace("\r\n", "\n")
    path = ANSWERS / f"{entry.name}.csv"
    assert path.exists(), f"look at it, then keep it in {path}:\n{written}"
    assert written == path.read_text(encoding="utf-8")


def test_there_are_twenty_good_questions() -> None:
    """Each says in one line what it asks, and each answer kept is of one of them."""
    assert len(gallery.entries()) == 20
    assert tuple(entry.title for entry in gallery.entries()) == gallery.TITLES
    assert len(set(gallery.TITLES)) == 20
    names = {entry.name for entry in gallery.entries()}
    assert {path.stem for path in ANSWERS.iterdir()} == names


def test_what_is_invented_is_not_lost_in_a_good_question(pool: Pool) -> None:
    """A question that reads growth or monthly figures says which of its rows are invented."""
    for entry in gallery.entries():
        if any(f"from {table}\n" in entry.sql for table in ("growth", "monthly", "share")):
            assert "illustrative" in pool.ask(entry.sql).columns, entry.name


def test_an_answer_says_how_much_of_it_there_is(everything: Path) -> None:
    """Rows, time, types and version are told; invented rows are marked."""
    screen = Screen(everything, "ask", q="select app_id, illustrative from growth limit 3")
    assert "3 rows in " in screen.text
    assert "ILLUSTRATIVE: invented data" in screen.text
    assert "Types: app_id VARCHAR, illustrative BOOLEAN" in screen.text
    assert "rows where it is true are invented samples" in screen.text
    version = newest(Store(everything)).stem
    assert f"Answers as known on **24 November 2026**, from version {version}." in screen.text
    assert [row["illustrative"] for row in screen.tables()[0]] == [True] * 3


def test_a_table_says_what_it_is_made_from(everything: Path) -> None:
    """The tables it reads, by names that can be asked; what was loaded has its schema."""
    screen = Screen(everything, "ask", q="select 1 as n")
    screen.app.selectbox(key="table_of_ask").set_value("growth").run()
    assert "Made from: `change_bounds`, " in screen.text
    for name in ("growth", "monthly", "events", "lineage", "freshness"):
        made_from = ask_tables.sources_of(name)
        assert made_from and name not in made_from
    assert "raw.source" in ask_tables.sources_of("monthly")


def test_a_number_comes_with_its_unit(everything: Path) -> None:
    """Where the table says it; a sum of that name or a column computed otherwise has none."""
    query = "select value, value_usd, value_usd / 2 as half, change from reported limit 1"
    text = Screen(everything, "ask", q=query).text
    assert "value DECIMAL(18,4) (what the column unit of the same row says)" in text
    assert "value_usd DECIMAL(18,2) (USD), half " in text
    assert "(a fraction: 0.1 is 10%)" in text
    for other in ("sum(value_usd) as value_usd", "any_value(value_usd / 2) as value_usd"):
        assert "(USD)" not in Screen(everything, "ask", q=f"select {other} from reported").text


def test_an_answer_that_does_not_say_is_marked_too(everything: Path, real_only: Path) -> None:
    """Without the column nobody can tell; without samples there is nothing to tell."""
    query = "select month, value from growth limit 3"
    assert "may hold invented data" in Screen(everything, "ask", q=query).text
    assert "invented data" not in Screen(real_only, "ask", q="select count(*) from apps").text


def test_more_rows_than_shown_is_said(everything: Path) -> None:
    """Never silently cut."""
    screen = Screen(everything, "ask", q="from range(20_000)")
    assert "More rows than are shown: these are the first 10,000 rows." in screen.text
    assert "the first" not in Screen(everything, "ask", q="from range(10_000)").text


def test_a_fault_is_shown_in_its_place(everything: Path) -> None:
    """The line of the query with a mark below the place, and what to do."""
    text = Screen(everything, "ask", q="select app_id,\n  valeu\nfrom growth").text
    assert 'Referenced column "valeu" not found' in text
    assert "Line 2, column 3" in text
    assert "\n  valeu\n  ^\n" in text
    assert "What to do: " in text
    refused = Screen(everything, "ask", q="copy apps to 'x'").text
    assert "The warehouse is read-only" in refused


def test_the_knowledge_date_is_that_of_every_page(everything: Path) -> None:
    """The day chosen at the side is the day of the answer."""
    query = "select max(through) as through from reported_to_date where app_id = 'kling'"
    screen = Screen(everything, "ask", q=query, as_of="2026-02-14")
    assert str(screen.tables()[0][0]["through"])[:10] == "2025-09-30"
    assert "as known on 14 February 2026" in screen.text
    assert "Answers as known on **14 February 2026**, from version " in screen.text


def test_equal_names_and_odd_values_are_shown(everything: Path) -> None:
    """Two columns of one name stay two; nested values, spans and bytes are written out."""
    query = "select 1 as a, 2 as a, [1, 2] as l, interval 2 days as i, 'ab'::blob as b, null as n"
    [row] = Screen(everything, "ask", q=query).tables()[0]
    assert (row["a"], row["a_1"], row["l"], row["b"]) == (1, 2, "[1, 2]", "6162")


def test_a_query_too_long_for_a_link_is_said(everything: Path) -> None:
    """It is answered all the same; the address is left without it."""
    query = "select 1 -- " + "x" * 5_000
    screen = Screen(everything, "ask", q=query)
    assert "so the address is without it" in screen.text
    assert "1 row in " in screen.text
    assert "q" not in screen.app.query_params


def test_a_plan_is_readable(everything: Path) -> None:
    """EXPLAIN is shown as drawn, not in a cell."""
    screen = Screen(everything, "ask", q="explain select count(*) from growth")
    assert any("┌" in code.value for code in screen.app.code)


def test_files_of_an_answer(pool: Pool) -> None:
    """No formula in a spreadsheet, no digit lost, no zone that a sheet cannot hold."""
    answer = pool.ask("select '=1+1' as f, '-5' as n, 1.10::decimal(4, 2) as d, now() as t")
    [_header, row] = csv.reader(io.StringIO(files.as_csv(answer).decode("utf-8-sig")))
    assert row[:3] == ["'=1+1", "-5", "1.10"]
    assert files.as_xlsx(answer)[:2] == b"PK"
    assert files.as_parquet(answer)[:4] == b"PAR1"


def test_a_chart_of_an_answer_marks_what_is_invented() -> None:
    """Days go along by themselves; the mark lies across the plot."""
    rows = [{"month": "2026-01-01", "value": 1}, {"month": "2026-02-01", "value": None}]
    drawn, note = asked.lines(rows, "month", "value", None, is_invented=True)
    assert note is None
    assert any("ILLUSTRATIVE" in note.text for note in drawn.layout.annotations)
    assert asked.proposed(["a", "month"], ["VARCHAR", "DATE"]) == "month"
    kinds = ("BIGINT", "DECIMAL(18,4)", "DOUBLE", "INTEGER[]", "STRUCT(a INTEGER)", "VARCHAR")
    assert [asked.is_number(kind) for kind in kinds] == [True, True, True, False, False, False]


def test_a_query_of_this_tab_is_taken_back(everything: Path) -> None:
    """The newest stands first, each once; the one chosen is asked again."""
    first, second = "select 'first' as said", "select 'second'\n  as said"
    screen = Screen(everything, "ask", q=first)
    assert not [box for box in screen.app.selectbox if box.key == "take_back"]
    for query in (second, first, second):
        screen.app.session_state["q"] = query
        screen.app.run()
    box = screen.app.selectbox(key="take_back")
    assert box.options == ["select 'second' as said", "select 'first' as said"]
    box.set_value(first).run()
    assert screen.app.session_state["q"] == first
    assert screen.tables()[0] == [{"said": "first"}]
    assert screen.app.selectbox(key="take_back").value is None


def test_the_editor_proposes_what_a_query_may_name(everything: Path, pool: Pool) -> None:
    """Each table with its columns and words; functions, but none that a query may not call."""
    opened = Reader(newest(Store(everything)), None)
    words = ask_editor.words(opened)
    opened.close()
    tables = {name: {column for column, _type, _about in own} for name, _, own in words["tables"]}
    assert {"mom_change", "illustrative"} <= tables["growth"]
    assert all(about for _name, about, _own in words["tables"])
    functions = dict(words["functions"])
    assert functions["date_trunc"] == "part, timestamp"
    assert "range" in functions
    for name in ("read_csv", "current_setting", "glob", "query", "pragma_database_list"):
        assert name not in functions
    for name in ("reserved_word", "month", "value", "share"):
        assert name not in words["keywords"]
    assert {"select", "from", "order", "by", "pivot", "over"} <= set(words["keywords"])
    for name in sorted(tables):
        assert pool.ask(f"from {name} limit 0").columns
