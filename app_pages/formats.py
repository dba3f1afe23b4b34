"""Numbers, dates and names as people read them: never a number without its unit, never a gap as 0.

A figure known as a lower bound is rounded down and one known as an upper bound up, so that what
is printed is never more than what was said.
"""

from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from html import escape
from typing import Any

MISSING = "—"
BOUND_SIGNS = {
    "at_least": "≥\u00a0",
    "approx": "≈\u00a0",
    "at_most": "≤\u00a0",
    "unknown": "?\u00a0",
}
BOUND_WORDS = {
    "at_least": "at least ",
    "approx": "about ",
    "at_most": "at most ",
    "unknown": "perhaps ",
}
CURRENCY_SIGNS = {"USD": "US$", "CNY": "CNY\u00a0", "HKD": "HK$", "EUR": "€"}
SCALES = (
    (Decimal(10_000_000_000), Decimal(1_000_000_000), "B"),
    (Decimal(1_000_000), Decimal(1_000_000), "M"),
    (Decimal(10_000), Decimal(1_000), "K"),
)
ROUNDING = {"at_least": ROUND_FLOOR, "at_most": ROUND_CEILING}
MARKDOWN_MARKS = "\\`*_{}[]<>()#+!|$~:"


def rounded(value: Any, places: int, bound: str | None = None) -> Decimal:
    """The value at so many decimals, towards the safe side of its bound."""
    step = Decimal(1).scaleb(-places)
    number = Decimal(str(value))
    if isinstance(value, float):
        number = number.quantize(step.scaleb(-6), rounding=ROUND_HALF_EVEN)
    return number.quantize(step, rounding=ROUNDING.get(bound or "", ROUND_HALF_EVEN))


def scaled(value: Any, bound: str | None = None) -> str:
    """1,500M or 218.8M or 510K: the number, shortened to four digits or so, without its unit."""
    number = Decimal(str(value))
    for least, divisor, letter in SCALES:
        if abs(number) >= least:
            part = number / divisor
            places = 0 if part == part.to_integral_value() else 1
            return _minus(f"{rounded(part, places, bound):,f}{letter}")
    places = 0 if number == number.to_integral_value() or abs(number) >= 1000 else 2
    return _minus(f"{rounded(number, places, bound):,f}")


def exact(value: Decimal) -> str:
    """Every digit of a figure: 910,000,000 or 0.1234, without zeros that say nothing."""
    number = f"{value:,f}"
    return _minus(number.rstrip("0").rstrip(".") if "." in number else number)


def amount(value: Any, unit: str, bound: str | None = None) -> str:
    """A figure with its unit and, where it has one, the sign of its bound: ≥ US$218.8M."""
    return (
        MISSING if value is None else BOUND_SIGNS.get(bound or "", "") + _plain(value, unit, bound)
    )


def amount_in_words(value: Any, unit: str, bound: str | None = None) -> str:
    """A figure for a sentence: at least US$218.8M."""
    return (
        MISSING if value is None else BOUND_WORDS.get(bound or "", "") + _plain(value, unit, bound)
    )


def exact_amount(value: Decimal, unit: str, bound: str | None = None) -> str:
    """A figure with every digit and its unit, for prices: US$0.084."""
    sign, number = BOUND_SIGNS.get(bound or "", ""), exact(value)
    return (
        f"{sign}{CURRENCY_SIGNS[unit]}{number}"
        if unit in CURRENCY_SIGNS
        else f"{sign}{number} {unit}"
    )


def target_amount(value: Any, unit: str, bound: str | None = None) -> str:
    """A target's figure: every forecast is approximate, so only "at least" and "at most" show."""
    return amount(value, unit, None if bound == "approx" else bound)


def unit_name(unit: str) -> str:
    """A unit as it stands alone, on an axis: US$, CNY, Users."""
    return CURRENCY_SIGNS.get(unit, unit[:1].upper() + unit[1:]).strip("\u00a0")


def _plain(value: Any, unit: str, bound: str | None) -> str:
    if unit == "percent":
        return f"{scaled(value, bound)}%"
    number = scaled(value, bound)
    if unit in CURRENCY_SIGNS:
        sign = CURRENCY_SIGNS[unit]
        return f"−{sign}{number[1:]}" if number.startswith("−") else f"{sign}{number}"
    return f"{number} {unit}"


def _minus(number: str) -> str:
    return number.replace("-", "−")


