"""In: a question and a change of words. Out: the question with all of its texts changed so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.base.record import fields, replace
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.guide.model import Question

__all__ = ["reworded"]


def reworded(question: Question, change: Callable[[str], str]) -> Question:
    """Change the source of each text of a question."""
    changed: dict[str, Any] = {}
    for field in fields(question):
        value = getattr(question, field.name)
        new = _reworded(value, change)
        if new != value:
            changed[field.name] = new
    return replace(question, **changed) if changed else question


def _reworded(value: object, change: Callable[[str], str]) -> object:
    if isinstance(value, Markdown):
        return replace(value, source=change(value.source))
    if isinstance(value, tuple):
        return tuple(_reworded(each, change) for each in value)
    if isinstance(value, dict):
        return {key: _reworded(each, change) for key, each in value.items()}
    return value
