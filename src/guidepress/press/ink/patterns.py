"""In: a pattern or a shading. Out: its marks, spread over what is painted with it (ISO 32000-1, 8.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.cos import Malformed, Stream
from guidepress.press.ink.canvas import DrawingState, numbers
from guidepress.press.ink.colours import PATTERN, Paint, space_of
from guidepress.press.ink.functions import ends_of
from guidepress.press.ink.marks import InkedGlyph, InkedShape
from guidepress.press.ink.places import IDENTITY, product, usable

if TYPE_CHECKING:
    from guidepress.bind.leaves import Matrix
    from guidepress.cos import File, Value
    from guidepress.cos.pages import Box
    from guidepress.cos.values import Dictionary, Object
    from guidepress.press.ink.canvas import Canvas
    from guidepress.press.ink.places import Path

__all__ = ["matrix_of", "paint_pattern", "shading_paint"]

_TILING = 1


def matrix_of(file: File, value: Value) -> Matrix:
    """A matrix as a file writes it; the identity where it has none that can be used."""
    listed: list[Object] = [file.get(each) for each in file.array(value)]
    given = numbers(listed, 6) if len(listed) == 6 else None
    if given is None:
        return IDENTITY
    a, b, c, d, e, f = given
    return (a, b, c, d, e, f)


def paint_pattern(canvas: Canvas, value: Value, box: Box, path: Path) -> None:
    """Leave the marks of a pattern, each with the box of what it fills: they may stand anywhere in it."""
    file = canvas.file
    made = file.get(value)
    entries = file.dictionary(value)
    blending = canvas.blending(stroke=False)
    if file.integer(entries.get("PatternType")) != _TILING or not isinstance(made, Stream):
        paint = shading_paint(canvas, entries.get("Shading"))
        canvas.add(InkedShape(box, paint, path, None, blending))
        return
    first = len(canvas.marks)
    kept, coloured = canvas.state, canvas.coloured
    matrix = product(matrix_of(file, entries.get("Matrix")), canvas.base)
    canvas.state = DrawingState(matrix if usable(matrix) else canvas.base, (-1e9, -1e9, 1e9, 1e9))
    canvas.state.fill, canvas.state.stroke = kept.fill, kept.stroke
    try:
        canvas.run(file.content(made), file.dictionary(entries.get("Resources")))
    except Malformed as problem:
        canvas.note(f"a pattern cannot be read: {problem}")
    finally:
        canvas.state, canvas.coloured = kept, coloured
    left = canvas.marks[first:]
    del canvas.marks[first:]
    for mark in left:
        if isinstance(mark, InkedGlyph):
            continue  # letters that fill an area are no text
        canvas.add(replace(mark, box=box))
    if not left:
        canvas.note("a pattern leaves no marks")


def shading_paint(canvas: Canvas, value: Value) -> Paint:
    """The heaviest colour of a shading; without amounts where its function does not tell them."""
    file = canvas.file
    entries: Dictionary = file.dictionary(value)
    space = space_of(file, entries.get("ColorSpace"), canvas.resources)
    if space is None:
        canvas.note("a shading has no colour space that can be read")
        return Paint((PATTERN.kind,), ())
    colours = ends_of(file, entries, space.size)
    if not colours:
        bare = space.first
        return Paint(bare.spaces, (), ())
    paints = [space.paint(colour) for colour in colours]
    return max(paints, key=lambda paint: paint.total or 0.0)
