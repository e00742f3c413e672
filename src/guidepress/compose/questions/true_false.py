"""In: a statement that is true or false. Out: how it is checked, posed and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.compose.answer_room import key_look
from guidepress.compose.question_kind import AnswerMarks, QuestionKind
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import PLAIN, Blank, Text
from guidepress.guide.question_faults import unanswered, value_at
from guidepress.guide.solutions import TruthSolution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.base.decoding import Decoding
    from guidepress.base.yaml import Node
    from guidepress.compose.answer_room import AnswerRoom
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.posed import Posed
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Markdown, Question

__all__ = ["TYPE"]

_BOX, _TICKED = "☐", "☑"
"""What a box is read out as, and copied out."""

_WIDE = 900  # per mille of the size: a box and the air beside it


class TrueFalse(QuestionKind):
    """A statement that is true or false."""

    name = "true_false"
    about = "A statement that is true or false"

    def check(self, values: dict[str, Any], node: Node, run: Decoding) -> None:
        """The answer must be true or false."""
        answers: tuple[Markdown, ...] = values.get("answer", ())
        if not answers:
            unanswered(node, run, "true-or-false", 'Add "answer: true" or "answer: false".')
            return
        text = answers[0].source.strip().casefold()
        if len(answers) == 1 and text in {"true", "false"}:
            values["truth"] = text == "true"
            return
        message = f'The answer must be true or false, not "{answers[0].source[:40]}".'
        run.fault(value_at(node, "answer"), "wrong-answer", message, "Write true or false, without quotes.")

    def answer_names(self, _values: Mapping[str, Any]) -> dict[str, str]:
        """Its answers are the words true and false, as YAML writes them."""
        return {"true": "true", "True": "true", "false": "false", "False": "false"}

    def solution(self, question: Question) -> TruthSolution | None:
        """Whether the statement is true."""
        return TruthSolution(question.truth) if question.truth is not None else None

    def answered(
        self,
        posed: Posed,
        context: Context,
        _room: AnswerRoom | None,
        *,
        filled: bool,
    ) -> tuple[Block, ...]:
        """Set two boxes, the right one ticked where it is to be seen."""
        style = context.varied("list-tight", "truth", hang=0)
        truth = posed.question.truth if filled else None
        return (Paragraph(style, _boxes(context, style, truth)),)

    def on_card(self, _posed: Posed, context: Context, style: Style) -> tuple[Inline, ...]:
        """The boxes."""
        return _boxes(context, style)

    def brief(self, posed: Posed, context: Context) -> str:
        """True or false, in the guide's language."""
        truth = posed.question.truth
        return "" if truth is None else context.labels.text("true" if truth else "false")

    def marks(self, _question: Question, context: Context) -> AnswerMarks:
        """Two circles with the initials of true and false."""
        return AnswerMarks(circles=tuple(context.labels.text(key)[:1].upper() for key in ("true", "false")))


def _boxes(context: Context, style: Style, truth: bool | None = None) -> tuple[Inline, ...]:  # noqa: FBT001 - the answer
    """Set a box for true and one for false, the right one ticked if it is known."""
    inlines: list[Inline] = []
    wide = style.size * _WIDE // 1000
    for key, value in (("true", True), ("false", False)):
        right = truth is value
        look = key_look(context) if right else PLAIN
        box = Blank(wide, _TICKED if right else _BOX, "", look, "ticked" if right else "box")
        behind = "\u2003" if value else ""
        inlines += (box, Text(f"\u00a0{context.labels.text(key)}{behind}", look))
    return tuple(inlines)


TYPE = TrueFalse()
