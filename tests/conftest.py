"""Fixtures every test may use."""

from __future__ import annotations

from collections.abc import Iterator

import psutil
import pytest
import streamlit as st

from tests.api_fixtures import few
from tests.docs_fixtures import shipped
from tests.first_version import first_versions_start_from_an_empty_one
from tests.ingest_fixtures import desk, on_one_core
from tests.prepared import prepared

__all__ = [
    "desk",
    "few",
    "first_versions_start_from_an_empty_one",
    "on_one_core",
    "prepared",
    "shipped",
]


@pytest.fixture(scope="module", autouse=True)
def no_process_left() -> Iterator[None]:
    """A file of tests ends what it started; what its pages keep for their next reader is let go."""
    me = psutil.Process()
    others = set(me.children(recursive=True))
    yield
    st.cache_resource.clear()
    _gone, left = psutil.wait_procs(set(me.children(recursive=True)) - others, timeout=30)
    assert not left, f"left behind: {[one.cmdline() for one in left]}"


#: Where the minutes are: the files that take longest.
LONGEST = ("test_browser.py", "test_torture.py", "test_store.py", "test_format_sensor_tower_api.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """They come first, so that no process is left alone with one of them at the end."""
    items.sort(key=lambda item: item.path.name not in LONGEST)
