"""Appfigures reports: flat, nested and CSV say the same; dollars as text; net beside gross."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from typing import Any

import pytest

from tests.ingest_fixtures import Desk
from tests.store_fixtures import VENDOR, counts, figures, of_format, passed_over

pytestmark = pytest.mark.usefixtures("on_one_core")

PLACED = ('platform = "all"', 'country = "WW"')
SAMPLES = (
    "appfigures_reports_sales.csv",
    "appfigures_reports_sales_flat.json",
    "appfigures_reports_sales_nested_product_date.json",
)


def point(day: str, **more: Any) -> dict[str, Any]:
    """One point of a sales report."""
    return {
        "downloads": 7,
        "re_downloads": 1,
        "net_downloads": 7,
        "revenue": "70.01",
        "gross_revenue": "100.02",
        "product_id": 280000000001,
        "date": day,
        **more,
    }


def values(desk: Desk) -> list[tuple[Any, ...]]:
    return figures(
        desk, "metric, basis, period_start::varchar, platform, country, value::varchar, unit"
    )


def truth(column: str) -> list[tuple[str, str, Decimal]]:
    """App, month and the sum over devices of a column of the truth."""
    sums: dict[tuple[str, str], Decimal] = {}
    with (VENDOR / "TRUTH_canonical.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            key = (row["app_key"], row["month"] + "-01")
            sums[key] = sums.get(key, Decimal(0)) + Decimal(row[column])
    return [(app, month, value) for (app, month), value in sorted(sums.items())]


@pytest.mark.parametrize("name", [*SAMPLES, "appfigures_reports_estimates_flat.json"])
def test_every_twin_says_the_truth(desk: Desk, name: str) -> None:
    """Flat, nested and CSV give the same months of the same apps, to the cent."""
    of_format(desk, "appfigures", *PLACED)
    assert desk.outcome("misleading.txt", (VENDOR / name).read_bytes()) == ("accepted", "")
    for metric, basis, column in (
        ("revenue", "net_of_store", "revenue_usd_net_of_store"),
        ("downloads", "none", "downloads"),
    ):
        assert desk.rows(
            "select app_id, period_start::varchar, value from raw.observation where"
            f" metric = '{metric}' and basis = '{basis}' and grain = 'month'"
            " and platform = 'all' and country = 'WW' order by all"
        ) == truth(column)


def test_the_twins_are_equal_in_every_column(desk: Desk) -> None:
    """What differs between the layouts is the row number of the CSV's header, nothing else."""
    loaded = []
    for name in SAMPLES:
        of_format(desk, "appfigures", *PLACED)
        desk.outcome(name, (VENDOR / name).read_bytes())
        [(newest,)] = desk.rows(
            "select snapshot_id from raw.snapshot order by fetched_at desc limit 1"
        )
        loaded.append(
            desk.rows(
                "select * exclude (row_no, snapshot_id) from raw.observation"
                f" where snapshot_id = '{newest}' order by all"
            )
        )
    assert len(loaded[0]) == 24
    assert loaded[0] == loaded[1] == loaded[2]


def test_net_and_gross_are_two_figures(desk: Desk) -> None:
    """One's own sales are reported; money is the text's dollars, exact."""
    of_format(desk, "appfigures", *PLACED)
    desk.outcome("r", json.dumps([point("2025-08-01"), point("2025-09-01", revenue="0.10")]))
    month = ("2025-08-01", "2025-08-31", "month", "all", "WW")
    assert figures(desk)[:3] == [
        (1, "kling", "downloads", *month, "7.0000", "downloads", "none", "reported"),
        (1, "kling", "revenue", *month, "100.0200", "USD", "gross", "reported"),
        (1, "kling", "revenue", *month, "70.0100", "USD", "net_of_store", "reported"),
    ]
    assert passed_over(desk) == ["re_downloads", "net_downloads"]


def test_estimates_are_estimates(desk: Desk) -> None:
    """They are a model's, net of the store, and never below zero."""
    of_format(desk, "appfigures", *PLACED)
    said = [
        {"start_date": f"2025-0{m}-01T00:00:00", "product_id": 280000000001, "revenue": "5"}
        for m in (8, 9)
    ]
    assert desk.outcome("e", json.dumps(said)) == ("accepted", "")
    assert figures(desk, "kind, basis, period_start::varchar") == [
        ("estimate", "net_of_store", "2025-08-01"),
        ("estimate", "net_of_store", "2025-09-01"),
    ]
    said[0]["revenue"] = "-5"
    outcome, why = desk.outcome("negative", json.dumps(said))
    assert (outcome, "revenue must not be negative" in why) == ("refused", True)


