"""The OpenAPI 3.1 document, written from the comments in the version that is asked."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from api import formats, question
from api.answers import OF_A_SOURCE
from api.tables import ROWS_OF_A_PAGE
from warehouse import catalogue
from warehouse.catalogue import Column, Table

Schema = dict[str, Any]

INTRODUCTION = """Every table of the tracker, read only.

**Filters.** A column's name is a parameter: `?app_id=…`, or short `?app=…`. Twice means either.
With an operator after a point: `.ne .lt .le .gt .ge`, `.in=a,b`, `.null=true`, `.contains=text`.
A column that is called as one of the parameters is asked as `as_of.eq`.

**Knowledge date.** `as_of=YYYY-MM-DD` answers as of that day; `knowledge_date` says which day an
answer speaks from.

**Formats.** By the end of the address (`.json .csv .parquet .arrow`) or by `Accept`.

**Pages.** `limit` and `offset`. A JSON answer says `truncated` and where `next` is; the others say
it in the headers `X-Truncated` and `Link`, and refuse to cut a table off when no limit was asked
for. A `next` names the version, so that pages of one reading are of one version.

**Asking again.** Send an answer's `ETag` back as `If-None-Match`: 304, without a body, says that it
still holds. An answer to SQL has one where it follows from version, day and question alone.

**SQL.** `/api/v1/sql?sql=…` answers any query; `$NAME` in it is bound to `param.NAME`. It reads the
tables and nothing else, within limits of time, memory and rows.

**Tokens.** Where the tracker has a login, send `Authorization: Bearer TOKEN`. Never write a token
into an address: addresses are kept in histories and logs.

