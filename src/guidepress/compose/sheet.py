"""In: questions as a version poses them. Out: numbered questions with their choices, pairs, blanks and ruled lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.base.record import record
from guidepress.compose.answer_room import Room, answer_room, blank, blanks, key_look
from guidepress.compose.answers import answer
from guidepress.compose.lists import item, plain_list
from guidepress.compose.narrow import fitted
from guidepress.compose.worksheets.versions import letter
from guidepress.document.blocks import Cell, Group, MarginNote, Paragraph, Row, Table
from guidepress.document.inlines import Leader, Look, Text
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.versions import Posed
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style

__all__ = [
    "PLAIN_SHEET",
    "Answers",
    "SheetOptions",
    "Show",
    "directions",
    "matching_table",
    "question_items",
    "show_of",
    "word_bank",
]

_SMALL = 800  # per mille of the size, for points at the end of a line
_BOX, _TICKED = "☐", "☑"
_TICK = "✓"
_CHOICE_HANG = 19  # tenths of the size: a tick and a letter, or a letter
_SHORT = 20  # tenths of the size: a blank for a letter or a number
_BLANK_HANG = 27  # tenths of the size: such a blank and the air after it
_NUMBERED_HANG = 48  # tenths of the size: such a blank and the number after it

_LINES = {"short_answer": 2, "long_answer": 8}
"""Ruled lines where the question does not say how many."""


Answers: TypeAlias = Literal["none", "inline", "margin", "filled"]


@record
class Show:
    """What a sheet prints beside the questions.

    Attributes:
        lines: ruled lines to write on.
        points: what a full answer scores.
        answers: "none", "inline" (below the question), "margin" (beside it) or "filled": in the very room that pupils
            have for them, so that both copies break into the same pages.
        boxes: empty boxes of the same height in place of the lines.
        inset: what the box around the questions takes of the column, mpt.
        most_lines: at most so many ruled lines a question; 0 is as many as it asks for.
        standards: the curriculum standards that it serves.
        levels: for which pupils it is.
        notes: the teacher's note on it: in the margin, or below it where there is none.
        extra: for question 1, 2, 3 … how many lines it gets beyond those that it asks for.
    """

    lines: bool = False
    points: bool = False
    answers: Answers = "none"
    most_lines: int = 0
    boxes: bool = False
    inset: int = 0
    standards: bool = False
    levels: bool = False
    notes: bool = False
    extra: tuple[int, ...] = ()

    def asked(self, posed: Posed) -> int:
        """How many ruled lines a question gets; 0 where it is answered in another way, or without lines."""
        question = posed.question
        count = question.lines if question.lines is not None else _LINES.get(question.type, 0)
        if not self.lines or question.type not in _LINES:
            return 0
        more = self.extra[posed.number - 1] if posed.number <= len(self.extra) else 0
        return min(count, self.most_lines or count) + more


PLAIN_SHEET = Show()


@record
class SheetOptions:
    """What a layout may say of a sheet of questions."""

    group: Literal["none", "unit", "stage", "use", "level"] = "none"
    """Headings within the list."""
    lines: bool = False
    """Ruled lines to write on, as many as the question asks for."""
    boxes: bool = False
    """Boxes to write in, as high as the lines would be, in their place."""
    most_lines: Whole = 0
    """At most so many ruled lines a question; 0 is as many as it asks for."""
    points: bool = False
    """Print the points."""
    standards: bool = False
    """Print the curriculum standards that a question serves."""
    levels: bool = False
    """Print the level of a question."""
    answers: Answers = "none"
    """Print the answers below the questions, beside them, or filled in where pupils write."""
    teacher_notes: bool = False
    """Print the teacher's notes."""
    name_line: bool = False
    """A line for name, class and date."""
    fill: bool = False
    """More ruled lines, where a page would otherwise end in white; needs `lines`."""


def show_of(options: SheetOptions) -> Show:
    """Read what a section's options say of its sheet."""
    return Show(
        lines=options.lines,
        points=options.points,
        answers=options.answers,
        most_lines=options.most_lines,
        boxes=options.boxes,
        standards=options.standards,
        levels=options.levels,
        notes=options.teacher_notes,
    )


def directions(context: Context, kind: str) -> Paragraph:
    """Say in bold what to do."""
    return Paragraph(context.style("directions"), (Text(context.labels.text(f"directions-{kind}")),))


def word_bank(context: Context, words: Sequence[str]) -> Paragraph:
    """Set the words to choose from in a frame."""
    look = Look(strong=True)
    inlines: list[Inline] = [Text(f"{context.labels.text('word-bank')}\u2003", look)]
    inlines.extend(Text(f"{word.replace(' ', chr(160))}\u2003 ") for word in words)
    return Paragraph(context.style("word-bank"), tuple(inlines))


def question_items(context: Context, questions: Iterable[Posed], *, show: Show = PLAIN_SHEET) -> Group:
    """Set questions with what each needs to be answered; each stays in one piece."""
    style = context.style("question")
    items: list[Block] = []
    for posed in questions:
        beside = _beside(context, posed, show)
        marker = (Text(f"{posed.number}."),)
        rest = (*_answer_room(context, posed, style, show), *_below(context, posed, show))
        if beside:  # a note is part of the item: a list holds nothing but items
            rest = (MarginNote(beside), *rest) if context.margin else (*rest, *beside)
        items.append(item(style, marker, _prompt(context, posed, show), rest, whole=True))
    return Group(tuple(items), role="L", numbering="Decimal")


