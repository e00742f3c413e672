"""A code stands where every page is white, clear of staples and of the rim that no printer prints."""

from __future__ import annotations

import pytest

from guidepress.base.colour import BLACK
from guidepress.base.diagnostics import FaultsFound
from guidepress.export.copies.places import (
    CODE_SIZE,
    CodeLines,
    CodePlace,
    code_place,
    grounded,
    hides,
    ink_boxes,
    on_one_line,
    slots_of,
    widened,
)
from guidepress.page.book import Page
from guidepress.page.items import ARTIFACT, Frame, Shape, Slot

WIDTH, HEIGHT = 612_000, 792_000
MM = 72000 / 25.4
LINES = CodeLines(70_000, 2, 8000)
"""Two lines of small type."""


def page(*boxes: tuple[int, int, int, int], cover: bool = False) -> Page:
    shapes = tuple(Shape((("r", box),), fill=BLACK) for box in boxes)
    return Page(1, "1", WIDTH, HEIGHT, (Frame(0, 0, shapes, ARTIFACT),), cover=cover)


def test_on_a_white_page_it_stands_at_the_top_clear_of_the_staple() -> None:
    place = code_place((page(),), LINES)
    assert place.y == round(6 * MM)
    assert place.x + CODE_SIZE <= WIDTH - 15 * MM
    assert place.text[0] < place.x


def test_lines_of_small_type_stand_beside_the_symbol_and_those_of_large_type_have_their_room() -> None:
    place = code_place((page(),), LINES)
    assert (place.height, place.baseline) == (CODE_SIZE, place.y + CODE_SIZE * 2 // 3)
    large = code_place((page(),), CodeLines(70_000, 3, 20_000))
    # Three lines of 20 points are higher than the symbol; a quarter of a line hangs below the last baseline.
    assert (large.height, large.baseline) == (60_000, large.y + 55_000)
    head = (
        0,
        70_000,
        WIDTH - 1,
        71_000,
    )  # white above are 70 points, less 6 mm: room for the first and not for the second
    assert code_place((page(head),), LINES).y < 70_000
    assert code_place((page(head),), CodeLines(70_000, 3, 20_000)).y > 70_000


def test_lines_wider_than_the_page_get_what_there_is_between_the_staples() -> None:
    place = code_place((page(),), CodeLines(900_000, 1, 8000))
    left, _, right, _ = place.box
    assert left >= 15 * MM
    assert right <= WIDTH - 15 * MM


def test_a_cover_has_room_for_more_lines_up_to_the_staple_and_the_rim() -> None:
    place = code_place((page(),), LINES)
    assert widened(place, page(), LINES) == place
    wide = widened(place, page(), CodeLines(900_000, 2, 8000))
    assert wide is not None
    assert (wide.x, wide.baseline, wide.box[0]) == (place.x, place.baseline, round(15 * MM))
    high = widened(place, page(), CodeLines(70_000, 3, 20_000))
    assert high is not None
    assert (high.height, high.baseline) == (
        60_000,
        high.y + 55_000,
    )  # as where three lines were asked for at first
    assert widened(place, page(), CodeLines(70_000, 80, 10_000)) is None  # 800 of 792 points


def test_where_any_page_is_printed_it_moves_on_all_of_them() -> None:
    head = (0, 0, WIDTH - 1, 100_000)
    place = code_place((page(), page(head)), LINES)
    assert place.y > 100_000
    assert place.y + CODE_SIZE <= HEIGHT - round(6 * MM)


def test_covers_do_not_count() -> None:
    full = (0, 0, WIDTH - 1, HEIGHT)
    assert code_place((page(full, cover=True), page()), LINES) == code_place((page(),), LINES)


def test_no_place_is_a_sentence() -> None:
    with pytest.raises(FaultsFound, match="No place of 12 mm is white on every page"):
        code_place((page((0, 0, WIDTH - 1, HEIGHT)),), LINES)


def test_a_ground_that_covers_the_page_is_no_ink() -> None:
    paper = page((0, 0, WIDTH, HEIGHT))
    assert (ink_boxes(paper), grounded(paper), grounded(page())) == ([], True, False)


def test_slots_are_found_with_their_place_and_element() -> None:
    slot = Slot("name", "Name", 200_000, 20_000)
    inner = Frame(3, 4, (), slot=slot)
    found = slots_of((page(), Page(2, "2", WIDTH, HEIGHT, (Frame(10, 20, (inner,), 7),))))
    assert [(each.page, each.x, each.y, each.slot, each.tag) for each in found] == [(1, 13, 24, slot, 7)]


def test_lines_higher_than_the_code_hide_what_a_cover_says_and_stand_on_one_no_higher_than_it() -> None:
    large = CodePlace(400_000, 20_000, 30_000, (390_000, 90_000), 60_000, 45_000)
    strip = page(
        (320_000, 55_000, 60_000, 15_000), cover=True
    )  # 55 pt down: between the code's foot and the lines'
    assert hides(large, strip)
    assert not hides(large, page((320_000, 70_000, 60_000, 15_000), cover=True))
    line = on_one_line(large, 200_000)
    assert not hides(line, strip)
    assert not hides(line, page((0, 0, WIDTH - 1, HEIGHT), cover=True))  # a picture lies under any line
    # The code's two thirds: 20 + 20 pt. As wide as asked for, but clear of the staple: 390 pt less 15 mm.
    assert (line.baseline, line.height, line.text) == (40_000, 30_000, (390_000, 200_000))
    assert on_one_line(large, 900_000).text[1] == 390_000 - round(15 * MM)
