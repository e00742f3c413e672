"""In: a question and the order of what belongs to it. Out: the question as it stands on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record

if TYPE_CHECKING:
    from guidepress.compose.worksheets.orders import Order
    from guidepress.guide.model import Question

__all__ = ["Posed", "letter"]


@record
class Posed:
    """A question as it stands on a sheet.

    Attributes:
        number: the number before it.
        order: per place on the sheet, the index of the choice, or of the pair whose right-hand side stands there.
    """

    question: Question
    number: int
    order: Order = ()

    def letters(self) -> tuple[str, ...]:
        """The letters of the right choices as this sheet has them, in alphabetical order."""
        return tuple(sorted(letter(self.order.index(index)) for index in self.question.right))

    def matches(self) -> tuple[str, ...]:
        """For each left-hand entry of a matching list, the letter that stands at its other half."""
        return tuple(letter(self.order.index(index)) for index in range(len(self.question.pairs)))

    def ranks(self) -> tuple[int, ...]:
        """For each entry to be put in order, as they stand on this sheet, its right number, counted from 1."""
        right = self.question.right
        return tuple(right.index(index) + 1 for index in self.order)


def letter(index: int) -> str:
    """Letter a choice: 0 is A."""
    return chr(ord("A") + index)
