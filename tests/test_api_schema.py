"""The API against its own OpenAPI document: what fits it, and what nearly fits, is answered so.

The requests are made by schemathesis from the document, the same in each run.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from api import openapi
from tests.api_fixtures import HERE, TODAY, Api
from warehouse import catalogue
from warehouse.paths import Store
from warehouse.store import newest, open_version

EXAMPLES = 25
#: A version that is gone is told before what else is wrong: its columns are not known any more.
REFUSED = [400, 410, 413, 415, 422]
#: What fits the document may still name a version that is gone, a day to come, or SQL that is none.
MAY_BE_GONE = positive_data_acceptance
#: Each table is asked like any other: a few of every kind of column are enough.
TABLES = ("growth", "lineage_of_paths", "loads", "apps", "simulation")


@pytest.fixture(scope="module")
def api(few: Path) -> Iterator[Api]:
    """The API over a few figures, with the pool of its SQL."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        patch.setenv("TRACKER_DATA", str(few))
        made = Api(few, rate=0)
        yield made
        made.app.close()


@pytest.fixture(scope="module")
def described(few: Path) -> schemathesis.openapi.OpenApiSchema:
    """The document as it is served."""
    with open_version(newest(Store(few))) as connection:
        tables = catalogue.asked(connection)
    config = SchemathesisConfig.from_dict(
        {"checks": {"negative_data_rejection": {"expected-statuses": REFUSED}}}
    )
    return schemathesis.openapi.from_dict(openapi.document(tables), config=config)


ASKED = [f"/api/v1/{name}" for name in (*TABLES, "sql")]
PLAIN = ["/api/v1", "/warehouse", "/healthz", "/readyz", "/metrics"]


def sent(api: Api, case: Any) -> httpx.Response:
    """What the API answers to one request of schemathesis's; a fault of its own is raised here."""
    made = requests.Request(**case.as_transport_kwargs(base_url=HERE)).prepare()
    return asyncio.run(_sent(api, made))


async def _sent(api: Api, made: requests.PreparedRequest) -> httpx.Response:
    os.environ["TRACKER_DATA"] = str(api.data)
    transport = httpx.ASGITransport(api.app)
    async with httpx.AsyncClient(transport=transport, base_url=HERE) as client:
        body = made.body.encode() if isinstance(made.body, str) else made.body
        headers = {name: value for name, value in made.headers.items() if name != "Content-Length"}
        return await client.request(made.method, made.url, headers=headers, content=body)


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        *((path, mode) for path in ASKED for mode in GenerationMode),
        *((path, GenerationMode.POSITIVE) for path in PLAIN),  # they take nothing
    ],
)
def test_what_the_document_describes_is_answered_as_it_says(
    api: Api, described: Any, path: str, mode: GenerationMode
) -> None:
    """No fault of ours, no status, type or shape of an answer that is not written down."""
    for method in described[path]:
        operation = described[path][method]

        @settings(
            max_examples=EXAMPLES,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def answered(case: Any) -> None:
            case.validate_response(sent(api, case), excluded_checks=[MAY_BE_GONE])

        answered()


@pytest.mark.parametrize("table", catalogue.ASKED)
def test_the_rows_of_each_table_fit_the_document(api: Api, described: Any, table: str) -> None:
    """With all their columns, as they stand."""
    case = described[f"/api/v1/{table}"]["GET"].Case()
    case.validate_response(sent(api, case))


@pytest.mark.parametrize("path", [*ASKED, *PLAIN])
def test_where_a_token_is_needed_the_refusal_fits_the_document(
    few: Path, described: Any, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without one, everything but /healthz answers 401 in the shape that is written down."""
    monkeypatch.setenv("TRACKER_DATA", str(few))
    locked = Api(few, rate=0, locked=lambda: True)
    case = described[path]["GET"].Case()
    answered = sent(locked, case)
    assert answered.status_code == (200 if path == "/healthz" else 401)
    case.validate_response(answered)
