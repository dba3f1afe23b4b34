"""One set of figures in every shape our formats allow comes out as the same rows."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from ingest.formats import FORMATS
from ingest.vocabulary import FORMATS as VOCABULARY
from tests.ingest_fixtures import HEADER, SOURCES, Desk

pytestmark = pytest.mark.usefixtures("on_one_core")

CSV = HEADER + (
    "Kling,revenue,2026-01,ios,US,100.5,2026-02-03\n"
    "可靈,downloads,2026-01,ios,US,70,2026-02-03\n"
    "Kling AI,mau,2026-01,ios,US,9,2026-02-03\n"
)
ROWS = [
    ("kling", "downloads", "2026-01-01", "ios", "US", "70.0000"),
    ("kling", "mau", "2026-01-01", "ios", "US", "9.0000"),
    ("kling", "revenue", "2026-01-01", "ios", "US", "100.5000"),
]
OBJECTS = [
    dict(zip(HEADER.strip().split(","), line.split(","), strict=True))
    for line in CSV.splitlines()[1:]
]
WIDE = "as_of,revenue,downloads,mau,app,period,platform,country\n"
WIDE += "2026-02-03,100.5,70,9,kling,2026-01,ios,US\n"

SHAPES = {
    "csv": CSV.encode(),
    "csv with byte order mark": b"\xef\xbb\xbf" + CSV.encode(),
    "csv with crlf": CSV.replace("\n", "\r\n").encode(),
    "csv without last break": CSV.rstrip().encode(),
    "csv with blank lines": CSV.replace("\n", "\n\n").encode(),
    "quoted csv": "\n".join(
        ",".join(f'"{value}"' for value in line.split(",")) for line in CSV.splitlines()
    ).encode(),
    "utf-16 with mark": CSV.encode("utf-16"),
    "utf-16 big endian with mark": b"\xfe\xff" + CSV.encode("utf-16-be"),
    "utf-16 without mark": CSV.encode("utf-16-le"),
    "utf-16 big endian without mark": CSV.encode("utf-16-be"),
    "gzip": gzip.compress(CSV.encode()),
    "gzip of utf-16": gzip.compress(CSV.encode("utf-16")),
    "json array": json.dumps(OBJECTS).encode(),
    "json array, indented": json.dumps(OBJECTS, indent=2, ensure_ascii=False).encode(),
    "json lines": "\n".join(json.dumps(one) for one in OBJECTS).encode(),
    "json with numbers": json.dumps([o | {"value": float(o["value"])} for o in OBJECTS]).encode(),
    "gzip of json lines": gzip.compress("\n".join(json.dumps(o) for o in OBJECTS).encode()),
    "one column a metric": WIDE.encode(),
    "one key a metric": json.dumps(
        [dict(zip(*[line.split(",") for line in WIDE.splitlines()], strict=True))]
    ).encode(),
    "first and last day": CSV.replace("period", "period_start,period_end")
    .replace("2026-01,", "2026-01-01,2026-01-31,")
    .encode(),
    "blanks around values": CSV.replace(",", " , ").encode(),
    "upper case and app_id": CSV.replace("app,metric", "APP_ID,Metric")
    .replace("US", "us")
    .replace("ios", "iOS")
    .encode(),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_same_rows(desk: Desk, shape: str) -> None:
    """Encoding, packing, order, names and layout change nothing about the figures."""
    assert desk.outcome("misleading.xlsx", SHAPES[shape]) == ("accepted", "")
    assert desk.values() == ROWS


def test_what_a_file_leaves_out_comes_from_its_source(desk: Desk) -> None:
    """Unit, basis, platform, country and bound are the source's where a row has none."""
    desk.drop("short.csv", "app,metric,period,value,as_of\nkling,revenue,2026-Q1,5,2026-04-02\n")
    desk.run()
    assert desk.rows(
        "select period_end::varchar, grain, platform, country, unit, basis, kind, bound"
        " from raw.observation"
    ) == [("2026-03-31", "quarter", "all", "WW", "USD", "net_of_store", "estimate", "exact")]


def test_money_without_a_basis_is_refused(desk: Desk) -> None:
    """Nothing says whether it is gross or net, so it is not loaded; the fix is named."""
    desk.configure(sources=SOURCES.replace('basis = "net_of_store"', ""))
    outcome, said = desk.outcome("x.csv", CSV)
    assert outcome == "refused"
    assert "basis must be stated in the row or as `basis` of the source" in said


