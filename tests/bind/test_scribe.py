"""Objects become bytes under the numbers of a new file."""

from __future__ import annotations

import pytest
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    FloatObject,
    NullObject,
    NumberObject,
    TextStringObject,
)
from tests.bind.held import Held, opened

from guidepress.bind.scribe import Scribe, Shelf, array, dictionary, name, stream


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (name("A B"), b"/A#20B"),
        (NumberObject(3), b"3"),
        (FloatObject("0.50"), b"0.5"),
        (BooleanObject(True), b"true"),  # noqa: FBT003 - pypdf's
        (NullObject(), b"null"),
        (TextStringObject("a(b)\\"), b"(a\\(b\\)\\\\)"),
        (ByteStringObject(b"\r\xff"), b"(\\r\xff)"),
        (ArrayObject([NumberObject(1), name("A")]), b"[1 /A]"),
        (dictionary({"A": NumberObject(1), "B": name("C"), "D": array([2])}), b"<</A 1/B/C/D[2]>>"),
    ],
)
def test_each_kind_of_object_has_its_bytes(value: object, expected: bytes) -> None:
    assert Scribe(Held().sink).text(value) == expected


def test_numbers_have_six_decimals_at_most() -> None:
    assert Scribe(Held().sink).text(array([1, 0.5, 2.0, 1 / 3])) == b"[1 0.5 2 0.333333]"


def test_what_is_referred_to_is_written_once_in_the_order_it_is_met() -> None:
    shelf, held = Shelf(), Held()
    inner = shelf.add(name("Inner"))
    outer = shelf.add(ArrayObject([inner, inner]))
    scribe = Scribe(held.sink)
    assert (scribe.number(outer), scribe.number(outer)) == (1, 1)
    scribe.write_all()
    source = held.read()
    assert (source.body(1), source.body(2)) == (b"[2 0 R 2 0 R]", b"/Inner")


def test_objects_of_a_file_that_is_kept_keep_their_numbers() -> None:
    reader = opened({1: b"<</Type/Catalog/A 7 0 R>>", 7: b"/Seven"}).reader
    assert Scribe(Held().sink, reader).text(reader.root_object) == b"<</Type/Catalog/A 7 0 R>>"
    assert Scribe(Held().sink).text(reader.root_object) == b"<</Type/Catalog/A 1 0 R>>"


def test_a_changed_object_takes_the_place_of_the_old_one() -> None:
    reader = opened({1: b"<</Type/Catalog/A 7 0 R>>", 7: b"/Seven"}).reader
    held = Held()
    scribe = Scribe(held.sink, changed={(id(reader), 7): name("New")})
    scribe.text(reader.root_object)
    scribe.write_all()
    assert held.read().body(1) == b"/New"


def test_a_stream_is_written_with_its_length() -> None:
    held = Held()
    number = held.sink.reserve()
    Scribe(held.sink).write(number, stream(b"word " * 100, {"N": NumberObject(3)}))
    source = held.read()
    body, data = source.raw(number)
    assert data is not None
    assert b"/Length %d>>" % len(data) in body
    assert source.content(number) == b"word " * 100
