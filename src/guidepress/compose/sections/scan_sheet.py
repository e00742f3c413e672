"""In: the quizzes of the layout. Out: a sheet of boxes to mark, which a scanner can read back without being shown how."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from guidepress.compose.figures.scan_boxes import ALONE, ScanRow, scan_boxes
from guidepress.compose.kind import Kind, NoOptions, ordered
from guidepress.compose.name_line import name_line
from guidepress.compose.question_kind import type_of
from guidepress.compose.sections.quiz import KIND as QUIZ
from guidepress.compose.sections.quiz import sheets
from guidepress.document.blocks import Break, Drawing, Figure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.versions import Version
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]

_NAMED = 10
"""Figures of the hash of its prompt that a question is called by: the same in every version, and after other edits."""


def scan_sheet(guide: Guide, spec: SectionSpec[NoOptions], context: Context) -> tuple[Section, ...]:
    """Set a sheet for each version of each quiz; what is answered in writing has no place on it."""
    made = []
    for quiz in ordered(context.layout, QUIZ):
        for version in sheets(guide, quiz, context):
            rows = tuple(_rows(version, context))
            if rows:
                made.append(_sheet(version, rows, spec, context))
    return tuple(made)


def _rows(version: Version, context: Context) -> Iterable[ScanRow]:
    seen: dict[str, int] = {}
    for posed in sorted(version.posed, key=lambda each: each.number):
        marks = type_of(posed.question).marks(posed.question, context)
        if marks is None:
            continue
        name = sha256(posed.question.prompt.source.encode()).hexdigest()[:_NAMED]
        count = seen[name] = seen.get(name, 0) + 1
        called = name if count == 1 else f"{name}-{count}"
        for entry in range(marks.entries) or (ALONE,):
            yield ScanRow(posed, marks, called, entry)


def _sheet(
    version: Version, rows: tuple[ScanRow, ...], spec: SectionSpec[NoOptions], context: Context
) -> Section:
    labels = context.labels
    title = spec.title or labels.text("answer_sheet")
    if version.name:
        title = f"{title} · {labels.text('version-n', name=version.name)}"
    said = [labels.text("scan-directions"), labels.text("scan-cancel")]
    if any(row.marks.boxes for row in rows):
        said.append(labels.text("answer-sheet-order"))
    style = context.varied("figure", "scan", space_before=0, space_after=0)
    head: tuple[Block, ...] = (name_line(context), context.paragraph("directions", " ".join(said)))
    empty = Figure(Drawing(context.measure, 0, ()), "", style)
    room = context.left((context.heading(1, title, "sheet-heading"), *head, empty), last=True)
    letters = max((max(row.marks.letters, len(row.marks.circles)) for row in rows), default=0)
    blocks: list[Block] = [*head]
    for index, (drawing, alt) in enumerate(scan_boxes(context, rows, letters, room)):
        blocks += [Break("page")] if index else []
        blocks.append(Figure(drawing, alt, style))
    return context.section(spec, title, tuple(blocks), style="sheet-heading")


KIND = Kind(
    "scan-sheet",
    "Boxes to mark for the quizzes of the layout, a sheet a version, that a scanner can read back",
    NoOptions,
    scan_sheet,
    handed=True,
    apparatus=True,
)
