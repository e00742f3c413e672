"""In: the poem that the guide is about. Out: the poem, line by line, its lines numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record
from guidepress.compose.cards import largest
from guidepress.compose.kind import Kind
from guidepress.compose.passages import verses
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import Text
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class PoemOptions:
    """The options of `poem`."""

    every: Whole = 5
    """Number each line whose number this divides; 0 numbers none."""


_KEPT = 3
"""Lines of a stanza that stand together at either end of a page."""

_SIZES = range(1000, 500, -20)
"""Sizes of the type that are tried, per mille."""

_GAP = 1000
"""Between numbers and lines, per mille of the size of the type."""


def poem(guide: Guide, spec: SectionSpec[PoemOptions], context: Context) -> Section | None:
    """Set the poem under its own title, a table of numbers and lines for each stanza."""
    if not guide.poem:
        return None
    stanzas = [verses(block.inlines) for block in context.blocks(guide.poem) if isinstance(block, Paragraph)]
    room = _beside(stanzas, context)
    style = _unbroken(stanzas, context.measure - room, context)
    share = max(1, room * 1000 // context.measure)
    blocks: list[Block] = []
    number = 0
    for lines in stanzas:
        rows = tuple(
            _row((line, style), number + at, _joined(at, len(lines)), spec.options.every, context)
            for at, line in enumerate(lines, 1)
        )
        number += len(lines)
        blocks.append(Table((share, 1000 - share), (), rows, context.style("poem-lines"), layout=True))
    return context.section(spec, context.labels.text("poem"), tuple(blocks))


def _beside(stanzas: Sequence[Sequence[object]], context: Context) -> int:
    """The room of the numbers and of the white space between them and the lines, mpt."""
    style = context.style("poem")
    return context.width(str(sum(map(len, stanzas))), style) + style.size * _GAP // 1000


def _unbroken(stanzas: Sequence[Sequence[tuple[Inline, ...]]], room: int, context: Context) -> Style:
    """The largest type in which no line turns over, down to the least a layout may ask for; its own, if that is too large."""
    style = context.style("poem")
    widest = max((context.measurer.width(line, style) for lines in stanzas for line in lines), default=0)
    fits = largest(context, style, lambda each: widest * each.size <= room * style.size, _SIZES)
    return fits if widest * fits.size <= room * style.size else style


def _row(
    line: tuple[tuple[Inline, ...], Style],
    number: int,
    join: tuple[bool, bool],
    every: int,
    context: Context,
) -> Row:
    """Set a line and its number, which is read out to nobody: it counts what is there anyway."""
    words, style = line
    shown = every and number % every == 0
    numbered = context.varied("poem-number", f"at-{style.leading}", leading=style.leading)
    beside = (Paragraph(numbered, (Text(str(number)),), role=""),) if shown else ()
    first, kept = join
    joined: Literal["", "kept", "loose"] = "" if first else "kept" if kept else "loose"
    return Row((Cell(beside), Cell((Paragraph(style, words),))), rule=False, joined=joined)


def _joined(place: int, count: int) -> tuple[bool, bool]:
    """Whether a line is the first of its stanza, and whether it stands on one page with the line before it."""
    return place == 1, place <= _KEPT or place > count - _KEPT + 1


KIND = Kind(
    "poem",
    "The poem that the guide is about, its lines numbered",
    PoemOptions,
    poem,
)
