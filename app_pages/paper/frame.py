"""One chart as a page of its own, for a frame on another page: it fetches and runs nothing.

Words and figures are text of the page; on a narrow one the picture scrolls within its own frame.
"""

from collections.abc import Sequence
from html import escape

import plotly.graph_objects as go

from app_pages import language
from app_pages.exports import Taken
from app_pages.language import _, _n
from app_pages.paper import memo, svg

STYLE = """
:root { color-scheme: light; }
body { font: 14px/1.45 "Source Sans 3", "Noto Sans", "Noto Sans CJK TC", sans-serif;
  color: #1f2430; background: #fff; margin: 0 auto; padding: 12px; max-width: 960px; }
h1 { font-size: 1.25rem; line-height: 1.3; margin: 0; }
h2 { font-size: 1rem; margin: 0.75rem 0 0.25rem; }
p { margin: 0.35rem 0; overflow-wrap: anywhere; }
a { color: #0b5cad; }
.picture, .figures { overflow-x: auto; }
svg { display: block; width: 100%; min-width: 660px; height: auto; }
summary { cursor: pointer; }
table { border-collapse: collapse; font-size: 0.85rem; }
th, td { text-align: left; vertical-align: top; padding: 0.15rem 0.75rem 0.15rem 0;
  border-bottom: 1px solid #d9dce1; white-space: nowrap; }
.mark { color: #b3202d; font-weight: 700; }
"""


def page(what: Taken, drawn: go.Figure, caveats: Sequence[str]) -> str:
    """Title, what it shows, picture, caveats, every figure drawn, and where it stands."""
    image = svg.chart(drawn, what.title, "", [], invented=what.illustrative, is_named=False)
    mark, told = memo.mark(), memo.told(what)
    figures = memo.table("", memo.lines(what, len(what.rows)), len(what.rows))
    opens = _n("{n} figure drawn", "{n} figures drawn", len(what.rows))
    leads = _("See it in the tracker")
    parts = [
        f"<h1>{escape(what.title)}</h1>",
        *(f'<p class="mark">{escape(text)}</p>' for text in told if text == mark),
        _paragraphs([what.note]),
        _scrolls("picture", _("Picture"), image),
        _paragraphs(caveats),
        memo.flagged(drawn),
        f"<details><summary>{escape(opens)}</summary>",
        _scrolls("figures", opens, figures),
        "</details>",
        _paragraphs([text for text in told if text not in (mark, what.link)]),
        f'<p><a href="{escape(what.link)}" target="_blank" rel="noopener">{escape(leads)}</a></p>',
    ]
    return (
        f'<!doctype html><html lang="{language.current()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(what.title)}</title><style>{STYLE}</style></head>"
        f"<body><main>{''.join(parts)}</main></body></html>"
    )


def _paragraphs(texts: Sequence[str]) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _scrolls(kind: str, name: str, content: str) -> str:
    """A part that may be wider than the frame, and is moved by the arrow keys too."""
    about = f'tabindex="0" role="region" aria-label="{escape(name)}"'
    return f'<div class="{kind}" {about}>{content}</div>'
