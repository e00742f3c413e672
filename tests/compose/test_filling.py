"""Sheets that are filled: what is left of a page goes to the questions on it, in whole lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidepress.compose.filling import Filled, Piece, filled, growth

PAGE, PITCH = 600_000, 25_000


def test_what_is_left_goes_to_the_question_above() -> None:
    """600 − 350 = 250 pt are left, 10 lines of 25 pt; the next question of 400 pt does not fit."""
    pieces = [Piece(350_000, 12), Piece(600_000, 20)]
    assert growth(pieces, PAGE, PITCH) == (10, 0)


def test_lines_are_shared_by_what_each_question_asks_for() -> None:
    """600 − 450 = 150 pt are left, 6 lines: 2 to 1 for 8 lines and 4."""
    pieces = [Piece(250_000, 8), Piece(200_000, 4), Piece(600_000, 20)]
    assert growth(pieces, PAGE, PITCH) == (4, 2, 0)


def test_no_question_gets_more_than_twice_its_lines() -> None:
    assert growth([Piece(100_000, 3), Piece(600_000, 20)], PAGE, PITCH) == (3, 0)


def test_what_has_no_lines_does_not_grow() -> None:
    assert growth([Piece(100_000), Piece(600_000, 20)], PAGE, PITCH) == (0, 0)


def test_the_last_page_is_filled_too() -> None:
    assert growth([Piece(590_000, 20), Piece(500_000, 16)], PAGE, PITCH) == (0, 4)


def test_a_question_that_is_a_little_too_high_begins_the_next_page() -> None:
    """300 + 310 pt are 10 pt more than a page: 300 pt are left below the first, 290 pt below the second."""
    assert growth([Piece(300_000, 8), Piece(310_000, 8)], PAGE, PITCH) == (8, 8)


def test_white_below_the_last_question_of_a_page_gives_way_to_lines() -> None:
    """600 - 460 pt are left, and 15 pt below the question: 6 lines of 25 pt instead of 5."""
    assert growth([Piece(460_000, 8, below=15_000)], PAGE, PITCH) == (6,)


@given(st.lists(st.tuples(st.integers(20_000, 590_000), st.integers(0, 20)), max_size=12))
def test_filling_never_needs_another_page(parts: list[tuple[int, int]]) -> None:
    pieces = [Piece(height, lines) for height, lines in parts]
    grown = growth(pieces, PAGE, PITCH)
    taller = [Piece(each.height + more * PITCH) for each, more in zip(pieces, grown, strict=True)]
    assert _pages(taller) <= _pages([Piece(each.height) for each in pieces])


def _pages(pieces: list[Piece]) -> int:
    """Pages that pieces need."""
    pages, used = 1, 0
    for piece in pieces:
        if used and used + piece.height > PAGE:
            pages, used = pages + 1, 0
        used += piece.height
    return pages


@pytest.mark.parametrize("pieces", [[], [Piece(900_000, 30)]])
def test_a_sheet_may_be_empty_or_longer_than_a_page(pieces: list[Piece]) -> None:
    assert len(growth(pieces, PAGE, PITCH)) == len(pieces)


# sheets whose pages end where it is foreseen


def test_a_page_that_can_grow_is_filled_and_the_next_question_begins_a_page() -> None:
    """600 − 400 = 200 pt are left, 8 lines of 25 pt; the next question ends its page by itself."""
    pieces = [Piece(400_000, 12), Piece(590_000, 20)]
    assert filled(pieces, PAGE, PITCH) == Filled((8, 0), (1,))


def test_white_below_the_last_question_of_a_page_needs_no_room() -> None:
    assert filled([Piece(400_000, 8), Piece(210_000, 4, below=12_000)], PAGE, PITCH).begins == ()


def test_questions_that_cannot_grow_are_left_to_the_pages() -> None:
    """The first page cannot grow; the second is begun at the third question, which the first page has no room for."""
    pieces = [Piece(250_000), Piece(250_000), Piece(400_000, 12)]
    assert filled(pieces, PAGE, PITCH) == Filled((0, 0, 8), (2,))


def test_white_is_left_at_the_end_rather_than_in_the_middle() -> None:
    """600 pt a page: 450 and 250 rather than 300 and 400, which are more even, but break off half way down."""
    pieces = [Piece(150_000), Piece(150_000), Piece(150_000), Piece(100_000), Piece(150_000, 2)]
    assert filled(pieces, PAGE, PITCH).begins == (4,)


def test_no_page_is_begun_that_would_cost_one() -> None:
    """All three fit on one page: a page begun at the third would be one more."""
    pieces = [Piece(200_000), Piece(200_000), Piece(180_000, 6)]
    assert filled(pieces, PAGE, PITCH).begins == ()


@given(st.lists(st.tuples(st.integers(20_000, 590_000), st.integers(0, 20)), max_size=12))
def test_a_filled_sheet_has_as_many_pages_as_before(parts: list[tuple[int, int]]) -> None:
    pieces = [Piece(height, lines) for height, lines in parts]
    made = filled(pieces, PAGE, PITCH)
    pages, used = 1, 0
    for index, (piece, more) in enumerate(zip(pieces, made.extra, strict=True)):
        height = piece.height + more * PITCH
        if used and (index in made.begins or used + height > PAGE):
            pages, used = pages + 1, 0
        used += height
    assert pages <= _first_fit(pieces)


def _first_fit(pieces: list[Piece]) -> int:
    pages, used = 1, 0
    for piece in pieces:
        if used and used + piece.height > PAGE:
            pages, used = pages + 1, 0
        used += piece.height
    return pages
