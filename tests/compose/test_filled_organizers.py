"""Organizers filled from the data: in the frame that pupils have, inside their boxes, read out in full."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.compose.outline import words

from guidepress.compose.context import Context
from guidepress.compose.figures.filled_organizers import FILLED
from guidepress.compose.figures.organizers import organizer
from guidepress.compose.measure import broken
from guidepress.guide import load_guide
from guidepress.guide.model import Guide, Markdown, Person
from guidepress.layout import load_layout

ROOT = Path(__file__).parents[2]
SIZE = (500_000, 520_000)


@pytest.mark.parametrize("name", ["a-christmas-carol", "macbeth"])
@pytest.mark.parametrize("kind", sorted(FILLED))
def test_teachers_have_the_frame_of_the_pupils_and_answers_inside_it(name: str, kind: str) -> None:
    guide = load_guide(ROOT / "guides" / f"{name}.yaml")
    context = Context(guide, load_layout("teacher-workbook"))
    blank, _ = organizer(kind, context, SIZE)
    made = FILLED[kind](guide, context, SIZE)
    assert made is not None
    filled, alt = made
    assert set(blank.shapes) <= set(filled.shapes)
    named = {(label.x, label.y, words(label.inlines)) for label in blank.labels}
    answers = [label for label in filled.labels if label.style.name.startswith("answer")]
    assert named | {(each.x, each.y, words(each.inlines)) for each in answers} == {
        (label.x, label.y, words(label.inlines)) for label in filled.labels
    }
    assert len(answers) >= 4
    for label in answers:
        text = words(label.inlines).replace("*", "")
        count = len(broken(text, label.style.size, label.measure, "serif"))
        assert label.y + (count - 1) * label.style.leading < SIZE[1]
        assert text in alt


def test_an_organizer_that_the_data_cannot_fill_stays_blank() -> None:
    guide = Guide(1, "T", (Person("A"),), overview=Markdown("Text."))
    context = Context(guide, load_layout("teacher-workbook"))
    assert [filler(guide, context, SIZE) for filler in FILLED.values()] == [None, None, None]
