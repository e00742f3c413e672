"""In: a question. Out: its cards: a front and a back, with the choices on the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.quiz.options import BLANK
from guidepress.exchange.report import Loss
from guidepress.guide.question_faults import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidepress.guide.model import Markdown, Question

__all__ = ["KIND_LOST", "Card", "cards_of", "gapped", "kind_lost"]

KIND_LOST = "the kind of question"
"""What a card loses of all but questions that are answered in words."""


@record
class Card:
    """A card.

    Attributes:
        front: what is asked.
        back: what is right.
        typed: the answer is typed and compared.
    """

    front: str
    back: str
    typed: bool = False


def cards_of(question: Question, text: Callable[[Markdown], str], *, html: bool) -> tuple[Card, ...]:
    """Make the cards of a question: one, or one for each pair; none of a question without an answer.

    Args:
        question: the question; one with several blanks fills them all on its back.
        text: writes a text.
        html: line ends are tags.
    """
    end = "<br>" if html else " / "
    front = text(question.prompt)
    if question.type == "matching":
        return tuple(Card(f"{front}{end}{text(left)}", text(right)) for left, right in question.pairs)
    if question.type == "true_false":
        return (Card(f"{front}{end}(true or false?)", "true" if question.truth else "false"),)
    if question.type in {"multiple_choice", "ordering"}:
        return (_listed(question, front, text, html=html),)
    if not question.answer:
        return ()
    back = end.join(text(each) for each in question.answer)
    typed = bool(question.match) and len(question.answer) == 1
    return (Card(front, back, typed and question.type == "short_answer"),)


def _listed(question: Question, front: str, text: Callable[[Markdown], str], *, html: bool) -> Card:
    """Choices under letters, or entries in the order of their letters, so that the right one is not seen."""
    entries = [text(choice) for choice in question.choices]
    if question.type == "ordering":
        shown, right = sorted(entries), [entries[index] for index in question.right]
    else:
        shown, right = entries, [entries[index] for index in question.right]
    if html:
        items = "".join(f"<li>{entry}</li>" for entry in shown)
        mark = ' type="A"' if question.type == "multiple_choice" else ""
        back = (
            "<br>".join(right) if len(right) == 1 else f"<ol>{''.join(f'<li>{e}</li>' for e in right)}</ol>"
        )
        return Card(f"{front}<ol{mark}>{items}</ol>", back)
    letters = [LETTERS[index : index + 1] or str(index + 1) for index in range(len(shown))]
    listed = " / ".join(f"{letter}. {entry}" for letter, entry in zip(letters, shown, strict=True))
    return Card(f"{front} / {listed}", " / ".join(right))


def gapped(question: Question, text: Callable[[Markdown], str]) -> str:
    """A text with its gaps as Anki has them: {{c1::grave}}."""
    numbers = iter(range(1, len(question.answer) + 1))

    def gap(_found: object) -> str:
        number = next(numbers)
        return f"{{{{c{number}::{text(question.answer[number - 1])}}}}}"

    return BLANK.sub(gap, text(question.prompt))


def kind_lost(place: str, question: Question, name: str) -> list[Loss]:
    """The loss of the kind, of all but questions in words."""
    if question.type in {"short_answer", "long_answer"}:
        several = len(question.answer) > 1
        hand = question.type == "long_answer" or bool(question.tolerance)
        lost = [Loss(place, "answer", f"{name} has one back: all answers stand on it")] if several else []
        lost += (
            [Loss(place, "match", f"{name} compares one answer alone")] if several and question.match else []
        )
        return lost + ([Loss(place, "the length of the answer", f"{name} has cards alone")] if hand else [])
    return [Loss(place, KIND_LOST, f"{name} has cards with a front and a back")]
