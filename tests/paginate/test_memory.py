"""A book made with the memory of another is the same as one made with none, and shares what did not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import BODY, NOTE, document, heading, layout_of, lines, para, section

from guidepress.base.diagnostics import Span
from guidepress.base.record import replace
from guidepress.document.blocks import Drawing, Figure, Label, Note, Paragraph
from guidepress.document.inlines import NoteMark, PageCount, PageRef, Text
from guidepress.layout.model import Furniture, Slots
from guidepress.page.trace import trace
from guidepress.paginate import Memory, paginate
from guidepress.paginate.overruns import overruns

if TYPE_CHECKING:
    from guidepress.document.blocks import Block, Document, Section
    from guidepress.layout.model import Layout
    from guidepress.page.book import Book
    from guidepress.typeset import Fonts

ONE = section(heading("One"), para(30))
TWO = section(heading("Two"), para(400), title="Two")
THREE = section(heading("Three"), para(60), title="Three")
MARK = Paragraph(BODY, (Text("word"), NoteMark("n", 1)))


def after(
    before: Document, now: Document, fonts: Fonts, layout: Layout | None = None
) -> tuple[Book, Book, Book]:
    """The book before, the book now made with its memory, and the book now made alone."""
    chosen, memory = layout or layout_of(), Memory()
    first = paginate(before, chosen, fonts, memory)
    return first, paginate(now, chosen, fonts, memory), paginate(now, chosen, fonts)


def note(text: str) -> Note:
    return Note("n", 1, lines(text, style=NOTE))


def test_pages_that_say_the_same_are_the_same(fonts: Fonts) -> None:
    changed = section(heading("Three"), para(61), title="Three")
    first, second, alone = after(document(ONE, TWO, THREE), document(ONE, TWO, changed), fonts)
    assert second == alone
    same = [page is before for page, before in zip(second.pages, first.pages, strict=True)]
    assert same == [True] * (len(same) - 1) + [False]


def test_pages_that_were_sound_are_sound_again_and_others_are_looked_at_again(fonts: Fonts) -> None:
    first, memory = paginate(document(ONE), layout_of(), fonts), Memory()
    (page,) = first.pages
    line = next(frame for frame in page.frames if frame.tag >= 0)
    low = replace(page, frames=(replace(line, y=page.height + 50_000),))
    for _ in range(2):
        assert [each.code for each in overruns((page, low), first.tree, memory)] == ["off-page"]
        assert (memory.is_sound(page), memory.is_sound(low)) == (True, False)
    memory.forget()
    assert not memory.is_sound(page)


def test_who_reads_for_the_same_index_is_the_same_reader() -> None:
    memory, wanted = Memory(), frozenset({("Scrooge", "Ebenezer")})
    reader = memory.reader(wanted)
    assert memory.reader(frozenset({("Scrooge", "Ebenezer")})) is reader
    assert memory.reader(frozenset({("Marley",)})).wanted == {("Marley",)}
    assert memory.reader(wanted) is not reader


def moved(one: Section) -> Section:
    """The same section, its texts further down in the file."""
    place = Span("g", 9, 1)
    blocks = []
    for block in one.blocks:
        assert isinstance(block, Paragraph)
        inlines = tuple(replace(each, span=place) for each in block.inlines if isinstance(each, Text))
        blocks.append(replace(block, span=place, inlines=inlines))
    return replace(one, blocks=tuple(blocks))


def test_where_a_text_stands_in_its_file_changes_no_page(fonts: Fonts) -> None:
    first, second, _ = after(document(ONE, TWO), document(moved(ONE), moved(TWO)), fonts)
    assert all(page is before for page, before in zip(second.pages, first.pages, strict=True))


REFERS = section(Paragraph(BODY, (Text("see "), PageRef("three"))))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param(document(ONE, TWO), document(ONE, section(*lines("new"), title="New"), TWO), id="one more"),
        pytest.param(document(ONE, TWO, THREE), document(ONE, THREE), id="one less"),
        pytest.param(document(ONE, TWO), document(TWO, ONE), id="another order"),
        pytest.param(
            document(section(para(9), para(9)), TWO), document(section(para(9)), TWO), id="an element less"
        ),
        pytest.param(
            document(REFERS, TWO, THREE),
            document(REFERS, section(para(900), title="Two"), THREE),
            id="a reference moves",
        ),
        pytest.param(
            document(section(MARK), TWO, notes=(note("old"),)),
            document(section(MARK), TWO, notes=(note("new"),)),
            id="a note changes",
        ),
        pytest.param(
            document(section(MARK), section(MARK, title="Two"), notes=(note("old"),)),
            document(section(MARK), section(MARK, title="Two"), notes=(note("new"),)),
            id="a note of two sections changes",
        ),
        pytest.param(
            document(section(*lines("a")), section(*lines("b"), title="Two")),
            document(
                section(replace(lines("a")[0], anchor="two")), section(*lines("b"), title="Two")
            ),
            id="a name is taken",
        ),
    ],
)  # fmt: skip
def test_a_change_gives_the_book_that_is_made_alone(before: Document, now: Document, fonts: Fonts) -> None:
    _, second, alone = after(before, now, fonts)
    assert trace(second) == trace(alone)
    assert second == alone


def pages_said() -> tuple[Block, ...]:
    """A figure and a list that say how many pages there are."""
    label = Label(0, 20_000, (PageCount(),), BODY, 100_000)
    marked = replace(lines("a")[0], marker=(PageCount(),), style=replace(BODY, hang=20_000))
    return Figure(Drawing(100_000, 30_000, (), (label,)), "", BODY), marked


def test_labels_and_markers_say_the_new_count(fonts: Fonts) -> None:
    says = section(*pages_said())
    _, second, alone = after(document(says, THREE), document(says, THREE, TWO), fonts)
    assert second == alone


def test_furniture_that_says_something_new_is_set_again(fonts: Fonts) -> None:
    layout = layout_of(furniture=Furniture(first_foot=Slots(right="{folio} of {pages}")))
    first, second, alone = after(document(ONE, THREE), document(ONE, THREE, TWO), fonts, layout)
    assert second == alone
    assert first.pages[0] != second.pages[0]


def test_a_warning_is_said_in_every_book(fonts: Fonts) -> None:
    long = section(Paragraph(BODY, (Text("x" * 300),)))
    first, second, alone = after(document(long, ONE), document(long, ONE), fonts)
    assert [each.code for each in second.diagnostics] == ["word-too-long"]
    assert second.diagnostics == alone.diagnostics == first.diagnostics


def test_a_fault_is_said_at_its_place_of_today(fonts: Fonts) -> None:
    def lacking(line: int) -> Section:
        return section(Paragraph(BODY, (Text("\u2603", span=Span("g", line, 1)),)))

    first, second, _ = after(document(lacking(3)), document(lacking(8)), fonts)
    assert [str(each.span) for book in (first, second) for each in book.diagnostics] == ["g:3:1", "g:8:1"]


def test_a_guide_in_another_language_shares_nothing(fonts: Fonts) -> None:
    before = document(ONE, TWO)
    now = replace(before, metadata=replace(before.metadata, language="de"))
    first, second, alone = after(before, now, fonts)
    assert second == alone
    assert second.pages[0] is not first.pages[0]
