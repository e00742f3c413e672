"""In: a font's ToUnicode map. Out: the text of strings shown in that font, each worked out once."""

from __future__ import annotations

import re
from struct import unpack
from typing import TYPE_CHECKING

from guidepress.cos.parser import unescape_string

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FontText", "parse_to_unicode"]

_BFCHAR = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_BFRANGE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_LISTED = re.compile(rb"<([0-9A-Fa-f]+)>")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
_MOST = 300_000
"""Codes that ranges may tell of, five times as many as there are; ranges over one another would take for ever."""


class FontText(dict[bytes, str]):
    """Text by string, as the strings are written in the content: "(...)" or "<...>".

    Lines are cut at every kern, and the pieces repeat: a book of a hundred pages shows 70,000 of 5,000 kinds.

    Args:
        codes: the text of each two-byte code; a code without text stands for none.
    """

    __slots__ = ("_codes",)

    def __init__(self, codes: Mapping[int, str]) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, written: bytes) -> str:
        """Decode a string and keep its text."""
        if written[:1] == b"(":
            codes = unescape_string(written[1:-1])
        else:
            digits = _NOT_HEX.sub(b"", written)
            codes = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        pairs = unpack(f">{len(codes) // 2}H", codes[: len(codes) & ~1])
        known = self._codes
        text = self[written] = "".join([known.get(code, "") for code in pairs])
        return text


def parse_to_unicode(cmap: bytes) -> dict[int, str]:
    """Read a ToUnicode CMap with two-byte codes (ISO 32000-1, 9.10.3)."""
    codes: dict[int, str] = {}
    for section in _BFCHAR.findall(cmap):
        for code, text in _PAIR.findall(section):
            codes[int(code, 16)] = _text(text)
    room = _MOST
    for section in _BFRANGE.findall(cmap):
        for first, last, start, listed in _RANGE.findall(section):
            low, high = int(first, 16), min(int(last, 16), int(first, 16) + 65_535)
            room -= high - low + 1
            if room < 0:
                return codes
            if listed:
                texts = [_text(item) for item in _LISTED.findall(listed)]
                codes.update(zip(range(low, high + 1), texts, strict=False))
            else:
                text = _text(start)
                codes.update(
                    {code: text[:-1] + chr(ord(text[-1]) + code - low) for code in range(low, high + 1)}
                )
    return codes


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
