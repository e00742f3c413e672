"""Text is decoded mark by mark."""

from __future__ import annotations

from guidepress.verify.content import parse_to_unicode, read_marked_text

CMAP = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfchar <0001> <0041> <0002> <006600660069> endbfchar
1 beginbfrange <0010> <0012> <0061> endbfrange
1 beginbfrange <0020> <0021> [<0058> <0059>] endbfrange"""


def test_a_tounicode_map_gives_characters_ligatures_and_ranges() -> None:
    codes = parse_to_unicode(CMAP)
    assert {code: codes[code] for code in (1, 2, 0x10, 0x12, 0x20, 0x21)} == {
        1: "A", 2: "ffi", 0x10: "a", 0x12: "c", 0x20: "X", 0x21: "Y",
    }  # fmt: skip
    assert codes[999] == ""


def test_text_belongs_to_the_mark_around_it() -> None:
    content = (
        b"/Artifact BMC BT /F1 8 Tf <0001> Tj ET EMC "
        b"/P <</MCID 0>> BDC BT /F1 10 Tf [(\x00\x10)-20(\x00\x11)] TJ ET EMC "
        b"/P <</MCID 1>> BDC BT <00020012> Tj ET EMC"
    )
    assert read_marked_text(content, {"/F1": parse_to_unicode(CMAP)}) == {0: "ab", 1: "ffic"}


def test_an_actual_text_stands_for_what_is_drawn() -> None:
    content = b"/P <</MCID 3>> BDC /F1 10 Tf <0010> Tj /Span <</ActualText <FEFF00AD>>> BDC <0011> Tj EMC <0012> Tj EMC"
    assert read_marked_text(content, {"/F1": parse_to_unicode(CMAP)}) == {3: "a\u00adc"}


def test_escapes_and_brackets_inside_strings_are_no_operators() -> None:
    maps = {"/F1": {0x2829: "!", 0x5D5B: "?", 0x0A28: "~"}}
    assert read_marked_text(b"/P <</MCID 0>> BDC /F1 9 Tf [(\\(\\))(][)]TJ EMC", maps) == {0: "!?"}
    assert read_marked_text(b"/P <</MCID 0>> BDC /F1 9 Tf (\\n\\050) Tj EMC", maps) == {0: "~"}
