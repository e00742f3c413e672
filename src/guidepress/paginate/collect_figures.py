"""In: figures, pictures, answer lines. Out: their pieces and elements, captions beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import BACKGROUND
from guidepress.paginate.boxes import box_of
from guidepress.paginate.pieces import Art, Close, Open, Photo, Ruled

if TYPE_CHECKING:
    from guidepress.document.blocks import Drawing, Figure, Lines, Paragraph, Picture
    from guidepress.document.style import Style
    from guidepress.paginate.collect import Collector

__all__ = ["art_of", "collect_figure", "collect_lines", "collect_picture"]

_PIXEL = 1000
"""A pixel of a picture is at most a point wide: 72 dpi, below which pictures look coarse in print."""


def collect_figure(block: Figure, walk: Collector) -> None:
    """Collect a drawing, centred in the measure."""
    walk.name(block.anchor)
    parent = _around(block.caption, walk)
    tag = walk.tree.add("Figure", parent, alt=block.alt) if block.alt else BACKGROUND
    x = walk.x + (walk.measure - block.drawing.width) // 2
    _captioned(art_of(block.drawing, tag, x, walk), block.style, block.caption, parent, walk)


def collect_picture(block: Picture, walk: Collector) -> None:
    """Collect a picture, scaled down to the measure and to the page."""
    parent = _around(block.caption, walk)
    tag = walk.tree.add("Figure", parent, alt=block.alt) if block.alt else BACKGROUND
    width = min(walk.measure, block.pixel_width * _PIXEL)
    height = block.pixel_height * width // max(1, block.pixel_width)
    tallest = walk.areas.height * 4 // 5  # room for a caption and a line of text
    if height > tallest:
        width, height = width * tallest // height, tallest
    x = walk.x + (walk.measure - width) // 2
    _captioned(Photo(block, x, width, height, tag), block.style, block.caption, parent, walk)


def collect_lines(block: Lines, walk: Collector) -> None:
    """Collect answer lines."""
    rule = walk.layout.colours.get("rule", block.style.colour)
    walk.pieces.append(Ruled(block.count, block.pitch, walk.x, walk.measure, rule))


def art_of(drawing: Drawing, tag: int, x: int, walk: Collector) -> Art:
    """Make the piece of a drawing; labels with a role are elements of their own."""
    pictures = tuple(walk.tree.add("Figure", tag, alt=alt) for _, alt in drawing.pictures)
    labels = tuple(walk.tree.add(each.role, tag) if each.role else tag for each in drawing.labels)
    return Art(drawing, x, tag, labels, walk.language, pictures)


def _around(caption: Paragraph | None, walk: Collector) -> int:
    """Put a figure and its caption side by side in the tree: what is inside a Figure is not read out."""
    return walk.tree.add("Div", walk.parent) if caption else walk.parent


def _captioned(
    piece: Art | Photo, style: Style, caption: Paragraph | None, parent: int, walk: Collector
) -> None:
    box, _, _ = box_of(style, walk.x, walk.measure, walk.box, together=True)
    walk.pieces += [Open(box), piece]
    if caption is not None:
        walk.paragraph(caption, walk.tree.add(caption.role, parent), BACKGROUND)
    walk.pieces.append(Close(box))
