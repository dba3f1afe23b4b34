"""Takes from this process what a query does not need: files, rights, and most of memory.

Each layer is taken where the system has it and named in what is returned. Linux has all of them;
the switch of user needs root. macOS has the resource limits alone, and its kernel does not hold a
process to `memory`. The network is left before, by `alone`.
"""

import ctypes
import os
import resource
import sys
from contextlib import suppress

NOBODY = 65534
_RESERVED_MB = 512

_NO_NEW_PRIVILEGES, _MAY_BE_DUMPED = 38, 4
_LANDLOCK_CREATE, _LANDLOCK_RESTRICT = 444, 446  # the same on every architecture
_LANDLOCK_VERSION = 1
#: Bits of everything Landlock knows to forbid, by the version of its interface.
_FILE_BITS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_NET_BITS, _SCOPE_BITS = 0b11, 0b11


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scopes", ctypes.c_uint64),
    )


def confine() -> list[str]:
    """Leave this thread, and those it starts, no file to open and no rights.

    What is open stays open. Called before other threads of this process matter.
    """
    with suppress(OSError):
        os.nice(5)  # a stranger's question never slows the dashboard down
    if sys.platform != "linux":
        return []
    libc = ctypes.CDLL(None, use_errno=True)
    layers = []
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    if _close_files(libc):
        layers.append("no files")
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        layers.append("no rights")
    libc.prctl(_MAY_BE_DUMPED, 0, 0, 0, 0)  # no core file, and no other process looks inside
    return layers


def limit(memory_mb: int) -> list[str]:
    """Hold the whole process to these bounds; nothing in it can raise them again."""
    bounds = {
        "RLIMIT_AS": _address_space(memory_mb),
        "RLIMIT_FSIZE": 0,  # no byte of any file
        "RLIMIT_NOFILE": 64,
        "RLIMIT_NPROC": 0,  # none more than there are
        "RLIMIT_CORE": 0,
    }
    held = []
    for name, bound in bounds.items():
        try:
            kind = getattr(resource, name)
            resource.setrlimit(kind, (bound, bound))
        except (AttributeError, ValueError, OSError):  # the system has no such limit
            continue
        held.append(name)
    return held


def allow_processor_time(seconds: float) -> None:
    """From now on; past it the system ends the process, whoever still waits for it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    bound = int(used.ru_utime + used.ru_stime + seconds) + 1
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (bound, resource.RLIM_INFINITY))


def peak_mb() -> int:
    """The most memory this process ever had."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak >> 20 if sys.platform == "darwin" else peak >> 10


def _close_files(libc: ctypes.CDLL) -> bool:
    """Landlock with no exception: no path can be opened, made, moved or removed."""
    version = libc.syscall(_LANDLOCK_CREATE, None, 0, _LANDLOCK_VERSION)
    if version < 1:
        return False
    asked = _Ruleset((1 << _FILE_BITS.get(version, 16)) - 1, 0, 0)
    size = 8
    if version >= 4:
        asked.network, size = _NET_BITS, 16
    if version >= 6:
        asked.scopes, size = _SCOPE_BITS, 24
    rules = libc.syscall(_LANDLOCK_CREATE, ctypes.byref(asked), size, 0)
    if rules < 0:
        return False
    done = libc.syscall(_LANDLOCK_RESTRICT, rules, 0) == 0
    os.close(rules)
    return bool(done)


def _address_space(memory_mb: int) -> int:
    """What is mapped now, what DuckDB may have, half as much again, and what allocators reserve.

    Each thread's allocator reserves more than it uses, by chance at one time and not at another.
    """
    mapped = 0
    with suppress(OSError), open("/proc/self/statm", encoding="ascii") as status:
        mapped = int(status.read().split()[0]) * resource.getpagesize()
    return (mapped or (1 << 30)) + (memory_mb * 3 // 2 + _RESERVED_MB << 20)
