"""Which machine an address leads to: looked up once, checked, and only then connected to.

A name may lead to another machine at each look-up. So the connection goes to the very address
that was checked.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

import httpcore

from ingest.fetching.problems import NotFetched

_Ip: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class PrivateHost(NotFetched):
    """A public source's address leads to a machine inside this network."""


def look_up(host: str, port: int) -> list[str]:
    """The IP addresses of a host.

    Raises OSError when it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether anybody may reach an IP address: not private, loopback, link-local, reserved."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return all(one.is_global and not one.is_multicast for one in [ip, *_inside(ip)])


def _inside(ip: _Ip) -> list[_Ip]:
    """IPv4 addresses that an IPv6 address carries."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    carried = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _NAT64:
        carried.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return [one for one in carried if one is not None]


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to hosts that may be reached, and gives no answer more time than is left."""

    def __init__(
        self,
        private: bool,
        resolve: Callable[[str, int], list[str]],
        seconds_left: Callable[[], float],
    ) -> None:
        self._private = private
        self._resolve = resolve
        self._seconds_left = seconds_left
        self._real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's addresses that answers.

        Raises PrivateHost when any of them is not public and the source is.
        """
        try:
            addresses = self._resolve(host, port)
        except OSError as error:
            raise httpcore.ConnectError(f"the name {host} is not known") from error
        inside = [address for address in addresses if not is_public(address)]
        if inside and not self._private:
            raise PrivateHost(
                f"{host} leads to {inside[0]}, a machine inside this network",
                "config/sources.toml",
                "nothing was fetched; if it is yours, say private = true for the source",
            )
        failure: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in addresses:
            try:
                stream = self._real.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
                return _TimedStream(stream, self._seconds_left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError(f"the name {host} has no address")


class _TimedStream(httpcore.NetworkStream):
    """A connection whose reads end when the time of the whole answer has run out."""

    def __init__(self, stream: httpcore.NetworkStream, seconds_left: Callable[[], float]) -> None:
        self._stream = stream
        self._seconds_left = seconds_left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = self._seconds_left()
        if left <= 0:
            raise httpcore.ReadTimeout("the answer took too long")
        return self._stream.read(max_bytes, min(left, timeout or left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, timeout)
        return _TimedStream(secured, self._seconds_left)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
