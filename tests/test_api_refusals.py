"""What the API cannot answer it refuses in words, and nothing a stranger writes breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api import question
from tests.api_fixtures import TODAY, Api


@pytest.fixture(scope="module")
def api(few: Path) -> Iterator[Api]:
    """The API over a warehouse of few figures, without a limit on how often it is asked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        patch.setenv("TRACKER_DATA", str(few))
        yield Api(few, rate=0)


@pytest.fixture(scope="module")
def columns(api: Api) -> dict[str, list[str]]:
    """The columns of each table."""
    return {row["table"]: row["columns"] for row in api.ask("/api/v1").json()["tables"]}


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("growth?ap_id=kling", 400, "The nearest is 'app_id'"),
        ("growth?columns=month,vlaue", 400, "The nearest is 'value'"),
        ("growth?order=-mnth", 400, "The nearest is 'month'"),
        ("growht", 404, "The nearest is growth"),
        ("growth.xlsx", 404, ".parquet"),
        ("growth?kind=guess", 400, "estimate, reported"),
        ("growth?month.ge=2026-13-01", 400, "YYYY-MM-DD"),
        ("growth?month.ge=20260101", 400, "YYYY-MM-DD"),
        ("growth?value.gt=many", 400, "digits"),
        ("growth?value=%D9%A1", 400, "digits"),
        ("growth?complete=yes", 400, "true or false"),
        ("growth?month.after=2026-01-01", 400, "eq, ne, lt"),
        ("growth?value.contains=5", 400, "Use eq"),
        ("loads?extra_columns=x", 400, "contains"),
        ("growth?limit=0", 400, "from 1"),
        ("growth?limit=-1", 400, "from 1"),
        ("growth?offset=1.5", 400, "from 0"),
        ("growth?limit=1&limit=2", 400, "once"),
        ("growth?as_of=2026-11-25", 400, "2026-11-24"),
        ("growth?as_of=yesterday", 400, "YYYY-MM-DD"),
        ("growth?version=20200101T000000000000", 410, "newest"),
        ("growth?" + "&".join(["app=x"] * 201), 400, "smaller part"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(
    address: str, status: int, said: str, api: Api
) -> None:
    """With the parameter at fault, and what to write instead."""
    assert said in api.refusal(f"/api/v1/{address}", status)["fix"]
    assert api.refusal("/api/v1/growth", 406, Accept="image/png")["where"] == "Accept"


HOSTILE = (
    *("'", '"', "';drop table growth;--", "%00", "%F0%9F%98%80", "..%2F..%2Fetc%2Fpasswd"),
    *("%FF%FE", "%0D%0ASet-Cookie:x", "{}", "%25s", "raw.observation", "%5C%5Cserver%5Cx"),
)


@pytest.mark.parametrize("text", HOSTILE)
def test_strange_names_find_nothing_and_break_nothing(text: str, api: Api) -> None:
    """As table, column, value, order, version or file: an answer or a refusal, never a fault."""
    for address in (
        f"/api/v1/{text}",
        f"/api/v1/growth.{text}",
        f"/api/v1/growth?{text}=1",
        f"/api/v1/growth?columns={text}",
        f"/api/v1/growth?order={text}",
        f"/api/v1/growth?version={text}",
        f"/api/v1/growth?as_of={text}",
        f"/warehouse/{text}.duckdb",
        f"/warehouse/{text}",
    ):
        answered = api.ask(address)
        assert answered.status_code in (400, 404, 410), f"{address}: {answered.status_code}"
        assert str(api.data) not in answered.text
        assert "Set-Cookie" not in answered.headers
    assert api.rows(f"/api/v1/reported?app={text}") == []


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_no_value_makes_it_fail(
    data: st.DataObject, columns: dict[str, list[str]], api: Api
) -> None:
    """Whatever stands in a parameter, it is answered or refused."""
    table = data.draw(st.sampled_from(["growth", "events", "loads", "reported", "freshness"]))
    name = data.draw(st.sampled_from([*question.OWN, *columns[table]]))
    operator = data.draw(st.sampled_from(["", *(f".{word}" for word in question.OPERATORS)]))
    awkward = [
        "0",
        "-1",
        "99999999999999999999",
        "0001-01-01",
        "9999-12-31",
        "true",
        "kling",
        "1e9",
    ]
    value = data.draw(st.sampled_from(awkward) | st.text(max_size=8))
    asked = urlencode({name + operator: value}, errors="replace")
    assert api.ask(f"/api/v1/{table}?{asked}").status_code in (200, 400, 410)
