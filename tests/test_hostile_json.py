"""The kinds of texts that tell JSON readers apart: read to the letter, or refused with the place.

The names go by those of the JSONTestSuite (Nicolas Seriot): y_ must be read, n_ must not, and of
i_, where the grammar leaves it open, this says what ours does. The texts are our own.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ingest.content import read_text
from ingest.formats.json_document import read_document
from ingest.formats.json_rows import json_batches
from ingest.unpack import Unreadable
from tests.ingest_fixtures import read_alone

READ: dict[str, tuple[str | bytes, Any]] = {
    "y_array_blanks_inside": ("[ \t\r\n]", []),
    "y_array_several_nulls": ("[7,null,null,8]", ["7", None, None, "8"]),
    "y_array_blanks_around_commas": ("[1 ,\n2 ]", ["1", "2"]),
    "y_number_minus_zero": ("[-0, -0.0]", ["-0", "-0.0"]),
    "y_number_exponents": ("[2e3, 2E-3, 2.5e+03]", ["2e3", "2E-3", "2.5e+03"]),
    "y_number_many_digits": ("[0.1234567890123456789012345]", ["0.1234567890123456789012345"]),
    "y_object_empty_key": ('{"":1}', {"": "1"}),
    "y_object_escaped_NUL_in_key": (r'{"a\u0000b":1}', {"a\0b": "1"}),
    "y_object_keys_that_look_alike": ('{"a":1,"A":2}', {"a": "1", "A": "2"}),
    "y_object_line_breaks": ('{\n"a":\n1\n}\n', {"a": "1"}),
    "y_string_all_escapes": (r'["\"\\\/\b\f\n\r\t"]', ['"\\/\b\f\n\r\t']),
    "y_string_pair_of_halves": (r'["\uD83D\uDE00"]', ["😀"]),
    "y_string_backslash_before_u": (r'["\\ud83d"]', [r"\ud83d"]),
    "y_string_escaped_noncharacter": (r'["\uFFFF\uFDD0"]', ["\uffff\ufdd0"]),
    "y_string_line_separators": ('["\u2028\u2029\x7f"]', ["\u2028\u2029\x7f"]),
    "y_string_letters_of_the_world": ('["可靈 ʤ €"]', ["可靈 ʤ €"]),
    "y_structure_lonely_values": ("[[true],[false],[null]]", [[True], [False], [None]]),
    "i_number_overflow": ("[1e400,-1e-400]", ["1e400", "-1e-400"]),
    "i_number_of_fifty_digits": ("[" + "9" * 50 + "]", ["9" * 50]),
    "i_structure_byte_order_mark": ("\ufeff[]", []),
    "i_structure_utf_16": ("[1]".encode("utf-16"), ["1"]),
    "i_structure_nested_300_deep": ("[" * 300 + "]" * 300, None),
}

REFUSED: dict[str, str | bytes] = {
    "n_array_bare_word": "[a]",
    "n_array_comma_after": "[1,]",
    "n_array_comma_before": "[,1]",
    "n_array_comma_twice": "[1,,2]",
    "n_array_comma_alone": "[,]",
    "n_array_comma_behind_it": "[1],",
    "n_array_colon": '["a":1]',
    "n_array_no_comma": "[1 2]",
    "n_array_unclosed": "[1",
    "n_array_unclosed_with_comma": "[1,",
    "n_array_closed_twice": "[1]]",
    "n_array_closed_as_object": "[1}",
    "n_array_form_feed": "[\x0c]",
    "n_array_vertical_tab": "[1,\x0b2]",
    "n_array_no_break_space": "[\u00a01]",
    "n_number_plus": "[+1]",
    "n_number_minus_alone": "[-]",
    "n_number_minus_blank": "[- 1]",
    "n_number_leading_zero": "[012]",
    "n_number_minus_leading_zero": "[-01]",
    "n_number_point_first": "[.5]",
    "n_number_point_last": "[5.]",
    "n_number_point_before_exponent": "[5.e3]",
    "n_number_exponent_alone": "[1e]",
    "n_number_exponent_plus": "[1e+]",
    "n_number_hexadecimal": "[0x1F]",
    "n_number_grouped": "[1 000]",
    "n_number_underscore": "[1_000]",
    "n_number_NaN": "[NaN]",
    "n_number_Infinity": "[-Infinity]",
    "n_number_inf": "[inf]",
    "n_number_fullwidth_digit": "[\uff11]",
    "n_object_no_colon": '{"a" 1}',
    "n_object_no_value": '{"a":}',
    "n_object_no_quotes": "{a:1}",
    "n_object_single_quotes": "{'a':1}",
    "n_object_number_as_key": "{1:1}",
    "n_object_comma_after": '{"a":1,}',
    "n_object_comma_twice": '{"a":1,,"b":2}',
    "n_object_unclosed": '{"a":1',
    "n_object_text_behind": '{"a":1}#',
    "n_object_comment": '{"a":/* one */1}',
    "n_object_comment_behind": '{"a":1} // one',
    "n_string_unclosed": '["a',
    "n_string_single_quotes": "['a']",
    "n_string_unknown_escape": r'["\x41"]',
    "n_string_escaped_quote_ends_it": r'["\"]',
    "n_string_half_an_escape": r'["\u00A"]',
    "n_string_half_a_pair_cut": r'["\uD83D\u"]',
    "n_string_raw_line_break": '["a\nb"]',
    "n_string_raw_tab": '["a\tb"]',
    "n_string_raw_NUL": '["a\0b"]',
    "n_structure_capitals": "[True]",
    "n_structure_word_cut": "[nul]",
    "n_structure_two_values": "[][]",
    "n_structure_only_bracket": "[",
    "n_structure_only_brace": "{",
    "n_structure_nested_too_deeply": "[" * 100_000,
    "n_structure_objects_too_deep": '{"a":' * 100_000,
    "n_structure_markup": "[<null>]",
    "n_structure_mark_alone": b"\xef\xbb\xbf",
    "n_structure_mark_cut": b"\xef\xbb{}",
    "n_structure_not_utf_8": b'["\xe4"]',
    "i_string_half_a_pair": r'["\uD83D"]',
    "i_string_other_half": r'["\uDE00"]',
    "i_string_halves_turned": r'["\uDE00\uD83D"]',
    "i_string_half_and_escape": r'["\uD83D\n"]',
    "i_object_half_as_key": r'{"\uD83D":1}',
    "i_string_half_in_utf_8": b'["\xed\xa0\xbd"]',
    "i_string_overlong": b'["\xc0\xaf"]',
    "i_string_beyond_unicode": b'["\xf4\xbf\xbf\xbf"]',
    "i_object_a_key_twice": '{"a":1,"a":1}',
    "i_object_a_key_twice_by_escapes": r'{"a":1,"\u0061":2}',
    "i_object_a_key_twice_but_for_blanks": '{"a":1,"a ":2}',
    "i_object_a_key_twice_deep_inside": '{"b":[{"a":1,"a":2}]}',
}


@pytest.mark.parametrize("case", READ)
def test_what_is_json_is_read_to_the_letter(tmp_path: Path, case: str) -> None:
    """Numbers keep their digits, texts their letters; nothing is taken for nothing."""
    content, value = READ[case]
    found = read_document(written(tmp_path, content))
    if case.startswith("i_structure_nested"):
        value = json.loads(str(content))
    assert found == value


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_json_is_refused(tmp_path: Path, case: str) -> None:
    """As a document and as rows, with the file's name and the place."""
    for read in (read_document, lambda text: list(json_batches(text))):
        with pytest.raises(Unreadable) as refusal:
            read(written(tmp_path, REFUSED[case]))
        assert "(case.json)" in str(refusal.value)


