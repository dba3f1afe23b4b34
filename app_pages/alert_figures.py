"""The figures of an alert, as its sentence and its line in the table have them.

They come as the journal keeps them: decimals and days as texts. See warehouse/alerts/candidates.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from app_pages import formats, growth_words, metrics, sources
from app_pages.language import N_, _

Facts = dict[str, Any]

#: Shorter than elsewhere, as the message that is sent has them.
BASES = {
    "gross": N_("gross"),
    "net_of_store": N_("net of store fees"),
    "recognised": N_("recognised"),
    "cash": N_("cash receipts"),
    "run_rate": N_("run rate (month × 12)"),
}
OUTCOMES = {
    "refused": N_("{file} of {source} was refused"),
    "held": N_("{file} of {source} is held: its figures need a word of yours"),
    "waiting": N_("{file} of {source} waits for an answer"),
    "accepted_in_part": N_("{file} of {source} was loaded only in part"),
}


def name(facts: Facts) -> str:
    return formats.app_name(facts["name_en"], facts["name_zh"])


def day(text: str) -> date:
    return date.fromisoformat(text)


def period(facts: Facts) -> str:
    return formats.period(day(facts["period_start"]), day(facts["period_end"]))


def amount(facts: Facts) -> str:
    return formats.amount_in_words(Decimal(facts["value"]), facts["unit"], facts["bound"])


def stated(value: str, unit: str, bound: str | None) -> str:
    """A small figure with every digit it was stated with: a price of 0.084 is not one of 0.08."""
    number = Decimal(value)
    if abs(number) >= 100 or number == number.to_integral_value():
        return formats.amount_in_words(number, unit, bound)
    told = f"{formats.exact(number)}%" if unit == "percent" else formats.exact_amount(number, unit)
    return formats.in_words(bound) + told


def target(value: str, unit: str, bound: str | None) -> str:
    """A target's figure: every forecast is approximate, so an “about” is not said."""
    return formats.amount_in_words(Decimal(value), unit, None if bound == "approx" else bound)


def share(fraction: float, bound: str | None) -> str:
    sign = formats.BOUND_SIGNS.get(bound or "", "")
    return formats.in_words(bound) + formats.share(fraction, bound).removeprefix(sign)


def basis(facts: Facts) -> list[str]:
    return [_(BASES[facts["basis"]])] if facts["basis"] in BASES else []


def details(facts: Facts) -> list[str]:
    """What the money counts, and the platform and country where it is not all of them."""
    details = basis(facts)
    if facts["platform"] != "all":
        web = facts["platform"] == "web"
        details.append(_("web") if web else growth_words.platform_name(facts["platform"]))
    if facts["country"] != "WW":
        details.append(facts["country"])
    return details


def joined(*parts: str) -> str:
    return _(", ").join(parts)


def change(facts: Facts) -> str:
    return formats.in_words(facts["change_bound"]) + formats.change(facts["change"])


def _growth_figure(facts: Facts) -> str:
    return f"{amount(facts)}, {change(facts)}"


def _pace_figure(facts: Facts) -> str:
    bound = facts["reached_bound"]
    reached = formats.amount_in_words(Decimal(facts["value"]), facts["unit"], bound)
    return f"{reached}, {share(facts['reached'], bound)}"


def _restatement_figure(facts: Facts) -> str:
    before = stated(facts["value_before"], facts["unit"], facts["bound_before"])
    return f"{before} → {stated(facts['value'], facts['unit'], facts['bound'])}"


def first_figure(facts: Facts) -> str:
    said = stated
    if facts["kind"] in sources.TARGET_KINDS:
        said = target
    told = _("{metric} of {period} {figure}").format(
        metric=metrics.within(facts["metric"]),
        period=period(facts),
        figure=said(facts["value"], facts["unit"], facts["bound"]),
    )
    return joined(told, *basis(facts))


def _late_figure(facts: Facts) -> str:
    if facts["day"] is None:
        return _("never loaded")
    return _("{age} days").format(age=facts["age_days"])


def _load_figure(facts: Facts) -> str:
    if facts["outcome"] in OUTCOMES:
        return _("{read} rows read, {rejected} rejected").format(
            read=facts["rows_read"], rejected=facts["rows_rejected"]
        )
    return {"not_published": _("no new version"), "not_read": _("not read")}.get(
        facts["outcome"], ""
    )


IN_SHORT: dict[str, Callable[[Facts], str]] = {
    "growth": _growth_figure,
    "unusual_growth": _growth_figure,
    "pace": _pace_figure,
    "restatement": _restatement_figure,
    "new_report": first_figure,
    "source_late": _late_figure,
    "load": _load_figure,
}
