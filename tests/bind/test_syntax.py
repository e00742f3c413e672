"""The bytes of objects are parted and put together without being parsed."""

from __future__ import annotations

import pytest

from guidepress.bind.syntax import (
    Malformed,
    array,
    dictionary,
    entries,
    integer,
    items,
    name_of,
    prefixed,
    reference_of,
    string_bytes,
    text_of,
    write_string,
    write_text,
)


def test_a_dictionary_is_parted_into_keys_and_values_as_they_stand() -> None:
    raw = b"<</A 1/B[1 2 0 R<</C(])>>]/D 3 0 R % a note >>\n/E/F/G(a>>b)/H<41>>>"
    assert entries(raw) == {
        b"/A": b"1",
        b"/B": b"[1 2 0 R<</C(])>>]",
        b"/D": b"3 0 R",
        b"/E": b"/F",
        b"/G": b"(a>>b)",
        b"/H": b"<41>",
    }


def test_of_two_entries_of_one_key_the_later_holds() -> None:
    assert entries(b"<</A 1/A 2>>") == {b"/A": b"2"}


def test_an_array_is_parted_into_its_items() -> None:
    assert items(b"[1 2 0 R/A(x (y) z)[3 4]<</B 5>>]") == [
        b"1",
        b"2 0 R",
        b"/A",
        b"(x (y) z)",
        b"[3 4]",
        b"<</B 5>>",
    ]


@pytest.mark.parametrize("raw", [b"", b"[1]", b"<</A 1", b"<<1 2>>", b"<</A>>", b"<</A[1>>"])
def test_what_is_no_whole_dictionary_is_refused(raw: bytes) -> None:
    with pytest.raises(Malformed):
        entries(raw)


@pytest.mark.parametrize("raw", [b"", b"<<>>", b"[1 2", b"[<<]"])
def test_what_is_no_whole_array_is_refused(raw: bytes) -> None:
    with pytest.raises(Malformed):
        items(raw)


def test_what_is_put_together_can_be_parted_again() -> None:
    parts = {b"/A": b"1", b"/B": array([b"2 0 R", b"/C"])}
    assert entries(dictionary(parts)) == parts
    assert items(parts[b"/B"]) == [b"2 0 R", b"/C"]


def test_references_numbers_and_names_are_read_or_are_none() -> None:
    assert [reference_of(raw) for raw in (b"12 0 R", b"12 0 Rx", b"12", b"1234567890 0 R", None)] == [
        12,
        0,
        0,
        0,
        0,
    ]
    assert [integer(raw, 7) for raw in (b" -3 ", b"3.5", b"12345678901", None)] == [-3, 7, 7, 7]
    assert [name_of(raw) for raw in (b"/A#20B", b"(A)", b"", None)] == ["A B", "", "", ""]


def test_strings_stand_for_bytes() -> None:
    # \101 is 65, "A"; \53 is 43, "+"; a line that ends in a backslash goes on; half a byte has 0 after it.
    assert string_bytes(b"(\\101\\53\\n\\(\\\nz)") == b"A+\n(z"
    assert string_bytes(b"<41 4>") == b"A@"
    for raw in (b"/A", b"<<>>", b"<4x>"):
        with pytest.raises(Malformed):
            string_bytes(raw)


@pytest.mark.parametrize(
    ("text", "raw"),
    [("", b"()"), ("a(b)\\", b"(a\\(b\\)\\\\)"), ("é", b"<FEFF00E9>"), ("a\n", b"<FEFF0061000A>")],
)
def test_a_text_is_written_readably_where_it_can_be(text: str, raw: bytes) -> None:
    assert write_text(text) == raw
    assert text_of(raw) == text


def test_bytes_beyond_ascii_are_written_in_hexadecimal() -> None:
    assert write_string(b"\x00\xff") == b"<00FF>"


def test_what_is_no_text_is_none() -> None:
    assert [text_of(raw) for raw in (None, b"/A", b"<<>>", b"12")] == ["", "", "", ""]


def test_a_prefix_stands_in_the_encoding_of_its_string() -> None:
    assert prefixed(b"a", "1.") == b"1.a"
    assert prefixed(b"\xfe\xff\x00a", "1.") == b"\xfe\xff\x001\x00.\x00a"
    assert prefixed(b"\xef\xbb\xbfa", "1.") == b"\xef\xbb\xbf1.a"
