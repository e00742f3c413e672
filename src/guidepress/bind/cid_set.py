"""In: a Type0 font as our writer makes it. Out: its CIDSet: which glyphs its subset holds, a bit each.

PDF/A-1 asks for one (ISO 19005-1, 6.3.5); PDF/A-2 does not, so the writer leaves it out.
"""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from guidepress.bind.scribe import name, stream

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject

    from guidepress.bind.scribe import Shelf

__all__ = ["add_cid_sets"]

_LONG_OFFSETS_AT = 50
"""Where the table "head" says whether "loca" has long offsets (OpenType 1.9)."""


def add_cid_sets(fonts: DictionaryObject, shelf: Shelf) -> None:
    """Give every font of a resource dictionary its CIDSet."""
    for reference in fonts.values():
        font: Any = reference.get_object()
        descendant = font["/DescendantFonts"][0].get_object()
        descriptor = descendant["/FontDescriptor"].get_object()
        shown = _shown(descendant["/W"])
        present = _outlined(descriptor["/FontFile2"].get_data()) | shown | {0}
        bits = bytearray(max(present) // 8 + 1)
        for glyph in present:
            bits[glyph // 8] |= 0x80 >> glyph % 8
        descriptor[name("CIDSet")] = shelf.add(stream(bytes(bits), {}))


def _shown(widths: Any) -> set[int]:  # noqa: ANN401 - pypdf's array
    """The glyphs that have a width: those that are shown (ISO 32000-1, 9.7.4.3)."""
    found: set[int] = set()
    entries = list(widths)
    for first, run in zip(entries[::2], entries[1::2], strict=True):
        found.update(range(int(first), int(first) + len(run)))
    return found


def _outlined(program: bytes) -> set[int]:
    """The glyphs of a TrueType program that have outlines: those shown and the parts they are composed of."""
    (count,) = struct.unpack_from(">H", program, 4)
    tables = {
        tag: program[offset : offset + length]
        for tag, _, offset, length in struct.iter_unpack(">4sLLL", program[12 : 12 + 16 * count])
    }
    (long_offsets,) = struct.unpack_from(">h", tables[b"head"], _LONG_OFFSETS_AT)
    loca = tables[b"loca"]
    size = 4 if long_offsets else 2
    offsets = struct.unpack(f">{len(loca) // size}{'L' if long_offsets else 'H'}", loca)
    return {glyph for glyph, (at, end) in enumerate(pairwise(offsets)) if end > at}
