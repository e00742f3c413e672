"""Right answers as values, one shape for each way in which a question can be answered.

They say nothing of paper, letters or language, so that what marks or exchanges questions needs to know no type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.guide.model import Markdown

__all__ = [
    "BlankSolution",
    "ChoiceSolution",
    "OrderSolution",
    "PairSolution",
    "Solution",
    "TextSolution",
    "TruthSolution",
]


@record
class ChoiceSolution:
    """Some of several choices, by their indices."""

    choices: tuple[Markdown, ...]
    right: tuple[int, ...]


@record
class TruthSolution:
    """Whether a statement is true."""

    truth: bool


@record
class BlankSolution:
    """A word for each blank of the prompt."""

    words: tuple[Markdown, ...]


@record
class PairSolution:
    """Left-hand entries, each with the right-hand entry that belongs to it."""

    pairs: tuple[tuple[Markdown, Markdown], ...]


@record
class OrderSolution:
    """Entries in their right order."""

    entries: tuple[Markdown, ...]


@record
class TextSolution:
    """A model answer in words, or several that are each right."""

    texts: tuple[Markdown, ...]


Solution: TypeAlias = (
    ChoiceSolution | TruthSolution | BlankSolution | PairSolution | OrderSolution | TextSolution
)
