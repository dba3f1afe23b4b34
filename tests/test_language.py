"""Two languages: which texts there are, how figures and days read, and that none is mixed."""

import re
from contextvars import copy_context
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app_pages import choices, formats, language
from docs import texts
from tests.page_fixtures import PROJECT, Screen

pytest_plugins = ["tests.page_states"]


def test_no_text_is_missing_or_left_over() -> None:
    """Each text of the pages is in a catalogue, with the same places to fill in."""
    assert list(texts.faults()) == []


def test_a_missing_text_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list above is empty because nothing is missing, not because nothing is looked for."""
    known = texts.translated()
    said, where = known.pop("Pace")
    known |= {"Nobody says this": (said, where), "What to do: {fix}": ("處理方法", where)}
    monkeypatch.setattr(texts, "translated", lambda: known)
    found = "\n".join(texts.faults())
    assert "missing, of app_pages/menu.py: 'Pace'" in found
    assert "left over in core.po: 'Nobody says this'" in found
    assert "other places to fill in, in core.po: 'What to do: {fix}'" in found


@pytest.mark.parametrize(
    ("value", "bound", "english", "chinese"),
    [
        (218_847_233, "at_least", "218.8M", "2.188億"),
        (280_000_000, None, "280M", "2.8億"),
        (12_345_678_901, None, "12.3B", "123.5億"),
        (510_000, None, "510K", "51萬"),
        (99_999, "at_most", "100.0K", "10萬"),
        (99_999, "at_least", "99.9K", "9.999萬"),
        (9_999, None, "9,999", "9,999"),
        (-41_700_000, None, "−41.7M", "−4,170萬"),
        (Decimal("0.5"), None, "0.50", "0.50"),
    ],
)
def test_figures_are_shortened_as_each_language_counts(
    value: Any, bound: str | None, english: str, chinese: str
) -> None:
    """By thousand, million and billion, or by 萬 and 億; never to more than was said."""
    assert formats.scaled(value, bound) == english
    with language.within(language.CHINESE):
        assert formats.scaled(value, bound) == chinese


def test_days_and_periods_in_chinese() -> None:
    """Year, month, day; a quarter by its number."""
    june, july = date(2026, 6, 1), date(2026, 7, 31)
    with language.within(language.CHINESE):
        assert formats.day(july) == formats.short_day(july) == "2026年7月31日"
        assert formats.month(june) == "2026年6月"
        assert formats.period(date(2026, 4, 1), date(2026, 6, 30)) == "2026年第2季"
        assert formats.period(date(2026, 1, 1), date(2026, 12, 31)) == "2026年"
        assert formats.period(june, july) == "2026年6月1日至2026年7月31日"
        assert formats.span(june, july) == "2026年6月至7月"
        assert formats.said_on(june, july) == "2026年6月1日至2026年7月31日之間"
        assert formats.moment("2026-02-14T09:30:00") == "2026年2月14日, 09:30 UTC"
        assert formats.amount_in_words(280_000_000, "USD", "at_least") == "至少 US$2.8億"
        assert formats.amount(510_000, "users") == "51萬 名用戶"
        assert formats.app_name("Kling", "可靈") == "可靈 Kling"
    assert formats.app_name("Kling", "可靈") == "Kling 可靈"


def test_what_is_kept_for_later_stays_in_its_language() -> None:
    """A file that is made when somebody asks for it is in the language of the page."""
    with language.within(language.CHINESE):
        make = language.kept(formats.month)
    assert make(date(2026, 6, 1)) == "2026年6月"
    assert formats.month(date(2026, 6, 1)) == "June 2026"


def test_counted_texts_have_one_form_in_chinese() -> None:
    """English has two; the number is written in it."""
    forms = "{n} file waits for you on the Data page", "{n} files wait for you on the Data page"
    assert language._n(*forms, 1) == "1 file waits for you on the Data page"
    assert language._n(*forms, 1200) == "1,200 files wait for you on the Data page"
    with language.within(language.CHINESE):
        assert language._n(*forms, 1) == "「資料」頁有 1 個檔案等待你處理"


def test_two_sessions_do_not_mix(everything: Path) -> None:
    """Each reader's page is in the language of its own address, whoever came last."""
    chinese = Screen(everything, "growth", lang="zh-Hant")
    english = Screen(everything, "growth")
    assert chinese.app.date_input[0].label == "截至何日所知"
    assert english.app.date_input[0].label == "As known on"
    with language.within(language.CHINESE):
        chinese.app.run()
    assert chinese.app.date_input[0].label == "截至何日所知"


def test_a_link_is_for_everybody(everything: Path) -> None:
    """What an English reader chose opens in Chinese, and the address stays as it was."""
    screen = Screen(everything, "growth", lang="zh-Hant", metric="Downloads", view="Index")
    shared = screen.app.query_params
    assert (shared["metric"], shared["view"]) == ("Downloads", "Index")
    picked = screen.app.session_state[choices.CHOSEN]
    assert ("metric", "Downloads") in picked and ("view", "Index") in picked


#: What stays in English on a Chinese page: names, commands, files' own words.
KEPT = re.compile(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|https?://\S+|:[a-z-]+:|<style>.*?</style>", re.S)
SENTENCE = re.compile(r"(?:\b[A-Za-z][a-z']+\b[ ,.]+){5,}")


@pytest.mark.parametrize(
    "page", ["pace", "growth", "market", "history", "ask", "data", "app", "alerts"]
)
def test_every_page_reads_in_chinese(everything: Path, page: str) -> None:
    """No sentence of ours is left in English; what files and tables say stays as it is."""
    screen = Screen(everything, page, lang="zh-Hant")
    english = Screen(everything, page)
    ours = {KEPT.sub("", text) for text in english.texts}
    left = [
        found.group(0)
        for text in screen.texts
        if (found := SENTENCE.search(KEPT.sub("", text))) and KEPT.sub("", text) in ours
    ]
    assert [text for text in left if not _is_data(text)] == []
    headings = [text for text in screen.texts if text in {t for t in english.texts if t[:1] == "#"}]
    assert headings == []


def test_each_run_of_a_thread_has_the_language_of_its_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A server makes several runs of a session in one thread; each asks the session anew."""
    monkeypatch.setattr(language, "st", SimpleNamespace(session_state={}, query_params={}))
    monkeypatch.setattr(language, "get_script_run_ctx", lambda **_keys: object())

    def runs() -> list[str]:
        said = []
        for chosen in (language.ENGLISH, language.CHINESE, language.ENGLISH):
            language.choose(chosen)
            language.start_run()
            said.append(language.current())
        return said

    assert copy_context().run(runs) == ["en", "zh-Hant", "en"]


def _is_data(text: str) -> bool:
    """Whether a text stands in a file of the project's own data, or describes a table."""
    return any(text[:25] in whole for whole in _data())


@cache
def _data() -> tuple[str, ...]:
    seeds = [path.read_text(encoding="utf-8") for path in (PROJECT / "seeds").glob("*.csv")]
    return (*seeds, (PROJECT / "config" / "sources.toml").read_text(encoding="utf-8"))
