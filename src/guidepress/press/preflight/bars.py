"""In: the marks of a cover. Out: the barcodes among them: bars that stand side by side, read back into their number.

Bars are found as filled rectangles, whether each is a path of its own or all are one; those of a picture are not seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.press.ink.marks import InkedShape
from guidepress.press.ink.places import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidepress.cos.pages import Box
    from guidepress.press.ink.colours import Paint
    from guidepress.press.ink.marks import Mark

__all__ = ["BarGroup", "bar_groups", "contours"]

_LEAST_HEIGHT, _MOST_WIDTH = 18.0, 8.0
"""Points: a quarter of an inch; four modules of a code at twice its size are 7.5."""
_LEAST_BARS = 24
_GAP = 8.0
"""Points between bars of one code; four modules at twice the size."""
_MODULES, _BARS = 95, 30
"""Of EAN-13: three of each guard, five in the middle, seven a digit; two bars a digit, two a guard (GS1, 5.2.1)."""
_LEFT = (
    "0001101",
    "0011001",
    "0010011",
    "0111101",
    "0100011",
    "0110001",
    "0101111",
    "0111011",
    "0110111",
    "0001011",
)
_PARITIES = (
    "LLLLLL",
    "LLGLGG",
    "LLGGLG",
    "LLGGGL",
    "LGLLGG",
    "LGGLLG",
    "LGGGLL",
    "LGLGLG",
    "LGLGGL",
    "LGGLGL",
)


@record
class BarGroup:
    """Bars that stand side by side.

    Attributes:
        box: around the bars of an EAN-13, an add-on beside it left out; around all bars where it is none.
        bars: each bar, from left to right.
        number: the thirteen digits that they say; "" where they say none.
        module: the width of the narrowest bar, points; 0 where no number was read.
        paints: what they are painted with.
    """

    box: Box
    bars: tuple[Box, ...]
    number: str
    module: float
    paints: tuple[Paint, ...]


def bar_groups(marks: Sequence[Mark]) -> list[BarGroup]:
    """Find the barcodes among marks."""
    groups: list[list[tuple[Box, Paint]]] = []
    for box, paint in sorted(_bars(marks), key=lambda bar: bar[0]):
        home = next((group for group in groups if _beside(group[-1][0], box)), None)
        if home is None:
            groups.append([(box, paint)])
        else:
            home.append((box, paint))
    return [_group(bars) for bars in groups if len(bars) >= _LEAST_BARS]


def _bars(marks: Sequence[Mark]) -> Iterator[tuple[Box, Paint]]:
    for mark in marks:
        if not isinstance(mark, InkedShape) or mark.line is not None or mark.paint.is_white:
            continue
        for box in contours(mark):
            width, height = box[2] - box[0], box[3] - box[1]
            if height >= _LEAST_HEIGHT and 0 < width <= _MOST_WIDTH and height > 2 * width:
                yield box, mark.paint


def contours(mark: InkedShape) -> Iterator[Box]:
    """The boxes of a path's contours, those of straight sides alone."""
    points: list[tuple[float, float]] = []
    straight = True
    for step, numbers in (*mark.path, ("m", (0.0, 0.0))):
        if step == "m":
            if len(points) >= 4 and straight:
                across, up = zip(*points, strict=True)
                yield min(across), min(up), max(across), max(up)
            points, straight = [], True
        if step == "c":
            straight = False
        elif numbers:
            points.append((numbers[0], numbers[1]))


def _beside(one: Box, other: Box) -> bool:
    """Whether a bar stands right of another, in one row with it."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return -0.1 <= other[0] - one[2] <= _GAP and shared > 0.5 * min(one[3] - one[1], other[3] - other[1])


def _group(bars: Sequence[tuple[Box, Paint]]) -> BarGroup:
    boxes = [box for box, _ in bars]
    paints = tuple(dict.fromkeys(paint for _, paint in bars))
    code = boxes[:_BARS]
    number, module = _read(code)
    kept = code if number else boxes
    return BarGroup(joined(kept), tuple(kept), number, module, paints)


def _read(bars: Sequence[Box]) -> tuple[str, float]:
    """Read an EAN-13; "" where the bars are none."""
    if len(bars) != _BARS:
        return "", 0.0
    left, right = bars[0][0], bars[-1][2]
    module = (right - left) / _MODULES
    pattern = ["0"] * _MODULES
    for bar in bars:
        for at in range(round((bar[0] - left) / module), round((bar[2] - left) / module)):
            pattern[at] = "1"
    number = _number("".join(pattern))
    return (number, module) if number else ("", 0.0)


def _number(line: str) -> str:
    """The digits that 95 modules say: the first by the sets that the six after it are of, then seven modules each."""
    if not (line.startswith("101") and line.endswith("101") and line[45:50] == "01010"):
        return ""
    digits, parities = "", ""
    for at in range(3, 45, 7):
        chunk = line[at : at + 7]
        even = _swapped(chunk)[::-1]  # the other set is the right-hand one from behind
        digits += _digit(chunk) or _digit(even)
        parities += "L" if chunk in _LEFT else "G"
    digits += "".join(_digit(_swapped(line[at : at + 7])) for at in range(50, 92, 7))
    return f"{_PARITIES.index(parities)}{digits}" if len(digits) == 12 and parities in _PARITIES else ""


def _digit(modules: str) -> str:
    return str(_LEFT.index(modules)) if modules in _LEFT else ""


def _swapped(modules: str) -> str:
    return modules.translate(str.maketrans("01", "10"))
