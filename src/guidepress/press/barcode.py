"""In: a checked ISBN and the five digits of its price. Out: their bars, and the symbol as vector art with its words.

The geometry is that of ISO/IEC 15420 (EAN/UPC) and of the GS1 General Specifications, section 5.2: all lengths are
multiples of the module X, which is 0.330 mm at 100 per cent, and the symbol is only ever scaled as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.colour import BLACK, WHITE
from guidepress.base.diagnostics import fault
from guidepress.base.record import record, replace
from guidepress.document.blocks import Drawing, Label
from guidepress.document.inlines import Text
from guidepress.document.shapes import rectangle
from guidepress.page.items import Shape

if TYPE_CHECKING:
    from guidepress.compose.measurer import Measurer
    from guidepress.document.style import Style
    from guidepress.page.items import PathOp
    from guidepress.press.isbn import Isbn

__all__ = [
    "LARGEST",
    "NOMINAL",
    "SMALLEST",
    "Bar",
    "BarcodeOrder",
    "barcode",
    "barcode_size",
    "checked_order",
    "ean5",
    "ean13",
    "largest_in",
]

SMALLEST, LARGEST = 800, 2000
"""Magnifications that scanners at a till must read, per mille (GS1 General Specifications, 5.2.6.6)."""

NOMINAL = 1000
"""The size that books are printed with, per mille."""

_MODULE = 330 * 72_000 / 25_400
"""X at 100 per cent: 0.330 mm, in mpt."""

_LEFT, _RIGHT = 11, 7
"""Quiet zones of EAN-13, X: left of the first guard, right of the last."""

_APART, _AFTER = 9, 5
"""X between the main symbol and its add-on (7 to 10 are allowed), and the quiet zone after that."""

_MAIN, _ADDED = 95, 47
"""Modules of EAN-13 (3 + 42 + 5 + 42 + 3) and of EAN-5 (4 + 5 * 7 + 4 * 2)."""

_BARS = 22_850 / 330
"""Height of the bars, X: 22.85 mm at 100 per cent."""

_GUARD = 5
"""X by which the guards reach down below the bars."""

_FIGURES = 2_750 / 330
"""Height of the figures under the bars, X: 2.75 mm at 100 per cent."""

_GAP = 1
"""X of white between bars and figures; half an X is the least."""

_ABOVE = 4
"""X of white between the line of the ISBN and the symbol, where a pen would stray."""

_LINE = 6.6
"""Height of the capitals in that line, X: three quarters of the figures'; 7pt type at 80 per cent."""

_EDGE = 1.5
"""X of white above that line and below the figures."""

_SIDE, _CENTRE = 3, 5
"""Modules of a guard at the side, bar, space and bar, and of the one in the middle."""

_WIDE = 1_000_000
"""A measure that any digit fits, mpt."""

_FULL = 0.94
"""Share of its seven modules that a figure may fill."""

_A = ("3211", "2221", "2122", "1411", "1132", "1231", "1114", "1312", "1213", "3112")
"""Number set A: widths of space, bar, space, bar of each digit, X; B is A backwards, C is A with bars for spaces."""

_PARITY = (
    "AAAAAA", "AABABB", "AABBAB", "AABBBA", "ABAABB", "ABBAAB", "ABBBAA", "ABABAB", "ABABBA", "ABBABA",
)  # fmt: skip
"""Sets of the left half, by the first digit, which has no bars of its own."""

_ADDED_PARITY = (
    "BBAAA", "BABAA", "BAABA", "BAAAB", "ABBAA", "AABBA", "AAABB", "ABABA", "ABAAB", "AABAB",
)  # fmt: skip
"""Sets of an add-on of five digits, by its check value, which is not printed either."""


@record
class Bar:
    """A dark bar: where it begins and how wide it is, X from the first bar; a `guard` reaches below the others."""

    left: int
    width: int
    guard: bool = False


