"""/healthz, /readyz and /metrics: whether it lives, whether it can answer, and how it fares."""

import time
from collections.abc import Iterable
from datetime import UTC, datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import Refused
from api.versions import Opened, Versions, Workers
from warehouse import catalogue, clock
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.store import versions as list_versions

_STATES = ("fresh", "late", "never loaded", "off")


class Counts:
    """What is counted of requests; addresses are counted by kind, so that there are few of them."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "tracker_requests", "Requests answered", ["route", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "tracker_request_seconds",
            "Seconds until an answer was sent",
            ["route"],
            registry=self.registry,
        )

    def watching(self, app: ASGIApp) -> ASGIApp:
        """The same application, counted."""

        async def counted(scope: Scope, receive: Receive, send: Send) -> None:
            began = time.monotonic()
            status = 500

            async def seen(message: Message) -> None:
                nonlocal status
                if message["type"] == "http.response.start":
                    status = message["status"]
                await send(message)

            try:
                await app(scope, receive, seen)
            finally:
                route = route_of(scope["path"].removeprefix(scope.get("root_path", "")))
                self._requests.labels(route, status).inc()
                self._seconds.labels(route).observe(time.monotonic() - began)

        return counted


def route_of(path: str) -> str:
    """The kind of an address: a table's own, or one of the few others."""
    parts = path.strip("/").split("/")
    if parts[:2] == ["api", "v1"] and len(parts) == 3:
        name = parts[2].partition(".")[0]
        known = (*catalogue.ASKED, "openapi", "docs", "sql")
        return f"/api/v1/{name}" if name in known else "/api/v1/?"
    if parts[0] == "warehouse" and len(parts) == 2:
        return "/warehouse/?"
    return path if path in ("/api/v1", "/warehouse", "/healthz", "/readyz", "/metrics") else "?"


class Health:
    """The endpoints an operator's tools ask."""

    def __init__(self, versions: Versions, workers: Workers, counts: Counts) -> None:
        self._versions = versions
        self._workers = workers
        self._counts = counts

    async def healthz(self, request: Request) -> Response:
        """The process lives and answers."""
        return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})

    async def readyz(self, request: Request) -> Response:
        """There is a version, and it can be read."""
        opened = await self._workers.run(self._readable, request.url.path)
        body = {"status": "ready", "version": opened.name}
        return JSONResponse(body, headers={"Cache-Control": "no-store"})

    async def metrics(self, request: Request) -> Response:
        """How it fares, for Prometheus."""
        gauges = await self._workers.run(self._of_the_warehouse, request.url.path)
        text = generate_latest(gauges) + generate_latest(self._counts.registry)
        return Response(
            text,
            media_type=CONTENT_TYPE_PLAIN_0_0_4,
            headers={"Cache-Control": "no-store"},
        )

    def _readable(self) -> Opened:
        opened = self._versions.newest()
        if "freshness" not in opened.tables:
            fix = "Make a version with this release: python -m warehouse rebuild."
            raise Refused(503, "not_ready", "The version has no tables", opened.name, fix)
        with opened.asked(5) as cursor:
            cursor.table("freshness").limit(1).fetchall()
        return opened

    def _of_the_warehouse(self) -> CollectorRegistry:
        registry = CollectorRegistry()
        ready = Gauge("tracker_ready", "1 when a version can be read", registry=registry)
        try:
            opened = self._readable()
        except TrackerError:  # a monitor must get its answer all the more when there is none
            ready.set(0)
            return registry
        ready.set(1)
        _add_age(registry, opened)
        with opened.asked(5) as cursor:
            _add_sources(registry, cursor.table("freshness").to_arrow_table().to_pylist())
            _add_loads(registry, cursor.table("loads").to_arrow_table().to_pylist())
        return registry


def _add_age(registry: CollectorRegistry, opened: Opened) -> None:
    for version in list_versions(Store.from_env()):
        if version.name == opened.name:
            age = (clock.now() - version.published_at).total_seconds()
            _gauge(registry, "version_age_seconds", "Since the newest was published").set(age)
            _gauge(registry, "version_bytes", "Size of the newest").set(version.byte_size)


def _add_sources(registry: CollectorRegistry, rows: Iterable[dict[str, object]]) -> None:
    """How old each source is, and its state."""
    age = _gauge(registry, "source_age_days", "Days since the source spoke", "source")
    state = _gauge(registry, "source_state", "1 for the state it is in", "source", "state")
    for row in rows:
        if isinstance(row["age_days"], int):
            age.labels(row["source_id"]).set(row["age_days"])
        for name in _STATES:
            state.labels(row["source_id"], name).set(row["state"] == name)


def _add_loads(registry: CollectorRegistry, rows: list[dict[str, object]]) -> None:
    """How many files had which outcome, and when each source had its last."""
    files = _gauge(registry, "files", "Files by what became of them", "outcome")
    for outcome in sorted({str(row["outcome"]) for row in rows}):
        files.labels(outcome).set(sum(row["outcome"] == outcome for row in rows))
    last = _gauge(registry, "last_load_seconds", "When its last file came, Unix time", "source")
    for row in sorted(rows, key=lambda row: str(row["fetched_at"])):
        if isinstance(fetched := row["fetched_at"], datetime):
            last.labels(row["source_id"]).set(fetched.replace(tzinfo=UTC).timestamp())


def _gauge(registry: CollectorRegistry, name: str, doc: str, *labels: str) -> Gauge:
    return Gauge(f"tracker_{name}", doc, labels, registry=registry)
