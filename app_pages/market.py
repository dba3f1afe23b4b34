"""The Market page: who leads and how sure, how large the market is, and what rivals do."""

from dataclasses import dataclass

import streamlit as st

from app_pages import (
    benchmarks,
    cards,
    choices,
    company_reports,
    empty,
    formats,
    growth_words,
    market_cards,
    market_estimates,
    market_public,
    market_words,
    reader,
)
from app_pages.charts import house
from app_pages.growth_words import METRICS, metric_name
from app_pages.language import N_, _
from app_pages.reader import Reader, Row


@dataclass(frozen=True)
class Known:
    """What the page knows before anything is chosen."""

    apps: list[Row]
    shares_of: list[Row]
    markets: list[Row]
    parts: list[Row]
    run_rates: list[Row]
    reported: list[Row]
    standings: list[Row]

    @property
    def anything(self) -> bool:
        """Whether there is one section to show."""
        return any((self.shares_of, self.markets, self.run_rates, self.reported, self.standings))


def show() -> None:
    """The page, or what to do when there is nothing to show."""
    opened = reader.current()
    st.title(_("Market: who leads"))
    if opened is None:
        empty.no_warehouse()
        return
    known = Known(
        apps=opened.rows("apps"),
        shares_of=opened.rows("share_choices"),
        markets=opened.rows("market"),
        parts=opened.rows("market_share"),
        run_rates=opened.rows("run_rates_said"),
        reported=opened.rows("reported_companies", app_id=None),
        standings=opened.rows("benchmarks", measures=["leaderboard"], app_id=None),
    )
    if not known.anything:
        empty.nothing_known(N_("figure of a market"))
        return
    metric, platform, country = chosen(known)
    shares = opened.rows("share", metric=metric, platform=platform, country=country)
    answer(known, shares, metric)
    market_estimates.shares(opened, shares, known.apps, metric)
    public(opened, known)
    market_estimates.ratios(opened, known.apps, platform, country)
    market_estimates.releases(opened, known.apps, metric, country)
    market_estimates.two_sources(opened, known.apps, metric, country)


def chosen(known: Known) -> tuple[str, str, str]:
    """Metric, platform and country of what is estimated; the widest where nothing can be chosen."""
    if not known.shares_of:
        return "revenue", "all", "WW"
    offered = [m for m in METRICS if m in {row["metric"] for row in known.shares_of}]
    if not offered:
        return "revenue", "all", "WW"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        metric = choices.one_of(
            _("Metric"), "metric", offered, metric_name, widget=st.segmented_control
        )
        rows = [row for row in known.shares_of if row["metric"] == metric]
        platforms = growth_words.ordered({row["platform"] for row in rows}, "all")
        platform = choices.one_of(_("Platform"), "platform", platforms, growth_words.platform_name)
        countries = growth_words.ordered(
            {row["country"] for row in rows if row["platform"] == platform}, "WW"
        )
        country = choices.one_of(_("Country"), "country", countries, growth_words.country_name)
    return metric, platform, country


def answer(known: Known, shares: list[Row], metric: str) -> None:
    """Who leads in a sentence, what invented figures say apart from it, and how sure it is."""
    real = market_words.newest([row for row in shares if not row["illustrative"]])
    invented = market_words.newest([row for row in shares if row["illustrative"]])
    reported = company_reports.as_stated(known.reported)
    public_words = market_words.reported_by(known.apps, reported)
    if real:
        st.markdown(f"## {formats.plain(market_words.leader(real, metric))}")
        st.markdown(formats.plain(public_words))
    else:
        st.markdown(f"## {formats.plain(f'{market_words.unknown(known.apps)} {public_words}')}")
    if invented:
        sentence = _("In the invented samples: {leader} That says nothing about the market.")
        said = sentence.format(leader=market_words.leader(invented, metric))
        st.markdown(f"{formats.plain(said)}{house.badge(invented)}")
    st.markdown(_("### How sure is this?"))
    cards.row(
        market_cards.cards(known.apps, reported, real or invented, known.parts, known.standings),
        kind="card_four",
    )


def public(opened: Reader, known: Known) -> None:
    """What was said in public: forecasts of the market, run rates, reports, models."""
    if known.markets:
        market_public.sizes(known.markets, known.parts, known.apps)
    if known.run_rates:
        market_public.run_rates(known.run_rates, known.apps)
    if known.reported:
        company_reports.show(opened, known.reported, known.apps)
    benchmarks.show(opened, known.standings, None)


show()
