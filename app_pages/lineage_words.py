"""The sentences and lines of a figure's lineage, built from query rows."""

from datetime import date
from typing import Any

from app_pages import data_lines, formats, growth_words, sources
from app_pages.tables import Link

Row = dict[str, Any]


def made_from(how: str, rows: list[Row]) -> str:
    """How a figure came about, and how many rows it took, with what they add up to by role."""
    roles = {row["role"]: row for row in rows if row["role_value"] is not None}
    sums = [
        f"{role}: {formats.count(row['role_rows'], 'row')}, "
        f"{'together ' if row['role_rows'] > 1 else ''}"
        f"{formats.exact(row['role_value'])} {row['unit']}"
        for role, row in roles.items()
    ]
    counted = f"{formats.count(len(rows), 'row')} of {_files(rows)}."
    told = f" In it {'; '.join(sums)}." if sums else ""
    return f"{how} {counted}{told}"


def _files(rows: list[Row]) -> str:
    return formats.count(len({row["snapshot_id"] for row in rows}), "file")


def statement(row: Row) -> Row:
    """One statement: what it was used for, what it says, who said it when, and its file and row."""
    return {
        "Used as": row["role"],
        "Of": _period(row),
        "Says": figure(row),
        "Kind": sources.KIND_WORDS.get(row["kind"], row["kind"]),
        "Said": formats.said_on(row["said_from"], row["as_of"]),
        "By": Link(row["publisher"] or row["producer"] or "unnamed", row["address"]),
        "File and row": f"{row['file']}, row {row['row_no']:,}",
        "Note": row["note"],
        "Figures": data_lines.kind(row),
    }


def whole_statement(row: Row) -> Row:
    """The same as a line to search and sort, with every digit and the whole ids."""
    return {
        "Used as": row["role"],
        "Metric": row["metric"],
        "From": row["period_start"],
        "To": row["period_end"],
        "Platform": growth_words.platform_name(row["platform"]),
        "Says": None if row["value"] is None else formats.exact(row["value"]),
        "Unit": row["unit"],
        "Bound": row["bound"],
        "Kind": row["kind"],
        "Said": row["as_of"],
        "By": row["publisher"] or row["producer"],
        "Address": row["address"] if formats.is_web(row["address"]) else None,
        "Source": row["source_id"],
        "Licence": row["licence"],
        "File": row["file"],
        "Row": row["row_no"],
        "Fetched (UTC)": row["fetched_at"],
        "Snapshot": row["snapshot_id"],
        "sha256 of the file": row["sha256"],
        "Illustrative": "yes, invented" if row["illustrative"] else "no",
    }


def figure(row: Row) -> str:
    """What a statement says, as people read it; an event says no figure."""
    if row["value"] is None:
        return ""
    show = formats.target_amount if row["kind"] in sources.TARGET_KINDS else formats.amount
    return show(row["value"], row["unit"], row["bound"])


def _period(row: Row) -> str:
    period = formats.period(row["period_start"], row["period_end"])
    metric = row["metric"].replace("_", " ")
    platform = "" if row["platform"] == "all" else growth_words.platform_name(row["platform"])
    return ", ".join(filter(None, (f"{metric}, {period}", platform)))


def file(row: Row, licence: str | None, producer: str | None) -> Row:
    """One file: whose, on what terms, when it came, what was taken of it, and its bytes."""
    generation = f", {row['generation']}" if row["generation"] else ""
    proofs = "; ".join(row["proofs"] or [])
    return {
        "File": Link(row["name"] or row["snapshot_id"][:12], row["address"]),
        "Source": f"{row['source_id']} ({producer})" if producer else row["source_id"],
        "Licence": licence or "not stated",
        "Fetched": formats.moment(row["fetched_at"]),
        "Read as": f"{row['format']}{generation}: {row['rows_accepted']:,} of "
        f"{row['rows_read']:,} rows accepted, {row['rows_rejected']:,} refused",
        "Held against": proofs,
        "Withdrawn": formats.day(row["withdrawn_on"]) if row["withdrawn_on"] else "",
        "Snapshot": row["snapshot_id"][:12],
    }


def change(row: Row, knowledge_date: date | None) -> Row:
    """One statement that says of a figure what its voice had not said before."""
    after = knowledge_date is not None and row["as_of"] > knowledge_date
    platform = "" if row["platform"] == "all" else growth_words.platform_name(row["platform"])
    period = formats.period(row["period_start"], row["period_end"])
    return {
        "Figure": ", ".join(filter(None, (period, platform))),
        "From": f"{formats.exact(row['value_before'])} {row['unit']}",
        "To": f"{formats.exact(row['value'])} {row['unit']}",
        "Said": formats.day(row["as_of"]) + (", after the day you look from" if after else ""),
        "Before": formats.day(row["as_of_before"]),
        "By": row["voice"],
        "File": f"{row['name']}, row {row['row_no']:,}",
    }
