"""In: a sentence with blanks. Out: how it is checked, posed and answered, and the words that it gives to a bank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from guidepress.base.numbers import counted
from guidepress.base.record import replace
from guidepress.compose.answer_room import blanks
from guidepress.compose.question_kind import QuestionKind
from guidepress.document.inlines import Text
from guidepress.guide.question_faults import unanswered, value_at
from guidepress.guide.solutions import BlankSolution

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

_BLANK = re.compile("_{2,}")


class FillBlank(QuestionKind):
    """A sentence with blanks, written with underscores."""

    name = "fill_blank"
    about = "A sentence with blanks, written with underscores"
    takes: ClassVar[frozenset[str]] = frozenset({"blanks", "match"})

    def check(self, values: dict[str, Any], node: Node, run: Decoding) -> None:
        """At least one blank, and as many answers as there are blanks."""
        blanks = len(_BLANK.findall(values["prompt"].source))
        answers: tuple[Markdown, ...] = values.get("answer", ())
        if not blanks:
            message = "The prompt of this fill-in question has no blank."
            hint = "Write the blank with underscores: ____."
            run.fault(value_at(node, "prompt"), "no-blank", message, hint)
        if not answers:
            unanswered(node, run, "fill-in", "Add the missing words.")
        elif blanks and len(answers) != blanks:
            is_are = "is" if len(answers) == 1 else "are"
            message = f"There {is_are} {counted(len(answers), 'answer')} for {counted(blanks, 'blank')}."
            run.fault(value_at(node, "answer"), "wrong-answer", message, "Give one for each blank.")

    def solution(self, question: Question) -> BlankSolution | None:
        """The missing words."""
        return BlankSolution(question.answer) if question.answer else None

    def bank(self, question: Question) -> tuple[str, ...]:
        """The missing words."""
        return tuple(answer.source for answer in question.answer)

    def prompt(self, posed: Posed, context: Context, *, filled: bool) -> tuple[Inline, ...]:
        """Rule the blanks, the words on them where they are to be seen."""
        words = [context.plain(each) for each in posed.question.answer]
        return blanks(context, context.line(posed.question.prompt), words, shown=filled)

    def answered(
        self,
        _posed: Posed,
        _context: Context,
        _room: AnswerRoom | None,
        *,
        filled: bool,  # noqa: ARG002 - it is answered in the prompt
    ) -> tuple[Block, ...]:
        """Nothing: it is answered in the prompt."""
        return ()

    def brief(self, posed: Posed, context: Context) -> str:
        """The missing words."""
        return "; ".join(context.plain(each) for each in posed.question.answer)

    def answer(self, posed: Posed, context: Context) -> tuple[Inline, ...]:
        """The words in bold, marked up as the guide has them."""
        return tuple(
            replace(each, look=replace(each.look, strong=True)) if isinstance(each, Text) else each
            for each in self.words(posed.question, context)
        )


TYPE = FillBlank()
