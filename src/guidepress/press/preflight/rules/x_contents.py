"""A file that claims a PDF/X holds nothing that its readers need not know: filters, PostScript, transfer functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.cos.filters import filters_of
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.objects import streams
from guidepress.press.preflight.rule import PDFX, PreflightRule
from guidepress.press.preflight.said import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]

_FEATURES = {"PostScript": "PostScript", "transfer function": "a transfer function"}


def _limit(ordered: Ordered) -> Limit | str:
    if not ordered.standard:
        return "the file claims no PDF/X"
    jpx = ", no JPEG 2000, no object streams" if ordered.is_strict else ""
    return Limit(f"no LZW{jpx}, no PostScript, no transfer functions", PDFX)


def _file(subject: Subject, ordered: Ordered) -> Iterator[Found]:
    barred = {"LZWDecode": "LZW"}
    if ordered.is_strict:
        barred["JPXDecode"] = "JPEG 2000"
    found: set[str] = set()
    for _, stream in streams(subject):
        found.update(
            barred[name] for name, _ in filters_of(stream.entries, subject.file.get) if name in barred
        )
        if ordered.is_strict and stream.entries.get("Type") in {"ObjStm", "XRef"}:
            found.add("object streams, which are of PDF 1.5")
    for facts in subject.facts:
        found.update(_FEATURES[each] for each in facts.features if each in _FEATURES)
    if found:
        yield Found(f"The file holds {listed(sorted(found))}.")


RULE = PreflightRule(
    "x-contents",
    "a PDF/X holds nothing that its readers need not know",
    "Export it again as PDF/X.",
    _limit,
    file=_file,
)
