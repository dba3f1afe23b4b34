"""/api/v1/docs: the OpenAPI document as one page that loads nothing from anywhere."""

import re
from html import escape
from typing import Any

from api import openapi

STYLE = """
:root { color-scheme: light dark; --line: rgba(128, 136, 148, .35); }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem;
  padding: 1.5rem 1rem; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .25rem; overflow-wrap: anywhere; }
code { background: rgba(128, 136, 148, .12); border-radius: 3px; padding: 0 .25em;
  overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; table-layout: fixed; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .75rem .3rem 0; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
th:first-child { width: 32%; }
th:nth-child(2) { width: 16%; }
nav { columns: 4 11rem; }
nav a { display: block; }
summary { cursor: pointer; margin: .5rem 0; }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"


def page(document: dict[str, Any]) -> str:
    """The whole page."""
    info = document["info"]
    paths = document["paths"]
    prefix = document["servers"][0]["url"].rstrip("/")
    links = "".join(
        f"<a href='#{escape(about['get']['operationId'])}'>{escape(path)}</a>"
        for path, about in paths.items()
    )
    sections = "".join(_section(path, prefix, about["get"]) for path, about in paths.items())
    return (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<title>{escape(info['title'])}: API</title><style>{STYLE}</style></head><body>"
        f"<h1>{escape(info['title'])}: API</h1>{_prose(info['description'])}"
        f"<p>For programs: <a href='{escape(prefix)}/api/v1/openapi.json'>openapi.json</a></p>"
        f"<nav>{links}</nav>{sections}</body></html>"
    )


def _section(path: str, prefix: str, about: dict[str, Any]) -> str:
    parameters = about.get("parameters", [])
    words = about.get("description", about["summary"])
    address = escape(prefix + path)
    head = f"<h2 id='{escape(about['operationId'])}'><a href='{address}'>{escape(path)}</a></h2>"
    if not parameters:
        return f"{head}<p>{escape(words)}</p>"
    rows = "".join(
        f"<tr><td><code>{escape(one['name'])}</code></td><td>{escape(_kind(one['schema']))}</td>"
        f"<td>{escape(one['description'])}</td></tr>"
        for one in parameters
    )
    suffix = "svg" if path.startswith(openapi.CHART) else "csv"
    return (
        f"{head}<p>{escape(words)} <a href='{address}.{suffix}'>{suffix.upper()}</a></p>"
        f"<details><summary>{len(parameters)} parameters</summary><table><thead><tr>"
        "<th>parameter</th><th>type</th><th>what it is</th></tr></thead>"
        f"<tbody>{rows}</tbody></table></details>"
    )


def _kind(schema: dict[str, Any]) -> str:
    if "enum" in schema:
        return " | ".join(schema["enum"])
    return str(schema.get("format", schema["type"]))


def _prose(text: str) -> str:
    """Paragraphs of plain text with the two marks we use: **bold** and `code`."""
    shown = escape(text)
    shown = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", shown)
    shown = re.sub(r"`(.+?)`", r"<code>\1</code>", shown)
    return "".join(f"<p>{part}</p>" for part in shown.split("\n\n"))
