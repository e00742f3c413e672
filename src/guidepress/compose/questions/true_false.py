"""In: a statement that is true or false. Out: how it is checked, posed and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidepress.compose.answer_room import key_look
from guidepress.compose.question_kind import AnswerMarks, QuestionKind
from guidepress.document.blocks import Paragraph
from guidepress.document.inlines import Look, Text
from guidepress.guide.question_faults import unanswered, value_at
from guidepress.guide.solutions import TruthSolution

if TYPE_CHECKING:
    from guidepress.base.decoding import Decoding
    from guidepress.base.yaml import Node
    from guidepress.compose.answer_room import AnswerRoom
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.posed import Posed
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Markdown, Question

__all__ = ["TYPE"]

_BOX, _TICKED = "☐", "☑"


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
        inlines: list[Inline] = []
        for key, value in (("true", True), ("false", False)):
            right = filled and posed.question.truth is value
            look = key_look(context) if right else Look()
            inlines.append(Text(f"{_TICKED if right else _BOX}\u00a0{context.labels.text(key)}\u2003", look))
        return (Paragraph(context.varied("list-tight", "truth", hang=0), tuple(inlines)),)

    def brief(self, posed: Posed, context: Context) -> str:
        """True or false, in the guide's language."""
        truth = posed.question.truth
        return "" if truth is None else context.labels.text("true" if truth else "false")

    def marks(self, _question: Question, context: Context) -> AnswerMarks:
        """Two circles with the initials of true and false."""
        return AnswerMarks(circles=tuple(context.labels.text(key)[:1].upper() for key in ("true", "false")))


TYPE = TrueFalse()
