"""A DuckDB of another machine, with httpfs, and the API it is pointed at, over loopback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import uvicorn

from api.app import Application
from tests.needed import absent

#: Where requirements-httpfs.txt is installed: another DuckDB than the tracker's own.
THERE = Path(sys.prefix) / "httpfs"
CLIENT = """
import json, sys, duckdb
connection = duckdb.connect(config={"autoinstall_known_extensions": False})
connection.load_extension(sys.argv[1])
for line in sys.stdin:
    try:
        found = {"rows": connection.execute(json.loads(line)).fetchall()}
    except duckdb.Error as error:
        found = {"error": str(error)}
    print(json.dumps(found, default=str), flush=True)
"""
PATIENCE = 60.0


class Request(NamedTuple):
    """One request as the server saw it, and how it answered."""

    method: str
    path: str
    range: str
    status: int
    etag: str
    length: int


class Heard:
    """An application, and every request that came to it."""

    def __init__(self, app: Application) -> None:
        self.app = app
        self.requests: list[Request] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Pass one request on."""
        asked = {name.decode(): value.decode() for name, value in scope["headers"]}

        async def sent(message: Any) -> None:
            if message["type"] == "http.response.start":
                told = {name.decode(): value.decode() for name, value in message["headers"]}
                self.requests.append(
                    Request(
                        scope["method"],
                        scope["path"],
                        asked.get("range", ""),
                        message["status"],
                        told.get("etag", ""),
                        int(told.get("content-length", 0)),
                    )
                )
            await send(message)

        await self.app(scope, receive, sent)

    def taken(self) -> list[Request]:
        """What came since this was asked last."""
        found, self.requests = self.requests, []
        return found


@contextmanager
def listening(app: Heard) -> Iterator[str]:
    """The address of a server of this application, in a thread of this process."""
    config = uvicorn.Config(app, port=0, log_level="critical", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        deadline = time.monotonic() + PATIENCE
        while not server.started:
            assert thread.is_alive() and time.monotonic() < deadline
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)


class Elsewhere:
    """A DuckDB client in a process of its own, with nothing of the tracker."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def said(self, sql: str) -> dict[str, Any]:
        """The rows of a statement, or the error."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(sql) + "\n")
        self._process.stdin.flush()
        return dict(json.loads(self._process.stdout.readline()))

    def rows(self, sql: str) -> list[list[Any]]:
        """The rows of a statement."""
        said = self.said(sql)
        assert "rows" in said, said
        return list(said["rows"])

    def error(self, sql: str) -> str:
        """Why a statement fails."""
        said = self.said(sql)
        assert "error" in said, said
        return str(said["error"])


@contextmanager
def duckdb_elsewhere(home: Path) -> Iterator[Elsewhere]:
    """A client of the version that httpfs is there for; it reaches no other machine."""
    extension = next(THERE.rglob("httpfs.duckdb_extension"), None)
    if extension is None:
        absent(f"requirements-httpfs.txt is not installed in {THERE}")
    with subprocess.Popen(
        [sys.executable, "-c", CLIENT, str(extension)],
        env={**os.environ, "PYTHONPATH": str(THERE), "HOME": str(home)},
        cwd=home,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Elsewhere(process)
        finally:
            assert process.stdin
            process.stdin.close()
            process.wait(PATIENCE)
