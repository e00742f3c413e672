"""Operators that place pictures, forms and shadings, and those that mark content (ISO 32000-1, 8.8 to 8.10, 14.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.cos import Malformed, Name, Stream
from guidepress.press.ink.colours import space_of
from guidepress.press.ink.marks import InkedPicture, InkedShape
from guidepress.press.ink.patterns import matrix_of, shading_paint
from guidepress.press.ink.places import box_through, product, usable

if TYPE_CHECKING:
    from guidepress.cos.pages import Box
    from guidepress.cos.values import Dictionary, Object
    from guidepress.press.ink.canvas import Canvas, Handler

__all__ = ["OPERATORS", "note_group"]

_UNIT: Box = (0.0, 0.0, 1.0, 1.0)


def _object(canvas: Canvas, operands: list[Object]) -> None:
    if not operands or not isinstance(operands[-1], Name):
        return
    file = canvas.file
    objects = file.dictionary(canvas.resources.get("XObject"))
    made = file.get(objects.get(operands[-1]))
    if not isinstance(made, Stream):
        raise Malformed(f"{operands[-1]}, which the page shows, is not there")
    kind = file.word(made.entries.get("Subtype"))
    if "OC" in made.entries:
        canvas.features.add("layers")
    if kind == "Image":
        _picture(canvas, made)
    elif kind == "Form":
        if file.word(made.entries.get("Subtype2")) == "PS":
            canvas.features.add("PostScript")
        _form(canvas, made)
    elif kind == "PS":
        canvas.features.add("PostScript")


def _form(canvas: Canvas, form: Stream) -> None:
    file, kept, veil = canvas.file, canvas.state, canvas.veil
    matrix = product(matrix_of(file, form.entries.get("Matrix")), kept.matrix)
    if not usable(matrix):
        raise Malformed("a form leads beyond all measure")
    edges = [file.number(each) for each in file.array(form.entries.get("BBox"))[:4]]
    resources = (
        file.dictionary(form.entries.get("Resources")) if "Resources" in form.entries else canvas.resources
    )
    canvas.save()
    try:
        if note_group(canvas, form.entries):
            canvas.veil = canvas.blending(stroke=False)
            canvas.state.alpha_fill = canvas.state.alpha_stroke = 1.0
            canvas.state.mode, canvas.state.masked = "Normal", False
        canvas.state.matrix = matrix
        if len(edges) == 4:
            x0, y0, x1, y1 = edges
            upright = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            canvas.state.clip = canvas.shown(box_through(matrix, upright))
        if canvas.state.clip is not None:
            canvas.run(file.content(form), resources)
    finally:
        canvas.veil = veil
        canvas.restore()


def note_group(canvas: Canvas, entries: Dictionary) -> bool:
    """Whether a form or a page is a transparency group; its colour space is remembered."""
    file = canvas.file
    group = file.dictionary(entries.get("Group"))
    if file.word(group.get("S")) != "Transparency":
        return False
    space = space_of(file, group.get("CS"), canvas.resources) if "CS" in group else None
    canvas.features.add(f"group {'' if space is None else space.kind}".strip())
    return True


def _inline(canvas: Canvas, operands: list[Object]) -> None:
    if isinstance(operands[0], Stream):
        _picture(canvas, operands[0])


def _picture(canvas: Canvas, picture: Stream) -> None:
    file, state, entries = canvas.file, canvas.state, picture.entries
    box = canvas.shown(box_through(state.matrix, _UNIT))
    if box is None:
        return
    mask = file.get(entries.get("ImageMask")) is True
    given = entries.get("ColorSpace")
    space = None if mask or given is None else space_of(file, given, canvas.resources)
    if given is not None and not mask and space is None:
        canvas.note("the colour space of a picture cannot be read")
    blending = canvas.blending(stroke=False)
    if isinstance(file.get(entries.get("SMask")), Stream) or file.integer(entries.get("SMaskInData")):
        blending = replace(blending, masked=True)
    size = max(0, file.integer(entries.get("Width"))), max(0, file.integer(entries.get("Height")))
    bits = 1 if mask else file.integer(entries.get("BitsPerComponent"), 8)
    paint = state.fill if mask else None
    canvas.add(InkedPicture(box, state.matrix, size, bits, space, paint, picture, blending))


def _shading(canvas: Canvas, operands: list[Object]) -> None:
    if not operands or not isinstance(operands[-1], Name) or canvas.state.clip is None:
        return
    file = canvas.file
    named = file.dictionary(canvas.resources.get("Shading")).get(operands[-1])
    paint = shading_paint(canvas, named)
    canvas.add(InkedShape(canvas.state.clip, paint, (), None, canvas.blending(stroke=False)))


def _marked(_canvas: Canvas, operands: list[Object]) -> None:
    if operands and operands[0] == Name("OC"):
        _canvas.features.add("layers")


OPERATORS: dict[bytes, Handler] = {
    b"Do": _object,
    b"BI": _inline,
    b"sh": _shading,
    b"BDC": _marked,
}
