"""In: the bytes of a text string, or text. Out: the other (ISO 32000-1, 7.9.2.2 and annex D)."""

from __future__ import annotations

from guidepress.cos.plain import write_string

__all__ = ["text_of", "write_text"]

_DIFFERENT = (
    (0x18, "˘ˇˆ˙˝˛˚˜"),
    (0x80, "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"),
    (0xA0, "€"),
)
"""Where PDFDocEncoding differs from Latin-1 (table D.2): the first code of each run, and its characters."""

_PDF_DOC = {start + index: letter for start, run in _DIFFERENT for index, letter in enumerate(run)}
_ESCAPE = "\x1b"
"""Languages may be named within UTF-16 text, between two of these (7.9.2.2)."""


def text_of(value: object) -> str:
    """The text that a string stands for; "" for anything else."""
    if not isinstance(value, bytes):
        return ""
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        text = value.decode("utf-16", "replace")
        return "".join(text.split(_ESCAPE)[::2]) if _ESCAPE in text else text
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1").translate(_PDF_DOC)


def write_text(text: str) -> bytes:
    """Write a text string: ASCII as it is, all else as UTF-16."""
    if text.isascii():
        return write_string(text.encode("ascii"))
    return write_string(b"\xfe\xff" + text.encode("utf-16-be", "surrogatepass"))
