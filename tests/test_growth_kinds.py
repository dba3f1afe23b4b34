"""The Growth page: what a store reports and what a vendor estimates never share a chart."""

from pathlib import Path

import pytest

from tests.page_fixtures import TODAY, Screen, Tracker

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
