"""In: the units of the work. Out: the spine of the guide: each unit's opener, summary, analysis, words and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.document import Break, Group
from guidepress.compose.glosses import vocabulary_box, with_glosses
from guidepress.compose.inlines import Text
from guidepress.compose.opener import DropNumbers, drop_numbers, opener
from guidepress.compose.quick_checks import quick_checks
from guidepress.compose.tables import ruled
from guidepress.compose.warnings import warning

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.document import Block, Section, Table
    from guidepress.compose.inlines import Inline
    from guidepress.guide.model import Guide, Unit
    from guidepress.layout.model import SectionSpec

__all__ = ["units"]

_OPENER_ROOM = 3  # an opener goes to a new page if less than a third of this one is left


def units(guide: Guide, spec: SectionSpec, context: Context) -> Section | None:
    """Set the units in order, those of a part under its opener."""
    if not guide.units:
        return None
    parts = bool(context.option(spec, "parts")) and any(unit.part for unit in guide.units)
    level = 3 if parts else 2
    blocks: list[Block] = []
    part = ""
    number = 0
    numbers = drop_numbers(context)
    for unit in guide.units:
        if parts and unit.part and unit.part != part:
            number += 1
            blocks.extend(_part(unit.part, number, context, first=not blocks))
        elif blocks and context.option(spec, "own_page"):
            blocks.append(Break("page"))
        elif blocks:
            blocks.append(Break("room", context.layout.page.text_height // _OPENER_ROOM))
        part = unit.part
        blocks.append(Group(_unit(unit, spec, context, level=level, numbers=numbers), role="Sect"))
    return context.section(spec, context.labels.text("units"), tuple(blocks))


def _part(title: str, number: int, context: Context, *, first: bool) -> tuple[Block, ...]:
    """Open a part on a page of its own, but the first one under the section's heading."""
    heading = context.heading(2, title, "h2" if first else "part-title", anchor=f"part-{number}")
    return (heading,) if first else (Break("page"), heading)


def _unit(
    unit: Unit, spec: SectionSpec, context: Context, *, level: int, numbers: DropNumbers
) -> tuple[Block, ...]:
    labels = context.labels
    blocks: list[Block] = [
        *opener(unit, spec, context, level=level, numbers=numbers),
        *warning(context, unit.content_warnings),
    ]
    words = unit.vocabulary
    in_margin = context.option(spec, "vocabulary") == "margin" and context.margin
    texts = [
        (key, text)
        for key, text in (("summary", unit.summary), ("analysis", unit.analysis))
        if text and context.option(spec, key)
    ]
    bodies = [context.blocks(text) for _, text in texts]
    if in_margin and bodies:
        bodies = with_glosses(context, words, bodies)
    for (key, _), body in zip(texts, bodies, strict=True):
        blocks.append(context.heading(level + 1, labels.text(key), "h3", contents=False))
        blocks.extend(body)
    if unit.passages and context.option(spec, "passages"):
        blocks.append(context.heading(level + 1, labels.text("parallel-text"), "h3", contents=False))
        blocks.append(_passages(unit, context))
    if words and context.option(spec, "vocabulary") != "none" and not (in_margin and bodies):
        blocks.append(vocabulary_box(context, words))
    if unit.checks and context.option(spec, "checks"):
        blocks.append(quick_checks(context, unit.checks, with_lines=bool(context.option(spec, "lines"))))
    return tuple(blocks)


def _passages(unit: Unit, context: Context) -> Table:
    """Set the original beside today's words, a row a passage."""
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    for passage in unit.passages:
        original = context.line(passage.original)
        if passage.locator:
            original = (*original, Text(f" ({passage.locator})"))
        rows.append((original, context.line(passage.modern)))
    return ruled(context, (500, 500), (context.labels.text("original"), context.labels.text("modern")), rows)
