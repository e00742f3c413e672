"""In: a guide as it was typed. Out: the same guide with a typographer's quotes in its names and titles, too.

Text fields get theirs when they are parsed. Names are changed wherever they stand, so that they still match. A
place in the work keeps its number on the line of its word, and a range has the dash of a range.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from guidepress.base.record import fields, is_record, replace
from guidepress.guide.markdown import educate
from guidepress.guide.model import Guide, Markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.labels import Typography

__all__ = ["with_quotes"]

_VERBATIM = frozenset({"id", "url", "image", "language", "format", "diagnostics", "span"})
"""Fields that are no words of a language."""

_BEFORE_NUMBER = re.compile(r" (?=(?:\d|[IVXLC]+\b|[ivxlc]+\b))")
_RANGE = re.compile(r"(?<=\d)-(?=\d)")


def with_quotes(guide: Guide, typography: Typography) -> Guide:
    """Set the quotes, dashes and apostrophes of every short field of a guide."""
    plans: dict[type, tuple[str, ...]] = {}

    def walk(value: Any) -> Any:  # noqa: ANN401 - it goes through records of every kind
        kind = type(value)
        if kind is str:
            return _set(value, typography)
        if kind is tuple:
            return _all(value, walk)
        if kind is dict:
            return {walk(key): entry for key, entry in value.items()}
        if kind is Markdown or not is_record(kind):
            return value
        names = plans.get(kind)
        if names is None:
            names = plans[kind] = tuple(field.name for field in fields(kind) if field.name not in _VERBATIM)
        changes = {}
        for name in names:
            old = getattr(value, name)
            if old:
                new = _place(old) if name == "locator" else walk(old)
                if new is not old:
                    changes[name] = new
        return replace(value, **changes) if changes else value

    changed = walk(guide)
    return changed if isinstance(changed, Guide) else guide


def _place(locator: str) -> str:
    """Set a place: "ll. 4-6" has a space that does not break and a dash."""
    placed = _RANGE.sub("–", _BEFORE_NUMBER.sub("\u00a0", locator))
    return locator if placed == locator else placed


def _set(text: str, typography: Typography) -> str:
    if typography.spaces or "'" in text or '"' in text or "--" in text or "..." in text:
        return educate(text, typography)
    return text


def _all(values: tuple[Any, ...], walk: Callable[[Any], Any]) -> tuple[Any, ...]:
    """Walk through a tuple; the same one if nothing in it changes."""
    walked = tuple(map(walk, values))
    return walked if any(new is not old for new, old in zip(walked, values, strict=True)) else values
