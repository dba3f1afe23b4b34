"""The digest: what changed, as known then and now; sent when it is due, once."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.alerting import digest
from tests.alert_fixtures import CHANNELS, Desk, Hook, Mailbox, hook, mailbox
from tests.ingest_fixtures import Desk as IngestDesk
from tests.prepared import Prepared
from tests.test_alerts_rules import HEADLINES, TARGET
from tests.warehouse_fixtures import estimate, figure, november
from warehouse import clock
from warehouse.alerts import journal

__all__ = ["hook", "mailbox", "november"]

RULES = CHANNELS + '[digest]\nschedule = "0 7 * * mon"\n'
TO_DESK = RULES + 'channels = ["desk"]\n'


@pytest.fixture(autouse=True)
def day(november: None) -> None:
    """Every test here is on 24 November 2026."""


@pytest.fixture
def week(prepared: Prepared, tmp_path: Path) -> Desk:
    """A desk on which, within the last week, a quarter was reported and a month was restated."""
    prepared.copy("week", a_week_passes, tmp_path)
    return Desk(tmp_path, RULES, headlines=HEADLINES)


def a_week_passes(root: Path) -> None:
    """Load what the week brought into an empty folder."""
    desk = Desk(root, RULES, headlines=HEADLINES)
    desk.load("filings", TARGET, figure("2026-Q1", 200, as_of="2026-04-20"))
    desk.load("filings", figure("2026-Q2", 500, as_of="2026-11-20"), name="q2.csv")
    desk.load("vendor", estimate("2026-09", 100), estimate("2026-10", 130))
    desk.load("vendor", estimate("2026-10", 150, as_of="2026-11-21"), name="again.csv")
    desk.load("samples", estimate("2026-10", 777, source_id="samples", metric="downloads",
                                  unit="downloads", basis="none"))  # fmt: skip
    desk.load("vendor", name="odd.csv", outcome="held")


def text(desk: Desk, illustrative: bool = False) -> str:
    """The digest of the last seven days as text."""
    [version] = [desk.store.link.resolve()]
    made = digest.made(version, desk.journal(), 7, illustrative)
    return digest.message(made, "https://tracker.example").text


def part(told: str, title: str) -> str:
    """One part of it."""
    found = re.search(rf"^{title}\n(.*?)(?:\n\n|\Z)", told, re.S | re.M)
    assert found, told
    return found[1].rstrip()


def test_each_part_says_what_changed_then_and_now(week: Desk) -> None:
    """Pace and growth stand beside what was known a week ago; each line has day, source, link."""
    told = text(week)
    assert "from 17 November 2026 to 24 November 2026" in told
    pace = part(told, "HEADLINE TARGET")
    assert "US$700 reported through 30 June 2026, 58% of the target" in pace
    assert "then: Kite 風箏: US$200 reported through 31 March 2026, 17% of" in pace
    assert "revenue of Q2 2026 US$500, recognised." in part(told, "NEW REPORTS AND STATEMENTS")
    restated = part(told, "RESTATED FIGURES")
    assert "from US$130, said by 31 October 2026, to US$150 (+15.4%)" in restated
    assert "vendor, as of 2026-11-21, source vendor" in restated
    newest = part(told, "NEWEST MONTH")
    assert "revenue of October 2026 US$150, +50.0% on the month before" in newest
    assert "then: Kite 風箏: revenue of October 2026 US$130, +30.0% on" in newest
    assert "https://tracker.example/growth?apps=Kite" in newest
    assert "odd.csv of vendor is held." in part(told, "FILES REFUSED, HELD OR WAITING")
    assert "news is switched on, but no file of it was ever" in part(told, "LATE SOURCES")
    assert part(told, "ALERTS THAT FIRED") == "  Nothing."


def test_invented_figures_are_left_out_or_marked(week: Desk) -> None:
    """Never without the word."""
    assert "777" not in text(week)
    marked = text(week, illustrative=True)
    [line] = [line for line in marked.splitlines() if "777" in line]
    assert line.startswith("  - ILLUSTRATIVE, invented figures: Kite")
    assert "Lines marked ILLUSTRATIVE hold invented figures." in marked


def test_alerts_that_fired_stand_in_it(week: Desk) -> None:
    """With their rule."""
    week.configure(RULES + '[[rule]]\nid = "r"\nkind = "restatement"\nsize = 0.01\n')
    week.look()
    later = estimate("2026-09", 90, as_of="2026-11-22")
    week.load("vendor", later, name="more.csv")
    assert len(week.look()) == 1
    assert "; rule r" in part(text(week), "ALERTS THAT FIRED")


@pytest.fixture
def awaited(week: Desk, hook: Hook, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The same desk on a Tuesday, its digest due to the webhook on Monday, 30 November, at 7."""
    monkeypatch.setenv("HOOK", hook.address)
    week.configure(TO_DESK)
    at(monkeypatch, "2026-11-24 12:00")
    week.look()
    return week


def test_it_is_sent_when_it_is_due_and_once(
    awaited: Desk, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not at the first look, but at the first after its time, however late; then a week later."""
    at(monkeypatch, "2026-11-30 06:59")
    awaited.look()
    assert hook.taken == []
    at(monkeypatch, "2026-11-30 09:10")
    awaited.look()
    awaited.look()
    [told] = hook.taken
    assert told["title"] == "App revenue tracker: 17 November 2026 to 24 November 2026"
    assert "HEADLINE TARGET" in told["message"]
    at(monkeypatch, "2026-12-21 08:00")
    awaited.look()
    assert len(hook.taken) == 2, "several that were missed are one"


def test_a_digest_that_failed_is_tried_again(
    awaited: Desk, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a later look, with what is known by then."""
    hook.answer = 500
    at(monkeypatch, "2026-11-30 07:00")
    awaited.look()
    hook.answer = 200
    awaited.look()
    assert hook.taken == [], "not before a while has gone"
    at(monkeypatch, "2026-11-30 07:20")
    awaited.look()
    assert len(hook.taken) == 1


def at(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """It is that moment, in UTC."""
    monkeypatch.setattr(clock, "now", lambda: datetime.fromisoformat(moment))


def test_the_command_prints_it_and_sends_it_as_mail(
    desk: IngestDesk, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Without a channel it says what to write; with one it goes out as text and as HTML."""
    monkeypatch.setenv("TRACKER_ROOT", str(desk.root))
    monkeypatch.setenv("TRACKER_DATA", str(desk.store.root))
    desk.run()
    assert main(["digest", "--days", "14"]) == 0
    assert "App revenue tracker: 10 November 2026 to 24 November 2026" in capsys.readouterr().out
    assert main(["digest", "--send"]) == 1
    assert "the digest has no channel (config/alerts.toml)" in capsys.readouterr().err
    config = desk.root / "config" / "alerts.toml"
    config.write_text(RULES + 'channels = ["post"]\n', encoding="utf-8")
    assert main(["digest", "--send"]) == 0
    assert "sent to post" in capsys.readouterr().err
    parts = mailbox.parts()
    assert "NEWEST MONTH" in parts["text/plain"].upper()
    assert "<h3>Newest month</h3>" in parts["text/html"]
    assert journal.MOST_TRIES and timedelta(minutes=1) < journal.PAUSE
