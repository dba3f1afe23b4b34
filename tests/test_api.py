"""The API's answers are the tables': the same figures in every format, filter, page and day."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from api import question
from api.formats import FORMATS, without_formulas
from tests.api_fixtures import HERE, Api
from warehouse.catalogue import ASKED
from warehouse.paths import Store
from warehouse.store import as_known_on, newest, open_version

pytest_plugins = ["tests.page_states"]

MANY = 300
DAY = date(2026, 2, 14)
BOTH = "app_id in ('kling', 'jimeng')"


@pytest.fixture(scope="module")
def api(everything: Path) -> Api:
    """The API over the tracker as it comes, without a limit on how often it is asked."""
    return Api(everything, rate=0)


def sql(data: Path, query: str, as_of: date | None = None) -> list[dict[str, Any]]:
    """What the warehouse itself answers."""
    with open_version(newest(Store(data))) as connection:
        as_known_on(connection, as_of)
        return connection.sql(query).to_arrow_table().to_pylist()


def in_order(rows: list[dict[str, Any]]) -> list[str]:
    """Rows as texts that compare whatever their order."""
    return sorted(repr(list(row.items())) for row in rows)


def as_json(value: Any) -> Any:
    """A value of the table as it is in a JSON answer, numbers to the last digit."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.%f")
    if isinstance(value, date):
        return value.isoformat()
    return Decimal(repr(value)) if isinstance(value, float) else value


def cell_as(value: Any, text: str) -> Any:
    """A cell of a CSV as a value of the same type as the table's."""
    if value is None:
        return text or None
    if isinstance(value, str):
        return text
    if isinstance(value, bool):
        return {"true": True, "false": False}[text]
    if isinstance(value, list):
        return json.loads(text)
    if isinstance(value, datetime):
        return datetime.fromisoformat(text)
    if isinstance(value, date):
        return date.fromisoformat(text)
    return type(value)(text)


@pytest.mark.parametrize("table", ASKED)
def test_every_table_is_answered_as_it_is(table: str, api: Api) -> None:
    """Row by row and to the last digit; nothing is rounded, dropped or marked otherwise."""
    answered = api.ask(f"/api/v1/{table}.arrow?limit={MANY}")
    whole = sql(api.data, f"from {table} order by all nulls last limit {MANY}")
    assert pl.read_ipc(answered.content).to_dicts() == whole


@pytest.mark.parametrize("table", ["growth", "reported", "simulation", "events", "loads"])
def test_every_format_has_the_same_figures(table: str, api: Api) -> None:
    """Dates, decimals, fractions, texts in Chinese, lists, and what is missing."""
    address = f"/api/v1/{table}"
    rows = sql(api.data, f"from {table} order by all nulls last limit {MANY}")
    asked = f"limit={MANY}"
    assert pl.read_parquet(api.ask(f"{address}.parquet?{asked}").content).to_dicts() == rows
    answered = json.loads(api.ask(f"{address}.json?{asked}").text, parse_float=Decimal)
    assert answered["rows"] == [
        {name: as_json(value) for name, value in row.items()} for row in rows
    ]
    lines = list(csv.DictReader(io.StringIO(api.ask(f"{address}.csv?{asked}").text)))
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        assert {name: cell_as(row[name], text) for name, text in line.items()} == row


@pytest.mark.parametrize(
    ("table", "asked", "where"),
    [
        ("growth", "app=kling&metric=revenue", "app_id = 'kling' and metric = 'revenue'"),
        ("growth", "app=kling&app=jimeng&country=WW", f"{BOTH} and country = 'WW'"),
        ("growth", "app_id.in=kling,jimeng&platform=ios", f"{BOTH} and platform = 'ios'"),
        ("growth", "month.ge=2026-01-01&month.lt=2026-02-01", "month = '2026-01-01'"),
        ("growth", "mom_change.null=false&mom_change.gt=0.2", "mom_change > 0.2"),
        ("growth", "yoy_change.null=true&country=US", "yoy_change is null and country = 'US'"),
        ("growth", "complete=false", "not complete"),
        ("reported", "bound=at_least&value.gt=650000000", "bound='at_least' and value > 650e6"),
        ("reported", "value=650000000", "value = 650000000"),
        ("statements", "as_of.eq=2026-05-27", "as_of = '2026-05-27'"),
        ("events", "event.contains=KLING 2", "event ilike '%kling 2%'"),
        ("events", "kind.ne=results", "kind <> 'results'"),
        ("loads", "fetched_at.ge=2020-01-01T00:00:00", "true"),
        ("loads", "extra_columns.contains=x", "list_contains(extra_columns, 'x')"),
    ],
)  # fmt: skip
def test_a_filter_is_the_condition_it_says(table: str, asked: str, where: str, api: Api) -> None:
    """Each operator, on each kind of column."""
    found = pl.read_ipc(api.ask(f"/api/v1/{table}.arrow?{asked}").content).to_dicts()
    assert in_order(found) == in_order(sql(api.data, f"from {table} where {where}"))
    assert found or "extra_columns" in asked, "the filter finds nothing to compare"


