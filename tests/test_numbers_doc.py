"""docs/numbers.md works the main figures by hand: each equals what the tables say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.docs_fixtures import ROOT, Shipped

DOC = (ROOT / "docs" / "numbers.md").read_text(encoding="utf-8")
SIGNS = {"at_least": "≥", "approx": "≈"}
QUARTERS = """
    select period_start, bound, value, fx_rate, fx_days, value_usd from reported
    where app_id = 'kling' and metric = 'revenue' and grain = 'quarter' and basis = 'recognised'
    order by period_start
"""
SUMS = """
    select through, bound, approximate, value, value_usd from reported_to_date
    where app_id = 'kling' and through in (date '2025-12-31', date '2026-06-30') order by through
"""
SCENARIOS = """
    select method, monthly_rate_usd, implied_full_year_usd, passed_month, needed_monthly_change,
        share_of_target, remaining_usd
    from scenarios where is_headline
"""


def millions(dollars: Decimal) -> str:
    return f"{dollars / 1_000_000:.2f}"


def test_each_quarter_is_as_reported_and_converted(shipped: Shipped) -> None:
    """A line of the page is bound, yuan, average rate, its days and dollars of one quarter."""
    for start, bound, value, rate, days, dollars in shipped.rows(QUARTERS):
        line = (
            f"| Q{start.month // 3 + 1} {start.year} | {SIGNS[bound]} | {value:,.0f}"
            f" | {rate} | {days} | {dollars:,.2f} |"
        )
        assert line in DOC


def test_the_sums_are_those_of_the_tables(shipped: Shipped) -> None:
    """A half and a year are floors, and sums of the lines above them."""
    (_, *year), (_, *half) = shipped.rows(SUMS)
    for bound, _approximate, value, dollars in (year, half):
        assert f"| sum | {SIGNS[bound]} | {value:,.0f} | | | {dollars:,.2f} |" in DOC
    assert (year[1], half[1]) == (True, False)
    assert f"at least about US${millions(year[3])}M" in DOC
    assert f"at least US${millions(half[3])}M, 78.2% of US$280M" in DOC


def test_the_hand_sum_is_right() -> None:
    """The arithmetic of the page, done here from its own figures."""
    reported = DOC[: DOC.index("## Coverage")]
    lines = [line.split(" | ") for line in reported.splitlines() if line.startswith("| Q")]
    assert len(lines) == 6
    for cells in lines:
        yuan, rate = Decimal(cells[2].replace(",", "")), Decimal(cells[3])
        dollars = Decimal(cells[5].removesuffix(" |").replace(",", ""))
        assert (yuan / rate).quantize(Decimal("0.01")) == dollars


def test_the_half_said_in_one_figure_is_there_too(shipped: Shipped) -> None:
    """The company's own half-year figure stands beside the sum, at the half's average rate."""
    [(rate, dollars)] = shipped.rows(
        "select fx_rate, value_usd from reported where app_id = 'kling' and metric = 'revenue'"
        " and grain = 'cumulative' and period_end = date '2026-06-30'"
    )
    assert str(rate) in DOC
    assert f"US${millions(dollars)}M: 0.1% less" in DOC


def test_the_change_of_a_quarter_has_no_known_side(shipped: Shipped) -> None:
    """Between two floors a change is shown, and said to be neither floor nor ceiling."""
    changes = dict(
        (start, (f"{change:+.1%}", bound))
        for start, change, bound in shipped.rows(
            "select quarter_start, change, change_bound from quarters"
            " where app_id = 'kling' and change is not null"
        )
    )
    assert changes[date(2026, 4, 1)] == ("+30.8%", "unknown")
    assert changes[date(2026, 1, 1)] == ("+91.2%", "at_least")
    assert "850 ÷ 650 − 1 = **+30.8%**" in DOC
    assert "at least +91.2%" in DOC
    dollars = {row[0]: row[5] for row in shipped.rows(QUARTERS)}
    assert f"{dollars[date(2026, 4, 1)] / dollars[date(2026, 1, 1)] - 1:+.1%}" == "+33.1%"
    assert "In dollars it is +33.1%" in DOC
    assert (f"{850 / 700 - 1:+.1%}", f"{900 / 650 - 1:+.1%}") == ("+21.4%", "+38.5%")
    assert "+21.4% (850 ÷ 700) to +38.5%" in DOC


def test_the_ways_on_are_those_of_the_tables(shipped: Shipped) -> None:
    """Each method's month, year and month of passing, and the share and rest before them."""
    for method, rate, year, passed, _needed, share, rest in shipped.rows(SCENARIOS):
        line = next(line for line in DOC.splitlines() if line.startswith(f"| `{method}`"))
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        rate = None if method == "growth" else rate
        assert cells[2] == (millions(rate) if rate else "")
        assert cells[5] == millions(year)
        assert cells[6] == (f"{passed:%B %Y}" if passed else "not in 2026")
        assert f"218.84 ÷ 280 = **{share:.1%}**" in DOC
        assert f"at most US${millions(rest)}M is still needed" in DOC


