"""The Growth page's figures that companies stated: never on one axis with estimates."""

import streamlit as st

from app_pages import (
    app_links,
    cards,
    export_lines,
    figures,
    formats,
    growth_words,
    lineage,
    sources,
    take_out,
)
from app_pages.charts import house
from app_pages.charts import reported as reported_charts
from app_pages.growth_words import metric_name
from app_pages.language import _
from app_pages.reader import Reader, Row


def show(opened: Reader, apps: list[Row], app_ids: list[str], metric: str) -> None:
    """What companies stated themselves: never on one line, nor one axis, with estimates."""
    st.header(_("Stated, not estimated"))
    chosen = [app for app in apps if app["app_id"] in app_ids]
    app_links.buttons(chosen)
    if metric == "revenue":
        reported_quarters(opened, chosen)
        run_rates(opened, chosen)
    else:
        stated_months(opened, chosen, metric)
    others(opened, chosen, metric)


def reported_quarters(opened: Reader, apps: list[Row]) -> None:
    """One panel an app: recognised revenue by quarter."""
    by_id = {app["app_id"]: app for app in apps}
    for app_id, panel in cards.panels(by_id):
        app = by_id[app_id]
        name = formats.app_name(app["name_en"], app["name_zh"])
        asked = {
            "app_id": app_id,
            "metric": "revenue",
            "grain": "quarter",
            "basis": "recognised",
        }
        rows = opened.rows("reported", **asked)
        with panel:
            title = growth_words.quarters_title(name)
            st.markdown(f"### {formats.plain(title)}{house.badge(rows)}")
            if not rows:
                none = _("No revenue of {name} reported by {publisher} is loaded.")
                st.markdown(none.format(name=formats.plain(name), publisher=app["publisher"]))
                continue
            unit, newest = rows[-1]["unit"], formats.day(rows[-1]["as_of"])
            note = growth_words.quarters_note(unit, newest)
            st.caption(note)
            shown = [row for row in rows if row["unit"] == unit]
            colour = house.colours([app])[app["app_id"]]
            drawn = reported_charts.quarter_bars(shown, unit, colour, height=280)
            leads = lineage.Drawn(figures.of_quarters(shown, unit), [("reported", asked)])
            said = _("Reported quarters of {name}").format(name=name)
            lineage.chart(opened, drawn, f"stated_{app_id}", said, leads)
            span = (shown[0]["period_start"], shown[-1]["period_end"])
            column = "value_usd" if unit == "USD" else "value"
            what = take_out.taken(
                opened,
                f"reported_quarters_{app_id}_{unit}",
                (title, note),
                export_lines.of_column(shown, column, export_lines.QUARTER),
                ("reported",),
                export_lines.SHOWN,
            )
            take_out.offer(opened, what, f"stated_{app_id}", drawn)
            listed = sources.statements(opened, app["app_id"], ["revenue"], ["reported"], span)
            sources.popover(_("Sources of {name}'s quarters").format(name=app["name_en"]), listed)


def run_rates(opened: Reader, apps: list[Row]) -> None:
    """Annualised run rates, divided back into months, as points that no line joins."""
    asked = {"app_ids": [app["app_id"] for app in apps]}
    rows = opened.rows("run_rates", **asked)
    if not rows:
        return
    with st.container(border=True):
        last = rows[-1]
        figure = formats.amount_in_words(last["monthly_usd"], "USD", last["bound"])
        name = formats.app_name(last["name_en"], last["name_zh"])
        title = _("{name}: run rate ÷ 12 was {figure} in {month}").format(
            name=name, figure=figure, month=formats.month(last["month"])
        )
        house.headline(title, rows)
        note = _(
            "What the company called annualised revenue (a month × 12), divided by 12, US$. "
            "Neither recognised revenue nor an estimate, so it stands alone. Newest of {newest}."
        ).format(newest=formats.day(last["as_of"]))
        st.caption(formats.plain(note))
        drawn = reported_charts.points(
            rows, "monthly_usd", "USD", _("US$ a month (run rate ÷ 12)"), house.colours(apps)
        )
        how = _("The annual run rate as the company stated it, in US dollars, divided by twelve.")
        points = figures.of_points(rows, "monthly_usd", "USD", how)
        leads = lineage.Drawn(points, [("run_rates", asked)])
        said = _("Run rate divided by twelve of {name}").format(name=name)
        lineage.chart(opened, drawn, "run_rates", said, leads)
        lines = export_lines.of_column(rows, "monthly_usd", export_lines.POINT)
        what = take_out.taken(
            opened, "run_rates", (title, note), lines, ("run_rates",), export_lines.SHOWN
        )
        take_out.offer(opened, what, "run_rates", drawn)
        sources.popover(_("Sources of the run rates"), stated_by(opened, apps, "arr"))


def stated_months(opened: Reader, apps: list[Row], metric: str) -> None:
    """Single months a company stated."""
    asked = {"app_ids": [app["app_id"] for app in apps], "metric": metric}
    rows = opened.rows("reported_points", **asked)
    if not rows:
        none = _("No {metric} stated by the companies themselves are loaded for these apps.")
        st.markdown(none.format(metric=metric_name(metric).lower()))
        return
    last = rows[-1]
    figure = formats.amount_in_words(last["value"], last["unit"], last["bound"])
    app = formats.app_name(last["name_en"], last["name_zh"])
    told = {"metric": metric_name(metric), "app": app, "figure": figure}
    title = _("{metric} of {app}, as the company stated: {figure}").format(**told)
    with st.container(border=True):
        month = formats.month(last["month"])
        headline = _("{metric} of {app}, as the company stated: {figure} in {month}")
        house.headline(headline.format(**told, month=month), rows)
        note = _(
            "Single figures; the months between were never stated, so no line joins them. "
            "Source: company statements, newest of {newest}."
        ).format(newest=formats.day(last["as_of"]))
        st.caption(note)
        drawn = reported_charts.points(
            rows,
            "value",
            last["unit"],
            _("{unit} in the month").format(unit=formats.unit_name(last["unit"])),
            house.colours(apps),
        )
        points = figures.of_points(rows, "value", last["unit"], _("As the company stated it."))
        leads = lineage.Drawn(points, [("reported_points", asked)])
        lineage.chart(opened, drawn, "stated_months", title, leads)
        lines = export_lines.of_column(rows, "value", export_lines.POINT)
        what = take_out.taken(
            opened, f"stated_{metric}", (title, note), lines, ("reported",), export_lines.SHOWN
        )
        take_out.offer(opened, what, "stated_months", drawn)
        sources.popover(_("Sources of the stated figures"), stated_by(opened, apps, metric))


def stated_by(opened: Reader, apps: list[Row], metric: str) -> list[Row]:
    """Every statement companies made of a metric."""
    return [
        row
        for app in apps
        for row in sources.statements(
            opened, app["app_id"], [metric], ["reported"], sources.ALL_TIME
        )
    ]


def others(opened: Reader, apps: list[Row], metric: str) -> None:
    """Single figures of the press and of third parties, listed and not drawn."""
    metrics = [metric, *(["gross_receipts"] if metric == "revenue" else [])]
    rows = [
        row
        for app in apps
        for row in sources.statements(
            opened, app["app_id"], metrics, ["press", "estimate"], sources.ALL_TIME
        )
    ]
    if rows:
        label = _("{n} figures of the press and third parties, not drawn")
        sources.popover(label.format(n=len(rows)), rows)
