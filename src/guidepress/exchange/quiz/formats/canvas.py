"""Canvas (Classic Quizzes): a ZIP package of QTI 1.2 with Canvas' metadata, which makes a quiz and a bank of questions.

Canvas adds what it imports and compares idents: those of quiz and questions are the same in every export, so that a
second import can replace the first. What is read is QTI 1.2 of anybody's, alone or in packages and cartridges.
"""

from __future__ import annotations

import hashlib
import html
from typing import TYPE_CHECKING

from guidepress.exchange.quiz.format import QuizFormat
from guidepress.exchange.quiz.holding import named
from guidepress.exchange.quiz.packages.fitting import holds_qti
from guidepress.exchange.quiz.packages.reading import read_qti
from guidepress.exchange.quiz.packages.shipping import Shipment
from guidepress.exchange.quiz.packages.zipping import zipped
from guidepress.exchange.quiz.qti1.pieces import field_entry
from guidepress.exchange.quiz.qti1.writing import Dialect, write_item
from guidepress.exchange.report import Loss, QuizFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.guide.model import Question

__all__ = ["FORMAT"]

_MOST = 500
"""Questions in one quiz: an import of 1,500 hangs (gpoore/text2qti, issue 46)."""

_BASE = "%24IMS-CC-FILEBASE%24/images/"
"""How a text names a picture of the package."""

_QTI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_LINKED = "associatedcontent/imscc_xmlv1p1/learning-application-resource"


def _write(quiz: Quiz) -> QuizFile:
    ship = Shipment(quiz, "Canvas", _BASE)
    items: list[tuple[float, str]] = []
    for number, question in enumerate(quiz.questions, 1):
        ship.place = named(number, question)
        item = write_item(question, ship, _CLASSIC)
        if item is not None:
            items.append((1.0 if question.points is None else question.points, item))
    parts = [items[start : start + _MOST] for start in range(0, len(items), _MOST)] or [[]]
    if len(parts) > 1:
        what, why = "that it is one quiz", f"Canvas hangs at 1,500 questions: it is {len(parts)} quizzes now"
        ship.losses.append(Loss("the quiz", what, why))
    return QuizFile(zipped(_files(quiz, parts, ship)), tuple(ship.losses))


def _metadata(question: Question, kind: str) -> str:
    points = "" if question.points is None else field_entry("points_possible", f"{question.points:g}")
    return field_entry("question_type", kind) + points


_CLASSIC = Dialect("Canvas", _metadata, {"ordering": "Canvas Classic has no ordering"})


def _files(
    quiz: Quiz, parts: Sequence[Sequence[tuple[float, str]]], ship: Shipment
) -> Iterator[tuple[str, bytes]]:
    """The manifest, two files for each quiz, and the pictures."""
    named_parts = []
    for number, part in enumerate(parts, 1):
        title = quiz.title if len(parts) == 1 else f"{quiz.title} ({number} of {len(parts)})"
        named_parts.append((_stable(quiz.title, str(number)), title, part))
    yield (
        "imsmanifest.xml",
        _manifest(quiz.title, [name for name, _, _ in named_parts], list(ship.used)).encode(),
    )
    for name, title, part in named_parts:
        yield f"{name}/{name}.xml", _assessment(name, title, part).encode()
        yield (
            f"{name}/assessment_meta.xml",
            _settings(name, title, sum(points for points, _ in part)).encode(),
        )
    for name, picture in ship.used.items():
        yield f"images/{name}", picture.data


def _assessment(name: str, title: str, part: Sequence[tuple[float, str]]) -> str:
    items = "".join(item for _, item in part)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<questestinterop xmlns="{_QTI}">'
        f'<assessment ident="{name}" title="{html.escape(title)}">'
        f"<qtimetadata>{field_entry('cc_maxattempts', '1')}</qtimetadata>"
        f'<section ident="root_section">\n{items}</section></assessment></questestinterop>\n'
    )


def _settings(name: str, title: str, points: float) -> str:
    """What Canvas wants to know of a quiz: one for practice, so that no grade hangs on it until a teacher says so."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz identifier="{name}" xmlns="{_CANVAS}">'
        f"<title>{html.escape(title, quote=False)}</title><description></description>"
        "<shuffle_answers>false</shuffle_answers><scoring_policy>keep_highest</scoring_policy>"
        f"<quiz_type>practice_quiz</quiz_type><points_possible>{points:g}</points_possible>"
        "<show_correct_answers>true</show_correct_answers><allowed_attempts>1</allowed_attempts>"
        "<available>false</available></quiz>\n"
    )


def _manifest(title: str, parts: Sequence[str], pictures: Sequence[str]) -> str:
    resources = "".join(
        f'<resource identifier="{name}" type="imsqti_xmlv1p2"><file href="{name}/{name}.xml"/>'
        f'<dependency identifierref="{name}_meta"/></resource>\n'
        f'<resource identifier="{name}_meta" type="{_LINKED}" href="{name}/assessment_meta.xml">'
        f'<file href="{name}/assessment_meta.xml"/></resource>\n'
        for name in parts
    )
    resources += "".join(
        f'<resource identifier="{_stable("picture", name)}" type="webcontent" href="images/{html.escape(name)}">'
        f'<file href="images/{html.escape(name)}"/></resource>\n'
        for name in pictures
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest identifier="{_stable("manifest", title)}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" '
        'xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2">'
        "<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion>"
        f"<imsmd:lom><imsmd:general><imsmd:title><imsmd:string>{html.escape(title, quote=False)}</imsmd:string>"
        "</imsmd:title></imsmd:general></imsmd:lom></metadata>"
        f"<organizations/>\n<resources>\n{resources}</resources></manifest>\n"
    )


def _stable(*words: str) -> str:
    """A name in XML that is the same in every export."""
    return "g" + hashlib.sha256("\n".join(words).encode()).hexdigest()[:31]


def _fits(name: str, data: bytes) -> bool:
    return holds_qti(name, data, {"questestinterop"})


FORMAT = QuizFormat("Canvas", ".zip", _write, read_qti, _fits)
