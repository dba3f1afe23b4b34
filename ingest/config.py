"""What is tracked, from where, and what is told: config/apps.toml, sources.toml, alerts.toml and
formats/, read and checked.

Every problem of all files is reported at once, each with its file and key, so that nobody has
to mend one line, run, and meet the next.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from ingest.alerting.config import Alerts, checked
from ingest.config_keys import APP_KEYS, HEADLINE_KEYS, SOURCE_KEYS, Problems
from ingest.cron import check_schedule
from ingest.fetching.declared import declared_faults
from ingest.mapping import FAMILY, FOLDER, ColumnMapping, read_mappings
from ingest.period import Period, read_period
from warehouse.errors import TrackerError


class ConfigError(TrackerError):
    """One or more keys of the configuration cannot be used."""


@dataclass(frozen=True)
class App:
    """One thing figures are stated about: an app, its company, a model, a market, a rate."""

    app_id: str
    name_en: str
    name_zh: str | None
    kind: str
    publisher: str | None
    ticker: str | None
    tracked: bool
    colour: str | None
    aliases: tuple[str, ...]
    listings: tuple[tuple[str, str], ...]
    position: int

    def names(self) -> set[str]:
        """Every spelling a file may use for this app, folded for comparison."""
        spellings = {self.app_id, self.name_en, *self.aliases}
        spellings |= {self.name_zh} if self.name_zh else set()
        spellings |= {listing for _store, listing in self.listings}
        return {fold(name) for name in spellings}


@dataclass(frozen=True)
class Source:
    """One provider's feed as config/sources.toml declares it."""

    source_id: str
    producer: str
    format: str
    files: tuple[str, ...] = ()
    licence: str = ""
    covers: str = ""
    address: str | None = None
    enabled: bool = True
    illustrative: bool = False
    unit: str | None = None
    basis: str | None = None
    kind: str = "estimate"
    metrics: tuple[str, ...] = ("revenue", "downloads", "mau")
    app: str | None = None
    platform: str | None = None
    country: str | None = None
    grain: str | None = None
    schedule: str = "0 6 * * *"
    max_age_days: int | None = None
    rank: int = 100
    ranks: dict[str, int] = field(default_factory=dict)
    rejected_share: float = 0.0
    as_of: str | date = "column"
    undated_as_of: date | None = None
    vendor_model: str | None = None
    encoding: str | None = None
    other_apps: str = "ask"
    headers: dict[str, str] = field(default_factory=dict)
    query: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)  # of a file system, as fsspec names them
    page: str | None = None
    next: str | None = None
    private: bool = False
    max_mb: int = 2048
    calls_per_day: int | None = None
    calls_per_minute: int | None = None
    mappings: tuple[ColumnMapping, ...] = ()  # those its format names


@dataclass(frozen=True)
class Headline:
    """The target the first screen is held against."""

    app_id: str
    metric: str
    period: Period
    issuer: str


@dataclass(frozen=True)
class Config:
    """All files and the mappings, checked."""

    root: Path
    apps: tuple[App, ...]
    sources: tuple[Source, ...]
    headlines: tuple[Headline, ...]
    mappings: tuple[ColumnMapping, ...] = ()
    alerts: Alerts = field(default_factory=Alerts)

    def source(self, source_id: str) -> Source:
        """The source of that id.

        Raises TrackerError that names the known ids.
        """
        for source in self.sources:
            if source.source_id == source_id:
                return source
        known = ", ".join(source.source_id for source in self.sources)
        raise TrackerError(
            f"there is no source called '{source_id}'",
            "config/sources.toml",
            f"use one of: {known}",
        )

    def listings(self) -> dict[str, list[str]]:
        """Store → the ids it has for apps, in the order of config/apps.toml."""
        found: dict[str, list[str]] = {}
        for app in self.apps:
            for store, listing in app.listings:
                found.setdefault(store, []).append(listing)
        return found

    def app_names(self) -> dict[str, str]:
        """Folded spelling → app_id, for every spelling of every app."""
        return {name: app.app_id for app in self.apps for name in app.names()}


def fold(name: str) -> str:
    """The form in which two spellings of one name are equal: trimmed and lower case."""
    return name.strip().lower()


