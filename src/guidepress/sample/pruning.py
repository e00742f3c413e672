"""In: pages and a structure tree of which some elements go. Out: the rest of the tree, and the pages that know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from guidepress.base.record import replace
from guidepress.page.items import Anchor, Frame, Link, Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from guidepress.page.items import Item
    from guidepress.page.tree import Node

__all__ = ["frames_of", "items_of", "pruned", "renumbered"]

Kind = TypeVar("Kind", "Anchor", Link)


def pruned(tree: tuple[Node, ...], goes: Callable[[int], bool]) -> tuple[tuple[Node, ...], dict[int, int]]:
    """Take elements out of a tree, each with all below it.

    Returns:
        The tree, and by old index the new one.
    """
    numbers: dict[int, int] = {-1: -1}
    kept: list[Node] = []
    for index, node in enumerate(tree):
        if goes(index):
            continue
        numbers[index] = len(kept)
        kept.append(replace(node, parent=numbers[node.parent]))
    return tuple(kept), numbers


def renumbered(
    frames: tuple[Frame, ...], numbers: dict[int, int], aims: Mapping[str, str]
) -> tuple[Frame, ...]:
    """Give frames the new numbers of their elements, and links to some anchors another aim; "" takes the link away.

    An anchor whose element is gone leads to a place on its page alone.
    """
    return tuple(
        replace(
            frame,
            tag=numbers[frame.tag] if frame.tag >= 0 else frame.tag,
            tags=tuple(numbers[tag] if tag >= 0 else tag for tag in frame.tags),
            items=tuple(each for item in frame.items for each in _item(item, numbers, aims)),
        )
        for frame in frames
    )


def _item(item: Item, numbers: dict[int, int], aims: Mapping[str, str]) -> Iterator[Item]:
    if isinstance(item, Frame):
        yield from renumbered((item,), numbers, aims)
    elif isinstance(item, Shape) and item.tag >= 0:
        yield replace(item, tag=numbers[item.tag])
    elif isinstance(item, Anchor):
        yield replace(item, element=max(numbers.get(item.element, 0), 0))
    elif isinstance(item, Link) and item.target.startswith("#"):
        aim = aims.get(item.target[1:], item.target[1:])
        if aim:
            yield replace(item, target=f"#{aim}")
    else:
        yield item


def items_of(frames: tuple[Frame, ...], kind: type[Kind]) -> Iterator[Kind]:
    """Find the items of a kind, however deep."""
    return (item for frame in frames_of(frames) for item in frame.items if isinstance(item, kind))


def frames_of(frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """Find frames and those within them."""
    for frame in frames:
        yield frame
        yield from frames_of(tuple(item for item in frame.items if isinstance(item, Frame)))
