"""In: a unit. Out: its opener: number, title, recap, the strip of three facts, the chips of its themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.chips import chips
from guidepress.compose.tables import strip
from guidepress.document.blocks import Group, Heading, MarginNote, Paragraph
from guidepress.document.inlines import Look, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Unit

__all__ = ["DropNumbers", "OpenerOptions", "drop_numbers", "opener"]

_WHO = 5  # names in the strip; the others are counted
_NUMERAL = 7  # characters of "1.6–1.7" and the like that can stand as a drop number
_BESIDE = 300  # per mille of the measure that a drop number may take beside its title
_APART = 350  # per mille of the title's size, between the number and the title
_FIGURE = 670  # per mille of the size: how high lining figures are, in the faces that come with the engine and most others


@record
class OpenerOptions:
    """The options of how units are opened."""

    recap: bool = True
    """The sentence that sums the unit up."""
    strip: bool = True
    """Setting, who, when."""
    chips: bool = True
    """The chips of its themes."""


@record
class DropNumbers:
    """The drop number of each unit.

    Attributes:
        texts: what they are.
        scale: their size, per mille of their style's; beside a title, of the title's.
        beside: they stand beside their titles, not in the margin column.
    """

    texts: tuple[str, ...]
    scale: int
    beside: bool = False


def opener(
    unit: Unit, options: OpenerOptions, context: Context, *, level: int, numbers: DropNumbers
) -> tuple[Block, ...]:
    """Open a unit; recap, strip and chips as the layout asks."""
    named = context.unit_label(unit)
    numbered = context.unit_title(unit) != unit.title
    heading = Paragraph(
        context.style("unit-title"),
        (Text(unit.title, span=unit.span),),
        role="Span" if numbered else f"H{level}",
        anchor=unit.id,
        heading=Heading(level, context.unit_title(unit)),
        span=unit.span,
    )
    label = Paragraph(context.style("label"), (Text(f"{named} "),), role="Span")
    blocks: list[Block] = []
    titled: tuple[Block, ...] = (heading,)
    if numbers.beside:
        label, heading = _beside(label, heading, unit, context, numbers, numbered=numbered)
        titled = (heading,)
    else:  # on the line of the title, below the label
        titled = (_in_margin(unit, context, numbers), heading)
    if numbered:  # number and title are one heading; the space parts them for whoever reads it aloud
        blocks.append(Group((label, *titled), role=f"H{level}"))
    else:
        blocks += titled
    if unit.recap and options.recap:
        blocks.append(Paragraph(context.style("recap"), context.line(unit.recap)))
    facts = _facts(unit, context) if options.strip else []
    if options.chips:
        blocks.extend(chips(context, unit.themes, pages=True))
    if facts:
        blocks.append(strip(context, facts))
    return tuple(blocks)


def drop_numbers(context: Context) -> DropNumbers:
    """Choose the drop numbers of all units: the work's own where they are short, else their places in the guide.

    All have one size, at which the longest fits the column they stand in, or its share of the title's line.
    """
    units = context.guide.units
    own = all(len(context.numeral(unit)) <= _NUMERAL for unit in units)
    texts = tuple(context.numeral(unit) if own else str(unit.number) for unit in units)
    style = context.style("unit-number")
    if context.margin:
        widest = max(context.width(text, style) for text in texts)
        return DropNumbers(texts, min(1000, context.areas.note_width * 1000 // max(1, widest)))
    title = context.style("unit-title")
    room = context.measure * _BESIDE // 1000
    widest = max(context.width(text, title) for text in texts)
    size = min(style.size, title.size * room // max(1, widest), _tallest(context))
    return DropNumbers(texts, max(1000, size * 1000 // title.size), beside=True)


def _tallest(context: Context) -> int:
    """The size of figures that reach from the title's line to the top of what stands above it, mpt."""
    title, label = context.style("unit-title"), context.style("label")
    labelled = any(context.unit_title(unit) != unit.title for unit in context.guide.units)
    above = title.baseline + (max(label.leading, label.space_after + label.leading) if labelled else 0)
    return above * 1000 // _FIGURE


def _in_margin(unit: Unit, context: Context, numbers: DropNumbers) -> MarginNote:
    """Set the drop number in the margin column. The label reads it out."""
    text = Text(numbers.texts[unit.number - 1], Look(scale=numbers.scale))
    return MarginNote((Paragraph(context.style("unit-number"), (text,), role=""),))


def _beside(
    label: Paragraph,
    heading: Paragraph,
    unit: Unit,
    context: Context,
    numbers: DropNumbers,
    *,
    numbered: bool,
) -> tuple[Paragraph, Paragraph]:
    """Hang the drop number to the left of the title, on its line, and set the label above the title in by as much."""
    style, title, text = (
        context.style("unit-number"),
        context.style("unit-title"),
        numbers.texts[unit.number - 1],
    )
    look = Look(scale=numbers.scale, colour=style.colour, font=style.font)
    room = context.width(text, title, look) + title.size * _APART // 1000
    before = max(style.space_before, label.style.space_before if numbered else heading.style.space_before)
    own = 0 if numbered else before
    return (
        replace(label, style=context.varied("label", f"unit-{room}", indent_left=room, space_before=before)),
        replace(
            heading,
            style=context.varied(
                "unit-title",
                f"beside-{room}-{own}",
                hang=room,
                space_before=own or heading.style.space_before,
            ),
            marker=(Text(text, look),),
            mute=True,
        ),
    )


def _facts(unit: Unit, context: Context) -> list[tuple[str, tuple[Inline, ...]]]:
    """Gather setting, who and where in the book."""
    labels = context.labels
    facts: list[tuple[str, tuple[Inline, ...]]] = []
    if unit.setting:
        facts.append((labels.text("setting"), context.line(unit.setting)))
    if unit.characters:
        facts.append((labels.text("who"), _who(unit, context)))
    if unit.pages:
        pages = unit.pages.replace("-", "–")
        facts.append((labels.text("in-the-book"), (Text(f"{labels.text('page')} {pages}"),)))
    return facts


def _who(unit: Unit, context: Context) -> tuple[Inline, ...]:
    """Name the characters, the first few as links, and count the rest."""
    shown = unit.characters if len(unit.characters) <= _WHO + 1 else unit.characters[:_WHO]
    inlines: list[Inline] = []
    for name in shown:
        said = name
        if inlines:
            comma, said = context.labels.joining.joined(",", name)
            inlines.append(Text(comma))
        character = context.guide.character(name)
        inlines.append(Text(said, link=context.link(character.id) if character else None))
    more = len(unit.characters) - len(shown)
    if more:
        inlines.append(Text(" " + context.labels.count("and-others", more)))
    return tuple(inlines)
