"""Text strings stand for text in three encodings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.cos.parser import Parser
from guidepress.cos.plain import write
from guidepress.cos.text import prefixed, text_of, text_string


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("plain", b"plain"),
        ("“é”—€", b"\x8d\xe9\x8e\x84\xa0"),
        ("Ωé", b"\xfe\xff\x03\xa9\x00\xe9"),
        ("Ω", b"\xff\xfe\xa9\x03"),
        ("é", b"\xef\xbb\xbf\xc3\xa9"),
        ("ab", b"\xfe\xff\x00a\x00\x1b\x00e\x00n\x00\x1b\x00b"),
        ("", 7),
        ("", None),
    ],
)
def test_each_encoding(text: str, raw: object) -> None:
    assert text_of(raw) == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1b"), max_size=20))
def test_what_is_written_reads_back(text: str) -> None:
    value, _ = Parser(write(text_string(text))).value(0)
    assert text_of(value) == text or (text.isascii() and not text.isprintable())


def test_a_prefix_stands_in_the_encoding_of_its_string() -> None:
    assert prefixed(b"a", "1.") == b"1.a"
    assert prefixed(b"\xfe\xff\x00a", "1.") == b"\xfe\xff\x001\x00.\x00a"
    assert prefixed(b"\xff\xfea\x00", "1.") == b"\xff\xfe1\x00.\x00a\x00"
    assert prefixed(b"\xef\xbb\xbfa", "1.") == b"\xef\xbb\xbf1.a"


def test_the_bytes_of_a_text_are_ascii_or_utf_16() -> None:
    assert (text_string("a(b)"), text_string("\u00e9")) == (b"a(b)", b"\xfe\xff\x00\xe9")
