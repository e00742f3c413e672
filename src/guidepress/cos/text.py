"""In: the bytes of a text string, or text. Out: the other (ISO 32000-1, 7.9.2.2 and annex D)."""

from __future__ import annotations

__all__ = ["prefixed", "text_of", "text_string"]

_DIFFERENT = (
    (0x18, "˘ˇˆ˙˝˛˚˜"),
    (0x80, "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"),
    (0xA0, "€"),
)
"""Where PDFDocEncoding differs from Latin-1 (table D.2): the first code of each run, and its characters."""

_PDF_DOC = {start + index: letter for start, run in _DIFFERENT for index, letter in enumerate(run)}
_MARKS = ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le"), (b"\xef\xbb\xbf", "utf-8"))
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


def text_string(text: str) -> bytes:
    """The bytes of the string that stands for a text: ASCII as it is, all else as UTF-16."""
    if text.isascii():
        return text.encode("ascii")
    return b"\xfe\xff" + text.encode("utf-16-be", "surrogatepass")


def prefixed(value: bytes, prefix: str) -> bytes:
    """Put a prefix before the bytes of a string, within its encoding."""
    for mark, encoding in _MARKS:
        if value.startswith(mark):
            return mark + prefix.encode(encoding) + value[len(mark) :]
    return prefix.encode("ascii") + value
