"""What one question may use, and how many may be asked at once."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """The defaults are for strangers; `python -m warehouse` gives its own user more."""

    letters: int = 100_000  #: of a query
    seconds: float = 20.0  #: of waiting for the worker; then it is killed
    memory_mb: int = 1024  #: of DuckDB; a worker has half as much again for everything else
    threads: int = 2
    rows: int | None = 10_000  #: of an answer; None: all of them
    answer_mb: int | None = 32  #: of an answer; None: however large
    workers: int = 2  #: questions answered at the same time
    waiting: int = 32  #: questions that may wait for a worker; the next is told to come back
    patience: float = 10.0  #: seconds that one waits for a worker
    spares: int = 1  #: processes kept started, to take the place of one that ended
    questions: int = 1_000  #: after so many a worker makes way for a fresh one


#: For the user of the command line, whose machine it is: one question, all of its answer.
OWN = Limits(seconds=600, memory_mb=2048, rows=None, answer_mb=None, workers=1, spares=0)
