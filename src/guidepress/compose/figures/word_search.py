"""In: a word search. Out: its square of letters, its words ringed or not, and the alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.puzzle_room import EDGE
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Text
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.word_search import WordSearch

__all__ = ["word_square"]

_SQUARE = 23_000  # mpt: letters far enough apart to ring a word without touching its neighbours
_RING = 0.15  # share of the key's colour in a ring: under what a copier makes grey of


def word_square(
    puzzle: WordSearch, context: Context, *, ringed: bool, square: int = _SQUARE
) -> tuple[Drawing, str]:
    """Draw the letters in a frame.

    Args:
        puzzle: the word search.
        context: of the document.
        ringed: mark the words.
        square: side of a square at most, mpt; it shrinks to the measure.
    """
    square = min(square, (context.measure - 2 * EDGE - 1000) // puzzle.size)
    side = puzzle.size * square + 2 * EDGE
    found = {cell for hidden in puzzle.hidden for cell in hidden.cells} if ringed else set()
    size = max(7000, min(16_000, square * 62 // 100))
    plain = context.varied("figure-label", f"square-{square}", size=size, leading=size)
    marked = context.varied(
        "figure-label",
        f"ringed-{square}",
        size=size,
        leading=size,
        weight="bold",
        colour=context.colour("key"),
    )
    shapes: list[Shape] = []
    if ringed:
        tint = context.colour("key").tint(_RING)
        for hidden in puzzle.hidden:
            ends = [
                (EDGE + column * square + square // 2, EDGE + row * square + square // 2)
                for column, row in (hidden.cells[0], hidden.cells[-1])
            ]
            path = (("m", ends[0]), ("l", ends[1]))
            shapes.append(Shape(path, stroke=tint, line_width=square * 3 // 4, round_caps=True))
    shapes.append(Shape((("r", (0, 0, side, side)),), stroke=context.colour("muted"), line_width=750))
    labels = tuple(
        Label(
            EDGE + column * square + square // 2,
            EDGE + row * square + square // 2 + size * 35 // 100,
            (Text(letter),),
            marked if (column, row) in found else plain,
            square,
            align="centred",
        )
        for row, letters in enumerate(puzzle.rows)
        for column, letter in enumerate(letters)
    )
    return Drawing(side, side, tuple(shapes), labels), _alt(puzzle, context, ringed=ringed)


def _alt(puzzle: WordSearch, context: Context, *, ringed: bool) -> str:
    """Say the letters row by row, so that the puzzle can be solved by ear; in the key, where the words begin."""
    text = context.labels.text
    alt = text("word-search-alt", size=puzzle.size)
    if ringed:
        places = "; ".join(
            f"{hidden.letters}: {text('row')} {hidden.row + 1}, {hidden.column + 1}"
            for hidden in puzzle.hidden
        )
        return f"{alt} {text('solution')}: {places}."
    rows = "; ".join(f"{text('row')} {number}: {letters}" for number, letters in enumerate(puzzle.rows, 1))
    return f"{alt} {rows}."
