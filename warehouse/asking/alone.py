"""The first moment of a worker: leaves the network while it is one thread, then becomes the worker.

    python -I -S warehouse/asking/alone.py     started by the pool

The system lets only a process of one thread into a user namespace, and a network is left by one
thread and those it starts. DuckDB and pyarrow start threads as soon as they are imported, so this
is a program of its own that imports neither, and nothing else of the tracker.
"""

import ctypes
import os
import sys

NO_NETWORK = "no network"
_WORKER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "worker.py")
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def leave_network() -> bool:
    """A network of its own, with nobody in it; False where the system does not allow that.

    Who is not root has to be another user inside. That is taken from it again by what it becomes:
    a program started by a user whom nobody knows has no rights in there either.
    """
    if sys.platform != "linux":
        return False
    flags = _NEW_NETWORK if os.geteuid() == 0 else _NEW_NETWORK | _NEW_USER
    return bool(ctypes.CDLL(None, use_errno=True).unshare(flags) == 0)


if __name__ == "__main__":
    layers = [NO_NETWORK] if leave_network() else []
    os.execv(sys.executable, [sys.executable, "-I", _WORKER, *layers])