**Invented figures** carry `illustrative`, which no choice of columns leaves out; in SQL
it is yours to ask for."""

CHART = "/api/v1/chart/"
_MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?)?$"
_SCHEMAS: dict[str, Schema] = {
    "BOOLEAN": {"type": "boolean"},
    "DATE": {"type": "string", "format": "date"},
    "TIMESTAMP": {"type": "string", "pattern": _MOMENT, "description": "UTC"},
    "VARCHAR[]": {"type": "array", "items": {"type": "string"}},
}
_ERROR: Schema = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "problem", "where", "fix"],
            "properties": {
                "code": {"type": "string", "description": "one word for programs"},
                "problem": {"type": "string", "description": "what is wrong"},
                "where": {"type": "string", "description": "which parameter or address"},
                "fix": {"type": "string", "description": "what to do"},
            },
        }
    },
}
_TOKEN: Schema = {
    "type": "http",
    "scheme": "bearer",
    "description": "Needed where the tracker has a login. Made by whoever runs it, with `python -m "
    "warehouse token add NAME`; for `read`, and for `sql` where it was made so.",
}
_ETAG: Schema = {
    "ETag": {
        "description": "For version, day and question; absent where the next answer may differ",
        "schema": {"type": "string"},
    }
}
_HELD: Schema = {"description": "The answer of that ETag still holds", "headers": _ETAG}
_REFUSALS = {
    "400": "A parameter is unknown or cannot be read",
    "404": "There is no such table or format",
    "406": "None of the formats is accepted",
    "410": "The version asked for is gone",
    "401": "A token is needed, and none that is known and valid came",
    "403": "A page of another site asks, or the token is not for this",
    "421": "The server does not go by this name",
    "422": "The answer takes too long, or more memory than it has",
    "429": "Too many requests; Retry-After says when to go on",
    "503": "Busy, too slow, or nothing is published yet; code says which",
}


def document(
    tables: dict[str, Table],
    prefix: str = "",
    locked: bool = False,
    charts: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> dict[str, Any]:
    """The whole document for the tables of one version, served below a path such as /tracker.

    `locked`: each request must bring a token. `charts` are those that are served, each with its
    parameters and what they say.
    """
    paths: dict[str, Any] = {
        "/api/v1": _simple("index", "What can be asked, and where"),
        **{f"/api/v1/{table.name}": {"get": _table(table)} for table in tables.values()},
        "/api/v1/sql": {"get": _sql_by_get(), "post": _sql_by_post()},
        **{f"{CHART}{name}": {"get": _chart(name, about)} for name, about in charts.items()},
        "/warehouse": _simple("versions", "The published DuckDB files"),
        "/healthz": _without_token(_simple("healthz", "Whether the server lives")),
        "/readyz": _simple("readyz", "Whether it can answer"),
        "/metrics": _simple("metrics", "How it fares, for Prometheus", "text/plain"),
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "App revenue tracker", "version": "1", "description": INTRODUCTION},
        "servers": [{"url": prefix or "/"}],
        "paths": paths,
        "security": [{"token": []}] if locked else [],
        "components": {
            "securitySchemes": {"token": _TOKEN},
            "schemas": {"Error": _ERROR, **{name: _row(table) for name, table in tables.items()}},
        },
    }


def _simple(name: str, summary: str, media_type: str = "application/json") -> Schema:
    responses = {"200": {"description": summary, "content": {media_type: {}}}, **_refusals()}
    return {"get": {"operationId": name, "summary": summary, "responses": responses}}


def _without_token(path: Schema) -> Schema:
    return {method: {**about, "security": []} for method, about in path.items()}


def _table(table: Table) -> Schema:
    """One table: each of its columns is a filter."""
    parameters = _own_parameters(table)
    parameters += [_filter(column) for column in table.columns]
    content: dict[str, Schema] = {form.media_type: {} for form in formats.FORMATS.values()}
    content["application/json"] = {"schema": _payload(table)}
    return {
        "operationId": table.name,
        "summary": table.doc.split(". ")[0],
        "description": table.doc,
        "parameters": parameters,
        "responses": {**_answers(table.doc, content), **_refusals()},
    }


def _chart(name: str, about: Mapping[str, str]) -> Schema:
    """One chart: its choices, and the day it is seen from."""
    day = {"type": "string", "format": "date"}
    parameters = [_parameter("as_of", day, "Drawn as known on that day")]
    parameters += [_parameter(key, {"type": "string"}, words) for key, words in about.items()]
    words = f"The {name} chart by itself, with its words, caveats and figures, for a frame"
    return {
        "operationId": f"chart_{name}",
        "summary": words,
        "description": f"{words}; with .svg at the end of the address as a picture.",
        "parameters": parameters,
        "responses": {"200": {"description": words, "content": {"text/html": {}}}, **_refusals()},
    }


def _sql_by_get() -> Schema:
    limit = {"type": "integer", "minimum": 1, "maximum": 999_999_999}
    query = _parameter(
        "sql", {"type": "string", "minLength": 1}, "One query; $NAME stands for param.NAME"
    )
    parameters = [
        {**query, "required": True},
        _parameter("as_of", {"type": "string", "format": "date"}, "Answer as known on that day"),
        _parameter("limit", limit, "Most rows"),
    ]
    return {**_sql("sql"), "parameters": parameters}


def _sql_by_post() -> Schema:
    value = {"type": ["string", "number", "boolean", "null"]}
    body = {
        "type": "object",
        "required": ["sql"],
        "additionalProperties": False,
        "properties": {
            "sql": {"type": "string", "minLength": 1},
            "params": {"type": "object", "additionalProperties": value},
            "as_of": {"type": ["string", "null"], "format": "date"},
            "limit": {"type": ["integer", "null"], "minimum": 1},
        },
    }
    content = {"application/json": {"schema": body}}
    return {**_sql("sql_posted"), "requestBody": {"required": True, "content": content}}


def _sql(name: str) -> Schema:
    summary = "Any query over these tables, read only"
    content: dict[str, Schema] = {form.media_type: {} for form in formats.FORMATS.values()}
    refusals = _refusals(
        {
            "413": "The body is too long",
            "415": "The body is no JSON",
        }
    )
    responses = {**_answers("The rows", content), **refusals}
    return {"operationId": name, "summary": summary, "responses": responses}


def _answers(words: str, content: dict[str, Schema]) -> Schema:
    return {"200": {"description": words, "content": content, "headers": _ETAG}, "304": _HELD}


def _refusals(more: dict[str, str] | None = None) -> Schema:
    """Every way to be refused, all of one shape."""
    reasons = {**_REFUSALS, **(more or {})}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {code: {"description": text, "content": content} for code, text in reasons.items()}


def _own_parameters(table: Table) -> list[Schema]:
    names = [column.name for column in table.columns]
    turned = [f"-{name}" for name in names]
    count = {"type": "integer", "maximum": 999_999_999}
    parameters = [
        _listed("columns", names, "Only these columns, in this order"),
        _listed("order", [*names, *turned], "Sorted by these; - before one turns it"),
        _parameter("limit", {**count, "minimum": 1}, f"Most rows; JSON: {ROWS_OF_A_PAGE} unasked"),
        _parameter("offset", {**count, "minimum": 0}, "Rows to pass over"),
        _parameter(
            "version",
            {"type": "string", "pattern": f"^{question.VERSION}$"},
            "A version's name; unasked the newest",
        ),
    ]
    if table.name in catalogue.dated():
        day = {"type": "string", "format": "date"}
        parameters.insert(0, _parameter("as_of", day, "Answer as known on that day"))
    return parameters


def _filter(column: Column) -> Schema:
    """A column as a parameter: only rows with that value; a list is asked for what it contains."""
    name = f"{column.name}.eq" if column.name in question.OWN else column.name
    if column.kind.endswith("[]"):
        return _parameter(f"{column.name}.contains", {"type": "string"}, column.doc)
    return _parameter(name, _shown(column), column.doc)


def _parameter(name: str, schema: Schema, doc: str) -> Schema:
    return {"name": name, "in": "query", "schema": schema, "description": doc}


def _listed(name: str, words: list[str], doc: str) -> Schema:
    """A parameter whose words stand after commas."""
    schema = {"type": "array", "minItems": 1, "items": {"type": "string", "enum": words}}
    return {**_parameter(name, schema, doc), "style": "form", "explode": False}


def _shown(column: Column) -> Schema:
    if column.kind.startswith("ENUM("):
        return {"type": "string", "enum": question.words(column.kind)}
    if question.is_number(column.kind):
        return {"type": "number"}
    return dict(_SCHEMAS.get(column.kind, {"type": "string"}))


def _row(table: Table) -> Schema:
    """One row; any column may be missing a value, and be left out."""
    properties = {}
    for column in table.columns:
        shown = _shown(column)
        shown["type"] = [shown["type"], "null"]
        if "enum" in shown:
            shown["enum"] = [*shown["enum"], None]
        properties[column.name] = {**shown, "description": column.doc}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _payload(table: Table) -> Schema:
    text = {"type": "string"}
    count = {"type": "integer", "minimum": 0}
    words = ("name", "type", "comment", "unit")
    described = {"type": "object", "properties": dict.fromkeys(words, text)}
    source = {"type": "object", "required": list(OF_A_SOURCE)}
    properties: dict[str, Schema] = {
        "table": text,
        "comment": text,
        "version": text,
        "knowledge_date": {"type": "string", "format": "date"},
        "columns": {"type": "array", "items": described},
        "sources": {"type": "array", "items": source},
        "offset": count,
        "row_count": count,
        "truncated": {"type": "boolean"},
        "next": {"type": ["string", "null"]},
        "rows": {"type": "array", "items": {"$ref": f"#/components/schemas/{table.name}"}},
    }
    return {"type": "object", "required": list(properties), "properties": properties}
