"""What models say in English sentences is worded by the pages in either language."""

import re
from itertools import product
from pathlib import Path

import pytest

from app_pages import caveats, language
from tests.page_fixtures import PROJECT, asked
from tests.sql_texts import HOLE, texts
from warehouse.paths import Store
from warehouse.store import as_known_on, newest, open_version

pytest_plugins = ["tests.page_states"]

PLACE = re.compile(r"\{\w+\}")
ENGLISH = re.compile(r"[A-Za-z]{4,}")
#: Each column of codes with the sentence it stands beside.
SENTENCE_OF = {
    "month_to_date.caveat_code": "caveat",
    "growth.caveat_code": "caveat",
    "event_study.caveat_code": "caveat",
    "share.caveat_code": "caveat",
    "coverage.not_enough_code": "not_enough_why",
}
FIGURES = {
    "days_covered": 12, "days_in_month": 31, "other_releases": 2, "sources": 3, "scopes": 4,
    "quarters": 5, "misses_by": "26.7",
}  # fmt: skip
RATED = ("rates", "monthly_in", "reported_in", "reported", "targets")


def sql(name: str) -> str:
    """The text of a model, or of a query of the pages."""
    of_model = PROJECT / "warehouse" / "models" / f"{name}.sql"
    of_page = PROJECT / "app_pages" / "queries" / f"{name}.sql"
    return (of_model if of_model.exists() else of_page).read_text(encoding="utf-8")


@pytest.mark.parametrize("place", sorted(caveats.SENTENCES))
def test_every_sentence_of_a_model_has_words(place: str) -> None:
    """A sentence that a model gains, loses or says otherwise is noticed here."""
    name, _, column = place.partition(".")
    assert set(texts(sql(name), column)) == set(caveats.SENTENCES[place])


@pytest.mark.parametrize("place", sorted(caveats.CODES))
def test_every_code_says_the_sentence_beside_it(place: str) -> None:
    """Branch for branch, word for word: a new code, or a sentence worded anew, is noticed here."""
    name, _, column = place.partition(".")
    codes, told = texts(sql(name), column), texts(sql(name), SENTENCE_OF[place])
    known = caveats.CODES[place]
    assert {code for one in codes for code in one.split()} == set(known)
    worded = ["; ".join(known[code] for code in one.split()) for one in codes]
    assert [PLACE.sub(HOLE, text) for text in worded] == told


@pytest.mark.parametrize("code", sorted(caveats._BY_CODE))
def test_every_code_reads_in_chinese_with_its_figures(code: str) -> None:
    """No English word is left, and no figure is lost."""
    english = caveats.coded(code, FIGURES)
    with language.within(language.CHINESE):
        chinese = caveats.coded(code, FIGURES)
    assert not ENGLISH.search(chinese)
    assert sorted(re.findall(r"[\d.]+", chinese)) == sorted(re.findall(r"[\d.]+", english))


