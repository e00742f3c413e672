"""In: the units. Out: a worksheet each: words to match with their meanings, checks with lines, a quotation to write about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.answer_room import RULED, AnswerRoom, answer_room, pitch_of, ruled_style
from guidepress.compose.filling import by_page, paged, pieces_of
from guidepress.compose.key_entries import checks_key
from guidepress.compose.kind import Kind
from guidepress.compose.name_line import name_line
from guidepress.compose.prose import opened
from guidepress.compose.question_lists import Show, directions, question_items
from guidepress.compose.questions.matching import TYPE as MATCHING
from guidepress.compose.questions.matching import matching_table
from guidepress.compose.worksheets.versions import pose
from guidepress.document.blocks import Break, Drawing, Figure, Group, Paragraph
from guidepress.document.inlines import Text
from guidepress.document.left_out import LeftOut
from guidepress.guide.model import Markdown, Question
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide, Quote, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class ReadingChecksOptions:
    """The options of `reading-checks`."""

    seed: Whole = 1
    """The same seed shuffles in the same way on every machine."""
    filled: bool = False
    """Filled in, for teachers."""
    vocabulary: bool = True
    """The words of the unit, to be matched with their meanings."""
    checks: bool = True
    """The quick checks, with lines to write on."""
    quotes: Whole = 3
    """So many quotations to write about."""


_FULL = 55  # per cent of a page that quotations must fill to have it to themselves, or find empty to share it
_FEWEST_NOTES = 3  # lines that are worth a label

_FEWEST_LINES, _MOST_LINES = 3, 8
"""Ruled lines below a quotation: one for who says it, the others for what it shows; as many as the page has room for."""


def reading_checks(guide: Guide, spec: SectionSpec[ReadingChecksOptions], context: Context) -> Section | None:
    """Set a worksheet for each unit that has something to work on, each on a page of its own."""
    blocks: list[Block] = []
    title = context.heading(1, spec.title or context.labels.text("reading_checks"), "h1")
    chosen = told = 0
    for unit in guide.units:
        work = _work(unit, spec, context)
        quotes = [quote for quote in guide.quotes if quote.unit == unit.number]
        quotes = quotes[: spec.options.quotes]
        chosen += len(quotes)
        if not (work or quotes or (unit.checks and spec.options.checks)):
            continue
        head = context.heading(2, context.unit_title(unit), "sheet-heading", anchor=f"check-{unit.number}")
        head = context.themed(head, unit)
        opened: tuple[Block, ...] = (head, name_line(context))
        checks = _checks(unit, spec, context, above=(*(() if blocks else (title,)), *opened, *work))
        sheet: list[Block] = [*opened, *work, *checks]
        above = sheet if blocks else [title, *sheet]
        if blocks:
            blocks.append(Break("page"))
        posed = _quotes(quotes, above, context, filled=spec.options.filled)
        told += _groups(posed)
        blocks.extend((*sheet, *posed))
    if not blocks:
        return None
    _leave_out(guide, spec, context, (told, chosen))
    return context.section(spec, context.labels.text("reading_checks"), tuple(blocks))


def _leave_out(
    guide: Guide, spec: SectionSpec[ReadingChecksOptions], context: Context, counts: tuple[int, int]
) -> None:
    """Note the quotations of units that are more than a sheet takes, and those of the chosen that had no room."""
    printed, chosen = counts
    of = sum(quote.unit is not None for quote in guide.quotes)
    why = f"a sheet takes {spec.options.quotes} at most", "their sheets have no room for lines below them"
    for count, reason in zip((of - chosen, chosen - printed), why, strict=True):
        if count:
            context.left_out.append(LeftOut(context.kind, "quotations", count, of, reason))


def _groups(blocks: Sequence[Block]) -> int:
    """How many quotations are among blocks."""
    return sum(isinstance(block, Group) for block in blocks)


def _work(unit: Unit, spec: SectionSpec[ReadingChecksOptions], context: Context) -> list[Block]:
    """Set the words to match."""
    if not (unit.vocabulary and spec.options.vocabulary):
        return []
    pairs = tuple((Markdown(word.word), word.meaning) for word in unit.vocabulary)
    posed = pose(Question(Markdown(unit.title), MATCHING.name, pairs=pairs), 1, seed=spec.options.seed)
    return [
        directions(context, "directions-vocabulary"),
        matching_table(context, posed, "table-cell", filled=spec.options.filled),
    ]


def _checks(
    unit: Unit, spec: SectionSpec[ReadingChecksOptions], context: Context, *, above: Sequence[Block]
) -> list[Block]:
    """Set the checks below what stands above; each page that they go on to has a line for the name, too."""
    if not (unit.checks and spec.options.checks):
        return []
    show = Show(lines=True, answers="filled" if spec.options.filled else "none")
    posed = [pose(check, number) for number, check in enumerate(unit.checks, 1)]
    told = directions(context, "directions-checks")
    pieces = pieces_of((*above, told, question_items(context, posed, show=show)), context)
    page = context.areas.height
    begins = paged(pieces, page, RULED).begins if pieces and pieces[0].height <= page else ()
    first, *rest = by_page(posed, begins)
    made: list[Block] = [told, question_items(context, first, show=show)]
    for each in rest:
        made += (Break("page"), name_line(context), question_items(context, each, show=show))
    return made


@record
class _Left:
    """What is left of a page, mpt, and the white space that what stands above wants."""

    height: int
    below: int = 0

    def after(self, blocks: Sequence[Block], context: Context) -> int:
        """What blocks leave of it; less than nothing if they do not fit."""
        found = context.stood(blocks)
        return self.height if found is None else self.height - max(self.below, found.above) - found.height


def _quotes(quotes: list[Quote], above: list[Block], context: Context, *, filled: bool) -> tuple[Block, ...]:
    """Set the quotations below the work, or on a page of their own if they fill most of it; no page ends in white."""
    names = name_line(context)
    whole = context.left((names,))
    left = _Left(*context.last_page(above))
    here = _that_fit(quotes, left, context, filled=filled)
    if _groups(here) < len(quotes) and left.height < whole * _FULL // 100:
        full = [_quote(quote, _MOST_LINES, context, filled=filled) for quote in quotes]
        if _Left(whole).after(full, context) <= whole * (100 - _FULL) // 100:
            apart = _that_fit(quotes, _Left(whole), context, filled=filled)
            return (*_notes((), left, context), Break("page"), names, *apart)
    return here or _notes((), left, context)


def _that_fit(quotes: list[Quote], left: _Left, context: Context, *, filled: bool) -> tuple[Block, ...]:
    """Set as many quotations as a room holds, with as many lines as it holds, and what is left as lines for notes."""
    for count in range(len(quotes), 0, -1):
        for lines in range(_MOST_LINES, _FEWEST_LINES - 1, -1):
            groups = (_quote(quote, lines, context, filled=filled) for quote in quotes[:count])
            made: tuple[Block, ...] = (directions(context, "directions-quote"), *groups)
            if left.after(made, context) >= 0:
                return (*made, *_notes(made, left, context))
    return ()


def _notes(above: tuple[Block, ...], left: _Left, context: Context) -> tuple[Block, ...]:
    """Rule what is left of a page for notes, if it is worth it."""
    label = context.paragraph("directions", context.labels.text("my-notes"))
    empty = Figure(Drawing(context.measure, 0, ()), "", ruled_style(context))
    count = left.after((*above, label, empty), context) // pitch_of(context)
    if count < _FEWEST_NOTES:
        return ()
    return (label, *answer_room(context, AnswerRoom(count, counted=True)))


def _quote(quote: Quote, lines: int, context: Context, *, filled: bool) -> Group:
    """Set a quotation with lines to write about it, which begin where it does; the teacher's copy has the speaker and the analysis on them."""
    style = context.varied("quote", "to-answer", indent_left=0, indent_right=0, keep_next=True)
    inlines = context.line(quote.text)
    if quote.locator:
        inlines = (*inlines, Text(f" ({quote.locator})"))
    known = [f"{opened(quote.speaker)}."] if quote.speaker else []
    if quote.analysis:
        known.append(quote.analysis.source)
    answers = (Markdown(" ".join(known)),) if known else ()
    room = answer_room(context, AnswerRoom(lines, shown=filled), answers)
    return Group(
        (Paragraph(style, inlines), *room), context.varied("question", "whole", hang=0, space_after=0)
    )


def _answers(guide: Guide, _spec: SectionSpec[ReadingChecksOptions], context: Context) -> list[Block]:
    return checks_key(guide, context)


KIND = Kind(
    "reading-checks",
    "A worksheet a unit: its words to match, its checks, a quotation",
    ReadingChecksOptions,
    reading_checks,
    answers=_answers,
    handed=True,
)
