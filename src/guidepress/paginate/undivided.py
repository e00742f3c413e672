"""In: pages, and the lines that they end with. Out: the words that a reader would turn a page within, to be set whole.

Where every other end of a page is worse than one within a word, the word stays whole: its paragraph is set again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import replace
from guidepress.document.inlines import Text
from guidepress.paginate.galley import SetRow
from guidepress.paginate.pieces import Para
from guidepress.typeset import JOINER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidepress.document.inlines import Inline
    from guidepress.paginate.galley import Galley
    from guidepress.paginate.plans import Plan
    from guidepress.typeset import Line

__all__ = ["divided", "held_whole"]

_SOFT = "\u00ad"


def divided(plans: Iterable[Plan]) -> Iterator[tuple[Para, str]]:
    """Find the words within which pages end, each with its paragraph; in cells of rows too."""
    for plan in plans:
        last = next((part for part in reversed(plan.slices) if part.end > part.start), None)
        if last is None:
            continue
        filling = last.galley.fillings[last.end - 1]
        ends = (
            ((galley, end) for galley, start, end in filling.cells if end > start)
            if isinstance(filling, SetRow)
            else ((last.galley, last.end),)
        )
        for galley, end in ends:
            found = _across(galley, end)
            if found is not None:
                yield found


def _across(galley: Galley, end: int) -> tuple[Para, str] | None:
    """The word that stands on both sides of the end of a page."""
    if not 0 < end < len(galley):
        return None
    above, below, filling = galley.lines[end - 1], galley.lines[end], galley.fillings[end - 1]
    if above is None or below is None or not above.hyphenated or not isinstance(filling, Para):
        return None
    return filling, _text(above).split(" ")[-1].rstrip(_SOFT) + _text(below).split(" ")[0]


def _text(line: Line) -> str:
    said = (" ".join([word.text for word in run.words]) + " " * run.space_after for run in line.runs)
    return "".join(said).strip(" ")


def held_whole(inlines: tuple[Inline, ...], words: frozenset[str]) -> tuple[Inline, ...]:
    """The same inlines, in which these words are not divided."""
    some = "|".join(map(re.escape, sorted(words)))
    find = re.compile(rf"(?<![^ ])(?:{some})(?![^ ])")
    return tuple(
        replace(inline, text=find.sub(_joined, inline.text)) if isinstance(inline, Text) else inline
        for inline in inlines
    )


def _joined(word: re.Match[str]) -> str:
    return re.sub(r"(?<=\w)(?=\w)", JOINER, word[0], count=1)
