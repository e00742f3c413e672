"""In: questions. Out: numbered questions with their choices, pairs, blanks and ruled lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.lengths import parse_length
from guidepress.compose.document import Cell, Group, Lines, Paragraph, Row, Table
from guidepress.compose.inlines import Leader, Look, Text
from guidepress.compose.lists import item, plain_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.document import Block
    from guidepress.compose.inlines import Inline
    from guidepress.guide.model import Markdown, Question

__all__ = ["RULED", "directions", "letter", "name_line", "question_items", "shuffled"]

RULED = parse_length("9mm")
"""From ruled line to ruled line: older pupils write on 8 to 9 mm."""

_LINES = {"short_answer": 2, "long_answer": 8}
"""Ruled lines where the question does not say how many."""


def letter(index: int) -> str:
    """Letter a choice: 0 is A."""
    return chr(ord("A") + index)


def shuffled(count: int) -> tuple[int, ...]:
    """Mix up the right-hand side of a matching list, always in the same way, with no entry left in its place.

    Stepping through the list by a stride that shares no factor with its length visits each entry once.
    """
    if count < 3:
        return tuple(reversed(range(count)))
    stride = next(step for step in range(max(2, count // 2), count + 2) if _coprime(step, count))
    order = [(index * stride + 1) % count for index in range(count)]
    while any(place == entry for place, entry in enumerate(order)):
        order = [*order[1:], order[0]]
        if order[0] == (1 % count):  # every turn leaves some entry in place: swap neighbours instead
            return tuple((index + 1) % count for index in range(count))
    return tuple(order)


def _coprime(first: int, second: int) -> bool:
    while second:
        first, second = second, first % second
    return first == 1


def name_line(context: Context) -> Paragraph:
    """Rule a line for name, class and date."""
    labels = context.labels
    inlines: list[Inline] = []
    for key, share in (("name", 34), ("class", 12), ("date", 12)):
        inlines.append(Text(f"{labels.text(key)}\u00a0", Look(strong=True)))
        inlines.append(Text("_" * share + " "))
    return Paragraph(context.style("directions"), tuple(inlines))


def directions(context: Context, kind: str) -> Paragraph:
    """Say in bold what to do."""
    return Paragraph(context.style("directions"), (Text(context.labels.text(f"directions-{kind}")),))


def question_items(
    context: Context,
    questions: Sequence[Question],
    *,
    start: int = 1,
    with_lines: bool = False,
    with_points: bool = False,
) -> Group:
    """Number questions from `start` and set each with what it needs to be answered."""
    style = context.style("question")
    items = []
    for number, question in enumerate(questions, start):
        prompt = list(context.line(question.prompt))
        if with_points and question.points:
            prompt.extend(
                (Leader(dots=False), Text(context.labels.count("points", question.points), Look(scale=800)))
            )
        rest = _answer_room(context, question, with_lines=with_lines)
        items.append(item(style, (Text(f"{number}."),), tuple(prompt), rest))
    return plain_list(items, "Decimal")


def _answer_room(context: Context, question: Question, *, with_lines: bool) -> tuple[Block, ...]:
    """Set choices and pairs always, ruled lines where they are wanted."""
    if question.type == "multiple_choice":
        return (_choices(context, question.choices),)
    if question.type == "true_false":
        words = (context.labels.text("true"), context.labels.text("false"))
        return (Paragraph(context.style("list-tight"), (Text(f"☐ {words[0]}\u2003☐ {words[1]}"),)),)
    if question.type == "matching":
        return (_pairs(context, question),)
    if question.type == "ordering":
        entries = tuple(
            item(context.style("list-tight"), (Text("___"),), context.line(each)) for each in question.choices
        )
        return (plain_list(entries),)
    count = question.lines if question.lines is not None else _LINES.get(question.type, 0)
    return (Lines(count, RULED, context.style("question")),) if with_lines and count else ()


def _choices(context: Context, choices: Sequence[Markdown]) -> Group:
    style = context.style("list-tight")
    items = (item(style, (Text(letter(index)),), context.line(each)) for index, each in enumerate(choices))
    return plain_list(items, "UpperAlpha")


def _pairs(context: Context, question: Question) -> Table:
    """Set a matching list: numbers to fill in on the left, letters on the right, mixed up."""
    style = context.style("table-cell")
    order = range(len(question.pairs)) if question.keep_order else shuffled(len(question.pairs))
    rows = []
    for place, other in enumerate(order):
        left = (Text("____\u2002"), *context.line(question.pairs[place][0]))
        right = (Text(f"{letter(place)}\u2002", Look(strong=True)), *context.line(question.pairs[other][1]))
        rows.append(Row((Cell((Paragraph(style, left),)), Cell((Paragraph(style, right),))), rule=False))
    return Table((450, 550), (), tuple(rows), context.style("table"))
