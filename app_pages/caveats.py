"""What the tables say in English sentences, in the language of the page.

A sentence without a figure is a text like any other: the catalogue has it as the model has it. One
with figures has a code beside it, or several codes for its parts; its figures stand in columns of
the row. How money was turned is told in one of a few forms, RATES, whose figures are whole numbers
and days. Tests hold all of it against the text of the models.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from app_pages import formats
from app_pages.language import N_, _, is_chinese

Row = dict[str, Any]

#: Table and column → every sentence without a figure that the model may put there.
SENTENCES = {
    "ratios.caveat": (
        N_("nothing to divide by"),
        N_("a model's figure and a store's own are divided"),
        N_("two sources are divided, which may count differently"),
        N_("two scopes are divided, which cover different things"),
        N_("users of platforms added up: one person may count twice"),
    ),
    "reconciliation.caveat": (
        N_("the two cover different days: no spread"),
        N_("no ratio on nothing"),
        N_("the two cover different things"),
        N_("a model's figure beside a store's own"),
    ),
    "market_share.taken_from": (N_("stated year"), N_("four quarters")),
    "lineage_of_growth.role": (
        N_("the month"),
        N_("the month before"),
        N_("a year before"),
        N_("three months before"),
        N_("the same days of the month before"),
        N_("the month that is 100"),
    ),
    "lineage_of_paths.role": (
        N_("reported quarter"),
        N_("the year before"),
        N_("the rate gone on from"),
        N_("the quarter before it"),
        N_("share of the year before"),
        N_("run rate stated for a month"),
        N_("stated month"),
        N_("the target"),
    ),
    "lineage_statement.role": (
        N_("the statement shown"),
        N_("says the same"),
        N_("says another figure"),
    ),
    "lineage_restatement.role": (N_("said then"), N_("said before")),
    "lineage_consensus.role": (N_("newest forecast"),),
}

#: Table and column of codes → what each code says; the figures are those of the columns named.
CODES = {
    "month_to_date.caveat_code": {
        "days_missing_before": N_(
            "part month: {days_covered} days; the month before lacks some of them"
        ),
        "days_of_nothing_before": N_("part month: {days_covered} days; no percentage on nothing"),
        "same_days": N_(
            "part month: first {days_covered} days against the same days of the month before"
        ),
    },
    "growth.caveat_code": {
        "part_month": N_("part month: {days_covered} of {days_in_month} days"),
        "no_month_before": N_("the month before is missing or not complete"),
        "nothing_before": N_("no percentage on nothing"),
        "only_below_before": N_("the month before is only known to be below its figure"),
    },
    "event_study.caveat_code": {
        "no_cause": N_("what happened around the release, not what it caused"),
        "other_releases": N_("other releases fall into the same months: {other_releases}"),
        "no_months_after": N_("the months after are not all in"),
        "no_months_before": N_("the months before are not all in"),
    },
    "share.caveat_code": {
        "alone": N_("no other tracked app has such a figure"),
        "users_not_people": N_("users are not people: one person may use several of the apps"),
        "several_sources": N_("figures of {sources} sources, which may count differently"),
        "several_scopes": N_("figures of {scopes} scopes, which cover different things"),
    },
    "coverage.not_enough_code": {
        "one_quarter": N_("1 quarter: not enough, 4 are needed"),
        "few_quarters": N_("{quarters} quarters: not enough, 4 are needed"),
        "not_steady": N_(
            "{quarters} quarters, but the mean of the others misses one by {misses_by}% on "
            "average: not steady enough, 25% is the limit"
        ),
    },
}
_BY_CODE = {code: text for said in CODES.values() for code, text in said.items()}

#: How the models tell at which rate money was turned.
RATES = (
    N_("as stated"),
    N_("as reported"),
    N_("not money"),
    N_("stated in US dollars"),
    N_("average of {n} daily rates"),
    N_("average of {n} daily rates, {first} to {last}"),
    N_("rate at the end, {day}"),
    N_("rate of {day}, for none of the period is known yet"),
    N_("no rate of {currency} is known"),
)
_PLACES = {
    "n": r"\d+",
    "first": r"\d{4}-\d\d-\d\d",
    "last": r"\d{4}-\d\d-\d\d",
    "day": r"\d{4}-\d\d-\d\d",
    "currency": r"[A-Z]+",
}


def sentence(said: str | None) -> str:
    """A sentence of a model that holds no figure; nothing where it says nothing."""
    return _(said) if said else ""


def coded(codes: str | None, row: Row) -> str:
    """What one code says, or several, with the figures of the row; nothing without a code."""
    return _("; ").join(_(_BY_CODE[code]).format(**row) for code in (codes or "").split())


def caveat(row: Row) -> str:
    """How a figure is to be read."""
    if "caveat_code" in row:
        return coded(row["caveat_code"], row)
    return sentence(row["caveat"])


def not_enough(row: Row) -> str:
    """Why quarters of coverage are not enough to go by."""
    missed = row["leave_one_out_mape"]
    misses_by = "" if missed is None else formats.rounded(missed * 100, 1)
    return coded(row["not_enough_code"], {**row, "misses_by": misses_by})


def left_out(row: Row) -> str:
    """What the set that a share is of leaves out, and what the app's source covers."""
    parts = [_("apps that are not tracked")]
    if row["missing_names"]:
        parts.append(_("no such figure of {apps}").format(apps=row["missing_names"]))
    if row["covers"]:
        parts.append(_("this app's source: {covers}").format(covers=row["covers"]))
    return _("; ").join(parts)


def sentences(rows: Iterable[Row]) -> list[str]:
    """The caveats of these rows, each once."""
    return [said for said in dict.fromkeys(map(caveat, rows)) if said]


def worded(row: Row) -> Row:
    """A row as a file that is taken out has it: its sentences in the language of the page."""
    own = dict(row)
    for column, said in (("caveat", caveat), ("leaves_out", left_out)):
        if column in row:
            own[column] = said(row)
    if "fx_rule" in row:
        own["fx_rule"] = rate(row["fx_rule"])
    return own


def written_out(rows: Iterable[Row]) -> str:
    """The caveats of these rows as sentences of their own."""
    return " ".join(
        _("{caveat}.").format(caveat=f"{said[:1].upper()}{said[1:]}") for said in sentences(rows)
    )


def role(row: Row) -> str:
    """What a statement is to the figure it went into; of several, all of them."""
    parts = row["role"].replace("_", " ").split(", ")  # of an event its kind: model_release
    words = _(", ").join(_(part) for part in parts)
    if row.get("role_of"):
        return _("{role} of {name}").format(role=words, name=row["role_of"])
    return words


def rate(rule: str | None) -> str:
    """How money was turned, as `fx_rule` says it: a text of RATES with its figures."""
    if not rule:
        return ""
    for form, known in _rate_forms():
        found = known.fullmatch(rule)
        if found:
            return _(form).format(
                **{name: _place(text) for name, text in found.groupdict().items()}
            )
    return rule


@cache
def _rate_forms() -> list[tuple[str, re.Pattern[str]]]:
    def pattern(form: str) -> str:
        parts = re.split(r"\{(\w+)\}", form)
        return "".join(
            f"(?P<{part}>{_PLACES[part]})" if place % 2 else re.escape(part)
            for place, part in enumerate(parts)
        )

    return [(form, re.compile(pattern(form))) for form in RATES]


def _place(text: str) -> str:
    is_day = re.fullmatch(_PLACES["day"], text) and is_chinese()
    return formats.day(date.fromisoformat(text)) if is_day else text
