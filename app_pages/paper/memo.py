"""A page for a file or a mail: chart, table, meanings, sources, what changed; it asks nobody else.

As HTML it needs nothing. As PDF it needs WeasyPrint, which is not installed by default.
"""

import importlib
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from html import escape
from typing import Any

import plotly.graph_objects as go

from app_pages import formats
from app_pages.exports import Taken
from app_pages.language import N_, _, current
from app_pages.paper import flags, svg
from app_pages.paper.meanings import meaning

Row = dict[str, Any]

READ_HERE = 10
NEWS_HERE = SOURCES_HERE = 6
WHEN = ("month", "period_start", "first_said", "as_of")
COLUMNS = (
    "app", "app_id", "series", "issuer", "kind", "month", "month_end", "period_start",
    "period_end", "complete", "first_said", "as_of", "shown", "unit", "bound", "illustrative",
)  # fmt: skip
NO_PDF = N_(
    "PDF needs WeasyPrint: .venv/bin/pip install -r requirements-extras.txt, and the system's "
    "Pango (Debian: apt install libpango-1.0-0 libpangoft2-1.0-0; macOS: brew install pango)."
)
STYLE = """
@page { size: A4; margin: 11mm; }
body { font: 10pt/1.4 "Source Sans 3", "Noto Sans", "Noto Sans CJK TC", sans-serif;
  color: #1f2430; background: #fff; max-width: 60rem; margin: 0 auto; padding: 1rem; }
svg { max-width: 100%; height: auto; }
h2 { font-size: 11pt; margin: 0.9rem 0 0.2rem; }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
th, td { text-align: left; vertical-align: top; padding: 0.12rem 0.5rem 0.12rem 0;
  border-bottom: 1px solid #d9dce1; overflow-wrap: anywhere; }
th, td:first-child { overflow-wrap: normal; }
p { font-size: 8.5pt; margin: 0.1rem 0; overflow-wrap: anywhere; }
.mark { color: #b3202d; font-weight: 700; }
@media print {
  body { padding: 0; font-size: 8pt; line-height: 1.25; }
  svg { max-height: 84mm; }
  h2 { font-size: 9pt; margin-top: 0.3rem; }
  table, p { font-size: 6.8pt; }
  th, td { padding-top: 0; padding-bottom: 0; }
  .flags { columns: 2; }
}
"""


def picture(what: Taken, drawn: go.Figure, caveats: Sequence[str] = ()) -> bytes:
    """The chart as SVG, with its title, its words, its source and its day printed in it."""
    words = [*caveats, *flags.lines(drawn), *told(what)]
    text = svg.chart(drawn, what.title, what.note, words, invented=what.illustrative)
    return text.encode()


def html(what: Taken, drawn: go.Figure, lately: Sequence[Row]) -> bytes:
    """The memo as one file: nothing in it is fetched from anywhere."""
    image = svg.chart(drawn, what.title, what.note, told(what), invented=what.illustrative)
    marked = f'<p class="mark">{mark()}</p>' if what.illustrative else ""
    changed = _("Changed since last week")
    parts = [
        image,
        marked,
        flagged(drawn),
        table(_("What the chart shows"), lines(what, READ_HERE), len(what.rows)),
        table(changed, lately[:NEWS_HERE], len(lately))
        or _titled(changed, _("Nothing about these apps.")),
        table(_("Sources"), _named(what.sources), len(what.sources)),
        _meanings(what),
        _stands(what),
    ]
    text = (
        f'<!doctype html><html lang="{current()}"><head><meta charset="utf-8">'
        f"<title>{escape(what.title)}</title><style>{STYLE}</style></head><body>{''.join(parts)}</body></html>"
    )
    return text.encode()


@cache
def has_pdf() -> bool:
    """Whether WeasyPrint is installed and finds the libraries of the system that it needs."""
    try:
        importlib.import_module("weasyprint")
    except (ImportError, OSError):
        return False
    return True


def pdf(what: Taken, drawn: go.Figure, lately: Sequence[Row]) -> bytes:
    """The memo as PDF, where `has_pdf`."""
    from weasyprint import HTML

    page = HTML(string=html(what, drawn, lately).decode(), url_fetcher=_nothing)
    return bytes(page.write_pdf())


def _nothing(address: str) -> None:
    raise ValueError(f"a memo fetches nothing: {address}")


def mark() -> str:
    """What stands beside invented figures."""
    return _("ILLUSTRATIVE: some of these figures are invented and stand for nobody's revenue.")


def told(what: Taken) -> list[str]:
    """The lines under a picture: from whom, as known when, and where to see it."""
    feeds = [row["producer"] for row in what.sources if row.get("licence")]
    fixed = formats.day(what.knowledge_date or what.today)
    lines = [
        _("Source: {sources}. As known on {day}. Warehouse {version}.").format(
            sources=", ".join(dict.fromkeys(filter(None, feeds))) or _("see the table"),
            day=fixed,
            version=what.version,
        ),
        *([mark()] if what.illustrative else []),
        what.link,
    ]
    return [line for line in lines if line]


def lines(what: Taken, most: int) -> list[Row]:
    """The newest lines of a chart, with the columns that a page of paper has room for."""
    columns = [name for name in COLUMNS if what.rows and name in what.rows[0]]
    when = next((name for name in WHEN if name in columns), None)
    newest = sorted(what.rows, key=lambda row: str(row[when] or ""), reverse=True) if when else []
    return [{name: _text(row[name]) for name in columns} for row in newest[:most]]


def _named(sources: Sequence[Row]) -> list[Row]:
    columns = ("source", "producer", "licence", "address", "illustrative")
    return [{name: _text(row.get(name)) for name in columns} for row in sources[:SOURCES_HERE]]


def flagged(drawn: go.Figure) -> str:
    """The events that the picture flags by number."""
    title, *lines = flags.lines(drawn) or [""]
    words = "".join(f"<p>{escape(line)}</p>" for line in lines)
    head = f"<h2>{escape(title.rstrip(':：'))}</h2>"
    return f'{head}<div class="flags">{words}</div>' if lines else ""


def _meanings(what: Taken) -> str:
    shown = [name for name in COLUMNS if what.rows and name in what.rows[0]]
    words = "; ".join(f"{name}: {meaning(what.definitions.get(name, ''))}" for name in shown)
    return _titled(_("Meanings"), f"{words}.")


def _stands(what: Taken) -> str:
    about = what.told()
    kept = ("newest figure said", "knowledge date", "warehouse version", "link to the view")
    words = "; ".join(f"{_(name)}: {about[name]}" for name in kept if about[name])
    return _titled(_("Where this stands"), f"{words}.")


def _titled(title: str, text: str) -> str:
    return f"<h2>{escape(title)}</h2><p>{escape(text)}</p>"


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Decimal | float):
        return formats.exact(Decimal(str(value)))
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)


def table(title: str, rows: Sequence[Row], of: int) -> str:
    """A titled table; a short one says of how many rows it shows the newest."""
    if not rows:
        return ""
    columns = [name for name in rows[0] if any(row.get(name) not in (None, "") for row in rows)]
    head = "".join(f"<th>{escape(_(name))}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(str(row.get(n) or ''))}</td>" for n in columns) + "</tr>"
        for row in rows
    )
    few = _(" ({most} of {all}; the workbook has all)")
    some = few.format(most=len(rows), all=f"{of:,}") if of > len(rows) else ""
    named = f"<h2>{escape(title)}{some}</h2>" if title else ""
    return f"{named}<table><tr>{head}</tr>{body}</table>"
