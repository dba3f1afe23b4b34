"""A run converges: twice is once, order does not matter, and what a killed run left is mended."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from ingest.pipeline import Pipeline, Stopped
from tests.ingest_fixtures import GOOD, HEADER, SOURCES, TODAY, Desk
from warehouse.errors import TrackerError
from warehouse.status import read_runs
from warehouse.store import newest, versions

RESTATED = HEADER + "kling,revenue,2026-01,ios,US,90,2026-03-05\n"
PROJECT = Path(__file__).parent.parent


def figures(desk: Desk) -> list[tuple[object, ...]]:
    """The tables people query, whole."""
    return desk.rows(
        "select app_id, metric, month::varchar, platform, country, value::varchar, as_of::varchar"
        " from monthly order by all"
    )


def test_the_same_bytes_twice_are_one_snapshot(desk: Desk) -> None:
    """Another name, another folder, another run: the same bytes are loaded once."""
    desk.drop("one.csv", GOOD)
    assert desk.run()["outcome"] == "ok"
    desk.drop("copy of one.csv", GOOD)
    run = desk.run()
    assert run["outcome"] == "nothing_new"
    assert [file["outcome"] for file in run["files"]] == ["unchanged", "unchanged"]
    assert len(desk.values()) == 2
    assert len(versions(desk.store)) == 1


def test_a_restatement_replaces_the_earlier_figure_and_keeps_it(desk: Desk) -> None:
    """A restated month is not added to the earlier one, and the earlier one is known as of then."""
    desk.drop("first.csv", GOOD)
    desk.drop("restated.csv", RESTATED)
    desk.run()
    now = [row for row in figures(desk) if row[3] == "ios" and row[0] == "kling"]
    assert now == [("kling", "revenue", "2026-01-01", "ios", "US", "90.0000", "2026-03-05")]
    then = desk.rows(
        "select value::varchar from monthly where app_id = 'kling' and platform = 'ios'",
        as_of=date(2026, 2, 28),
    )
    assert then == [("100.5000",)]


def test_files_in_any_order_give_the_same_tables(tmp_path: Path, desk: Desk) -> None:
    """One run over all, or one run a file in shuffled order: equal tables."""
    one_day = GOOD.replace("2026-01", "2026-02-01").replace("100.50", "3.50").replace(",70,", ",2,")
    files = {"a.csv": GOOD, "b.csv": RESTATED, "c.csv": one_day}
    for name, content in files.items():
        desk.drop(name, content)
    desk.run()
    other = Desk(tmp_path / "other")
    for name in random.Random(7).sample(sorted(files), k=3):
        other.drop(name, files[name])
        other.run()
    assert figures(desk) == figures(other)
    assert desk.values() == other.values()


def test_a_bad_file_does_not_stop_the_next(desk: Desk) -> None:
    """The good file is loaded, the run says it failed, and the history keeps both."""
    desk.drop("a-bad.csv", "nonsense")
    desk.drop("b-good.csv", GOOD)
    run = desk.run()
    assert run["outcome"] == "failed"
    assert {Path(f["name"]).name: f["outcome"] for f in run["files"]} == {
        "a-bad.csv": "refused",
        "b-good.csv": "accepted",
    }
    assert [kept["outcome"] for kept in read_runs(desk.store)] == ["failed"]


def test_switching_a_source_off_takes_its_figures_away(desk: Desk) -> None:
    """Nothing is deleted: on again, the figures are back without the file."""
    path = desk.drop("one.csv", GOOD)
    desk.run()
    path.unlink()
    off = SOURCES.replace('id = "vendor"', 'id = "vendor"\nenabled = false')
    desk.configure(sources=off)
    desk.run()
    assert figures(desk) == []
    desk.configure()
    desk.run()
    assert len(figures(desk)) > 0


def test_what_a_killed_run_left_is_swept_and_done_again(desk: Desk) -> None:
    """Half a landing, half a ledger folder and half a version are gone after the next run."""
    desk.drop("one.csv", GOOD)
    for left in (desk.store.landing / ".tmp-1-x", desk.store.versions / ".draft-1.duckdb"):
        left.write_bytes(b"half")
    (desk.store.ledger / ".tmp-1-y").mkdir()
    (desk.store.ledger / ".tmp-1-y" / "observation-00000.parquet").write_bytes(b"half")
    assert desk.run()["outcome"] == "ok"
    left_over = [path for path in desk.store.root.rglob(".*") if path.is_file() or path.is_dir()]
    assert left_over == []


def test_landed_bytes_are_taken_in_when_the_file_is_gone(desk: Desk) -> None:
    """A run that died after landing, or a ledger folder removed by hand, loses no figure."""
    path = desk.drop("one.csv", GOOD)
    desk.run()
    before = figures(desk)
    path.unlink()
    [folder] = [folder for folder in desk.store.ledger.iterdir() if folder.is_dir()]
    shutil.rmtree(folder)
    assert desk.run()["outcome"] == "ok"
    assert figures(desk) == before
    assert desk.rows("select name from raw.snapshot") == [("one.csv",)]


def test_asked_to_stop_a_run_leaves_nothing_behind(desk: Desk) -> None:
    """A stop in the middle of a file commits nothing of it; the next run takes it."""
    desk.drop("one.csv", GOOD)
    pipeline = desk.pipeline()
    stopping = Pipeline(pipeline.config, pipeline.store, pipeline.reporter, stopping=lambda: True)
    with pytest.raises(Stopped):
        stopping.run("test")
    assert list(desk.store.ledger.iterdir()) == []
    assert desk.run()["outcome"] == "ok"
    assert len(desk.values()) == 2


def test_a_rebuild_from_the_ledger_alone_is_equal(desk: Desk) -> None:
    """Without versions and landing, the ledger makes the same tables again."""
    desk.drop("first.csv", GOOD)
    desk.run()
    desk.drop("restated.csv", RESTATED)
    desk.drop("bad.csv", "nonsense")
    desk.run()
    before = (figures(desk), desk.rows("select * from loads order by all"))
    for folder in (desk.store.versions, desk.store.landing):
        shutil.rmtree(folder)
    desk.store.link.unlink()
    environment = os.environ | {"TRACKER_DATA": str(desk.store.root), "TRACKER_TODAY": TODAY}
    command = [sys.executable, "-m", "warehouse", "rebuild"]
    subprocess.run(command, cwd=PROJECT, env=environment, check=True, capture_output=True)
    assert (figures(desk), desk.rows("select * from loads order by all")) == before


def test_a_failed_publish_leaves_readers_what_they_had(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When no version can be made the run says so and the published one stays."""
    desk.drop("one.csv", GOOD)
    desk.run()
    before = newest(desk.store)

    def refuse(*_arguments: object, **_named: object) -> None:
        raise TrackerError("a check returned rows", "checks/x.sql", "mend the file")

    monkeypatch.setattr("ingest.pipeline.publish", refuse)
    desk.drop("two.csv", RESTATED)
    run = desk.run()
    assert (run["outcome"], "a check returned rows" in str(run["reason"])) == ("failed", True)
    assert newest(desk.store) == before


