from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.exchange.quiz.asked import with_order
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.model import Quiz, QuizPicture
from guidepress.exchange.report import Imported, Loss
from guidepress.guide.model import Markdown, Question

GIFT = format_called("gift")
PNG = b"\x89PNG\r\n\x1a\n not much of a picture"


def read(text: str) -> Imported[Quiz]:
    assert GIFT.read is not None
    return GIFT.read("folder/quiz.gift", text.encode())


def asked(text: str) -> Question:
    (question,) = read(text).found.questions
    return question


def sources(texts: object) -> list[str]:
    assert isinstance(texts, tuple)
    return [text.source for text in texts]


@given(quizzes())
@settings(deadline=None, max_examples=30)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(quiz: Quiz) -> None:
    assert_round_trip(GIFT, quiz)


def test_one_right_choice_has_its_feedback_and_the_general_one_explains() -> None:
    found = asked(
        "::Tomb:: Whose grave is it? {=Grant#Yes. ~no one ~%50%half of him#Hm.####He died in 1885.}"
    )
    assert found.type == "multiple_choice"
    assert sources(found.choices) == ["Grant", "no one", "half of him"]
    assert found.right == (0,)
    assert found.weights == {"A": 100, "B": 0, "C": 50}
    assert {key: text.source for key, text in found.feedback.items()} == {"A": "Yes.", "C": "Hm."}
    assert found.explanation == Markdown("He died in 1885.")
    assert found.id == "Tomb"


def test_choices_without_a_whole_one_are_several() -> None:
    found = asked("Who? {~%-100%No one ~%50%Grant ~%50%His wife ~%-100%Father}")
    assert found.right == (1, 2)
    assert found.weights == {"A": -100, "B": 50, "C": 50, "D": -100}


def test_two_shares_that_cost_in_all_what_they_score_are_what_goes_without_saying() -> None:
    # Two right ones score 50 each, one wrong one costs 100.
    assert asked("Who? {~%50%a ~%50%b ~%-100%c}").weights == {}


@pytest.mark.parametrize(
    ("answer", "truth", "true", "false"),
    [
        ("T", True, None, None),
        ("FALSE", False, None, None),
        ("T#No.", True, None, "No."),
        ("F#No.#Yes.", False, "No.", "Yes."),
    ],
)
def test_feedback_to_wrong_comes_before_that_to_right(
    answer: str,
    truth: bool,  # noqa: FBT001 - a row of the table
    true: str | None,
    false: str | None,
) -> None:
    found = asked(f"The sun rises. {{{answer}}}")
    assert found.truth is truth
    assert found.feedback == {
        key: Markdown(said) for key, said in (("true", true), ("false", false)) if said is not None
    }


@pytest.mark.parametrize(
    ("answers", "numbers", "tolerance"),
    [
        ("#1822:5", ["1822"], (5.0,)),
        ("#3..5", ["4"], (1.0,)),  # the middle, and half of the width
        ("#=1822:0 =%50%1800:2", ["1822", "1800"], (0.0, 2.0)),
        ("#-2.5", ["-2.5"], (0.0,)),
    ],
)
def test_numbers_have_tolerances(answers: str, numbers: list[str], tolerance: tuple[float, ...]) -> None:
    found = asked(f"How many? {{{answers}}}")
    assert found.type == "short_answer"
    assert sources(found.answer) == numbers
    assert found.tolerance == tolerance


def test_an_entry_without_its_left_side_is_a_decoy() -> None:
    found = asked("Match. {=Canada -> Ottawa =Italy -> Rome = -> Oslo}")
    assert [(left.source, right.source) for left, right in found.pairs] == [
        ("Canada", "Ottawa"),
        ("Italy", "Rome"),
    ]
    assert sources(found.decoys) == ["Oslo"]


def test_text_behind_the_braces_makes_a_blank() -> None:
    found = asked("Marley was {=dead =%50%gone} to begin with.")
    assert found.prompt == Markdown("Marley was ____ to begin with.")
    assert found.type == "fill_blank"
    assert found.answer == (Markdown("dead"),)
    assert found.blanks[0].accept == (Markdown("gone"),)
    assert found.blanks[0].weights == {"gone": 50}