def test_pages_hold_every_row_exactly_once(api: Api) -> None:
    """Following next from the first page to the last gives the whole table, in its order."""
    address: str | None = f"{HERE}/api/v1/growth?order=-mom_change&limit=1700"
    rows: list[dict[str, Any]] = []
    pages = 0
    while address:
        answered = api.ask(address).json()
        assert answered["truncated"] == (answered["next"] is not None)
        assert answered["offset"] == len(rows)
        rows += answered["rows"]
        address = answered["next"]
        pages += 1
    assert pages == 3
    assert len(rows) == sql(api.data, "select count(*) as n from growth")[0]["n"]
    assert len({json.dumps(row) for row in rows}) == len(rows)
    rest = ", ".join(f"{name} nulls last" for name in rows[0] if name != "mom_change")
    sorted_by = f"mom_change desc nulls last, {rest}"
    keys = "app_id, month, country, platform"
    whole = sql(api.data, f"select {keys} from growth order by {sorted_by}")
    assert [(row["app_id"], row["month"], row["country"], row["platform"]) for row in rows] == [
        tuple(map(as_json, row.values())) for row in whole
    ]


def test_a_day_is_answered_as_it_was_known(api: Api) -> None:
    """as_of replays a table as it does in SQL, and the answer says which day it speaks from."""
    answered = api.ask(f"/api/v1/targets.arrow?as_of={DAY}")
    found = pl.read_ipc(answered.content).to_dicts()
    assert in_order(found) == in_order(sql(api.data, "from targets", DAY))
    assert in_order(found) != in_order(sql(api.data, "from targets"))
    assert answered.headers["X-Knowledge-Date"] == str(DAY)
    assert api.ask(f"/api/v1/targets?as_of={DAY}").json()["knowledge_date"] == str(DAY)
    assert api.ask("/api/v1/targets").json()["knowledge_date"] == "2026-11-24"


@pytest.mark.parametrize("table", ["acts", "apps", "loads", "rejects", "simulation", "smoothing"])
def test_a_table_without_a_past_is_not_asked_for_one(table: str, api: Api) -> None:
    """What cannot be replayed must not look as if it had been."""
    said = api.refusal(f"/api/v1/{table}?as_of={DAY}", 400)
    assert "keeps no past" in said["problem"]


def test_invented_figures_stay_marked(api: Api) -> None:
    """No choice of columns leaves the mark out."""
    for suffix in FORMATS:
        text = api.ask(f"/api/v1/growth.{suffix}?columns=month,value&limit=1").content
        assert b"illustrative" in text, suffix
    [row] = api.rows("/api/v1/growth?columns=value,month,value&metric=revenue&limit=1")
    assert list(row) == ["value", "month", "illustrative"]
    assert row["illustrative"] is True


def test_json_says_what_it_is(api: Api) -> None:
    """The words of the table and its columns, their types, and the version, come with the rows."""
    answered = api.ask("/api/v1/pace?limit=1").json()
    assert answered["comment"].startswith("One month of one standing revenue target")
    assert {"name": "unit", "type": "VARCHAR"}.items() <= answered["columns"][9].items()
    assert all(column["comment"] for column in answered["columns"])
    assert answered["version"] == newest(Store(api.data)).stem
    schema = pl.read_ipc_schema(io.BytesIO(api.ask("/api/v1/pace.arrow?limit=1").content))
    assert list(schema) == [column["name"] for column in answered["columns"]]


