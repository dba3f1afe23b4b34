"""The attacks of attacks.toml through the assistant's tools: the guard is the same as the page's.

One server meets them all, and another with little time those that never end. None is answered that
must be refused, nothing of the machine is told, no file is touched, and the server answers on.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.mcp_fixtures import TODAY, Assistant, assistant
from tests.test_asking_attacks import AT_FAULT, CANARY, DEEP, OVER, SECONDS, Target, attacks

#: The server of the bombs: as `python -m warehouse mcp`, with less of everything.
HURRIED = (
    "from warehouse.asking import Limits; from warehouse.mcp_server import server; "
    "from warehouse.paths import Store; "
    f"server.run(Store.from_env(), Limits(seconds={SECONDS}, memory_mb=256, patience=60))"
)


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A version, and what nobody may learn or touch."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        made = Target(tmp_path_factory.mktemp("attacked"))
        made.pool.close()
        made.short.close()
        yield made


@pytest.fixture(scope="module")
def asked(target: Target) -> Iterator[Assistant]:
    """The server of all attacks but the bombs."""
    with assistant(target.store.root, TRACKER_CANARY=CANARY) as started:
        yield started


@pytest.fixture(scope="module")
def hurried(target: Target) -> Iterator[Assistant]:
    """The server of the bombs."""
    with assistant(target.store.root, "-c", HURRIED) as started:
        yield started


def unharmed(target: Target) -> bool:
    """No file made, gone or changed, and the version has the bytes it was published with."""
    return target.listed() == target.files and target.digest() == target.bytes


def answers(server: Assistant) -> bool:
    """Whether it still has an answer."""
    return bool(server.answer("query", sql="select 1 as n")["rows"] == [{"n": 1}])


def test_no_attack_is_answered(target: Target, asked: Assistant) -> None:
    """Each is the query's fault, by its reason, and its text tells nothing."""
    for aim, sql in attacks("refused"):
        answered, said = asked.call("query", sql=target.filled(sql))
        assert not answered, (aim, sql, said)
        assert said["reason"] in AT_FAULT, (aim, sql, said)
        assert CANARY not in json.dumps(said), (aim, sql)
        assert target.listed() == target.files, (aim, sql)
    assert unharmed(target)
    assert answers(asked)


def test_what_is_answered_tells_nothing_of_the_machine(target: Target, asked: Assistant) -> None:
    """No path of the host and no word of its environment."""
    home, folder = str(Path.home()), str(target.store.root)
    for aim, sql in attacks("harmless"):
        _answered, said = asked.call("query", sql=target.filled(sql), limit=50)
        text = json.dumps(said)
        assert CANARY not in text, (aim, sql)
        assert folder not in text, (aim, sql, said)
        assert home == "/" or home not in text, (aim, sql, said)
    assert unharmed(target)
    assert answers(asked)


def test_filters_are_no_way_in(target: Target, asked: Assistant) -> None:
    """An attack given as a filter's value, its column or a value to bind is a value or refused."""
    for aim, sql in attacks("refused")[::5]:
        filled = target.filled(sql)
        for given in ({"app_id": filled}, {"app_id": "kite", filled: 1}):
            answered, said = asked.call("lineage", table="lineage", filters=given)
            assert not answered or said["rows"] == [], (aim, sql, said)
            assert CANARY not in json.dumps(said), (aim, sql)
    assert unharmed(target)
    assert answers(asked)


def test_no_bomb_ends_the_server(target: Target, hurried: Assistant) -> None:
    """Two at once, each over within its time; then it answers, with its few workers and no more."""
    sent = [sql for sql in DEEP.values() if "\ud800" not in sql]  # no client sends half a letter
    bombs = [sql for _aim, sql in attacks("bounded")][::3] + sent

    def explode(sql: str) -> tuple[str, str]:
        answered, said = hurried.call("query", sql=sql)
        return sql[:100], "answered" if answered else said.get("reason", said["where"])

    with ThreadPoolExecutor(2) as two:
        for sql, reason in two.map(explode, bombs):
            assert reason in ("answered", "sql", *AT_FAULT, *OVER), (sql, reason)
    assert unharmed(target)
    assert answers(hurried)
    workers = hurried.process.children(recursive=True)
    assert 0 < len(workers) <= 3
    assert all("worker.py" in map(os.path.basename, worker.cmdline()) for worker in workers)
