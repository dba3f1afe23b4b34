"""What a row must be to be loaded, as a person reads it."""

from ingest.sentences.form import Form

#: What a column must be for its text to be read at all; said when it cannot be.
READABLE = {
    "value": Form(
        "must be a plain number such as 1234.56 (no symbol, no thousands mark, under 10^14)"
    ),
    "period_start": Form(
        "must be a date or a period of the stated grain: 2026-01-31, 2026-01, 2026-Q1"
    ),
    "period_end": Form("must be a date such as 2026-01-31"),
    "as_of": Form("must be the day it was said, such as 2026-01-31"),
    "said_from": Form("must be the day it was said, such as 2026-01-31"),
    "grain": Form(
        "must be stated (day, week, month, quarter, year) for a period that is none of them"
    ),
    "event_date": Form("must be a date such as 2026-01-31"),
    "unit": Form("must be stated in the row or as `unit` of the source in config/sources.toml"),
    "basis": Form("must be stated in the row or as `basis` of the source in config/sources.toml"),
    "rate_date": Form("must be a date such as 2026-01-31"),
    "per_eur": Form("must be a plain number"),
}
THERE = Form("must not be missing")

COUNTRY = Form("must be a country, by its name or two letters of ISO 3166, or WW")
ONE_COUNTRY = Form("must be one country, and {one} and {another} are called so, write the code")
APP = Form("must be an app of config/apps.toml (its id, a name or an alias)")
NOT_AHEAD = Form("must not be in the future")
PAST = Form("must be past")
CURRENCY = Form("must be a currency")
ABOVE_NOTHING = Form("must be above 0")
LISTING = Form("must be an id as its store has them")
ONE_OF = Form("must be one of {words}")
SNAKE = Form("must be words in lower case joined by _")
METRIC = Form("must be a metric of this source: {words}")
BEGUN = Form("must have begun by today, {day}")
NOT_BEFORE = Form("must not be before {day}")
IN_ORDER = Form("must not be before the period starts")
FIT_GRAIN = Form("must fit the grain: a month starts on its 1st and ends in it")
NOT_NEGATIVE = Form("must not be negative")
BELIEVABLE = Form("must be within what is believable for its metric")
UNIT = Form("must be a currency code or a unit of docs/data-formats.md")
FIT_METRIC = Form("must fit its metric: money, downloads or users")
BASIS = Form("must say what money counts; 'none' is for counts")
SET_ON = Form("must be a day, month or year, such as 2025-01, not after it was published")
SAID_SINCE = Form("must not be before the period it speaks of began")

ALONE = Form("must not contradict another row about the same app, metric and period")
WHOLE_CENTS = Form("must be a whole US cents")
WHOLE_NUMBER = Form("must be a whole number")
SUM_OF_CENTS = Form("must be the sum of {cells} ({n} US cents)")
SUM = Form("must be the sum of {cells} ({n} {metric})")
