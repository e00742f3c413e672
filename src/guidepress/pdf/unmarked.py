"""In: pages of a file without tags. Out: their items, of no element, and the faces that they are set in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import Run
from guidepress.pdf.meaning import FaceUse
from guidepress.pdf.placed import flatten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.page.book import Page
    from guidepress.page.items import Face, Word
    from guidepress.pdf.placed import Placed
    from guidepress.pdf.text import Coders

__all__ = ["flat", "use_faces"]

_UNMARKED = -9
"""Of no element and no artifact: nothing is written about it."""


def flat(page: Page) -> list[Placed]:
    """The items of a page, none of them of any element."""
    return [(item, x, y, _UNMARKED) for item, x, y, _ in flatten(page)]


def use_faces(laid: Iterable[Iterable[Placed]], coders: Coders) -> dict[Face, FaceUse]:
    """Collect the words of each face, faces in order of first use."""
    words: dict[Face, set[Word]] = {}
    for items in laid:
        for item, *_ in items:
            if type(item) is Run and item.words:
                words.setdefault(item.face, set()).update(item.words)
    return {
        face: FaceUse(face, coders[face], f"F{index}", some)
        for index, (face, some) in enumerate(words.items())
    }
