"""The card of exponential smoothing on the Pace page: its sum and ranges, or why there are none."""

from datetime import date
from typing import Any

from app_pages import formats
from app_pages.language import N_, _, _n

Row = dict[str, Any]
Card = tuple[str, str, str, str]

WHY_NOT = {
    "stale": N_("The newest month with a figure of its own lies before the last report."),
    "gap": N_("A month that is not reported has no figure of its own."),
    "far": N_("The period ends too long after the newest month with a figure of its own."),
    "flat": N_("The months all have the same figure: how far others may lie is unknown."),
    "wide": N_("The simulated paths lie so far apart that a range would tell nothing."),
}


def card(found: list[Row], day: date) -> Card:
    """One card, as of any other way of going on; none is worked out for a day gone by."""
    name = _("By exponential smoothing (ETS)")
    if not found:
        replayed = _(
            "The page has it for today alone. For the day chosen, run: python -m warehouse smooth "
            "--as-of {day}"
        ).format(day=day.isoformat())
        return name, formats.MISSING, _("not worked out"), replayed
    [row] = found
    if row["state"] != "drawn":
        return name, formats.MISSING, _("not worked out"), why_not(row)
    finding = _("reaches the target on {share} of {paths} simulated paths").format(
        share=chance(row["probability_met"]), paths=f"{row['paths']:,}"
    )
    if row["illustrative"]:
        finding = _("ILLUSTRATIVE: invented data") + f" · {finding}"
    figure = formats.amount(row["implied_full_year"], row["unit"], "approx")
    return name, figure, finding, f"{ranges(row)} {rests_on(row)}"


def chance(share: float) -> str:
    """A share of the paths in whole percent; never none or all of them but where it is."""
    if 0 < share < 0.01:
        return _("under 1%")
    return _("over 99%") if 0.99 < share < 1 else formats.share(share)


def why_not(row: Row) -> str:
    """Why nothing was drawn."""
    if row["state"] != "few_months":
        return _(WHY_NOT[row["state"]])
    return _n(
        "{n} month in a row has a figure of its own, stated by the company or estimated from the "
        "tracked series; {needed} are needed.",
        "{n} months in a row have a figure of their own, stated by the company or estimated from "
        "the tracked series; {needed} are needed.",
        row["months"],
        needed=row["months_needed"],
    )


def ranges(row: Row) -> str:
    """Within what half and nine in ten of the paths end."""
    amounts = {
        name: formats.amount(row[name], row["unit"])
        for name in ("low50", "high50", "low90", "high90")
    }
    return _("50% range {low50} to {high50}, 90% range {low90} to {high90}.").format(**amounts)


def rests_on(row: Row) -> str:
    """The months that were smoothed, and what is not in it."""
    first, last = formats.short_month(row["from_month"]), formats.short_month(row["through_month"])
    smoothed = _n(
        "A smoothing of {n} month, {first} to {last}, with a damped trend; no season is fitted.",
        "A smoothing of {n} months, {first} to {last}, with a damped trend; no season is fitted.",
        row["months"],
        first=first,
        last=last,
    )
    parts = [smoothed]
    if row["nowcasts"]:
        estimated = _n(
            "{n} of them is estimated from the tracked series, and drawn with its error.",
            "{n} of them are estimated from the tracked series, and drawn with their errors.",
            row["nowcasts"],
        )
        parts.append(estimated)
    if row["illustrative"]:
        parts.append(_("Invented figures are among them."))
    return " ".join(parts)
