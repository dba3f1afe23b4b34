"""What can go wrong, said so that a person can act on it: the problem, where it is, what to do."""


class TrackerError(Exception):
    """The one base of every error this product raises on purpose."""

    def __init__(self, problem: str, where: str, fix: str) -> None:
        super().__init__(problem, where, fix)
        self.problem = problem
        self.where = where
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.problem} ({self.where}). {self.fix[:1].upper()}{self.fix[1:]}"


class NoWarehouse(TrackerError):
    """Nothing has been published yet; a page shows how to start instead of a failure."""


class StrayWal(TrackerError):
    """Somebody wrote to a published version; it must not be read on, only replaced."""


class Busy(TrackerError):
    """Another process writes to the store; the scheduler tries again, a person is told."""


class CheckFailed(TrackerError):
    """A check returned rows; the draft is discarded and readers keep the version they have."""
