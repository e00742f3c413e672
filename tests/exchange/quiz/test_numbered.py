"""Numbered questions: every way in which people and programs say which choice is right."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.intake import Intake
from guidepress.exchange.quiz.model import Quiz
from guidepress.exchange.quiz.numbered.reading import read_lines
from guidepress.exchange.quiz.packages.zipping import zipped
from guidepress.exchange.quiz.reading import format_of
from guidepress.exchange.report import Imported
from guidepress.guide.model import Question

FORM = format_called("numbered")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(text: str) -> Imported[Quiz]:
    assert FORM.read is not None
    return FORM.read("q.txt", text.encode())


def told(question: Question) -> tuple[str, list[str], tuple[int, ...]]:
    return question.prompt.source, [choice.source for choice in question.choices], question.right


@given(quizzes())
@settings(deadline=None, max_examples=30)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(quiz: Quiz) -> None:
    assert_round_trip(FORM, quiz)


@pytest.mark.parametrize(
    "text",
    [
        "1. Who?\na. I\n*b. you\nc. he\n",  # Respondus
        "1) Who?\na) I\nb) you\nc) he\nAnswer: b\n",
        "1. Who?\n   A. I\n   B. you\n   C. he\n\nAns: B\n",
        "**1. Who?**\n\nA) I\nB) you\nC) he\n\n**Correct Answer: B) you**\n",  # chat programs
        "### Question 1\nWho?\n\n- A) I\n- B) you\n- C) he\n\n**Answer:** B\n",
        "1. Who?\nA. I\nB. you ✓\nC. he\n",
        "1. Who?\nA. I\nB. you (correct)\nC. he\n",
        "1. Who?\nA. I\n**B. you**\nC. he\n",
        "Question 1: Who?\n(a) I\n(b) you\n(c) he\nCorrect answer: you\n",
        "1. Who?\nA. I\nB. you\nC. he\n\nAnswer Key\n1. B\n",
        "1. Who?\nA. I\nB. you\nC. he\n\n**Answers:**\n1) B, 2) C\n",
    ],
)
def test_the_right_choice_is_found_however_it_is_said(text: str) -> None:
    assert told(read(text).found.questions[0]) == ("Who?", ["I", "you", "he"], (1,))


def test_a_choice_that_is_bold_like_all_others_is_not_right_by_that() -> None:
    found = read("1. Who?\n**A. I**\n**B. you**\n2. Why?\nA. so\n*B. no\n")
    assert found.found.questions[0].right == ()
    assert [loss.what for loss in found.losses] == ["the right answer"]


def test_choices_with_equals_signs_are_pairs_unless_one_is_said_to_be_right() -> None:
    choices = "1. Which?\nA. a = b\nB. b = c\n"
    assert [question.type for question in read(choices).found.questions] == ["matching"]
    assert told(read(f"{choices}Answer: B\n").found.questions[0]) == ("Which?", ["a = b", "b = c"], (1,))


def test_reasons_points_types_and_titles_are_kept() -> None:
    text = (
        "Title: Carol\n\nType: MR\n1. Which?\n*a. one\n*b. two\nc. three\n@ Not this.\nPoints: 2\n~ Both are.\n\n"
        "Type: E\n2. Why?\n\n3. It snows.\nAnswer: False\nExplanation: It rains\nall day.\n\n4. The ____ runs.\nAnswer: river\n"
    )
    found = read(text).found
    several, essay, truth, gap = found.questions
    assert found.title == "Carol"
    assert (several.right, several.points, several.explanation and several.explanation.source) == (
        (0, 1),
        2,
        "Both are.",
    )
    assert {key: said.source for key, said in several.feedback.items()} == {"C": "Not this."}
    assert essay.type == "long_answer"
    assert (truth.truth, truth.explanation and truth.explanation.source) == (False, "It rains all day.")
    assert (gap.type, gap.answer[0].source) == ("fill_blank", "river")


def test_what_belongs_to_no_question_is_named() -> None:
    found = read("Read the stave first.\n\n1. Who?\nA. I\nB. you\nAnswer: A\n")
    assert [(loss.place, loss.what) for loss in found.losses] == [("line 1", "Read the stave first.")]


def test_a_page_of_text_is_no_quiz_though_it_has_a_list() -> None:
    text = "The way of the sentry\n\nHe waits.\n\nThree things:\n\n1. The moon\n2. The river\n3. The gate\n\nThe end.\n"
    assert format_of("page.txt", text.encode()) == ""
    assert (
        format_of("q.txt", b"1. Who?\na. I\nb. you\nAnswer: a\n2. Why?\na. so\nb. no\nAnswer: b\n")
        == "numbered"
    )


def word(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p>{each}</w:p>" for each in paragraphs)
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="word/document.xml"/></Relationships>'
    )
    parts = {"[Content_Types].xml": types, "_rels/.rels": relations, "word/document.xml": document}
    return zipped((name, text.encode()) for name, text in parts.items())


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"


@pytest.mark.parametrize("look", ["<w:b/>", '<w:highlight w:val="yellow"/>'])
def test_a_word_file_says_it_by_bold_or_by_highlighting(look: str) -> None:
    data = word(
        *(run(each) for each in ("1. Who?", "A. I")), run("B. you", look), run("C. he"),
        *(run(each) for each in ("2. Why?", "A. so")), run("B. no", look),
    )  # fmt: skip
    assert format_of("q.docx", data) == "numbered"
    assert FORM.read is not None
    assert [told(question) for question in FORM.read("q.docx", data).found.questions] == [
        ("Who?", ["I", "you", "he"], (1,)),
        ("Why?", ["so", "no"], (1,)),
    ]


def test_nothing_to_ask_is_said() -> None:
    with pytest.raises(FaultsFound, match=r"There is no question in q\.txt"):
        read("No number stands here.\n")


def test_a_key_answers_the_last_question_of_its_number_that_has_such_a_choice() -> None:
    """Two lists count from 1: that for discussion has no choices."""
    text = "1. Why does she lie?\n2. Is it cruel?\n1. Who lies?\nA) Vera\nB) Framton\nAnswer key\n1 A\nSee page 12\n"
    read = read_lines(text.split("\n"), Intake("x"))
    answers = [[each.source for each in question.answer] for question in read.found.questions]
    assert answers == [[], [], ["A"]]
    assert [each.what for each in read.losses if each.whole] == ["See page 12"]
