"""The guard against every attack of attacks.toml, and every query of ordinary.sql let through.

One pool of two workers meets all of them. After each attack the version has the same bytes, the
pool answers, and no file and no process is left.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import psutil
import pytest

from tests.needed import absent
from tests.warehouse_fixtures import (
    estimate,
    figure,
    publish,
    rates,
    write_snapshot,
    write_watchlist,
)
from warehouse.asking import Limits, NotAnswered, Pool
from warehouse.paths import Store
from warehouse.store import newest

HERE = Path(__file__).parent
CANARY = "canary-7f3a9b"
AT_FAULT = ("refused", "failed")
OVER = ("too_long", "too_large")
SECONDS = 0.4  #: that a question has here; a bomb needs more than any
GRACE = 20.0  #: until a process is started in the killed one's place, on a busy machine

#: What the parser or the planner chokes on, too long to be written out.
DEEP = {
    "brackets": "select " + "(" * 30_000 + "1" + ")" * 30_000,
    "minus": "select " + "- " * 30_000 + "1",
    "lists": "select " + "[" * 20_000 + "]" * 20_000,
    "not": "select " + "not " * 20_000 + "true",
    "plus": "select " + "+".join(["1"] * 30_000),
    "or": "select " + " or ".join(["1 = 2"] * 10_000),
    "columns": "select " + ",".join(f"{n} as c{n}" for n in range(8_000)),
    "unions": "select 1 " + "union all select 1 " * 4_000,
    "subqueries": "from (" * 3_000 + "select 1" + ")" * 3_000,
    "doubling": "with t0 as (from apps), "
    + ",".join(f"t{n} as (select 1 from t{n - 1} a, t{n - 1} b)" for n in range(1, 30))
    + " select count(*) from t29",
    "product": "select count(*) from " + ",".join(f"monthly a{n}" for n in range(60)),
    "joins": "select count(*) from growth g0"
    + "".join(f" join growth g{n} on g{n}.value > g{n - 1}.value" for n in range(1, 12)),
    "cases": "select case " + " ".join(f"when 1 = {n} then 1" for n in range(4_000)) + " end",
    "in": "select 1 in (" + ",".join(map(str, range(15_000))) + ")",
    "lambdas": "select " + "list_transform([1], x -> " * 300 + "1" + ")" * 300,
    "calls": "select " + "coalesce(" * 5_000 + "1" + ")" * 5_000,
    "rows": "values " + ",".join(["(1)"] * 20_000),
    "structs": "select " + "{'a': " * 3_000 + "1" + "}" * 3_000,
    "comments": "/*" * 40_000,
    "quotes": "select " + "'" * 99_001,
    "explains": "explain " * 10_000 + "select 1",
    "semicolons": ";" * 99_000,
    "variables": "set variable x = 1; " * 4_000 + "select 1",
    "long": "select 1" + " " * 2_000_000,
    "half a letter": "select '\ud800'",
    "the last letter": "select '\U0010ffff'",
    "no letter": "\0",
    "nothing": "",
    "one word": "x" * 90_000,
}


def attacks(must: str) -> list[tuple[str, str]]:
    """Aim and query of every attack that must end so."""
    listed = tomllib.loads((HERE / "attacks.toml").read_text(encoding="utf-8"))["attack"]
    return [
        (group["aim"], sql)
        for group in listed
        for sql in [*group.get("sql", "").splitlines(), *group.get("lines", [])]
        if group["must"] == must and sql
    ]


class Target:
    """A published version, the pool that answers from it, and what nobody may learn or touch."""

    def __init__(self, root: Path) -> None:
        self.store = Store(root / "data")
        write_watchlist(self.store)
        feed = [estimate(f"2026-{n:02}", 100 + n) for n in range(1, 10)]
        write_snapshot(self.store, "vendor", observation=feed)
        write_snapshot(self.store, "filings", observation=[figure("2026-Q1", 1)])
        write_snapshot(self.store, "rates", fx_rate=rates("2026-01", "CNY", 7))
        publish(self.store)
        self.version = newest(self.store)
        self.secret, self.out = root / "secret.csv", root / "out"
        self.secret.write_text(f"a,b\n{CANARY},1\n", encoding="utf-8")
        self.out.mkdir()
        self.bytes = self.digest()
        self.files = self.listed()
        self.others = set(psutil.Process().children(recursive=True))
        self.pool = Pool(self.store, Limits(workers=1, spares=0))
        self.short = Pool(self.store, Limits(seconds=SECONDS, memory_mb=256, patience=60))

    def filled(self, sql: str) -> str:
        """An attack with this machine's paths."""
        paths = {
            "secret": self.secret,
            "out": self.out,
            "version": self.version,
            "link": self.store.link,
            "root": self.store.root,
            "ledger": self.store.ledger,
        }
        for name, path in paths.items():
            sql = sql.replace("{" + name + "}", str(path))
        return sql

    def outcome(self, sql: str, pool: Pool | None = None) -> tuple[str, str]:
        """Why it was not answered, or "answered"; and all that was said."""
        try:
            answer = (pool or self.pool).ask(self.filled(sql))
        except NotAnswered as error:
            return error.reason, str(error)
        return "answered", f"{answer.columns} {list(answer.rows())[:50]}"[:100_000]

    def digest(self) -> str:
        """The version's bytes."""
        return hashlib.sha256(self.version.read_bytes()).hexdigest()

    def listed(self) -> set[tuple[str, int]]:
        """Every file below, with its size."""
        found = self.store.root.parent.rglob("*")
        return {(str(path), path.lstat().st_size) for path in found}

    def harm(self) -> list[Any]:
        """Every file made, gone or changed, and every process but the pools'."""
        children = set(psutil.Process().children(recursive=True)) - self.others
        strangers = [process for process in children if process.pid not in self.pids()]
        return [*(self.listed() ^ self.files), *strangers]

    def pids(self) -> set[int]:
        """The processes of both pools."""
        return self.pool.pids() | self.short.pids()

    def answers(self) -> bool:
        """Whether the pool of the bombs has an answer, once it had time to start a worker."""
        deadline = time.monotonic() + GRACE
        while time.monotonic() < deadline:
            if self.outcome("select count(*) from apps", self.short)[0] == "answered":
                return True
        return False


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """One target for all: whatever harm an attack does, those after it meet."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2026-11-24")
        patch.setenv("TRACKER_CANARY", CANARY)
        made = Target(tmp_path_factory.mktemp("attacked"))
        yield made
        made.pool.close()
        made.short.close()


def test_no_attack_is_answered(target: Target) -> None:
    """Files, settings, changes, networks, other databases: each is refused as the query's fault."""
    python_canary = duckdb.sql(f"select '{CANARY}' as found")
    for aim, sql in attacks("refused"):
        reason, said = target.outcome(sql)
        assert reason in AT_FAULT, (aim, sql, reason, said)
        assert CANARY not in said, (aim, sql)
        assert not target.harm(), (aim, sql)
    assert target.digest() == target.bytes
    assert target.pool.ask("select 1").row_count == 1
    assert python_canary.fetchall() == [(CANARY,)]


