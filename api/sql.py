"""/api/v1/sql: anybody's query, run by the worker pool that can reach and harm nothing.

GET takes ?sql=…&param.NAME=…, POST a JSON object {sql, params, as_of, limit}. Values are bound to
the query's $names, never written into it.
"""

import asyncio
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa
from starlette.requests import Request
from starlette.responses import Response

from api import formats, question
from api.errors import Refused, busy
from api.etags import etag, held
from api.formats import Format
from api.json_rows import json_rows
from api.settings import Settings
from api.versions import Workers, knowledge_date
from warehouse import clock, store
from warehouse.asking import Answer, NotAnswered, Pool
from warehouse.output import distinct, json_text
from warehouse.paths import Store

#: Bytes of a POST: a query may have 100,000 letters, and its values some more.
MOST_BYTES = 1_000_000
STATUSES = {"refused": 400, "failed": 400, "too_long": 422, "too_large": 422}
_VALUES = (str, int, float, bool)
_KEYS = ("sql", "params", "as_of", "limit")


@dataclass(frozen=True)
class Asked:
    """One query with what is bound to it."""

    text: str
    parameters: dict[str, Any] = field(default_factory=dict)
    as_of: date | None = None
    limit: int | None = None


class Sql:
    """The endpoint; its pool starts with the first query."""

    def __init__(self, settings: Settings) -> None:
        self._lock = threading.Lock()
        self._pool: Pool | None = None
        self._workers = Workers(settings)

    async def answer(self, request: Request) -> Response:
        """The rows of a query, in the format asked for."""
        suffix = request.path_params.get("suffix", "")
        form = formats.chosen(suffix, request.headers.get("accept", ""))
        asked = await _posted(request) if request.method == "POST" else _got(request)
        gone = threading.Event()
        watcher = asyncio.create_task(_until_gone(request, gone))
        try:
            return await self._workers.run(
                lambda: self._answered(asked, form, held(request), gone.is_set), request.url.path
            )
        finally:
            watcher.cancel()

    def close(self) -> None:
        """End the pool's processes."""
        with self._lock:
            if self._pool:
                self._pool.close()

    def _answered(
        self, asked: Asked, form: Format, kept: set[str], cancelled: Callable[[], bool]
    ) -> Response:
        today = clock.today()  # before it is asked: at midnight the older day, which nobody asks of
        version = store.newest(Store.from_env()).stem
        known = _etag(version, today, asked, form)
        if known in kept:
            return Response(status_code=304, headers=_headers(version, known))
        found = self._found(asked, cancelled)
        whole = found.truncated is None or found.row_count == asked.limit
        if not whole and not form.says_more:
            raise _too_many(found)
        told = _etag(found.version, today, asked, form) if found.is_settled else None
        headers = _headers(found.version, told)
        headers["X-Knowledge-Date"] = knowledge_date(found.knowledge_date).isoformat()
        headers["X-Truncated"] = str(bool(found.truncated)).lower()
        return Response(_written(found, form), headers=headers, media_type=form.media_type)

    def _found(self, asked: Asked, cancelled: Callable[[], bool]) -> Answer:
        try:
            return self._started().ask(
                asked.text,
                asked.parameters,
                as_of=asked.as_of,
                limit=asked.limit,
                cancelled=cancelled,
            )
        except NotAnswered as error:
            raise _refusal(error) from error

    def _started(self) -> Pool:
        with self._lock:
            if self._pool is None:
                self._pool = Pool(Store.from_env())
            return self._pool


def _got(request: Request) -> Asked:
    given: dict[str, Any] = {"params": {}}
    for name, value in request.query_params.multi_items():
        place = given["params"] if name.startswith("param.") else given
        key = name.removeprefix("param.")
        if place is given and name not in ("sql", "as_of", "limit"):
            fix = "Known are: sql, as_of, limit, and param.NAME for each $NAME in the query."
            raise question.bad(f"There is no parameter {name!r}", name, fix)
        if key in place:
            raise question.bad(f"{name} is given twice", name, "Give it once.")
        place[key] = value
    if "limit" in given:
        given["limit"] = question.count(given["limit"], "limit", least=1)
    return _asked(given)


async def _posted(request: Request) -> Asked:
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        fix = "Send a JSON object as application/json."
        raise Refused(415, "not_json", "The body is no JSON", "Content-Type", fix)
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            fix = f"Send at most {MOST_BYTES} bytes."
            raise Refused(413, "too_long_a_query", "The body is too long", "the body", fix)
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict) or not set(given) <= set(_KEYS):
        fix = 'Send an object such as {"sql": "from apps", "params": {}, "as_of": "2026-02-14"}.'
        raise question.bad(f"The body is no object of {', '.join(_KEYS)}", "the body", fix)
    return _asked(given)


