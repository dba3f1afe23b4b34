"""The rules of the layout, as the code keeps them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parent.parent
PACKAGES = ("api", "ingest", "warehouse", "app_pages", "bench")


def modules(*packages: str) -> Iterator[tuple[str, ast.Module]]:
    """Each file of the packages, parsed."""
    for package in packages:
        for path in sorted((PROJECT / package).rglob("*.py")):
            yield str(path.relative_to(PROJECT)), ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> set[str]:
    """The first names of what a file imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_both_halves_meet_only_in_the_warehouse() -> None:
    """ingest and the web side never import each other, and the warehouse imports neither."""
    web = {"api", "app_pages", "dashboard", "streamlit"}
    for name, tree in modules("ingest"):
        assert not imports(tree) & web, name
    for name, tree in modules("app_pages", "api"):
        assert "ingest" not in imports(tree), name
    for name, tree in modules("warehouse"):
        assert not imports(tree) & {"ingest", *web}, name
    for name, tree in modules("api"):
        assert "streamlit" not in imports(tree), f"{name}: the API runs under any server"


def test_one_file_opens_duckdb() -> None:
    """duckdb.connect stands in warehouse/store.py alone (and where bare DuckDB is measured)."""
    opening = {
        name
        for name, tree in modules(*PACKAGES)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "connect"
        and isinstance(node.value, ast.Name)
        and node.value.id == "duckdb"
    }
    assert opening == {"warehouse/store.py", "bench/contenders.py", "bench/polluted.py"}


def test_nothing_catches_everything() -> None:
    """No bare except, no except Exception: each handler names what it expects."""
    for name, tree in modules(*PACKAGES, "docs", "scripts", "seeds"):
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, f"{name}:{node.lineno}"
                caught = ast.unparse(node.type)
                assert not re.search(r"\b(Base)?Exception\b", caught), f"{name}:{node.lineno}"


def test_files_and_functions_stay_short() -> None:
    """A file fits a short read (300 lines), a function a screen (50 lines)."""
    for name, tree in modules(*PACKAGES):
        length = len((PROJECT / name).read_text(encoding="utf-8").splitlines())
        assert length <= 300, f"{name}: {length} lines"
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno
                size = node.end_lineno - node.lineno + 1
                assert size <= 50, f"{name}: {node.name} has {size} lines"


def test_sql_lives_in_sql_files() -> None:
    """No select or create table in a Python text; one-line settings and comments aside."""
    statement = re.compile(r"\b(select\s.+\sfrom\s|create\s+(table|view)\s|insert\s+into\s)", re.I)
    for name, tree in modules("api", "ingest", "warehouse", "app_pages"):
        docs = {id(doc) for node in ast.walk(tree) for doc in docstring(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = statement.search(node.value) if id(node) not in docs else None
                assert not found, f"{name}:{node.lineno}: {node.value[:60]}"


def docstring(node: ast.AST) -> list[ast.expr]:
    """The docstring node of a module, class or function."""
    body = getattr(node, "body", None)
    if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
        return [body[0].value]
    return []


def test_every_module_says_what_it_is() -> None:
    """A stranger reads one sentence before any code; tests state the rule they protect."""
    for name, tree in modules(*PACKAGES):
        assert ast.get_docstring(tree), name
    for name, tree in modules("tests"):
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                assert ast.get_docstring(node), f"{name}: {node.name}"


def test_pages_have_nothing_to_compute_with() -> None:
    """Pages ask and draw: no library of arithmetic or statistics is imported there."""
    for name, tree in modules("app_pages"):
        assert not imports(tree) & {"numpy", "polars", "scipy", "statistics", "statsmodels"}, name


def test_what_smooths_is_loaded_when_months_are_smoothed() -> None:
    """statsmodels takes a second and 127 MB: one file uses it, and not before it smooths."""
    using = {name for name, tree in modules("api", "ingest", "warehouse") if smooths(tree)}
    assert using == {"warehouse/ets.py"}
    tree = ast.parse((PROJECT / "warehouse" / "ets.py").read_text(encoding="utf-8"))
    at_once = ast.Module([node for node in tree.body if not isinstance(node, ast.FunctionDef)], [])
    assert not smooths(at_once)


def smooths(tree: ast.Module) -> bool:
    """Whether the library of statistics, or what it brings, is imported somewhere in it."""
    return bool(imports(tree) & {"statsmodels", "scipy", "patsy", "formulaic"})


def test_code_names_no_app() -> None:
    """What is tracked is configuration: no Python or SQL of the tracker knows an app by name."""
    watched = re.compile(
        r"kling|keling|jimeng|kuaishou|bytedance|seedance|可靈|可灵|即夢|即梦|快手|duolingo|bumble",
        re.I,
    )
    files = [PROJECT / "dashboard.py"]
    for package in (*PACKAGES, "scripts"):
        files += [path for kind in ("*.py", "*.sql") for path in (PROJECT / package).rglob(kind)]
    assert len(files) > 100
    for path in sorted(files):
        found = watched.search(path.read_text(encoding="utf-8"))
        assert not found, f"{path.relative_to(PROJECT)}: {found}"
