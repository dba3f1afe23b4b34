"""Anyone's apps: another watch list runs the same pages, and nothing of the first one shows."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from ingest import __main__ as command
from tests.page_fixtures import PROJECT, Screen
from tests.warehouse_fixtures import day
from warehouse.paths import Store
from warehouse.store import newest, open_version

EXAMPLE = PROJECT / "config" / "examples" / "two-listed"


@pytest.fixture(scope="module")
def two_listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The second configuration, loaded by the command a person would type."""
    data = tmp_path_factory.mktemp("two-listed") / "data"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_ROOT", str(EXAMPLE))
        patch.setenv("TRACKER_DATA", str(data))
        patch.setenv("TRACKER_TODAY", "2026-11-24")
        assert command.main(["run"]) == 0
        yield data


def warehouse(data: Path) -> duckdb.DuckDBPyConnection:
    """The newest version of a data folder."""
    return open_version(newest(Store(data)))


def test_the_example_loads_whole(two_listed: Path) -> None:
    """Every row is accepted; the invented feed is marked so, the public figures are not."""
    with warehouse(two_listed) as connection:
        assert connection.execute(
            "select source_id, rows_rejected, illustrative from loads"
            " where source_id <> 'ecb-rates' order by source_id"
        ).fetchall() == [("disclosures", 0, False), ("invented-feed", 0, True)]
        assert connection.execute(
            "select app_id, quarter_start, cast(value / 1e6 as double), bound from quarters"
            " where quarter_start >= date '2025-01-01' order by all"
        ).fetchall() == [
            ("bumble", day("2025-04-01"), 248.2, "approx"),
            ("bumble", day("2025-07-01"), 246.2, "approx"),
            ("duolingo", day("2025-01-01"), 230.743, "exact"),
            ("duolingo", day("2025-04-01"), 252.3, "approx"),
            ("duolingo", day("2025-07-01"), 271.7, "approx"),
        ]


@pytest.mark.parametrize(
    ("page", "says"), [("pace", "US$1,027.5M"), ("growth", "Bumble"), ("data", "invented-feed")]
)
def test_each_page_shows_the_other_apps(two_listed: Path, page: str, says: str) -> None:
    """Each page runs on the second configuration, and names no app of the first."""
    text = Screen(two_listed, page).text
    assert says in text
    for name in ("Kling", "可靈", "Jimeng", "即夢", "Kuaishou", "Goldman"):
        assert name not in text