def test_the_shape_of_the_year_before_is_that_of_the_tables(shipped: Shipped) -> None:
    """The share of 2025 that had come by June, how many times it 2026 is, and each quarter left."""
    [(share,)] = shipped.rows(
        "select share_of_year_before from pace where is_headline and month = date '2026-06-01'"
    )
    assert f"55.20, **{share:.1%}** of that year's" in DOC
    quarters = shipped.rows(
        "select sum(amount_usd), max(times_year_before) from paths"
        " where is_headline and method = 'last_year' and not is_reported"
        " group by date_trunc('quarter', month) order by date_trunc('quarter', month)"
    )
    [(third, times), (fourth, _)] = quarters
    assert f"{millions(third)} | {millions(fourth)} | 575.12" in DOC
    assert f"41.92 × {times:.2f} and the fourth 47.95 × {times:.2f}" in DOC


def test_a_target_in_yuan_is_compared_in_yuan(shipped: Shipped) -> None:
    """The share of a target in the company's own currency has no exchange rate in it."""
    assert shipped.rows(
        "select distinct unit, target, reported, round(share_of_target, 3), reported_bound"
        " from scenarios where app_id = 'kling' and issuer = 'JPMorgan'"
        " and period_end = date '2026-12-31'"
    ) == [("CNY", 1_700_000_000, 1_500_000_000, 0.882, "at_least")]
    assert "1,500 ÷ 1,700 = **88.2%**" in DOC


def test_the_claim_for_january_is_held_as_written(shipped: Shipped) -> None:
    """The range agrees with the invented series, the single figure misses it, both marked."""
    assert shipped.rows(
        "select low, high, round(change, 3), verdict, round(misses_by, 3), illustrative from claims"
        " where app_id = 'kling' and compared = 'mom' order by high desc"
    ) == [
        (Decimal("0.3"), Decimal("0.5"), 0.382, "agrees", None, True),
        (Decimal("0.3"), Decimal("0.3"), 0.382, "misses", 0.082, True),
    ]
    assert "shows +38.2%, and agrees" in DOC
    assert "missed by 8.2 points" in DOC


def test_the_months_on_the_way_are_those_of_the_tables(shipped: Shipped) -> None:
    """The target is passed in August under both."""
    sums = shipped.rows(
        "select method, cumulative_usd from paths where is_headline and method in"
        " ('last_quarter', 'growth') and month between date '2026-07-01' and date '2026-08-01'"
        " order by method desc, month"
    )
    july, august, july_grown, august_grown = (millions(dollars) for _method, dollars in sums)
    assert f"July {july}, August {august}. With growth: July {july_grown}" in DOC
    assert f"August {august_grown}." in DOC


@pytest.mark.parametrize(("as_of", "months"), [(None, 6), ("2026-02-14", 12)])
def test_the_change_needed_just_reaches_the_target(
    as_of: str | None, months: int, shipped: Shipped
) -> None:
    """That many months, each changed by it from the last rate, bring exactly what is needed."""
    found = shipped.rows(SCENARIOS, as_of)
    assert len(found) == 5
    for method, rate, _year, _passed, change, _share, rest in found:
        if method in ("reported_only", "last_year"):
            assert change is None
            continue
        brought = sum(float(rate) * (1 + change) ** month for month in range(1, months + 1))
        assert brought == pytest.approx(float(rest), rel=1e-6)
        if as_of is None:
            assert f"{change:+.1%}".replace("-", "−") in DOC


def test_the_replay_of_the_day_of_the_forecast_is_as_written(shipped: Shipped) -> None:
    """On 14 February 2026 nothing of 2026 was reported, and every way on started from 2025."""
    section = DOC[DOC.index("## The same on 14 February 2026") :]
    for method, rate, year, _passed, change, share, _rest in shipped.rows(SCENARIOS, "2026-02-14"):
        assert share == 0
        if method == "reported_only":
            continue
        line = next(line for line in section.splitlines() if line.startswith(f"| `{method}`"))
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        assert cells[3:] == [millions(year), f"{change:+.1%}"]
        assert cells[2] == ("" if method == "growth" else millions(rate))


