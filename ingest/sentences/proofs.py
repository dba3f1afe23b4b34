"""What the comparisons of a file's figures say; ingest/verdicts.py judges which."""

from ingest.sentences.form import Form

SAME_MONTHS = Form("the same months")
MONTHS_BEFORE = Form("the months before")

KNOWN = Form("{metric} of {app} is {times} times {months} as known ({n} compared)")
KNOWN_CENTS = KNOWN + ": probably cents"
KNOWN_OTHER = KNOWN + ": another unit, another app, or a part of it"
KNOWN_LARGE = KNOWN + ": a large change"
KNOWN_ALIKE = KNOWN + ", every figure alike: another basis, currency or model"
KNOWN_CHANGED = KNOWN + ", and {share} of the figures changed: another model"

PLACE = Form("{metric} of {app} in one place ({place}) is {times} times what the others let expect")
PLACE_OTHER = PLACE + ": another unit, or another place's"

CHANGE = Form(
    "{metric} of {app} ({place}) in {month} is {times} times the month before; the {n} changes"
    " known ran from {low} to {high} times: part of a month, another basis or unit, or news"
)
EARNINGS = Form(
    "{app} earns {now} {unit} a download in {month}; in {n} months known it was {low} to {high}:"
    " another basis, currency or unit"
)
OTHER_SOURCE = Form(
    "{metric} of {app} in {month} is {times} times that of '{source}'; in {n} months known it was"
    " {low} to {high} times"
)
ADDED_USERS = Form(
    "{metric} of {app} of all platforms is their sum in all {n} places; so far it was not: people"
    " counted on each device"
)

ELSEWHERE = Form(
    "{same} of {n} figures of {metric} of {app} are known to the last digit, but of {others}"
)
OF_APP = Form("app {app}")
OF_METRIC = Form("metric {metric}")
OF_PLATFORM = Form("another platform")
OF_COUNTRY = Form("another country")
OF_UNIT = Form("another unit or basis")
OF_MONTH_BEFORE = Form("the month {n} before")
OF_MONTH_AFTER = Form("the month {n} after")

REPEATED = Form(
    "{metric} of the {of_two} {one} and {another} is the same to the last digit in {same} of {n}"
    " places: one written twice"
)
OF_TWO = {
    "apps": Form("apps"),
    "platforms": Form("platforms"),
    "countries": Form("countries"),
}
SWAPPED = Form(
    "{metric} of {one} and {another} fit what is known better the other way round ({n} compared):"
    " swapped"
)

MISSING = Form(
    "{gone} of {n} series of {metric} of {app} that the source said last are not in the file, such"
    " as {series}"
)
NOTHING = Form("{nothing} of {n} series of {metric} of {app} are 0, such as {series}")
OLDER = Form(
    "{older} of {n} figures were said before what is known of the same months, so they do not"
    " count now"
)
TAKEN_BACK = Form(
    "{again} of {n} figures say again, to the last digit, what was changed since: an old file"
    " under a new day"
)
ROUNDED = Form(
    "all {n} figures of {metric} of {app} end in 000, those known do not: rounded, or in another"
    " unit"
)

A_DAY = Form("a day of {metric} of {app} is {times} times a day as known ({n} compared)")
A_DAY_OTHER = A_DAY + ": probably cents, or another unit or app"
DAYS_LEFT_OUT = Form("{n} days of {metric} of {app} are left out between its first and last")
DAY_TWICE = Form("{metric} of {app} on {day} is that of the day before: written twice")
DAYS_OTHERWISE = Form("{same} of {n} days of {metric} of {app} known already are said otherwise")
_MOVED = "{n} days of {metric} of {app} are known to the last digit, but of the day "
DAYS_MOVED_BACK = Form(_MOVED + "before: moved by a time zone")
DAYS_MOVED_ON = Form(_MOVED + "after: moved by a time zone")

EARNS = Form("{app} earns {now} {unit} a download")
EARNS_CENTS = EARNS + ", more than {most}: probably cents"
EARNS_KNOWN = EARNS + ", {before} as known"
EARNS_KNOWN_CENTS = EARNS_KNOWN + ": probably cents"
EARNS_KNOWN_OTHER = EARNS_KNOWN + ": another unit or another app"

_FARTHEST = " ({n} compared; farthest off: {metric} of {app}, {month})"
PARTS = {
    "platforms": Form("platforms add up to {share} of all platforms" + _FARTHEST),
    "people": Form("users of one platform are {share} of those of all" + _FARTHEST),
    "countries": Form("countries add up to {share} of the world" + _FARTHEST),
    "days": Form("days add up to {share} of the month" + _FARTHEST),
}
DEVICES = Form(
    "{lack} of {n} figures of {metric} of {app} are without a part for {device}, {had} of {known}"
    " known had one: a device is left out"
)
NOT_COMPARED = Form("what is known could not be read, so nothing was compared with it: {why}")
