"""In: the frames of a page. Out: what is painted, item by item with its place on the page, and a fingerprint of it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from guidepress.page.items import INHERIT, Anchor, Frame, Image, Link, Run, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.colour import Colour

__all__ = ["Mark", "fingerprint", "marks_of"]


class Mark(NamedTuple):
    """An item of a page: its left and right edge, its baseline or upper edge, its lowest ink, its element; mpt."""

    item: Run | Shape | Image | Link | Anchor
    left: int
    right: int
    y: int
    bottom: int
    tag: int


def marks_of(frames: tuple[Frame, ...], x: int = 0, y: int = 0, around: int = INHERIT) -> Iterator[Mark]:
    """Yield the items of frames in reading order, however deep they stand."""
    for frame in frames:
        left, top = x + frame.x, y + frame.y
        tag = around if frame.tag == INHERIT else frame.tag
        for item in frame.items:
            if isinstance(item, Frame):
                yield from marks_of((item,), left, top, tag)
            else:
                yield _mark(item, left, top, tag if not frame.tags else _own(item, frame.tags, tag))


def _own(item: Run | Shape | Image | Link | Anchor, tags: tuple[int, ...], tag: int) -> int:
    """The element of an inline among those of its line."""
    source = item.source if isinstance(item, Run | Link) else len(tags)
    return tags[source] if source < len(tags) else tag


def _mark(item: Run | Shape | Image | Link | Anchor, x: int, y: int, tag: int) -> Mark:
    if isinstance(item, Shape):
        own = tag if item.tag == INHERIT else item.tag
        xs, ys = _corners(item)
        return Mark(item, x + min(xs), x + max(xs), y + min(ys), y + max(ys), own)
    left, top = x + item.x, y + item.y
    if isinstance(item, Run):
        return Mark(item, left, left + item.width, top, top, tag)
    if isinstance(item, Anchor):
        return Mark(item, left, left, top, top, tag)
    return Mark(item, left, left + item.width, top, top + item.height, tag)


def _corners(shape: Shape) -> tuple[list[int], list[int]]:
    xs, ys = [], []
    for operator, numbers in shape.path:
        if operator == "r":
            left, top, width, height = numbers
            xs += [left, left + width]
            ys += [top, top + height]
        else:
            xs += numbers[::2]
            ys += numbers[1::2]
    return xs, ys


def fingerprint(marks: Iterable[Mark]) -> str:
    """Say in six letters what a page looks like: equal pages have equal ones.

    Elements, links and anchors are not seen, so they are not counted.
    """
    seen = repr([_looks(mark) for mark in marks])
    return sha256(seen.encode()).hexdigest()[:6]


def _looks(mark: Mark) -> tuple[object, ...]:
    item = mark.item
    if isinstance(item, Run):
        words = [word.text for word in item.words]
        set_in = item.face.name, item.size, _rgb(item.colour), item.gap, item.expansion, item.tracking
        return mark.left, mark.y, *set_in, words
    if isinstance(item, Shape):
        drawn = _rgb(item.fill), _rgb(item.stroke), item.line_width, item.dash, item.round_caps
        return mark.left, mark.y, _outline(item), *drawn
    if isinstance(item, Image):
        return mark.left, mark.y, item.path.rpartition("/")[2], item.width, item.height
    return ()


def _outline(shape: Shape) -> list[tuple[object, ...]]:
    """The path from the left and upper edge of the shape, wherever its frame stands."""
    left, top = (min(numbers) for numbers in _corners(shape))
    return [
        (
            operator,
            *(number - (top if place % 2 else left) for place, number in enumerate(numbers[:2])),
            numbers[2:],
        )
        if operator == "r"
        else (operator, *(number - (top if place % 2 else left) for place, number in enumerate(numbers)))
        for operator, numbers in shape.path
    ]


def _rgb(colour: Colour | None) -> tuple[int, int, int] | None:
    return None if colour is None else (colour.red, colour.green, colour.blue)
