from __future__ import annotations

import pytest
from tests.typeset.reading import copied, right_edge
from tests.typeset.specimen import BARE, CAROL, LEFT_ALIGNED, MEASURE, set_text

from guidepress.base.record import replace


def test_a_word_too_long_for_the_measure_is_cut_and_reported() -> None:
    word = "x" * 5000
    lines = set_text(f"before {word} after")
    assert f"before {word} after" == copied(lines)
    assert all(right_edge(line) <= MEASURE + 100 for line in lines)
    warnings = [fault for line in lines for fault in line.diagnostics]
    assert [(fault.severity, fault.code) for fault in warnings] == [("warning", "word-too-long")]
    assert "5000 letters" in warnings[0].message


def test_a_short_word_is_named_whole_in_the_warning_and_told_of_once() -> None:
    """24 letters are shown, 25 are cut to 20 and counted."""
    for count, shown in ((24, "“" + "x" * 24 + "”"), (25, "“" + "x" * 20 + "… (25 letters)”")):
        lines = set_text("x" * count, LEFT_ALIGNED, 40_000)
        (fault,) = [fault for line in lines for fault in line.diagnostics]
        assert len(lines) > 2
        assert shown in fault.message


def test_two_words_that_are_cut_are_two_warnings() -> None:
    lines = set_text("x" * 24 + " " + "y" * 24, LEFT_ALIGNED, 40_000)
    assert len([fault for line in lines for fault in line.diagnostics]) == 2


def test_the_first_line_has_its_own_measure() -> None:
    """An indent of 30 pt: no first line reaches beyond the measure, and it starts at the indent."""
    lines = set_text(CAROL, replace(BARE, first_indent=30_000))
    assert [line.runs[0].x for line in lines[:2]] == [30_000, 0]
    assert all(right_edge(line) == pytest.approx(MEASURE, abs=10) for line in lines[:-1])