@record
class BarcodeOrder:
    """What the symbol says and how large it is.

    Attributes:
        isbn: the number.
        price: five digits of the add-on: a currency and a price, "90000" for none; "" for no add-on.
        magnification: per mille of the nominal size, 800 to 2000.
        fixed: whether it has this size or none; else it is made smaller where its zone is.
    """

    isbn: Isbn
    price: str = ""
    magnification: int = NOMINAL
    fixed: bool = False


def checked_order(order: BarcodeOrder) -> BarcodeOrder:
    """Refuse an add-on of other than five digits and a size that no scanner must read.

    Raises:
        FaultsFound: as said.
    """
    if order.price and not (len(order.price) == 5 and order.price.isascii() and order.price.isdigit()):
        raise fault(
            "wrong-price",
            f"The price {order.price!r} is no five digits.",
            "Write the currency's digit and four of the price: 51499 is 14.99 US dollars, 90000 is no price.",
        )
    if not SMALLEST <= order.magnification <= LARGEST:
        raise fault(
            "barcode-size",
            f"A barcode of {order.magnification / 10:g} % cannot be relied on at a till.",
            f"Choose {SMALLEST // 10} to {LARGEST // 10} %; 100 % is the rule for books.",
        )
    return order


def ean13(digits: str) -> tuple[Bar, ...]:
    """The bars of thirteen digits, over 95 modules."""
    left = [
        _digit(digit, letter, _SIDE + 7 * place)
        for place, (digit, letter) in enumerate(zip(digits[1:7], _PARITY[int(digits[0])], strict=True))
    ]
    right = [_digit(digit, "C", _SIDE + 42 + _CENTRE + 7 * place) for place, digit in enumerate(digits[7:])]
    centre = _SIDE + 42
    guards = (0, 2, centre + 1, centre + 3, _MAIN - 3, _MAIN - 1)
    bars = (bar for digit in (*left, *right) for bar in digit)
    return tuple(sorted((*bars, *(Bar(at, 1, guard=True) for at in guards)), key=lambda bar: bar.left))


def ean5(digits: str) -> tuple[Bar, ...]:
    """The bars of an add-on of five digits, over 47 modules."""
    value = (3 * sum(map(int, digits[::2])) + 9 * sum(map(int, digits[1::2]))) % 10
    bars = [Bar(0, 1), Bar(2, 2)]
    for place, (digit, letter) in enumerate(zip(digits, _ADDED_PARITY[value], strict=True)):
        at = 4 + 9 * place
        bars += _digit(digit, letter, at)
        if place < len(digits) - 1:
            bars.append(Bar(at + 8, 1))
    return tuple(bars)


def _digit(digit: str, letter: str, at: int) -> tuple[Bar, Bar]:
    """The two bars of a digit, whose seven modules begin at `at`."""
    first, second, third, fourth = (int(width) for width in _A[int(digit)][:: -1 if letter == "B" else 1])
    if letter == "C":
        return Bar(at, first), Bar(at + first + second, third)
    return Bar(at + first, second), Bar(at + first + second + third, fourth)


def barcode_size(order: BarcodeOrder) -> tuple[int, int]:
    """Width and height of the white ground of a symbol, quiet zones and the line above it included, mpt."""
    wide = _LEFT + _MAIN + (_APART + _ADDED + _AFTER if order.price else _RIGHT)
    high = _EDGE + _LINE + _ABOVE + _BARS + _GAP + _FIGURES + _EDGE
    module = _module(order)
    return round(wide * module), round(high * module)


def largest_in(order: BarcodeOrder, width: int, height: int) -> BarcodeOrder | None:
    """The same order no larger than it is, in a box of so much width and height, mpt; None where it cannot be read there."""
    own = barcode_size(order)
    share = min(1.0, width / own[0], height / own[1])
    magnification = int(order.magnification * share)
    return replace(order, magnification=magnification) if magnification >= SMALLEST else None


