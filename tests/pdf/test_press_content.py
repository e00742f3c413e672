"""Small black text is printed over tints; all else knocks out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.pdf.everything import pictures
from tests.pdf.helpers import content, open_pdf

from guidepress.base.colour import BLACK, WHITE, Colour
from guidepress.page.items import Frame, Image, Shape
from guidepress.pdf import write_press
from guidepress.pdf.press_ink import PressInk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pdf.conftest import Hand

    from guidepress.page.items import Item

TINT = Colour(244, 242, 236, (0, 10, 50, 40))
DARK = Colour(92, 35, 100, (600, 1000, 0, 400))


def ground(colour: Colour, x: int = 0) -> Shape:
    return Shape((("r", (x, -20_000, 100_000, 40_000)),), fill=colour)


def states(hand: Hand, *items: Item, clip: tuple[int, int] | None = None) -> list[str]:
    """The colours and overprint states of a page, in order."""
    data = write_press(hand.book(hand.page(Frame(50_000, 100_000, items, clip=clip))), PressInk())
    return [
        line for line in content(data).splitlines() if line.endswith((" k", " gs")) or line[:1] in {"q", "Q"}
    ]


def test_black_text_is_printed_over_a_tint(hand: Hand) -> None:
    assert states(hand, ground(TINT), hand.run("a")) == ["0 0.01 0.05 0.04 k", "/Over gs", "0 0 0 1 k"]


def test_text_that_overprints_leaves_the_plates_alone_that_it_has_no_ink_for(hand: Hand) -> None:
    page: Any = open_pdf(write_press(hand.text_book(hand.run("a")), PressInk())).pages[0]
    states = page["/Resources"]["/ExtGState"]
    assert states["/Over"] == {"/OP": True, "/op": True, "/OPM": 1}
    assert (states["/Out"]["/OP"].value, states["/Out"]["/op"].value) == (False, False)


def test_black_text_knocks_out_of_what_it_would_overload(hand: Hand) -> None:
    # 200 % of the ground and 100 of the text are more than 240.
    assert states(hand, ground(DARK), hand.run("a")) == ["0.6 1 0 0.4 k", "0 0 0 1 k"]
    assert states(hand, ground(DARK, 200_000), hand.run("a")) == ["0.6 1 0 0.4 k", "/Over gs", "0 0 0 1 k"]


def test_a_line_is_a_ground_too(hand: Hand) -> None:
    line = Shape((("m", (0, 2000)), ("l", (50_000, 2000))), stroke=DARK, line_width=1000)
    assert states(hand, line, hand.run("g")) == ["0 0 0 1 k"]
    away = Shape((("m", (0, 9000)), ("l", (50_000, 9000))), stroke=DARK, line_width=1000)
    assert states(hand, away, hand.run("g")) == ["/Over gs", "0 0 0 1 k"]


def test_black_text_knocks_out_of_a_picture(hand: Hand, tmp_path: Path) -> None:
    picture = Image(pictures(tmp_path)["grey"], 0, -10_000, 50_000, 50_000)
    assert [each for each in states(hand, picture, hand.run("a")) if each.endswith("gs")] == []


@pytest.mark.parametrize(("size", "over"), [(24_000, True), (24_001, False)])
def test_large_text_knocks_out(hand: Hand, size: int, *, over: bool) -> None:
    assert ("/Over gs" in states(hand, hand.run("a", size=size))) == over


def test_text_of_any_other_colour_knocks_out_again(hand: Hand) -> None:
    found = states(hand, hand.run("a"), hand.run("b", 0, 20_000, colour=WHITE), hand.run("c", 0, 40_000))
    assert found == ["/Over gs", "0 0 0 1 k", "/Out gs", "0 0 0 0 k", "/Over gs", "0 0 0 1 k"]


def test_a_shape_knocks_out(hand: Hand) -> None:
    assert states(hand, hand.run("a"), ground(BLACK)) == ["/Over gs", "0 0 0 1 k", "/Out gs"]


def test_what_a_turned_group_has_set_ends_with_it(hand: Hand) -> None:
    spine = Frame(0, 0, (hand.run("a", colour=WHITE),), turn=1)
    found = states(hand, hand.run("b", 0, 40_000), spine, hand.run("c", 0, 60_000, colour=WHITE))
    # White that overprints is no ink at all: it must knock out, inside the group and after it.
    assert found == ["/Over gs", "0 0 0 1 k", "q", "/Out gs", "0 0 0 0 k", "Q", "/Out gs", "0 0 0 0 k"]


def test_turned_text_knocks_out_of_the_ground_that_it_stands_on(hand: Hand) -> None:
    # A ground below the origin of the frame, 20 to 60 pt: where text turned clockwise runs.
    below = Shape((("r", (-20_000, 20_000, 40_000, 40_000)),), fill=DARK)
    text = hand.run("downwards", 0, 0)
    assert "/Over gs" not in states(hand, below, Frame(0, 0, (text,), turn=1))
    assert "/Over gs" in states(hand, below, text)
    turned = Frame(0, 0, (Shape((("r", (20_000, -20_000, 40_000, 40_000)),), fill=DARK),), turn=1)
    assert "/Over gs" not in states(hand, turned, hand.run("a", 0, 40_000))
    assert "/Over gs" in states(hand, turned, hand.run("a", 40_000, 0))


def test_what_a_clip_has_set_ends_with_it(hand: Hand) -> None:
    inner = Frame(0, 0, (hand.run("a"),), clip=(50_000, 50_000))
    found = states(hand, inner, hand.run("b", 0, 60_000))
    assert found == ["q", "/Over gs", "0 0 0 1 k", "Q", "/Over gs", "0 0 0 1 k"]
