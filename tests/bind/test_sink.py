"""Objects are written as they come and are found again."""

from __future__ import annotations

import pytest
from tests.bind.held import Held

from guidepress.bind.sink import fingerprint
from guidepress.bind.syntax import Malformed


def test_what_is_written_is_found_under_its_number() -> None:
    held = Held()
    later = held.sink.reserve()
    assert held.sink.add(b"<</A 1>>") == 2
    assert held.sink.add(b"<</Length 3>>", b"abc") == 3
    held.sink.put(later, b"(late)")
    source = held.read()
    assert [source.raw(number) for number in (1, 2, 3)] == [
        (b"(late)", None),
        (b"<</A 1>>", None),
        (b"<</Length 3>>", b"abc"),
    ]


def test_a_number_that_is_never_written_is_null() -> None:
    held = Held()
    number = held.sink.reserve()
    assert held.read().body(number) == b"null"


def test_a_stream_is_deflated_and_comes_back_whole() -> None:
    held = Held()
    number = held.sink.add_stream(b"/N 3", b"word " * 1000)
    source = held.read()
    assert source.dictionary(b"%d 0 R" % number)[b"/N"] == b"3"
    assert source.content(number) == b"word " * 1000


def test_objects_go_together_two_hundred_at_a_time_and_tags_by_themselves() -> None:
    held = Held()
    for number in range(201):
        held.sink.add(b"%d" % number)
    tag = held.sink.reserve()
    held.sink.put(tag, b"/Tag", tag=True)
    groups = held.read().reader.xref_objStm
    assert {groups[number][0] for number in range(1, 201)} == {
        201
    }  # the group takes the next number when it is full
    assert groups[202][0] != 201
    assert groups[tag][0] not in {201, groups[202][0]}


def test_nothing_is_written_twice() -> None:
    held = Held()
    number = held.sink.add(b"<</Length 1>>", b"a")
    with pytest.raises(Malformed):
        held.sink.put(number, b"<</Length 1>>", b"b")


def test_the_identifier_is_a_hash_of_all_that_was_written() -> None:
    files = []
    for word in (b"one", b"one", b"two"):
        held = Held()
        held.sink.add(b"(%b)" % word)
        files.append(held.close())
        assert held.sink.written == len(files[-1])
    assert files[0] == files[1]
    first, other = (data.partition(b"/ID[")[2][:68] for data in files[1:])
    assert first[:34] == first[34:]  # 32 digits in brackets, twice
    assert first != other


def test_a_fingerprint_tells_a_stream_from_its_dictionary() -> None:
    prints = {
        fingerprint(b"<<>>", None),
        fingerprint(b"<<>>", b""),
        fingerprint(b"<<>>", b"a"),
        fingerprint(b"<</A 1>>", None),
    }
    assert len(prints) == 4
    assert {len(each) for each in prints} == {16}
