"""What to know before trusting a page: late, failed, refused, no scheduler, a past day."""

from datetime import datetime, timedelta

import streamlit as st

from app_pages import contradictions, data_lines, formats, sentences
from app_pages.language import _, _n
from app_pages.reader import Reader, Row
from warehouse import clock, status
from warehouse.paths import Store

SILENT_AFTER = timedelta(minutes=5)
TOLD = 3


def show(reader: Reader | None) -> None:
    """The banner of every page; nothing when there is nothing to say."""
    if reader is not None and reader.knowledge_date is not None:
        st.info(
            _(
                "You see what was known on **{day}**. Statements made later are left out. Clear "
                "“As known on” to see today's."
            ).format(day=formats.day(reader.knowledge_date)),
            icon=":material/history:",
        )
    troubles = [*failed_run(), *silent_scheduler()]
    if reader is not None:
        files = [*refused_files(reader), *odd_files(reader)]
        data = [*late_sources(reader), *files, *contradictions.warnings(reader)]
        troubles = [*data, *troubles]
    troubles = [*waiting_files(reader), *troubles]
    mark = "- " if len(troubles) > 1 else ""
    if troubles:
        lines = "\n".join(f"{mark}{formats.plain(trouble)}" for trouble in troubles)
        st.warning(lines, icon=":material/warning:")


def late_sources(reader: Reader) -> list[str]:
    """A sentence a source that is older than its configuration allows, or that never spoke."""
    sentences = {
        "late": _(
            "Late: the newest figure of {source_id} was said {age_days} days ago; "
            "{max_age_days} are allowed."
        ),
        "never loaded": _(
            "Never loaded: {source_id} is switched on, but no file of it was taken in."
        ),
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
    waiting = _n(
        "{n} file waits for you on the Data page",
        "{n} files wait for you on the Data page",
        len(names),
    )
    return [f"{waiting}: {listed}."]


def refused_files(reader: Reader) -> list[str]:
    """A sentence a file of the last seven days that was refused or taken in only in part."""
    words = {"refused": _("Refused"), "accepted_in_part": _("Taken in only in part")}
    rows = reader.rows_now("refused_lately")
    told = [f"{words.get(row['outcome'], row['outcome'])}: " + _refused(row) for row in rows[:TOLD]]
    if len(rows) > TOLD:
        told.append(
            _n(
                "{n} more file refused or taken in only in part; the Data page lists them.",
                "{n} more files refused or taken in only in part; the Data page lists them.",
                len(rows) - TOLD,
            )
        )
    return told


def _refused(row: Row) -> str:
    told = _("{file} of {source}").format(file=row["name"], source=row["source_id"])
    if not row["reason"]:
        return _("{told}.").format(told=told)
    reason = sentences.worded(row["reason"]).rstrip(".。")
    return _("{told}: {reason}.").format(told=told, reason=reason)


def odd_files(reader: Reader) -> list[str]:
    """A sentence when files of the last seven days have figures that may not be what they say."""
    names = [row["name"] for row in reader.rows_now("odd_lately")]
    if not names:
        return []
    listed = ", ".join(names[:TOLD]) + (", …" if len(names) > TOLD else "")
    return [
        _n(
            "Loaded, but odd: {n} file ({names}). The Data page says what is odd about each.",
            "Loaded, but odd: {n} files ({names}). The Data page says what is odd about each.",
            len(names),
            names=listed,
        )
    ]


def failed_run() -> list[str]:
    """A sentence when the last run of the ingest failed."""
    runs = status.read_runs(Store.from_env())
    if not runs or runs[-1]["outcome"] != "failed":
        return []
    why = sentences.worded(runs[-1].get("reason")) or _("The Data page says why, file by file.")
    failed = _("The last load failed ({moment}).")
    return [f"{failed.format(moment=formats.moment(runs[-1]['finished_at']))} {why}"]


def silent_scheduler() -> list[str]:
    """A sentence when no scheduler says that it is alive."""
    heartbeat = status.read_heartbeat(Store.from_env())
    start = _("Start it with: python -m ingest watch (make run does).")
    if heartbeat is None:
        return [_("No scheduler is running, so nothing new is loaded by itself.") + f" {start}"]
    if clock.now() - datetime.fromisoformat(heartbeat["beat_at"]) <= SILENT_AFTER:
        return []
    silent = _("The scheduler has been silent since {moment}.")
    return [f"{silent.format(moment=formats.moment(heartbeat['beat_at']))} {start}"]
