"""Exponential smoothing on the Pace page and on the command line."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app_pages import language, pace_smoothing
from tests.page_fixtures import Screen
from tests.test_smooth import AIM, MONTHS
from tests.warehouse_fixtures import built, figure, november  # noqa: F401
from warehouse.__main__ import main

pytestmark = pytest.mark.usefixtures("november")

TODAY = date(2026, 11, 24)
ROW: dict[str, Any] = {
    "state": "drawn", "paths": 5000, "months": 14, "months_needed": 6, "nowcasts": 0,
    "from_month": date(2025, 9, 1), "through_month": date(2026, 10, 1), "unit": "USD",
    "implied_full_year": 480_000_000, "low90": 400_000_000, "low50": 450_000_000,
    "high50": 510_000_000, "high90": 600_000_000, "probability_met": 0.723, "illustrative": False,
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A company that states every month, and a bank that expects something."""
    built(tmp_path, figure("2026", 1600, **AIM), *MONTHS)
    return tmp_path


def test_the_page_shows_it_as_another_way(store: Path) -> None:
    """Its chance, its ranges and what it rests on; in a replay how to have it worked out."""
    shown = Screen(store, "pace").texts
    at = shown.index("By exponential smoothing (ETS)")
    assert "of 5,000 simulated paths" in shown[at + 2]
    assert shown[at + 3].endswith(
        "A smoothing of 14 months, Sep 2025 to Oct 2026, with a damped trend; no season is fitted."
    )
    assert shown[at + 3].startswith("50% range US$")
    replayed = Screen(store, "pace", as_of="2026-06-15").texts
    at = replayed.index("By exponential smoothing (ETS)")
    assert replayed[at + 2 : at + 4] == [
        "**not worked out**",
        "The page has it for today alone. For the day chosen, run: python -m warehouse smooth"
        " --as-of 2026-06-15",
    ]


def test_a_card_says_its_chance_and_ranges() -> None:
    """Money in the target's unit, the sum no more than about."""
    name, sum_of_it, finding, note = pace_smoothing.card([ROW], TODAY)
    assert (name, sum_of_it.replace("\u00a0", " ")) == (
        "By exponential smoothing (ETS)",
        "≈ US$480M",
    )
    assert finding == "reaches the target on 72% of 5,000 simulated paths"
    assert note.startswith("50% range US$450M to US$510M, 90% range US$400M to US$600M. ")


def test_months_that_are_estimated_or_invented_are_said() -> None:
    """The words under the ranges name both."""
    _, _, finding, note = pace_smoothing.card([ROW | {"nowcasts": 3, "illustrative": True}], TODAY)
    assert finding.startswith("ILLUSTRATIVE: invented data · reaches the target on ")
    assert note.endswith(
        "3 of them are estimated from the tracked series, and drawn with their errors. Invented"
        " figures are among them."
    )


def test_almost_all_paths_are_not_all() -> None:
    """A chance is rounded to none or all only where it is."""
    said = [pace_smoothing.chance(share) for share in (0, 0.001, 0.01, 0.5, 0.99, 0.9998, 1)]
    assert said == ["0%", "under 1%", "1%", "50%", "99%", "over 99%", "100%"]


@pytest.mark.parametrize("state", ["few_months", "stale", "gap", "far", "flat", "wide"])
def test_each_reason_has_its_words(state: str) -> None:
    """Nothing is shown without one, in either language."""
    row = ROW | {"state": state, "months": 3}
    _, sum_of_it, finding, english = pace_smoothing.card([row], TODAY)
    assert (sum_of_it, finding) == ("—", "not worked out")
    with language.within("zh-Hant"):
        chinese = pace_smoothing.card([row], TODAY)[3]
    assert english.isascii()
    assert not chinese.isascii()


def test_the_command_works_it_out_for_a_day(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --as-of no later month is in it; without, it is what the table has."""
    monkeypatch.setenv("TRACKER_DATA", str(store))
    assert main(["smooth", "--as-of", "2026-06-15", "--json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert (row["knowledge_date"], row["through_month"], row["months"], row["state"]) == (
        "2026-06-15",
        "2026-05-01",
        9,
        "drawn",
    )
    assert main(["smooth", "--json"]) == 0
    [now] = json.loads(capsys.readouterr().out)
    assert (now["knowledge_date"], now["months"]) == ("2026-11-24", 14)
