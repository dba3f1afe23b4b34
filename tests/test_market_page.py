"""What the Market page says in each state of a tracker, and that its figures are the tables'."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app_pages import company_reports, formats
from app_pages.charts import house
from tests.page_fixtures import (
    HEADER,
    PROJECT,
    TAG,
    VENDOR,
    Screen,
    Tracker,
    asked,
    figures,
    values,
)
from tests.warehouse_fixtures import built, figure

pytest_plugins = ["tests.page_states"]

MARK = "<b>ILLUSTRATIVE</b><br>invented data"
BADGE = ":red-badge[ILLUSTRATIVE: invented data]"
FEED = VENDOR.replace("max_age_days = 3\n", "")


@cache
def market(data: Path, **address: str) -> Screen:
    """The page of a tracker that no test changes, read once for all of them."""
    return Screen(data, "market", **address)


def notes(figure: dict[str, Any]) -> str:
    """Everything written into a chart."""
    return "; ".join(note["text"] for note in figure["layout"].get("annotations", []))


def plain(text: str) -> str:
    """A text with plain spaces and no tags."""
    return TAG.sub("", text).replace("\u00a0", " ")


def test_who_leads_is_answered_first_and_invented_shares_stand_apart(everything: Path) -> None:
    """No invented figure is in the answer; what the samples show follows, with their mark."""
    texts = market(everything).texts
    answer = next(text for text in texts if text.startswith("## "))
    assert answer == (
        "## No public figures say whether Kling 可靈 or Jimeng 即夢 leads. Revenue reported by "
        "the companies: Kling 可靈 at least CNY 850M in Q2 2026; no revenue of Jimeng 即夢 is "
        "reported."
    )
    samples = texts[texts.index(answer) + 1]
    assert samples.startswith("In the invented samples: Jimeng 即夢 is ahead in revenue: 52% in ")
    assert samples.endswith(f"That says nothing about the market. {BADGE}")


def test_cards_say_how_sure_it_is(everything: Path) -> None:
    """Reports, estimates, the part of the market and models: each with its day and its limits."""
    texts = [plain(text) for text in market(everything).texts]
    start = texts.index("### How sure is this?")
    assert texts[start + 1 : start + 17] == [
        "Revenue reported by its company",
        "1 of 2 tracked apps",
        "**Kling ≥ CNY 850M in Q2 2026, said 19 Aug 2026**",
        "Of the others nothing is known but estimates.",
        "Largest share by estimates",
        "Jimeng 52%",
        "**ILLUSTRATIVE: invented data**",
        "Revenue, September 2026, of 2 apps; what that leaves out stands below.",
        "Kling's part of the market",
        "≥ 0.5% to ≥ 18%",
        "**of 2025, by whose market you take**",
        "4 market sizes: US$800M (China Merchants Securities International) to US$25B (Guotai "
        "Haitong Securities).",
        "Newest model leaderboard",
        "Seedance #1, Kling #12",
        "**19 August 2026**",
        "Artificial Analysis image-to-video. Said by Artificial Analysis. A model's rank is no "
        "figure of sales.",
    ]


@pytest.mark.parametrize("metric", ["Revenue", "Monthly active users"])
def test_shares_are_those_of_the_table(everything: Path, metric: str) -> None:
    """Title, columns and list of the chart hold what the model share holds, month by month."""
    name = "revenue" if metric == "Revenue" else "mau"
    screen = market(everything, metric=metric, platform="iOS", country="JP")
    rows = asked(
        everything,
        "select app_id, month, share from share where platform = 'ios' and country = 'JP' "
        f"and metric = '{name}' order by app_id, month",
    )
    chart = figures(screen)[0]
    drawn = {
        (trace["name"].split()[0].lower(), month[:10]): share
        for trace in chart["data"]
        for month, share in zip(trace["x"], values(trace["y"]), strict=True)
    }
    assert drawn == {(app, str(month)): pytest.approx(share) for app, month, share in rows}
    assert len(drawn) == 42
    last = max(month for _, month, _ in rows)
    title = next(text for text in screen.texts if text.startswith(f"### {metric} in "))
    for app, month, share in rows:
        if month == last:
            assert f"{app.capitalize()} " in title and formats.part(share) in title
    assert MARK in notes(chart) and title.endswith(BADGE)
    assert any(text.startswith("Leaves out: apps that are not tracked") for text in screen.texts)


def test_with_real_figures_only_nothing_is_marked_and_no_share_is_made_up(real_only: Path) -> None:
    """Public statements do not make a share; the page says what would, and shows what is known."""
    screen = market(real_only)
    assert "ILLUSTRATIVE" not in screen.text
    assert "No share can be told: a share needs figures of revenue of one kind" in screen.text
    assert not any("invented samples" in text for text in screen.texts)
    titles = [text for text in screen.texts if text.startswith("### ")]
    assert titles == [
        "### How sure is this?",
        "### AI video market, by who counts it: US$800M to US$25B in 2025; US$23B to US$40B in "
        "2030",
        "### Highest run rate a year: MiniMax ≈ US$800M (press, Aug 2026), Kling ≈ US$500M "
        "(the company, Mar 2026)",
        "### Kling 可靈: at least CNY 850M in Q2 2026",
        "### Kuaishou 快手: about CNY 35.5B in Q2 2026",
        "### 19 August 2026, Artificial Analysis image-to-video: Seedance #1, Kling #12",
        "### 32 prices of Kling, Seedance, Hailuo, newest of 12 August 2026",
    ]


def test_with_samples_only_everything_drawn_is_marked(samples_only: Path) -> None:
    """No public figure: the answer says so, and each chart carries the mark in title and plot."""
    screen = market(samples_only)
    assert (
        "## No public figures say whether Kling 可靈 or Jimeng 即夢 leads. No company reports "
        "the revenue of Kling 可靈 or Jimeng 即夢."
    ) in screen.texts
    drawn = figures(screen)
    badged = [t for t in screen.texts if t.startswith("### ") and t.endswith(BADGE)]
    assert drawn and all(MARK in notes(figure) for figure in drawn)
    assert len(badged) == len(drawn)
    assert "The size of the market" not in screen.texts


def test_an_empty_warehouse_has_no_market(empty: Path) -> None:
    """Nothing is known: the page says where to look, and draws nothing."""
    screen = market(empty)
    assert "No figure of a market yet" in screen.texts
    assert figures(screen) == []


def test_a_real_feed_is_the_answer(tmp_path: Path) -> None:
    """Real estimates of two apps: who is ahead, by whose figures, as of when; nothing is marked."""
    tracker = Tracker(tmp_path, samples=False, off=("disclosures", "events", "ecb-rates"))
    tracker.add_source(FEED)
    rows = ("kling,revenue,2026-09,all,WW,3000000,2026-10-02",)
    rows += ("jimeng,revenue,2026-09,all,WW,1000000,2026-10-02",)
    tracker.drop("my-vendor", "september.csv", HEADER + "\n".join(rows) + "\n")
    tracker.run()
    screen = Screen(tracker.store.root, "market")
    assert (
        "## Kling 可靈 is ahead in revenue: 75% in September 2026, Jimeng 即夢 25% (net of store "
        "fees, all platforms, worldwide; My vendor, as of 2 October 2026)."
    ) in screen.texts
    assert "ILLUSTRATIVE" not in screen.text


def test_forecasts_reports_and_what_nobody_said_have_shapes_of_their_own(real_only: Path) -> None:
    """Sizes: stated years filled, worked-out ones hollow; an app's report is a diamond alone."""
    chart = next(f for f in figures(market(real_only)) if "ten times" in notes(f))
    goldman = next(t for t in chart["data"] if t.get("name") == "Goldman Sachs")
    assert goldman["marker"]["symbol"] == [
        "circle", "circle-open", "circle-open", "circle-open", "circle-open", "circle",
    ]  # fmt: skip
    assert goldman["line"]["dash"] == "dash"
    hovers = [text.replace("\u00a0", " ") for text in goldman["customdata"]]
    assert "<br>forecast<br>" in hovers[0]
    assert "said by nobody: worked out between 2025 and 2030 at +57.4% a year" in hovers[1]
    report = next(t for t in chart["data"] if t["marker"]["symbol"] == "diamond")
    assert report["mode"] == "markers+text"
    assert plain(report["text"][0]).strip() == "≥ US$145.0M"


