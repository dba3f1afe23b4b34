"""What fires: the rows of each rule's query whose state is not the one already in the journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.alerting.config import Rule
from ingest.config import Config
from warehouse import clock
from warehouse.alerts import journal
from warehouse.alerts.asked import Asked, Row, opened
from warehouse.alerts.journal import Journal, Line
from warehouse.status import Run, RunFile

NOT_READ = "not_read"
#: Written of a rule that is off or gone: once it is back, it looks as if for the first time.
OFF = "off"
#: A statement or restatement older than this is history, and no news.
NEWS_DAYS = 90


def of_version(config: Config, version: Path, known: Journal) -> list[Line]:
    """The lines of what a version shows anew, each rule's after those of the rules before it.

    Raises TrackerError when the version does not answer.
    """
    rules = [rule for rule in config.alerts.rules if rule.enabled]
    on = {rule.rule_id for rule in rules}
    off = [one for one, conditions in known.rules.items() if one not in on and conditions != OFF]
    lines = [{"what": journal.RULE, "rule": one, "conditions": OFF} for one in off]
    if rules:
        with opened(version, None) as (asked,):
            lines += [line for rule in rules for line in _of_rule(rule, asked, known)]
    return lines


def _of_rule(rule: Rule, asked: Asked, known: Journal) -> Iterator[Line]:
    """The causes come before the line that says that the rule has looked: when only a part of them
    gets written, the rule is still a new one and tells nobody of the rest.
    """
    before = known.rules.get(rule.rule_id)
    why = journal.NEW
    if before != rule.fingerprint:
        why = journal.ALREADY if before is None else journal.CHANGED
    parameters = {**rule.conditions, "illustrative": rule.illustrative, "days": NEWS_DAYS}
    if rule.kind == "pace":
        parameters["every_target"] = rule.conditions["target"] == "every"
    for row in asked.rows(f"candidates/{rule.kind}", parameters):
        last = known.states.get((rule.rule_id, row["subject"]))
        if last != row["state"] and not _is_less(rule, row["state"], last):
            first = rule.kind == "pace" and last is None and why == journal.NEW
            yield _line(rule, row, journal.FIRST if first else why)
    if before != rule.fingerprint:
        yield {"what": journal.RULE, "rule": rule.rule_id, "conditions": rule.fingerprint}


def _is_less(rule: Rule, state: str, last: str | None) -> bool:
    """A report of which fewer figures are left, as a file was withdrawn, is no new one."""
    return rule.kind == "new_report" and last is not None and state < last


def of_run(config: Config, run: Run, known: Journal) -> list[Line]:
    """The lines of what no version can show: a file that could not be read, no version made."""
    rules = [one for one in config.alerts.rules if one.enabled and one.kind == "load"]
    return [line for rule in rules for line in _of_load(rule, config, run, known)]


def _of_load(rule: Rule, config: Config, run: Run, known: Journal) -> Iterator[Line]:
    rows = [_published(run)]
    if NOT_READ in rule.conditions["outcomes"]:
        chosen = rule.conditions["sources"]
        files = [one for one in run["files"] if not chosen or one["source_id"] in chosen]
        rows += [_read(file, config) for file in files if file["source_id"]]
    for row in rows:
        last = known.states.get((rule.rule_id, row["subject"]))
        if row["is_over"]:
            if last not in (None, row["state"]):
                yield _line(rule, row, journal.OVER)
        elif last != row["state"] and (rule.illustrative or not row["illustrative"]):
            yield _line(rule, row, journal.NEW)


def _line(rule: Rule, row: Row, why: str) -> Line:
    channels = rule.channels if why == journal.NEW else ()
    return journal.fired_line(rule.rule_id, rule.kind, row, why, channels)


def _published(run: Run) -> Row:
    failed = run["reason"] is not None
    return {
        **_OF_RUNS,
        "subject": "publish",
        "state": "failed" if failed else "done",
        "sentence": f"No new version could be published: {run['reason']}"
        if failed
        else "Versions are published again.",
        "figure": "no new version" if failed else "",
        "facts": {
            "outcome": "not_published" if failed else "published",
            "reason": run["reason"],
        },
        "as_of": clock.today(),
        "source_id": None,
        "said_by": "the tracker",
        "illustrative": False,
        "is_over": not failed,
    }


def _read(file: RunFile, config: Config) -> Row:
    failed = file["outcome"] == NOT_READ
    invented = {source.source_id for source in config.sources if source.illustrative}
    name = f"{file['name']} of {file['source_id']}"
    return {
        **_OF_RUNS,
        "subject": f"read|{file['source_id']}|{file['name']}",
        "state": "not read" if failed else "read",
        "sentence": f"{name} could not be read: {file['reason']}"
        if failed
        else f"{name} could be read again.",
        "figure": "not read" if failed else "",
        "facts": {
            "outcome": "not_read" if failed else "read",
            "file": file["name"],
            "source_id": file["source_id"],
            "reason": file["reason"],
        },
        "as_of": clock.today(),
        "source_id": file["source_id"],
        "said_by": "the tracker",
        "illustrative": file["source_id"] in invented,
        "is_over": not failed,
    }


_OF_RUNS = {"address": "data"}
