"""The faces, styles and a text that the tests set."""

from __future__ import annotations

from guidepress.document.inlines import Text
from guidepress.document.style import Style
from guidepress.layout.model import Family
from guidepress.typeset import Fonts, Line, set_paragraph

_FILES = {
    "regular": "Regular",
    "regular-italic": "It",
    "semibold": "Semibold",
    "bold": "Bold",
    "bold-italic": "BoldIt",
}

FAMILIES = {
    name: Family(
        name,
        f"font_source_{name}_pro",
        {kind: f"Source{name.title()}Pro-{file}.ttf" for kind, file in _FILES.items()},
    )
    for name in ("serif", "sans")
}

# A Christmas Carol, stave one, first paragraphs (Dickens, 1843).
CAROL = (
    "Scrooge knew he was dead? Of course he did. How could it be otherwise? Scrooge and he were partners for I "
    "don’t know how many years. Scrooge was his sole executor, his sole administrator, his sole assign, his sole "
    "residuary legatee, his sole friend, and sole mourner. And even Scrooge was not so dreadfully cut up by the "
    "sad event but that he was an excellent man of business on the very day of the funeral, and solemnised it "
    "with an undoubted bargain."
)

FONTS = Fonts(FAMILIES)
BODY = Style("body")
BARE = Style("bare", protrude=False, expand=0)
LEFT_ALIGNED = Style("left", align="left", protrude=False)
MEASURE = 252_000  # 3.5 in


def set_text(
    text: str, style: Style = BODY, measure: int = MEASURE, language: str = "en-GB"
) -> tuple[Line, ...]:
    return set_paragraph((Text(text),), measure, style, FONTS, language=language)
