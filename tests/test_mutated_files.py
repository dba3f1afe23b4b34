"""Vendors' files changed at random: each ends loaded, asked about or refused, with a reason.

Every sample is spoilt by its bytes, by its lines and, where it is JSON, by its values; then it is
read as its own format, and as any other a source may name. `make hostile` tries some thousands.
"""

from __future__ import annotations

import contextlib
import copy
import functools
import gzip
import io
import json
import os
import random
import tempfile
import zipfile
from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from ingest.config import Config, read_config
from ingest.context import Context
from ingest.formats import FORMATS, formats
from ingest.formats.opened import peek
from ingest.intake import Intake, Reader
from ingest.ledger import LedgerDraft
from ingest.propose import propose
from tests.test_vendor_twins import APPS as TWINS
from warehouse.errors import TrackerError
from warehouse.paths import Store

EXAMPLES = int(os.environ.get("TRACKER_EXAMPLES", "50"))
ROOT = Path(__file__).parent.parent
VENDOR = Path(__file__).parent / "vendor"

APPS = TWINS.replace(
    'listings.google_play = "com.example.kling"',
    'listings.google_play = "com.example.kling"\nlistings.artificial_analysis = "kling"',
)
#: Everything a source can say is said, so that reading goes as deep as it can.
SOURCE = """
[[source]]
id = "{id}"
producer = "A vendor"
format = "{format}"
as_of = 2025-11-05
app = "kling"
country = "US"
platform = "ios"
grain = "month"
unit = "USD"
basis = "gross"
metrics = ["revenue", "downloads", "mau", "rank", "rating_count", "page_views", "elo"]
rejected_share = 0.5
illustrative = true
"""
MAPPING = (VENDOR.parent.parent / "docs" / "formats" / "mapping.md").read_text("utf-8")
FAMILIES = sorted({name.partition(".")[0] for name in FORMATS})
NAMES = [*FAMILIES, *sorted(set(FORMATS) - set(FAMILIES)), "mapped.own"]


def workbook() -> bytes:
    """A sheet of two columns of figures, with dates, blanks and a formula's result."""
    book, saved = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append(["app", "period", "platform", "country", "revenue", "downloads"])
    for month in (7, 8, 9):
        book.active.append(["kling", date(2025, month, 1), "ios", "US", 1000.5 * month, month])
    book.save(saved)
    return saved.getvalue()


def zipped() -> bytes:
    """A zip of one table."""
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sales.csv", (VENDOR / "appfigures_reports_sales.csv").read_bytes())
    return saved.getvalue()


@functools.cache
def samples() -> dict[str, bytes]:
    """What is spoilt: vendors' files, the seeds, and the beginnings of the sample feeds."""
    found = {path.name: path.read_bytes() for path in sorted(VENDOR.rglob("*")) if path.is_file()}
    for other in ("README.md", "TRUTH_canonical.csv", "hostile_partial_month_and_duplicates.csv"):
        del found[other]
    for name in ("disclosures.csv", "events.csv"):
        found[name] = head(ROOT / "seeds" / name)
    feeds = ROOT / "seeds" / "illustrative"
    found["monthly.csv"] = head(feeds / "monthly" / "2025-01-to-2026-10.csv")
    users = json.loads(
        (feeds / "monthly" / "2026-05-and-06-users-restated.json").read_text("utf-8")
    )
    found["users.json"] = json.dumps(users[:5]).encode()
    daily = gzip.decompress((feeds / "daily" / "2025-h1.jsonl.gz").read_bytes())
    found["daily.jsonl"] = b"".join(daily.splitlines(keepends=True)[:12])
    found["daily.jsonl.gz"] = gzip.compress(found["daily.jsonl"])
    found["report.txt"] = gzip.decompress(found["S_M_85000000_202510.txt.gz"])
    found["table.xlsx"] = workbook()
    found["sales.zip"] = zipped()
    found["rates.csv"] = b"Date,USD,JPY,\n2025-10-31,1.1554,178.22,\n2025-10-30,1.1576,N/A,\n"
    return found


def head(path: Path) -> bytes:
    """The first lines of a file."""
    return b"".join(path.read_bytes().splitlines(keepends=True)[:12])


