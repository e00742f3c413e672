"""In: inlines and a style. Out: how wide they are: the longest line if nothing is broken, the widest word."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from guidepress.typeset.collecting import collect
from guidepress.typeset.rows import joined, whole_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.typeset.faces import Fonts

__all__ = ["natural_width", "widest_word"]


def natural_width(inlines: Sequence[Inline], style: Style, fonts: Fonts, language: str) -> int:
    """Measure text that no measure breaks: the advances of its shaped words with kerning, tracking and features.

    Args:
        inlines: Text, NoteMark, Blank and LineBreak; late inlines must have become Text.
        style: how it looks; its indents do not count.
        fonts: the faces, and what they have shaped so far.
        language: BCP 47 tag of the text.

    Returns:
        The width of its longest line from forced break to forced break, mpt, rounded up: it fits a measure of so much.
    """
    widest = 0.0
    for stretch in collect(inlines, style, fonts, language):
        rows = [whole_row(matter) for matter in stretch if matter.tokens]
        if rows:
            widest = max(widest, joined(rows).natural)
    return ceil(widest)


def widest_word(inlines: Sequence[Inline], style: Style, fonts: Fonts, language: str) -> int:
    """Measure the widest of the words between spaces, mpt, rounded up: a narrower column would have to divide it."""
    widest = 0.0
    for stretch in collect(inlines, style, fonts, language):
        for matter in stretch:
            for advance, trim, lead, _, _ in matter.tokens:
                widest = max(widest, advance - trim - lead)
    return ceil(widest)
