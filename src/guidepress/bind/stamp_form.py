"""In: a stamp and the size of a page. Out: the form XObject that draws it on all pages of that size."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.bind.impose_forms import operands
from guidepress.bind.lettering import Lettering, letter
from guidepress.cos import Name
from guidepress.cos.filters import deflated
from guidepress.cos.values import rounded
from guidepress.pdf.intents import srgb_profile

if TYPE_CHECKING:
    from guidepress.bind.leaves import Matrix
    from guidepress.bind.stamp_job import Stamp
    from guidepress.cos import Ref, Value
    from guidepress.cos.writer import Writer

__all__ = ["StampForms"]

_SET = 10_000
"""mpt; the size in which the text is set once; the form scales it."""

_SIZES = {"footer": 8_000, "header": 8_000, "corner": 9_000}
_EDGE = 22_000
"""From the trim to a line, mpt: outside the 4 to 6 mm (17 pt) that office printers leave white."""

_SIDE = 28_000
"""From the right trim to a line in the corner, mpt; half of it is the least at either end of a long line."""

_MARGIN = 5
"""A page smaller than usual keeps a fifth of its width and height clear instead."""

_LEAST = 5_000
"""Type smaller than 5 pt cannot be read; a line that needs it has no room."""

_DIAGONAL = 0.7
"""Of a page's diagonal: how far a watermark reaches, clear of the corners."""

_TALLEST = 0.2
"""Of a page's shorter side: the largest watermark, so that one word does not fill the page."""


_WHITE = 0.9505, 1.0, 1.089
_GAMMA = 2.2, 2.2, 2.2
_PRIMARIES = 0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505
"""sRGB as a CalRGB colour space (IEC 61966-2-1): white D65, about the same curve, the primaries in XYZ."""


class StampForms:
    """The forms of a stamp, one a page size; they share fonts and colours."""

    def __init__(self, what: Stamp, writer: Writer, *, intent: bool, oldest: bool) -> None:
        """Set the text; `intent`: the file has an output intent; `oldest`: it is PDF/A-1."""
        self._what = what
        self._writer = writer
        text = " ".join(what.text.split())
        if not text:
            raise fault("no-text", "There is no text to stamp.", "Give some with --text.")
        (self._line,) = letter([Lettering().line(text, _SET)], writer, cid_sets=oldest)
        self._text = text
        self._oldest = oldest
        self._forms: dict[tuple[int, int], Ref] = {}
        self._srgb: list[Value] = []
        red, green, blue = what.colour.red, what.colour.green, what.colour.blue
        resources: dict[str, Value] = {"Font": self._line.fonts}
        if intent and red == green == blue:
            self._paint = f"{red / 255:.3g} g"
        else:
            # Device colours mean nothing without an output intent (ISO 19005-2, 6.2.4.3); sRGB always does.
            resources["ColorSpace"] = {"Cs": self.srgb()}
            self._paint = f"/Cs cs {red / 255:.3g} {green / 255:.3g} {blue / 255:.3g} sc"
        if what.opacity < 1:
            state = writer.add_object({"Type": Name("ExtGState"), "ca": round(what.opacity, 3)})
            resources["ExtGState"] = {"Gs": state}
            self._paint += " /Gs gs"
        self._resources = writer.add_object(resources)

    def srgb(self) -> list[Value]:
        """The colour space sRGB, by its ICC profile; for PDF/A-1, which knows no profile so new, by its measures."""
        if self._oldest:
            measures = {"WhitePoint": _WHITE, "Gamma": _GAMMA, "Matrix": _PRIMARIES}
            return [Name("CalRGB"), {key: rounded(values) for key, values in measures.items()}]
        if not self._srgb:
            profile = self._writer.add_object(deflated(srgb_profile(), {"N": 3}))
            self._srgb = [Name("ICCBased"), profile]
        return self._srgb

    def fits(self, size: tuple[int, int]) -> bool:
        """Whether the text has room on pages of a size, mpt, in type that can be read."""
        if self._what.where == "watermark":
            return True
        scale, wanted = self._scale(size), self._wanted
        if scale < wanted and scale * _SET < _LEAST:
            return False
        return _clear(_EDGE, size[1]) + self._line.ascent * scale <= size[1]

    def of(self, size: tuple[int, int]) -> Ref:
        """The form for pages of a size on which it fits, drawn in points from the lower left corner of the trim."""
        if size not in self._forms:
            matrix = self._watermark(size) if self._what.where == "watermark" else self._level(size)
            content = f"{self._paint}\n{operands(matrix)} cm\n".encode("ascii") + self._line.operators
            entries: dict[str, Value] = {
                "Type": Name("XObject"),
                "Subtype": Name("Form"),
                "BBox": rounded((0, 0, size[0] / 1000, size[1] / 1000)),
                "Resources": self._resources,
            }
            self._forms[size] = self._writer.add_object(deflated(content, entries))
        return self._forms[size]

    @property
    def _wanted(self) -> float:
        return (self._what.size or _SIZES[self._what.where]) / _SET

    def _scale(self, size: tuple[int, int]) -> float:
        return min(self._wanted, (size[0] - _clear(_SIDE, size[0])) / self._line.width)

    def _level(self, size: tuple[int, int]) -> Matrix:
        width, height = size
        where, scale = self._what.where, self._scale(size)
        side, edge = _clear(_SIDE, width), _clear(_EDGE, height)
        long = self._line.width * scale
        x = (width - long) / 2 if where != "corner" else max(side / 2, width - side - long)
        y = edge if where == "footer" else height - edge - self._line.ascent * scale * 0.7
        return scale, 0.0, 0.0, scale, x / 1000, y / 1000

    def _watermark(self, size: tuple[int, int]) -> Matrix:
        """Along the diagonal that rises to the right, its middle on the middle of the page."""
        width, height = size
        largest = math.hypot(width, height) * _DIAGONAL / self._line.width
        scale = min(largest, self._what.size / _SET if self._what.size else _TALLEST * min(size) / _SET)
        angle = math.atan2(height, width)
        across, up = math.cos(angle) * scale, math.sin(angle) * scale
        # The middle of the capitals lies a third of an em above the baseline.
        middle = self._line.width / 2, _SET / 3
        x = width / 2 - across * middle[0] + up * middle[1]
        y = height / 2 - up * middle[0] - across * middle[1]
        return across, up, -up, across, x / 1000, y / 1000


def _clear(usual: int, side: int) -> float:
    """What is left clear at the edge of a page, mpt."""
    return min(usual, side / _MARGIN)
