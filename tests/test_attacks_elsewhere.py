"""The attacks of attacks.toml by the other doors: the API, the command line and the Ask page.

Each door has its own way to the workers and its own way to say no; behind all of them the version
keeps its bytes, no file is made, and nothing of the machine is told.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.api_fixtures import HERE, TODAY, Api
from tests.page_fixtures import Screen
from tests.test_asking_attacks import CANARY, Target, attacks
from warehouse.__main__ import main
from warehouse.asking import Pool
from warehouse.asking.limits import OWN
from warehouse.asking.statements import queries

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """A version, and what nobody may learn or touch."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        patch.setenv("TRACKER_CANARY", CANARY)
        made = Target(tmp_path_factory.mktemp("attacked"))
        patch.setenv("TRACKER_DATA", str(made.store.root))
        yield made
        made.pool.close()
        made.short.close()


def unharmed(target: Target) -> bool:
    """No file made, gone or changed, and the version has the bytes it was published with."""
    return target.listed() == target.files and target.digest() == target.bytes


def tells_nothing(target: Target, said: str) -> bool:
    """No path of the host and no word of its environment, but for what the query said itself."""
    home = str(Path.home())
    hidden = [CANARY, *([] if home == "/" else [home])]
    return not any(word in said for word in hidden)


def test_the_api_answers_none(target: Target) -> None:
    """By GET and by POST: refused with a status of the query's fault, never one of ours."""
    api = Api(target.store.root, rate=0)

    async def all_of_them() -> None:
        transport = httpx.ASGITransport(api.app)
        async with httpx.AsyncClient(transport=transport, base_url=HERE, timeout=60) as client:
            for number, (aim, sql) in enumerate(attacks("refused")):
                filled = target.filled(sql)
                way: dict[str, Any] = {"params": {"sql": filled}}
                if number % 2:
                    way = {"json": {"sql": filled}}
                method = "POST" if number % 2 else "GET"
                answered = await client.request(method, "/api/v1/sql", **way)
                assert answered.status_code == 400, (aim, sql, answered.text)
                assert CANARY not in answered.text, (aim, sql)
                assert target.listed() == target.files, (aim, sql)
            for aim, sql in attacks("harmless"):
                answered = await client.post("/api/v1/sql", json={"sql": target.filled(sql)})
                assert answered.status_code in (200, 400, 422), (aim, sql, answered.text)
                assert tells_nothing(target, answered.text), (aim, sql)
                assert str(target.store.root) not in answered.text, (aim, sql)

    asyncio.run(all_of_them())
    assert api.ask("/api/v1/sql?sql=select+1+as+n").json()["rows"] == [{"n": 1}]
    api.app.close()
    assert unharmed(target)


def test_the_command_line_answers_none(
    target: Target, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`python -m warehouse sql`, with its own limits: nothing on stdout, the reason on stderr."""
    with Pool(target.store, OWN) as pool:

        @contextmanager
        def shared(*_limits: object) -> Iterator[Pool]:
            yield pool

        monkeypatch.setattr("warehouse.__main__.Pool", shared)
        for aim, sql in attacks("refused"):
            filled = target.filled(sql)
            assert main(["sql", "--", filled]) == 1, (aim, sql)
            printed = capsys.readouterr()
            assert printed.out == "", (aim, sql)
            assert printed.err.startswith("error: "), (aim, sql, printed.err)
            assert CANARY not in printed.err, (aim, sql)
            assert target.listed() == target.files, (aim, sql)
        assert main(["sql", "select 1 as n", "--csv"]) == 0
    assert unharmed(target)


def test_the_page_answers_none(target: Target) -> None:
    """One of each dozen, as a link that holds it: the fault is shown, and no row of it."""
    own = str(target.store.state / "tmp")  # where the dashboard's own queries may spill
    for aim, sql in attacks("refused")[::12]:
        filled = target.filled(sql)
        screen = Screen(target.store.root, "ask", q=filled)
        if len(queries(filled)) == 1:  # else those of several that are harmless are answered
            assert "What to do: " in screen.text, (aim, sql)
            assert not re.search(r"\d rows? in ", screen.text), (aim, sql)
        assert CANARY not in screen.text, (aim, sql)
        made = {path for path, _size in target.listed() ^ target.files}
        assert all(path.startswith(own) for path in made), (aim, sql, made)
    assert "1 row in " in Screen(target.store.root, "ask", q="select 1 as n").text
    assert target.digest() == target.bytes
