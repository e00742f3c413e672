"""In: set paragraphs. Out: the same lines again, for the same text in the same style and measure."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.typeset.lines import Line

__all__ = ["Kept", "Key"]

Key: TypeAlias = tuple[int, int, int | None, str, int, tuple[str, ...]]
"""What paragraphs must have in common before their inlines are compared: style, measure, first indent, language,
how many inlines, the words of the first ones."""

_TOLD_APART = 4
"""Inlines whose words tell paragraphs apart; the first alone is that of thousands in a list ("Study guide", 33 pages)."""

_COMPARED = 16
"""Paragraphs of one key that are compared with a text one by one. Where there are more, as of "See[^1]." and "See[^2].",
the whole text is hashed, which costs more than the few comparisons that most texts need."""

_MOST_LINES = 30_000
"""Three long guides; beyond that all are forgotten, for a program that runs for days sets many books."""

_MOST_STYLES = 4096
"""A guide brings some hundred styles of its own."""


class Kept:
    """Lines that were set, by content, style and measure: whoever measured a paragraph has set it."""

    def __init__(self) -> None:
        self._lines: dict[Key, list[tuple[tuple[Inline, ...], tuple[Line, ...]]]] = {}
        self._more: dict[tuple[Key, tuple[Inline, ...]], tuple[Line, ...]] = {}
        self._count = 0
        self._seen: dict[
            int, tuple[Style, int]
        ] = {}  # by identity, since hashing a style costs as much as setting a line
        self._numbers: dict[Style, int] = {}

    def key(
        self, inlines: Sequence[Inline], measure: int, style: Style, language: str, first_indent: int | None
    ) -> Key:
        """The key of a paragraph: cheap to make, and shared by few."""
        seen = self._seen.get(id(style))
        number = self._number(style) if seen is None else seen[1]
        texts = tuple(getattr(inline, "text", "") for inline in inlines[:_TOLD_APART])
        return number, measure, first_indent, language, len(inlines), texts

    def _number(self, style: Style) -> int:
        """Number a style; styles that say the same have one number."""
        if len(self._seen) >= _MOST_STYLES:
            self._forget()
        number = self._numbers.setdefault(style, len(self._numbers))
        self._seen[id(style)] = style, number
        return number

    def find(self, key: Key, inlines: tuple[Inline, ...]) -> tuple[Line, ...] | None:
        """The lines of a paragraph; None if it was not set yet."""
        alike = self._lines.get(key, ())
        for known, lines in alike:
            if known == inlines:
                return lines
        return self._more.get((key, inlines)) if len(alike) == _COMPARED else None

    def keep(self, key: Key, inlines: tuple[Inline, ...], lines: tuple[Line, ...]) -> None:
        """Keep the lines of a paragraph; a fault in it has a place of its own, which its like elsewhere has not."""
        if any(each.span for line in lines for each in line.diagnostics):
            return
        self._count += len(lines)
        if self._count > _MOST_LINES:
            self._forget()
            self._count = len(lines)
        alike = self._lines.setdefault(key, [])
        if len(alike) < _COMPARED:
            alike.append((inlines, lines))
        else:
            self._more[key, inlines] = lines

    def _forget(self) -> None:
        self._lines.clear()
        self._more.clear()
        self._seen.clear()
        self._numbers.clear()
