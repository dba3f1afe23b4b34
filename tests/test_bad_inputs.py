"""Each bad file gets an error that names file, place and fix; what was there stays as it was."""

from __future__ import annotations

import errno
import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.landing import NotLanded, land
from tests.ingest_fixtures import APPS, GOOD, HEADER, ROW, TODAY, Desk
from warehouse.status import RunFile

Tried = tuple[Desk, dict[str, RunFile]]

KEPT = [("kling", "revenue", "2026-01-01", "ios", "US", "100.5000")]


def bad_row(**changes: str) -> str:
    """A file whose one row differs from a good one in the named fields."""
    row = dict(zip(HEADER.strip().split(","), ROW.strip().split(","), strict=True)) | changes
    quoted = ",".join('"' + value.replace('"', '""') + '"' for value in row.values())
    return HEADER + quoted + "\n"


WHOLE_FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "the file is empty"),
    "blank": (b" \n \n", "only blanks"),
    "header only": (HEADER.encode(), "a header but no rows"),
    "truncated gzip": (gzip.compress(os.urandom(4000))[:-900], "cut off or damaged"),
    "wrong encoding": (HEADER.encode() + "可靈".encode("gbk"), "not UTF-8"),
    "cut utf-16": ((HEADER + ROW).encode("utf-16") + b"\x00", "not UTF-16"),
    "NUL": ((HEADER + ROW).encode() + b"\0", "line 3 holds a NUL"),
    "duplicate headers": (b"app,value,value\nkling,1,2\n", "names 'value' more than once"),
    "10,000 columns": (
        ",".join(f"c{n}" for n in range(10_000)).encode() + b"\n1\n",
        "names 10,000 columns",
    ),
    "short row": ((HEADER + ROW + "kling,revenue\n").encode(), "row 3 has 2 fields"),
    "long row": ((HEADER + ROW.strip() + ",1\n").encode(), "row 2 has 8 fields"),
    "open quote": ((HEADER + 'kling,"revenue,2026-01\n' + ROW).encode(), "row"),
    "carriage returns": ((HEADER + ROW).replace("\n", "\r").encode(), "bare carriage return"),
    "no app column": (b"metric,period,value,as_of\nrevenue,2026-01,1,2026-02-01\n", "'app'"),
    "misspelt column": (
        b"app,metric,period,vlaue,as_of\nkling,revenue,2026-01,1,2026-02-01\n",
        "did you mean 'vlaue'",
    ),
    "nested json": (b"[" * 100_000, "nested too deeply"),
    "repeated key": (
        b'[{"app":"kling","app":"jimeng","metric":"revenue"}]',
        "the key 'app' stands in it twice",
    ),
    "NaN": (b'[{"app":"kling","value":NaN}]', "NaN is not a number JSON has"),
    "json cut off": (b'[{"app":"kling","value":1},{"app"', "cut off after value 1"),
    "json text": (b'[{"app":"kling"}] and more', "after the closing bracket"),
    "json of numbers": (b"[1, 2]", "value 1 is not an object"),
    "json with a list": (b'[{"app":["kling"]}]', "'app' holds a nested value"),
    "json lines broken": (b'{"app":"kling"}\n{"app":\n', "line 2 is not a JSON value"),
    "gzip bomb": (gzip.compress(b"a,b\n" * 30_000_000), "more than 300 times its size"),
}


