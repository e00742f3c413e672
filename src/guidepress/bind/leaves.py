"""In: an open PDF. Out: its pages as leaves: what is trimmed, what bleeds, how they are turned."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeAlias

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NullObject

from guidepress.base.diagnostics import FaultsFound, fault
from guidepress.base.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf import PdfReader
    from pypdf.generic import PdfObject

    from guidepress.bind.source import Source

__all__ = ["Box", "Leaf", "Matrix", "commonest", "leaves_of", "resources_of", "upright"]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_LARGEST = 1_000_000.0
"""Points; the largest side of a page is 14,400 units (ISO 32000-1, Annex C.2), times its unit."""


@record
class Leaf:
    """A page of a file.

    Attributes:
        page: its dictionary, inherited entries filled in.
        trim: what is left after cutting: TrimBox, else CropBox, else MediaBox; page space.
        bleed: what may be printed beyond it: BleedBox within MediaBox, the trim at least; page space.
        turn: 0, 90, 180 or 270 degrees clockwise, as /Rotate says.
        unit: points in a unit of page space (/UserUnit).
    """

    page: DictionaryObject
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


def resources_of(leaf: Leaf) -> PdfObject:
    """The page's resources, by reference where they have one, so that what is shared stays shared."""
    if "/Resources" not in leaf.page:
        return DictionaryObject()
    raw: Any = leaf.page.raw_get("/Resources")
    # What a page inherits pypdf has resolved; the object still knows where it came from.
    known = getattr(raw, "indirect_reference", None)
    return raw if isinstance(raw, IndirectObject) or known is None else known  # type: ignore[no-any-return]


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


def leaves_of(source: Source) -> tuple[Leaf, ...]:
    """Read the boxes of all pages.

    Raises:
        FaultsFound: the file has no pages, or a page has no MediaBox or no area.
    """
    reader: PdfReader = source.reader
    leaves = tuple(_leaf(page, index, source.name) for index, page in enumerate(reader.pages, 1))
    if not leaves:
        raise _fault("no-pages", f"{source.name} has no pages.")
    return leaves


def _leaf(page: DictionaryObject, number: int, name: str) -> Leaf:
    media = _box(page, "/MediaBox")
    if media is None:
        raise _fault("no-media-box", f"Page {number} of {name} has no MediaBox, so its size is unknown.")
    crop = _within(_box(page, "/CropBox") or media, media)
    trim = _within(_box(page, "/TrimBox") or crop, media)
    bleed = _within(_box(page, "/BleedBox") or trim, media)
    bleed = min(bleed[0], trim[0]), min(bleed[1], trim[1]), max(bleed[2], trim[2]), max(bleed[3], trim[3])
    unit = _number(page.get("/UserUnit"), 1.0)
    leaf = Leaf(page, trim, bleed, _turn(page.get("/Rotate")), unit if 0 < unit <= 1000 else 1.0)
    if min(leaf.size) < 1000 or max(leaf.size) > _LARGEST * 1000:
        raise _fault("page-size", f"Page {number} of {name} has no usable size.")
    return leaf


def _box(page: DictionaryObject, key: str) -> Box | None:
    value: Any = page.get(key)
    value = value.get_object() if value is not None else None
    if not isinstance(value, ArrayObject) or len(value) < 4:
        return None
    x0, y0, x1, y1 = (_number(each, math.nan) for each in list(value)[:4])
    if not all(map(math.isfinite, (x0, y0, x1, y1))):
        return None
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _within(box: Box, media: Box) -> Box:
    """Cut a box to the media; one that lies outside of it says nothing (ISO 32000-1, 14.11.2)."""
    cut = max(box[0], media[0]), max(box[1], media[1]), min(box[2], media[2]), min(box[3], media[3])
    return cut if cut[0] < cut[2] and cut[1] < cut[3] else media


def _turn(value: Any) -> int:  # noqa: ANN401 - a PDF object of any kind
    """Read /Rotate; what is no multiple of 90 is none (ISO 32000-1, table 30)."""
    turn = _number(value, 0.0)
    return int(turn) % 360 if turn % 90 == 0 else 0


def _number(value: Any, otherwise: float) -> float:  # noqa: ANN401 - a PDF object of any kind
    value = value.get_object() if hasattr(value, "get_object") else value
    if value is None or isinstance(value, NullObject | bool) or not isinstance(value, int | float):
        return otherwise
    return float(value)


def _fault(code: str, message: str, hint: str = "Write the file again, or repair it.") -> FaultsFound:
    return fault(code, message, hint)


def commonest(sizes: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The size that most pages have; of equals the first."""
    counted: dict[tuple[int, int], int] = {}
    for size in sizes:
        counted[size] = counted.get(size, 0) + 1
    return max(counted, key=lambda size: counted[size])