def test_refunds_may_put_own_sales_below_zero(desk: Desk) -> None:
    """A month in which more was paid back than paid is a true figure of the store."""
    of_format(desk, "appfigures", *PLACED)
    report = [point("2025-08-01", revenue="-3.50"), point("2025-09-01")]
    assert desk.outcome("r", json.dumps(report)) == ("accepted", "")
    assert ("revenue", "net_of_store", "2025-08-01", "all", "WW", "-3.5000", "USD") in values(desk)
    outcome, why = desk.outcome("r2", json.dumps([point("2025-08-01", downloads=-1), report[1]]))
    assert (outcome, "downloads must not be negative" in why) == ("refused", True)


GROUPS = {
    "date": ["2025-08-01", "2025-09-01"],
    "product_id": ["280000000001"],
    "country": ["US"],
    "store": ["apple"],
}


def nested(groups: tuple[str, ...], leaf: dict[str, Any]) -> dict[str, Any]:
    """A report grouped so; its rows do not repeat what the keys on the way say."""
    if not groups:
        return leaf
    return {key: nested(groups[1:], leaf) for key in GROUPS[groups[0]]}


@pytest.mark.parametrize(
    "groups",
    [
        ("date",),
        ("product_id", "date"),
        ("store", "date", "country"),
        ("country", "product_id", "date"),
    ],
)
def test_groups_fill_in_what_a_row_lacks(desk: Desk, groups: tuple[str, ...]) -> None:
    """Nested one to three deep, in any order, the keys are product, date, country and store."""
    of_format(desk, "appfigures", 'platform = "ios"', 'country = "US"')
    leaf = {key: value for key, value in point("").items() if key not in (*groups, "date")}
    assert desk.outcome("n.json", json.dumps(nested(groups, leaf))) == ("accepted", "")
    assert figures(desk, "row_no, app_id, period_start::varchar, platform, country")[::3] == [
        (1, "kling", "2025-08-01", "ios", "US"),
        (2, "kling", "2025-09-01", "ios", "US"),
    ]


def test_what_the_report_is_not_grouped_by_is_asked(desk: Desk) -> None:
    """Country and platform are neither in the file nor in the source: the file waits."""
    of_format(desk, "appfigures")
    outcome, said = desk.outcome("r", json.dumps([point("2025-08-01"), point("2025-09-01")]))
    assert (outcome, "which country do its figures cover" in said) == ("waiting", True)
    rows = [point(f"2025-0{m}-01", country="US", store="google_play") for m in (8, 9)]
    assert desk.outcome("grouped", json.dumps(rows)) == ("accepted", "")
    assert {(v[3], v[4]) for v in values(desk)} == {("android", "US")}


def test_stores_that_are_no_platform_of_ours_are_told(desk: Desk) -> None:
    """Amazon's is neither Apple's nor Google's; its rows are left out by name."""
    of_format(desk, "appfigures", 'country = "WW"')
    rows = [point(f"2025-0{m}-01", store=s) for m in (8, 9) for s in ("apple", "amazon_appstore")]
    assert desk.outcome("r", json.dumps(rows)) == ("accepted", "")
    assert {v[3] for v in values(desk)} == {"ios"}
    assert "rows of the stores amazon_appstore, no platform of ours" in passed_over(desk)


def test_nested_estimates_are_known_by_their_groups(desk: Desk) -> None:
    """Product and date may stand on the way to a row and nowhere in it."""
    of_format(desk, "appfigures", *PLACED)
    report = nested(("product_id", "date"), {"downloads": 5, "revenue": "1.50"})
    assert desk.outcome("n.json", json.dumps(report)) == ("accepted", "")
    assert figures(desk, "kind, metric, value::varchar")[:2] == [
        ("estimate", "downloads", "5.0000"),
        ("estimate", "revenue", "1.5000"),
    ]


@pytest.mark.parametrize("column", ["total", "ads"])
def test_advertising_that_cannot_be_read_is_refused(desk: Desk, column: str) -> None:
    """A total from which ads could not be taken is no figure of what customers paid."""
    of_format(desk, "appfigures.revenue", *PLACED)
    row = {"total": "100", "sales": "70", "iaps": "0", "ads": "30", "product_id": "280000000001"}
    rows = [row | {"date": f"2025-0{m}-01"} for m in (8, 9)]
    outcome, said = desk.outcome("r", json.dumps([rows[0], rows[1] | {column: "1.2.3"}]))
    assert (outcome, "'1.2.3'" in said) == ("refused", True)


