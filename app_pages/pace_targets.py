"""The targets of the Pace page: what each issuer said, what contradicts it, what all expect."""

import streamlit as st

from app_pages import export_lines, figures, formats, lineage, sources, tables, take_out
from app_pages.charts import house
from app_pages.charts import targets as target_charts
from app_pages.language import _
from app_pages.reader import Reader, Row

LINK_HERE = "\0"  # no text has it, and no mark of Markdown is put before it


def revision_rows(opened: Reader, target: Row) -> list[Row]:
    """What each issuer said about the target's period."""
    return opened.rows("target_revisions", **_period(target))


def show(opened: Reader, target: Row) -> None:
    """What each issuer said about the period, when, what contradicts it, and the consensus."""
    rows = revision_rows(opened, target)
    consensus = next(iter(opened.rows("consensus", **_period(target))), None)
    period = formats.period(target["period_start"], target["period_end"])
    together = consensus if consensus is not None and consensus["issuers"] > 1 else None
    with st.container(border=True):
        house.headline(revision_title(rows, period), rows)
        note = _(
            "Circles: forecasts by analysts. Diamonds: guidance by the company. Hollow: "
            "contradicted by a better statement. Bar at the right edge: lowest, mean and highest "
            "forecast. Other currencies at the rate named when you point at them."
        )
        st.caption(note)
        drawn = target_charts.revisions(rows, together)
        leads = lineage.Drawn(
            figures.of_targets(rows, together), [("target_revisions", _period(target))]
        )
        said = _("Targets for {period}").format(period=period)
        lineage.chart(opened, drawn, "target_revisions", said, leads)
        what = take_out.taken(
            opened,
            f"targets_{target['app_id']}_{period}",
            (revision_title(rows, period), note),
            export_lines.of_targets(rows, together),
            ("targets",),
            export_lines.SHOWN,
        )
        take_out.offer(opened, what, "target_revisions", drawn)
        st.markdown(formats.plain(consensus_text(consensus)))
        for row in rows:
            if row["is_conflict"]:
                st.markdown(conflict_text(row))
        with st.expander(_("All statements of targets, with addresses"), icon=":material/table:"):
            tables.show([sources.target_text(row) for row in rows])


def _period(target: Row) -> Row:
    return {column: target[column] for column in ("app_id", "metric", "period_start", "period_end")}


def revision_title(rows: list[Row], period: str) -> str:
    """How far apart the standing targets are."""
    standing = [row for row in rows if row["is_newest"]]
    low = min(standing, key=lambda row: row["value_usd"])
    high = max(standing, key=lambda row: row["value_usd"])
    if low is high:
        one = _("One target for {period} stands: {figure}")
        return one.format(period=period, figure=formats.amount(low["value_usd"], "USD"))
    return _(
        "Standing targets for {period} run from {low} ({low_issuer}) to {high} ({high_issuer})"
    ).format(
        period=period,
        low=formats.amount(low["value_usd"], "USD"),
        low_issuer=low["issuer"],
        high=formats.amount(high["value_usd"], "USD"),
        high_issuer=high["issuer"],
    )


def consensus_text(consensus: Row | None) -> str:
    """Mean, median, lowest and highest of the newest forecast of each issuer, and who they are."""
    if consensus is None:
        return _("Consensus: no analyst's forecast of this period stands, so there is none.")
    if consensus["issuers"] == 1:
        alone = _("Consensus: {issuer} alone forecasts this period, so none.")
        return alone.format(issuer=consensus["issuer_names"])
    figures = _(", ").join(
        f"{name} {_expected(consensus, column)}"
        for name, column in (
            (_("mean"), "mean"), (_("median"), "median"), (_("lowest"), "low"),
            (_("highest"), "high"),
        )
    )  # fmt: skip
    oldest, newest = (formats.short_day(consensus[day]) for day in ("oldest_as_of", "as_of"))
    return _(
        "Consensus of {count} forecasters: {figures}. Computed from the newest forecast of each "
        "({issuers}), said from {oldest} to {newest}; the company's guidance is not among them."
    ).format(
        count=consensus["issuers"],
        figures=figures,
        issuers=consensus["issuer_names"],
        oldest=oldest,
        newest=newest,
    )


def _expected(consensus: Row, column: str) -> str:
    bound = consensus["bound"] if column == "mean" else None
    usd = formats.target_amount(consensus[f"{column}_usd"], "USD", bound)
    unit = consensus["unit"]
    if unit in (None, "USD"):
        return usd
    return f"{formats.target_amount(consensus[column], unit, bound)} ({usd})"


def conflict_text(target: Row) -> str:
    """A figure that stands nowhere, where it was read, and what it contradicts."""
    figure = formats.target_amount(target["value"], target["unit"], target["bound"])
    read_in = formats.link(target["publisher"] or _("unnamed"), target["address"])
    told = _("Contradicted: {issuer} {figure}, read in {link}, {standing}.").format(
        issuer=target["issuer"],
        figure=figure,
        link=LINK_HERE,
        standing=sources.target_standing(target),
    )
    before, after = formats.plain(told).split(LINK_HERE)
    return f"{before}{read_in}{after}"
