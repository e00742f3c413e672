"""In: content, of a page, a form or a glyph. Out: its operators with their operands, in order (ISO 32000-1, 7.8.2).

Tokens are those of all PDF: the parser's. A picture that stands within content comes as one operator, BI, with a stream.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from guidepress.cos.parser import TOKEN, Parser
from guidepress.cos.values import Malformed, Name, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos.values import Dictionary, Object, Value

__all__ = ["Operation", "operations"]

_WORDS: dict[bytes, Value] = {b"true": True, b"false": False, b"null": None}
_NUMERIC = frozenset(b"0123456789+-.")
_LONGEST = 20
"""Digits of a number that is one; longer ones the parser cuts."""
_MOST = 1000
"""Operands kept at once; no operator takes a tenth of them."""
_DATA = re.compile(rb"ID[\x00\t\n\x0c\r ]?")
_END = re.compile(rb"[\x00\t\n\x0c\r ]EI(?=[\x00\t\n\x0c\r ]|\Z)|EI(?=[\x00\t\n\x0c\r ]++Q\b)")
_PLAIN_BITS = {"G": 1, "DeviceGray": 1, "RGB": 3, "DeviceRGB": 3, "CMYK": 4, "DeviceCMYK": 4}
_KEYS = {
    "BPC": "BitsPerComponent",
    "CS": "ColorSpace",
    "D": "Decode",
    "DP": "DecodeParms",
    "F": "Filter",
    "H": "Height",
    "IM": "ImageMask",
    "I": "Interpolate",
    "W": "Width",
}
"""Short names of a picture's entries within content (table 93)."""


class Operation(NamedTuple):
    """An operator and what stands before it; of `BI` one stream, the picture with its keys written out."""

    operator: bytes
    operands: list[Object]


def operations(content: bytes) -> Iterator[Operation]:
    """Yield the operators of decoded content; what is damaged is passed over, as readers do."""
    match_token = TOKEN.match
    parser = Parser(content)
    operands: list[Object] = []
    at = 0
    while (match := match_token(content, at)) is not None:
        at = match.end()
        kind = match.lastgroup
        if kind == "word":
            word = match["word"]
            if word[0] in _NUMERIC:
                operands.append(_number(word))
            elif word in _WORDS:
                operands.append(_WORDS[word])
            elif word == b"BI":
                picture, at = _picture(content, parser, at)
                yield Operation(b"BI", [picture])
                operands = []
            else:
                yield Operation(word, operands)
                operands = []
        elif kind not in {"close", "stray"}:
            try:
                value, at = parser.value(match.start())
            except Malformed:
                continue  # a bracket or a string that is never closed: what follows is read as it comes
            operands.append(value)
        if len(operands) > _MOST:
            del operands[:-_MOST]


def _number(word: bytes) -> int | float:
    if len(word) <= _LONGEST:
        if word.isdigit():
            return int(word)
        try:
            number = float(word)
        except ValueError:
            pass
        else:
            return number if math.isfinite(number) else 0
    value, _ = Parser(word).value(0)
    return value if isinstance(value, int | float) else 0


def _picture(content: bytes, parser: Parser, at: int) -> tuple[Stream, int]:
    """Read a picture within content (8.9.7): its entries, its data, and where what follows begins."""
    entries: Dictionary = {}
    while True:
        match = TOKEN.match(content, at)
        if match is None:
            return Stream(entries, b""), len(content)
        if match["word"] is not None and match["word"].startswith(b"ID"):
            break
        at = match.end()
        if match["name"] is None:
            continue
        try:
            key, at = parser.value(match.start())
            value, at = parser.value(at)
        except Malformed:
            continue
        name = str(key)
        entries[_KEYS.get(name, name)] = value
    lead = _DATA.search(content, match.start())
    start = lead.end() if lead is not None else match.end()
    size = _plain_size(entries)
    room = len(content) - start
    if size is not None and size <= room and (end := _END.match(content, start + size)) is not None:
        return Stream(entries, content[start : start + size]), end.end()
    end = _END.search(content, max(start - 1, 0))
    if end is None:
        return Stream(entries, content[start:]), len(content)
    return Stream(entries, content[start : end.start()]), end.end()


def _plain_size(entries: Dictionary) -> int | None:
    """How many bytes a picture without filters takes; None for all others, whose end is looked for."""
    width, height, bits = (entries.get(key) for key in ("Width", "Height", "BitsPerComponent"))
    if entries.get("Filter") is not None or not isinstance(width, int) or not isinstance(height, int):
        return None
    space = entries.get("ColorSpace")
    mask = entries.get("ImageMask") is True
    components = 1 if mask else _PLAIN_BITS.get(str(space), 0) if isinstance(space, Name) else 1
    depth = 1 if mask else bits
    if not isinstance(depth, int) or not components or min(width, height, depth) < 0:
        return None
    return (width * components * depth + 7) // 8 * height
