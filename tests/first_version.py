"""The first version of a store, from an empty one made once: most tests begin with a first version.

A first version is the empty one brought in line with the ledger, which is how every later version
is made. Rebuilds (`full`), versions made beside, and what other processes publish start from
nothing; tests/test_store.py compares the two ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from warehouse import build, clock, store
from warehouse.ledger import Ledger
from warehouse.paths import Store
from warehouse.versions import pointed_at

_from = store._base


@pytest.fixture(scope="session", autouse=True)
def first_versions_start_from_an_empty_one(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Where a store has no version yet, publish starts from an empty one of these models."""
    root = tmp_path_factory.mktemp("empty")

    @cache
    def empty(fingerprint: str) -> Path:
        bare = Store(root / fingerprint)
        bare.make_folders()
        path = root / f"{fingerprint}.duckdb"
        store.make_beside(bare, Ledger.read(bare), path, clock.today())
        return path

    def base(one: Store, ledger: Ledger) -> tuple[Path | None, bool]:
        if pointed_at(one) is None:
            return empty(build.fingerprint()), True
        return _from(one, ledger)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_base", base)
        yield