def _asked(given: dict[str, Any]) -> Asked:
    text, parameters = given.get("sql"), given.get("params") or {}
    as_of, limit = given.get("as_of"), given.get("limit")
    if not isinstance(text, str) or not _is_value(text):
        raise question.bad("No query is given", "sql", "For example: sql=from growth limit 5.")
    if not (isinstance(parameters, dict) and all(map(_is_value, parameters.values()))):
        fix = "Give an object of texts, numbers, true, false and null, one for each $NAME."
        raise question.bad("The values cannot be bound", "params", fix)
    if as_of is not None and not isinstance(as_of, str):
        raise question.bad("as_of is no text", "as_of", "Write it as YYYY-MM-DD.")
    if limit is not None and (type(limit) is not int or limit < 1):
        raise question.bad("limit is no number of rows", "limit", "Write a whole number from 1.")
    return Asked(text, parameters, question.past_day(as_of) if as_of is not None else None, limit)


def _is_value(value: object) -> bool:
    if isinstance(value, str):
        return not any("\ud800" <= letter <= "\udfff" for letter in value)  # half a letter
    if type(value) is int:
        return abs(value) < 10**38
    return value is None or isinstance(value, _VALUES)


async def _until_gone(request: Request, gone: threading.Event) -> None:
    """Sets the event once the client has left, so that its query ends too."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    gone.set()


def _etag(version: str, today: date, asked: Asked, form: Format) -> str:
    """Of a question whose answer follows from the version; what the day is, it may ask too."""
    parameters = sorted(asked.parameters.items())
    rest = (asked.text, parameters, asked.as_of, asked.limit, duckdb.__version__)
    return etag(version, today, "sql", form.suffix, *rest)


def _headers(version: str, tag: str | None) -> dict[str, str]:
    """Without an ETag the next answer may be another, so none is kept."""
    kept = {"ETag": tag, "Cache-Control": "private, no-cache"} if tag else {}
    default = {"Cache-Control": "private, no-store", "Vary": "Accept"}
    return {**default, "X-Warehouse-Version": version, **kept}


def _written(found: Answer, form: Format) -> bytes:
    table = _checked(found).rename_columns(distinct(found.columns))
    if form.suffix == "json":
        return _json(found, table)
    if form.suffix == "csv":
        return formats.csv_of(table)
    about = {
        "version": found.version,
        "knowledge_date": knowledge_date(found.knowledge_date).isoformat(),
    }
    table = table.replace_schema_metadata(about)
    return formats.parquet_of(table) if form.suffix == "parquet" else formats.arrow_of(table)


def _checked(found: Answer) -> pa.Table:
    try:
        return found.table()
    except pa.ArrowInvalid as error:
        fix = "Cast what is beyond 38 digits to double or to text."
        problem = f"No format holds it: {error}"
        raise Refused(422, "query_not_sent", problem, "the query", fix) from error


def _json(found: Answer, table: pa.Table) -> bytes:
    head = {
        "version": found.version,
        "knowledge_date": knowledge_date(found.knowledge_date),
        "columns": [
            {"name": name, "type": formats.kind(kind)}
            for name, kind in zip(table.column_names, found.types, strict=True)
        ],
        "row_count": found.row_count,
        "truncated": found.truncated is not None,
        "truncated_by": found.truncated,
    }
    begun = json_text(head).removesuffix("}")
    return f'{begun}, "rows": {json_rows(table)}}}'.encode("utf-8", "replace")


def _refusal(error: NotAnswered) -> Exception:
    """The pool's reason with a status, and the place in the query where there is one."""
    if error.reason in ("busy", "cancelled"):
        return busy("the query")
    status = STATUSES.get(error.reason)
    if status is None:  # the version is damaged: the reason names files of this machine
        fix = "If it stays so, tell whoever runs the server: the warehouse may need a rebuild."
        return Refused(503, "unreadable", "The query could not be answered", "the query", fix)
    where = "the query"
    if error.line is not None:
        where = f"the query, line {error.line}, column {error.column}"
    return Refused(status, f"query_{error.reason}", error.problem, where, error.fix)


def _too_many(found: Answer) -> Refused:
    return Refused(
        400,
        "too_many_rows",
        f"The answer has more than the {found.row_count} rows that are sent at once",
        "the query",
        "Filter or aggregate in the query; or write limit=, and take the first rows.",
    )
