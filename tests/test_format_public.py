"""Free public sources: rank, ratings, releases, rates, views and leaderboards, never revenue."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.config import ConfigError, read_config
from tests.fetch_fixtures import JSON, Fetching, Reply, fetching, vendor
from tests.ingest_fixtures import APPS, Desk

pytestmark = pytest.mark.usefixtures("on_one_core")

__all__ = ["fetching", "vendor"]

PAYLOADS = Path(__file__).parent / "vendor" / "public"

LISTED = APPS.replace(
    'aliases = ["Kling AI", "NA"]',
    'aliases = ["NA"]\n[app.listings]\napp_store = "999900001"\n'
    'wikipedia_en = ["Kling_AI", "可灵"]\n'
    'artificial_analysis = ["kling-3-0-omni", "kling-2-6"]',
).replace(
    'name_en = "Jimeng"\ntracked = true',
    'name_en = "Jimeng"\ntracked = true\n[app.listings]\napp_store = "999900002"',
)

CHART = "/us/rss/topgrossingapplications/limit=100/genre=6008/json"
OBSERVED = (
    "select app_id, metric, period_start::varchar, period_end::varchar, grain::varchar,"
    " platform::varchar, country, value::varchar, unit, basis::varchar, kind::varchar, scope,"
    " as_of::varchar, publisher, row_no from raw.observation order by all"
)


def payload(name: str) -> str:
    return (PAYLOADS / name).read_text(encoding="utf-8")


def fetched(fetching: Fetching, path: str, content: str, **keys: str) -> tuple[str, str]:
    """Outcome and reason of one payload at an address like the real one."""
    fetching.apps = LISTED
    fetching.vendor.on(path.partition("?")[0], Reply(content, headers=JSON))
    keys = {"unit": '""', "basis": '""', **keys}
    fetching.source(f"{fetching.vendor.url}{path}", **keys)
    file = fetching.one()
    return file["outcome"], file["reason"] or ""


def test_a_rank_in_a_chart(fetching: Fetching) -> None:
    """The place in the list is the rank, on the chart's day in UTC; the others are left out."""
    keys = {"format": '"public.apple_chart"', "metrics": '["rank"]', "other_apps": '"leave out"'}
    assert fetched(fetching, CHART, payload("apple_chart.json"), **keys) == ("accepted", "")
    day = "2026-11-24"
    assert fetching.desk.rows(OBSERVED) == [
        (
            *("kling", "rank", day, day, "point", "ios", "US", "2.0000", "rank", "none"),
            *("reported", "top grossing on iPhone, genre 6008", day, "Apple App Store", 2),
        )
    ]
    assert fetching.desk.rows("select rows_read, rows_left_out, figures from raw.snapshot") == [
        (3, 2, 1)
    ]
    assert fetching.desk.rows("from monthly") == []


def test_a_chart_of_one(fetching: Fetching) -> None:
    """A single entry is an object, not a list; country and genre come from the feed itself."""
    keys = {"format": '"public.apple_chart"', "metrics": '["rank"]', "other_apps": '"leave out"'}
    assert fetched(fetching, "/chart", payload("apple_chart_one.json"), **keys)[0] == "accepted"
    [row] = fetching.desk.rows("select country, scope, value::int from raw.observation")
    assert row == ("KR", "top grossing on iPhone, genre 6027", 1)


def test_an_app_that_is_not_in_the_chart_has_no_rank(fetching: Fetching) -> None:
    """No row is made of an absence; the chart itself was read."""
    content = json.loads(payload("apple_chart.json"))
    del content["feed"]["entry"][1]
    keys = {"format": '"public.apple_chart"', "metrics": '["rank"]', "other_apps": '"leave out"'}
    assert fetched(fetching, CHART, json.dumps(content), **keys) == ("accepted", "")
    assert fetching.desk.rows(OBSERVED) == []


def test_a_chart_that_names_no_country_asks(fetching: Fetching) -> None:
    """Neither the feed nor the address says which chart it is: a question, no guess."""
    content = json.loads(payload("apple_chart.json"))
    del content["feed"]["link"], content["feed"]["id"]
    keys = {"format": '"public.apple_chart"', "metrics": '["rank"]', "other_apps": '"leave out"'}
    outcome, reason = fetched(fetching, "/chart", json.dumps(content), **keys)
    assert outcome == "waiting"
    assert "which country" in reason and "what do its figures cover" in reason


