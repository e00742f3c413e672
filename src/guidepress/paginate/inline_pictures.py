"""In: a paragraph with pictures in its text. Out: the same without them, and the pictures to be set below it.

A sign, a button, a rune is no higher than a line: it stands in the line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.blocks import Group, Paragraph, Picture
from guidepress.document.inlines import InlinePicture, Text, plain_text
from guidepress.document.style import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline

__all__ = ["parted", "with_small_pictures"]

_LINES = 8
"""A picture in a list's item is no higher than so many lines: all the choices of a question are to be seen at once."""

_ITEMS = frozenset({"LI", "LBody"})

_NO_BREAK_SPACE = "\u00a0"


_POINT = 1000
"""A pixel of a picture without a width is a point wide, mpt, as where it stands alone."""

_INCH = 72_000


def with_small_pictures(block: Paragraph, measure: int, resolution: int) -> Paragraph:
    """Size the pictures of a paragraph that stand in its lines: those no higher than a line, where there is text around them.

    Args:
        block: the paragraph.
        measure: of its column, mpt, which shares of a width are of.
        resolution: the most pixels an inch that are wanted; 0 is all there are.
    """
    if not plain_text(block.inlines).strip():
        return block
    return replace(
        block,
        inlines=tuple(
            _sized(each, block.style.leading, measure, resolution)
            if isinstance(each, InlinePicture)
            else each
            for each in block.inlines
        ),
    )


def _sized(picture: InlinePicture, leading: int, measure: int, resolution: int) -> InlinePicture:
    wide = measure * picture.share // 100 if picture.share else picture.pixel_width * _POINT
    high = wide * picture.pixel_height // max(1, picture.pixel_width)
    if picture.title or not 0 < high <= leading:  # a title is a caption, and that stands below
        return picture
    return replace(picture, width=wide, height=high, most=wide * resolution // _INCH)


def parted(block: Paragraph, styles: Mapping[str, Style]) -> tuple[Block, ...]:
    """Part a paragraph from the pictures in it.

    Args:
        block: the paragraph.
        styles: of the layout, those of figures and captions among them.

    Returns:
        The paragraph, unless it would be empty, kept with what follows; and the pictures below it. Those of a list's
        item stand within it, set in as its text is.
    """
    style, said = block.style, tuple(each for each in block.inlines if not _stands_below(each))
    empty = not plain_text(said).strip()
    if empty and block.marker:
        said = (Text(_NO_BREAK_SPACE),)  # the letter of a choice needs a line to stand on
    text = replace(block, inlines=said, style=replace(style, name=f"{style.name}/pictured", keep_next=True))
    hung = bool(block.marker) or block.role in _ITEMS
    found = [each for each in block.inlines if isinstance(each, InlinePicture) and not each.height]
    pictures = tuple(_picture(each, styles, _LINES * style.leading if hung else 0) for each in found)
    if not hung:
        kept = (text,) if not empty or block.anchor or block.heading else ()
        return (*kept, *pictures)
    inset = Style(f"{style.name}/inset", indent_left=style.indent_left + style.hang)
    below = Group(pictures, inset, role="LBody" if block.role in _ITEMS else "Div")
    if block.role == "LI":  # the paragraph is the item, and its pictures belong to that
        return (Group((replace(text, role="LBody"), below), role="LI"),)
    return text, below


def _stands_below(inline: Inline) -> bool:
    return isinstance(inline, InlinePicture) and not inline.height


def _picture(inline: InlinePicture, styles: Mapping[str, Style], tallest: int) -> Picture:
    size = inline.pixel_width, inline.pixel_height
    title = inline.title
    caption = Paragraph(styles["caption"], (Text(title),), role="Caption") if title else None
    figure = styles["figure"]
    return Picture(inline.path, inline.alt, *size, figure, caption, inline.span, tallest, inline.share)
