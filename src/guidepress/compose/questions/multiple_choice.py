"""In: a question with choices, of which one or more are right. Out: how it is checked, posed, shuffled and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from guidepress.compose.answer_room import key_look
from guidepress.compose.lists import item, plain_list
from guidepress.compose.markers import CHOICE_HANG, hung
from guidepress.compose.question_kind import AnswerMarks, QuestionKind
from guidepress.compose.worksheets.orders import another_order
from guidepress.compose.worksheets.pinned import pinned
from guidepress.compose.worksheets.posed import Posed, letter
from guidepress.document.inlines import Blank, LineBreak, Look, Text
from guidepress.guide.question_faults import LETTERS, all_distinct, choices_named, unanswered, value_at
from guidepress.guide.solutions import ChoiceSolution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.base.decoding import Decoding
    from guidepress.base.yaml import Node
    from guidepress.compose.answer_room import AnswerRoom
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.chance import Chance
    from guidepress.compose.worksheets.orders import Order
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Markdown, Question

__all__ = ["TYPE"]

_RIGHT = "✓"
"""What a ring is read out as, and copied out."""

_STRONG = Look(strong=True)
_EMPHASIS = Look(emphasis=True)


class MultipleChoice(QuestionKind):
    """One or more of several choices are right."""

    name = "multiple_choice"
    about = "Choices with letters, of which one or more are right"
    takes: ClassVar[frozenset[str]] = frozenset({"choices", "pinned", "weights"})

    def check(self, values: dict[str, Any], node: Node, run: Decoding) -> None:
        """At least two choices, no two alike, and an answer that names some of them."""
        choices: tuple[Markdown, ...] = values.get("choices", ())
        at = value_at(node, "choices")
        if len(choices) < 2:
            message = "A multiple-choice question needs at least two choices."
            run.fault(at, "too-few-choices", message, "Write choices: [one, two].")
            return
        all_distinct("choices", (choice.source for choice in choices), at, run)
        if not values.get("answer"):
            hint = f"Add its letter, A to {LETTERS[len(choices) - 1]}."
            unanswered(node, run, "multiple-choice", hint)
            return
        values["right"] = choices_named(values, node, run, "answer")
        if values.get("pinned"):
            values["fixed"] = choices_named(values, node, run, "pinned")

    def solution(self, question: Question) -> ChoiceSolution | None:
        """The choices and which of them are right."""
        return ChoiceSolution(question.choices, question.right) if question.right else None

    def order(self, question: Question, chance: Chance, before: Posed | None) -> Order:
        """Shuffle the choices that are not pinned; wish that the right answer moves."""
        letters = before.letters() if before else ()
        return another_order(
            chance,
            len(question.choices),
            pinned=pinned(question),
            before=before.order if before else None,
            fits=lambda order: not letters or Posed(question, 0, order).letters() != letters,
        )

    def directions(self, questions: Sequence[Question]) -> str:
        """The best answer, unless every one of the questions has several."""
        return (
            super().directions(questions) if min(len(each.right) for each in questions) < 2 else "choose-all"
        )

    def prompt(self, posed: Posed, context: Context, *, filled: bool) -> tuple[Inline, ...]:
        """What is asked; where several choices are right, that they are all wanted."""
        asked = super().prompt(posed, context, filled=filled)
        if len(posed.question.right) < 2:
            return asked
        return (*asked, Text(" "), Text(context.labels.text("choose-all"), _EMPHASIS))

    def answered(
        self,
        posed: Posed,
        context: Context,
        _room: AnswerRoom | None,
        *,
        filled: bool,
    ) -> tuple[Block, ...]:
        """Set the choices under their letters, the right ones ringed where they are to be seen."""
        style = hung(context, "list-tight", "choice", CHOICE_HANG)
        key = key_look(context)
        items = []
        for place, index in enumerate(posed.order):
            right = filled and index in posed.question.right
            mark = letter(place)
            marker = Blank(0, f"{mark}\u00a0{_RIGHT}", mark, key, "ring") if right else Text(mark, _STRONG)
            items.append(item(style, (marker,), context.line(posed.question.choices[index])))
        return (plain_list(items, "UpperAlpha"),)

    def on_card(self, posed: Posed, context: Context, _style: Style) -> tuple[Inline, ...]:
        """The choices, a line each."""
        made: list[Inline] = []
        for place, index in enumerate(posed.order):
            made += [LineBreak()] if made else []
            made += (Text(f"{letter(place)}\u2002", _STRONG), *context.line(posed.question.choices[index]))
        return tuple(made)

    def brief(self, posed: Posed, _context: Context) -> str:
        """The letters of the right choices."""
        return ", ".join(posed.letters())

    def answer(self, posed: Posed, context: Context) -> tuple[Inline, ...]:
        """The letter of the one right choice with its text; of several, the letters."""
        question = posed.question
        if len(question.right) != 1:
            return super().answer(posed, context)
        return (Text(f"{posed.letters()[0]}. ", _STRONG), *context.line(question.choices[question.right[0]]))

    def marks(self, question: Question, _context: Context) -> AnswerMarks:
        """A circle a choice."""
        return AnswerMarks(letters=len(question.choices))


TYPE = MultipleChoice()
