"""Files to be imposed and stamped, made by hand, and ways to see where their pages have gone."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pypdf
import pypdfium2
from pypdf.generic import ArrayObject, FloatObject, NameObject, NumberObject
from tests.pdf.conftest import Hand

from guidepress.page.items import Frame
from guidepress.page.tree import Node
from guidepress.pdf import write_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "box",
    "changed",
    "dark",
    "numbered",
    "operators",
    "placed",
    "reader_of",
    "text_spots",
    "texts",
    "turn",
]


@cache
def _hand() -> Hand:
    return Hand()


@cache
def numbered(pages: int) -> bytes:
    """A tagged file, PDF/UA-1 and PDF/A-2a, of 300 by 400 pt; page 3 reads "page 3", at its upper left corner."""
    hand = _hand()
    nodes = (Node("Document", -1), *(Node("P", 0) for _ in range(pages)))
    made = [
        hand.page(Frame(20_000, 30_000, (hand.run(f"page {number}", size=20_000),), number), number=number)
        for number in range(1, pages + 1)
    ]
    return write_pdf(hand.book(*made, tree=nodes))


def changed(pdf: bytes, change: Callable[[int, Any], None], **more: object) -> bytes:
    """The file with its pages changed; `more` goes to pypdf's encryption if there is any."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    for index, page in enumerate(writer.pages):
        change(index, page)
    if more:
        writer.encrypt(**more)  # type: ignore[arg-type]
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def box(*values: float) -> ArrayObject:
    """A box as pypdf has it."""
    return ArrayObject(map(FloatObject, values))


def turn(page: Any, degrees: int) -> None:  # noqa: ANN401 - pypdf's page
    """Give a page a /Rotate."""
    page[NameObject("/Rotate")] = NumberObject(degrees)


def reader_of(pdf: bytes) -> Any:  # noqa: ANN401 - objects of a PDF have no static shape
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


def operators(pdf: bytes, page: int = 0) -> str:
    """All content of a page."""
    return str(reader_of(pdf).pages[page].get_contents().get_data().decode("latin-1"))


_PLACED = re.compile(r"q ([-\d. ]+) re W n ([-\d. ]+) cm /P(\d+) Do Q")


def placed(pdf: bytes, side: int = 0) -> dict[int, tuple[tuple[float, ...], tuple[float, ...]]]:
    """What an imposed side shows: for each page, counted from 1, its clip and its matrix."""
    return {
        int(number): (tuple(map(float, clip.split())), tuple(map(float, matrix.split())))
        for clip, matrix, number in _PLACED.findall(operators(pdf, side))
    }


def texts(pdf: bytes) -> list[str]:
    """The text of each page as pdfium sees it."""
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range().strip() for page in document]
    document.close()
    return found


def text_spots(pdf: bytes, page: int, wanted: Sequence[str]) -> list[tuple[float, float]]:
    """The middle of each of some texts on a page as it is looked at, parts of its width and height from its top left."""
    document = pypdfium2.PdfDocument(pdf)
    shown = document[page]
    left, bottom, right, top = shown.get_cropbox()
    quarters = shown.get_rotation() // 90
    text_page = shown.get_textpage()
    found = []
    for text in wanted:
        at, count = text_page.search(text, match_whole_word=True).get_next()
        boxes = [text_page.get_charbox(at + each) for each in range(count)]
        x = (min(b[0] for b in boxes) + max(b[2] for b in boxes)) / 2
        y = (min(b[1] for b in boxes) + max(b[3] for b in boxes)) / 2
        x, y = (x - left) / (right - left), (top - y) / (top - bottom)
        for _ in range(quarters):
            x, y = 1 - y, x
        found.append((x, y))
    document.close()
    return found


def dark(pdf: bytes, page: int = 0) -> set[tuple[int, int]]:
    """Which points of a page are dark, as (column, row) from its top left, one a point of paper."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=1).to_pil().convert("L")
    document.close()
    pixels = picture.load()
    return {(x, y) for x in range(picture.width) for y in range(picture.height) if pixels[x, y] < 128}
