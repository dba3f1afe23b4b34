"""What the ledger says of a file in English sentences is told in Chinese by the pages."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from itertools import product
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import polars as pl
import pytest

from app_pages import data_lines, data_waiting, language, sentences
from docs import texts
from ingest import refusal
from ingest.config import Source
from ingest.context import Question
from ingest.proof import PROOFS
from ingest.sentences import TEMPLATES, proofs, reasons, rules
from ingest.sentences.form import Form, Sentence
from warehouse.errors import TrackerError

PLACE = re.compile(r"\{(\w+)\}")
#: A text for each place that may not hold any; a place of another name holds a name.
SAMPLES = {
    "metric": "revenue", "app": "kling-ai", "unit": "USD", "month": "2026-03", "share": "62.5%",
    "day": "2026-03-31", "place": "ios, US, 2026-03", "series": "ios, WW; all, US",
    "one": "KP", "another": "KR", "months": "the same months", "of_two": "platforms",
    "allowed": "up to 5%", "problem": "the answer holds no rows", "names": "'a; b' (c), 'd'",
    "fix": "The answer holds no rows", "rule": "must be one of day, week",
    "examples": "'a; b', nothing", "others": "app jimeng, another country",
    "questions": "which currency or unit are its figures in; what do its figures cover, in words",
    "flaw": "is empty", "hint": "known: a, b", "due_words": "a day", "grain": "month",
    "said_grain": "week", "hints": "for 'a': known: b, c; for 'd': did you mean 'e; f'?",
    "unread": "row 3: 'Units' is 'x; y', not a whole number; and others",
    "faults": "value must not be negative: '-5' (row 3); unit must be past: nothing (row 4)",
}  # fmt: skip
NUMBERS = (
    "n all same gone nothing older again lack had known times low high now before most due row "
    "other_row line byte size fields header number character column_no place_no"
).split()


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    with language.within(language.CHINESE):
        yield


def places(template: str) -> dict[str, str]:
    """Something for each place of a form."""
    numbers = dict.fromkeys(NUMBERS, "1,234.5")
    return {name: (SAMPLES | numbers).get(name, "X-7") for name in PLACE.findall(template)}


def forms(module: ModuleType) -> set[str]:
    """The templates that a module of ingest/sentences/ names."""
    named = [one for one in vars(module).values() if isinstance(one, (Form, dict))]
    each = [list(one.values()) if isinstance(one, dict) else [one] for one in named]
    return {form.template for group in each for form in group if isinstance(form, Form)}


def test_each_form_is_found_again_from_what_it_says() -> None:
    """The sentence leads to its own form and to no other, with what stood in its places."""
    for template in texts.forms():
        told = places(template)
        chinese = language._(template)
        words = {name: sentences.in_place(name, text) for name, text in told.items()}
        assert sentences.worded(template.format(**told)) == chinese.format(**words), template


def test_every_form_stands_as_it_is_told() -> None:
    """A sentence put together in another way would be found by nobody who looks for its form."""
    for path in texts.OF_LEDGER:
        for place in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made = isinstance(place, ast.Call) and isinstance(place.func, ast.Name)
            if made and place.func.id in ("sentence", "Sentence"):
                told = (path.name, place.func.id, type(place.args[0]))
                assert told[2] is ast.Constant or told[:2] in {
                    ("form.py", "Sentence"),
                    ("json_exact.py", "Sentence"),
                }, f"{path}:{place.lineno}"


def test_a_form_without_chinese_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The forms count as texts, and stand in the catalogue that pages look them up in."""
    known = texts.translated()
    lost, moved = proofs.KNOWN_CENTS.template, rules.NOT_NEGATIVE.template
    del known[lost], known["the file is empty"]
    known[moved] = known[moved][0], "data.po"
    monkeypatch.setattr(texts, "translated", lambda: known)
    assert sorted(texts.faults()) == [
        "missing, of ingest/content.py: 'the file is empty'",
        f"missing, of ingest/sentences: {lost!r}",
        f"to be kept in sentences.po, not in data.po: {moved!r}",
    ]