def test_unknown_columns_are_reported_not_fatal(desk: Desk) -> None:
    """A column the format does not know is passed over and named with the load."""
    extra = CSV.replace("as_of\n", "as_of,colour of money\n").replace("02-03\n", "02-03,green\n")
    assert desk.outcome("extra.csv", extra) == ("accepted", "")
    assert desk.rows("select extra_columns from raw.snapshot") == [(["colour of money"],)]


def test_a_part_month_keeps_its_last_day(desk: Desk) -> None:
    """A month whose period ends early is a part month, not a month."""
    desk.drop(
        "part.csv",
        "app,metric,period_start,period_end,grain,value,as_of\n"
        "kling,revenue,2026-10-01,2026-10-25,month,5,2026-10-27\n",
    )
    desk.run()
    assert desk.rows("select covered_through::varchar, complete from monthly") == [
        ("2026-10-25", False)
    ]


def test_the_day_it_was_said_may_come_from_the_file_name(desk: Desk) -> None:
    """With as_of = "file name" the last date in the name counts; without one the file waits."""
    desk.configure(sources=SOURCES.replace('id = "vendor"', 'id = "vendor"\nas_of = "file name"'))
    content = "app,metric,period,value\nkling,revenue,2026-01,5\n"
    assert desk.outcome("feed_2026-02-09.csv", content)[0] == "accepted"
    assert desk.rows("select as_of::varchar from raw.observation") == [("2026-02-09",)]
    outcome, said = desk.outcome("feed.csv", content + "jimeng,revenue,2026-01,5\n")
    assert (outcome, "on which day were its figures said" in said) == ("waiting", True)


def test_invented_figures_cannot_come_in_as_real(desk: Desk) -> None:
    """A file that says it is illustrative is refused by a source that is not."""
    content = CSV.replace("as_of\n", "as_of,illustrative\n").replace("02-03\n", "02-03,true\n")
    outcome, said = desk.outcome("sample.csv", content)
    assert outcome == "refused"
    assert "row 2 says its figures are invented" in said


SAID = (
    "entity,metric,period_type,period_start,period_end,value,unit,scope,basis,bound,quality,"
    "verification,source_publisher,source_url,published_on,note,issuer\n"
    "Kling,revenue,quarter,2026-01-01,2026-03-31,650000000,CNY,global,reported,at_least,company,"
    "page read,Kuaishou,https://example.org/a,2026-05-27,over,\n"
    "Kling,revenue,year,2026-01-01,2026-12-31,280000000,USD,global,forecast,approx,secondary,"
    "page read,A blog,https://example.org/b,2026-02,,Goldman Sachs\n"
    "Kling,arr,as_of,2026-01-31,2026-01-31,300000000,USD,global,run_rate,at_least,company,"
    "page read,Caixin,https://example.org/c,2026,,\n"
    "Kling,arr,as_of,2026-01-31,2026-01-31,300000000,USD,global,press,approx,secondary,"
    "page read,A paper,https://example.org/d,,,\n"
)


def test_statements_keep_what_they_count_and_when_they_were_said(desk: Desk) -> None:
    """Kinds and bases are told apart; a month or a year counts as known from its last day.

    An undated row counts from the day its source names, and may have been said since its period.
    """
    assert desk.outcome("said.csv", SAID, source="said") == ("accepted", "")
    assert desk.rows(
        "select kind, basis, bound, grain, said_from::varchar, as_of::varchar, issuer"
        " from raw.observation order by row_no"
    ) == [
        ("reported", "recognised", "at_least", "quarter", "2026-05-27", "2026-05-27", None),
        ("forecast", "recognised", "approx", "year", "2026-02-01", "2026-02-28", "Goldman Sachs"),
        ("reported", "run_rate", "at_least", "point", "2026-01-01", "2026-12-31", None),
        ("press", "run_rate", "approx", "point", "2026-01-31", "2026-11-01", None),
    ]


def test_a_target_may_say_when_it_was_set(desk: Desk) -> None:
    """A day, month or year is kept as its first and last day; anything else is refused."""
    head, *lines = SAID.replace("\n", ",\n").replace("issuer,", "issuer,set_on").splitlines()
    said = "\n".join([head, lines[1] + "2025", *(line for line in lines if line != lines[1])])
    assert desk.outcome("set.csv", said + "\n", source="said") == ("accepted", "")
    assert desk.rows(
        "select set_from::varchar, set_by::varchar from raw.observation"
        " order by set_from nulls last limit 2"
    ) == [("2025-01-01", "2025-12-31"), (None, None)]
    for wrong in ("early 2025", "2026-03", "2025-1"):
        outcome, reason = desk.outcome("bad.csv", head + "\n" + lines[1] + wrong + "\n", "said")
        assert outcome == "refused"
        assert "set_on must be a day, month or year, such as 2025-01, not after it was " in reason
        assert f"'{wrong}'" in reason


