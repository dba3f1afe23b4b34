"""A file whose figures cannot be what they say is held until a person looks; a sound one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.__main__ import main
from tests.ingest_fixtures import TODAY, Desk
from tests.prepared import Prepared

WIDE = "app,period,platform,country,revenue,downloads,as_of\n"
KNOWN = WIDE + "".join(
    f"{app},2026-0{month},{platform},WW,{revenue * (10 + month) // 10},{downloads},2026-06-05\n"
    for month in (1, 2, 3, 4)
    for app, platform, revenue, downloads in (
        ("kling", "ios", 300_000, 100_000),
        ("kling", "android", 200_000, 110_000),
        ("jimeng", "ios", 400_000, 300_000),
    )
)


@pytest.fixture
def known(prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A tracker that knows four months of two apps."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)

    def fill(root: Path) -> None:
        assert Desk(root).outcome("known.csv", KNOWN) == ("accepted", "")

    return Desk.found(prepared.copy("known", fill, tmp_path / "tracker"))


def later(month: str, kling: int, downloads: int = 100_000, jimeng: int = 600_000) -> str:
    """A file of one month of both apps on iOS, said in July."""
    return (
        WIDE
        + f"kling,{month},ios,WW,{kling},{downloads},2026-07-05\n"
        + f"jimeng,{month},ios,WW,{jimeng},300000,2026-07-05\n"
    )


def test_the_next_month_fits(known: Desk) -> None:
    """A file in line with what is known is loaded, and says what it was held against."""
    assert known.outcome("may.csv", later("2026-05", 450_000)) == ("accepted", "")
    [(proofs,)] = known.rows("select proofs from loads where name = 'may.csv'")
    assert "fits: kling earns 4.50 USD a download, 2.98 as known" not in proofs
    assert any(
        p.startswith("fits: revenue of kling is 1.07 times the months before") for p in proofs
    )
    assert all(p.startswith(("fits", "odd")) for p in proofs)


def test_what_left_is_missed_once(known: Desk) -> None:
    """A series is missed against the source's last whole month, not against those before."""
    said = "1 of 2 series of revenue of kling that the source said last are not in the file"
    for month, missed in (("2026-05", True), ("2026-06", False)):
        name = f"{month}.csv"
        assert known.outcome(name, later(month, 450_000))[0] == "accepted"
        [(proofs,)] = known.rows(f"select proofs from loads where name = '{name}'")
        assert any(said in proof for proof in proofs) is missed, month


def test_cents_are_held(known: Desk) -> None:
    """A hundred times the known revenue is held as probably cents, and nothing of it is seen."""
    outcome, said = known.outcome("cents.csv", later("2026-04", 42_000_000, jimeng=56_000_000))
    assert (outcome, "probably cents" in said) == ("held", True)
    assert known.rows("select max(value)::int from monthly where metric = 'revenue'") == [
        (700_000,)
    ]
    assert known.rows("select outcome, figures from loads where name = 'cents.csv'") == [
        ("held", 0)
    ]


def test_dollars_taken_for_cents_are_held(known: Desk) -> None:
    """A hundredth of the known revenue is held too."""
    outcome, said = known.outcome("small.csv", later("2026-05", 4_500, jimeng=6_000))
    assert (outcome, "probably cents" in said) == ("held", True)


def test_a_first_file_in_cents_is_held_by_what_a_download_earns(desk: Desk) -> None:
    """With nothing to compare with, no app earns over a hundred dollars a download."""
    outcome, said = desk.outcome("first.csv", later("2026-05", 45_000_000))
    assert (outcome, "more than 100: probably cents" in said) == ("held", True)


def test_platforms_above_their_whole_are_held(desk: Desk) -> None:
    """iOS and Android add up to all platforms: a device counted twice shows."""
    rows = "kling,2026-05,{},WW,{},,2026-07-05\n"
    content = WIDE + rows.format("ios", 300) + rows.format("android", 200) + rows.format("all", 300)
    outcome, said = desk.outcome("twice.csv", content)
    assert outcome == "held"
    assert "platforms add up to 166.7% of all platforms" in said


def test_countries_above_the_world_are_held_and_some_countries_are_not(desk: Desk) -> None:
    """Countries may be a part of the world, never more than it."""
    rows = "kling,2026-05,ios,{},{},,2026-07-05\n"
    part = WIDE + rows.format("US", 100) + rows.format("JP", 100) + rows.format("WW", 300)
    assert desk.outcome("part.csv", part)[0] == "accepted"
    more = WIDE + rows.format("US", 300) + rows.format("JP", 150) + rows.format("WW", 300)
    outcome, said = desk.outcome("more.csv", more)
    assert (outcome, "countries add up to 150.0% of the world" in said) == ("held", True)


def test_a_country_where_somebody_bought_on_one_day_only_counts(desk: Desk) -> None:
    """A store reports a country on days with a sale only; what was sold there counts."""
    header = "app,metric,period,platform,country,value,as_of\n"
    day = "kling,revenue,2026-05-{:02},ios,{},{},2026-07-05\n"
    days = [day.format(n, "US", 10) + day.format(n, "WW", 10) for n in range(1, 32)]
    content = header + "".join(days) + day.format(1, "JP", 155)
    outcome, said = desk.outcome("days.csv", content)
    assert (outcome, "countries add up to 150.0% of the world" in said) == ("held", True)


