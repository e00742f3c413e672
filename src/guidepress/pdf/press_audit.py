"""In: a Book, its faces and how it is printed. Out: what keeps it from meeting a standard of the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.lengths import PT
from guidepress.pdf.conditions import CONDITIONS
from guidepress.pdf.metadata import dated
from guidepress.pdf.press_ink import OPENTYPE, PDF_VERSIONS
from guidepress.standard import Fault, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.base.diagnostics import Diagnostic
    from guidepress.page.book import Book
    from guidepress.pdf.meaning import FaceUse
    from guidepress.pdf.press_ink import PressInk, PressRect
    from guidepress.standard import Finding

__all__ = ["audit_press"]


def audit_press(book: Book, ink: PressInk, faces: Iterable[FaceUse]) -> tuple[Diagnostic, ...]:
    """Say what keeps a book from being written for a press; empty if nothing does."""
    asked = ink.standard or "ua1"  # what no file may have, a file of no standard may not have either
    return judge(_findings(book, ink, faces), (asked,)) + judge(_boxes(book, ink), ("x4",))


def _findings(book: Book, ink: PressInk, faces: Iterable[FaceUse]) -> Iterator[Finding]:
    if ink.standard:
        if not book.metadata.title.strip():
            yield Fault.NO_TITLE, ()
        if not dated(book.metadata):
            yield Fault.NO_DATE, ()
        if ink.space == "rgb":
            yield Fault.RGB_COLOURS, ()
        if ink.profile is None:
            yield Fault.NO_PROFILE, ()
            if ink.condition not in CONDITIONS:
                yield Fault.NO_CONDITION, (ink.condition, ", ".join(CONDITIONS))
    version = PDF_VERSIONS[ink.standard]
    for use in faces:
        yield from use.findings()
        if use.coder.font.outlines == "CFF2" and version < OPENTYPE:
            yield Fault.FONT_TOO_NEW, (use.coder.font.name, ".".join(map(str, version)))


def _boxes(book: Book, ink: PressInk) -> Iterator[Finding]:
    """Pages whose trim is not within the bleed, or whose bleed is not within the paper."""
    for index, page in enumerate(book.pages if ink.boxes else ()):
        boxes = ink.boxes[index % len(ink.boxes)]
        paper = (0, 0, page.width, page.height)
        if not (_within(boxes.trim, boxes.bleed) and _within(boxes.bleed, paper)):
            yield Fault.BOXES_APART, (page.number, *map(_said, (paper, boxes.bleed, boxes.trim)))


def _within(inner: PressRect, outer: PressRect) -> bool:
    left, top, right, bottom = inner
    return outer[0] <= left < right <= outer[2] and outer[1] <= top < bottom <= outer[3]


def _said(box: PressRect) -> str:
    return f"[{' '.join(f'{edge / PT:g}' for edge in box)}]"
