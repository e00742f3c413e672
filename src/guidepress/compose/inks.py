"""In: composed sections. Out: whether a copier that has black alone prints all that they say.

A colour says nothing by itself: a theme has its number and pattern beside it. What may be lost in grey is text that is
hardly darker than its ground, and pictures, of which nobody knows what their colours mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.colour import contrast
from guidepress.compose.marks import READABLE
from guidepress.document.blocks import Columns, Figure, Group, MarginNote, Paragraph, Picture, Table
from guidepress.document.inlines import InlinePicture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.base.colour import Colour
    from guidepress.document.blocks import Block, Drawing, Label, Row, Section
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.page.items import Shape

__all__ = ["works_in_grey"]


def works_in_grey(sections: Iterable[Section], paper: Colour) -> bool:
    """Tell whether sections can be read in grey.

    Contrast is one of luminance, so text that is legible in its colour is legible in the grey that is as light (WCAG
    2.1, success criterion 1.4.3).

    Args:
        sections: without the cover.
        paper: what they are printed on.
    """
    return all(_blocks(section.blocks, paper) for section in sections)


def _blocks(blocks: Iterable[Block], ground: Colour) -> bool:
    return all(_block(block, ground) for block in blocks)


def _block(block: Block, ground: Colour) -> bool:
    """Whether a block can be read in grey on a ground."""
    if isinstance(block, Paragraph):
        return _text((*block.marker, *block.inlines), block.style, ground)
    if isinstance(block, Picture):
        return False
    if isinstance(block, Group | MarginNote | Columns):
        return _blocks(block.blocks, _own(block.style if isinstance(block, Group) else None, ground))
    if isinstance(block, Table):
        rows = _rows(block.head, _own(block.style, ground)) and _rows(block.rows, ground)
        return rows and (block.caption is None or _block(block.caption, ground))
    if isinstance(block, Figure):
        return _drawing(block.drawing, ground) and (block.caption is None or _block(block.caption, ground))
    return True


def _rows(rows: Iterable[Row], ground: Colour) -> bool:
    return all(_blocks(cell.blocks, cell.background or ground) for row in rows for cell in row.cells)


def _own(style: Style | None, ground: Colour) -> Colour:
    return (style and style.background) or ground


def _text(inlines: Iterable[Inline], style: Style, ground: Colour) -> bool:
    """Whether each inline is darker, or lighter, than its ground by enough."""
    ground = _own(style, ground)
    for inline in inlines:
        if isinstance(inline, InlinePicture):
            return False
        look = getattr(inline, "look", None)
        colour, behind = (look.colour, look.highlight) if look else (None, None)
        if contrast(colour or style.colour, behind or ground) < READABLE:
            return False
    return True


def _drawing(drawing: Drawing, ground: Colour) -> bool:
    """Whether the labels of a drawing can be read on what is painted below them."""
    if drawing.pictures:
        return False
    return all(
        _text(each.inlines, each.style, _below(each, drawing.shapes, ground)) for each in drawing.labels
    )


def _below(label: Label, shapes: Iterable[Shape], ground: Colour) -> Colour:
    """The fill of the last shape that a label begins on."""
    for shape in shapes:
        if shape.fill is not None and _holds(shape, label):
            ground = shape.fill
    return ground


def _holds(shape: Shape, label: Label) -> bool:
    """Whether a label's first baseline begins within the box around a shape."""
    xs: list[int] = []
    ys: list[int] = []
    for name, numbers in shape.path:
        across, down = list(numbers[::2]), list(numbers[1::2])
        if name == "r":
            (x, width), (y, height) = across, down
            across, down = [x, x + width], [y, y + height]
        xs += across
        ys += down
    return bool(xs) and min(xs) <= label.x <= max(xs) and min(ys) <= label.y <= max(ys)
