"""In: the poem that the guide is about. Out: the poem, line by line, its lines numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from guidepress.base.record import record
from guidepress.compose.kind import Kind
from guidepress.compose.passages import verses
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import Text
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block, Section
    from guidepress.document.inlines import Inline
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

_GAP = 1000
"""Between numbers and lines, per mille of the size of the type."""


def poem(guide: Guide, spec: SectionSpec[PoemOptions], context: Context) -> Section | None:
    """Set the poem under its own title, a table of numbers and lines for each stanza."""
    if not guide.poem:
        return None
    stanzas = [verses(block.inlines) for block in context.blocks(guide.poem) if isinstance(block, Paragraph)]
    style = context.style("poem")
    total = sum(map(len, stanzas))
    room = context.width(str(total), style) + style.size * _GAP // 1000
    share = max(1, room * 1000 // context.measure)
    blocks: list[Block] = []
    number = 0
    for lines in stanzas:
        rows = tuple(
            _row(line, number + at, _joined(at, len(lines)), spec.options.every, context)
            for at, line in enumerate(lines, 1)
        )
        number += len(lines)
        blocks.append(Table((share, 1000 - share), (), rows, context.style("poem-lines"), layout=True))
    return context.section(spec, context.labels.text("poem"), tuple(blocks))


def _row(line: tuple[Inline, ...], number: int, join: tuple[bool, bool], every: int, context: Context) -> Row:
    """Set a line and its number, which is read out to nobody: it counts what is there anyway."""
    shown = every and number % every == 0
    beside = (Paragraph(context.style("poem-number"), (Text(str(number)),), role=""),) if shown else ()
    first, kept = join
    joined: Literal["", "kept", "loose"] = "" if first else "kept" if kept else "loose"
    return Row((Cell(beside), Cell((Paragraph(context.style("poem"), line),))), rule=False, joined=joined)


def _joined(place: int, count: int) -> tuple[bool, bool]:
    """Whether a line is the first of its stanza, and whether it stands on one page with the line before it."""
    return place == 1, place <= _KEPT or place > count - _KEPT + 1


KIND = Kind(
    "poem",
    "The poem that the guide is about, its lines numbered",
    PoemOptions,
    poem,
)
