"""In: the vocabulary and a seed. Out: a square of letters that hides it, and the list of words; ringed for teachers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.figures.word_search import word_square
from guidepress.compose.kind import Kind
from guidepress.compose.lists import item, plain_list
from guidepress.compose.name_line import name_line
from guidepress.compose.puzzle_room import square_for
from guidepress.compose.words import pool
from guidepress.compose.worksheets.word_search import word_search as hide
from guidepress.document.blocks import Columns, Figure
from guidepress.document.inlines import Text
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.letters import Clue
    from guidepress.compose.worksheets.word_search import WordSearch
    from guidepress.document.blocks import Block, Section
    from guidepress.guide.model import Guide
    from guidepress.layout.model import SectionSpec

__all__ = ["KIND"]


@record
class WordSearchOptions:
    """The options of `word-search`."""

    seed: Whole = 1
    """The same seed shuffles in the same way on every machine."""
    filled: bool = False
    """Filled in, for teachers."""
    words: Whole = 18
    """At most so many words."""
    backwards: bool = False
    """Words may run backwards."""


_LONGEST = 15  # letters: longer words would make the square too large to be found one's way in
_FEWEST = 4  # words worth looking for


def word_search(guide: Guide, spec: SectionSpec[WordSearchOptions], context: Context) -> Section | None:
    """Set the square with the words below; nothing where there are too few."""
    made = _made(guide, spec, context)
    if made is None:
        return None
    puzzle, clues = made
    style = context.varied("figure", "puzzle", space_before=8000, space_after=14_000)
    words = sorted(clues[hidden.index].word.word for hidden in puzzle.hidden)
    text = context.labels.text("word-search-directions", n=len(words))
    listed = plain_list(item(context.style("clue"), (Text("☐"),), (Text(word),)) for word in words)
    head = (name_line(context), context.paragraph("directions", text))
    title = context.labels.text("word_search")
    above = (context.heading(1, spec.title or title, "sheet-heading"), *head)
    columns = Columns((listed,), 3, context.layout.page.column_gap)
    square = square_for(context, above, (style, puzzle.size), (columns,))
    drawing, alt = word_square(puzzle, context, ringed=spec.options.filled, square=square)
    blocks: tuple[Block, ...] = (
        *head,
        Figure(drawing, alt, style),
        columns,
    )
    return context.section(spec, title, blocks, style="sheet-heading")


def _answers(guide: Guide, spec: SectionSpec[WordSearchOptions], context: Context) -> list[Block]:
    """Set the solution for the key: the same square, its words ringed."""
    before = len(context.diagnostics)
    made = _made(guide, spec, context)
    del context.diagnostics[before:]  # said when the puzzle itself was set
    if made is None:
        return []
    drawing, alt = word_square(made[0], context, ringed=True, square=13_000)
    heading = context.heading(2, spec.title or context.labels.text("word_search"), "h2", contents=False)
    return [heading, Figure(drawing, alt, context.style("figure"))]


def _made(
    guide: Guide, spec: SectionSpec[WordSearchOptions], context: Context
) -> tuple[WordSearch, list[Clue]] | None:
    seed = spec.options.seed
    clues = pool(guide, context, "word search", longest=_LONGEST, seed=seed)[: spec.options.words]
    if len(clues) < _FEWEST:
        return None
    puzzle = hide([clue.letters for clue in clues], seed, backwards=spec.options.backwards)
    return puzzle, clues


KIND = Kind(
    "word-search",
    "A square of letters that hides the vocabulary",
    WordSearchOptions,
    word_search,
    answers=_answers,
    handed=True,
)