MONTH = date(2026, 3, 1)
TIMES = (0.001, 0.01, 1.0, 1.1, 3.0, 100.0, 5000.0)
#: Judge → what each column of its rows may be; their product meets all that it can say.
ROWS: dict[str, list[tuple[Any, ...]]] = {
    "against_history": [
        ("kling",), ("revenue",), ("the same months", "the months before"), TIMES, (2, 12),
        (0.1, 1.0), (0.1, 0.9), (None, 1.0, 5.0, 20.0), ("ios, US, 2026-03",),
    ],
    "changes": [
        ("kling",), ("mau",), (True, False), ("all, WW",), (MONTH,), TIMES, (0.9,), (1.2,), (7,),
        (0.1, 5.0),
    ],
    "other_sources": [("kling",), ("mau",), ("a b's",), (MONTH,), TIMES, (0.9,), (1.2,), (7,)],
    "per_download": [("kling",), ("USD", "CNY"), (0.02, 3.0, 2000.0), (None, 0.0, 0.03, 3.0, 30.0)],
    "earnings": [("kling",), ("USD",), (MONTH,), (0.5, 3.0, 4000.0), (2.5,), (3.5,), (7,)],
    "parts": [
        tuple(proofs.PARTS), ("kling",), ("downloads",), (MONTH,), (0.2, 1.0, 1.1, 15.0), (1234,),
    ],
    "added_users": [("kling",), ("mau",), (4,)],
    "elsewhere": [
        ("kling",), ("revenue",), (None, "jimeng"), (None, "ad_revenue"), (True, False),
        (True, False), (-2, 0, 1), (9, 20), (20,),
    ],
    "swapped": [("mau",), ("kling ios", "US"), ("kling android", "CN"), (0.9,), (0.1,), (4,)],
    "repeated": [
        ("revenue",), tuple(proofs.OF_TWO), ("kling", "ios", "US"), ("jimeng", "web", "CN"), (9,),
        (10,),
    ],
    "missing": [
        ("kling",), ("revenue",), (0, 2), (0, 1, 5), (5,), (["ios, WW", "all, US"],),
    ],
    "devices": [("kling",), ("mau",), ("iPad",), (9,), (9,), (12,), (0, 1)],
    "said_before": [(0, 4), (0, 4), (12,)],
    "rounded": [("kling",), ("revenue",), (12,)],
    "days": [
        ("kling",), ("revenue",), (None, *TIMES), (12,), (0, 3), (0.1, 1.0), (MONTH,), (0, 12),
        (4, 30), (0, 2), (0, 12), (0, 12), (0, 10),
    ],
}  # fmt: skip


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """What each form says from now on, by its template."""
    told: dict[str, set[str]] = {}
    say = Form.__call__

    def noted(form: Form, **places: object) -> Sentence:
        sentence = say(form, **places)
        told.setdefault(form.template, set()).add(sentence)
        return sentence

    monkeypatch.setattr(Form, "__call__", noted)
    return told


def test_every_proof_is_told_in_chinese(made: dict[str, set[str]]) -> None:
    """Whatever the judges make of their rows leads to its form; none stands there for nothing."""
    for judge in PROOFS:
        rows = list(product(*ROWS[judge.__name__]))
        assert all(one.verdict in sentences.VERDICTS for one in judge(rows)), judge.__name__
    proofs.NOT_COMPARED(why="it is being written")
    assert set(made) == forms(proofs)
    for template, said in made.items():
        assert {sentences.found(one)[0] for one in said} == {template}


def test_a_held_file_and_a_question_are_told_in_chinese() -> None:
    """As the Data page lists them: each proof behind its verdict, the question with its mark."""
    earns = proofs.EARNS_CENTS(app="kling", now="300.00", unit="USD", most="100")
    assert data_lines.proofs_text([f"fits: {earns}", f"broken: {earns}", "odd: who knows"]) == (
        "- ⚠\u00a0**不符**：kling 每次下載帶來 300.00 USD，多於 100：很可能以「分」為單位\n"
        "- **異常**：who knows\n"
        "- 相符：kling 每次下載帶來 300.00 USD，多於 100：很可能以「分」為單位"
    )
    assert data_waiting.question_text(reasons.ASKED["unit"]()) == "數字以甚麼貨幣或單位表示？"