def test_several_braces_are_read_as_blanks_and_told_of() -> None:
    found = read("A {1:SA:=a} and a {2:MC:=b~c#No.}.")
    (question,) = found.found.questions
    assert question.prompt == Markdown("A ____ and a ____.")
    assert sources(question.answer) == ["a", "b"]
    assert question.blanks[1].points == 2
    assert question.blanks[1].wrong == (Markdown("c"),)
    assert [(guess.place, guess.value) for guess in found.guesses] == [("line 1", "fill_blank")]


def test_signs_that_are_escaped_are_words() -> None:
    found = asked(r"What is \{x\} \= 3\: a\~b \# c\\d? {=1\=1 ~2\:2}")
    assert found.prompt == Markdown("What is {x} = 3: a~b # c\\d?")
    assert sources(found.choices) == ["1=1", "2:2"]


def test_html_becomes_markdown_and_what_has_no_place_is_told() -> None:
    found = read("[html]<p>One <b>bold</b> <u>line</u></p><p>Two</p> {}")
    assert found.found.questions[0].prompt == Markdown("One **bold** line\n\nTwo")
    assert found.losses == (Loss("line 1", "underlining", "a guide has no place for it"),)


def test_comments_say_id_and_tags_and_folders_are_kept() -> None:
    text = "$CATEGORY: $course$/top/Carol/Stave one\n\n// [id:q-7] [tag:ghosts] [tag:level:core]\nWho? {}"
    found = read(text).found
    assert found.title == "Carol"
    (question,) = found.questions
    assert (question.id, question.category, question.tags, question.level) == (
        "q-7",
        "Stave one",
        ("ghosts",),
        "core",
    )


def test_a_blank_line_within_braces_parts_nothing() -> None:
    assert sources(asked("Who? {\n=one\n\n~two\n}\n\n").choices) == ["one", "two"]


def test_a_text_without_a_question_is_named() -> None:
    found = read("Read the stave.\n\nWho? {T}\n\nBroken {=a")
    assert [(loss.place, loss.what, loss.whole) for loss in found.losses] == [
        ("line 1", "Read the stave.", True),
        ("line 5", "Broken {=a", True),
    ]


def test_a_file_without_questions_is_refused_with_its_name() -> None:
    with pytest.raises(
        FaultsFound, match=r"folder/quiz\.gift:1:1: error: There is no question in folder/quiz\.gift\."
    ):
        read("Nothing to ask.")


def test_a_picture_is_carried_in_the_text() -> None:
    quiz = Quiz(
        "Q",
        (Question(Markdown("See ![a dog](dog.png)"), type="long_answer"),),
        (QuizPicture("dog.png", PNG),),
    )
    assert GIFT.write is not None
    back = read(GIFT.write(quiz).data.decode()).found
    assert [picture.data for picture in back.pictures] == [PNG]
    assert back.questions[0].prompt.source == f"See ![a dog]({back.pictures[0].path})"


def test_what_gift_cannot_say_is_left_out_by_number() -> None:
    base = Question(Markdown("Order."), id="o-1")
    quiz = Quiz(
        "Q", (with_order(base, [Markdown(each) for each in "abc"]), Question(Markdown("Why?"), lines=4))
    )
    assert GIFT.write is not None
    losses = GIFT.write(quiz).losses
    assert losses[0] == Loss("question 1 (o-1)", "ordering", "GIFT has no ordering", whole=True)
    assert [loss.what for loss in losses[1:]] == ["that the answer is short", "lines"]


def test_a_question_without_an_id_is_called_the_same_in_every_export() -> None:
    question = Question(Markdown("Why?"), type="long_answer")
    assert GIFT.write is not None
    once, again = (GIFT.write(Quiz("Q", (each,))).data for each in (question, replace(question, points=3.0)))
    assert once == again
    assert b"// [id:q" in once
