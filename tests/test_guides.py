"""The guides that come with guidepress are complete, without a fault, and fair in their tests."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from guidepress.guide import check_guide, load_guide

if TYPE_CHECKING:
    from guidepress.guide import Guide
    from guidepress.guide.model import Question

ROOT = Path(__file__).parents[1]
GUIDES = sorted((ROOT / "guides").glob("*.yaml"))
NAMES = [path.stem for path in GUIDES]
FULL = ("a-christmas-carol", "macbeth")


@cache
def loaded(name: str) -> Guide:
    return load_guide(ROOT / "guides" / f"{name}.yaml")


@pytest.mark.parametrize("path", GUIDES, ids=NAMES)
def test_a_guide_that_ships_has_no_fault_and_no_warning(path: Path) -> None:
    assert check_guide(path) == ()


def test_the_carol_is_a_full_size_guide() -> None:
    guide = loaded("a-christmas-carol")
    assert [len(unit.vocabulary) >= 10 for unit in guide.units] == [True] * 5
    assert all(unit.summaries and unit.analyses and unit.checks for unit in guide.units)
    assert len(guide.characters) >= 8
    assert len(guide.themes) >= 4
    assert len(guide.symbols) >= 3
    assert len(guide.quotes) >= 25
    assert (
        len([question for question in guide.questions if question.answer is not None or question.pairs]) >= 30
    )


@pytest.mark.parametrize("name", FULL)
def test_a_full_size_guide_fills_a_teaching_guide(name: str) -> None:
    guide = loaded(name)
    stages = Counter(question.stage for question in guide.questions)
    assert min(stages["pre_reading"], stages["post_reading"]) >= 5
    assert all(question.teacher_note for question in guide.questions if question.stage == "pre_reading")
    exam = Counter(question.type for question in guide.questions if "exam" in question.use)
    assert exam["multiple_choice"] >= 15
    assert exam["long_answer"] == 3
    assert any(section.title == "Paired Texts" for section in guide.sections)
    if name == "macbeth":
        acts = {unit.part for unit in guide.units if unit.passages}
        assert len(acts) == 5


@pytest.mark.parametrize("name", NAMES)
def test_a_teacher_is_helped_with_every_essay_and_activity(name: str) -> None:
    guide = loaded(name)
    assert all(essay.rubric and essay.scaffold and essay.outline for essay in guide.essays)
    assert all(activity.purpose and activity.teacher_note for activity in guide.activities)


def choosing(name: str) -> list[Question]:
    return [question for question in loaded(name).questions if question.type == "multiple_choice"]


@pytest.mark.parametrize("name", NAMES)
def test_no_letter_is_the_safe_guess(name: str) -> None:
    """With four choices a fair quarter of the answers is A, a quarter B and so on; one more or less does not tell."""
    letters = Counter(question.right[0] for question in choosing(name))
    assert sum(letters.values()) == len(choosing(name)) >= 4
    assert max(letters.values()) - min(letters[place] for place in range(4)) <= 2


@pytest.mark.parametrize("name", NAMES)
def test_the_longest_choice_is_not_the_safe_guess(name: str) -> None:
    """The right choice is the longest by chance in one of four; two of five would be worth a pupil's guess."""
    asked = choosing(name)
    lengths = [[len(choice.source) for choice in question.choices] for question in asked]
    assert [asked[place].prompt.source for place, row in enumerate(lengths) if max(row) > 2 * min(row)] == []
    longest = sum(row[question.right[0]] == max(row) for question, row in zip(asked, lengths, strict=True))
    assert longest <= 0.4 * len(asked)


@pytest.mark.parametrize("name", NAMES)
def test_true_is_right_about_as_often_as_false(name: str) -> None:
    truths = [question.truth for question in loaded(name).questions if question.type == "true_false"]
    assert abs(truths.count(True) - truths.count(False)) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_every_marked_question_is_explained(name: str) -> None:
    marked = {"multiple_choice", "true_false", "fill_blank", "matching", "ordering"}
    questions = loaded(name).questions
    assert [q.prompt.source for q in questions if q.type in marked and q.explanation is None] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name != "ozymandias"])
def test_what_a_guide_warns_of_is_said_where_it_comes(name: str) -> None:
    guide = loaded(name)
    said = {topic for unit in guide.units for topic in unit.content_warnings}
    assert set(guide.content_warnings) == said
