"""Whether a request brings a token that is good for what it asks."""

from starlette.datastructures import Headers

from api.errors import Refused
from api.health import route_of
from warehouse import tokens
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.tokens import Token

#: What may be asked without a token: that the process lives, which says nothing of what it holds.
OPEN = "/healthz"
_ASK = "Send `Authorization: Bearer TOKEN`; whoever runs the tracker makes one with `python -m "
_MAKE = f"{_ASK}warehouse token add NAME`."


def holder(headers: Headers, path: str) -> Token:
    """Whose token the request for a path, without the prefix, brings.

    Raises Refused when it brings none, or one that has expired or is for something else.
    """
    kind, _space, text = headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not text.strip():
        raise Refused(401, "no_token", "A token is needed here", "Authorization", _MAKE)
    token = _found(text.strip())
    if token is None:
        raise Refused(401, "unknown_token", "No such token is known", "Authorization", _MAKE)
    if token.has_expired():
        problem = f"The token {token.name!r} expired on {token.expires_at:%Y-%m-%d}"
        raise Refused(401, "token_expired", problem, "Authorization", _MAKE)
    needed = "sql" if route_of(path) == "/api/v1/sql" else "read"
    if needed not in token.scopes:
        fix = f"Ask for a token made with `--scope {needed}`."
        raise Refused(403, "wrong_scope", f"The token is not for {needed}", path, fix)
    return token


def _found(text: str) -> Token | None:
    try:
        return tokens.found(Store.from_env(), text)
    except TrackerError as error:
        fix = "Whoever runs the tracker learns why from `python -m warehouse token list`."
        problem = "The tokens cannot be read, so nobody is let in"
        raise Refused(503, "tokens_unreadable", problem, "Authorization", fix) from error
