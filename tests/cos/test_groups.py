"""Objects in an object stream are told apart by where they begin."""

from __future__ import annotations

import pytest

from guidepress.cos.groups import unpack
from guidepress.cos.values import Object, Stream, Value


def itself(value: Value) -> Object:
    return value


def test_each_object_ends_where_the_next_begins_in_whatever_order_they_lie() -> None:
    stream = Stream({"First": 12}, b"7 4 8 0 9 8 [8] (7) /Nine")
    #                                  at 12: "[8] ", "(7)" four later, "/Nine" eight later
    assert unpack(stream, itself) == [(7, b"(7)"), (8, b"[8]"), (9, b"/Nine")]


@pytest.mark.parametrize("first", [None, 0, -4, 9999, 10**30, b"5"])
def test_a_stream_that_does_not_say_where_they_begin_has_none(first: Value) -> None:
    assert unpack(Stream({"First": first}, b"7 0 (7)"), itself) == []


def test_an_object_beyond_the_end_is_empty() -> None:
    assert unpack(Stream({"First": 9}, b"7 0 8 99 (7)"), itself) == [(7, b"(7)"), (8, b"")]
