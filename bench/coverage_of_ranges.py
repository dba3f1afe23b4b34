"""Whether ranges hold what they claim, on 1,000 made-up companies.

`python -m bench.coverage_of_ranges` prints the table.

Each has quarters of revenue that grow by normal log changes, and a feed that tracks a steady share
of it with noise. The nowcast's ranges are those of the models, on these rows; the simulation's of
warehouse.simulate, for a year of which two quarters are left.
"""

from datetime import date, timedelta

import numpy as np
import polars as pl

from warehouse import build, simulate
from warehouse.store import as_known_on, scratch

COMPANIES, QUARTERS, SEED = 1_000, 10, 7
FIRST_YEAR = 2024
SOURCES = """
insert into raw.source by name
select unnest(['filings', 'vendor']) as source_id, unnest(['disclosures', 'snapshot']) as format,
    false as illustrative, true as enabled
"""
SNAPSHOTS = """
insert into raw.snapshot by name
select source_id as snapshot_id, source_id, timestamp '2026-12-01' as fetched_at, 1 as rows_read,
    1 as rows_accepted, 0 as rows_rejected, 0 as rows_duplicate, false as illustrative,
    'accepted' as outcome
from raw.source
"""
OBSERVATIONS = """
insert into raw.observation by name
select *, 'revenue' as metric, 'all' as platform, 'WW' as country, 'USD' as unit,
    'exact' as bound, as_of as said_from, source_id as snapshot_id
from observation
"""
HELD = """
select method, count(in_90), avg(case when in_50 then 1.0 else 0 end),
    avg(case when in_90 then 1.0 else 0 end)
from mart.nowcast_score where in_90 is not null group by method order by method
"""


def month_start(month: int) -> date:
    """The first day of a month counted from the first."""
    return date(FIRST_YEAR + month // 12, month % 12 + 1, 1)


def made_up(chance: np.random.Generator) -> pl.DataFrame:
    """Reported quarters and tracked months of every company."""
    rows = []
    for company in range(COMPANIES):
        growth = chance.normal(chance.normal(0.05, 0.1), 0.15, QUARTERS).cumsum()
        for quarter, level in enumerate(1e6 * np.exp(growth)):
            start, after = month_start(3 * quarter), month_start(3 * quarter + 3)
            said = after + timedelta(days=50)
            rows.append(("filings", company, start, after, "quarter", level, said))
            for month in range(3 * quarter, 3 * quarter + 3):
                seen = level / 3 * 0.2 * np.exp(chance.normal(0, 0.1))
                end = month_start(month + 1)
                rows.append(("vendor", company, month_start(month), end, "month", seen, end))
    names = ["source_id", "company", "period_start", "after", "grain", "value", "as_of"]
    frame = pl.DataFrame(rows, schema=names, orient="row").with_row_index("row_no")
    reported = pl.col("source_id") == "filings"
    return frame.select(
        "row_no", "source_id", "period_start", "grain", "value", "as_of",
        app_id=pl.format("c{}", "company"),
        period_end=pl.col("after").dt.offset_by("-1d"),
        basis=pl.when(reported).then(pl.lit("recognised")).otherwise(pl.lit("net_of_store")),
        kind=pl.when(reported).then(pl.lit("reported")).otherwise(pl.lit("estimate")),
        quality=pl.when(reported).then(pl.lit("company")),
    )  # fmt: skip


def nowcasts(chance: np.random.Generator) -> list[tuple[str, int, float, float]]:
    """Method, ranges given, share the 50% range held, share the 90% range held."""
    observation = made_up(chance)
    with scratch() as connection:
        as_known_on(connection, date(2026, 12, 1))
        build.create_raw(connection)
        for statement in (SOURCES, SNAPSHOTS):
            connection.execute(statement)
        connection.register("observation", observation.to_arrow())
        connection.execute(OBSERVATIONS)
        build.build(connection, fresh=True)
        return connection.execute(HELD).fetchall()


def simulations(chance: np.random.Generator) -> tuple[str, int, float, float]:
    """The same of the simulation, from five past changes each."""
    held = {"50": 0, "90": 0}
    for company in range(COMPANIES):
        changes = chance.normal(chance.normal(0.05, 0.1), 0.15, 7)
        months = tuple((month_start(30 + m), None, 1 + m // 3) for m in range(6))
        target = simulate.Target(
            f"c{company}", "c", "USD", 1, 0.0, "exact", 100.0, month_start(27), 6, False,
            list(changes[:5]), months,
        )  # fmt: skip
        came = 300 * np.exp(changes[5:].cumsum()).sum()
        row = simulate.simulated(target)
        held["50"] += row["p25"] <= came <= row["p75"]
        held["90"] += row["p5"] <= came <= row["p95"]
    return "simulation", COMPANIES, held["50"] / COMPANIES, held["90"] / COMPANIES


def main() -> None:
    """Print the table."""
    chance = np.random.default_rng(SEED)
    print(f"{COMPANIES} made-up companies, seed {SEED}")
    print("| ranges of | given | 50% held | 90% held |\n|---|---|---|---|")
    for method, given, half, most in [*nowcasts(chance), simulations(chance)]:
        print(f"| {method} | {given:,} | {float(half):.1%} | {float(most):.1%} |")


if __name__ == "__main__":
    main()
