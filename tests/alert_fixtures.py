"""Alerts on made warehouses, and a mail server and a webhook that keep what they are sent."""

from __future__ import annotations

import json
import socket
import tomllib
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from app_pages import alert_words
from ingest.alerting.config import Alerts, checked
from ingest.alerting.evaluate import Look
from ingest.config import Config
from ingest.config_keys import Problems
from tests.warehouse_fixtures import SOURCES, Row, write_snapshot, write_watchlist
from warehouse.alerts import journal
from warehouse.alerts.journal import Alert
from warehouse.paths import Store
from warehouse.status import Run
from warehouse.store import publish

SECRET = "correct-horse-battery"
#: The two channels of the fixtures `hook` and `mailbox`.
CHANNELS = """
[[channel]]
id = "desk"
secret = "HOOK"
[[channel]]
id = "post"
secret = "MAIL"
"""


class Desk:
    """A store of rows written by hand, and the rules that watch it."""

    def __init__(self, root: Path, rules: str, **watchlist: list[Row]) -> None:
        self.root = root
        self.store = Store(root / "data")
        self.watchlist = watchlist
        self.configure(rules)
        self.store.make_folders()
        write_watchlist(self.store, **watchlist)

    def configure(self, rules: str) -> None:
        """Other rules from now on."""
        problems = Problems()
        sources = [row["source_id"] for row in SOURCES]
        self.alerts: Alerts = checked(tomllib.loads(rules), ["kite"], sources, problems)
        assert problems.found == []

    def load(self, source_id: str, *rows: Row, **about: Any) -> None:
        """One more file of a source, published."""
        table = "per_eur" in rows[0] if rows else False
        tables = {"fx_rate" if table else "observation": list(rows)} if rows else {}
        write_snapshot(self.store, source_id, **about, **tables)
        publish(self.store)

    def look(self, run: Run | None = None) -> list[Alert]:
        """One look; what it told, without what was already so."""
        before = {alert.alert_id for alert in self.journal().alerts}
        config = Config(self.root, (), (), (), alerts=self.alerts)
        Look(config, self.store).take(run)
        new = [alert for alert in self.journal().alerts if alert.alert_id not in before]
        for alert in new:  # the page words the same figures itself
            assert alert_words.sentence(alert).replace("\u00a0", " ") == alert.sentence
            assert alert_words.figure(alert).replace("\u00a0", " ") == alert.figure
        return [alert for alert in new if alert.told]

    def journal(self) -> journal.Journal:
        """Everything written down so far."""
        return journal.read(self.store)


class Hook:
    """A webhook on this machine."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.answer = 200
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if hook.answer == 200:
                    hook.taken.append(json.loads(body))
                self.send_response(hook.answer)
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = Thread(target=self.server.serve_forever)
        self.thread.start()

    @property
    def address(self) -> str:
        """As Apprise writes it, with a password in it."""
        return f"json://desk:{SECRET}@127.0.0.1:{self.server.server_port}/alerts"

    def close(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


class Mailbox:
    """A mail server on this machine."""

    def __init__(self) -> None:
        self.mails: list[Message] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        """Keep one mail."""
        self.mails.append(message_from_bytes(envelope.content))
        return "250 kept"

    def parts(self) -> dict[str, str]:
        """The parts of the one mail, by type."""
        [mail] = self.mails
        return {
            part.get_content_type(): part.get_payload(decode=True).decode("utf-8")
            for part in mail.walk()
            if not part.is_multipart()
        }


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def hook() -> Iterator[Hook]:
    """A webhook that answers 200 until told otherwise."""
    made = Hook()
    yield made
    made.close()


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """A mail server whose address is the secret MAIL."""
    box = Mailbox()
    port = free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    monkeypatch.setenv("MAIL", f"mailto://127.0.0.1:{port}?from=a@kite.example&to=b@kite.example")
    yield box
    controller.stop()
