"""In: nothing, or parts of names. Out: a table: the words of stock books that other readers find at another place.

    python -m benchmarks.places [carol.handout …]

A name is a guide and a layout ("a-christmas-carol.handout"); without any, all guides are set in all layouts. Where a
word begins is read back twice: pdfium tells the origin of every glyph, Poppler the box of every word. Poppler
has one word where letters change their face without a space, so that what no space stands before may be inside it. Needs `pdftotext`
on the path; exit 1 if a word is astray.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from ctypes import byref, c_double
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
from pypdfium2 import raw

from guidepress.build import Tools, make_book
from guidepress.guide import load_guide
from guidepress.layout import load_layout
from guidepress.page.items import Run
from guidepress.pdf import write_pdf
from guidepress.pdf.placed import flatten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.page.book import Book, Page

__all__ = ["NEAR", "Beginning", "beginnings", "by_pdfium", "by_poppler", "main"]

NEAR = 0.06
"""Points: moves are rounded to a tenth of a thousandth of the size, a dozen of them in a line."""

_NEAR_BOX = 0.12
"""Points: Poppler says its boxes to a millionth, but counts each glyph's rounded width."""

_STOOD_APART = 12
"""Letters of a word that stand more than this share of the size apart say by themselves what they spell."""

_BOX = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">')


class Beginning(NamedTuple):
    """A word, the place of its first glyph in points from the lower left corner, and whether a space stands before it."""

    word: str
    x: float
    y: float
    apart: bool


def beginnings(page: Page) -> Iterator[Beginning]:
    """Where the words of a page begin."""
    for item, x, y, _ in flatten(page):
        if not isinstance(item, Run) or item.tracking * _STOOD_APART > item.size:
            continue
        at, wide = float(x), 1 + item.expansion / 1000
        for place, word in enumerate(item.words):
            rise = word.offsets[0] if word.offsets else (0, 0)
            if rise == (0, 0) and word.clusters and word.clusters[0].isalnum():
                yield Beginning(word.text, at / 1000, y / 1000, apart=place > 0)
            glyphs = word.width * item.size / word.face.units_per_em + item.tracking * len(word.glyphs)
            at += glyphs * wide + item.gap


def by_pdfium(book: Book, pdf: bytes) -> list[tuple[int, str]]:
    """The words that pdfium begins elsewhere, with their pages."""
    document = pypdfium2.PdfDocument(pdf)
    astray: list[tuple[int, str]] = []
    for page, read in zip(book.pages, document, strict=True):
        rows: dict[int, list[tuple[float, float]]] = {}
        for x, y in _origins(read):
            rows.setdefault(round(y), []).append((x, y))
        astray += [
            (page.number, word)
            for word, x, y, _ in beginnings(page)
            if not any(
                abs(x - left) < NEAR and abs(y - base) < NEAR
                for near in (round(y) - 1, round(y), round(y) + 1)
                for left, base in rows.get(near, ())
            )
        ]
    return astray


def _origins(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    """Where pdfium draws the glyphs of a page."""
    text = page.get_textpage()
    for index in range(text.count_chars()):
        x, y = c_double(), c_double()
        if raw.FPDFText_GetCharOrigin(text.raw, index, byref(x), byref(y)):
            yield x.value, y.value


def by_poppler(book: Book, pdf: bytes) -> list[tuple[int, str]]:
    """The words that Poppler neither begins at their place nor has inside a longer one, with their pages."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "book.pdf")
        file.write_bytes(pdf)
        command = ["pdftotext", "-bbox", "-enc", "UTF-8", str(file), "-"]
        said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    astray: list[tuple[int, str]] = []
    for page, read in zip(book.pages, said.stdout.split("<page ")[1:], strict=True):
        tall = page.height / 1000
        boxes = [tuple(map(float, found)) for found in _BOX.findall(read)]
        astray += [
            (page.number, each.word)
            for each in beginnings(page)
            if not any(_begins(box, each, tall) for box in boxes)
        ]
    return astray


def _begins(box: tuple[float, ...], each: Beginning, tall: float) -> bool:
    """Whether a box on a word's line begins where it does, or is that of a word that it is run on to."""
    (left, top, right, bottom), y = box, tall - each.y
    if not top < y <= bottom:
        return False
    return abs(left - each.x) < _NEAR_BOX or (not each.apart and left < each.x < right)


def main(names: Sequence[str]) -> int:
    """Print a line a book."""
    if shutil.which("pdftotext") is None:
        print("Not found: pdftotext. Install poppler-utils to run this check.")
        return 1
    good = True
    print(f"{'book':<40} {'pages':>5} {'words':>6} {'pdfium':>6} {'Poppler':>7}")
    for place in sorted(Path("layouts").glob("*.yaml")):
        wanted = [guide for guide in sorted(Path("guides").glob("*.yaml")) if _wanted(guide, place, names)]
        if place.stem == "base" or not wanted:
            continue
        layout = load_layout(place.stem)
        tools = Tools(layout)
        for guide in wanted:
            good &= _told(f"{guide.stem}.{place.stem}", guide, tools)
    return 0 if good else 1


def _wanted(guide: Path, layout: Path, names: Sequence[str]) -> bool:
    name = f"{guide.stem}.{layout.stem}"
    return not names or any(each in name for each in names)


def _told(name: str, guide: Path, tools: Tools) -> bool:
    """Set a book, print its line and what is astray in it."""
    loaded, layout = load_guide(guide), tools.layout
    if layout.made_for and not any(unit.passages for unit in loaded.units):
        return True
    _, book = make_book(loaded, layout, tools)
    pdf = write_pdf(book)
    words = sum(1 for page in book.pages for _ in beginnings(page))
    found = by_pdfium(book, pdf), by_poppler(book, pdf)
    print(f"{name:<40} {len(book.pages):>5} {words:>6} {len(found[0]):>6} {len(found[1]):>7}", flush=True)
    for reader, astray in zip(("pdfium", "Poppler"), found, strict=True):
        for page, word in astray[:5]:
            print(f"  {reader}: page {page}: {word}")
    return not any(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
