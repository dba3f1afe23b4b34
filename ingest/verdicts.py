"""What the comparisons of a file's figures show: it fits, is odd, or cannot be what it says.

Each function judges the rows of the query of its name in ingest/proofs/.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from ingest.sentences import proofs
from ingest.sentences.form import Sentence, joined

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
    text: Sentence


def against_history(rows: Rows) -> Iterator[Proof]:
    """How many times what is known, all of it, evenly, and in the one place farthest off."""
    for app_id, metric, compared_with, times, count, alike, changed, farthest, place in rows:
        same_months = compared_with == SAME_MONTHS
        months = proofs.SAME_MONTHS() if same_months else proofs.MONTHS_BEFORE()
        told = {"metric": metric, "app": app_id, "times": _number(times), "months": months}
        told["n"] = str(count)
        most = ANOTHER_THING if same_months else ANOTHER_MONTH
        if _is_cents(times):
            yield Proof("broken", proofs.KNOWN_CENTS(**told))
        elif not _within(times, most):
            yield Proof("broken", proofs.KNOWN_OTHER(**told))
        elif not _within(times, WORTH_SAYING):
            yield Proof("odd", proofs.KNOWN_LARGE(**told))
        elif same_months and count >= MANY and alike >= 0.9 and abs(times - 1) > 0.005:
            yield Proof("odd", proofs.KNOWN_ALIKE(**told))
        elif same_months and count >= MANY and changed > 0.5:
            yield Proof("odd", proofs.KNOWN_CHANGED(**told, share=f"{changed:.0%}"))
        else:
            yield Proof("fits", proofs.KNOWN(**told))
        if farthest is not None:
            yield from _one_place(app_id, metric, place, farthest, same_months)


def _one_place(
    app_id: str, metric: str, place: str, times: float, same_months: bool
) -> Iterator[Proof]:
    told = {"metric": metric, "app": app_id, "place": place, "times": _number(times)}
    if not _within(times, ANOTHER_THING):
        yield Proof("broken", proofs.PLACE_OTHER(**told))
    elif not _within(times, WORTH_SAYING if same_months else PLACE_WORTH_SAYING):
        yield Proof("odd", proofs.PLACE(**told))


def changes(rows: Rows) -> Iterator[Proof]:
    """The change on the month before against those that its series has had."""
    said = set[tuple[str, str]]()
    for app_id, metric, place_only, place, month, times, low, high, count, off in rows:
        of_range = BEYOND_OF_PLACE if place_only else BEYOND
        if (app_id, metric) in said or off <= of_range * math.log(high / low) + A_LITTLE:
            continue
        said.add((app_id, metric))
        text = proofs.CHANGE(
            metric=metric,
            app=app_id,
            place=place,
            month=f"{month:%Y-%m}",
            times=_number(times),
            n=count,
            low=f"{low:.2f}",
            high=f"{high:.2f}",
        )
        yield Proof("odd", text)


def earnings(rows: Rows) -> Iterator[Proof]:
    """What a download earns in a month, against the months known."""
    for app_id, unit, month, now, low, high, count in rows:
        room = BEYOND * math.log(high / low) + A_LITTLE
        if math.log(now / high) > room or math.log(low / now) > room:
            text = proofs.EARNINGS(
                app=app_id,
                now=f"{now:,.2f}",
                unit=unit,
                month=f"{month:%Y-%m}",
                n=count,
                low=f"{low:,.2f}",
                high=f"{high:,.2f}",
            )
            yield Proof("odd", text)


def other_sources(rows: Rows) -> Iterator[Proof]:
    """How the source stands to another, against how it stood so far."""
    for app_id, metric, source_id, month, times, low, high, count in rows:
        room = BEYOND * math.log(high / low) + A_LITTLE
        if math.log(times / high) > room or math.log(low / times) > room:
            text = proofs.OTHER_SOURCE(
                metric=metric,
                app=app_id,
                month=f"{month:%Y-%m}",
                times=_number(times),
                source=source_id,
                n=count,
                low=f"{low:.2f}",
                high=f"{high:.2f}",
            )
            yield Proof("odd", text)


def added_users(rows: Rows) -> Iterator[Proof]:
    """People that are counted once on each of their devices."""
    for app_id, metric, count in rows:
        yield Proof("odd", proofs.ADDED_USERS(metric=metric, app=app_id, n=count))


def elsewhere(rows: Rows) -> Iterator[Proof]:
    """Figures known to the last digit under another name."""
    for app_id, metric, of_app, of_metric, platform, country, later, count, figures in rows:
        if count < FEW or count < MOST * figures / 2:
            continue
        of_month = proofs.OF_MONTH_BEFORE if later > 0 else proofs.OF_MONTH_AFTER
        differs = [
            *([proofs.OF_APP(app=of_app)] if of_app else []),
            *([proofs.OF_METRIC(metric=of_metric)] if of_metric else []),
            *([proofs.OF_PLATFORM()] if platform else []),
            *([proofs.OF_COUNTRY()] if country else []),
            *([of_month(n=abs(later))] if later else []),
        ]
        text = proofs.ELSEWHERE(
            same=count,
            n=figures,
            metric=metric,
            app=app_id,
            others=joined(differs or [proofs.OF_UNIT()], ", "),
        )
        yield Proof("broken" if count >= MOST * figures else "odd", text)


def repeated(rows: Rows) -> Iterator[Proof]:
    """Figures that stand twice in one file."""
    for metric, of_two, one, another, same, count in rows:
        if same >= MOST * count:
            names = {"of_two": proofs.OF_TWO[of_two](), "one": one, "another": another}
            yield Proof("odd", proofs.REPEATED(metric=metric, same=same, n=count, **names))


def swapped(rows: Rows) -> Iterator[Proof]:
    """Two that fit better the other way round."""
    for metric, one, another, off_own, off_other, count in rows:
        if off_own > math.log(WORTH_SAYING) / 2 and off_other < off_own / 2:
            text = proofs.SWAPPED(metric=metric, one=one, another=another, n=count)
            yield Proof("odd", text)


def missing(rows: Rows) -> Iterator[Proof]:
    """Places that the source spoke of, and now does not, or says are nothing."""
    for app_id, metric, gone, nothing, count, examples in rows:
        told = {"n": count, "metric": metric, "app": app_id, "series": "; ".join(examples or [])}
        if gone:
            yield Proof("odd", proofs.MISSING(gone=gone, **told))
        if nothing:
            verdict: Verdict = "broken" if nothing >= MOST * count else "odd"
            yield Proof(verdict, proofs.NOTHING(nothing=nothing, **told))


def said_before(rows: Rows) -> Iterator[Proof]:
    """Figures of which something newer is known."""
    for older, taken_back, count in rows:
        if older:
            yield Proof("odd", proofs.OLDER(older=older, n=count))
        if taken_back >= FEW:
            yield Proof("odd", proofs.TAKEN_BACK(again=taken_back, n=count))


def rounded(rows: Rows) -> Iterator[Proof]:
    """Figures that lost their last digits."""
    for app_id, metric, count in rows:
        yield Proof("odd", proofs.ROUNDED(n=count, metric=metric, app=app_id))


def days(rows: Rows) -> Iterator[Proof]:
    """Part months by their days, days left out or written twice, and days moved by one."""
    for app_id, metric, times, count, gone, alike, day, *of_known in rows:
        known, days_known, same, new, before, after = of_known
        what = {"metric": metric, "app": app_id}
        if times is not None:
            told = {**what, "times": _number(times), "n": count}
            if not _within(times, ANOTHER_THING):
                yield Proof("broken", proofs.A_DAY_OTHER(**told))
            else:
                yield Proof("fits" if _within(times, WORTH_SAYING) else "odd", proofs.A_DAY(**told))
        if gone:
            yield Proof("odd", proofs.DAYS_LEFT_OUT(n=gone, **what))
        if alike >= MOST:
            yield Proof("odd", proofs.DAY_TWICE(day=f"{day:%Y-%m-%d}", **what))
        if known >= MANY and new >= MOST * known and days_known < WHOLE_MONTH:
            yield Proof("odd", proofs.DAYS_OTHERWISE(same=new, n=known, **what))
        moved = max(before, after)
        if moved >= FEW and moved >= MOST * known and same < known / 2:
            form = proofs.DAYS_MOVED_BACK if before > after else proofs.DAYS_MOVED_ON
            yield Proof("broken", form(n=moved, **what))


def per_download(rows: Rows) -> Iterator[Proof]:
    """What a download earns."""
    for app_id, unit, now, before in rows:
        told = {"app": app_id, "now": f"{now:,.2f}", "unit": unit}
        if before is None:
            if unit != "USD" or now <= MOST_PER_DOWNLOAD:
                yield Proof("fits", proofs.EARNS(**told))
            else:
                yield Proof("broken", proofs.EARNS_CENTS(**told, most=f"{MOST_PER_DOWNLOAD:g}"))
            continue
        told["before"] = f"{before:,.2f}"
        times = now / before if before else 1.0
        if _is_cents(times):
            yield Proof("broken", proofs.EARNS_KNOWN_CENTS(**told))
        elif not _within(times, ANOTHER_THING):
            yield Proof("broken", proofs.EARNS_KNOWN_OTHER(**told))
        else:
            text = proofs.EARNS_KNOWN(**told)
            yield Proof("fits" if _within(times, WORTH_SAYING) else "odd", text)


def parts(rows: Rows) -> Iterator[Proof]:
    """Parts against their whole."""
    for part_of, app_id, metric, month, times, count in rows:
        text = proofs.PARTS[part_of](
            share=f"{times:.1%}", n=count, metric=metric, app=app_id, month=f"{month:%Y-%m}"
        )
        off = times - 1 if part_of in ("countries", "people") else abs(times - 1)
        verdict: Verdict = "fits" if off <= PARTS_DIFFER else "odd"
        yield Proof("broken" if off > PARTS_LIE else verdict, text)


def devices(rows: Rows) -> Iterator[Proof]:
    """Devices of which the figures before had a part, and those of the file have none."""
    for app_id, metric, device, lacks, count, known, known_lack in rows:
        if lacks >= FEW and lacks / count - known_lack / known >= MOST:
            text = proofs.DEVICES(
                lack=lacks,
                n=count,
                metric=metric,
                app=app_id,
                device=device,
                had=known - known_lack,
                known=known,
            )
            yield Proof("odd", text)


def _within(times: float, most: float) -> bool:
    return 1 / most < times < most


def _is_cents(times: float) -> bool:
    low, high = CENTS
    return low <= times <= high or 1 / high <= times <= 1 / low


def _number(times: float) -> str:
    """Two digits that count, at least."""
    return f"{times:,.0f}" if times >= 10 else f"{times:{',.2f' if times >= 0.1 else '.2g'}}"
