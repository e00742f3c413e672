"""Colours are of the spaces that the printer, or the standard that the file claims, takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedPicture
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PDFX, PreflightRule
from guidepress.press.preflight.said import listed
from guidepress.press.preflight.subject import paints_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.press.ink.marks import Mark
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

_RGB = frozenset({"DeviceRGB", "CalRGB", "Lab"})
_BASED = frozenset({"ICCBased", "CalGray", "CalRGB", "Lab"})
_SPOT = frozenset({"Separation", "DeviceN"})
_PROCESS = frozenset({"Cyan", "Magenta", "Yellow", "Black", "All", "None"})


def _taken(ordered: Ordered) -> tuple[str, ...]:
    taken = ordered.printer.files.colours.value
    return tuple(word for word in taken if word != "rgb") if ordered.standard == "x1a" else taken


def _limit(ordered: Ordered) -> Limit | str:
    words = {"grey": "grey", "cmyk": "CMYK", "rgb": "RGB"}
    text = listed([words.get(word, word) for word in _taken(ordered)])
    if ordered.forbids("spot"):
        text += ", no spot colours"
    if ordered.forbids("icc") or ordered.standard == "x1a":
        text += ", no profiles"
    source = PDFX if ordered.standard == "x1a" else str(ordered.printer.files.colours.source)
    return Limit(text, source)


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    wrong: dict[str, list[Mark]] = {}
    for mark in sheet.ink.marks:
        for what in _wrong(mark, ordered):
            wrong.setdefault(what, []).append(mark)
    for what, marks in wrong.items():
        boxes = tuple(mark.box for mark in marks)
        yield Found(f"{what} is used{'' if len(marks) == 1 else f', {len(marks)} times'}.", boxes)


def _wrong(mark: Mark, ordered: Ordered) -> set[str]:
    """What of a mark's colours is not taken."""
    taken = _taken(ordered)
    profiles = ordered.forbids("icc") or ordered.standard == "x1a"
    used = [(paint.spaces, tuple(name for name, _ in paint.inks)) for paint in paints_of(mark)]
    if isinstance(mark, InkedPicture) and mark.space is not None:
        used.append(((mark.space.kind, *mark.space.below), mark.space.inks))
    found = set()
    for spaces, inks in used:
        if "rgb" not in taken and _RGB.intersection(spaces):
            found.add("RGB")
        elif profiles and _BASED.intersection(spaces):
            found.add("A colour by an ICC profile")
        if "cmyk" not in taken and "DeviceCMYK" in spaces:
            found.add("CMYK")
        if ordered.forbids("spot") and _SPOT.intersection(spaces):
            found.update(f"The spot colour {ink}" for ink in inks if ink not in _PROCESS)
    return found


RULE = PreflightRule(
    "colour-spaces",
    "colours are of the spaces that the printer takes",
    "Convert the colours when the file is exported.",
    _limit,
    page=_page,
)
