"""In: the bytes of an SVG file. Out: its shapes, in thousandths of a point, or a sentence on what cannot be printed of it."""

from __future__ import annotations

import re
from math import sqrt
from typing import TYPE_CHECKING

from guidepress.base.limits import DRAWING_PARTS, FILE_BYTES
from guidepress.base.record import record, replace
from guidepress.page.items import Shape
from guidepress.page.svg.outlines import TOO_MANY, Plotter, draw, matrix_of, times
from guidepress.page.svg.paints import INITIAL, colour_of, declarations, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from guidepress.page.svg.outlines import Matrix
    from guidepress.page.svg.paints import Properties

__all__ = ["SvgError", "Vector", "is_drawing", "read_svg"]

_UNITS = {
    "": 750,
    "px": 750,
    "pt": 1000,
    "pc": 12_000,
    "in": 72_000,
    "cm": 72_000 / 2.54,
    "mm": 72_000 / 25.4,
}
"""Thousandths of a point to a unit; 96 pixels are an inch (CSS)."""

_LENGTH = re.compile(r"\s*([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)\s*(px|pt|pc|in|cm|mm|)\s*")
_HIDDEN = frozenset(
    {"defs", "title", "desc", "metadata", "style", "symbol", "clipPath", "script", "namedview", "sodipodi"}
)
"""Elements that draw nothing where they stand."""

_REFUSED = {
    "text": "text: turn it into paths", "image": "a picture in the drawing: name the picture itself",
    "foreignObject": "a foreign object", "filter": "a filter", "mask": "a mask", "marker": "a marker",
    "pattern": "a pattern", "linearGradient": "a gradient", "radialGradient": "a gradient", "switch": "a switch",
    "animate": "an animation", "svg": "a drawing within the drawing",
}  # fmt: skip
_CIRCLE = 0.5522847498307936  # how far a quarter's control points reach: 4/3 (sqrt 2 - 1)
_DEEPEST = 64
"""Levels; the drawing of a page has some six."""
_ELEMENT = 4
"""What an element counts: to find out how it is painted costs more than a line."""
_LETTERS = 100
"""Letters of attributes that count as a part of a drawing: they are read each time it is used. A line takes some ten."""
_POINT = re.compile(r"[^\s,]+")

_SPAN = 100_000_000
"""Mpt from the origin, some 35 m: coordinates beyond are a slip."""


class SvgError(ValueError):
    """What an SVG file has that is not printed, as the end of a sentence."""


@record
class Vector:
    """A drawing: its size and its shapes in paint order, mpt, from its top left corner."""

    width: int
    height: int
    shapes: tuple[Shape, ...]

    def scaled(self, width: int, height: int) -> Iterator[Shape]:
        """The shapes of the drawing as large as that; lines grow by the mean of both."""
        x, y = width / self.width, height / self.height
        both = sqrt(x * y)
        for shape in self.shapes:
            path = tuple(
                (name, tuple(round(value * (y if at % 2 else x)) for at, value in enumerate(values)))
                for name, values in shape.path
            )
            dash = tuple(round(each * both) for each in shape.dash)
            yield replace(shape, path=path, line_width=max(1, round(shape.line_width * both)), dash=dash)


def is_drawing(path: str) -> bool:
    """Whether a picture's name says that it is an SVG."""
    return path.lower().endswith(".svg")


def read_svg(data: bytes, most: int = FILE_BYTES) -> Vector:
    """Read the drawing of an SVG file of no more than so many bytes.

    Raises:
        SvgError: it is damaged or larger, or has something other than lines and areas of one colour.
    """
    if len(data) > most:
        raise SvgError(f"is larger than {most // 1_000_000} MB")
    from lxml import etree  # noqa: PLC0415 - most guides have no drawings

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        raise SvgError(f"is no well-formed SVG: {problem.msg}") from None
    if _name(root) != "svg":
        raise SvgError("is no SVG")
    try:
        return _Reader(root).vector()
    except SvgError:
        raise
    except (ValueError, OverflowError, ZeroDivisionError) as problem:
        raise SvgError(f"cannot be drawn: {problem}") from None


