"""The API as one application, and the way the dashboard's server passes requests on to it."""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from api import errors, files, openapi, page
from api.assets import assets
from api.at_once import answer_at_once
from api.charts import Charts, Drawer
from api.doors import Doors
from api.errors import prefix_of
from api.files import Files
from api.formats import FORMATS
from api.health import Counts, Health
from api.settings import Settings
from api.sql import Sql
from api.tables import Tables
from api.versions import Versions, Workers
from warehouse.errors import TrackerError

#: The first part of every path that is ours; all others are the dashboard's.
OURS = frozenset({"api", "warehouse", "healthz", "readyz", "metrics"})
#: Already compressed, or read by range.
NOT_COMPRESSED = (
    *DEFAULT_EXCLUDED_CONTENT_TYPES,
    FORMATS["parquet"].media_type,
    files.MEDIA_TYPE,
)


class Application:
    """The API as an ASGI application, with what it started."""

    def __init__(self, served: ASGIApp, sql: Sql) -> None:
        self._served = served
        self.close = sql.close

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await self._served(scope, receive, send)


def application(settings: Settings, drawer: Drawer | None = None) -> Application:
    """The API over the store that TRACKER_DATA names; its charts are those of the drawer."""
    versions, workers, counts = Versions(), Workers(settings), Counts()
    tables = Tables(versions, workers, settings)
    published = Files(versions, workers)
    health = Health(versions, workers, counts)
    sql = Sql(settings)
    charts = drawer.charts if drawer else {}
    described = Described(versions, workers, settings, charts)
    routes = [
        Route("/api/v1", tables.index),
        Route("/api/v1/openapi.json", described.openapi),
        Route("/api/v1/docs", described.docs),
        Route("/api/v1/sql", sql.answer, methods=["GET", "POST"]),
        Route("/api/v1/sql.{suffix}", sql.answer, methods=["GET", "POST"]),
        Route("/api/v1/{table}", tables.table),
        Route("/warehouse", published.index),
        Route("/warehouse/newest.duckdb", published.newest),
        Route("/warehouse/{version}.duckdb", published.file),
        Route("/healthz", health.healthz),
        Route("/readyz", health.readyz),
        Route("/metrics", health.metrics),
    ]
    if drawer:
        drawn = Charts(versions, workers, settings, drawer)
        routes.append(Route("/api/v1/chart/{chart}", drawn.chart))
    served = Starlette(
        routes=routes,
        middleware=_middleware(settings),
        exception_handlers={
            TrackerError: errors.refused,
            HTTPException: errors.not_served,
            Exception: errors.failed,
        },
    )
    served.router.redirect_slashes = False
    return Application(counts.watching(served), sql)


def _middleware(settings: Settings) -> list[Middleware]:
    found = [Middleware(Doors, settings=settings)]
    if settings.origins:
        found.append(
            Middleware(
                CORSMiddleware,
                allow_origins=settings.origins,
                allow_methods=["GET", "POST"],
                allow_headers=["Authorization"],
                expose_headers=["ETag", "Link", "X-Truncated", "X-Warehouse-Version"],
            )
        )
    found.append(
        Middleware(
            GZipMiddleware,
            minimum_size=1_000,
            compresslevel=5,
            exclude_content_types=NOT_COMPRESSED,
        )
    )
    return found


class Described:
    """The description of the API, from the comments in the newest version."""

    def __init__(
        self,
        versions: Versions,
        workers: Workers,
        settings: Settings,
        charts: Mapping[str, Mapping[str, str]],
    ) -> None:
        self._versions = versions
        self._workers = workers
        self._settings = settings
        self._charts = charts

    async def openapi(self, request: Request) -> Response:
        """For programs."""
        body = await self._document(request)
        return JSONResponse(body, headers={"Cache-Control": "no-cache"})

    async def docs(self, request: Request) -> Response:
        """For people."""
        text = page.page(await self._document(request))
        headers = {"Content-Security-Policy": page.POLICY, "Cache-Control": "no-cache"}
        return HTMLResponse(text, headers=headers)

    async def _document(self, request: Request) -> dict[str, Any]:
        opened = await self._workers.run(self._versions.newest, request.url.path)
        locked = self._settings.locked()
        return openapi.document(opened.tables, prefix_of(request), locked, self._charts)


class BesideDashboard:
    """Middleware of the dashboard's server: our paths come here, before any of its own rules.

    All of them lie below `prefix`, as the pages do: "" or "/tracker", without a slash at the end.
    """

    def __init__(self, app: ASGIApp, api: ASGIApp, prefix: str = "") -> None:
        self._dashboard = app
        self._api = api
        self._assets = assets()
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on to whom it is for; the server's start is seen on its way."""
        if scope["type"] == "lifespan":
            answer_at_once()
        first = self._first(scope["path"]) if scope["type"] == "http" else ""
        if first not in (*OURS, "assets"):
            await self._dashboard(scope, receive, send)
            return
        answering = self._assets if first == "assets" else self._api
        await answering({**scope, "root_path": self._prefix}, receive, send)

    def _first(self, path: str) -> str:
        """The first part of a path below ours; empty elsewhere."""
        below = path.removeprefix(f"{self._prefix}/")
        return below.lstrip("/").partition("/")[0] if below != path else ""


def beside_dashboard(base_path: str, locked: Callable[[], bool], drawer: Drawer) -> Middleware:
    """The API for `st.App(middleware=…)`, below the path that the pages are served below.

    `locked` says whether the pages ask for a login, and so the API for a token; its charts are
    those of the drawer.
    """
    prefix = f"/{base_path.strip('/')}".rstrip("/")
    served = application(Settings.from_env(locked), drawer)
    return Middleware(BesideDashboard, api=served, prefix=prefix)
