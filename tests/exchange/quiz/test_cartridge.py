"""Common Cartridge: six kinds of items come back, others are left out with their reason."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from tests.exchange.quiz.asking import quizzes
from tests.exchange.quiz.trips import assert_round_trip

from guidepress.exchange.quiz.asked import with_numbers, with_texts
from guidepress.exchange.quiz.formats import format_called
from guidepress.exchange.quiz.model import Quiz, QuizPicture
from guidepress.exchange.quiz.options import QuizOption
from guidepress.guide.model import Markdown, Question

CARTRIDGE = format_called("cartridge")
PNG = b"\x89PNG\r\n\x1a\n not much of a picture"


def files(quiz: Quiz) -> dict[str, bytes]:
    assert CARTRIDGE.write is not None
    with zipfile.ZipFile(io.BytesIO(CARTRIDGE.write(quiz).data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@given(quizzes())
@settings(deadline=None, max_examples=50)
def test_a_quiz_comes_back_but_for_what_is_said_to_be_lost(quiz: Quiz) -> None:
    assert_round_trip(CARTRIDGE, quiz)


def test_items_say_their_profile_and_what_has_none_is_left_out() -> None:
    words = with_texts(Question(Markdown("Who?"), points=2), [QuizOption(Markdown("Bob"), 100.0)])
    number = with_numbers(Question(Markdown("When?")), [QuizOption(Markdown("1843"), 100.0, None, 1.0)])
    quiz = Quiz("Q", (words, number))
    (text,) = (data.decode() for name, data in files(quiz).items() if name.endswith("assessment.xml"))
    assert "<fieldentry>cc.fib.v0p1</fieldentry>" in text
    assert "<fieldlabel>cc_weighting</fieldlabel><fieldentry>2</fieldentry>" in text
    assert CARTRIDGE.write is not None
    assert [(loss.what, loss.why) for loss in CARTRIDGE.write(quiz).losses] == [
        ("short answer", "Common Cartridge has no question about a number")
    ]


def test_pictures_are_resources_that_the_exam_depends_on() -> None:
    quiz = Quiz(
        "Q",
        (Question(Markdown("Who? ![a ghost](<my ghost é.png>)"), type="long_answer", id="g"),),
        (QuizPicture("my ghost é.png", PNG),),
    )
    made = files(quiz)
    assert made["web_resources/my-ghost-.png"] == PNG
    manifest = made["imsmanifest.xml"].decode()
    assert manifest.count("<dependency ") == 1
    assert 'href="web_resources/my-ghost-.png"' in manifest
    assert CARTRIDGE.read is not None
    assert CARTRIDGE.write is not None
    assert [each.data for each in CARTRIDGE.read("q.imscc", CARTRIDGE.write(quiz).data).found.pictures] == [
        PNG
    ]


def test_a_cartridge_is_known_by_its_manifest() -> None:
    quiz = Quiz("Q", (Question(Markdown("Why?"), type="long_answer"),))
    assert CARTRIDGE.write is not None
    assert CARTRIDGE.fits("x", CARTRIDGE.write(quiz).data)
    canvas = format_called("qti22")
    assert canvas.write is not None
    assert not CARTRIDGE.fits("x", canvas.write(quiz).data)
