"""Numbers, dates, names and cells as people read them."""

from datetime import date
from decimal import Decimal

import pytest

from app_pages import formats

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("value", "unit", "bound", "text"),
    [
        (Decimal("12"), "rank", "exact", "#12"),
        (Decimal("218842000.12"), "USD", None, "US$218.8M"),
        (Decimal("218890000"), "USD", "at_least", f"≥{NBSP}US$218.8M"),
        (Decimal("218810000"), "USD", "at_most", f"≤{NBSP}US$218.9M"),
        (Decimal("47870000"), "USD", "approx", f"≈{NBSP}US$47.9M"),
        (Decimal("850000000"), "CNY", "at_least", f"≥{NBSP}CNY{NBSP}850M"),
        (Decimal("1500000000"), "CNY", None, f"CNY{NBSP}1,500M"),
        (Decimal("29000000000"), "USD", None, "US$29B"),
        (Decimal("-9000000"), "CNY", None, f"−CNY{NBSP}9M"),
        (Decimal("510300"), "downloads", None, "510.3K downloads"),
        (Decimal("12000000"), "users", "at_least", f"≥{NBSP}12M users"),
        (Decimal("0.084"), "USD", None, "US$0.08"),
        (Decimal("62"), "percent", None, "62%"),
        (Decimal("9999"), "downloads", None, "9,999 downloads"),
        (Decimal("5"), "USD", "unknown", f"?{NBSP}US$5"),
        (None, "USD", "at_least", "—"),
    ],
)
def test_a_figure_has_its_unit_and_its_bound(
    value: Decimal | None, unit: str, bound: str | None, text: str
) -> None:
    """A figure never stands without its unit, and nothing known is a dash, not a zero."""
    assert formats.amount(value, unit, bound) == text


def test_a_lower_bound_is_never_rounded_up() -> None:
    """What is printed after "at least" is never more than what was said."""
    assert formats.share(0.789999, "at_least") == f"≥{NBSP}78%"
    assert formats.amount(Decimal("1999999"), "USD", "at_least") == f"≥{NBSP}US$1.9M"
    assert formats.share(0.781, "at_most") == f"≤{NBSP}79%"


def test_a_float_that_is_a_whole_percent_keeps_it() -> None:
    """Binary fractions do not push a lower bound down: 0.29 × 100 is 29, not 28."""
    assert formats.share(0.29, "at_least") == f"≥{NBSP}29%"
    assert formats.rounded(0.1 + 0.2, 1, "at_most") == Decimal("0.3")


@pytest.mark.parametrize(
    ("fraction", "text"),
    [
        (0.3077, "+30.8%"),
        (-0.042, "−4.2%"),
        (0.0, "+0.0%"),
        (None, "—"),
        (Decimal("1.5"), "+150.0%"),
    ],
)
def test_a_change_has_its_sign(fraction: float | None, text: str) -> None:
    """Growth and decline are told apart by sign."""
    assert formats.change(fraction) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2026-01-01", "2026-12-31", "2026"),
        ("2026-04-01", "2026-06-30", "Q2 2026"),
        ("2026-02-01", "2026-02-28", "February 2026"),
        ("2026-01-01", "2026-06-30", "1 Jan 2026 to 30 Jun 2026"),
        ("2026-03-31", "2026-03-31", "31 March 2026"),
        ("2025-12-01", "2025-12-31", "December 2025"),
        ("2025-04-01", "2026-03-31", "1 Apr 2025 to 31 Mar 2026"),
    ],
)
def test_a_period_has_its_common_name(start: str, end: str, text: str) -> None:
    """Years, quarters and months by name; any other period by its two days."""
    assert formats.period(date.fromisoformat(start), date.fromisoformat(end)) == text


def test_a_statement_dated_to_a_month_says_so() -> None:
    """A figure known only to a month is not given a day it does not have."""
    first, last = date(2026, 2, 1), date(2026, 2, 28)
    assert formats.said_on(first, last) == "between 1 February 2026 and 28 February 2026"
    assert formats.said_on(last, last) == "28 February 2026"


def test_text_from_a_file_is_shown_and_not_obeyed() -> None:
    """Two dollar signs are no formula, brackets no link, and only web addresses are linked."""
    assert formats.plain("US$5 and US$6 [x](y) *z*") == r"US\$5 and US\$6 \[x\]\(y\) \*z\*"
    assert formats.link("A", "https://a.example/(1) 2") == "[A](https://a.example/%281%29%202)"
    assert formats.link("A", "javascript:alert(1)") == r"A (javascript\:alert\(1\))"
    assert formats.link("A", None) == "A"


def test_an_app_has_both_its_names() -> None:
    """Kling 可靈, and one name when there is only one."""
    assert formats.app_name("Kling", "可靈") == "Kling 可靈"
    assert formats.app_name("Sora", None) == "Sora"
