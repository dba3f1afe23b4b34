"""Fetch what a candidate's address holds: files in the store, with what is known of each."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx

from ingest.config import Config, Source
from ingest.fetching import address as addresses
from ingest.fetching.doubt import EMPTY, doubt, records, too_little
from ingest.fetching.files import Elsewhere, Found
from ingest.fetching.http import REAL, Network, Question, Web
from ingest.fetching.memory import Known, Memory
from ingest.fetching.paging import next_address
from ingest.fetching.problems import NotFetched, NotYet
from ingest.fetching.secrets import Secrets
from ingest.landing import digest_of
from ingest.sources import Candidate, is_partial
from warehouse.clock import now, today
from warehouse.paths import Store

MOST_PAGES = 500
#: Who asks, unless a source's headers say it better: they may name somebody to write to.
OPEN_HEADERS = {
    "User-Agent": "app-revenue-tracker/1",
    "Accept": "*/*",
    "Accept-Encoding": "gzip, deflate",
}


@dataclass(frozen=True)
class _Page:
    """One answer of an address: on its way, or in landing since an earlier fetch."""

    path: Path
    key: str
    place: str  # the address as it is configured: the same whatever the day
    origin: str
    known: Known
    asked: str  # the address that gave it, secrets and all
    fresh: bool


@dataclass(frozen=True)
class Fetcher:
    """Fetches for one run."""

    config: Config
    store: Store
    tell: Callable[[], None]  # called while waiting and reading; may raise to stop the run
    network: Network = REAL
    called: dict[str, float] = field(default_factory=dict)  # source → moment of its last call

    @cached_property
    def secrets(self) -> Secrets:
        """Every secret of this configuration."""
        return Secrets(self.config.root)

    def fetch(self, candidate: Candidate) -> Iterator[Candidate]:
        """The files at the candidate's address, each a candidate of its own to take in at once:
        what was fetched is gone when the next one is asked for. An answer that is the same as last
        time comes as the bytes in landing.

        Raises NotFetched when there is nothing to take in.
        """
        assert candidate.address
        self.store.spill.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.store.spill, prefix="fetch-") as work:
            visit = _Visit(self, candidate, candidate.address, Path(work))
            on_web = addresses.scheme_of(candidate.address) in addresses.WEB
            yield from visit.pages() if on_web else visit.files()


class _Visit:
    """One look at one address."""

    def __init__(self, fetcher: Fetcher, candidate: Candidate, address: str, work: Path) -> None:
        self._fetcher = fetcher
        self._candidate = candidate
        self._source: Source = candidate.source
        self._secrets = fetcher.secrets
        self._work = work
        self._memory = Memory(fetcher.store, self._source.source_id)
        self._key = addresses.window(address, today())
        self._address = addresses.on_day(address, today())
        self._most_bytes = self._source.max_mb * 1_000_000

    def pages(self) -> Iterator[Candidate]:
        """Every page of a web address; none of them when one cannot be had."""
        web = Web(
            self._fetcher.network,
            self._secrets,
            self._source.private,
            self._most_bytes,
            self._before_call,
            self._fetcher.tell,
        )
        with closing(web):
            pages = list(self._asked(web))
        names = [addresses.name_of(page.origin) for page in pages]
        counts = [records(page.path, name) for page, name in zip(pages, names, strict=True)]
        count = None if None in counts else sum(number or 0 for number in counts)
        less = too_little(count, self._memory.amount(self._key)) if self._any_new(pages) else None
        doubted = None
        for page, name in zip(pages, names, strict=True):
            alone = len(pages) == 1
            suspicion = doubt(page.path, name, page.known.content_type, alone) or less
            doubted = doubted or (page.known.sha256 if suspicion else None)
            yield self._found(page, suspicion)
        if self._any_new(pages) and count is not None:
            self._memory.keep_amount(self._key, count, doubted)

    def files(self) -> Iterator[Candidate]:
        """Every file that an address of a file system names."""
        options = {key: self._secrets.fill(value) for key, value in self._source.options.items()}
        filled = self._secrets.fill(self._address, quoted=True)
        place = Elsewhere(filled, options, self._secrets, self._most_bytes)
        for found in place.listed():
            if not is_partial(found.path):
                yield self._file(place, found)

    def _file(self, place: Elsewhere, found: Found) -> Candidate:
        key = origin = self._secrets.scrub(found.address)
        before = self._memory.known(key)
        if before and found.mark and before[0].mark == found.mark:
            return self._found(_Page(before[1], key, key, origin, before[0], "", fresh=False), None)
        target = self._work / "file"
        place.download(found, target, self._fetcher.tell)
        if found.changed is not None:
            os.utime(target, (found.changed, found.changed))
        known = Known(digest_of(target), mark=found.mark)
        name = addresses.name_of(origin)
        count = records(target, name)
        suspicion = doubt(target, name, "") or too_little(count, self._memory.amount(key))
        if count is not None:
            self._memory.keep_amount(key, count, known.sha256 if suspicion else None)
        return self._found(_Page(target, key, key, origin, known, "", fresh=True), suspicion)

    def _found(self, page: _Page, suspicion: str | None) -> Candidate:
        self._memory.keep(page.key, page.known)
        moment = datetime.combine(today(), now().time()).isoformat(timespec="seconds")
        return replace(
            self._candidate,
            path=page.path,
            origin=page.origin,
            place=page.place,
            fetched_at=moment,
            suspicion=self._secrets.scrub(suspicion) if suspicion else None,
        )

    def _any_new(self, pages: list[_Page]) -> bool:
        return any(page.fresh for page in pages)

    def _asked(self, web: Web) -> Iterator[_Page]:
        """The pages, one after the other, until the rule of the source says there is no more."""
        written = addresses.with_query(self._address, self._source.query)
        page_of = self._source.page
        if page_of:
            written = addresses.with_query(written, {page_of: "1"})
        written = addresses.on_day(written, today())
        asked, origin = self._secrets.fill(written, quoted=True), addresses.origin_of(written)
        previous = None
        for number in range(1, MOST_PAGES + 1):
            page = self._page(web, number, asked, origin)
            if previous and page_of and self._is_beyond(page, previous):
                return
            yield page
            try:
                own = self._own(written)
                following = next_address(self._source, asked, page.path, number, own)
                if following is None:
                    return
                is_elsewhere = not addresses.same_host(following, asked)
            except ValueError:
                raise NotFetched(
                    "the link to the next page is no address", origin, "check `next` of the source"
                ) from None
            if is_elsewhere:
                raise NotFetched(
                    "the next page is on another host", origin, "check `next` of the source"
                )
            asked, previous = following, page
            origin = addresses.origin_of(self._secrets.scrub(following))
        raise NotFetched(
            f"there are more than {MOST_PAGES} pages", origin, "ask for a shorter period"
        )

    def _own(self, written: str) -> dict[str, str]:
        """The parameters of the address that are secrets; a link in an answer never has them."""
        pairs = parse_qsl(urlsplit(written).query)
        return {name: self._secrets.fill(value) for name, value in pairs if "{secret:" in value}

    def _is_beyond(self, page: _Page, previous: _Page) -> bool:
        """Whether a page after the last one came: an empty one, or the last one once more."""
        if page.known.sha256 == previous.known.sha256:
            return True
        return doubt(page.path, page.origin, page.known.content_type) == EMPTY

    def _page(self, web: Web, number: int, asked: str, origin: str) -> _Page:
        nth = "" if number == 1 else f" page {number}"
        key, place = f"{self._address}{nth}", f"{self._candidate.address}{nth}"
        target = self._work / f"page-{number}"
        before = self._memory.known(key)
        question = self._question(asked, origin, before[0].conditions() if before else {})
        answer = web.get(question, target)
        if answer.unchanged and before:
            return _Page(before[1], key, place, origin, before[0], asked, fresh=False)
        known = Known(
            digest_of(target),
            etag=answer.etag,
            modified=answer.modified,
            content_type=answer.content_type,
        )
        return _Page(target, key, place, origin, known, asked, fresh=True)

    def _question(self, asked: str, origin: str, known: dict[str, str]) -> Question:
        """The address with its user and password where HTTP has them: in a header."""
        headers = {name: self._secrets.fill(value) for name, value in self._source.headers.items()}
        agent = next((name for name in headers if name.lower() == "user-agent"), None)
        told = {**OPEN_HEADERS, **({"User-Agent": headers.pop(agent)} if agent else {})}
        parts = urlsplit(asked)
        user, at, host = parts.netloc.rpartition("@")
        if at:
            name, _, password = (unquote(word) for word in user.partition(":"))
            basic = httpx.BasicAuth(name, password)._auth_header
            self._secrets.keep_out("of the address", basic)
            headers["Authorization"] = basic
            asked = parts._replace(netloc=host).geturl()
        return Question(asked, origin, headers, told, known)

    def _before_call(self) -> None:
        """Keep to the source's quota and pace; each call counts, a repeated one too."""
        self._fetcher.tell()
        source, network = self._source, self._fetcher.network
        if source.calls_per_day and self._memory.calls_today() >= source.calls_per_day:
            raise NotYet(
                f"the {source.calls_per_day:,} calls a day of source '{source.source_id}' are used",
                self._candidate.origin,
                "it goes on tomorrow, UTC; calls_per_day in config/sources.toml is the limit",
            )
        called = self._fetcher.called.get(source.source_id)
        if source.calls_per_minute and called is not None:
            gap = 60 / source.calls_per_minute - (network.clock() - called)
            if gap > 0:
                network.sleep(gap)
        self._fetcher.called[source.source_id] = network.clock()
        self._memory.count_call()
