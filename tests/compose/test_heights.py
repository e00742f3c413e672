"""Estimated heights are what pages make of them, or a little more."""

from __future__ import annotations

import pytest
from tests.composing import context_of

from guidepress.compose.answer_room import AnswerRoom, answer_room
from guidepress.compose.context import Context
from guidepress.compose.heights import height_of_blocks, stood
from guidepress.compose.measurer import Stood
from guidepress.document.inlines import LineBreak, Text
from guidepress.guide.model import Guide, Markdown, Person
from guidepress.layout import load_layout


@pytest.fixture(scope="module")
def context() -> Context:
    guide = Guide(1, "T", (Person("A"),), overview=Markdown("Text."))
    return context_of(guide, load_layout("student-workbook"))


def test_a_verse_is_as_high_as_its_lines(context: Context) -> None:
    """Three lines of 14 pt."""
    verse = context.paragraph("body", (Text("One"), LineBreak(), Text("two"), LineBreak(), Text("three")))
    assert height_of_blocks((verse,), context.measure) == 3 * 14_000


def test_long_text_takes_more_lines_in_a_narrow_measure(context: Context) -> None:
    text = context.paragraph("body", "word " * 60)
    assert (
        height_of_blocks((text,), context.measure // 2) > 3 * height_of_blocks((text,), context.measure) // 2
    )


def test_ruled_lines_count_with_the_space_below_them(context: Context) -> None:
    """Four lines of 25.512 pt and 12 pt below."""
    assert height_of_blocks(answer_room(context, AnswerRoom(4)), context.measure) == 4 * 25_512 + 12_000


def test_of_two_spaces_that_meet_the_larger_counts(context: Context) -> None:
    """Two prompts of 14 pt each: 3.5 pt below the first meet 7 pt above the second."""
    prompts = [context.paragraph("question", text) for text in ("Why?", "How?")]
    assert stood(prompts, context.measure) == Stood(7000, 14_000 + 7000 + 14_000, 3500)


def test_where_nothing_is_printed_nothing_stands(context: Context) -> None:
    assert stood((), context.measure) is None
