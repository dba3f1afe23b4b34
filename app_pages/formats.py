"""Numbers, dates and names as people read them: never a number without its unit, never a gap as 0.

A figure known as a lower bound is rounded down and one known as an upper bound up, so that what
is printed is never more than what was said.
"""

from datetime import date, datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from html import escape
from typing import Any

from app_pages.language import N_, _, is_chinese

MISSING = "—"
BOUND_SIGNS = {
    "at_least": "≥\u00a0",
    "approx": "≈\u00a0",
    "at_most": "≤\u00a0",
    "unknown": "?\u00a0",
}
BOUND_WORDS = {
    "at_least": N_("at least "),
    "approx": N_("about "),
    "at_most": N_("at most "),
    "unknown": N_("perhaps "),
}
#: What is counted, as it stands behind a number, and alone.
COUNTED = (N_("users"), N_("downloads"), N_("Users"), N_("Downloads"))
#: Who stands behind a figure, and how.
BOUNDS = (N_("exact"), N_("approx"), N_("at least"), N_("at most"), N_("unknown"))
BASES = (N_("recognised"),)
METRICS = (N_("revenue"), N_("mau"))
KINDS = (N_("estimate"), N_("reported"), N_("guidance"), N_("forecast"), N_("press"))
AS_WRITTEN = {"percent": "{}%", "rank": "#{}"}
CURRENCY_SIGNS = {"USD": "US$", "CNY": "CNY\u00a0", "HKD": "HK$", "EUR": "€"}
SCALES = (
    (Decimal(10_000_000_000), Decimal(1_000_000_000), "B"),
    (Decimal(1_000_000), Decimal(1_000_000), "M"),
    (Decimal(10_000), Decimal(1_000), "K"),
)
#: Chinese counts by 萬 and 億; about four digits are kept, as in English.
CHINESE_SCALES = ((Decimal(100_000_000), "億"), (Decimal(10_000), "萬"))
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
    if is_chinese():
        return _chinese_scaled(number, bound)
    for least, divisor, letter in SCALES:
        if abs(number) >= least:
            part = number / divisor
            places = 0 if part == part.to_integral_value() else 1
            return _minus(f"{rounded(part, places, bound):,f}{letter}")
    places = 0 if number == number.to_integral_value() or abs(number) >= 1000 else 2
    return _minus(f"{rounded(number, places, bound):,f}")


def _chinese_scaled(number: Decimal, bound: str | None) -> str:
    for divisor, word in CHINESE_SCALES:
        if abs(number) >= divisor:
            part = number / divisor
            places = max(0, 3 - abs(part).adjusted())
            return _minus(f"{_trimmed(rounded(part, places, bound))}{word}")
    places = 0 if number == number.to_integral_value() or abs(number) >= 1000 else 2
    return _minus(f"{rounded(number, places, bound):,f}")


