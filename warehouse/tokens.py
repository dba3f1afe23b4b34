"""Tokens of the API: made here, shown once, and kept as hashes only.

A token is 256 random bits. Nobody can try so many, so one sha256 of it keeps it: the slow and
salted hashes of passwords are for words that people choose, and would slow every request down.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from filelock import Timeout

from warehouse import clock
from warehouse.errors import Busy, TrackerError
from warehouse.files import write_durably
from warehouse.locks import held
from warehouse.paths import Store, unusable

#: What a token may be for: everything but SQL, and SQL.
SCOPES = ("read", "sql")
LONGEST_NAME = 60
MOST_DAYS = 3650
#: What each token begins with, so that a scan for leaked secrets knows it.
PREFIX = "tracker_"


@dataclass(frozen=True)
class Token:
    """Whose it is and what it is for; the token itself is not known here."""

    name: str
    scopes: tuple[str, ...]
    made_at: datetime
    expires_at: datetime
    sha256: str

    def has_expired(self) -> bool:
        """Whether its last moment is over."""
        return clock.now() >= self.expires_at


def add(store: Store, name: str, scopes: Sequence[str], days: int) -> str:
    """Make a token of that name, and return it: no other call can.

    Raises TrackerError for a name that is taken or unreadable, scopes or days that cannot be.
    """
    _check(name, scopes, days)
    text = PREFIX + secrets.token_urlsafe(32)
    now = clock.now().replace(microsecond=0)
    made = Token(name, tuple(scopes), now, now + timedelta(days=days), _sha256(text))

    def added(tokens: list[Token]) -> list[Token]:
        if any(token.name == name for token in tokens):
            fix = f"Take another name, or first run `python -m warehouse token revoke {name!r}`."
            raise TrackerError("There is a token of that name", name, fix)
        return [*tokens, made]

    _change(store, added)
    return text


def revoke(store: Store, name: str) -> None:
    """Forget the token of that name; from the next request on it opens nothing.

    Raises TrackerError when there is none.
    """

    def rest(tokens: list[Token]) -> list[Token]:
        kept = [token for token in tokens if token.name != name]
        if len(kept) == len(tokens):
            fix = "See the names with `python -m warehouse token list`."
            raise TrackerError("There is no token of that name", name, fix)
        return kept

    _change(store, rest)


def listed(store: Store) -> list[Token]:
    """Every token, expired ones too, in the order they were made.

    Raises TrackerError when the file cannot be read: then nobody is let in.
    """
    try:
        rows = json.loads(store.tokens.read_bytes())
        return [_read(row) for row in rows]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise unusable(store.tokens, error) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        fix = "Remove the file and make the tokens anew with `python -m warehouse token add`."
        raise TrackerError("The tokens cannot be read", str(store.tokens), fix) from error


def found(store: Store, text: str) -> Token | None:
    """The token that this text is, expired or not; each is compared, in a time that tells nothing.

    Raises TrackerError when the file cannot be read.
    """
    digest = _sha256(text).encode()
    tokens = listed(store)
    same = [token for token in tokens if hmac.compare_digest(token.sha256.encode(), digest)]
    return same[0] if same else None


def _change(store: Store, changed: Callable[[list[Token]], list[Token]]) -> None:
    """Write what becomes of the tokens, one change at a time."""
    try:
        store.state.mkdir(parents=True, exist_ok=True)
        with held(store.state / "tokens.lock", seconds=10):
            rows = [asdict(token) for token in changed(listed(store))]
            content = json.dumps(rows, ensure_ascii=False, indent=1, default=datetime.isoformat)
            write_durably(store.tokens, content.encode(), mode=0o600)
    except Timeout as error:
        fix = "Run the command again."
        raise Busy("Somebody else changes the tokens", str(store.tokens), fix) from error
    except OSError as error:
        raise unusable(store.tokens, error) from error


def _check(name: str, scopes: Sequence[str], days: int) -> None:
    if not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        fix = f"Write 1 to {LONGEST_NAME} letters, such as the name of who will use it."
        raise TrackerError("A token needs a name", repr(name), fix)
    if not scopes or set(scopes) - set(SCOPES):
        raise TrackerError(
            "A token is for read, for sql or for both", "--scope", "Write --scope read,sql."
        )
    if not 1 <= days <= MOST_DAYS:
        fix = f"Write a whole number from 1 to {MOST_DAYS}."
        raise TrackerError("A token must expire", "--days", fix)


def _read(row: dict[str, object]) -> Token:
    """One token of the file; raises what its caller expects of a row that is none."""
    name, digest, scopes = row["name"], row["sha256"], row["scopes"]
    if not (isinstance(name, str) and isinstance(digest, str) and isinstance(scopes, list)):
        raise TypeError(row)
    made, expires = (datetime.fromisoformat(str(row[key])) for key in ("made_at", "expires_at"))
    if made.tzinfo or expires.tzinfo:
        raise ValueError(row)
    return Token(name, tuple(str(scope) for scope in scopes), made, expires, digest)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
