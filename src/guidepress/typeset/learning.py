"""In: the paragraphs of a book, before any is set. Out: nothing but what the founts know: all words, shaped at once.

A word is shaped when it is first met. Met a paragraph at a time, six thousand words take five hundred calls of
HarfBuzz; met all together they take one for each fount, and a first book is set a seventh faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.inlines import Text
from guidepress.typeset.collecting import SPACES
from guidepress.typeset.inks import ink_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.typeset.faces import Fonts
    from guidepress.typeset.founts import Fount

__all__ = ["learn"]


def learn(paragraphs: Iterable[tuple[Sequence[Inline], Style, str]], fonts: Fonts) -> None:
    """Shape the words of paragraphs, given as (inlines, style, language).

    Nothing is set and nothing is reported: a character without a glyph is found again when its paragraph is set.
    """
    texts: dict[Fount, list[str]] = {}
    for inlines, style, language in paragraphs:
        for inline in inlines:
            if type(inline) is Text:
                own = inline.language if inline.language not in ("", language) else ""
                ink = ink_for(style, inline.look, inline.text, fonts, language=own or language, marked=own)
                text = inline.text.upper() if ink.capitals else inline.text
                texts.setdefault(ink.fount, []).append(text)
    for fount, found in texts.items():
        words = dict.fromkeys(" ".join(found).split(" "))
        words.pop("", None)
        # What holds a tabulator or the like is parted there when it is set, and met as other words.
        fount.add(word for word in words if word.isprintable() or SPACES.search(word) is None)
