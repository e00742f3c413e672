"""In: passages of the work and today's words. Out: the two side by side, line beside line, or one below the other."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from guidepress.base.record import record, replace
from guidepress.compose.narrow import fitted
from guidepress.document.blocks import Cell, Group, Paragraph, Row, Table
from guidepress.document.inlines import LineBreak, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Markdown, Passage

__all__ = ["Sides", "passages", "sides_of", "verses"]

_HARD = ("\\", "  ")  # ends of source lines that break the line in print

_HALVES = (500, 500)

_NARROWEST = 350
"""Per mille of the measure that either side has, however short its lines are."""

_FEWEST = 30  # letters: a narrower column of prose is a list of words
_TURNED = 400  # per mille of the verse lines: if more would turn over, no reader sees lines any more


@record
class Sides:
    """How the passages of a guide stand.

    Attributes:
        apart: one below the other, since most lines would turn over side by side.
        shares: of the measure, per mille, for the original and for today's words: as their longest lines ask.
    """

    apart: bool
    shares: tuple[int, int] = _HALVES


def passages(context: Context, shown: Sequence[Passage], sides: Sides) -> tuple[Block, ...]:
    """Set originals at the left and their modern wording at the right: one table.

    Where columns are too narrow for that, or the whole guide's are, each stands below the other.
    """
    table = None if sides.apart else fitted(context, _table(context, shown, sides.shares))
    if table is None or len(table.widths) == 1:
        return tuple(block for passage in shown for block in _stack(context, passage))
    return (table,)


def sides_of(context: Context) -> Sides:
    """Find how the guide's passages stand; all of a guide are set alike.

    Prose asks for a column of a few words, verse for one that holds its lines; what both leave is shared.
    """
    both = [each for unit in context.guide.units for each in unit.passages]
    padding = context.style("parallel").padding
    verse, prose = context.style("verse"), context.style("passage")
    lines = [
        [line for text in texts for line in _verse_lines(text, context)]
        for texts in ([each.original for each in both], [each.modern for each in both])
    ]
    context.measurer.learn(Paragraph(verse, (Text(line),)) for line in chain(*lines))
    sides = [[context.width(line, verse) for line in side] for side in lines]
    if not any(sides):
        said = [context.plain(text) for each in both for text in (each.original, each.modern)]
        letters, column = sum(map(len, said)), context.measure // 2 - padding
        wide = sum(context.width(text, prose) for text in said)
        return Sides(bool(letters) and column * letters < wide * _FEWEST)
    left, right = (max(each, default=0) + padding for each in sides)
    spare = max(0, context.measure - left - right)
    share = (left + spare // 2) * 1000 // (left + right + spare)
    share = min(max(share, _NARROWEST), 1000 - _NARROWEST)
    shares = (share, 1000 - share)
    columns = [context.measure * each // 1000 - padding for each in shares]
    turned = sum(line > column for lines, column in zip(sides, columns, strict=True) for line in lines)
    return Sides(turned * 1000 > _TURNED * sum(map(len, sides)), shares)


def _verse_lines(text: Markdown, context: Context) -> list[str]:
    """The lines of a verse passage as plain text; none for prose."""
    lines = text.source.strip().splitlines()
    if not any(line.endswith(_HARD) for line in lines):
        return []
    return [context.plain(replace(text, source=line.rstrip("\\ "))) for line in lines]


def _table(context: Context, shown: Iterable[Passage], shares: tuple[int, int]) -> Table:
    """Set a passage as a row, or verse as a row a line, so that each line stands beside what it means.

    The place stands above its passage. A line too long for the column turns over set in, not to be taken for the next.
    """
    head = tuple(
        Cell((Paragraph(context.style("table-head"), (Text(context.labels.text(key)),)),), "Column")
        for key in ("original", "modern")
    )
    rows: list[Row] = []
    for passage in shown:
        pairs = _pairs(passage, context)
        made = [Row((Cell(left), Cell(right)), rule=False) for left, right in pairs]
        if passage.locator:
            place = Paragraph(context.style("margin-label"), (Text(passage.locator),))
            made.insert(0, Row((Cell((place,), "Row", 2),), rule=False))
        rows.extend(_joined(made, 1 if passage.locator else 0))
    return Table(shares, (Row(head),), tuple(rows), context.style("parallel"))


def _joined(rows: list[Row], label: int) -> list[Row]:
    """Join the rows of a passage: its place and first three lines, and its last three, stay together."""
    last = len(rows) - 1
    return [
        Row(
            row.cells,
            rule=index == last,
            joined="" if not index else "kept" if index <= label + 2 or index > last - 2 else "loose",
        )
        for index, row in enumerate(rows)
    ]


def _pairs(passage: Passage, context: Context) -> tuple[tuple[tuple[Block, ...], tuple[Block, ...]], ...]:
    """Pair line with line, where both sides have as many; else the whole with the whole."""
    sides = _lines(passage.original, context), _lines(passage.modern, context)
    if len(sides[0]) == len(sides[1]):
        return tuple(((left,), (right,)) for left, right in zip(*sides, strict=True))
    return (sides,)


def _stack(context: Context, passage: Passage) -> tuple[Block, ...]:
    """Set the original and then its modern wording, each under its label, lines whole."""
    place = f" · {passage.locator}" if passage.locator else ""
    blocks: list[Block] = []
    for key, text in (("original", passage.original), ("modern", passage.modern)):
        label = context.label(context.labels.text(key) + place, "margin-label")
        blocks.append(Group((label, *_kept(_lines(text, context), context)), context.style("stacked")))
    return tuple(blocks)


def _kept(blocks: tuple[Block, ...], context: Context) -> tuple[Block, ...]:
    """Keep the first three lines of verse together, and the last three."""
    held = {0, 1, len(blocks) - 3, len(blocks) - 2}
    kept = context.varied("verse", "kept", keep_next=True)
    return tuple(
        Paragraph(kept, block.inlines)
        if isinstance(block, Paragraph) and block.style is context.style("verse") and index in held
        else block
        for index, block in enumerate(blocks)
    )


def _lines(text: Markdown, context: Context) -> tuple[Block, ...]:
    """Set verse line by line, and prose as paragraphs."""
    lines = verses(context.line(text))
    if len(lines) == 1:
        return context.prose.blocks(text, "passage", first="passage")
    return tuple(Paragraph(context.style("verse"), line) for line in lines)


def verses(inlines: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], ...]:
    """Part the inlines of a text at its hard breaks."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return tuple(tuple(line) for line in lines if line)
