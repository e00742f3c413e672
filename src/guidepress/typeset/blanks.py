"""In: a blank and the fount its answer stands in. Out: words as wide as the blank together, the answer in the middle.

An empty blank is a space as wide as the blank, which stands for the words that are read out for it. A filled one has
such spaces on either side of its answer, which stand for nothing: what is copied out is the answer alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.page.items import Word
from guidepress.typeset.borrowing import borrow
from guidepress.typeset.divisions import plain_text
from guidepress.typeset.matter import Atom

if TYPE_CHECKING:
    from guidepress.base.diagnostics import Diagnostic
    from guidepress.document.inlines import Blank
    from guidepress.typeset.faces import Fonts
    from guidepress.typeset.founts import Fount
    from guidepress.typeset.matter import InlinePart

__all__ = ["blank_words", "picture_word"]

_SAYS = "\u2007"
"""The space of an empty blank: a figure space has a glyph of its own, which hardly anything else uses. So it stands
for the blank's words in the font itself, where programs find them that know of no replacement text."""

_OBJECT = "\ufffc"
"""What stands for a picture among letters (Unicode: OBJECT REPLACEMENT CHARACTER)."""

_AIR = 150
"""Per mille of the size: least room between an answer and either end of its rule."""


def blank_words(
    blank: Blank, plain: InlinePart, own: InlinePart, fonts: Fonts
) -> tuple[tuple[Atom, ...], list[Diagnostic]]:
    """Set a blank.

    Args:
        blank: how long it is and what stands on it.
        plain: the ink of the paragraph, in which the blank itself stands, so that an answer moves nothing.
        own: the ink of the answer.
        fonts: to borrow characters from.

    Returns:
        The words in order, and an error for each character that no family has.
    """
    fount = plain.ink.fount
    if not blank.text:
        return (Atom(_space(fount, blank.width, blank.says), fount, plain),), []
    pieces, faults = borrow(plain_text(blank.text).replace(" ", "\u00a0"), own.ink.fount, fonts, None)
    if blank.drawn == "ring":
        said = (blank.says, *("" for _ in pieces[1:]))
        return tuple(
            Atom(_saying(word, each, says), each, own)
            for (word, each), says in zip(pieces, said, strict=True)
        ), faults
    answer = tuple(Atom(word, each, own) for word, each in pieces)
    spare = blank.width - round(sum(each.width(word) for word, each in pieces))
    least = fount.size * _AIR // 1000
    left, right = (
        Atom(_space(fount, max(least, half)), fount, plain) for half in (spare // 2, -(-spare // 2))
    )
    return (left, *answer, right), faults


def picture_word(width: int, part: InlinePart) -> Atom:
    """Make the room of a picture in a line, mpt: a space as wide, which is never printed and so never copied."""
    return Atom(_space(part.ink.fount, width, _OBJECT), part.ink.fount, part)


def _saying(word: Word, fount: Fount, says: str) -> Word:
    """A word whose glyphs stand for other words than they spell, all of them on the first; remembered like a space."""
    key = f"{word.text}\u0000{says}", 0
    known = fount.blanks.get(key)
    if known is None:
        clusters = (says, *("" for _ in word.glyphs[1:]))
        known = fount.blanks[key] = Word(
            says, word.face, word.glyphs, word.advances, clusters, word.width, word.offsets
        )
    return known


def _space(fount: Fount, width: int, says: str = "") -> Word:
    """Make a space of a width, mpt, that stands for some words; or remember it, since words are interned."""
    known = fount.blanks.get((says, width))
    if known is None:
        units = round((width - fount.tracking) / fount.scale)
        glyphs = fount.shaper.word(_SAYS if says else " ").glyphs
        known = fount.blanks[says, width] = Word(says, fount.face, glyphs, (units,), (says,), units)
    return known
