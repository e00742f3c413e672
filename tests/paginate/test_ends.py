"""Where a page may end: each cost in a case that it decides. Pages hold ten lines of 14 pt unless a test says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.stacks import LINE, ON, PAGE, blocked, ends, frame, galley

from guidepress.base.record import replace
from guidepress.paginate.breaks import break_galley
from guidepress.paginate.cuts import NOTE_RULE, Cut, Room
from guidepress.paginate.galley import HYPHEN, KEEP, WIDOW

if TYPE_CHECKING:
    from guidepress.paginate.pieces import Box

OPENED = "its white space was opened to fill the page"

LONG = Room(40 * LINE, 40 * LINE)
LONG_ON = replace(LONG, ends=False)


def test_a_line_that_fits_to_the_last_point_stands_on_the_page() -> None:
    assert ends(galley([LINE] * 9 + [LINE + 1, LINE])) == [9, 11]
    assert ends(galley([LINE] * 9 + [LINE, LINE, LINE])) == [10, 12]


@pytest.mark.parametrize(("price", "first"), [(159, 10), (161, 6)])
def test_white_lines_cost_ten_times_their_square(price: int, first: int) -> None:
    # Ending at 6 leaves four lines white: 10 x 4² = 160.
    assert ends(galley(15, costs=blocked(7, 8, 9) | {10: price}))[0] == first


@pytest.mark.parametrize(("price", "first"), [(6909, 7), (6911, 10)])
def test_a_divided_word_at_the_foot_costs_7000(price: int, first: int) -> None:
    # Three lines left white, 90, and the price.
    assert ends(galley(15, costs=blocked(*range(1, 7), 8, 9) | {7: price, 10: HYPHEN}))[0] == first


@pytest.mark.parametrize(("price", "pages"), [(1009, [10, 20]), (1011, [9, 19, 20])])
def test_a_page_costs_as_much_as_ten_white_lines(price: int, pages: list[int]) -> None:
    # A third page costs 1000, and a line left white on the first 10.
    costs = {10: price} | blocked(6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18)
    assert ends(galley(20, costs=costs), ON) == pages


@pytest.mark.parametrize(("price", "first"), [(28_089, 40), (28_091, 37)])
def test_a_hole_below_a_paragraph_that_goes_on_costs_14000_for_each_line_but_one(
    price: int, first: int
) -> None:
    # Pages of 40 lines; ending at 37 leaves three lines white: 10 x 3² = 90, and twice 14,000.
    text = galley(60, costs=blocked(38, 39) | {40: price}, inside=(True,) * 60)
    assert ends(text, LONG_ON)[0] == first


def test_one_white_line_below_a_paragraph_that_goes_on_is_no_hole() -> None:
    assert ends(galley(60, costs={40: 11}, inside=(True,) * 60), LONG_ON)[0] == 39  # 10 x 1² = 10


@pytest.mark.parametrize(("head", "first"), [(11, 9), (12, 8)])
def test_a_page_with_a_heading_has_parts_of_lines_to_spare(head: int, first: int) -> None:
    # A heading of 1.1 lines and seven lines leave 1.9 lines of ten, which look like two; one of 1.2 leaves 1.8.
    text = galley([head * LINE // 10] + [LINE] * 20, costs={9: 100}, inside=(True,) * 21)
    assert ends(text, ON)[0] == first


def test_a_short_last_page_is_no_reason_for_a_hole() -> None:
    # 42 lines on pages of 40: three lines go over, where five would stand better on a page.
    assert ends(galley(42), LONG)[0] == 39
    assert ends(galley(42, inside=(True,) * 42), LONG)[0] == 39


@pytest.mark.parametrize(("price", "first"), [(10, 39), (11, 37)])
def test_white_space_is_no_hole_below_what_wants_to_stay_together(price: int, first: int) -> None:
    # Ending at 37: 10 x 3² and 4 x 5² for the seven lines left, 190; at 39: 10, 4 x 7² and the price, 216 and more.
    assert ends(galley(44, costs=blocked(38) | {39: price, 40: price}), LONG)[0] == first


def test_a_page_that_must_end_early_opens_its_white_space() -> None:
    # Eight lines stand above what is kept together and leave two white; a gap of a line takes half of itself, 7 pt.
    text = galley(15, costs=blocked(9, 10), gaps=((3, LINE),))
    cut = break_galley(text, PAGE)[0]
    assert (cut.end, cut.white, cut.fill) == (8, 1, LINE // 2)
    assert cut.why == "a widow or orphan was avoided"


def test_opened_white_space_is_no_hole() -> None:
    # 40 + 4 x 6² = 184 for six lines on the last page; for five 10 + 196, for seven 90 + 100: the gaps take two lines.
    text = galley(44, gaps=tuple((atom, 2 * LINE) for atom in (5, 10, 15)))
    cut = break_galley(text, LONG)[0]
    assert (cut.end, cut.white, cut.fill, cut.why) == (38, 0, 2 * LINE, OPENED)


def test_five_ends_of_a_page_are_tried_and_no_more() -> None:
    costs = blocked(7, 8, 9) | {10: 900}
    assert ends(galley(15, costs=costs)) == [6, 15]  # 10 x 4² = 160
    assert ends(galley(15, costs={6: 900, 7: 900, 8: 900, 9: 900, 10: 900})) == [10, 15]  # 5 is not tried


def test_an_end_that_is_no_hole_is_looked_for_however_far_up() -> None:
    # A block begins with the third line of ten, and what stays together would leave two lines white in it or more: six
    # ends of a page are tried for want of a better one than the second, 10 x 8², where five are enough else.
    text = galley(20, costs=blocked(9, 10), inside=(*(False,) * 3, *(True,) * 17))
    assert ends(text, ON)[0] == 2


def test_where_nothing_may_be_parted_the_search_goes_on_further_up() -> None:
    assert ends(galley(12, costs=blocked(*range(3, 11)))) == [2, 12]


def test_boxes_are_parted_though_a_page_with_a_hole_in_a_paragraph_would_be_fuller() -> None:
    # Twenty lines: three, and then a quotation of eleven that is parted at 360, but with six lines white, a hole; below its
    # last line boxes are parted. Three lines would be a scrap; all twenty stand better than either.
    costs = {1: WIDOW, 2: WIDOW} | dict.fromkeys(range(4, 14), 360) | dict.fromkeys(range(14, 20), KEEP)
    inside = (*(False,) * 4, *(True,) * 10, *(False,) * 16)
    stack = galley(30, costs=costs | {20: KEEP // 2}, inside=inside)
    assert ends(stack, Room(20 * LINE, 20 * LINE, ends=False))[0] == 20


def test_a_page_is_thin_only_with_what_stood_on_it_before() -> None:
    # Twenty lines, six of them taken: ten more and what stays together overleaf leave four white, 160 and a page; all
    # overleaf would leave fourteen, 10 x 14² / 4 = 490. Two more leave twelve, 10 x 12²: eight lines are two fifths.
    room = Room(20 * LINE, 14 * LINE, above=6 * LINE, ends=False)
    kept = dict.fromkeys(range(1, 10), KEEP) | dict.fromkeys(range(11, 30), KEEP)
    assert ends(galley(30, costs=kept), room)[0] == 10


def test_boxes_are_parted_rather_than_three_fifths_of_a_page_are_white() -> None:
    # Ten lines: what follows the third stays together, but the eighth ends a box. With five lines the page is no scrap.
    costs = dict.fromkeys(range(4, 11), KEEP) | {8: KEEP // 2}
    assert ends(galley(12, costs=costs), ON) == [8, 12]
    costs = dict.fromkeys(range(6, 11), KEEP) | {8: KEEP // 2}
    assert ends(galley(12, costs=costs), ON) == [5, 12]


def card(first: int, end: int) -> tuple[dict[int, int], Box]:
    """A card of these atoms that is not parted: what it costs to end a page inside it, and its box."""
    return dict.fromkeys(range(first + 1, end), KEEP), replace(frame(), decorated=True)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (3, [35, 43]),  # five lines go overleaf with it: a third of forty may be lent
        (14, [40, 54]),  # no page lends fourteen of them: white space in mid-text is worse
    ],
)
def test_a_card_does_not_stand_alone_on_a_last_page(size: int, expected: list[int]) -> None:
    # Forty lines are full. A block ends before the 36th or the 27th, the next before the card; its last line is a widow.
    count, block = 40 + size, 35 if size < 14 else 26
    costs, box = card(40, count)
    inside = tuple(at not in (block, 40) for at in range(count))
    boxes = (None,) * 40 + (box,) * size
    costs[39] = WIDOW
    text = galley(count, costs=costs, inside=inside, boxes=boxes, spans={box: (40, count)})
    assert ends(text, LONG) == expected


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        (((73, LINE // 2),), [40, 73, 83]),  # seven white lines of forty, and a block below them
        ((), [40, 80, 83]),  # an eighth of a page is five lines: neither six nor seven are lent
    ],
)
def test_a_scrap_is_mended_above_a_block_rather_than_between_paragraphs(
    gaps: tuple[tuple[int, int], ...], expected: list[int]
) -> None:
    # Eighty lines fill two pages, and a card would stand alone on a third. Paragraphs end before the 35th and the 74th:
    # six white lines on the first page, 10 x 6², or seven on the second, 10 x 7².
    costs, box = card(80, 83)
    costs |= dict.fromkeys((*range(35, 40), *range(74, 80)), WIDOW)
    inside = tuple(at not in (34, 73, 80) for at in range(83))
    boxes = (None,) * 80 + (box,) * 3
    text = galley(83, costs=costs, inside=inside, boxes=boxes, spans={box: (80, 83)}, gaps=gaps)
    assert ends(text, LONG) == expected


def test_a_box_without_a_frame_is_no_text() -> None:
    # As above: rows that are set below one another in large type stand in a box, and lend seven lines.
    costs, box = card(80, 83)
    costs |= dict.fromkeys((*range(35, 40), *range(74, 80)), WIDOW)
    inside = tuple(at not in (34, 73, 80) for at in range(83))
    boxes = (None,) * 70 + (frame(),) * 10 + (box,) * 3
    text = galley(83, costs=costs, inside=inside, boxes=boxes, spans={box: (80, 83)})
    assert ends(text, LONG) == [40, 73, 83]


def test_a_card_does_not_stand_alone_before_what_asks_for_a_new_page() -> None:
    # As above, with twenty lines below that want a page nearly whole.
    costs, box = card(40, 43)
    costs[39] = WIDOW
    inside = tuple(at not in (35, 40, 43) for at in range(63))
    boxes = (None,) * 40 + (box,) * 3 + (None,) * 20
    text = galley(
        63, costs=costs, inside=inside, boxes=boxes, spans={box: (40, 43)}, rooms=((43, 38 * LINE),)
    )
    assert ends(text, LONG) == [35, 43, 63]


def test_the_rest_of_a_low_card_is_no_more_than_a_card_alone() -> None:
    # A card of six lines may be parted for little; its last three would stand alone as the whole does.
    box = replace(frame(), decorated=True)
    costs = dict.fromkeys(range(37, 40), KEEP) | {40: 100} | dict.fromkeys(range(41, 43), KEEP)
    inside = tuple(at not in (30, 36, 39) and at < 36 for at in range(42))
    boxes = (None,) * 36 + (box,) * 6
    text = galley(42, costs=costs, inside=inside, boxes=boxes, spans={box: (36, 42)}, gaps=((30, LINE // 2),))
    assert ends(text, LONG) == [30, 42]


def test_a_card_that_is_all_of_a_text_stands_alone() -> None:
    costs, box = card(0, 6)
    text = galley(6, costs=costs, boxes=(box,) * 6, spans={box: (0, 6)})
    assert ends(text, LONG) == [6]


def test_a_heading_is_not_parted_for_a_fuller_page() -> None:
    assert ends(galley(12, costs=dict.fromkeys(range(4, 11), KEEP)), ON) == [3, 12]


def test_the_cheapest_bad_end_is_taken_where_there_is_no_good_one() -> None:
    costs = dict.fromkeys(range(1, 12), KEEP) | {6: WIDOW}
    assert ends(galley(12, costs=costs)) == [6, 12]


@pytest.mark.parametrize(("price", "first"), [(589, 5), (611, 8)])
def test_a_footnote_that_goes_on_costs_600(price: int, first: int) -> None:
    # The mark is on line 5. Five lines, the rule and all four lines of the note fill the page; six lines or more
    # leave part of the note to the next page. Where the first page ends makes no other difference.
    made = galley(13, costs={5: price}, notes=((4, 4),))
    cut = break_galley(made, PAGE)[0]
    assert cut.end == first
    assert cut.note_end == {5: 4, 8: 1}[first]


def test_a_note_stands_under_its_rule_on_the_page_of_its_mark() -> None:
    # Ten lines of room: seven of text, the rule's 14 pt, two of notes.
    made = galley(9, notes=((2, 1), (6, 1)))
    assert [tuple(cut)[:4] for cut in break_galley(made, ON)] == [(0, 7, 0, 2), (7, 9, 2, 2)]
    assert NOTE_RULE == LINE


def test_a_mark_takes_its_line_to_the_page_that_has_room_for_the_note() -> None:
    # At line 9 no note line would fit below: eight lines, the rule, one line.
    made = galley(12, notes=((8, 1),))
    cuts = break_galley(made, ON)
    assert [tuple(cut)[:4] for cut in cuts] == [(0, 8, 0, 0), (8, 12, 0, 1)]


def test_of_two_notes_the_first_stands_whole_before_the_second_begins() -> None:
    # 5 lines, the rule, 3 of the first, 1 of the second: the rest of the second goes on.
    made = galley(8, notes=((3, 3), (4, 4)), costs=blocked(1, 2, 3, 4))
    assert [tuple(cut)[:4] for cut in break_galley(made, ON)] == [(0, 5, 0, 4), (5, 8, 4, 7)]


def test_a_note_longer_than_pages_goes_on_until_it_ends() -> None:
    # Page 1: one line, the rule, 8 of 30; then 9 a page under the rule: 17, 26, 30.
    cuts = break_galley(galley(1, notes=((0, 30),)), PAGE)
    assert [tuple(cut)[:4] for cut in cuts] == [(0, 1, 0, 8), (1, 1, 8, 17), (1, 1, 17, 26), (1, 1, 26, 30)]
    assert [cut.why for cut in cuts] == ["the text ends", *["a footnote goes on"] * 3]


def test_what_is_higher_than_a_page_stands_alone_with_its_note() -> None:
    made = galley([LINE, 11 * LINE, LINE], notes=((1, 2),))
    cuts = break_galley(made, ON)
    assert [tuple(cut)[:4] for cut in cuts] == [(0, 1, 0, 0), (1, 2, 0, 2), (2, 3, 2, 2)]
    assert cuts[1].why == "it is higher than a page"


def test_notes_of_one_line_that_no_page_holds_go_on_overleaf() -> None:
    # Page 1: the line, the rule and 8 of twelve notes of a line; page 2: the other four, and the text goes on.
    made = galley(4, notes=((0, 1),) * 12)
    cuts = break_galley(made, PAGE)
    assert [tuple(cut)[:4] for cut in cuts] == [(0, 1, 0, 8), (1, 4, 8, 12)]
    assert cuts[0].why == "its notes are higher than a page"


@pytest.mark.parametrize(("count", "first"), [(45, 39), (50, 39), (51, 40)])
def test_a_last_page_of_fewer_than_twelve_lines_takes_some_over(count: int, first: int) -> None:
    # 40 lines a page. With 45: missing lines 4 (12 - 5)² = 196, with one line more there 10 + 4 x 6² = 154; two lines
    # white are a hole. With 50: 4 x 2² = 16, or 10 + 4; with 51: 4, or 10.
    assert ends(galley(count), Room(40 * LINE, 40 * LINE)) == [first, count]


@pytest.mark.parametrize(("price", "first"), [(1049, 39), (1051, 40)])
def test_a_last_page_of_fewer_than_five_lines_looks_broken_off(price: int, first: int) -> None:
    # Four lines: 1000 + 4 x 8² = 1256; five: 10 for the white line, 4 x 7² = 196, and the price.
    costs = blocked(*range(1, 39)) | {39: price}
    assert ends(galley(44, costs=costs), Room(40 * LINE, 40 * LINE)) == [first, 44]


@pytest.mark.parametrize(("price", "first"), [(1001, 11), (1003, 12)])
def test_on_small_pages_a_quarter_and_a_third_are_enough(price: int, first: int) -> None:
    # 12 lines: at least 3, better 4. Two left: 1000 + 4 x 2² = 1016; three: 10 + 4 + the price.
    costs = blocked(*range(1, 11)) | {11: price}
    assert ends(galley(14, costs=costs), Room(12 * LINE, 12 * LINE)) == [first, 14]


def test_where_something_follows_a_last_page_may_be_short() -> None:
    assert ends(galley(41), Room(40 * LINE, 40 * LINE, ends=False)) == [40, 41]
    assert ends(galley(41), Room(40 * LINE, 40 * LINE)) == [39, 41]


def test_a_single_page_may_be_as_short_as_it_is() -> None:
    assert ends(galley(1), Room(40 * LINE, 40 * LINE)) == [1]


@pytest.mark.parametrize(("price", "first"), [(349, 9), (351, 10)])
def test_margin_notes_that_find_no_room_cost_four_times_white_space(price: int, first: int) -> None:
    # Beside ten lines the notes are 168 pt high, 28 too many: three lines begun, 40 x 3² = 360. Nine lines leave
    # the second note to the next page: one line white, 10, and the price.
    room = replace(PAGE, sides=((2, 100_000), (9, 168_000)))
    assert ends(galley(15, costs=blocked(*range(1, 9)) | {9: price}), room)[0] == first


def test_margin_notes_of_pages_before_take_no_room() -> None:
    # On page 2 stands 268 - 130 = 138 pt, on page 1 130: both fit into 140.
    room = replace(PAGE, sides=((2, 130_000), (12, 268_000)))
    assert ends(galley(18), room) == [10, 18]


def test_only_the_notes_of_the_page_itself_are_counted() -> None:
    # 60 and 60 beside page 1, 130 beside page 2: with the second of page 1 it were 190, too high for 140, and page 2
    # would rather end before its note.
    room = replace(PAGE, sides=((2, 60_000), (5, 120_000), (17, 250_000)))
    assert ends(galley(28), room) == [10, 20, 28]


@pytest.mark.parametrize(("lines", "expected"), [(19, [0, 25]), (21, [21, 25])])
def test_what_remains_of_a_page_is_left_white_if_that_saves_one(lines: int, expected: list[int]) -> None:
    # 10 x 19² / 4 = 902 are less than a page, 10 x 21² / 4 = 1102 more.
    room = Room(40 * LINE, lines * LINE, above=(40 - lines) * LINE, ends=False)
    cuts = break_galley(galley(25), room)
    assert [cut.end for cut in cuts] == expected
    if not expected[0]:
        assert cuts[0] == Cut(0, 0, 0, 0, "too little room was left")


def test_a_whole_page_is_never_left_white() -> None:
    assert ends(galley(12, costs=dict.fromkeys(range(1, 12), KEEP))) == [10, 12]


def test_a_page_ends_where_that_is_asked_for() -> None:
    cuts = break_galley(galley(20, stops=(4, 12)), PAGE)
    assert [cut.end for cut in cuts] == [4, 12, 20]
    assert [cut.why for cut in cuts[:2]] == ["a break was asked for"] * 2
    assert ends(galley(15, stops=(10,))) == [10, 15]
    assert break_galley(galley(15, stops=(10,)), PAGE)[0].why == "a break was asked for"


def test_a_stop_further_on_waits_for_its_page() -> None:
    assert ends(galley(15, stops=(11,))) == [10, 11, 15]


def test_a_page_ends_before_what_wants_more_room_than_is_left() -> None:
    # Six lines leave four.
    cuts = break_galley(galley(15, rooms=((6, 4 * LINE + 1),)), PAGE)
    assert [cut.end for cut in cuts] == [6, 15]
    assert cuts[0].why == "too little of the page was left for what follows"
    assert ends(galley(15, rooms=((6, 4 * LINE),)))[0] == 10


def test_boxes_take_room_from_what_wants_it() -> None:
    box = frame(top=1000)
    made = galley(15, rooms=((6, 4 * LINE),), boxes=(box, *[None] * 14))
    assert ends(made)[0] == 6


def test_what_wants_room_at_the_foot_begins_the_next_page() -> None:
    assert break_galley(galley(15, rooms=((10, 1),)), PAGE)[0].why == (
        "too little of the page was left for what follows"
    )


def test_a_heading_at_the_end_stays_with_what_follows_the_galley() -> None:
    # Eight lines; what follows wants three of the ten.
    room = replace(ON, tail=3 * LINE)
    assert ends(galley(8, costs={7: KEEP}), room) == [6, 8]
    assert ends(galley(8, costs={7: KEEP}), replace(ON, tail=2 * LINE)) == [8]


def test_text_does_not_begin_in_the_second_column_where_the_first_holds_lines_of_it() -> None:
    # Eight of ten lines are left in each of two columns, and white space costs 10 x 8² / 4 = 160 where a column costs
    # 1000: but an empty column beside a full one is a hole.
    room = Room(10 * LINE, 8 * LINE, above=2 * LINE, beside=1, head=2 * LINE, ends=False, columns=2)
    assert ends(galley(8), room) == [8]
    assert ends(galley(26), room) == [8, 16, 26]
    # So it is where nothing stands across the columns. Of a single one the rest is left, if it is no more than three
    # fifths of the page: eight lines with a part of one would cost a page more than the two that stand overleaf.
    assert ends(galley(10), replace(room, beside=0, head=0)) == [8, 10]
    assert ends(galley(10), replace(room, beside=0, head=0, columns=1)) == [8, 10]
    assert ends(galley(10), Room(10 * LINE, 5 * LINE, above=5 * LINE, ends=False)) == [0, 10]
    # What cannot stand in the room of one line goes into the next column.
    assert ends(galley(4, costs=blocked(1, 2, 3)), replace(room, first=LINE)) == [0, 4]


def test_padding_is_room_that_text_has_not() -> None:
    box = frame(top=LINE // 2, bottom=LINE // 2)
    assert ends(galley(20, boxes=(box,) * 20), ON) == [9, 18, 20]
