"""In: the bytes of a text file of anybody's. Out: its text, and the encoding it was taken for."""

from __future__ import annotations

import codecs

from guidepress.base.diagnostics import Span, fault

__all__ = ["text_of"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; that of UTF-32 begins as that of UTF-16 does."""

_NAMES = {"utf-8-sig": "UTF-8", "utf-8": "UTF-8", "cp1252": "Windows-1252"}

_WESTERN = 0.5
"""In Western European text fewer than half of the letters are beyond ASCII; in other scripts read as it, nearly all."""


def text_of(data: bytes, file: str, encoding: str = "", *, save: str) -> tuple[str, str]:
    """Decode a file.

    Args:
        data: all of it.
        file: its name, for faults.
        encoding: what its owner says it is; "" looks at the byte order mark, then tries UTF-8, then Windows-1252.
        save: what its owner can do about it, for faults: how to save it in an encoding that can be told.

    Raises:
        FaultsFound: it is none of these, or not what its owner says.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    wanted = encoding or marked or _unmarked(data)
    try:
        codec = codecs.lookup(wanted)
        text = data.decode(wanted)
    except LookupError:
        raise fault(
            "unknown-encoding", f'There is no encoding "{wanted}".', "Write utf-8 or cp1252."
        ) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"The byte 0x{data[error.start]:02X} is no {_NAMES.get(wanted, wanted)}."
        raise fault("wrong-encoding", message, save, Span(file, line, 1)) from error
    if wanted == "cp1252" and not encoding and not _western(text):
        message = "The file is not UTF-8, and its letters are not those of Western Europe."
        raise fault("wrong-encoding", message, save, Span(file, 1, 1))
    return text.removeprefix("\ufeff"), _NAMES.get(wanted, codec.name.upper())


def _unmarked(data: bytes) -> str:
    """The encoding of a file without a byte order mark."""
    head = data[:400]
    if head and head.count(0) * 3 >= len(
        head
    ):  # of UTF-16 every other byte is 0, but for letters of other scripts
        return "utf-16-be" if head[0] == 0 else "utf-16-le"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _western(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    beyond = sum(character > "\u007f" for character in letters)
    return beyond <= len(letters) * _WESTERN
