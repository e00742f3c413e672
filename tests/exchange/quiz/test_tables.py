"""Sheets of questions: our own come back as they were, and anybody's are understood by their headings or shape."""

from __future__ import annotations

import io

import openpyxl
import pytest
from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.model import Quiz
from guidepress.exchange.quiz.tables.reading import read_table
from guidepress.guide.model import Question


@pytest.mark.parametrize("name", ["xlsx", "csv"])
@given(quiz=quizzes())
@settings(deadline=None, max_examples=30)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(name: str, quiz: Quiz) -> None:
    assert_round_trip(format_called(name), quiz)


def asked(text: str) -> list[Question]:
    return list(read_table("q.csv", text.encode()).found.questions)


def told(question: Question) -> tuple[str, list[str], tuple[int, ...]]:
    return question.type, [choice.source for choice in question.choices], question.right


@pytest.mark.parametrize(
    "text",
    [
        "Question,A,B,C,Answer\nWho?,I,you,he,B\n",
        "question;option 1;option 2;option 3;correct option\nWho?;I;you;he;2\n",
        "#\tQuestion Text\tChoice A\tChoice B\tChoice C\tRight answer\n1\tWho?\tI\tyou\the\tyou\n",
        "My quiz,,,,\n,,,,\nPrompt,Answer 1,Answer 2,Answer 3,Correct answer(s)\nWho?,I,you,he,2\n",
        "Who?,I,you,he,B\nWhy?,so,no,oh,A\n",
    ],
)
def test_columns_are_told_by_headings_or_shape(text: str) -> None:
    assert told(asked(text)[0]) == ("multiple_choice", ["I", "you", "he"], (1,))


def test_a_sheet_without_choices_asks_for_words_or_truth() -> None:
    found = asked(
        "Question,Answer\nCapital?,Rome\nIt is big.,TRUE\nWhy?,Because he is afraid of the spirits\n"
    )
    assert [(question.type, question.match, question.truth) for question in found] == [
        ("short_answer", "any_case", None),
        ("true_false", "", True),
        ("short_answer", "", None),
    ]


def test_yes_and_no_are_words_unless_the_sheet_says_true_or_false() -> None:
    found = asked("Question,Answer\nIs he rich?,yes\nIs he glad?,No\n")
    assert [(each.type, each.answer[0].source, each.match) for each in found] == [
        ("short_answer", "yes", "any_case"),
        ("short_answer", "No", "any_case"),
    ]
    (told_so,) = asked("Question,Type,Answer\nIs he rich?,true/false,yes\n")
    assert (told_so.type, told_so.truth) == ("true_false", True)


def test_what_the_columns_were_taken_for_is_told() -> None:
    found = read_table("q.csv", b"Question,A,B,Answer,Teacher\nWho?,I,you,A,Ms Low\n")
    assert [guess.value for guess in found.guesses] == ["question in A, answer in D, 2 columns of choices"]
    assert [loss.what for loss in found.losses] == ['the column "Teacher"']


def test_an_answer_that_is_no_choice_is_told() -> None:
    found = read_table("q.csv", b"Question,A,B,Answer\nWho?,I,you,Z\n")
    assert [(loss.place, loss.what) for loss in found.losses] == [("row 2", 'the answer "Z"')]


def test_a_table_of_something_else_is_refused() -> None:
    with pytest.raises(FaultsFound, match=r"No column of q\.csv can be told to hold questions"):
        asked("Name,Class,Born,Town\nAda,7b,2012,Leeds\nBen,7c,2011,York\n")


def test_a_cell_that_begins_as_a_formula_is_a_text_in_a_workbook() -> None:
    form = format_called("xlsx")
    assert form.write is not None
    quiz = read_table("q.csv", b'Question,A,B,Answer\n"=1+1",2,3,A\n').found
    book = openpyxl.load_workbook(io.BytesIO(form.write(quiz).data))
    cell = book.active["C2"]  # type: ignore[index] # a book has a sheet
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_cell_that_begins_as_a_formula_is_told_of_in_csv() -> None:
    form = format_called("csv")
    assert form.write is not None
    quiz = read_table("q.csv", b'Question,A,B,Answer\n"=1+1",2,3,A\n').found
    assert ('the cell "=1+1"') in [loss.what for loss in form.write(quiz).losses]


@pytest.mark.parametrize("data", [b"PK\x03\x04 half", b"\xd0\xcf\x11\xe0 old", b"\x00\x01\x02\x03\xff"])
def test_a_file_of_another_kind_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(FaultsFound, match=r"error: .*q\.xlsx"):
        read_table("q.xlsx", data)


def test_yes_and_no_stay_choices_since_true_and_false_are_other_words() -> None:
    (question,) = asked("Question,A,B,Answer\nIs it late?,Yes,No,B\n")
    assert told(question) == ("multiple_choice", ["Yes", "No"], (1,))
