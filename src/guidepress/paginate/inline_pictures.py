"""In: a paragraph with pictures in its text. Out: the same without them, and the pictures to be set below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.blocks import Group, Paragraph, Picture
from guidepress.document.inlines import InlinePicture, Text, plain_text
from guidepress.document.style import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.document.blocks import Block

__all__ = ["parted"]

_LINES = 8
"""A picture in a list's item is no higher than so many lines: all the choices of a question are to be seen at once."""

_ITEMS = frozenset({"LI", "LBody"})

_NO_BREAK_SPACE = "\u00a0"


def parted(block: Paragraph, styles: Mapping[str, Style]) -> tuple[Block, ...]:
    """Part a paragraph from the pictures in it.

    Args:
        block: the paragraph.
        styles: of the layout, those of figures and captions among them.

    Returns:
        The paragraph, unless it would be empty, kept with what follows; and the pictures below it. Those of a list's
        item stand within it, set in as its text is.
    """
    style, said = block.style, tuple(each for each in block.inlines if not isinstance(each, InlinePicture))
    empty = not plain_text(said).strip()
    if empty and block.marker:
        said = (Text(_NO_BREAK_SPACE),)  # the letter of a choice needs a line to stand on
    text = replace(block, inlines=said, style=replace(style, name=f"{style.name}/pictured", keep_next=True))
    hung = bool(block.marker) or block.role in _ITEMS
    found = [inline for inline in block.inlines if isinstance(inline, InlinePicture)]
    pictures = tuple(_picture(each, styles, _LINES * style.leading if hung else 0) for each in found)
    if not hung:
        kept = (text,) if not empty or block.anchor or block.heading else ()
        return (*kept, *pictures)
    inset = Style(f"{style.name}/inset", indent_left=style.indent_left + style.hang)
    below = Group(pictures, inset, role="LBody" if block.role in _ITEMS else "Div")
    if block.role == "LI":  # the paragraph is the item, and its pictures belong to that
        return (Group((replace(text, role="LBody"), below), role="LI"),)
    return text, below


def _picture(inline: InlinePicture, styles: Mapping[str, Style], tallest: int) -> Picture:
    size = inline.pixel_width, inline.pixel_height
    title = inline.title
    caption = Paragraph(styles["caption"], (Text(title),), role="Caption") if title else None
    figure = styles["figure"]
    return Picture(inline.path, inline.alt, *size, figure, caption, inline.span, tallest, inline.share)