def test_run_history_is_bounded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest runs make room; the newest stay."""
    monkeypatch.setattr("warehouse.status.RUNS_KEPT", 3)
    for _number in range(5):
        desk.run()
    assert len(read_runs(desk.store)) == 3


def command(desk: Desk, *words: str) -> subprocess.CompletedProcess[str]:
    """`python -m ingest` with the words, on the desk's folders."""
    environment = os.environ | {
        "TRACKER_DATA": str(desk.store.root),
        "TRACKER_ROOT": str(desk.root),
        "TRACKER_TODAY": TODAY,
    }
    line = [sys.executable, "-m", "ingest", *words]
    return subprocess.run(line, cwd=PROJECT, env=environment, capture_output=True, text=True)


def test_exit_codes_and_streams(desk: Desk) -> None:
    """0 done, 1 something was not, 2 usage; stdout is the result, stderr the talk."""
    desk.drop("one.csv", GOOD)
    done = command(desk, "run", "--json")
    assert done.returncode == 0
    assert '"outcome": "ok"' in done.stdout
    bad = desk.drop("bad.csv", "nonsense")
    failed = command(desk, "run", str(bad))
    assert (failed.returncode, failed.stdout) == (1, "")
    assert "refused: bad.csv" in failed.stderr or "refused: data/inbox" in failed.stderr
    assert command(desk, "fetch").returncode == 2
    unknown = command(desk, "run", "--source", "vendr")
    assert unknown.returncode == 1
    assert "Use one of: vendor" in unknown.stderr
    assert "Traceback" not in unknown.stderr + failed.stderr


