"""Files on S3, Google Storage and SFTP: listed, fetched once, and read like any other."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import json
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit
from urllib.request import Request, urlopen

import asyncssh
import boto3
import pytest
from moto.server import ThreadedMotoServer

from tests.fetch_fixtures import JSON, Fetching, Reply, Vendor, fetching, vendor
from tests.ingest_fixtures import GOOD, HEADER

__all__ = ["fetching", "vendor"]

MORE = HEADER + "kling,revenue,2026-02,ios,US,9,2026-03-03\n"


class Sftp:
    """An SFTP server over a folder, with one user and password, in a thread of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = asyncssh.generate_private_key("ssh-ed25519")
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        self._server = self._wait(self._listen())
        self.port = self._server.get_port()

    def known_hosts(self) -> str:
        """The line by which a client knows this server."""
        public = self.key.export_public_key().decode().strip()
        return f"[127.0.0.1]:{self.port} {public}\n"

    def close(self) -> None:
        """Stop and leave no thread behind."""
        self._server.close()
        self._wait(self._server.wait_closed())
        self._wait(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _wait(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=30)

    async def _end(self) -> None:
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _listen(self) -> Any:
        class Guard(asyncssh.SSHServer):
            def begin_auth(self, username: str) -> bool:
                return True

            def password_auth_supported(self) -> bool:
                return True

            def validate_password(self, username: str, password: str) -> bool:
                return (username, password) == ("ana", "planted/pass word")

        return await asyncssh.listen(
            "127.0.0.1",
            0,
            server_host_keys=[self.key],
            server_factory=Guard,
            sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=str(self.folder)),
            allow_scp=False,
        )


class GoogleStorage:
    """Google Storage's JSON interface as far as a reader asks it: list, describe, download."""

    def __init__(self, vendor: Vendor) -> None:
        self.files: dict[str, bytes] = {}
        self.open = True  # to everybody; else nobody may look
        self.url = vendor.url
        vendor.on("/storage/v1/b/feeds/o", self._listed)
        for name in ("kling/a.csv", "kling/b.csv"):
            for place in ("", "/download"):
                path = f"{place}/storage/v1/b/feeds/o/{quote(name, safe='')}"
                vendor.on(path, partial(self._one, name))

    def _listed(self, asked: dict[str, str]) -> Reply:
        [prefix] = parse_qs(urlsplit(asked[":path"]).query)["prefix"]
        names = [name for name in sorted(self.files) if name.startswith(prefix)]
        return self._said({"kind": "storage#objects", "items": [*map(self._item, names)]})

    def _one(self, name: str, asked: dict[str, str]) -> Reply:
        if self.open and "alt=media" in asked[":path"]:
            return Reply(self.files[name])
        return self._said(self._item(name))

    def _said(self, content: dict[str, Any]) -> Reply:
        if self.open:
            return Reply(json.dumps(content), headers=JSON)
        refusal = {"error": {"code": 403, "message": "no access to feeds"}}
        return Reply(json.dumps(refusal), 403, JSON)

    def _item(self, name: str) -> dict[str, str]:
        content = self.files[name]
        digest = base64.b64encode(hashlib.md5(content, usedforsecurity=False).digest()).decode()
        size, kind = str(len(content)), "storage#object"
        return {"kind": kind, "bucket": "feeds", "name": name, "size": size, "md5Hash": digest}


@pytest.fixture
def storage(vendor: Vendor) -> GoogleStorage:
    """An empty bucket called 'feeds' on the test's server."""
    return GoogleStorage(vendor)


@pytest.fixture
def sftp(tmp_path: Path) -> Iterator[Sftp]:
    """A server of this test's own."""
    folder = tmp_path / "far"
    folder.mkdir()
    server = Sftp(folder)
    yield server
    server.close()


