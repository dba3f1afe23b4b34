"""The way from a figure to its source: who said it, when, where, and in which row of which file."""

from datetime import date
from typing import Any

import streamlit as st

from app_pages import formats
from app_pages.reader import Reader, Row

KIND_WORDS = {
    "reported": "reported by the company",
    "guidance": "guidance by the company",
    "forecast": "forecast by an analyst",
    "press": "press, not published by the company",
    "estimate": "third-party estimate",
}
ALL_TIME = (date(1990, 1, 1), date(2100, 1, 1))
BASIS_WORDS = {
    "recognised": "recognised revenue",
    "run_rate": "run rate (month × 12)",
    "cash": "cash receipts",
    "gross": "gross, before store fees",
    "net_of_store": "net of store fees",
}


def statements(
    reader: Reader,
    app_id: str,
    metrics: list[str],
    kinds: list[str],
    period: tuple[date, date],
) -> list[Row]:
    """Every statement of these kinds about an app's metrics within a period."""
    return reader.rows(
        "statements",
        app_id=app_id,
        metrics=metrics,
        kinds=kinds,
        from_day=period[0],
        through_day=period[1],
    )


def popover(label: str, rows: list[Row]) -> None:
    """A button that opens the list of statements behind the figures beside it."""
    with st.popover(label, icon=":material/format_quote:"):
        if not rows:
            st.markdown("No statement is loaded for these figures.")
        for row in rows:
            st.markdown(statement_text(row))


def statement_text(row: Row) -> str:
    """One statement as Markdown: figure, who, when, where, and the row it was read from."""
    what = f"{row['metric']}, {formats.period(row['period_start'], row['period_end'])}: "
    figure = formats.amount(row["value"], row["unit"], row["bound"])
    kind = KIND_WORDS.get(row["kind"], row["kind"])
    basis = BASIS_WORDS.get(row["basis"])
    lines = [
        f"**{formats.plain(what + figure)}** — {formats.plain(_standing(row))}",
        formats.plain(", ".join(part for part in (kind, basis, row["scope"]) if part)),
        f"{_publisher(row)}, said {formats.plain(formats.said_on(row['said_from'], row['as_of']))}",
        _origin(row),
    ]
    if row["note"]:
        lines.append(f"*{formats.plain(row['note'])}*")
    return "  \n".join(lines)


def _standing(row: Row) -> str:
    if row["quality"] == "weak":
        return "weak source, never used for a figure"
    if not row["preferred"]:
        return "not used: another statement of this figure is preferred"
    words = "used"
    if (row["statements"] or 1) > 1:
        words += f", said by {row['statements']} sources"
    if row["conflicts"]:
        words += f", contradicted by {row['conflicts']}"
    return words


def _publisher(row: Row) -> str:
    issuer = f"{row['issuer']}, in: " if row["issuer"] else ""
    return formats.plain(issuer) + formats.link(row["publisher"] or "unnamed", row["address"])


def _origin(row: Row) -> str:
    text = f"source {row['source_id']}, snapshot {row['snapshot_id'][:12]}, row {row['row_no']}"
    return f":small[{formats.plain(text)}]"


def target_text(target: Row) -> dict[str, Any]:
    """A target as one line of a table of what each issuer said."""
    return {
        "Said by": target["issuer"],
        "Kind": target["kind"],
        "Figure": formats.target_amount(target["value"], target["unit"], target["bound"]),
        "In US$": formats.amount(target["value_usd"], "USD", target["bound"]),
        "First said": formats.said_on(target["said_from"], target["first_said"]),
        "Standing": target_standing(target),
        "Read in": target["publisher"],
        "Address": target["address"],
    }


def target_standing(target: Row) -> str:
    """Whether a target stands, was revised, or is contradicted."""
    if target["is_conflict"]:
        return f"contradicts {target['conflicts_with']}"
    return "stands" if target["is_newest"] else "revised since"
