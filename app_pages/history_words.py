"""The lines and names of the History page, built from query rows."""

from typing import Any

from app_pages import data_lines, formats, growth_words, sentences, sources
from app_pages.language import N_, _, _n
from app_pages.metrics import metric_name
from app_pages.tables import Link

Row = dict[str, Any]


def figure_name(figure: Row) -> str:
    """One figure as it stands in the list of choices and in a link."""
    parts = [
        f"{figure['name_en']} {_period(figure)}: {_kind_by(figure)}",
        figure["unit"],
        sources.basis_name(figure["basis"]),
        "" if figure["platform"] == "all" else growth_words.platform_name(figure["platform"]),
        _("cumulative") if figure["grain"] == "cumulative" else "",
        figure["scope"],
    ]
    return ", ".join(part for part in parts if part)


def _kind_by(figure: Row) -> str:
    kind = _(figure["kind"])
    if not figure["said_by"]:
        return kind
    return _("{kind} by {who}").format(kind=kind, who=figure["said_by"])


def _period(row: Row) -> str:
    return formats.period(row["period_start"], row["period_end"])


def restatement(row: Row) -> Row:
    """One past figure that was changed: from what to what, when and by whom."""
    name = formats.app_name(row["name_en"] or row["app_id"], row["name_zh"])
    of = [
        growth_words.platform_name(row["platform"]),
        growth_words.country_name(row["country"]),
        sources.basis_name(row["basis"]),
    ]
    summed = _n(", sum of {n} changed day", ", sum of {n} changed days", row["figures"])
    days = summed if row["grain"] == "day" and row["period_start"] != row["period_end"] else ""
    others = row["slices"] - 1
    also = _n("{n} narrower figure of it changed", "{n} narrower figures of it changed", others)
    return {
        N_("Figure"): f"{name}: {metric_name(row['metric'])}, {_period(row)}{days}",
        **_from_to(row),
        N_("Change"): formats.change(row["change"]),
        N_("Changed"): _("{day}, before that said {before}").format(
            day=formats.short_day(row["as_of"]), before=formats.short_day(row["as_of_before"])
        ),
        N_("By"): Link(row["voice"], row["address"]),
        N_("Of"): ", ".join(part for part in of if part),
        N_("Also"): also if others else "",
        N_("Figures"): data_lines.kind(row),
    }


def _from_to(row: Row) -> Row:
    """Both figures, with every digit where the short ones would read alike."""
    before = formats.amount(row["value_before"], row["unit"], row["bound_before"])
    after = formats.amount(row["value"], row["unit"], row["bound"])
    if before.replace(".0", "") != after.replace(".0", ""):
        return {N_("From"): before, N_("To"): after}
    return {
        N_("From"): f"{formats.exact(row['value_before'])} {row['unit']}",
        N_("To"): f"{formats.exact(row['value'])} {row['unit']}",
    }


def whole_restatement(row: Row) -> Row:
    """One change as a line to search and sort, with both figures digit by digit."""
    return restatement(row) | {
        N_("By"): row["voice"],
        N_("From"): formats.exact(row["value_before"]),
        N_("To"): formats.exact(row["value"]),
        N_("Unit"): row["unit"],
        N_("Source"): row["source_id"],
        N_("File"): row["name"],
        N_("Also"): "",
    }


def vintage(row: Row) -> Row:
    """One statement of the chosen figure."""
    return {
        N_("Said"): formats.said_on(row["said_from"], row["as_of"]),
        N_("Figure"): formats.amount(row["value"], row["unit"], row["bound"]),
        N_("Bound"): _(row["bound"].replace("_", " ")),
        N_("Counts"): _("yes") if row["counts"] else _("no"),
        N_("Said by"): Link(row["publisher"] or _("unnamed"), row["address"]),
        N_("Source"): _("{source}, row {row} of {snapshot}").format(
            source=row["source_id"], row=row["row_no"], snapshot=row["snapshot_id"][:12]
        ),
        N_("Figures"): data_lines.kind(row),
    }


def history_title(figure: Row, vintages: list[Row]) -> str:
    """What the chart of a figure's history finds."""
    name = f"{figure['name_en']} {metric_name(figure['metric']).lower()}, {_period(figure)}, "
    name += _kind_by(figure)
    said = _n("{n} statement", "{n} statements", len(vintages))
    counted = [row for row in vintages if row["counts"]]
    if not counted:
        return _("{name}: {statements}, none of which counts").format(name=name, statements=said)
    last = formats.amount(counted[-1]["value"], counted[-1]["unit"], counted[-1]["bound"])
    first = formats.amount(counted[0]["value"], counted[0]["unit"], counted[0]["bound"])
    if first == last:
        same = _("{name}: {figure}, in {statements}")
        return same.format(name=name, figure=last, statements=said)
    return _("{name}: first {first}, last {last}").format(name=name, first=first, last=last)


KNOWN_NOTES = {
    "reported": N_(
        "Recognised revenue by quarter as the company reported it, as known on the day. Outlined: "
        "known since this very day, or changed on it. ≥: the company said “over”; ≈: about."
    ),
    "estimates": N_(
        "Estimates by month as known on the day, one day a month: the last on which something was "
        "said. Hatched: a part month."
    ),
}


def known(name: str, kind: str, rows: list[Row]) -> str:
    """What was known of an app on a day, in a title."""
    if not rows and kind == "estimates":
        return _("no estimate of {name} yet").format(name=name)
    if not rows:
        return _("no quarter reported of {name} yet").format(name=name)
    if kind == "estimates":
        return growth_words.finding(rows, "level", growth_words.metric_name("revenue"))
    last = rows[-1]
    return _n(
        "{n} quarter of {name}, the newest {period} with {figure}",
        "{n} quarters of {name}, the newest {period} with {figure}",
        len(rows),
        name=name,
        period=formats.period(last["period_start"], last["period_end"]),
        figure=formats.amount(last["value"], last["unit"], last["bound"]),
    )


def statement(row: Row) -> Row:
    """One new statement or target."""
    figure = formats.amount(row["value"], row["unit"], row["bound"])
    if row["kind"] in sources.TARGET_KINDS:
        figure = formats.target_amount(row["value"], row["unit"], row["bound"])
    issuer = f"{row['issuer']}, " if row["issuer"] else ""
    return {
        N_("Figure"): f"{row['name_en']}: {metric_name(row['metric'])}, {_period(row)}: {figure}",
        N_("Known since"): formats.said_on(row["said_from"], row["as_of"]),
        N_("Kind"): f"{issuer}{sources.kind_name(row['kind'])}",
        N_("Standing"): sources.target_standing(row) if "is_newest" in row else "",
        N_("Read in"): Link(row["publisher"] or _("unnamed"), row["address"]),
        N_("Figures"): data_lines.kind(row),
    }


def load(row: Row) -> Row:
    """One file taken in or refused."""
    return {
        N_("File"): row["name"],
        N_("Source"): row["source_id"],
        N_("Outcome"): data_lines.outcome_name(row["outcome"]),
        N_("Read"): formats.moment(row["fetched_at"]),
        N_("New figures"): f"{row['figures']:,}" if row["figures"] is not None else formats.MISSING,
        N_("Why"): sentences.worded(row["reason"]),
        N_("Figures"): data_lines.kind(row),
    }
