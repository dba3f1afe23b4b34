"""The process that runs strangers' SQL: one version, one question at a time, nothing else.

    python -I warehouse/asking/worker.py     what alone.py becomes; pipes lead to the pool

It takes the path of a version, opens it, gives up everything a query does not need, and answers
until the pool closes the pipe or kills it. It believes the pool; the pool does not believe it.
"""

from __future__ import annotations

import io
import json
import os
import pickle
import queue
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

if __name__ == "__main__":  # the interpreter is isolated: it knows no folder but Python's own
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import duckdb
import pyarrow as pa

from warehouse.asking import confine, functions, not_answered, rules, settled, wire
from warehouse.asking.not_answered import NotAnswered
from warehouse.errors import TrackerError
from warehouse.store import as_known_on_day, open_to_strangers

#: Set once the process is confined. The file system goes last but one, the key after it.
LOCKS = (
    "set enable_external_access = false",
    "set python_enable_replacements = false",
    "set allow_community_extensions = false",
    "set disabled_filesystems = 'LocalFileSystem'",
    "set lock_configuration = true",
)
ROWS_AT_ONCE = 10_000
_KNOWN_ON = "select getvariable('as_of')::date"


class Desk:
    """An open version and the way to its asker."""

    def __init__(self, version: Path, limits: dict[str, Any], output: BinaryIO) -> None:
        self.limits = limits
        self.output = output
        self.connection = open_to_strangers(version, limits["memory_mb"])
        known = functions.listed(self.connection)
        self.forbidden = rules.forbidden_functions(known)
        self.settled = settled.settled_functions(known)
        warm_up(self.connection)
        self.layers = confine_to(self.connection, limits)

    def say(self, kind: bytes, content: dict[str, Any]) -> None:
        """One frame of JSON."""
        wire.write(self.output, kind, json.dumps(content).encode())

    def answer(self, question: dict[str, Any]) -> None:
        """One question, to its end or its fault."""
        confine.allow_processor_time(self.limits["seconds"] * self.limits["threads"])
        text = question["text"]
        memory = self.limits["memory_mb"]
        cursor = self.connection.cursor()
        try:
            as_known_on_day(cursor, question["today"], question["as_of"])
            statements = rules.allowed(cursor, text, self.forbidden)
            self._run(cursor, statements, question["parameters"])
            self._send(cursor, statements, question)
        except NotAnswered as fault:
            self.say(wire.FAULT, fault.packed())
        except duckdb.Error as error:
            self.say(wire.FAULT, not_answered.of_duckdb(error, text, memory).packed())
        except (MemoryError, pa.ArrowMemoryError):
            self.say(wire.FAULT, not_answered.too_large(memory).packed())
        finally:
            cursor.close()

    def _run(
        self,
        cursor: duckdb.DuckDBPyConnection,
        statements: list[duckdb.Statement],
        parameters: dict[str, Any],
    ) -> None:
        wanted = {name for statement in statements for name in statement.named_parameters}
        if wanted != set(parameters):
            raise NotAnswered("failed", *_parameters_differ(wanted, set(parameters)))
        for statement in statements:
            if statement.type == duckdb.StatementType.TRANSACTION:
                continue  # around an explained pivot: the plan, not the end of it, is the answer
            names = statement.named_parameters
            cursor.execute(statement, {name: parameters[name] for name in names})

    def _send(
        self,
        cursor: duckdb.DuckDBPyConnection,
        statements: list[duckdb.Statement],
        question: dict[str, Any],
    ) -> None:
        columns = [(str(column[0]), str(column[1])) for column in cursor.description or []]
        self.say(wire.COLUMNS, {"columns": columns})
        rows, size, most = 0, 0, question["rows"]
        most_bytes = (question["answer_mb"] or 0) << 20
        at_once = ROWS_AT_ONCE if most is None else min(most + 1, ROWS_AT_ONCE)
        reader = cursor.to_arrow_reader(at_once)
        truncated = None
        with _Stream(self.output, reader.schema) as stream:
            for batch in _batches(reader, question["text"], self.limits["memory_mb"]):
                if most is not None and rows + batch.num_rows > most:
                    truncated, batch = "rows", batch.slice(0, most - rows)
                if most_bytes and size + batch.nbytes > most_bytes:
                    share = (most_bytes - size) / batch.nbytes
                    truncated, batch = "size", batch.slice(0, int(batch.num_rows * share))
                stream.write(batch)
                rows, size = rows + batch.num_rows, size + batch.nbytes
                if truncated:
                    break
            reader.close()
        self._say_the_end(cursor, statements, question, {"rows": rows, "truncated": truncated})

    def _say_the_end(
        self,
        cursor: duckdb.DuckDBPyConnection,
        statements: list[duckdb.Statement],
        question: dict[str, Any],
        sent: dict[str, Any],
    ) -> None:
        [known_on] = cursor.execute(_KNOWN_ON).fetchone() or [None]
        text = question["text"]
        more = {
            "known_on": known_on.isoformat() if isinstance(known_on, date) else None,
            "settled": settled.is_settled(cursor, text, statements, self.settled),
            "peak_mb": confine.peak_mb(),
        }
        self.say(wire.END, {**sent, **more})


