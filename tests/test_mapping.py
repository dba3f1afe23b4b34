"""A column mapping, written once as TOML, makes any table loadable; nothing in it is guessed."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import polars as pl
import pytest
from openpyxl import Workbook

from ingest.config import ConfigError, read_config
from ingest.config_keys import Problems
from ingest.formats.mapped import dated, iso, plain_number
from ingest.mapping import Cell, read_mapping
from tests.ingest_fixtures import Desk

VENDOR = Path(__file__).parent / "vendor"
APPMAGIC = """
title = "Downloads and revenue by day and store"

[columns]
app = { fixed = "kling" }
period = { column = "Date", dates = "%d.%m.%Y" }
grain = { fixed = "day" }
country = { column = "Country" }
platform = { column = "Store", words = { "App Store" = "ios", "Google Play" = "android" } }

[[value]]
column = "Downloads"
metric = "downloads"

[[value]]
column = "Revenue"
metric = "revenue"
unit = "USD"
basis = "gross"
decimal = ","
thousands = "."
"""
SOURCE = """
[[source]]
id = "vendor"
producer = "A vendor"
format = "mapped.appmagic"
as_of = 2026-11-02
"""
HEADER = "Date;Country;Store;Downloads;Revenue\n"


def configured(desk: Desk, mapping: str = APPMAGIC, sources: str = SOURCE) -> None:
    """Write the mapping and the source whose files have it."""
    folder = desk.root / "config" / "formats"
    folder.mkdir(exist_ok=True)
    (folder / "appmagic.toml").write_text(mapping, encoding="utf-8")
    desk.configure(sources=sources)


def test_a_file_loads_by_its_mapping(desk: Desk) -> None:
    """Semicolons, decimal commas, German dates and the vendor's words for stores."""
    configured(desk)
    desk.drop("export.csv", (VENDOR / "appmagic_UNVERIFIED_semicolon.csv").read_bytes())
    run = desk.run()
    assert [(file["outcome"], file["reason"]) for file in run["files"]] == [("accepted", None)]
    assert desk.values() == [
        ("kling", "downloads", "2025-10-01", "ios", "WW", "547665.0000"),
        ("kling", "downloads", "2025-10-01", "android", "WW", "480909.0000"),
        ("kling", "revenue", "2025-10-01", "ios", "WW", "1555001.0000"),
        ("kling", "revenue", "2025-10-01", "android", "WW", "723456.7800"),
    ]
    assert desk.rows(
        "select distinct unit, basis, grain, as_of::varchar from raw.observation"
        " where metric = 'revenue'"
    ) == [("USD", "gross", "day", "2026-11-02")]
    assert desk.rows("select format from raw.snapshot") == [("mapped.appmagic",)]


def test_what_is_written_otherwise_refuses_its_row(desk: Desk) -> None:
    """A point where the mapping says comma is not read as one or the other."""
    configured(desk)
    outcome, said = desk.outcome(
        "odd.csv", HEADER + "01.10.2025;WW;App Store;1;1.5\n2025-10-02;WW;App Store;1;\n"
    )
    assert outcome == "refused"
    assert "'1.5 (not 1.234,5)'" in said
    assert "'2025-10-02 (not %d.%m.%Y)'" in said


def test_a_word_without_translation_refuses_its_row(desk: Desk) -> None:
    """A store the mapping does not name is no platform of ours."""
    configured(desk)
    outcome, said = desk.outcome("odd.csv", HEADER + "01.10.2025;WW;RuStore;1;1,5\n")
    assert (outcome, "'rustore'" in said) == ("refused", True)


LEAVING_OUT = (
    APPMAGIC
    + """
[[leave_out]]
column = "Store"
is = ["Total"]
reason = "a sum of the rows above it"
"""
)


def test_rows_left_out_are_counted_with_the_reason(desk: Desk) -> None:
    """Totals are never summed with their parts, and what went is said."""
    configured(desk, LEAVING_OUT)
    rows = "01.10.2025;WW;App Store;1;1,5\n01.10.2025;WW;total;9;9,5\n"
    assert desk.outcome("a.csv", HEADER + rows) == ("accepted", "")
    assert desk.rows(
        "select rows_read, rows_accepted, rows_left_out, extra_columns from raw.snapshot"
    ) == [(2, 1, 1, ["1 rows where Store is Total: a sum of the rows above it"])]


