"""What a look at the data folder found: faults, each with its file and the way out, and counts."""

from collections.abc import Callable
from dataclasses import dataclass, field

from warehouse.errors import TrackerError

#: Takes a line that a person reads while it goes on.
Say = Callable[[str], None]


@dataclass
class Findings:
    """Everything that was found, in the order it was."""

    faults: list[TrackerError] = field(default_factory=list)

    def add(self, problem: str, where: object, fix: str) -> None:
        """Note a fault."""
        self.faults.append(TrackerError(problem, str(where), fix))


def counted(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun: 1 file, 2 files, 1,000 files."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def megabytes(size: float) -> str:
    """A size as people read it."""
    return f"{size / 1e6:,.1f} MB"
