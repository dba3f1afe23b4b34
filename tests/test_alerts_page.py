"""What a person reads and does on the Alerts page."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.config import read_config
from ingest.pipeline import look_for_alerts
from tests.alert_fixtures import SECRET, Hook, hook
from tests.page_fixtures import TODAY, VENDOR, Screen, Tracker
from tests.prepared import Prepared
from warehouse import requests

__all__ = ["hook"]

RULES = """
[[channel]]
id = "desk"
secret = "HOOK"
[[rule]]
id = "jumps"
kind = "growth"
above = 0.25
channels = ["desk"]
"""
WIDE = "app,period,platform,country,revenue,as_of\n"
CALM = WIDE + "kling,2026-08,all,WW,1000000,2026-09-05\nkling,2026-09,all,WW,1100000,2026-10-05\n"
JUMP = WIDE + "kling,2026-10,all,WW,1650000,2026-11-05\n"


@pytest.fixture
def tracker(prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tracker:
    """A tracker whose one rule has looked at two calm months."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)

    def fill(root: Path) -> None:
        made = Tracker(root, samples=False, off=("disclosures", "events", "ecb-rates"))
        made.add_source(VENDOR)
        (root / "config" / "alerts.toml").write_text(RULES, encoding="utf-8")
        made.drop("my-vendor", "calm.csv", CALM)
        made.run()

    return Tracker.found(prepared.copy("calm", fill, tmp_path))


def test_before_anything_fired_the_rules_stand_in_words(tracker: Tracker) -> None:
    """What is watched, whom it tells, and that the channel was never tested."""
    screen = Screen(tracker.store.root, "alerts")
    assert "Nothing has fired yet." in screen.text
    [rules] = screen.lists()
    assert rules == [
        {
            "Rule": "jumps",
            "Fires when": "Monthly revenue of an app changed by +25% or more on the month before.",
            "Tells": "desk",
            "State": "on",
            "Fired so far": "0 times",
        }
    ]
    assert "Never tested." in screen.texts


def test_what_fired_stands_with_its_reason_its_link_and_who_was_told(
    tracker: Tracker, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line a cause, leading to the figure; the channel's failure is said, without secrets."""
    monkeypatch.setenv("HOOK", hook.address)
    hook.answer = 500
    tracker.drop("my-vendor", "jump.csv", JUMP)
    tracker.run()
    screen = Screen(tracker.store.root, "alerts")
    [line] = screen.lists()[0]
    assert line["What"] == (
        "Kling 可靈: revenue of October 2026 +50.0% on the month before, to US$1.6M, net of store"
        " fees (third-party estimate)."
    )
    assert line["Said"] == "My vendor, 5 Nov 2026"
    assert line["Told"].startswith("desk: ⚠ failed after 1 try: ")
    assert line["Figures"] == "real"
    assert any('href="growth?apps=Kling%20' in html.value for html in screen.app.main.get("html"))
    assert "desk: alerts 1 failed." in screen.text.replace("*", "")
    assert SECRET not in screen.text


def test_the_link_of_an_alert_is_one_the_page_follows(tracker: Tracker) -> None:
    """The growth page takes the address as it stands: nothing of it is "not offered"."""
    tracker.drop("my-vendor", "jump.csv", JUMP)
    tracker.run()
    screen = Screen(tracker.store.root, "growth", apps="Kling 可靈", metric="Revenue")
    assert "not offered" not in screen.text


def test_a_channel_is_tested_by_a_button(
    tracker: Tracker, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked here, sent by the next look of the scheduler, and the outcome stands beside it."""
    monkeypatch.setenv("HOOK", hook.address)
    screen = Screen(tracker.store.root, "alerts")
    screen.app.button(key="test_desk").click().run()
    assert "A test message. Asked; the next load carries it out." in screen.text
    assert [one.tested for one in requests.pending(tracker.store)] == ["desk"]
    assert "A figure by hand" not in Screen(tracker.store.root, "data").text
    look_for_alerts(read_config(tracker.root), tracker.store)
    assert [told["title"] for told in hook.taken] == ["App revenue tracker: a test"]
    screen = Screen(tracker.store.root, "alerts")
    assert "was taken." in screen.text
    assert "Asked" not in screen.text


def test_without_channels_nobody_is_told(tracker: Tracker) -> None:
    """It is said, with what to write where."""
    plain = '[[rule]]\nid = "late"\nkind = "source_late"\n'
    (tracker.root / "config" / "alerts.toml").write_text(plain, encoding="utf-8")
    tracker.run()
    text = Screen(tracker.store.root, "alerts").text
    assert "None: alerts are kept here and sent to nobody." in text
    assert "The digest is sent to nobody" in text


def test_rules_taken_out_of_the_file_leave_the_page(tracker: Tracker) -> None:
    """The next run notes it, and what fired stays in sight."""
    (tracker.root / "config" / "alerts.toml").write_text("", encoding="utf-8")
    tracker.run()
    text = Screen(tracker.store.root, "alerts").text
    assert "`config/alerts.toml` has no rule." in text
