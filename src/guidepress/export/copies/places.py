"""In: the pages of a book. Out: a place for the code that is white on all of them, and where copies are filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.colour import WHITE
from guidepress.base.diagnostics import fault
from guidepress.base.record import record, replace
from guidepress.page.items import INHERIT, Frame, Image, Run, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidepress.page.book import Page
    from guidepress.page.items import Item, Slot

    Box = tuple[int, int, int, int]

__all__ = [
    "CODE_SIZE",
    "SHEET_SIZE",
    "CodeLines",
    "CodePlace",
    "FoundSlot",
    "code_place",
    "grounded",
    "hides",
    "ink_boxes",
    "is_white",
    "on_one_line",
    "slots_of",
    "widened",
]

_MM = 72000 / 25.4

CODE_SIZE = round(12 * _MM)
"""Side of a code, mpt: with so few characters 12 mm are read at 150 dpi."""

SHEET_SIZE = round(15 * _MM)
"""Of one on a sheet that is read by a scanner: 15 mm are read at 150 dpi, every time."""

_RIM = round(6 * _MM)
"""What office printers leave white at the edges: 4 to 6 mm."""

_STAPLE = round(15 * _MM)
"""What a staple takes of a corner; on the back of a sheet it is the other upper corner."""

_QUIET = 4 / 21
"""The white zone around a symbol, as a share of its side: 4 of its 21 modules (ISO/IEC 18004, 9.1)."""

_STEP = 3000
_GAP = 4000


@record
class CodePlace:
    """Where the code of every page stands.

    Attributes:
        x, y: upper left corner of the symbol, mpt.
        size: its side.
        text: right end of the lines beside it, and how wide they may be.
        baseline: of the last of these lines.
        height: of the symbol, or of the lines where their type is large.
    """

    x: int
    y: int
    size: int
    text: tuple[int, int]
    baseline: int
    height: int

    @property
    def box(self) -> Box:
        """The box of the symbol and the lines, mpt."""
        return self.text[0] - self.text[1], self.y, self.x + self.size, self.y + self.height


@record
class CodeLines:
    """What stands beside a code at most: the width of the widest line, how many lines, from one to the next, mpt."""

    width: int
    count: int
    row: int


@record
class FoundSlot:
    """A slot on a page: the page's index, the left end of its baseline, the element that it belongs to."""

    page: int
    x: int
    y: int
    slot: Slot
    tag: int


def slots_of(pages: Sequence[Page]) -> tuple[FoundSlot, ...]:
    """Find what is to be filled in."""

    def walk(items: Iterable[Item], page: int, place: tuple[int, int], tag: int) -> Iterator[FoundSlot]:
        for item in items:
            if isinstance(item, Frame):
                x, y = place[0] + item.x, place[1] + item.y
                own = tag if item.tag == INHERIT else item.tag
                if item.slot is not None:
                    yield FoundSlot(page, x, y, item.slot, own)
                yield from walk(item.items, page, (x, y), own)

    return tuple(
        found for index, page in enumerate(pages) for found in walk(page.frames, index, (0, 0), INHERIT)
    )


