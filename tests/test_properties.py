"""What holds for any file: every row is counted, and no text becomes a number it does not say."""

from __future__ import annotations

import csv
import io
import json
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.period import read_period
from tests.ingest_fixtures import HEADER, read_alone

NUMBERS = st.one_of(
    st.decimals(min_value=-10, max_value=10**12, places=4).map(str),
    st.integers(0, 10**15).map(str),
    st.sampled_from(["", " ", "NA", "N/A", "null", "-", "0", "-0", "1e3", "1e309", "nan", "(5)"]),
    st.sampled_from(
        ["1,5", "1.234,56", "1 000", "$5", "５", "0x10", "1_000", "+1", ".5", "5.", "١٢"]
    ),
    st.text(max_size=12),
)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["kling", "jimeng", "klinng", "NA", ""]),
        st.sampled_from(
            ["2026-01", "2026-02", "2026-13", "2027-01", "2026-01-05", "01/02/2026", ""]
        ),
        st.sampled_from(["US", "NO", "NA", "UK", "WW", "us"]),
        NUMBERS,
    ),
    min_size=1,
    max_size=30,
)


def number_in(text: str) -> Decimal | None:
    """An independent reading of a plain number: ASCII digits, a sign, a point, an exponent."""
    stripped = text.strip()
    if not stripped.isascii() or "_" in stripped:
        return None
    try:
        value = Decimal(stripped)
    except InvalidOperation:
        return None
    if not value.is_finite():
        return None
    return value.quantize(Decimal("0.0001"), ROUND_HALF_EVEN) if abs(value) < 10**14 else None


def csv_of(rows: list[tuple[str, str, str, str]]) -> bytes:
    """The rows as a CSV file of our format."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for app, period, country, value in rows:
        writer.writerow([app, "revenue", period, "ios", country, value, "2026-03-01"])
    return (HEADER + text.getvalue()).encode("utf-8", "surrogatepass")


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_every_row_is_counted_once_and_no_value_is_made_up(
    rows: list[tuple[str, str, str, str]],
) -> None:
    """accepted + rejected + duplicates = rows read; an accepted value is what its text says."""
    intake, accepted, faults = read_alone(csv_of(rows))
    if intake.rows_read == 0:
        assert intake.outcome == "refused"
        assert intake.reason
        return
    counted = intake.rows_accepted + intake.rows_rejected + intake.rows_duplicate
    assert counted == intake.rows_read == len(rows)
    if intake.outcome != "refused":
        assert accepted.height == intake.rows_accepted
    assert (faults.height > 0) == (intake.rows_rejected > 0)
    for row in accepted.iter_rows(named=True):
        app, period, country, value = rows[row["row_no"] - 2]
        written = number_in(value)
        assert written is not None
        assert abs(row["value"] - written) <= Decimal("0.0001")
        assert row["period_start"] == read_period(period).start  # type: ignore[union-attr]
        assert row["country"] == {"UK": "GB"}.get(country, country.upper())
        assert row["app_id"] == {"NA": "kling"}.get(app, app)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing_but_their_numbers(
    rows: list[tuple[str, str, str, str]], chance: object
) -> None:
    """A shuffled file gives the same figures, or the same refusal."""
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    first, one, _faults = read_alone(csv_of(rows))
    second, other, _faults = read_alone(csv_of(shuffled))
    assert first.outcome == second.outcome
    if one.height and other.height:
        key = ["app_id", "period_start", "country", "value"]
        assert one.select(key).sort(key).equals(other.select(key).sort(key))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_end_loaded_or_refused(content: bytes) -> None:
    """No file, whatever is in it, ends in anything but an outcome with its reason."""
    intake, _accepted, _faults = read_alone(content)
    assert intake.outcome == "accepted" or intake.reason


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(JSON)
def test_any_json_ends_loaded_or_refused(value: object) -> None:
    """Valid JSON of another shape is refused with a reason too."""
    intake, _accepted, _faults = read_alone(json.dumps(value).encode())
    assert intake.outcome == "refused"
    assert intake.reason
