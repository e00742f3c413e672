"""In: questions as a version poses them. Out: numbered questions with their choices, pairs, blanks and ruled lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.base.record import record
from guidepress.compose.answer_room import HAND, AnswerRoom
from guidepress.compose.lists import item
from guidepress.compose.question_kind import type_of
from guidepress.document.blocks import Group, MarginNote, Paragraph
from guidepress.document.inlines import Blank, Leader, Look, Text
from guidepress.guide.model import Markdown
from guidepress.layout.options import Whole  # noqa: TC001 - the loader reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.posed import Posed
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style

__all__ = [
    "PLAIN_SHEET",
    "Answers",
    "SheetOptions",
    "Show",
    "directions",
    "question_items",
    "show_of",
    "word_bank",
]

_SMALL = 800  # per mille of the size, for points at the end of a line
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
        question, usual = posed.question, type_of(posed.question).lines
        count = question.lines if question.lines is not None else usual
        if not self.lines or not usual:
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
    """A line for name, class and date; with `fill`, at the head of each page, since each may be handed in by itself."""
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


def directions(context: Context, label: str) -> Paragraph:
    """Say in bold what to do.

    Args:
        context: of the document.
        label: the label that says it ("directions-matching").
    """
    return Paragraph(context.style("directions"), (Text(context.labels.text(label)),))


def word_bank(context: Context, words: Sequence[str]) -> Paragraph:
    """Set the words to choose from in a frame."""
    look = Look(strong=True)
    inlines: list[Inline] = [Text(f"{context.labels.text('word-bank')}\u2003", look)]
    said = (context.plain(Markdown(word)) for word in words)
    inlines.extend(Text(f"{word.replace(' ', chr(160))}\u2003 ") for word in said)
    return Paragraph(context.style("word-bank"), tuple(inlines))


def question_items(context: Context, questions: Iterable[Posed], *, show: Show = PLAIN_SHEET) -> Group:
    """Set questions with what each needs to be answered; each stays in one piece."""
    items: list[Block] = []
    for posed in questions:
        beside = _beside(context, posed, show)
        marker = (Text(f"{posed.number}."),)
        prompt = _prompt(context, posed, show)
        rest = (*_answer_room(context, posed, prompt, show), *_below(context, posed, show))
        if beside:  # a note is part of the item: a list holds nothing but items
            rest = (MarginNote(beside), *rest) if context.margin else (*rest, *beside)
        items.append(item(_prompt_style(context, prompt), marker, prompt, rest, whole=True))
    return Group(tuple(items), role="L", numbering="Decimal")


def _prompt_style(context: Context, prompt: Sequence[Inline]) -> Style:
    """The style of a prompt; one with blanks in it has lines as far apart as a hand needs."""
    style = context.style("question")
    if not any(isinstance(inline, Blank) for inline in prompt):
        return style
    return context.varied("question", "blanks", leading=max(style.leading, HAND))


def _prompt(context: Context, posed: Posed, show: Show) -> tuple[Inline, ...]:
    prompt = list(type_of(posed.question).prompt(posed, context, filled=show.answers == "filled"))
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


def _below(context: Context, posed: Posed, show: Show) -> tuple[Block, ...]:
    if show.answers != "inline" or not type_of(posed.question).solution(posed.question):
        return ()
    flush = context.varied("answer", "flush", hang=0)  # no number stands in front of it, as in a key
    return (Paragraph(flush, type_of(posed.question).answer(posed, context)),)


def _beside(context: Context, posed: Posed, show: Show) -> tuple[Paragraph, ...]:
    """Set what stands beside a question under its number: the answer, the teacher's note."""
    blocks: list[Paragraph] = []
    if show.answers == "margin" and type_of(posed.question).solution(posed.question):
        style = context.varied("margin", "answer", colour=context.colour("key"))
        number = Text(f"{posed.number}. ", Look(strong=True))
        blocks.append(Paragraph(style, (number, *type_of(posed.question).answer(posed, context))))
    if show.notes and posed.question.teacher_note:
        named = Text(f"{context.labels.text('teacher-note')} {posed.number}. ", Look(strong=True))
        blocks.append(
            Paragraph(context.style("teacher-note"), (named, *context.line(posed.question.teacher_note)))
        )
    return tuple(blocks)


def _answer_room(context: Context, posed: Posed, prompt: Sequence[Inline], show: Show) -> tuple[Block, ...]:
    """Set choices and pairs always, ruled lines where they are wanted."""
    filled = show.answers == "filled"
    room = None
    if show.lines:
        style = _prompt_style(context, prompt)
        inset = style.hang + show.inset
        count = show.asked(posed)
        above = len(context.measurer.lines(prompt, style, context.measure - show.inset)) if count else 0
        high = style.space_before + above * style.leading + style.space_after
        room = AnswerRoom(count, boxed=show.boxes, shown=filled, inset=inset, above=high)
    return type_of(posed.question).answered(posed, context, room, filled=filled)
