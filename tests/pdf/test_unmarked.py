"""Files without tags have items of no element, and the faces that these are set in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import Frame
from guidepress.pdf.text import Coders
from guidepress.pdf.unmarked import flat, use_faces

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand


def test_no_item_is_of_an_element(hand: Hand) -> None:
    page = hand.page(Frame(10_000, 20_000, (hand.run("a"), hand.run("b", source=1)), 1, (1, 2)))
    assert [(x, y, tag) for _, x, y, tag in flat(page)] == [(10_000, 380_000, -9)] * 2


def test_faces_are_named_in_order_of_first_use(hand: Hand) -> None:
    first = flat(hand.page(Frame(0, 0, (hand.run("a", face=hand.sans),))))
    second = flat(hand.page(Frame(0, 0, (hand.run("b"), hand.run("c", face=hand.sans)))))
    assert {face: use.name for face, use in use_faces((first, second), Coders()).items()} == {
        hand.sans: "F0",
        hand.serif: "F1",
    }