@pytest.fixture
def s3(fetching: Fetching, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A bucket called 'feeds' on moto's server, and a source that may read it."""
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    urlopen(Request(f"http://{host}:{port}/moto-api/reset", method="POST")).close()
    keys = {"aws_access_key_id": "planted-id", "aws_secret_access_key": "planted-secret"}
    client = boto3.client(
        "s3", endpoint_url=f"http://{host}:{port}", region_name="us-east-1", **keys
    )
    client.create_bucket(Bucket="feeds")
    fetching.secret(S3_ID="planted-id", S3_SECRET="planted-secret")
    fetching.source(
        "s3://feeds/kling/*.csv",
        options='{ key = "{secret:S3_ID}", secret = "{secret:S3_SECRET}",'
        f' endpoint_url = "http://{host}:{port}" }}',
    )
    yield client
    server.stop()


def outcomes(fetching: Fetching) -> list[tuple[str, str]]:
    return [(file["name"], file["outcome"]) for file in fetching.run()["files"]]


def test_s3(fetching: Fetching, s3: Any) -> None:
    """Each file of the pattern is a snapshot; one that did not change is not fetched again, one
    that is on its way is left, a new and a changed one come.
    """
    s3.put_object(Bucket="feeds", Key="kling/a.csv", Body=GOOD.encode())
    s3.put_object(Bucket="feeds", Key="kling/b.csv.part", Body=b"half")
    s3.put_object(Bucket="feeds", Key="other/c.csv", Body=MORE.encode())
    assert outcomes(fetching) == [("s3://feeds/kling/a.csv", "accepted")]
    assert outcomes(fetching) == [("s3://feeds/kling/a.csv", "unchanged")]
    s3.put_object(Bucket="feeds", Key="kling/b.csv", Body=MORE.encode())
    s3.put_object(Bucket="feeds", Key="kling/a.csv", Body=GOOD.replace("70", "71").encode())
    assert outcomes(fetching) == [
        ("s3://feeds/kling/a.csv", "accepted"),
        ("s3://feeds/kling/b.csv", "accepted"),
    ]
    assert "planted" not in fetching.kept_text()


def test_s3_with_nothing_there(fetching: Fetching, s3: Any) -> None:
    """A pattern that nothing fits, and a bucket that is none, are said and stop nothing else."""
    file = fetching.one()
    assert (file["outcome"], "no file is there" in (file["reason"] or "")) == ("not_read", True)
    s3.delete_bucket(Bucket="feeds")
    assert fetching.one()["outcome"] == "not_read"
    assert "planted" not in fetching.kept_text()


def test_google_storage(fetching: Fetching, storage: GoogleStorage) -> None:
    """As on S3; a bucket that is closed is said to be."""
    storage.files["kling/a.csv"] = GOOD.encode()
    storage.files["kling/b.csv.part"] = b"half"
    storage.files["other/c.csv"] = MORE.encode()
    options = f'{{ token = "anon", endpoint_url = "{storage.url}" }}'
    fetching.source("gs://feeds/kling/*.csv", options=options)
    assert outcomes(fetching) == [("gs://feeds/kling/a.csv", "accepted")]
    assert outcomes(fetching) == [("gs://feeds/kling/a.csv", "unchanged")]
    storage.files["kling/b.csv"] = MORE.encode()
    storage.files["kling/a.csv"] = GOOD.replace("70", "71").encode()
    assert outcomes(fetching) == [
        ("gs://feeds/kling/a.csv", "accepted"),
        ("gs://feeds/kling/b.csv", "accepted"),
    ]
    storage.open = False
    closed = fetching.one()
    assert closed["outcome"] == "not_read" and "no access to" in (closed["reason"] or "")


def test_sftp(fetching: Fetching, sftp: Sftp) -> None:
    """User and password stand in the address by name; the server must be a known one; the day in
    the file's name is the day it was said.
    """
    known_hosts = fetching.desk.root / "known_hosts"
    known_hosts.write_text(sftp.known_hosts())
    fetching.secret(PASSWORD="planted/pass word")
    fetching.source(
        f"sftp://ana:{{secret:PASSWORD}}@127.0.0.1:{sftp.port}/out/*.csv",
        options=f'{{ known_hosts = "{known_hosts}" }}',
        as_of='"file name"',
    )
    (sftp.folder / "out").mkdir()
    no_day = "app,period,platform,country,revenue\nkling,2026-01,ios,US,5\n"
    (sftp.folder / "out" / "kling_2026-11-05.csv").write_text(no_day)
    name = f"sftp://127.0.0.1:{sftp.port}/out/kling_2026-11-05.csv"
    assert outcomes(fetching) == [(name, "accepted")]
    assert outcomes(fetching) == [(name, "unchanged")]
    assert fetching.desk.rows("select as_of::varchar from raw.observation") == [("2026-11-05",)]
    assert "planted" not in fetching.kept_text()


def test_sftp_to_a_stranger(
    fetching: Fetching, sftp: Sftp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server nobody has vouched for gets no password; a wrong one is said without it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    fetching.secret(PASSWORD="planted/pass word", WRONG="planted/wrong")
    address = f"sftp://ana:{{secret:PASSWORD}}@127.0.0.1:{sftp.port}/a.csv"
    fetching.source(address)
    reason = fetching.one()["reason"] or ""
    assert "Host key is not trusted" in reason
    known_hosts = fetching.desk.root / "known_hosts"
    known_hosts.write_text(sftp.known_hosts())
    fetching.source(
        address.replace("PASSWORD", "WRONG"), options=f'{{ known_hosts = "{known_hosts}" }}'
    )
    assert "Permission" in (fetching.one()["reason"] or "")
    assert "planted" not in fetching.kept_text()


def test_a_package_that_is_not_installed_is_named(
    fetching: Fetching, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Extras are imported only when used; without one, what to install is said."""
    for module in ("gcsfs", "gcsfs.core"):
        monkeypatch.setitem(sys.modules, module, None)
    fetching.source("gs://bucket/a.csv")
    reason = fetching.one()["reason"] or ""
    assert "need the package gcsfs" in reason and "pip install gcsfs" in reason


def test_a_file_that_is_too_large(fetching: Fetching, s3: Any) -> None:
    """max_mb holds here too."""
    source = fetching.desk.root / "config" / "sources.toml"
    source.write_text(source.read_text() + "max_mb = 1\n")
    s3.put_object(Bucket="feeds", Key="kling/a.csv", Body=b"x" * 1_100_000)
    assert "larger than 1 MB" in (fetching.one()["reason"] or "")
    assert list(fetching.desk.store.spill.iterdir()) == []
