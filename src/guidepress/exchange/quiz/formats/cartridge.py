"""Common Cartridge 1.1, the package that learning platforms have in common, with its profile of QTI 1.2.

The profile has six kinds of items (IMS Common Cartridge 1.1, section 8): multiple choice, multiple response, true or
false, fill in one blank, pattern match, essay. What is read is QTI of any version.
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
from guidepress.exchange.report import QuizFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.guide.model import Question

__all__ = ["FORMAT"]

_BASE = "%24IMS-CC-FILEBASE%24/"
"""How a text names a file of the cartridge, which lies in `web_resources`."""

_PROFILES = {
    "multiple_choice_question": "cc.multiple_choice.v0p1",
    "multiple_answers_question": "cc.multiple_response.v0p1",
    "true_false_question": "cc.true_false.v0p1",
    "short_answer_question": "cc.fib.v0p1",
    "essay_question": "cc.essay.v0p1",
}
_NONE = "Common Cartridge has no {}"
_REFUSALS = {
    "fill_blank": _NONE.format("question with blanks in its text"),
    "matching": _NONE.format("matching"),
    "ordering": _NONE.format("ordering"),
    "short_answer": _NONE.format("question about a number"),
}
_EXAM = (
    ("cc_profile", "cc.exam.v0p1"),
    ("qmd_assessmenttype", "Examination"),
    ("qmd_scoretype", "Percentage"),
)
_MANIFEST = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_TYPE = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment"


def _metadata(question: Question, kind: str) -> str | None:
    profile = _PROFILES.get(kind)
    if profile is None:
        return None
    points = "" if question.points is None else field_entry("cc_weighting", f"{question.points:g}")
    return field_entry("cc_profile", profile) + points


_CARTRIDGE = Dialect("Common Cartridge", _metadata, _REFUSALS)


def _write(quiz: Quiz) -> QuizFile:
    ship = Shipment(quiz, _CARTRIDGE.name, _BASE)
    items = []
    for number, question in enumerate(quiz.questions, 1):
        ship.place = named(number, question)
        item = write_item(question, ship, _CARTRIDGE)
        if item is not None:
            items.append(item)
    return QuizFile(zipped(_files(quiz, items, ship)), tuple(ship.losses))


def _files(quiz: Quiz, items: Sequence[str], ship: Shipment) -> Iterator[tuple[str, bytes]]:
    name = _stable("exam", quiz.title)
    yield "imsmanifest.xml", _manifest(quiz.title, name if items else "", list(ship.used)).encode()
    if items:
        yield f"{name}/assessment.xml", _assessment(name, quiz.title, items).encode()
    for file, picture in ship.used.items():
        yield f"web_resources/{file}", picture.data


def _assessment(name: str, title: str, items: Sequence[str]) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">'
        f'<assessment ident="{name}" title="{html.escape(title)}">'
        f"<qtimetadata>{''.join(field_entry(*each) for each in _EXAM)}</qtimetadata>"
        f'<section ident="root_section">\n{"".join(items)}</section></assessment></questestinterop>\n'
    )


def _manifest(title: str, name: str, pictures: Sequence[str]) -> str:
    said = html.escape(title, quote=False)
    files = [(_stable("picture", file), f"web_resources/{file}") for file in pictures]
    needs = "".join(f'<dependency identifierref="{each}"/>' for each, _ in files)
    exam = f'<resource identifier="{name}" type="{_TYPE}"><file href="{name}/assessment.xml"/>{needs}</resource>\n'
    entry = f'<item identifier="{name}_entry" identifierref="{name}"><title>{said}</title></item>'
    others = "".join(
        f'<resource identifier="{each}" type="webcontent" href="{path}"><file href="{path}"/></resource>\n'
        for each, path in files
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest identifier="{_stable("manifest", title)}" xmlns="{_MANIFEST}" xmlns:lom="{_LOM}">'
        "<metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>"
        f"<lom:lom><lom:general><lom:title><lom:string>{said}</lom:string></lom:title></lom:general></lom:lom>"
        '</metadata><organizations><organization identifier="organization" structure="rooted-hierarchy">'
        f'<item identifier="root">{entry if name else ""}</item></organization></organizations>\n'
        f"<resources>\n{exam if name else ''}{others}</resources></manifest>\n"
    )


def _stable(*words: str) -> str:
    """A name in XML that is the same in every export."""
    return "g" + hashlib.sha256("\n".join(words).encode()).hexdigest()[:31]


def _fits(name: str, data: bytes) -> bool:
    return (
        data.startswith(b"PK")
        and holds_qti(name, data, {"manifest"}, "imsccv1p")
        and holds_qti(name, data, {"questestinterop"})
    )


FORMAT = QuizFormat("Common Cartridge", ".imscc", _write, read_qti, _fits)
