"""A visitor of a Streamlit page by the protocol that its browser speaks, without the drawing."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

EARLY = ForwardMsg.FINISHED_EARLY_FOR_RERUN


class Session:
    """One tab: it opens a page, and changes one of its controls again and again."""

    def __init__(self, address: str, page: str, label: str) -> None:
        self._opening = connect(
            f"{address.replace('http', 'ws', 1)}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            open_timeout=60,
        )
        self.page, self.label = page, label
        self.charts: list[str] = []  # Plotly's figures of the last run, as JSON
        self.errors: list[str] = []
        self._control: ButtonGroup | None = None
        self._hash, self._chosen = "", 0

    async def __aenter__(self) -> Session:
        self._socket = await self._opening.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        await self._opening.__aexit__(kind, error, at)

    async def open(self) -> float:
        """Run the page for the first time; milliseconds until its script ended."""

        def first(state: ClientState) -> None:
            state.page_name = self.page

        return await self._run(first)

    async def change(self) -> float:
        """Choose the control's next option; milliseconds until the script ended."""
        control = self._control
        if control is None:
            raise SystemExit(f"{self.page} shows no control {self.label!r}")
        self._chosen = (self._chosen + 1) % len(control.options)

        def next_option(state: ClientState) -> None:
            state.page_script_hash = self._hash
            widget = state.widget_states.widgets.add()
            widget.id = control.id
            widget.string_array_value.data.append(control.options[self._chosen].content)

        return await self._run(next_option)

    async def _run(self, fill: Callable[[ClientState], None]) -> float:
        asked, begun = BackMsg(), time.perf_counter()
        fill(asked.rerun_script)
        await self._socket.send(asked.SerializeToString())
        self.charts = []
        while True:
            said = ForwardMsg()
            received = await self._socket.recv()
            assert isinstance(received, bytes)
            said.ParseFromString(received)
            kind = said.WhichOneof("type")
            if kind == "new_session":
                self._hash = said.new_session.page_script_hash
            elif kind == "delta":
                self._see(said)
            elif kind == "script_finished" and said.script_finished != EARLY:
                return 1000 * (time.perf_counter() - begun)

    def _see(self, said: ForwardMsg) -> None:
        element = said.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "button_group" and element.button_group.label == self.label:
            self._control = element.button_group
        elif kind == "plotly_chart":
            self.charts.append(element.plotly_chart.spec)
        elif kind == "exception":
            self.errors.append(f"{element.exception.type}: {element.exception.message}")
