"""The page words an alert and a rule itself: in English as the message has it, and in Chinese."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app_pages import alert_rules, alert_words, language, metrics
from ingest.alerting.config import checked
from ingest.alerting.keys import KIND_KEYS
from ingest.config import read_config
from ingest.config_keys import Problems
from tests.page_fixtures import PROJECT
from tests.sql_texts import texts
from warehouse.alerts import journal
from warehouse.alerts.asked import Asked, opened
from warehouse.alerts.journal import Alert
from warehouse.paths import Store
from warehouse.store import newest

pytest_plugins = ["tests.page_states"]

CANDIDATES = PROJECT / "warehouse" / "alerts" / "candidates"
#: For each kind parameters under which as much as possible fires, on any day.
WIDE: list[tuple[str, dict[str, Any]]] = [
    ("growth", {"metric": "revenue", "change": "mom", "above": -9.0, "below": 9.0}),
    ("growth", {"metric": "mau", "change": "yoy", "above": -9.0, "below": 9.0}),
    ("unusual_growth", {"metric": "downloads", "deviations": 0.0, "history": 3}),
    *(
        ("pace", {"measure": measure, "line": line, "every_target": True})
        for measure in ("reported", "even_path", "low_case")
        for line in (0.9, 9.0)
    ),
    ("restatement", {"metric": None, "size": 0.0, "days": 4000}),
    (
        "new_report",
        {
            "metric": None,
            "days": 4000,
            "kinds": ["reported", "guidance", "forecast", "press", "estimate"],
        },
    ),
    ("source_late", {"sources": []}),
    ("load", {"sources": [], "outcomes": ["refused", "held", "waiting", "accepted_in_part"]}),
]
#: What a Chinese sentence keeps beside metrics that have no Chinese name: names, ids, units, the
#: words of others.
KEPT = ("name_en", "name_zh", "issuer", "publisher", "voice", "file", "source_id", "reason", "unit")
ENGLISH = re.compile(r"(?!Android|iOS)\b[A-Za-z]{3,}")


def as_read(kind: str, row: dict[str, Any]) -> Alert:
    """An alert of a row as the journal gives it back."""
    line = {"moment": "2026-11-24T09:30:00"}
    line |= journal.fired_line("r", kind, row, journal.NEW, ())
    return journal._alert(json.loads(json.dumps(line, default=journal._plain)))


def chinese(alert: Alert) -> str:
    """The Chinese sentence and figure, without names and other people's words."""
    with language.within(language.CHINESE):
        said = f"{alert_words.sentence(alert)} {alert_words.figure(alert)}"
        metric = metrics.within(alert.facts.get("metric", ""))
    said = said.replace(metric, "")
    for name in sorted((str(alert.facts.get(key)) for key in KEPT), key=len, reverse=True):
        said = said.replace(name, "")
    return said


def plain(text: str) -> str:
    """The text with plain spaces."""
    return text.replace("\u00a0", " ")


