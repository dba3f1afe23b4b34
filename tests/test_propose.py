"""`ingest map` proposes a mapping from a file, asks what the file cannot say, and decides nothing
that could be read in two ways.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from ingest.__main__ import main
from ingest.config import read_config
from ingest.propose import propose
from tests.ingest_fixtures import APPS, Desk

EXPORT = Path(__file__).parent / "vendor" / "appmagic_UNVERIFIED_semicolon.csv"
ANSWERS = {"app": "kling", "grain": "day", "unit": "USD", "basis": "gross"}
SOURCE = """
[[source]]
id = "vendor"
producer = "A vendor"
format = "mapped.export"
as_of = 2026-11-02
"""


@pytest.fixture
def told(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs `python -m ingest` on the desk; its exit code, output and talk."""
    monkeypatch.setenv("TRACKER_DATA", str(desk.store.root))
    monkeypatch.setenv("TRACKER_ROOT", str(desk.root))

    def tell(*words: str) -> tuple[int, str, str]:
        code = main(list(words))
        said = capsys.readouterr()
        return code, said.out, said.err

    return tell


def proposed(desk: Desk, content: str, source: str | None = None, **answers: str) -> str:
    """The TOML proposed for a file; questions without an answer stay open."""
    path = desk.root / "export.csv"
    path.write_text(content, encoding="utf-8")
    options = argparse.Namespace(file=str(path), name=None, source=source)

    def ask(key: str, question: str, choices: Collection[str]) -> str:
        return answers.get(key, "")

    return propose(options, read_config(desk.root), ask)[1]


def test_without_a_terminal_what_is_missing_stands_in_comments(desk: Desk, told: Any) -> None:
    """Columns, date pattern, decimal comma and words for stores are found; the rest is `ask`."""
    code, out, err = told("map", str(EXPORT), "--name", "export")
    assert code == 0
    assert tomllib.loads(out) == {
        "title": EXPORT.stem,
        "columns": {
            "period": {"column": "Date", "dates": "%d.%m.%Y"},
            "country": {"column": "Country"},
            "platform": {
                "column": "Store",
                "words": {"App Store": "ios", "Google Play": "android"},
            },
        },
        "value": [
            {"column": "Downloads", "metric": "downloads"},
            {"column": "Revenue", "metric": "revenue", "decimal": ","},
        ],
    }
    asked = [line.split()[2] for line in out.splitlines() if line.startswith("# ask: ")]
    assert asked == ["app", "grain", "unit", "basis"]
    assert 'format = "mapped.export"' in err
    assert not (desk.root / "config" / "formats").exists()


def test_a_proposal_with_its_answers_loads_the_file(desk: Desk) -> None:
    """Saved as it is, the mapping reads the file it was made from."""
    text = proposed(desk, EXPORT.read_text("utf-8-sig"), **ANSWERS)
    (desk.root / "config" / "formats").mkdir()
    (desk.root / "config" / "formats" / "export.toml").write_text(text, encoding="utf-8")
    desk.configure(sources=SOURCE)
    assert desk.outcome("export.csv", EXPORT.read_bytes()) == ("accepted", "")
    assert len(desk.values()) == 4


def test_it_is_written_only_when_whole_and_never_over_another(desk: Desk, told: Any) -> None:
    """A mapping that leaves a question open to the source is whole; one without dates is not."""
    path = desk.root / "config" / "formats" / "export.toml"
    code, _out, err = told("map", str(EXPORT), "--name", "export", "--write")
    assert (code, path.exists(), f"written: {path}" in err) == (0, True, True)
    before = path.read_bytes()
    code, _out, err = told("map", str(EXPORT), "--name", "export", "--write")
    assert (code, "there is a mapping of this name" in err) == (1, True)
    assert path.read_bytes() == before
    unclear = desk.root / "unclear.csv"
    unclear.write_text("Date,Revenue\n01/02/2026,5\n")
    code, _out, err = told("map", str(unclear), "--write")
    assert (code, "columns.period: this key is required" in err) == (1, True)
    assert not path.with_name("unclear.toml").exists()
    assert "mapped.export: appmagic_UNVERIFIED_semicolon" in told("formats")[1]


