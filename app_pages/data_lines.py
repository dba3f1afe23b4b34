"""The lines of the Data page's tables: what is read at once, and every column."""

from typing import Any

from app_pages import formats
from app_pages.language import N_, _
from app_pages.reader import Row
from app_pages.tables import Link

NO_LIMIT_DAYS = 3650
ATTENTION = "⚠\u00a0"
OUTCOMES = {
    "accepted": N_("accepted"),
    "accepted_in_part": N_("accepted in part"),
    "refused": N_("refused"),
    "waiting": N_("waits for an answer"),
    "held": N_("held"),
    "ok": N_("ok"),
    "failed": N_("failed"),
    "nothing_new": N_("nothing new"),
}
QUIET = ("accepted", "ok", "nothing_new")
LOADED = ("accepted", "accepted_in_part")
STATES = {
    "late": N_("late"),
    "never loaded": N_("never loaded"),
    "fresh": N_("fresh"),
    "disabled": N_("disabled"),
}


def outcome_name(outcome: str) -> str:
    """What came of a file or a run, with a mark where somebody should look."""
    if outcome not in OUTCOMES:
        return outcome
    return ("" if outcome in QUIET else ATTENTION) + _(OUTCOMES[outcome])


def state_name(row: Row) -> str:
    """How a source is, with a mark where it is late or never spoke."""
    marked = row["state"] in ("late", "never loaded") and not is_never_late(row)
    return (ATTENTION if marked else "") + _(STATES.get(row["state"], row["state"]))


def kind(row: Row) -> str:
    """Whether figures are real or invented."""
    return _("illustrative, invented") if row["illustrative"] else _("real")


def source(row: Row) -> Row:
    """One source: how it is, how old, how old it may get."""
    allowed = "no limit" if is_never_late(row) else _days(row["max_age_days"])
    return {
        "Source": Link(row["source_id"], row["address"]),
        "State": state_name(row),
        "Age": formats.MISSING if row["age_days"] is None else _days(row["age_days"]),
        "Allowed": allowed,
        "Newest figure": formats.short_day(row["newest_as_of"]),
        "Last loaded": formats.moment(row["last_loaded_at"]),
        "Made by": row["producer"],
        "Figures": kind(row),
    }


def is_never_late(row: Row) -> bool:
    """Whether nobody promised that a source speaks at all."""
    limit = row["max_age_days"]
    return limit is None or limit > NO_LIMIT_DAYS


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
    """One file: what became of it, of its rows and figures, what is odd about it, and why."""
    return {
        "File": row["name"],
        "Source": row["source_id"],
        "Outcome": outcome(row),
        "Rows": rows_text(row),
        "Figures": figures_text(row) if row["outcome"] in LOADED else "none loaded",
        "Odd": "; ".join(odd(row["proofs"])) if row["outcome"] in LOADED else "",
        "Why": row["reason"],
        "Fetched": formats.moment(row["fetched_at"]),
    }


def outcome(row: Row) -> str:
    """What became of a file, and the day somebody withdrew it."""
    if row["withdrawn_on"]:
        return f"{ATTENTION}withdrawn on {formats.short_day(row['withdrawn_on'])}"
    return outcome_name(row["outcome"])


def rows_text(row: Row) -> str:
    """The rows of a file and what became of them, by parts that add up."""
    parts = {"accepted": "accepted", "rejected": "rejected", "duplicate": "duplicate"}
    parts["left_out"] = "left out: no app of the watch list"
    counts = [
        f"{row[f'rows_{part}']:,} {words}" for part, words in parts.items() if row[f"rows_{part}"]
    ]
    return f"{row['rows_read']:,} read: {', '.join(counts) or 'none kept'}"


def figures_text(row: Row) -> str:
    """The figures of a file, and how many of them are kept rounded."""
    if row["figures"] is None:
        return formats.MISSING
    rounded = row["figures_rounded"]
    return f"{row['figures']:,}" + (f", {rounded:,} rounded to 4 decimals" if rounded else "")


def format_name(name: str | None, generation: str | None) -> str:
    """A format with its generation."""
    return (name or formats.MISSING) + (f" ({generation})" if generation else "")


def odd(proofs: list[str] | None) -> list[str]:
    """The proofs that a file's figures do not pass, each marked."""
    marks = {"odd": "? ", "broken": ATTENTION}
    split = [one.partition(": ") for one in proofs or []]
    return [marks[verdict] + text for verdict, _, text in split if verdict in marks]


def proofs_text(proofs: list[str] | None) -> str:
    """Every proof as a Markdown list, those that are broken first."""
    marks = {"broken": f"{ATTENTION}**broken:** ", "odd": "**odd:** ", "fits": "fits: "}
    split = [one.partition(": ") for one in proofs or []]
    split.sort(key=lambda one: list(marks).index(one[0]))
    return "\n".join(f"- {marks[verdict]}{formats.plain(text)}" for verdict, _, text in split)


def whole_load(row: Row) -> Row:
    """One file with its counts of rows, which add up, and where it was read from."""
    return {
        "Fetched": formats.moment(row["fetched_at"]),
        "File": row["name"],
        "Source": row["source_id"],
        "Outcome": outcome_name(row["outcome"]),
        "Rows read": row["rows_read"],
        "Accepted": row["rows_accepted"],
        "Rejected": row["rows_rejected"],
        "Duplicates": row["rows_duplicate"],
        "Left out": row["rows_left_out"],
        "Figures": row["figures"],
        "Figures rounded": row["figures_rounded"],
        "Why": row["reason"] or "",
        "Held against": "; ".join(row["proofs"] or []),
        "Withdrawn": formats.short_day(row["withdrawn_on"]),
        "Said": formats.day(row["as_of"]),
        "Kind": kind(row),
        "Format": format_name(row["format"], row["generation"]),
        "Columns not used": ", ".join(row["extra_columns"] or []),
        "Read from": row["address"],
        "Snapshot": row["snapshot_id"][:12],
    }


def run(record: Any) -> Row:
    """One run of the ingest: when, what came of it, and why not more."""
    reasons = [f"{f['name']}: {f['reason']}" for f in record["files"] if f.get("reason")]
    return {
        "Started": formats.moment(record["started_at"]),
        "Outcome": outcome_name(record["outcome"]),
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
