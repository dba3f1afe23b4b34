"""The API asked in this process, without a server: what it answers to one request."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.app import BesideDashboard, application
from api.charts import Drawer
from api.settings import Settings
from tests.warehouse_fixtures import built, estimate, figure

HERE = "http://127.0.0.1:8501"
TODAY = "2026-11-24"


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with one version of few figures."""
    root = tmp_path_factory.mktemp("few") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        months = [estimate(f"2026-0{month}", month, as_of="2026-10-01") for month in range(1, 8)]
        built(root, figure("2026-Q1", 90), *months).close()
    return root


async def no_dashboard(scope: Any, receive: Any, send: Any) -> None:
    """In the place of the dashboard, where nothing must come to it."""
    raise AssertionError(scope["path"])


class Api:
    """The API over one data folder, below a path if one is given."""

    def __init__(
        self, data: Path, prefix: str = "", drawer: Drawer | None = None, **settings: Any
    ) -> None:
        self.data = data
        self.app = application(Settings(**settings), drawer)
        self._served = BesideDashboard(no_dashboard, self.app, prefix)

    def ask(self, address: str, method: str = "GET", **headers: str | bytes) -> httpx.Response:
        """What it answers; a fault of the API's own is raised here."""
        os.environ["TRACKER_DATA"] = str(self.data)  # the fixtures' monkeypatch puts it back
        return asyncio.run(self._ask(address, method, headers))

    def ask_from(self, asker: str, address: str, token: str) -> httpx.Response:
        """What it answers to somebody at another address."""
        os.environ["TRACKER_DATA"] = str(self.data)
        headers: dict[str, str | bytes] = {"Authorization": f"Bearer {token}"}
        return asyncio.run(self._ask(address, "GET", headers, asker))

    def rows(self, address: str) -> list[dict[str, Any]]:
        """The rows of a JSON answer."""
        answered = self.ask(address)
        assert answered.status_code == 200, answered.text
        return list(answered.json()["rows"])

    def refusal(self, address: str, status: int, **headers: str) -> dict[str, str]:
        """Why it refuses, in the one shape that every refusal has."""
        answered = self.ask(address, **headers)
        assert answered.status_code == status, answered.text
        body = answered.json()
        assert set(body) == {"error"}
        assert set(body["error"]) == {"code", "problem", "where", "fix"}
        assert all(body["error"].values()), body
        assert str(self.data) not in answered.text
        return dict(body["error"])

    async def _ask(
        self,
        address: str,
        method: str,
        headers: dict[str, str | bytes],
        asker: str = "127.0.0.1",
    ) -> httpx.Response:
        named = [
            (name.replace("_", "-").encode(), text if isinstance(text, bytes) else text.encode())
            for name, text in headers.items()
        ]
        transport = httpx.ASGITransport(self._served, client=(asker, 123))
        async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
            return await client.request(method, address, headers=named)
