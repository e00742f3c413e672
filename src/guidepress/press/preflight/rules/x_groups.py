"""Transparency of a PDF/X-4 is mixed in the colours of its printing condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PDFX, PreflightRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_RGB = ("group DeviceRGB", "group CalRGB")


def _limit(ordered: Ordered) -> Limit | str:
    if ordered.standard != "x4":
        return "the file claims no PDF/X-4"
    return Limit("groups of the colours of the printing condition", PDFX)


def _page(sheet: Sheet, _: Ordered) -> Iterator[Found]:
    if any(group in sheet.ink.features for group in _RGB):
        yield Found("Transparency is mixed in RGB.")


RULE = PreflightRule(
    "x-groups",
    "transparency is mixed in the colours of the printing condition",
    "Set the colour space of transparency to CMYK when the file is exported.",
    _limit,
    page=_page,
)
