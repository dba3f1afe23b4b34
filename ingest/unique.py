"""One statement once within a file: repetitions are dropped, contradictions refused on both sides.

Holds eight bytes a row while the file is read, those of a long one sorted on the disk; only rows
whose keys collide are looked at again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    import numpy as np

CONTENT = ("value", "bound")

#: So many hashes are held in memory, 64 MB.
HELD = 8_000_000
#: The hashes on the disk are compared in so many ranges of their values.
RANGES = 64


class SeenKeys:
    """The hashed keys of the rows accepted so far; those of a long file in the folder."""

    def __init__(self, key: Sequence[str], folder: Path) -> None:
        self.key = list(key)
        self._folder = folder
        self._hashes: list[pl.Series] = []
        self._runs: list[Path] = []

    def add(self, accepted: pl.DataFrame) -> None:
        """Note the keys of one batch."""
        self._hashes.append(accepted.select(_hash(self.key)).to_series())
        if sum(len(batch) for batch in self._hashes) >= HELD:
            self._set_aside()

    def clashes(self, parts: Sequence[Path]) -> tuple[pl.DataFrame, pl.DataFrame]:
        """Repeated and contradicting rows among `parts`, each with `row_no` and the key.

        Of equal rows the first stays; of rows with one key and different content none does.
        """
        twice = self._met_twice()
        if not len(twice):
            nothing = pl.DataFrame(schema={"row_no": pl.Int64})
            return nothing, nothing
        rows = (
            pl.scan_parquet(list(parts), glob=False)
            .filter(_hash(self.key).is_in(twice.implode()))
            .collect()
        )
        return self._split(rows)

    def _met_twice(self) -> pl.Series:
        """The hashes that more than one row has, each once."""
        if self._runs:
            self._set_aside()
            return _in_several(self._runs)
        if not self._hashes:
            return pl.Series(dtype=pl.UInt64)
        hashes = pl.concat(self._hashes)
        if hashes.n_unique() == len(hashes):
            return hashes.clear()
        return hashes.filter(hashes.is_duplicated()).unique()

    def _set_aside(self) -> None:
        """Write the hashes that are held to the disk, in order."""
        if not any(len(batch) for batch in self._hashes):
            return
        run = self._folder / f"keys-{len(self._runs)}"
        pl.concat(self._hashes).sort().to_numpy().tofile(run)
        self._runs.append(run)
        self._hashes.clear()

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


def _in_several(runs: Sequence[Path]) -> pl.Series:
    """The values that stand more than once in the sorted runs, a range of values at a time."""
    import numpy as np

    bounds = np.linspace(0, 2.0**64, RANGES + 1)[1:-1].astype(np.uint64)
    places = []
    for run in runs:
        mapped = np.memmap(run, dtype=np.uint64, mode="r")
        places.append([0, *np.searchsorted(mapped, bounds).tolist(), len(mapped)])
    found = []
    for number in range(RANGES):
        pieces = [
            _piece(run, place[number], place[number + 1])
            for run, place in zip(runs, places, strict=True)
        ]
        values = np.sort(np.concatenate(pieces))
        found.append(np.unique(values[1:][values[1:] == values[:-1]]))
    return pl.Series(np.concatenate(found))


def _piece(run: Path, begin: int, end: int) -> np.ndarray:
    import numpy as np

    return np.fromfile(run, dtype=np.uint64, count=end - begin, offset=begin * 8)


def without(part: Path, dropped: pl.DataFrame, key: Sequence[str]) -> pl.DataFrame:
    """The rows of a part that are not among the dropped ones."""
    on = ["row_no", *key]
    return pl.read_parquet(part, glob=False).join(
        dropped.select(on), on=on, how="anti", nulls_equal=True
    )


def _hash(key: list[str]) -> pl.Expr:
    return pl.struct(key).hash(seed=0)