HOSTILE = [
    b'"', b'""', b",", b"\n", b"\r", b"\t", b";", b"\0", b"{", b"}", b"[", b"]", b":", b"-", b"'",
    b"\xff", b"\xef\xbf\xbd", b"\xef\xbb\xbf", b"\\ud800", b"1e999999", b"NaN", b"null", b"true",
    b"9" * 400, b"0000-00-00", b"9999-12-31", b"2025-02-30", b"0001-01-01", "\u202e".encode(),
]  # fmt: skip
VALUES: list[Any] = [
    None, True, 0, -1, 10**30, 1e300, "", " ", "x", "2025-13-45", "9999-12-31", [], [[]], [None],
    {}, {"": ""}, {"a": []}, "null", "-", "1,5", "\x00", "😀", [1, "x", {}], "0001-01-01",
]  # fmt: skip


def spoilt_bytes(content: bytes, chance: random.Random) -> bytes:
    """A bit turned, a cut, a piece lost, doubled or put in."""
    at, other = sorted(chance.randrange(len(content) + 1) for _ in range(2))
    way = chance.randrange(6)
    if way == 0 and at < len(content):
        return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]
    if way == 1:
        return content[:at]
    if way == 2:
        return content[:at] + content[min(other, at + 40) :]
    if way == 3:
        return content[:other] + content[at:]
    return content[:at] + chance.choice(HOSTILE) + content[at + (way == 4) :]


