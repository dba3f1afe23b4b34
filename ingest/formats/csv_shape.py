"""An exact look at how a CSV file is built: its quotes, the ends of its rows, the cells in each.

What readers of CSV pass over in silence, each in its own way (a quote within a value, text behind
a closing quote, a row ended by a carriage return, a cell too few), is found here with its row.
The file is looked through in blocks and by counting, several times faster than value by value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ingest.sentences.form import Sentence, sentence

BLOCK = 4 * 1024 * 1024
#: Below as many columns a line break in a text may well leave lines that look like rows.
FEWEST_COLUMNS = 4

_QUOTE, _LF, _CR = b'"\n\r'
_DOUBLED = sentence("write values that hold a quote in quotes, with each quote in them doubled")
_WHOLE = sentence(
    "write every cell of every row, and quote values that hold the mark between cells"
)

Marks = npt.NDArray[np.bool_]


class Flaw(NamedTuple):
    """The first row that is not built like the others, what is wrong with it, and what to do."""

    row: int
    reason: Sentence
    fix: Sentence


def first_flaw(path: Path, delimiter: str, width: int, quoted: bool = True) -> Flaw | None:
    """The first flaw of a UTF-8 file whose rows have `width` cells, counted from the header, row 1.

    Cells are as RFC 4180 has them: quoted whole or not at all, a quote in them doubled. Not
    `quoted`: a quote is a letter like any other. Empty lines are rows, but may be empty.
    """
    look = _Look(ord(delimiter), width, _QUOTE if quoted else -1)
    for before, block, after in _blocks(path):
        if found := look.at(before, block, after):
            return found
    if look.is_open:
        return Flaw(look.row, sentence("opens a quote that is never closed"), _DOUBLED)
    return None


def has_quoted_cells(path: Path, delimiter: str) -> bool:
    """Whether any cell begins with a quote, so that quotes of the file enclose cells."""
    begun = [mark + b'"' for mark in (delimiter.encode(), b"\n")]
    return any(
        mark in before + block + after for before, block, after in _blocks(path) for mark in begun
    )


def _blocks(path: Path) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Each block with the two bytes before it and the one after; the last ends in a line break."""
    before, left = b"\n\n", b""
    with path.open("rb") as handle:
        while block := handle.read(BLOCK):
            left += block
            if len(left) > 1:
                yield before, left[:-1], left[-1:]
                before, left = (before + left)[-3:-1], left[-1:]
    yield before, left + (b"" if left == b"\n" else b"\n"), b"\n"


class _Block:
    """One block of the file: its marks (quotes, separators, ends of lines) and where they stand."""

    def __init__(
        self, before: bytes, block: bytes, after: bytes, delimiter: int, quote: int, is_open: bool
    ) -> None:
        self.text = np.frombuffer(before + block + after, np.uint8)
        inner = self.text[2:-1]
        is_mark = (inner == delimiter) | (inner == _LF) | (inner == _CR)
        if quote >= 0:
            is_mark |= inner == quote
        self.places = np.flatnonzero(is_mark) + 2
        self.kinds = self.text[self.places]
        self.quotes = self.kinds == quote
        turns = np.bitwise_xor.accumulate(self.quotes)
        self.inside = turns ^ self.quotes ^ is_open
        self.is_open = is_open ^ bool(turns[-1]) if turns.size else is_open
        self.breaks = self.kinds == _LF
        self.ends = self.breaks & ~self.inside

    def rows_before(self, mark: int) -> int:
        """How many rows of the block end before a mark."""
        return int(np.count_nonzero(self.ends[:mark]))


