"""The way from a figure to its source: who said it, when, where, and in which row of which file."""

from datetime import date
from typing import Any

import streamlit as st

from app_pages import formats
from app_pages.reader import Reader, Row
from app_pages.tables import Link

KIND_WORDS = {
    "reported": "reported by the company",
    "guidance": "guidance by the company",
    "forecast": "forecast by an analyst",
    "press": "press, not published by the company",
    "estimate": "third-party estimate",
}
TARGET_KINDS = ("guidance", "forecast")
SAME_FIGURE = ("metric", "period_start", "period_end", "grain", "unit", "basis", "kind")
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


def popover(label: str, rows: list[Row], targets: list[Row] | None = None) -> None:
    """A button that opens the list of statements behind the figures beside it."""
    with st.popover(label, icon=":material/format_quote:"):
        if not rows:
            st.markdown("No statement is loaded for these figures.")
        for row in rows:
            st.markdown(statement_text(row, standing(row, rows, targets or [])))


def statement_text(row: Row, stands: str) -> str:
    """One statement as Markdown: figure, who, when, where, and the row it was read from."""
    what = f"{row['metric']}, {formats.period(row['period_start'], row['period_end'])}: "
    show = formats.target_amount if row["kind"] in TARGET_KINDS else formats.amount
    figure = show(row["value"], row["unit"], row["bound"])
    kind = KIND_WORDS.get(row["kind"], row["kind"])
    basis = BASIS_WORDS.get(row["basis"])
    lines = [
        f"**{formats.plain(what + figure)}** — {formats.plain(stands)}",
        formats.plain(", ".join(part for part in (kind, basis, row["scope"]) if part)),
        f"{_publisher(row)}, said {formats.plain(formats.said_on(row['said_from'], row['as_of']))}",
        _origin(row),
    ]
    if row["note"]:
        lines.append(f"*{formats.plain(row['note'])}*")
    return "  \n".join(lines)


def standing(row: Row, listed: list[Row], targets: list[Row]) -> str:
    """Whether a statement is the one shown, agrees with it, contradicts it, or is only listed."""
    if row["quality"] == "weak":
        return "weak source, never used for a figure"
    if row["kind"] in TARGET_KINDS:
        return _standing_of_target(row, targets)
    if row["kind"] != "reported":
        return "listed only, in no chart"
    if row["preferred"]:
        return "the statement used"
    same = (other for other in listed if other["preferred"] and _key(other) == _key(row))
    used = next(same, None)
    if used is None:
        return "not used"
    return "says the same" if used["value"] == row["value"] else "contradicts the statement used"


def _key(row: Row) -> list[Any]:
    return [row[column] for column in SAME_FIGURE]


def _standing_of_target(row: Row, targets: list[Row]) -> str:
    for target in targets:
        if all(target[column] == row[column] for column in ("issuer", "kind", "value", "unit")):
            return target_standing(target)
    return "not used"


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
        "Read in": Link(target["publisher"], target["address"]),
    }


def target_standing(target: Row) -> str:
    """Whether a target stands, was revised, or is contradicted."""
    if target["is_conflict"]:
        return f"contradicts the {conflicting(target)} that stands"
    return "stands" if target["is_newest"] else "revised since"


def conflicting(target: Row) -> str:
    """The figures a target cannot be put in order with, as people read them."""
    values = (target["conflicts_with"] or "").split("; ")
    return ", ".join(formats.target_amount(value, target["unit"]) for value in values if value)
