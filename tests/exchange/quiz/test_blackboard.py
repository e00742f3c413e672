from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.model import Quiz
from guidepress.exchange.quiz.reading import format_of

FORM = format_called("blackboard")
TEXT = (
    "MC\tWho?\tI\tincorrect\tyou\tcorrect\n"
    "MA\tWhich?\ta\tcorrect\tb\tcorrect\tc\tincorrect\n"
    "TF\tIt snows.\tfalse\n"
    "ESS\tWhy?\tBecause.\n"
    "ORD\tOrder.\tone\ttwo\tthree\n"
    "MAT\tMatch.\tone\teins\ttwo\tzwei\n"
    "FIB\tThe ____ runs.\triver\tstream\n"
    "FIB_PLUS\tThe [a] is [b].\ta\triver\tstream\t\tb\tdeep\n"
    "NUM\tHow many?\t3\t0.5\n"
    "HOT\tWhere?\tmap.png\n"
)


@given(quizzes())
@settings(deadline=None, max_examples=30)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(quiz: Quiz) -> None:
    assert_round_trip(FORM, quiz)


def test_each_line_has_its_type() -> None:
    assert FORM.read is not None
    assert format_of("q.txt", TEXT.encode()) == ""  # one type is none of Blackboard's own
    found = FORM.read("q.txt", TEXT.encode())
    assert [question.type for question in found.found.questions] == [
        "multiple_choice", "multiple_choice", "true_false", "long_answer", "ordering", "matching", "fill_blank",
        "fill_blank", "short_answer",
    ]  # fmt: skip
    choice, several, *_, gap, gaps, number = found.found.questions
    assert (choice.right, several.right, several.weights) == ((1,), (0, 1), {})
    assert [text.source for text in gap.blanks[0].accept] == ["stream"]
    assert gaps.prompt.source == "The ____ is ____."
    assert number.tolerance == (0.5,)
    assert [(loss.place, loss.why) for loss in found.losses] == [
        ("line 10", "a guide has no questions of type HOT")
    ]


def test_the_format_is_known_by_its_types() -> None:
    assert format_of("q.txt", TEXT.rpartition("HOT")[0].encode()) == "blackboard"


def test_a_file_without_types_is_refused() -> None:
    assert FORM.read is not None
    with pytest.raises(FaultsFound, match=r"q\.txt:1:1: error: There is no question"):
        FORM.read("q.txt", b"Who?\tI\tyou\n")
