"""Turns raw tables into the tables people query: one commented select in models/ each.

A model lives three times in a file: mart.X holds its rows for now (of a model that is not kept,
computes them), replay.X computes them for a knowledge date, and main.X, the one to query, answers
from whichever the session asks for.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import duckdb

from warehouse.errors import TrackerError
from warehouse.vocabulary import COUNTRIES, UNITS

HERE = Path(__file__).parent
SCHEMA = HERE / "schema"

#: What of the code decides what a version looks like, beside the texts.
CODE = ("ets.py", "simulate.py", "smooth.py", "vocabulary.py")

#: The tables that Python draws, each with a schema of its own.
DRAWN = ("simulation", "smoothing")

_DIRECTIVE = "kept: no"
_PARTS = "parts: "
_COMMENTED_COLUMN = re.compile(r"^\s*(?P<code>\S.*?),?\s+-- (?P<comment>.+)$")
_LAST_NAME = re.compile(r"(?:^|[\s.])(?P<name>[a-z_0-9]+)$")
_RAW_TABLE = re.compile(
    r"^-- (?P<doc>[^\n]+)\ncreate table raw\.(?P<name>\w+) \((?P<body>.*?)^\);", re.M | re.S
)


@dataclass(frozen=True)
class Model:
    """One model as its file states it."""

    name: str
    sql: str
    doc: str
    kept: bool
    columns: dict[str, str]
    #: Its rows of one value of these columns come from what it reads of the same value.
    parts: tuple[str, ...] = ()

    def reads(self, names: frozenset[str]) -> set[str]:
        """The other models it reads."""
        return (_mentioned(self.sql) & names) - {self.name}


#: A way to compute a kept model.
Refresh = Callable[[duckdb.DuckDBPyConnection, Model], None]


def fingerprint() -> str:
    """Sha256 of every text that decides what a version looks like."""
    digest = hashlib.sha256()
    texts = [
        *SCHEMA.glob("*.sql"),
        *(HERE / "models").glob("*.sql"),
        *(path for name in CODE for path in HERE.glob(name)),
    ]
    for path in sorted(texts):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


@cache
def models() -> tuple[Model, ...]:
    """Every model, each after those it reads."""
    parsed = {path.stem: _parse(path) for path in sorted((HERE / "models").glob("*.sql"))}
    names = frozenset(parsed)
    order = TopologicalSorter({name: model.reads(names) for name, model in parsed.items()})
    return tuple(parsed[name] for name in order.static_order())


def closure(sql: str) -> list[Model]:
    """The models a query reads and those that they read, each after its own."""
    wanted = _mentioned(sql)
    names = frozenset(model.name for model in models())
    chosen = []
    for model in reversed(models()):
        if model.name in wanted:
            wanted |= model.reads(names)
            chosen.append(model)
    return chosen[::-1]


def _mentioned(sql: str) -> set[str]:
    """The tables named without a schema."""
    code = re.sub(r"--.*", "", sql)
    return set(re.findall(r"\b(?:from|join)\s+([a-z_0-9]+)\b(?!\.)", code))


def create_raw(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the raw tables, empty, with their comments."""
    text = _text("raw")
    lists = {"countries": COUNTRIES, "units": UNITS}
    for name, words in lists.items():
        text = text.replace(f"{{{name}}}", ", ".join(_quoted(word) for word in sorted(words)))
    connection.execute(text)
    for table in _RAW_TABLE.finditer(text):
        _comment(connection, "table", f"raw.{table['name']}", table["doc"], _columns(table["body"]))


def refresh_whole(connection: duckdb.DuckDBPyConnection, model: Model) -> None:
    """Compute all rows of a kept model."""
    connection.execute(_filled("refresh", model))


def build(
    connection: duckdb.DuckDBPyConnection,
    *,
    fresh: bool,
    refresh: Refresh = refresh_whole,
) -> None:
    """Compute every model from the raw tables; in a fresh file also make what people query.

    While a draft is made, a model reads the others straight from mart. Making a view binds all it
    reads, down to the raw tables: so each replay begins as a stand-in that reads its own mart
    table, and the true ones follow, each while what it reads is a stand-in still.
    """
    connection.execute("set search_path = 'mart,main'")
    for model in models():
        if model.kept:
            refresh(connection, model)
        if fresh:
            connection.execute(_filled("standin" if model.kept else "computed", model))
            _comment(connection, "view", f"main.{model.name}", model.doc, model.columns)
    if fresh:
        for model in reversed(models()):
            if model.kept:
                connection.execute(_filled("kept", model))
        add_drawn(connection)


def add_drawn(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables of main that no select makes: Python fills them when a version is made."""
    for name in DRAWN:
        text = _text(name)
        connection.execute(text)
        connection.execute(_text(f"{name}_view"))
        doc, body = text.split("\n", 1)
        _comment(connection, "view", f"main.{name}", doc.removeprefix("-- "), _columns(body))


def _text(name: str) -> str:
    return (SCHEMA / f"{name}.sql").read_text(encoding="utf-8")


def filled(template: str, **places: str) -> str:
    """A file of the schema folder, its places filled."""
    text = _text(template)
    for place, words in places.items():
        text = text.replace(f"{{{place}}}", words)
    return text


def _filled(template: str, model: Model) -> str:
    return filled(template, model=model.name, select=model.sql)


def _parse(path: Path) -> Model:
    sql = path.read_text(encoding="utf-8").strip()
    heading: list[str] = []
    for line in sql.splitlines():
        if not line.startswith("--"):
            break
        heading.append(line.removeprefix("--").strip())
    kept = _DIRECTIVE not in heading
    parts = [line.removeprefix(_PARTS) for line in heading if line.startswith(_PARTS)]
    said = (line for line in heading if line != _DIRECTIVE and not line.startswith(_PARTS))
    doc = " ".join(said)
    if not doc:
        raise TrackerError(
            "The model does not say what one row is",
            str(path),
            "Begin the file with a comment: what one row is.",
        )
    last_select = sql[sql.rindex("\nselect\n") :] if "\nselect\n" in sql else sql
    return Model(
        path.stem,
        sql,
        doc,
        kept,
        _columns(last_select),
        tuple(", ".join(parts).split(", ")) if parts else (),
    )


def _columns(select_list: str) -> dict[str, str]:
    """Comments by column: of each line that ends in one, the last name before it."""
    comments: dict[str, str] = {}
    for line in select_list.splitlines():
        commented = _COMMENTED_COLUMN.match(line)
        if commented is None:
            continue
        code = commented["code"]
        ddl = re.match(r"^(?P<name>\w+) (?:[A-Z]{3,}|raw\.)", code)
        name = ddl or _LAST_NAME.search(code)
        if name:
            comments[name["name"]] = commented["comment"].strip()
    return comments


def _comment(
    connection: duckdb.DuckDBPyConnection,
    kind: str,
    name: str,
    doc: str,
    columns: dict[str, str],
) -> None:
    connection.execute(f"comment on {kind} {name} is {_quoted(doc)}")
    for column, comment in columns.items():
        connection.execute(f"comment on column {name}.{column} is {_quoted(comment)}")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
