"""The Growth page: what may share a chart and what never does, and the currency it is in."""

import re
from pathlib import Path

import pytest

from app_pages import growth_words
from tests.page_fixtures import TODAY, Screen, Tracker, asked, figures, values

pytest_plugins = ["tests.page_states"]

SOURCE = """
[[source]]
id = "{id}"
producer = "{producer}"
files = []
licence = "Ours"
covers = "One store"
format = "snapshot"
unit = "USD"
basis = "net_of_store"
kind = "{kind}"
as_of = 2026-10-05
"""
LABEL = "Currency of estimates"
ROWS = "app,period,platform,country,revenue\n{app},2026-08,all,WW,100\n{app},2026-09,all,WW,110\n"


def test_a_report_and_an_estimate_are_two_charts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each chart says which of the two it is; both have the same unit and basis."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    tracker = Tracker(tmp_path, samples=False)
    for source_id, producer, kind, app in (
        ("our-store", "Our store", "reported", "kling"),
        ("a-vendor", "A vendor", "estimate", "jimeng"),
    ):
        tracker.add_source(SOURCE.format(id=source_id, producer=producer, kind=kind))
        tracker.drop(source_id, "months.csv", ROWS.format(app=app))
    tracker.run()
    captions = [
        text.split(". ")[0] for text in Screen(tmp_path / "data", "growth").texts
        if text.startswith("Revenue, US$, net of store fees")
    ]  # fmt: skip
    place = "Revenue, US$, net of store fees, All platforms, Worldwide"
    assert captions == [f"{place}, a store's own report by month", f"{place}, estimates by month"]


def test_a_currency_turns_the_figures_and_leaves_the_changes(everything: Path) -> None:
    """Every figure drawn is monthly_in's; the changes and the lineage are those of the dollars."""
    stated, turned = Screen(everything, "growth"), Screen(everything, "growth", currency="CNY")
    assert "average of its daily ECB reference rates" not in stated.text
    assert (
        "Stated in USD; each month at the average of its daily ECB reference rates. Changes and "
        "index are those of the figures as stated: no exchange rate is in them."
    ) in turned.text
    expected = asked(
        everything,
        "select value from monthly_in where app_id = 'kling' and metric = 'revenue' and "
        "platform = 'all' and country = 'WW' and kind = 'estimate' and currency = 'CNY' "
        "order by month",
    )
    bars = next(f["data"][0] for f in figures(turned) if f["data"][0]["type"] == "bar")
    assert values(bars["y"]) == [pytest.approx(float(value)) for (value,) in expected]
    titles = [
        next(t for t in screen.texts if "Tracked revenue in " in t) for screen in (stated, turned)
    ]
    changes = [re.findall(r"[+−][0-9.]+%", title) for title in titles]
    assert changes[0] == changes[1] != [] and "US$" in titles[0] and "CNY" in titles[1]
    assert [b.label for b in turned.app.button_group if b.label == LABEL] == [LABEL]


def test_downloads_have_no_currency(everything: Path) -> None:
    """A link that asks for one says that it is not offered, and the figures are as they were."""
    screen = Screen(everything, "growth", metric="Downloads", currency="CNY")
    assert not [b for b in screen.app.button_group if b.label == LABEL]
    assert "ECB" not in screen.text


def test_two_currencies_of_one_app_are_two_charts() -> None:
    """What a store pays out in two currencies is other money, however it is shown."""
    row = {"app_id": "kling", "unit": "CNY", "basis": "gross", "kind": "reported"}
    dollars, euros = row | {"native_unit": "USD"}, row | {"native_unit": "EUR"}
    other = row | {"app_id": "jimeng", "native_unit": "USD"}
    assert growth_words.alike([dollars, euros]) == [[dollars], [euros]]
    assert growth_words.alike([euros, other]) == [[euros, other]]


def test_a_month_without_a_rate_is_said() -> None:
    """It keeps its place with nothing drawn, and the words count it."""
    row = {"unit": "CNY", "native_unit": "USD", "value": None}
    assert growth_words.conversion_note([row]).endswith("No rate is known for 1 month.")
    assert growth_words.conversion_note([row | {"native_unit": "CNY"}]) == ""
