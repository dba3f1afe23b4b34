"""Writes docs/tables.md and the README's list of tables from the comments in the database.

`make docs` runs it. The comments come from warehouse/models and warehouse/schema; nothing is
written here by hand but the order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from warehouse import build
from warehouse.store import scratch

DOCS = Path(__file__).parent
README = DOCS.parent / "README.md"
PAGE = DOCS / "tables.md"
LIST = re.compile(r"(?<=<!-- tables -->\n).*?(?=<!-- /tables -->)", re.S)

#: What people ask, in the order of the README; every other view is a step on the way to these.
ASKED = (
    *("growth", "monthly", "month_to_date", "claims"),
    *("reported", "reported_to_date", "run_rates", "statements"),
    *("targets", "consensus", "pace", "scenarios", "paths"),
    *("share", "ratios", "reconciliation", "market", "market_share"),
    *("benchmarks", "event_study", "reported_in", "monthly_in"),
    *("coverage", "nowcast", "nowcast_record", "nowcast_score", "simulation"),
    *("restatements", "vintages"),
    *("lineage", "lineage_of_growth", "lineage_of_paths"),
    *("events", "apps"),
    *("freshness", "contradictions", "loads", "rejects"),
)

HEAD = """# Tables

Written by `make docs` from the comments in the database; do not edit. The same words are in any SQL
client: `select * from duckdb_columns() where schema_name = 'main'`.

Every table of `main` answers for now, or for the day named by `set variable as_of = date '…'`.
`raw` is what was loaded, as it was loaded. `mart` and `replay` hold the same tables as `main`,
worked out beforehand and on asking; ask `main`. An `enum` is one word of a closed list.
"""


@dataclass
class Described:
    """One table or view as the database describes itself."""

    name: str
    doc: str
    columns: list[tuple[str, str, str]] = field(default_factory=list)


def described() -> dict[str, list[Described]]:
    """Every table of `main` and `raw`, by schema."""
    with scratch() as connection:
        build.create_raw(connection)
        build.build(connection, fresh=True)
        query = (DOCS / "tables.sql").read_text(encoding="utf-8")
        rows = connection.execute(query).fetchall()
    schemas: dict[str, list[Described]] = {}
    for schema, name, doc, *column in rows:
        tables = schemas.setdefault(schema, [])
        if not tables or tables[-1].name != name:
            tables.append(Described(name, doc or ""))
        column_name, kind, text = column
        kind = re.sub(r"^enum\(.*", "enum", kind.lower())
        tables[-1].columns.append((column_name, kind, text or ""))
    return schemas


def page(schemas: dict[str, list[Described]]) -> str:
    """The whole of docs/tables.md."""
    asked = {table.name: table for table in schemas["main"]}
    steps = [table for name, table in asked.items() if name not in ASKED]
    parts = [HEAD, "\n## What people ask\n", *(_section(asked[name]) for name in ASKED)]
    parts += ["\n## Steps on the way\n", *(_section(table) for table in steps)]
    parts += ["\n## raw: as loaded\n", *(_section(table, "raw.") for table in schemas["raw"])]
    return "".join(parts)


def short_list(schemas: dict[str, list[Described]]) -> str:
    """The table in the README: what one row of each is."""
    docs = {table.name: table.doc for table in schemas["main"]}
    lines = ["| table | one row is |", "|---|---|"]
    for name in ASKED:
        sentence = docs[name].split(". ")[0].rstrip(".")
        lines.append(f"| [`{name}`](docs/tables.md#{name}) | {_cell(_uncapped(sentence))} |")
    return "\n".join(lines) + "\n"


def with_list(readme: str, lines: str) -> str:
    """The README with its list of tables replaced."""
    assert LIST.search(readme), "README.md has no <!-- tables --> and <!-- /tables -->"
    return LIST.sub(lambda _match: lines, readme)


def main() -> None:
    """Write both."""
    schemas = described()
    PAGE.write_text(page(schemas), encoding="utf-8")
    readme = README.read_text(encoding="utf-8")
    README.write_text(with_list(readme, short_list(schemas)), encoding="utf-8")


def _section(table: Described, prefix: str = "") -> str:
    lines = [f"\n### {prefix}{table.name}\n", f"{table.doc}\n", "| column | type | what it holds |"]
    lines.append("|---|---|---|")
    lines += [f"| `{name}` | {kind} | {_cell(text)} |" for name, kind, text in table.columns]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _uncapped(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


if __name__ == "__main__":
    main()
