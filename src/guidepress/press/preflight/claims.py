"""In: an open file. Out: which PDF/X it claims to be, by its information dictionary or its XMP packet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos.text import text_of
from guidepress.verify.claims import packet_of

if TYPE_CHECKING:
    from guidepress.cos import File

__all__ = ["claimed_standard", "version_key"]

_VERSION = re.compile(r"pdfxid:GTS_PDFXVersion(?:>|\s*=\s*[\"'])\s*([^<\"']+)")
_KINDS = (("PDF/X-1", "x1a"), ("PDF/X-3", "x3"), ("PDF/X-4", "x4"))


def version_key(file: File) -> str:
    """What the file says under GTS_PDFXVersion: "PDF/X-1:2001", "PDF/X-4"; "" where it says nothing."""
    info = file.dictionary(file.trailer.get("Info"))
    said = text_of(file.get(info.get("GTS_PDFXVersion"))) or file.word(info.get("GTS_PDFXVersion"))
    if said:
        return said.strip()
    found = _VERSION.search(packet_of(file))
    return found[1].strip() if found else ""


def claimed_standard(file: File) -> str:
    """The PDF/X that a file claims: x1a, x3, x4; "" for none, or one that is not known here."""
    said = version_key(file)
    return next((kind for prefix, kind in _KINDS if said.startswith(prefix)), "")
