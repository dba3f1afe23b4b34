"""A vendor on loopback that answers by a script, and a tracker that fetches from it."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from ingest.config import read_config
from ingest.fetching.http import Network
from ingest.pipeline import Pipeline
from ingest.report import PlainReporter
from tests.ingest_fixtures import APPS, GOOD, TODAY, Desk
from warehouse.status import Run, RunFile

CSV = {"Content-Type": "text/csv"}
JSON = {"Content-Type": "application/json"}


@dataclass
class Reply:
    """One answer of the server."""

    body: bytes | str = GOOD
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: dict(CSV))
    cut_at: int | None = None  # bytes after which the connection is closed
    drip: bool = False  # a byte at a time, without end

    @property
    def content(self) -> bytes:
        """The body as bytes."""
        return self.body if isinstance(self.body, bytes) else self.body.encode()


class Vendor:
    """The server: what it was asked, and what it answers, path by path in turn."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.replies: dict[str, list[Reply | Callable[[dict[str, str]], Reply]]] = {}
        self.stopped = threading.Event()
        vendor = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                vendor._answer(self)

            def log_message(self, *_arguments: Any) -> None:
                """Nothing: a test reads `asked`."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def on(self, path: str, *replies: Reply | Callable[[dict[str, str]], Reply]) -> None:
        """Answer a path, without its parameters, so: in turn, the last one for ever."""
        self.replies[path] = list(replies)

    def close(self) -> None:
        """Stop and leave no thread behind."""
        self.stopped.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.asked.append((handler.path, headers))
        replies = self.replies.get(handler.path.partition("?")[0]) or [Reply("no", 404)]
        reply = replies.pop(0) if len(replies) > 1 else replies[0]
        reply = reply if isinstance(reply, Reply) else reply(headers | {":path": handler.path})
        handler.send_response(reply.status)
        for name, value in reply.headers.items():
            handler.send_header(name, value)
        if reply.status != 304:
            length = 10_000_000 if reply.drip else len(reply.content)
            handler.send_header("Content-Length", str(length))
        handler.end_headers()
        if reply.drip:
            self._drip(handler)
        elif reply.status != 304:
            handler.wfile.write(reply.content[: reply.cut_at])
        handler.close_connection = True

    def _drip(self, handler: BaseHTTPRequestHandler) -> None:
        try:
            while not self.stopped.wait(0.02):
                handler.wfile.write(b"a")
                handler.wfile.flush()
        except OSError:
            return


@dataclass
class Fetching:
    """A desk, a vendor, and what was slept without sleeping."""

    desk: Desk
    vendor: Vendor
    slept: list[float]
    network: Network

    def source(self, *files: str, **keys: str) -> None:
        """Declare the one source, 'far', with these addresses; keys are written as TOML."""
        listed = ", ".join(f'"{file}"' for file in files)
        lines = {
            "id": '"far"',
            "producer": '"A vendor"',
            "format": '"snapshot"',
            "unit": '"USD"',
            "basis": '"net_of_store"',
            "files": f"[{listed}]",
            "private": "true",
            **keys,
        }
        text = "[[source]]\n" + "".join(f"{key} = {value}\n" for key, value in lines.items())
        self.desk.configure(apps=self.apps, sources=text)

    apps: str = APPS

    def secret(self, **values: str) -> None:
        """Write the file of secrets."""
        path = self.desk.root / "config" / "secrets.toml"
        path.write_text("".join(f'{name} = "{value}"\n' for name, value in values.items()))
        path.chmod(0o600)

    def run(self, trigger: str = "command", **network: Any) -> Run:
        """One run."""
        reporter = PlainReporter()
        reporter.console = Console(file=self.desk.said, width=1000)
        config = read_config(self.desk.root)
        outside = replace(self.network, **network)
        return Pipeline(config, self.desk.store, reporter, network=outside).run(trigger)

    def one(self, trigger: str = "command", **network: Any) -> RunFile:
        """What came of the one file."""
        [file] = self.run(trigger, **network)["files"]
        return file

    def kept_text(self) -> str:
        """Every byte under the data folder, all that was said, and every file name, as one text."""
        everything = io.BytesIO()
        for path in sorted(self.desk.store.root.rglob("*")):
            everything.write(str(path).encode() + b"\n")
            if path.is_file() and not path.is_symlink():
                everything.write(path.read_bytes())
        return everything.getvalue().decode("latin-1") + self.desk.said.getvalue()


@pytest.fixture
def vendor() -> Iterator[Vendor]:
    """A server of this test's own."""
    vendor = Vendor()
    yield vendor
    vendor.close()


@pytest.fixture
def fetching(tmp_path: Path, vendor: Vendor, monkeypatch: pytest.MonkeyPatch) -> Fetching:
    """A fresh tracker on 24 November 2026 that fetches from the vendor and does not sleep."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    slept: list[float] = []
    return Fetching(Desk(tmp_path / "tracker"), vendor, slept, Network(sleep=slept.append))
