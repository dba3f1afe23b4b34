"""The Growth page: apps against each other by month, from estimates; company figures kept apart."""

import streamlit as st

from app_pages import (
    app_links,
    cards,
    choices,
    empty,
    export_lines,
    figures,
    formats,
    growth_words,
    lineage,
    reader,
    sources,
    tables,
    take_out,
)
from app_pages.charts import growth as growth_charts
from app_pages.charts import house
from app_pages.charts import reported as reported_charts
from app_pages.language import N_
from app_pages.reader import Reader, Row

METRICS = {"revenue": "Revenue", "downloads": "Downloads", "mau": "Monthly active users"}
OWN = {
    **export_lines.SHOWN,
    "app": "the app",
    "view": "level, change on the month before, or index",
}
VIEWS = {"level": "Level", "change": "Change", "index": "Index"}


def show() -> None:
    """The page, or what to do when there is nothing to show."""
    opened = reader.current()
    st.title("Growth, month over month")
    if opened is None:
        empty.no_warehouse()
        return
    apps = opened.rows("apps")
    if not apps:
        empty.nothing_known(N_("app"))
        return
    names = {app["app_id"]: formats.app_name(app["name_en"], app["name_zh"]) for app in apps}
    series = opened.rows("series_choices")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        app_ids = choices.some_of("Apps", "apps", list(names), names.__getitem__)
        metric = choices.one_of(
            "Metric", "metric", list(METRICS), METRICS.__getitem__, widget=st.segmented_control
        )
    if not app_ids:
        st.info("Choose at least one app.", icon=":material/touch_app:")
        return
    estimates(opened, series, app_ids, metric)
    stated(opened, apps, app_ids, metric)


def estimates(opened: Reader, series: list[Row], app_ids: list[str], metric: str) -> None:
    """The chart of a feed's estimates with its table and download."""
    offered = [s for s in series if s["metric"] == metric and s["app_id"] in app_ids]
    if not offered:
        empty.no_estimates(opened.knowledge_date, METRICS[metric].lower())
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view = choices.one_of(
            "View", "view", list(VIEWS), VIEWS.__getitem__, widget=st.segmented_control
        )
        platforms = growth_words.ordered({s["platform"] for s in offered}, "all")
        platform = choices.one_of("Platform", "platform", platforms, growth_words.platform_name)
        countries = growth_words.ordered(
            {s["country"] for s in offered if s["platform"] == platform}, "WW"
        )
        country = choices.one_of("Country", "country", countries, growth_words.country_name)
        known = opened.rows("currencies_of_months") if metric == "revenue" else []
        code = choices.currency("Currency of estimates", [row["currency"] for row in known])
    series_of = {"app_ids": app_ids, "metric": metric, "platform": platform, "country": country}
    asked = {**series_of, "currency": code}
    rows = opened.rows("growth", **asked)
    for same in growth_words.alike(rows):
        estimate_chart(opened, same, view, METRICS[metric], asked)
    absent = [s for s in app_ids if s not in {row["app_id"] for row in rows}]
    if absent:
        st.caption(f"No estimate is loaded here for: {', '.join(absent)}.")


def estimate_chart(
    opened: Reader, rows: list[Row], view: str, metric_name: str, asked: Row
) -> None:
    """One chart of one unit, basis and kind, its words, its table and its file."""
    first, unit = rows[0], rows[0]["unit"]
    units = "_".join(dict.fromkeys((unit, first["native_unit"])))
    key = f"growth_{units}_{first['basis']}_{first['kind']}"
    with st.container(border=True):
        title = growth_words.finding(rows, view, metric_name)
        house.headline(title, rows)
        st.caption(formats.plain(growth_words.subtitle(rows, view, metric_name)))
        leads = lineage.Drawn(figures.of_growth(rows, view), [("growth", asked)])
        drawn = growth_charts.by_month(rows, view, unit)
        lineage.chart(opened, drawn, key, title, leads)
        for sentence in growth_words.part_months(rows, view):
            st.caption(formats.plain(sentence))
        claims(opened, rows)
        with st.expander("Table", icon=":material/table:"):
            tables.show(growth_words.by_month(rows))
            st.caption("Every column, to search and sort:")
            table = [growth_words.table_row(row) for row in reversed(rows)]
            st.dataframe(table, hide_index=True)
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


