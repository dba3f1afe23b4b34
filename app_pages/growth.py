"""The Growth page: apps against each other by month, from estimates; company figures kept apart."""

import streamlit as st

from app_pages import (
    choices,
    empty,
    export_lines,
    figures,
    formats,
    growth_stated,
    growth_words,
    lineage,
    reader,
    tables,
    take_out,
)
from app_pages.charts import growth as growth_charts
from app_pages.charts import house
from app_pages.growth_words import METRICS, VIEWS, metric_name, view_name
from app_pages.language import N_, _
from app_pages.reader import Reader, Row

OWN = {
    **export_lines.SHOWN,
    "app": "the app",
    "view": "level, change on the month before, or index",
}


def show() -> None:
    """The page, or what to do when there is nothing to show."""
    opened = reader.current()
    st.title(_("Growth, month over month"))
    if opened is None:
        empty.no_warehouse()
        return
    apps = opened.rows("apps")
    if not apps:
        empty.nothing_known(N_("app"))
        return
    by_id = {app["app_id"]: app for app in apps}

    def name_of(app_id: str) -> str:
        return formats.app_name(by_id[app_id]["name_en"], by_id[app_id]["name_zh"])

    series = opened.rows("series_choices")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        app_ids = choices.some_of(_("Apps"), "apps", list(by_id), name_of)
        metric = choices.one_of(
            _("Metric"), "metric", list(METRICS), metric_name, widget=st.segmented_control
        )
    if not app_ids:
        st.info(_("Choose at least one app."), icon=":material/touch_app:")
        return
    estimates(opened, series, app_ids, metric)
    growth_stated.show(opened, apps, app_ids, metric)


def estimates(opened: Reader, series: list[Row], app_ids: list[str], metric: str) -> None:
    """The chart of a feed's estimates with its table and download."""
    offered = [s for s in series if s["metric"] == metric and s["app_id"] in app_ids]
    if not offered:
        empty.no_estimates(opened.knowledge_date, metric_name(metric).lower())
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view = choices.one_of(
            _("View"), "view", list(VIEWS), view_name, widget=st.segmented_control
        )
        platforms = growth_words.ordered({s["platform"] for s in offered}, "all")
        platform = choices.one_of(_("Platform"), "platform", platforms, growth_words.platform_name)
        countries = growth_words.ordered(
            {s["country"] for s in offered if s["platform"] == platform}, "WW"
        )
        country = choices.one_of(_("Country"), "country", countries, growth_words.country_name)
        known = opened.rows("currencies_of_months") if metric == "revenue" else []
        code = choices.currency(_("Currency of estimates"), [row["currency"] for row in known])
    series_of = {"app_ids": app_ids, "metric": metric, "platform": platform, "country": country}
    asked = {**series_of, "currency": code}
    rows = opened.rows("growth", **asked)
    for same in growth_words.alike(rows):
        estimate_chart(opened, same, view, metric_name(metric), asked)
    absent = [s for s in app_ids if s not in {row["app_id"] for row in rows}]
    if absent:
        none = _("No estimate is loaded here for: {apps}.")
        st.caption(none.format(apps=", ".join(absent)))


def estimate_chart(
    opened: Reader, rows: list[Row], view: str, metric_name: str, asked: Row
) -> None:
    """One chart of one unit, basis and kind, its words, its table and its file."""
    first, unit = rows[0], rows[0]["unit"]
    units = "_".join(dict.fromkeys((unit, first["native_unit"])))
    key = f"growth_{units}_{first['basis']}_{first['kind']}"
    with st.container(border=True):
        title = growth_words.finding(rows, view, metric_name)
        house.headline(title, rows, level=2)
        st.caption(formats.plain(growth_words.subtitle(rows, view, metric_name)))
        leads = lineage.Drawn(figures.of_growth(rows, view), [("growth", asked)])
        drawn = growth_charts.by_month(rows, view, unit)
        lineage.chart(opened, drawn, key, title, leads)
        for sentence in growth_words.part_months(rows, view):
            st.caption(formats.plain(sentence))
        claims(opened, rows)
        with st.expander(_("Table"), icon=":material/table:"):
            tables.show(growth_words.by_month(rows))
            st.caption(_("Every column, to search and sort:"))
            table = [growth_words.table_row(row) for row in reversed(rows)]
            named = [{_(name): text for name, text in line.items()} for line in table]
            st.dataframe(named, hide_index=True)
        what = take_out.taken(
            opened,
            f"growth_{rows[0]['metric']}_{view}_{rows[0]['platform']}_{rows[0]['country']}",
            (title, growth_words.subtitle(rows, view, metric_name)),
            export_lines.of_growth(rows, view),
            ("growth", "monthly", "monthly_in"),
            OWN,
        )
        take_out.offer(opened, what, key, drawn)


def claims(opened: Reader, rows: list[Row]) -> None:
    """Growth that somebody claimed for months of this series, and whether the series agrees."""
    first = rows[0]
    if (first["platform"], first["country"]) != ("all", "WW"):
        return
    app_ids = list(dict.fromkeys(row["app_id"] for row in rows))
    shown = {(row["app_id"], row["month"], row["native_unit"], row["basis"]) for row in rows}
    for claim in opened.rows("claims", app_ids=app_ids, metric=first["metric"]):
        if (claim["app_id"], claim["month"], claim["unit"], claim["basis"]) in shown:
            st.markdown(growth_words.claim_sentence(claim) + house.badge([claim]))


show()
