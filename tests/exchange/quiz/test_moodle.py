from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.diagnostics import FaultsFound
from guidepress.base.record import replace
from guidepress.exchange.quiz.asked import with_blanks, with_choices, with_texts
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.formats.moodle.fractions import nearest_fraction
from guidepress.exchange.quiz.model import Quiz, QuizPicture
from guidepress.exchange.quiz.options import QuizOption
from guidepress.exchange.report import Imported
from guidepress.guide.model import Markdown, Question

MOODLE = format_called("moodle")
PNG = b"\x89PNG\r\n\x1a\n not much of a picture"


def read(*questions: str) -> Imported[Quiz]:
    assert MOODLE.read is not None
    return MOODLE.read("bank.xml", f"<quiz>{''.join(questions)}</quiz>".encode())


def one(kind: str, body: str, text: str = "<p>Who?</p>") -> str:
    return (
        f'<question type="{kind}"><name><text>N</text></name><questiontext format="html"><text><![CDATA[{text}]]>'
        f"</text></questiontext>{body}</question>"
    )


def asked(kind: str, body: str, text: str = "<p>Who?</p>") -> Question:
    (question,) = read(one(kind, body, text)).found.questions
    return question


@given(quizzes())
@settings(deadline=None, max_examples=30)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(quiz: Quiz) -> None:
    assert_round_trip(MOODLE, quiz)


@pytest.mark.parametrize(
    ("weight", "fraction"),
    [(100, "100"), (33, "33.33333"), (-15, "-14.28571"), (-33.3, "-33.33333"), (1, "0")],
)
def test_weights_are_those_that_moodle_knows(weight: float, fraction: str) -> None:
    assert nearest_fraction(weight) == fraction


def test_a_weight_that_moodle_has_not_is_told() -> None:
    options = [QuizOption(Markdown("a"), 100.0), QuizOption(Markdown("b"), 34.0)]
    assert MOODLE.write is not None
    losses = MOODLE.write(Quiz("Q", (with_choices(Question(Markdown("Who?")), options, single=True),))).losses
    assert [(loss.what, loss.why) for loss in losses] == [
        ("weights", "Moodle has 33.33333 nearest to the weight 34 of an answer")
    ]


def test_old_files_say_true_in_their_own_language() -> None:
    body = (
        '<answer fraction="0"><text>Wahr</text></answer><answer fraction="100"><text>Falsch</text></answer>'
    )
    found = read(one("truefalse", body))
    assert found.found.questions[0].truth is False
    assert [guess.value for guess in found.guesses] == ["Wahr"]


def test_the_feedback_that_moodle_puts_in_every_question_is_none_of_its_author() -> None:
    body = (
        '<answer fraction="100"><text>a</text></answer><answer fraction="0"><text>b</text></answer>'
        "<correctfeedback><text>Your answer is correct.</text></correctfeedback>"
        "<incorrectfeedback><text>Read it again.</text></incorrectfeedback>"
    )
    assert asked("multichoice", body).feedback == {"wrong": Markdown("Read it again.")}


def test_a_gap_has_words_points_and_feedback() -> None:
    text = "<p>The {1:SHORTANSWER:=king#Yes.~%50%ruler~*#No.} had {2:NUMERICAL:=3:1} {1:MULTICHOICE:=sons~cows}.</p>"
    found = asked("cloze", "", text)
    assert found.prompt == Markdown("The ____ had ____ ____.")
    assert [answer.source for answer in found.answer] == ["king", "3", "sons"]
    assert found.blanks[0].accept == (Markdown("ruler"),)
    assert found.blanks[0].weights == {"ruler": 50}
    assert found.blanks[0].feedback == {"king": Markdown("Yes."), "wrong": Markdown("No.")}
    assert (found.blanks[1].tolerance, found.blanks[1].points) == (1, 2)
    assert found.blanks[2].wrong == (Markdown("cows"),)


def test_words_to_drag_are_wrong_in_each_others_gaps() -> None:
    body = "".join(
        f"<dragbox><text>{word}</text><group>{group}</group></dragbox>"
        for word, group in (("sea", 1), ("sky", 1), ("fast", 2))
    )
    found = asked("ddwtos", body, "<p>The [[2]] is [[3]].</p>")
    assert found.prompt == Markdown("The ____ is ____.")
    assert [answer.source for answer in found.answer] == ["sky", "fast"]
    assert [[word.source for word in rule.wrong] for rule in found.blanks] == [["sea"], []]


def test_a_type_that_a_guide_has_not_is_named_with_its_words() -> None:
    found = read(
        one("description", "", "<p>Read this.</p>"),
        one("calculated", "", "<p>{a} + {b}?</p>"),
        one("essay", ""),
    )
    assert [(loss.what, loss.why) for loss in found.losses] == [
        ("Read this.", "it asks nothing"),
        ("{a} + {b}?", "a guide has no questions of type calculated"),
    ]


def test_a_file_of_such_types_alone_says_why_nothing_is_kept() -> None:
    with pytest.raises(
        FaultsFound, match="What it holds cannot be kept: a guide has no questions of type calculated"
    ):
        read(one("calculated", ""))


def test_folders_are_below_that_of_the_quiz() -> None:
    folder = (
        '<question type="category"><category><text>$course$/top/Carol/Stave 1</text></category></question>'
    )
    found = read(folder, one("essay", "")).found
    assert (found.title, found.questions[0].category) == ("Carol", "Stave 1")


