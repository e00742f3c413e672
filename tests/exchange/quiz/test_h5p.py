"""H5P: a question set comes back, keeps its ids, and says what its libraries cannot ask."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from tests.exchange.doors.test_archives import packed
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.base.diagnostics import FaultsFound
from guidepress.exchange.quiz.asked import with_blanks, with_choices, with_pairs, with_texts, with_truth
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.formats.h5p.libraries import LIBRARIES
from guidepress.exchange.quiz.model import Quiz, QuizPicture
from guidepress.exchange.quiz.options import QuizOption
from guidepress.exchange.report import Imported
from guidepress.guide.model import Markdown, Question

H5P = format_called("h5p")
PNG = b"\x89PNG\r\n\x1a\n not much of a picture"


def content(*questions: Question, pictures: tuple[QuizPicture, ...] = ()) -> list[dict[str, Any]]:
    assert H5P.write is not None
    with zipfile.ZipFile(io.BytesIO(H5P.write(Quiz("Q", questions, pictures)).data)) as archive:
        found: list[dict[str, Any]] = json.loads(archive.read("content/content.json"))["questions"]
    return found


def losses(*questions: Question) -> list[tuple[str, str]]:
    assert H5P.write is not None
    return [(loss.what, loss.why) for loss in H5P.write(Quiz("Q", questions)).losses]


def read(main: str, said: dict[str, Any], **files: bytes) -> Imported[Quiz]:
    head = json.dumps({"title": "T", "mainLibrary": main, "language": "en"}).encode()
    assert H5P.read is not None
    given = {"h5p.json": head, "content/content.json": json.dumps(said).encode()} | files
    return H5P.read("q.h5p", packed(given))


@given(quizzes())
@settings(deadline=None, max_examples=60)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(quiz: Quiz) -> None:
    assert_round_trip(H5P, quiz)


def test_a_package_names_each_library_that_it_uses_and_no_other() -> None:
    assert H5P.write is not None
    quiz = Quiz("Carol", (with_truth(Question(Markdown("He is dead.")), truth=True),), language="en-GB")
    with zipfile.ZipFile(io.BytesIO(H5P.write(quiz).data)) as archive:
        head = json.loads(archive.read("h5p.json"))
    assert (head["title"], head["mainLibrary"], head["language"]) == ("Carol", "H5P.QuestionSet", "en")
    assert [(each["machineName"], each["majorVersion"], each["minorVersion"]) for each in head["preloadedDependencies"]] == [
        ("H5P.QuestionSet", "1", "20"), ("H5P.TrueFalse", "1", "8"),
    ]  # fmt: skip


def test_the_id_of_content_hangs_on_the_id_of_the_question_alone() -> None:
    one, two = (
        with_truth(Question(Markdown(text), id="q-1"), truth=True)
        for text in ("He is dead.", "Marley is dead.")
    )
    assert content(one)[0]["subContentId"] == content(two)[0]["subContentId"]
    assert (
        content(one)[0]["subContentId"]
        != content(with_truth(Question(Markdown("x"), id="q-2"), truth=True))[0]["subContentId"]
    )


def test_right_words_stand_between_stars_parted_by_slashes() -> None:
    (blank,) = content(
        with_texts(
            Question(Markdown("Who?")),
            [QuizOption(Markdown("Bob"), 100.0), QuizOption(Markdown("Bob & Co"), 100.0)],
        )
    )
    assert blank["library"] == "H5P.Blanks 1.14"
    assert blank["params"]["questions"] == ["<p>*Bob/Bob &amp; Co*</p>"]
    assert blank["params"]["behaviour"]["caseSensitive"] is False


def test_a_star_in_the_text_is_no_blank() -> None:
    asked = with_blanks(Question(Markdown("A \\* and a ____.")), [[QuizOption(Markdown("b"), 100.0)]])
    (blank,) = content(asked)
    assert blank["params"]["questions"] == ["<p>A &#42; and a *b*.</p>"]


@pytest.mark.parametrize("word", ["1/2", "3:4", "a*b", "a\\\\b"])
def test_a_word_that_h5p_would_part_leaves_its_question_out(word: str) -> None:
    asked = with_texts(Question(Markdown("Who?")), [QuizOption(Markdown(word), 100.0)])
    assert content(asked) == []
    assert losses(asked) == [
        ("short answer", "H5P marks words by stars and parts them at slashes and colons")
    ]


def test_pairs_are_words_to_drag_and_decoys_are_too() -> None:
    asked = with_pairs(
        Question(Markdown("Match.")),
        [(Markdown("a"), Markdown("one")), (Markdown("b"), Markdown("two"))],
        [Markdown("six")],
    )
    (drag,) = content(asked)
    assert (drag["params"]["textField"], drag["params"]["distractors"]) == ("a *one*\nb *two*", "*six*")


def test_markup_beyond_what_a_field_keeps_is_a_loss_and_its_words_stay() -> None:
    options = [QuizOption(Markdown("[yes](https://example.org)"), 100.0), QuizOption(Markdown("no"))]
    asked = with_choices(Question(Markdown("Which?\n\n- one\n- two")), options, single=True)
    (choice,) = content(asked)
    assert choice["params"]["question"] == "<p>Which?</p><p>one</p><p>two</p>"
    assert choice["params"]["answers"][0]["text"] == "yes"
    assert losses(asked) == [
        ("the markup of choices", "H5P keeps no a there"),
        ("the markup of prompt", "H5P keeps no ul, li there"),
    ]


def test_the_first_picture_of_a_prompt_stands_above_it_and_comes_back() -> None:
    asked = Question(Markdown("Who?\n\n![a ghost](pictures/ghost.png)"), type="long_answer", id="g")
    quiz = Quiz("Q", (asked,), (QuizPicture("pictures/ghost.png", PNG),))
    (essay,) = content(*quiz.questions, pictures=quiz.pictures)
    image = essay["params"]["media"]["type"]
    assert image["library"] == "H5P.Image 1.1"
    assert (image["params"]["file"]["path"], image["params"]["file"]["mime"]) == (
        "images/ghost.png",
        "image/png",
    )
    assert image["params"]["alt"] == "a ghost"
    assert H5P.write is not None
    assert H5P.read is not None
    found = H5P.read("q.h5p", H5P.write(quiz).data).found
    assert (found.questions, found.pictures) == (quiz.questions, quiz.pictures)


def test_a_package_of_one_question_is_read_with_its_hints_told() -> None:
    said = {
        "question": "<p>Who?</p>",
        "answers": [
            {"text": "<div>Bob</div>", "correct": True, "tipsAndFeedback": {"tip": "Think."}},
            {"text": "Tim", "correct": False},
        ],
        "behaviour": {"randomAnswers": False},
    }
    found = read("H5P.MultiChoice", said)
    (question,) = found.found.questions
    assert (question.prompt, question.choices) == (Markdown("Who?"), (Markdown("Bob"), Markdown("Tim")))
    assert (question.right, question.keep_order, question.id) == ((0,), True, "T")
    assert [(loss.what, loss.why) for loss in found.losses] == [
        ('the hint "Think."', "a guide has no place for it")
    ]


def test_words_to_drag_amid_lines_are_menus() -> None:
    found = read(
        "H5P.DragText", {"taskDescription": "Drag.", "textField": "A *b* c.\nD *e* f.", "distractors": "*g*"}
    )
    (question,) = found.found.questions
    assert question.prompt == Markdown("Drag.\n\nA ____ c.\n\nD ____ f.")
    assert [each.source for each in question.answer] == ["b", "e"]
    assert [each.source for each in question.blanks[0].wrong] == ["e", "g"]


def test_what_a_guide_cannot_ask_is_left_out_with_its_name() -> None:
    said = {"questions": [{"library": "H5P.DragQuestion 1.14", "params": {}, "metadata": {"title": "Map"}}]}
    found = read("H5P.QuestionSet", said)
    assert [(loss.place, loss.what, loss.whole) for loss in found.losses] == [
        ("question 1 (Map)", "DragQuestion", True)
    ]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"h5p.json": b"{}"}, r"q\.h5p has no content/content\.json\."),
        (
            {"h5p.json": b"{", "content/content.json": b"{}"},
            r"q\.h5p/h5p\.json:1:2: error: This is not JSON: ",
        ),
        (
            {"h5p.json": b"[" * 100_000, "content/content.json": b"{}"},
            "This is not JSON: it is nested too deeply",
        ),
        (
            {"h5p.json": b"{}", "content/content.json": b'{"questions": 7}'},
            "no such question|There is no question",
        ),
    ],
)
def test_a_damaged_package_is_refused_in_a_sentence(files: dict[str, bytes], said: str) -> None:
    assert H5P.read is not None
    try:
        found = H5P.read("q.h5p", packed(files))
    except FaultsFound as problem:
        assert len(problem.diagnostics) == 1  # noqa: PT017 - either is right
        with pytest.raises(FaultsFound, match=said):
            H5P.read("q.h5p", packed(files))
    else:
        assert [loss.why for loss in found.losses] == ["a guide has no such question"]


def test_every_library_has_its_version() -> None:
    assert all(name.startswith("H5P.") and major >= 0 < minor for name, (major, minor) in LIBRARIES.items())