def test_the_same_statement_twice_is_one_and_two_publishers_are_two(desk: Desk) -> None:
    """Only rows equal in every column are repetitions; corroboration stays."""
    again = SAID.splitlines()[1]
    other = again.replace("Kuaishou", "A newspaper")
    desk.drop("said.csv", SAID + again + "\n" + other + "\n", source="said")
    desk.run()
    assert desk.rows("select rows_read, rows_accepted, rows_duplicate from raw.snapshot") == [
        (6, 5, 1)
    ]


def test_an_event_needs_a_known_app_and_a_past_day(desk: Desk) -> None:
    """Events are checked like figures."""
    events = '[[source]]\nid = "events"\nproducer = "P"\nformat = "events"\n'
    desk.configure(sources=SOURCES + events)
    head = "date,entity,event,kind,source_url\n"
    good = "2026-02-05,Kling,Kling 3.0,model_release,https://example.org\n"
    assert desk.outcome("good.csv", head + good, "events") == ("accepted", "")
    outcome, said = desk.outcome("bad.csv", head + "2027-01-01,Nobody,x,y,z\n", "events")
    assert outcome == "refused"
    assert "event_date must not be in the future" in said
    assert "app must be an app of config/apps.toml" in said


def test_every_format_is_in_the_docs() -> None:
    """A page of docs/ about formats has a word on each format of the registry."""
    docs = Path(__file__).parent.parent / "docs"
    pages = [docs / "data-formats.md", *(docs / "formats").glob("*.md")]
    text = "".join(page.read_text(encoding="utf-8") for page in pages)
    assert [name for name in FORMATS if f"`{name}`" not in text] == []


@pytest.mark.parametrize(
    ("period", "grain"),
    [("2026-Q1", "month"), ("2025", "month"), ("2026-09", "day"), ("2026-10-01", "month")],
)
def test_a_grain_must_be_that_of_the_written_period(desk: Desk, period: str, grain: str) -> None:
    """A quarter is never taken for its first month, nor a day for its month."""
    content = f"app,metric,period,grain,value,as_of\nkling,revenue,{period},{grain},5,2026-11-02\n"
    outcome, said = desk.outcome("wrong.csv", content)
    assert outcome == "refused"
    assert f"'{period}'" in said


def test_two_columns_of_one_meaning_are_refused(desk: Desk) -> None:
    """unit and currency in one file, or keys that differ by blanks: neither is chosen."""
    both = "app,metric,period,value,unit,currency,as_of\nkling,revenue,2026-01,5,,CNY,2026-02-02\n"
    outcome, said = desk.outcome("both.csv", both)
    assert outcome == "refused"
    assert "the columns unit, currency all mean 'unit'" in said
    outcome, said = desk.outcome("keys.json", b'[{"value": "10", " value ": "99"}]')
    assert outcome == "refused"
    assert "the key 'value' stands in it twice" in said


def test_what_no_format_has_stops_no_other_file(desk: Desk) -> None:
    """A lone surrogate in a JSON text is told with its file; the good file is loaded."""
    desk.drop("odd.json", b'[{"app":"kling","note":"a\\ud800b"}]')
    desk.drop("good.csv", CSV)
    run = desk.run()
    assert run["outcome"] == "failed"
    assert desk.values() == ROWS


def test_an_invented_source_never_stands_before_a_real_one(desk: Desk) -> None:
    """Whatever the ranks say, real figures are shown where there are any."""
    sample = (
        '[[source]]\nid = "sample"\nproducer = "P"\nformat = "snapshot"\nunit = "USD"\n'
        'basis = "net_of_store"\nillustrative = true\nrank = 1\n'
    )
    desk.configure(sources=SOURCES + sample)
    desk.drop("invented.csv", CSV.replace("100.5", "999"), source="sample")
    desk.drop("real.csv", CSV)
    desk.run()
    assert desk.rows("select distinct illustrative from monthly") == [(False,)]


def test_the_configuration_knows_the_formats_there_are() -> None:
    """The list a source is checked against is the registry's."""
    assert sorted(VOCABULARY) == sorted(FORMATS)
