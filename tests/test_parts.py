"""Of a large warehouse only the touched parts are computed anew, and the tables are the same."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.warehouse_fixtures import (  # noqa: F401
    SOURCES,
    days,
    estimate,
    november,
    tables,
    write_snapshot,
    write_watchlist,
)
from warehouse import build, clock, draft, parts
from warehouse.paths import Store
from warehouse.store import as_known_on_day, newest, publish

pytestmark = pytest.mark.usefixtures("november")

TODAY = "2026-11-24"
APPS = ("kite", "lark", "wren")
IN_PARTS = [model for model in build.models() if model.kept and model.parts]


def watch(store: Store, **lists: Any) -> None:
    """Three apps, and two vendors of which the first is preferred unless said otherwise."""
    ranks = [{"source_id": "vendor", "metric": "*", "rank": 1}]
    write_watchlist(store, **{"source_ranks": ranks, **lists})


def several(value: float, **over: Any) -> list[dict[str, Any]]:
    """Two months of days of three apps, their downloads, and a part of a third month."""
    return [
        row
        for place, app in enumerate(APPS)
        for row in (
            *days("2026-01-01", [value + place] * 59, app_id=app, **over),
            *days("2026-03-01", [value] * 9, app_id=app, **over),
            *(
                estimate(month, value, app_id=app, metric="downloads", unit="downloads",
                         basis="none", **over)
                for month in ("2026-01", "2026-02")
            ),
        )
    ]  # fmt: skip


@pytest.fixture(scope="module")
def first_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the first version, a file an app and vendor; nobody writes to it."""
    made = Store(tmp_path_factory.mktemp("first") / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        watch(made)
        for source, value in (("vendor", 100), ("other-vendor", 90)):
            for app in APPS:
                of_app = [row for row in several(value) if row["app_id"] == app]
                write_snapshot(made, source, observation=of_app)
        publish(made)
    return made.root


@pytest.fixture
def large(first_version: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store that counts as large, with its first version."""
    monkeypatch.setattr(draft, "LARGE", 0)
    shutil.copytree(first_version, tmp_path / "data", symlinks=True)
    return Store(tmp_path / "data")


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The models with parts that were computed whole."""
    computed: list[str] = []
    refresh = parts.refresh_whole

    def noted(connection: duckdb.DuckDBPyConnection, model: build.Model) -> None:
        if model.parts:
            computed.append(model.name)
        refresh(connection, model)

    monkeypatch.setattr(parts, "refresh_whole", noted)
    return computed


@contextmanager
def writable(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of a version that may be written to."""
    copy = path.with_name("copy.tmp")
    shutil.copyfile(path, copy)
    with duckdb.connect(str(copy)) as connection:
        connection.execute("set search_path = 'mart,main'")
        yield as_known_on_day(connection, clock.today(), None)
    copy.unlink()


def rows(connection: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every kept table, in order."""
    kept = [model.name for model in build.models() if model.kept]
    return {
        name: connection.execute(f"select * from mart.{name} order by all").fetchall()
        for name in kept
    }


def assert_as_if_computed_whole(store: Store) -> None:
    """Every kept model holds what its select gives over the raw tables of the same version."""
    with writable(newest(store)) as connection:
        held = rows(connection)
        for model in build.models():
            if model.kept:
                build.refresh_whole(connection, model)
        assert held == rows(connection)


def test_a_file_of_one_app_touches_its_parts_alone(large: Store, whole: list[str]) -> None:
    """Restated days of one app, said later: months of the two others are left where they are."""
    write_snapshot(
        large, "vendor", observation=days("2026-01-05", [7] * 9, app_id="lark", as_of="2026-04-01")
    )
    publish(large)
    assert whole == []
    assert_as_if_computed_whole(large)


def test_a_file_that_touches_most_is_computed_whole(large: Store, whole: list[str]) -> None:
    """Where half of the parts are touched there is nothing to gain."""
    write_snapshot(large, "vendor", observation=several(110, as_of="2026-04-01"))
    publish(large)
    assert "monthly" in whole
    assert_as_if_computed_whole(large)


def test_whatever_changes_the_tables_are_the_same(large: Store) -> None:
    """Files in and out, a new month, another scope, a contradiction, in versions one by one."""
    later = {"app_id": "wren", "as_of": "2026-04-02"}
    steps: list[list[dict[str, Any]]] = [
        [
            *days("2026-03-10", [3] * 22, **later),
            estimate("2026-02", 9, metric="mau", unit="users", basis="none", **later),
        ],
        [estimate("2026-03", 77, **later), estimate("2026-02", 5, scope="web too", **later)],
        [estimate("2026-03", 78, **later), estimate("2025-12", 6, platform="android", **later)],
    ]
    for step in steps:
        last = write_snapshot(large, "vendor", observation=step)
        publish(large)
        assert_as_if_computed_whole(large)
    shutil.rmtree(large.ledger / last)
    publish(large)
    assert_as_if_computed_whole(large)
    incremental, rebuilt = tables(newest(large)), publish(large, full=True)
    assert rebuilt is not None
    assert incremental == tables(rebuilt)


def test_a_figure_begins_to_count_on_its_day(
    large: Store, whole: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said for a later day, it shows in the first version of that day; turned back, no more."""
    write_snapshot(
        large,
        "vendor",
        observation=[estimate("2026-02", 500, app_id="kite", as_of="2026-11-26")],
    )
    publish(large)
    for value, today in ((1, "2026-11-27"), (2, "2026-11-24")):
        monkeypatch.setenv("TRACKER_TODAY", today)
        other = estimate("2026-05", value, app_id="wren", as_of="2026-06-01")
        write_snapshot(large, "vendor", observation=[other])
        publish(large)
        assert_as_if_computed_whole(large)
        shown = any(500 in row for row in tables(newest(large))["mart.monthly"])
        assert shown is (today == "2026-11-27")
    assert "monthly" not in whole


def test_a_withdrawal_counts_from_its_day(large: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file withdrawn for tomorrow counts today, and tomorrow it does not."""
    restated = [estimate("2026-02", 500, app_id="kite", as_of="2026-04-01")]
    write_snapshot(large, "vendor", observation=restated)
    write_snapshot(large, "vendor", observation=restated, withdrawn_on="2026-11-25")
    publish(large)
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-26")
    publish(large)
    assert_as_if_computed_whole(large)


def test_a_source_preferred_or_switched_off_touches_all(large: Store, whole: list[str]) -> None:
    """What the configuration says of the sources decides over every part."""
    watch(large, source_ranks=[{"source_id": "other-vendor", "metric": "*", "rank": 1}])
    write_snapshot(
        large, "vendor", observation=[estimate("2026-05", 1, app_id="wren", as_of="2026-06-01")]
    )
    publish(large)
    assert_as_if_computed_whole(large)
    off = [{**one, "enabled": one["source_id"] != "other-vendor"} for one in SOURCES]
    watch(large, sources=off)
    write_snapshot(
        large, "vendor", observation=[estimate("2026-06", 1, app_id="wren", as_of="2026-07-01")]
    )
    publish(large)
    assert_as_if_computed_whole(large)
    assert whole.count("monthly") == 2


def test_all_in_batches_is_the_same_as_in_one_go(
    large: Store, whole: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would not fit into memory at once is computed some parts after the other."""
    monkeypatch.setattr(parts, "BATCH_ROWS", 5)
    publish(large, full=True)
    assert set(whole) == {"month_sums", "repeated", "source_files", "month_to_date"}
    assert_as_if_computed_whole(large)


@pytest.mark.parametrize("model", IN_PARTS, ids=lambda model: model.name)
def test_a_part_comes_from_the_same_part(model: build.Model) -> None:
    """Each table it reads has parts of these columns, or is the same in every version.

    Of the raw ones it reads those alone whose every change touches its parts, or all.
    """
    for read in (model, *build.closure(model.sql)):
        raw = set(re.findall(r"\braw\.(\w+)", read.sql))
        assert raw <= {"observation", "snapshot", "source", "source_rank"}, read.name
    for read in build.closure(model.sql):
        if read.parts:
            assert set(model.parts) <= {*read.parts, *read.columns}
        elif read.kept:
            assert not any(below.name == "known" for below in build.closure(read.sql))
            assert "raw." not in read.sql