def test_coverage_is_worked_as_the_table_has_it(shipped: Shipped) -> None:
    """Each quarter's line, the mean, one left out and the drift are those of `coverage`."""
    found = shipped.rows(
        "select quarter_start, tracked_usd, tracked_gross_usd, reported_usd, reported_bound,"
        " coverage, coverage_gross, coverage_mean, leave_one_out_error, leave_one_out_mape, drift,"
        " enough, illustrative from coverage where app_id = 'kling' order by quarter_start"
    )
    assert len(found) == 6
    for start, tracked, gross, reported, bound, ratio, grossed, *_series in found:
        assert (
            f"| Q{start.month // 3 + 1} {start.year} | {tracked:,.2f} | {gross:,.2f}"
            f" | {reported:,.2f} | {SIGNS[bound]} | {ratio:.2%} | {grossed:.2%} |"
        ) in DOC
        assert (tracked / Decimal("0.7")).quantize(Decimal("0.01")) == gross
    *_figures, mean, error, average, drift, enough, illustrative = found[-1]
    assert f") ÷ 6 = **{mean:.2%}**" in DOC
    assert f"against 124.97M reported: **{error:.1%}**".replace("-", "−") in DOC
    assert f"Over the six, {average:.1%} on average" in DOC
    assert f"19.83 ÷ 20.25 − 1 = **{drift:.1%}**".replace("-", "−") in DOC.replace("-", "−")
    assert (enough, illustrative) == (True, True)


def test_the_range_of_a_nowcast_is_as_written(shipped: Shipped) -> None:
    """July 2026: value, ends of the 90% range, spread and errors, and who missed by how much."""
    [(method, value, low, high, errors)] = shipped.rows(
        "select method, nowcast_usd, low90_usd, high90_usd, past_errors from nowcast"
        " where app_id = 'kling' and month = date '2026-07-01'"
    )
    [(spread, model, naive)] = shipped.rows(
        "select m.spread, n.model_mape, n.compared_mape from nowcast_record as m"
        " join nowcast_record as n on n.app_id = m.app_id and n.method = 'last_value'"
        " where m.app_id = 'kling' and m.used"
    )
    assert (method, errors) == ("combined", 5)
    assert f"{millions(value)} × e^(−2.0150 × {spread:.4f})" in DOC
    assert f"= {millions(low)}  " in DOC
    assert f"= {millions(high)}\n" in DOC
    assert f"by {model:.1%} on average where the last value missed by {naive:.1%}" in DOC
    assert shipped.rows(
        "select distinct changes, paths from simulation where app_id = 'kling' and paths > 0"
    ) == [(5, 5000)]
    assert shipped.rows(
        "select distinct months, months_needed, from_month, through_month, state, nowcasts"
        " from smoothing where app_id = 'kling' and state <> 'over'"
    ) == [(3, 6, date(2026, 7, 1), date(2026, 9, 1), "few_months", 3)]


def test_parts_of_the_market_are_those_of_the_table(shipped: Shipped) -> None:
    """A line of the page is issuer, size and part; the year between is worked out as there."""
    for issuer, size, part in shipped.rows(
        "select issuer, market_value, share from market_share where app_id = 'kling'"
    ):
        assert f"| {issuer} | {size / 1_000_000:,.0f} | {part:.1%} |" in DOC
    [(between, growth)] = shipped.rows(
        "select value, compound_growth from market where issuer = 'Goldman Sachs'"
        " and year_start = date '2026-01-01'"
    )
    assert f"= +{growth:.1%} a year" in DOC
    assert f"**{between / 1_000_000:,.0f}** for 2026" in DOC


def test_shares_ratios_and_sources_of_september_are_those_of_the_tables(shipped: Shipped) -> None:
    """The worked examples of the invented feeds, to the cent."""
    where = "platform = 'all' and country = 'WW' and month = date '2026-09-01'"
    [(value, whole, share)] = shipped.rows(
        f"select value, set_value, share from share where app_id = 'jimeng' and {where}"
        " and metric = 'revenue'"
    )
    assert f"Jimeng {value:,.2f}" in DOC and f"together {whole:,.2f}" in DOC
    assert f"= **{share:.1%}**" in DOC
    [(revenue, users, ratio)] = shipped.rows(
        f"select revenue, counted, ratio from ratios where app_id = 'kling' and {where}"
        " and per = 'mau'"
    )
    assert f"{revenue:,.2f} ÷\n{users:,.0f} users = **US${ratio:.2f}**" in DOC
    [(one, other, more)] = shipped.rows(
        "select value, other_value, ratio - 1 from reconciliation where app_id = 'kling'"
        " and metric = 'revenue' and platform = 'android' and country = 'WW'"
        " and month = date '2026-09-01'"
    )
    assert f"{one:,.2f} and {other:,.2f}, which is **{more:.1%}** more" in DOC


def test_the_release_of_february_is_that_of_the_table(shipped: Shipped) -> None:
    """The three months before and after it, with their changes."""
    [(start, before, after, rise, later)] = shipped.rows(
        "select value_start, value_before, value_after, change_before, change_after"
        " from event_study where app_id = 'kling' and metric = 'revenue' and country = 'WW'"
        " and event_date = date '2026-02-05'"
    )
    assert f"was {start:,.2f} in\nOctober, {before:,.2f} in January and {after:,.2f} in" in DOC
    assert f"{rise:+.1%} in the three months before, {later:+.1%} in the three\nafter" in DOC
