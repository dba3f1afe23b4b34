"""Fixtures every test may use."""

from __future__ import annotations

from tests.docs_fixtures import shipped
from tests.ingest_fixtures import desk

__all__ = ["desk", "shipped"]