def written(folder: Path, content: str | bytes) -> Any:
    """A text of a file of this content."""
    path = folder / "case.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_text(path, path.name, folder)


ROW = '{"app":"kling","metric":"revenue","period":"2026-0%d","value":%s,"as_of":"2026-08-03"}'
BROKEN = {
    "a key twice": (ROW % (3, '1,"value":2'), "the key 'value' stands in it twice"),
    "half a character": (ROW % (3, r'1,"note":"\ud83d"'), r"holds half a character (\ud83d)"),
    "a comma lost": ('{"app":"kling" "value":1}', "is not"),
    "a leading zero": (ROW % (3, "01"), "is not"),
    "a comment": ("# " + ROW % (3, "1"), "is not"),
    "a form feed": (ROW % (3, "1") + "\x0c", ""),
    "no object": ("5", "is not an object"),
}


@pytest.mark.parametrize("layout", ["array", "lines"])
@pytest.mark.parametrize("case", BROKEN)
def test_one_broken_object_refuses_the_file_and_names_its_place(case: str, layout: str) -> None:
    """Behind objects that the fast way reads as well as at the beginning; nothing is loaded."""
    broken, reason = BROKEN[case]
    good = [ROW % (month, f"{month}.5") for month in (1, 2)]
    for place in (1, 3) if layout == "array" or broken.startswith("{") else (3,):
        objects = [*good[: place - 1], broken, *good[place - 1 :]]
        content = "[" + ",\n".join(objects) + "]" if layout == "array" else "\n".join(objects)
        intake, accepted, _faults = read_alone(content.encode(), "broken.json", "vendor")
        assert intake.outcome == "refused"
        said = str(intake.reason)
        assert reason in said
        assert re.search(rf"(value|line) {place}\b", said), said
        assert "(broken.json)" in said
        assert accepted.is_empty()
