"""The Pace page: how far an app is towards a target, by when, how sure, and from what sources."""

import streamlit as st

from app_pages import (
    app_links,
    cards,
    choices,
    empty,
    export_lines,
    figures,
    formats,
    lineage,
    pace_cards,
    pace_targets,
    pace_words,
    reader,
    sources,
    take_out,
)
from app_pages.charts import house
from app_pages.charts import pace as pace_charts
from app_pages.charts import reported as reported_charts
from app_pages.language import _, _n
from app_pages.reader import Reader, Row


def show() -> None:
    """The page, or what to do when there is nothing to show."""
    opened = reader.current()
    if opened is None:
        st.title(_("Pace"))
        empty.no_warehouse()
        return
    targets = opened.rows("target_choices")
    if not targets:
        st.title(_("Pace"))
        no_targets(opened)
        return
    target = choices.one_of(_("Target"), "target", targets, pace_words.target_name)
    with st.spinner(_("Working out the pace …"), show_time=False):
        paths = opened.rows("paths", target_id=target["target_id"])
        scenarios = with_rates(opened.rows("scenarios", target_id=target["target_id"]), paths)
        months = opened.rows("pace", target_id=target["target_id"])
    if not scenarios:
        no_targets(opened)
        return
    so_far = reported_so_far(opened, target)
    headline(opened, target, scenarios, so_far)
    pace_cards.doubt(target, scenarios, months, so_far, opened.today)
    pace_cards.figures(target, scenarios, months)
    cumulative(opened, target, scenarios, months, paths)
    smoothed = opened.rows("smoothing", target_id=target["target_id"])
    pace_cards.methods(scenarios, smoothed, opened.today)
    quarters(opened, target)
    pace_targets.show(opened, target)


def with_rates(scenarios: list[Row], paths: list[Row]) -> list[Row]:
    """Each method with the quarterly change, or the multiple of a year before, that it repeats."""
    repeated = {
        row["method"]: {key: row[key] for key in ("quarterly_change", "times_year_before")}
        for row in paths
    }
    return [row | repeated[row["method"]] for row in scenarios]


def no_targets(opened: Reader) -> None:
    """Estimates alone, or nothing at all, or nothing known that early."""
    st.header(_("No target is known"))
    day = opened.knowledge_date
    if day is not None:
        st.markdown(
            _(
                "On {day} no target and reported figure were known that belong together. Choose a "
                "later day under “As known on”."
            ).format(day=formats.day(day))
        )
        return
    st.markdown(
        _(
            "A pace needs what a company reported and a target that somebody stated. Both come "
            "from `seeds/disclosures.csv`. Enable its source in `config/sources.toml`, then run "
            "`python -m ingest run`. Estimates of a data vendor are never measured against a "
            "company's target: they see only part of the revenue."
        )
    )


def headline(opened: Reader, target: Row, scenarios: list[Row], so_far: list[Row]) -> None:
    """The answer in one sentence, its doubt, and its sources."""
    name = formats.app_name(target["name_en"], target["name_zh"])
    period = formats.period(target["period_start"], target["period_end"])
    badge = house.badge(scenarios)
    title = _("{name} against its {period} target").format(name=name, period=period)
    st.title(formats.plain(title) + badge)
    st.markdown(f"## {formats.plain(pace_words.answer(target, scenarios, opened.today))}")
    doubt = pace_words.what_it_is_not(target, scenarios, opened.today, so_far)
    st.markdown(formats.plain(doubt))
    whole = (target["period_start"], target["period_end"])
    metrics = [target["metric"], "arr"]
    revised = pace_targets.revision_rows(opened, target)
    with st.container(horizontal=True):
        figures = sources.statements(opened, target["app_id"], metrics, ["reported"], whole)
        sources.popover(_("Sources of the figures"), figures)
        said = sources.statements(
            opened, target["app_id"], [target["metric"]], ["guidance", "forecast"], whole
        )
        sources.popover(_("Sources of the targets"), said, revised)
        app_links.button(target)


def reported_so_far(opened: Reader, target: Row) -> list[Row]:
    """The year of the target as far as its quarters are reported."""
    return opened.rows(
        "reported_to_date",
        app_id=target["app_id"],
        metric=target["metric"],
        year_start=target["period_start"],
    )


