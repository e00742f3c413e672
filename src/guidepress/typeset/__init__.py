"""In: inlines, styles and fonts. Out: set lines: shaped, hyphenated, broken by total fit. It knows no pages."""

from __future__ import annotations

from guidepress.typeset.faces import Fonts
from guidepress.typeset.learning import learn
from guidepress.typeset.lines import Line
from guidepress.typeset.setting import set_line, set_paragraph

__all__ = ["Fonts", "Line", "learn", "set_line", "set_paragraph"]
