from __future__ import annotations

from tests.bind.held import file_with
from tests.press.ink.making import stream

from guidepress.cos import Name, Ref
from guidepress.press.ink.cmaps import CodeMap, code_map

MAP = b"""1 begincodespacerange <00> <7F> endcodespacerange
1 begincodespacerange <8000> <FFFF> endcodespacerange
2 begincidrange <20> <7E> 1 <8140> <817E> 633 endcidrange
1 begincidchar <8180> 700 endcidchar"""


def test_codes_of_one_and_two_bytes_are_told_apart() -> None:
    found = CodeMap()
    found.read(MAP)
    assert list(found.codes(b"A\x81\x42B")) == [(0x41, 1), (0x8142, 2), (0x42, 1)]
    assert [found.identifier(*code) for code in found.codes(b"A\x81\x42\x81\x80\x90\x00")] == [
        34,
        635,
        700,
        0,
    ]


def test_the_identity_takes_two_bytes_for_what_they_are() -> None:
    found = code_map(file_with({1: b"<<>>"}), Name("Identity-V"))
    assert list(found.codes(b"\x01\x02\x03\x04\x05")) == [(0x0102, 2), (0x0304, 2)]
    assert found.identifier(0x0102, 2) == 0x0102
    assert found.vertical
    assert found.known


def test_a_map_that_is_only_named_is_not_known() -> None:
    assert not code_map(file_with({1: b"<<>>"}), Name("UniJIS-UCS2-H")).known


def test_a_map_that_rests_on_one_that_is_only_named_is_not_known_either() -> None:
    file = file_with({1: b"<<>>", 2: stream(MAP, b"/UseCMap/90ms-RKSJ-H"), 3: stream(MAP, b"/WMode 1")})
    assert not code_map(file, Ref(2)).known
    assert code_map(file, Ref(3)).known
    assert code_map(file, Ref(3)).vertical


def test_bytes_that_no_range_holds_are_passed_over_one_by_one() -> None:
    found = CodeMap()
    found.read(b"1 begincodespacerange <00> <7F> endcodespacerange")
    assert list(found.codes(b"\xffA")) == [(0xFF, 1), (0x41, 1)]
