"""`ingest map FILE`: a column mapping proposed from a file's header and first rows.

What the file cannot say is asked on a terminal; elsewhere it stands in the proposal as comments.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

import polars as pl

from ingest.config import Config, Source, fold
from ingest.config_keys import ID, Problems
from ingest.formats import formats
from ingest.formats.csv_rows import csv_batches
from ingest.formats.json_rows import json_batches
from ingest.formats.opened import open_file
from ingest.mapping import FAMILY, FOLDER, ValueColumn, read_mapping
from ingest.sample import PLAIN, ROWS, STYLES, Seen, is_said, look, metric_of
from ingest.sentences.reasons import ASKED
from ingest.vocabulary import BASES, COUNTRIES, GRAINS, MONEY, PLATFORMS
from warehouse.errors import TrackerError

Ask = Callable[[str, str, Collection[str]], str]

_ONE_WORD = {"app": (), "platform": PLATFORMS, "country": COUNTRIES, "grain": GRAINS}


def propose(options: argparse.Namespace, config: Config, ask: Ask) -> tuple[str, str]:
    """The name and the TOML of a mapping for the file.

    Raises Unreadable for a file that is no table, TrackerError for a name that cannot be one.
    """
    path = Path(options.file)
    if not path.is_file():
        raise TrackerError("there is no such file", str(path), "name a file of the kind to map")
    name = options.name or re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    if not ID.fullmatch(name):
        raise TrackerError(f"{name!r} cannot be its name", "--name", "use a-z, 0-9 and -")
    source = config.source(options.source) if options.source else None
    with tempfile.TemporaryDirectory(prefix="tracker-map-") as work:
        opened = open_file(path, path.name, Path(work), source.encoding if source else None)
        fitting = [form.name for form in formats(config) if form.recognise(opened) is not None]
        if fitting:
            tell(f"note: it has the format {', '.join(fitting)} already, without a mapping")
        is_json = opened.text.is_json
        batches = (json_batches if is_json else csv_batches)(opened.text)
        rows = next(iter(batches), pl.DataFrame()).head(ROWS)
        styles = PLAIN if is_json or opened.is_spreadsheet else STYLES
        seen = look(rows, config.app_names(), styles)
    return name, _toml(path.name, seen, source, _checked(ask, config))


def write(config: Config, name: str, text: str) -> Path:
    """Put the mapping into config/formats.

    Raises TrackerError when it is not whole yet, or one of its name is there.
    """
    problems = Problems()
    read_mapping(name, text, config.app_names(), problems)
    path = config.root / FOLDER / f"{name}.toml"
    if problems.found:
        raise TrackerError(
            "the proposal is not whole yet:\n  " + "\n  ".join(problems.found),
            str(path),
            "answer its questions on a terminal, or fill it in and save it there yourself",
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as handle:
            handle.write(text)
    except FileExistsError as error:
        raise TrackerError(
            "there is a mapping of this name", str(path), "choose another with --name"
        ) from error
    return path


def asking() -> Ask:
    """Asks on the terminal when there is one; else every answer is empty."""
    return _on_terminal if sys.stdin.isatty() and sys.stderr.isatty() else lambda *_: ""


def tell(text: str) -> None:
    """Say something beside the result."""
    print(text, file=sys.stderr)


def how_to_check(name: str, file: str) -> str:
    """What to do with a mapping."""
    return (
        f'name it in a source of config/sources.toml: format = "{FAMILY}.{name}"\n'
        f"then try a file, changing nothing: python -m ingest check {file} --source ID"
    )


def _on_terminal(key: str, question: str, choices: Collection[str]) -> str:
    listed = f" [{', '.join(sorted(choices))}]" if 0 < len(choices) <= 12 else ""
    tell(f"{question}{listed}? Enter leaves it open.")
    try:
        return input(f"{key}: ").strip()
    except EOFError:
        return ""


def _checked(ask: Ask, config: Config) -> Ask:
    """Asks again until the answer is empty or one of the choices."""

    def asked(key: str, question: str, choices: Collection[str]) -> str:
        known = choices or (config.app_names() if key == "app" else ())
        while answer := ask(key, question, choices):
            if not known or answer in known or fold(answer) in known:
                break
            tell(f"{answer!r} is none of them")
        return answer

    return asked


def _toml(file: str, seen: Seen, source: Source | None, ask: Ask) -> str:
    lines = [
        f"# Proposed from {' '.join(file.split())}: look through it. docs/formats/mapping.md"
        " explains each key.",
        f"title = {_text(Path(file).stem)}",
        "",
        "[columns]",
        *_dated(seen, ask),
        *_stated(seen, source, ask),
    ]
    for column, ways in seen.numbers.items():
        lines += ["", "[[value]]", *_value(column, ways, "unit" in seen.cells, source, ask)]
    if not seen.numbers:
        lines += ["", "# ask: no column reads as numbers throughout; [[value]] names one"]
    for column, words in seen.aggregates.items():
        listed = ", ".join(_text(word) for word in words)
        lines += [
            "",
            "# Are these sums or rests of other rows? Then take the # away.",
            "# [[leave_out]]",
            f"# column = {_text(column)}",
            f"# is = [{listed}]",
            '# reason = "a sum of other rows"',
        ]
    if seen.other:
        lines += ["", "# Passed over: " + ", ".join(" ".join(name.split()) for name in seen.other)]
    return "\n".join(lines) + "\n"


def _dated(seen: Seen, ask: Ask) -> list[str]:
    """period and as_of."""
    said = next((column for column in seen.dates if is_said(column)), None)
    period = next((column for column in seen.dates if column != said), None)
    lines = [] if period else ['# ask: period = { column = "…", dates = "…" }  # required']
    for ours, column in (("period", period), ("as_of", said)):
        if column is None:
            continue
        ways = seen.dates[column]
        chosen = ways[0]
        if len(ways) > 1:
            chosen = ask("dates", f"how are the dates in {column!r} written", ways)
        if chosen:
            lines.append(f"{ours} = {{ column = {_text(column)}, dates = {_text(chosen)} }}")
            continue
        lines.append(
            f"# ask: the dates of {_text(column)} can be read in {len(ways)} ways; take one"
        )
        lines += [
            f"# {ours} = {{ column = {_text(column)}, dates = {_text(way)} }}" for way in ways
        ]
    if said is None:
        lines.append(
            '# The day it was said: as_of of the source ("file name", "file time", a day).'
        )
    others = [column for column in seen.dates if column not in (period, said)]
    return lines + [f"# another column of dates: {_text(column)}" for column in others]


def _stated(seen: Seen, source: Source | None, ask: Ask) -> list[str]:
    """The columns of words, and what is one word for all rows."""
    lines = []
    for ours, (column, words) in seen.cells.items():
        pairs = ", ".join(f"{_text(theirs)} = {_text(word)}" for theirs, word in words.items())
        translated = f", words = {{ {pairs} }}" if pairs else ""
        lines.append(f"{ours} = {{ column = {_text(column)}{translated} }}")
    for ours, choices in _ONE_WORD.items():
        if ours in seen.cells:
            continue
        if source and getattr(source, ours):
            lines.append(f"# {ours}: {getattr(source, ours)}, from source {source.source_id}")
        elif answer := ask(ours, ASKED[ours](), choices):
            lines.append(f"{ours} = {{ fixed = {_text(answer)} }}")
        else:
            lines.append(f'# ask: {ours} = {{ fixed = "…" }}  # {ASKED[ours]()}')
    return lines


def _value(
    column: str, ways: list[ValueColumn], has_unit: bool, source: Source | None, ask: Ask
) -> list[str]:
    """One column of figures."""
    lines = [f"column = {_text(column)}"]
    question = f"which metric are the figures in {column!r} (revenue, downloads, mau)"
    metric = metric_of(column) or ask("metric", question, ())
    lines.append(f"metric = {_text(metric)}" if metric else '# ask: metric = "…"  # required')
    if metric not in ("downloads", "mau"):
        for key, choices in (("unit", MONEY), ("basis", [one for one in BASES if one != "none"])):
            if (source and getattr(source, key)) or (key == "unit" and has_unit):
                continue
            answer = ask(key, f"{column!r}: {ASKED[key]()}", choices)
            lines.append(f"{key} = {_text(answer)}" if answer else f'# ask: {key} = "…"')
        lines.append("# scale = 0.01  # when it is in cents; 1000 when in thousands")
    return lines + _spelling(column, ways, ask)


def _spelling(column: str, ways: list[ValueColumn], ask: Ask) -> list[str]:
    """How its numbers are written; where two spellings fit and nobody says which, no mapping."""
    examples = {one.example: one for one in ways}
    chosen = ways[0].example
    if len(ways) > 1:
        chosen = ask("numbers", f"how are the numbers in {column!r} written", examples)
    if not chosen:
        listed = " or ".join(examples)
        return [f"# ask: its numbers can be read as {listed}: say which", 'decimal = "?"']
    way, lines = examples[chosen], list[str]()
    lines += [f"decimal = {_text(way.decimal)}"] if way.decimal != "." else []
    lines += [f"thousands = {_text(way.thousands)}"] if way.thousands else []
    return lines + ([f"sign = {_text(way.sign)}"] if way.sign else [])


def _text(word: str) -> str:
    """A text as TOML writes it."""
    return json.dumps(word, ensure_ascii=False)
