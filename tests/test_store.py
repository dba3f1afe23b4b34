"""Versions: whole or not there, never changed, equal however they came to be."""

# ruff: noqa: F811 -- a test names the fixture it takes

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.disk_fixtures import watched
from tests.prepared import Prepared
from tests.warehouse_fixtures import (  # noqa: F401
    SOURCES,
    days,
    estimate,
    figure,
    november,
    published,
    rates,
    store,
    tables,
    write_snapshot,
    write_watchlist,
)
from warehouse import clock, draft, load, versions
from warehouse.errors import CheckFailed, NoWarehouse, StrayWal, TrackerError
from warehouse.paths import Store
from warehouse.store import newest, open_version, publish, sweep
from warehouse.store import versions as list_versions

pytestmark = pytest.mark.usefixtures("november")


def january(value: float, as_of: str = "2026-02-05") -> list[dict[str, Any]]:
    """One estimate of January 2026."""
    return [estimate("2026-01", value, as_of=as_of)]


def value_in(path: Path) -> list[tuple[Any, ...]]:
    """The values of monthly in a version."""
    with open_version(path) as connection:
        return connection.execute("select value from monthly order by 1").fetchall()


def leftovers(made: Store) -> list[str]:
    """What a publish must not leave behind."""
    return [
        path.name
        for folder in (made.root, made.versions)
        for path in folder.iterdir()
        if path.name.startswith(".")
    ]


def test_there_is_no_warehouse_before_the_first_publish(tmp_path: Path) -> None:
    """An empty store says how to start, and publishing an empty ledger makes nothing."""
    empty = Store(tmp_path)
    with pytest.raises(NoWarehouse, match=r"Nothing has been published yet .*python -m ingest run"):
        newest(empty)
    assert publish(empty) is None


def test_a_version_is_read_only_and_the_link_is_relative(store: Store) -> None:
    """Mode 0444, one file a version, and a link that survives moving the folder."""
    write_snapshot(store, "vendor", observation=january(10))
    path = publish(store)
    assert path == newest(store)
    assert path is not None
    assert path.stat().st_mode & 0o777 == 0o444
    assert os.readlink(store.link) == f"versions/{path.name}"
    assert leftovers(store) == []
    shutil.move(store.root, store.root.with_name("moved"))
    assert value_in(newest(Store(store.root.with_name("moved")))) == [(10,)]


def test_nothing_new_publishes_nothing(store: Store) -> None:
    """A second publish of the same ledger makes no version, unless a full one is asked for."""
    write_snapshot(store, "vendor", observation=january(10))
    first = publish(store)
    assert publish(store) is None
    assert newest(store) == first
    full = publish(store, full=True)
    assert full is not None
    assert full != first
    assert tables(full) == tables(first)  # type: ignore[arg-type]


def test_a_reader_keeps_its_version(store: Store) -> None:
    """An open reader sees its version to the end while new ones are published and old ones go."""
    write_snapshot(store, "vendor", observation=january(10))
    publish(store)
    with open_version(newest(store)) as reader:
        for value in range(11, 16):
            write_snapshot(store, "vendor", observation=january(value, f"2026-03-{value}"))
            publish(store)
            assert reader.execute("select value from monthly").fetchall() == [(10,)]
    assert value_in(newest(store)) == [(15,)]


def test_a_published_version_cannot_be_written(store: Store) -> None:
    """Readers are read-only, and no reader fetches extensions from the network."""
    with published(store) as connection:
        with pytest.raises(duckdb.InvalidInputException, match="read-only"):
            connection.execute("create table x (i integer)")
        assert connection.execute(
            "select current_setting('autoinstall_known_extensions'),"
            " current_setting('autoload_known_extensions'), current_setting('TimeZone')"
        ).fetchone() == (False, False, "UTC")


def test_the_file_has_storage_version_1_4(store: Store) -> None:
    """Any client from 1.4 on can open a version."""
    with published(store) as connection:
        (tags,) = connection.execute(
            "select tags from duckdb_databases() where not internal"
        ).fetchone() or ({},)
    assert tags["storage_version"].startswith("v1.4")


