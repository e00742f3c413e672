"""In: pre-reading questions, quotations and recaps. Out: prompts to begin a lesson with, two up, to cut and paste in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.answer_room import RULED
from guidepress.compose.cards import card_sheet, card_sheets, cut_marks, largest, sheet_height
from guidepress.compose.kind import Kind
from guidepress.compose.question_kind import type_of
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Look, Text, run_on
from guidepress.document.shapes import lines
from guidepress.layout.options import Amount  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Figure, Section
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Guide, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class BellRingersOptions:
    """The options of `bell-ringers`."""

    limit: Amount = 0
    """At most so many prompts; 0 is all."""


_UP = 2  # on a page: half a page is what a class writes in five minutes
_PAD = 18_000  # mpt from the edge to the text
_BETWEEN = 7000  # mpt between the texts above the lines
_DATE = 150_000  # mpt at the right for the date
_FEWEST = 3  # lines to write on, for which a long quotation is set smaller
_DROP = 3000  # mpt from the foot of a row up to its line

Box = tuple[int, int, int, int]


@record
class _Prompt:
    """What a class writes about: when, the words it starts from if any, and what is asked."""

    when: str
    task: str
    words: tuple[Inline, ...] = ()


def bell_ringers(guide: Guide, spec: SectionSpec[BellRingersOptions], context: Context) -> Section | None:
    """Set a prompt a lesson, two on a page; nothing where the guide has nothing to begin with."""
    prompts = [*_before_reading(guide, context), *(_for_unit(unit, guide, context) for unit in guide.units)]
    made = [prompt for prompt in prompts if prompt is not None]
    limit = spec.options.limit
    context.kept(spec, "prompts", min(limit or len(made), len(made)), len(made))
    made = made[:limit] if limit else made
    if not made:
        return None
    made += made[-1:] * (len(made) % _UP)  # two of a kind rather than half a page of nothing
    title = context.labels.text("bell_ringers")
    size = (context.measure, sheet_height(context, (spec.title or title, title)))
    halves = (made[first : first + _UP] for first in range(0, len(made), _UP))
    blocks = card_sheets(((title, _sheet(prompts, size, context)) for prompts in halves), context)
    return context.section(spec, title, tuple(blocks), style="sheet-title")


def _before_reading(guide: Guide, context: Context) -> list[_Prompt | None]:
    """What the bank asks before the work is read."""
    when = context.labels.text("pre_reading")
    return [
        _Prompt(when, context.plain(question.prompt))
        for question in guide.questions
        if question.stage == "pre_reading" and type_of(question).lines
    ]


def _for_unit(unit: Unit, guide: Guide, context: Context) -> _Prompt | None:
    """Words of the unit to write about; without any, what happens in it."""
    when = context.unit_title(unit)
    quote = next((each for each in guide.quotes if each.unit == unit.number), None)
    if quote is not None:
        place = (Text(f" ({quote.locator})"),) if quote.locator else ()
        words = (*run_on(context.line(quote.text)), *place)
        return _Prompt(when, context.labels.text("ring-quote"), words)
    if unit.recap is not None:
        return _Prompt(when, context.labels.text("ring-recap"), run_on(context.line(unit.recap)))
    return None


def _sheet(prompts: list[_Prompt], size: tuple[int, int], context: Context) -> Figure:
    tall = size[1] // _UP
    labels: list[Label] = []
    rules: list[tuple[int, int, int, int]] = []
    for place, prompt in enumerate(prompts):
        _half(prompt, (0, place * tall, size[0], tall), context, labels, rules)
    shapes = (*cut_marks(context, (size[0], tall), _UP, 1), *lines(rules, context.colour("muted"), 400))
    return card_sheet(Drawing(*size, shapes, tuple(labels)), context)


def _half(
    prompt: _Prompt,
    box: Box,
    context: Context,
    labels: list[Label],
    rules: list[tuple[int, int, int, int]],
) -> None:
    left, top, width, height = box
    x, measure = left + _PAD, width - 2 * _PAD
    small, task = context.style("margin-label"), context.style("card-small-left")
    quoted = context.varied("card-text", "left", align="left")
    y = top + _PAD
    when = Label(x, y + small.size, (Text(prompt.when),), small, measure - _DATE)
    date, at = context.labels.text("date"), x + measure - _DATE
    labels += [when, Label(at, y + small.size, (Text(date),), task, _DATE)]
    start = at + context.width(date, task) + 4000
    rules.append((start, y + small.size + 2500, x + measure, y + small.size + 2500))
    y += context.height(when) + 2 * _BETWEEN
    foot = top + height - _PAD // 2
    asked = Label(x, 0, (Text(prompt.task, Look(strong=True)),), task, measure)
    tall = context.height(asked)
    if prompt.words:
        words = Label(x, y, prompt.words, quoted, measure)
        room = foot - y - _BETWEEN - tall - _FEWEST * RULED
        words = replace(
            words,
            style=largest(context, quoted, lambda each: context.height(replace(words, style=each)) <= room),
        )
        labels.append(replace(words, y=y + words.style.size))
        y += context.height(words) + _BETWEEN
    labels.append(replace(asked, y=y + task.size))
    y += tall
    count = (foot - y) // RULED
    rules.extend(
        (x, y + row * RULED - _DROP, x + measure, y + row * RULED - _DROP) for row in range(1, count + 1)
    )


KIND = Kind(
    "bell-ringers",
    "Prompts to begin a lesson with, two up: what is asked before reading, then a quotation a unit",
    BellRingersOptions,
    bell_ringers,
    handed=True,
)
