"""One statement once within a file: repetitions are dropped, contradictions refused on both sides.

Holds eight bytes a row while the file is read; only rows whose keys collide are looked at again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import polars as pl

CONTENT = ("value", "bound")


class SeenKeys:
    """The hashed keys of the rows accepted so far."""

    def __init__(self, key: Sequence[str]) -> None:
        self.key = list(key)
        self._hashes: list[pl.Series] = []

    def add(self, accepted: pl.DataFrame) -> None:
        """Note the keys of one batch."""
        self._hashes.append(accepted.select(_hash(self.key)).to_series())

    def clashes(self, parts: Sequence[Path]) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Repeated and contradicting rows among `parts`, each with `row_no` and the key.

        Of equal rows the first stays; of rows with one key and different content none does.
        """
        nothing = pl.DataFrame(schema={"row_no": pl.Int64})
        if not self._hashes:
            return nothing, nothing
        hashes = pl.concat(self._hashes)
        if hashes.n_unique() == len(hashes):
            return nothing, nothing
        twice = hashes.filter(hashes.is_duplicated()).unique()
        rows = (
            pl.scan_parquet(list(parts), glob=False)
            .filter(_hash(self.key).is_in(twice.implode()))
            .collect()
        )
        return self._split(rows)

    def _split(self, rows: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
        content = [column for column in CONTENT if column in rows.columns]
        differing = pl.struct([*content, "key_size"] if content else ["key_size"]).n_unique()
        grouped = rows.sort("row_no", maintain_order=True).with_columns(
            key_size=pl.len().over(self.key)
        )
        grouped = grouped.filter(pl.col("key_size") > 1).with_columns(
            contradicts=differing.over(self.key) > 1,
            place=pl.int_range(pl.len()).over(self.key),
            other=pl.when(pl.int_range(pl.len()).over(self.key) == 0)
            .then(pl.col("row_no").last().over(self.key))
            .otherwise(pl.col("row_no").first().over(self.key)),
        )
        repeated = grouped.filter(~pl.col("contradicts") & (pl.col("place") > 0))
        return repeated, grouped.filter("contradicts")


def without(part: Path, dropped: pl.DataFrame, key: Sequence[str]) -> pl.DataFrame:
    """The rows of a part that are not among the dropped ones."""
    on = ["row_no", *key]
    return pl.read_parquet(part, glob=False).join(
        dropped.select(on), on=on, how="anti", nulls_equal=True
    )


def _hash(key: list[str]) -> pl.Expr:
    return pl.struct(key).hash(seed=0)
