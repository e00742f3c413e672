"""What the stacking of pieces makes of them: where atoms stand, what it costs to part them, what stands at which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.paginate.making import layout_of, section
from tests.paginate.stacks import LINE, PLAIN, frame, para, paragraph, piece, stacker

from guidepress.base.colour import BLACK
from guidepress.base.record import replace
from guidepress.document.blocks import Drawing, Heading, Picture
from guidepress.document.inlines import NoteMark, PageCount, Text
from guidepress.paginate.galley import KEEP, WIDOW
from guidepress.paginate.parting import HELD
from guidepress.paginate.pieces import (
    AnchorMark,
    Art,
    Begin,
    Beside,
    Box,
    Close,
    Footnote,
    Open,
    Photo,
    Ruled,
    Space,
    Stop,
    TableCell,
    TableRow,
)

if TYPE_CHECKING:
    from guidepress.paginate.galley import Galley
    from guidepress.paginate.pieces import Para, Piece
    from guidepress.typeset import Fonts

SPACED = replace(PLAIN, space_before=6000, space_after=4000)
TABLE = replace(PLAIN, name="table", padding=3000)


def stack(fonts: Fonts, *pieces: Piece) -> Galley:
    return stacker(fonts).stack(pieces, main=True)


def row(*pieces: Piece, head: bool = False, joined: str = "", padding: int = 3000) -> TableRow:
    cell = TableCell(pieces, 0, 200_000, None)
    return TableRow((cell,), 0, 200_000, TABLE, head, None, None, padding, padding, joined)  # type: ignore[arg-type]


def boxed(box: Box, *pieces: Piece) -> tuple[Piece, ...]:
    return Open(box), *pieces, Close(box)


# lines


def test_lines_read_on_inside_a_paragraph_and_where_nothing_tells_that_one_begins(fonts: Fonts) -> None:
    indented = replace(PLAIN, first_indent=5000)
    assert stack(fonts, para(3)).inside == (False, True, True)
    assert stack(fonts, para(1), para(1)).inside == (False, True)
    assert stack(fonts, para(1), para(1, indented)).inside == (False, False)
    assert stack(fonts, para(1), para(1, SPACED)).inside == (False, False)
    assert stack(fonts, Ruled(1, 20_000, 0, 200_000, BLACK), Space(0), para(1)).inside == (False, False)


def test_lines_stand_a_leading_apart(fonts: Fonts) -> None:
    made = stack(fonts, para(3))
    assert made.tops == (0, LINE, 2 * LINE)
    assert made.bottoms == (LINE, 2 * LINE, 3 * LINE)
    assert made.costs == (0, WIDOW, WIDOW)
    assert [line is not None for line in made.lines] == [True] * 3
    assert len(set(made.fillings)) == 1


def test_of_two_spaces_that_meet_the_larger_counts(fonts: Fonts) -> None:
    # 14, then 6 rather than 4 and 6.
    made = stack(fonts, para(1, SPACED), para(1, SPACED))
    assert (made.lead, made.tops, made.trail) == (6000, (0, LINE + 6000), 4000)
    less = stack(fonts, para(1, SPACED), para(1))
    assert less.tops == (0, LINE + 4000)


def test_a_spacer_is_white_space_like_any_other(fonts: Fonts) -> None:
    assert stack(fonts, para(1, SPACED), Space(10_000), para(1)).tops == (0, LINE + 10_000)
    assert stack(fonts, para(1, SPACED), Space(1000), para(1)).tops == (0, LINE + 4000)
    assert stack(fonts, Space(10_000), para(1)).lead == 10_000


def test_a_paragraph_without_lines_takes_no_room(fonts: Fonts) -> None:
    made = stack(fonts, para(1), piece(paragraph(0, SPACED)), para(1))
    assert made.tops == (0, LINE)


def test_a_heading_stays_with_what_follows(fonts: Fonts) -> None:
    title = para(1, heading=Heading(1, "A"))
    made = stack(fonts, title, para(1))
    assert made.costs == (0, HELD)
    assert made.headings == ((0, Heading(1, "A")),)
    assert not made.keeps_next
    assert stack(fonts, title).keeps_next


def test_a_style_may_ask_to_stay_with_what_follows(fonts: Fonts) -> None:
    assert stack(fonts, para(1, replace(PLAIN, keep_next=True)), para(1)).costs == (0, HELD)


def test_a_late_line_makes_a_late_galley(fonts: Fonts) -> None:
    late = piece(replace(paragraph(1), inlines=(PageCount(),)))
    assert stack(fonts, para(1), late, para(1)).late
    assert not stack(fonts, para(1)).late


# the grid


GRID = replace(PLAIN, name="grid", grid=True)


def on_grid(fonts: Fonts, *pieces: Piece) -> Galley:
    return stacker(fonts, layout_of()).stack(pieces, main=True)


def test_lines_on_the_grid_have_whole_lines_between_them(fonts: Fonts) -> None:
    # 14 and 6 pt of white space; the next line of the grid is at 28.
    made = on_grid(fonts, para(1, GRID), Space(6000), para(1, GRID))
    assert made.tops == (0, 28_000)
    assert (made.snaps, made.snap_slack) == ((0, 1), (0, 8000))


def test_what_stands_between_moves_half_of_the_way(fonts: Fonts) -> None:
    # A line off the grid 6 pt below ends at 34; the next of the grid stands at 42: 8 pt, 4 above and 4 below.
    made = on_grid(fonts, para(1, GRID), Space(6000), para(1), para(1, GRID))
    assert made.tops == (0, 24_000, 42_000)
    assert (made.snaps, made.snap_slack) == ((0, 2), (0, 4000))


def test_a_heading_moves_all_of_the_way(fonts: Fonts) -> None:
    made = on_grid(fonts, para(1, GRID), Space(6000), para(1, heading=Heading(1, "A")), para(1, GRID))
    assert made.tops == (0, 28_000, 42_000)
    assert made.bottoms == (LINE, 42_000, 56_000)
    assert made.snap_slack == (0, 0)


def test_text_in_a_padded_box_is_off_the_grid(fonts: Fonts) -> None:
    made = on_grid(fonts, para(1, GRID), *boxed(frame(top=5000, bottom=5000), para(2, GRID)), para(1, GRID))
    # 14, 5 of padding, two lines, 5 below: 52, and 4 more to the grid at 56, half of them above.
    assert made.tops == (0, 21_000, 35_000, 56_000)
    assert made.snaps == (0, 3)


def test_cells_and_notes_are_off_the_grid(fonts: Fonts) -> None:
    made = stacker(fonts, layout_of()).stack((para(1, GRID), Space(6000), para(1, GRID)))
    assert made.tops == (0, 20_000)
    assert (made.grid, made.snaps) == (0, ())


# boxes


def test_a_box_stands_around_its_lines(fonts: Fonts) -> None:
    box = frame(top=5000, bottom=7000, style=SPACED)
    made = stack(fonts, para(1), *boxed(box, para(2)), para(1))
    # 14, 6 before the box, 5 of padding; two lines, 7 of padding, 4 after the box.
    assert made.tops == (0, 25_000, 39_000, 53_000 + 7000 + 4000)
    assert made.boxes == (None, box, box, None)
    assert made.spans == {box: (1, 3)}


def test_padding_keeps_white_space_inside(fonts: Fonts) -> None:
    # What the line in the box has above it does not count beside the padding, nor what it has below.
    padded = stack(fonts, *boxed(frame(top=5000, bottom=7000), para(1, SPACED)), para(1))
    assert padded.tops == (5000, 5000 + LINE + 7000)
    bare = stack(fonts, *boxed(frame(), para(1, SPACED)), para(1))
    assert bare.tops == (0, LINE + 4000)


def test_boxes_in_boxes_add_their_padding(fonts: Fonts) -> None:
    outer = frame(top=5000, bottom=6000)
    inner = frame(outer, top=700, bottom=800)
    made = stack(fonts, *boxed(outer, *boxed(inner, para(1)), para(1)), para(1))
    # 5.7 above; 0.8 below the first line, 6 below the second.
    assert made.tops == (5700, 5700 + LINE + 800, 5700 + 2 * LINE + 6800)
    assert made.boxes == (inner, outer, None)


def test_an_empty_box_takes_no_room(fonts: Fonts) -> None:
    box = frame(top=5000, bottom=5000)
    made = stack(fonts, para(1), *boxed(box), para(1))
    assert made.tops == (0, LINE)
    assert made.spans == {box: (1, 1)}


def test_what_a_page_holds_stays_together_if_it_asks_for_it(fonts: Fonts) -> None:
    kept = frame(style=replace(PLAIN, keep_together=True))
    assert stack(fonts, *boxed(kept, para(1), para(1)), para(1)).costs == (0, 2 * KEEP, 0)
    # 20 lines are the page: what is higher than 12 is parted at a price, what is higher than 20 at none, but never the
    # first line from what follows it.
    assert stack(fonts, *boxed(kept, *(para(1) for _ in range(12)))).costs[1:] == (2 * KEEP, *(KEEP,) * 10)
    parted = stack(fonts, *boxed(kept, *(para(1) for _ in range(13)))).costs
    assert parted[1:] == (2 * KEEP, *(1440,) * 11)  # 10 x 12²
    assert stack(fonts, *boxed(kept, *(para(1) for _ in range(21)))).costs[1:] == (2 * KEEP, *(0,) * 19)


def test_a_box_that_stays_with_what_follows_is_parted_from_it_first(fonts: Fonts) -> None:
    kept = frame(style=replace(PLAIN, keep_together=True, keep_next=True))
    assert stack(fonts, *boxed(kept, para(1), para(1)), para(1)).costs == (0, 2 * KEEP, KEEP // 2)


# what is no text


def test_drawings_and_pictures_are_one_atom_each(fonts: Fonts) -> None:
    art = Art(Drawing(50_000, 30_000, ()), 0, 1, (), "en")
    photo = Photo(Picture("a.png", "", 10, 10, PLAIN), 0, 10_000, 25_000, 1)
    made = stack(fonts, art, photo)
    assert (made.tops, made.bottoms) == ((0, 30_000), (30_000, 55_000))
    assert made.fillings == (art, photo)
    assert made.lines == (None, None)


def test_answer_lines_follow_their_question_at_once(fonts: Fonts) -> None:
    made = stack(fonts, para(1, SPACED), Ruled(3, 20_000, 0, 200_000, BLACK), para(1))
    # No white above, since the first line stands at the foot of its 20 pt; half a pitch below.
    assert made.tops == (0, LINE, LINE + 20_000, LINE + 40_000, LINE + 60_000 + 10_000)
    assert made.costs == (0, KEEP, KEEP, KEEP, 0)


def test_answer_lines_that_begin_a_galley_belong_to_nothing_above(fonts: Fonts) -> None:
    assert stack(fonts, Ruled(2, 20_000, 0, 200_000, BLACK)).costs == (0, KEEP)


def test_answer_lines_below_drawn_ones_may_begin_a_page(fonts: Fonts) -> None:
    room, art = Ruled(2, 20_000, 0, 200_000, BLACK), Art(Drawing(50_000, 30_000, ()), 0, 1, (), "en")
    assert stack(fonts, para(1), room).costs == (0, KEEP, KEEP)
    assert stack(fonts, para(1), art, room).costs == (0, 0, 0, KEEP)


# tables


def table(count: int, *, style: object = TABLE, head: tuple[TableRow, ...] = ()) -> tuple[Piece, ...]:
    box = Box(None, style, 0, 200_000, head=head)  # type: ignore[arg-type]
    return boxed(box, *head, *(row(para(1)) for _ in range(count)))


def test_a_row_is_an_atom_as_high_as_its_cells_and_padding(fonts: Fonts) -> None:
    made = stack(fonts, *table(3))
    assert made.bottoms == (20_000, 40_000, 60_000)  # 3 + 14 + 3
    # 60 pt are less than a quarter of 280.
    assert made.costs == (0, 900, 900)


def test_in_a_table_that_is_not_small_only_lone_rows_are_spared(fonts: Fonts) -> None:
    assert stack(fonts, *table(5)).costs == (0, 900, 0, 0, 900)  # 100 pt of 280


def test_a_head_stays_with_the_first_row_and_is_counted_apart(fonts: Fonts) -> None:
    made = stack(fonts, *table(5, head=(row(para(1), head=True), row(para(1), head=True))))
    assert made.costs == (0, KEEP, KEEP, 900, 0, 0, 900)
    (head,) = made.heads.values()
    assert (len(head.rows), head.height, head.body) == (2, 40_000, 2)


def test_a_row_higher_than_a_page_is_cut_and_said(fonts: Fonts) -> None:
    # 25 lines of 14 pt and 6 of padding are more than 280; parts hold what fits a third of it less padding.
    made = stack(fonts, *table(0), *boxed(Box(None, TABLE, 0, 200_000), row(para(25))))
    assert made.overfull == ("A table row is higher than a page and was cut between two lines.",)
    # 280 / 3 - 6 = 87.3: six lines a part; the last but one gives a line to the last.
    assert [bottom - top for top, bottom in zip(made.tops, made.bottoms, strict=True)] == [
        87_000, 84_000, 84_000, 70_000, 31_000,
    ]  # fmt: skip


def test_a_repeated_head_leaves_its_rows_less_room(fonts: Fonts) -> None:
    # 19 lines and 6 pt are 272; with a head of 20 above them they are too high for 280.
    head = (row(para(1), head=True),)
    with_head = boxed(Box(None, TABLE, 0, 200_000, head=head), *head, row(para(19)))
    assert stack(fonts, *with_head).overfull
    assert not stack(fonts, *boxed(Box(None, TABLE, 0, 200_000), row(para(19)))).overfull


def test_joined_rows_are_parted_at_their_price(fonts: Fonts) -> None:
    box = Box(None, replace(TABLE, padding=4000), 0, 200_000)
    rows = [row(para(3)), row(para(3), joined="kept"), row(para(3), joined="loose"), row(para(3))]
    made = stack(fonts, *boxed(box, *rows))
    # 48 pt a row, 192 of 280: no small table, but lone rows are spared.
    assert made.costs == (0, KEEP + 900, 160, 900)
    assert made.eased == {1: 3000, 2: 3000}


def test_the_parts_of_a_joined_row_are_joined_only_where_it_begins(fonts: Fonts) -> None:
    made = stack(fonts, *boxed(Box(None, TABLE, 0, 200_000), row(para(1)), row(para(25), joined="kept")))
    assert made.eased == {1: 3000}
    # The first row, the second, and four parts that it goes on with: these read on.
    assert made.inside == (False, False, True, True, True, True)


def test_a_row_takes_over_what_its_cells_name(fonts: Fonts) -> None:
    inside = (AnchorMark("a"), para(1, heading=Heading(2, "B")), AnchorMark("b"), para(1))
    made = stack(fonts, para(1), *boxed(Box(None, TABLE, 0, 200_000), row(*inside)))
    assert made.anchors == ((1, "a"), (1, "b"))
    assert made.headings == ((1, Heading(2, "B")),)


def test_a_late_cell_makes_a_late_galley(fonts: Fonts) -> None:
    late = piece(replace(paragraph(1), inlines=(PageCount(),)))
    assert stack(fonts, *boxed(Box(None, TABLE, 0, 200_000), row(late), row(para(1)))).late


# footnotes


def marked(*names: str) -> Para:
    return piece(replace(paragraph(1), inlines=(Text("a"), *(NoteMark(name, 1) for name in names))))


NOTES = {
    "one": Footnote("one", 1, (para(2, replace(PLAIN, leading=10_000)),)),
    "two": Footnote("two", 2, (para(1, replace(PLAIN, leading=10_000)),)),
    "none": Footnote("none", 3, ()),
}


def test_footnotes_are_set_in_the_order_of_their_marks(fonts: Fonts) -> None:
    made = stacker(fonts, notes=NOTES).stack((para(1), marked("one", "two", "one")), main=True)
    assert [(note.name, note.atom, note.before) for note in made.notes] == [("one", 1, 0), ("two", 1, 2)]
    assert made.note_tops == (0, 10_000, 20_000, 30_000)
    assert made.note_of == (0, 0, 1)
    assert made.anchors == ((1, "noteref-one"), (1, "noteref-two"))


def test_a_footnote_without_lines_is_no_footnote(fonts: Fonts) -> None:
    made = stacker(fonts, notes=NOTES).stack((marked("none", "unknown"),), main=True)
    assert made.notes == ()
    assert made.anchors == ((0, "noteref-none"),)


def test_a_mark_in_a_cell_calls_its_note_below_the_page(fonts: Fonts) -> None:
    pieces = boxed(Box(None, TABLE, 0, 200_000), row(para(1)), row(marked("two")))
    made = stacker(fonts, notes=NOTES).stack(pieces, main=True)
    assert [(note.name, note.atom) for note in made.notes] == [("two", 1)]
    assert stacker(fonts, notes=NOTES).stack((marked("two"),)).notes == ()


# what takes no room


def test_names_stand_at_the_next_atom_or_the_last(fonts: Fonts) -> None:
    made = stack(fonts, AnchorMark("a"), para(1), AnchorMark("b"), AnchorMark("c"), para(1), AnchorMark("d"))
    assert made.anchors == ((0, "a"), (1, "b"), (1, "c"), (1, "d"))
    assert stack(fonts, AnchorMark("a")).anchors == ()


def test_sections_and_margin_notes_stand_at_the_next_atom_or_the_last(fonts: Fonts) -> None:
    one, two, note = section(), section(title="Two"), Beside(())
    made = stack(fonts, Begin(one), para(1), note, para(1), Begin(two), note)
    assert made.begins == ((0, one), (1, two))
    assert made.besides == ((1, note), (1, note))
    assert stack(fonts, Begin(one)).begins == ((0, one),)


def test_a_section_begins_two_lines_below_what_is_above(fonts: Fonts) -> None:
    assert stack(fonts, para(1, SPACED), Begin(section()), para(1)).tops == (0, LINE + 28_000)
    assert stack(fonts, para(1), Space(30_000), Begin(section()), para(1)).tops == (0, LINE + 30_000)


def test_a_section_that_wants_room_wants_a_third_of_the_page(fonts: Fonts) -> None:
    made = stack(fonts, para(1), Begin(section(start="room")), para(1))
    assert made.rooms == ((1, 280_000 // 3),)
    assert stack(fonts, Begin(section(start="flow")), para(1)).rooms == ()


@pytest.mark.parametrize("kind", ["page", "column"])
def test_forced_ends_stand_before_the_next_atom(fonts: Fonts, kind: str) -> None:
    stop = Stop(kind)  # type: ignore[arg-type]
    assert stack(fonts, stop, para(1), stop, para(1)).stops == (1,)


def test_what_wants_room_says_how_much(fonts: Fonts) -> None:
    made = stack(fonts, para(1), Stop("room", 50_000), para(1))
    assert (made.rooms, made.stops) == (((1, 50_000),), ())


# rounds


def test_what_no_reference_can_change_is_stacked_once(fonts: Fonts) -> None:
    made = stacker(fonts)
    pieces = (para(1),)
    first = made.stack(pieces)
    assert made.setting(made.setter).stack(pieces) is first
    assert made.stack((para(1),)) is not first


def test_what_a_reference_can_change_is_stacked_anew(fonts: Fonts) -> None:
    made = stacker(fonts)
    late = (piece(replace(paragraph(1), inlines=(PageCount(),))),)
    assert made.stack(late) is not made.stack(late)
