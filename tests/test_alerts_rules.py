"""What fires: each kind of rule, on warehouses made for it, and each cause once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.alert_fixtures import Desk
from tests.warehouse_fixtures import SOURCES, estimate, figure, november
from warehouse.alerts import journal
from warehouse.status import Run

__all__ = ["november"]

pytestmark = pytest.mark.usefixtures("november")

GROWTH = '[[rule]]\nid = "g"\nkind = "growth"\nabove = 0.25\nbelow = -0.2\n'
MONTHS = [estimate("2026-07", 100), estimate("2026-08", 110), estimate("2026-09", 120)]


def rule(kind: str, **keys: Any) -> str:
    """One rule as the file has it."""
    lines = [f"{key} = {str(v).lower() if v is True else repr(v)}" for key, v in keys.items()]
    return "\n".join(['[[rule]]\nid = "r"', f'kind = "{kind}"', *lines]) + "\n"


def ran(outcome: str = "ok", reason: str | None = None, **files: str) -> Run:
    """A run of the ingest and what it says of files of the vendor."""
    blank = dict.fromkeys(
        ("rows_read", "rows_accepted", "rows_rejected", "rows_duplicate", "figures"), 0
    )
    told = [
        {"name": name, "source_id": "vendor", "snapshot_id": None, "outcome": came,
         "reason": "the address does not answer", **blank}
        for name, came in files.items()
    ]  # fmt: skip
    return {
        "run_id": "r", "started_at": "", "finished_at": "", "trigger": "test", "outcome": outcome,
        "files": told, "version": None, "reason": reason,
    }  # type: ignore[return-value]  # fmt: skip


def told_of_october(root: Path) -> Desk:
    """A desk that has told once, of the jump in October."""
    desk = Desk(root, GROWTH)
    desk.load("vendor", *MONTHS)
    desk.look()
    desk.load("vendor", estimate("2026-10", 168), name="a.csv")
    assert len(desk.look()) == 1
    return desk


def test_growth_beyond_a_threshold_is_told_once(tmp_path: Path) -> None:
    """The month that passes it, with figure, unit, day, source and a link; and never again."""
    desk = Desk(tmp_path, GROWTH)
    desk.load("vendor", *MONTHS)
    assert desk.look() == []
    desk.load("vendor", estimate("2026-10", 168), name="october.csv")
    [alert] = desk.look()
    assert alert.sentence == (
        "Kite 風箏: revenue of October 2026 +40.0% on the month before, to US$168, gross, iOS, US"
        " (third-party estimate)."
    )
    assert (str(alert.as_of), alert.source_id, alert.said_by) == ("2026-10-31", "vendor", "Vendor")
    assert alert.figure == "US$168, +40.0%"
    assert alert.address.startswith("growth?apps=Kite%20%E9%A2%A8%E7%AE%8F&metric=Revenue")
    assert alert.why == journal.NEW
    assert desk.look() == []
    desk.load("vendor", estimate("2026-10", 50, platform="android"), name="other.csv")
    assert desk.look() == []


def test_what_is_so_at_the_first_look_is_written_down_and_not_told(tmp_path: Path) -> None:
    """A fresh store does not flood: it is kept, with why it was not told."""
    desk = Desk(tmp_path, GROWTH)
    desk.load("vendor", *MONTHS, estimate("2026-10", 168))
    assert desk.look() == []
    [alert] = desk.journal().alerts
    assert alert.why == "already so when the rule was added"
    desk.configure(GROWTH.replace("0.25", "0.05"))
    assert desk.look() == []
    assert {alert.why for alert in desk.journal().alerts} == {
        "already so when the rule was added",
        "already so when the rule was changed",
    }


def test_a_rule_that_was_off_tells_nothing_of_that_time(tmp_path: Path) -> None:
    """Switched on again, or put back, it looks as if for the first time."""
    desk = Desk(tmp_path, GROWTH)
    desk.load("vendor", *MONTHS)
    desk.look()
    for number, off in enumerate((GROWTH + "enabled = false\n", ""), start=1):
        desk.configure(off)
        assert desk.look() == []
        jump = estimate("2026-10", 168 * number, as_of=f"2026-11-0{number}")
        desk.load("vendor", jump, name=f"{number}.csv")
        desk.configure(GROWTH)
        assert desk.look() == []
        assert desk.journal().alerts[-1].why == "already so when the rule was changed"


def test_a_restated_value_is_a_new_cause(tmp_path: Path) -> None:
    """The same month that reads otherwise is told again; one that reads the same is not."""
    desk = told_of_october(tmp_path)
    desk.load("vendor", estimate("2026-10", "168.2", as_of="2026-11-02"), name="b.csv")
    assert desk.look() == []
    desk.load("vendor", estimate("2026-10", 200, as_of="2026-11-05"), name="c.csv")
    [alert] = desk.look()
    assert "+66.7%" in alert.sentence


def test_a_change_that_may_be_less_passes_no_threshold(tmp_path: Path) -> None:
    """From "at least 120" to 168 the change is at most 40%: it may be nothing."""
    desk = Desk(tmp_path, GROWTH)
    desk.load("vendor", MONTHS[0], estimate("2026-08", 120, bound="at_least"))
    desk.look()
    desk.load("vendor", estimate("2026-09", 168), name="a.csv")
    assert desk.look() == []
    desk.load("vendor", estimate("2026-10", 84), name="b.csv")
    [alert] = desk.look()
    assert "−50.0%" in alert.sentence


def test_invented_figures_fire_only_where_asked(tmp_path: Path) -> None:
    """And then the alert says that they are."""
    invented = [{**row, "source_id": "samples"} for row in MONTHS]
    jump = estimate("2026-10", 168, source_id="samples")
    for asked, fired in ((False, 0), (True, 1)):
        rules = GROWTH + ("illustrative = true\n" if asked else "")
        desk = Desk(tmp_path / str(asked), rules)
        desk.load("samples", *invented)
        desk.look()
        desk.load("samples", jump, name="jump.csv")
        told = desk.look()
        assert [alert.illustrative for alert in told] == [True] * fired


def test_growth_off_its_usual_variation_is_told(tmp_path: Path) -> None:
    """+20% is nothing in a series that jumps, and a lot in one that never moves."""
    calm = [100, 101, 102, 103, 104, 105, 106, 107]
    wild = [100, 130, 90, 125, 95, 120, 100, 118]
    for values, fired in ((calm, 1), (wild, 0)):
        desk = Desk(tmp_path / str(fired), rule("unusual_growth"))
        months = [estimate(f"2026-{n:02}", value) for n, value in enumerate(values, start=1)]
        desk.load("vendor", *months)
        desk.look()
        desk.load("vendor", estimate("2026-09", values[-1] * 1.2), name="new.csv")
        told = desk.look()
        assert len(told) == fired
        if told:
            assert "the 7 changes before it were +1.0% on average" in told[0].sentence


def test_too_few_changes_say_nothing_of_what_is_usual(tmp_path: Path) -> None:
    """Five earlier changes are no variation."""
    desk = Desk(tmp_path, rule("unusual_growth"))
    desk.load("vendor", *[estimate(f"2026-{n:02}", 100 + n) for n in range(1, 7)])
    desk.look()
    desk.load("vendor", estimate("2026-07", 300), name="new.csv")
    assert desk.look() == []


TARGET = figure("2026", 1200, kind="forecast", issuer="A Bank", as_of="2026-01-10")
HEADLINES = [
    {"app_id": "kite", "metric": "revenue", "period_start": "2026-01-01",
     "period_end": "2026-12-31", "issuer": "A Bank"}
]  # fmt: skip


def test_pace_is_told_when_it_crosses_a_line(tmp_path: Path) -> None:
    """Where it stands first is no crossing; a report that puts it over, or back, is one."""
    desk = Desk(tmp_path, rule("pace"), headlines=HEADLINES)
    desk.load("filings", TARGET, figure("2026-Q1", 200, as_of="2026-04-20"))
    assert desk.look() == []
    desk.load("filings", figure("2026-Q2", 500, as_of="2026-07-20"), name="q2.csv")
    [alert] = desk.look()
    assert alert.state == "at or above"
    assert alert.sentence == (
        "Kite 風箏: US$700 reported through 30 June 2026, is at or above 100% of the even path to"
        " A Bank’s forecast of US$1,200 for 2026: it comes to 118% of it."
    )
    assert alert.address == ("pace?target=Kite%202026%3A%20A%20Bank%20forecast%20US%241%2C200")
    desk.load("filings", figure("2026-Q3", 50, as_of="2026-10-20"), name="q3.csv")
    [alert] = desk.look()
    assert alert.state == "below"


def test_a_floor_below_the_line_is_not_called_below_it(tmp_path: Path) -> None:
    """ "At least 200" may be any more: nothing is known of the line."""
    desk = Desk(tmp_path, rule("pace"), headlines=HEADLINES)
    desk.load("filings", TARGET, figure("2026-Q1", 400, as_of="2026-04-20"))
    desk.look()
    floor = figure("2026-Q2", 100, as_of="2026-07-20", bound="at_least")
    desk.load("filings", floor, name="q2.csv")
    [alert] = desk.look()
    assert alert.state == "not known to be above"


def test_a_restatement_above_a_size_is_told(tmp_path: Path) -> None:
    """From what, to what, by whom and when; a smaller one is not."""
    desk = Desk(tmp_path, rule("restatement", size=0.05))
    desk.load("filings", figure("2026-Q2", 1000, as_of="2026-08-20"))
    desk.look()
    desk.load("filings", figure("2026-Q2", 1040, as_of="2026-10-01"), name="a.csv")
    assert desk.look() == []
    desk.load("filings", figure("2026-Q2", 900, as_of="2026-11-10"), name="b.csv")
    [alert] = desk.look()
    assert alert.sentence == (
        "Kite 風箏: revenue of Q2 2026, recognised (reported by the company) was restated by"
        " company on 10 November 2026: from US$1,040, said by 1 October 2026, to US$900 (−13.5%)."
    )
    assert desk.look() == []


def test_a_new_report_is_told_with_its_first_figure(tmp_path: Path) -> None:
    """One alert a day of a publisher; what another repeats is no news, an old one is history."""
    desk = Desk(tmp_path, rule("new_report"))
    desk.load("filings", figure("2026-Q2", 1000, as_of="2026-08-20"))
    desk.look()
    desk.load(
        "filings",
        figure("2026-Q3", 1100, as_of="2026-11-18", bound="at_least"),
        figure("2026-09-30", 7000, as_of="2026-11-18", metric="mau", unit="users", basis="none"),
        figure("2025-Q1", 700, as_of="2025-05-18"),
        name="q3.csv",
    )
    [alert] = desk.look()
    assert alert.sentence == (
        "Kite 風箏: Kite Ltd, 18 November 2026 (reported by the company): revenue of Q3 2026 at"
        " least US$1,100, recognised, and 1 more figure."
    )
    again = figure("2026-Q3", 1100, as_of="2026-11-20", bound="at_least", publisher="A Paper")
    desk.load("filings", again, name="paper.csv")
    assert desk.look() == []


def test_a_report_of_which_a_file_is_withdrawn_is_no_new_one(tmp_path: Path) -> None:
    """More figures of that day are told, fewer are not."""
    desk = Desk(tmp_path, rule("new_report"))
    desk.load("filings", figure("2026-Q2", 1000, as_of="2026-08-20"))
    desk.look()
    users = {"metric": "mau", "unit": "users", "basis": "none"}
    desk.load("filings", figure("2026-Q3", 1100, as_of="2026-11-18"), name="q3.csv")
    assert len(desk.look()) == 1
    more = figure("2026-09-30", 7000, as_of="2026-11-18", **users)
    desk.load("filings", more, name="more.csv")
    assert len(desk.look()) == 1
    desk.load("filings", more, name="more.csv", withdrawn_on="2026-11-20")
    assert desk.look() == []


def test_without_a_total_each_series_counts(tmp_path: Path) -> None:
    """A feed of two countries has no widest one: neither jump is missed."""
    desk = Desk(tmp_path, GROWTH)
    calm = [{**row, "country": country} for row in MONTHS for country in ("US", "JP")]
    desk.load("vendor", *calm)
    desk.look()
    jumps = [estimate("2026-10", 200, country=country) for country in ("US", "JP")]
    desk.load("vendor", *jumps, name="jumps.csv")
    assert len(desk.look()) == 2


def test_a_source_is_late_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when nothing is published; it is told again after it spoke and grew late again."""
    desk = Desk(tmp_path, rule("source_late", sources=["vendor"]))
    desk.load("vendor", *MONTHS, estimate("2026-10", 130))
    assert desk.look() == []
    monkeypatch.setenv("TRACKER_TODAY", "2026-12-11")
    [alert] = desk.look()
    assert alert.sentence == (
        "vendor is late: its newest figure was said on 31 October 2026, 41 days ago;"
        " 40 are allowed."
    )
    monkeypatch.setenv("TRACKER_TODAY", "2026-12-12")
    assert desk.look() == []
    desk.load("vendor", estimate("2026-11", 130, as_of="2026-12-12"), name="b.csv")
    assert desk.look() == []
    monkeypatch.setenv("TRACKER_TODAY", "2027-02-01")
    assert len(desk.look()) == 1