def test_what_is_answered_tells_nothing_of_the_machine(target: Target) -> None:
    """No path of the host, no word of its environment and no setting of a folder is in it."""
    home, folder = str(Path.home()), str(target.store.root)
    for aim, sql in attacks("harmless"):
        _reason, said = target.outcome(sql)
        assert CANARY not in said, (aim, sql)
        assert folder not in said, (aim, sql, said)
        assert home == "/" or home not in said, (aim, sql, said)
        assert not target.harm(), (aim, sql)


@pytest.mark.parametrize("half", [0, 1])
def test_no_bomb_outlives_its_time(target: Target, half: int) -> None:
    """Two at once, each over within its time; then the pool answers, and memory is back."""
    bombs = [sql for _aim, sql in attacks("bounded")][half::2] + list(DEEP.values())[half::2]
    before = psutil.virtual_memory().available

    def explode(sql: str) -> tuple[str, str, float]:
        started = time.monotonic()
        reason, _said = target.outcome(sql, target.short)
        return sql[:100], reason, time.monotonic() - started

    with ThreadPoolExecutor(2) as two:
        for sql, reason, seconds in two.map(explode, bombs):
            assert reason in ("answered", *AT_FAULT, *OVER), (sql, reason)
            assert seconds < SECONDS + GRACE, (sql, reason, seconds)
    assert target.answers()
    assert not target.harm()
    assert target.digest() == target.bytes
    held = sum(psutil.Process(pid).memory_info().rss for pid in target.pids())
    assert held < 1_000_000_000, held
    assert before - psutil.virtual_memory().available < 2_000_000_000


def ordinary() -> list[str]:
    """The queries of ordinary.sql."""
    lines = (HERE / "ordinary.sql").read_text(encoding="utf-8").splitlines()[1:]
    return [line for line in lines if line.strip()]


def test_what_analysts_ask_is_answered(target: Target) -> None:
    """Each ordinary query gets an answer, with its columns."""
    refused: list[Any] = []
    for sql in ordinary():
        try:
            assert target.pool.ask(sql).columns, sql
        except NotAnswered as error:
            refused.append((sql, str(error)))
    assert refused == []


def test_there_are_enough_of_them() -> None:
    """The lists are read whole."""
    counts = [len(set(attacks(must))) for must in ("refused", "harmless", "bounded")]
    assert sum(counts) + len(DEEP) > 400, counts
    assert len(ordinary()) > 140


def networks(pids: set[int]) -> set[str]:
    """The networks that any thread of these processes is in."""
    threads = [path for pid in pids for path in Path(f"/proc/{pid}/task").iterdir()]
    return {os.readlink(path / "ns/net") for path in threads}


def test_who_is_not_root_leaves_the_network_too() -> None:
    """By a user namespace, where the system has any; what it becomes has no rights in there."""
    program = f"""
import os, sys
sys.path.insert(0, {str(HERE.parent / "warehouse" / "asking")!r})
from alone import leave_network
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
left = "left" if leave_network() else "refused"
look = "echo $0; tail -n +3 /proc/net/dev | cut -d: -f1; grep CapEff /proc/self/status"
os.execv("/bin/sh", ["sh", "-c", look, left])
"""
    command = [sys.executable, "-I", "-S", "-c", program]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    if ran.stdout.startswith("refused"):
        absent("this system lets only root leave the network")
    assert ran.stdout.split() == ["left", "lo", "CapEff:", "0" * 16], ran.stderr


def test_a_worker_is_held_by_every_layer_the_system_has(target: Target) -> None:
    """Where root runs this on Linux nothing is left out; elsewhere what is missing is known."""
    target.pool.ask("select 1")
    held = set(target.pool.layers)
    assert {"RLIMIT_AS", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_NPROC"} <= held
    if os.uname().sysname == "Linux" and os.geteuid() == 0:
        assert {"no network", "no rights"} <= held
        assert networks(target.pids()).isdisjoint(networks({os.getpid()}))
    for pid in target.pids():
        inside = psutil.Process(pid)
        assert inside.environ().keys() <= {
            "LC_ALL",
            "MALLOC_ARENA_MAX",
            "OPENBLAS_NUM_THREADS",
            "OPENBLAS_CORETYPE",
            "OPENBLAS_L2_SIZE",
        }
