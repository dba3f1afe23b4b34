"""A small reverse proxy on this machine: passes what lies below one prefix to a server."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

NOT_HERE = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Proxy:
    """One request a connection, a web socket among them; the path goes through unchanged.

    Like a proxy before us it adds the asker's address to what the asker already claims to be.
    """

    def __init__(self, behind: int, prefix: str, added: dict[str, str]) -> None:
        self._behind = behind
        self._prefix = prefix
        self._added = added

    async def passed(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, from its first byte to its last."""
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = head.split(" ", 2)[1].partition("?")[0]
            if path != self._prefix and not path.startswith(f"{self._prefix}/"):
                writer.write(NOT_HERE)
                await writer.drain()
            else:
                await self._both_ways(self._rewritten(head), reader, writer)
        writer.close()

    async def _both_ways(
        self, head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        from_server, to_server = await asyncio.open_connection("127.0.0.1", self._behind)
        to_server.write(head.encode("latin-1"))
        sending = asyncio.create_task(_pumped(reader, to_server))
        await _pumped(from_server, writer)
        sending.cancel()
        to_server.close()

    def _rewritten(self, head: str) -> str:
        first, *lines = head.removesuffix("\r\n\r\n").split("\r\n")
        if not any(line.lower().startswith("upgrade:") for line in lines):
            lines = [line for line in lines if not line.lower().startswith("connection:")]
            lines.append("Connection: close")
        added = [f"{name}: {value}" for name, value in self._added.items()]
        return "\r\n".join([first, *lines, *added, "", ""])


async def _pumped(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while content := await source.read(1 << 16):
            sink.write(content)
            await sink.drain()


@contextmanager
def proxied(behind: int, prefix: str, **added: str) -> Iterator[str]:
    """The address of a proxy before the server on that port, with the headers that it adds."""
    headers = {name.replace("_", "-"): value for name, value in added.items()}
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    serving = asyncio.start_server(Proxy(behind, prefix, headers).passed, "127.0.0.1", 0)
    server = asyncio.run_coroutine_threadsafe(serving, loop).result(10)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}{prefix}"
    finally:
        asyncio.run_coroutine_threadsafe(_stopped(server), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _stopped(server: asyncio.Server) -> None:
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
