"""In: path data and a matrix. Out: path operators in thousandths of a point (SVG 1.1, chapters 7.6, 8.3 and F.6)."""

from __future__ import annotations

import re
from math import acos, ceil, cos, hypot, pi, radians, sin, sqrt, tan
from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.base.limits import DRAWING_PARTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.page.items import PathOp

__all__ = ["IDENTITY", "TOO_MANY", "Matrix", "Plotter", "draw", "matrix_of", "times"]

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: x becomes ax + cy + e, y becomes bx + dy + f."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

TOO_MANY = f"it has more than {DRAWING_PARTS:,} elements, lines and curves"

_TRANSFORM = re.compile(r"\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)\s*,?")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?")
_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_FLAGS = 3, 4
"""Which arguments of an arc are flags: they may stand without white space after them."""


def times(outer: Matrix, inner: Matrix) -> Matrix:
    """The matrix that does first the inner, then the outer."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def matrix_of(text: str) -> Matrix:
    """Read a `transform` attribute.

    Raises:
        ValueError: it is none.
    """
    found, at, end = IDENTITY, 0, len(text.rstrip())
    while at < end:
        match = _TRANSFORM.match(text, at)
        if match is None:
            raise ValueError(f'"{text[:60]}" is no transform')
        values = tuple(map(float, _NUMBER.findall(match[2])))
        found = times(found, _single(match[1], values))
        at = match.end()
    return found


def _single(name: str, values: tuple[float, ...]) -> Matrix:
    match name, values:
        case "matrix", (a, b, c, d, e, f):
            return a, b, c, d, e, f
        case "translate", (x, *rest) if len(rest) <= 1:
            return 1, 0, 0, 1, x, rest[0] if rest else 0
        case "scale", (x, *rest) if len(rest) <= 1:
            return x, 0, 0, rest[0] if rest else x, 0, 0
        case "rotate", (angle, *rest) if len(rest) in {0, 2}:
            return _turned(radians(angle), tuple(rest))
        case "skewX" | "skewY", (angle,):
            slope = tan(radians(angle))
            return (1, 0, slope, 1, 0, 0) if name == "skewX" else (1, slope, 0, 1, 0, 0)
    raise ValueError(f"{name} takes other numbers than {len(values)}")


def _turned(angle: float, about: tuple[float, ...]) -> Matrix:
    turn: Matrix = (cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0)
    if not about:
        return turn
    x, y = about
    return times(times((1, 0, 0, 1, x, y), turn), (1, 0, 0, 1, -x, -y))


class Plotter:
    """Draws in the coordinates of a matrix and keeps path operators in mpt, as many as are allowed.

    Every way to draw raises ValueError beyond them.
    """

    def __init__(self, matrix: Matrix, most: int = DRAWING_PARTS) -> None:
        self._matrix = matrix
        self._most = most
        self.path: list[PathOp] = []
        self.x = self.y = 0.0
        self._start = 0.0, 0.0

    def move(self, x: float, y: float) -> None:
        """Begin a line."""
        self._add("m", *self._at(x, y))
        self._start = self.x, self.y = x, y

    def line(self, x: float, y: float) -> None:
        """A straight line."""
        self._add("l", *self._at(x, y))
        self.x, self.y = x, y

    def curve(self, points: tuple[float, float, float, float, float, float]) -> None:
        """A cubic Bézier curve."""
        x1, y1, x2, y2, x, y = points
        self._add("c", *self._at(x1, y1), *self._at(x2, y2), *self._at(x, y))
        self.x, self.y = x, y

    def arc(
        self, radii: tuple[float, float], turn: float, flags: tuple[bool, bool], end: tuple[float, float]
    ) -> None:
        """An arc of an ellipse, by curves of a quarter at most (SVG 1.1, F.6.5 and F.6.6)."""
        x, y = end
        rx, ry = abs(radii[0]), abs(radii[1])
        if not rx or not ry:
            self.line(x, y)
            return
        if (x, y) == (self.x, self.y):
            return
        large, sweep = flags
        c, s = cos(radians(turn)), sin(radians(turn))
        mx, my = (self.x - x) / 2, (self.y - y) / 2
        px, py = c * mx + s * my, c * my - s * mx
        short = (px / rx) ** 2 + (py / ry) ** 2
        if short > 1:
            rx, ry = rx * sqrt(short), ry * sqrt(short)
        left = max(0.0, (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2)
        far = sqrt(left / ((rx * py) ** 2 + (ry * px) ** 2)) * (-1 if large == sweep else 1)
        ox, oy = far * rx * py / ry, -far * ry * px / rx
        cx, cy = c * ox - s * oy + (self.x + x) / 2, s * ox + c * oy + (self.y + y) / 2
        first = _angle(1, 0, (px - ox) / rx, (py - oy) / ry)
        wide = _angle((px - ox) / rx, (py - oy) / ry, (-px - ox) / rx, (-py - oy) / ry)
        wide += 2 * pi if sweep and wide < 0 else -2 * pi if not sweep and wide > 0 else 0
        count = max(1, ceil(abs(wide) / (pi / 2) - 1e-9))
        step = wide / count
        reach = 4 / 3 * tan(step / 4)
        ellipse: Matrix = (c * rx, s * rx, -s * ry, c * ry, cx, cy)
        for index in range(count):
            a = first + index * step
            b = a + step
            one = _through(ellipse, cos(a) - reach * sin(a), sin(a) + reach * cos(a))
            two = _through(ellipse, cos(b) + reach * sin(b), sin(b) - reach * cos(b))
            last = (x, y) if index == count - 1 else _through(ellipse, cos(b), sin(b))
            self.curve((*one, *two, *last))

    def close(self) -> None:
        """Close the line."""
        self._add("h")
        self.x, self.y = self._start

    def _add(self, name: Literal["m", "l", "c", "h"], *values: int) -> None:
        if len(self.path) >= self._most:
            raise ValueError(TOO_MANY)
        self.path.append((name, values))

    def _at(self, x: float, y: float) -> tuple[int, int]:
        right, down = _through(self._matrix, x, y)
        return round(right), round(down)


def _through(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _angle(ux: float, uy: float, vx: float, vy: float) -> float:
    share = (ux * vx + uy * vy) / (hypot(ux, uy) * hypot(vx, vy))
    return (-1 if ux * vy - uy * vx < 0 else 1) * acos(max(-1.0, min(1.0, share)))


def _commands(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Each command with its numbers; one that is repeated without its letter is given it."""
    for letter, text in map(re.Match.groups, _COMMAND.finditer(data)):
        count = _COUNTS[letter.upper()]
        numbers = _numbers(text, arc=letter in "Aa")
        if not count:
            if numbers:
                raise ValueError(f"{letter} takes no numbers")
            yield letter, ()
            continue
        if not numbers or len(numbers) % count:
            raise ValueError(f"{letter} takes {count} numbers, not {len(numbers)}")
        for at in range(0, len(numbers), count):
            name = {"M": "L", "m": "l"}.get(letter, letter) if at else letter
            yield name, tuple(numbers[at : at + count])