def cumulative(
    opened: Reader, target: Row, scenarios: list[Row], months: list[Row], paths: list[Row]
) -> None:
    """The chart of the race to the target."""
    events = opened.rows(
        "events",
        app_id=target["app_id"],
        from_day=target["period_start"],
        through_day=target["period_end"],
    )
    ahead = pace_words.drawn_ahead(scenarios, paths)
    drawn = pace_charts.cumulative(
        months, ahead, target, events, house.colours([target])[target["app_id"]]
    )
    title, note = pace_words.chart_title(scenarios[0]), pace_words.chart_note(target, months)
    with st.container(border=True):
        house.headline(title, months)
        st.caption(formats.plain(note))
        house.mark_illustrative(drawn, months)
        asked = {"target_id": target["target_id"]}
        leads = lineage.Drawn(
            figures.of_pace(target, months, ahead, events), [("pace", asked), ("paths", asked)]
        )
        said = pace_words.answer(target, scenarios, opened.today)
        lineage.chart(opened, drawn, "pace_cumulative", said, leads)
        what = take_out.taken(
            opened,
            f"pace_{target['target_id']}",
            (title, note),
            export_lines.of_pace(months, ahead, target),
            ("pace", "paths"),
            export_lines.SHOWN,
            opened.rows("path_sources", **asked),
        )
        take_out.offer(opened, what, "pace_cumulative", drawn)
        flagged(events)


def flagged(events: list[Row]) -> None:
    """The events that the chart flags, in words: a telephone cannot point at a flag."""
    if not events:
        return
    flagged = _n("{n} event flagged", "{n} events flagged", len(events))
    with st.expander(flagged, icon=":material/flag:"):
        for event in events:
            day = formats.plain(formats.short_day(event["event_date"]))
            st.markdown(f"**{day}**: {formats.link(event['event'], event['address'])}")


def quarters(opened: Reader, target: Row) -> None:
    """Reported quarters, in the company's currency and in US dollars, side by side."""
    asked = {
        "app_id": target["app_id"],
        "metric": target["metric"],
        "grain": "quarter",
        "basis": "recognised",
    }
    rows = opened.rows("reported", **asked)
    if not rows:
        return
    colour = house.colours([target])[target["app_id"]]
    units = list(dict.fromkeys([rows[-1]["unit"], "USD"]))
    name = formats.app_name(target["name_en"], target["name_zh"])
    for unit, panel in cards.panels(units):
        shown = [q for q in rows if unit == "USD" or q["unit"] == unit]
        with panel:
            title = formats.plain(quarter_title(shown, unit))
            st.markdown(f"### {title}{house.badge(shown)}")
            st.caption(formats.plain(quarter_note(name, shown, unit)))
            drawn = reported_charts.quarter_bars(shown, unit, colour)
            leads = lineage.Drawn(figures.of_quarters(shown, unit), [("reported", asked)])
            said = _("Reported quarters of {name} in {unit}").format(name=name, unit=unit)
            lineage.chart(opened, drawn, f"quarters_{unit}", said, leads)
            column = "value_usd" if unit == "USD" else "value"
            what = take_out.taken(
                opened,
                f"reported_quarters_{target['app_id']}_{unit}",
                (quarter_title(shown, unit), quarter_note(name, shown, unit)),
                export_lines.of_column(shown, column, export_lines.QUARTER),
                ("reported",),
                export_lines.SHOWN,
            )
            take_out.offer(opened, what, f"quarters_{unit}", drawn)
            whole = (shown[0]["period_start"], shown[-1]["period_end"])
            listed = sources.statements(
                opened, target["app_id"], [target["metric"]], ["reported"], whole
            )
            sources.popover(_("Sources of the quarters in {unit}").format(unit=unit), listed)


def quarter_title(rows: list[Row], unit: str) -> str:
    """The newest quarter and, in the company's own currency, its change."""
    last = rows[-1]
    value = last["value_usd"] if unit == "USD" else last["value"]
    period = formats.period(last["period_start"], last["period_end"])
    title = f"{period}: {formats.amount_in_words(value, unit, last['bound'])}"
    if unit != last["unit"] or last["change"] is None:
        return title
    changed = _("{title}, {change} on the quarter before")
    if last["change_bound"] == "unknown":
        changed = _("{title}, {change} on the minimum of the quarter before")
    return changed.format(title=title, change=formats.change(last["change"]))


def quarter_note(name: str, rows: list[Row], unit: str) -> str:
    """Metric, unit, basis, source and as-of of the quarter bars."""
    last = rows[-1]
    rate, change = "", ""
    if unit != last["unit"] and last["fx_rate"] is not None:
        rate = _(
            " at the ECB average rate of each quarter ({quarter}: {per} {unit} per US$)"
        ).format(
            quarter=formats.quarter_name(last["period_end"]),
            per=formats.rounded(last["fx_rate"], 4),
            unit=last["unit"],
        )
    if unit == last["unit"] and last["change"] is not None:
        change = _(" Change {note}.").format(note=reported_charts.change_note(last))
    return _(
        "{name}, recognised revenue by quarter, {unit}{rate}. ≥: the company said “over”; "
        "≈: about.{change} Source: company statements, newest of {newest}."
    ).format(name=name, unit=unit, rate=rate, change=change, newest=formats.day(last["as_of"]))


show()
