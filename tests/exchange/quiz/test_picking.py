from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from guidepress import load_guide
from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.quiz.picking import quiz_of

GUIDE = """\
format: 1
title: T
author: A
units:
  - title: The gate
    summary: He waits.
    checks:
      - {prompt: Who waits?, answer: He does.}
  - title: The river
    summary: It flows.
themes: [{name: Waiting}]
questions:
  - prompt: How does [](#theme-waiting) end in [this chapter](#unit-the-river)?
    type: multiple_choice
    choices: [Well, Badly, Not at all]
    answer: [Not at all, Well]
    unit: 2
    use: quiz
  - prompt: Put in order.
    type: ordering
    choices: [two, one, three]
    answer: [B, A, C]
    use: exam
"""


def picked(**asked: object) -> list[str]:
    return [question.prompt.source[:12] for question in quiz_of(load_guide(GUIDE), **asked).questions]  # type: ignore[arg-type]


def test_the_bank_and_the_checks_are_taken_and_can_be_asked_for() -> None:
    assert picked() == ["How does Wai", "Put in order", "Who waits?"]
    assert picked(uses=("quiz",)) == ["How does Wai"]
    assert picked(uses=("quiz", "exam")) == ["How does Wai", "Put in order"]
    assert picked(units=(1,)) == ["Who waits?"]


def test_references_are_words_outside_the_guide() -> None:
    assert quiz_of(load_guide(GUIDE)).questions[0].prompt.source == "How does Waiting end in this chapter?"


def test_answers_are_letters_and_entries_stand_in_their_order() -> None:
    choice, order, _ = quiz_of(load_guide(GUIDE)).questions
    assert [answer.source for answer in choice.answer] == ["A", "C"]
    assert [entry.source for entry in order.choices] == ["one", "two", "three"]


def test_nothing_to_take_is_said() -> None:
    with pytest.raises(FaultsFound, match='There is no question of that kind in "T"'):
        picked(uses=("book_club",))


def test_pictures_are_taken_by_the_names_of_their_files(tmp_path: Path) -> None:
    Image.new("RGB", (2, 2)).save(tmp_path / "a dog.png")
    text = (
        'format: 1\ntitle: T\nauthor: A\noverview: O\nquestions:\n  - prompt: "![a dog](a%20dog.png) Who?"\n'
    )
    (tmp_path / "guide.yaml").write_text(text, encoding="utf-8")
    quiz = quiz_of(load_guide(tmp_path / "guide.yaml"))
    assert [picture.path for picture in quiz.pictures] == ["a dog.png"]
    assert quiz.pictures[0].data.startswith(b"\x89PNG")
