"""In: figures, pictures, answer lines at a place. Out: their pieces, with elements in the tree; captions around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import BACKGROUND
from guidepress.paginate.boxes import box_of
from guidepress.paginate.pieces import Art, Close, Open, Photo, Ruled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.colour import Colour
    from guidepress.document.blocks import Drawing, Figure, Lines, Picture
    from guidepress.document.style import Style
    from guidepress.paginate.pieces import Piece
    from guidepress.paginate.place import CollectingPlace
    from guidepress.paginate.tree import Tree

__all__ = ["art_of", "captioned", "collect_figure", "collect_lines", "collect_picture"]

_INCH = 72_000

_PIXEL = 1000
"""A pixel of a picture is at most a point wide: 72 dpi, below which pictures look coarse in print."""


def collect_figure(block: Figure, place: CollectingPlace, tree: Tree, language: str) -> Art:
    """Make the piece of a drawing, centred in the measure.

    Without a text to be read out it is decoration, but for those of its labels that are elements of their own.
    """
    tag = tree.add("Figure", place.parent, alt=block.alt) if block.alt else BACKGROUND
    x = place.x + (place.measure - block.drawing.width) // 2
    return art_of(block.drawing, tag, x, tree, language, around=place.parent)


def collect_picture(
    block: Picture, place: CollectingPlace, tree: Tree, height: int, *, resolution: int = 0
) -> Photo:
    """Make the piece of a picture, scaled down to the measure and to a text area of so much height.

    It has no more pixels an inch than its `resolution`, where that is given.
    """
    tag = tree.add("Figure", place.parent, alt=block.alt) if block.alt else BACKGROUND
    own = min(place.measure, block.pixel_width * _PIXEL)
    width = place.measure * block.share // 100 if block.share else own
    high = block.pixel_height * width // max(1, block.pixel_width)
    tallest = block.tallest or height * 4 // 5  # room for a caption and a line of text
    if high > tallest:
        width, high = width * tallest // high, tallest
    left = 0 if block.tallest else (place.measure - width) // 2
    return Photo(block, place.x + left, width, high, tag, width * resolution // _INCH)


def collect_lines(block: Lines, place: CollectingPlace, colour: Colour) -> Ruled:
    """Make the piece of answer lines."""
    return Ruled(block.count, block.pitch, place.x, place.measure, colour)


def art_of(drawing: Drawing, tag: int, x: int, tree: Tree, language: str, *, around: int = BACKGROUND) -> Art:
    """Make the piece of a drawing; labels with a role are elements of their own, `around` where it has none."""
    parent = tag if tag >= 0 else around
    pictures = tuple(tree.add("Figure", tag, alt=alt) if alt else BACKGROUND for _, alt in drawing.pictures)
    labels = tuple(tree.add(each.role, parent) if each.role else tag for each in drawing.labels)
    return Art(drawing, x, tag, labels, language, pictures)


def captioned(
    piece: Art | Photo, style: Style, place: CollectingPlace, caption: Sequence[Piece]
) -> list[Piece]:
    """Keep a figure and its caption together."""
    box, _, _ = box_of(style, place.x, place.measure, place.box, together=True)
    return [Open(box), piece, *caption, Close(box)]
