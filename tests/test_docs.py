"""The README and docs/ say what the tracker does: examples are run, generated parts compared."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from docs import tables
from tests.docs_fixtures import ROOT, Shipped, block, command_line
from tests.programs import finished

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
ASKED = re.findall(r"```sql\n(.*?)```\n\n```text\n(.*?)```", README, re.S)


@pytest.fixture(scope="module")
def schemas() -> dict[str, list[tables.Table]]:
    return tables.described()


def test_every_table_and_column_is_described(schemas: dict[str, list[tables.Table]]) -> None:
    """Whoever meets a table in a SQL client reads there what a row and a column of it are."""
    assert set(schemas) == {"main", "raw"}
    for schema, described in schemas.items():
        for table in described:
            assert table.doc, f"{schema}.{table.name} does not say what one row is"
            bare = [column.name for column in table.columns if not column.doc]
            assert not bare, f"{schema}.{table.name}: no comment on {bare}"


def test_the_tables_page_is_what_the_comments_say(
    schemas: dict[str, list[tables.Table]],
) -> None:
    """docs/tables.md is written by `make docs`, never by hand."""
    page = tables.PAGE.read_text(encoding="utf-8")
    assert page == tables.page(schemas), "the comments changed: run `make docs`"


def test_the_readmes_list_of_tables_is_what_the_comments_say(
    schemas: dict[str, list[tables.Table]],
) -> None:
    """The short list is written by `make docs` too."""
    listed = tables.with_list(README, tables.short_list(schemas))
    assert listed == README, "the comments changed: run `make docs`"


def test_the_readme_has_questions_of_every_kind() -> None:
    """The examples below are found: there are some, and one is a replay."""
    assert len(ASKED) == README.count("```sql") >= 5
    assert any("set variable as_of = date '2026-02-14'" in query for query, _answer in ASKED)


@pytest.mark.parametrize(("query", "answer"), ASKED)
def test_each_question_of_the_readme_gets_the_answer_shown(
    query: str, answer: str, shipped: Shipped
) -> None:
    """What the README prints below a query is what the command prints."""
    assert shipped.answer("-m", "warehouse", "sql", query) == answer


def test_the_readmes_python_prints_what_is_shown(shipped: Shipped) -> None:
    """The example for notebooks runs as it stands."""
    found = re.search(r"<!-- python -->\n```python\n(.*?)```\n\n```text\n(.*?)```", README, re.S)
    assert found
    assert shipped.answer("-c", found[1]) == found[2]


def test_the_readmes_duckdb_line_names_a_table(shipped: Shipped) -> None:
    """The line for the DuckDB client opens the link read-only and asks for something that is."""
    found = re.fullmatch(
        r'duckdb -readonly data/warehouse.duckdb "(.*)"\n', block(README, "client")
    )
    assert found
    assert "fresh" in shipped.answer("-m", "warehouse", "sql", found[1], "--csv")


def test_the_readmes_source_is_added_as_written(shipped: Shipped, tmp_path: Path) -> None:
    """Declared, tried, dropped and loaded by the lines of the README, the figures appear."""
    shipped.copy_to(tmp_path)
    sources = tmp_path / "config" / "sources.toml"
    declared = block(README, "source")
    sources.write_text(sources.read_text(encoding="utf-8") + "\n" + declared, encoding="utf-8")
    dropped = tmp_path / "my-store-2026-11-05.csv"
    dropped.write_text(block(README, f"file: {dropped.name}"), encoding="utf-8")
    os.utime(dropped, (0, 0))
    surroundings = shipped.surroundings | {"TRACKER_DATA": "data", "TRACKER_ROOT": str(tmp_path)}
    ended = finished("bash", "-ec", block(README, "steps"), cwd=tmp_path, env=surroundings)
    assert ended.returncode == 0, ended.stderr
    assert "my-store-2026-11-05.csv: accepted if loaded now" in ended.stdout
    assert ended.stdout.endswith(block(README, "answer"))


COMMANDS = re.findall(r"^\| `python (-m \w+ \w+)[^`]*` \| (.*) \|$", README, re.M)


def test_the_readme_lists_every_command() -> None:
    """The table of commands has each command of the two programs, and no other."""
    listed = {tuple(command.split()[1:]) for command, _text in COMMANDS}
    offered = set()
    for package in ("ingest", "warehouse"):
        text = command_line(package, "--help")
        offered |= {(package, name) for name in re.findall(r"^    ([a-z]+) ", text, re.M)}
    assert listed == offered


@pytest.mark.parametrize(("command", "text"), COMMANDS)
def test_each_command_has_the_options_the_readme_names(command: str, text: str) -> None:
    """No option is left out of the README, and none is made up."""
    _m, package, name = command.split()
    offered = set(re.findall(r"--[a-z-]+", command_line(package, name, "--help"))) - {"--help"}
    assert set(re.findall(r"--[a-z-]+", text)) == offered


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_command_in_a_page_is_one_the_programs_take(page: Path) -> None:
    """Any `python -m …` line in the documents names a command and options that exist."""
    for package, name, rest in re.findall(
        r"python -m (ingest|warehouse) ([a-z]+)([^`|\n]*)", page.read_text(encoding="utf-8")
    ):
        offered = command_line(package, name, "--help")
        for option in re.findall(r"(?<= )--[a-z-]+", re.sub(r'"[^"]*"', "", rest)):
            assert option in offered, f"{package} {name} {option}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_link_leads_somewhere(page: Path) -> None:
    """A link to a file names one that is there, and one to a heading a heading that is there."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if target.startswith("https://"):
            continue
        name, _hash, heading = target.partition("#")
        file = page.parent / name if name else page
        assert file.exists(), f"{page.name}: {target}"
        if heading:
            headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.M)
            anchors = {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}
            assert heading in anchors, f"{page.name}: {target}"


def test_each_make_target_named_exists() -> None:
    """`make …` in the documents is a target of the Makefile."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):.*## ", makefile, re.M))
    for page in PAGES:
        code = re.findall(r"(?:`|^    )make ([a-z]+)", page.read_text(encoding="utf-8"), re.M)
        assert set(code) <= targets, page.name


def test_the_variables_are_those_the_code_reads() -> None:
    """Each variable of the README's table is read somewhere, and each TRACKER_ one is listed."""
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.M))
    named = [ROOT / "Makefile", ROOT / "Procfile"]
    code = [*ROOT.glob("*/*.py"), *ROOT.glob("scripts/*.sh"), *named]
    text = "\n".join(path.read_text(encoding="utf-8") for path in code if "tests" not in path.parts)
    assert listed == {"PORT", "ADDRESS", *re.findall(r"\bTRACKER_[A-Z]+\b", text)}


def test_the_reading_order_is_of_five_short_files() -> None:
    """Who reads the code in the README's order is through in half an hour."""
    order = re.findall(r"^\d\. \[`([^`]+)`\]", README, re.M)
    assert len(order) == 5
    assert all(len((ROOT / name).read_text("utf-8").splitlines()) < 300 for name in order)
