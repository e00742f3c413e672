"""In: a crossword. Out: its grid, blank with the numbers of the clues or filled in, and the alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Text
from guidepress.document.shapes import rectangle

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.crossword import Crossword

__all__ = ["crossword_grid"]

_SQUARE = 22_000  # mpt: room for a capital in a large hand, and for the number
_SMALLEST = 7000  # mpt: type is never smaller


def crossword_grid(
    puzzle: Crossword, context: Context, *, filled: bool, square: int = _SQUARE
) -> tuple[Drawing, str]:
    """Draw the squares that hold letters, each with its number or its letter.

    Args:
        puzzle: the crossword.
        context: of the document.
        filled: print the letters.
        square: side of a square at most, mpt; it shrinks to the measure.
    """
    square = min(square, (context.measure - 2000) // max(puzzle.width, 1))
    ink = context.colour("ink")
    shapes = [
        rectangle(
            (column * square + 500, row * square + 500, square, square),
            fill=context.colour("paper"),
            stroke=ink,
        )
        for row, letters in enumerate(puzzle.rows)
        for column, letter in enumerate(letters)
        if letter != " "
    ]
    labels: list[Label] = []
    if square >= _SQUARE * 3 // 4:
        number = context.varied("figure-label", "number", size=_SMALLEST, leading=_SMALLEST)
        starts = {(entry.column, entry.row): entry.number for entry in puzzle.entries}
        labels.extend(
            Label(column * square + 2200, row * square + 7200, (Text(str(value)),), number, square)
            for (column, row), value in sorted(starts.items(), key=lambda start: start[1])
        )
    if filled:
        labels.extend(_letters(puzzle, context, square))
    key = "crossword-alt"
    alt = context.labels.text(key, width=puzzle.width, height=puzzle.height, n=len(puzzle.entries))
    if filled:
        words = "; ".join(
            f"{entry.number} {context.labels.text('across' if entry.across else 'down')} {entry.letters}"
            for entry in puzzle.entries
        )
        alt = f"{alt} {context.labels.text('solution')}: {words}."
    return Drawing(
        puzzle.width * square + 1000, puzzle.height * square + 1000, tuple(shapes), tuple(labels)
    ), alt


def _letters(puzzle: Crossword, context: Context, square: int) -> list[Label]:
    size = max(_SMALLEST, square * 54 // 100)
    style = context.varied(
        "figure-label",
        f"letter-{square}",
        size=size,
        leading=size,
        weight="semibold",
        colour=context.colour("key"),
    )
    drop = square * 82 // 100
    return [
        Label(
            column * square + square * 56 // 100 + 500,  # clear of the number
            row * square + drop,
            (Text(letter),),
            style,
            square,
            align="centred",
        )
        for row, letters in enumerate(puzzle.rows)
        for column, letter in enumerate(letters)
        if letter != " "
    ]