def stated(opened: Reader, apps: list[Row], app_ids: list[str], metric: str) -> None:
    """What companies stated themselves: never on one line, nor one axis, with estimates."""
    st.subheader("Stated, not estimated")
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
            badge = house.badge(rows)
            st.markdown(f"##### {formats.plain(name)}: revenue reported by quarter{badge}")
            if not rows:
                st.markdown(
                    f"No revenue of {formats.plain(name)} reported by {app['publisher']} is loaded."
                )
                continue
            unit, newest = rows[-1]["unit"], formats.day(rows[-1]["as_of"])
            note = (
                f"Recognised revenue, {unit}, all channels. ≥: the company said “over”; ≈: about. "
                f"Source: company, newest of {newest}."
            )
            st.caption(note)
            shown = [row for row in rows if row["unit"] == unit]
            colour = house.colours([app])[app["app_id"]]
            drawn = reported_charts.quarter_bars(shown, unit, colour, height=280)
            leads = lineage.Drawn(figures.of_quarters(shown, unit), [("reported", asked)])
            said = f"Reported quarters of {name}"
            lineage.chart(opened, drawn, f"stated_{app_id}", said, leads)
            span = (shown[0]["period_start"], shown[-1]["period_end"])
            column = "value_usd" if unit == "USD" else "value"
            what = take_out.taken(
                opened,
                f"reported_quarters_{app_id}_{unit}",
                (f"{name}: revenue reported by quarter", note),
                export_lines.of_column(shown, column, export_lines.QUARTER),
                ("reported",),
                export_lines.SHOWN,
            )
            take_out.offer(opened, what, f"stated_{app_id}", drawn)
            listed = sources.statements(opened, app["app_id"], ["revenue"], ["reported"], span)
            sources.popover(f"Sources of {app['name_en']}'s quarters", listed)


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
        title = f"{name}: run rate ÷ 12 was {figure} in {formats.month(last['month'])}"
        house.headline(title, rows)
        note = (
            "What the company called annualised revenue (a month × 12), divided by 12, US$. "
            "Neither recognised revenue nor an estimate, so it stands alone. "
            f"Newest of {formats.day(last['as_of'])}."
        )
        st.caption(formats.plain(note))
        drawn = reported_charts.points(
            rows, "monthly_usd", "USD", "US$ a month (run rate ÷ 12)", house.colours(apps)
        )
        how = "The annual run rate as the company stated it, in US dollars, divided by twelve."
        points = figures.of_points(rows, "monthly_usd", "USD", how)
        leads = lineage.Drawn(points, [("run_rates", asked)])
        said = f"Run rate divided by twelve of {name}"
        lineage.chart(opened, drawn, "run_rates", said, leads)
        lines = export_lines.of_column(rows, "monthly_usd", export_lines.POINT)
        what = take_out.taken(
            opened, "run_rates", (title, note), lines, ("run_rates",), export_lines.SHOWN
        )
        take_out.offer(opened, what, "run_rates", drawn)
        sources.popover("Sources of the run rates", stated_by(opened, apps, "arr"))


def stated_months(opened: Reader, apps: list[Row], metric: str) -> None:
    """Single months a company stated."""
    asked = {"app_ids": [app["app_id"] for app in apps], "metric": metric}
    rows = opened.rows("reported_points", **asked)
    name = METRICS[metric].lower()
    if not rows:
        st.markdown(f"No {name} stated by the companies themselves are loaded for these apps.")
        return
    last = rows[-1]
    figure = formats.amount_in_words(last["value"], last["unit"], last["bound"])
    app = formats.app_name(last["name_en"], last["name_zh"])
    title = f"{METRICS[metric]} of {app}, as the company stated: {figure}"
    with st.container(border=True):
        month = formats.month(last["month"])
        house.headline(f"{title} in {month}", rows)
        note = (
            "Single figures; the months between were never stated, so no line joins them. "
            f"Source: company statements, newest of {formats.day(last['as_of'])}."
        )
        st.caption(note)
        drawn = reported_charts.points(
            rows,
            "value",
            last["unit"],
            f"{formats.unit_name(last['unit'])} in the month",
            house.colours(apps),
        )
        points = figures.of_points(rows, "value", last["unit"], "As the company stated it.")
        leads = lineage.Drawn(points, [("reported_points", asked)])
        lineage.chart(opened, drawn, "stated_months", title, leads)
        lines = export_lines.of_column(rows, "value", export_lines.POINT)
        what = take_out.taken(
            opened, f"stated_{metric}", (title, note), lines, ("reported",), export_lines.SHOWN
        )
        take_out.offer(opened, what, "stated_months", drawn)
        sources.popover("Sources of the stated figures", stated_by(opened, apps, metric))


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
        sources.popover(f"{len(rows)} figures of the press and third parties, not drawn", rows)


show()
