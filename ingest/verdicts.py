"""What the comparisons of a file's figures show: it fits, is odd, or cannot be what it says.

Each function judges the rows of the query of its name in ingest/proofs/.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

#: About a hundred times, or a hundredth: what cents read as dollars look like, and the reverse.
CENTS = (90.0, 110.0)
#: Beyond this many times what is known of the same months, a figure is another thing and no
#: restatement; from one month to the next a young app may well grow so.
ANOTHER_THING, ANOTHER_MONTH = 10.0, 50.0
SAME_MONTHS = "the same months"
#: A change of what is known by more than this is said, and loaded.
WORTH_SAYING = 1.5
#: One place may move farther from the others from one month to the next than within one.
PLACE_WORTH_SAYING = 3.0
#: Most a download or an active user brings in a month of which anything is known, US dollars.
MOST_PER_DOWNLOAD = 100.0
#: Parts and whole are rounded apart; beyond this share they differ, beyond the other they lie.
PARTS_DIFFER, PARTS_LIE = 0.01, 0.25
#: So many days are compared as a month.
WHOLE_MONTH = 28
#: So many figures, and this share of them, are no chance.
FEW, MANY = 3, 6
MOST = 0.8
#: How far a change may be outside those known before it is said: a quarter of their range, and a
#: little more. The same for how a source stands to another. Of many places one is farther off by
#: chance, so there it is a whole range.
BEYOND, BEYOND_OF_PLACE, A_LITTLE = 0.25, 1.0, 0.03

Verdict = Literal["fits", "odd", "broken"]
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Proof:
    """One comparison and what it shows; `broken` holds the file."""

    verdict: Verdict
    text: str


def against_history(rows: Rows) -> Iterator[Proof]:
    """How many times what is known, all of it, evenly, and in the one place farthest off."""
    for app_id, metric, compared_with, times, count, alike, changed, farthest, place in rows:
        what = f"{metric} of {app_id}"
        told = f"{what} is {_times(times)} {compared_with} as known ({count} compared)"
        same_months = compared_with == SAME_MONTHS
        most = ANOTHER_THING if same_months else ANOTHER_MONTH
        if _is_cents(times):
            yield Proof("broken", f"{told}: probably cents")
        elif not _within(times, most):
            yield Proof("broken", f"{told}: another unit, another app, or a part of it")
        elif not _within(times, WORTH_SAYING):
            yield Proof("odd", f"{told}: a large change")
        elif same_months and count >= MANY and alike >= 0.9 and abs(times - 1) > 0.005:
            yield Proof("odd", f"{told}, every figure alike: another basis, currency or model")
        elif same_months and count >= MANY and changed > 0.5:
            yield Proof("odd", f"{told}, and {changed:.0%} of the figures changed: another model")
        else:
            yield Proof("fits", told)
        if farthest is not None:
            yield from _one_place(what, place, farthest, same_months)


def _one_place(what: str, place: str, times: float, same_months: bool) -> Iterator[Proof]:
    told = f"{what} in one place ({place}) is {_times(times)} what the others let expect"
    if not _within(times, ANOTHER_THING):
        yield Proof("broken", f"{told}: another unit, or another place's")
    elif not _within(times, WORTH_SAYING if same_months else PLACE_WORTH_SAYING):
        yield Proof("odd", told)


def changes(rows: Rows) -> Iterator[Proof]:
    """The change on the month before against those that its series has had."""
    said = set[tuple[str, str]]()
    for app_id, metric, place_only, place, month, times, low, high, count, off in rows:
        of_range = BEYOND_OF_PLACE if place_only else BEYOND
        if (app_id, metric) in said or off <= of_range * math.log(high / low) + A_LITTLE:
            continue
        said.add((app_id, metric))
        yield Proof(
            "odd",
            f"{metric} of {app_id} ({place}) in {month:%Y-%m} is {_times(times)} the month before;"
            f" the {count} changes known ran from {low:.2f} to {high:.2f} times: part of a month,"
            " another basis or unit, or news",
        )


def earnings(rows: Rows) -> Iterator[Proof]:
    """What a download earns in a month, against the months known."""
    for app_id, unit, month, now, low, high, count in rows:
        room = BEYOND * math.log(high / low) + A_LITTLE
        if math.log(now / high) > room or math.log(low / now) > room:
            yield Proof(
                "odd",
                f"{app_id} earns {now:,.2f} {unit} a download in {month:%Y-%m}; in {count} months"
                f" known it was {low:,.2f} to {high:,.2f}: another basis, currency or unit",
            )


def other_sources(rows: Rows) -> Iterator[Proof]:
    """How the source stands to another, against how it stood so far."""
    for app_id, metric, source_id, month, times, low, high, count in rows:
        room = BEYOND * math.log(high / low) + A_LITTLE
        if math.log(times / high) > room or math.log(low / times) > room:
            yield Proof(
                "odd",
                f"{metric} of {app_id} in {month:%Y-%m} is {_times(times)} that of '{source_id}';"
                f" in {count} months known it was {low:.2f} to {high:.2f} times",
            )


def added_users(rows: Rows) -> Iterator[Proof]:
    """People that are counted once on each of their devices."""
    for app_id, metric, count in rows:
        told = f"{metric} of {app_id} of all platforms is their sum in all {count} places"
        yield Proof("odd", f"{told}; so far it was not: people counted on each device")


def elsewhere(rows: Rows) -> Iterator[Proof]:
    """Figures known to the last digit under another name."""
    for app_id, metric, of_app, of_metric, platform, country, later, count, figures in rows:
        if count < FEW or count < MOST * figures / 2:
            continue
        differs = [
            *([f"app {of_app}"] if of_app else []),
            *([f"metric {of_metric}"] if of_metric else []),
            *(["another platform"] if platform else []),
            *(["another country"] if country else []),
            *([f"the month {abs(later)} {'before' if later > 0 else 'after'}"] if later else []),
        ]
        told = f"{count} of {figures} figures of {metric} of {app_id} are known to the last digit,"
        all_but_few = count >= MOST * figures
        yield Proof("broken" if all_but_few else "odd", f"{told} but of {', '.join(differs)}")


def repeated(rows: Rows) -> Iterator[Proof]:
    """Figures that stand twice in one file."""
    for metric, of_two, one, another, same, count in rows:
        if same >= MOST * count:
            told = f"{metric} of the {of_two} {one} and {another} is the same to the last digit"
            yield Proof("odd", f"{told} in {same} of {count} places: one written twice")


def swapped(rows: Rows) -> Iterator[Proof]:
    """Two that fit better the other way round."""
    for metric, one, another, off_own, off_other, count in rows:
        if off_own > math.log(WORTH_SAYING) / 2 and off_other < off_own / 2:
            yield Proof(
                "odd",
                f"{metric} of {one} and {another} fit what is known better the other way round"
                f" ({count} compared): swapped",
            )


def missing(rows: Rows) -> Iterator[Proof]:
    """Places that the source spoke of, and now does not, or says are nothing."""
    for app_id, metric, gone, nothing, count, examples in rows:
        what, such = f"of {metric} of {app_id}", "; ".join(examples or [])
        if gone:
            told = f"{gone} of {count} series {what} that the source said last are not in the file"
            yield Proof("odd", f"{told}, such as {such}")
        if nothing:
            verdict: Verdict = "broken" if nothing >= MOST * count else "odd"
            yield Proof(verdict, f"{nothing} of {count} series {what} are 0, such as {such}")


def said_before(rows: Rows) -> Iterator[Proof]:
    """Figures of which something newer is known."""
    for older, taken_back, count in rows:
        if older:
            yield Proof(
                "odd",
                f"{older} of {count} figures were said before what is known of the same months,"
                " so they do not count now",
            )
        if taken_back >= FEW:
            yield Proof(
                "odd",
                f"{taken_back} of {count} figures say again, to the last digit, what was changed"
                " since: an old file under a new day",
            )


def rounded(rows: Rows) -> Iterator[Proof]:
    """Figures that lost their last digits."""
    for app_id, metric, count in rows:
        yield Proof(
            "odd",
            f"all {count} figures of {metric} of {app_id} end in 000, those known do not: rounded,"
            " or in another unit",
        )


def days(rows: Rows) -> Iterator[Proof]:
    """Part months by their days, days left out or written twice, and days moved by one."""
    for app_id, metric, times, count, gone, alike, day, *of_known in rows:
        known, days_known, same, new, before, after = of_known
        what = f"{metric} of {app_id}"
        if times is not None:
            told = f"a day of {what} is {_times(times)} a day as known ({count} compared)"
            if not _within(times, ANOTHER_THING):
                yield Proof("broken", f"{told}: probably cents, or another unit or app")
            else:
                yield Proof("fits" if _within(times, WORTH_SAYING) else "odd", told)
        if gone:
            yield Proof("odd", f"{gone} days of {what} are left out between its first and last")
        if alike >= MOST:
            yield Proof("odd", f"{what} on {day:%Y-%m-%d} is that of the day before: written twice")
        if known >= MANY and new >= MOST * known and days_known < WHOLE_MONTH:
            yield Proof("odd", f"{new} of {known} days of {what} known already are said otherwise")
        moved = max(before, after)
        if moved >= FEW and moved >= MOST * known and same < known / 2:
            way = "before" if before > after else "after"
            yield Proof(
                "broken",
                f"{moved} days of {what} are known to the last digit, but of the day {way}: moved"
                " by a time zone",
            )


def per_download(rows: Rows) -> Iterator[Proof]:
    """What a download earns."""
    for app_id, unit, now, before in rows:
        told = f"{app_id} earns {now:,.2f} {unit} a download"
        if before is None:
            most = unit != "USD" or now <= MOST_PER_DOWNLOAD
            ending = "" if most else f", more than {MOST_PER_DOWNLOAD:g}: probably cents"
            yield Proof("fits" if most else "broken", told + ending)
            continue
        told += f", {before:,.2f} as known"
        times = now / before if before else 1.0
        if _is_cents(times):
            yield Proof("broken", f"{told}: probably cents")
        elif not _within(times, ANOTHER_THING):
            yield Proof("broken", f"{told}: another unit or another app")
        else:
            yield Proof("fits" if _within(times, WORTH_SAYING) else "odd", told)


def parts(rows: Rows) -> Iterator[Proof]:
    """Parts against their whole."""
    wholes = {
        "platforms": "platforms add up to {} of all platforms",
        "people": "users of one platform are {} of those of all",
        "countries": "countries add up to {} of the world",
        "days": "days add up to {} of the month",
    }
    for part_of, app_id, metric, month, times, count in rows:
        told = wholes[part_of].format(f"{times:.1%}") + f" ({count} compared"
        told += f"; farthest off: {metric} of {app_id}, {month:%Y-%m})"
        off = times - 1 if part_of in ("countries", "people") else abs(times - 1)
        verdict: Verdict = "fits" if off <= PARTS_DIFFER else "odd"
        yield Proof("broken" if off > PARTS_LIE else verdict, told)


def devices(rows: Rows) -> Iterator[Proof]:
    """Devices of which the figures before had a part, and those of the file have none."""
    for app_id, metric, device, lacks, count, known, known_lack in rows:
        if lacks >= FEW and lacks / count - known_lack / known >= MOST:
            yield Proof(
                "odd",
                f"{lacks} of {count} figures of {metric} of {app_id} are without a part for"
                f" {device}, {known - known_lack} of {known} known had one: a device is left out",
            )


def _within(times: float, most: float) -> bool:
    return 1 / most < times < most


def _is_cents(times: float) -> bool:
    low, high = CENTS
    return low <= times <= high or 1 / high <= times <= 1 / low


def _times(times: float) -> str:
    """Two digits that count, at least."""
    return (
        f"{times:,.0f} times"
        if times >= 10
        else f"{times:{',.2f' if times >= 0.1 else '.2g'}} times"
    )
