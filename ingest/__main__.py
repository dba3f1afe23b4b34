"""`python -m ingest`: run, check, watch, status, alerts, and what people say about files.

Exit 0: done; 1: something was not; 2: wrong usage. What reads files takes a second to load, so each
command loads what it needs itself.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ingest import acted, answers, by_hand, configured
from ingest.config import Config, read_config
from ingest.landing import NotLanded
from ingest.output import print_json
from ingest.sources import candidates, named
from warehouse.acts import Doing, command_line
from warehouse.errors import TrackerError
from warehouse.paths import Store, unusable
from warehouse.status import read_heartbeat, read_runs

Command = Callable[[argparse.Namespace, Config, Store], int]

MOST_DAYS = 92
COMMANDS = {
    "run": "take in what is new of every source, of one, or the files named, and publish",
    "check": "say what a file would load, and why not; change nothing",
    "watch": "the scheduler: each source by its cron line, and the inbox",
    "status": "the scheduler, the last runs, and what waits for an answer",
    "formats": "the formats a file may have, told by its content",
    "map": "propose a column mapping for a table that no format knows",
    "add": "add one figure by hand, with its source",
    "alerts": "what fired, why, and where it was sent; or a test message to one channel",
    "digest": "what changed in the last days, as known then and now; --send tells its channels",
    "answer": "answer a file's questions, and load it",
    **{name: text for name, (text, _fits) in answers.DECISIONS.items()},
}


def parser() -> argparse.ArgumentParser:
    """The command line."""
    line = argparse.ArgumentParser(prog="python -m ingest", description=__doc__)
    commands = line.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text, description=text)
        if name in ("run", "check"):
            command.add_argument("--source", metavar="ID", help="the source of sources.toml")
            command.add_argument("files", nargs="*" if name == "run" else "+", metavar="FILE")
        if name in ("answer", *answers.DECISIONS):
            answers.add_options(command, name)
        if name == "add":
            by_hand.add_options(command)
        if name == "map":
            _add_options_of_map(command)
        if name == "alerts":
            command.add_argument("--test", metavar="CHANNEL", help="send it a test message now")
        if name == "digest":
            command.add_argument("--days", type=_days, metavar="N", help="how far back, else 7")
            command.add_argument("--send", action="store_true", help="to the channels of [digest]")
        if name != "watch":
            command.add_argument("--json", action="store_true", help="one JSON value on stdout")
    return line


def _add_options_of_map(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", help="one file of the kind")
    command.add_argument("--name", help="of the mapping; else made from the file's name")
    command.add_argument("--source", metavar="ID", help="a source whose words need no asking")
    command.add_argument(
        "--write", action="store_true", help="write config/formats/NAME.toml, never over another"
    )


def main(arguments: list[str] | None = None) -> int:
    """Run one command; a TrackerError is said in one line on stderr and exits 1."""
    options = parser().parse_args(arguments)
    try:
        config, store = read_config(_root()), Store.from_env()
        command = {
            "run": _run,
            "check": _check,
            "watch": _watch,
            "status": _status,
            "formats": _formats,
            "map": _map,
            "add": _add,
            "alerts": _alerts,
            "digest": _digest,
        }.get(options.command, _say)
        return _acting(command, options, config, store)
    except TrackerError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # `| head` has seen enough; Python's own flush at exit must not say so
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # the disk, wherever it failed
        print(f"error: {unusable(Path(error.filename or 'data folder'), error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; what was not committed is taken on the next run", file=sys.stderr)
        return 1


def _acting(command: Command, options: argparse.Namespace, config: Config, store: Store) -> int:
    """Run a command; one that changes something is written down first, and how it ended after."""
    deed = acted.deed(options, store)
    if deed is None:
        return command(options, config, store)
    with Doing(store, command_line(), deed) as act:
        code = command(options, config, store)
        if code:
            act.has_failed(acted.why(options.command, store))
    return code


def _root() -> Path:
    """The folder whose config/ is used: TRACKER_ROOT, else the checkout this file is in."""
    return Path(os.environ.get("TRACKER_ROOT") or Path(__file__).parent.parent).absolute()


def _run(options: argparse.Namespace, config: Config, store: Store) -> int:
    return _ran(options, config, store, "command", options.source, options.files)


def _ran(
    options: argparse.Namespace,
    config: Config,
    store: Store,
    trigger: str,
    source_id: str | None = None,
    files: Sequence[str] = (),
) -> int:
    from ingest.pipeline import Pipeline
    from ingest.report import reporter

    run = Pipeline(config, store, reporter(options.json)).run(trigger, source_id, files)
    return 1 if run["outcome"] == "failed" else 0


def _check(options: argparse.Namespace, config: Config, store: Store) -> int:
    from ingest import check as checking

    records: list[dict[str, Any]] = []
    bad = False
    for candidate in named(options.files, config, store, options.source):
        try:
            record = checking.check(candidate, config, store)
        except NotLanded as error:
            record, bad = (
                {"name": candidate.origin, "outcome": "not_read", "reason": str(error)},
                True,
            )
            print(f"error: {error}", file=sys.stderr)
        else:
            bad = bad or record["outcome"] != "accepted"
            if not options.json:
                print("\n".join(checking.lines(record)))
        records.append(record)
    if options.json:
        print_json(records)
    return 1 if bad else 0


def _watch(options: argparse.Namespace, config: Config, store: Store) -> int:
    from ingest.schedule import Watch

    Watch(config, store).run_until_stopped()
    return 0


def _formats(options: argparse.Namespace, config: Config, store: Store) -> int:
    from ingest.formats import formats

    if options.json:
        print_json([{"format": form.name, "title": form.title} for form in formats(config)])
        return 0
    for form in formats(config):
        print(f"{form.name}: {form.title}")
    return 0


def _map(options: argparse.Namespace, config: Config, store: Store) -> int:
    from ingest import propose

    name, text = propose.propose(options, config, propose.asking())
    if options.json:
        print_json({"name": name, "toml": text})
    else:
        print(text, end="")
    if options.write:
        written = propose.write(config, name, text)
        configured.expect(store, config.root, written)
        propose.tell(f"written: {written}")
    propose.tell(propose.how_to_check(name, options.file))
    return 0


def _add(options: argparse.Namespace, config: Config, store: Store) -> int:
    path = by_hand.write_figure(vars(options), config, store)
    return _ran(options, config, store, "add", files=[str(path)])


def _alerts(options: argparse.Namespace, config: Config, store: Store) -> int:
    from ingest.alerting import command

    return command.alerts(options.test, options.json, config, store)


def _digest(options: argparse.Namespace, config: Config, store: Store) -> int:
    from ingest.alerting import command

    return command.digest(options.days, options.send, options.json, config, store)


def _days(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= MOST_DAYS:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of days from 1 to {MOST_DAYS}")


def _say(options: argparse.Namespace, config: Config, store: Store) -> int:
    """Write down what a person says of one file, and act on it."""
    known = answers.find(store, options.file)
    answered = options.command == "answer"
    said = answers.words(options) if answered else {"reason": options.reason}
    answers.say(store, known, options.command, said)
    return _ran(options, config, store, options.command, known["source_id"])


def _status(options: argparse.Namespace, config: Config, store: Store) -> int:
    runs, heartbeat = read_runs(store)[-10:], read_heartbeat(store)
    waiting = [{"file": str(file.path), "why": file.why} for file in candidates(config, store)[1]]
    open_files = [
        {key: known[key] for key in ("snapshot_id", "name", "source_id", "outcome", "reason")}
        for known in answers.descriptions(store)
        if known["outcome"] in answers.OPEN
    ]
    if options.json:
        print_json({"scheduler": heartbeat, "runs": runs, "waiting": waiting, "open": open_files})
        return 0
    if heartbeat:
        print(f"scheduler: process {heartbeat['pid']} on {heartbeat['host']},", end=" ")
        print(f"last heard of at {heartbeat['beat_at']} UTC")
    else:
        print("scheduler: none is running; start it with `python -m ingest watch`")
    for run in runs:
        print(
            f"{run['started_at']} {run['trigger']}: {run['outcome']} {run['reason'] or ''}".rstrip()
        )
        for file in run["files"]:
            print(f"    {file['outcome']}: {file['name']} {file['reason'] or ''}".rstrip())
    for question in waiting:
        print(f"waiting: {question['file']}: {question['why']}")
    for known in open_files:
        named_as = f"{known['snapshot_id'][:12]}, {known['source_id']}"
        print(f"{known['outcome']}: {known['name']} ({named_as})\n    {known['reason']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