BAD_VALUES: dict[str, tuple[dict[str, str], str]] = {
    "decimal comma": ({"value": "1.234,56"}, "value must be a plain number"),
    "dollars": ({"value": "$1,234"}, "value must be a plain number"),
    "accountant's minus": ({"value": "(5)"}, "value must be a plain number"),
    "not available": ({"value": "N/A"}, "value must be a plain number"),
    "1e309": ({"value": "1e309"}, "value must be a plain number"),
    "nothing": ({"value": ""}, "value must not be missing"),
    "NaN": ({"value": "NaN"}, "value must be a plain number"),
    "month 13": ({"period": "2026-13"}, "period_start must be a date"),
    "slashes": ({"period": "02/03/2026"}, "period_start must be a date"),
    "future": ({"period": "2027-01"}, "must have begun by today, 2026-11-24"),
    "negative": ({"metric": "mau", "value": "-1"}, "must not be negative"),
    "unbelievable": ({"metric": "mau", "value": "9e9"}, "believable"),
    "unknown app": ({"app": "klinng"}, "app must be an app of config/apps.toml"),
    "unknown metric": ({"metric": "arpu"}, "must be a metric of this source"),
    "unknown country": ({"country": "ZZ"}, "two letters of ISO 3166"),
    "unknown platform": ({"platform": "windows phone"}, "must be one of ios"),
    "said before": ({"as_of": "2025-12-31"}, "must not be before the period"),
    "said in the future": ({"as_of": "2026-12-31"}, "must not be in the future"),
    "30 February": ({"as_of": "2026-02-30"}, "as_of must be the day it was said"),
    "no day": ({"as_of": ""}, "as_of must not be missing"),
}


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tried]:
    """Every bad file dropped beside one good one, and one run over them all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        desk = Desk(tmp_path_factory.mktemp("bad") / "tracker")
        desk.drop("good.csv", HEADER + ROW)
        for case, (content, _reason) in WHOLE_FILES.items():
            desk.drop(f"file {case}", content)
        for case, (changes, _reason) in BAD_VALUES.items():
            desk.drop(f"value {case}", bad_row(**changes))
        run = desk.run()
        yield desk, {Path(file["name"]).name: file for file in run["files"]}


@pytest.mark.parametrize("case", WHOLE_FILES)
def test_a_file_that_cannot_be_read_is_refused_with_its_reason(tried: Tried, case: str) -> None:
    """The reason names the file, what is wrong and where."""
    file = tried[1][f"file {case}"]
    assert file["outcome"] == "refused"
    assert WHOLE_FILES[case][1] in str(file["reason"])
    assert f"file {case}" in str(file["reason"]) or case == "header only"


@pytest.mark.parametrize("case", BAD_VALUES)
def test_a_bad_row_is_kept_with_its_reason(tried: Tried, case: str) -> None:
    """A bad row is told with row, column, rule, value and the row as it stands in the file."""
    desk, files = tried
    file = files[f"value {case}"]
    changes, reason = BAD_VALUES[case]
    assert file["outcome"] == "refused"
    assert reason in str(file["reason"])
    faults = desk.rows(
        "select row_no, column_name || ' ' || rule, raw_row from raw.rejected_row"
        f" where snapshot_id = '{file['snapshot_id']}'"
    )
    assert {row_no for row_no, _rule, _raw in faults} == {2}
    assert any(reason in rule for _row_no, rule, _raw in faults)
    assert json.loads(faults[0][2]).items() >= changes.items()


def test_bad_files_leave_the_good_one_alone(tried: Tried) -> None:
    """Beside forty bad files the good one is loaded, and nothing else is."""
    assert tried[0].values() == KEPT


def test_a_number_is_never_made_of_what_is_none(desk: Desk) -> None:
    """NA is an app's alias and a missing value is missing; neither becomes a digit."""
    desk.drop("na.csv", HEADER + "NA,revenue,2026-01,ios,NA,0.10,2026-02-03\n")
    desk.run()
    assert desk.values() == [("kling", "revenue", "2026-01-01", "ios", "NA", "0.1000")]


def test_two_faults_of_one_row_are_both_told(desk: Desk) -> None:
    """A row with a bad number and a bad country is told both faults at once."""
    outcome, said = desk.outcome("bad.csv", bad_row(value="(5)", country="ZZ"))
    assert outcome == "refused"
    faults = desk.rows("select column_name, value from raw.rejected_row order by all")
    assert faults == [("country", "ZZ"), ("value", "(5)")]
    assert "1 of 1 row refused; source 'vendor' allows none: " in said
    assert "value must be a plain number" in said and "'(5)' (row 2)" in said


def test_an_allowed_share_lets_the_other_rows_in(desk: Desk) -> None:
    """accepted + rejected + duplicates = rows read, and only the good rows are loaded."""
    content = GOOD + GOOD.removeprefix(HEADER) + "kling,revenue,2026-02,ios,US,-1,2026-03-03\n"
    outcome, said = desk.outcome("some.csv", content, source="tolerant")
    assert outcome == "accepted_in_part"
    assert said == (
        "1 of 5 rows refused; source 'tolerant' allows up to 50%: "
        "value must not be negative: '-1' (row 6)"
    )
    assert desk.rows(
        "select rows_read, rows_accepted, rows_rejected, rows_duplicate from raw.snapshot"
    ) == [(5, 2, 1, 2)]
    assert [row[0] for row in desk.values("tolerant")] == ["jimeng", "kling"]


def test_rows_that_contradict_are_both_refused(desk: Desk) -> None:
    """Two values for one key: neither is chosen, and each names the row of the other."""
    content = GOOD + ROW.replace("100.50", "99")
    outcome, _said = desk.outcome("twice.csv", content, source="tolerant")
    assert outcome == "refused"
    assert desk.rows("select row_no, value from raw.rejected_row order by 1") == [
        (2, "100.5000 (row 4 says otherwise)"),
        (4, "99.0000 (row 2 says otherwise)"),
    ]


