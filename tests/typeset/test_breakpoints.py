from __future__ import annotations

from guidepress.typeset.breakpoints import Breakpoints
from guidepress.typeset.divisions import BARE, HYPHEN, SPACE

ADVANCES, TRIMS, LEADS = [35.0, 45.0, 25.0], [5.0, 6.0, 7.0], [1.0, 2.0, 3.0]
RAMP = [0.0, 5.0, 10.0, 15.0]


def galley() -> Breakpoints:
    """Words of 30, 40 and 20, a space of 5 after each; 0, 1 and 2 of them hang out at the right, 1, 2 and 3 at the left."""
    return Breakpoints(ADVANCES, TRIMS, LEADS, (RAMP, [0.0, *RAMP]))


def test_a_line_ends_before_its_space_and_without_what_hangs_out() -> None:
    """35 - 5; 35 + 45 - 6; 35 + 45 + 25 - 7."""
    assert galley().ends == [0.0, 30.0, 74.0, 98.0]


def test_a_line_starts_behind_what_hangs_out() -> None:
    """0 + 1; 35 + 2; 80 + 3; nothing starts at the end."""
    assert galley().starts == [1.0, 37.0, 83.0]


def test_between_words_lines_end_at_spaces() -> None:
    found = galley()
    assert list(found.kinds) == [SPACE] * 4
    assert (list(found.units), list(found.offsets), found.slip) == ([0, 1, 2, 3], [0, 0, 0, 0], 0.0)


def test_a_divided_word_adds_its_places_before_the_node_after_it() -> None:
    """The second word begins at 35: a hyphen at 12 (15 with it), a dash at 20 that hangs out by 1."""
    found = galley()
    found.divide([(1, ((3, HYPHEN, 15.0, 12.0), (5, BARE, 19.0, 20.0)))], LEADS)
    assert found.ends == [0.0, 30.0, 35.0 + 15.0, 35.0 + 19.0, 74.0, 98.0]
    assert found.starts[:5] == [1.0, 37.0, 35.0 + 12.0, 35.0 + 20.0, 83.0]
    assert list(found.kinds) == [SPACE, SPACE, HYPHEN, BARE, SPACE, SPACE]
    assert list(found.units) == [0, 1, 1, 1, 2, 3]
    assert list(found.offsets) == [0, 0, 3, 5, 0, 0]


def test_a_line_that_ends_in_a_word_has_the_spaces_before_that_word() -> None:
    """One space stands before the second word, two before the third."""
    found = galley()
    found.divide([(1, ((3, HYPHEN, 15.0, 12.0),))], LEADS)
    assert list(found.spaces_to)[:5] == [0.0, 0.0, 5.0, 5.0, 10.0]
    assert list(found.spaces_from)[:5] == [0.0, 5.0, 5.0, 10.0, 15.0]


def test_several_words_are_divided_in_order() -> None:
    found = galley()
    found.divide([(0, ((2, BARE, 10.0, 10.0),)), (2, ((1, BARE, 8.0, 8.0),))], LEADS)
    assert list(found.units) == [0, 0, 1, 2, 2, 3]
    assert found.ends == [0.0, 10.0, 30.0, 74.0, 88.0, 98.0]


def test_ends_are_out_of_order_by_twice_what_the_widest_hyphen_adds() -> None:
    """3 and 4 wider than the next start: twice 4."""
    found = galley()
    found.divide([(0, ((2, HYPHEN, 13.0, 10.0),)), (1, ((2, HYPHEN, 14.0, 10.0),))], LEADS)
    assert found.slip == 8.0
