"""A font's CIDSet has a bit for each glyph of its subset."""

from __future__ import annotations

import struct
import zlib

import pytest
from tests.bind.written import written
from tests.cos.making import TREE, file_of

from guidepress.bind.cid_set import add_cid_sets
from guidepress.cos import Ref, open_file
from guidepress.cos.copier import ObjectCopier
from guidepress.cos.writer import Writer


def program(offsets: list[int], kind: str) -> bytes:
    """A TrueType program of the tables "head" and "loca" alone; `kind` is "H" or "L", short or long offsets."""
    head = bytes(50) + struct.pack(">hh", kind == "L", 0)
    loca = struct.pack(f">{len(offsets)}{kind}", *offsets)
    start = 12 + 2 * 16
    return (
        struct.pack(">LHHHH", 0x10000, 2, 0, 0, 0)
        + struct.pack(">4sLLL", b"head", 0, start, len(head))
        + struct.pack(">4sLLL", b"loca", 0, start + len(head), len(loca))
        + head
        + loca
    )


def cid_set(data: bytes, first: int, count: int) -> bytes:
    """The CIDSet in the copy of a font that has this program and these widths."""
    coded = zlib.compress(data)
    objects = {
        4: b"<</F1 5 0 R>>",
        5: b"<</DescendantFonts[6 0 R]>>",
        6: b"<</W[%d[%b]]/FontDescriptor 7 0 R>>" % (first, b"500 " * count),
        7: b"<</FontFile2 8 0 R>>",
        8: b"<</Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (len(coded), coded),
    }
    old = open_file(file_of({**TREE, **objects}), "a.pdf")

    def make(writer: Writer) -> Ref:
        copier = ObjectCopier(old, writer)
        add_cid_sets(old, Ref(4), copier, writer)
        fonts = copier.number(4)
        copier.copy_waiting()
        return Ref(fonts)

    new = written(make)
    (child,) = new.array(new.dictionary(new.root["F1"])["DescendantFonts"])
    descriptor = new.dictionary(new.dictionary(child)["FontDescriptor"])
    assert new.content(new.get(descriptor["FontFile2"])) == data
    return new.content(new.get(descriptor["CIDSet"]))


@pytest.mark.parametrize("kind", ["H", "L"])
def test_glyphs_with_outlines_or_widths_are_present_and_the_missing_glyph_always(kind: str) -> None:
    # Outlines: 1 and 3; shown: 5 and 6; and 0. Bits from the left: 1101 0110.
    assert cid_set(program([0, 0, 4, 4, 10], kind), 5, 2) == bytes([0b1101_0110])


def test_the_set_is_as_long_as_its_last_glyph_needs() -> None:
    # Glyph 8 is the first bit of the second byte.
    assert cid_set(program([0, 0], "H"), 8, 1) == bytes([0b1000_0000, 0b1000_0000])
    assert cid_set(program([0, 0], "H"), 7, 1) == bytes([0b1000_0001])
