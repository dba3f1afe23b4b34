"""What a person reads on each page, in each state a tracker can be in."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.page_fixtures import BAD_FILE, HEADER, TAG, Screen, Tracker
from warehouse import clock, status
from warehouse.paths import Store

pytest_plugins = ["tests.page_states"]

PAGES = ("pace", "growth", "market", "history", "alerts", "data", "app")
ANSWER = (
    "At least US$218.8M of Goldman Sachs's US$280M for 2026 by June 2026 (≥78%); at the last "
    "reported quarter's rate the target was passed in August 2026, which no report confirms yet."
)
MARK = "<b>ILLUSTRATIVE</b><br>invented data"
DOUBT = (
    "No figure for the third quarter of 2026 is loaded, as known on 24 November 2026. The "
    "quarter is over, so the company may have published one. This target is a forecast by Goldman "
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
    assert f"## {ANSWER}" in screen.texts
    assert DOUBT in screen.texts
    for figure in ("≥ US$218.8M", "≥ 78%", "≤ US$61.2M", "≈ US$41.7M"):
        assert any(figure in text for text in screen.texts), figure


def test_pace_says_how_sure_it_is(real_only: Path) -> None:
    """The range, what it rests on and what would overturn it, each with the day it was said."""
    texts = Screen(real_only, "pace").texts
    start = texts.index("### How sure is this?")
    assert [TAG.sub("", text) for text in texts[start + 1 :][:12]] == [
        "How 2026 may end",
        "≈ US$468.8M to US$596.0M",
        "**4 of 4 ways of going on pass the target**",
        "Projected, not reported. If nothing more came: ≥ US$218.8M.",
        "It rests on",
        "6 of 12 months reported",
        "**to 30 Jun 2026, said 19 Aug 2026**",
        "The sum is a minimum (“over …”). The rest is carried on from Q2 2026's average month "
        "(≥ US$41.6M, said 19 Aug 2026) or March 2026's run rate ÷ 12 (≈ US$41.7M, said 27 May "
        "2026).",
        "What would miss it",
        "less than US$61.2M",
        "**in July to December 2026 together**",
        "Q2 2026 alone brought ≥ US$124.9M. That is a fall of more than 39.3% every month from "
        "≥ US$41.6M a month.",
    ]


def test_a_target_out_of_reach_says_what_would_reach_it(everything: Path) -> None:
    """Before the rise nothing of 2026 was reported and the last rate did not reach the target."""
    text = Screen(everything, "pace", as_of="2026-02-14").text
    assert "**1 of 4 ways of going on passes the target**" in text
    assert "**nothing of it is reported yet**" in text
    assert "US$280M more" in text
    assert "A change of +2.3% every month from ≥ US$20M would just do." in text
    assert "December 2025, said 15 Jan 2026" in text
    assert "The rest is carried on from December 2025 alone (≥ US$20M, said 15 Jan 2026) or" in text


def test_a_quarter_without_a_report_keeps_its_place(real_only: Path) -> None:
    """Two quarters with another between them never stand side by side as neighbours."""
    target = "Kuaishou Q4 2025: Citi forecast CNY 38.8B"
    screen = Screen(real_only, "pace", target=target)
    bars = [figure for figure in figures(screen) if figure["data"][0]["type"] == "bar"]
    assert len(bars) == 2
    for figure in bars:
        slots = [slot.replace("<br>", " ") for slot in figure["layout"]["xaxis"]["categoryarray"]]
        absent = [
            n["x"].replace("<br>", " ")
            for n in figure["layout"]["annotations"]
            if "x" in n and n["text"] == "not loaded"
        ]
        assert slots[0] == "Q2 2024" and slots[-1] == "Q2 2026" and len(slots) == 9
        assert absent == ["Q3 2024", "Q4 2025", "Q1 2026"]
        assert [x.replace("<br>", " ") for x in figure["data"][0]["x"]] == [
            slot for slot in slots if slot not in absent
        ]


def test_invented_statements_are_marked_on_every_chart(tmp_path: Path) -> None:
    """Reported figures and targets of an illustrative source carry the badge and the mark too."""
    tracker = Tracker(tmp_path)
    config = tracker.root / "config" / "sources.toml"
    real = 'id = "disclosures"\nenabled = true\nillustrative = false'
    text = config.read_text(encoding="utf-8")
    assert real in text
    config.write_text(text.replace(real, real.replace("false", "true")), encoding="utf-8")
    tracker.run()
    for page in ("pace", "growth"):
        screen = Screen(tracker.store.root, page)
        drawn = figures(screen)
        badges = [
            text for text in screen.texts if text.startswith(("## ", "### ")) and "badge" in text
        ]
        assert all(MARK in marks_in(figure) for figure in drawn), page
        assert len(badges) == len(drawn), page


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
    [table] = screen.lists()
    goldman = [row for row in table if row["Said by"] == "Goldman Sachs"]
    assert [(row["Figure"], row["Standing"]) for row in goldman] == [
        ("US$250M", "revised since"),
        ("US$280M", "stands"),
        ("US$260M", "contradicts the US$280M that stands"),
    ]


def test_the_consensus_is_computed_from_forecasts_and_stands_apart(real_only: Path) -> None:
    """Mean, median, lowest and highest of forecasters in a line and a mark that is no issuer's."""
    screen = Screen(real_only, "pace")
    assert (
        "Consensus of 3 forecasters: mean US$273.2M, median US$280M, lowest US$249.7M, highest "
        "US$290M. Computed from the newest forecast of each (Goldman Sachs; JPMorgan; SDIC "
        "Securities), said from 5 Jan 2026 to 4 Mar 2026; the company's guidance is not among them."
    ) in screen.texts
    chart = next(
        figure for figure in figures(screen) if "by the day it was said" in marks_in(figure)
    )
    bar = next(trace for trace in chart["data"] if "error_y" in trace)
    assert [bar["y"], bar["text"]] == [[273245803.31], ["mean of 3  <br>US$273.2M  "]]
    assert "Contradicted: Goldman Sachs US$260M, read in [txdnet" in screen.text
    text = Screen(real_only, "pace", target="Kling 2027: Goldman Sachs forecast US$365M").text
    assert "Consensus: Goldman Sachs alone forecasts this period, so none." in text


