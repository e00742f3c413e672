"""In: a quiz. Out: a package of QTI 2 or 3: an item a file, a test that orders them, a manifest, pictures."""

from __future__ import annotations

import hashlib
import html
import re
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.quiz.holding import named
from guidepress.exchange.quiz.naming import folders, tags_of
from guidepress.exchange.quiz.options import ident
from guidepress.exchange.quiz.packages.shipping import Shipment
from guidepress.exchange.quiz.packages.zipping import zipped
from guidepress.exchange.quiz.qti2.writing import write_item
from guidepress.exchange.report import QuizFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.quiz.qti2.versions import QtiVersion
    from guidepress.guide.model import Question

__all__ = ["pack"]

_LOM = "http://ltsc.ieee.org/xsd/LOM"
_ILLEGAL = re.compile(r"[^A-Za-z0-9_-]")


@record
class _PackedItem:
    """An item: its identifier, its question, its file, and the pictures that it shows."""

    identifier: str
    question: Question
    text: str
    pictures: tuple[str, ...]

    @property
    def file(self) -> str:
        return f"{self.identifier}.xml"


def pack(quiz: Quiz, version: QtiVersion) -> QuizFile:
    """Write a package."""
    ship = Shipment(quiz, version.name, "images/")
    items: list[_PackedItem] = []
    taken: set[str] = {"test"}
    for number, question in enumerate(quiz.questions, 1):
        ship.place = named(number, question)
        identifier = _identifier(ident(question), taken)
        ship.shown.clear()
        text = write_item(question, version, ship, quiz.language, identifier)
        items.append(_PackedItem(identifier, question, text, tuple(ship.shown)))
    return QuizFile(zipped(_files(quiz, version, items, ship)), tuple(ship.losses))


def _identifier(name: str, taken: set[str]) -> str:
    """A name that XML allows, unlike all others: what had to be changed gets a few figures of its digest."""
    made = _ILLEGAL.sub("_", name)
    if made != name or not re.match(r"[A-Za-z_]", made):
        made = f"q_{made}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    unlike, number = made, 1
    while unlike.casefold() in taken:
        number += 1
        unlike = f"{made}-{number}"
    taken.add(unlike.casefold())
    return unlike


def _files(
    quiz: Quiz, version: QtiVersion, items: Sequence[_PackedItem], ship: Shipment
) -> Iterator[tuple[str, bytes]]:
    yield "imsmanifest.xml", _manifest(quiz, version, items).encode()
    yield "test.xml", _test(quiz, version, items).encode()
    for item in items:
        yield item.file, item.text.encode()
    for name, picture in ship.used.items():
        yield f"images/{name}", picture.data


def _test(quiz: Quiz, version: QtiVersion, items: Sequence[_PackedItem]) -> str:
    """The test: a section for each run of questions of one folder, sections of sections where folders lie in others."""
    number = 1
    made: list[str] = []
    run: list[str] = []
    folder: tuple[str, ...] = ()
    for item in (*items, None):
        wanted = folders(item.question.category) if item else ("",)
        if wanted != folder and run:
            inside = "".join(run)
            for title in reversed(folder):
                number += 1
                inside = _section(version, f"section{number}", title, inside)
            made.append(inside)
            run = []
        folder = wanted
        if item:
            run.append(version.element("assessmentItemRef", identifier=item.identifier, href=item.file))
    whole = _section(version, "section1", quiz.title, "".join(made))
    part = version.element(
        "testPart", whole, identifier="part1", navigationMode="nonlinear", submissionMode="individual"
    )
    return version.document("assessmentTest", part, "", identifier="test", title=quiz.title)


def _section(version: QtiVersion, identifier: str, title: str, inside: str) -> str:
    return version.element("assessmentSection", inside, identifier=identifier, title=title, visible="true")


def _manifest(quiz: Quiz, version: QtiVersion, items: Sequence[_PackedItem]) -> str:
    schema, number = version.said
    name = hashlib.sha256(quiz.title.encode()).hexdigest()[:16]
    files = "".join(f'<dependency identifierref="{item.identifier}"/>' for item in items)
    resources = [
        (
            f'<resource identifier="test" type="imsqti_test_xml{version.number}" href="test.xml">'
            f'<file href="test.xml"/>{files}</resource>'
        )
    ]
    resources += [
        f'<resource identifier="{item.identifier}" type="imsqti_item_xml{version.number}" href="{item.file}">'
        f"{_keywords(item.question, quiz.language)}"
        f'<file href="{item.file}"/>'
        + "".join(f'<file href="images/{html.escape(picture)}"/>' for picture in item.pictures)
        + "</resource>"
        for item in items
    ]
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest xmlns="{version.package}" identifier="m{name}">'
        f"<metadata><schema>{schema}</schema><schemaversion>{number}</schemaversion></metadata><organizations/>"
        f"<resources>\n{chr(10).join(resources)}\n</resources></manifest>\n"
    )


def _keywords(question: Question, language: str) -> str:
    """The tags of an item, as learning object metadata have them."""
    said = f' language="{html.escape(language)}"' if language else ""
    words = "".join(
        f"<keyword><string{said}>{html.escape(tag, quote=False)}</string></keyword>"
        for tag in tags_of(question)
    )
    return f'<metadata><lom xmlns="{_LOM}"><general>{words}</general></lom></metadata>' if words else ""
