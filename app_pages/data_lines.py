"""The lines of the Data page's tables: what is read at once, and every column."""

from typing import Any

from app_pages import formats, sentences
from app_pages.language import N_, _, _n
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
TRIGGERS = (N_("schedule"), N_("command"), N_("request"))
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


def state_name(state: str, *, marked: bool = True) -> str:
    """How a source is, with a mark where it is late or never spoke."""
    mark = ATTENTION if marked and state in ("late", "never loaded") else ""
    return mark + _(STATES.get(state, state))


def kind(row: Row) -> str:
    """Whether figures are real or invented."""
    return _("illustrative, invented") if row["illustrative"] else _("real")


def source(row: Row) -> Row:
    """One source: how it is, how old, how old it may get."""
    allowed = _("no limit") if is_never_late(row) else _days(row["max_age_days"])
    return {
        N_("Source"): Link(row["source_id"], row["address"]),
        N_("State"): state_name(row["state"], marked=not is_never_late(row)),
        N_("Age"): formats.MISSING if row["age_days"] is None else _days(row["age_days"]),
        N_("Allowed"): allowed,
        N_("Newest figure"): formats.short_day(row["newest_as_of"]),
        N_("Last loaded"): formats.moment(row["last_loaded_at"]),
        N_("Made by"): row["producer"],
        N_("Figures"): kind(row),
    }


def is_never_late(row: Row) -> bool:
    """Whether nobody promised that a source speaks at all."""
    limit = row["max_age_days"]
    return limit is None or limit > NO_LIMIT_DAYS


def _days(number: int) -> str:
    return _n("{n} day", "{n} days", number)


def whole_source(row: Row) -> Row:
    """One source with what its configuration says of it."""
    return source(row) | {
        N_("Source"): row["source_id"],
        N_("Schedule (cron)"): row["schedule"] or formats.MISSING,
        N_("Covers"): row["covers"],
        N_("Licence"): row["licence"],
        N_("Address"): row["address"],
    }


def reject(row: Row) -> Row:
    """One fault: where it stands, which rule it breaks, and the row as it was read."""
    return {
        N_("File"): row["name"],
        N_("Row"): row["row_no"],
        N_("Column"): row["column_name"],
        N_("Broken rule"): sentences.worded(row["rule"]),
        N_("Value"): row["value"],
        N_("Row as read"): row["raw_row"],
    }


def whole_reject(row: Row) -> Row:
    """One fault with its source and the moment its file was fetched."""
    more = {N_("Source"): row["source_id"], N_("Fetched"): formats.moment(row["fetched_at"])}
    return reject(row) | more


def load(row: Row) -> Row:
    """One file: what became of it, of its rows and figures, what is odd about it, and why."""
    return {
        N_("File"): row["name"],
        N_("Source"): row["source_id"],
        N_("Outcome"): outcome(row),
        N_("Rows"): rows_text(row),
        N_("Figures loaded"): figures_text(row) if row["outcome"] in LOADED else _("none loaded"),
        N_("Odd"): _("; ").join(odd(row["proofs"])) if row["outcome"] in LOADED else "",
        N_("Why"): sentences.worded(row["reason"]),
        N_("Fetched"): formats.moment(row["fetched_at"]),
    }


def outcome(row: Row) -> str:
    """What became of a file, and the day somebody withdrew it."""
    if row["withdrawn_on"]:
        withdrawn = _("withdrawn on {day}").format(day=formats.short_day(row["withdrawn_on"]))
        return ATTENTION + withdrawn
    return outcome_name(row["outcome"])


def rows_text(row: Row) -> str:
    """The rows of a file and what became of them, by parts that add up."""
    parts = {
        "accepted": _("{n} accepted"),
        "rejected": _("{n} rejected"),
        "duplicate": _("{n} duplicate"),
        "left_out": _("{n} left out: no app of the watch list"),
    }
    counts = [
        words.format(n=f"{row[f'rows_{part}']:,}")
        for part, words in parts.items()
        if row[f"rows_{part}"]
    ]
    return _("{n} read: {counts}").format(
        n=f"{row['rows_read']:,}", counts=", ".join(counts) or _("none kept")
    )