def test_pace_of_a_finished_year(real_only: Path) -> None:
    """A year that is reported in full is judged on reported figures alone."""
    screen = Screen(real_only, "pace")
    options = screen.app.selectbox(key="target_chosen").options
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
        "## Nothing of 2026 is reported yet against Goldman Sachs's US$280M; if every month "
        "brings what the company stated for December 2025, it comes to about US$240M by December "
        "2026, below the target."
    ) in screen.texts
    whole = "No figure for the fourth quarter of 2025 as a whole is loaded, as known on 14 February"
    assert any(whole in text for text in screen.texts)
    early = Screen(everything, "pace", as_of="2026-09-29")
    assert any("as known on 29 September 2026. This target" in text for text in early.texts)
    assert not any("850M" in text for text in screen.texts)
    assert not any(">US$0<" in text for text in screen.texts)


def test_a_target_in_the_companys_currency_is_compared_in_it(real_only: Path) -> None:
    """No exchange rate comes between a sum in CNY and a target in CNY; dollars stand beside."""
    screen = Screen(real_only, "pace", target="Kling 2026: JPMorgan forecast CNY 1,700M")
    assert (
        "## At least CNY 1,500M of JPMorgan's CNY 1,700M (about US$249.7M) for 2026 by June 2026 "
        "(≥88%); at the last reported quarter's rate the target was passed in July 2026, which no "
        "report confirms yet."
    ) in screen.texts
    told = [TAG.sub("", text) for text in screen.texts]
    start = told.index("### How sure is this?")
    sure = told[start + 1 : start + 13]
    assert sure[1] == "≈ CNY 3,200M to CNY 4,065.1M"
    assert sure[9] == "less than CNY 200M"
    assert not any("US$" in text for text in sure)
    assert "to 30 Jun 2026, said 19 Aug 2026. In US dollars: ≥ US$218.8M" in told
    assert (
        "Every month brings the average month of the second quarter of 2026: ≥ CNY 283.3M (said "
        "19 August 2026). In US dollars: ≈ US$468.8M." in told
    )
    chart = figures(screen)[0]
    assert chart["layout"]["yaxis"]["ticktext"][1].startswith("CNY")
    assert "CNY, cumulative since 1 January 2026" in marks_in(chart)
    assert "JPMorgan: CNY\u00a01,700M" in marks_in(chart)


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
    title = next(text for text in screen.texts if "ILLUSTRATIVE" in text)
    assert title.startswith("## Tracked revenue in September 2026: Kling 可靈 US$")
    assert title.endswith(":red-badge[ILLUSTRATIVE: invented data]")
    assert MARK in marks_in(figures(screen)[0])


