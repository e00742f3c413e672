"""Ruled blanks: as long as asked for, never divided, read out in words, the answer in the middle of the rule."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import so_many
from tests.typeset.reading import copied, read
from tests.typeset.specimen import FAMILIES

from guidepress.base.colour import Colour
from guidepress.document.inlines import Blank, Look, Text
from guidepress.document.style import Style
from guidepress.typeset import Fonts, Line, set_line, set_paragraph

FONTS = Fonts(FAMILIES)
STYLE = Style("question", align="left", protrude=False, expand=0, size=10_000, leading=14_000)
RED = Look(strong=True, colour=Colour(165, 52, 27))
MEASURE = 252_000


def sentence(*, text: str = "", width: int = 80_000) -> tuple[Text | Blank, ...]:
    return Text("Is this a "), Blank(width, "[blank]", text, RED), Text(", which I see before me?")


def rule(line: Line) -> tuple[int, int, int]:
    """Left, right and depth of the only rule of a line."""
    (shape,) = line.shapes
    (_, (left, depth)), (_, (right, _)) = shape.path
    return left, right, depth


def test_a_blank_is_as_long_as_it_says_and_lies_under_the_baseline() -> None:
    """10 pt × 0.14 = 1.4 pt."""
    left, right, depth = rule(set_line(sentence(), STYLE, FONTS))
    assert right - left == pytest.approx(80_000, abs=20)
    assert depth == 1400


def test_an_empty_blank_is_read_out_in_words() -> None:
    line = set_line(sentence(), STYLE, FONTS)
    assert read(line) == "Is this a [blank], which I see before me?"


def test_a_filled_blank_copies_out_as_its_answer_alone() -> None:
    line = set_line(sentence(text="dagger"), STYLE, FONTS)
    assert read(line) == "Is this a dagger, which I see before me?"


def test_an_answer_stands_in_the_middle_in_its_own_colour_and_moves_nothing() -> None:
    empty, filled = (set_line(sentence(text=text), STYLE, FONTS) for text in ("", "dagger"))
    assert filled.width == pytest.approx(empty.width, abs=10)
    assert filled.runs[-1].x == pytest.approx(empty.runs[-1].x, abs=10)
    left, right, _ = rule(filled)
    (word,) = [run for run in filled.runs if run.words[0].text == "dagger"]
    assert word.colour == RED.colour
    assert word.x - left == pytest.approx(right - word.x - word.width, abs=40)
    assert filled.shapes[0].stroke == STYLE.colour


def test_an_answer_longer_than_its_blank_makes_it_longer() -> None:
    line = set_line(sentence(text="dagger of the mind", width=20_000), STYLE, FONTS)
    left, right, _ = rule(line)
    word = next(run for run in line.runs if "dagger" in run.words[0].text)
    assert left == pytest.approx(word.x - 1500, abs=40)
    assert right == pytest.approx(word.x + word.width + 1500, abs=40)


def test_an_answer_in_another_alphabet_is_borrowed() -> None:
    line = set_line(sentence(text="\u2713 yes"), STYLE, FONTS)
    assert "\u2713\u00a0yes" in read(line)
    assert line.diagnostics == ()


def test_equal_blanks_are_one_word() -> None:
    one, other = (set_line(sentence(), STYLE, FONTS).runs[1].words[0] for _ in range(2))
    assert one is other


@settings(max_examples=so_many(60), deadline=None)
@given(before=st.integers(0, 12), text=st.sampled_from(["", "well-known", "if/then", "representation"]))
def test_a_blank_is_never_divided(before: int, text: str) -> None:
    """Whatever stands before it: each line with a rule has all of it, and what copies out is what was written."""
    inlines = (Text("word " * before), Blank(90_000, "[to be filled]", text), Text("!"))
    lines = set_paragraph(inlines, 120_000, STYLE, FONTS)
    ruled = [line for line in lines if line.shapes]
    assert len(ruled) == 1
    left, right, _ = rule(ruled[0])
    assert right - left >= 89_000
    assert copied(lines).endswith(f"{text or '[to be filled]'}!")
