"""A figure entered by hand takes the way of any file: checked, kept with its source."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from ingest.__main__ import main
from tests.ingest_fixtures import SOURCES, Desk
from warehouse import requests
from warehouse.amounts import read_amount
from warehouse.errors import TrackerError

BY_HAND = '\n[[source]]\nid = "by-hand"\nproducer = "By hand"\nformat = "disclosures"\n'
FIGURE = {
    "app": "可靈",
    "metric": "revenue",
    "value": "9.1亿",
    "unit": "CNY",
    "period": "2026-Q3",
    "kind": "reported",
    "bound": "at_least",
    "publisher": "Kuaishou results call",
    "address": "https://ir.example.com/q3",
    "said": "2026-11-20",
}
ROW = (
    "select app_id, metric, period_start::varchar, grain, value::int, unit, kind, bound, publisher,"
    " address, as_of::varchar from raw.observation"
)
LOADED = (
    "kling revenue 2026-07-01 quarter 910000000 CNY reported at_least Kuaishou_results_call"
    " https://ir.example.com/q3 2026-11-20"
)


@pytest.fixture
def desk_by_hand(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk with the source of figures by hand, and the command line on it."""
    desk.configure(sources=SOURCES + BY_HAND)
    monkeypatch.setenv("TRACKER_DATA", str(desk.store.root))
    monkeypatch.setenv("TRACKER_ROOT", str(desk.root))
    return desk


def as_line(rows: list[tuple[Any, ...]]) -> list[str]:
    """Each row in one line."""
    return [" ".join(str(value).replace(" ", "_") for value in row) for row in rows]


def options(**changes: str) -> list[str]:
    """The figure as arguments."""
    return [word for key, value in (FIGURE | changes).items() for word in (f"--{key}", value)]


def test_one_command_adds_a_figure_and_another_withdraws_it(desk_by_hand: Desk) -> None:
    """The figure is in the tables with who said it; withdrawn it is gone from today on."""
    assert main(["add", *options()]) == 0
    assert as_line(desk_by_hand.rows(ROW)) == [LOADED]
    [(name,)] = desk_by_hand.rows("select name from loads")
    assert main(["withdraw", name, "--reason", "misheard"]) == 0
    assert desk_by_hand.rows("select count(*) from statements") == [(0,)]


def test_a_page_leaves_a_figure_for_the_next_run(desk_by_hand: Desk) -> None:
    """What a page asks in the same words is loaded by the next run; nonsense is set aside."""
    requests.leave_figure(desk_by_hand.store, "page", FIGURE)
    requests.leave_figure(desk_by_hand.store, "page", FIGURE | {"value": "a lot"})
    desk_by_hand.run()
    desk_by_hand.settle()
    desk_by_hand.run()
    assert as_line(desk_by_hand.rows(ROW)) == [LOADED]
    assert [path.suffix for path in desk_by_hand.store.requests.iterdir()] == [".refused"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"value": "1.234,56"}, "'1.234,56' is no amount"),
        ({"value": "-5"}, "'-5' is no amount"),
        ({"unit": "RMB"}, "unit 'RMB' is not known"),
        ({"period": "Q3 2026"}, "period 'Q3 2026' is none"),
        ({"kind": "estimate"}, "kind 'estimate' is not known"),
    ],
)
def test_a_word_that_cannot_be_meant_is_refused(
    desk_by_hand: Desk, capsys: pytest.CaptureFixture[str], changed: dict[str, str], reason: str
) -> None:
    """The error names the word and what could stand there; nothing is written."""
    assert main(["add", *options(**changed)]) == 1
    assert reason in capsys.readouterr().err
    assert list(desk_by_hand.store.inbox.rglob("*.json")) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1234.5", "1234.5"),
        ("1,234,567", "1234567"),
        ("1.2M", "1200000"),
        ("850 million", "850000000"),
        ("1.9bn", "1900000000"),
        ("300k", "300000"),
        ("1200万", "12000000"),
        ("8.5億", "850000000"),
        ("3千万", "30000000"),
    ],
)
def test_amounts_are_read_exactly(text: str, amount: str) -> None:
    """K, M, B, 万 and 亿 multiply without rounding."""
    assert read_amount(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", "1,23", "1.2.3", "$5", "5-6", "1e3", "about 5", "5 dozen"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    """Nothing near a number is taken for one."""
    with pytest.raises(TrackerError, match="is no amount"):
        read_amount(text)
