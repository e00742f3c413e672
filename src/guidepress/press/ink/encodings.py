"""In: the encoding of a simple font. Out: names of glyphs by code, and the characters that names stand for (9.6.6, annex D)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fontTools import agl
from fontTools.encodings.MacRoman import MacRoman
from fontTools.encodings.StandardEncoding import StandardEncoding

from guidepress.cos import Name

if TYPE_CHECKING:
    from guidepress.cos import File
    from guidepress.cos.values import Value

__all__ = ["MAC_CODES", "differences_of", "named_encoding", "text_of_name"]

_MAC_CONTROLS = 32
"""What fontTools calls by the names of ASCII controls are in fact no glyphs of a page."""


def _win_ansi() -> dict[int, str]:
    """Code page 1252 by names; what it leaves open is a bullet (annex D.2, note 3)."""
    codes: dict[int, str] = {}
    for code in range(32, 256):
        character = bytes([code]).decode("cp1252", "replace")
        codes[code] = agl.UV2AGL.get(ord(character), "bullet")
    codes[0xA0], codes[0xAD] = "space", "hyphen"
    return codes


_STANDARD = {code: name for code, name in enumerate(StandardEncoding) if name != ".notdef"}
_MAC_ROMAN = {
    code: name for code, name in enumerate(MacRoman) if code >= _MAC_CONTROLS and not name.startswith("NUL")
} | {0xCA: "space"}
_NAMED = {
    "StandardEncoding": _STANDARD,
    "WinAnsiEncoding": _win_ansi(),
    "MacRomanEncoding": _MAC_ROMAN,
}
MAC_CODES = {name: code for code, name in reversed(_MAC_ROMAN.items())}
"""Codes of Mac Roman by name: what the (1, 0) map of a TrueType font is keyed by."""


def named_encoding(name: str) -> dict[int, str] | None:
    """One of the encodings that PDF names; None for any other."""
    return _NAMED.get(name)


def differences_of(file: File, value: Value) -> dict[int, str]:
    """The codes of an encoding's /Differences, with the names of their glyphs (9.6.6.1)."""
    found: dict[int, str] = {}
    code = 0
    for each in file.array(value):
        made = file.get(each)
        if isinstance(made, Name):
            if 0 <= code < 256:
                found[code] = str(made)
            code += 1
        elif isinstance(made, int | float) and not isinstance(made, bool):
            code = int(made)
    return found


def text_of_name(name: str) -> str:
    """The text that the glyph of a name stands for; "" for none."""
    return str(agl.toUnicode(name))
