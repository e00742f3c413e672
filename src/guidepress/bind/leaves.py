"""In: an open PDF. Out: its pages as leaves: what is trimmed, what bleeds, how they are turned."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.diagnostics import fault
from guidepress.base.record import record
from guidepress.cos.pages import LETTER, Box, PageObject, box_of, lacks_content, pages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.cos import File, Value

__all__ = ["Box", "Leaf", "Matrix", "commonest", "leaves_of", "upright"]

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_LARGEST = 1_000_000.0
"""Points; the largest side of a page is 14,400 units (ISO 32000-1, Annex C.2), times its unit."""


@record
class Leaf:
    """A page of a file.

    Attributes:
        page: the page, inherited entries filled in.
        trim: what is left after cutting: TrimBox, else CropBox, else MediaBox; page space.
        bleed: what may be printed beyond it: BleedBox within MediaBox, the trim at least; page space.
        turn: 0, 90, 180 or 270 degrees clockwise, as /Rotate says.
        unit: points in a unit of page space (/UserUnit).
    """

    page: PageObject
    trim: Box
    bleed: Box
    turn: int
    unit: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the trimmed page as it is looked at, mpt."""
        width = round((self.trim[2] - self.trim[0]) * self.unit * 1000)
        height = round((self.trim[3] - self.trim[1]) * self.unit * 1000)
        return (height, width) if self.turn % 180 else (width, height)

    @property
    def bleed_width(self) -> int:
        """The widest bleed of the four sides, mpt."""
        beyond = (
            self.trim[0] - self.bleed[0],
            self.trim[1] - self.bleed[1],
            self.bleed[2] - self.trim[2],
            self.bleed[3] - self.trim[3],
        )
        return round(max(0.0, *beyond) * self.unit * 1000)


def upright(leaf: Leaf) -> Matrix:
    """The matrix from page space to the page as it is looked at, the trim's lower left corner at the origin."""
    left, bottom, right, top = leaf.trim
    u = leaf.unit
    return {
        0: (u, 0.0, 0.0, u, -u * left, -u * bottom),
        90: (0.0, -u, u, 0.0, -u * bottom, u * right),
        180: (-u, 0.0, 0.0, -u, u * right, u * top),
        270: (0.0, u, -u, 0.0, u * top, -u * left),
    }[leaf.turn]


def leaves_of(file: File) -> tuple[Leaf, ...]:
    """Read the boxes of all pages; a page that does not say how large it is is Letter, and the file's `repairs` say so.

    Raises:
        Malformed: the file has no pages.
        FaultsFound: a page is too small or too large to be one.
    """
    return tuple(_leaf(file, page, index) for index, page in enumerate(pages_of(file), 1))


def _leaf(file: File, page: PageObject, number: int) -> Leaf:
    media = box_of(file, page, "MediaBox")
    if media is None or media[0] >= media[2] or media[1] >= media[3]:
        file.note(f"page {number} does not say how large it is and is taken for Letter")
        media = LETTER
    if lacks_content(file, page):
        file.lose(f"part of what page {number} shows, which is not there")
    crop = _within(box_of(file, page, "CropBox") or media, media)
    trim = _within(box_of(file, page, "TrimBox") or crop, media)
    bleed = _within(box_of(file, page, "BleedBox") or trim, media)
    bleed = min(bleed[0], trim[0]), min(bleed[1], trim[1]), max(bleed[2], trim[2]), max(bleed[3], trim[3])
    unit = file.number(page.entries.get("UserUnit"), 1.0)
    turn = _turn(file, page.entries.get("Rotate"))
    leaf = Leaf(page, trim, bleed, turn, unit if 0 < unit <= 1000 else 1.0)
    if min(leaf.size) < 1000 or max(leaf.size) > _LARGEST * 1000:
        message = f"Page {number} of {file.name} has no usable size."
        raise fault("page-size", message, "Write the file again, or repair it.")
    return leaf


def _within(box: Box, media: Box) -> Box:
    """Cut a box to the media; one that lies outside of it says nothing (ISO 32000-1, 14.11.2)."""
    cut = max(box[0], media[0]), max(box[1], media[1]), min(box[2], media[2]), min(box[3], media[3])
    return cut if cut[0] < cut[2] and cut[1] < cut[3] else media


def _turn(file: File, value: Value) -> int:
    """Read /Rotate; what is no multiple of 90 is none (ISO 32000-1, table 30)."""
    turn = file.number(value)
    return int(turn) % 360 if turn % 90 == 0 else 0


def commonest(sizes: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The size that most pages have; of equals the first."""
    counted: dict[tuple[int, int], int] = {}
    for size in sizes:
        counted[size] = counted.get(size, 0) + 1
    return max(counted, key=lambda size: counted[size])
