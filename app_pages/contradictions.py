"""Where two files of one source disagree about one figure on one day: said on every page."""

import streamlit as st

from app_pages import formats, metrics, tables
from app_pages.language import N_, _, _n
from app_pages.reader import Reader, Row

TABLE = "contradictions"
READ_HERE = 20


def found(opened: Reader) -> list[Row]:
    """Every contradiction as the warehouse lists it; none where it does not look for them."""
    names = {row["table_name"] for row in opened.rows_now("tables")}
    return opened.rows_now(TABLE) if TABLE in names else []


def warnings(opened: Reader) -> list[str]:
    """One sentence for the banner of every page."""
    rows = found(opened)
    if not rows:
        return []
    return [
        _n(
            "Contradicted: two files of one source disagree about {n} figure said on one day; "
            "the Data page lists them.",
            "Contradicted: two files of one source disagree about {n} figures said on one day; "
            "the Data page lists them.",
            len(rows),
        )
    ]


def section(opened: Reader) -> None:
    """The list on the Data page; nothing when nothing is contradicted."""
    rows = found(opened)
    if not rows:
        return
    st.header(_("Contradictions"))
    st.markdown(
        _(
            "Two files of one source say different things of one figure on one day, so neither "
            "counts. Ask its producer which holds; then withdraw the other file below, under "
            "“Files taken in”, or load a file that says the figure again on a later day."
        )
    )
    lines = [line(row) for row in rows]
    tables.show_newest(lines, READ_HERE, lines)


def line(row: Row) -> Row:
    """One figure with what each file says of it, digit by digit, and what is shown instead."""
    app = f"{row['app_id']} " if row["app_id"] else ""
    where = ", ".join(part for part in (row["platform"], row["country"], row["basis"]) if part)
    said = sorted(f"{told['name']}: {_exactly(told, row['unit'])}" for told in row["told"])
    instead = _("nothing: a gap")
    if row["value_shown"] is not None:
        shown = _exactly({"value": row["value_shown"], "bound": "exact"}, row["unit"])
        day = formats.short_day(row["shown_as_of"])
        instead = _("{figure}, said {day}").format(figure=shown, day=day)
    elif row["shown_as_of"] is not None:
        day = formats.short_day(row["shown_as_of"])
        instead = _("the rate of {day} from elsewhere").format(day=day)
    metric = metrics.within(row["metric"])
    return {
        N_("Figure"): f"{app}{metric}, {formats.period(row['period_start'], row['period_end'])}",
        N_("Of"): where,
        N_("What each file says"): "; ".join(said),
        N_("Shown instead"): instead,
        N_("Said on"): formats.short_day(row["as_of"]),
        N_("Source"): row["source_id"],
        N_("Figures"): _("illustrative, invented") if row["illustrative"] else _("real"),
    }


def _exactly(told: Row, unit: str) -> str:
    return f"{formats.BOUND_SIGNS.get(told['bound'], '')}{formats.exact(told['value'])} {unit}"
