"""Pages end where they should: headings, widows, boxes, forced ends, sides of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import (
    BODY,
    FIRST_LINE,
    HEADING,
    box,
    document,
    heading,
    layout_of,
    lines,
    para,
    said,
    section,
    spots,
    words,
)
from tests.paginate.stacks import PLAIN, paragraph, piece, stacker
from tests.paginate.stacks import para as para_piece

from guidepress.base.record import replace
from guidepress.document.blocks import Break, Columns, Drawing, Group, Heading, Lines, Paragraph, Spacer
from guidepress.document.inlines import NoteMark, Text
from guidepress.document.style import Style
from guidepress.paginate import paginate
from guidepress.paginate.breaks import Breaker
from guidepress.paginate.flow import flow
from guidepress.paginate.margin import Margin
from guidepress.paginate.pieces import Art, Begin, ColumnSet, Entry, Stop, Strand

if TYPE_CHECKING:
    from guidepress.document.blocks import Block, Section
    from guidepress.layout.model import Layout
    from guidepress.paginate.pieces import Piece
    from guidepress.paginate.plans import Plan
    from guidepress.typeset import Fonts

TOP = 30_000  # margin of the test layout


def test_the_first_baseline_stands_below_the_margin(fonts: Fonts) -> None:
    book = paginate(document(section(*lines("one", "two"))), layout_of(), fonts)
    assert [(spot.x, spot.y) for spot in spots(book.pages[0])] == [
        (20_000, FIRST_LINE),
        (20_000, FIRST_LINE + 14_000),
    ]


def test_a_page_holds_as_many_lines_as_it_has_room_for(fonts: Fonts) -> None:
    texts = [f"line {number}" for number in range(27)]
    book = paginate(document(section(*lines(*texts))), layout_of(lines=10), fonts)
    assert [len(spots(page)) for page in book.pages] == [10, 10, 7]


def test_no_heading_stands_last_on_a_page(fonts: Fonts) -> None:
    # 8 lines, then a heading of three lines: one line of text would still fit below it, but not two.
    blocks: tuple[Block, ...] = (*lines(*"abcdefg"), heading("Head"), para(60))
    book = paginate(document(section(*blocks)), layout_of(lines=11), fonts)
    assert "Head" not in said(book.pages[0])
    assert said(book.pages[1]).startswith("Head")


def test_two_lines_of_a_paragraph_stay_together_at_either_end(fonts: Fonts) -> None:
    book = paginate(document(section(*lines(*"abcdefghi"), para(40))), layout_of(lines=10), fonts)
    assert len(spots(book.pages[0])) == 9  # the tenth line would be an orphan


def test_a_last_page_is_no_scrap(fonts: Fonts) -> None:
    texts = [f"line {number}" for number in range(42)]
    book = paginate(document(section(*lines(*texts))), layout_of(lines=20), fonts)
    assert len(spots(book.pages[2])) >= 5  # first fit would leave 2


def test_a_page_is_not_left_white_to_put_off_what_all_must_pay_for(fonts: Fonts) -> None:
    # Eight times 6 lines and 21 that would stay together: each of these takes a page of 20 and what is left over,
    # which the next six lines follow. 17 pages hold them; ways that lag behind would take 39.
    kept = replace(BODY, name="kept", keep_next=True)
    blocks: list[Block] = []
    for _ in range(8):
        blocks += (*lines(*"abcdef"), *lines(*(f"kept{at}" for at in range(21)), style=kept), *lines("end"))
    book = paginate(document(section(*blocks)), layout_of(lines=20), fonts)
    assert len(book.pages) == 17


def test_white_space_between_blocks_is_the_larger_of_the_two(fonts: Fonts) -> None:
    one = Style("one", size=10_000, leading=14_000, space_after=10_000)
    two = Style("two", size=10_000, leading=14_000, space_before=25_000)
    book = paginate(
        document(section(*lines("a", style=one), *lines("b", style=two))), layout_of(grid=0), fonts
    )
    first, second = spots(book.pages[0])
    assert second.y - first.y == 14_000 + 25_000


def test_white_space_is_dropped_at_the_top_of_a_page(fonts: Fonts) -> None:
    spaced = Style("spaced", size=10_000, leading=14_000, space_before=30_000)
    blocks: tuple[Block, ...] = (*lines(*"abcdefghij"), Spacer(20_000), *lines("k", *"lmnop", style=spaced))
    book = paginate(document(section(*blocks)), layout_of(lines=10), fonts)
    assert spots(book.pages[1])[0].y == FIRST_LINE


def test_body_lines_of_facing_pages_stand_on_one_grid(fonts: Fonts) -> None:
    small = Style("small", size=8_000, leading=9_700)
    blocks: tuple[Block, ...] = (
        heading("A"),
        para(150),
        para(31, style=small),
        para(300),
        heading("B"),
        para(300, 7),
    )
    book = paginate(document(section(*blocks)), layout_of(lines=30), fonts)
    baselines = {
        (spot.y - FIRST_LINE) % 14_000
        for page in book.pages
        for spot in spots(page)
        if spot.size == BODY.size
    }
    assert baselines == {0}


def test_a_heading_at_the_head_of_a_page_moves_down_to_its_text(fonts: Fonts) -> None:
    # 20 pt of heading put the text below it off the grid of 14 by 6: white space goes above the heading.
    tall = replace(HEADING, leading=20_000, space_before=22_000, space_after=0)
    head = Paragraph(tall, (Text("Head"),), role="H2", heading=Heading(2, "Head"))
    blocks: tuple[Block, ...] = (*lines("a", "a", "a", "a"), head, *lines("b", "c"))
    book = paginate(document(section(*blocks)), layout_of(lines=5), fonts)
    top, under, below = spots(book.pages[1])
    assert (under.y - spots(book.pages[0])[0].y) % 14_000 == 0
    assert below.y - under.y == 14_000
    assert under.y - top.y < 20_000


def test_a_box_is_drawn_on_every_page_it_reaches(fonts: Fonts) -> None:
    book = paginate(document(section(box(para(200)))), layout_of(lines=10), fonts)
    for page in book.pages:
        shape = page.frames[0].items[0]
        top = page.frames[0].y
        assert getattr(shape, "fill", None) is not None
        assert top == TOP
        assert spots(page)[0].y == FIRST_LINE + 7_000  # the padding repeats on each page
        assert spots(page)[0].x == 27_000


def test_a_box_that_asks_for_it_is_not_parted(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (*lines(*"abcdef"), box(para(40), keep_together=True))
    book = paginate(document(section(*blocks)), layout_of(lines=10), fonts)
    assert len(spots(book.pages[0])) == 6


def test_forced_breaks(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (
        *lines("a"),
        Break("page"),
        *lines("b"),
        Break("recto"),
        *lines("c"),
        Break("verso"),
        *lines("d"),
    )
    book = paginate(document(section(*blocks)), layout_of(), fonts)
    # a 1, b 2, c 3, d 4
    assert [said(page) for page in book.pages] == ["a", "b", "c", "d"]


def test_a_page_after_a_forced_break_belongs_to_its_section_whatever_begins_further_on(fonts: Fonts) -> None:
    one = section(heading("One"), *lines("a"), Break("page"), *lines("b"), title="One")
    two = section(heading("Two"), *lines("c"), title="Two", start="flow")
    book = paginate(document(one, two), layout_of(), fonts)
    assert [page.section for page in book.pages] == ["one", "one"]


def test_a_recto_start_leaves_a_page_blank(fonts: Fonts) -> None:
    sections = (section(*lines("a")), section(*lines("b"), title="Two", start="recto"))
    book = paginate(document(*sections), layout_of(), fonts)
    assert [page.blank for page in book.pages] == [False, True, False]
    assert book.pages[1].frames == ()
    assert book.page_count == 3


def test_a_section_flows_on_and_one_that_wants_room_moves(fonts: Fonts) -> None:
    def made(before: int) -> list[str]:
        sections = (
            section(*lines(*(f"a{number}" for number in range(before)))),
            section(heading("Two"), *lines("b"), title="Two", start="room"),
        )
        book = paginate(document(*sections), layout_of(lines=12), fonts)
        return [said(page) for page in book.pages]

    assert len(made(3)) == 1  # 3 of 12 lines are full
    assert len(made(8)) == 2  # 2 lines of white space leave 2, less than a third of 12


def test_front_matter_has_roman_folios_and_the_body_begins_at_1(fonts: Fonts) -> None:
    sections = (
        section(*lines("a"), title="Contents", numbering="roman"),
        section(*lines("b"), title="Preface"),
        section(*lines("c"), title="Body", numbering="arabic"),
    )
    book = paginate(document(*sections), layout_of(), fonts)
    assert [page.label for page in book.pages] == ["i", "ii", "1"]


def test_page_columns_fill_one_after_the_other(fonts: Fonts) -> None:
    texts = [f"w{number}" for number in range(15)]
    book = paginate(document(section(*lines(*texts))), layout_of(lines=10, columns=2), fonts)
    found = spots(book.pages[0])
    # 200 pt less a gap of 10 makes columns of 95: the second begins at 20 + 105
    assert {round(spot.x, -3) for spot in found[:10]} == {20_000}  # but for what hangs into the margin
    assert {round(spot.x, -3) for spot in found[10:]} == {125_000}


def test_a_column_set_is_balanced(fonts: Fonts) -> None:
    texts = [f"w{number}" for number in range(9)]
    blocks: tuple[Block, ...] = (*lines("before"), Columns(lines(*texts), 3, 10_000), *lines("after"))
    book = paginate(document(section(*blocks)), layout_of(), fonts)
    ys = [spot.y for spot in spots(book.pages[0])]
    assert ys[1:4] == ys[4:7] == ys[7:10]
    assert ys[10] == ys[3] + 14_000


def test_a_short_column_set_goes_to_the_next_page_whole_with_its_heading(fonts: Fonts) -> None:
    # Ten lines to a page; six are full, and six in two columns are three high: with the heading they do not fit.
    before = lines(*(f"line{number}" for number in range(6)))
    entries = Columns(lines(*(f"w{number}" for number in range(6))), 2, 10_000)
    blocks: tuple[Block, ...] = (*before, heading("Head"), entries)
    first, second = paginate(document(section(*blocks)), layout_of(lines=9), fonts).pages
    assert len(spots(first)) == 6
    assert len(spots(second)) == 7


def test_a_column_set_leaves_no_scrap_on_its_last_page(fonts: Fonts) -> None:
    # Two columns of ten lines hold 20 of 22; the fifth of a page that must remain is two lines a column, four in all.
    entries = Columns(lines(*(f"w{number}" for number in range(22))), 2, 10_000)
    first, second = paginate(document(section(entries)), layout_of(lines=10), fonts).pages
    assert (len(spots(first)), len(spots(second))) == (18, 4)


def test_answer_lines_stay_with_their_question(fonts: Fonts) -> None:
    question = Group((*lines("Why?"), Lines(4, 20_000, BODY)))
    book = paginate(document(section(*lines(*"abcde"), question)), layout_of(lines=10), fonts)
    # 5 + 1 lines of 14 and 4 of 20 make 164: more than 140
    assert said(book.pages[0]) == "a b c d e"
    assert said(book.pages[1]) == "Why?"


def test_a_page_of_one_line(fonts: Fonts) -> None:
    book = paginate(document(section(para(40))), layout_of(lines=1), fonts)
    assert all(len({spot.y for spot in spots(page)}) == 1 for page in book.pages)
    assert " ".join(said(page) for page in book.pages) == words(40)


def test_a_huge_word_is_broken_and_lost_nowhere(fonts: Fonts) -> None:
    book = paginate(document(section(Paragraph(BODY, (Text("x" * 500),)))), layout_of(lines=5), fonts)
    assert "".join(said(page) for page in book.pages).count("x") == 500
    assert book.diagnostics


def test_an_empty_document_has_a_page(fonts: Fonts) -> None:
    book = paginate(document(), layout_of(), fonts)
    assert len(book.pages) == 1
    assert book.pages[0].blank


def test_a_block_higher_than_a_page_is_reported(fonts: Fonts) -> None:
    tall = Style("tall", size=100_000, leading=200_000, keep_together=True)
    book = paginate(
        document(section(*lines("a"), *lines("b", style=tall), *lines("c"))), layout_of(lines=10), fonts
    )
    assert [said(page) for page in book.pages] == ["a", "b", "c"]
    assert [diagnostic.code for diagnostic in book.diagnostics] == ["too-high"]


def test_decisions_say_why_each_page_ends(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (*lines(*"abcdefg"), heading("Head"), para(60))
    book = paginate(document(section(*blocks)), layout_of(lines=11), fonts)
    assert len(book.decisions) == book.page_count
    assert book.decisions[0] == "Page 1 ends here: what follows stays together or with its heading."


def test_a_wide_section_heads_all_columns_of_its_page(fonts: Fonts) -> None:
    # Two lines across 200 + 10 + 200 pt, then ten lines a column of twelve, and twelve again on the next page.
    across = section(*lines("one", "two"), title="Across", wide=True)
    texts = [f"line {number}" for number in range(32)]
    below = section(*lines(*texts), title="Below", start="flow")
    layout = layout_of(lines=12, measure=410_000, columns=2)
    first, second = paginate(document(across, below), layout, fonts).pages
    found = spots(first)
    assert [spot.text for spot in found if spot.y < FIRST_LINE + 28_000] == ["one", "two"]
    left = [spot for spot in found[2:] if spot.x == 20_000]
    right = [spot for spot in found[2:] if spot.x == 20_000 + 210_000]
    # A section that flows follows at once.
    assert [len(left), len(right)] == [10, 10]
    assert left[0].y == right[0].y == FIRST_LINE + 28_000
    assert len(spots(second)) == 12


def test_a_wide_section_after_text_in_columns_begins_a_page(fonts: Fonts) -> None:
    before = section(*lines(*"abc"), title="Before")
    across = section(*lines("one", "two"), title="Across", wide=True, start="flow")
    layout = layout_of(lines=12, measure=410_000, columns=2)
    pages = paginate(document(before, across), layout, fonts).pages
    assert [said(page) for page in pages] == ["a b c", "one two"]


def test_a_wide_section_that_is_longer_than_a_page_goes_on_across_the_next(fonts: Fonts) -> None:
    across = section(*lines(*(f"line {number}" for number in range(15))), title="Across", wide=True)
    below = section(*lines(*"abc"), title="Below", start="flow")
    layout = layout_of(lines=12, measure=410_000, columns=2)
    pages = paginate(document(across, below), layout, fonts).pages
    assert [len(spots(page)) for page in pages] == [12, 3 + 3]
    assert spots(pages[1])[3].y == FIRST_LINE + 3 * 14_000


# by hand: slices of strands on pages of ten lines


def flowed(
    fonts: Fonts, *pieces: Piece, layout: Layout | None = None, owner: Section | None = None
) -> tuple[Plan, ...]:
    made = stacker(fonts, layout or layout_of(lines=10, grid=0), NOTES)
    strand = Strand("page", owner or section(), pieces)
    return flow(strand, made, Margin(made, made.areas), Breaker())


def slices(plans: tuple[Plan, ...]) -> list[list[tuple[int, int, int, int]]]:
    """Per page first atom, the atom after the last, left edge and top of each slice."""
    return [[(part.start, part.end, part.x, part.y) for part in each.slices] for each in plans]


def columns(*pieces: Piece, count: int = 2, gap: int = 10_000) -> ColumnSet:
    return ColumnSet(pieces, count, 0, 95_000, gap)


def ones(count: int) -> tuple[Piece, ...]:
    return tuple(para_piece(1) for _ in range(count))


NOTES = {"n": Entry("n", 1, ones(2))}


def test_text_goes_on_below_a_column_set(fonts: Fonts) -> None:
    plans = flowed(fonts, *ones(2), columns(*ones(4)), *ones(1))
    # Two lines, two lines in each of two columns, then a line.
    assert slices(plans) == [[(0, 2, 0, 0), (0, 2, 0, 28_000), (2, 4, 105_000, 28_000), (0, 1, 0, 56_000)]]


def test_between_text_and_a_column_set_the_larger_white_space_counts(fonts: Fonts) -> None:
    spaced = replace(PLAIN, space_before=6_000, space_after=9_000)
    text, inside = para_piece(1, spaced), para_piece(1, spaced)
    assert [part[3] for part in slices(flowed(fonts, text, columns(inside), text))[0]] == [
        0,
        14_000 + 9_000,
        2 * (14_000 + 9_000),
    ]


def test_a_column_set_that_has_less_than_six_lines_and_does_not_end_there_moves(fonts: Fonts) -> None:
    # Six lines are left after four: twelve fit into two columns, and of 16 the first twelve.
    assert slices(flowed(fonts, *ones(4), columns(*ones(12))))[0][1:] == [
        (0, 6, 0, 56_000),
        (6, 12, 105_000, 56_000),
    ]
    assert len(slices(flowed(fonts, *ones(4), columns(*ones(17))))[0]) == 3
    # Five are left after five: ten fit, and eleven move.
    assert len(slices(flowed(fonts, *ones(5), columns(*ones(10))))[0]) == 3
    assert slices(flowed(fonts, *ones(5), columns(*ones(11)))) == [
        [(0, 5, 0, 0)],
        [(0, 6, 0, 0), (6, 11, 105_000, 0)],
    ]


def test_a_column_set_leaves_at_least_a_fifth_of_a_page_to_its_last(fonts: Fonts) -> None:
    # A fifth of ten lines are two: 24 lines leave four, two a column; 22 would leave one a column, so the first
    # page takes a line less in each.
    assert slices(flowed(fonts, columns(*ones(24)))) == [
        [(0, 10, 0, 0), (10, 20, 105_000, 0)],
        [(20, 22, 0, 0), (22, 24, 105_000, 0)],
    ]
    assert slices(flowed(fonts, columns(*ones(22)))) == [
        [(0, 9, 0, 0), (9, 18, 105_000, 0)],
        [(18, 20, 0, 0), (20, 22, 105_000, 0)],
    ]


def test_what_is_higher_than_a_page_stands_in_a_column_alone(fonts: Fonts) -> None:
    high = Art(Drawing(10_000, 200_000, ()), 0, 1, (), "en")
    assert slices(flowed(fonts, *ones(1), columns(high, *ones(1)))) == [
        [(0, 1, 0, 0)],
        [(0, 1, 0, 0)],
        [(1, 2, 0, 0)],
    ]


@pytest.mark.parametrize(("count", "above"), [(12, 5), (14, 6)])
def test_a_heading_goes_with_a_column_set_of_two_thirds_of_a_page(
    fonts: Fonts, count: int, above: int
) -> None:
    # Six lines a column are less than 66 % of ten: the whole set stands below its heading, or both move. Seven
    # are more: the set may be parted, two lines must stand below the heading.
    title = para_piece(1, replace(PLAIN, keep_next=True))
    assert slices(flowed(fonts, *ones(5), title, columns(*ones(count))))[0][0] == (0, above, 0, 0)


def test_footnotes_of_a_page_stand_above_those_that_follow(fonts: Fonts) -> None:
    marked = piece(replace(paragraph(1), inlines=(Text("a"), NoteMark("n", 1))))
    plans = flowed(fonts, marked, columns(*ones(2)), *ones(1))
    # The notes take their rule, 14, and two lines of ten.
    assert [part.foot for part in plans[0].slices] == [140_000, 98_000, 98_000, 98_000]
    marks = plans[0].slices[0]
    assert (marks.note, marks.note_end) == (0, 2)


def test_a_galley_that_wants_room_at_its_top_goes_to_the_next_page(fonts: Fonts) -> None:
    wants = (Stop("room", 70_000), *ones(1))
    # Six lines in two columns of three: seven are left, of which five are wanted.
    assert len(flowed(fonts, columns(*ones(6)), *wants)) == 1
    plans = flowed(fonts, columns(*ones(12)), *wants)
    assert slices(plans)[1] == [(0, 1, 0, 0)]
    assert plans[0].why == "too little of the page was left for what follows"


def test_pages_know_their_sections(fonts: Fonts) -> None:
    one, two = section(), section(title="Two", start="flow")
    plans = flowed(fonts, Begin(one), *ones(12), Begin(two), *ones(12), owner=one)
    # 24 lines and 28 pt between the sections: ten, ten with the second section, the rest.
    assert [(each.section.title, [begun.title for begun in each.begins], each.opens) for each in plans] == [
        ("One", ["One"], True),
        ("One", ["Two"], False),
        ("Two", [], False),
    ]


def test_a_section_that_begins_at_the_top_opens_its_page(fonts: Fonts) -> None:
    one, two = section(), section(title="Two")
    plans = flowed(fonts, Begin(one), *ones(1), Stop("page"), Begin(two), *ones(1), owner=one)
    assert [(each.section.title, each.opens) for each in plans] == [("One", True), ("Two", True)]


def test_a_section_without_text_begins_with_what_stands_next(fonts: Fonts) -> None:
    one, two = section(), section(title="Two")
    plans = flowed(fonts, Begin(one), columns(*ones(2)), Begin(two), columns(*ones(2)), owner=two)
    assert [begun.title for begun in plans[0].begins] == ["One", "Two"]
    assert plans[0].opens


def test_text_fills_the_columns_of_a_page(fonts: Fonts) -> None:
    layout = layout_of(lines=10, grid=0, columns=2)
    # Columns of (200 - 10) / 2 and 10 between.
    assert slices(flowed(fonts, *ones(25), layout=layout)) == [
        [(0, 10, 0, 0), (10, 20, 105_000, 0)],
        [(20, 25, 0, 0)],
    ]


def test_what_stands_across_columns_heads_a_page_and_they_begin_below_it(fonts: Fonts) -> None:
    layout = layout_of(lines=10, grid=0, columns=2)
    spaced = replace(PLAIN, space_after=14_000)
    across = ColumnSet((para_piece(1), para_piece(1, spaced)), 1, 0, 200_000, 0)
    plans = flowed(fonts, *ones(1), across, *ones(16), layout=layout)
    # Two lines and one of white space: seven lines are left in each column.
    assert slices(plans) == [
        [(0, 1, 0, 0)],
        [(0, 2, 0, 0), (0, 7, 0, 42_000), (7, 14, 105_000, 42_000)],
        [(14, 16, 0, 0)],
    ]
    assert plans[0].why == "what follows stands across all columns"


def test_pages_say_why_they_end(fonts: Fonts) -> None:
    assert [each.why for each in flowed(fonts, *ones(15))] == ["the page is full", ""]
    assert [each.why for each in flowed(fonts, columns(*ones(30)))] == ["the page is full", ""]
    assert [each.why for each in flowed(fonts, *ones(9), columns(*ones(10)))] == [
        "too little room was left",
        "",
    ]
