"""Strands as slices on pages: text, column sets, what stands across columns, sections. Pages hold ten lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import (
    layout_of,
    section,
)
from tests.paginate.stacks import PLAIN, paragraph, piece, stacker
from tests.paginate.stacks import para as para_piece

from guidepress.base.record import replace
from guidepress.document.blocks import Drawing
from guidepress.document.inlines import NoteMark, Text
from guidepress.paginate.breaks import Breaker
from guidepress.paginate.flow import flow
from guidepress.paginate.margin import Margin
from guidepress.paginate.pieces import Art, Begin, ColumnSet, Footnote, Stop, Strand

if TYPE_CHECKING:
    from guidepress.document.blocks import Section
    from guidepress.layout.model import Layout
    from guidepress.paginate.pieces import Piece
    from guidepress.paginate.plans import Plan
    from guidepress.typeset import Fonts


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


NOTES = {"n": Footnote("n", 1, ones(2))}


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


def test_a_column_set_leaves_at_least_a_tenth_of_a_page_to_its_last(fonts: Fonts) -> None:
    # A tenth of twenty lines are two: 44 lines leave four, two a column; 42 would leave one a column, so the first
    # page takes a line less in each.
    long = layout_of(lines=20, grid=0)
    assert slices(flowed(fonts, columns(*ones(44)), layout=long)) == [
        [(0, 20, 0, 0), (20, 40, 105_000, 0)],
        [(40, 42, 0, 0), (42, 44, 105_000, 0)],
    ]
    assert slices(flowed(fonts, columns(*ones(42)), layout=long)) == [
        [(0, 19, 0, 0), (19, 38, 105_000, 0)],
        [(38, 40, 0, 0), (40, 42, 105_000, 0)],
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


def test_footnotes_of_a_column_set_stand_below_it_and_leave_it_less_room(fonts: Fonts) -> None:
    marked = piece(replace(paragraph(1), inlines=(Text("a"), NoteMark("n", 1))))
    plans = flowed(fonts, columns(marked, *ones(8), count=1), *ones(1))
    # Ten lines: the notes take a rule as high as one and two lines, so seven of nine are left.
    assert slices(plans) == [[(0, 7, 0, 0)], [(7, 9, 0, 0), (0, 1, 0, 28_000)]]
    assert [(each.note, each.note_end, each.foot) for plan in plans for each in plan.slices] == [
        (0, 2, 140_000),
        (2, 2, 140_000),
        (0, 0, 140_000),
    ]
    (page,) = flowed(fonts, columns(marked, *ones(3)), *ones(1))
    assert [(each.note, each.note_end, each.foot) for each in page.slices] == [
        (0, 2, 140_000),
        (0, 0, 140_000),
        (0, 0, 98_000),
    ]


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
        [(20, 23, 0, 0), (23, 25, 105_000, 0)],  # those of the last page are as long as each other
    ]


def test_columns_of_the_only_page_are_level_but_not_where_a_footnote_stands(fonts: Fonts) -> None:
    layout = layout_of(lines=10, grid=0, columns=2)
    level = flowed(fonts, *ones(12), layout=layout)
    assert slices(level) == [[(0, 6, 0, 0), (6, 12, 105_000, 0)]]
    marked = piece(replace(paragraph(1), inlines=(Text("a"), NoteMark("n", 1))))
    # A line is the room of the note's rule, two are its own: seven are left.
    assert slices(flowed(fonts, marked, *ones(11), layout=layout)) == [[(0, 7, 0, 0), (7, 12, 105_000, 0)]]


def test_what_stands_across_columns_heads_a_page_and_they_begin_below_it(fonts: Fonts) -> None:
    layout = layout_of(lines=10, grid=0, columns=2)
    spaced = replace(PLAIN, space_after=14_000)
    across = ColumnSet((para_piece(1), para_piece(1, spaced)), 1, 0, 200_000, 0)
    plans = flowed(fonts, *ones(1), across, *ones(16), layout=layout)
    # Two lines and one of white space: seven lines are left in each column.
    assert slices(plans) == [
        [(0, 1, 0, 0)],
        [(0, 2, 0, 0), (0, 7, 0, 42_000), (7, 14, 105_000, 42_000)],
        [(14, 15, 0, 0), (15, 16, 105_000, 0)],
    ]
    assert plans[0].why == "what follows stands across all columns"


def test_pages_say_why_they_end(fonts: Fonts) -> None:
    assert [each.why for each in flowed(fonts, *ones(15))] == ["the page is full", ""]
    assert [each.why for each in flowed(fonts, columns(*ones(30)))] == ["the page is full", ""]
    assert [each.why for each in flowed(fonts, *ones(9), columns(*ones(10)))] == [
        "too little room was left",
        "",
    ]
