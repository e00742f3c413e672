"""Locked text becomes bars, a line a bar, with nothing behind them."""

from __future__ import annotations

from guidepress.base.colour import BLACK, Colour
from guidepress.page.book import Page
from guidepress.page.items import ARTIFACT, BACKGROUND, INHERIT, Anchor, Face, Frame, Image, Link, Run, Shape
from guidepress.sample.greek import greeked
from guidepress.sample.locks import Locks

FACE = Face("serif-regular", "", 1000, 750, 250, 670, 470)
RULE = Colour(0, 0, 0)
BAR = RULE.tint(0.55)
LOCKS = Locks((-1, 1, 1, 3, 3, 3), frozenset({3}), frozenset({3, 4}), frozenset({"plot"}))
"""Section 1 with element 2 is open; section 3 is locked but for its heading, 4; 5 is its text."""
TEXT = (50_000, 350_000)


def run(x: int, y: int, width: int, size: int = 10_000) -> Run:
    return Run(x, y, FACE, size, BLACK, (), 2_500, width)


def frames(*given: Frame) -> tuple[Frame, ...]:
    return greeked(Page(1, "1", 300_000, 400_000, given), LOCKS, RULE, TEXT).frames


def bar(left: int, bottom: int, width: int, height: int) -> Shape:
    return Shape((("r", (left, bottom - height, width, height)),), fill=BAR)


def test_what_may_be_read_stays() -> None:
    open_frames = (
        Frame(0, 60_000, (run(0, 0, 90),), 2),
        Frame(0, 80_000, (run(0, 0, 90),), 4),
    )
    assert frames(*open_frames) == open_frames
    assert greeked(Page(1, "1", 1, 1, open_frames), LOCKS, RULE, TEXT).sections == ()


def test_a_line_becomes_one_bar_as_high_as_small_letters() -> None:
    # Two runs on one baseline: from 5 to 70 + 20 = 90; the larger is 12 pt, 0.47 x 12 = 5.64 pt high.
    line = Frame(1_000, 60_000, (run(5_000, 0, 60_000), run(70_000, 0, 20_000, 12_000)), 5, (5,), (9, 9))
    (found,) = frames(line)
    assert found == Frame(1_000, 60_000, (bar(5_000, 0, 85_000, 5_640),), BACKGROUND, (), (9, 9))


def test_each_line_has_its_own_bar() -> None:
    (found,) = frames(Frame(0, 60_000, (run(0, 0, 60_000), run(0, 14_000, 30_000)), 5))
    assert found.items == (bar(0, 0, 60_000, 4_700), bar(0, 14_000, 30_000, 4_700))


def test_shapes_and_places_are_kept_pictures_covered_and_links_cut() -> None:
    shape = Shape((("r", (0, 0, 9, 9)),), tag=5)
    items = (shape, Anchor("here", 1, 2), Image("a.png", 3, 4, 50, 60), Link(0, 0, 9, 9, "#x", "x"))
    inner = Frame(0, 0, (run(0, 0, 10_000),), 5)
    (found,) = frames(Frame(0, 60_000, (*items, inner), 5))
    assert found.items == (
        Shape(shape.path, tag=INHERIT),
        Anchor("here", 1, 2),
        Shape((("r", (3, 4, 50, 60)),), fill=BAR),
        Frame(0, 0, (bar(0, 0, 10_000, 4_700),), BACKGROUND),
    )


def test_what_has_no_element_belongs_to_what_was_tagged_before_it() -> None:
    line = Frame(0, 100_000, (run(0, 0, 10_000),), ARTIFACT)
    locked = Frame(0, 60_000, (run(0, 0, 10_000),), 5)
    opened = Frame(0, 60_000, (run(0, 0, 10_000),), 2)
    assert frames(locked, line)[1].tag == BACKGROUND
    assert frames(opened, line)[1] is line
    assert (
        frames(line, locked)[0].tag == BACKGROUND
    )  # the first of a page belongs to the first that is tagged
    assert frames(line, opened, locked)[0] is line
    assert frames(line)[0] is line  # a page without elements is no section's


def test_furniture_outside_the_text_stays_and_so_does_what_says_nothing() -> None:
    locked = Frame(0, 60_000, (run(0, 0, 10_000),), 5)
    for y, hidden in ((49_999, False), (50_000, True), (350_000, True), (350_001, False)):
        assert (frames(locked, Frame(0, y, (run(0, 0, 9),), ARTIFACT))[1].tag == BACKGROUND) == hidden
    tint = Frame(0, 100_000, (Shape((("r", (0, 0, 9, 9)),)), Anchor("here", 0, 0)), ARTIFACT)
    assert frames(locked, tint)[1] is tint
    picture = Frame(0, 100_000, (Frame(0, 0, (Image("a.png", 0, 0, 9, 9),)),), ARTIFACT)
    assert frames(locked, picture)[1].tag == BACKGROUND
    # Decoration may stand anywhere: it is hidden wherever it says something.
    assert frames(locked, Frame(0, 10_000, (run(0, 0, 9),), BACKGROUND))[1].items == (bar(0, 0, 9, 4_700),)


def test_the_sections_hidden_on_a_page_are_told_once_each() -> None:
    page = Page(1, "1", 1, 1, (Frame(0, 0, (), 5), Frame(0, 9, (), 2), Frame(0, 20, (), 5)))
    assert greeked(page, LOCKS, RULE, TEXT).sections == (3,)


def test_what_has_no_element_beside_an_open_unit_of_a_locked_section_stays() -> None:
    """A unit's number in the margin is decoration, and is shown with the unit."""
    locks = Locks(LOCKS.tops, LOCKS.locked, LOCKS.shown, LOCKS.anchors, frozenset({4}))
    number = Frame(0, 60_000, (run(0, 0, 10_000),), ARTIFACT)
    unit = Frame(0, 60_000, (run(0, 0, 10_000),), 4)
    assert greeked(Page(1, "1", 300_000, 400_000, (unit, number)), locks, RULE, TEXT).sections == ()
