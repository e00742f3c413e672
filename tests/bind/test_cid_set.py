"""A font's CIDSet has a bit for each glyph of its subset."""

from __future__ import annotations

import struct

import pytest
from pypdf.generic import ArrayObject, NumberObject

from guidepress.bind.cid_set import add_cid_sets
from guidepress.bind.scribe import Shelf, array, dictionary, stream


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


def cid_set(data: bytes, widths: ArrayObject) -> bytes:
    shelf = Shelf()
    descriptor = dictionary({"FontFile2": shelf.add(stream(data, {}))})
    descendant = dictionary({"W": widths, "FontDescriptor": shelf.add(descriptor)})
    font = dictionary({"DescendantFonts": ArrayObject([shelf.add(descendant)])})
    add_cid_sets(dictionary({"F1": shelf.add(font)}), shelf)
    return bytes(descriptor["/CIDSet"].get_data())  # type: ignore[attr-defined]


def widths(first: int, count: int) -> ArrayObject:
    return ArrayObject([NumberObject(first), array([500] * count)])


@pytest.mark.parametrize("kind", ["H", "L"])
def test_glyphs_with_outlines_or_widths_are_present_and_the_missing_glyph_always(kind: str) -> None:
    # Outlines: 1 and 3; shown: 5 and 6; and 0. Bits from the left: 1101 0110.
    assert cid_set(program([0, 0, 4, 4, 10], kind), widths(5, 2)) == bytes([0b1101_0110])


def test_the_set_is_as_long_as_its_last_glyph_needs() -> None:
    # Glyph 8 is the first bit of the second byte.
    assert cid_set(program([0, 0], "H"), widths(8, 1)) == bytes([0b1000_0000, 0b1000_0000])
    assert cid_set(program([0, 0], "H"), widths(7, 1)) == bytes([0b1000_0001])