def test_a_withdrawn_snapshot_leaves(store: Store) -> None:
    """A folder gone from the ledger is gone from the next version."""
    write_snapshot(store, "vendor", observation=january(10))
    later = write_snapshot(store, "vendor", observation=january(11, "2026-03-05"))
    publish(store)
    shutil.rmtree(store.ledger / later)
    publish(store)
    assert value_in(newest(store)) == [(10,)]


def test_a_refused_file_accepted_later_takes_its_own_place(store: Store) -> None:
    """The same bytes under new rules replace their refused snapshot; nothing is there twice."""
    fault = {"row_no": 2, "column_name": "value", "rule": "is a number", "value": "x"}
    refused = write_snapshot(store, "vendor", outcome="refused", rejected_row=[fault])
    with published(store) as connection:
        assert connection.execute("select rule from rejects").fetchall() == [("is a number",)]
    accepted = write_snapshot(store, "vendor", observation=january(10))
    shutil.rmtree(store.ledger / refused)
    (store.ledger / accepted).rename(store.ledger / refused)
    description = store.ledger / refused / "snapshot.json"
    description.write_text(description.read_text().replace(accepted, refused))
    only = store.ledger / refused / "observation.parquet"
    with duckdb.connect() as scratch:
        scratch.execute(f"create table rows as from '{only}'")
        scratch.execute(f"update rows set snapshot_id = '{refused}'")
        scratch.execute(f"copy rows to '{only}' (format parquet)")
    with published(store) as connection:
        assert connection.execute("select outcome from loads").fetchall() == [("accepted",)]
        assert connection.execute("from rejects").fetchall() == []
        assert connection.execute("select value from monthly").fetchall() == [(10,)]


def test_a_changed_watch_list_is_news(store: Store) -> None:
    """Switching a source off publishes a version without it."""
    write_snapshot(store, "vendor", observation=january(10))
    publish(store)
    write_watchlist(store, sources=[dict(s, enabled=s["source_id"] != "vendor") for s in SOURCES])
    assert publish(store) is not None
    assert value_in(newest(store)) == []


def test_a_day_that_comes_is_news(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A figure dated to a later day is shown once that day has come."""
    write_snapshot(store, "filings", observation=[figure("2026-Q3", 5, as_of="2026-11-30")])
    with published(store) as connection:
        assert connection.execute("from reported").fetchall() == []
    assert publish(store) is None
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-30")
    with published(store) as connection:
        assert connection.execute("select value from reported").fetchall() == [(5,)]


def test_other_models_start_from_scratch(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A version made by other models is not built upon."""
    write_snapshot(store, "vendor", observation=january(10))
    first = publish(store)
    monkeypatch.setattr("warehouse.build.fingerprint", lambda: "other")
    copied: list[Path] = []
    monkeypatch.setattr("warehouse.store.copy", lambda source, target: copied.append(source))
    second = publish(store)
    assert second is not None
    assert second != first
    assert copied == []


def test_a_failing_check_publishes_nothing(store: Store) -> None:
    """Readers keep what they have, the draft is gone, and the message names sentence and row."""
    write_snapshot(store, "vendor", observation=january(10))
    first = publish(store)
    early = estimate("2026-05", 5, as_of="2026-04-01")
    write_snapshot(store, "vendor", observation=[early])
    with pytest.raises(
        CheckFailed,
        match=r"no estimate or report is said before its period begins.*row_no=2.*2026-04-01",
    ):
        publish(store)
    assert newest(store) == first
    assert leftovers(store) == []


def fail(error: Exception) -> Callable[..., Any]:
    """A step that fails."""

    def step(*_: Any, **__: Any) -> Any:
        raise error

    return step


@pytest.mark.parametrize(
    ("place", "error"),
    [
        ("warehouse.store.copy", OSError(errno.ENOSPC, "No space left on device")),
        ("warehouse.build.build", duckdb.IOException("No space left on device")),
        ("warehouse.checks.run", duckdb.OutOfMemoryException("out of memory")),
        ("warehouse.versions.sync_file", OSError(errno.EIO, "Input/output error")),
    ],
)
def test_a_failure_on_the_way_changes_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, place: str, error: Exception
) -> None:
    """A full disk or memory leaves the link, no draft, and an error that says what to do."""
    write_snapshot(store, "vendor", observation=january(10))
    first = publish(store)
    write_snapshot(store, "vendor", observation=january(11, "2026-03-05"))
    with monkeypatch.context() as broken:
        broken.setattr(place, fail(error))
        with pytest.raises(TrackerError, match=r"No new version could be made: .*Readers keep"):
            publish(store)
    assert newest(store) == first
    assert leftovers(store) == []
    assert publish(store) is not None
    assert value_in(newest(store)) == [(11,)]


