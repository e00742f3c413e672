"""A string's text comes from its font's ToUnicode map."""

from __future__ import annotations

import pytest

from guidepress.verify.font_text import FontText, parse_to_unicode

CMAP = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0041> <0002> <006600660069> endbfchar
1 beginbfrange <0010> <0012> <0061> endbfrange
1 beginbfrange <0020> <0021> [<0058> <0059>] endbfrange"""


def test_a_tounicode_map_gives_characters_ligatures_and_ranges() -> None:
    codes = parse_to_unicode(CMAP)
    assert {code: codes[code] for code in (1, 2, 0x10, 0x12, 0x20, 0x21)} == {
        1: "A", 2: "ffi", 0x10: "a", 0x12: "c", 0x20: "X", 0x21: "Y",
    }  # fmt: skip
    assert FontText(codes)[b"(\x03\xe7)"] == ""


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("Aa", b"(\x00\x01\x00\x10)"),
        ("Aa", b"<0001 0010>"),
        ("A", b"<000>"),  # a digit that is missing is a nought
        ("A", b"<00 01 00>"),  # half a code shows nothing
        ("X", b"(\\000 )"),
        ("!", b"(\\(\\))"),
        ("\N{PILE OF POO}", b"(\xd8\x3d)"),  # a code that is half of a pair in UTF-16 is a code like others
        ("", b"(\x99\x99)"),
        ("", b"()"),
    ],
)
def test_strings_of_either_form_are_decoded(expected: str, written: bytes) -> None:
    codes = {**parse_to_unicode(CMAP), 0: "A", 0x2829: "!", 0xD83D: "\N{PILE OF POO}"}
    text = FontText(codes)
    assert text[written] == expected
    assert text == {written: expected}  # kept for the next time


def test_ranges_over_one_another_do_not_take_for_ever() -> None:
    # 20,000 times the whole of two bytes would be 1.3 thousand million codes
    ranges = b"<0000> <ffff> <0041>\n" * 20_000
    found = parse_to_unicode(b"20000 beginbfrange\n" + ranges + b"endbfrange")
    assert len(found) == 65_536
