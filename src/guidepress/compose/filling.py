"""In: how high the parts of a sheet are, and which can grow. Out: so many ruled lines more that no page ends in white."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.answer_room import RULED
from guidepress.document.blocks import Figure, Group, Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.measurer import Stood
    from guidepress.compose.worksheets.posed import Posed
    from guidepress.document.blocks import Block

__all__ = ["Filled", "Piece", "by_page", "filled", "growth", "paged", "pieces_of"]

_MOST = 2
"""A question gets at most so many times the lines it asks for: more would ask for another kind of answer."""


@record
class Piece:
    """A question with all that stays with it.

    Attributes:
        height: with the white space below it, mpt.
        lines: on which it is answered; 0 if it cannot grow.
        below: that white space, which the foot of a page does without.
    """

    height: int
    lines: int = 0
    below: int = 0


def pieces_of(blocks: Iterable[Block], context: Context) -> tuple[Piece, ...]:
    """Measure the questions of a sheet, each with the headings above it; answers to write are ruled or drawn."""
    found: list[tuple[Stood, int]] = []
    above: list[Block] = []
    for block in blocks:
        if not isinstance(block, Group) or block.role != "L":
            above.append(block)
            continue
        for item in block.blocks:
            whole = context.stood((*above, item)) if isinstance(item, Group) else None
            if isinstance(item, Group) and whole is not None:
                found.append((whole, sum(_lines(item.blocks))))
                above = []
    pieces = []
    for index, (whole, lines) in enumerate(found):
        next_above = found[index + 1][0].above if index + 1 < len(found) else 0
        below = max(whole.below, next_above)
        pieces.append(Piece(whole.height + below, lines, below))
    return tuple(pieces)


def _lines(blocks: Iterable[Block]) -> Iterable[int]:
    for block in blocks:
        if isinstance(block, Lines):
            yield block.count
        elif isinstance(block, Figure):
            yield block.drawing.height // RULED
        elif isinstance(block, Group):
            yield from _lines(block.blocks)


def growth(pieces: Sequence[Piece], page: int, pitch: int) -> tuple[int, ...]:
    """Share out what is left at the foot of each page among the questions above.

    Args:
        pieces: in the order of the sheet; the first begins a page.
        page: height of a page, mpt.
        pitch: from ruled line to ruled line, mpt.

    Returns:
        For each piece, how many lines it grows by.
    """
    grown = [0] * len(pieces)
    for each in _pages(pieces, page):
        _share(pieces, grown, each, (page - _used(pieces, each)) // pitch)
    return tuple(grown)


@record
class Filled:
    """How a sheet fills its pages: so many lines more a question, and the questions, from 0, that begin a page."""

    extra: tuple[int, ...]
    begins: tuple[int, ...] = ()


def filled(pieces: Sequence[Piece], page: int, pitch: int) -> Filled:
    """Fill pages from some question on, each page ended where it is foreseen, so that the least white is left.

    The question is one that can begin a page at no cost and after which every page has lines to grow. What stands
    before it is left to the pages, which are evened out among questions that cannot grow.

    Args:
        pieces: in the order of the sheet; the first begins a page.
        page: height of a page, mpt.
        pitch: from ruled line to ruled line, mpt.
    """
    count = len(_pages(pieces, page))
    best: tuple[int, Filled] | None = None
    for first in range(len(pieces), -1, -1):
        head, rest = pieces[:first], pieces[first:]
        pages = _pages(rest, page)
        useful = all(any(rest[index].lines for index in each) for each in pages)
        if not useful or len(_pages(head, page)) + len(pages) > count:
            continue
        grown = [0] * len(rest)
        for each in pages:
            _share(rest, grown, each, (page - _used(rest, each)) // pitch)
        cost = _cost((*_whites(head, page), *_whites(_taller(rest, grown, pitch), page)))
        if best is None or cost < best[0]:
            begins = tuple(first + each.start for each in pages if first + each.start)
            best = cost, Filled((*(0,) * first, *grown), begins)
    return best[1] if best else Filled(())


def paged(pieces: Sequence[Piece], page: int, pitch: int) -> Filled:
    """Fill pages from the first question on, each ended where it is foreseen.

    Args:
        pieces: in the order of the sheet; the first begins a page.
        page: height of a page, mpt.
        pitch: from ruled line to ruled line, mpt.
    """
    begins = tuple(each.start for each in _pages(pieces, page) if each.start)
    return Filled(growth(pieces, page, pitch), begins)


def by_page(posed: Sequence[Posed], begins: Sequence[int]) -> list[list[Posed]]:
    """Part the questions of a list before those, counted from 0 through the sheet, with which a page begins."""
    pages: list[list[Posed]] = [[]]
    for each in posed:
        if pages[-1] and each.number - 1 in begins:
            pages.append([])
        pages[-1].append(each)
    return pages


def _used(pieces: Sequence[Piece], on_page: range) -> int:
    return sum(pieces[index].height for index in on_page) - pieces[on_page[-1]].below


def _taller(pieces: Sequence[Piece], grown: Sequence[int], pitch: int) -> list[Piece]:
    return [
        replace(piece, height=piece.height + more * pitch) for piece, more in zip(pieces, grown, strict=True)
    ]


def _whites(pieces: Sequence[Piece], page: int) -> list[int]:
    """How much white is left at the feet of pages."""
    return [max(0, page - _used(pieces, each)) for each in _pages(pieces, page)]


def _cost(whites: Sequence[int]) -> int:
    """The sum of the squares, as one large gap is worse than two small; that of the last page, an end, is half as large."""
    return sum(white**2 for white in whites[:-1]) + sum((white // 2) ** 2 for white in whites[-1:])


def _pages(pieces: Sequence[Piece], page: int) -> list[range]:
    """Which pieces stand on each page, if it takes what fits."""
    starts: list[int] = []
    used = page
    for index, piece in enumerate(pieces):
        if not starts or used + piece.height - piece.below > page:
            starts.append(index)
            used = 0
        used += piece.height
    return [range(start, end) for start, end in pairwise((*starts, len(pieces)))]


def _share(pieces: Sequence[Piece], grown: list[int], on_page: range, spare: int) -> None:
    """Give one line after the other, to whichever question has grown least for its size."""
    able = [index for index in on_page if pieces[index].lines]
    for _ in range(spare):
        able = [index for index in able if grown[index] < (_MOST - 1) * pieces[index].lines]
        if not able:
            return
        least = min(able, key=lambda index: (grown[index] / pieces[index].lines, index))
        grown[least] += 1
