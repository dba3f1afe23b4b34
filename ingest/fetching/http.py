"""One answer from the web, by our rules: time, size, retries, redirects, and whom to tell secrets.

Redirects are followed by hand, for each hop is another machine to check. What the source's
configuration says goes to the host it names and to no other.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

import httpcore
import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_exponential_jitter

from ingest.fetching.address import WEB, origin_of, same_host, scheme_of
from ingest.fetching.hosts import CheckedBackend, look_up
from ingest.fetching.problems import NotFetched, NotYet, TryAgain
from ingest.fetching.secrets import Secrets
from warehouse.clock import now

MOST_HOPS = 5
REDIRECTS = (301, 302, 303, 307, 308)
PASSING = (408, 425, 429, 500, 502, 503, 504)

_FIX = {
    401: "check the secret of the source, and that it has not run out",
    403: "check the secret of the source, and what its account may see",
    404: "check the address; some services answer so while they have nothing of the period",
}


@dataclass(frozen=True)
class Network:
    """What fetching needs of the world outside, so that a test can stand in for it."""

    resolve: Callable[[str, int], list[str]] = look_up
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    whole_seconds: float = 600.0  # for one answer, with all its tries
    longest_wait: float = 120.0  # that a server may ask for between two tries
    tries: int = 5


REAL = Network()


@dataclass(frozen=True)
class Question:
    """One address to ask, secrets filled in; it never leaves this package."""

    address: str
    where: str  # the address as messages say it
    headers: dict[str, str]
    open_headers: dict[str, str]  # those that any host may be told
    known: dict[str, str]  # If-None-Match and If-Modified-Since, when we have an answer already


@dataclass(frozen=True)
class Answer:
    """What came back."""

    unchanged: bool
    content_type: str = ""
    etag: str | None = None
    modified: str | None = None


class Web:
    """Asks the addresses of one source."""

    def __init__(
        self,
        network: Network,
        secrets: Secrets,
        private: bool,
        most_bytes: int,
        before_each: Callable[[], None],
        tell: Callable[[], None],
    ) -> None:
        """`before_each` is called before each call to a server, and may raise to forbid it; `tell`
        while an answer comes, and may raise to stop.
        """
        self._network = network
        self._secrets = secrets
        self._most_bytes = most_bytes
        self._before_each = before_each
        self._tell = tell
        self._ends = 0.0
        backend = CheckedBackend(private, network.resolve, self._seconds_left)
        transport = httpx.HTTPTransport()
        transport._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), network_backend=backend
        )
        times = httpx.Timeout(network.read_seconds, connect=network.connect_seconds)
        self._client = httpx.Client(transport=transport, timeout=times, trust_env=False)

    def close(self) -> None:
        """Let go of its connections."""
        self._client.close()

    def get(self, question: Question, target: Path) -> Answer:
        """Write what the address answers to `target`.

        Raises NotFetched, in which no secret stands, when there is no answer to keep.
        """
        self._ends = self._network.clock() + self._network.whole_seconds
        retrying = Retrying(
            retry=retry_if_exception_type(TryAgain),
            stop=stop_after_attempt(self._network.tries),
            wait=_pause,
            sleep=self._network.sleep,
            reraise=True,
        )
        return retrying(self._once, question, target)

    def _seconds_left(self) -> float:
        return self._ends - self._network.clock()

    def _once(self, question: Question, target: Path) -> Answer:
        """One try. A library's own error holds the address whole, so none is chained to ours."""
        try:
            return self._followed(question, target)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            passing = isinstance(error, httpx.TransportError) and "CERTIFICATE" not in str(error)
            told = self._secrets.scrub(str(error) or type(error).__name__)
        if self._seconds_left() <= 0:
            raise NotFetched(
                f"the answer was not whole after {self._network.whole_seconds:,.0f} seconds",
                question.where,
                "nothing was kept; it is asked again by its schedule",
            )
        kind = TryAgain if passing else NotFetched
        raise kind(
            f"the server gave no whole answer: {told}", question.where, "it is asked again later"
        )

    def _followed(self, question: Question, target: Path) -> Answer:
        """The answer at the end of the redirects."""
        address = question.address
        for _hop in range(MOST_HOPS + 1):
            self._before_each()
            own = same_host(address, question.address)
            headers = {**question.open_headers, **(question.headers if own else {})}
            with self._client.stream(
                "GET", address, headers={**headers, **question.known}
            ) as response:
                self._client.cookies.clear()
                if response.status_code not in REDIRECTS:
                    return self._kept(response, question, target)
                address = self._next_hop(address, response, question)
        raise NotFetched(
            f"the server sends us on more than {MOST_HOPS} times",
            question.where,
            "check the address",
        )

    def _next_hop(self, address: str, response: httpx.Response, question: Question) -> str:
        there: str = urljoin(address, response.headers.get("location", ""))
        shown, problem = origin_of(self._secrets.scrub(there)), None
        if scheme_of(there) not in WEB:
            problem = f"the server sends us to {shown}, which is no web address"
        elif scheme_of(address) == "https" and scheme_of(there) == "http":
            problem = f"the server sends us to {shown}, where anybody could read along"
        elif not same_host(there, question.address) and self._secrets.scrub(there) != there:
            problem = f"the server sends us to {shown} with our secret in the address"
        if problem:
            raise NotFetched(problem, question.where, "nothing was fetched; check the address")
        return there

    def _kept(self, response: httpx.Response, question: Question, target: Path) -> Answer:
        """The content of an answer that is one, in `target`."""
        status, where = response.status_code, question.where
        if status == 304 and question.known:
            return Answer(unchanged=True)
        if status in PASSING:
            raise self._later(response, where)
        if status != 200:
            said = self._said(response)
            raise NotFetched(
                f"the server answers {status} {response.reason_phrase}{said}",
                where,
                _FIX.get(status, "check the address and what it asks for"),
            )
        with target.open("wb") as kept:
            for block in self._secrets.scrubbed(self._bounded(response, where)):
                kept.write(block)
        return Answer(
            unchanged=False,
            content_type=response.headers.get("content-type", ""),
            etag=response.headers.get("etag"),
            modified=response.headers.get("last-modified"),
        )

    def _bounded(self, response: httpx.Response, where: str) -> Iterator[bytes]:
        total = 0
        for block in response.iter_bytes():
            self._tell()
            total += len(block)
            if total > self._most_bytes:
                raise NotFetched(
                    f"the answer is larger than {self._most_bytes / 1e6:,.0f} MB",
                    where,
                    "ask for a shorter period, or raise max_mb of the source",
                )
            yield block

    def _later(self, response: httpx.Response, where: str) -> NotFetched:
        """The server is to be asked again: soon, or by the next run when it says so."""
        wait = _asked_wait(response.headers.get("retry-after"))
        problem = f"the server answers {response.status_code} {response.reason_phrase}"
        if wait is not None and wait > self._network.longest_wait:
            return NotYet(
                f"{problem} and asks to wait {wait:,.0f} seconds",
                where,
                "it is asked again by its schedule",
            )
        return TryAgain(problem, where, "it is asked again by its schedule", wait)

    def _said(self, response: httpx.Response) -> str:
        """The first words of a refusal, where they are words."""
        with suppress(httpx.HTTPError):
            if "html" not in response.headers.get("content-type", "html"):
                text = next(response.iter_text(1000), "")
                words = " ".join(self._secrets.scrub(text).split())[:200]
                return f": {words}" if words.isprintable() and words else ""
        return ""


def _asked_wait(header: str | None) -> float | None:
    """Seconds that a Retry-After asks for: a number, or the time from now to a date."""
    if not header:
        return None
    if header.strip().isdigit():
        return float(header)
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(0.0, (moment.replace(tzinfo=None) - now()).total_seconds())


_backing_off = wait_exponential_jitter(initial=1, max=60, jitter=2)


def _pause(state: RetryCallState) -> float:
    """What the server asked for, else twice as long each time, and never quite the same."""
    failure = state.outcome.exception() if state.outcome else None
    asked = failure.wait if isinstance(failure, TryAgain) else None
    return _backing_off(state) if asked is None else asked
