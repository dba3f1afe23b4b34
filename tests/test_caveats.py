"""What models say in English sentences is worded by the pages in either language."""

import re
from pathlib import Path

import pytest

from app_pages import caveats, language
from tests.page_fixtures import PROJECT, asked
from tests.sql_texts import HOLE, texts

pytest_plugins = ["tests.page_states"]

PLACE = re.compile(r"\{\w+\}")
ENGLISH = re.compile(r"[A-Za-z]{4,}")
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
    assert texts(sql(name), column) == set(caveats.SENTENCES[place])


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
    assert texts(text, "said") == {"one", "two", "three {} times", "four", "five"}


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