def test_a_date_that_is_two_days_is_not_decided(desk: Desk) -> None:
    """01/02/2026 is asked; a 13th shows which of both is the day."""
    both = proposed(desk, "Date,Revenue\n01/02/2026,5\n")
    assert '# ask: the dates of "Date" can be read in 2 ways; take one' in both
    assert "period" not in tomllib.loads(both)["columns"]
    shown = proposed(desk, "Date,Revenue\n01/02/2026,5\n01/13/2026,5\n")
    assert tomllib.loads(shown)["columns"]["period"]["dates"] == "%m/%d/%Y"
    chosen = proposed(desk, "Date,Revenue\n01/02/2026,5\n", dates="%d/%m/%Y")
    assert tomllib.loads(chosen)["columns"]["period"]["dates"] == "%d/%m/%Y"


def test_a_number_that_is_two_numbers_is_not_decided(desk: Desk) -> None:
    """1.234 is asked; it makes no mapping until somebody says which it is."""
    content = "Date,Revenue\n2026-10-01,1.234\n"
    text = proposed(desk, content)
    assert "its numbers can be read as 1234.5 or 1.234,5: say which" in text
    assert tomllib.loads(text)["value"][0]["decimal"] == "?"
    [value] = tomllib.loads(proposed(desk, content, numbers="1.234,5"))["value"]
    assert (value["decimal"], value["thousands"]) == (",", ".")


def test_words_of_the_source_are_not_asked_again(desk: Desk) -> None:
    """What the source says of all its files needs no word in the mapping."""
    desk.configure(
        APPS, SOURCE.replace("mapped.export", "snapshot") + 'unit = "USD"\ngrain = "day"\n'
    )
    text = proposed(desk, "Date,App Name,Net revenue\n2026-10-01,Kling,$5\n", source="vendor")
    assert "# grain: day, from source vendor" in text
    assert tomllib.loads(text)["columns"]["app"] == {"column": "App Name"}
    assert tomllib.loads(text)["value"] == [
        {"column": "Net revenue", "metric": "revenue", "sign": "$"}
    ]


def test_totals_are_offered_to_be_left_out(desk: Desk) -> None:
    """Never by itself: a person knows whether Total is a sum of the rows beside it."""
    text = proposed(desk, "Date,Store,Downloads\n2026-10-01,iOS,5\n2026-10-01,Total,9\n")
    assert '# is = ["Total"]' in text
    assert "leave_out" not in tomllib.loads(text)
    assert tomllib.loads(text)["columns"]["platform"]["column"] == "Store"


def test_an_answer_that_is_none_of_the_words_is_asked_again(desk: Desk) -> None:
    """What is not one of the choices never comes into a mapping."""
    path = desk.root / "export.csv"
    path.write_text("Date,Downloads\n2026-10-01,5\n")
    given = iter(["klingg", "kling", "apple", "ios", "", ""])
    options = argparse.Namespace(file=str(path), name=None, source=None)
    _name, text = propose(options, read_config(desk.root), lambda *_question: next(given))
    assert tomllib.loads(text)["columns"] == {
        "period": {"column": "Date", "dates": "ISO"},
        "app": {"fixed": "kling"},
        "platform": {"fixed": "ios"},
    }


def test_a_file_of_a_known_format_is_said_to_be_one(desk: Desk, told: Any) -> None:
    """Nobody maps what loads as it is."""
    path = desk.root / "own.csv"
    path.write_text("app,period,downloads\nkling,2026-09,5\n")
    assert "note: it has the format snapshot already" in told("map", str(path))[2]


def test_what_is_no_table_is_refused_in_words(desk: Desk, told: Any) -> None:
    """A file that is not there, or empty, is no traceback."""
    assert told("map", "nowhere.csv")[0] == 1
    empty = desk.root / "empty.csv"
    empty.write_text("")
    code, _out, err = told("map", str(empty))
    assert (code, "the file is empty" in err) == (1, True)
