"""Answers leave at once: no part of one waits until the client has acknowledged the part before.

The server binds its socket without naming the protocol, and asyncio turns off Nagle's algorithm
only where it is named. The body of a small answer then waits some 40 ms for the acknowledgement of
its head; so does each small message of a page. A socket that is accepted is as the listening one.
"""

import os
import socket
from contextlib import suppress
from pathlib import Path

#: What this process has open, a name a number; there is none on Windows.
OPEN = Path("/dev/fd")


def answer_at_once() -> None:
    """Tell every TCP socket of this process that listens, or will, not to gather what it sends."""
    for name in os.listdir(OPEN) if OPEN.is_dir() else []:
        with suppress(OSError):  # no socket, or closed since
            _send_at_once(socket.socket(fileno=int(name)))


def _send_at_once(held: socket.socket) -> None:
    try:
        if held.family in (socket.AF_INET, socket.AF_INET6) and held.type == socket.SOCK_STREAM:
            held.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    finally:
        held.detach()  # it is somebody else's, and stays open
