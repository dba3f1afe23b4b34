"""What can go wrong, said so that a person can act on it: the problem, where it is, what to do."""

import errno

#: What helps when the system refuses a file; without one of these words, a look at the disk.
_REMEDIES = {
    errno.ENOSPC: "free disk space",
    errno.EDQUOT: "free disk space, or have this user's share of it raised",
    errno.EROFS: "have the disk made writable again",
    errno.EIO: "have the disk looked after: it failed",
    errno.EMFILE: "allow this process more open files (ulimit -n)",
    errno.ENFILE: "close other programs, or allow the system more open files",
}


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


def remedy(error: OSError) -> str:
    """What a person can do about what the system said of a file."""
    return _REMEDIES.get(error.errno or 0, "free disk space or mend the disk")
