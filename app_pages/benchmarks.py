"""Standings and prices of models and apps, as dated facts: said on a day, joined by no line."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from app_pages import app_links, formats, history_words, market_words, sources, tables
from app_pages.charts import house
from app_pages.language import N_, _, _n
from app_pages.reader import Reader, Row
from app_pages.tables import Link

READ_HERE = 6
RAN_BY = {
    "its own maker": N_(" (run by its own maker)"),
    "not said": N_(" (by whom is not said)"),
}


def show(opened: Reader, standings: list[Row], app_id: str | None) -> None:
    """Leaderboards, comparisons and prices as dated facts; they make no series."""
    compared = opened.rows("benchmarks", measures=["comparison"], app_id=app_id)
    prices = opened.rows("benchmarks", measures=["price"], app_id=app_id)
    if standings or compared:
        st.header(_("Models: standings, as said on their day"))
        facts(standings_title(standings or compared), [*standings, *compared], standing_line)
    if prices:
        st.header(_("Prices, as said on their day"))
        facts(prices_title(prices), prices, price_line)


def facts(title: str, rows: list[Row], line: Callable[[Row], dict[str, Any]]) -> None:
    """Dated facts as a table; no line joins them."""
    with st.container(border=True):
        house.headline(title, rows)
        st.caption(
            formats.plain(
                _(
                    "Single statements, each of its day. Leaderboards change their rules and a "
                    "price is of one tier, so they make no series and are not drawn as one. "
                    "Source: public statements, newest of {newest}."
                ).format(newest=formats.day(max(row["as_of"] for row in rows)))
            )
        )
        lines = [line(row) for row in rows]
        tables.show(lines[:READ_HERE])
        if len(lines) > READ_HERE:
            more = _n("{n} more statement", "{n} more statements", len(lines) - READ_HERE)
            with st.expander(more, icon=":material/table:"):
                tables.show(lines[READ_HERE:])


def standings_title(rows: list[Row]) -> str:
    """Who stood where on the newest leaderboard."""
    last = rows[0]
    same = [row for row in rows if market_words.same_board(row, last)]
    told = ", ".join(f"{row['name_en']} {market_words.standing(row)}" for row in same)
    return f"{formats.day(last['fact_date'])}, {market_words.board(last)}: {told}"


def standing_line(row: Row) -> dict[str, Any]:
    """One standing or comparison with who ran and who said it."""
    after = ""
    if row["days_after_release"] is not None:
        after = _n(
            "{n} day after: {release}",
            "{n} days after: {release}",
            row["days_after_release"],
            release=row["release"],
        )
    return {
        N_("Day"): formats.short_day(row["fact_date"]),
        tables.headed("Of", N_("App")): app_links.cell(row),
        tables.headed("Standing", N_("Rank or score")): market_words.standing(row),
        N_("In what"): row["scope"] + (_(RAN_BY[row["ran_by"]]) if row["ran_by"] in RAN_BY else ""),
        N_("Its last release by then"): after,
        N_("Kind"): sources.kind_name(row["kind"]),
        N_("Read in"): Link(row["publisher"] or _("unnamed"), row["address"]),
        N_("Known since"): formats.short_day(row["as_of"]),
    }


def prices_title(rows: list[Row]) -> str:
    """How many prices, of whom, and the newest day."""
    names = ", ".join(dict.fromkeys(row["name_en"] for row in rows))
    newest = formats.day(rows[0]["fact_date"])
    return _n(
        "{n} price of {names}, newest of {newest}",
        "{n} prices of {names}, newest of {newest}",
        len(rows),
        names=names,
        newest=newest,
    )


def price_line(row: Row) -> dict[str, Any]:
    """One price of one tier."""
    return {
        N_("Day"): formats.short_day(row["fact_date"]),
        tables.headed("Of", N_("App")): app_links.cell(row),
        N_("Price"): formats.exact_amount(row["value"], row["unit"], row["bound"]),
        tables.headed(
            "For", N_("Price of what")
        ): f"{history_words.metric_name(row['metric'])}: {row['scope']}",
        N_("Kind"): sources.kind_name(row["kind"]),
        N_("Read in"): Link(row["publisher"] or _("unnamed"), row["address"]),
        N_("Known since"): formats.short_day(row["as_of"]),
    }
