"""In: a style and a look. Out: Ink: the fount, colour and place a piece of text is printed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import identity

if TYPE_CHECKING:
    from guidepress.base.colour import Colour
    from guidepress.compose.inlines import Look
    from guidepress.layout.style import Style
    from guidepress.typeset.faces import Fonts
    from guidepress.typeset.founts import Fount

__all__ = ["Ink", "ink_for"]

_FIGURES = {"old-style": ("onum", "pnum"), "lining": ("lnum", "pnum"), "tabular": ("lnum", "tnum")}
_BOLDER = {"light": "semibold", "regular": "bold", "semibold": "bold", "bold": "black", "black": "black"}

_SUPERIOR_SIZE = 620
"""Per mille of the size where a face has no superior figures: strokes stay near the text's weight."""

_SUPERIOR_RISE = 340
"""Per mille of the size: puts the top of a reduced figure at the ascender line."""

_FALSE_SMALL_CAPS = 780
"""Per mille of the size for faces without small capitals: a little above the x height of most text faces."""


@identity
class Ink:
    """How a piece of text is printed.

    Attributes:
        rise: how far the baseline is raised, mpt.
        capitals: the text is turned into capitals before it is shaped.
        language: BCP 47 tag of the text, for shaping and hyphenation.
        marked: the language as runs carry it: "" where it is the paragraph's own.
    """

    fount: Fount
    colour: Colour
    rise: int
    highlight: Colour | None
    capitals: bool
    language: str
    marked: str


def ink_for(style: Style, look: Look, text: str, fonts: Fonts, *, language: str, marked: str) -> Ink:
    """Choose the ink of a text.

    Args:
        style: the paragraph's style.
        look: how this text differs from it.
        text: the text; superior figures and capitals in small capitals depend on what it consists of.
        fonts: the faces.
        language: BCP 47 tag of the text.
        marked: the same if it differs from the paragraph's, else "".

    Raises:
        FaultsFound: the family is unknown or a font file cannot be opened.
    """
    bold = look.strong or (look.emphasis and style.emphasis == "bold")
    italic = style.italic ^ (look.emphasis and style.emphasis == "italic")
    weight = _BOLDER.get(style.weight, "bold") if bold else style.weight
    face = fonts.face(look.font or style.font, weight, italic)
    size = style.size * look.scale // 1000
    features = set(_FIGURES[style.figures])
    capitals = style.uppercase
    rise = 0
    if look.small_caps or style.small_caps:
        if fonts.has(face, "smcp"):
            features.add("smcp")
            if look.small_caps and text.isupper():
                features.add("c2sc")
        else:
            capitals = True
            size = size * _FALSE_SMALL_CAPS // 1000
    elif capitals:
        features.add("case")
    if look.superior:
        if text.isdecimal() and fonts.has(face, "sups"):
            features = {"sups"}
        else:
            rise = size * _SUPERIOR_RISE // 1000
            size = size * _SUPERIOR_SIZE // 1000
    tags = tuple(sorted(tag for tag in features if fonts.has(face, tag)))
    fount = fonts.fount(
        face, size, features=tags, tracking=style.tracking, language=language, protrude=style.protrude
    )
    return Ink(fount, look.colour or style.colour, rise, look.highlight, capitals, language, marked)
