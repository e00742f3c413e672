"""In: pairs. Out: how they are checked, posed side by side, shuffled and answered."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar

from guidepress.base.lengths import parse_length
from guidepress.base.record import replace
from guidepress.compose.answer_room import HAND, blank
from guidepress.compose.markers import CHOICE_HANG, NUMBERED_HANG, short_blank
from guidepress.compose.narrow import fitted
from guidepress.compose.question_kind import AnswerMarks, QuestionKind
from guidepress.compose.worksheets.orders import another_order
from guidepress.compose.worksheets.pinned import pinned
from guidepress.compose.worksheets.posed import letter
from guidepress.document.blocks import Cell, Paragraph, Row, Table
from guidepress.document.inlines import Look, Text
from guidepress.guide.question_faults import all_distinct, value_at
from guidepress.guide.solutions import PairSolution

if TYPE_CHECKING:
    from guidepress.base.decoding import Decoding
    from guidepress.base.yaml import Node
    from guidepress.compose.answer_room import AnswerRoom
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.chance import Chance
    from guidepress.compose.worksheets.orders import Order
    from guidepress.compose.worksheets.posed import Posed
    from guidepress.document.blocks import Block
    from guidepress.document.style import Style
    from guidepress.guide.model import Question

__all__ = ["TYPE", "matching_table"]

_GUTTER = parse_length("8mm")
"""White between the columns, so that lines can be drawn from one to the other."""


_SHARES = ((450, 550), (500, 500), (550, 450), (400, 600), (600, 400), (350, 650))
"""Shares of the columns, per mille, the usual first: the left one has blanks and numbers beside its entries."""

_MOST_MARKED = 10
"""Pairs whose letters have room in a row of an answer sheet."""


class Matching(QuestionKind):
    """Entries on the left, each to be matched with one on the right."""

    name = "matching"
    about = "Entries on the left, each to be matched with one on the right"
    takes: ClassVar[frozenset[str]] = frozenset({"pairs", "decoys"})

    def check(self, values: dict[str, Any], node: Node, run: Decoding) -> None:
        """At least two pairs, and no two entries of a side alike."""
        from guidepress.base.yaml import SequenceNode  # noqa: PLC0415 - who prints questions reads none

        at = value_at(node, "pairs")
        written = len(at.value) if isinstance(at, SequenceNode) else 0  # a pair with a fault has been told of
        if max(written, len(values.get("pairs", ()))) < 2:
            hint = "Write pairs: [[left, right], [left, right]]."
            run.fault(at, "too-few-choices", "A matching question needs at least two pairs.", hint)
        for side in range(2):
            texts = (pair[side].source for pair in values.get("pairs", ()))
            all_distinct("entries to match", texts, at, run)

    def solution(self, question: Question) -> PairSolution | None:
        """The pairs as they belong together."""
        return PairSolution(question.pairs) if question.pairs else None

    def told(self, _question: Question) -> bool:
        """Pairs are always written as they belong together."""
        return True

    def order(self, question: Question, chance: Chance, before: Posed | None) -> Order:
        """Shuffle the right-hand side; wish that it does not stand as it belongs."""
        count = len(question.pairs)
        return another_order(
            chance,
            count,
            pinned=pinned(question),
            before=before.order if before else None,
            fits=lambda order: order != tuple(range(count)),
        )

    def answered(
        self,
        posed: Posed,
        context: Context,
        _room: AnswerRoom | None,
        *,
        filled: bool,
    ) -> tuple[Block, ...]:
        """Set both sides, a blank for a letter before each entry on the left."""
        return (matching_table(context, posed, filled=filled),)

    def on_card(self, _posed: Posed, _context: Context, _style: Style) -> None:
        """Nothing: a card has no room for two columns."""

    def brief(self, posed: Posed, _context: Context) -> str:
        """For each number on the left, the letter on the right."""
        return ", ".join(f"{number} {mark}" for number, mark in enumerate(posed.matches(), 1))

    def marks(self, question: Question, _context: Context) -> AnswerMarks | None:
        """A row for each entry on the left, a box for each letter on the right; None where no sheet is so wide."""
        count = len(question.pairs)
        return AnswerMarks(letters=count, entries=count) if count <= _MOST_MARKED else None


def matching_table(context: Context, posed: Posed, style: str = "list-tight", *, filled: bool) -> Table:
    """Set a matching list: blanks and numbers on the left, letters on the right; long lists in a smaller style."""
    hang = context.style(style).size * NUMBERED_HANG // 10
    left_style = context.varied(style, "left", hang=hang, align="left", indent_right=_GUTTER, hyphenate=False)
    letters = context.style(style).size * CHOICE_HANG // 10
    right_style = context.varied(style, "right", hang=letters, align="left", hyphenate=False)
    pairs, matches = posed.question.pairs, posed.matches()
    rows = []
    for place, index in enumerate(posed.order):
        number = Text(f"\u2002{place + 1}.", Look(strong=True))
        marker = (blank(context, short_blank(left_style), matches[place] if filled else ""), number)
        left = Paragraph(left_style, context.line(pairs[place][0]), marker=marker)
        mark = (Text(letter(place), Look(strong=True)),)
        right = Paragraph(right_style, context.line(pairs[index][1]), marker=mark)
        rows.append(Row((Cell((left,), listed=0), Cell((right,), listed=1)), rule=False))
    grid = context.style("pairs")
    apart = max(grid.padding, -((left_style.leading - HAND) // 2))
    grid = context.varied("pairs", f"at-{apart}", padding=apart)
    table = Table(_SHARES[0], (), tuple(rows), grid, layout=True, lists=("Decimal", "UpperAlpha"))
    inset = context.style("question").hang
    return fitted(context, _shared_out(context, table, inset), inset=inset)


def _shared_out(context: Context, table: Table, inset: int) -> Table:
    """Give the column more that has the longer entries, if that saves lines: the usual shares, or those with the fewest."""
    usual = sum(1 for row in context.measurer.rows(table, context.measure - inset) for _ in chain(*row.cells))
    if usual <= 2 * len(table.rows):
        return table  # all stand on one line
    tried = (replace(table, widths=widths) for widths in _SHARES)
    return min(tried, key=lambda each: _height(context, each, inset))


def _height(context: Context, table: Table, inset: int) -> int:
    return sum(row.height for row in context.measurer.rows(table, context.measure - inset))


TYPE = Matching()
