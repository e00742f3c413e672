"""In: a leaf. Out: a form XObject that shows it upright, the lower left corner of its trim at the origin.

Fonts and pictures are referred to as the page did, so they stay stored once. What is printed of annotations (filled
fields, stamps, notes) is drawn over the page; links are no ink.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pypdf.generic import ArrayObject, DictionaryObject, EncodedStreamObject, NullObject, StreamObject

from guidepress.bind.leaves import resources_of, upright
from guidepress.bind.scribe import array, dictionary, name, stream

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf.generic import IndirectObject

    from guidepress.bind.leaves import Box, Leaf, Matrix
    from guidepress.bind.scribe import Shelf

__all__ = ["form_of", "operands"]

_HIDDEN, _PRINT, _NO_VIEW = 2, 4, 32
"""Annotation flags (ISO 32000-1, table 165)."""


def form_of(leaf: Leaf, shelf: Shelf) -> IndirectObject:
    """Make the form of a page; its marked content keeps no tie to any structure tree."""
    entries: dict[str, object] = {
        "Type": name("XObject"),
        "Subtype": name("Form"),
        "BBox": array(leaf.bleed),
        "Matrix": array(upright(leaf)),
        "Resources": resources_of(leaf),
    }
    if "/Group" in leaf.page:
        entries["Group"] = leaf.page.raw_get("/Group")
    inked = list(_appearances(leaf.page, shelf))
    if not inked:
        return shelf.add(_content(leaf.page, entries))
    inner = entries | {"Matrix": array((1, 0, 0, 1, 0, 0))}
    drawn = {"Page": shelf.add(_content(leaf.page, inner))}
    content = ["/Page Do"]
    for index, (appearance, matrix) in enumerate(inked):
        drawn[f"A{index}"] = appearance
        content.append(f"q {operands(matrix)} cm /A{index} Do Q")
    entries["Resources"] = dictionary({"XObject": dictionary(drawn)})
    return shelf.add(stream("\n".join(content).encode("ascii"), entries))


def operands(matrix: Matrix) -> str:
    """Write a matrix for `cm`, six decimals at most."""
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") if value else "0" for value in matrix)


def _content(page: DictionaryObject, entries: dict[str, object]) -> StreamObject:
    """The page's content as one stream; a single one is taken as it is stored, several are joined."""
    contents: Any = page.get("/Contents")
    contents = contents.get_object() if contents is not None else None
    if isinstance(contents, ArrayObject) and len(contents) == 1:
        contents = contents[0].get_object()
    if isinstance(contents, EncodedStreamObject):
        made = EncodedStreamObject()
        made._data = contents._data  # noqa: SLF001 - inflating and deflating again would only cost time
        for key in ("/Filter", "/DecodeParms"):
            if key in contents:
                made[name(key[1:])] = contents.raw_get(key)
        made.update(dictionary(entries))
        return made
    pieces = contents if isinstance(contents, ArrayObject) else [contents]
    streams = [piece.get_object() for piece in pieces if piece is not None]
    data = b"\n".join(each.get_data() for each in streams if isinstance(each, StreamObject))
    return stream(data, entries)


def _appearances(page: DictionaryObject, shelf: Shelf) -> Iterator[tuple[IndirectObject, Matrix]]:
    """Yield the normal appearance of every annotation that is printed, and where it goes (12.5.5)."""
    listed: Any = page.get("/Annots")
    listed = listed.get_object() if listed is not None else None
    for entry in listed if isinstance(listed, ArrayObject) else ():
        annotation: Any = entry.get_object()
        if not isinstance(annotation, DictionaryObject) or annotation.get("/Subtype") == "/Popup":
            continue
        flags = annotation.get("/F", 0)
        if not isinstance(flags, int) or flags & (_HIDDEN | _NO_VIEW) or not flags & _PRINT:
            continue
        appearance = _normal(annotation)
        rectangle, box = _numbers(annotation.get("/Rect"), 4), None
        if appearance is not None:
            box = _numbers(appearance.get("/BBox"), 4)
        if appearance is None or rectangle is None or box is None:
            continue
        matrix = _fit(box, _numbers(appearance.get("/Matrix"), 6), rectangle)
        if matrix is not None:
            known = getattr(appearance, "indirect_reference", None)
            yield known if known is not None else shelf.add(appearance), matrix


def _normal(annotation: DictionaryObject) -> StreamObject | None:
    states: Any = annotation.get("/AP")
    states = states.get_object() if states is not None else None
    normal: Any = states.get("/N") if isinstance(states, DictionaryObject) else None
    normal = normal.get_object() if normal is not None else None
    if isinstance(normal, DictionaryObject) and not isinstance(normal, StreamObject):
        normal = normal.get(str(annotation.get("/AS", "/Off")))
        normal = normal.get_object() if normal is not None else None
    return normal if isinstance(normal, StreamObject) else None


def _numbers(value: Any, count: int) -> tuple[float, ...] | None:  # noqa: ANN401 - a PDF object of any kind
    value = None if value is None or isinstance(value, NullObject) else value.get_object()
    if not isinstance(value, ArrayObject) or len(value) < count:
        return None
    numbers = [each.get_object() for each in value][:count]
    return tuple(map(float, numbers)) if all(isinstance(each, int | float) for each in numbers) else None


def _fit(
    box: tuple[float, ...], matrix: tuple[float, ...] | None, rectangle: tuple[float, ...]
) -> Matrix | None:
    """The matrix that lays an appearance's transformed box on the annotation's rectangle (algorithm 8.1)."""
    a, b, c, d, e, f = matrix or (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    left, bottom = min(x for x, _ in corners), min(y for _, y in corners)
    width, height = max(x for x, _ in corners) - left, max(y for _, y in corners) - bottom
    target: Box = (
        min(rectangle[0], rectangle[2]),
        min(rectangle[1], rectangle[3]),
        max(rectangle[0], rectangle[2]),
        max(rectangle[1], rectangle[3]),
    )
    if width <= 0 or height <= 0:
        return None
    across, up = (target[2] - target[0]) / width, (target[3] - target[1]) / height
    return across, 0.0, 0.0, up, target[0] - left * across, target[1] - bottom * up
