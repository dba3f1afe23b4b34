"""What pool and worker say to each other: frames of a kind, a length and bytes.

Towards the worker the bytes are pickled, since it believes the pool. What comes back is JSON and
Arrow only: nothing that a worker says is run.
"""

import struct
from typing import IO

HEAD = struct.Struct(">cI")

READY = b"R"  #: the worker has its version open and is confined; JSON: how
COLUMNS = b"C"  #: JSON: the columns of the answer and their types
DATA = b"D"  #: the next bytes of one Arrow IPC stream
END = b"E"  #: JSON: the answer is whole, or cut off, and why
FAULT = b"F"  #: JSON: a NotAnswered, packed

LARGEST = 256 << 20  #: bytes of one frame


def write(stream: IO[bytes], kind: bytes, content: bytes) -> None:
    """Write one frame."""
    stream.write(HEAD.pack(kind, len(content)))
    stream.write(content)
    stream.flush()


def read(stream: IO[bytes]) -> tuple[bytes, bytes] | None:
    """The next frame, or None at the end."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, length = HEAD.unpack(head)
    content = stream.read(length)
    return (kind, content) if len(content) == length else None