def test_parts_of_the_market_are_never_rounded_up_or_to_nothing(real_only: Path) -> None:
    """A floor stays below what was said, and a small part is no 0%."""
    lists = market(real_only).lists()
    parts = next(rows for rows in lists if "Whose market" in rows[0] and "Part" in rows[0])
    table = asked(real_only, "select share from market_share order by share")
    assert [row["Part"] for row in parts] == ["≥ 0.5%", "≥ 0.6%", "≥ 4.8%", "≥ 18%"]
    for row, (share,) in zip(parts, table, strict=True):
        assert 0 <= share * 100 - float(row["Part"].strip("≥ %")) < 1


def test_run_rates_have_a_shape_by_who_says_them(real_only: Path) -> None:
    """Company, press and third party stand beside each other and no line joins them."""
    chart = next(f for f in figures(market(real_only)) if "a month × 12" in notes(f))
    traces = [trace for trace in chart["data"] if trace.get("hovertemplate")]
    assert [trace["marker"]["symbol"] for trace in traces] == [
        "diamond",
        "circle-open",
        "square-open",
    ]
    assert {trace["mode"] for trace in traces} == {"markers"}
    kling = [
        plain(text)
        for trace in traces
        for text in trace["customdata"]
        if plain(text).startswith("Kling")
    ]
    assert len(kling) == 3 and all("≈ US$500M a year" in text for text in kling)


