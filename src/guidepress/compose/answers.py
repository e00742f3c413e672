"""In: a question. Out: its right answer as the sheet asks for it, and the order in which choices stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.compose.inlines import Look, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.compose.inlines import Inline
    from guidepress.guide.model import Question

__all__ = ["answer", "letter", "shuffled"]


def letter(index: int) -> str:
    """Letter a choice: 0 is A."""
    return chr(ord("A") + index)


def shuffled(count: int) -> tuple[int, ...]:
    """Mix up the right-hand side of a matching list, always in the same way.

    Steps through the list by a stride that shares no factor with its length, so each entry comes once; for three
    entries and more none stays in its place.
    """
    if count < 3:
        return tuple(reversed(range(count)))
    for stride in range(count // 2, count + 1):
        for shift in range(1, count):
            order = tuple((place * stride + shift) % count for place in range(count))
            if len(set(order)) == count and all(place != entry for place, entry in enumerate(order)):
                return order
    return tuple((place + 1) % count for place in range(count))


def answer(question: Question, context: Context) -> tuple[Inline, ...]:
    """Write the right answer as the sheet asks for it."""
    strong = Look(strong=True)
    if question.type == "multiple_choice" and question.right:
        letters = ", ".join(letter(index) for index in question.right)
        if len(question.right) > 1:
            return (Text(f"{letters}.", strong),)
        return (Text(f"{letters}. ", strong), *context.line(question.choices[question.right[0]]))
    if question.type == "true_false" and question.truth is not None:
        return (Text(context.labels.text("true" if question.truth else "false") + ".", strong),)
    if question.type == "matching":
        order = tuple(range(len(question.pairs))) if question.keep_order else shuffled(len(question.pairs))
        pairs = (f"{left + 1} {letter(order.index(left))}" for left in range(len(question.pairs)))
        return (Text(", ".join(pairs) + ".", strong),)
    if question.type == "ordering":
        order = question.right or tuple(range(len(question.choices)))
        return (Text(", ".join(str(order.index(index) + 1) for index in range(len(order))) + ".", strong),)
    made: list[Inline] = []
    for answer in question.answer:
        if made:
            made.append(Text("; "))
        made.extend(context.line(answer))
    return tuple(made)
