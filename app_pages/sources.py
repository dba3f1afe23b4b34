"""The way from a figure to its source: who said it, when, where, and in which row of which file."""

from datetime import date
from typing import Any

import streamlit as st

from app_pages import formats, metrics
from app_pages.language import N_, _
from app_pages.reader import Reader, Row
from app_pages.tables import Link

KIND_WORDS = {
    "reported": N_("reported by the company"),
    "guidance": N_("guidance by the company"),
    "forecast": N_("forecast by an analyst"),
    "press": N_("press, not published by the company"),
    "estimate": N_("third-party estimate"),
}
TARGET_KINDS = ("guidance", "forecast")
SAME_FIGURE = ("metric", "period_start", "period_end", "grain", "unit", "basis", "kind")
ALL_TIME = (date(1990, 1, 1), date(2100, 1, 1))
BASIS_WORDS = {
    "recognised": N_("recognised revenue"),
    "run_rate": N_("run rate (month × 12)"),
    "cash": N_("cash receipts"),
    "gross": N_("gross, before store fees"),
    "net_of_store": N_("net of store fees"),
}


def basis_name(basis: str) -> str:
    """What money counts, in words; nothing for figures that are no money."""
    return _(BASIS_WORDS[basis]) if basis in BASIS_WORDS else ""


def kind_name(kind: str) -> str:
    """Who stands behind a figure, in words."""
    return _(KIND_WORDS[kind]) if kind in KIND_WORDS else kind


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
            st.markdown(_("No statement is loaded for these figures."))
        for row in rows:
            st.markdown(statement_text(row, standing(row, rows, targets or [])))


def statement_text(row: Row, stands: str) -> str:
    """One statement as Markdown: figure, who, when, where, and the row it was read from."""
    period = formats.period(row["period_start"], row["period_end"])
    what = f"{metrics.within(row['metric'])}, {period}: "
    show = formats.target_amount if row["kind"] in TARGET_KINDS else formats.amount
    figure = show(row["value"], row["unit"], row["bound"])
    kind, basis = kind_name(row["kind"]), basis_name(row["basis"])
    said = formats.said_on(row["said_from"], row["as_of"])
    lines = [
        f"**{formats.plain(what + figure)}** — {formats.plain(stands)}",
        formats.plain(", ".join(part for part in (kind, basis, row["scope"]) if part)),
        _("{publisher}, said {day}").format(publisher=_publisher(row), day=formats.plain(said)),
        _origin(row),
    ]
    if row["note"]:
        lines.append(f"*{formats.plain(row['note'])}*")
    return "  \n".join(lines)


def standing(row: Row, listed: list[Row], targets: list[Row]) -> str:
    """Whether a statement is the one shown, agrees with it, contradicts it, or is only listed."""
    if row["quality"] == "weak":
        return _("weak source, never used for a figure")
    if row["kind"] in TARGET_KINDS:
        return _standing_of_target(row, targets)
    if row["kind"] != "reported":
        return _("listed only, in no chart")
    if row["preferred"]:
        return _("the statement used")
    same = (other for other in listed if other["preferred"] and _key(other) == _key(row))
    used = next(same, None)
    if used is None:
        return _("not used")
    if used["value"] == row["value"]:
        return _("says the same")
    return _("contradicts the statement used")


def _key(row: Row) -> list[Any]:
    return [row[column] for column in SAME_FIGURE]


def _standing_of_target(row: Row, targets: list[Row]) -> str:
    for target in targets:
        if all(target[column] == row[column] for column in ("issuer", "kind", "value", "unit")):
            return target_standing(target)
    return _("not used")


def _publisher(row: Row) -> str:
    issuer = _("{issuer}, in: ").format(issuer=row["issuer"]) if row["issuer"] else ""
    return formats.plain(issuer) + formats.link(row["publisher"] or _("unnamed"), row["address"])


def _origin(row: Row) -> str:
    text = _("source {source}, snapshot {snapshot}, row {row}").format(
        source=row["source_id"], snapshot=row["snapshot_id"][:12], row=row["row_no"]
    )
    return f":small[{formats.plain(text)}]"


def target_text(target: Row) -> dict[str, Any]:
    """A target as one line of a table of what each issuer said."""
    return {
        N_("Said by"): target["issuer"],
        N_("Kind"): _(target["kind"]),
        N_("Figure"): formats.target_amount(target["value"], target["unit"], target["bound"]),
        N_("In US$"): formats.amount(target["value_usd"], "USD", target["bound"]),
        N_("First said"): formats.said_on(target["said_from"], target["first_said"]),
        N_("Standing"): target_standing(target),
        N_("Read in"): Link(target["publisher"], target["address"]),
    }


def target_standing(target: Row) -> str:
    """Whether a target stands, was revised, or is contradicted."""
    if target["is_conflict"]:
        return _("contradicts the {figure} that stands").format(figure=conflicting(target))
    return _("stands") if target["is_newest"] else _("revised since")


def conflicting(target: Row) -> str:
    """The figures a target cannot be put in order with, as people read them."""
    values = (target["conflicts_with"] or "").split("; ")
    return ", ".join(formats.target_amount(value, target["unit"]) for value in values if value)