def test_a_run_rate_that_was_denied_is_never_the_highest(real_only: Path) -> None:
    """It stays on the chart, grey, and says that it was denied, in the words of its source."""
    [(name, amount)] = asked(
        real_only,
        "select a.name_en, s.value / 1e6 from statements as s join apps as a using (app_id)"
        " where is_denied and basis = 'run_rate'",
    )
    screen = market(real_only)
    [title] = [text for text in screen.texts if text.startswith("### Highest run rate")]
    assert name not in title
    chart = next(f for f in figures(screen) if "a month × 12" in notes(f))
    labels = [note["text"] for note in chart["layout"]["annotations"]]
    assert any(f"US${amount:,.0f}M" in text and text.endswith(", denied") for text in labels)
    shades = [
        shade
        for trace in chart["data"]
        if trace.get("hovertemplate")
        for shade, hover in zip(trace["marker"]["color"], trace["customdata"], strict=True)
        if "denied by whom it is about" in hover
    ]
    assert shades == [house.GREY]
    [line] = [
        row for rows in screen.lists() for row in rows if row.get("Kind", "").endswith("; denied")
    ]
    assert "Tan Dai" in line["Note"] and line["A year"] == f"≈ US${amount:,.0f}M"


def test_a_chosen_currency_states_its_rate(real_only: Path) -> None:
    """As stated by default; converted, every figure is reported_in's and the rate is named."""
    native = market(real_only)
    assert "### Kling 可靈: at least CNY 850M in Q2 2026" in native.texts
    assert "Converted to" not in native.text
    screen = market(real_only, currency="USD")
    assert "### Kling 可靈: at least US$124.9M in Q2 2026" in screen.texts
    assert (
        "Converted to US$: each period at the average of its daily ECB reference rates; what was "
        "stated in it stays as stated. A change named with a bar is that of the figures as stated: "
        "no exchange rate is in it."
    ) in screen.texts
    assert "USD (CNY converted: average of 62 daily rates)" in screen.text
    bars = next(f["data"][0] for f in figures(screen) if f["data"][0]["type"] == "bar")
    table = asked(
        real_only,
        "select value from reported_in where app_id = 'kling' and metric = 'revenue' and "
        "grain = 'quarter' and currency = 'USD' order by period_end",
    )
    assert values(bars["y"]) == [pytest.approx(float(value)) for (value,) in table]