def figures_text(row: Row) -> str:
    """The figures of a file, and how many of them are kept rounded."""
    if row["figures"] is None:
        return formats.MISSING
    figures, rounded = f"{row['figures']:,}", row["figures_rounded"]
    if not rounded:
        return figures
    return _("{figures}, {rounded} rounded to 4 decimals").format(
        figures=figures, rounded=f"{rounded:,}"
    )


def format_name(name: str | None, generation: str | None) -> str:
    """A format with its generation."""
    return (name or formats.MISSING) + (f" ({generation})" if generation else "")


def odd(proofs: list[str] | None) -> list[str]:
    """The proofs that a file's figures do not pass, each marked."""
    marks = {"odd": "? ", "broken": ATTENTION}
    split = map(sentences.with_verdict, proofs or [])
    return [marks[verdict] + text for verdict, text in split if verdict in marks]


def proofs_text(proofs: list[str] | None) -> str:
    """Every proof as a Markdown list, those that are broken first."""
    marks = {
        "broken": ATTENTION + _("**broken:** "),
        "odd": _("**odd:** "),
        "fits": _("fits: "),
    }
    split = sorted(
        map(sentences.with_verdict, proofs or []), key=lambda one: list(marks).index(one[0])
    )
    return "\n".join(f"- {marks[verdict]}{formats.plain(text)}" for verdict, text in split)


def whole_load(row: Row) -> Row:
    """One file with its counts of rows, which add up, and where it was read from."""
    return {
        N_("Fetched"): formats.moment(row["fetched_at"]),
        N_("File"): row["name"],
        N_("Source"): row["source_id"],
        N_("Outcome"): outcome_name(row["outcome"]),
        N_("Rows read"): row["rows_read"],
        N_("Accepted"): row["rows_accepted"],
        N_("Rejected"): row["rows_rejected"],
        N_("Duplicates"): row["rows_duplicate"],
        N_("Left out"): row["rows_left_out"],
        N_("Figures"): row["figures"],
        N_("Figures rounded"): row["figures_rounded"],
        N_("Why"): sentences.worded(row["reason"]),
        N_("Held against"): sentences.held_against(row["proofs"]),
        N_("Withdrawn"): formats.short_day(row["withdrawn_on"]),
        N_("Said"): formats.day(row["as_of"]),
        N_("Kind"): kind(row),
        N_("Format"): format_name(row["format"], row["generation"]),
        N_("Columns not used"): ", ".join(row["extra_columns"] or []),
        N_("Read from"): row["address"],
        N_("Snapshot"): row["snapshot_id"][:12],
    }


def run(record: Any) -> Row:
    """One run of the ingest: when, what came of it, and why not more."""
    reasons = [
        f"{file['name']}: {sentences.worded(file['reason'])}"
        for file in record["files"]
        if file.get("reason")
    ]
    return {
        N_("Started"): formats.moment(record["started_at"]),
        N_("Outcome"): outcome_name(record["outcome"]),
        N_("Started by"): _(record["trigger"]),
        N_("Files"): len(record["files"]),
        N_("Why"): _("; ").join(filter(None, [sentences.worded(record.get("reason")), *reasons])),
        N_("Version made"): record["version"],
    }


def whole_run(record: Any) -> Row:
    """One run with its end."""
    return run(record) | {N_("Finished"): formats.moment(record["finished_at"])}


def event(row: Row) -> Row:
    """One dated event, with where it can be read."""
    return {
        N_("Day"): formats.short_day(row["event_date"]),
        N_("App"): formats.app_name(row["name_en"], row["name_zh"]),
        N_("Event"): Link(row["event"], row["address"]),
        N_("Kind"): _(row["kind"].replace("_", " ")),
    }


def whole_event(row: Row) -> Row:
    """One dated event with its address spelt out."""
    return event(row) | {N_("Event"): row["event"], N_("Address"): row["address"]}


def version(published: Any, read: bool) -> Row:
    """One published file."""
    return {
        N_("Version"): published.name,
        N_("Published"): formats.moment(published.published_at),
        N_("Size"): f"{published.byte_size / 1e6:,.1f} MB",
        N_("Read by this page"): _("yes") if read else _("no"),
    }
