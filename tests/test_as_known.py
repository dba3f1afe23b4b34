"""A page's cursor answers what the views of main answer, from tables it has computed once."""

from collections.abc import Iterator
from datetime import date

import duckdb
import pytest

from tests.warehouse_fixtures import (
    published,
    write_public,
    write_watchlist,
)
from warehouse import build
from warehouse.as_known import AsKnown
from warehouse.paths import Store
from warehouse.store import as_known_on

DAYS = (None, date(2026, 2, 14))


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse of the public figures, events and rates."""
    store = Store(tmp_path_factory.mktemp("as_known"))
    write_watchlist(store)
    write_public(store)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2026-11-24")
        with published(store) as connection:
            yield connection


@pytest.mark.parametrize("knowledge_date", DAYS, ids=str)
def test_every_table_is_what_main_shows(
    version: duckdb.DuckDBPyConnection, knowledge_date: date | None
) -> None:
    """Whatever the day, both ways give the same rows."""
    mine, views = AsKnown(version, knowledge_date), as_known_on(version.cursor(), knowledge_date)
    filled = 0
    for model in build.models():
        found = mine.execute(f"from {model.name}").fetchall()
        shown = views.execute(f"from main.{model.name}").fetchall()
        assert sorted(found, key=repr) == sorted(shown, key=repr), model.name
        filled += bool(found)
    assert filled > 20


def test_two_days_do_not_meet(version: duckdb.DuckDBPyConnection) -> None:
    """What one cursor computed for its day, no other sees."""
    question = "select count(*) from vintages"
    then, now = AsKnown(version, date(2025, 6, 30)), AsKnown(version, None)
    (early,) = then.execute(question).fetchall()
    (late,) = now.execute(question).fetchall()
    assert early < late
    assert then.execute(question).fetchall() == [early]


def test_a_query_computes_what_it_reads_and_no_more(version: duckdb.DuckDBPyConnection) -> None:
    """The closure of a query is the models under it, each after those it reads."""
    names = [model.name for model in build.closure("select 1 from targets -- from nowcast")]
    assert names[-1] == "targets"
    assert "nowcast" not in names and "pace" not in names
    known = frozenset(model.name for model in build.models())
    for place, name in enumerate(names):
        (model,) = [one for one in build.models() if one.name == name]
        assert model.reads(known) <= set(names[:place])


def test_a_table_is_filtered_as_a_query_is(version: duckdb.DuckDBPyConnection) -> None:
    """`table` reads the same rows, and computes them first."""
    mine = AsKnown(version, date(2026, 2, 14))
    found = mine.table("targets").filter("app_id = 'kling'").fetchall()
    asked = mine.execute("from targets where app_id = 'kling'").fetchall()
    assert found and sorted(found, key=repr) == sorted(asked, key=repr)
