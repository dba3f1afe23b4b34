"""No password, key or token of anybody lies in the project, or ever did: by detect-secrets' rules.

Its two rules of entropy are left out, since hashes are everywhere here.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.core.scan import scan_line
from detect_secrets.settings import transient_settings

from tests.needed import absent

ROOT = Path(__file__).parent.parent
GUESSES = {"Base64HighEntropyString", "HexHighEntropyString", "IPPublicDetector"}
RULES = {found.__name__ for found in get_mapping_from_secret_type_to_class().values()} - GUESSES
#: What examples, tests and benchmarks write where a secret would stand: all that is let through.
KNOWN = {
    *("ALERTS_DESK", "HOOK", "MAIL", "PLANTED", "password", "secrets"),
    *("correct-horse-battery", "hunter2-hunter2", "hunter22", "mailto://me:hunter22@mail.example"),
    *("p%40ss-{SECRET}", "planted/pass word", "only for this test", "not asked for"),
    *("measuring", "made up for measuring, and of no use elsewhere"),  # bench/superset.py
}
#: Folders of a copy that nobody wrote.
MADE = {
    ".venv",
    "__pycache__",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
    "data",
}
#: Tokens of the shapes that services give out, in two parts, so that this file holds none.
TOKENS = [
    ("AKIA", "Q3EGRIHTLVVOXB6N"),
    ("ghp_", "wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx"),
    ("xoxb-", "283316862324-298911817009-S1dLmQzyX2bVpZ4cK8hTrWqA"),
    ("-----BEGIN RSA ", "PRIVATE KEY-----"),
    ("https://ingest:", "vK8wQz2mX7@sensors.invalid/feed"),
    ('api_key = "', 'vK8wQz2mX7pL4nR9tB3c"'),
]


def git(folder: Path, *arguments: str) -> str:
    """What git says about a folder."""
    ran = subprocess.run(
        # whoever owns the copy: it is only read
        ["git", "-c", "safe.directory=*", "-C", str(folder), *arguments],
        capture_output=True,
        check=False,
        timeout=120,
    )
    if ran.returncode:
        absent(f"no history to look through: {ran.stderr.decode(errors='replace')}")
    return ran.stdout.decode("utf-8", "replace")


def written_now(folder: Path) -> set[str]:
    """Each line of each file that git has or would take; of a copy without git, of each file."""
    if (folder / ".git").exists():
        names = git(folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        paths = [folder / name for name in names.split("\0") if name]
    else:
        paths = [path for path in folder.rglob("*") if not MADE & {*path.parts}]
    texts = [path.read_bytes() for path in paths if path.is_file()]
    return {line for text in texts for line in text.decode("utf-8", "replace").split("\n")}


def ever_written(folder: Path) -> set[str]:
    """Each line that any commit added."""
    said = git(folder, "log", "-p", "--all", "--no-color", "--no-ext-diff", "--format=%B")
    return {line.lstrip("+ ") for line in said.split("\n")}


def secrets(lines: Iterable[str]) -> list[tuple[str, str]]:
    """What looks like a secret, with the name of the rule it fits."""
    with transient_settings({"plugins_used": [{"name": name} for name in sorted(RULES)]}):
        found = [secret for line in lines for secret in scan_line(line)]
    return sorted((one.type, one.secret_value) for one in found if one.secret_value not in KNOWN)


def test_no_file_holds_a_secret() -> None:
    """Whatever is found is to be taken back where it was given out, then removed."""
    assert secrets(written_now(ROOT)) == []


@pytest.mark.long
def test_no_commit_ever_held_one() -> None:
    """What was removed again is still in everybody's copy."""
    assert secrets(ever_written(ROOT)) == []


@pytest.mark.parametrize(("start", "rest"), TOKENS, ids=[start for start, _rest in TOKENS])
def test_a_planted_one_is_found(start: str, rest: str, tmp_path: Path) -> None:
    """In a new file, and in the history when the file is gone."""
    file = tmp_path / "notes.md"
    file.write_text(f"nothing\n{start}{rest}\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    assert len(secrets(written_now(tmp_path))) >= 1
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    git(tmp_path, "add", "notes.md")
    git(tmp_path, *who, "commit", "--quiet", "-m", "one")
    git(tmp_path, "rm", "--quiet", "notes.md")
    git(tmp_path, *who, "commit", "--quiet", "-m", "two")
    assert secrets(written_now(tmp_path)) == []
    assert len(secrets(ever_written(tmp_path))) >= 1
