"""In: bytes and a place in them. Out: the value that stands there, by the whole grammar, damage included.

Comments and NUL are white space, names have escapes, strings nest and may hold anything, a bracket that is never
closed ends where the object ends: what readers have to put up with (ISO 32000-1, 7.2 and 7.3).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos.values import Malformed, Name, Ref

if TYPE_CHECKING:
    from guidepress.cos.values import Value

__all__ = ["GAP", "REGULAR", "TOKEN", "Parser", "unescape_string"]

GAP = rb"(?:[\x00\t\n\x0c\r ]++|%[^\r\n]*+)*+"
"""White space and comments, which may stand between any two tokens."""

REGULAR = rb"[^\x00\t\n\x0c\r ()<>\[\]{}/%]"
"""A character that neither parts tokens nor opens one."""

TOKEN = re.compile(
    GAP + rb"(?:(?P<name>/" + REGULAR + rb"*+)|(?P<open><<|\[)|(?P<close>>>|\])|(?P<text>\()"
    rb"|<(?P<hex>[^<>]*+)>?|(?P<word>" + REGULAR + rb"++)|(?P<stray>[)>{}]))",
)
"""A token, and what white space stands before it."""
_REST_OF_REFERENCE = re.compile(GAP + rb"\d{1,10}+" + GAP + rb"R(?!" + REGULAR + rb")")
_BRACKET = re.compile(rb"[()]|\\.?", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.|)|\r\n?", re.DOTALL)
_ESCAPES = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
_DIGITS = re.compile(rb"([+-]*)(\d*+)(?:\.(\d*+))?")
_WORDS: dict[bytes, Value] = {b"true": True, b"false": False, b"null": None}
_ENDS = frozenset({b"endobj", b"stream", b"endstream", b"obj", b"xref", b"trailer", b"startxref"})
_DEEPEST = 1000
"""Most brackets open at once. Real files have ten; a file of nothing but brackets must not fill the memory."""


class Parser:
    """Reads values from one run of bytes.

    Args:
        data: the bytes.
        escapes: whether `#41` in a name is an A: not in PDF 1.0 and 1.1, which have no such escapes.

    Attributes:
        damaged: something was not as it must be, and was read as well as can be.
    """

    def __init__(self, data: bytes, *, escapes: bool = True) -> None:
        self._data = data
        self._escapes = escapes
        self.damaged = False

    def value(self, at: int) -> tuple[Value, int]:
        """Read one value.

        Returns:
            The value, and where it ends.

        Raises:
            Malformed: no value stands there, or brackets lie too deep in one another.
        """
        holder: list[Value] = []
        open_: list[list[Value]] = [holder]
        kinds: list[bytes] = []
        while not holder:
            match = TOKEN.match(self._data, at)
            if match is None or (match["word"] in _ENDS):
                if not kinds:
                    raise Malformed("a value is missing")
                self.damaged = True
                self._close(open_, kinds)
                continue
            at = match.end()
            kind = match.lastgroup
            if kind == "open":
                if len(kinds) >= _DEEPEST:
                    raise Malformed("brackets lie too deep inside one another")
                kinds.append(match["open"])
                open_.append([])
            elif kind == "close":
                self._end(match["close"], open_, kinds)
            elif kind == "stray":
                self._stray(kinds)
            else:
                made, at = self._single(match, at)
                open_[-1].append(made)
        return holder[0], at

    def _end(self, close: bytes, open_: list[list[Value]], kinds: list[bytes]) -> None:
        """Close the innermost bracket, if it is of the same kind."""
        if not kinds:
            raise Malformed("a value is missing")
        wanted = b"<<" if close == b">>" else b"["
        if wanted not in kinds:
            self.damaged = True
            return
        while kinds[-1] != wanted:
            self.damaged = True
            self._close(open_, kinds)
        self._close(open_, kinds)

    def _stray(self, kinds: list[bytes]) -> None:
        if not kinds:
            raise Malformed("a value is missing")
        self.damaged = True

    def _close(self, open_: list[list[Value]], kinds: list[bytes]) -> None:
        inside = open_.pop()
        made: Value = inside if kinds.pop() == b"[" else self._dictionary(inside)
        open_[-1].append(made)

    def _dictionary(self, inside: list[Value]) -> dict[str, Value]:
        """Pair keys and values; what stands where a key must be is passed over, and of a key twice the later counts."""
        made: dict[str, Value] = {}
        rest = iter(inside)
        for key in rest:
            if isinstance(key, Name):
                made[str(key)] = next(rest, None)
            else:
                self.damaged = True
        if len(made) * 2 != len(inside):
            self.damaged = True
        return made

    def _single(self, match: re.Match[bytes], at: int) -> tuple[Value, int]:
        """Read a value without parts."""
        word = match["word"]
        if word is not None:
            if word.isdigit():
                rest = _REST_OF_REFERENCE.match(self._data, at)
                if rest is not None and len(word) <= 10:
                    return Ref(int(word)), rest.end()
            return self._word(word), at
        name = match["name"]
        if name is not None:
            return self._name(name[1:]), at
        if match["text"] is not None:
            return self._string(at)
        digits = match["hex"]
        if _NOT_HEX.search(digits):
            digits = _NOT_HEX.sub(b"", digits)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii")), at

    def _word(self, word: bytes) -> Value:
        if word in _WORDS:
            return _WORDS[word]
        match = _DIGITS.match(word)
        if match is None or not (match[2] or match[3]):
            self.damaged = True
            return None
        if match.end() != len(word) or len(match[1]) > 1:
            self.damaged = True  # "12-34", "1.2.3" and "--5": as far as it is a number
        minus = b"-" if match[1].startswith(b"-") else b""
        if match[3] is None:
            return int(minus + match[2][:20])
        return float(minus + (match[2] or b"0")[:300] + b"." + (match[3] or b"0"))

    def _name(self, raw: bytes) -> Name:
        if self._escapes and b"#" in raw:
            raw = _NAME_ESCAPE.sub(lambda found: bytes.fromhex(found[1].decode("ascii")), raw)
        return Name(raw.decode("latin-1"))

    def _string(self, start: int) -> tuple[bytes, int]:
        depth = 1
        for match in _BRACKET.finditer(self._data, start):
            mark = match[0]
            if mark == b"(":
                depth += 1
            elif mark == b")":
                depth -= 1
                if not depth:
                    return unescape_string(self._data[start : match.start()]), match.end()
        raise Malformed("a string is not closed")


def unescape_string(raw: bytes) -> bytes:
    """What the bytes between a literal string's outer brackets stand for (7.3.4.2)."""
    if b"\\" not in raw and b"\r" not in raw:
        return raw
    return _ESCAPE.sub(_unescaped, raw)


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code is None:
        return b"\n"  # the end of a line within a string is one line feed, whatever it was
    if code.isdigit() and code[0] < ord("8"):
        return bytes([int(code, 8) & 255])
    return _ESCAPES.get(code, code)
