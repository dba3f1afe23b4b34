"""Files on other machines that can be listed: S3, Google Storage, SFTP, through fsspec.

The package of each is an optional extra, imported only when an address asks for it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from glob import has_magic
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

from ingest.fetching.address import origin_of, scheme_of
from ingest.fetching.problems import NotFetched
from ingest.fetching.secrets import Secrets

_Result = TypeVar("_Result")

BLOCK = 1024 * 1024

#: scheme → the package to install, its file system, and the errors of what it builds on.
#: gcsfs itself offers a class that first asks by gRPC what kind a bucket is: that needs a right
#: which a reader need not have, and keeps to no limit of ours. Its core does without.
_SYSTEMS = {
    "s3": (
        "s3fs",
        "s3fs:S3FileSystem",
        ("botocore.exceptions:BotoCoreError", "aiohttp:ClientError"),
    ),
    "gs": ("gcsfs", "gcsfs.core:GCSFileSystem", ("gcsfs.retry:HttpError", "aiohttp:ClientError")),
    "sftp": ("sshfs", "sshfs:SSHFileSystem", ("asyncssh:Error",)),
}

#: Said to a file system where the configuration does not: no wait without end, and an SFTP server
#: must be one of ~/.ssh/known_hosts.
_USUAL: dict[str, dict[str, Any]] = {
    "s3": {
        "config_kwargs": {"connect_timeout": 10, "read_timeout": 30},
        "use_listings_cache": False,
    },
    "gs": {"timeout": 60, "use_listings_cache": False},
    "sftp": {"known_hosts": (), "connect_timeout": 20, "login_timeout": 20},
}

#: What a listing calls the thing that changes when a file does.
_MARKS = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "updated")


@dataclass(frozen=True)
class Found:
    """One file of a listing."""

    path: str
    address: str
    size: int | None
    mark: str | None
    changed: float | None  # seconds since 1970


class Elsewhere:
    """The files that one address names."""

    def __init__(
        self, address: str, options: dict[str, str], secrets: Secrets, most_bytes: int
    ) -> None:
        """`address` and `options` have their secrets filled in.

        Raises NotFetched when the package for it is not installed or nobody can be reached.
        """
        self._address = address
        self._secrets = secrets
        self._most_bytes = most_bytes
        self._scheme = scheme_of(address)
        self._system = self._opened(options)

    def listed(self) -> list[Found]:
        """The files, by name.

        Raises NotFetched when there are none.
        """
        listing = self._said(self._listing)
        found = [
            self._found(name, info) for name, info in sorted(listing.items()) if _is_file(info)
        ]
        if not found:
            raise NotFetched("no file is there", self._where(), "check the address and its pattern")
        return found

    def download(self, found: Found, target: Path, tell: Callable[[], None]) -> None:
        """Copy one file, telling after each block.

        Raises NotFetched when it is too large or does not come whole.
        """
        total = self._said(lambda: self._copied(found, target, tell))
        if found.size is not None and total != found.size:
            raise NotFetched(
                f"{total:,} of {found.size:,} bytes came",
                found.address,
                "nothing was kept; it is asked again by its schedule",
            )

    def _listing(self) -> dict[str, dict[str, Any]]:
        path = self._system._strip_protocol(self._address)
        if not has_magic(path):
            return {path: self._system.info(path)}
        listing: dict[str, dict[str, Any]] = self._system.glob(path, detail=True)
        return listing

    def _copied(self, found: Found, target: Path, tell: Callable[[], None]) -> int:
        total = 0
        with self._system.open(found.path, "rb") as source, target.open("wb") as kept:
            while block := source.read(BLOCK):
                total += len(block)
                if total > self._most_bytes:
                    raise NotFetched(
                        f"the file is larger than {self._most_bytes / 1e6:,.0f} MB",
                        found.address,
                        "raise max_mb of the source if it is meant",
                    )
                kept.write(block)
                tell()
        return total

    def _opened(self, options: dict[str, str]) -> Any:
        package, place, _errors = _SYSTEMS[self._scheme]
        try:
            system = _named(place)
        except ImportError as error:
            raise NotFetched(
                f"addresses of {self._scheme}:// need the package {package}",
                self._where(),
                f"install it: .venv/bin/pip install {package}",
            ) from error
        written = system._get_kwargs_from_urls(self._address)
        for word in {"username", "password"} & set(written):
            written[word] = unquote(written[word])  # an address spells it as addresses do
        told = {**_USUAL[self._scheme], **written, **options}
        return self._said(lambda: system(**told, skip_instance_cache=True))

    def _found(self, name: str, info: dict[str, Any]) -> Found:
        said = next((info[key] for key in _MARKS if info.get(key)), None)
        size = info.get("size")
        changed = next((info[key] for key in ("mtime", "LastModified") if info.get(key)), None)
        host = "" if self._scheme in ("s3", "gs") else self._where().split("/")[2] + "/"
        return Found(
            name,
            f"{self._scheme}://{host}{name.lstrip('/')}",
            size,
            f"{size} {said}" if said else None,
            changed.timestamp() if isinstance(changed, datetime) else changed,
        )

    def _where(self) -> str:
        return self._secrets.scrub(origin_of(self._address))

    def _said(self, action: Callable[[], _Result]) -> _Result:
        """What the action brings, or in our words why it cannot: a library's own error may hold
        a password, so none is chained to ours.
        """
        expected: tuple[type[Exception], ...] = (
            OSError,
            ValueError,
            TypeError,  # an option that the file system does not have
            *_errors_of(self._scheme),
        )
        try:
            return action()
        except expected as error:
            failure = self._secrets.scrub(f"{type(error).__name__}: {error}")[:300]
        raise NotFetched(
            f"the files cannot be read: {failure}",
            self._where(),
            "check the address, what the account may see, and its secrets",
        )


def _is_file(info: dict[str, Any]) -> bool:
    return info.get("type") == "file"


def _errors_of(scheme: str) -> tuple[type[Exception], ...]:
    """The errors of the libraries below a file system that are no OSError."""
    return tuple(_named(place) for place in _SYSTEMS[scheme][2])


def _named(place: str) -> Any:
    """What a module has by a name: "module:name"."""
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(module), name)
