"""The warehouse on the command line: rebuild it, list its versions, ask it SQL (read only).

Results go to stdout, talk to stderr. Exit 0: done; 1: an error a person can act on; 2: wrong usage.
"""

import argparse
import io
import os
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from warehouse import clock, mcp_server, shell, simulate, smooth, tokens
from warehouse.acts import Deed, Doing, command_line
from warehouse.as_known import AsKnown
from warehouse.asking import Pool, files
from warehouse.asking.limits import OWN
from warehouse.errors import TrackerError
from warehouse.keeping.backup import backup
from warehouse.keeping.faults import counted
from warehouse.keeping.restore import restore
from warehouse.keeping.verify import verify
from warehouse.locks import ingest_lock
from warehouse.output import write_csv, write_json, write_table
from warehouse.paths import Store
from warehouse.store import newest, open_version, publish, versions

TOKEN_LINES = """lines:
  token add NAME [--scope read,sql] [--days 90]
  token list [--json | --csv]
  token revoke NAME"""
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
    with Doing(store, command_line(), Deed("rebuild", "the warehouse")):
        with ingest_lock(store):
            version = publish(store, full=True)
        if version is None:
            raise TrackerError(
                "The ledger is empty", str(store.ledger), "Run `python -m ingest run` first."
            )
    print(f"published {version.name} in {time.monotonic() - started:.1f} s", file=sys.stderr)


def look_for_damage(store: Store, options: argparse.Namespace) -> None:
    """Verify the data folder; each fault is a line."""
    faults = verify(store, lambda line: print(line, flush=True))
    for fault in faults:
        print(f"fault: {fault}")
    if faults:
        raise TrackerError(
            f"Found {counted(len(faults), 'fault')}", str(store.root), "Each says what to do."
        )
    print("sound")


def write_backup(store: Store, options: argparse.Namespace) -> None:
    """Write everything that cannot be made again into one file."""
    copied = backup(store, _config(), options.target, _talk)
    for name in copied.left_out:
        _talk(f"not in it, for its name: {name!r}")
    if copied.damaged:
        raise TrackerError(
            f"The backup is written, but {counted(len(copied.damaged), 'file')} of it were damaged "
            f"before: {', '.join(copied.damaged[:5])}",
            str(store.root),
            "Run `python -m warehouse verify`, and keep the backup before this one.",
        )


def bring_back(store: Store, options: argparse.Namespace) -> None:
    """Restore a backup into an empty data folder."""
    restored = restore(store, options.source, _config(), _talk)
    if restored.config:
        _talk(f"its configuration is not the present one and lies in {restored.config}: compare")
    _talk(f"readers now see {restored.version.stem}" if restored.version else "nothing to publish")


def _config() -> Path:
    """The folder of the configuration, as the ingest finds it."""
    root = os.environ.get("TRACKER_ROOT") or Path(__file__).parent.parent
    return Path(root).absolute() / "config"