def marks_in(figure: dict) -> str:
    """Every annotation written into a chart."""
    return "; ".join(note["text"] for note in figure["layout"].get("annotations", []))


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


def test_a_claim_stands_beside_the_series_it_is_held_against(everything: Path) -> None:
    """Whether the series agrees with a claim or by how much it misses, and that it is invented."""
    claims = [t for t in Screen(everything, "growth").texts if t.startswith("**Claimed: ")]
    assert [claim.split("** (")[0] for claim in claims] == [
        "**Claimed: Kling 可靈 revenue +30% to +50% in January 2026 on the month before",
        "**Claimed: Kling 可靈 revenue about +30% in January 2026 on the month before",
    ]
    assert "The series above shows +38.2%: it agrees." in claims[0]
    assert "+38.2%: it misses, 8.2 percentage points above the claim." in claims[1]
    assert all("invented, so this proves nothing" in t and "-badge[ILLU" in t for t in claims)
    for address in ({"country": "JP"}, {"as_of": "2026-02-14"}):
        assert "Claimed: " not in Screen(everything, "growth", **address).text


def test_growth_keeps_reported_run_rate_and_estimates_apart(everything: Path) -> None:
    """Three charts with titles of their own; no chart joins two kinds of figure."""
    screen = Screen(everything, "growth")
    assert "### Kling 可靈: revenue reported by quarter" in screen.texts
    assert "### Kling 可靈: run rate ÷ 12 was about US$41.7M in March 2026" in screen.texts
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
    assert "### Kling 可靈: revenue reported by quarter" in text


@pytest.mark.parametrize("metric", ["Revenue", "Downloads", "Monthly active users"])
@pytest.mark.parametrize("view", ["Level", "Change", "Index"])
def test_growth_draws_every_metric_and_view(metric: str, view: str, everything: Path) -> None:
    """Each choice of the address gives a chart with a title, a y axis and its samples' mark."""
    screen = Screen(everything, "growth", metric=metric, view=view)
    assert any(text.startswith(f"## Tracked {metric.lower()} in ") for text in screen.texts)
    first = figures(screen)[0]
    assert first["data"] and first["layout"]["annotations"][0]["text"]


def test_an_unknown_choice_in_a_link_falls_back_and_says_so(everything: Path) -> None:
    """A stale or mistyped link opens the usual view with a sentence about it."""
    screen = Screen(everything, "growth", view="Sideways", apps="Nobody")
    assert any("view “Sideways”, which is not offered now." in text for text in screen.texts)
    assert any("apps “Nobody”, which is not offered now." in text for text in screen.texts)
    assert any("Tracked revenue in September 2026" in text for text in screen.texts)
    screen = Screen(everything, "pace", as_of="soon", target="Nobody's")
    assert any("The link asks for the day “soon”." in text for text in screen.texts)
    assert any("target “Nobody's”, which is not offered now." in text for text in screen.texts)
    assert f"## {ANSWER}" in screen.texts