def test_a_file_that_is_held_or_refused_is_told(tmp_path: Path) -> None:
    """Once an outcome."""
    desk = Desk(tmp_path, rule("load"))
    desk.load("vendor", *MONTHS)
    desk.look()
    desk.load("vendor", name="odd.csv", outcome="held")
    [alert] = desk.look()
    assert alert.sentence == "odd.csv of vendor is held: its figures need a word of yours."
    assert desk.look() == []


def test_a_file_that_cannot_be_read_is_told_until_it_can(tmp_path: Path) -> None:
    """What no version shows comes from the run: once while it lasts, and again the next time."""
    desk = Desk(tmp_path, rule("load"))
    desk.load("vendor", *MONTHS)
    desk.look(ran())
    [alert] = desk.look(ran("failed", **{"a.csv": "not_read"}))
    assert alert.sentence == "a.csv of vendor could not be read: the address does not answer"
    assert desk.look(ran("failed", **{"a.csv": "not_read"})) == []
    assert desk.look(ran(**{"a.csv": "unchanged"})) == []
    assert desk.journal().alerts[-1].why == journal.OVER
    assert len(desk.look(ran("failed", **{"a.csv": "not_read"}))) == 1


def test_a_version_that_could_not_be_published_is_told(tmp_path: Path) -> None:
    """With the reason; and not again while it stays so."""
    desk = Desk(tmp_path, rule("load"))
    desk.load("vendor", *MONTHS)
    [alert] = desk.look(ran("failed", "a check returned rows"))
    assert alert.sentence == "No new version could be published: a check returned rows"
    assert desk.look(ran("failed", "a check returned rows")) == []


def test_alerts_survive_a_rebuild(tmp_path: Path) -> None:
    """They stand beside the versions: a warehouse made anew tells nothing again."""
    desk = told_of_october(tmp_path)
    for version in desk.store.versions.iterdir():
        version.unlink()
    desk.load("vendor", estimate("2026-05", 90), name="b.csv")
    assert desk.look() == []
    assert len(desk.journal().alerts) == 1
    assert {one["source_id"] for one in SOURCES} >= {"vendor", "samples"}
