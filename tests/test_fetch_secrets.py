"""Secrets: planted everywhere they may stand, found nowhere they must not."""

from __future__ import annotations

import json
import logging

import pytest

from ingest.config import ConfigError, read_config
from ingest.fetching.fetcher import Fetcher
from ingest.fetching.problems import NotFetched
from ingest.fetching.secrets import Secrets
from ingest.sources import candidates
from tests.fetch_fixtures import JSON, Fetching, Reply, fetching, vendor
from tests.ingest_fixtures import GOOD, Desk
from tests.page_fixtures import Screen

__all__ = ["fetching", "vendor"]

TOKEN = "tok/en+va lue=%41"


def spellings() -> list[str]:
    return [TOKEN, "tok%2Fen%2Bva%20lue%3D%2541", "tok/en%2Bva%20lue%3D%2541", "tok\\/en+va"]


def test_a_token_is_found_nowhere(
    fetching: Fetching, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In address, parameter, header and password, through success, redirect, error and an answer
    that repeats it: no file under the data folder, no log of any library, nothing said has it.
    """
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("PLANTED", TOKEN)
    monkeypatch.setenv("TRACKER_DATA", "")  # the page sets it; it is set back after the test
    echo = json.dumps([{"app": "kling", "note": TOKEN, "metric": "revenue"}]).replace("/", "\\/")
    url = fetching.vendor.url
    fetching.vendor.on("/good", Reply(GOOD))
    fetching.vendor.on("/moved", Reply("", 302, {"Location": "/good"}))
    fetching.vendor.on("/echo", Reply(echo, headers=JSON))
    fetching.vendor.on("/denied", Reply(f"bad token {TOKEN}", 403, {"Content-Type": "text/plain"}))
    fetching.vendor.on("/cut", Reply(cut_at=5))
    paths = ("good", "moved", "echo", "denied", "cut", "gone")
    fetching.source(
        *(f"{url}/{path}?auth_token={{secret:PLANTED}}&path=1" for path in paths),
        f"http://me:{{secret:PLANTED}}@127.0.0.1:{fetching.vendor.port}/good?again=1",
        "http://127.0.0.1:1/nobody?t={secret:PLANTED}",
        headers='{ "X-Key" = "{secret:PLANTED}", "Authorization" = "Bearer {secret:PLANTED}" }',
        query='{ also = "{secret:PLANTED}" }',
    )
    outcomes = [file["outcome"] for file in fetching.run()["files"]]
    assert outcomes.count("not_read") == 4 and "accepted" in outcomes
    assert fetching.vendor.asked[0][1]["x-key"] == TOKEN
    assert spellings()[1] in fetching.vendor.asked[0][0]
    screen = Screen(fetching.desk.store.root, "data")
    text = fetching.kept_text() + caplog.text + screen.text + str(screen.tables())
    assert "Refused: echo?path=1 of far" in screen.text, "the page does tell of these files"
    assert "HTTP Request: GET" in text, "httpx does log addresses, so this test means something"
    assert [spelling for spelling in spellings() if spelling in text] == []


def test_no_exception_carries_it(fetching: Fetching) -> None:
    """Neither the error nor anything it was raised from or during holds the secret."""
    fetching.secret(KEY="planted-key")
    fetching.vendor.on("/cut", Reply(cut_at=5))
    fetching.source(f"{fetching.vendor.url}/cut?key={{secret:KEY}}")
    config = read_config(fetching.desk.root)
    [candidate], _waiting = candidates(config, fetching.desk.store)
    fetcher = Fetcher(config, fetching.desk.store, lambda: None, fetching.network)
    with pytest.raises(NotFetched) as caught:
        list(fetcher.fetch(candidate))
    error: BaseException | None = caught.value
    while error:
        assert "planted-key" not in f"{error} {error.args} {vars(error)}"
        request = getattr(error, "request", None)
        assert request is None
        error = error.__cause__ or error.__context__


def test_the_environment_comes_before_the_file(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A secret of both is the environment's; the file's is kept out of texts too."""
    fetching.secret(KEY="from-the-file")
    secrets = Secrets(fetching.desk.root)
    assert secrets.fill("{secret:KEY}") == "from-the-file"
    monkeypatch.setenv("KEY", "from-outside")
    assert secrets.fill("{secret:KEY}") == "from-outside"
    assert secrets.scrub("from-the-file from-outside") == "{secret:KEY} {secret:KEY}"


def test_a_secret_parted_by_two_blocks_is_overwritten(fetching: Fetching) -> None:
    """However the network cuts an answer that repeats a secret, it is not kept."""
    fetching.secret(KEY="planted-key")
    secrets, whole = Secrets(fetching.desk.root), b"a planted-key b planted-key"
    for size in range(1, len(whole)):
        parts = [whole[start : start + size] for start in range(0, len(whole), size)]
        assert b"".join(secrets.scrubbed(parts)) == b"a *********** b ***********"


def test_a_missing_secret_is_said(fetching: Fetching) -> None:
    """Where the secret is not set, nobody is asked, and the name to set is said."""
    fetching.source(f"{fetching.vendor.url}/x?token={{secret:NOBODY_SET}}")
    file = fetching.one()
    assert file["outcome"] == "not_read"
    assert "set the environment variable NOBODY_SET" in (file["reason"] or "").replace("Set", "set")
    assert fetching.vendor.asked == []


def test_a_file_that_others_may_read_is_warned_of(
    fetching: Fetching, caplog: pytest.LogCaptureFixture
) -> None:
    """config/secrets.toml is nobody else's to read; a short or odd secret is refused unsaid."""
    fetching.secret(KEY="planted-key")
    path = fetching.desk.root / "config" / "secrets.toml"
    Secrets(fetching.desk.root)
    assert caplog.text == ""
    path.chmod(0o644)
    Secrets(fetching.desk.root)
    assert "chmod 600 config/secrets.toml" in caplog.text
    for content in ('KEY = "abc"', "KEY = 12345678", 'KEY = "12345678'):
        path.write_text(content)
        with pytest.raises(NotFetched) as caught:
            Secrets(fetching.desk.root)
        assert "abc" not in str(caught.value) and "12345678" not in str(caught.value)


@pytest.mark.parametrize(
    "line",
    [
        'files = ["https://x.example/a?auth_token=PLANTED"]',
        'files = ["https://me:PLANTED@x.example/a"]',
        'files = ["sftp://me:PLANTED@x.example/a"]',
        'files = ["https://x.example/a"]\nquery = { api_key = "PLANTED" }',
        'files = ["https://x.example/a"]\nheaders = { Authorization = "Bearer PLANTED" }',
        'files = ["s3://bucket/a"]\noptions = { secret = "PLANTED" }',
        'files = ["https://x.example/a"]\nheaders = "PLANTED"',
        'files = ["https://x.example/a"]\naddress = "https://x.example/?token=PLANTED"',
    ],
)
def test_a_secret_written_out_is_refused(desk: Desk, line: str) -> None:
    """The configuration is committed and shown, so no secret stands in it; nor in the refusal."""
    source = '[[source]]\nid = "far"\nproducer = "P"\nformat = "snapshot"\n' + line
    desk.configure(sources=source)
    with pytest.raises(ConfigError) as caught:
        read_config(desk.root)
    assert "source far" in str(caught.value)
    assert "PLANTED" not in str(caught.value)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('files = ["https://x.example/{week}"]', "'{week}' is not known"),
        ('files = ["https://x.example/{month-a}"]', "'{month-a}' is not known"),
        ('files = ["ftp://x.example/a"]', "'ftp://' cannot be fetched"),
        ('files = ["https:///a"]', "names no host"),
        ('files = ["https://x.example/{listings:shop}"]', "no app of config/apps.toml"),
        ('files = ["https://x.example"]\nheaders = { A = "{secret}" }', "'{secret}' is not known"),
        ('files = ["https://x.example"]\npage = "p"\nnext = "n"', "not by both"),
        ('files = ["a.csv"]\nquery = { a = "b" }', "for files that are http"),
        ('files = ["http://x.example/?t={secret:A}"]', "anybody between could read"),
        ('files = ["https://x.example"]\ncalls_per_day = 0', "a number of calls"),
    ],
)
def test_what_an_address_cannot_say(desk: Desk, line: str, words: str) -> None:
    """What nothing would read is refused when the configuration is read, not when it is asked."""
    source = '[[source]]\nid = "far"\nproducer = "P"\nformat = "snapshot"\n' + line
    desk.configure(sources=source)
    with pytest.raises(ConfigError, match="source far") as caught:
        read_config(desk.root)
    assert words in str(caught.value)
