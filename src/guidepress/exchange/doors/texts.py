"""In: the bytes of a text file in anybody's encoding. Out: its text, with line feeds at the ends of its lines."""

from __future__ import annotations

from guidepress.base.diagnostics import Span, fault
from guidepress.base.encodings import text_of
from guidepress.exchange.doors.kinds import expect
from guidepress.exchange.doors.limits import LIMITS, in_words

__all__ = ["read_text"]

_SAVE = 'Save it as UTF-8 ("Save with encoding" in most editors).'


def read_text(data: bytes, file: str, encoding: str = "") -> str:
    """Decode a text.

    Args:
        data: all of it.
        file: its name, for faults.
        encoding: what its owner says it is; "" looks at the byte order mark, then tries UTF-8, then Windows-1252.

    Raises:
        FaultsFound: it is no text but a file of another kind, too large, or in an encoding that cannot be told.
    """
    expect(data, file, ("text", "html", "xml", "json"), "a text file")
    if len(data) > LIMITS.text:
        message = f"{file} has more than {in_words(LIMITS.text)}, as no text has."
        raise fault("file-too-large", message, "Divide it.", Span(file, 1, 1))
    text, _ = text_of(data, file, encoding, save=_SAVE)
    return text.replace("\r\n", "\n").replace("\r", "\n")
