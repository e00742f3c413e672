"""Line, one set line of a paragraph: what typesetting hands to pagination."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.page.items import Image, Link, Run, Shape

__all__ = ["Line", "LinePicture"]


@record
class LinePicture:
    """A picture that stands in a line: after so many of its runs, of the inline `source` of the paragraph."""

    after: int
    image: Image
    source: int


@record
class Line:
    """One set line. Lengths are mpt; x counts from the column's left edge, y from the baseline, downwards.

    Attributes:
        runs: in reading order; a negative x is punctuation that hangs into the margin.
        width: from the left end of the first run to the right end of the last.
        ascent, descent: of the highest and deepest type on the line, both positive.
        links: active rectangles, one per linked inline on the line.
        notes: names of the notes whose marks stand on the line.
        shapes: leader dots and highlights, to be painted before the runs.
        hyphenated: a word is divided at the end of the line.
        last: the paragraph ends here, or a forced break follows.
        diagnostics: what went wrong while the line was set: characters without a glyph (errors), words
            divided by force (warnings). They stay with the line, so that a cached paragraph keeps them.
        pictures: those that stand between the runs, in reading order.
    """

    runs: tuple[Run, ...]
    width: int
    ascent: int
    descent: int
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    shapes: tuple[Shape, ...] = ()
    hyphenated: bool = False
    last: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    pictures: tuple[LinePicture, ...] = ()
