"""A sentence that is kept with a file, as a template with named places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

#: What a form said, or several of them joined; nothing else is one.
Sentence = NewType("Sentence", str)


@dataclass(frozen=True)
class Form:
    """One way to say something of a file: `{n} figures of {metric}`."""

    template: str

    def __call__(self, **places: object) -> Sentence:
        """The sentence with its places filled in.

        Raises KeyError when one is missing.
        """
        return Sentence(self.template.format(**places))

    def __add__(self, ending: str) -> Form:
        """The same with more behind it."""
        return Form(self.template + ending)


def joined(sentences: Iterable[Sentence], by: str = "; ") -> Sentence:
    """Several as one."""
    return Sentence(by.join(sentences))


def sentence(template: str, **places: object) -> Sentence:
    """A sentence whose form stands only where it is said; `docs.texts` finds it there."""
    return Form(template)(**places)
