"""In: texts, and the type of a layout. Out: the texts set to fit where a copy has room for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Diagnostic, FaultsFound, errors_in
from guidepress.base.record import replace
from guidepress.document.inlines import Text
from guidepress.export.copies.places import is_white
from guidepress.page.items import ARTIFACT, Frame
from guidepress.typeset import set_line
from guidepress.typeset.borrowing import missing_character

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Span
    from guidepress.document.style import Style
    from guidepress.layout import Layout
    from guidepress.page.book import Page
    from guidepress.typeset import Fonts, Line

__all__ = ["Filler"]

_SIZES = (12_000, 11_000, 10_000, 9000, 8000)
"""Type sizes of a name that stands on its line, the largest that fits."""

_SMALL = (7500, 7000, 6500, 6000)
"""Of one that takes two lines above the rule; smaller type is not read at arm's length."""

_BESIDE = 6500
"""Of the lines beside a code."""

_BESIDE_SIZES = (_BESIDE, 6000, 5500, 5000)
"""The largest that fits."""

_NAMED_SIZES = (12_000, 11_000, 10_000, 9000, 8000, 7000)
"""Of the line of a cover that says whose copy it is: it is read from a pile, at arm's length."""

_ASCENT, _DESCENT = 760, 250
"""Per mille of the size above and below a line of a name."""

_ROW = 8000
"""From line to line beside a code, mpt."""

_LEADING = 1.15
_INDENT = 3000


class Filler:
    """Sets what copies are filled in with; the same text is set once.

    Args:
        layout: gives the faces.
        fonts: opened.
        language: of the guide.

    Attributes:
        figures: room that the number of a page takes at most, mpt.
        row: from line to line beside a code, mpt; more where a layout has no small type.
    """

    def __init__(self, layout: Layout, fonts: Fonts, language: str) -> None:
        self._fonts = fonts
        self._language = language
        self._written: Style = layout.styles["body"]
        self._small: Style = layout.styles.get("running-head") or self._written
        self._set: dict[tuple[str, int, int], tuple[Frame, ...]] = {}
        self._lines: dict[tuple[str, int, bool], Line] = {}
        self.row = max(_ROW, round(self._small.least * _LEADING))
        self.figures = max(self.width(figure * 3) for figure in "0123456789") + 1000

    def width(self, text: str, size: int = _BESIDE) -> int:
        """How wide a line beside a code is, mpt."""
        return self._line(text, size, small=True).width

    def fits(self, text: str, measure: int) -> bool:
        """Whether a line can stand beside a code, in the smallest type."""
        return self._line(text, _BESIDE_SIZES[-1], small=True).width <= measure

    def digits(self, text: str, x: int, y: int) -> Frame:
        """Set the number of a page behind the code of its copy."""
        return Frame(x, y, self._line(text, _BESIDE, small=True).runs, ARTIFACT)

    def beside(self, text: str, right: int, y: int, measure: int, span: Span | None) -> Frame:
        """Set a line beside a code, its right end at `right`; a long one smaller.

        Raises:
            FaultsFound: it does not fit, or has a character that the type lacks.
        """
        for size in _BESIDE_SIZES:
            line = self._line(text, size, small=True)
            _refuse(line, text, span)
            if line.width <= measure:
                return Frame(right - line.width, y, line.runs, ARTIFACT)
        raise FaultsFound([_too_long(span)])

    def named(self, text: str, right: int, y: int, page: Page) -> Frame | None:
        """Set whose copy it is on a cover, its right end at `right`, as large as its white allows; None if it has none."""
        for size in _NAMED_SIZES:
            line = self._line(text, size, small=True)
            base = y - (size - _BESIDE) * _DESCENT // 1000  # clear of the line below
            top, foot = base - size * _ASCENT // 1000, base + size * _DESCENT // 1000
            if not errors_in(line.diagnostics) and is_white((right - line.width, top, right, foot), page):
                return Frame(right - line.width, base, line.runs, ARTIFACT)
        return None

    def written(self, text: str, width: int, height: int, span: Span | None) -> tuple[Frame, ...]:
        """Set a text on a line to write on, from its left end: on one line, or small on two.

        Args:
            text: a name, a class.
            width: of the line, mpt.
            height: room above it, mpt.
            span: the pupil's row, for the fault.

        Raises:
            FaultsFound: it does not fit, or has a character that the type lacks.
        """
        known = self._set.get((text, width, height))
        if known is None:
            known = self._set[text, width, height] = self._fit(text, width - 2 * _INDENT, height, span)
        return known

    def _fit(self, text: str, width: int, height: int, span: Span | None) -> tuple[Frame, ...]:
        for size in _SIZES:
            line = self._line(text, size, small=False)
            _refuse(line, text, span)
            if line.width <= width and size <= height:
                return (Frame(_INDENT, 0, line.runs),)
        for size in _SMALL:
            leading = round(size * _LEADING)
            if leading + size > height:
                continue
            halves = [self._line(half, size, small=False) for half in _halves(text)]
            if all(line.width <= width for line in halves):
                return tuple(
                    Frame(_INDENT, (index + 1 - len(halves)) * leading, line.runs)
                    for index, line in enumerate(halves)
                )
        raise FaultsFound([_too_long(span)])

    def _line(self, text: str, size: int, *, small: bool) -> Line:
        key = text, size, small
        known = self._lines.get(key)
        if known is None:
            base = self._small if small else self._written
            style = replace(
                base, size=size, leading=round(size * _LEADING), tracking=0, align="left", protrude=False
            )
            known = self._lines[key] = set_line((Text(text),), style, self._fonts, language=self._language)
        return known


def _refuse(line: Line, text: str, span: Span | None) -> None:
    """Refuse a line that cannot be set, without a letter of it: what is told of a pupil is the row."""
    faults = errors_in(line.diagnostics)
    missing = {missing_character(each) for each in faults} - {""}
    if missing:
        raise FaultsFound([_no_font(text, missing, span)])
    if faults:
        raise FaultsFound(replace(each, span=span) for each in faults)


def _no_font(text: str, missing: set[str], span: Span | None) -> Diagnostic:
    """Tell which characters no font has by their places."""
    places = [str(place) for place, letter in enumerate(text, 1) if letter in missing]
    listed = (
        f"characters {', '.join(places[:-1])} and {places[-1]}" if places[1:] else f"character {places[0]}"
    )
    message = f"No font has {listed} of the name or class of this row."
    hint = "Write it in letters that the layout has, or add a font family that has them to the layout."
    return Diagnostic("error", "missing-glyph", message, hint, span)


def _halves(text: str) -> tuple[str, ...]:
    """Part a text at the space nearest to its middle."""
    spaces = [index for index, letter in enumerate(text) if letter == " "]
    if not spaces:
        return (text,)
    at = min(spaces, key=lambda index: abs(2 * index - len(text)))
    return text[:at], text[at + 1 :]


def _too_long(span: Span | None) -> Diagnostic:
    message = "The name or class of this row is too long for its line, even in the smallest type."
    return Diagnostic("error", "name-too-long", message, "Shorten it in the roster.", span)
