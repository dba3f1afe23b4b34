"""Holds the catalogues against the code: `python -m docs.texts` lists what is missing or left over.

`python -m docs.texts missing` writes the missing ones as a catalogue has them, to be translated.
"""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from app_pages import language, sentences
from ingest.sentences import TEMPLATES

ROOT = Path(__file__).parents[1]
FILES = sorted([ROOT / "dashboard.py", *(ROOT / "app_pages").rglob("*.py")])
KEYWORDS = {"_": None, "N_": None, "_n": (1, 2)}
OF_LEDGER = sorted((ROOT / "ingest").rglob("*.py"))
PLACE = re.compile(r"\{(\w*)")

Text = str | tuple[str, str]


@cache
def marked() -> dict[Text, str]:
    """Each text that the pages mark, counted ones as (one, many), with the file it stands in; and
    the forms of what the ledger says.
    """
    found: dict[Text, str] = {}
    for path in FILES:
        for _line, text, _comments, _context in extract_from_file("python", path, KEYWORDS):
            found.setdefault(text, str(path.relative_to(ROOT)))
    return found | forms()


@cache
def forms() -> dict[str, str]:
    """Each form of what the ledger says of files: those of ingest/sentences/, and those that stand
    where they are said, with the file.
    """
    found = dict.fromkeys(TEMPLATES, "ingest/sentences")
    for path in OF_LEDGER:
        for _line, text, _comments, _context in extract_from_file(
            "python", path, {"sentence": None}
        ):
            found.setdefault(text, str(path.relative_to(ROOT)))
    return found


def translated() -> dict[Text, tuple[str, str]]:
    """Each text of the catalogues: what it is in Chinese, and in which file."""
    found: dict[Text, tuple[str, str]] = {}
    for path in sorted(language.CATALOGUES.glob("*.po")):
        for message in language.read(path):
            said = message.string if isinstance(message.string, str) else message.string[0]
            if message.id:
                found[message.id] = said, path.name
    return found


def hidden() -> Iterator[str]:
    """Each text marked within an f-string, where nothing that looks for texts finds it."""
    for path in FILES:
        for place in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(place, ast.JoinedStr):
                for call in ast.walk(place):
                    if (
                        isinstance(call, ast.Call)
                        and isinstance(call.func, ast.Name)
                        and call.func.id in KEYWORDS
                        and isinstance(call.args[0], ast.Constant)
                    ):
                        yield f"within an f-string, {path.name}: {call.args[0].value!r}"


def faults() -> Iterator[str]:
    """A line for each text missing, left over, hidden, or with other places to fill in."""
    yield from hidden()
    known, used, of_ledger = translated(), marked(), forms()
    for text, where in used.items():
        if text not in known or not known[text][0]:
            yield f"missing, of {where}: {text!r}"
        elif text in of_ledger and known[text][1] != sentences.CATALOGUE:
            yield f"to be kept in {sentences.CATALOGUE}, not in {known[text][1]}: {text!r}"
    for text, (said, where) in known.items():
        if text not in used:
            yield f"left over in {where}: {text!r}"
        many = text if isinstance(text, str) else text[1]
        if said and sorted(PLACE.findall(many)) != sorted(PLACE.findall(said)):
            yield f"other places to fill in, in {where}: {text!r} is {said!r}"


def main(arguments: list[str]) -> int:
    """List the faults, or write the missing texts."""
    if not arguments:
        found = list(faults())
        print("\n".join(found) or "Every text is there.")
        return 1 if found else 0
    known, missing = translated(), Catalog(locale="zh_Hant")
    for text, where in marked().items():
        if text not in known:
            missing.add(text, locations=[(where, 0)])
    write_po(sys.stdout.buffer, missing, include_lineno=False, omit_header=True, width=0)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
