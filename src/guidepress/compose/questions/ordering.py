"""In: events to be put in order. Out: how they are checked, posed, shuffled and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from guidepress.compose.answer_room import blank
from guidepress.compose.lists import item, plain_list
from guidepress.compose.markers import BLANK_HANG, short_blank, spread_out
from guidepress.compose.question_kind import AnswerMarks, QuestionKind
from guidepress.compose.worksheets.orders import another_order
from guidepress.compose.worksheets.pinned import pinned
from guidepress.guide.question_faults import all_distinct, choices_named, value_at
from guidepress.guide.solutions import OrderSolution

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
    from guidepress.guide.model import Markdown, Question

__all__ = ["TYPE"]

_FEWEST = 3  # entries that can be put in order


class Ordering(QuestionKind):
    """Events to be put in order."""

    name = "ordering"
    about = "Entries to be put in order"
    takes: ClassVar[frozenset[str]] = frozenset({"choices"})

    def check(self, values: dict[str, Any], node: Node, run: Decoding) -> None:
        """At least three entries, no two alike, and an answer that names each once; without one, they are in order.

        Two are a coin thrown, and in a second version they could stand in no other order than the right one.
        """
        choices: tuple[Markdown, ...] = values.get("choices", ())
        at = value_at(node, "choices")
        if len(choices) < _FEWEST:
            message = "An ordering question needs at least three choices."
            run.fault(at, "too-few-choices", message, "Write choices: [first, second, third].")
            return
        all_distinct("choices", (choice.source for choice in choices), at, run)
        if not values.get("answer"):
            values["right"] = tuple(range(len(choices)))
            return
        right = choices_named(values, node, run, "answer")
        if len(right) == len(values["answer"]) and sorted(right) != list(range(len(choices))):
            again = next((choices[index] for index in right if right.count(index) > 1), None)
            missing = next((choices[index] for index in range(len(choices)) if index not in right), None)
            said = [f'"{again.source[:40]}" comes more than once'] if again else []
            said += [f'"{missing.source[:40]}" is missing'] if missing else []
            message = f"The answer must name each choice once: {' and '.join(said)}."
            run.fault(value_at(node, "answer"), "wrong-answer", message, f"There are {len(choices)} choices.")
        values["right"] = right

    def solution(self, question: Question) -> OrderSolution | None:
        """The entries in their right order."""
        entries = tuple(question.choices[index] for index in question.right)
        return OrderSolution(entries) if entries else None

    def told(self, question: Question) -> bool:
        """Whether the entries are written in their right order."""
        return question.right == tuple(range(len(question.choices))) and not question.keep_order

    def order(self, question: Question, chance: Chance, before: Posed | None) -> Order:
        """Shuffle the entries; wish that they do not stand in their right order."""
        return another_order(
            chance,
            len(question.choices),
            pinned=pinned(question),
            before=before.order if before else None,
            fits=lambda order: order != question.right,
        )

    def answered(
        self,
        posed: Posed,
        context: Context,
        _room: AnswerRoom | None,
        *,
        filled: bool,
    ) -> tuple[Block, ...]:
        """Set the entries, a blank for the number before each."""
        style = spread_out(context, "list-tight", "ranks", BLANK_HANG)
        items = []
        for index, rank in zip(posed.order, posed.ranks(), strict=True):
            marker = (blank(context, short_blank(style), str(rank) if filled else ""),)
            items.append(item(style, marker, context.line(posed.question.choices[index])))
        return (plain_list(items),)

    def on_card(self, _posed: Posed, _context: Context, _style: Style) -> None:
        """Nothing: a card has no room for a list to number."""

    def brief(self, posed: Posed, _context: Context) -> str:
        """The numbers, from the top of the sheet's list down."""
        return ", ".join(str(rank) for rank in posed.ranks())

    def marks(self, question: Question, _context: Context) -> AnswerMarks:
        """A box an entry, for its number."""
        return AnswerMarks(boxes=len(question.choices))


TYPE = Ordering()