@pytest.fixture
def asked(everything: Path) -> Iterator[Asked]:
    """The shipped data, late sources and all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2027-12-24")
        with opened(newest(Store(everything)), date(2027, 12, 24)) as (one,):
            yield one


@pytest.mark.parametrize(("kind", "about"), WIDE)
def test_an_alert_of_the_shipped_data_reads_in_either_language(
    asked: Asked, kind: str, about: dict[str, Any]
) -> None:
    """English to the letter as in the message; no English sentence in Chinese."""
    about = {"apps": [], "illustrative": True, **about}
    rows = asked.rows(f"candidates/{kind}", about)
    assert rows or kind == "load"
    for row in rows:
        alert = as_read(kind, row)
        assert plain(alert_words.sentence(alert)) == plain(row["sentence"])
        assert plain(alert_words.figure(alert)) == plain(row["figure"])
        assert plain(alert_words.said_by(alert)) == row["said_by"]
        assert not ENGLISH.search(chinese(alert)), chinese(alert)


def test_an_alert_without_figures_says_what_was_written() -> None:
    """A line of an earlier release has none; one that lacks some is not made up."""
    alert = Alert(
        "id", "2026-11-24T09:30:00", "r", "growth", "s", "+50%", "As it was said.", "+50%", None,
        None, "A feed", False, "growth", journal.NEW, True,
    )  # fmt: skip
    for facts in ({}, {"metric": "revenue"}, {"metric": 7}, {"name_en": "Kite", "name_zh": None}):
        older = replace(alert, facts=facts)
        assert alert_words.sentence(older) == "As it was said."
        assert alert_words.figure(older) == "+50%"


def test_every_constant_of_the_journal_has_words() -> None:
    """Why a line stands there, and what becomes of a message."""
    said = (journal.NEW, journal.ALREADY, journal.CHANGED, journal.FIRST, journal.OVER)
    assert said == alert_words.WHYS
    assert journal.CUT_OFF == alert_words.CUT_OFF
    with language.within(language.CHINESE):
        assert alert_words.reason(journal.CUT_OFF) == "發送途中程序結束"
        assert alert_words.reason("410 Gone") == "410 Gone"


def test_every_side_of_a_line_has_words() -> None:
    """The sides are those of the query."""
    text = (CANDIDATES / "pace.sql").read_text(encoding="utf-8")
    assert texts(text, "side") == list(alert_words.SIDES)


ENGLISH_RULES = """
[[rule]]
id = "growth"
kind = "growth"
above = 0.25
below = -0.2
apps = ["kling", "jimeng"]
[[rule]]
id = "yoy"
kind = "growth"
change = "yoy"
metric = "mau"
above = 1
illustrative = true
[[rule]]
id = "unusual"
kind = "unusual_growth"
[[rule]]
id = "reported"
kind = "pace"
measure = "reported"
line = 0.9
target = "every"
[[rule]]
id = "even"
kind = "pace"
[[rule]]
id = "low"
kind = "pace"
measure = "low_case"
[[rule]]
id = "restated"
kind = "restatement"
size = 0.05
metric = "arr"
[[rule]]
id = "new"
kind = "new_report"
[[rule]]
id = "late"
kind = "source_late"
sources = ["vendor"]
[[rule]]
id = "load"
kind = "load"
"""
SAID = {
    "growth": "Monthly revenue of an app (kling, jimeng) changed by +25% or more or by −20% or"
    " less on the month before.",
    "yoy": "Monthly monthly active users of an app changed by +100% or more on the same month a"
    " year before. Invented figures count too.",
    "unusual": "Monthly revenue of an app moved on the month before by more than 3 standard"
    " deviations off its usual change; at least 6 earlier changes are needed.",
    "reported": "What is reported crosses 90% of a standing target, up or down.",
    "even": "What is reported crosses 100% of the even path to the headline target, up or down.",
    "low": "The lowest way of going on crosses 100% of the headline target, up or down.",
    "restated": "A past figure of ARR is restated by 5% or more, up or down.",
    "new": "A figure is stated for the first time: reported or guidance.",
    "late": "A source (vendor) is late, or never spoke.",
    "load": "A file is refused, held or not read, or no new version could be published.",
}


def watched() -> list[dict[str, Any]]:
    """The rules above as a run writes them down."""
    problems = Problems()
    found = checked(tomllib.loads(ENGLISH_RULES), ["kling", "jimeng"], ["vendor"], problems)
    assert problems.found == []
    keys = ("kind", "conditions", "illustrative", "enabled")
    return [
        {"rule": rule.rule_id, "channels": []} | {key: getattr(rule, key) for key in keys}
        for rule in found.rules
    ]


@pytest.mark.parametrize("rule", watched(), ids=lambda rule: rule["rule"])
def test_a_rule_says_what_fires_it(rule: Any) -> None:
    """With its limits, its apps and sources; in Chinese without an English word but ids."""
    assert alert_rules.fires_when(rule) == SAID[rule["rule"]]
    with language.within(language.CHINESE):
        said = alert_rules.fires_when(rule)
    for name in ("kling", "jimeng", "vendor", "ARR"):
        said = said.replace(name, "")
    assert not ENGLISH.search(said)


def test_every_kind_of_rule_has_words() -> None:
    """A kind that config/alerts.toml learns is noticed here."""
    assert {rule["kind"] for rule in watched()} == set(KIND_KEYS)
    rules = read_config(PROJECT).alerts.rules
    assert {rule.kind for rule in rules} == set(KIND_KEYS)


def test_a_rule_of_another_release_says_so() -> None:
    """A page does not fall over what an older run wrote down."""
    for kind, conditions in (("comet", {}), ("growth", {"above": 1})):
        rule: Any = {"kind": kind, "conditions": conditions, "illustrative": False}
        assert alert_rules.fires_when(rule) == alert_rules.UNKNOWN


def test_the_digest_is_told_in_either_language() -> None:
    """To whom, how far back and when."""
    asked: Any = {"schedule": "0 7 * * mon", "days": 7, "channels": ["desk"]}
    assert alert_rules.digest(asked) == (
        "A digest of the last 7 days is sent to desk by the cron line `0 7 * * mon` (UTC)."
    )
    with language.within(language.CHINESE):
        assert (
            alert_rules.digest(asked)
            == "最近 7 天的摘要按 cron 設定 `0 7 * * mon`（UTC）發送至 desk。"
        )
        assert alert_rules.digest(None).startswith("摘要不會發送給任何人")
