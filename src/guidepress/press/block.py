"""In: the pages of a book as they were set. Out: the book block as it is printed.

Blank pages fill it up at its end. What a reader on a screen follows, links and bookmarks, is gone. Lines have the
least weight that the printer takes. Where there is bleed, a page is as large as its file's, and what touches an edge runs
over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.page.book import Page
from guidepress.page.items import Frame, Link, Shape
from guidepress.press.geometry import interior_boxes

if TYPE_CHECKING:
    from guidepress.page.book import Book
    from guidepress.page.items import Item, PathOp
    from guidepress.press.geometry import PageBoxes
    from guidepress.press.spec import PressSpec

__all__ = ["LINE", "book_block", "boxes_of"]

LINE = 10
"""A rectangle so many times as long as it is thick is a line."""


def boxes_of(spec: PressSpec, count: int) -> tuple[PageBoxes, PageBoxes]:
    """The boxes of a recto and of a verso of a book of so many pages."""
    return interior_boxes(spec, count, recto=True), interior_boxes(spec, count, recto=False)


def book_block(book: Book, spec: PressSpec, count: int) -> Book:
    """Make the block that is printed of a book.

    Args:
        book: its pages at the order's trim; without a cover.
        spec: what was ordered.
        count: pages as printed; the last ones are blank.
    """
    last = book.pages[-1]
    blanks = tuple(
        Page(number, "", last.width, last.height, (), master="plain", blank=True)
        for number in range(len(book.pages) + 1, count + 1)
    )
    boxes = boxes_of(spec, count)
    least = spec.printer.interior.thinnest_line
    weight = least.value if least else 0
    pages = tuple(
        _Bled(page, boxes[index % 2], weight).page() for index, page in enumerate((*book.pages, *blanks))
    )
    return replace(book, pages=pages, outline=(), page_count=count)


class _Bled:
    """One page, being made larger by its bleed."""

    def __init__(self, page: Page, boxes: PageBoxes, weight: int) -> None:
        trim, media = boxes.trim, boxes.media
        self._page, self._weight = page, weight
        self._left, self._right = trim.left, media.right - trim.right
        self._top, self._bottom = media.top - trim.top, trim.bottom

    def page(self) -> Page:
        """The page as large as its file's."""
        page = self._page
        frames = tuple(
            replace(frame, x=frame.x + self._left, y=frame.y + self._top)
            for frame in (self._frame(each, 0, 0) for each in page.frames)
        )
        width, height = page.width + self._left + self._right, page.height + self._top + self._bottom
        return replace(page, width=width, height=height, frames=frames)

    def _frame(self, frame: Frame, x: int, y: int) -> Frame:
        x, y = x + frame.x, y + frame.y
        items: list[Item] = []
        for item in frame.items:
            if isinstance(item, Frame):
                items.append(self._frame(item, x, y))
            elif isinstance(item, Shape):
                items.append(self._shape(item, x, y, turned=bool(frame.turn)))
            elif not isinstance(item, Link):
                items.append(item)
        return replace(frame, items=tuple(items))

    def _shape(self, shape: Shape, x: int, y: int, *, turned: bool) -> Shape:
        if shape.stroke is not None and shape.line_width < self._weight:
            shape = replace(shape, line_width=self._weight)
        if shape.fill is None:
            return shape
        path = tuple(self._thickened(each) for each in shape.path)
        return replace(shape, path=path if turned else tuple(self._run_over(each, x, y) for each in path))

    def _thickened(self, op: PathOp) -> PathOp:
        """A rectangle that is a line, as one under words is, no thinner than the printer takes; it grows downwards."""
        if op[0] != "r":
            return op
        left, top, width, height = op[1]
        if height < self._weight and width > LINE * height:
            height = self._weight
        elif width < self._weight and height > LINE * width:
            width = self._weight
        return "r", (left, top, width, height)

    def _run_over(self, op: PathOp, x: int, y: int) -> PathOp:
        """Carry a rectangle that touches an edge over it, as far as the bleed goes there."""
        if op[0] != "r":
            return op
        left, top, width, height = op[1]
        right, bottom = left + width, top + height
        left -= self._left if x + left <= 0 else 0
        top -= self._top if y + top <= 0 else 0
        right += self._right if x + right >= self._page.width else 0
        bottom += self._bottom if y + bottom >= self._page.height else 0
        return "r", (left, top, right - left, bottom - top)
