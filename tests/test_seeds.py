"""The public figures in the box: complete, resolvable, and with an issuer where one is due."""

from __future__ import annotations

import csv
import tomllib
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent


def rows(name: str) -> list[dict[str, str]]:
    with (ROOT / "seeds" / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_every_disclosure_names_where_it_was_read() -> None:
    """No figure without who printed it and where."""
    disclosures = rows("disclosures.csv")
    assert len(disclosures) == 404
    assert all(row["source_publisher"] and row["source_url"] for row in disclosures)


def test_guidance_and_forecasts_alone_have_an_issuer() -> None:
    """A target belongs to the institution whose number it is; other figures have no issuer."""
    for row in rows("disclosures.csv"):
        assert bool(row["issuer"]) == (row["basis"] in ("guidance", "forecast")), row


def test_the_issuer_of_guidance_is_the_company_itself() -> None:
    """Who relays a company's aim does not become its author."""
    issuers = {row["issuer"] for row in rows("disclosures.csv") if row["basis"] == "guidance"}
    assert issuers == {"Kuaishou", "Volcano Engine"}


def test_a_day_of_setting_stands_only_where_the_note_says_so() -> None:
    """When a target was set is read from its source, never worked out."""
    assert [
        (row["value"], row["set_on"], row["note"])
        for row in rows("disclosures.csv")
        if row["set_on"]
    ] == [("60000000", "2025-01", "start-of-2025 target, as cited with the Nov 2025 raise")]


def test_goldmans_numbers_for_2026_are_all_goldmans() -> None:
    """The number, its revision and the misprint of it are statements of one issuer."""
    goldman = sorted(
        (row["published_on"], row["value"])
        for row in rows("disclosures.csv")
        if (row["entity"], row["metric"]) == ("Kling", "revenue")
        and (row["issuer"], row["period_start"][:4]) == ("Goldman Sachs", "2026")
    )
    assert goldman == [
        ("2025-08-22", "250000000"),
        ("2026-02", "260000000"),
        ("2026-02", "280000000"),
        ("2026-02-14", "280000000"),
    ]


def test_every_name_in_the_seeds_is_on_the_watch_list() -> None:
    """Each entity is the name or alias of exactly one app."""
    watch_list = tomllib.loads((ROOT / "config" / "apps.toml").read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    for app in watch_list["app"]:
        spellings = {app["id"], app["name_en"], app.get("name_zh"), *app.get("aliases", ())}
        for name in {spelling.casefold() for spelling in spellings if spelling}:
            assert names.setdefault(name, app["id"]) == app["id"], f"{name} names two apps"
    entities = {row["entity"] for name in ("disclosures.csv", "events.csv") for row in rows(name)}
    assert {entity for entity in entities if entity.casefold() not in names} == set()


def test_every_event_has_a_day() -> None:
    """An event stands at one day of a chart."""
    events = rows("events.csv")
    assert len(events) == 45
    assert all(date.fromisoformat(row["date"]) and row["event"] for row in events)


def test_tracked_apps_have_colours_of_their_own() -> None:
    """Two apps on one chart must be told apart."""
    watch_list = tomllib.loads((ROOT / "config" / "apps.toml").read_text(encoding="utf-8"))
    colours = [app["colour"] for app in watch_list["app"] if app.get("tracked")]
    assert len(colours) == len(set(colours)) >= 2
