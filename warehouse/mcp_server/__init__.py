"""The warehouse for assistants: a server of the Model Context Protocol over stdin and stdout.

It asks through the same confined workers as the Ask page, with the same limits, and opens nothing
itself. The protocol is the official SDK's, which is installed by who needs it.
"""

from warehouse.errors import TrackerError
from warehouse.paths import Store


def serve(store: Store) -> None:
    """Answer on stdin and stdout until stdin is closed.

    Raises TrackerError where the SDK is not installed.
    """
    try:
        from warehouse.mcp_server import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != "mcp":
            raise
        raise TrackerError(
            "The SDK of the Model Context Protocol is not installed",
            "the package mcp",
            "Run `.venv/bin/pip install -r requirements-extras.txt`, or take that line of it.",
        ) from error
    server.run(store)
