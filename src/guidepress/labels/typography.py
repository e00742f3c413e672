"""In: what a label file says of marks and spaces. Out: the customs by which typed text of that language is set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import field, record
from guidepress.labels.ties import NO_TIES, Ties

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.labels.shipped import Word

__all__ = ["ENGLISH", "Typography", "marks_apart", "typography_of"]

_OPENING = frozenset("«‹“‘„‚([¿¡")
"""Marks that have their space behind them."""

_MARKS = "“”„‘’‚"
_MEET = re.compile(f"(?<=[{_MARKS}])(?<!“(?=”))(?<!„(?=“))(?=[{_MARKS}])")
"""Where two curly marks meet that are no empty quotation: “‘No’, ‘’Twas, that’s ‘all’.”"""

_THIN = "\u202f"
"""Tells two marks that meet apart (Chicago Manual of Style, 6.11); no line ends at it."""


@record
class Typography:
    """How a language sets what is typed.

    Attributes:
        double_open, double_close: for the double typed quote.
        single_open, single_close: for the single one, which stands inside.
        elisions: words whose first letters have dropped out, so that their leading mark is an apostrophe.
        unsure: words that may also be quoted whole: their mark is an apostrophe if no quotation closes later.
        spaces: by mark, what stands between it and the word before it (after it, for an opening mark) where a space
            is typed.
        ordinals: endings of numbers that are raised, and the raised letters.
        ties: words that stay on one line with a number or a name beside them.
        titles: which marks stand around the title of an article, "outer" or "inner".
    """

    double_open: str = "“"
    double_close: str = "”"
    single_open: str = "‘"
    single_close: str = "’"
    elisions: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    spaces: dict[str, str] = field(default_factory=dict)
    ordinals: dict[str, str] = field(default_factory=dict)
    ties: Ties = NO_TIES
    titles: str = "outer"

    def quoted(self, title: str) -> str:
        """Set a title between the marks that titles have; such marks within it become the others."""
        outer, inner = (self.double_open, self.double_close), (self.single_open, self.single_close)
        own, other = (inner, outer) if self.titles == "inner" else (outer, inner)
        return marks_apart(f"{own[0]}{_marked_anew(title, own, other)}{own[1]}")

    def spaced(self, text: str) -> str:
        """Set the spaces before and after marks as the language has them, and those at which no line ends."""
        for mark, space in self.spaces.items():
            if mark in _OPENING:
                text = text.replace(f"{mark} ", f"{mark}{space}")
            else:
                text = text.replace(f" {mark}", f"{space}{mark}")
        return marks_apart(self.ties.tied(text))


ENGLISH = Typography()
"""The marks of English, for text of no known language."""


def marks_apart(text: str) -> str:
    """Set a thin space between quotation marks that meet."""
    return _MEET.sub(_THIN, text)


def typography_of(customs: Mapping[str, Word]) -> Typography:
    """Read the customs of a language, as its file gives them; what is missing is as in English."""
    quotes = _mapping(customs, "quotes")
    return Typography(
        quotes.get("open", ENGLISH.double_open),
        quotes.get("close", ENGLISH.double_close),
        quotes.get("inner-open", ENGLISH.single_open),
        quotes.get("inner-close", ENGLISH.single_close),
        frozenset(_text(customs, "elisions").split()),
        frozenset(_text(customs, "elisions-unsure").split()),
        _mapping(customs, "spaces"),
        _mapping(customs, "ordinals"),
        Ties.of(_mapping(customs, "ties")),
        _text(customs, "titles") or ENGLISH.titles,
    )


def _marked_anew(text: str, old: tuple[str, str], new: tuple[str, str]) -> str:
    """Change the marks of quotations in a text. One ends at the last mark before the next begins that no letter follows."""
    before, *quotations = text.split(old[0])
    changed = [before]
    for quotation in quotations:
        ends = [match.start() for match in re.finditer(rf"{re.escape(old[1])}(?!\w)", quotation)]
        if not ends:
            changed.append(f"{old[0]}{quotation}")
            continue
        changed.append(f"{new[0]}{quotation[: ends[-1]]}{new[1]}{quotation[ends[-1] + len(old[1]) :]}")
    return "".join(changed)


def _mapping(customs: Mapping[str, Word], key: str) -> dict[str, str]:
    found = customs.get(key, {})
    return found if isinstance(found, dict) else {}


def _text(customs: Mapping[str, Word], key: str) -> str:
    found = customs.get(key, "")
    return found if isinstance(found, str) else ""
