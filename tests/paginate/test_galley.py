"""What a range of atoms measures on a page."""

from __future__ import annotations

from tests.paginate.stacks import LINE, frame, galley, para

from guidepress.base.record import replace
from guidepress.paginate.galley import KEEP, TableHead, marks_among


def test_atoms_are_as_high_as_they_stand_apart() -> None:
    made = galley([10_000, 20_000, 30_000])
    assert len(made) == 3
    assert made.extent(0, 3) == 60_000
    assert made.extent(1, 2) == 20_000


def test_boxes_add_their_padding_at_either_end() -> None:
    outer = frame(top=5000, bottom=6000)
    inner = frame(outer, top=700, bottom=800)
    made = galley(3, boxes=(outer, inner, None))
    assert [made.opening(atom) for atom in range(3)] == [5000, 5700, 0]
    assert [made.closing(atom) for atom in range(3)] == [6000, 6800, 0]
    # 5 above, two lines, 6.8 below.
    assert made.extent(0, 2) == 5000 + 2 * LINE + 6800


def test_a_repeated_head_stands_above_what_is_no_part_of_it() -> None:
    table = frame(top=1000)
    made = galley(4, boxes=(table,) * 4, heads={table: TableHead((), 20_000, 2)}, eased={3: 4000})
    # Atoms 0 and 1 are the head itself; above 3, which is joined to 2, its padding stands again.
    assert [made.opening(atom) for atom in range(4)] == [1000, 1000, 21_000, 25_000]


def test_without_lines_on_the_grid_nothing_moves() -> None:
    assert galley(3).snap(1, 0) == (3, 0)


def test_the_first_line_on_the_grid_moves_down_to_it() -> None:
    made = galley(4, grid=LINE, reference=9_700, snaps=(2,), snap_slack=(0,), fillings=(para(1),) * 4)
    # From atom 1, 3 pt down, atom 2 stands at 3 + 14 + 9.7 = 26.7; the grid is at 9.7 + 28 = 37.7.
    assert made.snap(1, 3000) == (2, 11_000)
    assert made.extent(1, 4, 0) == 3 * LINE
    # Held 3 pt above: 42 and the 11.
    assert made.extent(1, 4, 3000) == 3 * LINE + 11_000
    assert made.extent(1, 2, 3000) == LINE  # the page ends before the line that would move


def test_a_line_moves_up_where_white_space_put_it_on_the_grid() -> None:
    made = galley(4, grid=LINE, reference=9_700, snaps=(2,), snap_slack=(3000,), fillings=(para(1),) * 4)
    # 11 pt down or 3 up: the 3 pt above it were put there.
    assert made.snap(1, 3000) == (2, -3000)
    less = galley(4, grid=LINE, reference=9_700, snaps=(2,), snap_slack=(2999,), fillings=(para(1),) * 4)
    assert less.snap(1, 3000) == (2, 11_000)
    assert made.snap(2, 3000) == (2, 11_000)  # nothing stands above it


def test_a_heading_moves_with_the_line_that_it_heads() -> None:
    made = galley(
        4, grid=LINE, reference=9_700, snaps=(3,), snap_slack=(0,), fillings=(para(1),) * 4,
        costs={2: KEEP - 1, 3: KEEP},
    )  # fmt: skip
    assert made.snap(0, 3000) == (2, 11_000)
    all_kept = galley(
        4, grid=LINE, reference=9_700, snaps=(3,), snap_slack=(0,), fillings=(para(1),) * 4,
        costs=dict.fromkeys(range(4), KEEP),
    )  # fmt: skip
    assert all_kept.snap(1, 3000) == (1, 11_000)
    assert all_kept.snap(1, 0) == (3, 0)  # it is there: nothing moves


def test_the_shape_is_all_that_ends_of_pages_depend_on() -> None:
    base, same = galley(3, notes=((1, 2),)), galley(3, notes=((1, 2),))
    assert base.shape() == same.shape()
    others = (
        galley([LINE, LINE, 15_000], notes=((1, 2),)),
        galley(3, costs={2: 1}, notes=((1, 2),)),
        galley(3, notes=((2, 2),)),
        galley(3, notes=((1, 3),)),
        galley(3, notes=((1, 2),), boxes=(frame(), None, None)),
        galley(3, notes=((1, 2),), snaps=(1,)),
        galley(3, notes=((1, 2),), snap_slack=(1,)),
        galley(3, notes=((1, 2),), rooms=((1, 1),)),
        galley(3, notes=((1, 2),), stops=(1,)),
        galley(3, notes=((1, 2),), heads={frame(): TableHead((), 1, 1)}),
        galley(3, notes=((1, 2),), eased={1: 1}),
    )
    assert all(other.shape() != base.shape() for other in others)
    ruled = replace(frame(), decorated=True)
    assert galley(3, spans={frame(): (1, 2)}).shape() != galley(3, spans={ruled: (1, 2)}).shape()
    assert galley(3, notes=((1, 2), (1, 1))).shape() != galley(3, notes=((1, 1), (1, 2))).shape()
    heads = [galley(3, heads={frame(): TableHead((), *head)}).shape() for head in ((1, 1), (2, 1), (1, 2))]
    assert heads[0] not in heads[1:]


def test_the_marks_of_a_page_are_those_of_its_atoms() -> None:
    marks = ((0, "a"), (2, "b"), (2, "c"), (5, "d"))
    assert marks_among(marks, 0, 2) == ((0, "a"),)
    assert marks_among(marks, 2, 5) == ((2, "b"), (2, "c"))
    assert marks_among(marks, 3, 5) == ()
    assert marks_among(marks, 5, 9) == ((5, "d"),)


def test_boxes_that_measure_the_same_have_the_same_shape() -> None:
    def framed(top: int) -> tuple[object, ...]:
        outer = frame(top=top)
        inner = frame(outer, bottom=1)
        spans = {outer: (0, 3), inner: (1, 3)}
        return galley(3, boxes=(outer, inner, inner), spans=spans, heads={inner: TableHead((), 1, 1)}).shape()

    assert framed(5000) == framed(5000)
    assert framed(5000) != framed(6000)
