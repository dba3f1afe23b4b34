"""The Data page: how old each source is, what was loaded, what was rejected and why, versions."""

from typing import Any

import streamlit as st

from app_pages import empty, formats, reader
from app_pages.reader import Reader, Row
from warehouse import status, store
from warehouse.paths import Store

RUNS_SHOWN = 100
NO_LIMIT_DAYS = 3650
OUTCOMES = {
    "accepted": "accepted",
    "accepted_in_part": "accepted in part",
    "refused": "refused",
    "ok": "ok",
    "failed": "failed",
    "nothing_new": "nothing new",
}


def show() -> None:
    """The page; run history and folders are shown even when there is no warehouse."""
    opened = reader.current()
    st.title("Data: sources, loads and what was refused")
    if opened is None:
        empty.no_warehouse()
    else:
        freshness(opened)
        rejected(opened)
        loads(opened)
    runs()
    if opened is not None:
        events(opened)
    versions(opened)


def freshness(opened: Reader) -> None:
    """Every source with its age against what is allowed."""
    rows = opened.rows_now("freshness")
    st.subheader("Sources")
    if not rows:
        st.markdown("No source is configured. Describe one in `config/sources.toml`.")
        return
    counts = [f"{sum(row['state'] == state for row in rows)} {state}" for state in states(rows)]
    st.markdown(f"{formats.count(len(rows), 'source')}: {formats.plain(', '.join(counts))}.")
    st.dataframe(
        [source_line(row) for row in rows],
        hide_index=True,
        column_config={"Address": st.column_config.LinkColumn("Address")},
    )


def states(rows: list[Row]) -> list[str]:
    """The states that occur, in the order of the rows."""
    return list(dict.fromkeys(row["state"] for row in rows))


def source_line(row: Row) -> dict[str, Any]:
    """One source as a line of the table."""
    limit = row["max_age_days"]
    allowed = "no limit" if limit is None or limit > NO_LIMIT_DAYS else f"{limit} days"
    age = formats.MISSING if row["age_days"] is None else f"{row['age_days']} days"
    return {
        "Source": row["source_id"],
        "State": row["state"],
        "Age": age,
        "Allowed": allowed,
        "Newest figure said": formats.day(row["newest_as_of"]),
        "Last loaded": formats.moment(row["last_loaded_at"]),
        "Made by": row["producer"],
        "Kind": "illustrative, invented" if row["illustrative"] else "real",
        "Schedule (cron)": row["schedule"] or formats.MISSING,
        "Covers": row["covers"],
        "Licence": row["licence"],
        "Address": row["address"],
    }


def rejected(opened: Reader) -> None:
    """Every rejected row with the rule it broke and the row as it was read."""
    rows = opened.rows_now("rejects")
    st.subheader("Rejected rows")
    if not rows:
        st.markdown("No row was ever rejected.")
        return
    files = formats.count(len({row["snapshot_id"] for row in rows}), "file")
    faults = formats.count(len(rows), "fault")
    more = " (the newest 500)" if len(rows) == 500 else ""
    st.markdown(f"{faults}{more} in {files}. No figure on any page uses these rows.")
    st.dataframe([reject_line(row) for row in rows], hide_index=True)


def reject_line(row: Row) -> dict[str, Any]:
    """One fault as a line of the table."""
    return {
        "File": row["name"],
        "Row": row["row_no"],
        "Column": row["column_name"],
        "Broken rule": row["rule"],
        "Value": row["value"],
        "Row as read": row["raw_row"],
        "Source": row["source_id"],
        "Fetched": formats.moment(row["fetched_at"]),
    }


def loads(opened: Reader) -> None:
    """The newest snapshots with their counts."""
    rows = opened.rows_now("loads")
    st.subheader("Files taken in")
    if not rows:
        st.markdown("No file was ever taken in.")
        return
    st.dataframe([load_line(row) for row in rows], hide_index=True)


def load_line(row: Row) -> dict[str, Any]:
    """One snapshot as a line of the table; its four counts add up."""
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
        "Kind": "illustrative, invented" if row["illustrative"] else "real",
        "Columns not used": ", ".join(row["extra_columns"] or []),
        "Read from": row["address"],
        "Snapshot": row["snapshot_id"][:12],
    }


def runs() -> None:
    """The last runs of the ingest, newest first, and what the scheduler will do next."""
    st.subheader("Runs")
    heartbeat = status.read_heartbeat(Store.from_env())
    if heartbeat is not None:
        following = sorted(heartbeat["next_runs"].items(), key=lambda item: item[1])
        plan = ", ".join(f"{source} {formats.moment(at)}" for source, at in following[:6])
        alive = (
            f"Scheduler on {heartbeat['host']}, last heard {formats.moment(heartbeat['beat_at'])}."
        )
        st.markdown(formats.plain(f"{alive} Next: {plan or 'nothing planned'}."))
    history = status.read_runs(Store.from_env())[-RUNS_SHOWN:]
    if not history:
        st.markdown("No run is on record. Start one with `python -m ingest run`.")
        return
    st.dataframe([run_line(run) for run in reversed(history)], hide_index=True)


def run_line(run: Any) -> dict[str, Any]:
    """One run as a line of the table."""
    troubles = [f"{f['name']}: {f['reason']}" for f in run["files"] if f.get("reason")]
    return {
        "Started": formats.moment(run["started_at"]),
        "Finished": formats.moment(run["finished_at"]),
        "Started by": run["trigger"],
        "Outcome": OUTCOMES.get(run["outcome"], run["outcome"]),
        "Files": len(run["files"]),
        "Why": "; ".join([run.get("reason") or "", *troubles]).strip("; "),
        "Version made": run["version"] or formats.MISSING,
    }


def events(opened: Reader) -> None:
    """The dated events that the charts flag."""
    rows = opened.rows("all_events")
    with st.expander(f"Events ({len(rows)})", icon=":material/flag:"):
        st.dataframe(
            [
                {
                    "Day": formats.day(row["event_date"]),
                    "About": formats.app_name(row["name_en"] or "", row["name_zh"]),
                    "Event": row["event"],
                    "Kind": row["kind"],
                    "Address": row["address"],
                }
                for row in rows
            ],
            hide_index=True,
            column_config={"Address": st.column_config.LinkColumn("Address")},
        )


def versions(opened: Reader | None) -> None:
    """The published files and the one this page reads."""
    st.subheader("Versions of the warehouse")
    published = store.versions(Store.from_env())
    if opened is None or not published:
        st.markdown("None is published.")
        return
    st.markdown(
        f"This page reads `{opened.version.name}`. Any DuckDB client may open it, read only."
    )
    st.dataframe(
        [
            {
                "Version": version.name,
                "Published": formats.moment(version.published_at),
                "Size": f"{version.byte_size / 1e6:,.1f} MB",
                "Read by this page": "yes" if version.path == opened.version else "",
            }
            for version in published
        ],
        hide_index=True,
    )


show()
