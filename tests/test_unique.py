"""Statements that a file makes twice are found, however long the file."""

from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest import unique

KEYS = st.lists(st.lists(st.integers(0, 400), max_size=120), max_size=12)


def clashes(batches: list[list[int]], folder: Path) -> tuple[list[int], list[int]]:
    """The numbers of repeated and of contradicting rows; a multiple of five is said differently."""
    for old in folder.iterdir():
        old.unlink()
    seen, parts, row_no = unique.SeenKeys(["key"], folder), list[Path](), 0
    for place, batch in enumerate(batches):
        rows = pl.DataFrame({"key": batch}, schema={"key": pl.Int64}).with_columns(
            row_no=pl.int_range(row_no, row_no + len(batch), dtype=pl.Int64),
        )
        rows = rows.with_columns(
            value=pl.when(pl.col("key") % 5 == 0).then("row_no").otherwise("key"),
            bound=pl.lit("exact"),
        )
        parts.append(folder / f"part-{place}.parquet")
        rows.write_parquet(parts[-1])
        seen.add(rows)
        row_no += len(batch)
    repeated, contradicting = seen.clashes(parts)
    return sorted(repeated["row_no"].to_list()), sorted(contradicting["row_no"].to_list())


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(KEYS)
def test_what_is_set_aside_on_the_disk_is_compared_too(
    tmp_path: Path, batches: list[list[int]]
) -> None:
    """A long file, whose hashes go to the disk in runs, against the rule said in plain Python."""
    places: dict[int, list[int]] = {}
    for row_no, key in enumerate(key for batch in batches for key in batch):
        places.setdefault(key, []).append(row_no)
    twice = {key: rows for key, rows in places.items() if len(rows) > 1}
    repeated = sorted(row for key, rows in twice.items() if key % 5 for row in rows[1:])
    contradicting = sorted(row for key, rows in twice.items() if not key % 5 for row in rows)
    with pytest.MonkeyPatch.context() as patch:
        for held in (1, 15, unique.HELD):
            patch.setattr(unique, "HELD", held)
            assert clashes(batches, tmp_path) == (repeated, contradicting)
