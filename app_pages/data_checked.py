"""What a file would load, before it is loaded: format, unit, periods, apps, proofs and faults."""

from datetime import date
from typing import Any

import streamlit as st

from app_pages import data_lines, formats, sentences, tables
from app_pages.charts import house
from app_pages.language import N_, _
from app_pages.reader import Row
from app_pages.sources import basis_name, kind_name

FAULTS_HERE = 10
VERDICTS = {
    "accepted": ("success", N_("If you load it now, all of it is taken in.")),
    "accepted_in_part": (
        "warning",
        N_("If you load it now, it is taken in without the faulty rows."),
    ),
    "waiting": ("warning", N_("If you load it now, it waits on this page for your answers.")),
    "held": (
        "warning",
        N_("If you load it now, it is held: its figures cannot be what they say."),
    ),
    "refused": ("error", N_("It would be refused; nothing of it can be loaded as it is.")),
}
KNOWN = {"accepted": N_("loaded"), "accepted_in_part": N_("loaded in part")}


def show(record: dict[str, Any]) -> None:
    """The record of `ingest check` as a person reads it."""
    level, sentence = VERDICTS[record["outcome"]]
    why = f" {formats.plain(sentences.worded(record['reason']))}" if record["reason"] else ""
    {"success": st.success, "warning": st.warning, "error": st.error}[level](_(sentence) + why)
    if record["known"]:
        before = _(KNOWN.get(record["known"], record["known"]))
        known = _("The tracker has these very bytes from this source already: {outcome}.")
        st.info(known.format(outcome=before))
    if record["illustrative"]:
        st.markdown(_(house.BADGE))
    tables.show([_facts(record)])
    if record["series"]:
        tables.show([_series(one) for one in record["series"]])
        st.caption(_("Sums add up every row of the file, wholes and their parts alike."))
    if record["proofs"]:
        st.markdown(_("Held against what is known, and against itself:"))
        st.markdown(data_lines.proofs_text(record["proofs"]))
    if record["faults"]:
        faults = record["faults"]
        tables.show([_fault(fault) for fault in faults[:FAULTS_HERE]])
        if len(faults) > FAULTS_HERE:
            st.caption(_("The first {n} faults.").format(n=FAULTS_HERE))


def _facts(record: dict[str, Any]) -> Row:
    said = record["as_of"]
    return {
        N_("Source"): record["source_id"],
        N_("Format"): data_lines.format_name(record["format"], record["generation"]),
        N_("Said up to"): formats.short_day(date.fromisoformat(said)) if said else formats.MISSING,
        N_("Rows"): data_lines.rows_text(record),
        N_("Figures"): data_lines.figures_text(record),
        N_("Columns passed over"): ", ".join(record["extra_columns"]),
    }


def _series(one: dict[str, Any]) -> Row:
    first, last = date.fromisoformat(one["first"]), date.fromisoformat(one["last"])
    basis = basis_name(one["basis"])
    summed = _("not summed: one person may be in many") if one["unit"] == "users" else None
    return {
        N_("App"): one["app_id"],
        N_("Metric"): _("{metric} by {grain}").format(
            metric=_(one["metric"]), grain=_(one["grain"])
        ),
        N_("Unit"): ", ".join(filter(None, [formats.unit_name(one["unit"]), basis])),
        N_("Kind"): kind_name(one["kind"]),
        N_("Periods"): _("{first} to {last}").format(
            first=formats.short_day(first), last=formats.short_day(last)
        ),
        N_("Figures"): f"{one['figures']:,}",
        N_("Sum"): summed or f"{one['total']:,.2f} {one['unit']}",
    }


def _fault(fault: dict[str, Any]) -> Row:
    return {
        N_("Row"): _("row {n}").format(n=f"{fault['row_no']:,}"),
        N_("Column"): fault["column_name"],
        N_("Value"): _("nothing") if fault["value"] is None else fault["value"],
        N_("Broken rule"): sentences.worded(fault["rule"]),
    }
