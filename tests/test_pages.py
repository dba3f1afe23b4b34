"""What a person reads on each page, in each state a tracker can be in."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.page_fixtures import BAD_FILE, HEADER, VENDOR, Screen, Tracker
from warehouse import clock, status
from warehouse.paths import Store

pytest_plugins = ["tests.page_states"]

PAGES = ("pace", "growth", "data")
ANSWER = (
    "At least US$218.8M of Goldman Sachs's US$280M for 2026 by June 2026 (≥78%); at the last "
    "reported quarter's rate the target was passed in August 2026, which no report confirms yet."
)
DOUBT = (
    "No figure for the third quarter of 2026 is known today. This target is a forecast by Goldman "
    "Sachs, not guidance by the company. The company reports minimums (“over …”), so the true "
    "figure may be higher."
)


@pytest.mark.parametrize("page", PAGES)
def test_without_a_warehouse_each_page_says_what_to_run(page: str, tmp_path: Path) -> None:
    """A first visit is an invitation, not a failure."""
    screen = Screen(tmp_path, page)
    assert "Nothing is loaded yet" in screen.texts
    assert "Run `python -m ingest run` (or `make run`) in the project folder." in screen.text


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_warehouse_says_which_file_was_refused(page: str, empty: Path) -> None:
    """Every page names the refused file and the rule it broke."""
    text = Screen(empty, page).text
    assert "Refused: inbox/my-vendor/october.csv" in text or "Refused: october.csv" in text
    assert "value must not be negative: '-5'" in text


def test_an_empty_warehouse_has_no_target_and_no_growth(empty: Path) -> None:
    """No zero is drawn where nothing is known."""
    assert "No target is known" in Screen(empty, "pace").texts
    assert "No monthly estimates of revenue are loaded" in Screen(empty, "growth").texts
    assert "1 fault in 1 file. No figure on any page uses these rows." in Screen(empty, "data").text


@pytest.mark.parametrize("state", ["everything", "real_only"])
def test_pace_answers_the_question_first(state: str, request: pytest.FixtureRequest) -> None:
    """The first sentence is the answer, the next is its doubt; samples change neither."""
    screen = Screen(request.getfixturevalue(state), "pace")
    assert f"#### {ANSWER}" in screen.texts
    assert DOUBT in screen.texts
    for figure in ("≥ US$218.8M", "≥ 78%", "≤ US$61.2M", "≈ US$41.7M"):
        assert any(figure in text for text in screen.texts), figure


def test_pace_names_the_source_of_every_quarter(real_only: Path) -> None:
    """From a figure to who said it, where, when, in which row of which snapshot."""
    text = Screen(real_only, "pace").text
    assert "revenue, Q2 2026: ≥ CNY 850M** — the statement used" in text
    assert "(https://www.prnewswire.com/news-releases/kuaishou-technology-announces-second" in text
    assert "said 19 August 2026" in text
    assert "source disclosures, snapshot " in text


def test_pace_keeps_a_contradicted_target_apart(real_only: Path) -> None:
    """The one blog that prints 260M stands nowhere, and is listed with what it contradicts."""
    screen = Screen(real_only, "pace")
    assert "revenue, 2026: US$260M** — contradicts the US$280M that stands" in screen.text
    [table] = screen.tables()
    goldman = [row for row in table if row["Said by"] == "Goldman Sachs"]
    assert [(row["Figure"], row["Standing"]) for row in goldman] == [
        ("US$250M", "revised since"),
        ("US$280M", "stands"),
        ("US$260M", "contradicts the US$280M that stands"),
    ]


def test_pace_of_a_finished_year(real_only: Path) -> None:
    """A year that is reported in full is judged on reported figures alone."""
    screen = Screen(real_only, "pace")
    options = screen.app.selectbox(key="target").options
    guidance = next(o for o in options if "2025" in o and "guidance US$140M" in o)
    text = Screen(real_only, "pace", target=guidance).text
    assert "for 2025 by December 2025 (≥103%); the target is passed on reported figures alone." in (
        text
    )
    assert "This target is the company's own guidance." in text
    assert "One of its figures is an “about”, so the sum is no exact minimum." in text
    assert "What the whole period would come to" not in text


def test_pace_as_known_on_an_earlier_day(everything: Path) -> None:
    """On 14 February 2026 nothing of 2026 was reported: a dash, not a zero."""
    screen = Screen(everything, "pace", as_of="2026-02-14")
    assert any("You see what was known on **14 February 2026**." in t for t in screen.texts)
    assert (
        "#### Nothing of 2026 is reported yet against Goldman Sachs's US$280M; at the last "
        "reported quarter's rate it comes to about US$167.7M by December 2026, below the "
        "target."
    ) in screen.texts
    assert any("No figure for the fourth quarter of 2025 is known" in t for t in screen.texts)
    assert not any("850M" in text for text in screen.texts)
    assert not any(">US$0<" in text for text in screen.texts)


def test_pace_before_anything_was_said(everything: Path) -> None:
    """A day before every statement has no target and says which day it is."""
    text = Screen(everything, "pace", as_of="2020-01-02").text
    assert "No target is known" in text
    assert "On 2 January 2020 no target and reported figure were known" in text


def test_pace_with_samples_only_refuses_to_measure_them(samples_only: Path) -> None:
    """Invented estimates are never measured against a real target."""
    text = Screen(samples_only, "pace").text
    assert "No target is known" in text
    assert "Estimates of a data vendor are never measured against a company's target" in text


@pytest.mark.parametrize("state", ["everything", "samples_only"])
def test_growth_marks_samples_in_title_and_plot(state: str, request: pytest.FixtureRequest) -> None:
    """Invented data says so in words beside the title and inside the picture."""
    screen = Screen(request.getfixturevalue(state), "growth")
    [title] = [text for text in screen.texts if "ILLUSTRATIVE" in text]
    assert title.startswith("##### Revenue in September 2026: Kling 可靈 US$")
    assert title.endswith(":red-badge[ILLUSTRATIVE: invented data]")
    marks = [a["text"] for a in figures(screen)[0]["layout"]["annotations"]]
    assert "<b>ILLUSTRATIVE</b><br>invented data" in marks


def figures(screen: Screen) -> list[dict]:
    """Every chart of the page as Plotly was given it."""
    return [json.loads(chart.proto.spec) for chart in screen.app.get("plotly_chart")]


def test_growth_never_compares_a_part_month_as_a_whole_one(everything: Path) -> None:
    """October covers 25 days: no month over month, but the same days of September, in words."""
    screen = Screen(everything, "growth")
    part = "October 2026 is a part month, 1 to 25 October 2026: "
    told = [text for text in screen.texts if text.startswith("Hatched: ") and part in text]
    assert len(told) == 2
    assert all("on the first 25 days of the month before." in text for text in told)
    october = [row for row in screen.tables()[0] if row["Month"] == "2026-10 (part)"]
    assert [row["On month before"] for row in october] == ["—", "—"]
    assert all(row["Illustrative"] == "yes, invented" for row in screen.tables()[0])


def test_growth_keeps_reported_run_rate_and_estimates_apart(everything: Path) -> None:
    """Three charts with titles of their own; no chart joins two kinds of figure."""
    screen = Screen(everything, "growth")
    assert "##### Kling 可靈: revenue reported by quarter" in screen.texts
    assert "##### Kling 可靈: run rate ÷ 12 was about US$41.7M in March 2026" in screen.texts
    assert "No revenue of Jimeng 即夢 reported by ByteDance is loaded." in screen.texts
    kinds = [{trace["type"] for trace in figure["data"]} for figure in figures(screen)]
    assert kinds == [{"bar"}, {"bar"}, {"scatter"}]


def test_growth_without_a_feed_says_what_to_drop_where(real_only: Path) -> None:
    """With the samples off the page explains how to add a feed and shows what is real."""
    text = Screen(real_only, "growth").text
    assert "No monthly estimates of revenue are loaded" in text
    assert "1. Describe the feed in `config/sources.toml`" in text
    assert f"2. Put its files into `{Store(real_only).inbox}/<source id>/`." in text
    assert "ILLUSTRATIVE" not in text
    assert "##### Kling 可靈: revenue reported by quarter" in text


@pytest.mark.parametrize("metric", ["Revenue", "Downloads", "Monthly active users"])
@pytest.mark.parametrize("view", ["Level", "Change", "Index"])
def test_growth_draws_every_metric_and_view(metric: str, view: str, everything: Path) -> None:
    """Each choice of the address gives a chart with a title, a y axis and its samples' mark."""
    screen = Screen(everything, "growth", metric=metric, view=view)
    assert any(text.startswith(f"##### {metric} in ") for text in screen.texts)
    first = figures(screen)[0]
    assert first["data"] and first["layout"]["annotations"][0]["text"]


