"""What the API answers when it cannot: one JSON shape, {"error": {code, problem, where, fix}}."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse

from warehouse.errors import Busy, NoWarehouse, StrayWal, TrackerError


class Refused(TrackerError):
    """A request that gets no answer, with the status that says so."""

    def __init__(
        self, status: int, code: str, problem: str, where: str, fix: str, retry_after: int = 0
    ) -> None:
        super().__init__(problem, where, fix)
        self.status = status
        self.code = code
        self.retry_after = retry_after


def busy(where: str) -> Refused:
    """More is asked at once than this server answers."""
    return Refused(
        503,
        "busy",
        "The server answers as many questions as it can",
        where,
        "Ask again in a second; ask for fewer rows or a smaller part.",
        retry_after=1,
    )


def response(error: TrackerError, where: str) -> JSONResponse:
    """The answer to a request that failed for a reason we know.

    The place is the request's, not the file on this machine: strangers need not know our paths.
    """
    if isinstance(error, Refused):
        headers = {"Retry-After": str(error.retry_after)} if error.retry_after else {}
        if error.status == HTTPStatus.UNAUTHORIZED:
            headers["WWW-Authenticate"] = 'Bearer realm="tracker"'
        return _json(error.status, error.code, error.problem, error.where, error.fix, headers)
    if isinstance(error, NoWarehouse):
        fix = "Load something first: `make run`, or `python -m ingest run`."
        return _json(503, "no_warehouse", error.problem, where, fix, {"Retry-After": "30"})
    if isinstance(error, StrayWal):
        problem = "Somebody wrote to the published version, so it is not read on"
        return _json(503, "stray_wal", problem, where, _REBUILD, {"Retry-After": "30"})
    if isinstance(error, Busy):
        return response(busy(where), where)
    return _json(503, "unreadable", "The warehouse cannot be read", where, _REBUILD, {})


_REBUILD = "Whoever runs the server finds the reason in its log, and mends it with a rebuild."


def prefix_of(request: Request) -> str:
    """The path that everything of ours lies below: "" or such as "/tracker"."""
    return str(request.scope.get("root_path", ""))


async def refused(request: Request, error: Exception) -> JSONResponse:
    """Starlette's handler for what we raise on purpose."""
    assert isinstance(error, TrackerError)
    return response(error, request.url.path)


async def not_served(request: Request, error: Exception) -> JSONResponse:
    """Starlette's handler for an address or a method that is none of ours."""
    assert isinstance(error, HTTPException)
    phrase = HTTPStatus(error.status_code).phrase
    code = phrase.lower().replace(" ", "_")
    listed = f"{prefix_of(request)}/api/v1"
    fix = f"The addresses are listed at {listed}, and described at {listed}/docs."
    if error.status_code == 405:
        fix = "Ask with GET."
    headers = dict(error.headers or {})
    return _json(error.status_code, code, phrase, request.url.path, fix, headers)


async def failed(request: Request, error: Exception) -> JSONResponse:
    """Starlette's handler for a fault of ours; the reason goes to the log and to nobody else."""
    problem = "The server failed while it answered"
    fix = "Try again; if it stays so, tell whoever runs the server. The reason is in its log."
    return _json(500, "failed", problem, request.url.path, fix, {})


def _json(
    status: int, code: str, problem: str, where: str, fix: str, headers: dict[str, str]
) -> JSONResponse:
    body = {"error": {"code": code, "problem": problem, "where": where, "fix": fix}}
    return JSONResponse(body, status, {**headers, "Cache-Control": "no-store"})
