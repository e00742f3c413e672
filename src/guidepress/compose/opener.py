"""In: a unit. Out: its opener: number, title, recap, the strip of three facts, the chips of its themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
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
    """The drop number of each unit, and their size, per mille of their style's."""

    texts: tuple[str, ...]
    scale: int


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
    blocks: list[Block] = [*_number(unit, context, numbers)]
    if numbered:  # number and title are one heading; the space parts them for whoever reads it aloud
        label = Paragraph(context.style("label"), (Text(f"{named} "),), role="Span")
        blocks.append(Group((label, heading), role=f"H{level}"))
    else:
        blocks.append(heading)
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

    All have one size, at which the longest fits the column they stand in.
    """
    units = context.guide.units
    own = all(len(context.numeral(unit)) <= _NUMERAL for unit in units)
    texts = tuple(context.numeral(unit) if own else str(unit.number) for unit in units)
    style = context.style("unit-number")
    room = context.areas.note_width if context.margin else context.measure
    widest = max(context.width(text, style) for text in texts)
    return DropNumbers(texts, min(1000, room * 1000 // max(1, widest)))


def _number(unit: Unit, context: Context, numbers: DropNumbers) -> tuple[Block, ...]:
    """Set the drop number in the margin column; in the text where there is none. The label reads it out."""
    text = Text(numbers.texts[unit.number - 1], Look(scale=numbers.scale))
    number = Paragraph(context.style("unit-number"), (text,), role="")
    return (MarginNote((number,)),) if context.margin else (number,)


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