def read_config(root: Path) -> Config:
    """Read config/apps.toml, sources.toml, alerts.toml and formats/ under `root`.

    Raises ConfigError listing every problem found in all of them.
    """
    problems = Problems()
    apps_toml = _read_toml(root / "config" / "apps.toml", problems)
    sources_toml = _read_toml(root / "config" / "sources.toml", problems)
    apps = _read_apps(apps_toml, problems)
    headlines = _read_headlines(apps_toml, apps, problems)
    names = {name for app in apps for name in app.names()}
    stores = {store for app in apps for store, _listing in app.listings}
    mappings = read_mappings(root, names, problems)
    sources = _read_sources(sources_toml, root, stores, problems)
    _check_apps(sources, names, problems)
    problems.refuse_unknown_keys("config/apps.toml", "", apps_toml, {"app", "headline"})
    problems.refuse_unknown_keys("config/sources.toml", "", sources_toml, {"samples", "source"})
    alerts = _read_alerts(root, apps, sources, problems)
    if problems.found:
        raise ConfigError(
            "the configuration cannot be used:\n  " + "\n  ".join(problems.found),
            "config/",
            "mend the keys named above and run again",
        )
    mapped = tuple(_with_mappings(source, mappings) for source in sources)
    return Config(root, apps, mapped, headlines, mappings, alerts)


def _read_toml(path: Path, problems: Problems) -> dict[str, Any]:
    where = f"config/{path.name}"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.add(where, "", "the file is missing; copy it from the repository")
    except OSError as error:
        problems.add(where, "", f"the file cannot be read: {error.strerror}")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.add(where, "", f"this is not valid TOML: {error}")
    return {}


def _read_apps(content: dict[str, Any], problems: Problems) -> tuple[App, ...]:
    where, apps, owners = "config/apps.toml", [], dict[str, str]()
    for position, entry in enumerate(problems.tables(where, "app", content)):
        values = problems.read_table(where, f"app {entry.get('id', position + 1)}", entry, APP_KEYS)
        if values is None:
            continue
        listings = tuple(
            (store, str(listing))
            for store, ids in values.pop("listings").items()
            for listing in (ids if isinstance(ids, list) else [ids])
        )
        values["app_id"] = values.pop("id")
        app = App(listings=listings, position=position, **values)
        apps.append(app)
        for name in sorted(app.names()):
            if owners.setdefault(name, app.app_id) != app.app_id:
                problems.add(where, f"app {app.app_id}", f"'{name}' also names {owners[name]}")
    return tuple(apps)


def _read_headlines(
    content: dict[str, Any], apps: tuple[App, ...], problems: Problems
) -> tuple[Headline, ...]:
    where, headlines, known = "config/apps.toml", [], [app.app_id for app in apps]
    for number, entry in enumerate(problems.tables(where, "headline", content), start=1):
        values = problems.read_table(where, f"headline {number}", entry, HEADLINE_KEYS)
        if values is None:
            continue
        period = read_period(values["period"])
        if period is None:
            problems.add(where, f"headline {number}.period", "write 2026, 2026-Q1 or 2026-01")
        elif values["app"] not in known:
            problems.add_unknown(where, f"headline {number}.app", values["app"], known)
        else:
            headlines.append(Headline(values["app"], values["metric"], period, values["issuer"]))
    return tuple(headlines)


def _read_sources(
    content: dict[str, Any], root: Path, stores: Collection[str], problems: Problems
) -> tuple[Source, ...]:
    where, sources = "config/sources.toml", dict[str, Source]()
    samples = content.get("samples", True)
    if not isinstance(samples, bool):
        problems.add(where, "samples", "write true or false")
    mapped = [f"{FAMILY}.{path.stem}" for path in (root / FOLDER).glob("*.toml")]
    known = [*SOURCE_KEYS["format"].choices, *mapped, *([FAMILY] if mapped else [])]
    keys = SOURCE_KEYS | {"format": replace(SOURCE_KEYS["format"], choices=known)}
    for number, entry in enumerate(problems.tables(where, "source", content), start=1):
        name = f"source {entry.get('id', number)}"
        values = problems.read_table(where, name, entry, keys)
        if values is None:
            continue
        check_schedule(values["schedule"], where, name, problems)
        for key, fault in declared_faults(values, stores):
            problems.add(where, f"{name}.{key}", fault)
        values["source_id"] = values.pop("id")
        if values["illustrative"] and not samples:
            values["enabled"] = False
        if values["source_id"] in sources:
            problems.add(where, name, "this id is used twice")
        sources[values["source_id"]] = Source(**values)
    return tuple(sources.values())


def _read_alerts(
    root: Path, apps: tuple[App, ...], sources: tuple[Source, ...], problems: Problems
) -> Alerts:
    path = root / "config" / "alerts.toml"
    content = _read_toml(path, problems) if path.exists() else {}
    app_ids, source_ids = [app.app_id for app in apps], [one.source_id for one in sources]
    return checked(content, app_ids, source_ids, problems)


def _check_apps(sources: tuple[Source, ...], names: Collection[str], problems: Problems) -> None:
    for source in sources:
        if source.app and fold(source.app) not in names:
            place = f"source {source.source_id}.app"
            problems.add_unknown("config/sources.toml", place, source.app, names)


def _with_mappings(source: Source, mappings: tuple[ColumnMapping, ...]) -> Source:
    own = [mapping for mapping in mappings if source.format in (FAMILY, mapping.format)]
    return replace(source, mappings=tuple(own))
