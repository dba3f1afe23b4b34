"""An interactive prompt over the confined workers: SQL up to a semicolon, and words with a dot.

Tables go to stdout, talk to stderr. Without a terminal the statements come from stdin.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from warehouse import catalogue, clock
from warehouse.asking import Pool, rules
from warehouse.asking.invented import SAMPLES, says_invented
from warehouse.asking.limits import OWN
from warehouse.asking.statements import SETTING, split
from warehouse.asking.stream import shortened
from warehouse.catalogue import Table
from warehouse.errors import TrackerError
from warehouse.output import ROWS_IN_A_TABLE, distinct, write_table
from warehouse.paths import Store

PROMPT, MORE = "tracker> ", "    ...> "
KEPT_LINES = 1000
HELP = """\
Write SQL and end it with ; — `set variable` and `use` count from then on.
.tables           the tables there are, and what one row of each is
.schema TABLE     its columns: type and what each holds
.as_of DATE       answer from what was known on that day; .as_of alone: now
.help             this
.quit             leave, as Ctrl-D does; Ctrl-C ends a query"""
_WHOLE = "`python -m warehouse sql --csv` prints all"
_INVENTED = "ILLUSTRATIVE: rows where illustrative is true are invented data"
_MAY_BE = "may hold invented data: select illustrative too"


def run(store: Store) -> None:
    """Read and answer until the end.

    Raises TrackerError where there is no terminal and a statement failed.
    """
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    with Pool(store, OWN) as pool:
        shell = Shell(pool)
        if not is_terminal:
            shell.read(lambda _prompt: sys.stdin.readline())
            if shell.failed:
                raise TrackerError(
                    f"{shell.failed} of {shell.taken} statements failed",
                    "stdin",
                    "What is wrong with each is told above.",
                )
            return
        print(f"{HELP}\n", file=sys.stderr)
        with _Editing(shell.words):
            shell.read(lambda prompt: input(prompt) + "\n")


class Shell:
    """What is asked at one prompt: the day, what was set, and how many statements failed."""

    def __init__(self, pool: Pool) -> None:
        self.taken = self.failed = 0
        self._pool = pool
        self._as_of: date | None = None
        self._settings = ""
        self._samples: tuple[str, bool] | None = None
        self._commands: dict[str, Callable[[str], None]] = {
            ".tables": self._tables,
            ".schema": self._schema,
            ".as_of": self._known_on,
            ".help": lambda _rest: print(HELP),
        }

    def read(self, line_of: Callable[[str], str]) -> None:
        """Take lines until there are no more, or one says .quit."""
        text = ""
        while True:
            try:
                line = line_of(MORE if text.strip() else PROMPT)
            except KeyboardInterrupt:  # what was begun is dropped
                text = ""
                print(file=sys.stderr)
                continue
            except EOFError:
                line = ""
            if not text.strip() and line.strip() in (".quit", ".exit"):
                return
            text = self._took(text, line)
            if not line:
                return

    def words(self) -> list[str]:
        """What may be completed: words with a dot, tables, and their columns."""
        found = {*self._commands, ".quit"}
        for table in self._described():
            found |= {_name(table), *(column.name for column in table.columns)}
        return sorted(found)

    def _took(self, text: str, line: str) -> str:
        """What is left of the text once this line was added; at the end nothing is."""
        if not text.strip() and line.lstrip().startswith("."):
            self._try(self._command, line.strip())
            return ""
        statements, rest = split(text + line)
        if not line and rules.words(rest):
            statements, rest = [*statements, rest], ""
        for statement in statements:
            self._try(self._statement, statement.strip())
        return rest

    def _try(self, does: Callable[[str], None], text: str) -> None:
        self.taken += 1
        try:
            does(text)
        except TrackerError as error:
            self.failed += 1
            print(f"error: {error}", file=sys.stderr)
        except KeyboardInterrupt:
            self.failed += 1
            print("cancelled", file=sys.stderr)
        sys.stdout.flush()

    def _statement(self, text: str) -> None:
        first = next((word.name for word in rules.words(text)), "")
        if first in SETTING:
            self._pool.ask(f"{self._settings}{text}; values (1)", as_of=self._as_of)
            self._settings += f"{text}; "
            return
        answer = self._pool.ask(self._settings + text, as_of=self._as_of, limit=ROWS_IN_A_TABLE + 1)
        write_table(distinct(answer.columns), answer.rows(), _WHOLE)
        said = says_invented(answer)
        if said or (said is None and self._has_samples(answer.version)):
            print(_INVENTED if said else _MAY_BE, file=sys.stderr)

    def _has_samples(self, version: str) -> bool:
        if self._samples is None or self._samples[0] != version:
            found = self._pool.ask(SAMPLES)
            self._samples = (found.version, found.row_count > 0)
        return self._samples[1]

    def _command(self, line: str) -> None:
        name, _blank, rest = line.removesuffix(";").partition(" ")
        if name not in self._commands:
            raise TrackerError(f"There is no {name}", "the prompt", ".help lists what there is.")
        self._commands[name](rest.strip())

    def _tables(self, _rest: str) -> None:
        known = {table.name: table for table in self._described() if table.schema == "main"}
        rows = [(name, known[name].doc.split(". ")[0]) for name in catalogue.ASKED if name in known]
        write_table(["table", "one row is"], rows)

    def _schema(self, name: str) -> None:
        wanted = name.removeprefix("main.")
        table = next((one for one in self._described() if _name(one) == wanted), None)
        if table is None:
            raise TrackerError(
                f"There is no table {name!r}", ".schema", "The tables are listed by .tables."
            )
        rows = [(column.name, shortened(column.kind), column.doc) for column in table.columns]
        write_table(["column", "type", "what it holds"], rows)

    def _known_on(self, text: str) -> None:
        try:
            day = date.fromisoformat(text) if text else None
        except ValueError as error:
            raise TrackerError(f"{text!r} is not a day", ".as_of", "Write YYYY-MM-DD.") from error
        if day and day > clock.today():
            raise TrackerError(
                f"{day} is still to come", ".as_of", f"The newest is {clock.today()}."
            )
        self._as_of = day
        print(f"answers as known {f'on {day}' if day else 'now'}", file=sys.stderr)

    def _described(self) -> list[Table]:
        return catalogue.collected(self._pool.ask(catalogue.QUERY).rows())


def _name(table: Table) -> str:
    return table.name if table.schema == "main" else f"{table.schema}.{table.name}"


def history_file() -> Path:
    """Where the lines that were typed are kept, for this user alone."""
    state = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(state).expanduser() / "app-revenue-tracker" / "history"


class _Editing:
    """Arrow keys, history and completion, where Python has readline."""

    def __init__(self, words: Callable[[], list[str]]) -> None:
        self._words = words
        self._found: list[str] = []
        self._matches: list[str] = []

    def __enter__(self) -> None:
        with suppress(ImportError):
            import readline

            with suppress(OSError):
                readline.read_history_file(history_file())
            is_libedit = "libedit" in (readline.__doc__ or "")
            readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")
            readline.set_completer(self._complete)

    def __exit__(self, *_error: object) -> None:
        path = history_file()
        with suppress(ImportError, OSError):
            import readline

            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            readline.set_history_length(KEPT_LINES)
            path.touch(mode=0o600)
            readline.write_history_file(path)

    def _complete(self, text: str, place: int) -> str | None:
        """The words that begin so; after a dot, of what follows it, as in `g.val`."""
        if place == 0:
            with suppress(TrackerError):
                self._found = self._found or self._words()
            before, dot, begun = text.rpartition(".")
            whole = [word for word in self._found if word.startswith(text)]
            after = [f"{before}.{word}" for word in self._found if word.startswith(begun)]
            self._matches = whole or (after if dot and before else [])
        return self._matches[place] if place < len(self._matches) else None