def test_the_documents_mapping_is_right(desk: Desk) -> None:
    """The example of docs/formats/mapping.md reads the file it speaks of."""
    page = Path(__file__).parent.parent / "docs" / "formats" / "mapping.md"
    [example] = re.findall(r"<!-- mapping -->\n```toml\n(.*?)```", page.read_text("utf-8"), re.S)
    configured(desk, example)
    desk.drop("export.csv", (VENDOR / "appmagic_UNVERIFIED_semicolon.csv").read_bytes())
    assert [file["outcome"] for file in desk.run()["files"]] == ["accepted"]


def test_missing_figures_make_no_row(desk: Desk) -> None:
    """N/A and blank are missing, below a threshold is missing and counted; none is zero."""
    configured(desk)
    rows = "01.10.2025;WW;App Store;N/A;< 5k\n02.10.2025;WW;App Store;;0,00\n"
    assert desk.outcome("a.csv", HEADER + rows) == ("accepted", "")
    assert desk.values() == [("kling", "revenue", "2025-10-02", "ios", "WW", "0.0000")]
    assert desk.rows("select extra_columns from raw.snapshot") == [
        (["1 cells below what the vendor shows"],)
    ]


OPEN = """
title = "Revenue by month"
[columns]
period = { column = "Month", dates = "%b %Y" }
[[value]]
column = "Cents"
metric = "revenue"
scale = 0.01
"""


def test_what_nobody_said_is_asked_all_at_once(desk: Desk) -> None:
    """App, platform, country, grain, day, unit and basis; answered, the file loads."""
    configured(desk, OPEN, SOURCE.replace("as_of = 2026-11-02\n", ""))
    outcome, said = desk.outcome(
        "a.csv", "Month,Cents\nSep 2026,123456\nOct 2026,-70\n".replace("-70", "70")
    )
    assert outcome == "waiting"
    for key in "app platform country grain as-of unit basis".split():
        assert f"--{key} …" in said
    sources = SOURCE.replace("as_of = 2026-11-02", "as_of = 2026-10-25") + (
        'app = "kling"\nplatform = "all"\ncountry = "WW"\ngrain = "month"\nunit = "USD"\n'
        'basis = "gross"\n'
    )
    configured(desk, OPEN, sources)
    desk.run()
    assert desk.rows(
        "select app_id, period_start::varchar, period_end::varchar, grain, value::varchar"
        " from raw.observation order by period_start"
    ) == [
        ("kling", "2026-09-01", "2026-09-30", "month", "1234.5600"),
        ("kling", "2026-10-01", "2026-10-25", "month", "0.7000"),
    ]


def test_a_figure_a_row_with_its_own_metric_and_currency(desk: Desk) -> None:
    """Long files too: metric, unit and app in columns; counts need neither unit nor basis."""
    configured(
        desk,
        """
title = "One figure a row"
[columns]
app = { column = "App" }
metric = { column = "Measure", words = { "Net revenue" = "revenue" } }
period = { column = "Quarter", dates = "ISO" }
grain = { fixed = "quarter" }
unit = { column = "Currency" }
basis = { fixed = "net_of_store" }
platform = { fixed = "all" }
country = { fixed = "WW" }
as_of = { column = "Said", dates = "%Y%m%d" }
[[value]]
column = "Figure"
thousands = "'"
sign = "Fr."
""",
        SOURCE.replace("as_of = 2026-11-02\n", ""),
    )
    rows = [
        {"App": "可靈", "Measure": "Net revenue", "Quarter": "2026-Q2", "Currency": "CNY",
         "Said": 20260819, "Figure": "Fr. 1'234.5"},
        {"App": "Kling", "Measure": "Downloads", "Quarter": "2026-Q2", "Currency": None,
         "Said": 20260819, "Figure": 70},
    ]  # fmt: skip
    desk.drop("a.json", json.dumps(rows))
    run = desk.run()
    assert [(file["outcome"], file["reason"]) for file in run["files"]] == [("accepted", None)]
    assert desk.rows(
        "select metric, period_end::varchar, unit, basis, value::varchar, as_of::varchar"
        " from raw.observation order by metric"
    ) == [
        ("downloads", "2026-06-30", "downloads", "none", "70.0000", "2026-08-19"),
        ("revenue", "2026-06-30", "CNY", "net_of_store", "1234.5000", "2026-08-19"),
    ]


def test_an_unknown_app_is_a_question(desk: Desk) -> None:
    """A name that nobody has is asked, never dropped."""
    configured(desk, APPMAGIC.replace('fixed = "kling"', 'column = "App"'))
    content = "App;" + HEADER + "Klong;01.10.2025;WW;App Store;1;1,5\n"
    outcome, said = desk.outcome("a.csv", content)
    assert (outcome, "which apps of config/apps.toml are 'Klong'" in said) == ("waiting", True)