class _Stream:
    """Batches written as the frames of one Arrow IPC stream."""

    def __init__(self, output: BinaryIO, schema: pa.Schema) -> None:
        self._output = output
        self._bytes = io.BytesIO()
        self._writer = pa.ipc.new_stream(self._bytes, schema)

    def __enter__(self) -> _Stream:
        return self

    def __exit__(self, *_error: object) -> None:
        self._writer.close()
        self._flush()

    def write(self, batch: pa.RecordBatch) -> None:
        """Send one batch."""
        self._writer.write_batch(batch)
        self._flush()

    def _flush(self) -> None:
        wire.write(self._output, wire.DATA, self._bytes.getvalue())
        self._bytes.seek(0)
        self._bytes.truncate()


def warm_up(connection: duckdb.DuckDBPyConnection) -> None:
    """Let every library load what it loads on first use, while there is a file system."""
    reader = connection.execute(
        "select now(), 1.5::decimal(4, 2), [1], $text", {"text": "a"}
    ).to_arrow_reader(1)
    with _Stream(io.BytesIO(), reader.schema) as stream:
        for batch in reader:
            stream.write(batch)
    rules.words("warm")
    as_known_on_day(connection.cursor(), date(2026, 1, 1), None)


def confine_to(connection: duckdb.DuckDBPyConnection, limits: dict[str, Any]) -> list[str]:
    """Take everything away, then start the threads that queries run on."""
    layers = confine.confine()
    connection.execute(f"set threads = {int(limits['threads'])}")
    for statement in LOCKS:
        connection.execute(statement)
    return layers


def _parameters_differ(wanted: set[str], given: set[str]) -> tuple[str, str]:
    missing, unused = sorted(wanted - given), sorted(given - wanted)
    said = [f"no value is given for ${name}" for name in missing]
    said += [f"the query has no ${name}" for name in unused]
    return f"The parameters do not fit: {', '.join(said)}", "Give each $name of the query a value."


def _batches(reader: pa.RecordBatchReader, text: str, memory_mb: int) -> Iterator[pa.RecordBatch]:
    """The rows as they are computed; a fault in a late one is the query's like one in the first."""
    while True:
        try:
            batch = reader.read_next_batch()
        except StopIteration:
            return
        except (OSError, pa.ArrowInvalid) as error:
            raise not_answered.of_text(str(error), text, memory_mb) from error
        yield batch


def _listen(source: BinaryIO, questions: queue.SimpleQueue[dict[str, Any]]) -> None:
    """Take questions; when the pool is gone end at once, whatever is being computed."""
    while frame := wire.read(source):
        questions.put(pickle.loads(frame[1]))
    os._exit(0)


def main() -> None:
    """Open what the pool names, then answer."""
    source = os.fdopen(os.dup(0), "rb")
    output = os.fdopen(os.dup(1), "wb")
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # whatever a library prints is no frame
        os.dup2(silent, stream)
    frame = wire.read(source)
    if frame is None:
        return
    opening = pickle.loads(frame[1])
    try:
        desk = Desk(opening["version"], opening["limits"], output)
    except (TrackerError, duckdb.Error) as error:
        fault = NotAnswered(
            "damaged",
            f"The version cannot be opened: {error}",
            "Run `python -m warehouse rebuild`; the ledger has everything it needs.",
        )
        wire.write(output, wire.FAULT, json.dumps(fault.packed()).encode())
        return
    questions: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(source, questions), daemon=True).start()
    layers = [*sys.argv[1:], *desk.layers, *confine.limit(opening["limits"]["memory_mb"])]
    desk.say(wire.READY, {"layers": layers, "peak_mb": confine.peak_mb()})
    while True:
        desk.answer(questions.get())


if __name__ == "__main__":
    main()
