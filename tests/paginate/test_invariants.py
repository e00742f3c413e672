"""Whatever the document and the page: nothing is lost, nothing overlaps, nothing leaves its area."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.examples import so_many
from tests.paginate.making import BODY, NOTE, box, document, heading, layout_of, para, section, spots, words

from guidepress.document.blocks import Cell, Columns, Group, Note, Paragraph, Row, Table
from guidepress.document.inlines import NoteMark, Text
from guidepress.document.style import Style
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from guidepress.document.blocks import Block, Document
    from guidepress.page.book import Page
    from guidepress.typeset import Fonts

TABLE = Style("table", padding=3_000)
CELL = Style("cell", size=8_000, leading=10_000, align="left")
ITEM = Style("item", size=10_000, leading=13_000, hang=12_000, space_before=3_000)

MODERATE = settings(
    max_examples=so_many(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


class Maker:
    """Makes blocks in which every word is numbered, so that loss and disorder show."""

    def __init__(self) -> None:
        self.count = 0
        self.notes: list[Note] = []

    def text(self, count: int) -> str:
        self.count += count
        return " ".join(f"w{number}" for number in range(self.count - count, self.count))

    def block(self, kind: str, size: int) -> Block:  # noqa: PLR0911 - a return for each kind
        if kind == "heading":
            title = self.text(1)
            return heading(title, 2)
        if kind == "box":
            return box(Paragraph(BODY, (Text(self.text(size)),)), keep_together=size < 30)
        if kind == "list":
            items = tuple(
                Group((Paragraph(ITEM, (Text(self.text(6)),), role="LBody", marker=(Text("•"),)),), role="LI")
                for _ in range(1 + size // 10)
            )
            return Group(items, role="L")
        if kind == "table":
            rows = tuple(
                Row(tuple(Cell((Paragraph(CELL, (Text(self.text(4)),)),)) for _ in range(2)))
                for _ in range(1 + size // 8)
            )
            return Table((500, 500), (), rows, TABLE)
        if kind == "columns":
            return Columns(
                tuple(Paragraph(BODY, (Text(self.text(3)),)) for _ in range(1 + size // 5)), 2, 9_000
            )
        if kind == "note":
            number = len(self.notes) + 1
            made = Paragraph(BODY, (Text(self.text(size)), NoteMark(f"n{number}", number)))
            self.notes.append(
                Note(f"n{number}", number, (Paragraph(NOTE, (Text(f"note{number} {words(size // 3)}"),)),))
            )
            return made
        return Paragraph(BODY, (Text(self.text(size)),))


KINDS = ("text", "text", "text", "heading", "box", "list", "table", "columns", "note")
BLOCKS = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 70)), min_size=1, max_size=18)


def made(blocks: list[tuple[str, int]]) -> tuple[Document, Maker]:
    maker = Maker()
    content = [maker.block(kind, size) for kind, size in blocks]
    return document(section(*content), notes=tuple(maker.notes)), maker


def body_words(page: Page) -> list[str]:
    found: list[str] = []
    for spot in spots(page):
        found += [word for word in spot.text.split() if word[0] == "w" and word[1:].isdigit()]
    return found


@given(blocks=BLOCKS, lines=st.integers(8, 40), grid=st.sampled_from((0, 14_000)))
@MODERATE
def test_every_word_stands_once_and_in_order(
    fonts: Fonts, blocks: list[tuple[str, int]], lines: int, grid: int
) -> None:
    doc, maker = made(blocks)
    book = paginate(doc, layout_of(lines=lines, grid=grid), fonts)
    found = [word for page in book.pages for word in body_words(page)]
    assert found == [f"w{number}" for number in range(maker.count)]


@given(blocks=BLOCKS, lines=st.integers(8, 40), measure=st.sampled_from((120_000, 200_000, 300_000)))
@MODERATE
def test_nothing_leaves_the_text_area_and_nothing_overlaps(
    fonts: Fonts, blocks: list[tuple[str, int]], lines: int, measure: int
) -> None:
    doc, _ = made(blocks)
    book = paginate(doc, layout_of(lines=lines, measure=measure), fonts)
    for page in book.pages:
        found = spots(page)
        for spot in found:
            assert spot.x >= 20_000 - 4_000  # punctuation may hang out by less than half the size
            assert spot.x + spot.width <= 20_000 + measure + 4_000
            assert spot.y - spot.size * 77 // 100 >= 30_000
            assert spot.y <= 30_000 + lines * 14_000
        rows: dict[int, list[tuple[int, int]]] = {}
        for spot in found:
            rows.setdefault(spot.y, []).append((spot.x, spot.x + spot.width))
        for row in rows.values():
            assert all(left[1] <= right[0] + 1 for left, right in pairwise(sorted(row)))
        boxes = sorted((spot.x, spot.x + spot.width, spot.y) for spot in found)
        for x, end, y in boxes:
            near = [other for other in boxes if 0 < other[2] - y < 7_000 and other[0] < end and x < other[1]]
            assert near == []


@given(blocks=st.lists(st.integers(1, 90), min_size=2, max_size=20), lines=st.integers(8, 30))
@MODERATE
def test_no_widow_no_orphan_no_lonely_heading(fonts: Fonts, blocks: list[int], lines: int) -> None:
    content: list[Block] = []
    for index, size in enumerate(blocks):
        if index % 4 == 0:
            content.append(heading(f"head{index}", 2))
        content.append(para(size, index))
    book = paginate(document(section(*content)), layout_of(lines=lines, grid=0), fonts)
    where: dict[int, list[int]] = {}
    for index, page in enumerate(book.pages):
        last = spots(page)[-1]
        assert not book.tree[last.tag].role.startswith("H")
        for spot in spots(page):
            where.setdefault(spot.tag, []).append(index)
    for tag, pages in where.items():
        if book.tree[tag].role == "P" and len(set(pages)) > 1:
            assert all(pages.count(page) >= 2 for page in set(pages))


@given(sizes=st.lists(st.integers(1, 60), min_size=1, max_size=12), lines=st.integers(10, 30))
@MODERATE
def test_notes_stand_where_their_marks_are(fonts: Fonts, sizes: list[int], lines: int) -> None:
    doc, maker = made([("note", size) for size in sizes])
    book = paginate(doc, layout_of(lines=lines), fonts)
    for number in range(1, len(maker.notes) + 1):
        begin = [index for index, page in enumerate(book.pages) if f"note{number}" in _texts(page)]
        marks = [index for index, page in enumerate(book.pages) if f"noteref-n{number}" in _anchors(page)]
        assert begin == marks
        assert len(begin) == 1


def _texts(page: Page) -> list[str]:
    return [word for spot in spots(page) for word in spot.text.split()]


def _anchors(page: Page) -> list[str]:
    return [getattr(item, "name", "") for frame in page.frames for item in frame.items]
