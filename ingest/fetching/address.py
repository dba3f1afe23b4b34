"""Addresses: which texts are one, what moves in them with the day, and how they are said.

A secret stands in an address by its name alone, `{secret:NAME}`, until the moment it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

SCHEMES = ("http", "https", "s3", "gs", "sftp")
WEB = ("http", "https")

_BRACES = re.compile(r"\{([^{}]*)\}")
_MOVING = re.compile(r"(date|month|year)(?:-(\d{1,4}))?(?::((?:%[Ymd]|[-/._])+))?")
_SECRET = re.compile(r"secret:([A-Za-z_][A-Za-z0-9_]*)")
_LISTING = re.compile(r"(listings?):([A-Za-z0-9_-]+)")
_WRITTEN = {"date": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}

#: Names of query parameters and headers whose values are secrets.
_TELLING = re.compile(
    r"token|secret|passw|pwd|signature|credential|cookie|bearer|session|auth(?!ors?(?![a-z]))"
    r"|(api|access|private|subscription|account)[-_]?key|^key$|^sig$",
    re.IGNORECASE,
)


def is_address(text: str) -> bool:
    """Whether a source's file is to be fetched, and is no path on this machine."""
    return scheme_of(text) in SCHEMES


def scheme_of(text: str) -> str:
    """What stands before `://`, or nothing."""
    return text.partition("://")[0].lower() if "://" in text else ""


def is_telling(name: str) -> bool:
    """Whether a parameter or header of this name holds a secret."""
    return bool(_TELLING.search(name))


def secret_names(text: str) -> list[str]:
    """The secrets a text asks for."""
    inside = (_SECRET.fullmatch(content) for content in _BRACES.findall(text))
    return [match[1] for match in inside if match]


def listing_stores(text: str) -> list[str]:
    """The stores of config/apps.toml whose listings a text asks for."""
    inside = (_LISTING.fullmatch(content) for content in _BRACES.findall(text))
    return [match[2] for match in inside if match]


def faults(address: str) -> Iterator[str]:
    """What is wrong with an address as it is configured; no fault repeats what may be secret."""
    yield from template_faults(address)
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        yield "this cannot be read as an address"
        return
    if not host:
        yield "the address names no host"
    if scheme_of(address) in WEB:
        for name, value in parse_qsl(parts.query):
            yield from literal_faults(f"the parameter '{name}' of the address", name, value)
    password = parts.netloc.rpartition("@")[0].partition(":")[2]
    yield from literal_faults("the password in the address", "password", password)


def template_faults(text: str) -> Iterator[str]:
    """What stands in braces and is not known."""
    for content in _BRACES.findall(text):
        if not any(known.fullmatch(content) for known in (_MOVING, _SECRET, _LISTING)):
            yield (
                f"'{{{content}}}' is not known; write {{date}}, {{date-7}}, {{month-3}}, {{year}},"
                " with a form such as {date:%Y%m%d}, {listings:STORE} or {secret:NAME}"
            )


def literal_faults(what: str, name: str, value: str) -> Iterator[str]:
    """A secret that is written out where its name belongs."""
    if value and is_telling(name) and not secret_names(value):
        yield (
            f"{what} is a secret: write {{secret:NAME}} in its place, and the secret itself into"
            " the environment variable NAME or into config/secrets.toml"
        )


def with_query(address: str, query: Mapping[str, str]) -> str:
    """The address with these parameters, in place of ones of the same name."""
    parts = urlsplit(address)
    kept = [pair for pair in parts.query.split("&") if pair.partition("=")[0] not in query]
    added = [f"{quote(name)}={_quoted(value)}" for name, value in query.items()]
    return urlunsplit(parts._replace(query="&".join(filter(None, [*kept, *added]))))


def _quoted(value: str) -> str:
    """A value fit for an address, with what stands in braces left as it is."""
    pieces = re.split(r"(\{[^{}]*\})", value)
    return "".join(p if p.startswith("{") else quote(p, safe=",:") for p in pieces)


def for_listings(address: str, listings: Mapping[str, Sequence[str]]) -> list[str]:
    """One address for each `{listing:STORE}`; `{listings:STORE}` is all of them, with commas."""
    found = next((m for c in _BRACES.findall(address) if (m := _LISTING.fullmatch(c))), None)
    if found is None:
        return [address]
    ids = [quote(one, safe="") for one in listings.get(found[2], ())]
    words = ids if found[1] == "listing" else [",".join(ids)] if ids else []
    written = "{" + found[0] + "}"
    return [
        whole for word in words for whole in for_listings(address.replace(written, word), listings)
    ]


def on_day(text: str, day: date, leave: Sequence[str] = ()) -> str:
    """The text with its dates of that day; those of the kinds to leave stay as written."""

    def written(match: re.Match[str]) -> str:
        found = _MOVING.fullmatch(match[1])
        if found is None or found[1] in leave:
            return match[0]
        kind, back, form = found[1], int(found[2] or 0), found[3]
        return _moved(day, kind, back).strftime(form or _WRITTEN[kind])

    return _BRACES.sub(written, text)


def window(address: str, day: date) -> str:
    """What the amount of one fetch is compared under: a window of days stays as long as it moves,
    one that begins with a month or year begins again.
    """
    return on_day(address, day, leave=["date"])


def _moved(day: date, kind: str, back: int) -> date:
    if kind == "date":
        return day - timedelta(days=back)
    if kind == "year":
        return date(day.year - back, 1, 1)
    months = day.year * 12 + day.month - 1 - back
    return date(months // 12, months % 12 + 1, 1)


def origin_of(address: str) -> str:
    """The address as tables and messages say it: no user, no password, no secret parameter."""
    parts = urlsplit(address) if scheme_of(address) in WEB else None
    if parts is None:
        scheme, _, rest = address.partition("://")
        host, slash, path = rest.partition("/")
        return _BRACES.sub("…", f"{scheme}://{host.rpartition('@')[2]}{slash}{path}")
    pairs = [
        pair
        for pair in parts.query.split("&")
        if not is_telling(pair.partition("=")[0]) and not secret_names(pair)
    ]
    host = parts.netloc.rpartition("@")[2]
    said = urlunsplit((parts.scheme, host, parts.path, "&".join(pairs), ""))
    return _BRACES.sub("…", said)


def name_of(origin: str) -> str:
    """A file's own name: of a web address all that follows the host, for what a vendor is asked
    stands in it; of any other its last part.
    """
    if scheme_of(origin) in WEB:
        return origin.partition("://")[2].partition("/")[2] or origin
    return PurePosixPath(origin).name


def same_host(one: str, other: str) -> bool:
    """Whether two web addresses lead to the same scheme, host and port."""
    return _site(one) == _site(other)


def _site(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return parts.scheme, parts.hostname, parts.port or usual