@pytest.mark.parametrize(
    ("days", "grain"),
    [
        (["2025-09-30", "2025-10-01", "2025-10-02"], "day"),
        (["2025-09-01", "2025-09-08", "2025-09-15"], "week"),
        (["2025-08-01", "2025-09-01"], "month"),
        (["2023-01-01", "2024-01-01"], "year"),
    ],
)
def test_the_length_of_a_period_shows_by_its_dates(desk: Desk, days: list[str], grain: str) -> None:
    """No report says whether its dates are days or months; neighbours do."""
    of_format(desk, "appfigures", *PLACED)
    desk.outcome("r", json.dumps([point(day) for day in days]))
    assert {row for row in figures(desk, "grain")} == {(grain,)}


def test_one_date_alone_is_a_question(desk: Desk) -> None:
    """1 September may be a day or a month; with its last day stated it is known."""
    of_format(desk, "appfigures", *PLACED)
    outcome, said = desk.outcome("r", json.dumps([point("2025-09-01")]))
    assert (outcome, "which period do its figures cover" in said) == ("waiting", True)
    stated = point("2025-09-01", start_date="2025-09-01", end_date="2025-09-07")
    assert desk.outcome("r2", json.dumps([stated])) == ("accepted", "")
    assert figures(desk, "grain, period_end::varchar")[0] == ("week", "2025-09-07")


@pytest.mark.parametrize(
    ("as_of", "end", "complete"),
    [
        ("2025-10-25", "2025-10-25", False),
        ("2025-10-31", "2025-10-30", False),
        ("2025-11-01", "2025-10-31", True),
    ],
)
def test_the_last_month_is_whole_only_when_it_was_over(
    desk: Desk, as_of: str, end: str, complete: bool
) -> None:
    """A range that ends on the day it was said has an unfinished last point, even on the 31st."""
    of_format(desk, "appfigures", *PLACED, as_of=as_of)
    rows = [
        {"start_date": f"2025-{m}-01", "product_id": 280000000001, "downloads": 5}
        for m in ("09", "10")
    ]
    desk.outcome("e", json.dumps(rows))
    assert figures(desk, "period_end::varchar") == [("2025-09-30",), (end,)]
    assert desk.rows("select complete from monthly where month = '2025-10-01'") == [(complete,)]


def test_the_day_it_was_said_is_left_out(desk: Desk) -> None:
    """Half a day is not a day; the file tells that it was passed over."""
    of_format(desk, "appfigures", *PLACED, as_of="2025-10-03")
    rows = [point(day) for day in ("2025-10-01", "2025-10-02", "2025-10-03")]
    assert desk.outcome("r", json.dumps(rows)) == ("accepted", "")
    assert {row for row in figures(desk, "period_start::varchar")} == {
        ("2025-10-01",),
        ("2025-10-02",),
    }
    assert "rows of 2025-10-03, a day that was not over when it was said" in passed_over(desk)


def test_advertising_is_not_what_customers_paid(desk: Desk) -> None:
    """A revenue report's total less ads is net; its gross total is used only without ads."""
    of_format(desk, "appfigures", *PLACED)
    rows = [
        {"total": "100.10", "gross_total": "150", "ads": "30.05", "sales": "70.05", "iaps": "0"},
        {"total": "70.00", "gross_total": "100", "ads": "0.00", "sales": "70.00", "iaps": "0"},
    ]
    for row, day in zip(rows, ("2025-08-01", "2025-09-01"), strict=True):
        row |= {"date": day, "product_id": "280000000001"}
    assert desk.outcome("r", json.dumps(rows)) == ("accepted", "")
    assert [(v[1], v[2], v[5]) for v in values(desk)] == [
        ("net_of_store", "2025-08-01", "70.0500"),
        ("gross", "2025-09-01", "100.0000"),
        ("net_of_store", "2025-09-01", "70.0000"),
    ]


def test_missing_is_not_zero(desk: Desk) -> None:
    """A key that is absent, null or empty makes no figure; 0 does."""
    of_format(desk, "appfigures", *PLACED)
    bare = point("2025-08-01", revenue=None, gross_revenue="")
    del bare["downloads"]
    assert desk.outcome("r", json.dumps([bare, point("2025-09-01", revenue="0")])) == (
        "accepted",
        "",
    )
    assert [(v[1], v[2], v[5]) for v in values(desk)] == [
        ("none", "2025-09-01", "7.0000"),
        ("gross", "2025-09-01", "100.0200"),
        ("net_of_store", "2025-09-01", "0.0000"),
    ]


