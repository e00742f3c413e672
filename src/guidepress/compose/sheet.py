"""In: questions. Out: numbered questions with their choices, pairs, blanks and ruled lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.lengths import parse_length
from guidepress.base.record import record
from guidepress.compose.answers import answer, letter, shuffled
from guidepress.compose.document import Cell, Group, Lines, Paragraph, Row, Table
from guidepress.compose.inlines import Leader, Look, Text
from guidepress.compose.lists import item, plain_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.document import Block
    from guidepress.compose.inlines import Inline
    from guidepress.guide.model import Markdown, Question

__all__ = ["PLAIN_SHEET", "RULED", "Show", "directions", "name_line", "question_items"]

RULED = parse_length("9mm")
"""From ruled line to ruled line: older pupils write on 8 to 9 mm."""

_SMALL = 800  # per mille of the size, for points at the end of a line
_BOX = "☐"

_LINES = {"short_answer": 2, "long_answer": 8}
"""Ruled lines where the question does not say how many."""


@record
class Show:
    """What a sheet prints beside the questions: ruled lines, points, the answers."""

    lines: bool = False
    points: bool = False
    answers: bool = False


PLAIN_SHEET = Show()


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
    context: Context, questions: Sequence[Question], *, start: int = 1, show: Show = PLAIN_SHEET
) -> Group:
    """Number questions from `start` and set each with what it needs to be answered."""
    style = context.style("question")
    items = []
    for number, question in enumerate(questions, start):
        prompt = list(context.line(question.prompt))
        if show.points and question.points:
            points = context.labels.count("points", question.points)
            prompt.extend((Leader(dots=False), Text(points, Look(scale=_SMALL))))
        rest = _answer_room(context, question, with_lines=show.lines)
        if show.answers and (question.answer or question.pairs):
            rest = (*rest, Paragraph(context.style("answer"), answer(question, context)))
        items.append(item(style, (Text(f"{number}."),), tuple(prompt), rest))
    return plain_list(items, "Decimal")


def _answer_room(context: Context, question: Question, *, with_lines: bool) -> tuple[Block, ...]:
    """Set choices and pairs always, ruled lines where they are wanted."""
    tight = context.style("list-tight")
    if question.type == "multiple_choice":
        return (_choices(context, question.choices),)
    if question.type == "true_false":
        words = (context.labels.text("true"), context.labels.text("false"))
        return (Paragraph(tight, (Text(f"{_BOX}\u00a0{words[0]}\u2003{_BOX}\u00a0{words[1]}"),)),)
    if question.type == "matching":
        return (_pairs(context, question),)
    if question.type == "ordering":
        entries = tuple(item(tight, (Text(_BOX),), context.line(each)) for each in question.choices)
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
        left = (Text(f"____\u2002{place + 1}\u2002"), *context.line(question.pairs[place][0]))
        right = (Text(f"{letter(place)}\u2002", Look(strong=True)), *context.line(question.pairs[other][1]))
        rows.append(Row((Cell((Paragraph(style, left),)), Cell((Paragraph(style, right),))), rule=False))
    return Table((450, 550), (), tuple(rows), context.style("strip"), layout=True)