def test_pictures_go_with_the_text_that_shows_them() -> None:
    question = Question(Markdown("See ![a dog](<pictures/a dog.png>)"), type="long_answer")
    quiz = Quiz("Q", (question,), (QuizPicture("pictures/a dog.png", PNG),))
    assert MOODLE.write is not None
    assert MOODLE.read is not None
    data = MOODLE.write(quiz).data
    assert re.search(rb'<file name="a dog.png" path="/" encoding="base64">', data)
    found = MOODLE.read("q.xml", data).found
    assert [picture.data for picture in found.pictures] == [PNG]
    assert found.questions[0].prompt.source == f"See ![a dog]({found.pictures[0].path})"


def test_a_question_without_an_id_gets_one_that_lasts() -> None:
    question = Question(Markdown("Why?"), type="long_answer")
    assert MOODLE.write is not None
    once, again = (
        MOODLE.write(Quiz("Q", (each,))).data for each in (question, replace(question, points=3.0))
    )
    assert re.findall(rb"<idnumber>(q[0-9a-f]{16})<", once) == re.findall(
        rb"<idnumber>(q[0-9a-f]{16})<", again
    )


def test_two_questions_of_one_id_keep_it_once() -> None:
    found = read(
        one("essay", "<idnumber>x</idnumber>"), one("essay", "<idnumber>x</idnumber>", "<p>Why?</p>")
    )
    assert [question.id for question in found.found.questions] == ["x", ""]
    assert [loss.what for loss in found.losses] == ["the id x"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<quiz><question>", r"bad\.xml:1:17: error: This is not well-formed XML"),
        (b'<!DOCTYPE q [<!ENTITY a "b">]><quiz>&a;</quiz>', "declares entities"),
        (b"PK\x03\x04 half a zip", "cannot be read"),
        (b"<quiz></quiz>", "There is no question in bad.xml"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    assert MOODLE.read is not None
    with pytest.raises(FaultsFound, match=said):
        MOODLE.read("bad.xml", data)


def written(*questions: Question) -> str:
    assert MOODLE.write is not None
    return MOODLE.write(Quiz("Q", questions)).data.decode()


def test_a_question_that_stands_twice_in_a_folder_has_its_id_once() -> None:
    twice = Question(Markdown("Who?"), type="long_answer")
    assert MOODLE.write is not None
    made = MOODLE.write(Quiz("Q", (twice, replace(twice, category="Other"), twice)))
    assert made.data.count(b"<idnumber>") == 2  # once in each of the two folders
    assert [(loss.place, loss.what, loss.whole) for loss in made.losses] == [("question 3", "id", False)]


def test_words_with_signs_that_are_escaped_stand_in_sections() -> None:
    """Moodle's reader drops a blank that stands alone between an escaped sign and a letter beyond ASCII."""
    pairs = ((Markdown("a"), Markdown("b -> été")), (Markdown("c"), Markdown("d")))
    text = written(Question(Markdown("Match."), type="matching", pairs=pairs))
    assert "<answer><text><![CDATA[b -> été]]></text></answer>" in text
    assert "<answer><text>d</text></answer>" in text


@pytest.mark.parametrize(
    ("answer", "gap"),
    [("a ~ b", "=a &#126; b"), ("a \\ b", "=a &#92; b"), ("a # b", "=a \\# b"), ("a } b", "=a \\} b")],
)
def test_signs_in_a_gap_are_those_that_moodle_takes_back(answer: str, gap: str) -> None:
    """Its reader takes a backslash off a brace and a hash alone, and reads numbers of characters."""
    asked = Question(Markdown("Say ____."), type="fill_blank", answer=(Markdown(answer),), match="any_case")
    text = written(asked)
    assert f"{{1:SHORTANSWER:{gap}}}" in text
    assert MOODLE.read is not None
    (back,) = MOODLE.read("bank.xml", text.encode()).found.questions
    assert back.answer == asked.answer


def test_a_folder_with_a_slash_in_its_name_stays_one() -> None:
    asked = Question(Markdown("Who?"), type="long_answer", category="Act 1//2/Ghosts")
    assert "<category><text>$course$/top/Q/Act 1//2/Ghosts</text></category>" in written(asked)


@pytest.mark.parametrize(("weights", "single"), [((100.0, 0.0), "true"), ((50.0, 50.0), "false")])
def test_one_right_choice_is_ticked_alone(weights: tuple[float, float], single: str) -> None:
    options = [QuizOption(Markdown(text), weight) for text, weight in zip("ab", weights, strict=True)]
    asked = with_choices(Question(Markdown("Who?")), options, single=single == "true")
    assert f"<single>{single}</single>" in written(asked)


def test_wrong_words_make_a_menu_of_a_gap() -> None:
    options = [QuizOption(Markdown("door-nail"), 100.0), QuizOption(Markdown("herring"), 0.0)]
    asked = with_blanks(Question(Markdown("Dead as a ____.")), [options])
    assert "{1:MULTICHOICE:=door-nail~herring}" in written(asked)


def test_a_star_in_an_answer_stands_for_itself() -> None:
    """In Moodle's short answers a star alone stands for any words."""
    asked = with_texts(Question(Markdown("How much?")), [QuizOption(Markdown("5 * 3"), 100.0)])
    assert "<text>5 \\* 3</text>" in written(asked)