def test_a_directory_is_no_file(desk: Desk) -> None:
    """A directory named x.csv gets an error, not a crash."""
    folder = desk.root / "x.csv"
    folder.mkdir()
    run = desk.run(files=[str(folder)], source_id="vendor")
    assert run["outcome"] == "failed"
    assert "this is a directory, not a file" in str(run["files"][0]["reason"])


def test_an_unreadable_file_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read names the command that allows it."""
    path = desk.drop("locked.csv", GOOD)
    original = Path.open

    def refuse(self: Path, *arguments: object, **named: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return original(self, *arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(NotLanded, match="chmod a\\+r"):
        land(path, desk.store)


def test_a_file_still_being_written_waits(desk: Desk) -> None:
    """A file written a moment ago, or with a browser's name for half a download, is left alone."""
    desk.drop("young.csv", GOOD)
    os.utime(desk.store.inbox / "vendor" / "young.csv")
    desk.drop("half.csv.crdownload", GOOD)
    run = desk.run()
    assert [(file["outcome"], file["reason"]) for file in run["files"]] == [
        ("waiting", "it is still being written"),
        ("waiting", "it is still being written"),
    ]


def test_a_file_that_changes_while_it_is_read_is_not_landed(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Bytes that moved under the reader are not kept, and the next run takes them whole."""
    path = desk.drop("moving.csv", GOOD)
    copy = "ingest.landing._copy"
    from ingest.landing import _copy

    def slow(origin: Path, draft: Path) -> str:
        told = _copy(origin, draft)
        with origin.open("ab") as handle:
            handle.write(b"kling,revenue,2026-02,ios,US,5,2026-03-03\n")
        return told

    monkeypatch.setattr(copy, slow)
    run = desk.run(files=[str(path)], source_id="vendor")
    assert run["files"][0]["outcome"] == "waiting"
    assert list(desk.store.landing.iterdir()) == []
    monkeypatch.undo()
    monkeypatch.setenv("TRACKER_TODAY", "2026-11-24")
    assert desk.run(files=[str(path)], source_id="vendor")["outcome"] == "ok"
    assert len(desk.values()) == 3


def test_a_full_disk_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without room the file waits; what readers see stays, and nothing half written is left."""
    desk.drop("good.csv", HEADER + ROW)
    desk.run()
    desk.drop("next.csv", GOOD)
    full = os.statvfs_result((4096, 4096, 1000, 10, 10, 1000, 10, 10, 0, 255))
    monkeypatch.setattr("os.statvfs", lambda path: full)
    run = desk.run()
    assert "Free disk space" in str(
        [file["reason"] for file in run["files"] if file["name"].endswith("next.csv")]
    )
    assert desk.values() == KEPT
    assert not list(desk.store.landing.glob(".tmp*"))


@pytest.mark.parametrize(
    ("number", "helps"),
    [
        (errno.ENOSPC, "Free disk space"),
        (errno.EROFS, "Have the disk made writable again"),
        (errno.EMFILE, "Allow this process more open files"),
    ],
)
def test_what_the_system_refuses_is_said_with_what_helps(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int, helps: str
) -> None:
    """Nobody is sent to free a disk that has room."""

    def refuses(*_arguments: object) -> str:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("ingest.landing._copy", refuses)
    desk.drop("good.csv", GOOD)
    reason = str(desk.run()["files"][0]["reason"])
    assert (os.strerror(number) in reason, helps in reason) == (True, True)


def test_an_endless_line_is_refused_early(desk: Desk, tmp_path: Path) -> None:
    """A line without an end is refused after some megabytes, whatever the file's size."""
    path = tmp_path / "line.csv"
    path.write_bytes(b"app," + b"x" * 30_000_000)
    run = desk.run(files=[str(path)], source_id="vendor")
    assert "line 1 is longer than" in str(run["files"][0]["reason"])


def test_a_file_of_nobody_is_a_question(desk: Desk) -> None:
    """A file dropped beside the folders of the sources waits and names them."""
    path = desk.store.inbox / "what.csv"
    path.write_text(GOOD)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    run = desk.run()
    assert run["outcome"] == "ok"
    assert "which source is it from?" in str(run["files"][0]["reason"])
    assert path.exists()


def test_a_refused_file_is_read_again_when_the_configuration_mends_it(desk: Desk) -> None:
    """The same bytes are refused once; adding the unknown app lets them in."""
    content = HEADER + "sora,revenue,2026-01,ios,US,1,2026-02-03\n"
    assert desk.outcome("sora.csv", content)[0] == "refused"
    assert desk.outcome("sora.csv", content)[0] == "still_refused"
    desk.configure(apps=APPS + '[[app]]\nid = "sora"\nname_en = "Sora"\n')
    assert desk.outcome("sora.csv", content)[0] == "accepted"
    assert desk.rows("select count(*) from raw.rejected_row") == [(0,)]
