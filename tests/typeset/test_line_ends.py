"""A paragraph of very many lines is broken in windows, and looks as if it were not."""

from __future__ import annotations

import pytest
from tests.typeset.reading import copied, read, right_edge
from tests.typeset.specimen import BARE, BODY, CAROL, FONTS, MEASURE, set_text

from guidepress.document.inlines import Look, Text
from guidepress.typeset import Line, line_ends, set_paragraph
from guidepress.typeset.breaking import Measures
from guidepress.typeset.breakpoints import Breakpoints
from guidepress.typeset.matter import Matter
from guidepress.typeset.passes import break_matter

LONG = " ".join([CAROL] * 60)
"""Nearly 500 lines of 3.5 inches."""


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many words each call of the breaker was given."""
    found: list[int] = []

    def counted(matter: Matter, measures: Measures, *, few: bool = False) -> tuple[Breakpoints, list[int]]:
        found.append(len(matter.tokens))
        return break_matter(matter, measures, few=few)

    monkeypatch.setattr(line_ends, "break_matter", counted)
    return found


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [read(line) for line in lines]


def test_a_long_paragraph_is_whole_and_every_line_of_it_full() -> None:
    lines = set_text(LONG, BARE)
    assert copied(lines) == LONG
    assert len(lines) > 400
    assert all(
        MEASURE - 2000 < right_edge(line) < MEASURE + 10 for line in lines[:-1]
    )  # the loosest may gape
    assert [line.last for line in lines] == [False] * (len(lines) - 1) + [True]


def test_it_is_broken_a_window_at_a_time(broken: list[int]) -> None:
    """24 lines of 9 to 10 words each, the last no more than twice that; four lines and what is left of a fifth come again."""
    set_text(LONG)
    assert len(broken) > 15
    assert max(broken[:-1]) < 24 * 11
    assert broken[-1] < 48 * 11
    assert sum(broken) < len(LONG.split()) * 1.3


def test_a_paragraph_that_is_not_so_long_is_broken_as_a_whole(
    broken: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = len(set_text(LONG, BARE))
    monkeypatch.setattr(line_ends, "_LONG", lines)
    broken.clear()
    set_text(LONG, BARE)
    assert broken == [len(LONG.split())]


def test_nearly_all_its_lines_are_those_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows choose as the whole would, but about their seams."""
    parted = texts(set_text(LONG))
    monkeypatch.setattr(line_ends, "_LONG", len(LONG))
    whole = texts(set_text(LONG))
    assert len(parted) == len(whole)
    same = sum(one == other for one, other in zip(parted, whole, strict=True))
    assert len(whole) * 8 // 10 < same < len(whole)


def test_a_bad_line_costs_no_other_window_a_pass() -> None:
    """A word that must be cut sends its own window to the last pass; a page further on the lines are as ever."""
    plain = texts(set_text(LONG))
    marred = texts(set_text(f"{'x' * 90} {LONG}"))
    assert sum(line in marred for line in plain[60:]) > 300


@pytest.mark.parametrize("at", [0, 4000, len(LONG) // 2])
def test_a_word_of_many_lines_stands_in_one_window(at: int) -> None:
    """It has no space to end a window at; the window grows until it holds the word and lines behind it."""
    at = LONG.index(" ", at)
    text = f"{LONG[:at]} {'x' * 4000}{LONG[at:]}"
    lines = set_text(text, BODY)
    assert copied(lines) == text
    assert all(right_edge(line) < MEASURE + 3000 for line in lines)
    assert sum(len(line.diagnostics) for line in lines) == 1


def test_looks_and_composite_words_go_on_over_seams() -> None:
    """Each third text is emphasised, and a word changes its look within: the same words in the same order."""
    inlines = [
        Text(f"{CAROL} ", Look(emphasis=at % 3 == 0)) if at % 2 else Text("un", Look(emphasis=True))
        for at in range(120)
    ]
    lines = set_paragraph(inlines, MEASURE, BODY, FONTS, language="en-GB")
    assert copied(lines) == "".join(each.text for each in inlines)
    assert all(right_edge(line) < MEASURE + 3000 for line in lines)
