"""A shape matches plain dictionaries, and then says the same as the grammar."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from tests.cos.making import TREE, file_of

from guidepress.cos import Name, Ref, open_file
from guidepress.cos.parser import Parser
from guidepress.cos.plain import write
from guidepress.cos.shapes import NEVER, PLAIN_NAME, PLAIN_REFERENCE, PLAIN_STRING, dictionary_shape
from guidepress.cos.values import Value
from guidepress.cos.writer import Writer

SHAPE = dictionary_shape({"K": PLAIN_REFERENCE + rb"|\d++", "S": PLAIN_NAME, "D": PLAIN_STRING, "A": NEVER})


@pytest.mark.parametrize(
    ("expected", "body"),
    [
        ((b"5", None, None), b"<</K 5>>"),
        ((b"5", b"/P", b"(x)"), b"<< /S /P\n/D(x)/K\r5 >>"),
        ((b"5 0 R", None, None), b"<</K 5 0 R/T(\\)/K 6)/B[1 2 0 R/K]/C<</K 7>>/E<4B>/F true/G -.5>>"),
        ((None, None, None), b"<</Kind 5>>"),
        ((None, None, None), b"<<>>"),
    ],
)
def test_what_is_asked_for_is_found_wherever_it_stands(
    expected: tuple[bytes | None, ...], body: bytes
) -> None:
    match = SHAPE.match(body)
    assert match is not None
    assert match.group("K", "S", "D") == expected


@pytest.mark.parametrize(
    "body",
    [
        b"<</A 1/K 5>>",  # a key that must not be there
        b"<</K[5]>>",  # a value of another kind
        b"<</K 5 6>>",
        b"<</S/P#41>>",
        b"<</#4B 5>>",
        b"<</D(a\\051)>>",
        b"<</T((nested))/K 5>>",
        b"<</T<</U<</V 1>>>>/K 5>>",
        b"<</K 5%\n>>",
        b"<</K\x005>>",
        b"<</K 5",
        b"<</K 5>>stream\nendstream",
        b"[/K 5]",
        b"5",
    ],
)
def test_what_is_not_plain_does_not_match(body: bytes) -> None:
    assert SHAPE.match(body) is None


NAMES = st.sampled_from(["K", "S", "D", "T", "Kind", "K1", "SD", "Pg"])
SINGLE: st.SearchStrategy[Value] = (
    st.none()
    | st.booleans()
    | st.integers(-50, 50)
    | st.sampled_from(
        [Name("P"), Name("K"), Name("A b"), Ref(5), Ref(17), b"text", b"(/K 5)", b"\\\r\n", 0.5]
    )
)
VALUES: st.SearchStrategy[Value] = (
    SINGLE | st.lists(SINGLE, max_size=3) | st.dictionaries(NAMES, SINGLE, max_size=2)
)


@given(st.dictionaries(NAMES, VALUES, max_size=6))
def test_a_shape_says_what_the_grammar_says(made: dict[str, Value]) -> None:
    body = write(made)
    match = SHAPE.match(body)
    if match is None:
        return
    for key in ("K", "S", "D"):
        found = None if match[key] is None else Parser(match[key]).value(0)[0]
        assert found == made.get(key)


def test_objects_are_matched_where_they_lie() -> None:
    file = open_file(file_of({**TREE, 10: b"<</K 7>>", 11: b"<</K 8/A 1>>"}), "a.pdf")
    match = file.match(10, SHAPE)
    assert match is not None
    assert match["K"] == b"7"
    assert file.match(11, SHAPE) is None
    assert file.match(99, SHAPE) is None


def test_another_object_at_the_place_is_not_taken_for_it() -> None:
    data = file_of({**TREE, 10: b"<</K 7>>"}).replace(b"10 0 obj", b"12 0 obj")
    assert open_file(data, "a.pdf").match(10, SHAPE) is None


def test_objects_in_an_object_stream_are_matched_too() -> None:
    made = io.BytesIO()
    writer = Writer(made)
    root, info, plain = writer.add(b"<</Type/Catalog>>"), writer.add(b"<<>>"), writer.add(b"<</K 7>>")
    odd = writer.add(b"99 0 obj<</K 7>>")
    writer.close(root, info)
    file = open_file(made.getvalue(), "a.pdf")
    match = file.match(plain, SHAPE)
    assert match is not None
    assert match["K"] == b"7"
    assert file.match(odd, SHAPE) is None


def test_encrypted_objects_are_not_matched_as_they_lie() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(file_of(TREE)))
    writer.encrypt("", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    anything = dictionary_shape({"Nothing": NEVER})
    number = open_file(made.getvalue(), "a.pdf").trailer["Root"]
    assert isinstance(number, Ref)
    assert open_file(file_of(TREE), "a.pdf").match(1, anything) is not None
    assert open_file(made.getvalue(), "a.pdf").match(number.number, anything) is None
