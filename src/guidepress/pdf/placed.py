"""In: a page. Out: its items in reading order, flat: each with its place on the page and its element.

Places count from the page's lower left corner upwards, as PDF does, in mpt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.page.items import BACKGROUND, INHERIT, Anchor, Frame, Image, Link, Run, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.page.book import Page
    from guidepress.page.items import Item

__all__ = ["Clip", "Placed", "QuarterTurns", "Unclip", "Unturn", "flatten"]


class Clip:
    """The start of a clipped group; what is drawn until its Unclip shows inside the rectangle only."""

    __slots__ = ("height", "width")

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height


class Unclip:
    """The end of a clipped group."""

    __slots__ = ()


class QuarterTurns:
    """The start of a turned group: until its Unturn, places count from this one, by so many quarter turns clockwise."""

    __slots__ = ("quarters",)

    def __init__(self, quarters: int) -> None:
        self.quarters = quarters


class Unturn:
    """The end of a turned group."""

    __slots__ = ()


Placed: TypeAlias = (
    "tuple[Run | Shape | Image | Link | Anchor | Clip | Unclip | QuarterTurns | Unturn, int, int, int]"
)
"""The item, x, y, and its tag: an index into `Book.tree`, ARTIFACT or BACKGROUND."""


def flatten(page: Page) -> list[Placed]:
    """List the items of a page, frames resolved; what no frame tags is a layout artifact."""
    placed: list[Placed] = []
    _walk(page.frames, 0, page.height, (BACKGROUND, ()), placed)
    return placed


def _walk(
    items: Sequence[Item], left: int, top: int, tagging: tuple[int, tuple[int, ...]], placed: list[Placed]
) -> None:
    tag, tags = tagging
    for item in items:
        if isinstance(item, (Run, Link)):
            own = tags[item.source] if tags else tag
            placed.append((item, left + item.x, top - item.y, tag if own == INHERIT else own))
        elif isinstance(item, Frame):
            own = tag if item.tag == INHERIT else item.tag
            x, y = left + item.x, top - item.y
            if item.turn:
                placed.append((QuarterTurns(item.turn), x, y, own))
                x, y = 0, 0
            if item.clip is not None:
                placed.append((Clip(*item.clip), x, y, own))
            _walk(item.items, x, y, (own, item.tags), placed)
            if item.clip is not None:
                placed.append((Unclip(), x, y, own))
            if item.turn:
                placed.append((Unturn(), x, y, own))
        elif isinstance(item, Anchor):
            placed.append((item, left + item.x, top - item.y, tag))
        else:
            own = tag if item.tag == INHERIT else item.tag
            # The points of a shape count from its frame's origin; it has no place of its own.
            x, y = (item.x, item.y) if isinstance(item, Image) else (0, 0)
            placed.append((item, left + x, top - y, own))
