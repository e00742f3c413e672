from __future__ import annotations

import pytest
from tests.bind.held import file_with

from guidepress.cos.parser import Parser
from guidepress.press.ink.encodings import MAC_CODES, differences_of, named_encoding, text_of_name


@pytest.mark.parametrize(
    ("encoding", "code", "name"),
    [
        ("WinAnsiEncoding", 0x41, "A"),
        ("WinAnsiEncoding", 0x80, "Euro"),
        ("WinAnsiEncoding", 0x92, "quoteright"),
        ("WinAnsiEncoding", 0xA0, "space"),
        ("WinAnsiEncoding", 0x81, "bullet"),
        ("MacRomanEncoding", 0x8A, "adieresis"),
        ("MacRomanEncoding", 0xCA, "space"),
        ("StandardEncoding", 0x27, "quoteright"),
    ],
)
def test_codes_have_the_names_of_annex_d(encoding: str, code: int, name: str) -> None:
    codes = named_encoding(encoding)
    assert codes is not None
    assert codes[code] == name


def test_an_encoding_that_has_no_such_name_is_none() -> None:
    assert named_encoding("Identity-H") is None


def test_differences_count_on_from_each_number() -> None:
    value, _ = Parser(b"[65/B/C 97 98/x 300/far]").value(0)
    assert differences_of(file_with({1: b"<<>>"}), value) == {65: "B", 66: "C", 98: "x"}


def test_names_stand_for_text() -> None:
    assert [text_of_name(name) for name in ("A", "uni00E9", "f_i", "g37")] == ["A", "é", "fi", ""]
    assert MAC_CODES["adieresis"] == 0x8A
