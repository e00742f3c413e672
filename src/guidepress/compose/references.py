"""In: the inlines of a paragraph as they are written. Out: which cross-references follow one another in a list.

"Fear (page 9), Envy (page 9) and Pride (page 10)" names page 9 once, after the last of those that stand on it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.inlines import PageRef, Text
from guidepress.guide.markdown import MdReference, MdText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.document.inlines import Inline
    from guidepress.guide.markdown import MdInline

__all__ = ["next_in_list", "page_of"]

_JOINT = re.compile(r"\s*(?:[,;]\s*)?(\w*)\s*")
"""What stands between two entries of a list: a comma, a word such as "and", or both."""


def next_in_list(inlines: Sequence[MdInline], at: int, joining: frozenset[str]) -> str:
    """Find the anchor of the reference that follows the one at `at` in a list; "" if none does.

    Args:
        inlines: of the paragraph.
        at: index of a reference.
        joining: words that may stand between two entries, in small letters.
    """
    following = inlines[at + 1 : at + 3]
    if len(following) < 2:
        return ""
    between, other = following
    if not isinstance(between, MdText) or not isinstance(other, MdReference):
        return ""
    joint = _JOINT.fullmatch(between.text)
    joined = joint is not None and between.text.strip() and joint[1].casefold() in {"", *joining}
    return other.anchor if joined else ""


def page_of(folio: PageRef, marks: tuple[str, str], before: str) -> tuple[Inline, ...]:
    """Make the page of a reference; nothing is printed where what follows it in a list stands on the same page.

    Args:
        folio: of what is referred to.
        marks: what stands before it and behind it; the latter may be "".
        before: the anchor of the next reference of its list, or "".
    """
    opening, closing = marks
    if not before:
        return (Text(opening), folio, Text(closing)) if closing else (Text(opening), folio)
    held = replace(folio, after=(before,))
    opens, closes = (replace(held, link=None, instead=mark) for mark in marks)
    return (opens, held, closes) if closing else (opens, held)
