"""Apps beside each other: shares of a stated set, ratios, two sources, markets, releases."""

# ruff: noqa: F811 -- a test names the fixture it takes

from pathlib import Path
from typing import Any

import pytest

from tests.warehouse_fixtures import (  # noqa: F401
    SOURCES,
    Row,
    Store,
    built,
    day,
    days,
    estimate,
    figure,
    november,
    published,
    rows,
    store,
    write_snapshot,
    write_watchlist,
)

pytestmark = pytest.mark.usefixtures("november")

USERS: dict[str, Any] = {"metric": "mau", "unit": "users", "basis": "none"}


def app(app_id: str, **over: Any) -> Row:
    """One app of the watch list."""
    return {"app_id": app_id, "name_en": app_id.title(), "name_zh": None, "kind": "app",
            "publisher": f"{app_id.title()} Ltd", "ticker": None, "position": 1, "tracked": True,
            "colour": None, **over}  # fmt: skip


TWO = [app("kite"), app("rival", position=2)]
SHARES = "select app_id, share, share_bound, apps, apps_missing, caveat from share order by app_id"


def test_shares_of_the_tracked_set_add_up(tmp_path: Path) -> None:
    """Three quarters and one quarter; an app that is not tracked is left out, and said to be."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 75),
        estimate("2026-01", 25, app_id="rival"),
        estimate("2026-01", 900, app_id="other"),
        apps=[*TWO, app("other", tracked=False)],
        sources=[{"covers": "mobile stores alone", **source} for source in SOURCES],
    )
    columns = "app_id, share, share_bound, set_value, leaves_out"
    assert rows(warehouse, f"select {columns} from share order by app_id") == [
        {"app_id": name, "share": part, "share_bound": "exact", "set_value": 100,
         "leaves_out": "apps that are not tracked; this app's source: mobile stores alone"}
        for name, part in (("kite", 0.75), ("rival", 0.25))
    ]  # fmt: skip


def test_a_missing_app_makes_shares_at_most(tmp_path: Path) -> None:
    """What the third app would add can only make the others' parts smaller."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 75),
        estimate("2026-01", 25, app_id="rival"),
        estimate("2026-02", 1, app_id="rival"),
        apps=[*TWO, app("third", position=3)],
    )
    found = rows(
        warehouse,
        "select month, app_id, share, share_bound, apps_missing, caveat,"
        " leaves_out like '%no such figure of%Third%' as named from share order by month, app_id",
    )
    assert [tuple(row.values()) for row in found] == [
        (day("2026-01-01"), "kite", 0.75, "at_most", 1, None, True),
        (day("2026-01-01"), "rival", 0.25, "at_most", 1, None, True),
        (day("2026-02-01"), "rival", None, None, 2, "no other tracked app has such a figure", True),
    ]


def test_bounds_go_through_a_share(tmp_path: Path) -> None:
    """At least 75 beside exactly 25 is at least three quarters, and at most one for the other."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 75, bound="at_least"),
        estimate("2026-01", 25, app_id="rival"),
        apps=TWO,
    )
    assert [row["share_bound"] for row in rows(warehouse, SHARES)] == ["at_least", "at_most"]


def test_unlike_figures_have_no_share_of_each_other(tmp_path: Path) -> None:
    """Gross beside net, a report beside an estimate, real beside invented, a part month: none."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 75),
        estimate("2026-01", 25, app_id="rival", basis="net_of_store"),
        estimate("2026-02", 75),
        estimate("2026-02", 25, app_id="rival", source_id="samples"),
        *days("2026-03-01", [1] * 30),
        *days("2026-03-01", [1] * 31, app_id="rival", source_id="samples"),
        apps=TWO,
    )
    assert {row["share"] for row in rows(warehouse, SHARES)} == {None}
    other = built(
        tmp_path / "kinds",
        estimate("2026-01", 75),
        estimate("2026-01", 25, app_id="rival", kind="reported"),
        apps=TWO,
    )
    assert [row["share"] for row in rows(other, SHARES)] == [None, None]


