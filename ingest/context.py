"""What is known of a file beside its bytes: its source, its name, its own time, what people said.

Nothing is guessed: what neither the file nor these say is a question, and the file waits for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ingest.config import Source
from ingest.sentences.form import Sentence, joined
from ingest.sentences.reasons import ANSWER, ASKED, QUESTIONS
from warehouse.errors import TrackerError

_DAY = re.compile(r"(?<!\d)(20\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_MODEL = re.compile(
    r"(?<![a-z])model[-_]?(v?\d[a-z0-9.-]*?)(?=_|\s|(?:\.[a-z]\w*)+$|$)", re.IGNORECASE
)


class Question(TrackerError):
    """The file cannot be read right without a word from a person; it waits for that word."""

    def __init__(
        self, missing: Mapping[str, Sentence], name: str, asked: Sequence[str] | None = None
    ) -> None:
        """What is missing by the word that says it, and the file's name; `asked` are the keys an
        answer has, where they are others than the words: `app NAME` for each app nobody knows.
        """
        options = " ".join([repr(name), *(f"--{key.replace('_', '-')} …" for key in missing)])
        asking = QUESTIONS(questions=joined(missing.values()))
        super().__init__(asking, name, ANSWER(options=options))
        self.missing = dict(missing)
        self.asked = list(missing if asked is None else asked)


@dataclass(frozen=True)
class Context:
    """One file's surroundings."""

    source: Source
    name: str  # the file's own name
    file_day: date | None = None  # day of the file's last change, as it was first seen
    fetched_day: date | None = None  # day it was fetched, when the tracker fetched it
    said: Mapping[str, str] = field(default_factory=dict)  # what people answered about it
    released: bool = False  # somebody looked at what is odd about it and lets it in

    def word(self, key: str) -> str | None:
        """What a person said of this file, else what its source is configured to be."""
        told = self.said.get(key) or getattr(self.source, key, None)
        return None if told is None else str(told)

    def as_of(self) -> str | None:
        """The day its figures were said, by the answer given or the source's rule."""
        rule = self.source.as_of
        days = {"file time": self.file_day, "fetched": self.fetched_day}
        if "as_of" in self.said:
            return self.said["as_of"]
        if isinstance(rule, date):
            return rule.isoformat()
        if rule == "file name":
            return self.day_in_name()
        day = days.get(rule)
        return day.isoformat() if day else None

    def vendor_model(self) -> str | None:
        """The version of the vendor's model, by the answer given or the source's rule."""
        rule = self.source.vendor_model
        if told := self.said.get("vendor_model"):
            return told
        if rule == "file name":
            found = _MODEL.search(self.name)
            return found[1] if found and not _DAY.search(found[1]) else None
        return None if rule == "ask" else rule

    def require_vendor_model(self) -> None:
        """Raise Question when the source wants to know the model and nothing says it."""
        if self.source.vendor_model in ("ask", "file name") and self.vendor_model() is None:
            raise Question({"vendor_model": ASKED["vendor_model"]()}, self.name)

    def day_in_name(self) -> str | None:
        """The last date in the file's name, such as feed_2026-11-02.csv or S_D_20261102.txt."""
        dates = _DAY.findall(self.name)
        return "-".join(dates[-1]) if dates else None

    def require(self, *keys: str) -> dict[str, str]:
        """The words for all the keys; as_of by its rule.

        Raises Question that asks for everything missing at once.
        """
        words = {key: self.as_of() if key == "as_of" else self.word(key) for key in keys}
        missing = {key: ASKED[key]() for key, word in words.items() if word is None}
        if missing:
            raise Question(missing, self.name)
        return {key: word for key, word in words.items() if word is not None}
