"""In: an open PDF. Out: the standards that its metadata claims, and its title."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from guidepress.cos import Malformed, Stream
from guidepress.cos.text import text_of

if TYPE_CHECKING:
    from guidepress.cos import File

__all__ = ["claims_in", "claims_of", "packet_of", "title_of"]

_TITLE = re.compile(r"<dc:title>.*?<rdf:li\b[^>]*>([^<]*)<", re.DOTALL)


def claims_of(file: File) -> tuple[str, ...]:
    """Read "PDF/UA-1" and "PDF/A-2a" off a file's XMP packet, whether written as elements or attributes."""
    return claims_in(packet_of(file))


def title_of(file: File) -> str:
    """Read the title off the information dictionary, or off the XMP packet of a file of PDF 2.0, which has no other."""
    if file.root.get("Version") != "2.0":
        return text_of(file.get(file.dictionary(file.trailer.get("Info")).get("Title")))
    found = _TITLE.search(packet_of(file))
    return unescape(found[1]) if found else ""


def packet_of(file: File) -> str:
    """The text of a file's XMP packet; "" where there is none, or none that can be read, which claims nothing."""
    try:
        packet = file.get(file.root.get("Metadata"))
        data = file.content(packet) if isinstance(packet, Stream) else b""
    except Malformed:
        return ""
    # A packet names its encoding by its first bytes (ISO 16684-1, 7.1).
    for mark, encoding in ((b"\xfe\xff", "utf-16-be"), (b"\xff\xfe", "utf-16-le")):
        if data.startswith(mark):
            return data[2:].decode(encoding, "replace")
    return data.decode("utf-8", "replace")


def claims_in(xmp: str) -> tuple[str, ...]:
    """Read the claims off the text of an XMP packet."""
    claims = []
    if part := _property(xmp, "pdfuaid:part"):
        claims.append(f"PDF/UA-{part}")
    if part := _property(xmp, "pdfaid:part"):
        claims.append(f"PDF/A-{part}{_property(xmp, 'pdfaid:conformance').lower()}")
    return tuple(claims)


def _property(xmp: str, name: str) -> str:
    match = re.search(rf"{name}(?:>|\s*=\s*[\"'])\s*(\w+)", xmp)
    return match[1] if match else ""
