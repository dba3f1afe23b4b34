"""The log of acts: who did what, to what, from where, why, and how it ended.

An act has a line before it is done and one after: what cannot be written down is not done, and an
act that was cut short stands there as begun.
"""

import getpass
import json
import os
import sys
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any

from warehouse import act_log
from warehouse.errors import TrackerError
from warehouse.paths import Store

#: What people do that changes something: the words of the log, explained in docs/who-may-see.md.
VERBS = (
    *("upload", "discard", "load", "enter", "assign", "dismiss"),
    *("answer", "release", "refuse", "withdraw"),
    *("save_view", "delete_view", "test_channel", "send_digest"),
    *("add_mapping", "make_token", "revoke_token", "rebuild", "restore", "configure"),
)
#: From where; `files`: a file of the configuration that was edited on the machine.
PAGE, COMMAND_LINE, FILES = "page", "command line", "files"
#: How an act ended: `begun` has no end, `asked` is left for the next load to carry out.
BEGUN, ASKED, DONE, REFUSED, FAILED = "begun", "asked", "done", "refused", "failed"
OUTCOMES = (BEGUN, ASKED, DONE, REFUSED, FAILED)


@dataclass(frozen=True)
class Doer:
    """Who acts, and from where."""

    who: str
    place: str


@dataclass(frozen=True)
class Deed:
    """What is done, to what, and the stated reason; neither a secret nor a file's content."""

    verb: str
    subject: str
    reason: str | None = None


@dataclass
class Act:
    """One act as the log tells it; `line_no` is its newest line."""

    act_id: str
    began_at: str
    who: str
    place: str
    verb: str
    subject: str
    reason: str | None
    line_no: int
    ended_at: str | None = None
    outcome: str = BEGUN
    problem: str | None = None


def command_line() -> Doer:
    """The user of the system, who typed a command."""
    if sys.platform == "win32":
        return Doer(getpass.getuser(), COMMAND_LINE)
    import pwd  # not there on Windows

    number = os.getuid()
    try:
        return Doer(pwd.getpwuid(number).pw_name, COMMAND_LINE)
    except KeyError:  # a number without a name, as in some containers
        return Doer(f"user {number}", COMMAND_LINE)


class Doing:
    """An act while it is done: it ends as done, or as failed with the error's words."""

    def __init__(self, store: Store, doer: Doer, deed: Deed) -> None:
        self.act_id = uuid.uuid4().hex
        self._store = store
        self._end = DONE
        self._problem: str | None = None
        act_log.add(store, _begun(self.act_id, doer, deed))

    def is_asked(self) -> None:
        """The next load carries it out, and says how it ended."""
        self._end = ASKED

    def has_failed(self, problem: str) -> None:
        """It did not raise, and yet was not done."""
        self._end, self._problem = FAILED, problem

    def __enter__(self) -> "Doing":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        if error is not None:
            with suppress(TrackerError):  # the first error is the one to be told
                end(self._store, self.act_id, FAILED, words(error))
            return
        try:
            end(self._store, self.act_id, self._end, self._problem)
        except TrackerError as unwritten:
            raise TrackerError(
                "It was done, but how it ended could not be written down",
                unwritten.where,
                f"The log of acts has it as begun. What was in the way: {unwritten.problem}.",
            ) from unwritten


def refused(store: Store, doer: Doer, deed: Deed, problem: str) -> None:
    """Write down an act that was tried by who may not do it."""
    act_log.add(
        store, {**_begun(uuid.uuid4().hex, doer, deed), "what": REFUSED, "problem": problem}
    )


def end(store: Store, act_id: str, outcome: str, problem: str | None = None) -> None:
    """Write down how an act ended."""
    act_log.add(store, {"act": act_id, "what": outcome, "problem": problem})


def words(error: BaseException) -> str:
    """What an error says that is meant for people; of any other its kind, for it may say more."""
    if isinstance(error, TrackerError):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return "stopped" if isinstance(error, KeyboardInterrupt) else type(error).__name__


def _begun(act_id: str, doer: Doer, deed: Deed) -> dict[str, Any]:
    assert deed.verb in VERBS, deed.verb
    return {"act": act_id, "what": BEGUN, **vars(doer), **vars(deed)}


def newest(store: Store, most: int) -> list[Act]:
    """The newest acts, the newest first, as far as they stand in the end of the log."""
    return folded(act_log.ending(store))[::-1][:most]


def folded(lines: bytes) -> list[Act]:
    """The acts that the lines tell of, oldest first; a line that cannot be read is passed over."""
    found: dict[str, Act] = {}
    for line in lines.splitlines():
        with suppress(ValueError, KeyError, TypeError, AttributeError, RecursionError):
            _take(json.loads(line), found)
    return list(found.values())


def _take(said: dict[str, Any], found: dict[str, Act]) -> None:
    moment = datetime.fromisoformat(said["moment"]).isoformat(timespec="microseconds")
    act_id, what, no = str(said["act"]), str(said["what"]), int(said["no"])
    if "verb" in said:
        known = {key: str(said[key]) for key in ("who", "place", "verb", "subject")}
        found[act_id] = Act(act_id, moment, reason=said["reason"], line_no=no, **known)
    act = found[act_id]
    if what != BEGUN:
        act.outcome, act.problem, act.line_no = what, said.get("problem"), no
        act.ended_at = None if what == ASKED else moment