def test_a_workbook_is_not_read_with_a_decimal_comma(desk: Desk) -> None:
    """A number cell of 1.234 is a little over one; its text must not become a thousand."""
    configured(desk)
    book, saved = Workbook(), io.BytesIO()
    assert book.active is not None
    for row in (HEADER.strip().split(";"), ["01.10.2025", "WW", "App Store", 1, 1.234]):
        book.active.append(row)
    book.save(saved)
    outcome, said = desk.outcome("a.xlsx", saved.getvalue())
    assert outcome == "refused"
    assert "the mapping reads 'Revenue' as 1.234,5" in said


def test_the_family_takes_each_of_its_mappings(desk: Desk) -> None:
    """format = "mapped" tells them by their columns; a file of none of them is refused."""
    configured(desk, sources=SOURCE.replace("mapped.appmagic", "mapped"))
    (desk.root / "config" / "formats" / "cents.toml").write_text(OPEN)
    assert desk.outcome("a.csv", HEADER + "01.10.2025;WW;App Store;1;1,5\n")[0] == "accepted"
    outcome, said = desk.outcome("b.csv", "Day,Cents\n1,2\n")
    assert outcome == "refused"
    assert "none of the formats of its source (mapped.appmagic, mapped.cents)" in said


def test_a_changed_mapping_reads_a_refused_file_again(desk: Desk) -> None:
    """Mending the mapping is enough; nobody drops the file again."""
    configured(desk, APPMAGIC.replace("%d.%m.%Y", "%d/%m/%Y"))
    assert desk.outcome("a.csv", HEADER + "01.10.2025;WW;App Store;1;1,5\n")[0] == "refused"
    configured(desk)
    assert [file["outcome"] for file in desk.run()["files"]] == ["accepted"]


def test_a_file_without_a_mapped_column_says_which(desk: Desk) -> None:
    """A changed header is refused by name, with the nearest column there is."""
    configured(desk)
    outcome, said = desk.outcome("a.csv", HEADER.replace("Revenue", "Revenues") + "1;1;1;1;1\n")
    assert outcome == "refused"
    assert "the file has no column 'revenue'" in said
    assert "did you mean 'revenues'?" in said


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[columns]", "[colums]", "colums: 'colums' is not known; did you mean 'columns'?"),
        ("country =", "contry =", "columns.contry: 'contry' is not known; did you mean 'country'"),
        ("metric =", "metrik =", "value Downloads.metrik: 'metrik' is not known; did you mean"),
        ('fixed = "kling"', 'fixed = "klingg"', "columns.app: 'klingg' is not known; did you mean"),
        ('fixed = "day"', 'fixed = "daily"', "columns.grain: 'daily' is not known"),
        ('= "ios"', '= "iOS"', "columns.platform: 'iOS' is not known; known: all, android"),
        ('fixed = "kling"', 'fixed = "kling", column = "App"', "columns.app: write either column"),
        (', dates = "%d.%m.%Y"', "", 'columns.period.dates: write "ISO"'),
        ("%d.%m.%Y", "%d.%m", "a pattern names its year once"),
        ("%d.%m.%Y", "%d %H %Y", "columns.period.dates: %H is not read"),
        ("%d.%m.%Y", "%Y-%d-%m", "names no day one can be sure of"),
        ("%d.%m.%Y", "%d.%Y", "names no day one can be sure of"),
        ('column = "Country"', 'column = "Country", dates = "ISO"', "only a column of dates"),
        ('unit = "USD"', 'unit = "dollars"', "value Revenue.unit: 'dollars' is not known"),
        ('basis = "gross"', 'basis = "net"', "value Revenue.basis: 'net' is not known"),
        ('thousands = "."', 'thousands = ","', "must not be the decimal mark too"),
        ('basis = "gross"', 'basis = "gross"\nscale = 0.5', "value Revenue.scale:"),
        ('metric = "downloads"', "", "value Downloads.metric: say the metric here"),
        ("title =", "#", "title: say in a few words"),
        ("[[value]]", "[[value", "this is not valid TOML"),
    ],
)
def test_a_wrong_mapping_is_named_with_its_file_and_key(
    desk: Desk, old: str, new: str, expected: str
) -> None:
    """Like every other file of the configuration: what is wrong, where, and what would be right."""
    assert old in APPMAGIC
    configured(desk, APPMAGIC.replace(old, new))
    with pytest.raises(ConfigError) as error:
        read_config(desk.root)
    assert "config/formats/appmagic.toml: " in str(error.value)
    assert expected in str(error.value)


