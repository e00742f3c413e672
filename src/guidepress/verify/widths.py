"""In: a font of a page. Out: how far its strings lead, each worked out once (ISO 32000-1, 9.7.4.3 and 9.6.2)."""

from __future__ import annotations

from struct import unpack
from typing import TYPE_CHECKING, NamedTuple

from guidepress.cos.parser import unescape_string

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.cos import File
    from guidepress.cos.values import Dictionary

__all__ = ["StringWidth", "StringWidths", "widths_of"]

_THOUSANDTH = 0.001
_SPACE = 32
_MOST = 70_000
"""Widths of a font: as many as it can have codes, and some that are told twice."""
_NOT_HEX = bytes(set(range(256)) - set(b"0123456789abcdefABCDEF"))


class StringWidth(NamedTuple):
    """How far a string leads.

    Attributes:
        ems: the widths of its glyphs.
        codes: how many they are; each is followed by character space.
        spaces: how many of them are spaces of one byte; each is followed by word space.
    """

    ems: float
    codes: int
    spaces: int


class StringWidths(dict[bytes, StringWidth]):
    """Widths by string, as the strings are written in the content: "(...)" or "<...>".

    Args:
        widths: of glyphs by code, ems.
        other: of a code that has none, ems.
        size: bytes of a code, 1 or 2.
    """

    __slots__ = ("_other", "_size", "_widths")

    def __init__(self, widths: Mapping[int, float], other: float, size: int) -> None:
        super().__init__()
        self._widths, self._other, self._size = widths, other, size

    def __missing__(self, written: bytes) -> StringWidth:
        """Add up a string's widths and keep the sum."""
        data = bytes_of(written)
        codes: tuple[int, ...] | bytes = data
        if self._size > 1:
            codes = unpack(f">{len(data) // 2}H", data[: len(data) & ~1])
        known, other = self._widths, self._other
        ems = sum([known.get(code, other) for code in codes])
        found = self[written] = StringWidth(ems, len(codes), data.count(_SPACE) if self._size == 1 else 0)
        return found


def bytes_of(written: bytes) -> bytes:
    """The bytes of a string as it is written in content."""
    if written[:1] == b"(":
        return unescape_string(written[1:-1])
    digits = written.translate(None, _NOT_HEX)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def widths_of(file: File, font: Dictionary) -> StringWidths | None:
    """The widths of a font; None where the file does not say them, or the font is written from top to bottom."""
    if file.word(font.get("Subtype")) == "Type0":
        return _composite(file, font)
    given = file.array(font.get("Widths"))
    if not given:
        return None  # one of the fourteen that each reader knows
    scale = _THOUSANDTH
    if file.word(font.get("Subtype")) == "Type3":
        matrix = [file.number(each) for each in file.array(font.get("FontMatrix"))[:1]]
        scale = matrix[0] if matrix else scale
    first = file.integer(font.get("FirstChar"))
    widths = {first + at: file.number(each) * scale for at, each in enumerate(given[:256])}
    missing = file.dictionary(font.get("FontDescriptor")).get("MissingWidth")
    return StringWidths(widths, file.number(missing) * scale, 1)


def _composite(file: File, font: Dictionary) -> StringWidths | None:
    """Widths by CID; codes are CIDs in the encoding that nearly all files have, others are not followed."""
    if file.word(font.get("Encoding")) != "Identity-H":
        return None
    below = file.array(font.get("DescendantFonts"))
    cid_font = file.dictionary(below[0]) if below else {}
    widths: dict[int, float] = {}
    listed = file.array(cid_font.get("W"))[:_MOST]
    at = 0
    while at + 1 < len(listed) and len(widths) < _MOST:
        start = int(file.number(listed[at]))
        second = file.get(listed[at + 1])
        if isinstance(second, list):
            widths.update(
                {start + n: file.number(each) * _THOUSANDTH for n, each in enumerate(second[:_MOST])}
            )
            at += 2
        elif at + 2 < len(listed):
            end = min(int(file.number(listed[at + 1])), start + _MOST)
            widths.update(dict.fromkeys(range(start, end + 1), file.number(listed[at + 2]) * _THOUSANDTH))
            at += 3
        else:
            break
    return StringWidths(widths, file.number(cid_font.get("DW"), 1000.0) * _THOUSANDTH, 2)