def test_a_bad_value_is_named_with_its_row(desk: Desk) -> None:
    """Row, column and text of a value that is no number are kept; counts add up."""
    of_format(desk, "appfigures", *PLACED, "rejected_share = 0.5")
    rows = [point("2025-07-01"), point("2025-08-01", revenue="1.2.3"), point("2025-09-01")]
    outcome, said = desk.outcome("r", json.dumps(rows))
    assert (outcome, "revenue must be a plain number" in said) == ("accepted_in_part", True)
    assert counts(desk) == [(3, 2, 1, 0, 0)]
    assert desk.rows("select row_no, column_name, value from raw.rejected_row") == [
        (2, "revenue", "1.2.3")
    ]


ODD = {
    "cut off": ('{"280000000001": {"2025-08-01": {"downloads": 1, "net_downloads": 1, "rev', ""),
    "a key twice": (
        '{"280000000001": {"2025-08-01": {"downloads": 1, "downloads": 2, "revenue": "1",'
        ' "net_downloads": 1}}}',
        "stands in it twice",
    ),
    "a list inside": (
        '{"280000000001": [{"downloads": 1, "revenue": "1", "gross_revenue": "1"}]}',
        "no object of figures",
    ),
}


@pytest.mark.parametrize("case", ODD)
def test_odd_json_is_refused_with_its_reason(desk: Desk, case: str) -> None:
    """Nothing of it is loaded, and nothing breaks."""
    content, reason = ODD[case]
    of_format(desk, "appfigures.sales", *PLACED)
    outcome, said = desk.outcome("odd.json", content)
    assert (outcome, reason in said) == ("refused", True)


def test_a_product_nobody_knows_is_a_question(desk: Desk) -> None:
    """Appfigures' ids are matched through the listings of config/apps.toml."""
    of_format(desk, "appfigures", *PLACED)
    rows = [point(f"2025-0{m}-01", product_id=41) for m in (8, 9)]
    outcome, said = desk.outcome("r", json.dumps(rows))
    assert (outcome, "which apps of config/apps.toml are '41'" in said) == ("waiting", True)


def product(number: int, store: str) -> dict[str, Any]:
    """A product as older answers put it into each row."""
    return {"id": number, "store_id": 0, "store_name": store, "name": "Kling {AI}", "addons": []}


@pytest.mark.parametrize("groups", ["dates+products", "products+dates"])
def test_a_product_within_a_row_tells_its_id_and_its_store(desk: Desk, groups: str) -> None:
    """As the API answers it: the row is the object with the figures, not the one in it."""
    of_format(desk, "appfigures", 'country = "WW"')
    row = {"downloads": 29, "net_downloads": 26, "revenue": "100.99", "gift_redemptions": 1}
    days = ("2025-09-01", "2025-09-02")
    nested: dict[str, Any] = {}
    for day in days:
        held = {**row, "product": product(280000000001, "apple")}
        outer, inner = (
            (day, "280000000001") if groups == "dates+products" else ("280000000001", day)
        )
        nested.setdefault(outer, {})[inner] = held
    assert desk.outcome("report.json", json.dumps(nested)) == ("accepted", "")
    assert sorted(values(desk)) == [
        (metric, basis, day, "ios", "WW", value, unit)
        for metric, basis, value, unit in (
            ("downloads", "none", "29.0000", "downloads"),
            ("revenue", "net_of_store", "100.9900", "USD"),
        )
        for day in days
    ]


def test_a_country_is_taken_by_its_code(desk: Desk) -> None:
    """Beside its name: by country the API gives both."""
    of_format(desk, "appfigures", 'platform = "ios"')
    rows = [point(day, country="United States", iso="US") for day in ("2025-09-01", "2025-09-02")]
    assert desk.outcome("report.json", json.dumps(rows)) == ("accepted", "")
    assert {row[4] for row in values(desk)} == {"US"}


@pytest.mark.parametrize(
    "content",
    [
        {"downloads": 614, "updates": 2, "net_downloads": 614, "revenue": "0.00"},
        {"US": {"downloads": 213, "net_downloads": 213, "revenue": "0.00", "iso": "US"}},
    ],
)
def test_a_report_of_no_product_says_how_to_group_it(desk: Desk, content: Any) -> None:
    """A sum of all that an account has belongs to no app."""
    of_format(desk, "appfigures", *PLACED)
    outcome, said = desk.outcome("report.json", json.dumps(content))
    assert (outcome, "group_by=dates,products" in said) == ("refused", True), said
