"""Sheets that are folded: worked out with folded paper, bound at either side, turned on either edge."""

from __future__ import annotations

import pytest
from tests.bind.orders.faces import faces, spines

from guidepress.bind.orders import saddle, signatures, turn_backs, zine


@pytest.mark.parametrize(
    ("rtl", "upright", "turned"),
    [
        # Two sheets, the second laid on the first, both folded in the middle. Outside lies page 1, right of the fold,
        # and 8 left of it; page 2 is behind 1. The second sheet has 3 to 6; in its middle 4 faces 5.
        (False, ["8 1", "2 7", "6 3", "4 5"], ["8 1", "7v 2v", "6 3", "5v 4v"]),
        # Bound at the right the book opens the other way: page 1 lies left of the fold.
        (True, ["1 8", "7 2", "3 6", "5 4"], ["1 8", "2v 7v", "3 6", "4v 5v"]),
    ],
)
def test_sheets_nested_into_one_another(*, rtl: bool, upright: list[str], turned: list[str]) -> None:
    order = saddle(8, rtl=rtl)
    assert faces(order) == upright
    assert faces(turn_backs(order)) == turned


@pytest.mark.parametrize(
    ("rtl", "upright", "turned"),
    [
        # Twelve pages in signatures of two sheets: 1 to 8 as a booklet, then 9 to 12 on one sheet by itself.
        (
            False,
            ["8 1", "2 7", "6 3", "4 5", "12 9", "10 11"],
            ["8 1", "7v 2v", "6 3", "5v 4v", "12 9", "11v 10v"],
        ),
        (
            True,
            ["1 8", "7 2", "3 6", "5 4", "9 12", "11 10"],
            ["1 8", "2v 7v", "3 6", "4v 5v", "9 12", "10v 11v"],
        ),
    ],
)
def test_signatures_glued_in_a_row(*, rtl: bool, upright: list[str], turned: list[str]) -> None:
    order = signatures(12, 2, rtl=rtl)
    assert faces(order) == upright
    assert faces(turn_backs(order)) == turned


@pytest.mark.parametrize(
    ("rtl", "upright"),
    [
        # Folded lengthwise, slit in the middle and pushed together: the lower row is the back cover, the front cover
        # and pages 2 and 3; 4 to 7 run on above them, back towards the left, heads down.
        (False, ["7v 6v 5v 4v / 8 1 2 3"]),
        (True, ["4v 5v 6v 7v / 3 2 1 8"]),
    ],
)
def test_a_sheet_slit_and_folded(*, rtl: bool, upright: list[str]) -> None:
    order = zine(8, rtl=rtl)
    assert faces(order) == upright
    assert faces(turn_backs(order)) == upright  # it has no back to turn


@pytest.mark.parametrize("rtl", [False, True])
def test_a_page_is_bound_at_the_fold(*, rtl: bool) -> None:
    # Left of the fold a page ends at it, right of it a page begins there: on fronts and backs, however backs lie.
    order = signatures(12, 2, rtl=rtl)
    assert spines(order) == ["right left"] * 6
    assert spines(turn_backs(order)) == ["right left"] * 6
    # A zine has no spine that sheets could creep from.
    assert spines(zine(8, rtl=rtl)) == ["loose loose loose loose / loose loose loose loose"]


def test_blanks_fill_up_before_the_last_pages() -> None:
    # Ten pages take twelve places: the inside of the back cover and the back cover are blank,
    assert faces(saddle(10)) == ["- 1", "2 -", "10 3", "4 9", "8 5", "6 7"]
    # unless page 10 is to be the back cover: then 10 and 11 of the twelve are blank.
    assert faces(saddle(10, last=1)) == ["10 1", "2 -", "- 3", "4 9", "8 5", "6 7"]
    # In signatures of one sheet: 1 2 3 4, then 5, two blanks, 6.
    assert faces(signatures(6, 1, last=1)) == ["4 1", "2 3", "6 5", "- -"]
    # Ten pages in zines of eight: the second has 9 in front and 10 behind it, or 10 at its back, as the last.
    assert faces(zine(10)) == ["7v 6v 5v 4v / 8 1 2 3", "-v -v -v -v / - 9 10 -"]
    assert faces(zine(10, last=1)) == ["7v 6v 5v 4v / 8 1 2 3", "-v -v -v -v / 10 9 - -"]


def test_sheets_know_how_deep_they_lie() -> None:
    # The outermost is 0. A signature of two sheets, then one of one.
    found = {(p.sheet, p.nest, p.nests) for p in signatures(12, 2).places}
    assert found == {(0, 0, 2), (1, 1, 2), (2, 0, 1)}
    assert {(p.sheet, p.nest, p.nests) for p in saddle(12).places} == {(0, 0, 3), (1, 1, 3), (2, 2, 3)}
    assert {(p.nest, p.nests) for p in zine(8).places} == {(0, 1)}


def test_an_order_says_what_it_is() -> None:
    found = [
        (each.scheme, each.pages, each.sheets, each.columns, each.rows, each.sides, each.blanks)
        for each in (saddle(10), signatures(10, 2), zine(10))
    ]
    # 12 places on 3 sheets; the same in signatures; 16 places on 2 zines.
    assert found == [
        ("saddle", 10, 3, 2, 1, 2, 2),
        ("perfect", 10, 3, 2, 1, 2, 2),
        ("zine", 10, 2, 4, 2, 1, 6),
    ]


def test_where_sheets_are_folded_and_slit() -> None:
    assert (saddle(4).folds, saddle(4).slit) == ((("x", 1),), None)
    assert (signatures(4, 1).folds, signatures(4, 1).slit) == ((("x", 1),), None)
    # A zine has three upright folds and one across; it is slit over the two middle columns.
    assert (zine(8).folds, zine(8).slit) == ((("x", 1), ("x", 2), ("x", 3), ("y", 1)), (("y", 1), 1, 3))


def test_one_page_makes_a_whole_sheet() -> None:
    assert faces(saddle(1)) == ["- 1", "- -"]
    assert faces(signatures(1, 4)) == ["- 1", "- -"]
    assert faces(zine(1)) == ["-v -v -v -v / - 1 - -"]
    assert saddle(4).blanks == 0
    assert saddle(5).blanks == 3


def test_what_cannot_be_folded_is_said() -> None:
    with pytest.raises(ValueError, match=r"^a signature has at least one sheet$"):
        signatures(4, 0)
    for make in (saddle, zine):
        with pytest.raises(ValueError, match=r"^there are no pages to put in order$"):
            make(0)
        with pytest.raises(ValueError, match=r"^the last 3 of 2 pages cannot be kept at the end$"):
            make(2, last=3)
