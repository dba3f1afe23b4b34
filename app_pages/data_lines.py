"""The lines of the Data page's tables: what is read at once, and every column."""

from typing import Any

from app_pages import formats
from app_pages.reader import Row
from app_pages.tables import Link

NO_LIMIT_DAYS = 3650
ATTENTION = "⚠\u00a0"
OUTCOMES = {
    "accepted": "accepted",
    "accepted_in_part": f"{ATTENTION}accepted in part",
    "refused": f"{ATTENTION}refused",
    "ok": "ok",
    "failed": f"{ATTENTION}failed",
    "nothing_new": "nothing new",
}
STATES = {"late": f"{ATTENTION}late", "never loaded": f"{ATTENTION}never loaded"}


def kind(row: Row) -> str:
    """Whether figures are real or invented."""
    return "illustrative, invented" if row["illustrative"] else "real"


def source(row: Row) -> Row:
    """One source: how it is, how old, how old it may get."""
    limit = row["max_age_days"]
    allowed = "no limit" if limit is None or limit > NO_LIMIT_DAYS else _days(limit)
    return {
        "Source": Link(row["source_id"], row["address"]),
        "State": STATES.get(row["state"], row["state"]),
        "Age": formats.MISSING if row["age_days"] is None else _days(row["age_days"]),
        "Allowed": allowed,
        "Newest figure": formats.short_day(row["newest_as_of"]),
        "Last loaded": formats.moment(row["last_loaded_at"]),
        "Made by": row["producer"],
        "Figures": kind(row),
    }


def _days(number: int) -> str:
    return formats.count(number, "day")


def whole_source(row: Row) -> Row:
    """One source with what its configuration says of it."""
    return source(row) | {
        "Source": row["source_id"],
        "Schedule (cron)": row["schedule"] or formats.MISSING,
        "Covers": row["covers"],
        "Licence": row["licence"],
        "Address": row["address"],
    }


def reject(row: Row) -> Row:
    """One fault: where it stands, which rule it breaks, and the row as it was read."""
    return {
        "File": row["name"],
        "Row": row["row_no"],
        "Column": row["column_name"],
        "Broken rule": row["rule"],
        "Value": row["value"],
        "Row as read": row["raw_row"],
    }


def whole_reject(row: Row) -> Row:
    """One fault with its source and the moment its file was fetched."""
    more = {"Source": row["source_id"], "Fetched": formats.moment(row["fetched_at"])}
    return reject(row) | more


def load(row: Row) -> Row:
    """One file: what became of it and of its rows, and why."""
    parts = ("accepted", "rejected", "duplicate")
    counts = [f"{row[f'rows_{part}']:,} {part}" for part in parts if row[f"rows_{part}"]]
    return {
        "File": row["name"],
        "Source": row["source_id"],
        "Outcome": OUTCOMES.get(row["outcome"], row["outcome"]),
        "Rows": f"{row['rows_read']:,} read: {', '.join(counts) or 'none kept'}",
        "Why": row["reason"],
        "Fetched": formats.moment(row["fetched_at"]),
    }


def whole_load(row: Row) -> Row:
    """One file with its four counts, which add up, and where it was read from."""
    return {
        "Fetched": formats.moment(row["fetched_at"]),
        "File": row["name"],
        "Source": row["source_id"],
        "Outcome": OUTCOMES.get(row["outcome"], row["outcome"]),
        "Rows read": row["rows_read"],
        "Accepted": row["rows_accepted"],
        "Rejected": row["rows_rejected"],
        "Duplicates": row["rows_duplicate"],
        "Why": row["reason"] or "",
        "Said": formats.day(row["as_of"]),
        "Kind": kind(row),
        "Columns not used": ", ".join(row["extra_columns"] or []),
        "Read from": row["address"],
        "Snapshot": row["snapshot_id"][:12],
    }


def run(record: Any) -> Row:
    """One run of the ingest: when, what came of it, and why not more."""
    reasons = [f"{f['name']}: {f['reason']}" for f in record["files"] if f.get("reason")]
    return {
        "Started": formats.moment(record["started_at"]),
        "Outcome": OUTCOMES.get(record["outcome"], record["outcome"]),
        "Started by": record["trigger"],
        "Files": len(record["files"]),
        "Why": "; ".join(filter(None, [record.get("reason"), *reasons])),
        "Version made": record["version"],
    }


def whole_run(record: Any) -> Row:
    """One run with its end."""
    return run(record) | {"Finished": formats.moment(record["finished_at"])}


def event(row: Row) -> Row:
    """One dated event, with where it can be read."""
    return {
        "Day": formats.short_day(row["event_date"]),
        "App": formats.app_name(row["name_en"], row["name_zh"]),
        "Event": Link(row["event"], row["address"]),
        "Kind": row["kind"].replace("_", " "),
    }


def whole_event(row: Row) -> Row:
    """One dated event with its address spelt out."""
    return event(row) | {"Event": row["event"], "Address": row["address"]}


def version(published: Any, read: bool) -> Row:
    """One published file."""
    return {
        "Version": published.name,
        "Published": formats.moment(published.published_at),
        "Size": f"{published.byte_size / 1e6:,.1f} MB",
        "Read by this page": "yes" if read else "no",
    }
