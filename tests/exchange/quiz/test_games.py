"""Sheets of games: their headings and limits to the letter; what does not fit is left out, never cut."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.record import replace
from guidepress.exchange.quiz.asked import with_choices, with_texts, with_truth
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.model import Quiz
from guidepress.exchange.quiz.options import QuizOption
from guidepress.exchange.report import QuizFile
from guidepress.guide.model import Markdown, Question

CHOICE = with_choices(
    Question(Markdown("Who *waits*?")),
    [QuizOption(Markdown("The sentry"), 100.0), QuizOption(Markdown("=moon"))],
    single=True,
)
TRUTH = with_truth(Question(Markdown("It snows.")), truth=False)
WORDS = with_texts(Question(Markdown("Where?")), [QuizOption(Markdown("Rome"), 100.0)])
SEVERAL = with_choices(
    Question(Markdown("Which?")),
    [QuizOption(Markdown(each), 50.0 if each != "c" else -100.0) for each in "abc"],
    single=False,
)
QUIZ = Quiz("Carol", (CHOICE, TRUTH, WORDS, SEVERAL))


def write(name: str, quiz: Quiz = QUIZ) -> QuizFile:
    form = format_called(name)
    assert form.write is not None
    return form.write(quiz)


def rows_of(data: bytes) -> list[list[str]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]


def left_out(done: QuizFile) -> list[str]:
    return [f"{loss.place}: {loss.why}" for loss in done.losses if loss.whole]


@pytest.mark.parametrize("name", ["kahoot", "wayground", "blooket", "gimkit"])
@given(quiz=quizzes())
@settings(deadline=None, max_examples=30)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(name: str, quiz: Quiz) -> None:
    assert_round_trip(format_called(name), quiz)


def test_kahoot_has_its_headings_in_row_eight_from_column_b() -> None:
    done = write("kahoot")
    rows = rows_of(done.data)
    assert rows[7][:3] == ["", "Question - max 120 characters", "Answer 1 - max 75 characters"]
    assert rows[8] == ["1", "Who waits?", "The sentry", "=moon", "", "", "20", "1"]
    assert rows[9] == ["2", "It snows.", "True", "False", "", "", "20", "2"]
    assert rows[10][7] == "1,2"
    assert left_out(done) == ["question 3: Kahoot has choices alone"]


@pytest.mark.parametrize(
    ("question", "why"),
    [
        (replace(CHOICE, prompt=Markdown("x" * 121)), "Kahoot has 120 signs for a question; it has 121"),
        (
            with_choices(
                CHOICE, [QuizOption(Markdown("x" * 76), 100.0), QuizOption(Markdown("y"))], single=True
            ),
            "Kahoot has 75 signs for a choice; one has 76",
        ),
        (
            with_choices(
                CHOICE, [QuizOption(Markdown(each), 100.0 * (each == "a")) for each in "abcde"], single=True
            ),
            "Kahoot has at most 4 choices; it has 5",
        ),
    ],
)
def test_what_is_too_long_for_kahoot_is_left_out(question: Question, why: str) -> None:
    assert left_out(write("kahoot", Quiz("Q", (question,)))) == [f"question 1: {why}"]


def test_blooket_has_eight_cells_in_every_row_and_no_byte_order_mark() -> None:
    done = write("blooket")
    assert done.data.startswith(
        b"Blooket Import Template,,,,,,,\r\nQuestion #,Question Text,Answer 1,Answer 2,"
    )
    rows = list(csv.reader(io.StringIO(done.data.decode(), newline="")))
    assert {len(row) for row in rows} == {8}
    assert rows[2] == ["1", "Who waits?", "The sentry", "=moon", "", "", "20", "1"]


def test_gimkit_has_the_right_answer_first_and_one_alone() -> None:
    done = write("gimkit")
    rows = list(csv.reader(io.StringIO(done.data.decode(), newline="")))
    assert rows[0] == ["Gimkit Spreadsheet Import Template", "", "", "", ""]
    assert rows[2:] == [["Who waits?", "The sentry", "=moon", "", ""], ["It snows.", "False", "True", "", ""]]
    assert left_out(done) == [
        "question 3: Gimkit has choices alone",
        "question 4: Gimkit has one right choice",
    ]


def test_wayground_has_a_row_that_describes_and_types() -> None:
    done = write("wayground")
    rows = rows_of(done.data)
    assert rows[0][:3] == ["Question Text", "Question Type", "Option 1"]
    assert rows[1][0] == "Text of the question"
    assert [row[1] for row in rows[2:]] == [
        "Multiple Choice",
        "Multiple Choice",
        "Fill-in-the-Blank",
        "Checkbox",
    ]
    assert rows[4][:4] == ["Where?", "Fill-in-the-Blank", "Rome", ""]
    assert rows[5][7] == "1,2"


@pytest.mark.parametrize("name", ["kahoot", "wayground", "blooket", "gimkit"])
def test_the_same_questions_make_the_same_bytes(name: str) -> None:
    assert write(name).data == write(name).data
