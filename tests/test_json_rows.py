"""JSON rows are exactly what the file says, in bounded memory, whichever way they were read."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.content import read_text
from ingest.formats import json_columns, json_document, json_rows
from ingest.unpack import Unreadable

Row = dict[str, str | None]


def rows_of(path: Path, content: str | bytes) -> list[Row]:
    """The rows of a file with that content, keys without a value left out."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = []
    for batch in json_rows.json_batches(read_text(path, path.name, path.parent)):
        found += [
            {key: value for key, value in row.items() if value is not None}
            for row in batch.iter_rows(named=True)
        ]
    return found


def refusal(path: Path, content: str | bytes) -> str:
    """Why a file with that content is refused."""
    with pytest.raises(Unreadable) as told:
        rows_of(path, content)
    return told.value.problem


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test may write its file."""
    return tmp_path / "rows.json"


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Pieces of few objects, so that short files are read both ways; tells which way each was."""
    monkeypatch.setattr(json_rows, "FIRST_PIECE", 40)
    monkeypatch.setattr(json_rows, "PIECE", 120)
    ways: list[bool] = []
    fast = json_columns.Columns.fast

    def watched(*given: Any, **named: Any) -> Any:
        batch = fast(*given, **named)
        ways.append(batch is not None)
        return batch

    monkeypatch.setattr(json_columns.Columns, "fast", watched)
    return ways


ITEMS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**25), 10**25)
    | st.integers(-9, 9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec="utf-8"), max_size=6)
    | st.sampled_from(['},{"a":1', "}\n{", '"a":1,', '\\"a":5', "null", "-0", "1.50"])
)
OBJECTS = st.lists(
    st.dictionaries(st.sampled_from(["a", "b", "", 'a"a', "é", "a:"]), ITEMS, max_size=4),
    min_size=1,
    max_size=40,
)
LAYOUTS: list[dict[str, Any]] = [
    {},
    {"separators": (",", ":")},
    {"indent": 1, "ensure_ascii": False},
    {"separators": (" ,", " :"), "ensure_ascii": False},
]


def _said(item: Any) -> str | None:
    if isinstance(item, bool):
        return "true" if item else "false"
    return item if isinstance(item, str) or item is None else json.dumps(item)


@settings(max_examples=150, deadline=None)
@given(OBJECTS, st.sampled_from(LAYOUTS), st.booleans(), st.integers(1, 200))
def test_rows_are_what_the_file_says_whichever_way_they_are_read(
    tmp_path_factory: pytest.TempPathFactory,
    objects: list[dict[str, Any]],
    layout: dict[str, Any],
    lines: bool,
    size: int,
) -> None:
    """Every number, text and gap of every object comes out, at its place, in any layout."""
    if lines:
        named = {key: value for key, value in layout.items() if key != "indent"}
        content = "\n".join(json.dumps(one, **named) for one in objects)
    else:
        content = json.dumps(objects, **layout)
    said = [
        {"row_no": number} | {key: _said(item) for key, item in one.items() if item is not None}
        for number, one in enumerate(objects, start=1)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_rows, "FIRST_PIECE", size)
        patch.setattr(json_rows, "PIECE", size)
        assert rows_of(tmp_path_factory.getbasetemp() / "any.json", content) == said


@pytest.mark.parametrize(
    "number", ["0.10", "1e309", "-0", "-0.0", "12345678901234567890123", "1E+2", "5"]
)
@pytest.mark.parametrize("by_line", [False, True])
def test_numbers_stay_as_written(
    path: Path, small_pieces: list[bool], number: str, by_line: bool
) -> None:
    """No zero, sign or digit of a number is lost, on either way."""
    objects = ['{"app":"kling","value":%s}' % number] * 20  # noqa: UP031
    content = "\n".join(objects) if by_line else "[" + ",".join(objects) + "]"
    assert [row["value"] for row in rows_of(path, content)] == [number] * 20
    assert any(small_pieces) == (number != "-0")


