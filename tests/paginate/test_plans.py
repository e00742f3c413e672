"""Where the atoms of a slice stand on their page."""

from __future__ import annotations

from tests.paginate.stacks import LINE, frame, galley, para

from guidepress.paginate.glue import Move
from guidepress.paginate.plans import STILL, Slice


def test_atoms_stand_below_the_first_of_the_slice() -> None:
    part = Slice(galley([10_000, 20_000, 30_000]), 1, 3, 0, 5000)
    assert [part.top(atom) for atom in (1, 2)] == [5000, 25_000]


def test_padding_stands_above_the_first() -> None:
    part = Slice(galley(3, boxes=(None, frame(top=4000), None)), 1, 3, 0, 5000)
    assert [part.top(atom) for atom in (1, 2)] == [9000, 9000 + LINE]


def test_from_the_first_line_on_the_grid_on_all_are_moved() -> None:
    made = galley(4, grid=LINE, reference=9_700, snaps=(2,), snap_slack=(0,), fillings=(para(1),) * 4)
    part = Slice(made, 1, 4, 0, 3000)
    # At 3 + 14 the line would stand 3 below the grid: 11 to go.
    assert [part.top(atom) for atom in (1, 2, 3)] == [3000, 28_000, 28_000 + LINE]


def test_a_slice_ends_below_its_last_atom_and_the_padding_of_its_box() -> None:
    made = galley(3, boxes=(None, frame(top=4000, bottom=3000), None))
    assert Slice(made, 1, 2, 0, 5000).bottom == 5000 + 4000 + LINE + 3000
    assert Slice(made, 2, 3, 0, 5000).bottom == 5000 + LINE


def test_opened_white_space_moves_all_below_it() -> None:
    part = Slice(galley(4), 0, 4, 0, 0, moves=(Move(1, 5000), Move(3, 9000)))
    assert [part.top(atom) for atom in range(4)] == [0, LINE + 5000, 2 * LINE + 5000, 3 * LINE + 9000]
    assert part.bottom == 4 * LINE + 9000


def test_what_moves_to_the_grid_moves_on_with_opened_white_space() -> None:
    made = galley(4, grid=LINE, reference=9_700, snaps=(2,), snap_slack=(0,), fillings=(para(1),) * 4)
    # All from the line on the grid move 11 as above; a line more above that, or above the next.
    part = Slice(made, 1, 4, 0, 3000, moves=(Move(2, LINE),))
    assert [part.top(each) for each in (1, 2, 3)] == [3000, 28_000 + LINE, 28_000 + 2 * LINE]
    part = Slice(made, 1, 4, 0, 3000, moves=(Move(3, LINE),))
    assert [part.top(each) for each in (1, 2, 3)] == [3000, 28_000, 28_000 + 2 * LINE]


def test_what_stands_where_its_galley_has_it_is_still() -> None:
    assert Slice(galley(2), 0, 2, 0, 0).shifts() is STILL
