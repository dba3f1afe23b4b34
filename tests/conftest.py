"""Fixtures every test may use."""

from __future__ import annotations

from tests.api_fixtures import few
from tests.docs_fixtures import shipped
from tests.ingest_fixtures import desk

__all__ = ["desk", "few", "shipped"]
