"""In: what a label file says of marks and spaces. Out: the customs by which typed text of that language is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import field, record
from guidepress.labels.ties import NO_TIES, Ties

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.labels.shipped import Word

__all__ = ["ENGLISH", "Typography", "typography_of"]

_OPENING = frozenset("«‹“‘„‚([¿¡")
"""Marks that have their space behind them."""


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

    def quoted(self, text: str) -> str:
        """Set a text between the marks of the double typed quote."""
        return f"{self.double_open}{text}{self.double_close}"

    def spaced(self, text: str) -> str:
        """Set the spaces before and after marks as the language has them, and those at which no line ends."""
        for mark, space in self.spaces.items():
            if mark in _OPENING:
                text = text.replace(f"{mark} ", f"{mark}{space}")
            else:
                text = text.replace(f" {mark}", f"{space}{mark}")
        return self.ties.tied(text)


ENGLISH = Typography()
"""The marks of English, for text of no known language."""


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
    )


def _mapping(customs: Mapping[str, Word], key: str) -> dict[str, str]:
    found = customs.get(key, {})
    return found if isinstance(found, dict) else {}


def _text(customs: Mapping[str, Word], key: str) -> str:
    found = customs.get(key, "")
    return found if isinstance(found, str) else ""
