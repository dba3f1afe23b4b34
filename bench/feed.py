"""A made-up vendor feed of any size: one figure a row, every key once, every row valid."""

from __future__ import annotations

import sys
from pathlib import Path

from ingest.vocabulary import COUNTRIES
from warehouse.store import scratch

SQL = Path(__file__).parent / "feed.sql"

CONFIG = {
    "apps.toml": "".join(
        f'[[app]]\nid = "{app}"\nname_en = "{app}"\ntracked = true\n' for app in ("one", "two")
    ),
    "sources.toml": (
        '[[source]]\nid = "feed"\nproducer = "Made up for measuring"\nformat = "snapshot"\n'
        'unit = "USD"\nbasis = "net_of_store"\nillustrative = true\n'
    ),
}


def write_feed(path: Path, rows: int) -> None:
    """Write `rows` daily revenue rows over two apps, three platforms and all countries."""
    countries = sorted(COUNTRIES - {"WW"})
    with scratch() as connection:
        connection.execute("set variable countries = ?", [countries])
        connection.execute(SQL.read_text(encoding="utf-8"), {"rows": rows, "path": str(path)})


def write_config(root: Path) -> None:
    """The configuration the feed is read with."""
    (root / "config").mkdir(parents=True, exist_ok=True)
    for name, text in CONFIG.items():
        (root / "config" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_feed(Path(sys.argv[1]), int(sys.argv[2]))
