"""The Data page: what waits for a person, how data is added, how old each source is, what was
loaded, what was rejected and why, who did what, versions.
"""

import streamlit as st

from app_pages import (
    contradictions,
    data_acts,
    data_by_hand,
    data_lines,
    data_upload,
    data_waiting,
    data_withdraw,
    empty,
    formats,
    reader,
    tables,
)
from app_pages.language import _, _n
from app_pages.reader import Reader, Row
from warehouse import status, store
from warehouse.paths import Store

READ_HERE = 10
RUNS_KEPT_IN_SIGHT = 100


def show() -> None:
    """The page; run history and folders are shown even when there is no warehouse."""
    opened = reader.current()
    st.title(_("Data: sources, loads and what was refused"))
    if opened is None:
        empty.no_warehouse()
    data_waiting.section(opened)
    st.header(_("Add data"))
    data_upload.section(opened)
    data_by_hand.section(opened)
    if opened is not None:
        freshness(opened)
        contradictions.section(opened)
        rejected(opened)
        loads(opened)
    runs()
    data_acts.section()
    if opened is not None:
        events(opened)
    versions(opened)


def freshness(opened: Reader) -> None:
    """Every source with its age against what is allowed."""
    rows = opened.rows_now("freshness")
    st.header(_("Sources"))
    if not rows:
        st.markdown(_("No source is configured. Describe one in `config/sources.toml`."))
        return
    counts = [
        f"{sum(row['state'] == state for row in rows)} {_(data_lines.STATES.get(state, state))}"
        for state in states(rows)
    ]
    said = _n(
        "{n} source: {counts}.", "{n} sources: {counts}.", len(rows), counts=", ".join(counts)
    )
    st.markdown(formats.plain(said))
    lines = [data_lines.source(row) for row in rows]
    tables.show_newest(lines, len(lines), [data_lines.whole_source(row) for row in rows])


def states(rows: list[Row]) -> list[str]:
    """The states that occur, in the order of the rows."""
    return list(dict.fromkeys(row["state"] for row in rows))


def rejected(opened: Reader) -> None:
    """Every rejected row with the rule it broke and the row as it was read."""
    rows = opened.rows_now("rejects")
    st.header(_("Rejected rows"))
    if not rows:
        st.markdown(_("No row was ever rejected."))
        return
    files = _n("{n} file", "{n} files", len({row["snapshot_id"] for row in rows}))
    faults = _n("{n} fault", "{n} faults", len(rows))
    sentence = _("{faults} in {files}. No figure on any page uses these rows.")
    if len(rows) == 500:
        sentence = _("{faults} (the newest 500) in {files}. No figure on any page uses these rows.")
    st.markdown(sentence.format(faults=faults, files=files))
    lines = [data_lines.reject(row) for row in rows]
    tables.show_newest(lines, READ_HERE, [data_lines.whole_reject(row) for row in rows])


def loads(opened: Reader) -> None:
    """The newest snapshots with their counts."""
    rows = opened.rows_now("loads")
    st.header(_("Files taken in"))
    if not rows:
        st.markdown(_("No file was ever taken in."))
        return
    lines = [data_lines.load(row) for row in rows]
    tables.show_newest(lines, READ_HERE, [data_lines.whole_load(row) for row in rows])
    data_withdraw.section(opened)


def runs() -> None:
    """The last runs of the ingest, newest first, and what the scheduler will do next."""
    st.header(_("Runs"))
    heartbeat = status.read_heartbeat(Store.from_env())
    if heartbeat is not None:
        following = sorted(heartbeat["next_runs"].items(), key=lambda item: item[1])
        plan = ", ".join(f"{source} {formats.moment(at)}" for source, at in following[:6])
        alive = _("Scheduler on {host}, last heard {moment}. Next: {plan}.").format(
            host=heartbeat["host"],
            moment=formats.moment(heartbeat["beat_at"]),
            plan=plan or _("nothing planned"),
        )
        st.markdown(formats.plain(alive))
    history = status.read_runs(Store.from_env())[-RUNS_KEPT_IN_SIGHT:][::-1]
    if not history:
        st.markdown(_("No run is on record. Start one with `python -m ingest run`."))
        return
    lines = [data_lines.run(record) for record in history]
    tables.show_newest(lines, READ_HERE, [data_lines.whole_run(record) for record in history])


def events(opened: Reader) -> None:
    """The dated events that the charts flag."""
    rows = opened.rows("all_events")
    if not rows:
        return
    st.header(_("Events"))
    lines = [data_lines.event(row) for row in rows]
    tables.show_newest(lines, READ_HERE, [data_lines.whole_event(row) for row in rows])


def versions(opened: Reader | None) -> None:
    """The published files and the one this page reads."""
    st.header(_("Versions of the warehouse"))
    published = store.versions(Store.from_env())
    if opened is None or not published:
        st.markdown(_("None is published."))
        return
    st.markdown(
        _("This page reads `{version}`. Any DuckDB client may open it, read only.").format(
            version=opened.version.name
        )
    )
    tables.show([data_lines.version(one, one.path == opened.version) for one in published])


show()
