"""Pages end where they should: headings, widows, boxes, forced ends, sides of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

from guidepress.base.record import replace
from guidepress.document.blocks import Break, Columns, Group, Heading, Lines, Paragraph, Spacer
from guidepress.document.inlines import Text
from guidepress.document.style import Style
from guidepress.paginate import paginate

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
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
    assert [len(spots(page)) for page in book.pages] == [
        19,
        19,
        4,
    ]  # first fit: 20, 20, 2; a line less is no hole


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
    texts = [f"w{number}" for number in range(21)]
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
    # Two columns of twenty lines hold 40 of 41; the tenth of a page that must remain is two lines a column.
    entries = Columns(lines(*(f"w{number}" for number in range(41))), 2, 10_000)
    first, second = paginate(document(section(entries)), layout_of(lines=20), fonts).pages
    assert (len(spots(first)), len(spots(second))) == (38, 3)


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