@dataclass
class _Look:
    """What is known of the file up to the block that comes next."""

    delimiter: int
    width: int
    quote: int
    row: int = 1
    is_open: bool = False
    separators: int = 0  # of the row so far
    separators_of_line: int = 0
    lines: int = 0  # ended in the row so far, in quotes
    lines_alike: int = 0  # of these, the ones that look like a row

    def at(self, before: bytes, block: bytes, after: bytes) -> Flaw | None:
        """The first flaw of one block."""
        here = _Block(before, block, after, self.delimiter, self.quote, self.is_open)
        found = [
            self._stray_quote(here),
            self._bare_return(here),
            self._uneven(here),
            self._rows_in_quotes(here),
        ]
        self.row += here.rows_before(here.kinds.size)
        self.is_open = here.is_open
        return min((one for one in found if one), key=lambda one: one.row, default=None)

    def _stray_quote(self, here: _Block) -> Flaw | None:
        if not here.quotes.any():
            return None
        quotes = np.flatnonzero(here.quotes)
        places, closes = here.places[quotes], here.inside[quotes]
        beside = here.text[places + np.where(closes, 1, -1)]
        fits = (beside == self.delimiter) | (beside == _LF) | (beside == _QUOTE)
        stray = _first(~fits & ~(closes & (beside == _CR)))
        if stray is None:
            return None
        reason = sentence("has a quote within a value that does not begin with one")
        if closes[stray]:
            reason = sentence("has text behind the quote that closes a value")
        return Flaw(self.row + here.rows_before(quotes[stray]), reason, _DOUBLED)

    def _bare_return(self, here: _Block) -> Flaw | None:
        returns = np.flatnonzero((here.kinds == _CR) & ~here.inside)
        bare = _first(here.text[here.places[returns] + 1] != _LF)
        if bare is None:
            return None
        reason = sentence("holds a bare carriage return, where another row may begin")
        row = self.row + here.rows_before(returns[bare])
        return Flaw(row, reason, sentence("end each row with a line feed (LF or CRLF)"))

    def _uneven(self, here: _Block) -> Flaw | None:
        is_separator = (here.kinds == self.delimiter) & ~here.inside
        counted = here.kinds[is_separator | here.ends]
        ends = np.flatnonzero(counted == _LF)
        counts = np.diff(ends, prepend=-1) - 1
        left = int(counted.size - (ends[-1] + 1 if ends.size else 0))
        if ends.size:
            counts[0] += self.separators
            self.separators = left
        else:
            self.separators += left
        odd = np.flatnonzero(counts != self.width - 1)
        place = here.places[here.ends][odd]
        behind = here.text[place - 1]
        is_empty = (behind == _LF) | ((behind == _CR) & (here.text[place - 2] == _LF))
        uneven = _first(~is_empty)
        if uneven is None:
            return None
        row = int(odd[uneven])
        reason = sentence(
            "has {fields} fields where the header has {header}",
            fields=counts[row] + 1,
            header=self.width,
        )
        return Flaw(self.row + row, reason, _WHOLE)

    def _rows_in_quotes(self, here: _Block) -> Flaw | None:
        """A row each line of which would be a row by itself: a quote is lost or stray."""
        counted = here.kinds[(here.kinds == self.delimiter) | here.breaks]
        breaks = np.flatnonzero(counted == _LF)
        counts = np.diff(breaks, prepend=-1) - 1
        left = int(counted.size - (breaks[-1] + 1 if breaks.size else 0))
        if not breaks.size:
            self.separators_of_line += left
            return None
        counts[0] += self.separators_of_line
        self.separators_of_line = left
        if self.width < FEWEST_COLUMNS or not (self.lines or (here.breaks & here.inside).any()):
            return None
        return self._lines_alike(here, counts == self.width - 1)

    def _lines_alike(self, here: _Block, alike: Marks) -> Flaw | None:
        is_end = here.ends[here.breaks]
        row = np.cumsum(is_end) - is_end
        size = int(is_end.sum()) + 1
        lines = np.bincount(row, minlength=size)
        like_rows = np.bincount(row, weights=alike, minlength=size).astype(np.int64)
        lines[0] += self.lines
        like_rows[0] += self.lines_alike
        self.lines, self.lines_alike = int(lines[-1]), int(like_rows[-1])
        found = _first((lines[:-1] > 1) & (lines[:-1] == like_rows[:-1]))
        if found is None:
            return None
        reason = sentence(
            "holds {n} lines in quotes, each of which looks like a row", n=lines[found]
        )
        return Flaw(
            self.row + found, reason, sentence("look for a quote too many or too few in it")
        )


def _first(marked: Marks) -> int | None:
    """The place of the first mark, if any."""
    place = int(np.argmax(marked)) if marked.size else 0
    return place if marked.size and marked[place] else None
