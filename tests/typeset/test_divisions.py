from __future__ import annotations

import pytest
from tests.typeset.reading import trace
from tests.typeset.specimen import LEFT_ALIGNED, set_text

from guidepress.typeset.divisions import BARE, HARD, HYPHEN, WHOLE, divisions


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((), "plain"),
        (((7, HARD),), "middle-aged"),
        ((), "T-shirt"),  # one letter before
        ((), "-ing"),
        ((), "“To-morrow"),  # two letters before, or after
        ((), "break-up,"),
        (((7, HARD), (10, HARD)), "mother-in-law"),
        ((), "1843-1870"),  # figures after
        (((5, BARE),), "spot—say"),
        (((6, BARE),), "“spot—‘say"),
        ((), "dead—”"),  # a closing mark never begins a line
        ((), "1812–1870"),
        (((3, HYPHEN), (6, HYPHEN)), "gen\u00adtle\u00adman"),
        (((2, BARE),), "ab\u200bcd"),
        (WHOLE, "ab\u2060cd"),  # the joiner holds it together
        (((8, BARE),), "teacher/student"),
    ],
)
def test_places_where_a_line_may_end_inside_a_word(expected: tuple[tuple[int, int], ...], text: str) -> None:
    assert expected == divisions(text)


def test_soft_hyphens_are_where_a_word_divides() -> None:
    lines = set_text("aaaaaaaaaa\u00adbbbbbbbbbb cc", LEFT_ALIGNED, 70_000)
    assert trace(lines) == "aaaaaaaaaa-|\nbbbbbbbbbb|\ncc"


def test_lines_end_after_dashes_and_inside_addresses() -> None:
    assert (
        trace(set_text("one weak spot—literally so", LEFT_ALIGNED, 80_000)) == "one weak spot—|\nliterally so"
    )
    address = "https://example.org/guides/carol"
    assert trace(set_text(address, LEFT_ALIGNED, 64_000)) == "https://|\nexample.org/|\nguides/carol"


def test_fixed_spaces_keep_words_together() -> None:
    lines = set_text("in the year of A.\u00a0D.\u202f1843", LEFT_ALIGNED, 88_000)
    assert trace(lines) == "in the year of|\nA.\u00a0D.\u202f1843"