class _Reader:
    """Walks the elements of one drawing."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._count = 0
        self._sheet: dict[str, Properties] = {}
        self._named = {
            each.get("id"): each for each in root.iter() if isinstance(each.tag, str) and each.get("id")
        }
        for each in root.iter():
            if isinstance(each.tag, str) and _name(each) == "style":
                self._sheet |= sheet_of("".join(map(str, each.itertext())))

    def vector(self) -> Vector:
        box = [float(each) for each in re.split(r"[\s,]+", self._root.get("viewBox", "").strip()) if each]
        if box and (len(box) != 4 or box[2] <= 0 or box[3] <= 0):
            raise SvgError("has a viewBox that is none")
        width, height = (
            _size(self._root.get(name, ""), box[at : at + 1]) for name, at in (("width", 2), ("height", 3))
        )
        if not 0 < width < _SPAN or not 0 < height < _SPAN:
            raise SvgError("has no size: give it a viewBox, or a width and a height")
        matrix: Matrix = (750, 0, 0, 750, 0, 0)
        if box:
            scale = min(width / box[2], height / box[3])  # xMidYMid meet
            matrix = (
                scale, 0, 0, scale,
                (width - box[2] * scale) / 2 - box[0] * scale, (height - box[3] * scale) / 2 - box[1] * scale,
            )  # fmt: skip
        style = self._style(self._root, INITIAL)
        shapes = tuple(shape for child in self._root for shape in self._element(child, matrix, style, 0))
        if not shapes:
            raise SvgError("draws nothing")
        return Vector(round(width), round(height), shapes)

    def _element(
        self, element: Element, matrix: Matrix, inherited: Properties, depth: int
    ) -> Iterator[Shape]:
        name = _name(element) if isinstance(element.tag, str) else ":"
        if name in _HIDDEN or ":" in name:
            return
        self._count += _ELEMENT + sum(map(len, element.attrib.values())) // _LETTERS
        if self._count > DRAWING_PARTS:
            raise ValueError(TOO_MANY)
        if depth > _DEEPEST:
            raise SvgError("has elements that stand or use one another too deep")
        if name in _REFUSED:
            raise SvgError(f"has {_REFUSED[name]} (line {element.sourceline})")
        style = self._style(element, inherited)
        if style.get("display") != "none":
            here = times(matrix, matrix_of(element.get("transform", "")))
            yield from self._painted(element, name, here, (style, depth))

    def _painted(
        self, element: Element, name: str, here: Matrix, within: tuple[Properties, int]
    ) -> Iterator[Shape]:
        """Draw a group, what is used, or a shape."""
        style, depth = within
        if name in {"g", "a"}:
            for child in element:
                yield from self._element(child, here, style, depth + 1)
        elif name == "use":
            yield from self._used(element, here, style, depth)
        elif style["visibility"] == "visible":
            pen = Plotter(here, DRAWING_PARTS - self._count)
            _outline(name, element, pen)
            self._count += len(pen.path)
            if pen.path:
                yield from _shape(pen, here, style)

    def _used(self, element: Element, matrix: Matrix, style: Properties, depth: int) -> Iterator[Shape]:
        target = element.get("href") or element.get("{http://www.w3.org/1999/xlink}href") or ""
        found = self._named.get(target.removeprefix("#")) if target.startswith("#") else None
        if found is None:
            raise SvgError(f'uses "{target[:40]}", which it does not have (line {element.sourceline})')
        moved = times(matrix, (1, 0, 0, 1, _number(element, "x"), _number(element, "y")))
        children = list(found) if _name(found) == "symbol" else [found]
        for child in children:
            yield from self._element(child, moved, style, depth + 1)

    def _style(self, element: Element, inherited: Properties) -> dict[str, str]:
        """What an element is painted with: inherited, by attributes, by the sheet, by its own `style`."""
        style = {name: inherited[name] for name in INITIAL if name in inherited}
        own: dict[str, str] = {str(name): str(value) for name, value in element.attrib.items()}
        for selector in (
            _name(element),
            *(f".{each}" for each in own.get("class", "").split()),
            f"#{own.get('id', '')}",
        ):
            own |= self._sheet.get(selector, {})
        own |= declarations(own.get("style", ""))
        for name in (*INITIAL, "display"):
            if own.get(name, "inherit") != "inherit":
                style[name] = own[name]
        for name in ("opacity", "fill-opacity", "stroke-opacity"):
            if own.get(name) and _share(own[name]) < 1:
                if _share(own[name]) > 0:
                    raise SvgError(f"is half transparent (line {element.sourceline})")
                style |= {"opacity": {"display": "none"}, "fill-opacity": {"fill": "none"}}.get(
                    name, {"stroke": "none"}
                )
        for name in ("clip-path", "mask", "filter"):
            if own.get(name, "none") != "none":
                raise SvgError(f"has a {name} (line {element.sourceline})")
        return style


def _shape(pen: Plotter, matrix: Matrix, style: Properties) -> Iterator[Shape]:
    """The shape of a path, if it is painted at all."""
    fill, stroke = (colour_of(style[name], style["color"]) for name in ("fill", "stroke"))
    a, b, c, d, _, _ = matrix
    scale = sqrt(abs(a * d - b * c))
    width = round(_plain(style["stroke-width"]) * scale)
    if any(abs(value) > _SPAN for _, values in pen.path for value in values):
        raise SvgError("has coordinates that are far outside any page")
    if stroke is not None and width <= 0:
        stroke = None
    if fill is None and stroke is None:
        return
    dash: tuple[int, ...] = ()
    if style["stroke-dasharray"].strip() not in {"none", ""}:
        lengths = [_plain(each) for each in re.split(r"[\s,]+", style["stroke-dasharray"].strip()) if each]
        dash = tuple(round(each * scale) for each in lengths * (1 + len(lengths) % 2)) if any(lengths) else ()
    round_caps = style["stroke-linecap"] == "round" or style["stroke-linejoin"] == "round"
    even_odd = style["fill-rule"] == "evenodd"
    yield Shape(tuple(pen.path), fill, stroke, max(width, 1), dash, round_caps, even_odd=even_odd)


def _outline(name: str, element: Element, pen: Plotter) -> None:
    """Draw the outline of a basic shape or a path (SVG 1.1, chapters 8 and 9)."""

    def value(attribute: str) -> float:
        return _number(element, attribute)

    if name == "path":
        draw(element.get("d", ""), pen)
    elif name == "rect":
        _rectangle(pen, element)
    elif name in {"circle", "ellipse"}:
        rx, ry = (value("r"), value("r")) if name == "circle" else (value("rx"), value("ry"))
        if rx > 0 and ry > 0:
            _ellipse(pen, (value("cx"), value("cy")), (rx, ry))
    elif name == "line":
        pen.move(value("x1"), value("y1"))
        pen.line(value("x2"), value("y2"))
    elif name in {"polyline", "polygon"}:
        points = map(float, map(re.Match.group, _POINT.finditer(element.get("points", ""))))
        for at, (x, y) in enumerate(zip(points, points, strict=False)):  # one number too many draws nothing
            (pen.line if at else pen.move)(x, y)
        if name == "polygon" and pen.path:
            pen.close()
    else:
        raise SvgError(f"has an element that is not drawn: {name} (line {element.sourceline})")


def _rectangle(pen: Plotter, element: Element) -> None:
    x, y, width, height = (_number(element, name) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return
    rx = _number(element, "rx") or _number(element, "ry")
    ry = min(_number(element, "ry") or rx, height / 2)
    rx = min(rx, width / 2)
    pen.move(x + rx, y)
    for end, corner in (
        ((x + width - rx, y), (x + width, y + ry)),
        ((x + width, y + height - ry), (x + width - rx, y + height)),
        ((x + rx, y + height), (x, y + height - ry)),
        ((x, y + ry), (x + rx, y)),
    ):
        pen.line(*end)
        if rx and ry:
            pen.arc((rx, ry), 0, (False, True), corner)
    pen.close()


def _ellipse(pen: Plotter, centre: tuple[float, float], radii: tuple[float, float]) -> None:
    (x, y), (rx, ry) = centre, radii
    kx, ky = rx * _CIRCLE, ry * _CIRCLE
    pen.move(x + rx, y)
    pen.curve((x + rx, y + ky, x + kx, y + ry, x, y + ry))
    pen.curve((x - kx, y + ry, x - rx, y + ky, x - rx, y))
    pen.curve((x - rx, y - ky, x - kx, y - ry, x, y - ry))
    pen.curve((x + kx, y - ry, x + rx, y - ky, x + rx, y))
    pen.close()


def _name(element: Element) -> str:
    """The local name of an element of SVG; those of other namespaces have a colon."""
    space, _, name = str(element.tag).rpartition("}")
    return name if space in {"", "{http://www.w3.org/2000/svg"} else f":{name}"


def _size(text: str, box: list[float]) -> float:
    """A width or height, mpt; that of the viewBox where it is missing or a share."""
    match = _LENGTH.fullmatch(text)
    if match is not None:
        return float(match[1]) * _UNITS[match[2]]
    if text.strip().endswith("%") or not text.strip():
        return box[0] * _UNITS["px"] if box else 0.0
    raise SvgError(f'has a size that is none: "{text[:40]}"')


def _number(element: Element, name: str) -> float:
    """A length in user units, 0 if it is missing."""
    return _plain(element.get(name, "0"))


def _plain(text: str) -> float:
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise ValueError(f'"{text[:40]}" is no length')
    return float(match[1]) * _UNITS[match[2]] / _UNITS["px"]


def _share(text: str) -> float:
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)
