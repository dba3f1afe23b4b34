"""The Market page's public figures: forecasts of the market, and run rates of rivals."""

from typing import Any

import streamlit as st

from app_pages import app_links, formats, market_words, sources, tables
from app_pages.charts import house
from app_pages.charts import market as market_charts
from app_pages.language import N_, _
from app_pages.reader import Row
from app_pages.tables import Link


def sizes(markets: list[Row], parts: list[Row], apps: list[Row]) -> None:
    """How large the market is by whom, and which part of it an app reported."""
    st.header(_("The size of the market"))
    for market_id, unit in dict.fromkeys((row["market_id"], row["unit"]) for row in markets):
        paths = [r for r in markets if (r["market_id"], r["unit"]) == (market_id, unit)]
        within = [r for r in parts if (r["market_id"], r["unit"]) == (market_id, unit)]
        with st.container(border=True):
            title = sizes_title(paths)
            house.headline(title, [*paths, *within])
            newest = formats.day(max(row["as_of"] for row in paths))
            st.caption(
                formats.plain(
                    _(
                        "Market size by year, {unit}, forecasts of analysts. Large and filled: "
                        "said by the issuer. Small and hollow, dashed: the steady growth between "
                        "two years it said, which nobody said. Diamond: an app's own reported "
                        "revenue. Issuers count different things; their scopes are in the table. "
                        "Source: public statements, newest of {newest}."
                    ).format(unit=formats.unit_name(unit), newest=newest)
                )
            )
            drawn = market_charts.sizes(paths, within, house.colours(apps), unit)
            house.draw(drawn, f"sizes_{market_id}_{unit}", title)
            if within:
                st.markdown(f"**{formats.plain(parts_title(within))}**")
                lines = [part_line(row) for row in within]
                if len({row["app_id"] for row in within}) == 1:
                    lines = [{k: v for k, v in line.items() if k != "App"} for line in lines]
                tables.show(lines)
            with st.expander(_("Every stated size, with what it counts"), icon=":material/table:"):
                tables.show([size_line(row) for row in paths if not row["is_interpolated"]])


def sizes_title(paths: list[Row]) -> str:
    """The span of what issuers say for the first and the last year that several of them name."""
    said: dict[int, list[Row]] = {}
    for row in paths:
        if not row["is_interpolated"]:
            said.setdefault(row["year_start"].year, []).append(row)
    several = sorted(year for year, rows in said.items() if len(rows) > 1) or sorted(said)[:1]
    told = [_span(year, said[year]) for year in dict.fromkeys((several[0], several[-1]))]
    market = paths[0]["market_name"] or paths[0]["market_id"]
    return _("{market}, by who counts it: {sizes}").format(market=market, sizes="; ".join(told))


def _span(year: int, rows: list[Row]) -> str:
    ends = [f(row["value"] for row in rows) for f in (min, max)]
    figures = dict.fromkeys(formats.amount(end, rows[0]["unit"]) for end in ends)
    return _("{figures} in {year}").format(figures=_(" to ").join(figures), year=year)


def parts_title(parts: list[Row]) -> str:
    """How large a part of the market the apps had, from the smallest to the largest answer."""
    first = parts[0]
    own = [
        r for r in parts if (r["app_id"], r["year_start"]) == (first["app_id"], first["year_start"])
    ]
    span = dict.fromkeys(formats.part(r["share"], r["share_bound"]) for r in (own[0], own[-1]))
    return _("{name} in {year}: {share} of the market, depending on whose market it is").format(
        name=market_words.name(first),
        year=first["year_start"].year,
        share=_(" to ").join(span),
    )


def part_line(row: Row) -> dict[str, Any]:
    """An app's reported year against one issuer's market."""
    size = formats.amount(row["market_value"], row["unit"])
    return {
        N_("Whose market"): row["issuer"],
        N_("What it counts"): row["scope"],
        N_("Year"): str(row["year_start"].year),
        N_("Market"): _("{figure}, worked out").format(figure=size)
        if row["is_interpolated"]
        else size,
        N_("App"): app_links.cell(row),
        N_("Its revenue"): formats.amount(row["value"], row["unit"], row["bound"])
        + (_(" (converted)") if row["is_converted"] else ""),
        N_("Part"): formats.part(row["share"], row["share_bound"]),
        N_("Known since"): formats.short_day(row["as_of"]),
    }


def size_line(row: Row) -> dict[str, Any]:
    """One stated year of one issuer's market."""
    return {
        N_("Issuer"): row["issuer"],
        N_("Year"): str(row["year_start"].year),
        N_("Size"): formats.target_amount(row["value"], row["unit"], row["bound"]),
        N_("What it counts"): row["scope"],
        N_("A year"): formats.change(row["compound_growth"]) if row["compound_growth"] else "",
        N_("Known since"): formats.short_day(row["as_of"]),
        N_("Read in"): Link(row["publisher"] or _("unnamed"), row["address"]),
    }


def run_rates(rows: list[Row], apps: list[Row]) -> None:
    """Annual run rates of the apps and of their rivals, by who says them."""
    st.header(_("Rivals"))
    for unit in dict.fromkeys(row["unit"] for row in rows):
        shown = [row for row in rows if row["unit"] == unit]
        with st.container(border=True):
            title = run_rates_title(shown)
            house.headline(title, shown)
            newest = formats.day(max(row["as_of"] for row in shown))
            st.caption(
                formats.plain(
                    _(
                        "Annual run rate, {unit}: one month × 12, not a year's revenue, and the "
                        "months differ. The newest of each company by who says it; each "
                        "covers what the table says, some a whole group. Source: public "
                        "statements, newest of {newest}."
                    ).format(unit=formats.unit_name(unit), newest=newest)
                )
            )
            drawn = market_charts.run_rates(shown, house.colours(apps), unit)
            house.draw(drawn, f"run_rates_{unit}", title)
            with st.expander(_("Every run rate, with what it covers"), icon=":material/table:"):
                tables.show([run_rate_line(row) for row in shown])


def run_rates_title(rows: list[Row]) -> str:
    """The highest run rate said of anybody, and the highest of each tracked app."""
    top = [row for row in rows if row["value"] == row["highest"] and not row["is_denied"]]
    if not top:
        return _("Run rates a year: every one was denied")
    named = list({row["app_id"]: row for row in [*reversed(top)]}.values())[::-1]
    shown = [row for row in named if row["tracked"] or row is named[0]]
    told = ", ".join(
        f"{row['name_en']} {formats.amount(row['value'], row['unit'], row['bound'])} "
        f"({_(SAID[row['kind']])}, {formats.short_month(row['period_end'])})"
        for row in shown
    )
    return _("Highest run rate a year: {figures}").format(figures=told)


SAID = {"reported": N_("the company"), "press": N_("press"), "estimate": N_("third party")}


def run_rate_line(row: Row) -> dict[str, Any]:
    """One run rate with who says it."""
    return {
        tables.headed("Of", N_("App")): app_links.cell(row),
        N_("A year"): formats.amount(row["value"], row["unit"], row["bound"]),
        N_("Month"): formats.month(row["period_end"]),
        N_("Kind"): sources.kind_name(row["kind"]) + (_("; denied") if row["is_denied"] else ""),
        N_("Covers"): row["scope"],
        N_("Said"): formats.said_on(row["said_from"], row["as_of"]),
        N_("Read in"): Link(row["publisher"] or _("unnamed"), row["address"]),
        N_("Note"): row["note"] if row["is_denied"] else "",
    }
