"""Claims of growth, held against the series that shows it: agrees, misses, by how much."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse_fixtures import Row, built, day, estimate, figure, november, rows  # noqa: F401

pytestmark = pytest.mark.usefixtures("november")


def claim(value: float, bound: str = "approx", **over: Any) -> Row:
    """What a page says January grew by on December, in percent."""
    stated = {
        "metric": "revenue_growth_mom_pct", "unit": "percent", "basis": "none", "kind": "press",
        "quality": "secondary", "publisher": "Page", "bound": bound, "as_of": "2026-02-14",
    }  # fmt: skip
    return figure("2026-01", value, **{**stated, **over})


def tracked(january: float, source: str = "vendor", **over: Any) -> list[Row]:
    """December 100 and January, all platforms, the world."""
    world = {"platform": "all", "country": "WW", "source_id": source, **over}
    return [estimate("2025-12", 100, **world), estimate("2026-01", january, **world)]


VERDICT = "select verdict, round(misses_by, 6) from claims"


@pytest.mark.parametrize(
    ("january", "verdict"),
    [
        (130, ("agrees", None)),
        (150, ("agrees", None)),
        (129.6, ("agrees", None)),
        (129, ("misses", -0.01)),
        (160, ("misses", 0.1)),
    ],
)
def test_a_range_is_met_between_its_ends(
    tmp_path: Path, january: float, verdict: tuple[Any, ...]
) -> None:
    """Two figures of one page are one claim; an end is met within half a point."""
    warehouse = built(tmp_path, claim(30, "at_least"), claim(50), *tracked(january))
    assert warehouse.execute(VERDICT).fetchall() == [verdict]


def test_a_claim_tells_both_sides(tmp_path: Path) -> None:
    """The row has the claim with its page and the series with its source; invented is marked."""
    warehouse = built(tmp_path, claim(30, "at_least"), claim(50), *tracked(138, source="samples"))
    assert rows(warehouse, "select * exclude (snapshot_id, change) from claims") == [
        {"app_id": "kite", "metric": "revenue", "period_start": day("2026-01-01"),
         "period_end": day("2026-01-31"), "grain": "month", "compared": "mom",
         "low": Decimal("0.3"), "high": Decimal("0.5"), "bound": "at_least", "scope": None,
         "publisher": "Page",
         "address": "https://kite.example/results", "as_of": day("2026-02-14"),
         "change_bound": "exact", "verdict": "agrees", "misses_by": None, "unit": "USD",
         "basis": "gross", "series_source_id": "samples", "series_as_of": day("2026-01-31"),
         "source_id": "filings", "row_no": 2, "illustrative": True}
    ]  # fmt: skip


def test_a_floor_has_no_top(tmp_path: Path) -> None:
    """ "At least 30%" is met by any more, "about 30%" is not."""
    floor = built(tmp_path / "a", claim(30, "at_least"), *tracked(190))
    assert floor.execute(VERDICT).fetchall() == [("agrees", None)]
    about = built(tmp_path / "b", claim(30), *tracked(190))
    assert about.execute(VERDICT).fetchall() == [("misses", 0.6)]


def test_what_bounds_leave_open_is_open(tmp_path: Path) -> None:
    """A floor below the claim may still meet it; without a series there is nothing to compare."""
    low = built(tmp_path / "a", claim(30), *tracked(110)[:1], *tracked(110, bound="at_least")[1:])
    assert low.execute(VERDICT).fetchall() == [("open", -0.2)]
    alone = built(tmp_path / "b", claim(30), claim(90, kind="forecast", issuer="Bank"))
    assert alone.execute(VERDICT).fetchall() == [("nothing to compare", None)]


def test_a_quarter_is_held_against_the_reports(tmp_path: Path) -> None:
    """Quarter on quarter and year on year of what the company reported, of the same basis alone."""
    over = {"quality": "secondary", "publisher": "Page", "unit": "percent", "basis": "none",
            "kind": "press", "bound": "approx"}  # fmt: skip
    warehouse = built(
        tmp_path,
        figure("2025-Q2", 50),
        figure("2026-Q1", 80),
        figure("2026-Q2", 100),
        figure("2026-Q2", 25, metric="revenue_growth_qoq_pct", **over),
        figure("2026-Q2", 90, metric="revenue_growth_yoy_pct", **over),
    )
    assert warehouse.execute(
        "select compared, verdict, round(misses_by, 6) from claims order by compared"
    ).fetchall() == [("qoq", "agrees", None), ("yoy", "misses", 0.1)]
