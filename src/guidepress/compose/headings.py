"""In: headings inside text fields. Out: how deep each nests: within its field, and below the section that prints it.

An author types as many "#" as come to mind. What counts is which heading is deeper than which: the highest of a field
stands one level below the heading that the engine has set last, and no level is skipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.blocks import Columns, Group, MarginNote, Paragraph, Table
from guidepress.guide.markdown import MdHeading, MdList, MdQuote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.document.blocks import Block, Row, Section
    from guidepress.guide.markdown import MdBlock

__all__ = ["depths", "nested"]

_DEEPEST = 6


def depths(blocks: Iterable[MdBlock]) -> dict[int, int]:
    """How deep the headings of a field nest in one another, from 1, by their offsets."""
    found: dict[int, int] = {}
    above: list[int] = []
    for heading in _headings(blocks):
        while above and above[-1] >= heading.level:
            above.pop()
        above.append(heading.level)
        found[heading.offset] = len(above)
    return found


def _headings(blocks: Iterable[MdBlock]) -> Iterator[MdHeading]:
    for block in blocks:
        if isinstance(block, MdHeading):
            yield block
        elif isinstance(block, MdQuote):
            yield from _headings(block.blocks)
        elif isinstance(block, MdList):
            for item in block.items:
                yield from _headings(item)


def nested(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Give the headings of text fields their levels, each below the last heading that is none of a field."""
    nesting = _Nesting()
    return tuple(nesting.section(section) for section in sections)


class _Nesting:
    """Walks sections in reading order; `_outer` is the level of the last heading that is none of a field."""

    def __init__(self) -> None:
        self._outer = 0

    def section(self, section: Section) -> Section:
        """Settle one section: one without a heading of its own nests below those of the first level before it."""
        self._outer = min(self._outer, 1)
        blocks = self._blocks(section.blocks)
        return section if blocks is section.blocks else replace(section, blocks=blocks)

    def _blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Settle blocks; the same tuple where nothing changes, since what follows knows blocks by identity."""
        settled = tuple(map(self._block, blocks))
        same = all(new is old for new, old in zip(settled, blocks, strict=True))
        return blocks if same else settled

    def _block(self, block: Block) -> Block:
        if isinstance(block, Paragraph):
            return self._paragraph(block) if block.heading is not None else block
        if isinstance(block, Group | MarginNote | Columns):
            blocks = self._blocks(block.blocks)
            return block if blocks is block.blocks else replace(block, blocks=blocks)
        if isinstance(block, Table):
            rows = tuple(map(self._row, block.rows))
            same = all(new is old for new, old in zip(rows, block.rows, strict=True))
            return block if same else replace(block, rows=rows)
        return block

    def _row(self, row: Row) -> Row:
        found = [self._blocks(cell.blocks) for cell in row.cells]
        if all(blocks is cell.blocks for blocks, cell in zip(found, row.cells, strict=True)):
            return row
        cells = (replace(cell, blocks=blocks) for cell, blocks in zip(row.cells, found, strict=True))
        return replace(row, cells=tuple(cells))

    def _paragraph(self, block: Paragraph) -> Paragraph:
        heading = block.heading
        if heading is None or not heading.within:
            self._outer = heading.level if heading else self._outer
            return block
        level = min(_DEEPEST, self._outer + heading.within)
        if level == heading.level:
            return block
        return replace(block, role=f"H{level}", heading=replace(heading, level=level))
