"""/api/v1 and /api/v1/{table}: what can be asked, and the answers."""

from difflib import get_close_matches
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from api import formats, question
from api.answers import Answer, answer
from api.errors import Refused, prefix_of
from api.etags import etag, held
from api.formats import Format
from api.settings import Settings
from api.versions import Opened, Versions, Workers, knowledge_date
from warehouse import catalogue

#: Rows of an answer that says itself how to go on, when no limit is asked for.
ROWS_OF_A_PAGE = 1_000


class Tables:
    """The endpoints of the tables, over the versions of one store."""

    def __init__(self, versions: Versions, workers: Workers, settings: Settings) -> None:
        self._versions = versions
        self._workers = workers
        self._settings = settings

    async def index(self, request: Request) -> Response:
        """What can be asked, and where."""
        opened = await self._workers.run(self._versions.newest, request.url.path)
        base = str(request.base_url).rstrip("/")
        listed = [
            {
                "table": table.name,
                "comment": table.doc,
                "address": f"{base}/api/v1/{table.name}",
                "as_of": table.name in catalogue.dated(),
                "columns": [column.name for column in table.columns],
            }
            for table in opened.tables.values()
        ]
        body = {
            "version": opened.name,
            "knowledge_date": knowledge_date(None).isoformat(),
            "formats": list(formats.FORMATS),
            "openapi": f"{base}/api/v1/openapi.json",
            "docs": f"{base}/api/v1/docs",
            "tables": listed,
        }
        return JSONResponse(body, headers={"Cache-Control": "no-cache"})

    async def table(self, request: Request) -> Response:
        """The rows of one table."""
        return await self._workers.run(lambda: self._answered(request), request.url.path)

    def _answered(self, request: Request) -> Response:
        name, _dot, suffix = request.path_params["table"].partition(".")
        parameters = request.query_params.multi_items()
        version = question.version_name(dict(parameters).get("version"))
        opened = self._versions.named(version)
        asked = question.read(_known(opened, name, prefix_of(request)), parameters)
        form = formats.chosen(suffix, request.headers.get("accept", ""))
        headers = _headers(opened, asked, form, parameters)
        if held(request) & {"*", headers["ETag"]}:
            return Response(status_code=304, headers=headers)
        found = answer(opened, asked, self._most(asked, form), self._settings.seconds)
        whole = not found.more or found.rows.num_rows == asked.limit
        if not whole and not form.says_more:
            raise _too_many(found)
        following = _next(request, found, parameters) if found.more else None
        if following:
            headers["Link"] = f'<{following}>; rel="next"'
        headers["X-Truncated"] = str(found.more).lower()
        return Response(form.write(found, following), headers=headers, media_type=form.media_type)

    def _most(self, asked: question.Question, form: Format) -> int:
        most = min(self._settings.most_rows, form.most_rows or self._settings.most_rows)
        return min(most, ROWS_OF_A_PAGE) if form.says_more and asked.limit is None else most


def _known(opened: Opened, name: str, prefix: str) -> catalogue.Table:
    if name in opened.tables:
        return opened.tables[name]
    near = get_close_matches(name, opened.tables, 1, 0.5)
    meant = f"The nearest is {near[0]}. " if near else ""
    fix = f"{meant}The tables are listed at {prefix}/api/v1."
    raise Refused(404, "unknown_table", f"There is no table {name!r}", "the address", fix)


def _headers(
    opened: Opened, asked: question.Question, form: Format, parameters: list[tuple[str, str]]
) -> dict[str, str]:
    day = knowledge_date(asked.as_of)
    dated = "" if asked.as_of is None else "as_of"
    return {
        "ETag": etag(opened.name, day, asked.table.name, form.suffix, dated, sorted(parameters)),
        "Cache-Control": "private, no-cache",
        "Vary": "Accept",
        "X-Warehouse-Version": opened.name,
        "X-Knowledge-Date": day.isoformat(),
    }


def _next(request: Request, found: Answer, parameters: list[tuple[str, str]]) -> str:
    """The address of the rows that follow, of the same version even when another is published."""
    offset = str(found.question.offset + found.rows.num_rows)
    kept = [(name, value) for name, value in parameters if name not in ("offset", "version")]
    query = urlencode([*kept, ("offset", offset), ("version", found.version)])
    return str(request.url.replace(query=query))


def _too_many(found: Answer) -> Refused:
    most = found.rows.num_rows
    return Refused(
        400,
        "too_many_rows",
        f"{found.question.table.name} has more than {most} rows that you ask for",
        "limit",
        f"Filter by a column, or read it in pages: limit={most}, then the address in the Link "
        "header, until there is none.",
    )
