"""In: a number of words, of cards, and a seed. Out: bingo cards, each another, and the order in which words are called."""

from __future__ import annotations

from guidepress.base.record import record
from guidepress.compose.worksheets.chance import Chance

__all__ = ["Bingo", "bingo"]

_SIDES = (5, 3)
"""Squares along a side; odd, so that there is one in the centre to leave free."""


@record
class Bingo:
    """The cards of a class.

    Attributes:
        side: squares along a side of each card.
        cards: per card, the indices of its words row by row; -1 is the free centre.
        calls: the words in the order in which they are called.
    """

    side: int
    cards: tuple[tuple[int, ...], ...]
    calls: tuple[int, ...]


def bingo(words: int, cards: int, seed: int) -> Bingo | None:
    """Deal cards.

    Args:
        words: how many there are to deal.
        cards: how many different cards to deal.
        seed: the same seed deals the same cards.

    Returns:
        Cards with a free centre, as large as the words allow; None if there are fewer than the eight of the smallest.
    """
    side = next((side for side in _SIDES if side * side - 1 <= words), 0)
    if not side:
        return None
    centre = side * side // 2
    dealt: dict[tuple[int, ...], None] = {}
    chance = Chance(seed, "bingo")
    while len(dealt) < cards:  # 8! cards of the smallest kind: a card hardly ever comes twice
        picked = chance.shuffled(range(words))[: side * side - 1]
        dealt[*picked[:centre], -1, *picked[centre:]] = None
    return Bingo(side, tuple(dealt), tuple(Chance(seed, "calls").shuffled(range(words))))
