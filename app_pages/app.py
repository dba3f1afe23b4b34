"""One app's own page: what is known of it, by whom, since when, and where to see more."""

import streamlit as st

from app_pages import (
    app_links,
    app_words,
    benchmarks,
    cards,
    choices,
    company_reports,
    empty,
    formats,
    language,
    pace_words,
    reader,
    sources,
    tables,
)
from app_pages.charts import app as app_charts
from app_pages.charts import house
from app_pages.language import N_, _, _n
from app_pages.reader import Reader, Row

READ_HERE = 8


def show() -> None:
    """The page, or what to do when there is nothing to show."""
    opened = reader.current()
    heading = st.container()
    if opened is None:
        heading.title(_("App"))
        empty.no_warehouse()
        return
    apps = {app["app_id"]: app for app in opened.rows("all_apps")}
    if not apps:
        heading.title(_("App"))
        empty.nothing_known(N_("app"))
        return

    def name_of(app_id: str) -> str:
        return formats.app_name(apps[app_id]["name_en"], apps[app_id]["name_zh"])

    app_id = choices.by_id(_("App"), "app", list(apps), name_of)
    [app] = opened.rows("app", app_id=app_id)
    figures = opened.rows("app_figures", app_id=app_id)
    reports = opened.rows("reported_companies", app_id=app_id)
    with heading:
        st.title(formats.plain(name_of(app_id)))
        st.caption(formats.plain(app_words.who(app, opened.rows("app_listings", app_id=app_id))))
    st.markdown(
        f"## {formats.plain(app_words.answer(app, company_reports.as_stated(reports), figures))}"
    )
    elsewhere(opened, app)
    if figures:
        cards.row(app_words.cards(figures), kind="card_four")
    if reports:
        company_reports.of_one(opened, reports, app)
    newest_figures(figures)
    targets(opened, app)
    events(opened, app)
    coverage(opened, app)
    benchmarks.show(
        opened, opened.rows("benchmarks", measures=["leaderboard"], app_id=app_id), app_id
    )
    feeds(opened, app)


def elsewhere(opened: Reader, app: Row) -> None:
    """Ways to the other pages, with this app chosen there."""
    with language.within(language.ENGLISH):  # as addresses spell it
        name = formats.app_name(app["name_en"], app["name_zh"])
    carried = app_links.carried()
    target = next(
        (row for row in opened.rows("target_choices") if row["app_id"] == app["app_id"]), None
    )
    with st.container(horizontal=True):
        if target is not None:
            st.page_link(
                "app_pages/pace.py",
                label=_("Its pace"),
                icon=":material/flag:",
                query_params={
                    "target": language.in_english(pace_words.target_name, target),
                    **carried,
                },
            )
        if app["tracked"]:
            st.page_link(
                "app_pages/growth.py",
                label=_("Its growth"),
                icon=":material/trending_up:",
                query_params={"apps": name, **carried},
            )
        st.page_link(
            "app_pages/history.py",
            label=_("What was said when"),
            icon=":material/history:",
            query_params={"app": name, **carried},
        )


def newest_figures(figures: list[Row]) -> None:
    """The newest figure of each metric, basis and kind, with its day and source."""
    st.header(_("Newest figure of each metric"))
    if not figures:
        st.markdown(_("No figure of it is known."))
        return
    with st.container(border=True):
        st.caption(
            _(
                "By metric, basis and kind: a company's report, the press, a third party's "
                "estimate and an invented sample are never put together. Of a feed: its widest "
                "whole month."
            )
        )
        lines = [app_words.figure_line(row) for row in figures]
        tables.show(lines[:READ_HERE])
        if len(lines) > READ_HERE:
            more = _n("{n} more figure", "{n} more figures", len(lines) - READ_HERE)
            with st.expander(more, icon=":material/table:"):
                tables.show(lines[READ_HERE:])


def targets(opened: Reader, app: Row) -> None:
    """What anybody said it will come to; guidance and forecasts apart, revised ones kept."""
    rows = opened.rows("app_targets", app_id=app["app_id"])
    if not rows:
        return
    st.header(_("Targets"))
    standing = [row for row in rows if row["is_newest"] and not row["is_conflict"]]
    others = [row for row in rows if row not in standing]
    with st.container(border=True):
        title = _n(
            "{n} target stands, {others} revised or contradicted",
            "{n} targets stand, {others} revised or contradicted",
            len(standing),
            others=len(others),
        )
        st.markdown(f"### {title}{house.badge(rows)}")
        st.caption(
            _("Guidance is the company's own; a forecast is an analyst's, not the company's.")
        )
        lines = [app_words.target_line(row) for row in standing]
        if lines:
            tables.show(lines[:READ_HERE])
        if len(lines) > READ_HERE:
            more = _("{n} more that stand, of earlier periods or other figures")
            more = more.format(n=len(lines) - READ_HERE)
            with st.expander(more, icon=":material/table:"):
                tables.show(lines[READ_HERE:])
        if others:
            with st.expander(_("Revised or contradicted"), icon=":material/table:"):
                tables.show(
                    [
                        app_words.target_line(row) | {"Standing": sources.target_standing(row)}
                        for row in others
                    ]
                )


def events(opened: Reader, app: Row) -> None:
    """What happened to it and to its publisher, on a line of time and as a list."""
    rows = opened.rows("app_events", app_id=app["app_id"])
    if not rows:
        return
    st.header(_("Events"))
    with st.container(border=True):
        newest = formats.day(rows[0]["event_date"])
        title = _n(
            "{n} event, the newest on {newest}",
            "{n} events, the newest on {newest}",
            len(rows),
            newest=newest,
        )
        house.headline(title, rows)
        st.caption(
            _("Of the app, and of its publisher's models and company; each with its address.")
        )
        house.draw(app_charts.events(rows), "events", title)
        lines = [app_words.event_line(row) for row in rows]
        tables.show(lines[:READ_HERE])
        if len(lines) > READ_HERE:
            older = _("{n} older").format(n=len(lines) - READ_HERE)
            with st.expander(older, icon=":material/table:"):
                tables.show(lines[READ_HERE:])


def coverage(opened: Reader, app: Row) -> None:
    """Which part of the reported revenue a feed sees."""
    rows = opened.rows("app_coverage", app_id=app["app_id"])
    if not rows:
        return
    st.header(_("What a feed sees of it"))
    with st.container(border=True):
        house.headline(app_words.coverage_title(rows), rows)
        st.caption(
            formats.plain(
                _(
                    "Tracked revenue of a quarter over the revenue reported for it, US$. Below "
                    "100% is usual: a feed of app stores does not see the web, an API or other "
                    "stores."
                )
            )
        )
        tables.show([app_words.coverage_line(row) for row in rows])


def feeds(opened: Reader, app: Row) -> None:
    """The sources that say anything of it."""
    rows = opened.rows("app_sources", app_id=app["app_id"])
    st.header(_("Its sources"))
    if not rows:
        st.markdown(_("No source says anything of it."))
        return
    tables.show([app_words.source_line(row) for row in rows])


show()
