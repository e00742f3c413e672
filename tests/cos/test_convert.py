"""pypdf's objects come over as the values they stand for."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from pypdf import PdfReader
from pypdf.generic import ArrayObject, IndirectObject, NameObject, StreamObject, read_object
from tests.cos.making import TREE, file_of
from tests.cos.test_plain import VALUES

from guidepress.cos.convert import from_pypdf
from guidepress.cos.plain import write
from guidepress.cos.values import Malformed, Name, Ref, Stream, Value

READER = PdfReader(io.BytesIO(file_of(TREE)))


def ascii_names(value: Value) -> bool:
    """Whether all names are such that pypdf, which takes them for UTF-8, keeps their bytes."""
    if isinstance(value, dict):
        return all(key.isascii() and key and ascii_names(each) for key, each in value.items())
    if isinstance(value, list):
        return all(map(ascii_names, value))
    return not isinstance(value, Name) or (value.isascii() and bool(value))


@given(VALUES.filter(ascii_names))
def test_what_pypdf_reads_comes_over_as_it_was(value: Value) -> None:
    assert from_pypdf(read_object(io.BytesIO(write(value) + b" "), READER)) == value


def test_a_stream_brings_its_data_as_stored() -> None:
    stream = StreamObject()
    stream._data = b"abc"
    assert from_pypdf(stream) == Stream({}, b"abc")


def test_a_stream_that_damaged_brackets_put_into_another_object_is_its_dictionary() -> None:
    stream = StreamObject()
    stream[NameObject("/F")] = ArrayObject()
    stream._data = b"abc"
    assert from_pypdf(ArrayObject([stream])) == [{"F": []}]


def test_references_stay_references() -> None:
    assert from_pypdf(ArrayObject([IndirectObject(4, 0, None)])) == [Ref(4)]


def test_what_lies_too_deep_is_refused() -> None:
    inner = ArrayObject()
    for _ in range(2000):
        inner = ArrayObject([inner])
    with pytest.raises(Malformed, match="too deep"):
        from_pypdf(inner)