def test_a_damaged_ledger_file_is_named(store: Store) -> None:
    """A Parquet file that cannot be read stops the publish and is named."""
    snapshot = write_snapshot(store, "vendor", observation=january(10))
    (store.ledger / snapshot / "observation.parquet").write_bytes(b"not parquet")
    with pytest.raises(TrackerError, match=r"observation\.parquet"):
        publish(store)
    (store.ledger / snapshot / "snapshot.json").write_text("{")
    with pytest.raises(TrackerError, match="description cannot be read"):
        publish(store)


def test_a_snapshot_still_being_written_is_not_there(store: Store) -> None:
    """A folder under a temporary name, or without its description, is passed over."""
    snapshot = write_snapshot(store, "vendor", observation=january(10))
    (store.ledger / snapshot).rename(store.ledger / f".tmp-{snapshot}")
    (store.ledger / "half").mkdir()
    with published(store) as connection:
        assert connection.execute("from loads").fetchall() == []


@pytest.mark.parametrize("news", [True, False])
def test_what_a_killed_publish_left_is_swept(store: Store, news: bool) -> None:
    """Drafts, digests without a version and what did not fit in memory are removed by the next."""
    publish(store)
    for name in (
        ".draft-1.duckdb",
        ".draft-1.duckdb.wal",
        ".draft-1.duckdb.tmp",
        ".tmp-1.sha256",
        "1.sha256",
    ):
        (store.versions / name).write_bytes(b"half")
    store.link.with_name(".tmp-warehouse.duckdb").symlink_to("versions/1.duckdb")
    (store.spill / "0123456789abcdef").mkdir(parents=True)
    (store.spill / "0123456789abcdef" / "duckdb_temp_block-1.block").write_bytes(b"half")
    (store.spill / "fedcba9876543210.lock").touch()
    if news:
        write_snapshot(store, "vendor", observation=january(10))
    publish(store)
    assert leftovers(store) == []
    assert {path.stem for path in store.versions.iterdir()} == {
        version.name for version in list_versions(store)
    }
    assert list(store.spill.iterdir()) == []


def test_a_sweep_leaves_the_living_their_spill(store: Store) -> None:
    """An open version has a folder for what does not fit in memory, and takes it with it."""
    first = publish(store)
    second = publish(store, full=True)
    assert first is not None
    assert second is not None
    readers = [open_version(path) for path in (first, second, second)]
    query = "select current_setting('temp_directory')"
    folders = [Path(*reader.execute(query).fetchone() or "") for reader in readers]
    sweep(store)
    assert [folder.is_dir() for folder in folders] == [True, True, True]
    assert [folder.name.endswith(first.stem) for folder in folders] == [True, False, False]
    assert folders[1] == folders[2]
    readers.pop()
    assert folders[1].is_dir()
    readers.clear()
    assert list(store.spill.iterdir()) == []


