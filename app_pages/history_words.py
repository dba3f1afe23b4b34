"""The lines and names of the History page, built from query rows."""

from typing import Any

from app_pages import data_lines, formats, growth_words, sources
from app_pages.tables import Link

Row = dict[str, Any]

METRIC_WORDS = {
    "api": "API",
    "arppu": "ARPPU",
    "arr": "ARR",
    "cmgr": "compound monthly growth",
    "dau": "DAU",
    "gmv": "GMV",
    "mau": "MAU",
    "mom": "month on month",
    "pct": "",
    "wau": "WAU",
    "yoy": "year on year",
}


def figure_name(figure: Row) -> str:
    """One figure as it stands in the list of choices and in a link."""
    by = f" by {figure['said_by']}" if figure["said_by"] else ""
    parts = [
        f"{figure['name_en']} {_period(figure)}: {figure['kind']}{by}",
        figure["unit"],
        sources.basis_name(figure["basis"]),
        "" if figure["platform"] == "all" else growth_words.platform_name(figure["platform"]),
        "cumulative" if figure["grain"] == "cumulative" else "",
        figure["scope"],
    ]
    return ", ".join(part for part in parts if part)


def _period(row: Row) -> str:
    return formats.period(row["period_start"], row["period_end"])


def metric_name(metric: str) -> str:
    """Revenue, Monthly active users, Gross receipts."""
    if metric == "mau":
        return "Monthly active users"
    words = [METRIC_WORDS.get(word, word) for word in metric.split("_")]
    text = " ".join(word for word in words if word)
    return text[:1].upper() + text[1:]


def restatement(row: Row) -> Row:
    """One past figure that was changed: from what to what, when and by whom."""
    name = formats.app_name(row["name_en"] or row["app_id"], row["name_zh"])
    of = [
        growth_words.platform_name(row["platform"]),
        growth_words.country_name(row["country"]),
        sources.basis_name(row["basis"]),
    ]
    summed = f", sum of {formats.count(row['figures'], 'changed day')}"
    days = summed if row["grain"] == "day" and row["period_start"] != row["period_end"] else ""
    others = row["slices"] - 1
    return {
        "Figure": f"{name}: {metric_name(row['metric'])}, {_period(row)}{days}",
        **_from_to(row),
        "Change": formats.change(row["change"]),
        "Changed": f"{formats.short_day(row['as_of'])}, before that said "
        f"{formats.short_day(row['as_of_before'])}",
        "By": Link(row["voice"], row["address"]),
        "Of": ", ".join(part for part in of if part),
        "Also": f"{formats.count(others, 'narrower figure')} of it changed" if others else "",
        "Figures": data_lines.kind(row),
    }


def _from_to(row: Row) -> Row:
    """Both figures, with every digit where the short ones would read alike."""
    before = formats.amount(row["value_before"], row["unit"], row["bound_before"])
    after = formats.amount(row["value"], row["unit"], row["bound"])
    if before.replace(".0", "") != after.replace(".0", ""):
        return {"From": before, "To": after}
    return {
        "From": f"{formats.exact(row['value_before'])} {row['unit']}",
        "To": f"{formats.exact(row['value'])} {row['unit']}",
    }


def whole_restatement(row: Row) -> Row:
    """One change as a line to search and sort, with both figures digit by digit."""
    return restatement(row) | {
        "By": row["voice"],
        "From": formats.exact(row["value_before"]),
        "To": formats.exact(row["value"]),
        "Unit": row["unit"],
        "Source": row["source_id"],
        "File": row["name"],
        "Also": "",
    }


def vintage(row: Row) -> Row:
    """One statement of the chosen figure."""
    return {
        "Said": formats.said_on(row["said_from"], row["as_of"]),
        "Figure": formats.amount(row["value"], row["unit"], row["bound"]),
        "Bound": row["bound"].replace("_", " "),
        "Counts": "yes" if row["counts"] else "no",
        "Said by": Link(row["publisher"] or "unnamed", row["address"]),
        "Source": f"{row['source_id']}, row {row['row_no']} of {row['snapshot_id'][:12]}",
        "Figures": data_lines.kind(row),
    }


def history_title(figure: Row, vintages: list[Row]) -> str:
    """What the chart of a figure's history finds."""
    by = f" by {figure['said_by']}" if figure["said_by"] else ""
    name = f"{figure['name_en']} {metric_name(figure['metric']).lower()}, {_period(figure)}, "
    name += f"{figure['kind']}{by}"
    counted = [row for row in vintages if row["counts"]]
    if not counted:
        return f"{name}: {formats.count(len(vintages), 'statement')}, none of which counts"
    last = formats.amount(counted[-1]["value"], counted[-1]["unit"], counted[-1]["bound"])
    first = formats.amount(counted[0]["value"], counted[0]["unit"], counted[0]["bound"])
    if first == last:
        return f"{name}: {last}, in {formats.count(len(vintages), 'statement')}"
    return f"{name}: first {first}, now {last}"


def statement(row: Row) -> Row:
    """One new statement or target."""
    figure = formats.amount(row["value"], row["unit"], row["bound"])
    if row["kind"] in sources.TARGET_KINDS:
        figure = formats.target_amount(row["value"], row["unit"], row["bound"])
    issuer = f"{row['issuer']}, " if row["issuer"] else ""
    return {
        "Figure": f"{row['name_en']}: {metric_name(row['metric'])}, {_period(row)}: {figure}",
        "Known since": formats.said_on(row["said_from"], row["as_of"]),
        "Kind": f"{issuer}{sources.kind_name(row['kind'])}",
        "Standing": sources.target_standing(row) if "is_newest" in row else "",
        "Read in": Link(row["publisher"] or "unnamed", row["address"]),
        "Figures": data_lines.kind(row),
    }


def load(row: Row) -> Row:
    """One file taken in or refused."""
    return {
        "File": row["name"],
        "Source": row["source_id"],
        "Outcome": data_lines.OUTCOMES.get(row["outcome"], row["outcome"]),
        "Read": formats.moment(row["fetched_at"]),
        "New figures": f"{row['figures']:,}" if row["figures"] is not None else formats.MISSING,
        "Why": row["reason"] or "",
        "Figures": data_lines.kind(row),
    }
