"""The warehouse on the command line: rebuild it, list its versions, ask it SQL (read only).

Results go to stdout, talk to stderr. Exit 0: done; 1: an error a person can act on; 2: wrong usage.
"""

import argparse
import io
import os
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date

import duckdb

from warehouse import guard
from warehouse.errors import TrackerError
from warehouse.locks import ingest_lock
from warehouse.output import write_csv, write_json, write_table
from warehouse.paths import Store
from warehouse.store import as_known_on, newest, open_version, publish, versions

ROWS_AT_ONCE = 10_000
WRITERS = {"table": write_table, "json": write_json, "csv": write_csv}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that lacks a letter shows its number
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        options.command(Store.from_env(), options)
        sys.stdout.flush()
    except TrackerError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # `| head` has seen enough; Python's own flush at exit must not say so
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print("stopped; nothing was changed", file=sys.stderr)
        return 1
    return 0


def rebuild(store: Store, options: argparse.Namespace) -> None:
    """Make a version from the ledger alone and publish it."""
    started = time.monotonic()
    store.make_folders()
    with ingest_lock(store):
        version = publish(store, full=True)
    if version is None:
        raise TrackerError(
            "The ledger is empty", str(store.ledger), "Run `python -m ingest run` first."
        )
    print(f"published {version.name} in {time.monotonic() - started:.1f} s", file=sys.stderr)


def list_versions(store: Store, options: argparse.Namespace) -> None:
    """Show the versions on disk, newest first."""
    columns = ["version", "published_at", "megabytes", "state"]
    rows = [
        (
            version.name,
            version.published_at,
            round(version.byte_size / 1e6, 1),
            "stray .wal" if version.has_stray_wal else "current" if version.is_current else "kept",
        )
        for version in versions(store)
    ]
    WRITERS[options.output](columns, rows)


def ask(store: Store, options: argparse.Namespace) -> None:
    """Run one query on the newest version; its rows are printed as they come."""
    with open_version(newest(store)) as connection:
        as_known_on(connection, options.as_of)
        guard.run(guard.lock(connection), options.query)
        columns = [column[0] for column in connection.description or []]
        WRITERS[options.output](columns, _rows(connection))


def _rows(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[object, ...]]:
    try:
        while rows := connection.fetchmany(ROWS_AT_ONCE):
            yield from rows
    except duckdb.Error as error:
        raise guard.failed(error) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m warehouse", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    command = commands.add_parser("rebuild", help="make an equal warehouse from the ledger alone")
    command.set_defaults(command=rebuild)
    command = commands.add_parser("versions", help="list the versions on disk, newest first")
    command.set_defaults(command=list_versions)
    _add_output(command)
    command = commands.add_parser("sql", help="run one query, read only")
    command.set_defaults(command=ask)
    command.add_argument("query", help='for example "from growth limit 5"')
    command.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="answer from what was known on that day, YYYY-MM-DD",
    )
    _add_output(command)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write YYYY-MM-DD") from error


def _add_output(command: argparse.ArgumentParser) -> None:
    choice = command.add_mutually_exclusive_group()
    for name in ("json", "csv"):
        choice.add_argument(
            f"--{name}",
            dest="output",
            action="store_const",
            const=name,
            help=f"print {name.upper()} instead of a table",
        )
    command.set_defaults(output="table")


if __name__ == "__main__":
    sys.exit(main())
