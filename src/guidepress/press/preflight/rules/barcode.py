"""The barcode of the back is one that a shop can read: of the right size, in black alone, with white beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.press.ink.marks import InkedGlyph, InkedPicture, InkedShape
from guidepress.press.ink.places import meet
from guidepress.press.preflight.bars import bar_groups, contours
from guidepress.press.preflight.model import Found, Limit
from guidepress.press.preflight.rule import PreflightRule, cover_only
from guidepress.press.preflight.said import length
from guidepress.press.preflight.subject import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.cos.pages import Box
    from guidepress.press.ink.marks import Mark
    from guidepress.press.preflight.bars import BarGroup
    from guidepress.press.preflight.subject import Ordered, Sheet

__all__ = ["RULE"]

NOMINAL = 0.33 * 72 / 25.4
"""Points: the module of an EAN-13 at its nominal size, 0.33 mm (GS1 General Specifications, 5.2.6)."""
_LEAST, _MOST = 0.8, 2.0
"""Times the nominal size that scanners at tills read."""
_LEFT_QUIET, _RIGHT_QUIET = 11, 7
"""Modules of white beside the bars (likewise, 5.2.3.4)."""
_ADD_ON = 7
"""Modules before the add-on, at least (5.2.2)."""
_NEAR = 0.1


def _limit(ordered: Ordered) -> Limit | str:
    if ordered.geometry is None:
        return "the order or the thickness of the paper is not known; name trim and paper"
    zone = ordered.printer.cover.barcode
    must = "one" if zone.required else "one, or room for one,"
    text = f"{must} of 80 to 200 %, in black on white; {length(zone.width / 1000)} x {length(zone.height / 1000)}"
    return Limit(text, str(zone.source))


def _page(sheet: Sheet, ordered: Ordered) -> Iterator[Found]:
    geometry = ordered.geometry
    if geometry is None:
        return
    left, bottom = sheet.ink.media[0], sheet.ink.media[1]
    back = points(geometry.back, left, bottom)
    zone = points(geometry.barcode_zone, left, bottom)
    inked = sheet.inked
    # Bars that say nothing and stand elsewhere are a drawing.
    groups = [
        group for group in bar_groups(inked) if meet(group.box, back if group.number else zone) is not None
    ]
    if not groups:
        yield from _without(sheet, ordered, zone)
    for group in groups:
        yield from _size(group)
        yield from _colour(group)
        yield from _quiet(sheet, group)
        safe = points(geometry.safe_back, left, bottom)
        if not (
            safe[0] - _NEAR <= group.box[0]
            and group.box[2] <= safe[2] + _NEAR
            and safe[1] - _NEAR <= group.box[1]
        ):
            yield Found("The barcode stands too near to the cut or the fold.", (group.box,))


def _without(sheet: Sheet, ordered: Ordered, zone: Box) -> Iterator[Found]:
    """What is to be said of a back without bars: a picture may be the code; else its zone is kept free."""
    rule = ordered.printer.cover.barcode
    pictures = [mark.box for mark in sheet.inked if isinstance(mark, InkedPicture) and _is_in(mark.box, zone)]
    if pictures:
        yield Found(
            "A picture stands where the barcode belongs; whether it is one was not read.",
            tuple(pictures),
            "warning",
        )
        return
    if rule.required:
        yield Found("The back has no barcode.", (zone,))
    over = [
        mark.box for mark in sheet.inked if isinstance(mark, InkedGlyph) and meet(mark.box, zone) is not None
    ]
    if over:
        yield Found(f"Type stands where the barcode will be printed, {len(over)} glyphs of it.", tuple(over))


def _is_in(box: Box, zone: Box) -> bool:
    """Whether a picture is one for the zone: within it by its middle, and not a ground of the whole back."""
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    wide = box[2] - box[0] <= 1.5 * (zone[2] - zone[0])
    return wide and zone[0] <= middle[0] <= zone[2] and zone[1] <= middle[1] <= zone[3]


def _size(group: BarGroup) -> Iterator[Found]:
    if not group.number:
        yield Found("The bars say no EAN-13.", (group.box,))
        return
    scale = group.module / NOMINAL
    if not _LEAST - 0.005 <= scale <= _MOST + 0.005:
        yield Found(f"The barcode has {scale * 100:.0f} % of the nominal size.", (group.box,))


def _colour(group: BarGroup) -> Iterator[Found]:
    for paint in group.paints:
        inks = dict(paint.inks)
        plain = inks.get("Black") == 1 and not any(inks.get(name) for name in ("Cyan", "Magenta", "Yellow"))
        if not plain and paint.values != (0.0, 0.0, 0.0):
            yield Found("The bars are not of black ink alone, in full.", (group.box,))
            return


def _quiet(sheet: Sheet, group: BarGroup) -> Iterator[Found]:
    """White beside the bars: nothing painted after the ground that they stand on may reach into it."""
    if not group.module:
        return
    box = group.box
    sides = (
        ("left", (box[0] - _LEFT_QUIET * group.module, box[1], box[0], box[3])),
        ("right", (box[2], box[1], box[2] + _RIGHT_QUIET * group.module, box[3])),
    )
    for name, zone in sides:
        if not _is_white(sheet, zone, group):
            yield Found(f"The white to the {name} of the barcode is too narrow.", (zone,))


def _is_white(sheet: Sheet, zone: Box, group: BarGroup) -> bool:
    """Whether a zone is white once all has been painted: the last mark that covers it whole decides what lies below."""
    inner = zone[0] + _NEAR, zone[1] + _NEAR, zone[2] - _NEAR, zone[3] - _NEAR
    white = True
    for mark in sheet.ink.marks:
        if isinstance(mark, InkedGlyph):
            continue
        parts = [box for box in _parts(mark) if meet(box, inner) is not None]
        if any(_covers(box, inner) for box in parts):
            white = mark not in sheet.inked
        elif parts and mark in sheet.inked and mark.box not in group.bars:
            white = False
    return white


def _covers(outer: Box, inner: Box) -> bool:
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _parts(mark: Mark) -> tuple[Box, ...]:
    """Where a mark leaves ink: bars that are one path are as many rectangles, with white between them."""
    parts = tuple(contours(mark)) if isinstance(mark, InkedShape) and mark.line is None else ()
    return parts or (mark.box,)


RULE = PreflightRule(
    "barcode",
    "the barcode can be read, or its place is free",
    "Place the code as a drawing at 100 %, in black alone, on white.",
    cover_only(_limit),
    page=_page,
)
