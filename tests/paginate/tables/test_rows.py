"""Rows set to the height of their highest cell, or cut where a page holds no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.paginate.stacks import LINE, PLAIN, frame, galley

from guidepress.base.colour import BLACK, Colour
from guidepress.base.record import replace
from guidepress.page.items import Shape
from guidepress.paginate.galley import WIDOW, SetRow
from guidepress.paginate.pieces import Space, TableCell, TableRow
from guidepress.paginate.tables.rows import row_shapes, set_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.paginate.galley import Galley
    from guidepress.paginate.pieces import Piece

RED = Colour(255, 0, 0)


def row(
    *counts: int, above: int = 3000, below: int = 4000, over: int = 0, under: int = 0, ground: bool = False
) -> TableRow:
    """A row whose cells have so many lines."""
    cells = tuple(
        TableCell((Space(count),), 50_000 * at, 50_000 * (at + 1), RED if ground and at else None)
        for at, count in enumerate(counts)
    )
    rules = (over, BLACK) if over else None, (under, RED) if under else None
    return TableRow(cells, 0, 50_000 * len(counts), PLAIN, False, *rules, above, below)  # noqa: FBT003 - no head


def lines(pieces: tuple[Piece, ...]) -> Galley:
    (space,) = pieces
    assert isinstance(space, Space)
    return galley(space.height)


def cut(made: tuple[SetRow, ...]) -> list[tuple[list[tuple[int, int]], int, bool, bool]]:
    return [([cell[1:] for cell in part.cells], part.height, part.starts, part.ends) for part in made]


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    made, was_cut = set_row(row(2, 3, 1), lines, 100_000)
    assert cut(made) == [([(0, 2), (0, 3), (0, 1)], 3 * LINE + 7000, True, True)]
    assert not was_cut


def test_a_row_without_text_is_its_padding() -> None:
    assert cut(set_row(row(0, 0), lines, 100_000)[0]) == [([(0, 0), (0, 0)], 7000, True, True)]


def test_a_row_that_fits_to_the_last_point_is_whole() -> None:
    assert not set_row(row(3), lines, 3 * LINE + 7000)[1]
    assert set_row(row(3), lines, 3 * LINE + 6999)[1]


def test_a_row_that_is_too_high_is_cut_into_thirds_of_a_page() -> None:
    # 105 / 3 - 7 = 28 pt: two lines a part. Padding stands only where the row begins and ends.
    made, was_cut = set_row(row(9, 3), lines, 105_000)
    assert was_cut
    assert cut(made) == [
        ([(0, 2), (0, 2)], 28_000 + 3000, True, False),
        ([(2, 4), (2, 3)], 28_000, False, False),
        ([(4, 6), (3, 3)], 28_000, False, False),
        ([(6, 8), (3, 3)], 28_000, False, False),
        ([(8, 9), (3, 3)], 14_000 + 4000, False, True),
    ]


def shaped(*heights: int, **values: object) -> Callable[[tuple[Piece, ...]], Galley]:
    """Makes cells whose lines are so high, a cell; the rest is as `galley` takes it."""
    left = list(heights)
    return lambda pieces: galley([left.pop(0)] * pieces[0].height, **values)  # type: ignore[union-attr,arg-type]


def parts(
    counts: tuple[int, ...], build: Callable[[tuple[Piece, ...]], Galley]
) -> list[list[tuple[int, ...]]]:
    made, was_cut = set_row(replace(row(*counts), parted=True), build, 600_000)
    assert not was_cut
    return [[cell[1:] for cell in part.cells] for part in made]


def test_a_row_that_may_be_cut_is_cut_before_each_line() -> None:
    made, was_cut = set_row(replace(row(3, 2), parted=True), lines, 600_000)
    assert not was_cut
    # 3 pt of padding above the first line, 4 below the last.
    assert cut(made) == [
        ([(0, 1), (0, 1)], LINE + 3000, True, False),
        ([(1, 2), (1, 2)], LINE, False, False),
        ([(2, 3), (2, 2)], LINE + 4000, False, True),
    ]
    assert cut(set_row(replace(row(0, 0), parted=True), lines, 600_000)[0]) == [
        ([(0, 0), (0, 0)], 7000, True, True)
    ]


def test_a_part_costs_and_reads_on_as_the_lines_that_it_begins_with() -> None:
    # The second line of both is a widow, the third of the first goes on; the second cell has ended then.
    made, _ = set_row(
        replace(row(3, 2), parted=True),
        lambda pieces: galley(pieces[0].height, costs={1: WIDOW, 2: 5}, inside=(False, False, True)),  # type: ignore[union-attr]
        600_000,
    )
    assert [(part.cost, part.inside) for part in made] == [(0, False), (WIDOW, False), (5, True)]


def test_white_space_between_paragraphs_belongs_to_the_part_above_it() -> None:
    spaced = {"tops": (0, 20_000), "bottoms": (LINE, 20_000 + LINE)}
    made, _ = set_row(replace(row(2), parted=True), shaped(LINE, **spaced), 600_000)
    assert [part.height for part in made] == [20_000 + 3000, LINE + 4000]


def test_a_row_is_cut_only_where_the_lines_of_all_cells_stand_level() -> None:
    # Lines of 14 and of 13 pt, 60 pt a tenth: below the third of the second cell the first goes on alone.
    assert parts((9, 3), shaped(14_000, 13_000)) == [
        [(0, 3), (0, 3)], *([(at, at + 1), (3, 3)] for at in range(3, 9))
    ]  # fmt: skip


def test_where_they_seldom_do_parts_are_tenths_of_a_page_and_leave_no_line_alone() -> None:
    # Four lines a part; the five of the second cell would leave one alone, so that both give one to the next part.
    assert parts((8, 5), shaped(14_000, 13_000)) == [
        [(0, 3), (0, 3)], [(3, 6), (3, 5)], [(6, 8), (5, 5)],
    ]  # fmt: skip


def test_a_row_of_boxes_is_not_cut_by_the_line() -> None:
    boxes = (frame(top=1000),) * 4
    assert parts((4,), lambda _: galley(4, boxes=boxes)) == [[(0, 4)]]


def test_a_part_has_a_line_even_where_there_is_room_for_none() -> None:
    made, _ = set_row(row(3), lines, 10_000)
    assert [part.cells[0][1:] for part in made] == [(0, 1), (1, 2), (2, 3)]


def test_grounds_stand_behind_rules_at_either_end() -> None:
    part = SetRow(row(1, 1, over=1000, under=500, ground=True), (), 20_000)
    assert row_shapes(part) == (
        Shape((("r", (50_000, 0, 50_000, 20_000)),), fill=RED),
        Shape((("m", (0, 0)), ("l", (100_000, 0))), stroke=BLACK, line_width=1000),
        Shape((("m", (0, 20_000)), ("l", (100_000, 20_000))), stroke=RED, line_width=500),
    )


def test_a_part_has_rules_only_where_its_row_begins_and_ends() -> None:
    whole = row(1, over=1000, under=500)
    assert [shape.line_width for shape in row_shapes(SetRow(whole, (), 1, ends=False))] == [1000]
    assert [shape.line_width for shape in row_shapes(SetRow(whole, (), 1, starts=False))] == [500]
    assert row_shapes(SetRow(row(1), (), 1)) == ()