def test_releases_are_never_called_a_cause(everything: Path) -> None:
    """Title, subtitle and picture say that the release need not be why."""
    screen = market(everything)
    ((compared, faster),) = asked(
        everything,
        "select count(difference), count(*) filter (difference > 0) from event_study "
        "where metric = 'revenue' and country = 'WW'",
    )
    title = f"### Revenue grew faster after {faster} of {compared} releases than before; releases"
    assert any(text.startswith(f"{title} need not be why") for text in screen.texts)
    assert "What happened around a release, not what it caused" in screen.text
    assert any("around the release, not caused by it" in notes(f) for f in figures(screen))


def test_two_sources_are_shown_side_by_side(everything: Path) -> None:
    """The largest distance of the newest whole month is in the title; both figures in the list."""
    screen = market(everything)
    ((app, platform, spread),) = asked(
        everything,
        "select app_id, platform, spread from reconciliation where metric = 'revenue' and "
        "country = 'WW' and complete order by month desc, spread desc limit 1",
    )
    assert (app, platform) == ("kling", "android")
    apart = formats.change(spread)[1:]
    title = f"### Revenue: two sources are at most {apart} apart in September 2026 (Kling 可靈 on"
    assert any(text.startswith(title) for text in screen.texts)
    pairs = next(rows for rows in screen.lists() if "Second to first" in rows[0])
    assert {"sample-daily", "sample-monthly"} <= set(pairs[0])


def test_ratios_are_those_of_the_table(everything: Path) -> None:
    """Revenue for each user and each download, with what was divided by what."""
    screen = market(everything)
    for per, name in (("mau", "monthly active user"), ("downloads", "download")):
        rows = asked(
            everything,
            f"select ratio, unit from ratios where per = '{per}' and platform = 'all' and "
            "country = 'WW' and month = date '2026-09-01'",
        )
        title = next(t for t in screen.texts if t.startswith(f"### Revenue per {name} in "))
        assert title.startswith(f"### Revenue per {name} in September 2026: ")
        for ratio, unit in rows:
            assert plain(formats.amount(ratio, unit)) in title


def test_prices_keep_their_digits(real_only: Path) -> None:
    """A price of 8.4 cents is not 8 cents."""
    prices = [row for rows in market(real_only).lists() for row in rows if "Price" in row]
    assert {"US$0.084", "US$0.112", "US$0.126"} <= {row["Price"] for row in prices}
    assert len(prices) == 32


def test_the_page_as_known_on_an_earlier_day(everything: Path) -> None:
    """Nothing said later is on it: no second quarter, no leaderboard of August."""
    text = market(everything, as_of="2026-02-14").text
    assert "Kling 可靈 at least CNY 300M in Q3 2025" in text
    assert "850M" not in text and "19 August 2026" not in text


def test_without_a_rate_a_reported_quarter_is_not_called_unreported() -> None:
    """A figure that cannot be converted keeps its place, with nothing to show in that currency."""
    quarter = {"app_id": "a", "period_start": date(2026, 1, 1), "period_end": date(2026, 3, 31)}
    stated = quarter | {"grain": "quarter", "scope": None, "unit": "CNY", "value": 5, "shown": 5}
    [converted] = company_reports.in_currency([stated | {"currency": "CNY"}], "USD")
    assert (converted["shown"], converted["currency"], converted["value"]) == (None, "USD", 5)
    own = stated | {"unit": "USD", "currency": "USD", "shown": 1}
    both = [own, stated | {"currency": "CNY"}, stated | {"currency": "USD", "shown": 0.7}]
    [chosen] = company_reports.in_currency(both, "USD")
    assert chosen["shown"] == 1


def test_below_a_denied_run_rate_the_next_is_the_highest(tmp_path: Path) -> None:
    """What the press said and was denied hides nothing of what the company said."""
    said = {"basis": "run_rate", "scope": "all"}
    denied = figure(
        "2026-06-30", 2000, **said, kind="press", quality="secondary", note="DENIED by its maker"
    )
    connection = built(tmp_path, figure("2026-03-31", 500, **said), denied)
    query = (PROJECT / "app_pages" / "queries" / "run_rates_said.sql").read_text(encoding="utf-8")
    found = connection.execute(f"select value::int, highest::int, is_denied from ({query})")
    assert sorted(found.fetchall()) == [(500, 500, False), (2000, 500, True)]
