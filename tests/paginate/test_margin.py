"""Margin notes stand beside their lines, in order, apart, on the page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tests.paginate.making import (
    BODY,
    FIRST_LINE,
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
from tests.paginate.stacks import PLAIN, frame, galley, stacker
from tests.paginate.stacks import para as para_piece

from guidepress.base.record import replace
from guidepress.document.blocks import MarginNote, Paragraph
from guidepress.document.inlines import Text
from guidepress.document.style import Style
from guidepress.paginate import paginate
from guidepress.paginate.margin import Margin
from guidepress.paginate.pieces import Beside, Close, Open
from guidepress.paginate.plans import Plan, Slice

if TYPE_CHECKING:
    from guidepress.document.blocks import Block
    from guidepress.page.book import Page
    from guidepress.typeset import Fonts

SMALL = Style("margin", size=8_000, leading=10_000, align="left", hyphenate=False, expand=0)
COLUMN = 20_000 + 200_000 + 10_000  # margin, measure and gap of the test layout


def beside(text: str) -> MarginNote:
    return MarginNote((Paragraph(SMALL, (Text(text),)),))


def notes_on(page: Page) -> list[tuple[int, str]]:
    return [(spot.y, spot.text) for spot in spots(page) if spot.size == SMALL.size]


def test_a_note_stands_level_with_its_line(fonts: Fonts) -> None:
    book = paginate(
        document(section(*lines("a", "b"), beside("n"), *lines("c"))), layout_of(margin=60_000), fonts
    )
    note = next(spot for spot in spots(book.pages[0]) if spot.text == "n")
    assert round(note.x, -3) == COLUMN
    assert note.y == FIRST_LINE + 2 * 14_000
    assert said(book.pages[0]) == "a b n c"  # it is read where it belongs


def test_the_margin_column_is_on_the_outer_side(fonts: Fonts) -> None:
    blocks: list[Block] = []
    for number in range(25):
        blocks += [beside(f"n{number}"), *lines(f"l{number}")]
    book = paginate(document(section(*blocks)), layout_of(lines=20, margin=60_000), fonts)
    left = {round(spot.x, -3) for spot in spots(book.pages[1]) if spot.size == SMALL.size}
    assert left == {20_000}
    text = {round(spot.x, -3) for spot in spots(book.pages[1]) if spot.size == BODY.size}
    assert text == {20_000 + 60_000 + 10_000}


def test_notes_move_down_and_never_overlap(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (beside(words(30)), *lines("a"), beside("second"), *lines(*"bcdefghijkl"))
    book = paginate(document(section(*blocks)), layout_of(margin=60_000), fonts)
    found = notes_on(book.pages[0])
    gaps = [after[0] - before[0] for before, after in pairwise(found)]
    assert found[-1][1] == "second"
    assert gaps[-1] == 10_000 + 8_400  # a line and the space between notes
    assert set(gaps[:-1]) == {10_000}


def test_notes_never_leave_the_page(fonts: Fonts) -> None:
    blocks: tuple[Block, ...] = (
        *lines(*"abcdefgh"),
        beside(words(12)),
        *lines("i"),
        beside(words(12, 20)),
        *lines("j"),
    )
    book = paginate(document(section(*blocks)), layout_of(lines=10, margin=60_000), fonts)
    assert len(book.pages) == 1
    assert max(y for y, _ in notes_on(book.pages[0])) <= 30_000 + 140_000


def test_what_finds_no_room_heads_the_next_margin(fonts: Fonts) -> None:
    blocks: list[Block] = []
    for number in range(8):
        blocks += [beside(f"n{number} {words(14, number)}"), *lines(f"l{number}")]
    book = paginate(document(section(*blocks, para(120))), layout_of(lines=10, margin=60_000), fonts)
    said_beside = " ".join(text for page in book.pages for _, text in notes_on(page))
    assert said_beside == " ".join(f"n{number} {words(14, number)}" for number in range(8))
    assert all(30_000 <= y <= 170_000 for page in book.pages for y, _ in notes_on(page))


def test_without_a_margin_column_notes_stand_in_the_text(fonts: Fonts) -> None:
    book = paginate(document(section(*lines("a"), beside("n"), *lines("b"))), layout_of(), fonts)
    assert said(book.pages[0]) == "a n b"
    assert len({round(spot.x, -3) for spot in spots(book.pages[0])}) == 1


def test_a_wide_section_uses_the_margin_column(fonts: Fonts) -> None:
    book = paginate(document(section(heading("Wide"), para(60), wide=True)), layout_of(margin=60_000), fonts)
    assert max(spot.x + spot.width for spot in spots(book.pages[0])) > COLUMN


# by hand: heights, places, what is carried over


def plan(*besides: tuple[int, Beside], lines: int = 10, y: int = 0, start: int = 0) -> Plan:
    """A page of so many lines of 14 pt, notes beside some of them."""
    made = galley(lines + start, besides=besides, fillings=(para_piece(1, PLAIN),) * (lines + start))
    return Plan((Slice(made, start, lines + start, 0, y),), section())


def note(lines: int, style: Style = SMALL) -> Beside:
    return Beside((para_piece(lines, style),))


def margin(fonts: Fonts, lines: int = 10) -> Margin:
    made = stacker(fonts, layout_of(lines=lines, grid=0))
    return Margin(made, made.areas)


def placed(plans: tuple[Plan, ...]) -> list[list[tuple[int, int, int, int]]]:
    """Per page first and last line, place and the atom beside which each note stands."""
    return [[(side.start, side.end, side.y, side.before) for side in each.sides] for each in plans]


def test_a_first_baseline_stands_level_with_that_of_its_line(fonts: Fonts) -> None:
    # 28 + 9.7 less the 7.16 of 8 on 10 pt: (10 - 8) / 2 + 6.16.
    assert placed(margin(fonts).place([plan((2, note(1)))])) == [[(0, 1, 28_000 + 9_700 - 7_160, 2)]]


def test_a_padded_note_moves_up_by_its_padding(fonts: Fonts) -> None:
    box = frame(top=4000)
    boxed = Beside((Open(box), para_piece(1, SMALL), Close(box)))
    assert placed(margin(fonts).place([plan((2, boxed))]))[0][0][2] == 28_000 + 9_700 - 7_160 - 4000
    assert placed(margin(fonts).place([plan((0, boxed))]))[0][0][2] == 0  # never above the page


def test_beside_what_is_no_text_a_note_begins_at_its_top(fonts: Fonts) -> None:
    made = galley(4, besides=((1, note(1)),))
    assert placed(margin(fonts).place([Plan((Slice(made, 0, 4, 0, 5000),), section())])) == [
        [(0, 1, 5000 + 14_000, 1)]
    ]


def test_notes_stand_apart_by_three_quarters_of_a_line_or_their_own_white(fonts: Fonts) -> None:
    # The first begins at 9.7 - 7.16 = 2.54 and is 20 high; 8.4 between.
    two = [(0, note(2)), (1, note(1))]
    assert placed(margin(fonts).place([plan(*two)]))[0][1][2] == 2_540 + 20_000 + 8_400
    wide = replace(SMALL, space_after=9_000)
    assert placed(margin(fonts).place([plan((0, note(2, wide)), (1, note(1)))]))[0][1][2] == 31_540


def test_notes_are_pushed_up_from_the_foot(fonts: Fonts) -> None:
    # Ten lines are 140. The last, 30 high beside line 9, begins at 110; the one before ends 8.4 above it.
    made = placed(margin(fonts).place([plan((0, note(1)), (7, note(2)), (9, note(3)))]))
    assert [y for _, _, y, _ in made[0]] == [2_540, 110_000 - 8_400 - 20_000, 110_000]


def test_what_finds_no_room_heads_the_next_page(fonts: Fonts) -> None:
    # 100 and 8.4 leave 31.6 of 140: four lines do not fit.
    made = placed(margin(fonts).place([plan((0, note(10)), (1, note(4)), (2, note(1))), plan()]))
    assert made == [[(0, 10, 2_540, 0)], [(0, 4, 0, -1), (0, 1, 48_400, -1)]]


def test_a_note_higher_than_a_page_goes_on(fonts: Fonts) -> None:
    made = margin(fonts).place([plan((3, note(30)), (4, note(1)))])
    # 14 lines of 10 a page: 14, 28, 30; what follows stands below the last.
    assert placed(made) == [
        [(0, 14, 0, 3)],
        [(14, 28, 0, -1)],
        [(28, 30, 0, -1), (0, 1, 28_400, -1)],
    ]
    assert [(each.why, each.slices, each.opens) for each in made[1:]] == [
        ("margin notes go on", (), False)
    ] * 2


def test_pages_added_for_notes_begin_no_section(fonts: Fonts) -> None:
    opening = replace(plan((3, note(30))), begins=(section(),), opens=True)
    found = margin(fonts).place([opening])
    assert [(len(each.begins), each.opens) for each in found] == [(1, True), (0, False), (0, False)]


def test_a_note_beside_a_later_page_stands_there(fonts: Fonts) -> None:
    made = galley(20, besides=((12, note(1)),), fillings=(para_piece(1, PLAIN),) * 20)
    plans = [Plan((Slice(made, start, start + 10, 0, 0),), section()) for start in (0, 10)]
    found = margin(fonts).place(plans)
    assert placed(found) == [[], [(0, 1, 28_000 + 9_700 - 7_160, 12)]]
    assert found[0] is plans[0]


def test_a_note_of_the_second_slice_stands_beside_it(fonts: Fonts) -> None:
    one, two = galley(2), galley(2, besides=((1, note(1)),))
    found = margin(fonts).place([Plan((Slice(one, 0, 2, 0, 0), Slice(two, 0, 2, 0, 60_000)), section())])
    assert [(side.slice_index, side.y) for side in found[0].sides] == [(1, 74_000)]


def test_a_note_without_lines_takes_no_room(fonts: Fonts) -> None:
    assert placed(margin(fonts).place([plan((0, Beside(())), (1, note(1)))])) == [[(0, 1, 16_540, 1)]]


def test_running_heights_tell_the_breaker_what_stands_beside_a_page(fonts: Fonts) -> None:
    wide = replace(SMALL, space_after=9_000)
    made = galley(10, besides=((1, note(2)), (4, Beside(())), (6, note(1, wide)), (7, note(1))))
    # 20 + 8.4, then 10 + 9, then 10 + 8.4.
    assert margin(fonts).heights(made) == ((1, 28_400), (6, 47_400), (7, 65_800))


def test_a_note_is_set_once_a_round(fonts: Fonts) -> None:
    made, beside_ = margin(fonts), note(1)
    assert made.galley(beside_) is made.galley(beside_)
