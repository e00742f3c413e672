"""In: a quiz. Out: an H5P package: a question set of what can be asked there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from guidepress.exchange.quiz.formats.h5p.libraries import LIBRARIES, words_of_library
from guidepress.exchange.quiz.formats.h5p.questions import H5pWriter
from guidepress.exchange.quiz.holding import named
from guidepress.exchange.quiz.packages.shipping import Shipment
from guidepress.exchange.quiz.packages.zipping import zipped
from guidepress.exchange.report import QuizFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.exchange.quiz.model import Quiz

__all__ = ["write_h5p"]


def write_h5p(quiz: Quiz) -> QuizFile:
    """Write a package."""
    ship = Shipment(quiz, "H5P", "images/")
    writer = H5pWriter(ship, quiz.language)
    questions = []
    for number, question in enumerate(quiz.questions, 1):
        ship.place = named(number, question)
        made = writer.written(question)
        if made is not None:
            questions.append(made)
    return QuizFile(zipped(_files(quiz, questions, ship)), tuple(ship.losses))


def _files(quiz: Quiz, questions: list[dict[str, Any]], ship: Shipment) -> Iterator[tuple[str, bytes]]:
    used = {"H5P.QuestionSet", *(each["library"].partition(" ")[0] for each in questions)}
    used |= {"H5P.Image"} if ship.used else set()
    head = {
        "title": quiz.title,
        "language": quiz.language.partition("-")[0] or "und",
        "mainLibrary": "H5P.QuestionSet",
        "embedTypes": ["iframe"],
        "license": "U",
        "defaultLanguage": quiz.language.partition("-")[0] or "en",
        "preloadedDependencies": [
            {"machineName": name, "majorVersion": str(major), "minorVersion": str(minor)}
            for name, (major, minor) in LIBRARIES.items()
            if name in used
        ],
    }
    yield "h5p.json", _json(head)
    yield "content/content.json", _json(_question_set(questions))
    for name, picture in ship.used.items():
        yield f"content/images/{name}", picture.data


def _question_set(questions: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "introPage": {"showIntroPage": False},
        "progressType": "textual",
        "passPercentage": 50,
        "questions": questions,
        "disableBackwardsNavigation": False,
        "randomQuestions": False,
        "override": {"checkButton": True},
        **words_of_library("H5P.QuestionSet"),
    }


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
