"""What the columns of a memo mean: the comments of the tables, in its reader's language."""

from app_pages.language import N_, _

#: Every comment that a column of a memo has; a test finds one that is missing.
MEANINGS = (
    N_("the app"),
    N_("estimate (a model's) or reported (a store's own)"),
    N_("first day of the month"),
    N_("whether every day is in"),
    N_("newest day any part was said"),
    N_("a currency code, users, downloads and the like"),
    N_("exact, approx, at_least or at_most"),
    N_("invented figures, to be marked as such"),
    N_("the app or company"),
    N_("first day of the period"),
    N_("last day of the period"),
    N_("day from which it counts as known"),
    N_("a currency code, users and the like"),
    N_("first day of the month described"),
    N_("first day it was stated for"),
    N_("last day it was stated for"),
    N_("its currency"),
    N_("whose guidance or forecast it is"),
    N_("estimate, reported, guidance, forecast or press"),
    N_("first day the figure describes"),
    N_("last day the figure describes"),
    N_("estimate or reported, the same for the whole set"),
    N_("newest day any part of the set was said"),
    N_("a currency code, users or downloads"),
    N_("whose target it is"),
    N_("guidance or forecast"),
    N_("its last day, or the period's"),
    N_("first day of the target's period"),
    N_("last day of the target's period"),
    N_("newest statement used"),
    N_("currency it is compared in: its own where the company reports in it, else USD"),
    N_("invented figures among the parts"),
    N_("guidance (the company's) or forecast"),
    N_("first day of the period aimed at"),
    N_("last day of the period aimed at"),
    N_("day from which it was known"),
    N_("a currency code, percent and the like"),
    N_("invented, to be marked as such"),
    N_("the figure the chart draws"),
    N_("the line or points it belongs to"),
)


def meaning(comment: str) -> str:
    """A comment in the language of the page."""
    return _(comment) if comment else ""
