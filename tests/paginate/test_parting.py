"""What it costs to end a page between lines, answer lines and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import layout_of
from tests.paginate.stacks import PLAIN, frame, para

from guidepress.base.record import replace
from guidepress.document.blocks import Heading
from guidepress.layout.areas import areas_of
from guidepress.paginate.galley import HYPHEN, KEEP, WIDOW
from guidepress.paginate.parting import (
    HELD,
    JOINED,
    box_costs,
    kept_cost,
    kept_costs,
    line_costs,
    reads_on,
    row_costs,
    ruled_costs,
)
from guidepress.typeset import Line

if TYPE_CHECKING:
    from guidepress.paginate.pieces import Box

_LAYOUT = layout_of()
AREAS = areas_of(_LAYOUT.page, _LAYOUT.styles)
"""20 lines of 14 pt."""

WHOLE, DIVIDED = Line((), 0, 0, 0), Line((), 0, 0, 0, hyphenated=True)


HIGH = 280_000
"""Of a text area of twenty lines."""


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, []),
        (2, [WIDOW]),
        (3, [WIDOW, WIDOW]),
        (4, [WIDOW, 5, WIDOW]),  # two lines above, two below
        (6, [WIDOW, 5, 5, 5, WIDOW]),
    ],
)
def test_a_page_may_end_after_two_lines_and_before_two(count: int, expected: list[int]) -> None:
    assert line_costs(para(count), (WHOLE,) * count, HIGH) == expected


def test_a_style_may_ask_for_more_lines_at_either_end() -> None:
    style = replace(PLAIN, orphan=3, widow=1)
    # After three lines or more, and before the last line.
    assert line_costs(para(6, style), (WHOLE,) * 6, HIGH) == [WIDOW, WIDOW, 5, 5, 5]
    assert line_costs(para(3, replace(PLAIN, orphan=0, widow=0)), (WHOLE,) * 3, HIGH) == [5, 5]


def test_a_divided_word_at_the_foot_costs_more() -> None:
    lines = (DIVIDED, DIVIDED, WHOLE, DIVIDED, WHOLE)
    assert line_costs(para(5), lines, HIGH) == [WIDOW + HYPHEN, 5 + HYPHEN, 5, WIDOW + HYPHEN]


def test_headings_and_what_asks_for_it_stay_whole() -> None:
    lines = (DIVIDED,) * 3
    both = replace(PLAIN, keep_next=True, keep_together=True)
    assert line_costs(para(3, heading=Heading(1, "A")), lines, HIGH) == [2 * KEEP, 2 * KEEP]
    assert line_costs(para(3, both), lines, HIGH) == [2 * KEEP, 2 * KEEP]
    assert line_costs(para(3, replace(PLAIN, keep_together=True)), lines, HIGH) == [KEEP, KEEP]


def test_what_is_kept_with_the_next_is_parted_as_any_text_but_for_two_lines_at_either_end() -> None:
    style = replace(PLAIN, keep_next=True)
    assert line_costs(para(5, style), (WHOLE,) * 5, HIGH) == [2 * KEEP, 5, 5, 2 * KEEP]
    assert line_costs(para(3, style), (WHOLE,) * 3, HIGH) == [2 * KEEP, 2 * KEEP]


@pytest.mark.parametrize("next_too", [False, True])
def test_a_long_quotation_is_parted_rather_than_six_lines_are_white(*, next_too: bool) -> None:
    # Three tenths of twenty lines are six: seven are parted as text is, for what six white lines cost, 10 x 6².
    style = replace(PLAIN, keep_together=True, keep_next=next_too)
    assert line_costs(para(7, style), (WHOLE,) * 7, HIGH) == [WIDOW, 360, 360, 360, 360, WIDOW]
    assert min(line_costs(para(6, style), (WHOLE,) * 6, HIGH)) >= KEEP


def test_a_long_heading_stays_whole() -> None:
    assert line_costs(para(7, heading=Heading(1, "A")), (WHOLE,) * 7, HIGH) == [2 * KEEP] * 6


def test_the_first_paragraph_of_a_box_stays_with_what_follows_before_anything_else() -> None:
    before, prompt, room = para(1), para(2), para(3)
    fillings = (before, prompt, prompt, room, room, room)
    # Before the second line of the prompt and the first of the room, then before the others of the room.
    assert kept_costs(fillings, 1, KEEP) == [2 * KEEP, 2 * KEEP, KEEP, KEEP]
    assert kept_costs(fillings, 1, 0) == [2 * KEEP, 2 * KEEP, 0, 0]
    assert kept_costs(fillings, 3, 0) == [0, 0]  # one paragraph alone is parted anywhere


CARD = replace(frame(), decorated=True)


@pytest.mark.parametrize(
    ("high", "box", "expected"),
    [
        # Under a quarter of twenty lines, which is 70 pt: as twelve white lines, 10 x 12² = 1440.
        (69_999, CARD, [1500, 1500]),
        (70_000, CARD, []),
        (42_000, frame(), []),  # nothing is drawn around it
        (42_000, frame(style=replace(PLAIN, keep_together=True)), [2 * KEEP, KEEP]),
    ],
)
def test_a_low_card_is_parted_as_unwillingly_as_twelve_lines_are_left_white(
    high: int, box: Box, expected: list[int]
) -> None:
    text = para(2)
    assert box_costs((para(1), para(1), text, text), 1, high, box, AREAS) == expected


def test_a_heading_is_held_more_than_a_room_and_less_than_a_question() -> None:
    fillings = (para(1), para(1), para(1))
    first, rest = kept_costs(fillings, 0, KEEP)
    inner = ruled_costs(7, 10_000, 70_000)[3]
    assert rest + inner < HELD < first


def test_answer_lines_are_parted_three_at_a_time_where_something_must_be() -> None:
    half = KEEP // 2
    assert ruled_costs(7, 10_000, 70_000) == [0, KEEP, KEEP, half, half, KEEP, KEEP]
    assert ruled_costs(5, 10_000, 70_000) == [0, KEEP, KEEP, KEEP, KEEP]


def test_more_answer_lines_than_a_page_holds_are_parted_three_at_a_time() -> None:
    # 7 x 10 pt are more than 69: after three lines, or before the last three.
    assert ruled_costs(7, 10_000, 69_000) == [0, KEEP, KEEP, 5, 5, KEEP, KEEP]
    assert ruled_costs(5, 10_000, 40_000) == [0, KEEP, KEEP, KEEP, KEEP]


def test_no_row_of_a_large_table_stands_alone() -> None:
    # 25 pt are a quarter of a page of 100: no small table.
    assert row_costs(5, 25_000, 100_000) == [900, 0, 0, 900]
    assert row_costs(2, 25_000, 100_000) == [900]
    assert row_costs(1, 25_000, 100_000) == row_costs(0, 0, 100_000) == []


def test_a_small_table_is_parted_unwillingly_anywhere() -> None:
    assert row_costs(5, 24_999, 100_000) == [900, 900, 900, 900]


def test_rows_that_are_joined_are_parted_at_a_price() -> None:
    # 160: four lines of white space, 10 x 4².
    assert JOINED == {"": 0, "kept": KEEP, "loose": 160}


@pytest.mark.parametrize(
    ("high", "drawn", "expected"),
    [
        (112_000, True, KEEP),  # two fifths of 280
        (113_000, True, 640),  # eight lines white are 10 x 8²
        (168_000, False, KEEP),  # three fifths
        (169_000, False, 1440),  # 10 x 12²
        (281_000, True, 0),
    ],
)
def test_a_high_card_is_parted_rather_than_that_much_of_a_page_is_white(
    high: int,
    drawn: bool,  # noqa: FBT001 - a case of the table
    expected: int,
) -> None:
    assert kept_cost(high, AREAS, drawn=drawn) == expected


def test_entries_and_speakers_are_read_by_themselves() -> None:
    assert reads_on(para(1), [para(1)])
    assert not reads_on(para(2, replace(PLAIN, keep_together=True)), [para(1)])
    assert not reads_on(para(1, replace(PLAIN, keep_next=True)), [para(1)])
