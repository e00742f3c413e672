"""In: the bytes of PDF objects. Out: their parts, still as bytes: entries, items, references, texts.

An object that only moves from one file to another need not become Python objects: where its references stand is
enough. What is read here is ISO 32000-1, 7.2 and 7.3.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos import Malformed
from guidepress.cos.plain import HEX, LITERAL
from guidepress.cos.text import text_of as text_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "HEX",
    "LITERAL",
    "Malformed",
    "array",
    "dictionary",
    "entries",
    "integer",
    "items",
    "name_of",
    "prefixed",
    "reference_of",
    "string_bytes",
    "text_of",
    "write_string",
    "write_text",
]


_SPACE = rb"[\s\x00]*+(?:%[^\r\n]*+[\s\x00]*+)*+"
_TOKEN = re.compile(
    _SPACE
    + rb"(<<|>>|\[|\]|"
    + LITERAL
    + rb"|"
    + HEX
    + rb"|/[^\s\x00()<>\[\]{}/%]*+|[^\s\x00()<>\[\]{}/%]++)",
    re.DOTALL,
)
_REFERENCE = re.compile(_SPACE + rb"(\d++)[\s\x00]++\d++[\s\x00]++R(?![^\s\x00()<>\[\]{}/%])")
_BRACKETS = re.compile(LITERAL + rb"|%[^\r\n]*+|(<<|\[)|(>>|\])|" + HEX, re.DOTALL)
_ESCAPE = re.compile(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r\n|\r|\n|)", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_LONGEST = 100_000
"""Most entries or items read one by one; no dictionary has as many, and no array that must be understood."""


def entries(raw: bytes) -> dict[bytes, bytes]:
    """Part a dictionary into its keys ("/Type") and the bytes of their values; later keys win, as readers do.

    Raises:
        Malformed: it is no dictionary.
    """
    match = _TOKEN.match(raw)
    if match is None or match[1] != b"<<":
        raise Malformed("a dictionary was expected")
    found: dict[bytes, bytes] = {}
    at = match.end()
    for _ in range(_LONGEST):
        match = _TOKEN.match(raw, at)
        if match is None:
            break
        key = match[1]
        if key == b">>":
            return found
        if not key.startswith(b"/"):
            break
        end = _skip(raw, match.end())
        found[key] = raw[match.end() : end].strip()
        at = end
    raise Malformed("a dictionary is broken")


def items(raw: bytes) -> list[bytes]:
    """Part an array into the bytes of its items.

    Raises:
        Malformed: it is no array.
    """
    match = _TOKEN.match(raw)
    if match is None or match[1] != b"[":
        raise Malformed("an array was expected")
    found: list[bytes] = []
    at = match.end()
    while True:
        match = _TOKEN.match(raw, at)
        if match is None:
            raise Malformed("an array is broken")
        if match[1] == b"]":
            return found
        end = _skip(raw, at)
        found.append(raw[at:end].strip())
        at = end


def _skip(raw: bytes, at: int) -> int:
    """Where the value that starts at `at` ends."""
    match = _REFERENCE.match(raw, at) or _TOKEN.match(raw, at)
    if match is None or match[1] in {b">>", b"]"}:
        raise Malformed("a value is missing")
    if match[1] not in {b"<<", b"["}:
        return match.end()
    depth = 1
    for bracket in _BRACKETS.finditer(raw, match.end()):
        if bracket[1]:
            depth += 1
        elif bracket[2]:
            depth -= 1
            if not depth:
                return bracket.end()
    raise Malformed("a bracket is not closed")


def dictionary(parts: Mapping[bytes, bytes]) -> bytes:
    """Put a dictionary together."""
    return b"<<" + b"".join([key + b" " + value for key, value in parts.items()]) + b">>"


def array(values: Iterable[bytes]) -> bytes:
    """Put an array together."""
    return b"[" + b" ".join(values) + b"]"


def reference_of(raw: bytes | None) -> int:
    """The object number that a value refers to; 0 where it is no reference."""
    match = _REFERENCE.match(raw) if raw else None
    return int(match[1]) if match and len(match[1]) < 10 else 0


def integer(raw: bytes | None, otherwise: int = 0) -> int:
    """A whole number; `otherwise` where it is none."""
    if raw is None or not re.fullmatch(rb"\s*[+-]?\d{1,10}\s*", raw):
        return otherwise
    return int(raw)


def name_of(raw: bytes | None) -> str:
    """A name without its slash and with its escapes undone; "" where it is none."""
    if not raw or not raw.startswith(b"/"):
        return ""
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes.fromhex(match[1].decode()), raw[1:])
    return plain.decode("utf-8", "replace")


def string_bytes(raw: bytes) -> bytes:
    """The bytes that a literal or hexadecimal string stands for.

    Raises:
        Malformed: it is no string.
    """
    if raw.startswith(b"(") and raw.endswith(b")"):
        return _ESCAPE.sub(_unescape, raw[1:-1])
    if raw.startswith(b"<") and raw.endswith(b">") and not raw.startswith(b"<<"):
        digits = b"".join(raw[1:-1].split())
        try:
            return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        except ValueError as problem:
            raise Malformed("a string is broken") from problem
    raise Malformed("a string was expected")


def _unescape(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code.isdigit():
        return bytes([int(code, 8) & 255])
    return b"" if code in {b"\n", b"\r", b"\r\n"} else _ESCAPES.get(code, code)


def text_of(raw: bytes | None) -> str:
    """A text string as text; "" where it is none."""
    if not raw or raw[:1] not in b"(<" or raw.startswith(b"<<"):
        return ""
    return text_in(string_bytes(raw))


def write_string(value: bytes) -> bytes:
    """Write bytes as a string: readable where all are printable ASCII, else in hexadecimal."""
    if value.isascii() and value.decode("ascii").isprintable():
        return b"(" + value.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b")"
    return b"<" + value.hex().upper().encode() + b">"


def write_text(text: str) -> bytes:
    """Write a text string: ASCII as it is, all else as UTF-16 (7.9.2.2)."""
    if text.isascii() and (text.isprintable() or not text):
        return write_string(text.encode())
    return write_string(b"\xfe\xff" + text.encode("utf-16-be", "replace"))


def prefixed(value: bytes, prefix: str) -> bytes:
    """Put a prefix before the bytes of a string, within its encoding."""
    if value.startswith(b"\xfe\xff"):
        return value[:2] + prefix.encode("utf-16-be") + value[2:]
    if value.startswith(b"\xef\xbb\xbf"):
        return value[:3] + prefix.encode() + value[3:]
    return prefix.encode() + value
