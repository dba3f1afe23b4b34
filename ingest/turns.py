"""Which time an address says the same bytes: taken back and said again is a statement of its own.

An address that said A, then B, and now A again says A today. Were the bytes taken for those of the
first time, B would stand for the truth from then on.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ingest.label import Label, labels_of_source, new_label, read_label, snapshot_id, write_label
from ingest.ledger import recorded
from ingest.record import LOADED
from ingest.sources import Candidate
from warehouse.paths import Store


class _Said(NamedTuple):
    """Bytes that a place said."""

    seen_at: str
    sha256: str
    turn: int


@dataclass(frozen=True)
class Turns:
    """Gives each file of one run its label."""

    store: Store
    #: source → place → what it said; read once, when something comes again.
    _said: dict[str, dict[str, list[_Said]]] = field(default_factory=dict)

    def label(self, candidate: Candidate, sha256: str) -> Label:
        """The label of landed bytes, made when they are new to their source or said anew."""
        source_id = candidate.source.source_id
        known = read_label(self.store, source_id, sha256, candidate.turn)
        if known and not self._otherwise_since(candidate, sha256, known.seen_at):
            return known
        fetched = candidate.fetched_at, candidate.suspicion
        label = new_label(source_id, candidate.origin, candidate.path, *fetched)
        label = replace(label, place=candidate.place)
        if known:
            label = _said_anew(label, known)
        write_label(self.store, sha256, label)
        if source_id in self._said:
            self._note(label, sha256)
        return label

    def forget(self) -> None:
        """Read the labels again when they are next needed."""
        self._said.clear()

    def _otherwise_since(self, candidate: Candidate, sha256: str, moment: str) -> bool:
        """Whether the place these bytes come from has said others since, that count."""
        if candidate.place is None:
            return False
        source_id = candidate.source.source_id
        if source_id not in self._said:
            self._said[source_id] = {}
            for landed, label in labels_of_source(self.store, source_id):
                self._note(label, landed.name)
        said = self._said[source_id]
        here = [one for name in {candidate.place, candidate.origin} for one in said.get(name, [])]
        return any(
            self._counts(source_id, one)
            for one in here
            if one.sha256 != sha256 and one.seen_at > moment
        )

    def _counts(self, source_id: str, said: _Said) -> bool:
        """An error page that was held says nothing, nor does what a person withdrew."""
        known = recorded(self.store, snapshot_id(source_id, said.sha256, said.turn))
        return bool(known and known["outcome"] in LOADED and not known["withdrawn_on"])

    def _note(self, label: Label, sha256: str) -> None:
        place = label.place or label.origin  # labels of earlier releases know no place
        said = self._said[label.source_id].setdefault(place, [])
        said.append(_Said(label.seen_at, sha256, label.turn))


def _said_anew(label: Label, before: Label) -> Label:
    """The next turn's label. What the bytes mean was answered, but for the day they were said;
    whether they count is asked where a person has taken them out.
    """
    answers = [
        {key: word for key, word in told.items() if key != "as_of"}
        for told in before.said
        if "decision" not in told
    ]
    label = replace(label, turn=before.turn + 1, said=answers)
    if day := before.withdrawn_on():
        again = f"the address says again what was withdrawn on {day}"
        label = replace(label, suspicion=label.suspicion or again)
    return label