def _trimmed(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def exact(value: Decimal) -> str:
    """Every digit of a figure: 910,000,000 or 0.1234, without zeros that say nothing."""
    return _minus(_trimmed(value))


def amount(value: Any, unit: str, bound: str | None = None) -> str:
    """A figure with its unit and, where it has one, the sign of its bound: ≥ US$218.8M."""
    return (
        MISSING if value is None else BOUND_SIGNS.get(bound or "", "") + _plain(value, unit, bound)
    )


def amount_in_words(value: Any, unit: str, bound: str | None = None) -> str:
    """A figure for a sentence: at least US$218.8M."""
    return MISSING if value is None else in_words(bound) + _plain(value, unit, bound)


def in_words(bound: str | None) -> str:
    """A bound before a figure in a sentence: "at least ", or nothing for an exact one."""
    return _(BOUND_WORDS[bound]) if bound in BOUND_WORDS else ""


def exact_amount(value: Decimal, unit: str, bound: str | None = None) -> str:
    """A figure with every digit and its unit, for prices: US$0.084."""
    sign, number = BOUND_SIGNS.get(bound or "", ""), exact(value)
    return (
        f"{sign}{CURRENCY_SIGNS[unit]}{number}"
        if unit in CURRENCY_SIGNS
        else f"{sign}{number} {_(unit)}"
    )


def target_amount(value: Any, unit: str, bound: str | None = None) -> str:
    """A target's figure: every forecast is approximate, so only "at least" and "at most" show."""
    return amount(value, unit, None if bound == "approx" else bound)


def unit_name(unit: str) -> str:
    """A unit as it stands alone, on an axis: US$, CNY, Users."""
    if unit in CURRENCY_SIGNS:
        return CURRENCY_SIGNS[unit].strip("\u00a0")
    return _(unit[:1].upper() + unit[1:])


def _plain(value: Any, unit: str, bound: str | None) -> str:
    number = scaled(value, bound)
    if unit in AS_WRITTEN:
        return AS_WRITTEN[unit].format(number)
    if unit in CURRENCY_SIGNS:
        sign = CURRENCY_SIGNS[unit]
        return f"−{sign}{number[1:]}" if number.startswith("−") else f"{sign}{number}"
    return f"{number} {_(unit)}"


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
    if value is None:
        return MISSING
    return _chinese_day(value) if is_chinese() else f"{value.day} {value:%B %Y}"


def _chinese_day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"


def short_day(value: date | None) -> str:
    """14 Feb 2026."""
    if value is None:
        return MISSING
    return _chinese_day(value) if is_chinese() else f"{value.day} {value:%b %Y}"


def month(value: date | None) -> str:
    """February 2026."""
    if value is None:
        return MISSING
    return f"{value.year}年{value.month}月" if is_chinese() else f"{value:%B %Y}"


def short_month(value: date) -> str:
    """Feb 2026."""
    return month(value) if is_chinese() else f"{value:%b %Y}"


def source_line(row: dict[str, Any]) -> str:
    """The source of an estimate for a place in a chart, or that it is invented."""
    said = {"producer": chart_text(row["source_producer"]), "day": day(row["as_of"])}
    if row["illustrative"]:
        return _("ILLUSTRATIVE, invented data: {producer}, as of {day}").format(**said)
    return _("Source: {producer}, as of {day}").format(**said)


def moment(value: datetime | str | None) -> str:
    """14 Feb 2026, 09:30 UTC; time stamps of the store are UTC."""
    if value is None or value == "":
        return MISSING
    stamp = datetime.fromisoformat(value) if isinstance(value, str) else value
    return f"{short_day(stamp)}, {stamp:%H:%M} UTC"


def said_on(said_from: date | None, as_of: date | None) -> str:
    """The day a statement was made, or the days it may have been made on."""
    if as_of is None or said_from is None or said_from == as_of:
        return day(as_of)
    return _("between {first} and {last}").format(first=day(said_from), last=day(as_of))


def period(start: date, end: date) -> str:
    """A period by its common name: 2026, Q2 2026, June 2026, else its two days."""
    if start.day == 1 and (end.toordinal() + 1) == _next_month(end).toordinal():
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        if months == 12 and start.month == 1:
            return f"{start.year}年" if is_chinese() else str(start.year)
        if months == 3 and start.month % 3 == 1:
            return quarter_name(start)
        if months == 1:
            return month(start)
    if start == end:
        return day(start)
    return _("{first} to {last}").format(first=short_day(start), last=short_day(end))


def _next_month(value: date) -> date:
    return date(value.year + value.month // 12, value.month % 12 + 1, 1)


def span(first: date, last: date) -> str:
    """Months from one to another: July to December 2026."""
    if first == last:
        return month(first)
    if is_chinese():
        return f"{month(first)}至{f'{last.month}月' if first.year == last.year else month(last)}"
    start = f"{first:%B}" if first.year == last.year else month(first)
    return f"{start} to {month(last)}"


ORDINALS = ("first", "second", "third", "fourth")


def quarter_in_words(end: date) -> str:
    """The quarter that ends on this day: the second quarter of 2026."""
    if is_chinese():
        return quarter_name(end)
    return f"the {ORDINALS[(end.month - 1) // 3]} quarter of {end.year}"


def quarter_name(day_of_it: date) -> str:
    """The quarter a day lies in: Q2 2026."""
    quarter = (day_of_it.month + 2) // 3
    return f"{day_of_it.year}年第{quarter}季" if is_chinese() else f"Q{quarter} {day_of_it.year}"


def app_name(name_en: str, name_zh: str | None) -> str:
    """Both names where there are two, the one of the page's language first."""
    if not name_zh or name_zh == name_en:
        return name_en
    return f"{name_zh} {name_en}" if is_chinese() else f"{name_en} {name_zh}"


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
