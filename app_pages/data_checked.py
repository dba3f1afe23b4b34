"""What a file would load, before it is loaded: format, unit, periods, apps, proofs and faults."""

from datetime import date
from typing import Any

import streamlit as st

from app_pages import data_lines, formats, tables
from app_pages.reader import Row
from app_pages.sources import basis_name, kind_name

FAULTS_HERE = 10
VERDICTS = {
    "accepted": ("success", "If you load it now, all of it is taken in."),
    "accepted_in_part": ("warning", "If you load it now, it is taken in without the faulty rows."),
    "waiting": ("warning", "If you load it now, it waits on this page for your answers."),
    "held": ("warning", "If you load it now, it is held: its figures cannot be what they say."),
    "refused": ("error", "It would be refused; nothing of it can be loaded as it is."),
}
KNOWN = {"accepted": "loaded", "accepted_in_part": "loaded in part"}


def show(record: dict[str, Any]) -> None:
    """The record of `ingest check` as a person reads it."""
    level, sentence = VERDICTS[record["outcome"]]
    why = f" {formats.plain(record['reason'])}" if record["reason"] else ""
    {"success": st.success, "warning": st.warning, "error": st.error}[level](sentence + why)
    if record["known"]:
        before = KNOWN.get(record["known"], record["known"])
        st.info(f"The tracker has these very bytes from this source already: {before}.")
    if record["illustrative"]:
        st.markdown(":red-badge[ILLUSTRATIVE: invented data]")
    tables.show([_facts(record)])
    if record["series"]:
        tables.show([_series(one) for one in record["series"]])
        st.caption("Sums add up every row of the file, wholes and their parts alike.")
    if record["proofs"]:
        st.markdown("Held against what is known, and against itself:")
        st.markdown(data_lines.proofs_text(record["proofs"]))
    if record["faults"]:
        faults = record["faults"]
        tables.show([_fault(fault) for fault in faults[:FAULTS_HERE]])
        if len(faults) > FAULTS_HERE:
            st.caption(f"The first {FAULTS_HERE} faults.")


def _facts(record: dict[str, Any]) -> Row:
    said = record["as_of"]
    return {
        "Source": record["source_id"],
        "Format": data_lines.format_name(record["format"], record["generation"]),
        "Said up to": formats.short_day(date.fromisoformat(said)) if said else formats.MISSING,
        "Rows": data_lines.rows_text(record),
        "Figures": data_lines.figures_text(record),
        "Columns passed over": ", ".join(record["extra_columns"]),
    }


def _series(one: dict[str, Any]) -> Row:
    first, last = date.fromisoformat(one["first"]), date.fromisoformat(one["last"])
    basis = basis_name(one["basis"])
    summed = "not summed: one person may be in many" if one["unit"] == "users" else None
    return {
        "App": one["app_id"],
        "Metric": f"{one['metric']} by {one['grain']}",
        "Unit": ", ".join(filter(None, [formats.unit_name(one["unit"]), basis])),
        "Kind": kind_name(one["kind"]),
        "Periods": f"{formats.short_day(first)} to {formats.short_day(last)}",
        "Figures": f"{one['figures']:,}",
        "Sum": summed or f"{one['total']:,.2f} {one['unit']}",
    }


def _fault(fault: dict[str, Any]) -> Row:
    return {
        "Row": f"row {fault['row_no']:,}",
        "Column": fault["column_name"],
        "Value": "nothing" if fault["value"] is None else fault["value"],
        "Broken rule": fault["rule"],
    }
