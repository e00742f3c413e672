"""A volume has each page of a book once, however many leaves show it, and what copies add beside it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2

from guidepress.base.colour import BLACK, WHITE
from guidepress.page.book import Metadata, Page
from guidepress.page.items import ARTIFACT, Frame, Shape
from guidepress.page.leaves import CodeSymbol, PrintLeaf
from guidepress.pdf.packing import emit_packed
from guidepress.pdf.volume import volume_objects

if TYPE_CHECKING:
    from pikepdf import Pdf

SQUARE = Frame(0, 0, (Shape((("r", (0, 0, 20_000, 20_000)),), fill=BLACK),), ARTIFACT)
BASE = Page(1, "1", 100_000, 100_000, (SQUARE,))
OVER = Frame(80_000, 80_000, SQUARE.items, ARTIFACT)
CODE = CodeSymbol((0b10, 0b01), 40_000, 40_000, 20_000)


def written(*leaves: PrintLeaf) -> bytes:
    return emit_packed(volume_objects(leaves, Metadata("Set")))


def opened(data: bytes) -> Pdf:
    return pikepdf.open(io.BytesIO(data))


def dark(data: bytes, page: int) -> set[tuple[int, int]]:
    """Which of the hundred squares of 10 points are black."""
    document = pypdfium2.PdfDocument(data)
    pixels = document[page].render(scale=1, grayscale=True).to_numpy().squeeze()
    document.close()
    return {(x, y) for x in range(10) for y in range(10) if pixels[y * 10 + 5, x * 10 + 5] < 128}


HELD = {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_leaves_of_one_page_share_its_content() -> None:
    pdf = opened(written(PrintLeaf(BASE), PrintLeaf(BASE, over=(OVER,))))
    first, second = (page.obj.Contents for page in pdf.pages)
    assert first[0].objgen == second[0].objgen
    assert (len(first), len(second)) == (1, 2)


def test_what_a_copy_adds_stands_on_its_leaf_alone() -> None:
    data = written(PrintLeaf(BASE), PrintLeaf(BASE, over=(OVER,)))
    assert dark(data, 0) == HELD
    assert dark(data, 1) == HELD | {(8, 8), (8, 9), (9, 8), (9, 9)}


def test_a_code_is_painted_where_it_stands_module_by_module() -> None:
    # Modules of 10 points: the upper left one and the lower right one are dark.
    assert dark(written(PrintLeaf(BASE, symbol=CODE)), 0) == HELD | {(4, 4), (5, 5)}


def test_what_leaves_have_in_common_is_stored_once_and_painted_on_each() -> None:
    common = (OVER,)
    data = written(PrintLeaf(BASE, common=common, symbol=CODE), PrintLeaf(BASE, common=common, symbol=CODE))
    first, second = (page.obj.Contents for page in opened(data).pages)
    assert first[1].objgen == second[1].objgen
    assert dark(data, 0) == dark(data, 1) == HELD | {(4, 4), (5, 5), (8, 8), (8, 9), (9, 8), (9, 9)}


def streams(*leaves: PrintLeaf) -> list[list[int]]:
    """The numbers of the content streams of each page."""
    return [[each.objgen[0] for each in page.obj.Contents] for page in opened(written(*leaves)).pages]


def test_what_is_filled_in_alike_in_one_place_is_stored_once_and_else_with_the_rest() -> None:
    """Frames that hold the same items are alike, wherever they stand in the book."""
    here, again = Frame(80_000, 80_000, SQUARE.items, 4), Frame(80_000, 80_000, SQUARE.items, 9)
    there = Frame(80_000, 0, SQUARE.items, 4)
    leaves = [PrintLeaf(BASE, filled=(each,)) for each in (here, again, there)]
    first, second, third = streams(*leaves)
    assert first == second
    assert third[0] == first[0]
    assert third[1] != first[1]
    corner = {(8, 8), (8, 9), (9, 8), (9, 9)}
    assert [dark(written(*leaves), page) for page in range(3)] == [
        HELD | corner,
        HELD | corner,
        HELD | {(8, 0), (8, 1), (9, 0), (9, 1)},
    ]


def test_a_plate_does_not_cover_what_is_filled_in() -> None:
    plate = Frame(0, 0, (Shape((("r", (70_000, 70_000, 30_000, 30_000)),), fill=WHITE),), ARTIFACT)
    leaves = [PrintLeaf(BASE, common=(plate,), filled=(OVER,)) for _ in range(2)]
    assert dark(written(*leaves), 1) == HELD | {(8, 8), (8, 9), (9, 8), (9, 9)}


def test_a_leaf_of_another_size_says_so() -> None:
    wide = Page(1, "1", 200_000, 100_000, (SQUARE,))
    sizes = [
        [float(each) for each in page.mediabox]
        for page in opened(written(PrintLeaf(BASE), PrintLeaf(wide))).pages
    ]
    assert sizes == [[0, 0, 100, 100], [0, 0, 200, 100]]


def test_copies_are_in_the_outline_by_their_codes() -> None:
    pdf = opened(written(PrintLeaf(BASE, begins="X-1"), PrintLeaf(BASE), PrintLeaf(BASE, begins="X-2")))
    with pdf.open_outline() as outline:
        assert [each.title for each in outline.root] == ["X-1", "X-2"]


def test_a_blank_leaf_is_empty() -> None:
    blank = Page(2, "", 100_000, 100_000, (), blank=True)
    assert dark(written(PrintLeaf(BASE), PrintLeaf(blank)), 1) == set()
