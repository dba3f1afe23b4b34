"""Each model is one select that another engine can run: SQLGlot carries it to Spark SQL.

No Spark is started here: a text is carried when SQLGlot knows each part of it, finds nothing that
Spark lacks, and reads the Spark text back as one select.
"""

import pytest
import sqlglot
from sqlglot import exp
from sqlglot.errors import ErrorLevel

from warehouse import build

#: What cannot be carried, and why. Everything else must be.
NOT_CARRIED = {
    "known": "reads the session's knowledge date: getvariable",
    "known_event": "reads the session's knowledge date: getvariable",
    "known_fx": "reads the session's knowledge date: getvariable",
    "knowledge": "reads the session's knowledge date: getvariable",
    "withdrawn": "reads the session's knowledge date: getvariable",
    "contradictions": "lists what each file says with string_agg(distinct …) over a window",
}
#: Functions that Spark SQL has since 3.0 and SQLGlot passes on by name.
OF_SPARK = {"bit_count", "make_date"}

MODELS = {model.name: model for model in build.models()}


def carried(name: str) -> exp.Expression:
    """The model as Spark SQL, read back; raises UnsupportedError or ParseError when it is not."""
    (text,) = sqlglot.transpile(
        MODELS[name].sql, read="duckdb", write="spark", unsupported_level=ErrorLevel.RAISE
    )
    return sqlglot.parse_one(text, read="spark")


def stumbling_blocks(name: str) -> set[str]:
    """What of the carried text Spark has not got."""
    tree = carried(name)
    unknown = {node.name.lower() for node in tree.find_all(exp.Anonymous)} - OF_SPARK
    over_windows = {
        "distinct list over a window"
        for window in tree.find_all(exp.Window)
        if isinstance(window.this, exp.WithinGroup) and window.this.find(exp.Distinct)
    }
    from_functions = {
        "a function in from"
        for source in tree.find_all(exp.From)
        if isinstance(source.this, exp.Func | exp.Explode)
    }
    return unknown | over_windows | from_functions


@pytest.mark.parametrize("name", sorted(set(MODELS) - set(NOT_CARRIED)))
def test_a_model_is_one_select_of_spark_too(name: str) -> None:
    """The same text, carried, is one select with nothing in it that Spark lacks."""
    assert isinstance(carried(name), exp.Select | exp.SetOperation)
    assert stumbling_blocks(name) == set()


@pytest.mark.parametrize("name", sorted(NOT_CARRIED))
def test_what_is_not_carried_is_named_for_a_reason_that_holds(name: str) -> None:
    """A model leaves the list as soon as nothing keeps it there."""
    assert stumbling_blocks(name), NOT_CARRIED[name]


def test_a_word_of_duckdb_alone_is_noticed() -> None:
    """The check sees a function Spark does not have."""
    tree = sqlglot.parse_one(sqlglot.transpile("select getvariable('x')", "duckdb", "spark")[0])
    assert [node.name.lower() for node in tree.find_all(exp.Anonymous)] == ["getvariable"]
