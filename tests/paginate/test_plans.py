"""Where the atoms of a slice stand on their page."""

from __future__ import annotations

from tests.paginate.stacks import LINE, frame, galley, para

from guidepress.paginate.plans import Slice


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