def ink_boxes(page: Page) -> list[Box]:
    """The boxes (left, top, right, bottom) of all that a page paints, but for a ground that covers it, mpt."""
    found: list[Box] = []

    def walk(items: Iterable[Item], x: int, y: int) -> None:
        for item in items:
            if isinstance(item, Frame):
                walk(item.items, x + item.x, y + item.y)
            elif isinstance(item, Run):
                left, base = x + item.x, y + item.y
                found.append((left, base - item.size, left + item.width, base + item.size // 3))
            elif isinstance(item, Shape):
                box = _around(item, x, y)
                if box is not None and (box[2] - box[0] < page.width or box[3] - box[1] < page.height):
                    found.append(box)
            elif isinstance(item, Image):
                found.append((x + item.x, y + item.y, x + item.x + item.width, y + item.y + item.height))

    walk(page.frames, 0, 0)
    return found


def grounded(page: Page) -> bool:
    """Whether something painted covers the whole page, as coloured paper does."""
    return any(True for _ in _grounds(page.frames, page))


def _grounds(items: Iterable[Item], page: Page) -> Iterator[Shape]:
    for item in items:
        if isinstance(item, Frame):
            yield from _grounds(item.items, page)
        elif isinstance(item, Shape):
            box = _around(item, 0, 0)
            if box is not None and box[2] - box[0] >= page.width and box[3] - box[1] >= page.height:
                yield item


def _around(shape: Shape, x: int, y: int) -> Box | None:
    xs: list[int] = []
    ys: list[int] = []
    for operator, numbers in shape.path:
        if operator == "r":
            left, top, width, height = numbers
            xs += (left, left + width)
            ys += (top, top + height)
        else:
            xs += numbers[0::2]
            ys += numbers[1::2]
    if not xs:
        return None
    wide = shape.line_width // 2 if shape.stroke is not None else 0
    return x + min(xs) - wide, y + min(ys) - wide, x + max(xs) + wide, y + max(ys) + wide


def code_place(pages: Sequence[Page], text: CodeLines, size: int = CODE_SIZE) -> CodePlace:
    """Find the place that is white on every page; covers do not count, since a code on them has a plate of its own.

    Args:
        pages: of all books that the copies are made of; all of one size.
        text: the lines beside a code; where they are wider than a page between its staples they get what there is.
        size: of the symbol, mpt.

    Raises:
        FaultsFound: there is none.
    """
    counted = [page for page in pages if not page.cover] or list(pages)
    page = counted[0]
    boxes = {box for each in counted for box in ink_boxes(each)}
    quiet, lines = round(size * _QUIET), text.count * text.row
    beside = _GAP + quiet + size + quiet
    width = min(text.width, page.width - 2 * _STAPLE - beside - _STEP)
    whole, height = width + beside, max(size, lines)
    for x, y in _candidates(page.width, page.height, (whole, height), quiet):
        wanted = (x, y - quiet, x + whole, y + height + quiet)
        if not any(_meet(wanted, box) for box in boxes):
            baseline = y + (size * 2 // 3 if lines <= size else lines - text.row // 4)
            return CodePlace(x + width + _GAP + quiet, y, size, (x + width, width), baseline, height)
    raise fault(
        "no-place-for-codes",
        f"No place of {size / _MM:.0f} mm is white on every page of this layout, so that codes cannot be printed.",
        "Widen a margin of the layout (set: {page.margins.top: 25mm}), or take `code` out of `personalise`.",
    )


def widened(place: CodePlace, page: Page, text: CodeLines) -> CodePlace | None:
    """The same place with room for more lines beside the code, up to where staples go; None if they have no room."""
    lines, right = text.count * text.row, place.text[0]
    height = max(place.height, lines)
    if place.y + height > page.height - _RIM:
        return None
    width = max(place.text[1], min(text.width, right - _STAPLE))
    baseline = place.baseline if height == place.height else place.y + lines - text.row // 4
    return replace(place, text=(right, width), baseline=baseline, height=height)


def hides(place: CodePlace, page: Page) -> bool:
    """Whether the lines of a code, where they are higher than it, would stand on what is printed on a page."""
    return place.height > place.size and any(_meet(place.box, each) for each in ink_boxes(page))


def is_white(box: Box, page: Page) -> bool:
    """Whether a line can stand in a box: on white, with nothing printed there, clear of staples and of what no printer reaches."""
    inside = box[0] >= _STAPLE and box[1] >= _RIM and box[2] <= page.width and box[3] <= page.height - _RIM
    white = all(each.fill == WHITE for each in _grounds(page.frames, page))
    return inside and white and not any(_meet(box, each) for each in ink_boxes(page))


def on_one_line(place: CodePlace, width: int) -> CodePlace:
    """The same place with one line beside the code, no higher than it, and so wide, up to where staples go."""
    right = place.text[0]
    wide = max(place.text[1], min(width, right - _STAPLE))
    return replace(place, text=(right, wide), baseline=place.y + place.size * 2 // 3, height=place.size)


def _candidates(width: int, height: int, block: tuple[int, int], quiet: int) -> Iterator[tuple[int, int]]:
    """Places in the order of liking: along the top clear of staples, along the foot, down both sides.

    The white zone may lie on the rim that no printer prints.
    """
    whole, size = block
    for x in range(width - _STAPLE - whole, _STAPLE, -_STEP):
        yield x, _RIM
    right, left = width - _RIM - whole + quiet, _RIM
    for y in range(height - _RIM - size, height * 3 // 4, -_STEP):
        for x in range(right, left, -_STEP):
            yield x, y
    for y in range(_STAPLE, height - _RIM - size, _STEP):
        yield right, y
        yield left, y


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
