"""Fixtures every test may use."""

from __future__ import annotations

from tests.ingest_fixtures import desk

__all__ = ["desk"]
