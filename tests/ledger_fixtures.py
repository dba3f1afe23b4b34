"""What tests/ledgers/ holds: ledger and landing of four files, in each form the ledger has had.

When the ledger's form changes, `python -m tests.ledger_fixtures NAME` adds a folder in the new one.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests.ingest_fixtures import GOOD, TODAY, Desk

LEDGERS = Path(__file__).parent / "ledgers"
BAD = GOOD + "nobody,revenue,2026-01,ios,US,1,2026-02-03\n"
SAID = """\
entity,metric,period_type,period_start,period_end,value,unit,scope,basis,bound,quality,\
verification,source_publisher,source_url,published_on,note,issuer
kling,revenue,quarter,2026-01-01,2026-03-31,650000000,CNY,group,reported,at_least,company,\
,Kuaishou,https://example.com/q1,2026-05-20,,
"""


def loaded(root: Path) -> Desk:
    """One file accepted, one in part, one refused, and one of a company's figures."""
    desk = Desk(root)
    desk.drop("one.csv", GOOD)
    desk.drop("two.csv", BAD, "tolerant")
    desk.drop("three.csv", BAD)
    desk.drop("said.csv", SAID, "said")
    desk.run()
    return desk


def main(name: str) -> None:
    """Add a folder in the form of this release."""
    os.environ["TRACKER_TODAY"] = TODAY
    with tempfile.TemporaryDirectory() as folder:
        store = loaded(Path(folder) / "tracker").store
        for part in (store.ledger, store.landing):
            shutil.copytree(part, LEDGERS / name / part.name)


if __name__ == "__main__":
    main(sys.argv[1])
