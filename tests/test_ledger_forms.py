"""The ledger as each earlier form of it was written is read, added to and verified by this one."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tests.ingest_fixtures import Desk
from tests.ledger_fixtures import LEDGERS, loaded
from warehouse.__main__ import main
from warehouse.paths import Store
from warehouse.store import publish

FORMS = sorted(path.name for path in LEDGERS.iterdir())

VALUES = {
    "vendor": [
        ("jimeng", "revenue", "2026-01-01", "ios", "CN", "70.0000"),
        ("kling", "revenue", "2026-01-01", "ios", "US", "100.5000"),
    ],
    "said": [("kling", "revenue", "2026-01-01", "all", "WW", "650000000.0000")],
}
LOADS = [
    ("one.csv", "accepted", 2, 2, 0),
    ("said.csv", "accepted", 1, 1, 0),
    ("three.csv", "refused", 3, 2, 1),
    ("two.csv", "accepted_in_part", 3, 2, 1),
]


@pytest.fixture(params=FORMS)
def upgraded(desk: Desk, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A tracker that an earlier release loaded."""
    for part in (desk.store.ledger, desk.store.landing):
        part.rmdir()
        shutil.copytree(LEDGERS / request.param / part.name, part)
    monkeypatch.setenv("TRACKER_DATA", str(desk.store.root))
    return desk


def check_figures(desk: Desk) -> None:
    """Each figure and each file is there once, with where it is from."""
    for source, values in (*VALUES.items(), ("tolerant", VALUES["vendor"])):
        assert desk.values(source) == values
    loads = "name, outcome, rows_read, rows_accepted, rows_rejected"
    assert desk.rows(f"select {loads} from raw.snapshot order by name") == LOADS
    said = "select publisher, address, bound::varchar, as_of::varchar from raw.observation"
    assert desk.rows(f"{said} where source_id = 'said'") == [
        ("Kuaishou", "https://example.com/q1", "at_least", "2026-05-20")
    ]
    assert len(desk.rows("select * from rejects")) == 2
    assert desk.rows("select * from contradictions") == []


def test_an_earlier_ledger_makes_the_same_version(
    upgraded: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every figure and refusal, and it verifies."""
    assert publish(upgraded.store)
    check_figures(upgraded)
    assert main(["verify"]) == 0
    assert capsys.readouterr().out.endswith("sound\n")


def test_an_earlier_ledger_is_added_to(upgraded: Desk) -> None:
    """A run loads nothing of it twice; what it held is withdrawn like anything else."""
    upgraded.run()
    check_figures(upgraded)
    [one] = [
        path
        for path in upgraded.store.landing.glob("*.vendor.json")
        if json.loads(path.read_bytes())["origin"].endswith("one.csv")
    ]
    told = {"at": "2026-11-24T00:00:00", "on": "2026-11-24", "by": "me", "decision": "withdraw"}
    content = json.loads(one.read_bytes())
    one.write_text(json.dumps({**content, "said": [*content["said"], told]}))
    upgraded.run()
    withdrawn = "select name from raw.snapshot where withdrawn_on is not null"
    assert upgraded.rows(withdrawn) == [("one.csv",)]


def form(store: Store) -> dict[str, Any]:
    """What a ledger looks like: the keys of each description, the columns of each file of rows."""
    found: dict[str, Any] = {}
    for path in sorted(store.ledger.glob("*/*")):
        if path.name == "snapshot.json":
            found[f"{path.parent.name}/{path.name}"] = sorted(json.loads(path.read_bytes()))
        else:
            schema = pq.read_schema(path)
            found[f"{path.parent.name}/{path.name}"] = [
                (field.name, str(field.type)) for field in schema
            ]
    found["watchlist"] = json.loads(store.watchlist.read_bytes()).keys()
    return found


def test_the_newest_form_is_kept_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever changes the ledger's form adds a folder to tests/ledgers, and later releases read it:
    `python -m tests.ledger_fixtures NAME`."""
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-24")
    kept = tmp_path / "kept"
    shutil.copytree(LEDGERS / FORMS[-1], kept)
    assert form(loaded(tmp_path / "now").store) == form(Store(kept))
