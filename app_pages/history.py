"""The History page: what was known when, which past figures changed, and what is new."""

from datetime import timedelta

import streamlit as st

from app_pages import (
    app_links,
    choices,
    empty,
    export_lines,
    figures,
    formats,
    history_replay,
    history_words,
    language,
    lineage,
    reader,
    tables,
    take_out,
)
from app_pages.charts import house
from app_pages.charts import vintages as vintage_charts
from app_pages.language import N_, _, _n
from app_pages.reader import Reader, Row

OWN = {**export_lines.SHOWN, "counts": "whether it counts, or counted when it was said"}
ALL_APPS = N_("All apps")
READ_HERE = 15
LATELY_DAYS = 30


def show() -> None:
    """The page, or what to do when there is nothing to show."""
    opened = reader.current()
    st.title(_("History: what was known when"))
    if opened is None:
        empty.no_warehouse()
        return
    apps = {app["app_id"]: app for app in opened.rows("all_apps")}

    def name_of(chosen: str | None) -> str:
        if chosen is None:
            return _(ALL_APPS)
        return formats.app_name(apps[chosen]["name_en"], apps[chosen]["name_zh"])

    app_id = choices.one_of(_("App"), "app", [None, *apps], name_of)
    if app_id is not None:
        for app in opened.rows("app", app_id=app_id):
            app_links.plain_link(app)
    metrics = [row["metric"] for row in opened.rows("metrics_known", app_id=app_id)]
    if not metrics:
        nothing_known(opened)
    st.markdown(speaking_from(opened))
    lately(opened, app_id)
    restatements(opened, app_id)
    if metrics:
        one_figure(opened, app_id, metrics)
        for app in opened.rows("app", app_id=app_id or next(iter(apps))):
            history_replay.show(opened, app)


def speaking_from(opened: Reader) -> str:
    """From which day the page speaks, and how to choose another."""
    return _(
        "This page shows what was known on {day}: nothing said later counts. Choose another day "
        "under “As known on” at the side; every page follows it, and the link keeps it."
    ).format(day=formats.day(opened.today))


def nothing_known(opened: Reader) -> None:
    """No figure at all, or none that early, or none of this app."""
    st.header(_("No figure is known"))
    day = opened.knowledge_date
    unknown = _("No figure of this choice was known.")
    if day:
        unknown = _("On {day} no figure of this choice was known.").format(day=formats.day(day))
    advice = _(
        "Choose another app or a later day; the Data page lists files that were refused, and "
        "`python -m ingest run` loads what is new."
    )
    st.markdown(f"{unknown} {advice}")


def lately(opened: Reader, app_id: str | None) -> None:
    """New statements, targets and loads of the last 30 days."""
    through = opened.today
    after = through - timedelta(days=LATELY_DAYS)
    st.header(_("New in the last {days} days").format(days=LATELY_DAYS))
    span = _(
        "{first} to {last}, by the day it became known; loads by the day they were read."
    ).format(first=formats.day(after + timedelta(days=1)), last=formats.day(through))
    st.caption(formats.plain(span))
    said = opened.rows("said_lately", app_id=app_id, after=after)
    targets = opened.rows("targets_lately", app_id=app_id, after=after)
    loads = opened.rows_now("loads_lately", after=after, through=through)
    new = _n("{n} new statement", "{n} new statements", len(said))
    listed(new, [*map(history_words.statement, said)])
    new = _n("{n} new target", "{n} new targets", len(targets))
    listed(new, [*map(history_words.statement, targets)])
    new = _n("{n} file read, of all apps", "{n} files read, of all apps", len(loads))
    listed(new, [*map(history_words.load, loads)])


def listed(label: str, lines: list[Row]) -> None:
    """A list to open; one line where there is nothing in it."""
    if not lines:
        st.markdown(_("{label}.").format(label=label))
        return
    with st.expander(label, icon=":material/fiber_new:"):
        tables.show(lines)


def restatements(opened: Reader, app_id: str | None) -> None:
    """Which past figure changed, from what to what, when and by whom; newest first."""
    asked = {"app_id": app_id}
    rows = opened.rows("restatements", **asked)
    st.header(_("Past figures that were changed"))
    if not rows:
        st.markdown(_("No figure about the past was changed by a later statement of who said it."))
        return
    with st.container(border=True):
        widest = [row for row in rows if row["slice"] == 1]
        newest = formats.day(widest[0]["as_of"])
        title = _n(
            "{n} figure changed, the newest on {newest}",
            "{n} figures changed, the newest on {newest}",
            len(widest),
            newest=newest,
        )
        house.headline(title, rows)
        st.caption(
            _(
                "Days of a daily feed are put together by month: the sum of the changed days, "
                "before and after. Of one change in many countries and platforms the widest is "
                "listed."
            )
        )
        tables.show_newest(
            [*map(history_words.restatement, widest)],
            READ_HERE,
            [*map(history_words.whole_restatement, rows)],
        )
        leads = lineage.Drawn(figures.of_restatements(widest), [("restatements", asked)])
        lineage.below(opened, "restatements", leads)


def one_figure(opened: Reader, app_id: str | None, metrics: list[str]) -> None:
    """Everything ever said of one figure, as steps and as a table."""
    st.header(_("One figure through time"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        metric = choices.one_of(_("Metric"), "metric", metrics, history_words.metric_name)
        offered = {
            language.in_english(history_words.figure_name, figure): figure
            for figure in reversed(opened.rows("figures_said", app_id=app_id, metric=metric))
        }
        figures_known = list(offered.values())[::-1]
        figure = choices.one_of(_("Figure"), "figure", figures_known, history_words.figure_name)
    keys = (
        "app_id", "metric", "period_start", "period_end", "grain", "platform", "unit", "basis",
        "kind", "said_by", "scope",
    )  # fmt: skip
    asked = {key: figure[key] for key in keys}
    rows = opened.rows("vintages", **asked)
    with st.container(border=True):
        title = history_words.history_title(figure, rows)
        house.headline(title, rows)
        note = _(
            "Filled: the statement that counts, or counted when it was said; the line holds it "
            "until the next. Hollow: said, but a better statement counts."
        )
        st.caption(note)
        colour = house.PALETTE[0]
        leads = lineage.Drawn(figures.of_vintages(rows), [("vintages", asked)])
        drawn = vintage_charts.steps(rows, colour, opened.today)
        lineage.chart(opened, drawn, "vintages", title, leads)
        lines = export_lines.of_column(rows, "value", export_lines.VINTAGE)
        what = take_out.taken(opened, f"history_{metric}", (title, note), lines, ("vintages",), OWN)
        take_out.offer(opened, what, "vintages", drawn)
        tables.show([history_words.vintage(row) for row in reversed(rows)])


show()
