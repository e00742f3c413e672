"""In: a page's ink and what was ordered. Out: the page with the boxes that it is asked to have, in points of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import FaultsFound
from guidepress.press.geometry import cover_geometry, interior_boxes, margins
from guidepress.press.preflight.subject import Ordered, Sheet, is_inked, points
from guidepress.press.preflight.taking import fits

if TYPE_CHECKING:
    from guidepress.bind.leaves import Leaf
    from guidepress.cos.pages import Box
    from guidepress.press.ink.page import PageInk
    from guidepress.press.preflight.subject import Subject
    from guidepress.press.printers.model import Printer
    from guidepress.press.spec import PressSpec

__all__ = ["ordered_of", "sheet_of"]


def ordered_of(
    subject: Subject, printer: Printer, spec: PressSpec | None, pages: int, *, cover: bool
) -> Ordered:
    """Gather what a file is held against.

    Args:
        subject: the file.
        printer: whose rules.
        spec: what was ordered, if that is known.
        pages: of the interior, for a cover; an interior counts itself.
        cover: the file is the cover.
    """
    count = pages if cover else len(subject.leaves)
    geometry = None
    if cover and spec is not None and count:
        try:
            geometry = cover_geometry(spec, count)
        except FaultsFound:
            geometry = None  # the printer publishes no figure for this paper; the rules of covers say so
    asked = None if cover or spec is None else margins(spec, count)
    return Ordered(printer, spec, count, cover, geometry, asked, subject.standard)


def sheet_of(ink: PageInk, leaf: Leaf, number: int, ordered: Ordered) -> Sheet:
    """Lay the boxes that were ordered over a page.

    Where the page has the size that was ordered, they lie as the printer will cut it; else as the file says it is cut.
    """
    recto = number % 2 == 1
    media = ink.media
    size = round((media[2] - media[0]) * 1000), round((media[3] - media[1]) * 1000)
    own = leaf.size[0] / 1000, leaf.size[1] / 1000
    trim: Box = (0.0, 0.0, *own)
    beyond = leaf.bleed_width / 1000
    bleed: Box = (-beyond, -beyond, own[0] + beyond, own[1] + beyond)
    safe = least = trim
    if ordered.geometry is not None:
        geometry = ordered.geometry
        if fits(size, (geometry.media.width, geometry.media.height)):
            bleed, trim = (points(zone, media[0], media[1]) for zone in (geometry.media, geometry.trim))
        safe = least = trim
    elif ordered.spec is not None and ordered.margins is not None:
        asked = ordered.margins
        boxes = interior_boxes(ordered.spec, ordered.pages, recto=recto)
        if fits(size, (boxes.media.width, boxes.media.height)):
            bleed, trim = (points(zone, media[0], media[1]) for zone in (boxes.bleed, boxes.trim))
        safe = _inset(trim, asked.inside, asked.outside, asked.bottom, recto=recto)
        least = _inset(trim, asked.least_inside, asked.least_outside, asked.least_outside, recto=recto)
    inked = tuple(mark for mark in ink.marks if is_inked(mark))
    return Sheet(number, leaf, ink, recto, bleed, trim, safe, least, inked)


def _inset(trim: Box, inside: int, outside: int, ends: int, *, recto: bool) -> Box:
    left, right = (inside, outside) if recto else (outside, inside)
    return (
        trim[0] + left / 1000,
        trim[1] + ends / 1000,
        trim[2] - right / 1000,
        trim[3] - ends / 1000,
    )
