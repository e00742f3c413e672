"""Operators that set colours and graphics state parameters (ISO 32000-1, 8.4.5 and 8.6.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.cos import Name
from guidepress.press.ink.canvas import numbers
from guidepress.press.ink.colours import GRAY, PATTERN, space_of

if TYPE_CHECKING:
    from guidepress.cos import Value
    from guidepress.cos.values import Object
    from guidepress.press.ink.canvas import Canvas, Handler
    from guidepress.press.ink.colours import ColourSpace, Paint

__all__ = ["OPERATORS"]

_HARMLESS = frozenset({"Identity", "Default"})
"""Transfer functions that change nothing."""


def _set(canvas: Canvas, space: ColourSpace, paint: Paint, pattern: Value, *, stroke: bool) -> None:
    state = canvas.state
    if stroke:
        state.stroke_space, state.stroke, state.stroke_pattern = space, paint, pattern
    else:
        state.fill_space, state.fill, state.fill_pattern = space, paint, pattern


def _device(name: str, count: int, *, stroke: bool) -> Handler:
    def colour(canvas: Canvas, operands: list[Object]) -> None:
        given = numbers(operands, count)
        space = space_of(canvas.file, Name(name), {})
        if given is not None and space is not None and canvas.coloured:
            _set(canvas, space, space.paint(given), None, stroke=stroke)

    return colour


def _space(*, stroke: bool) -> Handler:
    def choose(canvas: Canvas, operands: list[Object]) -> None:
        space = space_of(canvas.file, operands[-1], canvas.resources) if operands else None
        if space is None:
            canvas.note("a colour space cannot be read, and is taken for grey")
            space = GRAY
        if canvas.coloured:
            _set(canvas, space, space.first, None, stroke=stroke)

    return choose


def _colour(*, stroke: bool) -> Handler:
    def colour(canvas: Canvas, operands: list[Object]) -> None:
        if not operands or not canvas.coloured:
            return
        state = canvas.state
        space = state.stroke_space if stroke else state.fill_space
        last = operands[-1]
        if isinstance(last, Name):
            pattern = canvas.file.dictionary(canvas.resources.get("Pattern")).get(last)
            under = space.base or PATTERN
            given = numbers(operands[:-1], len(operands) - 1) or []
            _set(canvas, space, under.paint(given), pattern, stroke=stroke)
            return
        given = numbers(operands, min(len(operands), max(space.size, 1))) or []
        if len(given) == space.size:
            _set(canvas, space, space.paint(given), None, stroke=stroke)

    return colour


def _parameters(canvas: Canvas, operands: list[Object]) -> None:
    """Take over a dictionary of parameters (gs)."""
    if not operands or not isinstance(operands[-1], Name):
        return
    file, state = canvas.file, canvas.state
    given = file.dictionary(file.dictionary(canvas.resources.get("ExtGState")).get(operands[-1]))
    pen = state.pen
    state.pen = replace(
        pen,
        width=abs(file.number(given.get("LW"), pen.width)),
        cap=file.integer(given.get("LC"), pen.cap),
        join=file.integer(given.get("LJ"), pen.join),
        limit=file.number(given.get("ML"), pen.limit),
    )
    state.alpha_fill = file.number(given.get("ca"), state.alpha_fill)
    state.alpha_stroke = file.number(given.get("CA"), state.alpha_stroke)
    if "BM" in given:
        modes = file.array(given["BM"])
        mode = file.word(modes[0]) if modes else "Normal"
        state.mode = "Normal" if mode == "Compatible" else mode
    if "SMask" in given:
        state.masked = file.word(given["SMask"]) != "None"
    if "Font" in given:
        font = file.array(given["Font"])
        if len(font) == 2:
            state.font, state.size = canvas.shelf.font(font[0]), file.number(font[1])
    if any(key in given and file.word(given[key]) not in _HARMLESS for key in ("TR", "TR2")):
        canvas.features.add("transfer function")


OPERATORS: dict[bytes, Handler] = {
    b"g": _device("DeviceGray", 1, stroke=False),
    b"G": _device("DeviceGray", 1, stroke=True),
    b"rg": _device("DeviceRGB", 3, stroke=False),
    b"RG": _device("DeviceRGB", 3, stroke=True),
    b"k": _device("DeviceCMYK", 4, stroke=False),
    b"K": _device("DeviceCMYK", 4, stroke=True),
    b"cs": _space(stroke=False),
    b"CS": _space(stroke=True),
    b"sc": _colour(stroke=False),
    b"scn": _colour(stroke=False),
    b"SC": _colour(stroke=True),
    b"SCN": _colour(stroke=True),
    b"gs": _parameters,
}
