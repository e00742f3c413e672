"""What is written plainly reads the same both ways, and what is not plain is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.cos.parser import Parser
from guidepress.cos.plain import REFERENCE, is_plain, parse, write
from guidepress.cos.values import Name, Ref, Value

NAMES = st.text(st.characters(max_codepoint=255), max_size=8)
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.integers(-(10**9), 10**9).map(lambda value: value / 1000)
    | st.binary(max_size=12)
    | NAMES.map(Name)
    | st.integers(1, 9999).map(Ref),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_reads_back_by_the_whole_grammar(value: Value) -> None:
    assert Parser(write(value)).value(0)[0] == value


@given(VALUES)
def test_the_quick_way_reads_what_the_whole_grammar_reads_or_leaves_it_to_it(value: Value) -> None:
    plain, read = parse(write(value))
    assert not plain or read == value


@pytest.mark.parametrize("body", [b"[>>", b"<<]", b"[<<]>>", b"<</A[>>]", b"]", b">>"])
def test_brackets_of_two_kinds_do_not_close_one_another(body: bytes) -> None:
    assert parse(body) == (False, None)


@given(st.lists(st.sampled_from([*b"<<[]>>()/%#AR10 \n\\x", 0]), max_size=30).map(bytes))
def test_the_quick_way_never_reads_otherwise(raw: bytes) -> None:
    plain, read = parse(raw)
    if plain:
        assert Parser(raw).value(0)[0] == read


@pytest.mark.parametrize(
    "body", [b"<</A 1/B[1 0 R(x % y)]>>", b"[/A/B]", b"12", b"null", b"(a(b)c)", b"<</A<41>>>", b"(\\))"]
)
def test_plain_bytes_are_known(body: bytes) -> None:
    assert is_plain(body)
    assert parse(body)[0]


@pytest.mark.parametrize(
    "body", [b"<</A 1%x\n>>", b"<<\x00/A 1>>", b"/A#20", b"<</A[1>>", b"(a", b"a)", b"{1}", b"<</A 1"]
)
def test_what_is_not_plain_is_known(body: bytes) -> None:
    assert not is_plain(body)


def test_references_outside_names_are_found() -> None:
    assert REFERENCE.findall(b"[12 0 R/A3 0 R 4 0 Rx 5 1 R]") == [b"12", b"5"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (b"/A#20B#23#2F", Name("A B#/")),
        (b"(a\\(b\\)\\\\\\r)", b"a(b)\\\r"),
        (b"[1 -2 0.5 3.0 null true]", [1, -2, 0.5, 3.0, None, True]),
        (b"<</A 1/B/C/D(x)/E 2 0 R>>", {"A": 1, "B": Name("C"), "D": b"x", "E": Ref(2)}),
    ],
)
def test_values_are_written_plainly(written: bytes, value: Value) -> None:
    assert write(value) == written
