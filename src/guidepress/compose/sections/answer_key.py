"""In: the questions that the layout printed. Out: their answers, on a sheet of its own, under the same numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.answers import answer, brief
from guidepress.compose.heights import stood
from guidepress.compose.lists import item, plain_list
from guidepress.compose.pick import grouped, pick
from guidepress.compose.prose import ended
from guidepress.compose.sections.crossword import solved as solved_crossword
from guidepress.compose.sections.questions import titled
from guidepress.compose.sections.quiz import named, sheets
from guidepress.compose.sections.word_search import solved as solved_search
from guidepress.compose.shares import shares
from guidepress.compose.tables import ruled
from guidepress.compose.worksheets.versions import pose
from guidepress.document.blocks import Break
from guidepress.document.inlines import Look, PageRef, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.versions import Posed, Version
    from guidepress.document.blocks import Block, Group, Section, Table
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, Question
    from guidepress.layout.model import SectionSpec

__all__ = ["answer_key"]

_PUZZLES = {"crossword": solved_crossword, "word-search": solved_search}
"""Puzzles whose solutions stand in the key."""

_SMALL = 850  # per mille of the size, for what is no part of the answer
_GRID = 40  # most questions in the table of versions: what fits a page


def answer_key(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set the answers to the units' checks, to the questions and to the quizzes, each part under its title."""
    blocks: list[Block] = []
    for other in context.layout.sections:
        if other.options.get("answers", "none") != "none":
            continue  # they stand where the questions do
        if other.kind in {"units", "reading-checks"}:
            for unit in guide.units:
                posed = [pose(check, number) for number, check in enumerate(unit.checks, 1)]
                blocks.extend(_part(context.unit_title(unit), posed, context))
        elif other.kind == "questions":
            groups = grouped(pick(guide.questions, other, context), other, context)
            ordered = [question for _, members in groups for question in members]
            posed = [pose(question, number) for number, question in enumerate(ordered, 1)]
            blocks.extend(_part(other.title or titled(other, groups, context), posed, context))
        elif other.kind == "quiz":
            blocks.extend(_quiz(other.title or named(other, context), sheets(guide, other, context), context))
        elif other.kind in _PUZZLES:
            puzzle = _PUZZLES[other.kind](guide, other, context)
            if puzzle:
                title = other.title or context.labels.text(other.kind.replace("-", "_"))
                blocks.append(context.heading(2, title, "h2", contents=False))
                blocks.extend(puzzle)
    if not blocks:
        return None
    section = context.section(spec, context.labels.text("answer_key"), tuple(blocks))
    own_sheet = context.layout.page.mirrored or spec.start == "recto"
    return replace(section, start="recto" if own_sheet else "page")


def _quiz(title: str, versions: tuple[Version, ...], context: Context) -> list[Block]:
    """Set the key of each version; of several, first the table that shows them side by side, each key in one piece.

    A key that no page can hold begins below what stands there, if a third of the page is left.
    """
    if not versions:
        return []
    if len(versions) == 1:
        return _part(title, versions[0].posed, context)
    blocks: list[Block] = []
    if len(versions[0].posed) <= _GRID:
        blocks.append(context.heading(2, title, "h2", contents=False))
        blocks.append(_side_by_side(versions, context))
    for version in versions:
        full = f"{title} · {context.labels.text('version-n', name=version.name)}"
        first = None if version is versions[0] else versions[0]
        part = _part(full, version.posed, context, first=first)
        blocks += [Break("room", _room(part, context)), *part]
    return blocks


def _room(part: list[Block], context: Context) -> int:
    """What must be left of a page for a key to begin on it, mpt."""
    page, whole = context.areas.height, stood(part, context.measure)
    return whole.height if whole is not None and whole.height <= page else page // 3


def _side_by_side(versions: tuple[Version, ...], context: Context) -> Table:
    """Set the short answers of all versions in one table, a row a number."""
    labels = context.labels
    heads = ("", *(labels.text("version-n", name=version.name) for version in versions))
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    for same in zip(*(version.posed for version in versions), strict=True):
        texts = [_cell(posed, context) for posed in same]
        if any(texts):
            rows.append(((Text(str(same[0].number)),), *((Text(text),) for text in texts)))
    return ruled(context, shares(1, *(4 for _ in versions)), heads, rows)


def _cell(posed: Posed, context: Context) -> str:
    if posed.question.type == "fill_blank":
        return "; ".join(context.plain(each) for each in posed.question.answer)
    return brief(posed, context)


def _part(
    title: str, posed: Iterable[Posed], context: Context, *, first: Version | None = None
) -> list[Block]:
    members = [each for each in posed if each.question.answer or each.question.pairs or each.question.right]
    if not members:
        return []
    items = plain_list((_answer(each, context, first) for each in members), "Decimal")
    return [context.heading(2, title, "h2", contents=False), items]


def _answer(posed: Posed, context: Context, first: Version | None) -> Group:
    """Set one answer: the letter or the words, why, and where it stands; of other versions than the first, no why."""
    inlines: list[Inline] = list(answer(posed, context))
    if first is not None and posed.question.type == "long_answer":
        number = next(each.number for each in first.posed if each.question is posed.question)
        see = context.labels.text("see-version", name=first.name, number=number)
        inlines = [Text(f"{see}.")]
    elif posed.question.explanation and first is None:
        inlines.append(Text(" " if ended(inlines) else ". "))
        inlines.extend(context.line(posed.question.explanation))
    inlines.extend(_place(posed.question, context))
    if first is None:
        inlines.extend(_aims(posed.question, context))
    return item(context.style("key"), (Text(f"{posed.number}."),), tuple(inlines))


def _aims(question: Question, context: Context) -> tuple[Inline, ...]:
    """For whom a question is, and which curriculum standards it serves: what a teacher plans by."""
    level = (context.labels.text(question.level),) if question.level else ()
    aims = " · ".join((*level, *question.standards)).replace(" ", "\u00a0")
    look = Look(font="sans", scale=_SMALL, colour=context.colour("muted"))
    return (Text("\u2002 "), Text(aims, look)) if aims else ()


def _place(question: Question, context: Context) -> tuple[Inline, ...]:
    """Cite the unit with the guide's page, or the locator, or at least the unit's name."""
    unit = context.guide.unit(question.unit) if question.unit else None
    link = context.link(unit.id) if unit else None
    where = context.unit_label(unit) if unit else ""
    if question.locator.casefold().startswith(context.guide.unit_name.casefold()):
        where = ""  # the locator names the unit itself
    same = unit is not None and question.locator == context.numeral(unit)
    named = ", ".join(filter(None, (where, "" if same else question.locator)))
    if unit and link:
        page = context.labels.text("page")
        return (Text(f" ({named}, {page}\u00a0", link=link), PageRef(unit.id, link=link), Text(")"))
    return (Text(f" ({named})"),) if named else ()