def _numbers(text: str, *, arc: bool) -> list[float]:
    found: list[float] = []
    at = 0
    while at < len(text):
        if text[at] in " \t\r\n\f,":
            at += 1
            continue
        if arc and len(found) % 7 in _FLAGS and text[at] in "01":
            found.append(float(text[at]))
            at += 1
            continue
        match = _NUMBER.match(text, at)
        if len(found) > _COUNTS["A"] * DRAWING_PARTS:
            raise ValueError(TOO_MANY)
        if match is None:
            raise ValueError(f'"{text[at : at + 20]}" is no number')
        found.append(float(match[0]))
        at = match.end()
    return found


def draw(data: str, pen: Plotter) -> None:
    """Draw path data.

    Raises:
        ValueError: it is none.
    """
    if not re.match(r"\s*(?:[Mm]|$)", data):
        raise ValueError("path data begin with M")
    before, handle = "", (0.0, 0.0)  # the last command, and the control point that a smooth one mirrors
    for letter, values in _commands(data):
        name = letter.upper()
        x, y = (pen.x, pen.y) if letter.islower() else (0.0, 0.0)
        smooth = {"S": "CS", "T": "QT"}.get(name, "")
        start = (
            (2 * pen.x - handle[0], 2 * pen.y - handle[1]) if before and before in smooth else (pen.x, pen.y)
        )
        handle = _step(pen, name, values, (x, y), start)
        before = name


def _step(
    pen: Plotter,
    name: str,
    values: tuple[float, ...],
    origin: tuple[float, float],
    start: tuple[float, float],
) -> tuple[float, float]:
    """Draw one command and return the control point that the next may mirror."""
    x, y = origin
    match name, values:
        case "M", (a, b):
            pen.move(x + a, y + b)
        case "L", (a, b):
            pen.line(x + a, y + b)
        case "H", (a,):
            pen.line(x + a, pen.y)
        case "V", (a,):
            pen.line(pen.x, y + a)
        case "C", (a, b, c, d, e, f):
            pen.curve((x + a, y + b, x + c, y + d, x + e, y + f))
            return x + c, y + d
        case "S", (c, d, e, f):
            pen.curve((*start, x + c, y + d, x + e, y + f))
            return x + c, y + d
        case "Q", (a, b, e, f):
            _quadratic(pen, (x + a, y + b), (x + e, y + f))
            return x + a, y + b
        case "T", (e, f):
            _quadratic(pen, start, (x + e, y + f))
            return start
        case "A", (rx, ry, turn, large, sweep, e, f):
            pen.arc((rx, ry), turn, (bool(large), bool(sweep)), (x + e, y + f))
        case _:
            pen.close()
    return pen.x, pen.y


def _quadratic(pen: Plotter, control: tuple[float, float], end: tuple[float, float]) -> None:
    """Draw a quadratic curve as the cubic that it is."""
    (a, b), (x, y) = control, end
    pen.curve(
        (
            pen.x + (a - pen.x) * 2 / 3, pen.y + (b - pen.y) * 2 / 3,
            x + (a - x) * 2 / 3, y + (b - y) * 2 / 3, x, y,
        )
    )  # fmt: skip
