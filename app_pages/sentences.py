"""What the ledger says of a file in English sentences, in the language of the page.

Each sentence was made from a form with named places, `{n} figures of {metric}`; the forms are the
texts of one catalogue. The form is found again and told in Chinese, its places filled in as they
were: names and numbers stay, words are translated. What fits no form, such as a vendor's own words
or a sentence of another release, is shown as it was said.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from itertools import islice

from app_pages import formats, growth_words, language, metrics
from app_pages.language import N_, _, is_chinese

CATALOGUE = "sentences.po"
#: More than this was not made of our forms alone: it is shown as it is, not searched.
MOST_LETTERS, MOST_PARTS, MOST_ENDS = 6000, 40, 5
#: How an error is written: what is wrong, where, and what to do.
ERROR = "{problem} ({where}). {fix}"
VERDICTS = {"fits": N_("fits: "), "odd": N_("odd: "), "broken": N_("broken: ")}

Words = Callable[[str], str | None]


def worded(said: str | None) -> str:
    """A sentence, or several joined by a semicolon; nothing where nothing is said."""
    if not said or not is_chinese() or len(said) > MOST_LETTERS:
        return said or ""
    return _chinese(said) or said


def with_verdict(proof: str) -> tuple[str, str]:
    """A proof as the ledger has it, `odd: …`: its verdict as a word of code, and its sentence."""
    verdict, _colon, text = proof.partition(": ")
    return verdict, worded(text)


def held_against(proofs: list[str] | None) -> str:
    """Every proof of a file with its verdict, in one line."""
    told = map(with_verdict, proofs or [])
    return _("; ").join(_(VERDICTS[verdict]) + text for verdict, text in told)


@lru_cache(maxsize=4096)
def _chinese(said: str) -> str | None:
    """The same in Chinese, or None where a part of it fits no form."""
    return _error(said) or _one(said) or _several("; ")(said)


def _one(said: str) -> str | None:
    form, words = found(said)
    return _(form).format(**words) if form else None


def found(said: str) -> tuple[str, dict[str, str]]:
    """The form that a sentence was made from and what stands in its places, as the page has it;
    an empty one where none fits.
    """
    for form, pattern in _forms():
        if match := pattern.fullmatch(said):
            words = {name: in_place(name, text) for name, text in match.groupdict().items()}
            known = {name: word for name, word in words.items() if word is not None}
            if len(known) == len(words):
                return form, known
    return "", {}


def _error(said: str) -> str | None:
    """An error; brackets may stand in what is wrong, and in the name of the file."""
    for begin in (place.start() for place in islice(re.finditer(r" \(", said), MOST_PARTS)):
        problem = _one(said[:begin])
        ends = re.finditer(r"\)\. ", said[begin:]) if problem else iter(())
        for end in islice(ends, MOST_ENDS):
            fix = _begun_small(said[begin + end.end() :])
            if fix:
                where = said[begin + 2 : begin + end.start()]
                return _(ERROR).format(problem=problem, where=where, fix=fix)
    return None


@cache
def _forms() -> list[tuple[str, re.Pattern[str]]]:
    """Every form with the pattern of what it makes, those that say most by themselves first."""
    forms = [
        message.id
        for message in language.read(language.CATALOGUES / CATALOGUE)
        if message.id and isinstance(message.id, str) and message.id != ERROR
    ]
    forms.sort(key=lambda form: len(re.sub(r"\{\w+\}", "", form)), reverse=True)
    return [(form, re.compile(_pattern(form), re.DOTALL)) for form in forms]


def _pattern(form: str) -> str:
    made, known = "", set[str]()
    for number, part in enumerate(re.split(r"\{(\w+)\}", form)):
        if number % 2 == 0:
            made += re.escape(part)
        elif part in known:
            made += f"(?P={part})"
        else:
            made += f"(?P<{part}>{_PLACES.get(part, _AS_IT_IS)[0]})"
            known.add(part)
    return made


def in_place(name: str, text: str) -> str | None:
    """What stands in a place as the page has it; None where it should be a sentence and is none."""
    return _PLACES.get(name, _AS_IT_IS)[1](text)


def _several(joined_by: str) -> Words:
    """What reads sentences joined so; a sentence may hold the same mark itself."""

    def read(said: str) -> str | None:
        parts = said.split(joined_by)
        if len(parts) > MOST_PARTS:
            return None

        @cache
        def rest(start: int) -> tuple[str, ...] | None:
            if start == len(parts):
                return ()
            for end in range(start + 1, len(parts) + 1):
                one = _one(joined_by.join(parts[start:end]))
                after = rest(end) if one else None
                if one and after is not None:
                    return (one, *after)
            return None

        found = rest(0)
        return None if found is None else _(joined_by).join(found)

    return read


def _begun_small(said: str) -> str | None:
    """A sentence that stands behind a full stop may have been written with a small letter."""
    return _one(said) or _one(said[:1].lower() + said[1:])


def _examples(text: str) -> str:
    """What stood in the file, in quotes; what did not is nothing."""
    return re.sub(r"(^|, )nothing(?=$|, )", lambda found: found[1] + _("nothing"), text)


def _where(text: str) -> str:
    """One series or more: `ios, US; android, WW`, with the month or without."""
    return _("; ").join(_(", ").join(map(_named, one.split(", "))) for one in text.split("; "))


def _named(text: str) -> str:
    """A platform, the world or a month by its name; an app or a country as it is."""
    if re.fullmatch(_MONTH, text):
        return _month(text)
    return growth_words.country_name(growth_words.platform_name(text))


def _month(text: str) -> str:
    return formats.month(date.fromisoformat(f"{text}-01"))


def _day(text: str) -> str:
    return formats.short_day(date.fromisoformat(text))


_NUMBER, _SHARE, _MONTH = r"[\d.,e+-]+", r"[\d.,e+-]+%", r"\d{4}-\d\d"
_AS_IT_IS: tuple[str, Words] = (r".+?", str)
_SERIES = rf"[a-z]+, [A-Z]{{2}}(?:, {_MONTH})?"
#: Place → what may stand in it, and how the page has it; any other holds names or other words.
_PLACES: dict[str, tuple[str, Words]] = {
    **dict.fromkeys(
        (
            *("n", "all", "same", "gone", "nothing", "older", "again", "lack", "had", "known"),
            *("times", "low", "high", "now", "before", "most", "due", "row", "other_row"),
            *("line", "byte", "size", "fields", "header", "number", "character"),
            *("column_no", "place_no"),
        ),
        (_NUMBER, str),
    ),
    **dict.fromkeys(("app", "unit"), (r"\S+", str)),
    "share": (_SHARE, str),
    "metric": (r"\w+", metrics.within),
    "month": (_MONTH, _month),
    "day": (rf"{_MONTH}-\d\d", _day),
    "place": (_SERIES, _where),
    "series": (rf"{_SERIES}(?:; {_SERIES})*", _where),
    **dict.fromkeys(("one", "another"), (r".+?", _named)),
    **dict.fromkeys(
        ("months", "of_two", "allowed", "problem", "flaw", "hint", "due_words"), (r".+?", _one)
    ),
    **dict.fromkeys(("grain", "said_grain"), (r"\w+", _)),
    "fix": (r".+?", _begun_small),
    "column": (r"[^'\"]{1,80}?", str),
    "rule": (r"must .{1,600}?", _one),
    "examples": (r"(?:nothing|').*?", _examples),
    "names": (r"'.*[')]", str),
    "others": (r".+?", _several(", ")),
    **dict.fromkeys(("questions", "faults", "hints", "unread"), (r".+?", _several("; "))),
}