#: What the pages ask, and the columns that hold what they word themselves.
ASKED = {
    "growth": ("""
        select g.*, m.days_covered, m.days_in_month from growth g
        join monthly m using (app_id, metric, month, platform, country, unit, basis)
    """, {"caveat": caveats.caveat}),
    "share": ("""
        select s.*, f.covers from share s join freshness f using (source_id)
    """, {"caveat": caveats.caveat, "leaves_out": caveats.left_out}),
    "event_study": ("from event_study", {"caveat": caveats.caveat}),
    "ratios": ("from ratios", {"caveat": caveats.caveat}),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_the_shipped_rows_say_in_english_what_the_table_says(everything: Path, name: str) -> None:
    """Letter for letter, figures and all; in Chinese nothing of the sentence is left."""
    query, columns = ASKED[name]
    with open_version(newest(Store(everything))) as connection:
        found = as_known_on(connection, None).execute(query)
        names = [column[0] for column in found.description]
        rows = [dict(zip(names, values, strict=True)) for values in found.fetchall()]
    assert any(row[column] for row in rows for column in columns)
    for row, (column, worded) in product(rows, columns.items()):
        assert worded(row) == (row[column] or "")
        with language.within(language.CHINESE):
            chinese = worded(row).replace(row.get("covers") or "-", "")
        for name_en in (row.get("missing_names") or "-").split(", "):
            chinese = chinese.replace(name_en, "")
        assert not ENGLISH.search(chinese)


def test_what_a_set_leaves_out_is_named() -> None:
    """Apps without a figure by their names; a source that does not say what it covers says none."""
    row = {"missing_names": "Jimeng, Sora", "covers": None}
    assert caveats.left_out(row) == "apps that are not tracked; no such figure of Jimeng, Sora"
    with language.within(language.CHINESE):
        assert caveats.left_out(row) == "未受追蹤的應用程式；缺少Jimeng, Sora的同類數字"


def test_a_file_taken_out_is_in_the_language_of_its_page() -> None:
    """Its sentences are; codes, figures and names of columns stay as the tables have them."""
    row = FIGURES | {"caveat": "x", "caveat_code": "part_month", "fx_rule": "as stated", "value": 7}
    assert caveats.worded(row)["caveat"] == "part month: 12 of 31 days"
    with language.within(language.CHINESE):
        worded = caveats.worded(row)
    assert worded["caveat"] == "未完整月份：31 天中的 12 天"
    assert worded["fx_rule"] == "按原述貨幣"
    assert (worded["caveat_code"], worded["value"]) == ("part_month", 7)


def test_every_form_of_a_rate_has_words() -> None:
    """The forms are those of the models, word for word; figures and days stand in their holes."""
    said = set().union(*(texts(sql(name), "fx_rule") for name in RATED))
    assert said == {PLACE.sub(HOLE, form) for form in caveats.RATES}


def test_a_sentence_without_words_would_be_found() -> None:
    """Wherever it stands: in a branch, in the second part of a union, among values, in parts."""
    text = """
        with a as (select 1 as n, 'one' as said union all select 2, case when true then 'two' end)
        select said, case when n > 1 then 'three ' || n || ' times' else 'four' end as said
        from a cross join (values ('x', 'five')) as v(key, said)
    """
    assert texts(text, "said") == ["three {} times", "four", "one", "two", "five"]


def test_every_rate_of_the_shipped_data_reads_in_either_language(everything: Path) -> None:
    """In English as the table has it, in Chinese without an English word."""
    for name in RATED:
        for (rule,) in asked(everything, f"select distinct fx_rule from {name}"):
            assert caveats.rate(rule) == (rule or "")
            with language.within(language.CHINESE):
                assert not ENGLISH.search(caveats.rate(rule)), rule


@pytest.mark.parametrize(
    ("rule", "chinese"),
    [
        ("average of 63 daily rates", "63 個每日匯率的平均值"),
        (
            "average of 63 daily rates, 2026-01-02 to 2026-03-31",
            "2026年1月2日至2026年3月31日共 63 個每日匯率的平均值",
        ),
        (
            "rate of 2026-09-30, for none of the period is known yet",
            "2026年9月30日的匯率，因該期間尚無已知匯率",
        ),
        ("rate at the end, 2026-06-30", "期末匯率（2026年6月30日）"),
        ("no rate of KRW is known", "未知 KRW 匯率"),
        ("stated in US dollars", "以美元表述"),
        (None, ""),
    ],
)
def test_a_rate_says_its_figures_and_days(rule: str | None, chinese: str) -> None:
    """Each figure of the rule stands in its words."""
    assert caveats.rate(rule) == (rule or "")
    with language.within(language.CHINESE):
        assert caveats.rate(rule) == chinese


def test_several_uses_of_a_statement_are_each_worded() -> None:
    """A statement may go into one figure in two ways; a forecast is somebody's."""
    both = {"role": "reported quarter, the target"}
    one = {"role": "newest forecast", "role_of": "Goldman Sachs"}
    assert caveats.role(both) == "reported quarter, the target"
    assert caveats.role(one) == "newest forecast of Goldman Sachs"
    with language.within(language.CHINESE):
        assert caveats.role(both) == "已公布季度、目標"
        assert caveats.role(one) == "Goldman Sachs的最新預測"
        assert caveats.role({"role": "model_release"}) == "模型發布"
