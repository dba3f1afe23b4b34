"""What the tables say in English sentences, in the language of the page.

A sentence without a figure is a text like any other: the catalogue has it as the model has it. How
money was turned is told in one of a few forms, RATES, whose figures are whole numbers and days.
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


def sentences(rows: Iterable[Row]) -> list[str]:
    """The caveats of these rows, each once."""
    return [_(said) for said in dict.fromkeys(row["caveat"] for row in rows) if said]


def written_out(rows: Iterable[Row]) -> str:
    """The caveats of these rows as sentences of their own."""
    return " ".join(
        _("{caveat}.").format(caveat=f"{said[:1].upper()}{said[1:]}") for said in sentences(rows)
    )


def role(row: Row) -> str:
    """What a statement is to the figure it went into; of several, all of them."""
    words = _(", ").join(_(part) for part in row["role"].split(", "))
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