def _prompt(context: Context, posed: Posed, show: Show) -> tuple[Inline, ...]:
    question = posed.question
    prompt = list(context.line(question.prompt))
    if question.type == "fill_blank":
        words = [context.plain(each) for each in question.answer]
        prompt = list(blanks(context, prompt, words, shown=show.answers == "filled"))
    beside = _beside_prompt(context, posed, show)
    if beside:
        prompt.extend((Leader(dots=False), Text(beside, Look(scale=_SMALL, font="sans"))))
    return tuple(prompt)


def _beside_prompt(context: Context, posed: Posed, show: Show) -> str:
    """What stands at the end of a prompt: the standards it serves, its level, its points."""
    question = posed.question
    parts = list(question.standards) if show.standards else []
    if show.levels and question.level:
        parts.append(context.labels.text(question.level))
    if show.points and question.points:
        parts.append(context.labels.count("points", question.points))
    return " · ".join(parts).replace(" ", "\u00a0")


def _answered(posed: Posed) -> bool:
    return bool(posed.question.answer or posed.question.pairs or posed.question.right)


def _below(context: Context, posed: Posed, show: Show) -> tuple[Block, ...]:
    if show.answers != "inline" or not _answered(posed):
        return ()
    flush = context.varied("answer", "flush", hang=0)  # no number stands in front of it, as in a key
    return (Paragraph(flush, answer(posed, context)),)


def _beside(context: Context, posed: Posed, show: Show) -> tuple[Paragraph, ...]:
    """Set what stands beside a question under its number: the answer, the teacher's note."""
    blocks: list[Paragraph] = []
    if show.answers == "margin" and _answered(posed):
        style = context.varied("margin", "answer", colour=context.colour("key"))
        number = Text(f"{posed.number}. ", Look(strong=True))
        blocks.append(Paragraph(style, (number, *answer(posed, context))))
    if show.notes and posed.question.teacher_note:
        named = Text(f"{context.labels.text('teacher-note')} {posed.number}. ", Look(strong=True))
        blocks.append(
            Paragraph(context.style("teacher-note"), (named, *context.line(posed.question.teacher_note)))
        )
    return tuple(blocks)


def _answer_room(context: Context, posed: Posed, style: Style, show: Show) -> tuple[Block, ...]:
    """Set choices and pairs always, ruled lines where they are wanted."""
    question, filled = posed.question, show.answers == "filled"
    if question.type == "multiple_choice":
        return (_choices(context, posed, filled=filled),)
    if question.type == "true_false":
        return (_truth(context, posed, filled=filled),)
    if question.type == "matching":
        return (matching_table(context, posed, filled=filled),)
    if question.type == "ordering":
        return (_ranks(context, posed, filled=filled),)
    count = show.asked(posed)
    if not show.lines or question.type == "fill_blank":
        return ()
    room = Room(count, boxed=show.boxes, shown=filled, inset=style.hang + show.inset)
    return answer_room(context, room, question.answer)


def _hung(context: Context, name: str, key: str, tenths: int) -> Style:
    """Vary a style by the room of its markers, which grows with the type."""
    return context.varied(name, key, hang=context.style(name).size * tenths // 10, align="left")


def _choices(context: Context, posed: Posed, *, filled: bool) -> Group:
    style = _hung(context, "list-tight", "choice", _CHOICE_HANG)
    key = key_look(context)
    items = []
    for place, index in enumerate(posed.order):
        right = filled and index in posed.question.right
        marker = Text(f"{_TICK}{letter(place)}", key) if right else Text(letter(place), Look(strong=True))
        items.append(item(style, (marker,), context.line(posed.question.choices[index])))
    return plain_list(items, "UpperAlpha")


def _truth(context: Context, posed: Posed, *, filled: bool) -> Paragraph:
    inlines: list[Inline] = []
    for key, value in (("true", True), ("false", False)):
        right = filled and posed.question.truth is value
        look = key_look(context) if right else Look()
        inlines.append(Text(f"{_TICKED if right else _BOX}\u00a0{context.labels.text(key)}\u2003", look))
    return Paragraph(context.varied("list-tight", "truth", hang=0), tuple(inlines))


def _ranks(context: Context, posed: Posed, *, filled: bool) -> Group:
    """Set entries to be put in order, a blank for the number before each."""
    style = _hung(context, "list-tight", "ranks", _BLANK_HANG)
    items = []
    for index, rank in zip(posed.order, posed.ranks(), strict=True):
        marker = (blank(context, _short(style), str(rank) if filled else ""),)
        items.append(item(style, marker, context.line(posed.question.choices[index])))
    return plain_list(items)


def _short(style: Style) -> int:
    """How long a blank for a letter or a number is, mpt."""
    return style.size * _SHORT // 10


def matching_table(context: Context, posed: Posed, style: str = "list-tight", *, filled: bool) -> Table:
    """Set a matching list: blanks and numbers on the left, letters on the right; long lists in a smaller style."""
    left_style = _hung(context, style, "left", _NUMBERED_HANG)
    right_style = _hung(context, style, "right", _CHOICE_HANG)
    pairs, matches = posed.question.pairs, posed.matches()
    rows = []
    for place, index in enumerate(posed.order):
        number = Text(f"\u2002{place + 1}.", Look(strong=True))
        marker = (blank(context, _short(left_style), matches[place] if filled else ""), number)
        left = Paragraph(left_style, context.line(pairs[place][0]), marker=marker)
        mark = (Text(letter(place), Look(strong=True)),)
        right = Paragraph(right_style, context.line(pairs[index][1]), marker=mark)
        rows.append(Row((Cell((left,)), Cell((right,))), rule=False))
    table = Table((450, 550), (), tuple(rows), context.style("pairs"), layout=True)
    return fitted(context, table, inset=context.style("question").hang)
