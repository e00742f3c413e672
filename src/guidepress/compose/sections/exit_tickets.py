"""In: the units and their checks. Out: tickets to be handed in at the end of a lesson, four of a kind on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.lengths import parse_length
from guidepress.base.record import record, replace
from guidepress.compose.answer_room import blanks
from guidepress.compose.cards import card_sheet, card_sheets, cut_marks, largest, sheet_height
from guidepress.compose.kind import Kind
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Look, Text
from guidepress.document.shapes import lines
from guidepress.layout.options import Amount  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Figure, Section
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
_PITCH = parse_length("9mm")

Rules = list[tuple[int, int, int, int]]


def exit_tickets(guide: Guide, spec: SectionSpec[ExitTicketsOptions], context: Context) -> Section | None:
    """Set four tickets a unit: its last check, what will be remembered, what is still to be asked."""
    units = [unit for unit in guide.units if unit.checks]
    limit = spec.options.limit
    units = units[:limit] if limit else units
    if not units:
        return None
    titles = [
        spec.title or context.labels.text("exit_tickets"),
        *(context.unit_title(unit) for unit in units[1:]),
    ]
    size = (context.measure, sheet_height(context, titles))
    blocks = card_sheets(((context.unit_title(unit), _sheet(unit, size, context)) for unit in units), context)
    return context.section(spec, context.labels.text("exit_tickets"), tuple(blocks), style="sheet-title")


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
class _Asked:
    """The prompts of a ticket in one size, and how high each stands, mpt."""

    labels: tuple[Label, ...]
    heights: tuple[int, ...]

    @property
    def taken(self) -> int:
        """The height of the prompts and of what is between them, mpt."""
        return sum(self.heights) + _BETWEEN * (len(self.heights) - 1)


def _ticket(
    unit: Unit, box: tuple[int, int, int, int], context: Context, labels: list[Label], rules: Rules
) -> None:
    left, top, width, height = box
    x, measure = left + _PAD, width - 2 * _PAD
    small, text = context.style("margin-label"), context.style("card-small-left")
    y = top + 16_000
    title = Label(x, y + small.size, (Text(context.unit_title(unit)),), small, measure)
    labels.append(title)
    y += context.height(title) + 16_000
    y = _names((x, y, measure), context, labels, rules)
    foot = top + height - 14_000 - y
    asked = [context.plain(unit.checks[-1].prompt)]
    asked += [context.labels.text(key) for key in ("exit-learned", "exit-question")]
    style = largest(
        context,
        text,
        lambda each: _asked(asked, each, (x, measure), context).taken + len(asked) * _PITCH <= foot,
    )
    prompts = _asked(asked, style, (x, measure), context)
    room = (foot - prompts.taken) // _PITCH
    count = max(1, room // len(asked))
    spare = room - count * len(asked)
    for index, (label, tall) in enumerate(zip(prompts.labels, prompts.heights, strict=True)):
        y += _BETWEEN if index else 0
        labels.append(replace(label, y=y + style.size))
        y += tall
        for _ in range(count + (1 if index < spare else 0)):
            y += _PITCH
            rules.append((x, y - 3000, x + measure, y - 3000))


def _asked(texts: list[str], style: Style, place: tuple[int, int], context: Context) -> _Asked:
    """Set the prompts in a style; they stand nowhere yet."""
    labels = tuple(
        Label(place[0], 0, blanks(context, (Text(text, Look(strong=True)),), ()), style, place[1])
        for text in texts
    )
    return _Asked(labels, tuple(map(context.height, labels)))


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
)