def test_days_with_a_sale_are_not_held_against_days_without(desk: Desk) -> None:
    """Where a report has rows only for days with a sale, what a day brought cannot be told."""
    header = "app,metric,period,platform,country,value,as_of\n"
    day = "kling,revenue,2026-{},ios,DE,{},2026-07-05\n"
    known = header + day.format("04-01", 5) + day.format("04-30", 5)
    assert desk.outcome("april.csv", known) == ("accepted", "")
    sales = header + day.format("05-03", 12) + day.format("05-20", 15)
    assert desk.outcome("may.csv", sales) == ("accepted", "")


def test_days_that_are_not_their_month_are_said(desk: Desk) -> None:
    """The days of a month and the month are two statements of one thing."""
    header = "app,metric,period,platform,country,value,as_of\n"
    days = "".join(f"kling,revenue,2026-04-{day:02},ios,WW,10,2026-07-05\n" for day in range(1, 31))
    content = header + days + "kling,revenue,2026-04,ios,WW,330,2026-07-05\n"
    assert desk.outcome("days.csv", content)[0] == "accepted"
    [(proofs,)] = desk.rows("select proofs from loads")
    assert [p for p in proofs if p.startswith("odd: days add up to 90.9% of the month")]


def test_another_app_s_figures_are_held(known: Desk) -> None:
    """A series ten times another is another thing, whatever its unit."""
    outcome, said = known.outcome("swapped.csv", later("2026-04", 12_000_000, jimeng=560_000))
    assert (outcome, "another unit, another app, or a part of it" in said) == ("held", True)


def test_a_large_restatement_is_loaded_and_said(known: Desk) -> None:
    """Restatements happen: twice the figure is loaded, and marked as odd."""
    assert known.outcome("restated.csv", later("2026-04", 840_000))[0] == "accepted"
    [(proofs,)] = known.rows("select proofs from loads where name = 'restated.csv'")
    assert [
        p for p in proofs if p.startswith("odd: revenue of kling is 2.00 times the same months")
    ]


@pytest.mark.parametrize(("word", "outcome"), [("release", "accepted"), ("refuse", "refused")])
def test_a_person_decides_about_a_held_file(
    known: Desk, monkeypatch: pytest.MonkeyPatch, word: str, outcome: str
) -> None:
    """Released it is loaded as it is, refused it stays out; the reason is kept with the file."""
    monkeypatch.setenv("TRACKER_DATA", str(known.store.root))
    monkeypatch.setenv("TRACKER_ROOT", str(known.root))
    known.outcome("cents.csv", later("2026-04", 42_000_000, jimeng=56_000_000))
    main([word, "cents.csv", "--reason", "asked the vendor"])
    assert known.rows("select outcome from loads where name = 'cents.csv'") == [(outcome,)]
    [label] = [
        path.read_text()
        for path in known.store.landing.glob("*.json")
        if "cents.csv" in path.read_text()
    ]
    assert "asked the vendor" in label
    assert known.run()["outcome"] in ("nothing_new", "failed")


def test_a_version_that_cannot_be_opened_is_said(known: Desk) -> None:
    """With the newest version damaged a file is held against nothing, and its proofs say so."""
    known.store.link.resolve().write_bytes(b"no database" * 1000)
    assert known.outcome("may.csv", later("2026-05", 450_000)) == ("accepted", "")
    [(proofs,)] = known.rows("select proofs from loads where name = 'may.csv'")
    assert [p for p in proofs if p.startswith("odd: what is known could not be read")]


SALES = "kling,revenue,2026-{},ios,DE,{},2026-07-05\n"


def test_a_day_with_a_sale_is_not_held_against_an_average_day(desk: Desk) -> None:
    """Where only the file has gaps, what is known of each day is no measure of its days."""
    header = "app,metric,period,platform,country,value,as_of\n"
    every = "".join(SALES.format(f"04-{n:02}", 5) for n in range(1, 31))
    assert desk.outcome("april.csv", header + every) == ("accepted", "")
    some = SALES.format("05-03", 500) + SALES.format("05-20", 520)
    assert desk.outcome("may.csv", header + some) == ("accepted", "")


def test_gaps_of_what_is_known_tell_nothing_of_a_day(desk: Desk) -> None:
    """A full file after a sparse one is not held: what a day brought before is not known."""
    header = "app,metric,period,platform,country,value,as_of\n"
    some = SALES.format("04-01", 5) + SALES.format("04-30", 5)
    assert desk.outcome("april.csv", header + some) == ("accepted", "")
    every = "".join(SALES.format(f"05-{n:02}", 500) for n in range(1, 16))
    assert desk.outcome("may.csv", header + every) == ("accepted", "")


def test_countries_are_not_held_against_a_part_of_the_world_s_month(desk: Desk) -> None:
    """Half a month of the world is less than a country's whole month, and that is right."""
    header = "app,metric,period,platform,country,value,as_of\n"
    day = "kling,revenue,2026-05-{:02},ios,{},10,2026-07-05\n"
    of_country = "".join(day.format(n, "US") for n in range(1, 32))
    of_world = "".join(day.format(n, "WW") for n in range(1, 16))
    outcome, said = desk.outcome("days.csv", header + of_country + of_world)
    assert (outcome, "countries add up" in said) == ("accepted", False)
