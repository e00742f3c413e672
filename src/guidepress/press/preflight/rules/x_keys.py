"""A file that claims a PDF/X has the entries that say what it is: title, dates, trapping, identifier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.cos import Name
from guidepress.cos.text import text_of
from guidepress.press.preflight.claims import version_key
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PDFX, PreflightRule
from guidepress.verify.claims import packet_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]

_INFO = ("Title", "CreationDate", "ModDate")
_XMP = (
    "dc:title",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
)
_NEWEST = {"x1a": "1.4", "x3": "1.4", "x4": "1.6"}
"""The newest version of PDF that each is made of."""


def _limit(ordered: Ordered) -> Limit | str:
    if not ordered.standard:
        return "the file claims no PDF/X"
    return Limit("title, dates, trapped or not, identifier, version", PDFX)


def _file(subject: Subject, ordered: Ordered) -> Iterator[Found]:
    file = subject.file
    info = file.dictionary(file.trailer.get("Info"))
    missing = [key for key in _INFO if not text_of(file.get(info.get(key))).strip()]
    if file.get(info.get("Trapped")) not in {Name("True"), Name("False")}:
        missing.append("Trapped, True or False")
    if len(file.array(file.trailer.get("ID"))) != 2:
        missing.append("the trailer's ID")
    if (
        version_key(file) == "PDF/X-1:2001"
        and text_of(file.get(info.get("GTS_PDFXConformance"))) != "PDF/X-1a:2001"
    ):
        missing.append("GTS_PDFXConformance")
    if ordered.standard == "x4":
        packet = packet_of(file)
        missing += [key for key in _XMP if not re.search(rf"{key}(?:>|\s*=|\s)", packet)]
    if missing:
        yield Found(f"Of what the standard asks for the file does not say: {', '.join(missing)}.")
    newest = _NEWEST[ordered.standard]
    if max(file.version, file.word(file.root.get("Version"))) > newest:
        yield Found(f"The file is of PDF {file.version}, and this standard of {newest} at most.")


RULE = PreflightRule(
    "x-keys",
    "a PDF/X says what it is",
    "Export it again as PDF/X; do not change it afterwards.",
    _limit,
    file=_file,
)
