"""Operators of text (ISO 32000-1, 9.3 and 9.4): each glyph a mark with the box of its own ink."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from guidepress.cos import Malformed, Name, Stream
from guidepress.press.ink.canvas import DrawingState, numbers
from guidepress.press.ink.marks import InkedGlyph, InkedString
from guidepress.press.ink.outlines import EMPTY, GlyphOutline
from guidepress.press.ink.places import (
    IDENTITY,
    box_through,
    grown,
    joined,
    product,
    rectangle,
    scale_of,
    usable,
)

if TYPE_CHECKING:
    from guidepress.bind.leaves import Matrix
    from guidepress.cos.pages import Box
    from guidepress.cos.values import Object
    from guidepress.press.ink.canvas import Canvas, Handler
    from guidepress.press.ink.fonts import GlyphPlace, PageFont

__all__ = ["OPERATORS"]

_EVERYWHERE = (-1e9, -1e9, 1e9, 1e9)
_FILLED, _STROKED = frozenset({0, 2, 4, 6}), frozenset({1, 2, 5, 6})
"""Rendering modes that fill and that stroke (table 106); 3 and 7 do neither."""
_THOUSANDTH = 0.001
_FARTHEST = 1e9
"""Points: a place farther away is a mistake of the file."""


def _begin(canvas: Canvas, _: list[Object]) -> None:
    canvas.text = canvas.line = IDENTITY


def _setting(name: str, scale: float = 1.0) -> Handler:
    def choose(canvas: Canvas, operands: list[Object]) -> None:
        given = numbers(operands, 1)
        if given is not None:
            setattr(canvas.state, name, given[0] * scale)

    return choose


def _rendering(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 1)
    if given is not None:
        canvas.state.render = int(given[0])


def _font(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 1)
    if given is None or len(operands) < 2 or not isinstance(operands[-2], Name):
        return
    fonts = canvas.file.dictionary(canvas.resources.get("Font"))
    canvas.state.size = given[0]
    canvas.state.font = None
    if operands[-2] not in fonts:
        raise Malformed(f"the font {operands[-2]} is not among the page's resources")
    canvas.state.font = canvas.shelf.font(fonts[operands[-2]])


def _move(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 2)
    if given is not None:
        _to_line(canvas, given[0], given[1])


def _move_leading(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 2)
    if given is not None:
        canvas.state.leading = -given[1]
        _to_line(canvas, given[0], given[1])


def _to_line(canvas: Canvas, across: float, up: float) -> None:
    made = product((1.0, 0.0, 0.0, 1.0, across, up), canvas.line)
    if usable(made):
        canvas.text = canvas.line = made


def _place(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 6)
    if given is not None:
        a, b, c, d, e, f = given
        canvas.text = canvas.line = (a, b, c, d, e, f)


def _next_line(canvas: Canvas, _: list[Object]) -> None:
    _to_line(canvas, 0.0, -canvas.state.leading)


def _show(canvas: Canvas, operands: list[Object]) -> None:
    if operands and isinstance(operands[-1], bytes):
        _string(canvas, operands[-1])


def _show_next(canvas: Canvas, operands: list[Object]) -> None:
    _next_line(canvas, operands)
    _show(canvas, operands)


def _show_spaced(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands[:-1], 2)
    if given is not None:
        canvas.state.word_space, canvas.state.char_space = given
    _show_next(canvas, operands)


def _show_all(canvas: Canvas, operands: list[Object]) -> None:
    if not operands or not isinstance(operands[-1], list):
        return
    state = canvas.state
    for each in operands[-1]:
        if isinstance(each, bytes):
            _string(canvas, each)
        elif isinstance(each, int | float):
            back = -each * _THOUSANDTH * state.size
            vertical = state.font is not None and state.font.vertical
            _advance(canvas, 0.0 if vertical else back * state.stretch, back if vertical else 0.0)


def _advance(canvas: Canvas, across: float, up: float) -> None:
    a, b, c, d, e, f = canvas.text
    canvas.text = a, b, c, d, e + across * a + up * c, f + across * b + up * d


def _string(canvas: Canvas, data: bytes) -> None:
    """Show a string."""
    state = canvas.state
    font = state.font
    if font is None:
        raise Malformed("text is shown without a font")
    canvas.budget.spend(len(data))
    if font.procedures:
        _learn(canvas, font, data)
    string = _string_of(canvas, font)
    half = state.pen.width / 2 * scale_of(state.matrix) if state.render in _STROKED else 0.0
    a, b, c, d, x, y = string.matrix
    over, up, right, rise, _, _ = product(canvas.text, state.matrix)
    total = 0.0
    for place in font.places(data):
        if not (-_FARTHEST < x < _FARTHEST and -_FARTHEST < y < _FARTHEST):
            raise Malformed("text runs beyond all measure")
        if font.procedures and not font.knows(place.code):
            _draw_procedure(canvas, font, place, product(font.matrix, (a, b, c, d, x, y)))
        elif not place.outline.is_empty:
            _leave(canvas, string, place, (a, b, c, d, x, y), half)
        more = state.char_space + (state.word_space if place.is_space else 0.0)
        along = place.advance * state.size + more
        if font.vertical:
            x, y = x + along * right, y + along * rise
        else:
            along *= state.stretch
            x, y = x + along * over, y + along * up
        total += along
    _advance(canvas, 0.0 if font.vertical else total, total if font.vertical else 0.0)


def _string_of(canvas: Canvas, font: PageFont) -> InkedString:
    """What the glyphs of a string have in common; its matrix has the place of the first."""
    state = canvas.state
    base = (state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise)
    a, b, c, d, _, _ = matrix = product(base, product(canvas.text, state.matrix))
    along = math.hypot(a, b)
    measured = font.kind != "Type3" or math.isclose(abs(font.matrix[3]), _THOUSANDTH)
    size = abs(a * d - b * c) / along if along else 0.0
    paints = [state.fill] if state.render in _FILLED else []
    if state.render in _STROKED:
        paints.append(state.stroke)
    blending = canvas.blending(stroke=state.render in _STROKED and state.render not in _FILLED)
    return InkedString(font, size if measured else None, matrix, tuple(paints), blending)


def _leave(canvas: Canvas, string: InkedString, place: GlyphPlace, matrix: Matrix, half: float) -> None:
    x, y = matrix[4], matrix[5]
    box = box_through(matrix, place.outline.box)
    shown = canvas.shown(grown(box, half) if half else box)
    if shown is not None:
        canvas.add(InkedGlyph(shown, string, place.code, x, y))


def _learn(canvas: Canvas, font: PageFont, data: bytes) -> None:
    """Read the content of each glyph of Type 3 once; its box stands for it, unless it says its colours itself."""
    for code in sorted(set(data)):
        procedure = font.procedures.get(code)
        if font.knows(code):
            continue
        if procedure is None:
            font.learn(code, EMPTY)
            continue
        kept, coloured, first = canvas.state, canvas.coloured, len(canvas.marks)
        canvas.state = DrawingState(font.matrix, _EVERYWHERE)
        try:
            _run_procedure(canvas, font, procedure)
            alone = not canvas.coloured
        finally:
            left = canvas.marks[first:]
            del canvas.marks[first:]
            canvas.state, canvas.coloured = kept, coloured
        if alone:
            font.learn(code, _boxed([mark.box for mark in left]))


def _boxed(boxes: list[Box]) -> GlyphOutline:
    if not boxes:
        return EMPTY
    box = joined(boxes)
    return GlyphOutline(rectangle(box[0], box[1], box[2] - box[0], box[3] - box[1]), box)


def _draw_procedure(canvas: Canvas, font: PageFont, place: GlyphPlace, matrix: Matrix) -> None:
    """Draw a glyph of Type 3 that says its colours itself, at its place."""
    kept, coloured = canvas.state, canvas.coloured
    clip = kept.clip
    canvas.state = DrawingState(matrix, clip)
    canvas.state.fill, canvas.state.stroke = kept.fill, kept.stroke
    try:
        if usable(matrix) and place.code in font.procedures:
            _run_procedure(canvas, font, font.procedures[place.code])
    finally:
        canvas.state, canvas.coloured = kept, coloured


def _run_procedure(canvas: Canvas, font: PageFont, procedure: object) -> None:
    file = canvas.file
    stream = file.get(procedure)  # type: ignore[arg-type] # a value of the font
    canvas.coloured = True
    if isinstance(stream, Stream):
        given = file.dictionary(font.resources)
        canvas.run(file.content(stream), given or canvas.resources)


def _uncoloured(canvas: Canvas, _: list[Object]) -> None:
    """The glyph takes the colour of the text (d1)."""
    canvas.coloured = False


OPERATORS: dict[bytes, Handler] = {
    b"BT": _begin,
    b"Tc": _setting("char_space"),
    b"Tw": _setting("word_space"),
    b"Tz": _setting("stretch", 0.01),
    b"TL": _setting("leading"),
    b"Ts": _setting("rise"),
    b"Tr": _rendering,
    b"Tf": _font,
    b"Td": _move,
    b"TD": _move_leading,
    b"Tm": _place,
    b"T*": _next_line,
    b"Tj": _show,
    b"TJ": _show_all,
    b"'": _show_next,
    b'"': _show_spaced,
    b"d1": _uncoloured,
}
