"""Writes docs/tables.md and the README's list of tables from the comments in the database.

`make docs` runs it. The comments come from warehouse/models and warehouse/schema; nothing is
written here by hand.
"""

from __future__ import annotations

import re
from pathlib import Path

from warehouse import build, catalogue
from warehouse.catalogue import ASKED, Table
from warehouse.store import scratch

DOCS = Path(__file__).parent
README = DOCS.parent / "README.md"
PAGE = DOCS / "tables.md"
LIST = re.compile(r"(?<=<!-- tables -->\n).*?(?=<!-- /tables -->)", re.S)

HEAD = """# Tables

Written by `make docs` from the comments in the database; do not edit. The same words are in any SQL
client: `select * from duckdb_columns() where schema_name = 'main'`.

Every table of `main` answers for now, or for the day named by `set variable as_of = date '…'`.
`raw` is what was loaded, as it was loaded. `mart` and `replay` hold the same tables as `main`,
worked out beforehand and on asking; ask `main`. An `enum` is one word of a closed list.
"""


def described() -> dict[str, list[Table]]:
    """Every table of `main` and `raw`, by schema."""
    with scratch() as connection:
        build.create_raw(connection)
        build.build(connection, fresh=True)
        found = catalogue.tables(connection)
    schemas: dict[str, list[Table]] = {}
    for table in found:
        schemas.setdefault(table.schema, []).append(table)
    return schemas


def page(schemas: dict[str, list[Table]]) -> str:
    """The whole of docs/tables.md."""
    asked = {table.name: table for table in schemas["main"]}
    steps = [table for name, table in asked.items() if name not in ASKED]
    parts = [HEAD, "\n## What people ask\n", *(_section(asked[name]) for name in ASKED)]
    parts += ["\n## Steps on the way\n", *(_section(table) for table in steps)]
    parts += ["\n## raw: as loaded\n", *(_section(table, "raw.") for table in schemas["raw"])]
    return "".join(parts)


def short_list(schemas: dict[str, list[Table]]) -> str:
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


def _section(table: Table, prefix: str = "") -> str:
    lines = [f"\n### {prefix}{table.name}\n", f"{table.doc}\n", "| column | type | what it holds |"]
    lines.append("|---|---|---|")
    lines += [
        f"| `{column.name}` | {_kind(column.kind)} | {_cell(column.doc)} |"
        for column in table.columns
    ]
    return "\n".join(lines) + "\n"


def _kind(kind: str) -> str:
    return re.sub(r"^enum\(.*", "enum", kind.lower())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _uncapped(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


if __name__ == "__main__":
    main()
