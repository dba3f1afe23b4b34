"""A program on a terminal of its own, and a person at its keys."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from contextlib import suppress
from typing import Any

PATIENCE = 60
LINES, COLUMNS = 40, 140


class Terminal:
    """The program, what it has shown, and its keys."""

    def __init__(self, *command: str, **options: Any) -> None:
        self._mine, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.process = subprocess.Popen(
            command,
            stdin=its,
            stdout=its,
            stderr=its,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(its, termios.TIOCSCTTY, 0),  # Ctrl-C reaches it
            **options,
        )
        os.close(its)
        self._shown = ""

    def until(self, words: str) -> str:
        """What is shown up to these words; they are waited for, and gone for the next wait."""
        deadline = time.monotonic() + PATIENCE
        while words not in self._shown:
            left = deadline - time.monotonic()
            assert left > 0 and select.select([self._mine], [], [], left)[0], self._shown[-3000:]
            self._shown += os.read(self._mine, 65536).decode(errors="replace")
        before, found, self._shown = self._shown.partition(words)
        return before + found

    def types(self, keys: str) -> None:
        """Keys as a person types them."""
        os.write(self._mine, keys.encode())

    def interrupted(self, prompt: str) -> None:
        """Ctrl-C, again where the first came before the prompt looked for keys."""
        for _try in range(PATIENCE):
            self.types("\x03")
            if select.select([self._mine], [], [], 1)[0]:
                break
        self.until(prompt)

    def left(self) -> int:
        """The exit code once the program has shown its last and ended."""
        with suppress(OSError):  # its side of the terminal is closed
            while os.read(self._mine, 65536):
                continue
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End the program if it has not ended."""
        self.process.kill()
        self.process.wait()
        os.close(self._mine)
