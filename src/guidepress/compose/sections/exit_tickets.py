"""In: the units and their checks. Out: tickets to be handed in at the end of a lesson, four of a kind on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.answer_room import HAND, RULED, blanks
from guidepress.compose.cards import card_sheet, card_sheets, cut_marks, largest, sheet_height
from guidepress.compose.kind import Kind
from guidepress.compose.question_kind import type_of
from guidepress.compose.worksheets.versions import pose
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import LineBreak, Look, Text
from guidepress.document.shapes import lines
from guidepress.layout.options import Amount  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.posed import Posed
    from guidepress.document.blocks import Figure, Section
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class ExitTicketsOptions:
    """The options of `exit-tickets`."""

    limit: Amount = 0
    """At most so many pages; 0 is all."""


_PAD = 18_000  # mpt from a ticket's edge to its text
_BETWEEN = 7000  # mpt between the lines of one question and the next
Rules = list[tuple[int, int, int, int]]


def exit_tickets(guide: Guide, spec: SectionSpec[ExitTicketsOptions], context: Context) -> Section | None:
    """Set four tickets a unit: its last check, what will be remembered, what is still to be asked."""
    units = [unit for unit in guide.units if _check_of(unit, context) is not None]
    limit = spec.options.limit
    context.kept(spec, "units", min(limit or len(units), len(units)), len(units))
    units = units[:limit] if limit else units
    if not units:
        return None
    title = context.labels.text("exit_tickets")
    size = (context.measure, sheet_height(context, (spec.title or title,)))
    blocks = card_sheets(((title, _sheet(unit, size, context)) for unit in units), context)
    return context.section(spec, title, tuple(blocks), style="sheet-title")


def _sheet(unit: Unit, size: tuple[int, int], context: Context) -> Figure:
    half = (size[0] // 2, size[1] // 2)
    labels: list[Label] = []
    rules: Rules = []
    for row in range(2):
        for column in range(2):
            _ticket(unit, (column * half[0], row * half[1], *half), context, labels, rules)
    shapes = (*cut_marks(context, half, 2), *lines(rules, context.colour("muted"), 400))
    return card_sheet(Drawing(*size, shapes, tuple(labels)), context)


@record
class _TicketPrompt:
    """What a ticket asks, and whether it is answered on lines or in what stands below it."""

    label: Label
    ruled: bool = True


@record
class _Asked:
    """The prompts of a ticket in one size, and how high each stands, mpt."""

    prompts: tuple[_TicketPrompt, ...]
    heights: tuple[int, ...]

    @property
    def taken(self) -> int:
        """The height of the prompts and of what is between them, mpt."""
        return sum(self.heights) + _BETWEEN * (len(self.heights) - 1)

    @property
    def ruled(self) -> int:
        """How many of them are answered on lines."""
        return sum(prompt.ruled for prompt in self.prompts)


def _ticket(
    unit: Unit, box: tuple[int, int, int, int], context: Context, labels: list[Label], rules: Rules
) -> None:
    left, top, width, height = box
    x, measure = left + _PAD, width - 2 * _PAD
    small, text = context.style("margin-label"), context.style("card-small-left")
    y = top + 16_000
    title = Label(x, y + small.size, (Text(context.unit_title(unit)),), small, measure)
    labels.append(title)
    y += context.height(title) + HAND
    y = _names((x, y, measure), context, labels, rules)
    foot = top + height - 14_000 - y
    place = (x, measure)

    def fits(style: Style) -> bool:
        asked = _asked(unit, style, place, context)
        return asked.taken + asked.ruled * RULED <= foot

    style = largest(context, text, fits)
    asked = _asked(unit, style, place, context)
    room = (foot - asked.taken) // RULED
    count = max(1, room // asked.ruled)
    spare = room - count * asked.ruled
    for index, (prompt, tall) in enumerate(zip(asked.prompts, asked.heights, strict=True)):
        y += _BETWEEN if index else 0
        labels.append(replace(prompt.label, y=y + style.size))
        y += tall
        if not prompt.ruled:
            continue
        for _ in range(count + (1 if spare > 0 else 0)):
            y += RULED
            rules.append((x, y - 3000, x + measure, y - 3000))
        spare -= 1


def _check_of(unit: Unit, context: Context) -> Posed | None:
    """The last check of a unit that a ticket has room for; None if there is none."""
    style = context.style("card-small-left")
    posed = (pose(check, 1) for check in reversed(unit.checks))
    return next(
        (each for each in posed if type_of(each.question).on_card(each, context, style) is not None), None
    )


def _asked(unit: Unit, style: Style, place: tuple[int, int], context: Context) -> _Asked:
    """Set the prompts in a style; they stand nowhere yet."""
    strong = Look(strong=True)
    texts: list[tuple[tuple[Inline, ...], bool]] = []
    posed = _check_of(unit, context)
    if posed is not None:
        kind = type_of(posed.question)
        prompt = blanks(context, (Text(context.plain(posed.question.prompt), strong),), ())
        below = kind.on_card(posed, context, style)
        texts.append(((*prompt, LineBreak(), *below) if below else prompt, kind.lines > 0))
    texts += [((Text(context.labels.text(key), strong),), True) for key in ("exit-learned", "exit-question")]
    prompts = tuple(_TicketPrompt(Label(place[0], 0, text, style, place[1]), ruled) for text, ruled in texts)
    return _Asked(prompts, tuple(context.height(prompt.label) for prompt in prompts))


def _names(place: tuple[int, int, int], context: Context, labels: list[Label], rules: Rules) -> int:
    """Rule the places for name and date; where the next text begins."""
    x, y, measure = place
    style = context.style("card-small-left")
    for key, start, end in (("name", 0, 64), ("date", 66, 100)):
        word = context.labels.text(key)
        at = x + measure * start // 100
        labels.append(Label(at, y, (Text(word),), style, measure))
        rules.append((at + context.width(word, style) + 4000, y + 1500, x + measure * end // 100, y + 1500))
    return y + 12_000


KIND = Kind(
    "exit-tickets",
    "Tickets to be handed in at the end of a lesson, four up, a page a unit",
    ExitTicketsOptions,
    exit_tickets,
    handed=True,
)
