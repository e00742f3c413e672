"""Each page of a file that claims a PDF/X says where it is cut, in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PDFX, PreflightRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.preflight.subject import Ordered, Subject

__all__ = ["RULE"]


def _limit(ordered: Ordered) -> Limit | str:
    if not ordered.standard:
        return "the file claims no PDF/X"
    return Limit("a TrimBox or an ArtBox on each page, not both", PDFX)


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    for number, leaf in enumerate(subject.leaves, 1):
        has = [key for key in ("TrimBox", "ArtBox") if subject.says(leaf, key) is not None]
        if len(has) != 1:
            yield Found("The page has both boxes." if has else "The page has neither box.", page=number)


RULE = PreflightRule(
    "x-boxes",
    "each page of a PDF/X says where it is cut",
    "Set the TrimBox when the file is exported.",
    _limit,
    file=_file,
)
