"""Covers, maps, cards, sheets fit in faces that nobody thought of: one narrow, one wide, in two languages.

The families are Source Serif and Source Sans drawn narrower and wider. What is checked is read off the finished
pages: no text meets other text, leaves the paper or its drawing, or crosses the edge of the box that it begins in.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from tests.compose.orders import entry
from tests.stock import stock_guide, stock_layout

from guidepress.base.record import replace
from guidepress.build import make_book
from guidepress.layout.model import Family
from guidepress.page.items import ARTIFACT, Frame, Run, Shape
from guidepress.typeset.faces import _locate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.document.kinds import SectionKind
    from guidepress.layout.model import Layout
    from guidepress.page.book import Book, Page

GUIDES = ("a-christmas-carol", "don-quijote")
WIDTHS = {"narrow": 80, "wide": 125}
"""Per cent of the width that the faces have."""

LAYOUTS: dict[str, tuple[str, tuple[SectionKind, ...]]] = {
    "cover-and-maps": ("study-guide", ("characters", "themes", "timeline")),
    "cards": ("flash-cards", ("flash-cards", "bookmarks", "bingo", "exit-tickets", "bell-ringers")),
    "one-page": ("one-page", ()),
    "quiz": ("quiz", ()),
    "sheets": (
        "teacher-workbook",
        ("reading-log", "reading-checks", "organizers", "crossword", "word-search"),
    ),
}
"""By what they show: a layout, and which of its sections; none are all."""


_THICK = 3000
"""mpt: a thicker stroke is no rule."""


class Box(NamedTuple):
    """Edges, mpt from the page's top left corner."""

    left: int
    top: int
    right: int
    foot: int

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.foot
            and other.top < self.foot
        )

    def within(self, other: Box) -> bool:
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.foot <= other.foot
        )

    def grown(self, by: int) -> Box:
        return Box(self.left - by, self.top - by, self.right + by, self.foot + by)


class Printed(NamedTuple):
    """A run: its box from the height of a small letter to the baseline, and what it says."""

    box: Box
    text: str


class Drawn(NamedTuple):
    """A drawing: the boxes in it, the straight lines, level or upright, the discs that hide them, its text."""

    boxes: tuple[Box, ...]
    lines: tuple[Box, ...]
    discs: tuple[Box, ...]
    runs: tuple[Printed, ...]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("faces")


def family(found: Family, name: str, folder: Path) -> Family:
    """The same family, each of its faces drawn narrower or wider."""
    made = {}
    for face, file in found.files.items():
        source = Path(_locate(found, file))
        target = folder / f"{name}-{source.name}"
        if not target.exists():
            _scaled(source, target, WIDTHS[name])
        made[face] = str(target)
    return replace(found, package="", files=made)