def test_users_are_not_people(tmp_path: Path) -> None:
    """A share of monthly users says that one person may use both apps."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 3, **USERS),
        estimate("2026-01", 1, app_id="rival", **USERS),
        apps=TWO,
    )
    assert [row["caveat"] for row in rows(warehouse, SHARES)] == [
        "users are not people: one person may use several of the apps"
    ] * 2


def test_revenue_for_each_user_and_download_by_basis(tmp_path: Path) -> None:
    """A row a basis and divisor, complete months only, and two sources are said."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 100),
        estimate("2026-01", 70, basis="net_of_store"),
        estimate("2026-01", 50, bound="at_least", **USERS),
        estimate("2026-01", 20, metric="downloads", unit="downloads", basis="none",
                 source_id="other-vendor"),
        *days("2026-02-01", [1] * 10),
        estimate("2026-02", 50, **USERS),
    )  # fmt: skip
    found = rows(
        warehouse,
        "select month, per, basis, cast(ratio as double) as ratio, ratio_bound, caveat from ratios"
        " order by per, basis",
    )
    two = "two sources are divided, which may count differently"
    january = day("2026-01-01")
    assert [tuple(row.values()) for row in found] == [
        (january, "downloads", "gross", 5.0, "exact", two),
        (january, "downloads", "net_of_store", 3.5, "exact", two),
        (january, "mau", "gross", 2.0, "at_most", None),
        (january, "mau", "net_of_store", 1.4, "at_most", None),
    ]


RANKS = [
    {"source_id": "vendor", "metric": "*", "rank": 1},
    {"source_id": "other-vendor", "metric": "*", "rank": 2},
]