def test_an_unknown_choice_in_a_link_falls_back_and_says_so(everything: Path) -> None:
    """A stale or mistyped link opens the usual view with a sentence about it."""
    screen = Screen(everything, "growth", view="Sideways", apps="Nobody")
    assert any("view “Sideways”, which is not offered now." in text for text in screen.texts)
    assert any("apps “Nobody”, which is not offered now." in text for text in screen.texts)
    assert any("Revenue in September 2026" in text for text in screen.texts)
    screen = Screen(everything, "pace", as_of="soon", target="Nobody's")
    assert any("The link asks for the day “soon”." in text for text in screen.texts)
    assert any("target “Nobody's”, which is not offered now." in text for text in screen.texts)
    assert f"#### {ANSWER}" in screen.texts


def test_data_lists_sources_loads_and_versions(everything: Path) -> None:
    """Every source with its age, every file with its four counts, the version read."""
    screen = Screen(everything, "data")
    assert "6 sources: 1 never loaded, 5 fresh." in screen.texts
    assert "No row was ever rejected." in screen.texts
    sources, loads, *_ = screen.tables()
    assert {row["Source"] for row in sources} >= {"disclosures", "events", "ecb-rates"}
    for row in loads:
        parts = row["Accepted"] + row["Rejected"] + row["Duplicates"]
        assert parts == row["Rows read"], row["File"]


