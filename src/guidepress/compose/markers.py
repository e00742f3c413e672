"""In: a style and the kind of marker before a line. Out: the style hung by the marker's room, which grows with the type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.answer_room import HAND

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.style import Style

__all__ = ["BLANK_HANG", "CHOICE_HANG", "NUMBERED_HANG", "hung", "short_blank", "spread_out"]

CHOICE_HANG = 19
"""Tenths of the size: a letter, and a ring around it."""

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


def spread_out(context: Context, name: str, key: str, tenths: int) -> Style:
    """Vary a style by the room of its markers, each line apart from the next as far as a hand needs."""
    style = context.style(name)
    apart = max(style.space_after, HAND - style.leading)
    return context.varied(name, key, hang=style.size * tenths // 10, align="left", space_after=apart)
