"""In: a style and the kind of marker before a line. Out: the style hung by the marker's room, which grows with the type."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.style import Style

__all__ = ["BLANK_HANG", "CHOICE_HANG", "NUMBERED_HANG", "hung", "short_blank"]

CHOICE_HANG = 19
"""Tenths of the size: a tick and a letter, or a letter."""

BLANK_HANG = 27
"""Tenths of the size: a blank for a letter or a number, and the air after it."""

NUMBERED_HANG = 48
"""Tenths of the size: such a blank and the number after it."""

_SHORT = 20  # tenths of the size: a blank for a letter or a number


def hung(context: Context, name: str, key: str, tenths: int) -> Style:
    """Vary a style by the room of its markers."""
    return context.varied(name, key, hang=context.style(name).size * tenths // 10, align="left")


def short_blank(style: Style) -> int:
    """How long a blank for a letter or a number is, mpt."""
    return style.size * _SHORT // 10
