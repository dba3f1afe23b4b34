"""Figures that stand twice in a file: few rows in, every pair out, as plain Python counts them."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from random import Random
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import proof
from ingest.verdicts import Rows
from warehouse.store import scratch


class Figure(NamedTuple):
    """A whole month of a file."""

    app_id: str
    platform: str
    country: str
    month: int
    value: float
    metric: str = "revenue"
    unit: str = "USD"


def asked(figures: list[Figure]) -> Rows:
    """What the query finds in the figures of one file."""
    with scratch() as connection:
        connection.execute(
            "create temp table incoming (app_id varchar, platform varchar, country varchar,"
            " month integer, value decimal(38, 4), metric varchar, unit varchar,"
            " basis varchar default 'gross')"
        )
        row = "insert into incoming by position values (?, ?, ?, ?, ?, ?, ?, default)"
        connection.executemany(row, figures)
        return proof._rows(connection, "repeated")


def counted(figures: list[Figure]) -> Rows:
    """The same, pair by pair."""
    pairs = defaultdict[tuple[str, str, str, str], list[tuple[float, float]]](list)
    for a, b in combinations(sorted(f for f in figures if f.value >= 1000), 2):
        if (a.metric, a.unit, a.month) != (b.metric, b.unit, b.month):
            continue
        differing = [
            (of_two, *sorted((a[at], b[at])))
            for at, of_two in enumerate(("apps", "platforms", "countries"))
            if a[at] != b[at]
        ]
        if len(differing) == 1 and not {"all", "WW"} & set(differing[0][1:]):
            of_two, one, another = differing[0]
            pairs[a.metric, of_two, one, another].append((a.value, b.value))
    return [
        (*pair, sum(one == other for one, other in values), len(values))
        for pair, values in sorted(pairs.items())
        if len({one for one, other in values if one == other}) >= 3
    ]


@pytest.mark.parametrize(
    ("one", "other", "of_two", "names"),
    [
        (("a's", "ios", "US"), ("b =1", "ios", "US"), "apps", ("a's", "b =1")),
        (("a", "android", "US"), ("a", "ios", "US"), "platforms", ("android", "ios")),
        (("a", "ios", "CN"), ("a", "ios", "US"), "countries", ("CN", "US")),
    ],
)
def test_three_months_alike_of_four_are_found(
    one: tuple[str, str, str], other: tuple[str, str, str], of_two: str, names: tuple[str, str]
) -> None:
    """The pair is named, with how many months are alike, of how many."""
    figures = [Figure(*side, month, 1000 * month) for side in (one, other) for month in (1, 2, 3)]
    figures += [Figure(*one, 4, 4000), Figure(*other, 4, 4001)]
    assert asked(figures) == [("revenue", of_two, *names, 3, 4)]


@pytest.mark.parametrize(
    ("other", "values"),
    [
        (("a", "all", "US"), (1000, 2000, 3000)),  # a whole and its only part
        (("a", "ios", "WW"), (1000, 2000, 3000)),
        (("a", "ios", "CN"), (1000, 2000, 2000)),  # the same by chance or by rounding
        (("a", "ios", "CN"), (999.1, 999.2, 999.3)),  # so small that many are alike
        (("b", "ios", "CN"), (1000, 2000, 3000)),  # another app elsewhere
    ],
)
def test_what_may_well_be_alike_is_not(
    other: tuple[str, str, str], values: tuple[float, ...]
) -> None:
    """Nothing is said of wholes, of few values, of small ones, of two that differ in more."""
    figures = [
        Figure(*side, month, value)
        for side in (("a", "ios", "US"), other)
        for month, value in enumerate(values)
    ]
    assert asked(figures) == []


PLACES = st.builds(
    Figure,
    st.sampled_from(["a", "a ios", "b"]),
    st.sampled_from(["ios", "android", "all"]),
    st.sampled_from(["US", "CN", "WW"]),
    st.integers(1, 5),
    st.just(0),
    st.sampled_from(["revenue", "downloads"]),
    st.sampled_from(["USD", "EUR"]),
)


@settings(max_examples=40, deadline=None)
@given(st.sets(PLACES, min_size=40, max_size=200), st.randoms(use_true_random=False))
def test_every_pair_is_counted_as_in_plain_python(places: set[Figure], chance: Random) -> None:
    """Whatever stands in the file."""
    values = [999, 1000, *(1000 + place for place in range(1, 5))]
    figures = [
        place._replace(value=values[place.month] if chance.random() < 0.8 else 1000)
        for place in sorted(places)
    ]
    assert asked(figures) == counted(figures)
