"""The boxes of each page lie in one another, and the TrimBox is where the printer cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos.pages import Box
    from guidepress.press.preflight.subject import Ordered, Sheet, Subject

__all__ = ["RULE"]

_NEAR = 0.75
"""Points: a hundredth of an inch, as for the size of a page."""


def _limit(_: Ordered) -> Limit | str:
    return Limit(
        "MediaBox around BleedBox around TrimBox, cut where the printer cuts", "ISO 32000-1, 14.11.2"
    )


def _within(inner: Box, outer: Box) -> bool:
    return all(low >= other - _NEAR for low, other in zip(inner[:2], outer[:2], strict=True)) and all(
        high <= other + _NEAR for high, other in zip(inner[2:], outer[2:], strict=True)
    )


def _file(subject: Subject, _: Ordered) -> Iterator[Found]:
    for number, leaf in enumerate(subject.leaves, 1):
        boxes = {key: subject.says(leaf, key) for key in ("MediaBox", "CropBox", "BleedBox", "TrimBox")}
        media, crop, bleed, trim = boxes.values()
        if media is None:
            yield Found("The page does not say how large it is.", page=number)
            continue
        for inner, outer in (("BleedBox", "MediaBox"), ("TrimBox", "MediaBox"), ("TrimBox", "BleedBox")):
            one, other = boxes[inner], boxes[outer]
            if one is not None and other is not None and not _within(one, other):
                yield Found(f"The {inner} reaches out of the {outer}.", page=number)
        if crop is not None and not _within(bleed or trim or media, crop):
            yield Found("The CropBox cuts off what is printed.", page=number)


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    """The trim of the file is at the origin; where the printer cuts elsewhere, the file is cut wrongly."""
    own = (0.0, 0.0, sheet.leaf.size[0] / 1000, sheet.leaf.size[1] / 1000)
    media = sheet.ink.media
    if ordered.spec is None or own == sheet.trim or _same(own, media):
        return  # a file that says no trim leaves it to the printer
    if not _same(own, sheet.trim):
        yield Found("The TrimBox is not where the printer cuts.", (own,))


def _same(one: Box, other: Box) -> bool:
    return all(abs(edge - another) <= _NEAR for edge, another in zip(one, other, strict=True))


RULE = PreflightRule(
    "page-boxes",
    "the boxes of each page lie in one another and agree with the cut",
    "Set the boxes anew when the file is exported.",
    _limit,
    page=_page,
    file=_file,
)
