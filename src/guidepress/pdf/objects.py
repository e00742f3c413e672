"""In: the bodies of PDF objects, in any order. Out: `Objects`: all of them numbered, builtins only.

A body is the object's text, or a stream: its dictionary entries, its bytes and how hard to deflate them.
Objects can be marshalled to another process, since writing them takes ReportLab and nothing of this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Body", "ObjectTable", "Objects", "Points", "escape", "number", "reference", "text_string"]

Stream: TypeAlias = tuple[tuple[tuple[str, str], ...], bytes, int]
"""Dictionary entries, the raw bytes, and zlib's level (0: stored as they are)."""

Body: TypeAlias = bytes | Stream

Objects: TypeAlias = tuple[tuple[Body, ...], int, int]
"""Bodies (object 1 first), the number of the catalog, that of the information dictionary: 0 in PDF 2.0, which has none."""

_ESCAPES = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r"})


class ObjectTable:
    """The objects of one file while it is being made: numbers are given out first, bodies may follow later.

    Args:
        bodies: of a file that this one begins as.
    """

    __slots__ = ("_bodies",)

    def __init__(self, bodies: Iterable[Body] = ()) -> None:
        self._bodies: list[Body] = list(bodies)

    def reserve(self) -> int:
        """Give out the next number; `put` must follow."""
        self._bodies.append(b"")
        return len(self._bodies)

    def put(self, at: int, body: str) -> None:
        """Fill a reserved object."""
        self._bodies[at - 1] = body.encode("latin-1")

    def add(self, body: str) -> int:
        """Append an object and return its number."""
        self._bodies.append(body.encode("latin-1"))
        return len(self._bodies)

    def add_stream(self, content: bytes, level: int, **entries: str) -> int:
        """Append a stream and return its number; `level` is zlib's, 0 stores the content as it is."""
        self._bodies.append((tuple(entries.items()), content, level))
        return len(self._bodies)

    def close(self, catalog: int, info: int) -> Objects:
        """Freeze the table."""
        return tuple(self._bodies), catalog, info


def reference(to: int) -> str:
    """Write an indirect reference."""
    return f"{to} 0 R"


def number(mpt: int) -> str:
    """Write mpt as points, with at most three decimals."""
    return f"{mpt / 1000:.9g}"


class Points(dict[int, str]):
    """Lengths as `number` writes them, each written once a file: nine of ten coordinates of a book come again."""

    __slots__ = ()

    def __missing__(self, mpt: int) -> str:
        written = self[mpt] = number(mpt)
        return written


def escape(text: str) -> str:
    """Escape a literal string of latin-1 characters, one a byte (ISO 32000-1, 7.3.4.2)."""
    return text.translate(_ESCAPES)


def text_string(text: str) -> str:
    """Write a text string: as it is where it is plain ASCII, else UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and (text.isprintable() or not text):
        return f"({escape(text)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
