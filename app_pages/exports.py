"""Files of exactly what a chart shows, with where each figure comes from, safe in a spreadsheet."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app_pages.language import N_, _

Row = dict[str, Any]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
MARK = "ILLUSTRATIVE"


@dataclass(frozen=True)
class Taken:
    """What is taken out of a chart: its lines, what their columns mean, and where it stood."""

    name: str
    title: str
    note: str
    rows: Sequence[Row]
    definitions: Mapping[str, str]
    sources: Sequence[Row]
    knowledge_date: date | None
    today: date
    version: str
    link: str = ""
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def illustrative(self) -> bool:
        """Whether any line of it is invented."""
        return any(row.get("illustrative") for row in self.rows)

    def file_name(self, ending: str) -> str:
        """A name that says what is in it, and that it is invented where it is."""
        safe = re.sub(r"[^A-Za-z0-9_-]+", "-", self.name).strip("-")
        mark = f"_{MARK.lower()}" if self.illustrative else ""
        return f"{safe}{mark}.{ending}"

    def stands(self) -> Row:
        """From when and from which data it is; the same words in every kind of file."""
        known = self.knowledge_date.isoformat() if self.knowledge_date else ""
        return {"known_on": known, "version": self.version}

    def told(self) -> dict[str, str]:
        """The lines about the whole file: what, as of when, from what, and where to see it."""
        said = [row["as_of"] for row in self.rows if row.get("as_of")]
        known = self.knowledge_date or self.today
        return {
            N_("title"): self.title,
            N_("what it shows"): self.note,
            "illustrative": _("yes, some figures are invented") if self.illustrative else _("no"),
            N_("newest figure said"): max(said).isoformat() if said else "",
            N_("knowledge date"): f"{known}"
            + ("" if self.knowledge_date else _(" (today, not fixed)")),
            N_("warehouse version"): self.version,
            N_("rows"): str(len(self.rows)),
            N_("link to the view"): self.link,
            **self.about,
        }


def cell(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers."""
    if not isinstance(value, str) or not value.startswith(FORMULA_STARTS):
        return value
    return value if NUMBER.fullmatch(value) else f"'{value}"


def csv_bytes(taken: Taken) -> bytes:
    """The lines as CSV, each with the knowledge date and the warehouse version they come from."""
    columns = [*taken.rows[0], *taken.stands()] if taken.rows else list(taken.stands())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in taken.rows:
        writer.writerow([cell(flat(value)) for value in {**row, **taken.stands()}.values()])
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(taken: Taken) -> bytes:
    """A workbook: the lines, their sources, what each column means, and where all of it stood."""
    from app_pages import workbook  # its library takes long to load, for who wants a workbook only

    return workbook.written(taken)


def flat(value: Any) -> Any:
    """A list as one text."""
    return "; ".join(map(str, value)) if isinstance(value, list) else value
