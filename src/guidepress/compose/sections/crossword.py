"""In: the vocabulary and a seed. Out: a crossword with numbered clues made from the meanings; filled in for teachers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.figures.crossword import crossword_grid
from guidepress.compose.kind import Kind
from guidepress.compose.lists import item, plain_list
from guidepress.compose.name_line import name_line
from guidepress.compose.puzzle_room import square_for
from guidepress.compose.words import pool
from guidepress.compose.worksheets.crossword import crossword as lay_out
from guidepress.document.blocks import Columns, Figure, Paragraph
from guidepress.document.inlines import Text
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.crossword import Crossword
    from guidepress.compose.worksheets.letters import Clue
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class CrosswordOptions:
    """The options of `crossword`."""

    seed: Whole = 1
    """The same seed shuffles in the same way on every machine."""
    filled: bool = False
    """Filled in, for teachers."""
    words: Whole = 18
    """At most so many words."""


_WIDEST = 17  # squares: at 17 pt each they fill a text column, and leave room for the clues below
_FEWEST = 4  # words that make a crossword


def crossword(guide: Guide, spec: SectionSpec[CrosswordOptions], context: Context) -> Section | None:
    """Set the grid with its clues below; nothing where there are too few words."""
    made = _made(guide, spec, context)
    if made is None:
        return None
    puzzle, clues = made
    filled = spec.options.filled
    style = context.varied("figure", "puzzle", space_before=0, space_after=14_000)
    lists: list[Block] = []
    for key, across in (("across", True), ("down", False)):
        lists.append(
            Paragraph(
                context.varied("directions", "clues", space_before=6000), (Text(context.labels.text(key)),)
            )
        )
        lists.append(_clues(puzzle, clues, context, across=across))
    title, names = context.labels.text("crossword"), name_line(context)
    above = (context.heading(1, spec.title or title, "sheet-heading"), names)
    columns = Columns(tuple(lists), 2, context.layout.page.column_gap)
    square = square_for(context, above, (style, puzzle.height), (columns,))
    drawing, alt = crossword_grid(puzzle, context, filled=filled, square=square)
    blocks = (names, Figure(drawing, alt, style), columns)
    return context.section(spec, title, blocks, style="sheet-heading")


def _answers(guide: Guide, spec: SectionSpec[CrosswordOptions], context: Context) -> list[Block]:
    """Set the solution for the key: the same grid, filled in."""
    before = len(context.diagnostics)
    made = _made(guide, spec, context)
    del context.diagnostics[before:]  # said when the puzzle itself was set
    if made is None:
        return []
    drawing, alt = crossword_grid(made[0], context, filled=True, square=12_000)
    heading = context.heading(2, spec.title or context.labels.text("crossword"), "h2", contents=False)
    return [heading, Figure(drawing, alt, context.style("figure"))]


def _made(
    guide: Guide, spec: SectionSpec[CrosswordOptions], context: Context
) -> tuple[Crossword, list[Clue]] | None:
    seed = spec.options.seed
    clues = pool(guide, context, "crossword", longest=_WIDEST, seed=seed)
    if len(clues) < _FEWEST:
        return None
    letters = [clue.letters for clue in clues]
    return lay_out(letters, seed, most=spec.options.words, widest=_WIDEST), clues


def _clues(puzzle: Crossword, clues: list[Clue], context: Context, *, across: bool) -> Block:
    style = context.style("clue")
    entries = (entry for entry in puzzle.entries if entry.across is across)
    return plain_list(
        item(
            style,
            (Text(f"{entry.number}."),),
            (*context.line(clues[entry.index].word.meaning), Text(f" ({len(entry.letters)})")),
        )
        for entry in entries
    )


KIND = Kind(
    "crossword",
    "A crossword of the vocabulary",
    CrosswordOptions,
    crossword,
    answers=_answers,
    handed=True,
)
