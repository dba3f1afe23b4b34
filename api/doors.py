"""What every request passes: by which name it asks for this machine, with what token, how often."""

import ipaddress
import socket
import time
from collections import OrderedDict

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import tokens
from api.errors import Refused, response
from api.settings import Settings
from warehouse.errors import TrackerError

#: Askers whose rate is remembered; the ones not heard of for longest are forgotten.
REMEMBERED = 10_000


class Doors:
    """Lets a request in, or says why not; marks every answer as none to be guessed at or framed."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._names = {"localhost", socket.gethostname().lower(), *settings.hosts}
        self._origins = settings.origins
        self._locked = settings.locked
        self._by_address = Buckets(settings.rate)
        self._by_token = Buckets(settings.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass it on, or answer it."""
        try:
            self._let_in(scope)
        except TrackerError as refused:
            await response(refused, scope["path"])(scope, receive, send)
            return

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Cross-Origin-Resource-Policy"] = "same-origin"
                headers["Referrer-Policy"] = "no-referrer"
            await send(message)

        await self._app(scope, receive, marked)

    def _let_in(self, scope: Scope) -> None:
        """Raises Refused when it may not come in."""
        headers = Headers(scope=scope)
        self._check_names(headers)
        _check_rate(self._by_address, (scope.get("client") or ("",))[0], "your address", scope)
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        if path == tokens.OPEN or self._only_asks_whether_it_may(scope) or not self._locked():
            return
        token = tokens.holder(headers, path)
        _check_rate(self._by_token, token.sha256, "your token", scope)

    def _check_names(self, headers: Headers) -> None:
        host = headers.get("host", "")
        if not self._is_ours(host):
            # A page elsewhere whose name was made to lead here must not read what it likes.
            raise Refused(
                421,
                "unknown_host",
                f"This server does not go by the name {host[:100]!r}",
                "Host",
                "Ask by its address, or let whoever runs it add the name to TRACKER_API_HOSTS.",
            )
        if _comes_from_another_site(headers) and headers.get("origin") not in self._origins:
            raise Refused(
                403,
                "another_site",
                "A page of another site asks",
                "Sec-Fetch-Site",
                "Open the address itself, or let whoever runs it add the site to "
                "TRACKER_API_ORIGINS.",
            )

    def _only_asks_whether_it_may(self, scope: Scope) -> bool:
        """A browser's question before a page of a named site asks; it can bring no token."""
        return scope["method"] == "OPTIONS" and bool(self._origins)

    def _is_ours(self, host: str) -> bool:
        name = host.lower()
        if not name.endswith("]"):
            before, colon, port = name.rpartition(":")
            name = before if colon and port.isdigit() else name
        if name.strip("[]") in self._names or "*" in self._names:
            return True
        try:
            ipaddress.ip_address(name.strip("[]"))
        except ValueError:
            return False
        return True


def _check_rate(buckets: "Buckets", asker: str, said: str, scope: Scope) -> None:
    seconds = buckets.seconds_to_wait(asker)
    if seconds:
        raise Refused(
            429,
            "too_many_requests",
            f"More requests come from {said} than are answered",
            scope["path"],
            "Wait as Retry-After says; ask for more rows at once instead.",
            retry_after=seconds,
        )


def _comes_from_another_site(headers: Headers) -> bool:
    """A page that makes a browser load us from within; a link that is followed is no such thing."""
    return (
        headers.get("sec-fetch-site") == "cross-site"
        and headers.get("sec-fetch-mode") != "navigate"
    )


class Buckets:
    """A bucket of drops for each asker: a request takes one, and so many come a second."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def seconds_to_wait(self, asker: str) -> int:
        """0 when the request may pass, else whole seconds until one may."""
        if not self._rate:
            return 0
        now = time.monotonic()
        most = 2.0 * self._rate
        drops, then = self._buckets.pop(asker, (most, now))
        drops = min(most, drops + (now - then) * self._rate)
        passes = drops >= 1
        self._buckets[asker] = (drops - passes, now)
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        return 0 if passes else 1
