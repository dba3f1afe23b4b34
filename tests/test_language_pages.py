"""Every page in Chinese: what is left in English there is names and what files say."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.json_format import MessageToDict

from app_pages import language, reader, take_out
from app_pages.exports import Taken
from app_pages.history_words import metric_name
from app_pages.paper import memo
from tests.page_fixtures import Screen, unescaped
from warehouse.alerts import journal
from warehouse.paths import Store
from warehouse.vocabulary import UNITS

pytest_plugins = ["tests.page_states"]

#: What is no text for a reader: code, commands, addresses, tags, signs of money.
UNREAD = re.compile(
    r"`[^`]*`|python -m \w+ \w+|\]\([^)]*\)|https?://\S+|<style>.*?</style>|<[^>]*>|(?:US|HK)\$",
    re.DOTALL,
)
#: Columns of names and of what a source, a file or a person says: shown as it was said.
QUOTED = {
    # names: of apps, companies, sources, issuers, publications, files, events, columns
    "name", "name_en", "name_zh", "company", "market_name", "app_id", "metric", "source_id",
    "producer", "source_producer", "other_producer", "counted_producer", "issuer", "issuer_names",
    "publisher", "publishers", "said_by", "voice", "file", "event", "release", "table_name",
    "column_name",
    # what they say: of what a figure covers, of themselves, of one statement
    "scope", "covers", "note", "licence",
}  # fmt: skip
UNSEEN = {"id", "elementId", "family", "template", "url", "key", "ids", "icon"}
SENTENCE = re.compile(r"[A-Za-z][\w'’-]*(?: [A-Za-z][\w'’-]*){2,}", re.ASCII)
NAME = re.compile(r"\w+_\w+")
PAGES: list[tuple[str, dict[str, str]]] = [
    ("growth", {}),
    ("growth", {"view": "Change", "currency": "CNY"}),
    ("growth", {"metric": "Downloads", "view": "Index"}),
    ("growth", {"metric": "Monthly active users"}),
    ("market", {}),
    ("market", {"metric": "Downloads", "currency": "USD"}),
    ("pace", {}),
    ("history", {}),
    ("app", {}),
    ("data", {}),
]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every name and quotation a page was answered with; all else it says is the project's own."""
    found: set[str] = set()
    answer = reader.answer

    def noted(*arguments: Any) -> Any:
        rows = answer(*arguments)
        quoted = [{key: row[key] for key in QUOTED & row.keys()} for row in rows]
        found.update(strings(quoted))
        return rows

    monkeypatch.setattr(reader, "answer", noted)
    return found


@pytest.mark.parametrize(("page", "address"), PAGES)
def test_a_chinese_page_has_no_english_sentence_of_ours(
    everything: Path, said: set[str], page: str, address: dict[str, str]
) -> None:
    """Three English words in a row stand there only in names and in what a file says."""
    assert english(Screen(everything, page, lang="zh-Hant", **address), said) == []


def test_the_alerts_page_has_no_english_sentence_of_ours(everything: Path) -> None:
    """Rules, what fired and why, the digest; names and the key of a cause stay as they are."""
    known = journal.read(Store(everything))
    assert known.alerts
    names = ("name_en", "name_zh", "issuer", "publisher", "voice", "metric", "file")
    said = {str(alert.facts[key]) for alert in known.alerts for key in names if key in alert.facts}
    said |= {f"{alert.subject}: {alert.state}" for alert in known.alerts}
    assert english(Screen(everything, "alerts", lang="zh-Hant"), said) == []


@pytest.mark.parametrize(
    ("page", "chart", "places"),
    [
        ("growth", "growth_USD_net_of_store_estimate", 1),
        ("pace", "pace_cumulative", 40),
        ("pace", "target_revisions", 12),
    ],
)
def test_where_a_figure_comes_from_has_no_english_sentence_of_ours(
    everything: Path, said: set[str], page: str, chart: str, places: int
) -> None:
    """What each statement was used for, at which rate, and how the figure came about."""
    screen = Screen(everything, page, lang="zh-Hant")

    def chosen() -> Any:
        [found] = [box for box in screen.app.selectbox if box.key == f"traced_{chart}"]
        return found

    names = chosen().options
    for place in range(0, min(places, len(names)), 6):
        with language.within(language.CHINESE):
            chosen().select_index(place).run()
        assert not screen.app.exception
        assert any("用作" in line for lines in screen.lists() for line in lines), names[place]
        assert english(screen, said) == []


@pytest.mark.parametrize("page", ["growth", "market", "pace", "history"])
def test_a_memo_says_in_chinese_what_its_columns_mean(
    everything: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """The words of the database that a memo prints beside the names of its columns."""
    found: list[Taken] = []
    taken = take_out.taken

    def noted(*arguments: Any, **keys: Any) -> Taken:
        found.append(taken(*arguments, **keys))
        return found[-1]

    monkeypatch.setattr(take_out, "taken", noted)
    Screen(everything, page, lang="zh-Hant")
    assert found
    with language.within(language.CHINESE):
        for what in found:
            assert not SENTENCE.search(memo._meanings(what)), what.name
            assert not SENTENCE.search(memo._stands(what)), what.name


@pytest.mark.parametrize("page", ["growth", "market"])
def test_without_samples(real_only: Path, said: set[str], page: str) -> None:
    """What a page says where nothing can be drawn is in Chinese too."""
    assert english(Screen(real_only, page, lang="zh-Hant"), said) == []


@pytest.mark.parametrize("page", ["growth", "market"])
def test_before_anything_was_known(everything: Path, said: set[str], page: str) -> None:
    """So is what it says of a day on which nothing was known."""
    assert english(Screen(everything, page, lang="zh-Hant", as_of="2024-01-01"), said) == []


def test_an_english_sentence_would_be_found(everything: Path, said: set[str]) -> None:
    """In headings, labels, tables and charts alike."""
    found = english(Screen(everything, "growth"), said)
    for text in (
        "Growth, month over month: month over month",
        "On month before: On month before",
        "US$ a month (run rate ÷ 12): a month",
    ):
        assert any(text.partition(": ")[2] in line for line in found), text


def english(screen: Screen, said: set[str]) -> list[str]:
    """Each text with English words in a row that nobody said: the words, then the text."""
    names = [name for name in said if NAME.fullmatch(name)]
    spelt = [name.replace("_", " ") for name in names] + [metric_name(name) for name in names]
    known = " | ".join(map(plain, [*said, *spelt, *UNITS])).casefold()
    return [
        f"{words}, in: {text[:200]}"
        for text in dict.fromkeys(map(plain, shown(screen)))
        for words in SENTENCE.findall(text)
        if words.casefold() not in known
    ]


def shown(screen: Screen) -> Iterator[str]:
    """Every text a reader can meet on a page, those of charts and tables too."""
    for element in screen.app.main:
        if element.type in ("code", "arrow_data_frame") or not getattr(element, "proto", None):
            continue
        content = MessageToDict(element.proto)
        if element.type == "plotly_chart":
            content["spec"] = json.loads(content["spec"])
        yield from strings(content)
    for table in screen.tables():
        yield from strings([[*row, *row.values()] for row in table])


def strings(content: Any) -> Iterator[str]:
    """Every text of nested lists and dictionaries, but of keys that hold none for a reader."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for key, value in content.items():
            if key not in UNSEEN:
                yield from strings(value)
    elif isinstance(content, list):
        for value in content:
            yield from strings(value)


def plain(text: str) -> str:
    """A text without its marks: Markdown, tags, addresses and code."""
    return unescaped(unescape(UNREAD.sub(" | ", unescaped(text))))
