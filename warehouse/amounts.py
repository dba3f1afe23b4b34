"""Amounts as people write them - 1.2M, 9.1亿, ¥850 million - read exactly or not at all."""

import re
from decimal import Decimal

from warehouse.errors import TrackerError

#: What stands behind a number, and how many times it is meant.
SCALES = {
    "": 1,
    "k": 10**3,
    "thousand": 10**3,
    "万": 10**4,
    "萬": 10**4,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "百万": 10**6,
    "百萬": 10**6,
    "千万": 10**7,
    "千萬": 10**7,
    "亿": 10**8,
    "億": 10**8,
    "b": 10**9,
    "bn": 10**9,
    "billion": 10**9,
    "十亿": 10**9,
    "十億": 10**9,
    "t": 10**12,
    "trillion": 10**12,
}
_AMOUNT = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<scale>\D*)")


def read_amount(text: str) -> Decimal:
    """The number a person wrote, with K, M, B, 万 or 亿 behind it or not.

    Raises TrackerError when it cannot be meant: a decimal comma, a sign, a currency or a range.
    """
    written = _AMOUNT.fullmatch(text.strip())
    scale = SCALES.get(written["scale"].strip().lower()) if written else None
    if written is None or scale is None:
        raise TrackerError(
            f"{text!r} is no amount",
            "value",
            "write a number like 1.2M, 850 million, 9.1亿 or 1234.5",
        )
    return Decimal(written["number"].replace(",", "")) * scale
