"""Operators that make, cut and paint paths, and those of the state (ISO 32000-1, 8.4 and 8.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.press.ink.canvas import numbers
from guidepress.press.ink.marks import InkedShape
from guidepress.press.ink.patterns import paint_pattern
from guidepress.press.ink.places import box_of_path, meet, path_through, product, rectangle, scale_of, usable
from guidepress.press.ink.strokes import box_of_stroke

if TYPE_CHECKING:
    from guidepress.cos.values import Object
    from guidepress.press.ink.canvas import Canvas, Handler
    from guidepress.press.ink.places import Path

__all__ = ["OPERATORS"]

_MOST_STEPS = 1_000_000


def _save(canvas: Canvas, _: list[Object]) -> None:
    canvas.save()


def _restore(canvas: Canvas, _: list[Object]) -> None:
    canvas.restore()


def _matrix(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 6)
    if given is None:
        return
    a, b, c, d, e, f = given
    made = product((a, b, c, d, e, f), canvas.state.matrix)
    if usable(made):
        canvas.state.matrix = made
    else:
        canvas.note("a matrix leads beyond all measure")


def _width(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 1)
    if given is not None:
        canvas.state.pen = replace(canvas.state.pen, width=abs(given[0]))


def _cap(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 1)
    if given is not None:
        canvas.state.pen = replace(canvas.state.pen, cap=int(given[0]))


def _join(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 1)
    if given is not None:
        canvas.state.pen = replace(canvas.state.pen, join=int(given[0]))


def _limit(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 1)
    if given is not None:
        canvas.state.pen = replace(canvas.state.pen, limit=given[0])


def _step(step: str, count: int) -> Handler:
    def make(canvas: Canvas, operands: list[Object]) -> None:
        given = numbers(operands, count)
        if given is not None and len(canvas.path) < _MOST_STEPS:
            canvas.path.append((step, tuple(given)))

    return make


def _curve_from_here(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 4)
    here = next((points[-2:] for _, points in reversed(canvas.path) if points), None)
    if given is not None and here is not None:
        canvas.path.append(("c", (*here, *given)))


def _curve_to_end(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 4)
    if given is not None:
        canvas.path.append(("c", (*given, *given[2:])))


def _rectangle(canvas: Canvas, operands: list[Object]) -> None:
    given = numbers(operands, 4)
    if given is not None and len(canvas.path) < _MOST_STEPS:
        canvas.path += rectangle(*given)


def _clip(canvas: Canvas, _: list[Object]) -> None:
    canvas.clips = True


def _painted(*, fill: bool = False, stroke: bool = False, close: bool = False) -> Handler:
    def paint(canvas: Canvas, _: list[Object]) -> None:
        if close:
            canvas.path.append(("h", ()))
        path, clips = tuple(canvas.path), canvas.clips
        canvas.path, canvas.clips = [], False
        if not path:
            return
        moved = path_through(canvas.state.matrix, path)
        if fill:
            _fill(canvas, moved)
        if stroke:
            _stroke(canvas, path, moved)
        if clips and canvas.state.clip is not None:
            box = box_of_path(moved)
            canvas.state.clip = None if box is None else meet(canvas.state.clip, box)

    return paint


def _fill(canvas: Canvas, moved: Path) -> None:
    state = canvas.state
    box = canvas.shown(box_of_path(moved))
    if box is None:
        return
    if state.fill_pattern is not None:
        paint_pattern(canvas, state.fill_pattern, box, moved)
    else:
        canvas.add(InkedShape(box, state.fill, moved, None, canvas.blending(stroke=False)))


def _stroke(canvas: Canvas, path: Path, moved: Path) -> None:
    state = canvas.state
    box = canvas.shown(box_of_stroke(path, state.pen, state.matrix))
    if box is None:
        return
    if state.stroke_pattern is not None:
        paint_pattern(canvas, state.stroke_pattern, box, moved)
        return
    width = state.pen.width * scale_of(state.matrix)
    canvas.add(InkedShape(box, state.stroke, moved, width, canvas.blending(stroke=True)))


OPERATORS: dict[bytes, Handler] = {
    b"q": _save,
    b"Q": _restore,
    b"cm": _matrix,
    b"w": _width,
    b"J": _cap,
    b"j": _join,
    b"M": _limit,
    b"m": _step("m", 2),
    b"l": _step("l", 2),
    b"c": _step("c", 6),
    b"v": _curve_from_here,
    b"y": _curve_to_end,
    b"h": _step("h", 0),
    b"re": _rectangle,
    b"W": _clip,
    b"W*": _clip,
    b"n": _painted(),
    b"f": _painted(fill=True),
    b"F": _painted(fill=True),
    b"f*": _painted(fill=True),
    b"S": _painted(stroke=True),
    b"s": _painted(stroke=True, close=True),
    b"B": _painted(fill=True, stroke=True),
    b"B*": _painted(fill=True, stroke=True),
    b"b": _painted(fill=True, stroke=True, close=True),
    b"b*": _painted(fill=True, stroke=True, close=True),
}
