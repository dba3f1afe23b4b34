"""The digest: what changed in the last days, as known then and now, as text and as HTML.

Every line is asked from the models; here lines are only put in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from pathlib import Path

from ingest.alerting.message import INVENTED, of_origin
from ingest.alerting.send import NAME, Message
from ingest.vocabulary import KINDS
from warehouse import clock
from warehouse.alerts.asked import Asked, Row, opened
from warehouse.alerts.journal import Journal

#: Of very many lines of one kind the first are written out.
MOST = 15
NOTHING = "Nothing."


@dataclass(frozen=True)
class Line:
    """One thing that changed or stands: what, by whom and when, where it is seen, how it was."""

    sentence: str
    origin: str
    address: str
    then: str | None = None


@dataclass(frozen=True)
class Digest:
    """The parts of a digest, in the order they are read."""

    since: date
    until: date
    version: str
    parts: tuple[tuple[str, tuple[Line, ...]], ...]


def made(version: Path, known: Journal, days: int, illustrative: bool) -> Digest:
    """The digest of the last days.

    Raises TrackerError when the version does not answer.
    """
    until = clock.today()
    since = until - timedelta(days=days)
    with opened(version, None, since) as (now, then):
        about = {"illustrative": illustrative, "days": days}
        parts = (
            ("Headline target", _compared(now, then, "digest/pace", about)),
            ("New reports and statements", _listed(now, "candidates/new_report", _NEW | about)),
            ("Restated figures", _listed(now, "candidates/restatement", _RESTATED | about)),
            ("Newest month", _compared(now, then, "digest/growth", about)),
            ("Late sources", _listed(now, "candidates/source_late", {"sources": [], **about})),
            ("Files refused, held or waiting", _listed(now, "digest/files", about)),
            ("Alerts that fired", _fired(known, since, illustrative)),
        )
    return Digest(since, until, version.stem, parts)


#: Everything public, whatever its app; an estimate of a feed is no statement.
_NEW: Row = {
    "kinds": sorted(kind for kind in KINDS if kind != "estimate"),
    "metric": None,
    "apps": [],
}
_RESTATED: Row = {"size": 0.0, "metric": None, "apps": []}


def message(digest: Digest, dashboard: str) -> Message:
    """The digest as a message."""
    span = f"{_day(digest.since)} to {_day(digest.until)}"
    invented = any(
        line.sentence.startswith(INVENTED) for _t, lines in digest.parts for line in lines
    )
    note = " Lines marked ILLUSTRATIVE hold invented figures." if invented else ""
    head = (
        f"What changed from {span}, as known today; “then” is as known on {_day(digest.since)}. "
        f"Version {digest.version}.{note}"
    )
    texts, html = [head], [f"<p>{escape(head)}</p>"]
    for title, lines in digest.parts:
        shown = lines[:MOST]
        more = f"and {len(lines) - MOST} more" if len(lines) > MOST else ""
        rows = [_text(line, dashboard) for line in shown] or [f"  {NOTHING}"]
        texts.append("\n".join([title.upper(), *rows, *([f"  {more}"] if more else [])]))
        items = [_html(line, dashboard) for line in shown] or [NOTHING]
        items += [more] if more else []
        listed = "".join(f"<li>{item}</li>" for item in items)
        html.append(f"<h3>{escape(title)}</h3><ul>{listed}</ul>")
    return Message(f"{NAME}: {span}", "\n\n".join(texts) + "\n", "\n".join(html))


def _compared(now: Asked, then: Asked, name: str, parameters: Row) -> tuple[Line, ...]:
    """Each line of today with what it said then; one that was not there then says so."""
    before = {row["subject"]: row for row in then.rows(name, parameters)}
    return tuple(
        _line(row, _then(row, before.get(row["subject"]))) for row in now.rows(name, parameters)
    )


def _then(row: Row, before: Row | None) -> str:
    if before is None:
        return "not known then"
    return "the same" if before["sentence"] == row["sentence"] else str(before["sentence"])


def _listed(asked: Asked, name: str, parameters: Row) -> tuple[Line, ...]:
    return tuple(_line(row) for row in asked.rows(name, parameters))


def _fired(known: Journal, since: date, illustrative: bool) -> tuple[Line, ...]:
    return tuple(
        _line(vars(alert))
        for alert in known.alerts[::-1]
        if alert.told
        and alert.fired_at[:10] > since.isoformat()
        and (illustrative or not alert.illustrative)
    )


def _line(row: Row, then: str | None = None) -> Line:
    mark = INVENTED if row["illustrative"] else ""
    sentence = str(row["sentence"]).rstrip(".")
    return Line(f"{mark}{sentence}.", of_origin(row), str(row["address"]), then)


def _text(line: Line, dashboard: str) -> str:
    then = f"\n      then: {line.then}" if line.then else ""
    return f"  - {line.sentence}{then}\n      {line.origin}\n      {dashboard}/{line.address}"


def _html(line: Line, dashboard: str) -> str:
    then = f"<br>then: {escape(line.then)}" if line.then else ""
    link = escape(f"{dashboard}/{line.address}", quote=True)
    return f'<a href="{link}">{escape(line.sentence)}</a>{then}<br>{escape(line.origin)}'


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
