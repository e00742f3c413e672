"""In: a Type0 font as our writer makes it. Out: its CIDSet: which glyphs its subset holds, a bit each.

PDF/A-1 asks for one (ISO 19005-1, 6.3.5); PDF/A-2 does not, so the writer leaves it out.
"""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import TYPE_CHECKING

from guidepress.cos import Ref
from guidepress.cos.filters import deflated

if TYPE_CHECKING:
    from guidepress.cos import File, Value
    from guidepress.cos.copier import ObjectCopier
    from guidepress.cos.writer import Writer

__all__ = ["add_cid_sets"]

_LONG_OFFSETS_AT = 50
"""Where the table "head" says whether "loca" has long offsets (OpenType 1.9)."""


def add_cid_sets(file: File, fonts: Value, copier: ObjectCopier, writer: Writer) -> None:
    """Give the copy of every font of a resource dictionary its CIDSet; call it before they are copied."""
    for reference in file.dictionary(fonts).values():
        (child,) = file.array(file.dictionary(reference)["DescendantFonts"])
        descendant = file.dictionary(child)
        described = descendant["FontDescriptor"]
        if not isinstance(described, Ref):
            raise TypeError("a font descriptor of our writer's stands by itself")
        descriptor = file.dictionary(described)
        shown = _shown(file, descendant["W"])
        present = _outlined(file.content(file.get(descriptor["FontFile2"]))) | shown | {0}
        bits = bytearray(max(present) // 8 + 1)
        for glyph in present:
            bits[glyph // 8] |= 0x80 >> glyph % 8
        made = {key: copier.value(value) for key, value in descriptor.items()}
        made["CIDSet"] = writer.add_object(deflated(bytes(bits), {}))
        writer.put_object(copier.claim(described.number), made)


def _shown(file: File, widths: Value) -> set[int]:
    """The glyphs that have a width: those that are shown (ISO 32000-1, 9.7.4.3)."""
    found: set[int] = set()
    entries = file.array(widths)
    for first, run in zip(entries[::2], entries[1::2], strict=True):
        start = file.integer(first)
        found.update(range(start, start + len(file.array(run))))
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
