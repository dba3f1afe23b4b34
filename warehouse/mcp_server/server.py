"""The protocol: tools over stdin and stdout, and an end that leaves no process behind."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from functools import partial
from typing import Any

import anyio
import mcp.types as protocol
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from warehouse.asking import Limits, NotAnswered, Pool
from warehouse.errors import NoWarehouse, StrayWal, TrackerError
from warehouse.mcp_server import answers
from warehouse.mcp_server.tools import INSTRUCTIONS, Tools
from warehouse.paths import Store

NAME = "app-revenue-tracker"
_HINTS = protocol.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
#: An answer is shown to a model, which reads little: see answers.MOST_LETTERS.
LIMITS = Limits(answer_mb=2)
_REBUILD = "Whoever runs the tracker mends it with `python -m warehouse rebuild`."


def run(store: Store, limits: Limits | None = None) -> None:
    """Answer until stdin or stdout is closed, or the process is told to end."""
    with Pool(store, limits or LIMITS) as pool:
        heard = os.dup(1)  # the SDK turns stdout itself away, so that nothing prints between
        threading.Thread(target=_end_when_unheard, args=(pool, heard), daemon=True).start()
        try:
            anyio.run(_serve, pool)
        except* BrokenPipeError:  # whoever asked has left, and needs no answer
            pass


def _end_when_unheard(pool: Pool, output: int) -> None:
    """End once nobody reads the answers, also while stdin stays open and no answer is due."""
    listening = select.poll()
    listening.register(output, 0)  # nothing but its end
    listening.poll()
    pool.close()
    os._exit(0)


async def _serve(pool: Pool) -> None:
    async with anyio.create_task_group() as group:
        group.start_soon(_end_when_told, pool)
        server = _server(Tools(pool), _at_once(pool))
        async with stdio_server() as (questions, replies):
            await server.run(questions, replies, server.create_initialization_options())
        group.cancel_scope.cancel()


def _at_once(pool: Pool) -> anyio.CapacityLimiter:
    """Threads for questions: as many as are asked or wait, and one that is told it is busy."""
    return anyio.CapacityLimiter(pool.limits.workers + pool.limits.waiting + 1)


async def _end_when_told(pool: Pool) -> None:
    """End on a signal. The thread that reads stdin cannot be woken, so nothing waits for it."""
    with anyio.open_signal_receiver(signal.SIGTERM, signal.SIGINT) as signals:
        async for _signal in signals:
            pool.close()
            os._exit(0)


def _server(tools: Tools, threads: anyio.CapacityLimiter) -> Server[Any]:
    async def list_tools(
        _context: ServerRequestContext[Any], _params: protocol.PaginatedRequestParams | None
    ) -> protocol.ListToolsResult:
        return protocol.ListToolsResult(
            tools=[
                protocol.Tool(
                    name=tool.name,
                    description=tool.words,
                    input_schema=tool.takes.model_json_schema(),
                    annotations=_HINTS,
                )
                for tool in tools.all.values()
            ]
        )

    async def call_tool(
        _context: ServerRequestContext[Any], params: protocol.CallToolRequestParams
    ) -> protocol.CallToolResult:
        gone = threading.Event()
        work = partial(_called, tools, params.name, params.arguments or {}, gone)
        try:
            return await anyio.to_thread.run_sync(work, abandon_on_cancel=True, limiter=threads)
        finally:  # who asked has left: its worker is not needed for this any more
            gone.set()

    return Server(NAME, instructions=INSTRUCTIONS, on_list_tools=list_tools, on_call_tool=call_tool)


def _called(
    tools: Tools, name: str, given: dict[str, Any], gone: threading.Event
) -> protocol.CallToolResult:
    try:
        content = tools.call(name, given, gone.is_set)
    except TrackerError as error:
        return _result(refusal(error), is_error=True)
    return _result(content, is_error=False)


def _result(content: dict[str, Any], *, is_error: bool) -> protocol.CallToolResult:
    text = protocol.TextContent(type="text", text=answers.text_of(content))
    return protocol.CallToolResult(content=[text], structured_content=content, is_error=is_error)


def refusal(error: TrackerError) -> dict[str, Any]:
    """What is wrong, where, and what to do. No path of this machine goes to an assistant."""
    if isinstance(error, NotAnswered) and error.reason != "damaged":
        where = error.where
        if error.line is not None:
            where = f"{where}, line {error.line}, column {error.column}"
        said = {"problem": error.problem, "where": where, "fix": error.fix}
        return {**said, "reason": error.reason}
    if type(error) is TrackerError and not os.path.isabs(error.where):
        return {"problem": error.problem, "where": error.where, "fix": error.fix}
    print(f"error: {error}", file=sys.stderr)
    problem, fix = "The warehouse cannot be read", _REBUILD
    if isinstance(error, NoWarehouse):
        problem, fix = error.problem, error.fix
    if isinstance(error, StrayWal):
        problem = "Somebody wrote to the published version, so it is not read on"
    return {"problem": problem, "where": "the warehouse", "fix": fix}
