"""In: markers and texts. Out: lists, tagged L with LI, Lbl and LBody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.blocks import Group, Paragraph
from guidepress.document.inlines import Text
from guidepress.document.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline

__all__ = ["BULLET", "bullets", "described", "item", "plain_list"]

BULLET = (Text("•"),)


def item(
    style: Style,
    marker: tuple[Inline, ...],
    inlines: tuple[Inline, ...],
    rest: tuple[Block, ...] = (),
    *,
    whole: bool = False,
) -> Group:
    """Make a list item.

    Args:
        style: of the first paragraph; its hang is the marker's room.
        marker: the number or bullet.
        inlines: of the first paragraph.
        rest: what belongs to the item below its first paragraph, set in by the marker's room.
        whole: keep the item on one page if it fits on one.
    """
    first = Paragraph(style, inlines, role="LBody", marker=marker)
    inset = Style(f"{style.name}/inset", indent_left=style.indent_left + style.hang)
    body = (Group(rest, inset, role="LBody"),) if rest else ()
    return Group((first, *body), Style("item", keep_together=True) if whole and rest else None, role="LI")


def plain_list(items: Iterable[Group], numbering: str = "None") -> Group:
    """Gather items in a list."""
    return Group(tuple(items), role="L", numbering=numbering)


def described(entries: Iterable[Block]) -> Group:
    """Gather entries that begin with what they explain, in strong letters, in a list."""
    return Group(tuple(entries), role="L", numbering="Description")


def bullets(style: Style, entries: Iterable[tuple[Inline, ...]]) -> Group:
    """Make a list with bullets."""
    return plain_list((item(style, BULLET, inlines) for inlines in entries), "Disc")
