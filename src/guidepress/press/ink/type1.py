"""In: a Type 1 font program. Out: its glyphs by name, its encoding and its matrix (Adobe Type 1 Font Format, 1990).

No PostScript is run: a font of anybody's may hold any program. Charstrings and the encoding are found where all
writers put them, and drawn by fontTools.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from fontTools.misc import eexec
from fontTools.misc.psCharStrings import T1CharString

from guidepress.base.record import record
from guidepress.cos import Malformed

if TYPE_CHECKING:
    from guidepress.bind.leaves import Matrix

__all__ = ["Type1Program", "read_type1"]

_EEXEC_KEY, _CHARSTRING_KEY = 55665, 4330
_EEXEC = re.compile(rb"currentfile\s+eexec\s*?(?:\r\n|\n|\r| |\t)")
_HEX = re.compile(rb"[0-9A-Fa-f\s]{8}")
_LEADING = re.compile(rb"/lenIV\s+(-1|\d{1,3})")
_SUBR = re.compile(rb"dup\s+(\d{1,5})\s+(\d{1,5})\s+(?:RD|-\||\S{1,6}) ")
_GLYPH = re.compile(rb"/([^\s/{}()<>\[\]%]+)\s+(\d{1,5})\s+(?:RD|-\||\S{1,6}) ")
_CODE = re.compile(rb"dup\s+(\d{1,3}|8#[0-7]{1,3}|16#[0-9A-Fa-f]{1,2})\s*/([^\s/{}()<>\[\]%]+)\s+put")
_MATRIX = re.compile(rb"/FontMatrix\s*\[([^\]]{1,200})\]")
_STANDARD = re.compile(rb"/Encoding\s+StandardEncoding\s+def")
_PFB = b"\x80"
_MOST_SUBRS = 65_536


@record
class Type1Program:
    """A Type 1 font.

    Attributes:
        charstrings: its glyphs by name, fontTools' objects.
        subroutines: those they call.
        encoding: names by code; None where it is the standard one.
        matrix: from its units to ems.
    """

    charstrings: dict[str, Any]
    subroutines: list[Any]
    encoding: dict[int, str] | None
    matrix: Matrix


def read_type1(data: bytes) -> Type1Program:
    """Read a font program as PDF files embed it, or as PFB.

    Raises:
        Malformed: it has no glyphs that can be found.
    """
    if data.startswith(_PFB):
        data = _without_segments(data)
    found = _EEXEC.search(data)
    if found is None:
        raise Malformed("it has no encrypted part")
    clear, hidden = data[: found.start()], data[found.end() :]
    if _HEX.match(hidden):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", hidden)
        hidden = bytes.fromhex(digits[: len(digits) & ~1].decode("ascii"))
    private = eexec.decrypt(hidden, _EEXEC_KEY)[0][4:]
    skip_match = _LEADING.search(private)
    skip = int(skip_match[1]) if skip_match else 4
    at = private.find(b"/CharStrings")
    if at < 0:
        raise Malformed("it has no charstrings")
    subroutines = _subroutines(private[:at], skip)
    charstrings = {
        name: T1CharString(body, subrs=subroutines) for name, body in _bodies(private, at, skip).items()
    }
    if not charstrings:
        raise Malformed("it has no charstrings")
    return Type1Program(charstrings, subroutines, _encoding(clear), _matrix(clear))


def _without_segments(data: bytes) -> bytes:
    parts: list[bytes] = []
    at = 0
    while data[at : at + 1] == _PFB and data[at + 1 : at + 2] in {b"\1", b"\2"}:
        size = int.from_bytes(data[at + 2 : at + 6], "little")
        parts.append(data[at + 6 : at + 6 + size])
        at += 6 + size
    return b"".join(parts)


def _subroutines(private: bytes, skip: int) -> list[Any]:
    found: dict[int, Any] = {}
    at = private.find(b"/Subrs")
    while at >= 0 and (match := _SUBR.search(private, at)) is not None:
        end = match.end() + int(match[2])
        number = int(match[1])
        if number < _MOST_SUBRS:
            found[number] = T1CharString(_opened(private[match.end() : end], skip))
        at = end
    listed = [found.get(number, T1CharString(b"\x0b")) for number in range(max(found, default=-1) + 1)]
    for each in listed:
        each.subrs = listed
    return listed


def _bodies(private: bytes, at: int, skip: int) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    at += len(b"/CharStrings")
    while (match := _GLYPH.search(private, at)) is not None:
        end = match.end() + int(match[2])
        found.setdefault(match[1].decode("latin-1"), _opened(private[match.end() : end], skip))
        at = end
    return found


def _opened(body: bytes, skip: int) -> bytes:
    if skip < 0:
        return body  # so many leading bytes say that charstrings are not encrypted
    return bytes(eexec.decrypt(body, _CHARSTRING_KEY)[0][skip:])


def _encoding(clear: bytes) -> dict[int, str] | None:
    if _STANDARD.search(clear):
        return None
    codes: dict[int, str] = {}
    for code, name in _CODE.findall(clear):
        base, mark, digits = code.partition(b"#")
        number = int(digits, int(base)) if mark else int(base)
        if number < 256:
            codes[number] = name.decode("latin-1")
    return codes


def _matrix(clear: bytes) -> Matrix:
    match = _MATRIX.search(clear)
    try:
        numbers = [float(number) for number in match[1].split()] if match else []
    except ValueError:
        numbers = []
    if len(numbers) != 6 or not numbers[0]:
        return 0.001, 0.0, 0.0, 0.001, 0.0, 0.0
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f
