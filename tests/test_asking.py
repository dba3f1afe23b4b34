"""The pool: what an answer holds, how a question ends, and what becomes of its worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import psutil
import pytest

from tests.warehouse_fixtures import figure, publish, write_snapshot, write_watchlist
from warehouse.asking import Limits, NotAnswered, Pool
from warehouse.asking.not_answered import place
from warehouse.paths import Store
from warehouse.store import newest

ENDLESS = "select count(*) from range(10000000) a, range(10000000) b where hash(a, b) = 1"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A published store."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2026-11-24")
        made = Store(tmp_path_factory.mktemp("asked") / "data")
        write_watchlist(made)
        figures = [figure("2026-Q1", "0.1", as_of="2026-05-20"), figure("2026-Q2", 2)]
        write_snapshot(made, "filings", observation=figures)
        publish(made)
        yield made


@pytest.fixture(scope="module")
def pool(store: Store) -> Iterator[Pool]:
    """One worker, which most tests share."""
    with Pool(store, Limits(workers=1, spares=0, rows=1_000, answer_mb=1)) as made:
        yield made


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether it comes to hold."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.02)
    return False


def reason(pool: Pool, sql: str, **options: object) -> str:
    """Why there is no answer."""
    with pytest.raises(NotAnswered) as raised:
        pool.ask(sql, **options)  # type: ignore[arg-type]
    return raised.value.reason


def test_an_answer_says_what_it_is_of(pool: Pool, store: Store) -> None:
    """Columns, types, values as they are, the version, and the day it answers as of."""
    answer = pool.ask("select value, unit from reported order by value")
    assert (answer.columns, answer.types) == (["value", "unit"], ["DECIMAL(18,4)", "ENUM"])
    assert list(answer.rows()) == [(Decimal("0.1000"), "USD"), (Decimal("2.0000"), "USD")]
    assert (answer.version, answer.row_count) == (newest(store).stem, 2)
    assert (answer.truncated, answer.knowledge_date) == (None, None)
    assert answer.table().num_rows == 2


def test_the_day_of_a_question_is_of_that_question(pool: Pool) -> None:
    """Asked for or set in the query, it is told, and the next question knows nothing of it."""
    count = "select count(*) from reported"
    asked = pool.ask(count, as_of=date(2026, 5, 20))
    in_query = pool.ask(f"set variable as_of = date '2026-05-20'; {count}")
    for answer in (asked, in_query):
        assert (list(answer.rows()), answer.knowledge_date) == ([(1,)], date(2026, 5, 20))
    assert list(pool.ask(count).rows()) == [(2,)]


def test_values_are_bound(pool: Pool) -> None:
    """A value is a value, whatever it looks like; each name needs one, and no other is taken."""
    evil = "x'; copy apps to 'y"
    answer = pool.ask("select $a as a, $b::date as b", {"a": evil, "b": date(2026, 1, 2)})
    assert list(answer.rows()) == [(evil, date(2026, 1, 2))]
    assert reason(pool, "select $a") == "failed"
    assert reason(pool, "select 1", params={"a": 1}) == "failed"


def test_what_is_left_out_is_said(pool: Pool) -> None:
    """By the asker's limit, by the pool's, by size; not when everything is there."""
    assert pool.ask("from range(5)", limit=5).truncated is None
    few = pool.ask("from range(6)", limit=5)
    assert (few.truncated, few.row_count, len(list(few.rows()))) == ("rows", 5, 5)
    assert pool.ask("from range(2000)", limit=5_000).row_count == 1_000
    large = pool.ask("select repeat('x', 100_000) as x from range(100)")
    assert large.truncated == "size"
    assert 0 < large.row_count < 12
    assert pool.ask("select 1", limit=0).row_count == 0


def test_a_fault_names_its_place(pool: Pool) -> None:
    """Line and column, also far to the right of a line that DuckDB shows a part of."""
    with pytest.raises(NotAnswered) as raised:
        pool.ask("select 1,\n  valeu from apps")
    assert (raised.value.line, raised.value.column) == (2, 3)
    wide = "select " + ", ".join(f"{n} as c{n}" for n in range(60)) + ", valeu from apps"
    with pytest.raises(NotAnswered) as raised:
        pool.ask(wide)
    assert raised.value.column == wide.index("valeu") + 1
    assert place("no place", "x") == (None, None)


def test_a_refusal_costs_no_worker(pool: Pool) -> None:
    """The same process answers on; nothing of a question is left for the next."""
    before = pool.pids()
    assert reason(pool, "copy apps to 'x'") == "refused"
    assert reason(pool, "select error('oh')") == "failed"
    pool.ask("set variable mine = 1; use mart; select setseed(0.5)")
    answer = pool.ask("select getvariable('mine'), current_schema()")
    assert list(answer.rows()) == [(None, "main")]
    assert pool.pids() == before


def test_a_dead_worker_is_replaced(pool: Pool) -> None:
    """Killed while it rests, it costs the next asker a moment, and no error."""
    pool.ask("select 1")
    [pid] = pool.pids()
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert list(pool.ask("select 1").rows()) == [(1,)]
    assert pool.pids() != {pid}


def test_an_answer_left_early_ends_its_query(pool: Pool) -> None:
    """Who takes one row of a billion does not get the rest with the next answer."""
    with Pool(pool.store, Limits(workers=1, spares=0, rows=None, answer_mb=None)) as own:
        with own.stream("from range(1_000_000_000)") as answer:
            assert next(answer.rows()) == (0,)
        assert list(own.ask("select 'mine'").rows()) == [("mine",)]


def test_time_cancel_and_close_end_a_query(store: Store) -> None:
    """Each with its reason; the process is gone."""
    with Pool(store, Limits(seconds=0.3, workers=1, spares=0)) as short:
        assert reason(short, ENDLESS) == "too_long"
        assert eventually(lambda: short.pids() == set())
    with Pool(store, Limits(workers=1, spares=0)) as own:
        looks = iter([False, False, True])
        assert reason(own, ENDLESS, cancelled=lambda: next(looks)) == "cancelled"
        own.ask("select 1")
        [pid] = own.pids()
    assert not psutil.pid_exists(pid)


def test_too_many_are_told_that_it_is_busy(store: Store) -> None:
    """One is answered, one waits its time, the next is sent away at once."""
    own = Pool(store, Limits(workers=1, spares=0, waiting=1, patience=0.5))
    own.ask("select 1")
    stop = threading.Event()
    told: list[str] = []

    def endless() -> None:
        told.append(reason(own, ENDLESS, cancelled=stop.is_set))

    def waiting() -> None:
        told.append(reason(own, "select 1"))

    first, second = threading.Thread(target=endless), threading.Thread(target=waiting)
    first.start()
    assert eventually(lambda: own._taken == 1)
    second.start()
    assert eventually(lambda: own._waiting == 1)
    assert reason(own, "select 1") == "busy"
    second.join()
    stop.set()
    first.join()
    own.close()
    assert told == ["busy", "cancelled"]


def test_a_new_version_is_asked_at_once(store: Store, pool: Pool) -> None:
    """The first question after a publish is answered from it; the old worker is gone."""
    before = pool.ask("select count(*) from reported")
    old = pool.pids()
    write_snapshot(store, "filings", name="more.csv", observation=[figure("2026-Q3", 3)])
    publish(store)
    after = pool.ask("select count(*) from reported")
    assert (list(before.rows()), list(after.rows())) == ([(2,)], [(3,)])
    assert after.version == newest(store).stem > before.version
    assert not pool.pids() & old


def test_workers_end_with_the_process_that_asked(store: Store) -> None:
    """Killed in the middle of a question, it leaves no worker behind, however busy."""
    program = (
        "import sys; from pathlib import Path; from warehouse.asking import Limits, Pool\n"
        "from warehouse.paths import Store\n"
        "pool = Pool(Store(Path(sys.argv[1])), Limits(workers=1, spares=1))\n"
        "pool.ask('select 1'); print(*pool.pids(), flush=True)\n"
        "pool.ask(sys.argv[2])\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(store.root), ENDLESS],
        stdout=subprocess.PIPE,
        text=True,
        cwd=os.getcwd(),
    ) as asker:
        assert asker.stdout
        pids = [int(pid) for pid in asker.stdout.readline().split()]
        assert len(pids) == 2
        asker.kill()
    assert eventually(lambda: not any(map(psutil.pid_exists, pids)))
