from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.model import Quiz

AIKEN = format_called("aiken")


@given(quizzes())
@settings(deadline=None, max_examples=30)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(quiz: Quiz) -> None:
    assert_round_trip(AIKEN, quiz)


def test_questions_are_parted_by_their_answers_whatever_stands_between() -> None:
    assert AIKEN.read is not None
    text = b"Who waits\nfor him?\nA. The sentry\nB) The moon\nANSWER: B\nWhy?\nA.So\n\nB.No\nANSWER: A"
    found = AIKEN.read("q.txt", text).found.questions
    assert [question.prompt.source for question in found] == ["Who waits for him?", "Why?"]
    assert [[choice.source for choice in question.choices] for question in found] == [
        ["The sentry", "The moon"],
        ["So", "No"],
    ]
    assert [question.right for question in found] == [(1,), (0,)]


def test_what_is_no_whole_question_is_named() -> None:
    assert AIKEN.read is not None
    text = b"Who?\nA. a\nB. b\nANSWER: C\n\nWhy?\nA. a\nANSWER: A\n\nWho?\nA. a\nB. b\nANSWER: A\n\nThe end."
    found = AIKEN.read("q.txt", text)
    assert len(found.found.questions) == 1
    assert [(loss.place, loss.why) for loss in found.losses] == [
        ("line 1", "its answer C is none of its choices"),
        ("line 6", "it has fewer than two choices"),
        ("line 15", "it has fewer than two choices"),
    ]


def test_a_file_without_questions_is_refused() -> None:
    assert AIKEN.read is not None
    with pytest.raises(FaultsFound, match=r"q\.txt:1:1: error: There is no question in q\.txt"):
        AIKEN.read("q.txt", b"Nothing.")