def test_data_lists_sources_loads_and_versions(everything: Path) -> None:
    """Every source with its age, every file with its four counts, the version read."""
    screen = Screen(everything, "data")
    assert "13 sources: 2 never loaded, 5 fresh, 6 off." in screen.texts
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


def test_a_chinese_page_says_in_chinese_why_a_file_was_refused(empty: Path) -> None:
    """In the banner, and beside the file, its row and its run; what the file says stays."""
    screen = Screen(empty, "data", lang="zh-Hant")
    why = "2 行中拒收 1 行；來源「my-vendor」不容許任何錯誤的行：value 不可為負數：'-5'（第 3 行）"
    assert f"my-vendor 的 october.csv：{why}。" in screen.text
    lines = [line for lines in screen.lists() for line in lines]
    assert [line["原因"] for line in lines if "原因" in line] == [
        why,
        f"inbox/my-vendor/october.csv: {why}",
    ]
    assert [line["違反的規則"] for line in lines if "違反的規則" in line] == ["不可為負數"]


def test_data_is_written_out_to_be_read_on_a_telephone(empty: Path) -> None:
    """State, age, outcome and reason stand in lists that wrap; a column without content is left
    out."""
    sources, faults, files, runs, _ = Screen(empty, "data").lists()
    vendor = next(line for line in sources if line["Source"] == "my-vendor")
    assert vendor["State"] == "⚠ never loaded"
    assert [vendor["Age"], vendor["Allowed"]] == ["—", "3 days"]
    [fault] = faults
    assert [fault["File"], fault["Row"], fault["Broken rule"]] == [
        "october.csv",
        "3",
        "must not be negative",
    ]
    [file] = files
    assert [file["Outcome"], file["Rows"]] == ["⚠ refused", "2 read: 1 accepted, 1 rejected"]
    assert "value must not be negative: '-5'" in file["Why"]
    assert [list(run) for run in runs] == [
        ["Started", "Outcome", "Started by", "Files", "Why", "Version made"]
    ]


def row(month: str, value: int, as_of: str) -> str:
    """One line of the vendor's feed."""
    return f"kling,revenue,{month},all,WW,{value},{as_of}\n"


def test_republished_figures_show_at_the_next_interaction(tracker: Tracker) -> None:
    """An open page reads the newest version at its next run, without a restart."""
    screen = Screen(tracker.store.root, "growth")
    assert "## Tracked revenue in September 2026: Kling 可靈 US$1M" in screen.texts
    restated = HEADER + row("2026-09", 3_000_000, "2026-11-02")
    tracker.drop("my-vendor", "restated.csv", restated)
    tracker.run()
    screen.app.run()
    assert "## Tracked revenue in September 2026: Kling 可靈 US$3M" in screen.texts


def test_a_late_source_is_on_every_page(tracker: Tracker) -> None:
    """A feed older than its configuration allows is named, with both ages."""
    for page in PAGES:
        text = Screen(tracker.store.root, page).text
        assert "Late: the newest figure of my-vendor was said 53 days ago; 3 are allowed." in text


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


def test_an_odd_file_is_on_every_page(tracker: Tracker) -> None:
    """A file that was loaded although something is odd about it is named, and the Data page says
    what: here two days are missing between the others."""
    rows = [f"kling,revenue,2026-09-{day:02},all,WW,50000,2026-10-02\n" for day in (1, 2, 5)]
    tracker.drop("my-vendor", "odd.csv", HEADER + "".join(rows))
    tracker.run()
    for page in PAGES:
        text = Screen(tracker.store.root, page).text
        assert "Loaded, but odd: 1 file (odd.csv)." in text
