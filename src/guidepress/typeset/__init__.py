"""In: inlines, styles and fonts. Out: set lines: shaped, hyphenated, broken by total fit. It knows no pages."""

from __future__ import annotations

from guidepress.typeset.divisions import JOINER
from guidepress.typeset.faces import Fonts
from guidepress.typeset.learning import learn
from guidepress.typeset.lines import Line
from guidepress.typeset.measuring import natural_width, widest_word
from guidepress.typeset.setting import kept_paragraph, set_line, set_paragraph

__all__ = [
    "JOINER",
    "Fonts",
    "Line",
    "kept_paragraph",
    "learn",
    "natural_width",
    "set_line",
    "set_paragraph",
    "widest_word",
]
