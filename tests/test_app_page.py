"""What an app's own page says, that its figures are the tables', and that mentions lead to it."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app_pages import formats
from tests.page_fixtures import TAG, Screen
from warehouse.paths import Store
from warehouse.store import as_known_on, newest, open_version

pytest_plugins = ["tests.page_states"]

BADGE = ":red-badge[ILLUSTRATIVE: invented data]"


@cache
def page(data: Path, **address: str) -> Screen:
    """The page of a tracker that no test changes, read once for all of them."""
    return Screen(data, "app", **address)


def asked(data: Path, query: str) -> list[tuple[Any, ...]]:
    """What the tables say today."""
    with open_version(newest(Store(data))) as connection:
        return as_known_on(connection, None).execute(query).fetchall()


def plain(text: str) -> str:
    """A text with plain spaces and no tags."""
    return TAG.sub("", text).replace("\u00a0", " ")


def listed(screen: Screen, column: str) -> list[dict[str, str]]:
    """Every line of the lists that have this column."""
    return [row for rows in screen.lists() for row in rows if column in row]


def test_a_link_may_name_an_app_by_its_id_or_by_its_name(everything: Path) -> None:
    """/app?app=jimeng opens that app, without a complaint about the address."""
    for name in ("jimeng", "Jimeng 即夢"):
        screen = page(everything, app=name)
        assert "Jimeng 即夢" in screen.texts
        assert "which is not offered now" not in screen.text
    screen = page(everything, app="nobody")
    assert any("asks for app “nobody”, which is not offered now" in text for text in screen.texts)
    assert "Kling 可靈" in screen.texts


def test_the_page_says_what_the_app_is_and_its_newest_report(real_only: Path) -> None:
    """Names, publisher, ticker and id, then the newest revenue its company reported."""
    texts = page(real_only, app="kling").texts
    start = texts.index("Kling 可靈")
    assert texts[start + 1 : start + 3] == [
        "App of Kuaishou, listed as 1024.HK. Id in files and links: kling. Compared on the Growth "
        "and Market pages.",
        "## Newest reported revenue: at least CNY 850M in Q2 2026, recognised, said 19 August "
        "2026.",
    ]


def test_an_app_without_reports_says_what_there_is_instead(everything: Path) -> None:
    """No revenue of it is reported: the other figures are counted by who says them."""
    screen = page(everything, app="jimeng")
    assert (
        "## No revenue of Jimeng is reported. Other figures: 1 said by the press, 3 estimated by "
        "third parties, 3 invented samples."
    ) in screen.texts
    cards = [plain(text) for text in screen.texts]
    at = cards.index("Revenue, invented sample")
    assert cards[at + 2] == "**ILLUSTRATIVE: invented data**"
    figures = listed(screen, "Metric")
    invented = [row for row in figures if row["Figures"]]
    assert {row["Metric"] for row in invented} == {"Revenue", "Monthly active users", "Downloads"}
    assert {row["Figures"] for row in invented} == {"illustrative, invented"}


def test_every_newest_figure_is_the_tables(real_only: Path) -> None:
    """Each line has its figure, day and source as the table statements has them."""
    figures = listed(page(real_only, app="kling"), "Metric")
    arr = [row for row in figures if row["Metric"] == "ARR"]
    kinds = ("reported", "press", "estimate")
    newest_said = [
        asked(
            real_only,
            "select value, unit, bound, as_of, publisher from statements where app_id = 'kling' "
            f"and metric = 'arr' and preferred and kind = '{kind}' and quality <> 'weak' "
            "order by period_end desc, as_of desc limit 1",
        )[0]
        for kind in kinds
    ]
    for row, (value, unit, bound, as_of, publisher) in zip(arr, newest_said, strict=True):
        assert row["Figure"] == plain(formats.amount(value, unit, bound))
        assert row["As of"].endswith(formats.day(as_of))
        assert row["Source"] == f"{publisher} (disclosures)"
    assert [row["What it is"] for row in arr] == [
        "run rate (month × 12), reported by the company",
        "run rate (month × 12), press, not published by the company",
        "run rate (month × 12), third-party estimate",
    ]
    assert all(row["As of"] and row["Source"] for row in figures)
    assert not any("Figures" in row for row in figures)


def test_targets_events_and_sources_are_all_there(everything: Path) -> None:
    """As many targets and events as the tables hold; every source with its state."""
    screen = page(everything, app="kling")
    ((targets,),) = asked(everything, "select count(*) from targets where app_id = 'kling'")
    assert len(listed(screen, "Said by")) == targets
    revised = listed(screen, "Standing")
    assert "contradicts the US$280M that stands" in {row["Standing"] for row in revised}
    assert "### 21 events, the newest on 7 October 2026" in screen.texts
    assert len(listed(screen, "What")) == 21
    named = {row["Source"]: row["Real"] for row in listed(screen, "Made by")}
    assert named == {
        "disclosures": "yes",
        "sample-daily": "no: illustrative, invented",
        "sample-monthly": "no: illustrative, invented",
    }


def test_coverage_by_an_invented_feed_is_marked(everything: Path) -> None:
    """What a feed sees of the reported revenue, quarter by quarter, as in the table coverage."""
    screen = page(everything, app="kling")
    title = next(text for text in screen.texts if " of the revenue reported for " in text)
    assert title == (
        "### Illustrative daily feed (invented) saw ≤ 20% of the revenue reported for Q2 2026 "
        f"{BADGE}"
    )
    rows = asked(
        everything,
        "select coverage, coverage_bound from coverage where app_id = 'kling' "
        "order by quarter_start desc",
    )
    assert [row["Part seen"] for row in listed(screen, "Part seen")] == [
        plain(formats.part(*row)) for row in rows
    ]
    assert "What a feed sees of it" not in page(everything, app="jimeng").text


def test_a_currency_shows_what_was_reported_in_it(real_only: Path) -> None:
    """Converted figures name their rate, and stand beside what was stated."""
    screen = page(real_only, app="kling", currency="USD")
    assert "### Kling 可靈: at least US$124.9M in Q2 2026" in screen.texts
    half = next(r for r in listed(screen, "Recognised revenue") if r["Period"].endswith("Jun 2026"))
    assert (half["Recognised revenue"], half["As stated"]) == ("≥ US$218.5M", "≥ CNY 1,500M")
    assert half["Rate"].startswith("average of ") and half["Rate"].endswith(" daily rates")


@pytest.mark.parametrize("state", ["samples_only", "empty"])
def test_an_app_of_which_little_is_known(state: str, request: pytest.FixtureRequest) -> None:
    """The watch list alone gives a page: it says that nothing is reported, and draws no zero."""
    screen = page(request.getfixturevalue(state), app="kling")
    assert "Kling 可靈" in screen.texts
    assert any(t.startswith("## No revenue of Kling is reported.") for t in screen.texts)
    assert ("Nothing else is known either." in screen.text) == (state == "empty")
    assert ("No source says anything of it." in screen.texts) == (state == "empty")


def test_names_on_other_pages_lead_to_it(everything: Path) -> None:
    """From tables by the name in them; from Pace and Growth by a link beside the figures."""
    market = Screen(everything, "market")
    cells = [e.value for e in market.app.main if e.type == "html" and "app?app=" in e.value]
    assert any('<a href="app?app=kling" target="_self">' in cell for cell in cells)
    for name in ("pace", "growth"):
        links = [link.proto for link in Screen(everything, name).app.get("page_link")]
        assert [link.query_string for link in links if "Kling" in link.label] == ["app=kling"], name
