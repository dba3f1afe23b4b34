"""The History page: what was known when, which past figures changed, and what is new."""

import json
from pathlib import Path

import pytest

from tests.page_fixtures import HEADER, VENDOR, Screen, Tracker

pytest_plugins = ["tests.page_states"]

GOLDMAN = "Kling 2026: forecast by Goldman Sachs, USD, recognised revenue"


def month(value: int, as_of: str) -> str:
    """What a vendor says of September on a day."""
    return f"kling,revenue,2026-09,all,WW,{value},{as_of}\n"


def chart(screen: Screen) -> dict:
    """The chart of one figure, which is the first of the page, as Plotly was given it."""
    drawn, *_replay = screen.app.get("plotly_chart")
    return json.loads(drawn.proto.spec)


def statements(screen: Screen) -> list[dict[str, str]]:
    """What was said of the chosen figure, newest first."""
    [table] = [table for table in screen.lists() if "Counts" in table[0]]
    return table


def test_an_empty_warehouse_says_that_nothing_is_known(empty: Path) -> None:
    """No list and no chart of nothing, and the way to the refused file."""
    screen = Screen(empty, "history")
    assert "No figure is known" in screen.texts
    assert "No figure of this choice was known." in screen.text
    assert screen.app.get("plotly_chart") == []


def test_a_day_before_every_statement_is_named(everything: Path) -> None:
    """What is not known yet is said with the day it was not known on."""
    text = Screen(everything, "history", as_of="2020-01-02").text
    assert "On 2 January 2020 no figure of this choice was known." in text
    assert "No figure about the past was changed" in text


def test_only_real_data_has_no_restatement_and_no_mark(real_only: Path) -> None:
    """Without the samples nothing on the page is invented, and the public record changed none."""
    screen = Screen(real_only, "history")
    assert "ILLUSTRATIVE" not in screen.text
    assert (
        "No figure about the past was changed by a later statement of who said it." in screen.texts
    )
    assert "26 October 2026 to 24 November 2026" in screen.text
    assert chart(screen)["data"]


def test_days_of_a_daily_feed_are_listed_by_month(everything: Path) -> None:
    """61 changed days in 12 countries are two lines, newest first, marked as invented."""
    screen = Screen(everything, "history", app="Jimeng 即夢")
    lines = next(table for table in screen.lists() if "Changed" in table[0])
    assert [line["Figure"] for line in lines] == [
        "Jimeng 即夢: Monthly active users, June 2026",
        "Jimeng 即夢: Monthly active users, May 2026",
        "Jimeng 即夢: Downloads, April 2026, sum of 30 changed days",
        "Jimeng 即夢: Downloads, March 2026, sum of 31 changed days",
        "Jimeng 即夢: Revenue, April 2026, sum of 30 changed days",
        "Jimeng 即夢: Revenue, March 2026, sum of 31 changed days",
    ]
    assert lines[4] == {
        "Figure": "Jimeng 即夢: Revenue, April 2026, sum of 30 changed days",
        "From": "US$330.3K",
        "To": "US$350.1K",
        "Change": "+6.0%",
        "Changed": "12 Jun 2026, before that said 2 May 2026",
        "By": "sample-daily",
        "Of": "Android, Worldwide, net of store fees",
        "Also": "11 narrower figures of it changed",
        "Figures": "illustrative, invented",
    }
    title = next(text for text in screen.texts if "figures changed, the newest on" in text)
    assert title.endswith(":red-badge[ILLUSTRATIVE: invented data]")


def test_a_figures_history_is_steps_and_a_table(real_only: Path) -> None:
    """Each statement with its day, sayer and address; what lost is hollow and off the line."""
    screen = Screen(real_only, "history", figure=GOLDMAN)
    assert (
        "### Kling revenue, 2026, forecast by Goldman Sachs: first ≈ US$250M, last ≈ US$280M"
        in screen.texts
    )
    table = statements(screen)
    assert [(row["Said"], row["Figure"], row["Counts"]) for row in table] == [
        ("between 1 February 2026 and 28 February 2026", "≈ US$260M", "no"),
        ("between 1 February 2026 and 28 February 2026", "≈ US$280M", "yes"),
        ("14 February 2026", "≈ US$280M", "yes"),
        ("22 August 2025", "≈ US$250M", "yes"),
    ]
    line, points = chart(screen)["data"]
    assert line["line"]["shape"] == "hv"
    assert line["y"] == [250e6, 280e6, 280e6, 280e6]
    assert points["marker"]["symbol"].count("circle-open") == 1
    then = Screen(real_only, "history", figure=GOLDMAN, as_of="2026-02-14")
    assert [row["Figure"] for row in statements(then)] == ["≈ US$280M", "≈ US$250M"]


def test_a_value_revised_before_it_was_repeated_does_not_count(real_only: Path) -> None:
    """The company's first guidance, told again after its last, is not what it says now."""
    figure = "Kling 2025: guidance by Kuaishou, USD, recognised revenue"
    screen = Screen(real_only, "history", figure=figure)
    assert any(text.endswith("first ≈ US$100M, last ≈ US$140M") for text in screen.texts)
    newest = statements(screen)[0]
    assert [newest["Figure"], newest["Counts"]] == ["≈ US$60M", "no"]


def test_what_is_new_on_a_day_is_listed(real_only: Path) -> None:
    """New statements and targets of the 30 days up to the chosen day, with who said them."""
    screen = Screen(real_only, "history", as_of="2026-02-14", app="Kling 可靈")
    assert "16 January 2026 to 14 February 2026" in screen.text
    targets = next(t for t in screen.lists() if "Standing" in t[0])
    assert [(row["Figure"], row["Kind"], row["Standing"]) for row in targets] == [
        ("Kling: Revenue, 2026: US$280M", "Goldman Sachs, forecast by an analyst", "stands"),
        ("Kling: Revenue growth year on year, 2026: ≥ 90%", "Goldman Sachs, forecast by an analyst",
         "stands"),
    ]  # fmt: skip


def test_choices_that_are_not_offered_are_said(real_only: Path) -> None:
    """A stale link opens the usual view with a sentence about it."""
    text = Screen(real_only, "history", app="Nobody", figure="Nothing").text
    assert "app “Nobody”, which is not offered now." in text
    assert "figure “Nothing”, which is not offered now." in text


@pytest.mark.parametrize(("after", "told"), [(1_500_000, "US$1.5M"), (1_000_001, "1,000,001 USD")])
def test_a_vendors_restatement_is_listed_with_its_loads(
    tmp_path: Path, after: int, told: str
) -> None:
    """From what to what; every digit where short figures would read alike."""
    tracker = Tracker(tmp_path, samples=False, off=("disclosures", "events", "ecb-rates"))
    tracker.add_source(VENDOR)
    tracker.drop("my-vendor", "one.csv", HEADER + month(1_000_000, "2026-10-02"))
    tracker.drop("my-vendor", "two.csv", HEADER + month(after, "2026-11-02"))
    tracker.run()
    screen = Screen(tracker.store.root, "history")
    [line] = next(table for table in screen.lists() if "Changed" in table[0])
    assert line["To"] == told
    assert line["Changed"] == "2 Nov 2026, before that said 2 Oct 2026"
    assert line["By"] == "my-vendor"
    assert "### Kling revenue, September 2026, estimate by my-vendor: first US$1M, last" in (
        screen.text
    )
