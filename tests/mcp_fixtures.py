"""An assistant's end of the protocol: the SDK's own client on a server in a process of its own."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import Client, StdioServerParameters

from tests.warehouse_fixtures import PROJECT

COMMAND = ("-m", "warehouse", "mcp")
TODAY = "2026-11-24"


class Assistant:
    """A client that has started its server."""

    def __init__(self, portal: BlockingPortal, client: Client, process: psutil.Process) -> None:
        self.portal, self.client, self.process = portal, client, process

    def tools(self) -> dict[str, Any]:
        """The tools it is offered, by name."""
        return {tool.name: tool for tool in self.portal.call(self.client.list_tools).tools}

    def call(self, name: str, **arguments: Any) -> tuple[bool, Any]:
        """Whether the tool answered, and what it said: the text and the structure are one."""
        result = self.portal.call(self.client.call_tool, name, arguments)
        (text,) = result.content
        assert json.loads(text.text) == result.structured_content
        return not result.is_error, result.structured_content

    def answer(self, name: str, **arguments: Any) -> dict[str, Any]:
        """What a tool answers."""
        answered, said = self.call(name, **arguments)
        assert answered, said
        return dict(said)

    def refusal(self, name: str, **arguments: Any) -> dict[str, Any]:
        """Why a tool does not answer: what is wrong, where, and what to do."""
        answered, said = self.call(name, **arguments)
        assert not answered, said
        assert all(said[part] for part in ("problem", "where", "fix")), said
        return dict(said)


def surroundings(data: Path, **more: str) -> dict[str, str]:
    """The variables a server is started with."""
    ours = {"TRACKER_DATA": str(data), "TRACKER_TODAY": TODAY, "PYTHONPATH": str(PROJECT)}
    return {**ours, **more}


@contextmanager
def assistant(data: Path, *command: str, mode: str = "auto", **more: str) -> Iterator[Assistant]:
    """A client with a server over one data folder; both are gone afterwards."""
    started = StdioServerParameters(
        command=sys.executable,
        args=list(command or COMMAND),
        env=surroundings(data, **more),
        cwd=data.parent,
    )
    before = set(psutil.Process(os.getpid()).children())
    with start_blocking_portal() as portal:
        client = Client(started, mode=mode)
        with portal.wrap_async_context_manager(client):
            (process,) = set(psutil.Process(os.getpid()).children()) - before
            yield Assistant(portal, client, process)
