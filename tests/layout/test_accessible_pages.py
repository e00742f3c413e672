"""Pages for readers who see little or read with difficulty, measured against the numbers of those who speak for them.

| source | numbers |
|---|---|
| UKAAF G003 (2019) | large print 16 pt, ideally 18; labels, folios and superiors too; no italics, no blocks of capitals; left aligned; words whole |
| ACB (2022) | 18 pt; line spacing of 1.15 and more; margins of an inch; flush left; one column |
| APH | sans serif; 18 pt |
| RNIB | giant print from 24 pt |
| BDA (2018, 2023) | 12 to 14 pt sans; line spacing of 1.5; word spacing 3.5 times the letter spacing, that at most 35 % of a letter, 0.18 em; headings a fifth larger; 60 to 70 characters a line |
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.groups import together
from tests.stock import stock_book, stock_guide, stock_layout

from guidepress.base.colour import WHITE, contrast
from guidepress.build import make_book
from guidepress.layout import load_layout
from guidepress.page.items import INHERIT, Frame, Run, Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.layout import Layout
    from guidepress.page.book import Book, Page
    from guidepress.page.items import Item

ACCESSIBLE = ["large-print", "giant-print", "dyslexia-friendly"]
LEAST_SIZE = {"large-print": 18_000, "giant-print": 24_000, "dyslexia-friendly": 12_000}
LEAST_LEADING = {"large-print": 1.25, "giant-print": 1.25, "dyslexia-friendly": 1.5}
PARAGRAPH = 4
"""Lines: what has as many on a page is running text."""


class Placed(NamedTuple):
    """A run on its page, the line that it stands on (superiors with it), and the element that it belongs to."""

    x: int
    y: int
    run: Run
    element: int


class Pages(NamedTuple):
    """A book and how it was to look."""

    layout: Layout
    book: Book

    def runs(self) -> list[Run]:
        return [placed.run for page in self.book.pages for placed in _placed(page.frames)]

    def text(self) -> list[list[list[Placed]]]:
        """The lines of each paragraph of running text, page by page, its last one left out."""
        return [
            lines[:-1]
            for page in self.book.pages
            for lines in self._paragraphs(page)
            if len(lines) >= PARAGRAPH
        ]

    def _paragraphs(self, page: Page) -> list[list[list[Placed]]]:
        body, left = self.layout.styles["body"], self.layout.page.margins.inside
        faces = {f"{body.font}-{weight}" for weight in ("regular", "bold")}
        found: dict[int, dict[int, list[Placed]]] = {}
        for placed in _placed(page.frames):
            if placed.element >= 0 and self.book.tree[placed.element].role == "P":
                found.setdefault(placed.element, {}).setdefault(placed.y, []).append(placed)
        paragraphs = [[rows[y] for y in sorted(rows)] for rows in found.values()]
        return [
            lines
            for lines in paragraphs
            if lines[0][0].x == left
            and all(
                one.run.size == body.size and one.run.face.name in faces for line in lines for one in line
            )
        ]


def _placed(items: Iterable[Item], x: int = 0, y: int = 0, element: int = -1) -> Iterator[Placed]:
    for item in items:
        if isinstance(item, Frame):
            own = element if item.tag == INHERIT else item.tag
            yield from _placed(item.items, x + item.x, y + item.y, own)
        elif isinstance(item, Run):
            yield Placed(x + item.x, y, item, element)


@pytest.fixture(
    params=[
        pytest.param((layout, guide), id=f"{layout}-{guide}", marks=together(layout))
        for layout in ACCESSIBLE
        for guide in ("a-christmas-carol", "macbeth")
    ],
)
def pages(request: pytest.FixtureRequest) -> Pages:
    name, guide = request.param
    return Pages(stock_layout(name, "letter"), stock_book(guide, name).book)


def test_no_text_is_smaller_than_the_least_not_even_folios_labels_and_superiors(pages: Pages) -> None:
    # UKAAF, APH: 18; RNIB: 24; BDA: 12.
    least = LEAST_SIZE[pages.layout.name]
    assert {run.size for run in pages.runs() if run.size < least} == set()


def test_lines_stand_apart_as_far_as_asked(pages: Pages) -> None:
    # ACB asks for 1.15 and our preset for 1.25; BDA for 1.5.
    least = LEAST_LEADING[pages.layout.name]
    text = pages.text()
    assert len(text) > 100
    steps = [
        (below[0].y - above[0].y) / above[0].run.size for lines in text for above, below in pairwise(lines)
    ]
    assert min(steps) >= least


def test_no_face_is_italic_or_has_serifs_and_nothing_is_set_in_small_capitals(pages: Pages) -> None:
    assert {run.face.name for run in pages.runs() if "italic" in run.face.name} == set()
    assert {run.face.name for run in pages.runs() if not run.face.name.startswith("sans")} == set()
    assert {
        style.name for style in pages.layout.styles.values() if style.small_caps or style.uppercase
    } == set()


def test_no_word_is_divided(pages: Pages) -> None:
    assert [word.text for run in pages.runs() for word in run.words if "\u00ad" in word.text] == []


def test_no_line_is_stretched(pages: Pages) -> None:
    # A space has one width in one face and size; nothing is expanded.
    gaps = defaultdict(set)
    for run in pages.runs():
        assert run.expansion == 0
        if len(run.words) > 1:
            gaps[run.face.name, run.size, run.tracking].add(run.gap)
    assert {key: widths for key, widths in gaps.items() if max(widths) - min(widths) > 1} == {}


def test_text_is_flush_left_and_ragged_right(pages: Pages) -> None:
    text = pages.text()
    assert {lines[0][0].x for lines in text} == {pages.layout.page.margins.inside}
    # What hangs (a source in a list) has all lines but the first at one place.
    assert {line[0].x - lines[1][0].x for lines in text for line in lines[1:]} == {0}
    ends = {line[-1].x + line[-1].run.width for lines in text for line in lines}
    assert len(ends) > 100


def test_lines_are_no_longer_than_can_be_followed(pages: Pages) -> None:
    # BDA: 60 to 70 characters a line; where type is large the page sets a smaller bound.
    counts = [_characters(line) for lines in pages.text() for line in lines]
    mean = sum(counts) / len(counts)
    if pages.layout.name == "dyslexia-friendly":
        assert 60 <= mean <= 70
    else:
        assert 30 <= mean <= 70


def _characters(line: list[Placed]) -> int:
    return sum(len(word.text) + 1 for placed in line for word in placed.run.words) - 1


def test_headings_stand_out_by_size_and_weight(pages: Pages) -> None:
    # BDA: a fifth larger; ACB: 22 and 20 with 18, so that a tenth must do where type is large.
    body = pages.layout.styles["body"]
    ratio = 1.2 if pages.layout.name == "dyslexia-friendly" else 1.1
    for name in ("h1", "h2", "h3"):
        heading = pages.layout.styles[name]
        assert heading.size >= ratio * body.size
        assert heading.weight in ("semibold", "bold")


def test_ink_is_dark_on_its_paper(pages: Pages) -> None:
    # WCAG 2.1, 1.4.6: 7 to 1 for running text, 4.5 to 1 for anything.
    body = pages.layout.styles["body"]
    assert contrast(body.colour, WHITE) >= 7
    assert {line[0].run.colour for lines in pages.text() for line in lines} == {body.colour}


def test_one_column_on_a_page_with_margins(pages: Pages) -> None:
    page = pages.layout.page
    assert (page.columns, page.margin_column) == (1, None)
    if pages.layout.name == "large-print":  # ACB: an inch at the top, left and right
        assert min(page.margins.inside, page.margins.outside, page.margins.top) >= 72_000


def test_letters_and_words_of_the_dyslexia_friendly_pages_have_room(pages: Pages) -> None:
    if pages.layout.name != "dyslexia-friendly":
        return
    text = [one.run for lines in pages.text() for line in lines for one in line if len(one.run.words) > 1]
    # WCAG 2.1, 1.4.12: 0.12 em; BDA: at most 0.18 em.
    assert {0.12 <= run.tracking / run.size <= 0.18 for run in text} == {True}
    assert min(run.gap / run.tracking for run in text) >= 3.5


def test_the_cream_paper_is_off_until_it_is_asked_for() -> None:
    plain = load_layout("dyslexia-friendly")
    cream = load_layout("dyslexia-friendly", sets=(("switch_on", "[cream]"),))
    assert plain.colours["paper"] == WHITE
    assert cream.colours["paper"] != WHITE
    assert contrast(cream.styles["body"].colour, cream.colours["paper"]) >= 7


def test_a_coloured_paper_lies_behind_every_page() -> None:
    cream = load_layout("dyslexia-friendly", sets=(("switch_on", "[cream]"),))
    _, book = make_book(stock_guide("ozymandias"), cream)
    for page in book.pages:
        ground = next(item for item in page.frames[0].items if isinstance(item, Shape))
        assert (ground.fill, ground.path) == (
            cream.colours["paper"],
            (("r", (0, 0, page.width, page.height)),),
        )
