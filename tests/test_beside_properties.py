"""Shares, ratios and spreads against plain Python: equal, and no bound that the truth breaks."""

import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse_fixtures import Row, built, estimate, november, rows  # noqa: F401

pytestmark = [pytest.mark.usefixtures("november"), pytest.mark.long]

APPS = ("kite", "rival", "third")
WATCHED = [
    {"app_id": name, "name_en": name, "kind": "app", "tracked": True, "position": place}
    for place, name in enumerate(APPS)
]
#: Value, bound, and the truth as a multiple of the value that the bound allows.
SAID = st.one_of(
    st.tuples(st.integers(1, 10**6), st.just("exact"), st.just(1.0)),
    st.tuples(st.integers(1, 10**6), st.just("at_least"), st.floats(1, 5)),
    st.tuples(st.integers(1, 10**6), st.just("at_most"), st.floats(0, 1)),
)
#: One country: what is said of each app's revenue (None: nothing, and the truth of it) and users.
COUNTRY = st.tuples(
    *[st.one_of(SAID, st.tuples(st.none(), st.just("exact"), st.floats(0, 10**6)))] * 3, SAID
)


def figures(cases: list[Any]) -> list[Row]:
    """A country each: revenue of three apps, and users of the first from the same vendor."""
    found = []
    for number, (*said, users) in enumerate(cases):
        place = {"country": f"C{number}"}
        for app, (value, bound, _truth) in zip(APPS, said, strict=True):
            if value is not None:
                found.append(estimate("2026-01", value, app_id=app, bound=bound, **place))
        counted = {"metric": "mau", "unit": "users", "basis": "none", "bound": users[1]}
        found.append(estimate("2026-01", users[0], **counted, **place))
    return found


def truth(value: int | None, multiple: float) -> float:
    """What the figure really was: within its bound, or anything where nothing was said."""
    return multiple if value is None else value * multiple


def holds(bound: str, stated: float, true: float) -> bool:
    """Whether a stated figure with this bound allows the truth."""
    slack = 1e-9 * max(1.0, stated)
    return {
        "exact": abs(true - stated) <= slack,
        "at_least": true >= stated - slack,
        "at_most": true <= stated + slack,
        "unknown": True,
    }[bound]


@settings(max_examples=4, deadline=None)
@given(cases=st.lists(COUNTRY, min_size=30, max_size=60))
def test_shares_and_ratios_are_those_of_plain_python(cases: list[Any]) -> None:
    """Share of what is known, users as divisor, and no bound that the truth can break."""
    with tempfile.TemporaryDirectory() as folder:
        warehouse = built(Path(folder), *figures(cases), apps=WATCHED)
        of_revenue = rows(warehouse, "from share where unit = 'USD'")
        shares = {(row["country"], row["app_id"]): row for row in of_revenue}
        ratios = {row["country"]: row for row in rows(warehouse, "from ratios")}
    for number, (*said, users) in enumerate(cases):
        country = f"C{number}"
        known = [value for value, _, _ in said if value is not None]
        true_total = sum(truth(value, multiple) for value, _, multiple in said)
        for app, (value, _bound, multiple) in zip(APPS, said, strict=True):
            if value is None:
                assert (country, app) not in shares
                continue
            row = shares[country, app]
            assert row["set_value"] == Decimal(sum(known)) and row["apps"] == len(known)
            if len(known) < 2:
                assert row["share"] is None
                continue
            assert abs(row["share"] - value / sum(known)) < 1e-12
            if true_total > 0:
                true_share = truth(value, multiple) / true_total
                assert holds(row["share_bound"], row["share"], true_share), row
        revenue, _bound, multiple = said[0]
        assert (country in ratios) == (revenue is not None)
        if revenue is not None:
            row = ratios[country]
            assert abs(float(row["ratio"]) - revenue / users[0]) <= 1e-6
            if users[2] > 0:
                true = truth(revenue, multiple) / truth(users[0], users[2])
                assert holds(row["ratio_bound"], revenue / users[0], true), row


@settings(max_examples=3, deadline=None)
@given(pairs=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=20))
def test_spread_and_ratio_are_those_of_plain_python(pairs: list[tuple[int, int]]) -> None:
    """Larger over smaller less one, second over first; nothing is divided by nothing."""
    both = [
        estimate("2026-01", value, country=f"C{n}", source_id=source)
        for n, pair in enumerate(pairs)
        for value, source in zip(pair, ("vendor", "other-vendor"), strict=True)
    ]
    ranks = [{"source_id": "vendor", "metric": "*", "rank": 1}]
    with tempfile.TemporaryDirectory() as folder:
        warehouse = built(Path(folder), *both, source_ranks=ranks)
        found = {row["country"]: row for row in rows(warehouse, "from reconciliation")}
    assert len(found) == len(pairs)
    for number, (first, second) in enumerate(pairs):
        row = found[f"C{number}"]
        assert (row["value"], row["other_value"]) == (first, second)
        assert row["difference"] == second - first
        assert row["ratio"] == (None if not first else pytest.approx(second / first))
        small, large = sorted((first, second))
        assert row["spread"] == (None if not small else pytest.approx(large / small - 1, abs=1e-9))
