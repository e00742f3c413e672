"""In: markers and texts. Out: lists, tagged L with LI, Lbl and LBody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import Group, Paragraph
from guidepress.compose.inlines import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.document import Block
    from guidepress.compose.inlines import Inline
    from guidepress.layout.style import Style

__all__ = ["BULLET", "bullets", "item", "numbered", "plain_list"]

BULLET = (Text("•"),)


def item(
    style: Style, marker: tuple[Inline, ...], inlines: tuple[Inline, ...], rest: tuple[Block, ...] = ()
) -> Group:
    """Make a list item: its first paragraph with the marker hung before it, and what belongs to it below."""
    first = Paragraph(style, inlines, role="LBody", marker=marker)
    return Group((first, Group(rest, role="LBody")) if rest else (first,), role="LI")


def plain_list(items: Iterable[Group], numbering: str = "None") -> Group:
    """Gather items in a list."""
    return Group(tuple(items), role="L", numbering=numbering)


def bullets(style: Style, entries: Iterable[tuple[Inline, ...]]) -> Group:
    """Make a list with bullets."""
    return plain_list((item(style, BULLET, inlines) for inlines in entries), "Disc")


def numbered(style: Style, entries: Iterable[tuple[Inline, ...]], start: int = 1) -> Group:
    """Make a numbered list."""
    return plain_list(
        (item(style, (Text(f"{number}."),), inlines) for number, inlines in enumerate(entries, start)),
        "Decimal",
    )
