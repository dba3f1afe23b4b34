"""Made-up vendor feeds of any size, every key once, every row valid: a CSV with one figure a row,
and Sensor Tower's unified sales as its API sends them, six figures a row.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from ingest.vocabulary import COUNTRIES
from warehouse.store import scratch

HERE = Path(__file__).parent
LONGEST_READ = 1024 * 1024

#: The larger the feed, the more of them it is about: two for every five million rows.
APPS = ("one", "two", *(f"app-{number}" for number in range(3, 43)))
CONFIG = {
    "apps.toml": "".join(
        f'[[app]]\nid = "{app}"\nname_en = "{app}"\ntracked = true\n'
        f'listings = {{ sensor_tower = "65f0000000000000000000{number:02}" }}\n'
        for number, app in enumerate(APPS, start=1)
    ),
    "sources.toml": (
        '[[source]]\nid = "feed"\nproducer = "Made up for measuring"\nformat = "snapshot"\n'
        'unit = "USD"\nbasis = "net_of_store"\nillustrative = true\n'
        '[[source]]\nid = "unified"\nproducer = "Made up for measuring"\nformat = "sensor_tower"\n'
        "as_of = 2026-11-01\nillustrative = true\n"
    ),
}


def write_feed(path: Path, rows: int, apps: Sequence[str] = APPS) -> None:
    """Write `rows` daily revenue rows: over platforms, countries and pairs of apps.

    A pair has room for five million.
    """
    _write(path, rows, "feed.sql", apps)


def write_unified(path: Path, rows: int) -> None:
    """Write `rows` app-days of unified sales over two apps and all countries, in one array."""
    lines = path.with_suffix(".lines")
    _write(lines, rows, "unified.sql")
    with lines.open("rb") as said, path.open("wb") as array:
        array.write(b"[")
        left = lines.stat().st_size - 1  # the last line break
        while block := said.read(min(left, LONGEST_READ)):
            left -= len(block)
            array.write(block.replace(b"\n", b","))
        array.write(b"]")
    lines.unlink()


def _write(path: Path, rows: int, query: str, apps: Sequence[str] = APPS) -> None:
    countries = sorted(COUNTRIES - {"WW"})
    with scratch() as connection:
        connection.execute("set variable countries = ?", [countries])
        connection.execute("set variable apps = ?", [list(apps)])
        sql = (HERE / query).read_text(encoding="utf-8")
        connection.execute(sql, {"rows": rows, "path": str(path)})


def write_config(root: Path) -> None:
    """The configuration the feed is read with."""
    (root / "config").mkdir(parents=True, exist_ok=True)
    for name, text in CONFIG.items():
        (root / "config" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    target, size, of = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:] or APPS
    if target.suffix == ".json":
        write_unified(target, size)
    else:
        write_feed(target, size, of)
