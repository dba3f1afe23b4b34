"""`python -m bench`: every measurement of docs/benchmarks.md, one after the other: about an hour.

Each is a command of its own, with sizes by argument: `python -m bench.load --rows 1000000`. Left
out are files larger than memory (`python -m bench.load --large`), what is measured on a store that
they leave (`bench.refresh`), and what needs another product (`bench.superset`).
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from bench.processes import PROJECT

MEASUREMENTS = {
    "load": ["bench.load"],
    "json": ["bench.load", "--json"],
    "change": ["bench.change"],
    "questions": ["bench.questions"],
    "page": ["bench.page"],
    "sessions": ["bench.sessions"],
    "start": ["bench.start"],
    "asking": ["bench.asking"],
}


def main() -> int:
    """Run those named, or all."""
    line = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    line.add_argument("only", nargs="*", choices=[*MEASUREMENTS, []], metavar="WHICH")
    options = line.parse_args()
    failed = 0
    for name in options.only or MEASUREMENTS:
        command = [sys.executable, "-m", *MEASUREMENTS[name]]
        failed |= subprocess.run(command, cwd=PROJECT, check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
