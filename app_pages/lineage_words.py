"""The sentences and lines of a figure's lineage, built from query rows."""

from datetime import date
from typing import Any

from app_pages import (
    caveats,
    data_lines,
    formats,
    growth_words,
    metrics,
    sentences,
    sources,
    tables,
)
from app_pages.language import N_, _, _n
from app_pages.tables import Link

Row = dict[str, Any]


def made_from(how: str, rows: list[Row]) -> str:
    """How a figure came about, and how many rows it took, with what they add up to by role."""
    roles = {caveats.role(row): row for row in rows if row["role_value"] is not None}
    sums = [
        _n(
            "{role}: {n} row, {figure}",
            "{role}: {n} rows, together {figure}",
            row["role_rows"],
            role=role,
            figure=f"{formats.exact(row['role_value'])} {_(row['unit'])}",
        )
        for role, row in roles.items()
    ]
    files = _n("{n} file", "{n} files", len({row["snapshot_id"] for row in rows}))
    counted = _n("{n} row of {files}.", "{n} rows of {files}.", len(rows), files=files)
    told = _(" In it {sums}.").format(sums="; ".join(sums)) if sums else ""
    return f"{how} {counted}{told}"


def statement(row: Row) -> Row:
    """One statement: what it was used for, what it says, who said it when, and its file and row."""
    return {
        N_("Used as"): caveats.role(row),
        tables.headed("Of", N_("Period")): _period(row),
        N_("Says"): figure(row),
        N_("Kind"): sources.kind_name(row["kind"]),
        N_("Said"): formats.said_on(row["said_from"], row["as_of"]),
        N_("By"): Link(row["publisher"] or row["producer"] or _("unnamed"), row["address"]),
        N_("File and row"): _("{file}, row {row}").format(
            file=row["file"], row=f"{row['row_no']:,}"
        ),
        N_("Note"): row["note"] or caveats.rate(row.get("fx_rule")),
        N_("Figures"): data_lines.kind(row),
    }


def whole_statement(row: Row) -> Row:
    """The same as a line to search and sort, with every digit and the whole ids."""
    return {
        _("Used as"): caveats.role(row),
        _("Metric"): row["metric"],
        _("From"): row["period_start"],
        _("To"): row["period_end"],
        _("Platform"): growth_words.platform_name(row["platform"]),
        _("Says"): None if row["value"] is None else formats.exact(row["value"]),
        _("Unit"): row["unit"],
        _("Bound"): row["bound"],
        _("Kind"): row["kind"],
        _("Said"): row["as_of"],
        _("By"): row["publisher"] or row["producer"],
        _("Address"): row["address"] if formats.is_web(row["address"]) else None,
        _("Source"): row["source_id"],
        _("Licence"): row["licence"],
        _("File"): row["file"],
        _("Row"): row["row_no"],
        _("Fetched (UTC)"): row["fetched_at"],
        _("Snapshot"): row["snapshot_id"],
        _("sha256 of the file"): row["sha256"],
        _("Illustrative"): _("yes, invented") if row["illustrative"] else _("no"),
    }


def figure(row: Row) -> str:
    """What a statement says, as people read it; an event says no figure."""
    if row["value"] is None:
        return ""
    show = formats.target_amount if row["kind"] in sources.TARGET_KINDS else formats.amount
    return show(row["value"], row["unit"], row["bound"])


def _period(row: Row) -> str:
    period = formats.period(row["period_start"], row["period_end"])
    metric = metrics.within(row["metric"])
    platform = "" if row["platform"] == "all" else growth_words.platform_name(row["platform"])
    return ", ".join(filter(None, (f"{metric}, {period}", platform)))


def file(row: Row, licence: str | None, producer: str | None) -> Row:
    """One file: whose, on what terms, when it came, what was taken of it, and its bytes."""
    generation = f", {row['generation']}" if row["generation"] else ""
    return {
        N_("File"): Link(row["name"] or row["snapshot_id"][:12], row["address"]),
        N_("Source"): f"{row['source_id']} ({producer})" if producer else row["source_id"],
        N_("Licence"): licence or _("not stated"),
        N_("Fetched"): formats.moment(row["fetched_at"]),
        N_("Read as"): _("{format}: {accepted} of {read} rows accepted, {refused} refused").format(
            format=f"{row['format']}{generation}",
            accepted=f"{row['rows_accepted']:,}",
            read=f"{row['rows_read']:,}",
            refused=f"{row['rows_rejected']:,}",
        ),
        N_("Held against"): sentences.held_against(row["proofs"]),
        N_("Withdrawn"): formats.day(row["withdrawn_on"]) if row["withdrawn_on"] else "",
        N_("Snapshot"): row["snapshot_id"][:12],
    }


def change(row: Row, knowledge_date: date | None) -> Row:
    """One statement that says of a figure what its voice had not said before."""
    said = formats.day(row["as_of"])
    if knowledge_date is not None and row["as_of"] > knowledge_date:
        said += _(", after the day you look from")
    platform = "" if row["platform"] == "all" else growth_words.platform_name(row["platform"])
    period = formats.period(row["period_start"], row["period_end"])
    return {
        N_("Figure"): ", ".join(filter(None, (period, platform))),
        N_("From"): f"{formats.exact(row['value_before'])} {row['unit']}",
        N_("To"): f"{formats.exact(row['value'])} {row['unit']}",
        N_("Said"): said,
        N_("Before"): formats.day(row["as_of_before"]),
        N_("By"): row["voice"],
        N_("File"): _("{file}, row {row}").format(file=row["name"], row=f"{row['row_no']:,}"),
    }
