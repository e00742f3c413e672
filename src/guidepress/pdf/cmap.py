"""In: the text that each glyph stands for. Out: a ToUnicode CMap (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["to_unicode"]

_HEAD = b"""/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
"""
_FOOT = b"""endcmap
CMapName currentdict/CMap defineresource pop
end
end
"""
_MOST = 100  # entries in one bfchar section (Adobe Technical Note 5014)


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """Map each glyph id, two bytes, to its text in UTF-16, in order of the glyph ids."""
    lines = [
        f"<{glyph:04X}><{text.encode('utf-16-be').hex().upper()}>\n" for glyph, text in sorted(texts.items())
    ]
    sections = [lines[start : start + _MOST] for start in range(0, len(lines), _MOST)]
    body = "".join(f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n" for part in sections)
    return _HEAD + body.encode("ascii") + _FOOT
