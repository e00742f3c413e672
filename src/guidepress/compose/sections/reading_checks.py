"""In: the units. Out: a worksheet each: words to match with their meanings, checks with lines, a quotation to write about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.answer_room import Room, answer_room
from guidepress.compose.document import Break, Group, Paragraph
from guidepress.compose.inlines import Text
from guidepress.compose.name_line import name_line
from guidepress.compose.sheet import Show, directions, matching_table, question_items
from guidepress.compose.worksheets.versions import pose
from guidepress.guide.model import Markdown, Question

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.document import Block, Section
    from guidepress.guide.model import Guide, Quote, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["reading_checks"]

_QUOTE_LINES = 5
"""Ruled lines below a quotation: one for who says it, the others for what it shows."""


def reading_checks(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set a worksheet for each unit that has something to work on, each on a page of its own."""
    blocks: list[Block] = []
    for unit in guide.units:
        sheet = _sheet(guide, unit, spec, context)
        if not sheet:
            continue
        if blocks:
            blocks.append(Break("page"))
        blocks.append(
            context.heading(2, context.unit_title(unit), "sheet-heading", anchor=f"check-{unit.number}")
        )
        blocks.append(name_line(context))
        blocks.extend(sheet)
    if not blocks:
        return None
    return context.section(spec, context.labels.text("reading_checks"), tuple(blocks))


def _sheet(guide: Guide, unit: Unit, spec: SectionSpec, context: Context) -> list[Block]:
    filled = bool(context.option(spec, "filled"))
    made: list[Block] = []
    if unit.vocabulary and context.option(spec, "vocabulary"):
        pairs = tuple((Markdown(word.word), word.meaning) for word in unit.vocabulary)
        posed = pose(
            Question(Markdown(unit.title), "matching", pairs=pairs), 1, seed=context.number(spec, "seed")
        )
        table = matching_table(context, posed, filled=filled)
        made += [directions(context, "vocabulary"), table]
    if unit.checks and context.option(spec, "checks"):
        show = Show(lines=True, answers="filled" if filled else "none")
        checks = [pose(check, number) for number, check in enumerate(unit.checks, 1)]
        made += [directions(context, "checks"), question_items(context, checks, show=show)]
    quotes = [quote for quote in guide.quotes if quote.unit == unit.number]
    quotes = quotes[: context.number(spec, "quotes")]
    if quotes:
        made.append(directions(context, "quote"))
        made.extend(_quote(quote, context, filled=filled) for quote in quotes)
    return made


def _quote(quote: Quote, context: Context, *, filled: bool) -> Group:
    """Set a quotation with lines to write about it; the teacher's copy has the speaker and the analysis on them."""
    style = context.varied("quote", "to-answer", keep_next=True)
    inlines = context.line(quote.text)
    if quote.locator:
        inlines = (*inlines, Text(f" ({quote.locator})"))
    known = [f"{quote.speaker[:1].upper()}{quote.speaker[1:]}."] if quote.speaker else []
    if quote.analysis:
        known.append(quote.analysis.source)
    answers = (Markdown(" ".join(known)),) if known else ()
    room = answer_room(context, Room(_QUOTE_LINES, shown=filled), answers)
    return Group(
        (Paragraph(style, inlines), *room), context.varied("question", "whole", hang=0, space_after=0)
    )