def test_two_sources_stand_side_by_side(tmp_path: Path) -> None:
    """Both values, the spread, the ratio and how it moved; other bases are no comparison."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 100),
        estimate("2026-02", 100),
        estimate("2026-01", 110, source_id="other-vendor"),
        estimate("2026-02", 80, source_id="other-vendor", bound="at_least"),
        estimate("2026-02", 60, source_id="other-vendor", basis="net_of_store"),
        source_ranks=RANKS,
    )
    found = rows(
        warehouse,
        "select month, source_id, other_source_id, is_shown, value, other_value, difference,"
        " round(spread, 6) as spread, ratio, ratio_bound, previous_ratio,"
        " round(ratio_change, 6) as ratio_change, caveat from reconciliation order by month",
    )
    assert [tuple(row.values()) for row in found] == [
        (day("2026-01-01"), "vendor", "other-vendor", True, 100, 110, 10, 0.1, 1.1, "exact",
         None, None, None),
        (day("2026-02-01"), "vendor", "other-vendor", True, 100, 80, -20, 0.25, 0.8, "at_least",
         1.1, -0.3, None),
    ]  # fmt: skip


def test_other_days_have_no_spread(tmp_path: Path) -> None:
    """A part month beside a month: both shown, no ratio."""
    warehouse = built(
        tmp_path,
        *days("2026-02-01", [1] * 10),
        estimate("2026-02", 80, source_id="other-vendor"),
        source_ranks=RANKS,
    )
    assert rows(
        warehouse,
        "select value, other_value, ratio, spread, difference, caveat from reconciliation",
    ) == [
        {"value": 10, "other_value": 80, "ratio": None, "spread": None, "difference": None,
         "caveat": "the two cover different days: no spread"}
    ]  # fmt: skip


def test_a_store_report_stands_beside_the_estimate_it_replaces(tmp_path: Path) -> None:
    """What monthly leaves out, by kind or by scope, is here beside what it shows."""
    warehouse = built(
        tmp_path,
        estimate("2026-01", 100),
        estimate("2026-01", 90, kind="reported"),
        estimate("2026-01", 40, kind="reported", scope="subscriptions"),
    )
    found = rows(
        warehouse,
        "select kind, scope, other_kind, other_scope, is_shown, value, other_value, caveat"
        " from reconciliation order by value, other_value, kind",
    )
    assert [tuple(row.values()) for row in found] == [
        ("reported", None, "reported", "subscriptions", True, 90, 40,
         "the two cover different things"),
        ("reported", None, "estimate", None, True, 90, 100,
         "a model's figure beside a store's own"),
        ("estimate", None, "reported", "subscriptions", False, 100, 40,
         "the two cover different things"),
    ]  # fmt: skip


def tam(year: int, value: float, **over: Any) -> Row:
    """What a bank says the market comes to in a year."""
    said = {"issuer": "Bank", "as_of": "2026-02-14", "scope": "all of it", "bound": "approx"}
    market = {"app_id": "market", "metric": "tam", "basis": "none", "kind": "forecast"}
    return figure(str(year), value, **{**market, **said, "quality": "secondary", **over})


def test_a_market_between_two_stated_years_is_interpolated(tmp_path: Path) -> None:
    """100 in 2025 and 1600 in 2029 double each year; the ends are stated, the rest is marked."""
    warehouse = built(tmp_path, tam(2025, 100), tam(2029, 1600), tam(2027, 7, issuer="Other"))
    found = rows(
        warehouse,
        "select issuer, extract(year from year_start) as year, value, is_interpolated, bound,"
        " round(compound_growth, 9) as growth, from_year, to_year from market order by all",
    )
    assert [tuple(row.values()) for row in found] == [
        ("Bank", 2025, 100, False, "approx", None, 2025, 2025),
        ("Bank", 2026, 200, True, "approx", 1.0, 2025, 2029),
        ("Bank", 2027, 400, True, "approx", 1.0, 2025, 2029),
        ("Bank", 2028, 800, True, "approx", 1.0, 2025, 2029),
        ("Bank", 2029, 1600, False, "approx", 1.0, 2029, 2029),
        ("Other", 2027, 7, False, "approx", None, 2027, 2027),
    ]


def test_a_revised_end_moves_the_path_from_its_day_on(store: Store) -> None:
    """Before the revision the path leads to the value that stood then."""
    write_snapshot(store, "filings", observation=[
        tam(2025, 100), tam(2027, 400), tam(2027, 900, as_of="2026-06-01"),
    ])  # fmt: skip
    query = "select cast(value as double) as value, as_of from market order by year_start"
    assert [row["value"] for row in rows(published(store), query)] == [100, 300, 900]
    assert rows(published(store, "2026-05-31"), query)[1] == {
        "value": 200, "as_of": day("2026-02-14")
    }  # fmt: skip


def test_an_app_has_its_share_of_each_path(tmp_path: Path) -> None:
    """Four quarters at least 10 of about 100: at least a tenth; an untracked company has none."""
    quarters = [figure(f"2025-Q{n}", 2.5, bound="at_least") for n in (1, 2, 3, 4)]
    parent = [figure("2025", 90, app_id="parent")]
    warehouse = built(
        tmp_path,
        *quarters,
        *parent,
        tam(2025, 100),
        tam(2027, 400),
        apps=[app("kite"), app("parent", kind="company", tracked=False)],
    )  # fmt: skip
    assert rows(
        warehouse,
        "select app_id, market_id, issuer, value, taken_from, share, share_bound, is_interpolated,"
        " is_converted from market_share",
    ) == [
        {"app_id": "kite", "market_id": "market", "issuer": "Bank", "value": 10,
         "taken_from": "four quarters", "share": 0.1, "share_bound": "at_least",
         "is_interpolated": False, "is_converted": False}
    ]  # fmt: skip


def event(on: str, words: str, app_id: str = "kite", kind: str = "model_release") -> Row:
    """One thing that happened."""
    return {"event_date": day(on), "app_id": app_id, "event": words, "kind": kind,
            "address": "https://kite.example/news", "as_of": day(on)}  # fmt: skip


def test_standings_and_prices_are_facts_beside_releases(store: Store) -> None:
    """Leaderboard, comparison and price with who ran them and the last release by that day."""
    said = {"basis": "none", "scope": "Arena, Kite 2"}
    write_snapshot(store, "filings", observation=[
        figure("2026-02-10", 1200, metric="elo", unit="elo", **said),
        figure("2026-02-10", 3, metric="benchmark_rank", unit="rank", **said),
        figure("2026-03-10", 180, metric="win_ratio_pct", unit="percent", note="vendor-run test",
               basis="none", scope="Kite 2 against Rival"),
        figure("2026-03-10", "0.08", metric="api_price_per_second", unit="USD", **said),
        figure("2026-03-10", 90, metric="target_price", unit="USD", **said),
        figure("2026-03-10", 30, metric="price_cut_pct", unit="percent", **said),
        figure("2026-03-10", 9, metric="elo", unit="elo", kind="forecast", **said),
    ])  # fmt: skip
    write_snapshot(store, "news", event=[
        event("2026-02-01", "Kite 2"), event("2026-03-05", "Kite 2.1"),
        event("2026-03-06", "Cheaper", kind="pricing"), event("2026-04-01", "Kite 3"),
    ])  # fmt: skip
    found = rows(
        published(store),
        "select measure, metric, ran_by, release, days_after_release from benchmarks order by all",
    )
    assert [tuple(row.values()) for row in found] == [
        ("comparison", "win_ratio_pct", "its own maker", "Kite 2.1", 5),
        ("leaderboard", "benchmark_rank", "the leaderboard named in scope", "Kite 2", 9),
        ("leaderboard", "elo", "the leaderboard named in scope", "Kite 2", 9),
        ("price", "api_price_per_second", None, "Kite 2.1", 5),
    ]


def test_a_leaderboard_feed_is_dated_facts_too(store: Store) -> None:
    """Points of a feed are shown as they were said, and not summed into months."""
    write_snapshot(store, "vendor", observation=[
        figure(f"2026-02-{n}", 1200 + n, metric="elo", unit="elo", basis="none", kind="estimate",
               scope="text-to-video: Kite 2")
        for n in (10, 11)
    ])  # fmt: skip
    warehouse = published(store)
    assert rows(warehouse, "select fact_date, value, release from benchmarks order by all") == [
        {"fact_date": day("2026-02-10"), "value": 1210, "release": None},
        {"fact_date": day("2026-02-11"), "value": 1211, "release": None},
    ]
    assert rows(warehouse, "from monthly") == []


def test_three_months_before_and_after_a_release(store: Store) -> None:
    """April's release: December to March before, March to June after, and not as a cause."""
    world = {"platform": "all", "country": "WW"}
    values = {"2025-12": 100, "2026-03": 110, "2026-06": 165}
    write_snapshot(store, "vendor", observation=[
        estimate(month, value, **world) for month, value in values.items()
    ])  # fmt: skip
    write_snapshot(store, "news", event=[
        event("2026-04-15", "Kite 3"), event("2026-05-02", "Kite 3.1"),
        event("2026-04-20", "Results", kind="results"),
    ])  # fmt: skip
    found = rows(
        published(store),
        "select event, value_start, value_before, value_after,"
        " round(change_before, 6) as change_before, round(change_after, 6) as change_after,"
        " round(difference, 6) as difference, change_after_bound, other_releases, caveat"
        " from event_study",
    )
    assert found == [
        {"event": "Kite 3", "value_start": 100, "value_before": 110, "value_after": 165,
         "change_before": 0.1, "change_after": 0.5, "difference": 0.4,
         "change_after_bound": "exact", "other_releases": 1,
         "caveat": "what happened around the release, not what it caused;"
                   " other releases fall into the same months: 1"}
    ]  # fmt: skip


def test_months_that_are_not_in_leave_the_change_open(store: Store) -> None:
    """On the day of the release the months after are unknown, and the row says so."""
    world = {"platform": "all", "country": "WW"}
    write_snapshot(store, "vendor", observation=[
        estimate("2026-03", 110, **world), estimate("2026-06", 165, **world),
    ])  # fmt: skip
    write_watchlist(store, apps=[app("kite"), app("engine", kind="model", publisher="Kite Ltd")])
    write_snapshot(store, "news", event=[event("2026-04-15", "Engine 2", app_id="engine")])
    assert rows(
        published(store, "2026-04-15"),
        "select app_id, released_id, change_before, change_after, caveat from event_study",
    ) == [
        {"app_id": "kite", "released_id": "engine", "change_before": None, "change_after": None,
         "caveat": "what happened around the release, not what it caused;"
                   " the months after are not all in; the months before are not all in"}
    ]  # fmt: skip
