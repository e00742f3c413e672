"""In: a format's name. Out: the format: one file each, found by its name and imported when it is named.

A file holds a `write` from a Quiz to bytes and a `read` from bytes to a Quiz, one above the other, and ends with both
of them in a `QuizFormat` called FORMAT; a long one is a folder with a file for each. `gift/` is the pattern. To add a
format, write its file and name it here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from guidepress.base.diagnostics import fault

if TYPE_CHECKING:
    from guidepress.exchange.quiz.format import QuizFormat

__all__ = ["FORMATS", "format_called"]

FORMATS = (
    "qti21",
    "qti22",
    "qti30",
    "cartridge",
    "canvas",
    "h5p",
    "moodle",
    "gift",
    "aiken",
    "blackboard",
    "anki",
    "xlsx",
    "csv",
    "quizlet",
    "numbered",
    "kahoot",
    "wayground",
    "blooket",
    "gimkit",
)
"""The formats, in the order in which a file that could be several is tried: from those that say what they are to those
that any text could be."""


def format_called(name: str) -> QuizFormat:
    """Import a format, by one of the names in FORMATS.

    Raises:
        FaultsFound: there is none of that name.
    """
    if name not in FORMATS:
        raise fault("unknown-format", f'There is no format "{name}".', f"Known are {', '.join(FORMATS)}.")
    return cast("QuizFormat", import_module(f"{__name__}.{name}").FORMAT)
