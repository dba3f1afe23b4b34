"""The Market page's estimates: shares, ratios, growth around releases, two sources of one month."""

from typing import Any

import streamlit as st

from app_pages import (
    cards,
    caveats,
    empty,
    formats,
    growth_words,
    market_words,
    tables,
    take_out,
)
from app_pages.charts import house
from app_pages.charts import market as market_charts
from app_pages.charts import share as share_charts
from app_pages.growth_words import metric_name
from app_pages.language import N_, _
from app_pages.reader import Reader, Row
from app_pages.tables import Link

SHARE_COLUMNS = (
    "app_id", "metric", "month", "platform", "country", "share", "share_bound", "value",
    "set_value", "unit", "basis", "kind", "apps", "apps_missing", "leaves_out", "caveat",
    "caveat_code", "source_id", "source_producer", "as_of", "illustrative",
)  # fmt: skip


def shares(opened: Reader, rows: list[Row], apps: list[Row], metric: str) -> None:
    """Each tracked app's part of what the tracked apps come to, with what that leaves out."""
    st.header(_("Share of the tracked apps"))
    groups = [
        group
        for group in market_words.alike(rows)
        if any(row["share"] is not None for row in group)
    ]
    if not groups:
        name = metric_name(metric).lower()
        empty.no_shares(name, [market_words.name(app) for app in apps])
        return
    colours = house.colours(apps)
    for place, group in enumerate(groups):
        with st.container(border=True):
            title = market_words.share_title(group, metric)
            house.headline(title, group)
            st.caption(formats.plain(market_words.share_subtitle(group, metric)))
            drawn = share_charts.shares(group, colours)
            house.draw(drawn, f"shares_{place}", title)
            told = market_words.newest(group)
            left_out = _("Leaves out: {apps}.").format(apps=market_words.left_out(told))
            st.markdown(formats.plain(left_out))
            for caveat in caveats.sentences(told):
                st.markdown(formats.plain(_("How to read it: {caveat}.").format(caveat=caveat)))
            with st.expander(_("Table"), icon=":material/table:"):
                tables.show([market_words.share_line(row) for row in reversed(group)])
            what = take_out.taken(
                opened,
                f"share_{metric}_{group[0]['platform']}_{group[0]['country']}",
                (title, market_words.share_subtitle(group, metric)),
                [
                    {column: row[column] for column in SHARE_COLUMNS}
                    for row in map(caveats.worded, group)
                ],
                ("share",),
            )
            take_out.offer(opened, what, f"shares_{place}", drawn)


def ratios(opened: Reader, apps: list[Row], platform: str, country: str) -> None:
    """Revenue for each user and each download, a chart each; the bases stay apart."""
    rows = opened.rows("ratios", platform=platform, country=country)
    if not rows:
        return
    st.header(_("What a user and a download bring in"))
    colours = house.colours(apps)
    groups = {
        f"ratio_{per}_{place}": group
        for per in dict.fromkeys(row["per"] for row in rows)
        for place, group in enumerate(market_words.alike([r for r in rows if r["per"] == per]))
    }
    for key, panel in cards.panels(groups):
        group = groups[key]
        with panel:
            title = market_words.ratio_title(group)
            house.headline(title, group)
            st.caption(formats.plain(_ratio_subtitle(group)))
            house.draw(share_charts.ratios(group, colours, group[0]["unit"]), key, title)


def _ratio_subtitle(group: list[Row]) -> str:
    first = group[0]
    counted = dict.fromkeys((row["counted_producer"], row["counted_source_id"]) for row in group)
    divided_by = ", ".join(f"{producer} ({source})" for producer, source in counted)
    sentences = {
        "mau": _(
            "Revenue, {unit}, {subject}, {kind}, divided by monthly active users; whole months "
            "only. {sources} Divided by: {counted}. "
        ),
        "downloads": _(
            "Revenue, {unit}, {subject}, {kind}, divided by downloads; whole months only. "
            "{sources} Divided by: {counted}. "
        ),
    }
    return sentences[first["per"]].format(
        unit=formats.unit_name(first["unit"]),
        subject=market_words.subject(first),
        kind=growth_words.kind_name(first["kind"]),
        sources=market_words.sources(group),
        counted=divided_by,
    ) + caveats.written_out(group)


