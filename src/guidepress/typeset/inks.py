"""In: a style and a look. Out: the Ink that a text is printed with, mixed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.inlines import PLAIN
from guidepress.typeset.ink import Ink

if TYPE_CHECKING:
    from guidepress.document.inlines import Look
    from guidepress.document.style import Style
    from guidepress.typeset.faces import Fonts

__all__ = ["ink_for"]

_FIGURES = {"old-style": ("onum", "pnum"), "lining": ("lnum", "pnum"), "tabular": ("lnum", "tnum")}
_BOLDER = {"light": "semibold", "regular": "bold", "semibold": "bold", "bold": "black", "black": "black"}

_SUPERIOR_SIZE = 620
"""Per mille of the size where a face has no superior figures: strokes stay near the text's weight."""

_SUPERIOR_RISE = 340
"""Per mille of the size: puts the top of a reduced figure at the ascender line."""

_LARGE_RISE = 150
"""Per mille of the size where superior figures are as large as the text: they touch no descender above."""

_FALSE_SMALL_CAPS = 780
"""Per mille of the size for faces without small capitals: a little above the x height of most text faces."""


def ink_for(style: Style, look: Look, text: str, fonts: Fonts, *, language: str, marked: str) -> Ink:
    """Choose the ink of a text, or remember it.

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
    plain = look is PLAIN
    capitals = not plain and look.small_caps and text.isupper()
    figures = not plain and look.superior and text.isdecimal()
    # by the style's identity: hashing a style costs as much as setting a line; the ink keeps the style alive
    key = (id(style), None if plain else look, language, marked, capitals, figures)
    known = fonts.inks.get(key)
    if known is None:
        fonts.forget_styles()
        ink = _mix(style, look, fonts, (language, marked), capitals=capitals, figures=figures)
        known = fonts.inks[key] = (style, ink)
    return known[1]


def _features(style: Style, look: Look, *, capitals: bool) -> set[str]:
    """Which figures and which capitals are wanted, by the tags of OpenType; a face may lack some."""
    features = set(_FIGURES[style.figures])
    if look.even:
        features = features - {"pnum"} | {"tnum"}
    if look.small_caps or style.small_caps:
        features |= {"smcp", "c2sc"} if capitals else {"smcp"}
    elif style.uppercase:
        features.add("case")
    return features


def _mix(
    style: Style, look: Look, fonts: Fonts, tongue: tuple[str, str], *, capitals: bool, figures: bool
) -> Ink:
    """Mix an ink; `tongue` is the language of the text, and the same where it differs from the paragraph's."""
    language, marked = tongue
    bold = look.strong or (look.emphasis and style.emphasis == "bold")
    italic = style.italic ^ ((look.emphasis or look.aside) and style.emphasis == "italic")
    weight = _BOLDER.get(style.weight, "bold") if bold else style.weight
    face = fonts.face(look.font or style.font, weight, italic)
    size = style.size * look.scale // 1000
    features = _features(style, look, capitals=capitals)
    raised = style.uppercase
    rise = 0
    if "smcp" in features and not fonts.has(face, "smcp"):
        raised = True
        size = size * _FALSE_SMALL_CAPS // 1000
    if look.superior:
        if style.least:  # at its own size, and raised a little, so that the line above stays clear
            rise = size * _LARGE_RISE // 1000
        elif figures and fonts.has(face, "sups"):
            features = {"sups"}
        else:
            rise = size * _SUPERIOR_RISE // 1000
            size = size * _SUPERIOR_SIZE // 1000
    size = max(size, style.least)
    tags = tuple(sorted(tag for tag in features if fonts.has(face, tag)))
    fount = fonts.fount(
        face,
        size,
        features=tags,
        spacing=(style.tracking, style.word_spacing),
        language=language,
        protrude=style.protrude,
    )
    return Ink(
        fount,
        look.colour or style.colour,
        rise,
        look.highlight,
        look.pattern,
        look.underline,
        raised,
        fonts.hyphenator(language),
        marked,
    )
