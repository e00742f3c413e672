"""A job says which order its pages take, and how far they creep."""

from __future__ import annotations

import pytest
from tests.bind.orders.faces import faces

from guidepress.bind.impose_job import GRIDS, SCHEMES, Creep, Job, creep_of, order_of
from guidepress.bind.orders import saddle, signatures

MM = 72000 / 25.4


def test_creep_grows_by_a_caliper_a_sheet() -> None:
    # 0.1 mm paper, 12 pages: sheets 0, 1, 2 move 0, 0.1 and 0.2 mm.
    creep = Creep(caliper=round(0.1 * MM))
    places = saddle(12).places
    assert [creep_of(creep, place, 3) for place in places[::4]] == [0, 283, 566]


def test_total_creep_is_shared_out_evenly() -> None:
    # 2 pt over 5 sheets: steps of 2 / (5 - 1) = 0.5 pt.
    creep = Creep(total=2_000)
    assert [creep_of(creep, place, 5) for place in saddle(20).places[::4]] == [0, 500, 1000, 1500, 2000]


def test_outside_pages_may_move_instead() -> None:
    creep = Creep(caliper=300, moves="outside")
    assert [creep_of(creep, place, 3) for place in saddle(12).places[::4]] == [-600, -300, 0]


def test_creep_starts_anew_in_every_signature() -> None:
    creep = Creep(total=900)
    # Signatures of 4, 4 and 1 sheets; the total is that of a full one, 300 a sheet.
    order = signatures(36, 4)
    assert [creep_of(creep, place, 4) for place in order.places[::4]] == [0, 300, 600, 900] * 2 + [0]


@pytest.mark.parametrize(
    ("job", "pages", "expected"),
    [
        # Folded: the count of pages on a side does not matter.
        (Job("saddle"), 4, ["4 1", "2 3"]),
        (Job("saddle", rtl=True), 4, ["1 4", "3 2"]),
        (Job("saddle", last=1), 3, ["3 1", "2 -"]),
        (Job("perfect", signature=1), 8, ["4 1", "2 3", "8 5", "6 7"]),
        (Job("perfect", signature=1, rtl=True, last=1), 3, ["1 3", "- 2"]),
        (Job("zine", rtl=True), 8, ["4v 5v 6v 7v / 3 2 1 8"]),
        (Job("zine", last=1), 7, ["-v 6v 5v 4v / 7 1 2 3"]),
        # Cut: fronts only for pages read side by side, both sides for all else, unless something is said.
        (Job("up"), 4, ["1 2", "3 4"]),
        (Job("up", sides=2, rtl=True), 4, ["2 1", "4 3"]),
        (Job("stack"), 4, ["1 3", "4 2"]),
        (Job("stack", sides=1), 4, ["1 3", "2 4"]),
        (Job("cards", rtl=True), 4, ["3 1", "2 4"]),
        (Job("repeat", up=4), 2, ["1 1 / 1 1", "2 2 / 2 2"]),
        (Job("up", up=8), 8, ["1 2 3 4 / 5 6 7 8"]),
        # A blank behind the first page takes a place of its own.
        (Job("saddle", blank_after=(0,)), 3, ["3 1", "- 2"]),
        (Job("up", blank_after=(0, 0)), 2, ["1 -", "- 2"]),
    ],
)
def test_a_job_names_an_order(job: Job, pages: int, expected: list[str]) -> None:
    assert faces(order_of(job, pages)) == expected


def test_pages_on_their_side_stand_in_as_many_rows_as_others_in_columns() -> None:
    assert faces(order_of(Job("up", up=8), 8, upright=False)) == ["1 2 / 3 4 / 5 6 / 7 8"]
    assert faces(order_of(Job("up", up=2), 2, upright=False)) == ["1 / 2"]
    grids = {up: (order.columns, order.rows) for up in GRIDS for order in (order_of(Job("up", up=up), 1),)}
    assert grids == {2: (2, 1), 4: (2, 2), 8: (4, 2), 9: (3, 3), 16: (4, 4)}


def test_every_scheme_that_is_named_can_be_made() -> None:
    assert [order_of(Job(scheme), 8).scheme for scheme in SCHEMES] == list(SCHEMES)


def test_what_is_not_known_is_said() -> None:
    with pytest.raises(ValueError, match=r"^3 pages on a side is no known grid; choose from 2, 4, 8, 9, 16$"):
        order_of(Job("up", up=3), 4)
    with pytest.raises(ValueError, match=r"^there is no scheme 'heap'; choose from saddle, perfect, up, "):
        order_of(Job("heap"), 4)
    with pytest.raises(ValueError, match=r"^there are no pages to put in order$"):
        order_of(Job(blank_after=(0,)), 0)


def test_a_sheet_by_itself_does_not_creep() -> None:
    for place in order_of(Job("perfect", signature=1), 8).places:
        assert creep_of(Creep(caliper=500, total=500), place, 1) == 0
    # Beside a signature of two sheets one of a single sheet stays as it is.
    (alone, *_) = order_of(Job("perfect", signature=2), 12).places[8:]
    assert creep_of(Creep(total=500), alone, 2) == 0
