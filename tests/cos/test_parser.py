"""The whole grammar is read, and what is damaged as well as can be."""

from __future__ import annotations

import pytest

from guidepress.cos.parser import Parser
from guidepress.cos.values import Malformed, Name, Ref, Value


def read(raw: bytes, *, escapes: bool = True) -> Value:
    value, _ = Parser(raw, escapes=escapes).value(0)
    return value


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        ([None, True, False], b"[null true false]"),
        ([1, -2, 3, 0.5, -0.5, 4.0], b"[1 -2 +3 .5 -.5 4.]"),
        ([Ref(12), 1, 2], b"[12 0 R 1 2]"),
        ([Ref(12)], b"[12%one\n0%two\r\nR]"),
        ({"A": Name("B"), "C": [Ref(3)]}, b"<</A/B/C[3 0 R]>>"),
        ({"A": 1}, b"<<%x\n/A%y\n1%z\n>>"),
        ({"A": 1}, b"<<\x00/A\x001\x00>>"),
        (Name("A B"), b"/A#20B"),
        (Name(""), b"/ "),
        (b"a(b)c", b"(a(b)c)"),
        (b"endobj >> % (", b"(endobj >> % \\()"),
        (b"\n\r\t\x08\x0c()\\x", b"(\\n\\r\\t\\b\\f\\(\\)\\\\\\x)"),
        (b"\x01\x0a\xff1", b"(\\1\\12\\3771)"),
        (b"\x018", b"(\\18)"),
        (b"ab", b"(a\\\r\nb)"),
        (b"a\nb", b"(a\r\nb)"),
        (b"a\nb", b"(a\rb)"),
        (b"AB\xf0", b"<41 42 F>"),
        (b"A", b"<4x1>"),
        ([b"", {}], b"[<> <<>>]"),
        ({"A": 2}, b"<</A 1/A 2>>"),
        ([Ref(1), Name("R"), 5], b"[1 0 R/R 5]"),
        ([1, 0, None], b"[1 0 Rx]"),
    ],
)
def test_each_kind_of_value_is_read(value: Value, raw: bytes) -> None:
    assert read(raw) == value


def test_a_name_of_the_first_versions_has_no_escapes() -> None:
    assert read(b"/A#20B", escapes=False) == Name("A#20B")


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        ({"A": 1}, b"<</A 1 endobj"),
        ({"A": [1, 2]}, b"<</A[1 2>>"),
        ([1, 2], b"[1 ) 2]"),
        ([1, 2], b"[1 >> 2]"),
        ({"B": 2}, b"<<7/B 2>>"),
        ({"A": None}, b"<</A>>"),
        ([12], b"[12-34]"),
        ([1.2], b"[1.2.3]"),
        ([-5], b"[--5]"),
        ([None], b"[what]"),
    ],
)
def test_what_is_damaged_is_read_as_far_as_it_goes_and_said(value: Value, raw: bytes) -> None:
    parser = Parser(raw)
    assert parser.value(0)[0] == value
    assert parser.damaged


def test_what_is_sound_is_not_called_damaged() -> None:
    parser = Parser(b"<</A[1 0 R(x)<41>true null 1.5]>>")
    parser.value(0)
    assert not parser.damaged


@pytest.mark.parametrize(
    "raw", [b"", b"  % only a comment", b"endobj", b">>", b"]", b")", b"(not closed", b"{}"]
)
def test_where_no_value_stands_it_is_said(raw: bytes) -> None:
    with pytest.raises(Malformed):
        read(raw)


def test_a_value_says_where_it_ends() -> None:
    assert Parser(b"xx [1] yy").value(2) == ([1], 6)


def test_brackets_without_end_are_bounded() -> None:
    with pytest.raises(Malformed, match="too deep"):
        read(b"[" * 2000)


def test_a_number_without_end_is_bounded() -> None:
    assert read(b"9" * 5000) == int("9" * 20)