def spoilt_lines(content: bytes, chance: random.Random) -> bytes:
    """Lines swapped, doubled, halved, run together or lost."""
    lines = content.splitlines(keepends=True) or [b""]
    at, other = (chance.randrange(len(lines)) for _ in range(2))
    way = chance.randrange(5)
    if way == 0:
        lines[at], lines[other] = lines[other], lines[at]
    elif way == 1:
        lines.insert(other, lines[at])
    elif way == 2:
        lines[at] = lines[at][: len(lines[at]) // 2] + b"\n"
    elif way == 3:
        lines[at] = lines[at].rstrip()
    else:
        del lines[at]
    return b"".join(lines)


def spoilt_values(content: bytes, chance: random.Random) -> bytes:
    """One value of a JSON text made another, one cell of a table, or one key lost."""
    document = None
    with contextlib.suppress(ValueError, RecursionError):
        document = json.loads(content)
    if not isinstance(document, dict | list):
        return spoilt_cells(content, chance)
    places: list[tuple[Any, Any]] = []
    waiting = [document]
    while waiting:
        node = waiting.pop()
        keys = node if isinstance(node, dict) else range(len(node))
        places += [(node, key) for key in keys]
        waiting += [node[key] for key in keys if isinstance(node[key], dict | list)]
    for _ in range(chance.randint(1, 2)):
        node, key = chance.choice(places) if places else ({}, "x")
        with contextlib.suppress(KeyError, IndexError):
            if chance.randrange(4):
                node[key] = copy.deepcopy(chance.choice(VALUES))
            else:
                del node[key]
    return json.dumps(document).encode()


def spoilt_cells(content: bytes, chance: random.Random) -> bytes:
    """One cell of one line written otherwise."""
    lines = content.split(b"\n")
    at = chance.randrange(len(lines))
    mark = max(b",", b"\t", b";", key=lines[at].count)
    cells = lines[at].split(mark)
    value = chance.choice(VALUES)
    cells[chance.randrange(len(cells))] = (
        value if isinstance(value, str) else json.dumps(value)
    ).encode()
    lines[at] = mark.join(cells)
    return b"\n".join(lines)


WAYS: list[Callable[[bytes, random.Random], bytes]] = [spoilt_bytes, spoilt_lines, spoilt_values]


def spoilt(name: str, times: int, seed: int) -> bytes:
    """A sample spoilt so many times; the same again for the same seed."""
    chance, content = random.Random(seed), samples()[name]
    for _ in range(times):
        content = chance.choice(WAYS)(content, chance)
    return content


class Readers:
    """A configuration with a source for every format, and what each sample is known as."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._forms: dict[str, list[str]] = {}

    def forms(self, name: str) -> list[str]:
        """The formats that a sample is known by before it is spoilt."""
        if name not in self._forms:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / name
                path.write_bytes(samples()[name])
                opened = peek(path, name, Path(folder))
                known = [one for one in formats(self.config) if one.recognise(opened) is not None]
            self._forms[name] = [one.name for one in known]
        return self._forms[name]


@pytest.fixture(scope="module")
def readers(tmp_path_factory: pytest.TempPathFactory) -> Readers:
    """A source for each format there is, and each family."""
    root = tmp_path_factory.mktemp("mutated")
    (root / "config" / "formats").mkdir(parents=True)
    (root / "config" / "apps.toml").write_text(APPS, encoding="utf-8")
    sources = "".join(
        SOURCE.format(id=name.replace(".", "-").replace("_", "-"), format=name) for name in NAMES
    )
    (root / "config" / "sources.toml").write_text(sources, encoding="utf-8")
    own = MAPPING.partition("```toml\n")[2].partition("```")[0]
    (root / "config" / "formats" / "own.toml").write_text(own, encoding="utf-8")
    return Readers(read_config(root))


def ending(config: Config, name: str, content: bytes, form: str) -> Intake | TrackerError:
    """How a file of this name and content ends for a source of this format."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "landed"
        path.write_bytes(content)
        draft = LedgerDraft(Path(folder) / "draft")
        store = Store(Path(folder))
        reader = Reader(config, store, date(2026, 11, 24), lambda _rows: None, known=store)
        source = config.source(form.replace(".", "-").replace("_", "-"))
        try:
            return reader.read(path, "0" * 64, Context(source, name), draft)
        except TrackerError as error:
            return error


@pytest.mark.parametrize("name", sorted(samples()))
def test_each_sample_is_read_as_something(readers: Readers, name: str) -> None:
    """The samples are files that some format reads: what is spoilt below was whole before."""
    ends = [ending(readers.config, name, samples()[name], form) for form in readers.forms(name)]
    taken = [one for one in ends if isinstance(one, Intake) and one.rows_accepted]
    waits = [one for one in ends if isinstance(one, Intake) and one.outcome == "waiting"]
    assert taken or waits


PIECES: dict[str, tuple[str, str, bytes, bytes, str]] = {
    "a day without rates": (
        *(
            "frankfurter_series.json",
            "public.frankfurter",
            b'"rates": {',
            b'"rates": {"2026-11-18": 5,',
        ),
        "has no rates of its own",
    ),
    "a day that is a list": (
        *("frankfurter_day.json", "public.frankfurter", b'"2026-11-20"', b'["2026-11-20"]'),
        "rate_date must be a date",
    ),
    "views twice": (
        *("page_views_daily.json", "public.page_views", b'"views":', b'"views":1,"views":'),
        "the key 'views' stands in it twice",
    ),
    "a figure that nests": (
        *(
            "dataai_v13_history_revenue_ios.json",
            "data_ai",
            b'"estimate": 1555001',
            b'"estimate": [555]',
        ),
        "'a nested value'",
    ),
    "a rate lost": ("rates.csv", "ecb_rates", b"1.1554,", b"", "row 2 has 3 fields"),
    "a rate that is none": ("rates.csv", "ecb_rates", b"1.1554", b"1,1554", "row 2 has 5 fields"),
    "a field of megabytes": (
        *("report.txt", "app_store_connect", b"\tKling", b"\t" + b"x" * 2_000_000),
        "cannot be read",
    ),
    "the year 9999": (
        *("st_api_sales_report_estimates_ios.json", "sensor_tower", b"2025-10-01", b"9999-12-31"),
        "must have begun by today",
    ),
}


@pytest.mark.parametrize("case", PIECES)
def test_one_odd_piece_is_refused_and_told(readers: Readers, case: str) -> None:
    """Neither passed over nor an error that nobody foresaw."""
    name, form, old, new, reason = PIECES[case]
    assert old in samples()[name]
    end = ending(readers.config, name, samples()[name].replace(old, new, 1), form)
    assert isinstance(end, Intake)
    assert end.outcome in ("refused", "accepted_in_part")
    assert reason in str(end.reason)


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    st.sampled_from(sorted(samples())),
    st.integers(1, 3),
    st.integers(0, 2**32),
    st.one_of(st.none(), st.sampled_from(NAMES)),
)
def test_a_spoilt_file_ends_in_an_outcome_with_its_reason(
    readers: Readers, name: str, times: int, seed: int, form: str | None
) -> None:
    """Never in an error that nobody foresaw, read as what it was or as another form of file."""
    content = spoilt(name, times, seed)
    for one in [form] if form else readers.forms(name):
        end = ending(readers.config, name, content, one)
        if isinstance(end, Intake) and end.outcome != "accepted":
            assert end.reason
    if not form:
        looked_into(readers.config, name, content)


def looked_into(config: Config, name: str, content: bytes) -> None:
    """What a person does before there is a source: see its format, have a mapping proposed."""
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(TrackerError):
        path = Path(folder) / name
        path.write_bytes(content)
        work = Path(folder) / "work"
        work.mkdir()
        opened = peek(path, name, work)
        for form in formats(config):
            form.recognise(opened)
        with contextlib.redirect_stderr(io.StringIO()):
            asked = Namespace(file=str(path), name="x", source=None)
            propose(asked, config, lambda *_: "")
