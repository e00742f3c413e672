"""In: questions as a sheet poses them. Out: their entries in an answer key, under the same numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.compose.lists import item, plain_list
from guidepress.compose.places import cited
from guidepress.compose.prose import ended
from guidepress.compose.question_kind import type_of
from guidepress.compose.worksheets.versions import pose
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import LinkTo, Look, PageRef, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.posed import Posed
    from guidepress.compose.worksheets.versions import Version
    from guidepress.document.blocks import Block, Group
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, Question

__all__ = ["checks_key", "key_part"]

_SMALL = 850  # per mille of the size, for what is no part of the answer


def checks_key(guide: Guide, context: Context) -> list[Block]:
    """Set the answers to the units' checks, a part a unit."""
    blocks: list[Block] = []
    for unit in guide.units:
        posed = [pose(check, number) for number, check in enumerate(unit.checks, 1)]
        blocks.extend(key_part(context.unit_title(unit), posed, context))
    return blocks


def key_part(
    title: str, posed: Iterable[Posed], context: Context, *, first: Version | None = None
) -> list[Block]:
    """Set the answers to some questions under their title; nothing if none has an answer.

    Args:
        title: the heading.
        posed: the questions.
        context: of the document.
        first: the first version of the sheet, where this is another: what stands in its key is not said again.
    """
    members = [each for each in posed if type_of(each.question).solution(each.question)]
    if not members:
        return []
    items = plain_list((_answer(each, title, context, first) for each in members), "Decimal")
    return [context.heading(2, title, "h2", contents=False), items]


def _answer(posed: Posed, title: str, context: Context, first: Version | None) -> Group:
    """Set one answer: the letter or the words, why, and where it stands; of other versions than the first, no why.

    What takes words is said once: a question that is on two sheets has its answer under the first, and a reference to
    it under the second.
    """
    kind = type_of(posed.question)
    said = context.answered.get(id(posed.question))
    if first is None and said is not None and said[:2] != (title, posed.number):
        return _said_before(posed, said, context)
    inlines: list[Inline] = list(kind.answer(posed, context))
    if first is not None and kind.long:
        number = next(each.number for each in first.posed if each.question is posed.question)
        see = context.labels.text("see-version", name=first.name, number=number)
        inlines = [Text(f"{see}.")]
    elif posed.question.explanation and first is None:
        inlines.append(Text(" " if ended(inlines) else ". "))
        inlines.extend(context.line(posed.question.explanation))
    inlines.extend(cited(posed.question, context))
    inlines.extend(_aims(posed.question, context, whole=first is None))
    made = item(context.style("key"), (Text(f"{posed.number}."),), tuple(inlines))
    if first is not None or kind.brief(posed, context):
        return made
    anchor = context.answer(posed.question, title, posed.number)
    entry, *rest = made.blocks
    if not isinstance(entry, Paragraph):
        return made
    return replace(made, blocks=(replace(entry, anchor=anchor), *rest))


def _said_before(posed: Posed, said: tuple[str, int, str], context: Context) -> Group:
    """Refer to the answer of a question where the key has it, with its page."""
    title, number, anchor = said
    see = context.labels.text("see-answer", title=title, number=number)
    link = LinkTo(f"#{anchor}", context.labels.text("go-to", title=f"{title}, {number}"))
    page = Text(f" ({context.labels.text('page')}\u00a0", link=link)
    inlines: tuple[Inline, ...] = (Text(see, link=link), page, PageRef(anchor, link=link), Text(")."))
    inlines = (*inlines, *_aims(posed.question, context, whole=False))
    return item(context.style("key"), (Text(f"{posed.number}."),), inlines)


def _aims(question: Question, context: Context, *, whole: bool) -> tuple[Inline, ...]:
    """What a question scores; in a `whole` entry, for whom it is, and which curriculum standards it serves."""
    points = (context.labels.count("points", question.points),) if question.points else ()
    level = (context.labels.text(question.level),) if question.level and whole else ()
    aims = " · ".join((*points, *level, *(question.standards if whole else ()))).replace(" ", "\u00a0")
    look = Look(font="sans", scale=_SMALL, colour=context.colour("muted"))
    return (Text("\u2002 "), Text(aims, look)) if aims else ()
