"""Items of frames in frames get their places on the page and their elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import ARTIFACT, BACKGROUND, INHERIT, Anchor, Frame, Image, Link, Shape
from guidepress.pdf.placed import Clip, QuarterTurns, Unclip, Unturn, flatten

if TYPE_CHECKING:
    from tests.pdf.conftest import Hand

    from guidepress.page.items import Item

SHAPE = Shape((("r", (0, 0, 9, 9)),))


def places(hand: Hand, *frames: Frame) -> list[tuple[str, int, int, int]]:
    """Kind, x, y and element of each item, on a page 400 pt high."""
    return [(type(item).__name__, x, y, tag) for item, x, y, tag in flatten(hand.page(*frames))]


def test_places_add_up_and_count_from_the_foot(hand: Hand) -> None:
    inner = Frame(5_000, 7_000, (hand.run("a", 1_000, 2_000), Anchor("here", 3_000, 4_000)), 2)
    # 10 + 5 + 1 = 16; 400 - 20 - 7 - 2 = 371; 18 and 369.
    assert places(hand, Frame(10_000, 20_000, (inner,), 1)) == [
        ("Run", 16_000, 371_000, 2),
        ("Anchor", 18_000, 369_000, 2),
    ]


def test_shapes_have_their_frames_place_and_pictures_their_own(hand: Hand) -> None:
    items: tuple[Item, ...] = (SHAPE, Image("a.png", 1_000, 2_000, 3_000, 4_000))
    # A shape's points count from the frame's origin: (10, 380). The picture stands at 10 + 1, 380 - 2.
    assert places(hand, Frame(10_000, 20_000, items, ARTIFACT)) == [
        ("Shape", 10_000, 380_000, ARTIFACT),
        ("Image", 11_000, 378_000, ARTIFACT),
    ]


def test_what_is_in_no_element_is_decoration(hand: Hand) -> None:
    assert [tag for *_, tag in places(hand, Frame(0, 0, (SHAPE, hand.run("a"))))] == [BACKGROUND, BACKGROUND]


def test_frames_and_items_may_have_elements_of_their_own(hand: Hand) -> None:
    own = Shape(SHAPE.path, tag=7)
    frame = Frame(0, 0, (SHAPE, own, Frame(0, 0, (SHAPE,)), Frame(0, 0, (SHAPE,), 4)), 3)
    assert [tag for *_, tag in places(hand, frame)] == [3, 7, 3, 4]


def test_inlines_have_the_elements_that_their_frame_lists(hand: Hand) -> None:
    items = (hand.run("a", source=1), hand.run("b"), Link(0, 0, 1, 1, "#x", "x", 1), hand.run("c", source=2))
    assert [tag for *_, tag in places(hand, Frame(0, 0, items, 3, (5, 6, INHERIT)))] == [6, 5, 6, 3]
    # Without a list all belong to the frame's element.
    assert [tag for *_, tag in places(hand, Frame(0, 0, items, 3))] == [3, 3, 3, 3]


def test_a_clip_opens_before_its_items_and_closes_behind_them(hand: Hand) -> None:
    frame = Frame(10_000, 20_000, (SHAPE,), 3, clip=(50_000, 60_000))
    opening, shape, closing = flatten(hand.page(frame))
    assert isinstance(opening[0], Clip)
    assert (opening[0].width, opening[0].height) == (50_000, 60_000)
    assert shape[0] is SHAPE
    assert isinstance(closing[0], Unclip)
    assert opening[1:] == shape[1:] == closing[1:] == (10_000, 380_000, 3)


def test_places_in_a_turned_frame_count_from_its_own(hand: Hand) -> None:
    frame = Frame(10_000, 20_000, (Frame(1_000, 2_000, (SHAPE,)),), 3, turn=1)
    opening, shape, closing = flatten(hand.page(frame))
    assert isinstance(opening[0], QuarterTurns)
    assert (opening[0].quarters, *opening[1:]) == (1, 10_000, 380_000, 3)
    # Not 11 and 378: the group is turned as a whole, and moved to its place with it.
    assert shape[1:] == (1_000, -2_000, 3)
    assert isinstance(closing[0], Unturn)
