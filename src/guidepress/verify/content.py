"""In: a page's content stream and its fonts' ToUnicode maps. Out: the text of each marked-content sequence.

The structure tree names text by marks in the content, so the text is decoded here, mark by mark, and not
taken from a text extractor that knows no marks.
"""

from __future__ import annotations

import re
import sys
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["parse_to_unicode", "read_marked_text"]

_LITERAL = rb"\((?:[^()\\]++|\\.)*+\)"
_TOKEN = re.compile(
    rb"\[(?P<array>(?:[^\[\]()]++|" + _LITERAL + rb")*+)\]\s*TJ"
    rb"|(?P<single>" + _LITERAL + rb"|<[0-9A-Fa-f\s]*>)\s*(?:Tj|'|\")"
    rb"|/(?P<font>[^\s/<>\[\]()]+)\s+[-\d.]+\s+Tf"
    rb"|/MCID\s+(?P<mcid>\d+)[^>]*>>\s*BDC"
    rb"|/ActualText\s*(?:<(?P<actual>[0-9A-Fa-f]*)>|(?P<words>" + _LITERAL + rb"))[^>]*>>\s*BDC"
    rb"|(?P<open>\bB[DM]C\b)|(?P<close>\bEMC\b)",
    re.DOTALL,
)
_STRING = re.compile(rb"\(((?:[^()\\]++|\\.)*+)\)|<([0-9A-Fa-f\s]*)>", re.DOTALL)
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r?\n)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_BFCHAR = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_BFRANGE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")


def read_marked_text(content: bytes, maps: Mapping[str, Mapping[int, str]]) -> dict[int, str]:
    """Decode the text under each MCID.

    Args:
        content: a page's content stream, decompressed.
        maps: for each font's resource name ("/F1"), the text of each two-byte code.

    Returns:
        Text by marked-content identifier; text under an ActualText is that ActualText.
    """
    reader = _Reader(maps)
    for token in _TOKEN.finditer(content):
        reader.take(token)
    return {identifier: "".join(text) for identifier, text in reader.parts.items()}


class _Codes(dict[int, str]):
    """Text by code; a code without text stands for none."""

    __slots__ = ()

    def __missing__(self, code: int) -> str:
        return ""


_NOTHING = _Codes()


class _Reader:
    """Follows the marks of a content stream; `current` is the MCID in force and whether its text is replaced."""

    def __init__(self, maps: Mapping[str, Mapping[int, str]]) -> None:
        self.parts: dict[int, list[str]] = {}
        self._maps = maps
        self._font: Mapping[int, str] = _Codes()
        self._stack: list[tuple[int, bool]] = []
        self._current: tuple[int, bool] = (-1, False)

    def take(self, token: re.Match[bytes]) -> None:
        """Act on one token of the stream."""
        match token.lastgroup:
            case "array":
                self._show(token["array"])
            case "single":
                self._show(token["single"])
            case "font":
                self._font = self._maps.get("/" + token["font"].decode("latin-1"), _NOTHING)
            case "mcid":
                self._open((int(token["mcid"]), False))
            case "actual":
                self._replace(bytes.fromhex(token["actual"].decode()))
            case "words":
                self._replace(_unescape(token["words"][1:-1]))
            case "open":
                self._open(self._current)
            case _ if self._stack:
                self._current = self._stack.pop()

    def _open(self, state: tuple[int, bool]) -> None:
        self._stack.append(self._current)
        self._current = state

    def _show(self, operand: bytes) -> None:
        identifier, replaced = self._current
        if identifier >= 0 and not replaced:
            # All strings of one operator are joined before they are decoded: a line is one step, not fifty.
            strings = _STRING.findall(operand)
            codes = _unescape(b"".join([literal for literal, _ in strings]))
            if not codes:  # writers use either literal strings or hexadecimal ones
                codes = bytes.fromhex(b"".join([digits for _, digits in strings]).decode())
            self.parts.setdefault(identifier, []).append(_decode(codes, self._font))

    def _replace(self, actual: bytes) -> None:
        identifier, replaced = self._current
        if identifier >= 0 and not replaced:
            self.parts.setdefault(identifier, []).append(actual.decode("utf-16", "replace"))
        self._open((identifier, True))


def _unescape(raw: bytes) -> bytes:
    if b"\\" not in raw:
        return raw

    def one(match: re.Match[bytes]) -> bytes:
        code = match[1]
        if code[:1].isdigit():
            return bytes([int(code, 8) & 255])
        return b"" if code[-1:] == b"\n" else _ESCAPES.get(code, code)

    return _ESCAPE.sub(one, raw)


def _decode(codes: bytes, font: Mapping[int, str]) -> str:
    pairs = array("H", codes[: len(codes) & ~1])
    if sys.byteorder == "little":
        pairs.byteswap()
    return "".join(map(font.__getitem__, pairs))


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def parse_to_unicode(cmap: bytes) -> dict[int, str]:
    """Read a ToUnicode CMap with two-byte codes (ISO 32000-1, 9.10.3)."""
    codes = _Codes()
    for section in _BFCHAR.findall(cmap):
        for code, text in _PAIR.findall(section):
            codes[int(code, 16)] = _text(text)
    for section in _BFRANGE.findall(cmap):
        for first, last, start, listed in _RANGE.findall(section):
            low, high = int(first, 16), min(int(last, 16), int(first, 16) + 65_535)
            if listed:
                texts = [_text(item) for item in re.findall(rb"<([0-9A-Fa-f]+)>", listed)]
                codes.update(zip(range(low, high + 1), texts, strict=False))
            else:
                text = _text(start)
                codes.update(
                    {code: text[:-1] + chr(ord(text[-1]) + code - low) for code in range(low, high + 1)}
                )
    return codes