def test_units_and_sources_come_with_the_rows(api: Api) -> None:
    """What a number counts and who said it, also where no column of the source is asked for."""
    address = "/api/v1/reported{}?app=kling&columns=period_end,value,value_usd&limit=2"
    answered = api.ask(address.format("")).json()
    columns = {column["name"]: column for column in answered["columns"]}
    assert list(columns) == ["period_end", "value", "value_usd", "illustrative"]
    assert columns["value_usd"]["unit"] == "USD"
    assert columns["value"]["unit"] == "what the column unit of the same row says"
    assert "unit" not in columns["period_end"]
    assert set(answered["rows"][0]) == set(columns)
    [source] = answered["sources"]
    assert (source["source_id"], source["illustrative"]) == ("disclosures", False)
    assert source["producer"] and source["licence"]
    schema = pa.ipc.open_file(api.ask(address.format(".arrow")).content).schema
    assert json.loads(schema.metadata[b"sources"]) == answered["sources"]
    assert schema.field("value_usd").metadata[b"unit"] == b"USD"
    invented = api.ask("/api/v1/growth?metric=revenue&columns=value&limit=1").json()["sources"]
    assert [one["illustrative"] for one in invented] == [True]
    two = api.ask("/api/v1/reconciliation?limit=1").json()
    named = {row[name] for row in two["rows"] for name in ("source_id", "other_source_id")}
    assert {one["source_id"] for one in two["sources"]} == named
    assert api.ask("/api/v1/apps?limit=1").json()["sources"] == []


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("application/json;q=0.5, text/*", "text/csv; charset=utf-8"),
        ("application/vnd.apache.parquet", "application/vnd.apache.parquet"),
        ("application/vnd.apache.arrow.file", "application/vnd.apache.arrow.file"),
    ],
)
def test_a_client_gets_the_format_it_likes_best(accept: str, media_type: str, api: Api) -> None:
    """By Accept, with its weights."""
    answered = api.ask("/api/v1/events?limit=1", Accept=accept)
    assert answered.headers["Content-Type"] == media_type
    assert "Accept" in answered.headers["Vary"]


def test_an_answer_is_not_sent_twice(api: Api) -> None:
    """The ETag stands for version, day, question and format; who holds it gets 304 and no body."""
    first = api.ask("/api/v1/events?limit=3")
    etag = first.headers["ETag"]
    assert newest(Store(api.data)).stem in etag
    held = api.ask("/api/v1/events?limit=3", If_None_Match=f'"other", {etag}')
    assert (held.status_code, held.content) == (304, b"")
    for other in (
        "events?limit=4",
        "events.csv?limit=3",
        f"events?limit=3&as_of={DAY}",
        "events?limit=3&as_of=2026-11-24",
        "targets?limit=3",
    ):
        answered = api.ask(f"/api/v1/{other}", If_None_Match=etag)
        assert answered.status_code == 200, other
        assert answered.headers["ETag"] != etag
    packed = api.ask("/api/v1/events?limit=3", Accept_Encoding="gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.json() == first.json()


def test_no_column_is_hidden_behind_a_parameter(api: Api) -> None:
    """Only as_of is a parameter and a column's name, and as_of.eq asks the column."""
    columns = {name for row in api.ask("/api/v1").json()["tables"] for name in row["columns"]}
    assert columns & set(question.OWN) == {"as_of"}


def test_the_description_is_of_these_tables(api: Api) -> None:
    """OpenAPI 3.1 lists each table with its columns, and the docs page loads nothing."""
    document = api.ask("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert {f"/api/v1/{table}" for table in ASKED} <= set(document["paths"])
    schemas = document["components"]["schemas"]
    for table in ("growth", "pace", "loads"):
        [row] = api.rows(f"/api/v1/{table}?limit=1")
        assert set(row) == set(schemas[table]["properties"])
    page = api.ask("/api/v1/docs")
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert not re.search(r"""(src|href)=['"]?(https?:)?//|@import|url\(|<script""", page.text)
    assert all(f">/api/v1/{table}<" in page.text for table in ASKED)


def test_texts_that_a_spreadsheet_would_run_are_marked(api: Api) -> None:
    """As in the dashboard's own CSV: an apostrophe before a formula, none before a number."""
    texts = pa.chunked_array([["=1+1", "-5", "+3.2e4", "@x", "-x", None, "kling", "\tx"]])
    marked = ["'=1+1", "-5", "+3.2e4", "'@x", "'-x", None, "kling", "'\tx"]
    assert without_formulas(texts).to_pylist() == marked
