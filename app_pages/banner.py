"""What to know before trusting a page: late, failed, refused, no scheduler, a past day."""

from datetime import datetime, timedelta

import streamlit as st

from app_pages import contradictions, data_lines, formats
from app_pages.reader import Reader
from warehouse import clock, status
from warehouse.paths import Store

SILENT_AFTER = timedelta(minutes=5)
TOLD = 3


def show(reader: Reader | None) -> None:
    """The banner of every page; nothing when there is nothing to say."""
    if reader is not None and reader.knowledge_date is not None:
        st.info(
            f"You see what was known on **{formats.day(reader.knowledge_date)}**. "
            "Statements made later are left out. Clear “As known on” to see today's.",
            icon=":material/history:",
        )
    troubles = [*failed_run(), *silent_scheduler()]
    if reader is not None:
        data = [*late_sources(reader), *refused_files(reader), *contradictions.warnings(reader)]
        troubles = [*data, *troubles]
    troubles = [*waiting_files(reader), *troubles]
    mark = "- " if len(troubles) > 1 else ""
    if troubles:
        lines = "\n".join(f"{mark}{formats.plain(trouble)}" for trouble in troubles)
        st.warning(lines, icon=":material/warning:")


def late_sources(reader: Reader) -> list[str]:
    """A sentence a source that is older than its configuration allows, or that never spoke."""
    sentences = {
        "late": (
            "Late: the newest figure of {source_id} was said {age_days} days ago; "
            "{max_age_days} are allowed."
        ),
        "never loaded": "Never loaded: {source_id} is switched on, but no file of it was taken in.",
    }
    return [
        sentences[row["state"]].format(**row)
        for row in reader.rows_now("freshness")
        if row["state"] in sentences and not data_lines.is_never_late(row)
    ]


def waiting_files(reader: Reader | None) -> list[str]:
    """A sentence when files wait for a person: for an answer, a decision, or their source."""
    rows = reader.rows_now("waiting_files") if reader else []
    names = [row["name"] for row in rows] + status.read_unclaimed(Store.from_env())
    if not names:
        return []
    shown = [name.encode("utf-8", "backslashreplace").decode() for name in names[:TOLD]]
    listed = ", ".join(shown) + (", …" if len(names) > TOLD else "")
    verb = "waits" if len(names) == 1 else "wait"
    return [f"{formats.count(len(names), 'file')} {verb} for you on the Data page: {listed}."]


def refused_files(reader: Reader) -> list[str]:
    """A sentence a file of the last seven days that was refused or taken in only in part."""
    words = {"refused": "Refused", "accepted_in_part": "Taken in only in part"}
    rows = reader.rows_now("refused_lately")
    told = [
        f"{words.get(row['outcome'], row['outcome'])}: {row['name']} of {row['source_id']}"
        + (f": {row['reason'].rstrip('.')}." if row["reason"] else ".")
        for row in rows[:TOLD]
    ]
    if len(rows) > TOLD:
        more = formats.count(len(rows) - TOLD, "more file")
        told.append(f"{more} refused or taken in only in part; the Data page lists them.")
    return told


def failed_run() -> list[str]:
    """A sentence when the last run of the ingest failed."""
    runs = status.read_runs(Store.from_env())
    if not runs or runs[-1]["outcome"] != "failed":
        return []
    why = runs[-1].get("reason") or "The Data page says why, file by file."
    return [f"The last load failed ({formats.moment(runs[-1]['finished_at'])}). {why}"]


def silent_scheduler() -> list[str]:
    """A sentence when no scheduler says that it is alive."""
    heartbeat = status.read_heartbeat(Store.from_env())
    start = "Start it with: python -m ingest watch (make run does)."
    if heartbeat is None:
        return [f"No scheduler is running, so nothing new is loaded by itself. {start}"]
    if clock.now() - datetime.fromisoformat(heartbeat["beat_at"]) <= SILENT_AFTER:
        return []
    return [f"The scheduler has been silent since {formats.moment(heartbeat['beat_at'])}. {start}"]