def test_several_are_told_one_by_one() -> None:
    """Also where a sentence holds a semicolon itself, or a value of the file does."""
    lack = proofs.NOTHING(nothing=3, n=3, metric="mau", app="kling", series="ios, WW; all, US")
    cents = proofs.EARNS_CENTS(app="kling", now="300.00", unit="USD", most="100")
    worded = sentences.worded(f"{lack}; {cents}; {lack}")
    assert worded.count("例如 iOS、全球；所有平台、US") == 2
    assert "；kling 每次下載帶來 300.00 USD，多於 100：很可能以「分」為單位；" in worded


def test_refused_rows_are_told_with_what_they_say() -> None:
    """Each rule in Chinese; what stood in the file, and the column, stay as they are."""
    held = sorted(forms(rules))
    faults = pl.DataFrame(
        {
            "column_name": "value",
            "rule": [template.format(**places(template)) for template in held],
            "value": ["5; 'none' must be 7: '8'", None, *["6"] * (len(held) - 2)],
            "row_no": range(2, len(held) + 2),
        }
    )
    source = cast(Source, SimpleNamespace(source_id="vendor", rejected_share=0.05))
    for ten in faults.iter_slices(10):
        said = refusal.told(ten, source, 1200, 3400)
        worded = sentences.worded(said).replace("'5; 'none' must be 7: '8''", "5")
        assert worded.startswith(
            "3,400 行中拒收 1,200 行；來源「vendor」最多容許 5% 的行有錯：value "
        )
        assert (worded.count("（第 "), worded.count("must")) == (ten.height, 0)


def test_what_fits_no_form_stays_as_it_was_said() -> None:
    """A vendor's own words, another release's sentence, and one with such a part within it."""
    for said in (
        "Too many requests",
        "revenue of kling is 2 times what it was",
        "1 of 2 rows refused; source 'v' allows none: value must please us: '5' (row 3)",
        "the answer holds no rows; and more",
    ):
        assert sentences.worded(said) == said
    assert sentences.worded(None) == ""


def test_an_english_page_says_what_the_ledger_says() -> None:
    """Letter for letter, and each proof with its verdict."""
    with language.within(language.ENGLISH):
        assert sentences.worded("the answer holds no rows") == "the answer holds no rows"
        assert sentences.held_against(["fits: a", "odd: b"]) == "fits: a; odd: b"


def test_an_error_is_written_as_its_form_has_it() -> None:
    """The forms tell of errors as warehouse/errors.py writes them."""
    assert reasons.ERROR.template == sentences.ERROR
    error = TrackerError("it is empty", "a.csv", "export it again")
    assert str(error) == reasons.ERROR(problem="it is empty", where="a.csv", fix="Export it again")


def test_each_refusal_of_a_file_is_told_with_what_to_do() -> None:
    """Whatever stands in its places, and in the name of the file; the fix has a capital letter."""
    again = language._("fetch it again")
    for template in texts.forms().keys() - {*TEMPLATES}:
        said = template.format(**places(template))
        if template == "{fix}; nothing was loaded":
            continue  # is only ever what to do
        told = sentences.worded(str(TrackerError(said, "a (1). b.csv", "fetch it again")))
        assert told == f"{sentences.worded(said)}（a (1). b.csv）。{again}"
    for fix in ("quote values with \", not with '; nothing was loaded", "say one of a (b). c"):
        told = sentences.worded(str(TrackerError("row 1 is empty", "a.csv", fix)))
        assert told == f"第 1 行是空的（a.csv）。{sentences.worded(fix)}"


def test_a_question_is_told_with_what_to_do() -> None:
    """Brackets stand in the question, and in the name of the file."""
    missing = {"country": reasons.ASKED["country"](), "app": reasons.WHICH_APPS(names="'a (b)'")}
    assert sentences.worded(str(Question(missing, "Unified (1). csv"))) == (
        "數字涵蓋哪個國家/地區（ISO 3166 的兩個字母，或 WW 代表全球）；以下各是 config/apps.toml "
        "中哪個應用程式：'a (b)'？（Unified (1). csv）。請在「資料」頁答覆，或執行："
        "python -m ingest answer 'Unified (1). csv' --country … --app …"
    )
