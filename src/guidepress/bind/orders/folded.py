"""In: a count of pages. Out: orders for sheets that are folded: saddle stitch, signatures, the zine of one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.bind.orders.model import BACK, FRONT, Order, Place, pad

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.bind.orders.model import Fold

__all__ = ["saddle", "signatures", "zine"]

_LEAVES = 4
"""Pages on a sheet that is folded once: two leaves, both sides."""

_ZINE = ((6, 5, 4, 3), (7, 0, 1, 2))
"""Rows of the zine, page 0 first; the upper row stands on its head. Folded lengthwise and pushed together, the four
middle panels become the two inner leaves: the ring 7 0 1 2 | 3 4 5 6 reads on round the sheet."""


def saddle(pages: int, *, rtl: bool = False, last: int = 0) -> Order:
    """Order pages for sheets nested into one another and stitched through the fold.

    Sheet s, the outermost 0, carries [N-2s, 2s+1] on its front and [2s+2, N-2s-1] on its back, where N is the
    count of pages, counted from 1 and filled up to a multiple of four.

    Args:
        pages: how many pages there are.
        rtl: bind at the right, for scripts that run from right to left.
        last: pages that stay at the very end, behind the blanks.

    Raises:
        ValueError: there are no pages, or `last` is more than there are.
    """
    listed = pad(pages, _LEAVES, last)
    places = tuple(_nested(listed, 0, rtl=rtl))
    return Order("saddle", pages, len(listed) // _LEAVES, 2, 1, 2, places, (("x", 1),))


def signatures(pages: int, sheets: int, *, rtl: bool = False, last: int = 0) -> Order:
    """Order pages for perfect binding: small booklets of `sheets` nested sheets, glued at their backs in a row.

    The last signature has fewer sheets where the pages end before it is full, so that none is all blanks.

    Args:
        pages: how many pages there are.
        sheets: sheets in each signature; 1 gives loose folded sheets.
        rtl: bind at the right.
        last: pages that stay at the very end, behind the blanks.

    Raises:
        ValueError: there are no pages, `last` is more than there are, or a signature would have no sheet.
    """
    if sheets < 1:
        raise ValueError("a signature has at least one sheet")
    listed = pad(pages, _LEAVES, last)
    step = sheets * _LEAVES
    places: list[Place] = []
    for start in range(0, len(listed), step):
        places += _nested(listed[start : start + step], start // _LEAVES, rtl=rtl)
    return Order("perfect", pages, len(listed) // _LEAVES, 2, 1, 2, tuple(places), (("x", 1),))


def _nested(listed: Sequence[int], first: int, *, rtl: bool) -> Iterator[Place]:
    """Nest the sheets of one signature; `first` is the number of its outermost sheet."""
    count, nests = len(listed), len(listed) // _LEAVES
    for nest in range(nests):
        fronts = listed[count - 1 - 2 * nest], listed[2 * nest]
        backs = listed[2 * nest + 1], listed[count - 2 - 2 * nest]
        for side, (left, right) in ((FRONT, fronts), (BACK, backs)):
            if rtl:
                left, right = right, left  # noqa: PLW2901 - the two leaves change places
            yield Place(first + nest, side, 0, 0, left, 0, "right", nest, nests)
            yield Place(first + nest, side, 1, 0, right, 0, "left", nest, nests)


def zine(pages: int, *, rtl: bool = False, last: int = 0) -> Order:
    """Order pages for booklets of eight, each made of one sheet printed on one side, slit and folded.

    Args:
        pages: how many pages there are; every eight make a booklet.
        rtl: bind at the right.
        last: pages that stay at the very end, behind the blanks.

    Raises:
        ValueError: there are no pages, or `last` is more than there are.
    """
    listed = pad(pages, 8, last)
    places: list[Place] = []
    for sheet in range(len(listed) // 8):
        for row, panels in enumerate(_ZINE):
            for column, panel in enumerate(reversed(panels) if rtl else panels):
                page = listed[sheet * 8 + panel]
                places.append(Place(sheet, FRONT, column, row, page, 0 if row else 180))
    folds: tuple[Fold, ...] = (("x", 1), ("x", 2), ("x", 3), ("y", 1))
    return Order("zine", pages, len(listed) // 8, 4, 2, 1, tuple(places), folds, (("y", 1), 1, 3))
