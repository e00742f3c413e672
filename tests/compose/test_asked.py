"""What a sheet says of its questions is true of them: how many answers are right, when each is asked."""

from __future__ import annotations

import pytest
from tests.compose.outline import outline
from tests.composing import compose

from guidepress.guide import load_guide
from guidepress.layout import load_layout

VOWELS = {
    "type": "multiple_choice",
    "prompt": "Which are vowels?",
    "choices": ["a", "b", "e"],
    "answer": ["A", "C"],
}
FIRST = {"type": "multiple_choice", "prompt": "Which is first?", "choices": ["a", "b"], "answer": "A"}
QUIZ = load_layout({"extends": "study-guide", "sections": [{"quiz": {"start": "page"}}]})


def asked(*questions: dict[str, object]) -> str:
    guide = {
        "format": 1,
        "title": "T",
        "author": "A",
        "language": "en",
        "overview": "X",
        "questions": questions,
    }
    return outline(compose(load_guide(guide), QUIZ))


@pytest.mark.parametrize(
    ("questions", "best", "all_of_them"),
    [((FIRST,), 1, 0), ((VOWELS,), 0, 2), ((FIRST, VOWELS), 1, 1)],  # directions, and the prompt of VOWELS
)
def test_several_right_answers_announce_themselves(
    questions: tuple[dict[str, object], ...], best: int, all_of_them: int
) -> None:
    sheet = asked(*questions)
    assert sheet.count("Choose the best answer.") == best
    assert sheet.count("Choose all that apply.") == all_of_them
    assert ("vowels? _Choose all that apply._" in sheet) == (VOWELS in questions)


def test_questions_are_grouped_in_the_order_of_reading() -> None:
    stages = ["", "post_reading", "pre_reading", "during_reading", "pre_reading"]
    questions = [
        {"prompt": f"{number} {stage}?", **({"stage": stage} if stage else {})}
        for number, stage in enumerate(stages)
    ]
    guide = {
        "format": 1,
        "title": "T",
        "author": "A",
        "language": "en",
        "overview": "X",
        "questions": questions,
    }
    layout = load_layout({"extends": "study-guide", "sections": [{"questions": {"group": "stage"}}]})
    lines = outline(compose(load_guide(guide), layout)).splitlines()
    told = [line.split("?")[0][-20:].split("| ")[-1] for line in lines if "?" in line]
    # Before reading 2 and 4 as the guide has them, then 3 and 1; what has no stage comes last.
    assert told == ["2 pre_reading", "4 pre_reading", "3 during_reading", "1 post_reading", "0 "]
