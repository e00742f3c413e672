"""In: the question bank. Out: test sheets, a version each: a line for the name, questions type by type, the totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.answer_room import RULED
from guidepress.compose.filling import filled, pieces_of
from guidepress.compose.name_line import name_line
from guidepress.compose.pick import pick
from guidepress.compose.sheet import directions, question_items, show_of, word_bank
from guidepress.compose.totals import points_of, totals
from guidepress.compose.worksheets.versions import as_written, versions
from guidepress.document.blocks import Break

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.sheet import Show
    from guidepress.compose.worksheets.versions import Posed, Version
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide, Question
    from guidepress.layout.model import SectionSpec

__all__ = ["by_type", "named", "quiz", "sheets"]

_ORDER = (
    "multiple_choice",
    "true_false",
    "fill_blank",
    "matching",
    "ordering",
    "short_answer",
    "long_answer",
)
"""From what is quick to answer to what takes time."""


def quiz(guide: Guide, spec: SectionSpec, context: Context) -> tuple[Section, ...]:
    """Set a sheet for each version; questions are numbered through, each type under its directions."""
    made = []
    for version in sheets(guide, spec, context):
        title = spec.title or named(spec, context)
        if version.name:
            title = f"{title} · {context.labels.text('version-n', name=version.name)}"
        made.append(
            context.section(replace(spec, title=title), title, _filled(title, version, spec, context))
        )
    return tuple(made)


def named(spec: SectionSpec, context: Context) -> str:
    """Name a test: an exam if it takes only questions for exams."""
    return context.labels.text("exam" if context.words(spec, "use") == ("exam",) else "quiz")


def sheets(guide: Guide, spec: SectionSpec, context: Context) -> tuple[Version, ...]:
    """Make the versions that a quiz of the layout has; the key is made from the same call."""
    groups = by_type(pick(guide.questions, spec, context))
    if not groups:
        return ()
    count, seed = context.number(spec, "versions"), context.number(spec, "seed")
    return versions(groups, count, seed) if count > 1 else (as_written(groups, seed=seed),)


def by_type(questions: list[Question]) -> list[tuple[str, list[Question]]]:
    """Group questions by type, in the order of a test."""
    groups = [(kind, [question for question in questions if question.type == kind]) for kind in _ORDER]
    return [(kind, members) for kind, members in groups if members]


def _filled(title: str, version: Version, spec: SectionSpec, context: Context) -> tuple[Block, ...]:
    """Set the sheet; if it is to be filled, with more lines where a page would end in white."""
    show = show_of(spec, context)
    blocks = _sheet(version, spec, show, context)
    if not show.lines or not context.option(spec, "fill"):
        return blocks
    pieces = pieces_of((context.heading(1, title, "h1"), *blocks), context.measure)
    fill = filled(pieces, context.areas.height, RULED)
    return _sheet(version, spec, replace(show, extra=fill.extra), context, begins=fill.begins)


def _sheet(
    version: Version, spec: SectionSpec, show: Show, context: Context, *, begins: tuple[int, ...] = ()
) -> tuple[Block, ...]:
    total = points_of(version.posed)
    show = replace(show, points=total > 0)
    in_table = total and context.option(spec, "totals")
    blocks: list[Block] = [
        context.paragraph("sheet-title", _work(context)),
        name_line(context, score=context.labels.number(total) if total and not in_table else ""),
    ]
    if in_table:
        blocks.append(totals(version, context))
    if context.option(spec, "directions"):
        blocks.append(context.paragraph("directions", str(context.option(spec, "directions"))))
    for part in version.parts:
        pages = _pages(part.posed, begins)
        if part.posed[0].number - 1 in begins:
            blocks.append(Break("page"))
        blocks.append(directions(context, part.type))
        if part.bank and context.option(spec, "bank"):
            blocks.append(word_bank(context, part.bank))
        for page in pages:
            if page is not pages[0]:
                blocks.append(Break("page"))
            blocks.append(question_items(context, page, show=show))
    return tuple(blocks)


def _pages(posed: Sequence[Posed], begins: tuple[int, ...]) -> list[list[Posed]]:
    """Part questions where pages are to begin."""
    pages: list[list[Posed]] = [[]]
    for each in posed:
        if pages[-1] and each.number - 1 in begins:
            pages.append([])
        pages[-1].append(each)
    return pages


def _work(context: Context) -> str:
    """Name the work: a sheet that is copied by itself says what it is about."""
    authors = ", ".join(author.name for author in context.guide.authors)
    return f"{context.guide.title} · {authors}"
