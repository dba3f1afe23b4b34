"""The knowledge date, played: each step shows the tables as known on its day; it can be stopped."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app_pages import history_replay
from app_pages.charts import house
from app_pages.reader import Reader
from tests.page_fixtures import GOOD_ROW, HEADER, REAL, VENDOR, Screen, Tracker
from warehouse.paths import Store
from warehouse.store import newest

pytest_plugins = ["tests.page_states"]

FIRST, SECOND, NEWEST = date(2025, 3, 25), date(2025, 3, 27), date(2026, 8, 19)


@pytest.fixture
def screen(everything: Path) -> Iterator[Screen]:
    """The History page of the tracker as it comes."""
    yield Screen(everything, "history")


def shown(screen: Screen) -> date:
    """The day that the controls stand on, which the title names as well."""
    [slider] = screen.app.select_slider
    day: date = slider.value
    assert any(f"Known on {day.day} {day:%B %Y}" in text for text in screen.texts)
    return day


def press(screen: Screen, label: str) -> None:
    """A click on one of the buttons."""
    [button] = [button for button in screen.app.button if button.label == label]
    button.click().run()
    assert not screen.app.exception


def drawn(screen: Screen) -> Any:
    """The chart of the day, as Plotly was given it."""
    return json.loads(screen.app.get("plotly_chart")[-1].proto.spec)


def test_each_step_is_the_table_as_known_on_its_day(screen: Screen, everything: Path) -> None:
    """Bars are the quarters reported by then, on axes that stay; what is new is outlined."""
    ranges = []
    for day, new in ((date(2025, 8, 21), 1), (date(2026, 2, 14), 0), (NEWEST, 1)):
        screen.app.select_slider[0].set_value(day).run()
        assert shown(screen) == day
        with closing(Reader(newest(Store(everything)), day)) as known:
            asked = {"app_id": "kling", "metric": "revenue", "grain": "quarter"}
            rows = known.rows("reported", basis="recognised", **asked)
        chart = drawn(screen)
        [bars] = chart["data"]
        assert bars["y"] == [float(row["value"]) for row in rows]
        assert sum(width > 0 for width in bars["marker"]["line"]["width"]) == new
        assert bars["marker"]["line"]["color"] == house.TARGET
        ranges.append((chart["layout"]["yaxis"]["range"], chart["layout"]["xaxis"]["range"]))
    assert ranges[0] == ranges[1] == ranges[2]


def test_it_plays_until_it_is_stopped(screen: Screen) -> None:
    """From the first day, a day a turn; once stopped, another turn changes nothing."""
    assert shown(screen) == NEWEST
    press(screen, "Play")
    assert shown(screen) == FIRST
    screen.app.run()
    assert shown(screen) == SECOND
    press(screen, "Stop")
    screen.app.run()
    assert shown(screen) == SECOND
    assert "Play" in [button.label for button in screen.app.button]


@pytest.mark.parametrize(("label", "to"), [("Earlier", FIRST), ("Later", date(2025, 3, 31))])
def test_a_step_by_hand_stops_it(screen: Screen, label: str, to: date) -> None:
    """Whoever steps wants to look."""
    press(screen, "Play")
    screen.app.run()
    press(screen, label)
    assert shown(screen) == to
    screen.app.run()
    assert shown(screen) == to


def test_it_ends_with_the_last_day(screen: Screen) -> None:
    """And can be played again from the first."""
    press(screen, "Play")
    screen.app.session_state[history_replay.DAY] = date(2026, 7, 31)
    screen.app.run()
    screen.app.run()
    assert shown(screen) == NEWEST
    assert "Play" in [button.label for button in screen.app.button]


def test_nothing_said_after_the_knowledge_date_is_played(everything: Path) -> None:
    """The page's own day is the last one; estimates stop there too."""
    for chosen in ({}, {"drawn": "Estimates by month"}):
        screen = Screen(everything, "history", as_of="2025-09-10", **chosen)
        assert shown(screen) <= date(2025, 9, 10)


def test_what_was_never_reported_is_not_offered(everything: Path) -> None:
    """An app that no company reports on is drawn by its estimates, marked where invented."""
    screen = Screen(everything, "history", app="Jimeng 即夢")
    assert ["Estimates by month"] in [one.options for one in screen.app.button_group]
    assert "invented data" in json.dumps(drawn(screen)["layout"]["annotations"])
    assert any("ILLUSTRATIVE" in text and "Known on" in text for text in screen.texts)


def test_days_before_the_first_quarter_say_so(screen: Screen) -> None:
    """Something was said of revenue, but no quarter was reported: an empty chart and why."""
    screen.app.select_slider[0].set_value(FIRST).run()
    assert any("no quarter reported of Kling 可靈 yet" in text for text in screen.texts)
    assert drawn(screen)["data"] == []


def test_an_app_without_revenue_and_one_with_a_single_day(tmp_path: Path) -> None:
    """Nothing to play is said in a sentence; a single day needs no controls."""
    tracker = Tracker(tmp_path, samples=False, off=REAL)
    tracker.add_source(VENDOR)
    tracker.drop(
        "my-vendor", "one.csv", f"{HEADER}kling,downloads,2026-09,all,WW,500000,2026-10-03\n"
    )
    tracker.run()
    screen = Screen(tracker.store.root, "history")
    assert "Neither a reported quarter nor an estimate of the revenue" in screen.text
    tracker.drop("my-vendor", "two.csv", HEADER + GOOD_ROW)
    tracker.run()
    screen = Screen(tracker.store.root, "history")
    assert any("Known on 2 October 2026" in text for text in screen.texts)
    assert list(screen.app.select_slider) == []