def test_how_many_have_rated(fetching: Fetching) -> None:
    """The count of the day it was fetched, in the store that was asked; none is no row."""
    keys = {"format": '"public.app_ratings"', "metrics": '["rating_count"]', "as_of": '"fetched"'}
    path = "/lookup?id={listings:app_store}&country=us"
    assert fetched(fetching, path, payload("apple_lookup.json"), **keys) == ("accepted", "")
    assert fetching.vendor.asked[0][0] == "/lookup?id=999900001,999900002&country=us"
    day = "2026-11-24"
    assert fetching.desk.rows(OBSERVED) == [
        (
            *("kling", "rating_count", day, day, "point", "ios", "US", "48213.0000", "ratings"),
            *("none", "reported", "ratings of all versions", day, "Apple App Store", 1),
        )
    ]


def test_a_release_is_one_event(fetching: Fetching, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current version's day is an event; looking again on another day makes no second one."""
    keys = {"format": '"public.app_releases"', "as_of": '"fetched"'}
    content = payload("apple_lookup.json")
    assert fetched(fetching, "/lookup", content, **keys) == ("accepted", "")
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-25")
    later = content.replace("48213", "48300")
    assert fetched(fetching, "/lookup", later, **keys) == ("accepted", "")
    query = "select event_date::varchar, app_id, event from events order by all"
    assert fetching.desk.rows(query) == [
        ("2026-10-30", "jimeng", "Jimeng 5.0 released on the App Store"),
        ("2026-11-18", "kling", "Kling AI: Video Maker 3.2.1 released on the App Store"),
    ]
    assert fetching.desk.rows("select count(*) from raw.event") == [(4,)]


def test_rates_are_the_banks_own(fetching: Fetching) -> None:
    """Units for one euro, digit by digit; a currency nobody here uses is left out."""
    keys = {"format": '"public.frankfurter"'}
    content = payload("frankfurter_series.json")
    fetching.vendor.on("/v1/2026-11-10..2026-11-24", Reply(content, headers=JSON))
    fetching.source(f"{fetching.vendor.url}/v1/{{date-14}}..{{date}}?base=EUR", **keys)
    assert fetching.one()["outcome"] == "accepted"
    assert fetching.vendor.asked[0][0] == "/v1/2026-11-10..2026-11-24?base=EUR"
    query = "select rate_date::varchar, currency, per_eur::varchar from raw.fx_rate order by all"
    assert fetching.desk.rows(query) == [
        ("2026-11-19", "CNY", "8.20110000"),
        ("2026-11-19", "USD", "1.15310000"),
        ("2026-11-20", "CNY", "8.19040000"),
        ("2026-11-20", "USD", "1.15020000"),
    ]


def test_rates_of_one_day_and_of_another_base(fetching: Fetching) -> None:
    """One day has its date beside the rates; rates for a dollar are refused, not turned around."""
    keys = {"format": '"public.frankfurter"'}
    day = payload("frankfurter_day.json")
    assert fetched(fetching, "/v1/latest", day, **keys) == ("accepted", "")
    assert fetching.desk.rows("select count(*), min(rate_date)::varchar from raw.fx_rate") == [
        (2, "2026-11-20")
    ]
    outcome, reason = fetched(fetching, "/v1/usd", day.replace("EUR", "USD"), **keys)
    assert (outcome, "base=EUR" in reason) == ("refused", True)


def test_page_views_by_day(fetching: Fetching) -> None:
    """Each day of each article is a figure, worldwide; which article stands in the scope."""
    keys = {"format": '"public.page_views"', "metrics": '["page_views"]', "as_of": '"fetched"'}
    path = "/en/{listing:wikipedia_en}/{date-3:%Y%m%d}"
    fetching.apps = LISTED.replace('["Kling_AI", "可灵"]', '"Kling_AI"')
    fetching.vendor.on("/en/Kling_AI/20261121", Reply(payload("page_views_daily.json")))
    fetching.source(f"{fetching.vendor.url}{path}", unit='""', basis='""', **keys)
    assert fetching.one()["outcome"] == "accepted"
    tail = ("day", "all", "WW")
    end = ("views", "none", "reported", "en.wikipedia: Kling_AI", "2026-11-24", "Wikimedia")
    assert fetching.desk.rows(OBSERVED) == [
        ("kling", "page_views", day, day, *tail, f"{views}.0000", *end, number)
        for number, (day, views) in enumerate(
            (("2026-11-21", 1412), ("2026-11-22", 1390), ("2026-11-23", 1733)), start=1
        )
    ]
    assert fetching.desk.rows("from monthly") == []


def test_a_month_of_views_under_way(fetching: Fetching) -> None:
    """It ends on the day it was said, so that no part of a month is taken for one."""
    keys = {"format": '"public.page_views"', "metrics": '["page_views"]', "as_of": '"fetched"'}
    assert fetched(fetching, "/zh", payload("page_views_monthly.json"), **keys)[0] == "accepted"
    query = "select period_start::varchar, period_end::varchar, value::int from raw.observation"
    assert fetching.desk.rows(query + " order by all") == [
        ("2026-10-01", "2026-10-31", 51000),
        ("2026-11-01", "2026-11-24", 39000),
    ]


def test_a_leaderboard(fetching: Fetching) -> None:
    """Rating and rank of each model of an app, told apart by name; the others are left out."""
    fetching.secret(AA_KEY="planted-key")
    keys = {
        "format": '"public.leaderboard"',
        "metrics": '["elo", "rank"]',
        "as_of": '"fetched"',
        "other_apps": '"leave out"',
        "headers": '{ "x-api-key" = "{secret:AA_KEY}" }',
    }
    path = "/api/v2/data/media/text-to-video"
    assert fetched(fetching, path, payload("leaderboard.json"), **keys) == ("accepted", "")
    query = "select metric, value::varchar, unit, scope, note, row_no from raw.observation"
    told = "95% interval {}, {} appearances"
    omni, older = "text-to-video: Kling 3.0 Omni", "text-to-video: Kling 2.6"
    assert fetching.desk.rows(query + " where app_id = 'kling' order by all") == [
        ("elo", "1198.0000", "elo", older, told.format("-7/+7", 9001), 2),
        ("elo", "1241.5000", "elo", omni, told.format("-9/+8", 6120), 1),
        ("rank", "2.0000", "rank", omni, told.format("-9/+8", 6120), 1),
        ("rank", "7.0000", "rank", older, told.format("-7/+7", 9001), 2),
    ]
    assert fetching.desk.rows("select count(distinct app_id) from raw.observation") == [(1,)]
    assert fetching.desk.rows("from reported") == []


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("apple_chart.json", "public.apple_chart"),
        ("apple_lookup.json", "public.app_ratings"),
        ("frankfurter_series.json", "public.frankfurter"),
        ("page_views_daily.json", "public.page_views"),
        ("leaderboard.json", "public.leaderboard"),
    ],
)
def test_damaged_payloads(fetching: Fetching, name: str, form: str) -> None:
    """Cut off, of another shape, or with text where a number is due: refused in words."""
    content = payload(name)
    keys = {"format": f'"{form}"', "as_of": '"fetched"', "metrics": '["rank", "elo"]'}
    for number, broken in enumerate((content[: len(content) // 2], '{"odd": [1]}', '[{"a": 1}]')):
        path = f"/us/rss/topgrossingapplications/{number}/text-to-video?country=us"
        outcome, reason = fetched(fetching, path, broken, **keys)
        assert outcome == "refused" and reason, (broken[:30], outcome, reason)


def test_the_shipped_sources_are_off_and_whole() -> None:
    """Each free source waits to be switched on, and says licence, contact, pace and format."""
    config = read_config(Path(__file__).parent.parent)
    public = [source for source in config.sources if source.format.startswith("public.")]
    assert len(public) == 6
    for source in public:
        assert not source.enabled and not source.private, source.source_id
        assert source.licence and source.calls_per_day and source.address, source.source_id
        assert "you@example.com" in source.headers["User-Agent"], source.source_id
        assert all(file.startswith("https://") for file in source.files), source.source_id


def test_a_switched_on_source_needs_its_ids(desk: Desk) -> None:
    """Without a listing to ask for, the configuration says which one is missing."""
    shipped = (Path(__file__).parent.parent / "config" / "sources.toml").read_text()
    on = shipped.replace('id = "apple-ratings"\nenabled = false', 'id = "apple-ratings"')
    desk.configure(sources=on)
    with pytest.raises(ConfigError) as caught:
        read_config(desk.root)
    assert "no app of config/apps.toml has a listing 'app_store'" in str(caught.value)