def share(fraction: Any, bound: str | None = None) -> str:
    """A part of a whole as whole percent: ≥ 78%."""
    if fraction is None:
        return MISSING
    percent = rounded(Decimal(str(fraction)) * 100, 0, bound)
    return f"{BOUND_SIGNS.get(bound or '', '')}{percent:,f}%"


def part(fraction: Any, bound: str | None = None) -> str:
    """A part of a whole that may be small: ≥ 18%, but ≥ 0.6% and not ≥ 0%."""
    if fraction is None:
        return MISSING
    percent = Decimal(str(fraction)) * 100
    number = rounded(percent, 0 if percent >= 10 else 1, bound)
    return f"{BOUND_SIGNS.get(bound or '', '')}{number:,f}%"


def change(fraction: Any) -> str:
    """A change with its sign: +30.8% or −4.2%."""
    if fraction is None:
        return MISSING
    percent = rounded(Decimal(str(fraction)) * 100, 1)
    return _minus(f"{percent:+,.1f}%")


def count(number: int, noun: str) -> str:
    """1 file, 2 files."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def day(value: date | None) -> str:
    """14 February 2026."""
    return MISSING if value is None else f"{value.day} {value:%B %Y}"


def short_day(value: date | None) -> str:
    """14 Feb 2026."""
    return MISSING if value is None else f"{value.day} {value:%b %Y}"


def month(value: date | None) -> str:
    """February 2026."""
    return MISSING if value is None else f"{value:%B %Y}"


def moment(value: datetime | str | None) -> str:
    """14 Feb 2026, 09:30 UTC; time stamps of the store are UTC."""
    if value is None or value == "":
        return MISSING
    stamp = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{stamp.day} {stamp:%b %Y, %H:%M} UTC"


def said_on(said_from: date | None, as_of: date | None) -> str:
    """The day a statement was made, or the days it may have been made on."""
    if as_of is None or said_from is None or said_from == as_of:
        return day(as_of)
    return f"between {day(said_from)} and {day(as_of)}"


def period(start: date, end: date) -> str:
    """A period by its common name: 2026, Q2 2026, June 2026, else its two days."""
    if start.day == 1 and (end.toordinal() + 1) == _next_month(end).toordinal():
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        if months == 12 and start.month == 1:
            return str(start.year)
        if months == 3 and start.month % 3 == 1:
            return f"Q{(start.month + 2) // 3} {start.year}"
        if months == 1:
            return month(start)
    return day(start) if start == end else f"{short_day(start)} to {short_day(end)}"


def _next_month(value: date) -> date:
    return date(value.year + value.month // 12, value.month % 12 + 1, 1)


def span(first: date, last: date) -> str:
    """Months from one to another: July to December 2026."""
    if first == last:
        return month(first)
    start = f"{first:%B}" if first.year == last.year else month(first)
    return f"{start} to {month(last)}"


ORDINALS = ("first", "second", "third", "fourth")


def quarter_in_words(end: date) -> str:
    """The quarter that ends on this day: the second quarter of 2026."""
    return f"the {ORDINALS[(end.month - 1) // 3]} quarter of {end.year}"


def quarter_name(day_of_it: date) -> str:
    """The quarter a day lies in: Q2 2026."""
    return f"Q{(day_of_it.month + 2) // 3} {day_of_it.year}"


def app_name(name_en: str, name_zh: str | None) -> str:
    """The name in English, and the Chinese one behind it where there is another."""
    return f"{name_en} {name_zh}" if name_zh and name_zh != name_en else name_en


def plain(text: str) -> str:
    """Text for a Markdown place, shown letter for letter: two $ are no formula, no name a link."""
    return "".join(f"\\{letter}" if letter in MARKDOWN_MARKS else letter for letter in text)


def chart_text(text: str | None) -> str:
    """Text from a file for a place in a chart that understands tags: shown, not obeyed."""
    return escape(text or MISSING, quote=False)


def is_web(address: str | None) -> bool:
    """Whether an address may be followed: only one of the web is made a link."""
    return address is not None and address.lower().startswith(("http://", "https://"))


def link(label: str, address: str | None) -> str:
    """A Markdown link, only for web addresses; anything else is shown as plain text."""
    if address is None or not is_web(address):
        where = f" ({plain(address)})" if address else ""
        return plain(label) + where
    safe = address.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
    safe = safe.replace("<", "%3C").replace(">", "%3E").replace("\n", "").replace("\r", "")
    return f"[{plain(label)}]({safe})"