def test_a_killed_readers_spill_is_swept(store: Store) -> None:
    """A reader that is killed leaves its folder; the next publish removes it and no other."""
    publish(store)
    mine = open_version(newest(store))
    script = (
        "import pathlib, sys; from warehouse.store import open_version;"
        " held = open_version(pathlib.Path(sys.argv[1])); print('open', flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(newest(store))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as reader:
        assert reader.stdout
        assert reader.stdout.readline() == b"open\n"
        publish(store, full=True)
        assert len([path for path in store.spill.iterdir() if path.is_dir()]) == 2
        reader.kill()
        reader.wait()
    publish(store)
    assert len([path for path in store.spill.iterdir() if path.is_dir()]) == 1
    mine.close()


def test_a_version_can_be_read_where_nothing_can_be_written(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader of a read-only data folder does with memory alone."""
    write_snapshot(store, "vendor", observation=january(10))
    publish(store)
    monkeypatch.setattr("warehouse.store.spill_folder", fail(OSError(errno.EROFS, "Read-only")))
    assert value_in(newest(store)) == [(10,)]


def damage(path: Path, at: float) -> None:
    """Other bytes at a place of the file, as a failing disk leaves them."""
    content = bytearray(path.read_bytes())
    place = int(len(content) * at)
    content[place : place + 64] = bytes(byte ^ 0xFF for byte in content[place : place + 64])
    path.chmod(0o644)
    path.write_bytes(content)
    path.chmod(0o444)


@pytest.mark.parametrize("at", [0.1, 0.4, 0.6, 0.9, 0.999])
@pytest.mark.parametrize("news", [True, False])
def test_a_damaged_version_is_not_built_upon(
    store: Store, prepared: Prepared, at: float, news: bool
) -> None:
    """Whatever part of the newest file went bad, the next publish makes a sound one."""

    def fill(root: Path) -> None:
        made = Store(root)
        write_watchlist(made)
        write_snapshot(made, "vendor", observation=january(10))
        publish(made)

    prepared.copy("ten_in_january", fill, store.root)
    first = newest(store)
    sound = tables(first)
    damage(first, at)
    if news:
        write_snapshot(store, "vendor", observation=january(11, "2026-03-05"))
    second = publish(store)
    assert second is not None
    assert newest(store) == second
    assert news or tables(second) == sound
    assert value_in(second) == [(11 if news else 10,)]
    assert publish(store) is None


def test_an_edited_version_is_not_built_upon(store: Store) -> None:
    """Somebody who may write anything changes a version and closes it: the next one is sound."""
    write_snapshot(store, "vendor", observation=january(10))
    first = publish(store)
    assert first is not None
    first.chmod(0o644)
    with duckdb.connect(str(first)) as writer:
        writer.execute("update raw.observation set value = 99")
    first.chmod(0o444)
    assert not versions.wal_of(first).exists()
    assert publish(store) is not None
    assert value_in(newest(store)) == [(10,)]


def test_a_draft_is_written_without_a_log(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is thrown away when it is not whole is not written twice."""
    write_snapshot(store, "vendor", observation=days("2026-01-01", range(300)))
    logged: list[int] = []
    fill = draft.fill

    def watched(*arguments: Any, **options: Any) -> None:
        fill(*arguments, **options)
        logged.extend(path.stat().st_size for path in store.versions.glob(".draft-*.wal"))

    monkeypatch.setattr(draft, "fill", watched)
    assert publish(store) is not None
    assert sum(logged) == 0


def test_a_digest_can_be_checked_by_hand(store: Store) -> None:
    """The file beside a version is what `sha256sum --check` reads."""
    path = publish(store)
    assert path is not None
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.with_suffix(".sha256").read_text() == f"{digest}  {path.name}\n"


def test_strange_names_in_versions_are_nobodys(store: Store) -> None:
    """A file that is no version is neither listed nor touched, and stops nothing."""
    publish(store)
    for name in ("1.duckdb", "20261124T000000.duckdb", "notes.duckdb", "20261124T000000000001"):
        (store.versions / name).write_text("not ours")
    (store.versions / "20261124T000000000002.duckdb").mkdir()
    write_snapshot(store, "vendor", observation=january(10))
    path = publish(store)
    assert path is not None
    listed = [version.path for version in list_versions(store)]
    assert listed[0] == path
    assert len(listed) == 2
    assert (store.versions / "notes.duckdb").read_text() == "not ours"


@pytest.mark.parametrize("beside_the_link", [False, True])
def test_a_stray_wal_is_said_and_replaced(store: Store, beside_the_link: bool) -> None:
    """A version somebody wrote to is not read on nor built upon; the next publish replaces it."""
    write_snapshot(store, "vendor", observation=january(10))
    first = publish(store)
    assert first is not None
    wal = versions.wal_of(store.link if beside_the_link else first)
    wal.write_bytes(b"somebody was here")
    with pytest.raises(StrayWal, match="python -m warehouse rebuild"):
        newest(store)
    second = publish(store)
    assert second is not None
    assert newest(store) == second
    assert value_in(second) == [(10,)]
    assert [v.has_stray_wal for v in list_versions(store)] == [False, not beside_the_link]


def test_the_newest_three_and_the_young_are_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Older versions go once there are three newer ones and ten minutes have passed."""
    start = clock.now()
    for minute in (0, 1, 2, 3, 4, 11, 12):
        monkeypatch.setattr(clock, "now", lambda at=minute: start + timedelta(minutes=at))
        publish(store, full=True)
    kept = [v.published_at - start for v in list_versions(store)]
    assert kept == [timedelta(minutes=m) for m in (12, 11, 4, 3)]
    assert [v.is_current for v in list_versions(store)] == [True, False, False, False]


def test_names_rise_when_the_clock_steps_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A later version has a later name even if the clock says otherwise."""
    first = publish(store)
    assert first is not None
    past = clock.now() - timedelta(days=1)
    monkeypatch.setattr(clock, "now", lambda: past)
    second = publish(store, full=True)
    assert second is not None
    assert second.name > first.name
    assert newest(store) == second


def test_a_pointer_takes_the_links_place(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where links need a privilege a small file names the version."""
    monkeypatch.setattr(versions, "LINKS", False)
    path = publish(store)
    assert path is not None
    assert not store.link.exists()
    assert store.pointer.read_text() == f"versions/{path.name}"
    assert newest(store) == path


@pytest.mark.skipif(sys.platform == "win32", reason="no fsync of folders there")
def test_the_file_is_on_disk_before_the_link_moves(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """File, then folder of versions, then link, then its folder: in this order."""

    def flushed(descriptor: int) -> str:
        return "fsync " + Path(os.readlink(f"/proc/self/fd/{descriptor}")).name

    steps = watched(monkeypatch, flushed)
    path = publish(store)
    assert path is not None
    assert steps == [
        f"fsync .draft-{path.name}",
        f"name {path.name}",
        "fsync versions",
        "name warehouse.duckdb",
        "fsync data",
    ]


SNAPSHOTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("vendor", {"observation": days("2026-02-01", range(28))}),
    ("vendor", {"observation": days("2026-02-20", [5] * 9, as_of="2026-03-04")}),
    ("vendor", {"observation": january(10), "fetched_at": "2026-11-02T00:00:00"}),
    ("vendor", {"observation": january(11), "fetched_at": "2026-11-03T00:00:00"}),
    ("other-vendor", {"observation": january(12)}),
    ("filings", {"observation": [figure("2026-Q1", 70, unit="CNY")]}),
    ("filings", {"observation": [
        figure("2026", 9, kind="forecast", issuer="Bank", as_of="2026-01-02")]}),
    ("rates", {"fx_rate": rates("2026-01", "CNY", 7)}),
    ("vendor", {"outcome": "refused", "rejected_row": [{"row_no": 2, "rule": "is a number"}]}),
)  # fmt: skip


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    order=st.permutations(range(len(SNAPSHOTS))),
    publishes=st.sets(st.integers(0, len(SNAPSHOTS) - 1), max_size=3),
    withdrawn=st.integers(0, len(SNAPSHOTS)),
)
def test_incremental_equals_rebuild(
    tmp_path_factory: pytest.TempPathFactory,
    order: list[int],
    publishes: set[int],
    withdrawn: int,
) -> None:
    """Whatever order snapshots come in and whenever versions are made, the tables are the same."""
    made = Store(tmp_path_factory.mktemp("store"))
    write_watchlist(made)
    ids = {}
    for step, position in enumerate(order):
        source_id, content = SNAPSHOTS[position]
        ids[position] = write_snapshot(made, source_id, **content)
        if step in publishes:
            publish(made)
    if withdrawn in ids:
        shutil.rmtree(made.ledger / ids[withdrawn])
    publish(made)
    incremental = tables(newest(made))
    rebuilt = publish(made, full=True)
    assert rebuilt is not None
    assert incremental == tables(rebuilt)
    assert len(incremental["raw.snapshot"]) == len(SNAPSHOTS) - (withdrawn in ids)


def test_a_wide_ledger_loads_in_one_statement_a_table(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many small snapshots are read together, not one by one."""
    for number in range(20):
        write_snapshot(store, "vendor", name=str(number), observation=january(number))
    ran: list[str] = []
    run = load.run

    def recorded(connection: Any, name: str, /, **parameters: Any) -> Any:
        ran.append(name)
        return run(connection, name, **parameters)

    monkeypatch.setattr(load, "run", recorded)
    publish(store)
    assert ran.count("observation") == 1
    assert ran.count("snapshot") == 1
