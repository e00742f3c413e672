"""White space that grows: how much it can take, and where it is put. Lines are of 14 pt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.paginate.stacks import LINE, galley, para

from guidepress.paginate.glue import Glue, Move

GAPS = ((2, 10_000), (4, 20_000), (6, 40_000))


def glue(*gaps: tuple[int, int], snaps: tuple[int, ...] = (), grid: int = 0) -> Glue:
    count = 12
    made = galley(count, gaps=gaps, snaps=snaps, grid=grid, fillings=(para(1),) * count)
    return Glue(made, LINE)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        (10_000, 10_000),
        (29_000, 29_000),  # half of 10 and 20 pt, and a line of 14
        (56_000, 29_000),  # 27 pt are left, less than two lines
        (57_000, 0),
    ],
)
def test_off_the_grid_white_space_grows_by_half_of_itself_and_no_more_than_a_line(
    left: int, expected: int
) -> None:
    assert glue(*GAPS).fills(0, 12, left) == expected


def test_what_stands_above_the_first_block_of_a_page_is_none_of_its_white_space() -> None:
    assert glue(*GAPS).fills(4, 12, 10_000) == 10_000  # of the 14 pt above block 6
    assert glue(*GAPS).fills(4, 6, 10_000) == 0


def test_off_the_grid_each_gap_takes_its_share() -> None:
    # 14.5 pt of 29: half of what each can take, and what stood above moves along.
    assert glue(*GAPS).moves(0, 12, 14_500) == (Move(2, 2500), Move(4, 7500), Move(6, 14_500))


def test_on_the_grid_gaps_of_a_line_or_more_grow_by_whole_lines() -> None:
    made = glue(*GAPS, snaps=(10,), grid=LINE)
    # Of 30 pt two lines: one above block 4, one above block 6.
    assert made.fills(0, 12, 30_000) == 2 * LINE
    assert made.moves(0, 12, 2 * LINE) == (Move(4, LINE), Move(6, 2 * LINE))
    assert made.moves(0, 12, LINE) == (Move(6, LINE),)  # the highest gap first


def test_below_the_last_line_on_the_grid_gaps_take_parts_of_lines() -> None:
    made = glue(*GAPS, snaps=(5,), grid=LINE)
    # 6 pt go above block 6, which stands off the grid; 20 pt are a line above block 4 and 6 pt there.
    assert made.moves(0, 12, made.fills(0, 12, 6000)) == (Move(6, 6000),)
    assert made.moves(0, 12, made.fills(0, 12, 20_000)) == (Move(4, LINE), Move(6, 20_000))


def test_of_equal_gaps_those_are_chosen_that_part_the_page_evenly() -> None:
    made = glue(*((atom, LINE) for atom in range(1, 9)), snaps=(11,), grid=LINE)
    # Eight gaps, two lines: the third and the seventh.
    assert made.moves(0, 12, 2 * LINE) == (Move(3, LINE), Move(7, 2 * LINE))


@given(
    gaps=st.lists(st.integers(1, 60_000), max_size=11),
    snaps=st.sets(st.integers(0, 11)),
    grid=st.sampled_from((0, LINE)),
    left=st.integers(1, 8 * LINE),
)
def test_whatever_a_page_fills_is_what_its_blocks_move(
    gaps: list[int], snaps: set[int], grid: int, left: int
) -> None:
    placed = tuple(enumerate(gaps, 1))
    on_grid = tuple(sorted(snaps)) if grid else ()
    made = glue(*placed, snaps=on_grid, grid=grid)
    fill = made.fills(0, 12, left)
    moves = made.moves(0, 12, fill) if fill else ()
    assert (moves[-1].by if moves else 0) == fill <= left
    before = 0
    for move in moves:
        grown = move.by - before
        assert 0 <= grown <= LINE
        if on_grid and move.atom <= on_grid[-1]:
            assert grown == LINE <= dict(placed)[move.atom]
        else:
            assert grown <= dict(placed)[move.atom] // 2 + 1  # a thousandth is rounded
        before = move.by