def test_check_says_what_would_load_and_changes_nothing(desk: Desk) -> None:
    """Apps, metrics, first and last day, totals; faults by row; not a file more in the store."""
    path = desk.drop("one.csv", GOOD + "kling,revenue,2026-02,ios,US,-1,2026-03-01\n")
    before = sorted(desk.store.root.rglob("*"))
    told = command(desk, "check", str(path))
    assert told.returncode == 1
    assert "refused if loaded now" in told.stdout
    assert "row 4: value '-1' must not be negative" in told.stdout
    assert sorted(desk.store.root.rglob("*")) == before
    path.write_text(GOOD)
    told = command(desk, "check", str(path))
    assert told.returncode == 0
    assert "kling revenue by month, USD (net_of_store, estimate): 1 figures" in told.stdout
    assert "2026-01-01 to 2026-01-31, total 100.50" in told.stdout


def test_a_second_scheduler_refuses_and_names_the_first(desk: Desk) -> None:
    """Two schedulers on one store would do everything twice."""
    environment = os.environ | {
        "TRACKER_DATA": str(desk.store.root),
        "TRACKER_ROOT": str(desk.root),
        "TRACKER_TODAY": TODAY,
    }
    first = subprocess.Popen(
        [sys.executable, "-m", "ingest", "watch"],
        cwd=PROJECT,
        env=environment,
        stderr=subprocess.PIPE,
    )
    try:
        heartbeat = desk.store.state / "heartbeat.json"
        wait_until(lambda: heartbeat.exists(), first)
        second = command(desk, "watch")
        assert second.returncode == 1
        assert f"process {first.pid} on" in second.stderr
        desk.drop("dropped.csv", GOOD)
        wait_until(lambda: desk.store.link.exists() and len(desk.values()) == 2, first)
        first.send_signal(signal.SIGTERM)
        assert first.wait(timeout=60) == 0
        assert not heartbeat.exists()
    finally:
        first.kill()
        first.communicate()


def wait_until(happened: object, process: subprocess.Popen[bytes]) -> None:
    """Look until it happened; fail when the process ends before, or after a minute."""
    import threading
    import time

    assert callable(happened)
    end = time.monotonic() + 60
    while not happened():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end, "it did not happen within a minute"
        threading.Event().wait(0.05)


def test_a_row_of_separators_is_no_row_and_a_row_without_its_first_column_is_one(
    desk: Desk,
) -> None:
    """Only rows blank in every column are left out, wherever in the file they stand."""
    head = "app,period,revenue,as_of\n"
    sound = "kling,2026-04,100,2026-05-05\n"
    assert desk.outcome("blank.csv", head + sound + " ,, ,\n")[0] == "accepted"
    outcome, said = desk.outcome("appless.csv", head + sound + ",2026-03,100,2026-05-05\n")
    assert (outcome, "app must not be missing" in said) == ("refused", True)


def test_a_fault_in_a_later_batch_refuses_the_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Batches are read one ahead of the checks; what reading finds wrong still ends the file."""
    monkeypatch.setattr("ingest.formats.csv_rows.BATCH_ROWS", 1)
    head = "app,period,revenue,as_of\n"
    rows = "".join(f"kling,2026-0{month},{month}00,2026-06-05\n" for month in (1, 2, 3, 4))
    assert desk.outcome("whole.csv", head + rows)[0] == "accepted"
    assert desk.rows("select month(month)::int, value::int from monthly order by 1") == [
        (1, 100),
        (2, 200),
        (3, 300),
        (4, 400),
    ]
    marked = "illustrative," + head + "".join("no," + row for row in rows.splitlines(True))
    invented = marked + "yes,kling,2026-05,500,2026-06-05\n"
    outcome, said = desk.outcome("invented.csv", invented)
    assert (outcome, "row 6 says its figures are invented" in said) == ("refused", True)
    assert desk.rows("select count(*) from raw.observation") == [(4,)]


def test_a_period_ends_within_its_grain(desk: Desk) -> None:
    """A month, quarter or year has its last day, over a year's end too, and not the next."""
    head = "app,metric,period_start,period_end,grain,value,as_of\n"
    row = "kling,revenue,{},{},{},100,2026-10-01\n"
    inside = (
        ("2026-02-01", "2026-02-28"),
        ("2025-11-01", "2026-01-31"),
        ("2025-01-01", "2025-12-31"),
    )
    beyond = (
        ("2026-02-01", "2026-03-01"),
        ("2025-11-01", "2026-02-01"),
        ("2025-01-01", "2026-01-01"),
    )
    grains = "month", "quarter", "year"
    for number, grain in enumerate(grains):
        within = head + row.format(*inside[number], grain)
        assert desk.outcome(f"{grain}-in.csv", within) == ("accepted", "")
        outcome, said = desk.outcome(f"{grain}-out.csv", head + row.format(*beyond[number], grain))
        assert (outcome, "must fit the grain" in said) == ("refused", True)
