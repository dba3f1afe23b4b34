"""Recognised revenue that companies reported, as it was stated or in a chosen currency."""

from typing import Any

import streamlit as st

from app_pages import (
    app_links,
    cards,
    caveats,
    choices,
    formats,
    market_words,
    sources,
    tables,
)
from app_pages.charts import house
from app_pages.charts import reported as reported_charts
from app_pages.language import N_, _
from app_pages.reader import Reader, Row
from app_pages.tables import Link


def currency(rows: list[Row]) -> str | None:
    """The currency to show reported revenue in, or None for the one each was stated in."""
    stated = dict.fromkeys(row["unit"] for row in rows)
    offered = [*stated, *sorted({row["currency"] for row in rows} - set(stated))]
    return choices.currency(_("Currency of reports"), offered)


def in_currency(rows: list[Row], code: str | None) -> list[Row]:
    """Each reported figure once: as stated, or in one currency, where a figure stated in it wins.

    What cannot be converted, for want of a rate, stays with nothing to show: it was reported.
    """
    if code is None:
        return as_stated(rows)
    nothing = {"shown": None, "currency": code, "fx_rule": None}
    chosen = {_figure(row): row | nothing for row in as_stated(rows)}
    for row in sorted(rows, key=lambda row: row["unit"] == code):
        if row["currency"] == code:
            chosen[_figure(row)] = row
    return [*chosen.values()]


def as_stated(rows: list[Row]) -> list[Row]:
    """Each reported figure in the currency it was stated in."""
    return [row for row in rows if row["currency"] == row["unit"]]


def _figure(row: Row) -> tuple[Any, ...]:
    return tuple(row[key] for key in ("app_id", "period_start", "period_end", "grain", "scope"))


def show(opened: Reader, every: list[Row], apps: list[Row]) -> None:
    """What companies reported: quarters as panels, the other periods as a table."""
    code = currency(every)
    rows = in_currency(every, code)
    if code is not None:
        st.caption(formats.plain(conversion_note(code)))
    colours = house.colours(apps)
    by_app = {
        app_id: [r for r in rows if r["app_id"] == app_id and r["grain"] == "quarter"]
        for app_id in dict.fromkeys(row["app_id"] for row in rows if row["grain"] == "quarter")
    }
    for app_id, panel in cards.panels(by_app):
        with panel:
            quarters(opened, by_app[app_id], colours.get(app_id, house.GREY))
    other_periods(rows)


def of_one(opened: Reader, every: list[Row], app: Row) -> None:
    """What was reported of one app: its quarters as a chart, its other periods as a table."""
    st.header(_("Reported revenue"))
    code = currency(every)
    rows = in_currency(every, code)
    if code is not None:
        st.caption(formats.plain(conversion_note(code)))
    own = [row for row in rows if row["grain"] == "quarter"]
    if own:
        with st.container(border=True):
            quarters(opened, own, app["colour"] or house.PALETTE[0])
    other_periods(rows)


def other_periods(rows: list[Row]) -> None:
    """Years and parts of years: no bar beside quarters."""
    others = [row for row in rows if row["grain"] != "quarter"]
    if others:
        with st.expander(_("Years, months and parts of years reported"), icon=":material/table:"):
            tables.show([reported_line(row) for row in reversed(others)])


def conversion_note(code: str) -> str:
    """At which rate reports are converted."""
    return _(
        "Converted to {unit}: each period at the average of its daily ECB reference rates; what "
        "was stated in it stays as stated. A change named with a bar is that of the figures as "
        "stated: no exchange rate is in it."
    ).format(unit=formats.unit_name(code))


def quarters(opened: Reader, rows: list[Row], colour: str) -> None:
    """One company's reported quarters in one currency, with its sources."""
    last = rows[-1]
    unit = last["currency"]
    shown = [row for row in rows if row["currency"] == unit]
    figure = formats.amount_in_words(last["shown"], unit, last["bound"])
    period = formats.period(last["period_start"], last["period_end"])
    title = _("{name}: {figure} in {period}")
    if last["shown"] is None:
        title = _("{name}: {period} is reported, but no exchange rate is known")
    title = title.format(name=market_words.name(last), figure=figure, period=period)
    house.headline(title, shown)
    rate = ""
    if unit != last["unit"]:
        rate = _(" ({unit} converted: {rule})").format(
            unit=last["unit"], rule=caveats.rate(last["fx_rule"]) or _("no rate")
        )
    st.caption(
        formats.plain(
            _(
                "Recognised revenue by quarter, {unit}{rate}, reported by {company}; {scope}. ≥: "
                "“over”; ≈: about. Newest of {newest}."
            ).format(
                unit=unit,
                rate=rate,
                company=last["company"],
                scope=last["scope"] or _("scope not said"),
                newest=formats.day(last["as_of"]),
            )
        )
    )
    drawn = reported_charts.quarter_bars(shown, unit, colour, height=280, column="shown")
    house.draw(drawn, f"quarters_{last['app_id']}_{unit}", title)
    span = (shown[0]["period_start"], shown[-1]["period_end"])
    listed = sources.statements(opened, last["app_id"], ["revenue"], ["reported"], span)
    sources.popover(_("Sources of {name}'s quarters").format(name=last["name_en"]), listed)


def reported_line(row: Row) -> dict[str, Any]:
    """One reported period that is no quarter."""
    converted = row["currency"] != row["unit"]
    stated = formats.amount(row["value"], row["unit"], row["bound"])
    return {
        tables.headed("Of", N_("App")): app_links.cell(row),
        N_("Period"): formats.period(row["period_start"], row["period_end"]),
        N_("Recognised revenue"): formats.amount(row["shown"], row["currency"], row["bound"]),
        N_("As stated"): stated if converted else "",
        N_("Rate"): (caveats.rate(row["fx_rule"]) or _("no rate known")) if converted else "",
        N_("Covers"): row["scope"],
        N_("Said"): formats.said_on(row["said_from"], row["as_of"]),
        N_("Read in"): Link(row["publisher"] or _("unnamed"), row["address"]),
        N_("Figures"): "" if not row["illustrative"] else market_words.invented(row),
    }
