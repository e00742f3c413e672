"""The block has the printer's pages: blank ones at its end, bleed at its edges, nothing to be clicked."""

from __future__ import annotations

from typing import Any

from tests.press.orders import ordered

from guidepress.base.colour import BLACK, WHITE
from guidepress.base.record import replace
from guidepress.page.book import Book, Metadata, OutlineEntry, Page
from guidepress.page.items import BACKGROUND, Anchor, Frame, Link, Shape
from guidepress.page.tree import Node
from guidepress.press.block import book_block

W, H = 432_000, 648_000


def book(*frames: Frame, pages: int = 3) -> Book:
    made = tuple(Page(number, str(number), W, H, frames) for number in range(1, pages + 1))
    entry = OutlineEntry(1, "One", "one")
    return Book(Metadata("Fog"), made, (Node("Document", -1),), (entry,), pages, "")


def rectangle(x: int, y: int, width: int, height: int, **more: Any) -> Shape:  # noqa: ANN401 - any field of a shape
    return replace(Shape((("r", (x, y, width, height)),), fill=BLACK), **more)


def path_of(block: Book, page: int) -> tuple[int, ...]:
    """The first rectangle of a page, from the page's own corner."""
    (frame,) = block.pages[page].frames
    (shape,) = frame.items
    assert isinstance(shape, Shape)
    x, y, width, height = shape.path[0][1]
    return frame.x + x, frame.y + y, width, height


def test_blank_pages_fill_the_block_up() -> None:
    block = book_block(book(), ordered("kdp"), 6)
    assert [(page.number, page.blank) for page in block.pages] == [
        (1, False), (2, False), (3, False), (4, True), (5, True), (6, True),
    ]  # fmt: skip
    assert block.page_count == 6


def test_links_and_bookmarks_are_gone_and_the_rest_stays() -> None:
    inner = Frame(1, 1, (Link(0, 0, 9, 9, "#one", "One"), Anchor("one", 0, 0)))
    block = book_block(book(Frame(0, 0, (inner, Link(0, 0, 9, 9, "#one", "One")))), ordered("kdp"), 4)
    assert block.outline == ()
    assert block.pages[0].frames == (Frame(0, 0, (Frame(1, 1, (Anchor("one", 0, 0),)),)),)


def test_without_bleed_a_page_is_as_it_was() -> None:
    block = book_block(book(Frame(0, 0, (rectangle(0, 0, W, H),))), ordered("kdp"), 4)
    assert (block.pages[0].width, block.pages[0].height) == (W, H)
    assert path_of(block, 0) == (0, 0, W, H)


def test_a_ground_runs_over_the_three_edges_that_kdp_cuts() -> None:
    block = book_block(book(Frame(0, 0, (rectangle(0, 0, W, H),), BACKGROUND)), ordered("kdp", bleed=True), 4)
    assert (block.pages[0].width, block.pages[0].height) == (W + 9000, H + 18_000)  # 0.125 in; 2 x 0.125 in
    assert path_of(block, 0) == (0, 0, W + 9000, H + 18_000)  # a recto: the spine is at the left
    assert path_of(block, 1) == (0, 0, W + 9000, H + 18_000)


def test_what_touches_one_edge_runs_over_it_alone() -> None:
    tab = Frame(W - 11_000, 100_000, (rectangle(0, 0, 11_000, 50_000),))
    block = book_block(book(tab), ordered("kdp", bleed=True), 4)
    assert path_of(block, 0) == (W - 11_000, 109_000, 20_000, 50_000)  # 11 + 9 pt wide; 9 pt further down
    assert path_of(block, 1) == (
        W - 2000,
        109_000,
        11_000,
        50_000,
    )  # a verso has its spine, without bleed, there


def test_what_stands_within_moves_with_the_page() -> None:
    block = book_block(book(Frame(100, 200, (rectangle(10, 20, 30, 40),))), ordered("lulu", bleed=True), 4)
    assert path_of(block, 0) == (9110, 9220, 30, 40)


def test_white_is_carried_over_too_and_outlines_are_not() -> None:
    block = book_block(
        book(Frame(0, 0, (rectangle(0, 0, W, 10, fill=WHITE),))), ordered("lulu", bleed=True), 4
    )
    assert path_of(block, 0) == (0, 0, W + 18_000, 9010)
    line = rectangle(0, 0, W, 10, fill=None, stroke=BLACK, line_width=1000)
    assert path_of(book_block(book(Frame(0, 0, (line,))), ordered("lulu", bleed=True), 4), 0) == (
        9000,
        9000,
        W,
        10,
    )


def test_lines_have_the_least_weight_of_the_printer() -> None:
    lines = tuple(
        rectangle(9, 9, 9, 9, stroke=BLACK, fill=None, line_width=weight) for weight in (350, 750, 1000)
    )
    block = book_block(book(Frame(0, 0, lines)), ordered("kdp"), 4)
    found = [item.line_width for item in block.pages[0].frames[0].items if isinstance(item, Shape)]
    assert found == [750, 750, 1000]  # 0.75 pt


def test_rectangles_that_are_lines_have_it_too_and_others_stay() -> None:
    # an underline of 0.7 pt, one that stands upright, a bar of 7 by 0.7 pt that is no line, a line that is thick enough
    shapes = tuple(
        rectangle(9, 9, width, height, fill=BLACK)
        for width, height in ((30_000, 700), (700, 30_000), (7000, 700), (30_000, 900))
    )
    block = book_block(book(Frame(0, 0, shapes)), ordered("kdp"), 4)
    found = [item.path[0][1][2:] for item in block.pages[0].frames[0].items if isinstance(item, Shape)]
    assert found == [(30_000, 750), (750, 30_000), (7000, 700), (30_000, 900)]
