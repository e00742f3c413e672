"""Finished pages: the cover first, furniture about the text, the paper's colour behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.making import document, furniture, heading, layout_of, lines, said, section

from guidepress.base.colour import Colour
from guidepress.base.record import replace
from guidepress.document.blocks import Break, Drawing, Paragraph
from guidepress.layout.model import Furniture, Slots
from guidepress.page.items import BACKGROUND, Shape
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.layout.model import Layout
    from guidepress.page.book import Book
    from guidepress.typeset import Fonts

SAYS = Slots(left="{section} / {unit}", right="{folio} {page} {pages} {title}")
BOTH = Furniture(head_recto=SAYS, head_verso=SAYS, first_foot=Slots(centre="first"))


def bound(fonts: Fonts, *blocks: Block, layout: Layout | None = None, **values: object) -> Book:
    made = replace(document(section(*blocks)), **values)  # type: ignore[arg-type]
    return paginate(made, layout or layout_of(furniture=BOTH), fonts)


def unit(title: str) -> Paragraph:
    return heading(title, level=2)


def test_pages_say_their_place_in_the_book(fonts: Fonts) -> None:
    book = bound(fonts, *lines("a"), Break("page"), *lines("b"), Break("page"), *lines("c"))
    assert [furniture(page) for page in book.pages] == [
        ["first"],
        ["One /", "2 2 3 A Title"],
        ["One /", "3 3 3 A Title"],
    ]
    assert [(page.number, page.label, page.section, page.master) for page in book.pages] == [
        (1, "1", "one", "body"),
        (2, "2", "one", "body"),
        (3, "3", "one", "body"),
    ]


def test_the_cover_comes_first_and_is_not_counted(fonts: Fonts) -> None:
    book = bound(fonts, *lines("a"), cover=Drawing(10, 10, ()))
    cover, page = book.pages
    assert (cover.number, cover.label, cover.section, cover.master, cover.cover) == (
        1,
        "Cover",
        "",
        "cover",
        True,
    )
    assert (page.number, page.label, page.cover) == (2, "1", False)
    layout = layout_of()
    assert (cover.width, cover.height) == (page.width, page.height) == (layout.page.width, layout.page.height)


def test_a_page_is_headed_by_the_unit_it_begins_under(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (
        *lines("a"),
        Break("page"),
        unit("A"),
        *lines("b"),
        unit("B"),
        *lines("c"),
        Break("page"),
        *lines("d"),
    )
    book = bound(fonts, *blocks)
    # Page 2 begins none: its first counts; page 3 goes on under the last.
    assert [furniture(page)[0] for page in book.pages[1:]] == ["One / A", "One / B"]


def test_headings_of_other_levels_are_no_units(fonts: Fonts) -> None:
    book = bound(fonts, heading("A", level=3), *lines("a"), Break("page"), *lines("b"))
    assert furniture(book.pages[1])[0] == "One /"


def test_a_section_begins_under_no_unit(fonts: Fonts) -> None:
    one = section(*lines("a"), Break("page"), unit("A"), *lines("b"))
    two = section(*lines("c"), Break("page"), *lines("d"), title="Two")
    book = paginate(document(one, two), layout_of(furniture=BOTH), fonts)
    assert [furniture(page)[0] for page in book.pages[1::2]] == ["One / A", "Two /"]


def test_a_blank_page_has_no_furniture(fonts: Fonts) -> None:
    book = bound(fonts, *lines("a"), Break("recto"), *lines("b"))
    assert [page.blank for page in book.pages] == [False, True, False]
    assert book.pages[1].frames == ()
    assert said(book.pages[1]) == ""


def test_a_plain_master_has_text_alone(fonts: Fonts) -> None:
    made = document(section(*lines("a"), Break("page"), *lines("b"), master="plain"))
    book = paginate(made, layout_of(furniture=BOTH), fonts)
    assert [furniture(page) for page in book.pages] == [[], []]
    assert book.pages[0].master == "plain"


def test_coloured_paper_lies_behind_every_page(fonts: Fonts) -> None:
    layout = layout_of()
    cream = Colour(250, 245, 230)
    tinted = replace(layout, colours={**layout.colours, "paper": cream})
    first = bound(fonts, *lines("a"), layout=tinted).pages[0].frames[0]
    ground = Shape((("r", (0, 0, layout.page.width, layout.page.height)),), fill=cream)
    assert (first.x, first.y, first.items, first.tag) == (0, 0, (ground,), BACKGROUND)
    assert bound(fonts, *lines("a"), layout=layout).pages[0].frames[0].items != (ground,)


def test_tabs_share_the_height_of_all_that_there_are(fonts: Fonts) -> None:
    tabs = Furniture(tabs=True)
    many = [section(*lines("a"), title=f"S{index}", tab=index) for index in range(10)]
    book = paginate(document(*many), layout_of(furniture=tabs), fonts)
    # Ten tabs on 280 pt: 28 each.
    tops = [page.frames[0].y for page in book.pages]
    assert tops == [30_000 + 28_000 * index for index in range(10)]