def _scaled(source: Path, target: Path, share: int) -> None:
    font: Any = TTFont(BytesIO(_latin(source)))
    advances = font["hmtx"].metrics
    for name, (advance, bearing) in advances.items():
        advances[name] = (advance * share // 100, bearing * share // 100)
    glyphs = font["glyf"]
    for name in font.getGlyphOrder():
        glyph = glyphs[name]
        if glyph.isComposite():
            for component in glyph.components:
                component.x = component.x * share // 100
        elif glyph.numberOfContours:
            glyph.coordinates.scale((share / 100, 1.0))
            glyph.coordinates.toInt()
    for name in font.getGlyphOrder():
        glyphs[name].recalcBounds(glyphs)
    font.save(target)


def _latin(source: Path) -> bytes:
    """The letters and signs of Western languages with all their forms; no kerns, which are those of the other width."""
    plan = hb.SubsetInput()
    plan.unicode_set.update((*range(0x20, 0x180), *range(0x2000, 0x2C00)))
    plan.layout_feature_tag_set.invert()
    plan.drop_table_tag_set.add(int.from_bytes(b"GPOS", "big"))
    data: bytes = hb.subset(hb.Face(hb.Blob.from_file_path(str(source))), plan).blob.data
    return data


@cache
def book_of(guide: str, width: str, kind: str, folder: Path) -> Book:
    name, kinds = LAYOUTS[kind]
    layout: Layout = stock_layout(name)
    fonts = {key: family(each, width, folder) for key, each in layout.fonts.items()}
    own = {spec.kind: spec for spec in layout.sections}
    sections = tuple(own.get(each) or entry(each) for each in kinds) or layout.sections
    return make_book(stock_guide(guide), replace(layout, fonts=fonts, sections=sections))[1]


def frames(found: tuple[Any, ...], x: int = 0, y: int = 0) -> Iterator[tuple[Frame, int, int]]:
    """Every frame with where it stands, the inner ones too."""
    for frame in found:
        if isinstance(frame, Frame):
            yield frame, x + frame.x, y + frame.y
            yield from frames(frame.items, x + frame.x, y + frame.y)


def runs_of(frame: Frame, x: int, y: int) -> list[Printed]:
    found = []
    for each in frame.items:
        if isinstance(each, Run) and frame.tag != ARTIFACT:
            base = y + each.y
            box = Box(x + each.x, base - each.size * 45 // 100, x + each.x + each.width, base)
            found.append(Printed(box, " ".join(word.text for word in each.words)))
    return found


def printed(page: Page) -> list[Printed]:
    return [run for frame, x, y in frames(page.frames) for run in runs_of(frame, x, y)]


def drawn(page: Page) -> list[Drawn]:
    """The drawings of a page: frames that hold shapes and frames."""
    found = []
    for frame, x, y in frames(page.frames):
        inner = [each for each in frame.items if isinstance(each, Frame)]
        if inner:
            shapes = [each for each in frame.items if isinstance(each, Shape)]
            boxes = tuple(box for each in shapes for box in _boxes(each, x, y))
            lines = tuple(line for each in shapes for line in _lines(each, x, y))
            runs = tuple(
                run for each, left, top in frames(tuple(inner), x, y) for run in runs_of(each, left, top)
            )
            discs = tuple(disc for each in shapes for disc in _discs(each, x, y))
            found.append(Drawn(boxes, lines, discs, runs))
    return found


def _boxes(shape: Shape, x: int, y: int) -> Iterator[Box]:
    """A closed shape of straight sides, its corners round or not."""
    operators = [operator for operator, _ in shape.path]
    if operators == ["r"]:
        left, top, width, height = shape.path[0][1]
        yield Box(x + left, y + top, x + left + width, y + top + height)
    elif operators.count("c") == 4 and operators.count("l") == 4:
        xs = [number for _, numbers in shape.path for number in numbers[::2]]
        ys = [number for _, numbers in shape.path for number in numbers[1::2]]
        yield Box(x + min(xs), y + min(ys), x + max(xs), y + max(ys))


def _discs(shape: Shape, x: int, y: int) -> Iterator[Box]:
    if shape.fill is not None and [operator for operator, _ in shape.path].count("l") == 0:
        points = [numbers[-2:] for operator, numbers in shape.path if operator in "mc"]
        xs, ys = [point[0] for point in points], [point[1] for point in points]
        if points:
            yield Box(x + min(xs), y + min(ys), x + max(xs), y + max(ys))


def _lines(shape: Shape, x: int, y: int) -> Iterator[Box]:
    if shape.line_width > _THICK:
        return  # a ring about a word
    for (start, first), (end, last) in pairwise(shape.path):
        if (start, end) == ("m", "l") and (first[0] == last[0] or first[1] == last[1]):
            xs, ys = sorted((x + first[0], x + last[0])), sorted((y + first[1], y + last[1]))
            yield Box(xs[0], ys[0], xs[1] + 1, ys[1] + 1)


CASES = [(guide, width, kind) for guide in GUIDES for width in WIDTHS for kind in LAYOUTS]


@pytest.mark.parametrize(("guide", "width", "kind"), CASES)
def test_nothing_overlaps_and_nothing_leaves_its_box(guide: str, width: str, kind: str, folder: Path) -> None:
    book = book_of(guide, width, kind, folder)
    for number, page in enumerate(book.pages):
        runs = printed(page)
        meeting = [(a.text, b.text) for a, b in combinations(runs, 2) if a.box.grown(-100).meets(b.box)]
        assert meeting == [], f"page {number}: text meets text"
        paper = Box(0, 0, page.width, page.height)
        assert [run.text for run in runs if not run.box.within(paper)] == [], f"page {number}: off the paper"
        for drawing in drawn(page):
            crossing = [
                run.text
                for run in drawing.runs
                for box in drawing.boxes
                if run.box.grown(-600).meets(box) and not run.box.grown(-600).within(box)
            ]
            assert crossing == [], f"page {number}: out of the box"
            struck = [
                run.text
                for run in drawing.runs
                if not any(run.box.within(disc) for disc in drawing.discs)
                for line in drawing.lines
                if run.box.grown(-600).meets(line)
            ]
            assert struck == [], f"page {number}: a line goes through text"


@pytest.mark.parametrize("guide", GUIDES)
@pytest.mark.parametrize("width", list(WIDTHS))
def test_a_page_that_must_fit_is_one_page(guide: str, width: str, folder: Path) -> None:
    assert book_of(guide, width, "one-page", folder).page_count == stock_layout("one-page").fit.pages