def barcode(order: BarcodeOrder, style: Style, measurer: Measurer) -> Drawing:
    """Draw a symbol: black bars and figures on a white ground of the size that `barcode_size` says.

    Args:
        order: what it says, checked.
        style: the family of its figures; they are set lining and of one width, in black.
        measurer: in the same layout's faces.
    """
    module = _module(order)
    size = barcode_size(order)
    top = (_EDGE + _LINE + _ABOVE) * module
    foot = top + (_BARS + _GUARD) * module
    figures = _Figures(style, module, measurer)
    base = round(top + (_BARS + _GAP + _FIGURES) * module)
    digits = order.isbn.digits
    bars = _path(ean13(digits), _LEFT * module, module, (top, foot, top + _BARS * module))
    shapes = [rectangle((0, 0, *size), fill=WHITE), Shape(bars, fill=BLACK)]
    labels = [
        figures.line(f"ISBN {order.isbn.hyphenated}", size[0], round((_EDGE + _LINE) * module)),
        figures.spread(digits[0], 0, base),
        figures.spread(digits[1:7], _LEFT + _SIDE, base),
        figures.spread(digits[7:], _LEFT + _SIDE + 42 + _CENTRE, base),
    ]
    if order.price:
        left = _LEFT + _MAIN + _APART
        above = top + (_FIGURES + _GAP) * module
        # A shape of its own: what looks for white beside the main symbol finds it between the two.
        added = _path(ean5(order.price), left * module, module, (above, foot, foot))
        shapes.append(Shape(added, fill=BLACK))
        labels.append(figures.spread(order.price, left + 4, round(top + _FIGURES * module), pitch=9))
    return Drawing(*size, tuple(shapes), tuple(labels))


def _module(order: BarcodeOrder) -> float:
    return _MODULE * order.magnification / 1000


def _path(
    bars: tuple[Bar, ...], left: float, module: float, heights: tuple[float, float, float]
) -> tuple[PathOp, ...]:
    """Draw bars as rectangles from a top down to a foot, which guards reach, or to the other bars' own."""
    top, guarded, other = map(round, heights)
    path: list[PathOp] = []
    for bar in bars:
        start, end = round(left + bar.left * module), round(left + (bar.left + bar.width) * module)
        path.append(("r", (start, top, end - start, (guarded if bar.guard else other) - top)))
    return tuple(path)


class _Figures:
    """Sets the figures of one symbol: as high as they must be, and each under its own bars."""

    def __init__(self, style: Style, module: float, measurer: Measurer) -> None:
        plain = replace(
            style,
            name="barcode",
            colour=BLACK,
            figures="tabular",
            tracking=0,
            word_spacing=0,
            align="left",
            hyphenate=False,
            protrude=False,
            expand=0,
            uppercase=False,
            small_caps=False,
            least=0,  # figures are as large as their bars
        )
        self._measurer = measurer
        self._module = module
        (line,) = measurer.lines((Text("8"),), plain, _WIDE)
        face = line.runs[0].face
        share = face.cap_height / face.units_per_em
        high = _sized(plain, round(_FIGURES * module / share))
        # A face with wide figures is set smaller, so that no two of them touch.
        wide = measurer.width((Text("8"),), high)
        self._high = _sized(high, min(high.size, round(high.size * 7 * module * _FULL / wide)))
        self._width = measurer.width((Text("8"),), self._high)
        self._line = _sized(plain, round(_LINE * module / share))

    def line(self, text: str, room: int, base: int) -> Label:
        """Set a line in the middle of the symbol, smaller where it would not fit."""
        wide = self._measurer.width((Text(text),), self._line)
        style = _sized(self._line, min(self._line.size, self._line.size * room // (wide + 1)))
        wide = self._measurer.width((Text(text),), style)
        return Label((room - wide) // 2, base, (Text(text),), style, wide + 1, role="P")

    def spread(self, digits: str, left: float, base: int, pitch: int = 7) -> Label:
        """Set digits `pitch` modules apart, from so many modules from the left; a single one close to its bars."""
        module = self._module
        step = round(pitch * module)
        first = round(left * module + (7 * module - self._width) / 2)
        style = replace(self._high, name=f"barcode-{pitch}", tracking=step - self._width)
        return Label(first, base, (Text(digits),), style, step * len(digits) + self._width, role="P")


def _sized(style: Style, size: int) -> Style:
    return replace(style, size=size, leading=size)