def releases(opened: Reader, apps: list[Row], metric: str, country: str) -> None:
    """Growth before and after each release; what happened around it, not what it caused."""
    rows = opened.rows("event_study", metric=metric, country=country)
    if not rows:
        return
    st.header(_("Around releases"))
    colours = house.colours(apps)
    for place, group in enumerate(market_words.alike(rows)):
        with st.container(border=True):
            title = market_words.releases_title(group, metric)
            house.headline(title, group)
            st.caption(formats.plain(_releases_subtitle(group, metric)))
            house.draw(market_charts.around_releases(group, colours), f"releases_{place}", title)
            with st.expander(_("Every release and its months"), icon=":material/table:"):
                tables.show([_release_line(row) for row in group])


def _releases_subtitle(group: list[Row], metric: str) -> str:
    first = group[0]
    return _(
        "{metric}, {subject}, {kind}: growth over the three months before a release's month "
        "(hollow) and over its month and the two after (filled). What happened around a release, "
        "not what it caused: other things happened in those months. {sources}"
    ).format(
        metric=metric_name(metric),
        subject=market_words.subject(first | {"platform": "all"}),
        kind=growth_words.kind_name(first["kind"]),
        sources=market_words.sources(group),
    )


def _release_line(row: Row) -> dict[str, Any]:
    return {
        N_("Release"): formats.short_day(row["event_date"]),
        tables.headed("Of", N_("App")): market_words.name(row),
        N_("What"): Link(row["event"], row["address"]),
        N_("Before"): formats.change(row["change_before"]),
        N_("After"): formats.change(row["change_after"]),
        N_("How to read it"): caveats.caveat(row),
        N_("Figures"): market_words.invented(row),
    }


def two_sources(opened: Reader, apps: list[Row], metric: str, country: str) -> None:
    """Two sources of one month of one app: how far apart they are; they are never averaged."""
    rows = opened.rows("reconciliation", metric=metric, country=country)
    if not rows:
        return
    st.header(_("Two sources, one figure"))
    colours = house.colours(apps)
    for place, group in enumerate(_pairs(rows)):
        first = group[0]
        with st.container(border=True):
            title = market_words.off_title(group, metric)
            house.headline(title, group)
            st.caption(formats.plain(_pair_subtitle(group, metric)))
            if any(row["off_by"] is not None for row in group):
                house.draw(share_charts.off_by(group, colours), f"two_sources_{place}", title)
            with st.expander(_("Both figures, month by month"), icon=":material/table:"):
                tables.show([_pair_line(row) for row in reversed(group)])
            if first["caveat"]:
                read = _("How to read it: {caveat}.").format(caveat=caveats.caveat(first))
                st.markdown(formats.plain(read))


def _pairs(rows: list[Row]) -> list[list[Row]]:
    """The rows of each two sources."""
    keys = ("source_id", "other_source_id", "unit", "basis", "kind", "other_kind", "illustrative")
    pairs: dict[Any, list[Row]] = {}
    for row in rows:
        pairs.setdefault(tuple(row[key] for key in keys), []).append(row)
    return [*pairs.values()]


def _pair_subtitle(group: list[Row], metric: str) -> str:
    first = group[0]
    basis = market_words.subject(first | {"platform": ""})
    sentence = _(
        "{metric}, {unit}, {subject}, by platform. First: {first}. Second: {second}. Hollow: a "
        "part month of both. As of {day}."
    )
    if first["is_shown"]:
        sentence = _(
            "{metric}, {unit}, {subject}, by platform. First: {first}, the one other pages show. "
            "Second: {second}. Hollow: a part month of both. As of {day}."
        )
    return sentence.format(
        metric=metric_name(metric),
        unit=formats.unit_name(first["unit"]),
        subject=basis,
        first=f"{first['source_producer']} ({first['source_id']})",
        second=f"{first['other_producer']} ({first['other_source_id']})",
        day=formats.day(max(row["as_of"] for row in group)),
    )


def _pair_line(row: Row) -> dict[str, Any]:
    return {
        N_("Month"): formats.month(row["month"]) + ("" if row["complete"] else _(" (part)")),
        N_("App"): market_words.name(row),
        N_("Platform"): growth_words.platform_name(row["platform"]),
        row["source_id"]: formats.amount(row["value"], row["unit"], row["bound"]),
        row["other_source_id"]: formats.amount(row["other_value"], row["unit"], row["other_bound"]),
        N_("Second to first"): formats.change(row["off_by"]),
        N_("How to read it"): caveats.caveat(row),
        N_("Figures"): market_words.invented(row),
    }