def _talk(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


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


def add_token(store: Store, options: argparse.Namespace) -> None:
    """Make a token for the API, and print it: once."""
    scopes = [word.strip() for word in options.scope.split(",")]
    with Doing(store, command_line(), Deed("make_token", f"{options.name} ({options.scope})")):
        text = tokens.add(store, options.name, scopes, options.days)
    print(text)
    _talk("Keep it now: it is not shown again, and nobody can read it out of the data folder.")


def list_tokens(store: Store, options: argparse.Namespace) -> None:
    """Show who may ask the API, for what and how long; never the tokens."""
    rows = [
        (
            token.name,
            ",".join(token.scopes),
            token.made_at,
            token.expires_at,
            "expired" if token.has_expired() else "valid",
        )
        for token in tokens.listed(store)
    ]
    WRITERS[options.output](["name", "scope", "made_at", "expires_at", "state"], rows)


def revoke_token(store: Store, options: argparse.Namespace) -> None:
    """Forget a token."""
    with Doing(store, command_line(), Deed("revoke_token", options.name)):
        tokens.revoke(store, options.name)
    _talk(f"{options.name} opens nothing any more")


def ask(store: Store, options: argparse.Namespace) -> None:
    """Run one query on the newest version; its rows are printed as they come."""
    with Pool(store, OWN) as pool, pool.stream(options.query, as_of=options.as_of) as answer:
        WRITERS[options.output](answer.columns, answer.rows())


def work_out(store: Store, options: argparse.Namespace) -> None:
    """Work out a table that is drawn for a day, from what was known on it."""
    with open_version(newest(store)) as version:
        found = options.rows(AsKnown(version, options.as_of), options.as_of or clock.today())
    columns = list(found[0]) if found else ["target_id"]
    WRITERS[options.output](columns, [tuple(row.values()) for row in found])


def export(store: Store, options: argparse.Namespace) -> None:
    """Write one table to a file, whole."""
    path = options.to or Path(f"{options.table}.{options.format}")
    if path.exists():
        raise TrackerError("The file is there already", str(path), "Name another with --to.")
    with Pool(store, OWN) as pool:
        answer = pool.ask(files.whole(options.table), as_of=options.as_of)
    path.write_bytes(files.WRITERS[options.format](answer))
    print(f"{answer.row_count:,} rows of version {answer.version} in {path}", file=sys.stderr)


def prompt(store: Store, options: argparse.Namespace) -> None:
    """Read statements and answer each."""
    shell.run(store)


def assist(store: Store, options: argparse.Namespace) -> None:
    """Answer an assistant over stdin and stdout, until it leaves."""
    mcp_server.serve(store)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m warehouse", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    command = commands.add_parser("rebuild", help="make an equal warehouse from the ledger alone")
    command.set_defaults(command=rebuild)
    command = commands.add_parser("versions", help="list the versions on disk, newest first")
    command.set_defaults(command=list_versions)
    _add_output(command)
    command = commands.add_parser("verify", help="look for damage in everything that is kept")
    command.set_defaults(command=look_for_damage)
    command = commands.add_parser("backup", help="write all that was loaded into one file")
    command.set_defaults(command=write_backup)
    command.add_argument("target", type=Path, help="the file, or a folder to put one into")
    command = commands.add_parser("restore", help="bring a backup into an empty data folder")
    command.set_defaults(command=bring_back)
    command.add_argument("source", type=Path, help="the file")
    command = commands.add_parser("sql", help="run one query, read only")
    command.set_defaults(command=ask)
    command.add_argument("query", help='for example "from growth limit 5"')
    _add_day(command)
    _add_output(command)
    for name, table, rows in (
        ("simulate", "simulation", simulate.rows),
        ("smooth", "smoothing", smooth.rows),
    ):
        command = commands.add_parser(name, help=f"the table {table}, worked out for a day")
        command.set_defaults(command=work_out, rows=rows)
        _add_day(command)
        _add_output(command)
    command = commands.add_parser("export", help="write one table to a file")
    command.set_defaults(command=export)
    command.add_argument("table", help="for example growth, or raw.observation")
    command.add_argument("--format", choices=sorted(files.WRITERS), default="csv")
    command.add_argument("--to", type=Path, metavar="FILE", help="else TABLE.FORMAT here")
    _add_day(command)
    command = commands.add_parser("shell", help="ask at a prompt, or from standard input")
    command.set_defaults(command=prompt)
    command = commands.add_parser("mcp", help="answer an assistant by the Model Context Protocol")
    command.set_defaults(command=assist)
    _add_tokens(
        commands.add_parser(
            "token",
            help="who may ask the API where there is a login",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            epilog=TOKEN_LINES,
        )
    )
    return parser


def _add_tokens(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(required=True, metavar="command")
    command = commands.add_parser("add", help="make a token, and print it once")
    command.set_defaults(command=add_token)
    command.add_argument("name", help="who or what will use it")
    command.add_argument("--scope", default="read", help="read, sql or read,sql; else read")
    command.add_argument("--days", type=int, default=90, help="until it expires; else 90")
    command = commands.add_parser("list", help="list the tokens by name")
    command.set_defaults(command=list_tokens)
    _add_output(command)
    command = commands.add_parser("revoke", help="make a token open nothing from now on")
    command.set_defaults(command=revoke_token)
    command.add_argument("name")


def _add_day(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="answer from what was known on that day, YYYY-MM-DD",
    )


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
