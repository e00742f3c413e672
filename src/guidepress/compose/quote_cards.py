"""In: quotations and what they say. Out: cards to look at, two to a row as far as the measure allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.document.blocks import Cell, Group, Row, Table
from guidepress.document.style import Border

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.document.blocks import Block
    from guidepress.document.style import Style

__all__ = ["quote_cards"]

_LETTERS = 13  # least width of a card, in sizes of its type: some 28 letters a line
_GAP = 30  # per mille of the measure between two cards
_HALF = (1000 - _GAP) // 2


def _inset(style: Style) -> int:
    """The padding of the grid: none where the cards draw their own frames."""
    return style.padding if style.background else 0


def quote_cards(context: Context, cards: Sequence[Group]) -> tuple[Block, ...]:
    """Set cards on their grounds; both of a row are as high as the higher one.

    Args:
        context: of the document.
        cards: what stands on each: themes, words, source.
    """
    style = context.style("quote-card")
    least = _LETTERS * context.style("quote-text").size + 2 * style.padding
    if context.measure * _HALF // 1000 < least:
        return tuple(Group((card,), style) for card in cards)
    ground = style.background
    rows = []
    for at in range(0, len(cards), 2):
        pair = [
            Cell((card,), background=ground) if ground else Cell((Group((card,), style),))
            for card in cards[at : at + 2]
        ]
        pair += [Cell(())] * (2 - len(pair))
        row = Row((pair[0], Cell(()), pair[1]), rule=False)
        table = context.varied("quote-card", "row", background=None, border=Border(), padding=_inset(style))
        rows.append(Table((_HALF, 1000 - 2 * _HALF, _HALF), (), (row,), table, layout=True))
    return tuple(rows)