def test_all_problems_of_a_mapping_come_with_the_others(desk: Desk) -> None:
    """One run tells what is wrong in all files of the configuration."""
    configured(
        desk, APPMAGIC.replace("USD", "usd").replace("gross", "net"), SOURCE + 'app = "klingg"\n'
    )
    with pytest.raises(ConfigError) as error:
        read_config(desk.root)
    said = str(error.value)
    assert "value Revenue.unit: 'usd' is not known" in said
    assert "value Revenue.basis: 'net' is not known" in said
    assert "source vendor.app: 'klingg' is not known; did you mean 'kling'?" in said


def test_a_source_cannot_name_a_mapping_that_is_not_there(desk: Desk) -> None:
    """The message names the nearest format."""
    configured(desk, sources=SOURCE.replace("appmagic", "appmagik"))
    with pytest.raises(ConfigError, match=r"did you mean 'mapped\.appmagic'"):
        read_config(desk.root)


@pytest.mark.parametrize(
    ("style", "text", "number"),
    [
        ({}, "1234.5", "1234.5"),
        ({}, "-5", "-5"),
        ({}, "1,234.5", "1,234.5 (not 1234.5)"),
        ({}, "1e5", "1e5 (not 1234.5)"),
        ({"thousands": ","}, "1,234,567.89", "1234567.89"),
        ({"thousands": ","}, "12,34", "12,34 (not 1,234.5)"),
        ({"decimal": ",", "thousands": "."}, "1.234", "1234"),
        ({"decimal": ",", "thousands": "."}, "1.5", "1.5 (not 1.234,5)"),
        ({"decimal": ","}, "1.234", "1.234 (not 1234,5)"),
        ({"decimal": ",", "thousands": " "}, "1\u202f234,5", "1234.5"),
        ({"sign": "$"}, "$5", "5"),
        ({"sign": "$"}, "5 $", "5"),
        ({"sign": "$"}, "-$5", "-5"),
        ({"sign": "$"}, "($5)", "-5"),
        ({"sign": "$"}, "€5", "€5 (not $1234.5)"),
        ({"scale": 0.01}, "123456", "1234.56"),
        ({"scale": 0.01}, "1", "0.01"),
        ({"scale": 0.01}, "100", "1"),
        ({"scale": 100000000}, "9.1", "910000000"),
        ({"scale": 1000}, "0", "0"),
        ({}, "N/A", None),
        ({}, "< $5k", None),
        ({}, "", None),
    ],
)
def test_a_number_is_read_in_its_one_spelling(
    style: dict[str, object], text: str, number: str | None
) -> None:
    """Exactly, digit by digit; any other spelling is marked, so that no schema takes it."""
    options = "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in style.items()
    )
    problems = Problems()
    mapping = read_mapping(
        "a",
        'title = "t"\n[columns]\nperiod = { column = "P", dates = "ISO" }\n'
        f'[[value]]\ncolumn = "V"\nmetric = "revenue"\n{options}',
        [],
        problems,
    )
    assert mapping, problems.found
    read = pl.select(plain_number(pl.lit(text), mapping.values[0])).item()
    assert read == number


@pytest.mark.parametrize(
    ("pattern", "text", "read"),
    [
        ("%d.%m.%Y", "1.2.2026", "2026-02-01"),
        ("%m/%d/%Y", "02/01/2026", "2026-02-01"),
        ("%m/%d/%Y", "13/01/2026", "13/01/2026 (not %m/%d/%Y)"),
        ("%d-%b-%y", "05-Oct-26", "2026-10-05"),
        ("%B %Y", "October 2026", "2026-10"),
        ("%Y%m", "202610", "2026-10"),
        ("FY%Y", "FY2026", "2026"),
        ("%Y%m%d", "20260230", "20260230 (not %Y%m%d)"),
    ],
)
def test_a_date_is_read_in_its_one_spelling(pattern: str, text: str, read: str) -> None:
    """By the pattern to its end, or as ISO; a day that is none stays no day."""
    assert pl.select(dated(pl.lit(text), Cell("D", None, (), pattern))).item() == read


def test_an_iso_date_may_have_a_midnight_behind_it() -> None:
    """Another time of day is no day, and stays as written."""
    texts = pl.Series(
        ["2026-10-05T00:00:00Z", "2026-10-05 00:00", "2026-10-05 13:00:00", "2026-Q3"]
    )
    read = pl.select(iso(pl.lit(texts))).to_series().to_list()
    assert read == ["2026-10-05", "2026-10-05", "2026-10-05 13:00:00", "2026-Q3"]
