"""/warehouse: the published files themselves, by range, for a DuckDB on another machine."""

import re

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response

from api.errors import Refused, prefix_of
from api.etags import held
from api.versions import Versions, Workers, find
from warehouse import store
from warehouse.paths import Store

MEDIA_TYPE = "application/vnd.duckdb"

_PART = r"(?:[0-9]{1,18}-[0-9]{0,18}|-[0-9]{1,18})"
_RANGES = re.compile(rf"bytes=({_PART}(?:, ?{_PART})*)")


class Files:
    """The endpoints of the published files of one store."""

    def __init__(self, versions: Versions, workers: Workers) -> None:
        self._versions = versions
        self._workers = workers

    async def index(self, request: Request) -> Response:
        """The versions there are, newest first."""
        found = await self._workers.run(lambda: store.versions(Store.from_env()), request.url.path)
        base = str(request.base_url).rstrip("/")
        listed = [
            {
                "version": version.name,
                "published_at": version.published_at.isoformat(),
                "bytes": version.byte_size,
                "newest": version.is_current,
                "address": f"{base}/warehouse/{version.name}.duckdb",
            }
            for version in found
            if not version.has_stray_wal
        ]
        return JSONResponse({"versions": listed}, headers={"Cache-Control": "no-cache"})

    async def newest(self, request: Request) -> Response:
        """Leads to the newest version by its own name, for who takes it whole.

        Raises Refused for a part of it: the next part could be of another version, and a database
        of two versions answers wrongly.
        """
        path = await self._workers.run(lambda: store.newest(Store.from_env()), request.url.path)
        address = request.url.replace(path=f"{prefix_of(request)}/warehouse/{path.stem}.duckdb")
        if "range" in request.headers:
            raise Refused(
                409,
                "not_one_version",
                "newest.duckdb may be another file at the next request, so it is not sent in parts",
                "the address",
                f"Attach the version by its own name: {address}",
            )
        return RedirectResponse(str(address), 307, {"Cache-Control": "no-cache"})

    async def file(self, request: Request) -> Response:
        """One version, whole or in ranges; it never changes, and its name is its ETag."""
        name = request.path_params["version"]
        version = await self._workers.run(lambda: find(name), request.url.path)
        etag = f'"{version.name}"'
        headers = {
            "ETag": etag,
            "Cache-Control": "private, max-age=31536000, immutable",
            "Accept-Ranges": "bytes",
        }
        if "range" not in request.headers and etag in held(request):
            return Response(status_code=304, headers=headers)
        _check_range(request.headers.get("range", ""), version.byte_size)
        stat = version.path.stat()
        return FileResponse(
            version.path,
            headers=headers,
            media_type=MEDIA_TYPE,
            filename=f"{version.name}.duckdb",
            stat_result=stat,
        )


def _check_range(asked: str, size: int) -> None:
    """Raises Refused for ranges that cannot be read, or of which one is not in the file."""
    if not asked:
        return
    readable = _RANGES.fullmatch(asked)
    parts = [part.strip().split("-") for part in readable[1].split(",")] if readable else []
    if not readable or not all(_is_within(first, last, size) for first, last in parts):
        fix = f"Ask for bytes=FIRST-LAST, from 0 to {size - 1}."
        raise Refused(416, "bad_range", "The range is not in the file", "Range", fix)


def _is_within(first: str, last: str, size: int) -> bool:
    if not first:
        return int(last) > 0
    return int(first) < size and (not last or int(first) <= int(last))