def test_data_shows_the_rejected_row_as_it_was_read(empty: Path) -> None:
    """A refused row comes with file, row number, column, rule, value and the raw row."""
    tables = Screen(empty, "data").tables()
    [fault] = next(table for table in tables if table and "Broken rule" in table[0])
    assert (fault["Row"], fault["Column"], fault["Value"]) == (3, "value", "-5")
    assert "2026-10" in fault["Row as read"]


@pytest.fixture
def tracker(tmp_path: Path) -> Tracker:
    """A tracker of one vendor's feed, without the public figures."""
    made = Tracker(tmp_path, samples=False, off=("disclosures", "events", "ecb-rates"))
    made.add_source(VENDOR)
    made.drop("my-vendor", "september.csv", HEADER + row("2026-09", 1_000_000, "2026-10-02"))
    made.run()
    return made


def row(month: str, value: int, as_of: str) -> str:
    """One line of the vendor's feed."""
    return f"kling,revenue,{month},all,WW,{value},{as_of}\n"


def test_republished_figures_show_at_the_next_interaction(tracker: Tracker) -> None:
    """An open page reads the newest version at its next run, without a restart."""
    screen = Screen(tracker.store.root, "growth")
    assert "##### Revenue in September 2026: Kling 可靈 US$1M" in screen.texts
    restated = HEADER + row("2026-09", 3_000_000, "2026-11-02")
    tracker.drop("my-vendor", "restated.csv", restated)
    tracker.run()
    screen.app.run()
    assert "##### Revenue in September 2026: Kling 可靈 US$3M" in screen.texts


def test_a_late_source_is_on_every_page(tracker: Tracker) -> None:
    """A feed older than its configuration allows is named, with both ages."""
    for page in PAGES:
        text = Screen(tracker.store.root, page).text
        assert "Late: my-vendor is 53 days old, 3 are allowed." in text


def test_a_failed_run_and_its_refused_file_are_on_every_page(tracker: Tracker) -> None:
    """The figures stay, and every page says that the newest file is not in them."""
    tracker.drop("my-vendor", "october.csv", BAD_FILE)
    tracker.run()
    for page in PAGES:
        text = Screen(tracker.store.root, page).text
        assert "october.csv of my-vendor: 1 of 2 rows refused" in text
        assert "The last load failed" in text


def test_a_silent_scheduler_is_on_every_page(
    tracker: Tracker, heartbeat: Callable[[timedelta], None]
) -> None:
    """No heartbeat, or an old one, is said with the command that starts the scheduler."""
    assert "No scheduler is running" in Screen(tracker.store.root, "pace").text
    heartbeat(timedelta(hours=2))
    assert "The scheduler has been silent since" in Screen(tracker.store.root, "pace").text
    heartbeat(timedelta(seconds=5))
    assert "cheduler" not in Screen(tracker.store.root, "pace").text


@pytest.fixture
def heartbeat(tracker: Tracker) -> Callable[[timedelta], None]:
    """Writes a heartbeat of some time ago."""

    def write(ago: timedelta) -> None:
        """A heartbeat of that long ago."""
        beat: status.Heartbeat = {
            "pid": 1,
            "host": "here",
            "started_at": clock.now().isoformat(),
            "beat_at": (clock.now() - ago).isoformat(),
            "next_runs": {},
        }
        status.write_heartbeat(tracker.store, beat)

    return write


def test_somebody_who_wrote_to_a_version_is_found_out(tracker: Tracker) -> None:
    """A stray write-ahead log stops every page with what to do, instead of wrong figures."""
    stray = next(tracker.store.versions.glob("*.duckdb"))
    stray.with_name(stray.name + ".wal").write_bytes(b"x")
    text = Screen(tracker.store.root, "pace").text
    assert "Somebody wrote to the published version" in text
    assert "python -m warehouse rebuild" in text
