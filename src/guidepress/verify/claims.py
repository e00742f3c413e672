"""In: an open PDF. Out: the standards that its metadata claims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos import Malformed, Stream

if TYPE_CHECKING:
    from guidepress.verify.reading import Opened

__all__ = ["claims_in", "claims_of"]


def claims_of(opened: Opened) -> tuple[str, ...]:
    """Read "PDF/UA-1" and "PDF/A-2a" off the XMP packet, whether written as elements or attributes."""
    packet = opened.file.get(opened.root.get("Metadata"))
    if not isinstance(packet, Stream):
        return ()
    try:
        text = opened.file.content(packet)
    except Malformed:
        return ()
    return claims_in(text.decode("utf-8", "replace"))


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
