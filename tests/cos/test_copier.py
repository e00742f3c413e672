"""Objects are copied into another file, each once, with what they need."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from tests.cos.making import TREE, file_of

from guidepress.cos import Name, Ref, Stream, open_file
from guidepress.cos.copier import ObjectCopier, part
from guidepress.cos.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.cos import File


def copied(objects: dict[int, bytes], make: Callable[[ObjectCopier, Writer], int]) -> File:
    """The file written while `make` copies, whose answer is the number of the root."""
    out = io.BytesIO()
    writer = Writer(out)
    copier = ObjectCopier(open_file(file_of({**TREE, **objects}), "a.pdf"), writer)
    root = make(copier, writer)
    copier.copy_waiting()
    writer.close(root, writer.add(b"<<>>"))
    return open_file(out.getvalue(), "b.pdf")


def test_bytes_are_parted_at_their_references() -> None:
    assert part(b"[1 2 R 31 0 R]") == [b"[", b"1", b" ", b"31", b"]"]
    assert part(b"<</A 12 0 R/B 3 0 Rx>>") == [b"<</A ", b"12", b"/B 3 0 Rx>>"]


def test_what_looks_like_a_reference_within_a_string_is_none() -> None:
    assert part(b"[(1 0 R \\) 2 0 R)3 0 R]") == [b"[(1 0 R \\) 2 0 R)", b"3", b"]"]


def test_what_is_referred_to_is_copied_once_in_the_order_it_is_met() -> None:
    objects = {7: b"[9 0 R 8 0 R 9 0 R]", 8: b"(eight)", 9: b"[7 0 R]"}
    new = copied(objects, lambda copier, _: copier.number(7))
    assert [new.raw(number).body for number in (1, 2, 3)] == [b"[2 0 R 3 0 R 2 0 R]", b"[1 0 R]", b"(eight)"]


def test_a_stream_moves_as_it_is_stored() -> None:
    objects = {7: b"<</A 8 0 R/Length 3>>\nstream\na\0b\nendstream", 8: b"8"}
    new = copied(objects, lambda copier, _: copier.number(7))
    assert new.raw(1) == (b"<</A 2 0 R/Length 3>>", b"a\0b")


def test_values_and_streams_of_values_lead_to_copies() -> None:
    def make(copier: ObjectCopier, writer: Writer) -> int:
        made = copier.object(Stream({"A": [Ref(7)], "B": {"C": Ref(7)}, "D": Name("E")}, b"x"))
        return writer.add_object(made).number

    new = copied({7: b"(seven)"}, make)
    assert new.get(Ref(2)) == Stream({"A": [Ref(1)], "B": {"C": Ref(1)}, "D": Name("E"), "Length": 1}, b"x")
    assert new.get(Ref(1)) == b"seven"


@pytest.mark.parametrize("gone", [7, 99])
def test_what_is_left_out_or_missing_is_null(gone: int) -> None:
    def make(copier: ObjectCopier, writer: Writer) -> int:
        copier.drop(7)
        return writer.add(copier.body(b"<</A %d 0 R>>" % gone))

    assert copied({7: b"(seven)"}, make).raw(1).body == b"<</A null>>"


def test_the_caller_writes_what_it_claims() -> None:
    def make(copier: ObjectCopier, writer: Writer) -> int:
        own = copier.claim(7)
        assert (copier.claim(7), writer.reserve()) == (own, own + 1)
        writer.put(own, b"(mine)")
        return copier.number(8)

    new = copied({7: b"(seven)", 8: b"[7 0 R]"}, make)
    assert new.array(new.trailer["Root"]) == [Ref(1)]
    assert new.get(Ref(1)) == b"mine"


def test_numbers_can_be_kept() -> None:
    out = io.BytesIO()
    writer = Writer(out)
    for _ in range(3):
        writer.reserve()
    file = open_file(file_of(TREE), "a.pdf")
    copier = ObjectCopier(file, writer, {number: number for number in TREE})
    for number in TREE:
        copier.place(number)
    writer.close(1, writer.add(b"<<>>"))
    new = open_file(out.getvalue(), "b.pdf")
    assert {number: new.raw(number).body for number in TREE} == TREE
