"""The good questions of the Ask page: one file each, whose first line says what is asked."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app_pages.language import N_

#: What is asked, as the files say it; the page says it in its reader's language.
TITLES = (
    N_("What have the companies reported so far, from January to the newest quarter?"),
    N_("Where does the year end, by each way of going on, against the headline target?"),
    N_("Which targets stand, and who set them when?"),
    N_("How fast did each app grow in its newest complete month?"),
    N_("Monthly growth of each app's revenue side by side"),
    N_("The running month against the same days of the month before"),
    N_("Which annual run rates were stated, and how exact is each?"),
    N_("Which three countries brought each app the most revenue in the last full quarter?"),
    N_("iOS against Android: what share of downloads is which?"),
    N_("Revenue for each monthly user, newest month"),
    N_("How much of the reported revenue do tracked estimates see?"),
    N_("Which past figures changed most?"),
    N_("Which real figures were stated most often, and in how many different ways?"),
    N_("How many launches and releases fell into each month of this year?"),
    N_("How large is the market this year, by issuer? Issuers count different markets."),
    N_("Each app's share of the tracked set in the newest month"),
    N_("How old is each source, and is that allowed?"),
    N_("What was loaded, and how many rows were refused?"),
    N_("Who expected what on 14 February 2026?"),
    N_("One reported quarter in every currency that is known"),
)
FOLDER = Path(__file__).parent / "queries" / "gallery"


@dataclass(frozen=True)
class Entry:
    """One question, in words and in SQL."""

    name: str
    title: str
    sql: str


@cache
def entries() -> tuple[Entry, ...]:
    """Every question, in the order of the files."""
    found = []
    for path in sorted(FOLDER.glob("*.sql")):
        first, _newline, sql = path.read_text(encoding="utf-8").partition("\n")
        found.append(Entry(path.stem, first.removeprefix("-- "), sql.strip()))
    return tuple(found)
