"""In: the question bank. Out: test sheets, a version each: a line for the name, questions type by type, the totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.record import record, replace
from guidepress.compose.answer_room import RULED
from guidepress.compose.filling import by_page, filled, pieces_of
from guidepress.compose.kind import Kind
from guidepress.compose.name_line import name_line
from guidepress.compose.pick import PickOptions, pick
from guidepress.compose.question_kind import type_of
from guidepress.compose.question_lists import SheetOptions, directions, question_items, show_of, word_bank
from guidepress.compose.totals import points_of, totals
from guidepress.compose.version_keys import keys_apart, version_keys
from guidepress.compose.worksheets.versions import as_written, versions
from guidepress.document.blocks import Break
from guidepress.guide.model.questions import QUESTION_TYPES
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.question_lists import Show
    from guidepress.compose.worksheets.versions import SheetPart, Version
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide, Question, QuestionType
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND", "by_type", "sheets"]


@record
class QuizOptions:
    """The options of `quiz`."""

    pick: PickOptions = PickOptions()
    """Which questions it takes."""
    sheet: SheetOptions = SheetOptions()
    """What it prints beside them."""
    directions: str = ""
    """The bold line above."""
    versions: Whole = 1
    """So many versions, A, B, C …, each shuffled in another way."""
    only: str = ""
    """Of several versions the one that is printed ("B"); the key is that one's, too."""
    seed: Whole = 1
    """The same seed shuffles in the same way on every machine."""
    totals: bool = False
    """A table of parts, points and scores at the head."""
    bank: bool = False
    """The words to choose from above questions with blanks."""


def quiz(guide: Guide, spec: SectionSpec[QuizOptions], context: Context) -> tuple[Section, ...]:
    """Set a sheet for each version; questions are numbered through, each type under its directions."""
    made = []
    for version in sheets(guide, spec, context):
        title = spec.title or _named(spec, context)
        if version.name:
            title = f"{title} · {context.labels.text('version-n', name=version.name)}"
        section = context.section(replace(spec, title=title), title, _filled(title, version, spec, context))
        part = f"version-{version.name.lower()}" if version.name else ""
        made.append(replace(section, part=part, named=spec.options.sheet.answers == "none"))
    return tuple(made)


def _named(spec: SectionSpec[QuizOptions], context: Context) -> str:
    """Name a test: an exam if it takes only questions for exams."""
    return context.labels.text("exam" if spec.options.pick.use == ("exam",) else "quiz")


def sheets(guide: Guide, spec: SectionSpec[QuizOptions], context: Context) -> tuple[Version, ...]:
    """Make the versions that a quiz of the layout has; the key is made from the same call."""
    groups = by_type(pick(guide.questions, spec.options.pick, spec.kind, context))
    if not groups:
        return ()
    count, seed = spec.options.versions, spec.options.seed
    if count < 2:
        return (as_written(groups, seed=seed),)
    only, made = spec.options.only, versions(groups, count, seed)
    if only and all(each.name != only for each in made):
        message = f'The quiz has no version "{only}".'
        raise fault("no-version", message, f"Its versions are {', '.join(each.name for each in made)}.")
    return tuple(each for each in made if only in {"", each.name})


def by_type(questions: list[Question]) -> list[tuple[QuestionType, list[Question]]]:
    """Group questions by type, in the order of a test."""
    groups = [
        (kind, [question for question in questions if question.type == kind]) for kind in QUESTION_TYPES
    ]
    return [(kind, members) for kind, members in groups if members]


def _filled(
    title: str, version: Version, spec: SectionSpec[QuizOptions], context: Context
) -> tuple[Block, ...]:
    """Set the sheet; if it is to be filled, with more lines where a page would end in white."""
    show = show_of(spec.options.sheet)
    blocks = _sheet(version, spec, show, context)
    if not show.lines or not spec.options.sheet.fill:
        return blocks
    pieces = pieces_of((context.heading(1, title, "h1"), *blocks), context)
    fill = filled(pieces, context.areas.height, RULED)
    return _sheet(version, spec, replace(show, extra=fill.extra), context, begins=fill.begins)


def _sheet(
    version: Version,
    spec: SectionSpec[QuizOptions],
    show: Show,
    context: Context,
    *,
    begins: tuple[int, ...] = (),
) -> tuple[Block, ...]:
    total = points_of(version.posed)
    show = replace(show, points=total > 0)
    in_table = total and spec.options.totals
    blocks: list[Block] = [
        context.paragraph("sheet-title", _work(context)),
        name_line(context, score=context.labels.number(total) if total and not in_table else ""),
    ]
    if in_table:
        blocks.append(totals(version, context))
    if spec.options.directions:
        blocks.append(context.paragraph("directions", spec.options.directions))
    for part in version.parts:
        pages = by_page(part.posed, begins)
        if part.posed[0].number - 1 in begins:
            blocks.append(Break("page"))
        blocks.append(directions(context, _directions(part)))
        if part.bank and spec.options.bank:
            blocks.append(word_bank(context, part.bank))
        for page in pages:
            if page is not pages[0]:
                blocks.append(Break("page"))
            blocks.append(question_items(context, page, show=show))
    return tuple(blocks)


def _directions(part: SheetPart) -> str:
    """The label that tells what to do with a part's questions."""
    questions = [each.question for each in part.posed]
    return type_of(questions[0]).directions(questions)


def _work(context: Context) -> str:
    """Name the work: a sheet that is copied by itself says what it is about."""
    authors = ", ".join(author.name for author in context.guide.authors)
    return f"{context.guide.title} · {authors}"


def _answers(guide: Guide, spec: SectionSpec[QuizOptions], context: Context) -> list[Block]:
    if spec.options.sheet.answers != "none":
        return []  # they stand where the questions do
    return version_keys(spec.title or _named(spec, context), sheets(guide, spec, context), context)


def _keys(
    guide: Guide, spec: SectionSpec[QuizOptions], context: Context
) -> tuple[list[Block], dict[str, list[Block]]]:
    if spec.options.sheet.answers != "none":
        return [], {}
    return keys_apart(spec.title or _named(spec, context), sheets(guide, spec, context), context)


KIND = Kind(
    "quiz",
    "A test sheet, or several versions of one",
    QuizOptions,
    quiz,
    answers=_answers,
    keys=_keys,
    handed=True,
)
