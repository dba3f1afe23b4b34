"""What the build makes of the models: tables, replayable views, comments on everything."""

# ruff: noqa: F811 -- a test names the fixture it takes

from pathlib import Path

import pytest

from tests.warehouse_fixtures import november, published, rows, store  # noqa: F401
from warehouse import build
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.store import scratch

pytestmark = pytest.mark.usefixtures("november")


def test_every_table_and_column_is_described(store: Store) -> None:
    """What one row is, and what each column means, is in the database itself."""
    with published(store) as connection:
        assert (
            rows(
                connection,
                "select schema_name, view_name from duckdb_views()"
                " where schema_name = 'main' and not internal and comment is null",
            )
            == []
        )
        assert (
            rows(
                connection,
                "select table_name from duckdb_tables()"
                " where schema_name = 'raw' and comment is null",
            )
            == []
        )
        assert (
            rows(
                connection,
                "select schema_name, table_name, column_name from duckdb_columns()"
                " where schema_name in ('main', 'raw') and not internal and comment is null",
            )
            == []
        )


def test_a_description_says_what_one_row_is(store: Store) -> None:
    """The first sentence of a model becomes the table's comment, a column's note its own."""
    with published(store) as connection:
        assert connection.execute(
            "select comment from duckdb_views() where view_name = 'quarters' and"
            " schema_name = 'main'"
        ).fetchone() == (
            "One calendar quarter whose recognised revenue a company reported, in the unit said"
            " first.",
        )
        assert connection.execute(
            "select comment from duckdb_columns() where table_name = 'monthly'"
            " and schema_name = 'main' and column_name = 'complete'"
        ).fetchone() == ("whether every day is in; a part month is not a month",)


def test_every_model_can_be_asked_and_replayed(store: Store) -> None:
    """Each model has the same columns now and for a knowledge date, even with nothing in it."""
    with published(store) as now, published(store, "2026-02-14") as then:
        for model in build.models():
            columns = now.execute(f"describe {model.name}").fetchall()
            assert [column[0] for column in columns] == list(model.columns)
            assert then.execute(f"describe {model.name}").fetchall() == columns
            then.execute(f"from {model.name}").fetchall()


def test_models_come_after_what_they_read() -> None:
    """The order of the build follows from what each model reads."""
    order = [model.name for model in build.models()]
    names = frozenset(order)
    for position, model in enumerate(build.models()):
        assert model.reads(names) <= set(order[:position]), model.name


def test_only_the_base_views_know_the_session() -> None:
    """The knowledge date is read in one kind of place; every other model reads those."""
    asking = {model.name for model in build.models() if "getvariable" in model.sql}
    assert asking == {"knowledge", "known", "known_fx", "known_event", "withdrawn"}


def test_models_know_no_app_by_name() -> None:
    """What is tracked is configuration: no model names an app or an issuer."""
    for model in build.models():
        for name in ("kling", "jimeng", "goldman", "kuaishou"):
            assert name not in model.sql.lower()


def test_a_model_must_say_what_one_row_is(tmp_path: Path) -> None:
    """A model without its first line is refused, by name."""
    path = tmp_path / "silent.sql"
    path.write_text("select 1 as one")
    with pytest.raises(TrackerError, match=r"what one row is .*silent\.sql"):
        build._parse(path)


def test_no_money_is_a_float() -> None:
    """Values and dollars are decimals in every table."""
    with scratch() as connection:
        build.create_raw(connection)
        build.build(connection, fresh=True)
        assert (
            connection.execute(
                "select table_name, column_name, data_type from duckdb_columns()"
                " where schema_name in ('mart', 'raw') and data_type in ('DOUBLE', 'FLOAT')"
                " and (column_name like '%usd' or column_name like '%value%')"
            ).fetchall()
            == []
        )
        assert (
            connection.execute(
                "select column_name from duckdb_columns() where schema_name = 'mart'"
                " and data_type like 'TIMESTAMP%' and column_name like '%period%'"
            ).fetchall()
            == []
        )


@pytest.mark.long
def test_the_tables_can_be_attached_under_another_name(store: Store) -> None:
    """A client that attaches the file beside its own database reads and replays it."""
    published(store).close()
    path = store.link.resolve()
    with scratch() as connection:
        connection.execute(f"attach '{path}' as tracker (read_only)")
        for as_of in ("null", "date '2026-02-14'"):
            connection.execute(f"set variable as_of = {as_of}")
            for model in build.models():
                if as_of == "null" or model.kept:
                    connection.execute(f"from tracker.{model.name}").fetchall()


def test_the_fingerprint_follows_the_models(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Any change of a model or a raw table is another fingerprint."""
    before = build.fingerprint()
    assert build.fingerprint() == before
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "other.sql").write_text("-- One.\nselect 1 as one")
    monkeypatch.setattr(build, "HERE", tmp_path)
    assert build.fingerprint() != before