def test_a_kind_that_changes_is_read_as_written(path: Path, small_pieces: list[bool]) -> None:
    """A column of numbers that turns to decimals and texts, and keys that come late, are kept."""
    objects: list[Any] = [{"v": 1}] * 30 + [{"v": 1.5}] * 30 + [{"v": "N/A", "w": True}] * 30
    rows = rows_of(path, json.dumps(objects))
    assert [row["v"] for row in rows] == ["1"] * 30 + ["1.5"] * 30 + ["N/A"] * 30
    assert [row.get("w") for row in rows] == [None] * 60 + ["true"] * 30
    assert small_pieces.count(True) > 5


GOOD = '{"a":1,"b":"x"}'
BAD = {
    "no comma": ('{"a":1,"b":"x"} {"a":2}', "is followed by '{'"),
    "two commas": ('{"a":1},,{"a":2}', "is not JSON"),
    "null between": ('{"a":1},null,{"a":2}', "is not an object"),
    "null and no comma": ('{"a":1},null {"a":2}', "is followed by '{'"),
    "comma at the end": ('{"a":1,"b":"x"},', "is not JSON"),
    "comma in an object": ('{"a":1,}', "is not JSON"),
    "single quotes": ("{'a':1}", "is not JSON"),
    "a comment": ('/* */{"a":1}', "is not JSON"),
    "a leading zero": ('{"a":01}', "is not JSON"),
    "a plus": ('{"a":+1}', "is not JSON"),
    "no digit after the point": ('{"a":1.}', "is not JSON"),
    "hexadecimal": ('{"a":0x1}', "is not JSON"),
    "NaN": ('{"a":NaN}', "NaN is not a number JSON has"),
    "minus infinity": ('{"a":-Infinity}', "-Infinity is not a number JSON has"),
    "a raw line break in a text": ('{"b":"x\ny"}', "is not JSON"),
    "an unknown escape": (r'{"b":"\x"}', "is not JSON"),
    "half a character": (r'{"b":"\ud800"}', "half a character"),
    "a key twice": ('{"a":1,"a":1}', "the key 'a' stands in it twice"),
    "a key twice, once escaped": (r'{"a":1,"\u0061":1}', "the key 'a' stands in it twice"),
    "a key twice but for blanks": ('{"a":1,"a ":1}', "the key 'a' stands in it twice"),
    "a key row_no": ('{"row_no":1}', "the key 'row_no' stands in it twice"),
    "a number": ("1", "is not an object"),
    "an array": ("[1]", "is not an object"),
    "a nested array": ('{"a":[1]}', "'a' holds a nested value"),
    "a nested object": ('{"a":{"b":1}}', "'a' holds a nested value"),
    "deep nesting": ('{"a":' + "[" * 100_000, "nested too deeply"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_flat_json_is_refused_at_its_place(
    path: Path, small_pieces: list[bool], case: str
) -> None:
    """Far behind good objects, in the middle or at the end, it is told with its number."""
    bad, reason = BAD[case]
    for after in (20, 0):
        objects = [GOOD] * 20 + [bad] + [GOOD] * after
        said = refusal(path, "[" + ",".join(objects) + "]")
        assert reason in said
        assert any(f"value {number}" in said for number in (21, 22))
    assert any(small_pieces)


@pytest.mark.parametrize("case", sorted(set(BAD) - {"comma at the end", "two commas"}))
def test_a_bad_line_is_refused_with_its_number(
    path: Path, small_pieces: list[bool], case: str
) -> None:
    """The same in JSON Lines."""
    bad, _reason = BAD[case]
    said = refusal(path, "\n".join([GOOD] * 20 + [bad] + [GOOD] * 20))
    assert "line 21" in said or "value 21" in said
    assert any(small_pieces)


@pytest.mark.parametrize("kept", [0, 1, 15, 16, 17, 100, 300, 318, 319])
def test_a_cut_file_is_refused(path: Path, small_pieces: list[bool], kept: int) -> None:
    """Wherever an array is cut off, nothing of it is taken for the whole."""
    whole = "[" + ",".join([GOOD] * 20) + "]"
    assert len(whole) == 321
    assert "cut off" in refusal(path, whole[: kept + 1])


def test_text_behind_the_array_is_refused(path: Path, small_pieces: list[bool]) -> None:
    """A second array, a word or a bracket more."""
    whole = "[" + ",".join([GOOD] * 20) + "]"
    for more in (whole, "x", "]", "," + GOOD):
        assert "after the closing bracket" in refusal(path, whole + more)
    assert len(rows_of(path, whole + " \n\n")) == 20
    assert rows_of(path, "[ ]") == []


def test_a_line_number_counts_blank_lines(path: Path, small_pieces: list[bool]) -> None:
    """row_no is the line in JSON Lines, with either line break."""
    for end in ("\n", "\r\n"):
        content = end.join([GOOD] * 20 + ["", GOOD, " ", GOOD])
        assert [row["row_no"] for row in rows_of(path, content)] == [*range(1, 21), 22, 24]
    assert any(small_pieces)


@pytest.mark.parametrize("text", ["},{", "}\n{", "}", "{", '"},{"a":1', "]", '\\"b\\":1', "\u2028"])
def test_marks_within_texts_part_nothing(path: Path, small_pieces: list[bool], text: str) -> None:
    """Braces, commas and quotes of a text are text."""
    objects = [{"a": 1, "b": "x"}] * 20 + [{"a": 2, "b": text}] + [{"a": 1, "b": "x"}] * 20
    rows = rows_of(path, json.dumps(objects, ensure_ascii=False))
    assert rows[20] == {"row_no": 21, "a": "2", "b": text}
    assert len(rows) == 41


def test_too_many_different_keys_are_refused(path: Path) -> None:
    """Each object with a key of its own would make a table of millions of cells."""
    lonely = [{f"key{number}": number} for number in range(15_000)]
    assert "value 501 brings the file to more than 500 different keys" in refusal(
        path, json.dumps(lonely)
    )
    assert "value 1 brings" in refusal(path, json.dumps([{f"k{n}": n for n in range(501)}]))
    said = "\n".join(json.dumps(one) for one in lonely)
    assert "value 501 brings" in refusal(path, said)


def test_many_keys_and_many_rows_make_small_batches(path: Path) -> None:
    """Memory grows with cells: sparse objects come in batches of few rows."""
    objects = [{f"k{number % 500}": number} for number in range(40_000)]
    path.write_text(json.dumps(objects))
    batches = list(json_rows.json_batches(read_text(path, "x", path.parent)))
    assert sum(batch.height for batch in batches) == 40_000
    assert max(batch.height * batch.width for batch in batches) < 5_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is read from the system")
def test_one_endless_value_is_refused_early(path: Path) -> None:
    """A value of 200 MB is refused after some of them."""
    with path.open("wb") as handle:
        handle.write(b'[{"a":1},{"a":"')
        for _block in range(200):
            handle.write(b"x" * 1_000_000)
    text = read_text(path, "x", path.parent)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Unreadable, match="value 2 is longer than 1,024 KiB"):
        list(json_rows.json_batches(text))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


def test_nested_values_are_read_one_by_one(path: Path) -> None:
    """A format that nests gets each value with its number, numbers as written."""
    path.write_text('[{"a":{"b":[1.50]}}, {"a":null}]')
    text = read_text(path, "x", path.parent)
    assert list(json_rows.json_elements(text)) == [(1, {"a": {"b": ["1.50"]}}), (2, {"a": None})]
    path.write_text('{"a":{"b":[1.50]}}\n\n{"a":2}')
    text = read_text(path, "x", path.parent)
    assert list(json_rows.json_elements(text)) == [(1, {"a": {"b": ["1.50"]}}), (3, {"a": "2"})]


def test_one_document_is_read_whole_or_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One object over many lines is one value; a repeated key, NaN or a giant is refused."""
    path.write_text('{\n "a": {"b": 1.50}\n}\n')
    assert json_document.read_document(read_text(path, "x", path.parent)) == {"a": {"b": "1.50"}}
    for bad, reason in (
        ('{"a":1,"a":1}', "stands in it twice"),
        ('{"a":\nNaN}', "NaN is not a number"),
        ('{"a":1', "line 1 is not JSON.*column 7"),
    ):
        path.write_text(bad)
        with pytest.raises(Unreadable, match=reason):
            json_document.read_document(read_text(path, "x", path.parent))
    monkeypatch.setattr(json_document, "LARGEST_DOCUMENT", 3)
    with pytest.raises(Unreadable, match="more than 3"):
        json_document.read_document(read_text(path, "x", path.parent))
