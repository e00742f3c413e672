"""What a question type is: the one thing that sheets, keys, versions and exchange ask of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from guidepress.base.record import record
from guidepress.compose.answer_room import answer_room
from guidepress.document.inlines import Look, Text
from guidepress.guide.question_types import declared_type
from guidepress.guide.rules_marking import answer_names
from guidepress.guide.solutions import TextSolution

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guidepress.base.decoding import Decoding
    from guidepress.base.yaml import Node
    from guidepress.compose.answer_room import AnswerRoom
    from guidepress.compose.context import Context
    from guidepress.compose.worksheets.chance import Chance
    from guidepress.compose.worksheets.orders import Order
    from guidepress.compose.worksheets.posed import Posed
    from guidepress.document.blocks import Block
    from guidepress.document.inlines import Inline
    from guidepress.document.style import Style
    from guidepress.guide.model import Question, QuestionType
    from guidepress.guide.solutions import Solution

__all__ = ["AnswerMarks", "QuestionKind", "type_of"]

_STRONG = Look(strong=True)


@record
class AnswerMarks:
    """What a question has on an answer sheet.

    Attributes:
        letters: so many lettered circles; the sheet has as many for each as its widest question needs.
        circles: circles with these texts, in place of letters.
        boxes: so many boxes to write a number in, in place of circles.
        entries: so many rows, each with its circles, on a sheet that a scanner reads; 0 is one row, on any sheet.
    """

    letters: int = 0
    circles: tuple[str, ...] = ()
    boxes: int = 0
    entries: int = 0


class QuestionKind:
    """A question type, all of it; each file of `questions/` ends with its own as `TYPE`.

    What stands here is a question that is answered in words; a type says what is otherwise with it.

    Attributes:
        name: the name that guides call it by.
        about: what it is, for the reference of guides.
        takes: of the keys that not every type has, those that its questions may have.
        lines: ruled lines where a question does not say how many; 0 where it is not answered on lines.
        long: its answer is so long that the keys of several versions of a sheet say it once.
    """

    name: ClassVar[QuestionType]
    about: ClassVar[str]
    takes: ClassVar[frozenset[str]] = frozenset()
    lines: ClassVar[int] = 0
    long: ClassVar[bool] = False

    def check(self, values: dict[str, Any], node: Node, run: Decoding) -> None:
        """Note what makes a question impossible to mark, and fill in what the loader finds out.

        Args:
            values: its fields as they were bound, by name; to be added to.
            node: the question in its file.
            run: notes the faults.
        """

    def answer_names(self, values: Mapping[str, Any]) -> dict[str, str]:
        """Every name that an answer has in `weights` and `feedback`, and the one that it goes by."""
        return answer_names(values)

    def solution(self, question: Question) -> Solution | None:
        """The right answer as a value, for whoever marks or exchanges questions; None where the guide gives none."""
        return TextSolution(question.answer) if question.answer else None

    def told(self, _question: Question) -> bool:
        """Whether the order in which it is written gives the answer away, so that every sheet mixes it up."""
        return False

    def order(self, question: Question, _chance: Chance, _before: Posed | None) -> Order:
        """Shuffle what belongs to a question for another version of a sheet.

        Args:
            question: the question.
            _chance: draws the numbers.
            _before: the same question in the version before, whose order should not come again.
        """
        return tuple(range(len(question.choices)))

    def bank(self, _question: Question) -> tuple[str, ...]:
        """The words that it gives to a bank of words to choose from."""
        return ()

    def directions(self, _questions: Sequence[Question]) -> str:
        """The label that tells pupils what to do with some questions of the type."""
        return f"directions-{self.name}"

    def prompt(self, posed: Posed, context: Context, *, filled: bool) -> tuple[Inline, ...]:  # noqa: ARG002 - for types that are answered in it
        """Set what is asked; `filled` where the answer is to be seen in it, if it is given there."""
        return context.line(posed.question.prompt)

    def answered(
        self,
        posed: Posed,
        context: Context,
        room: AnswerRoom | None,
        *,
        filled: bool,  # noqa: ARG002 - a room knows it
    ) -> tuple[Block, ...]:
        """Set what stands below the prompt to be answered on.

        Args:
            posed: the question on its sheet.
            context: of the document.
            room: to write in; None on a sheet without lines.
            filled: the answer is to be seen.
        """
        return answer_room(context, room, posed.question.answer) if room else ()

    def on_card(self, _posed: Posed, _context: Context, _style: Style) -> tuple[Inline, ...] | None:
        """What stands below its prompt on a small card in a style; None where a card has no room for it."""
        return ()

    def brief(self, _posed: Posed, _context: Context) -> str:
        """The right answer in a few characters, as the sheet has it; "" where it takes words."""
        return ""

    def answer(self, posed: Posed, context: Context) -> tuple[Inline, ...]:
        """The right answer for a key: what is brief in bold, else the words."""
        short = self.brief(posed, context)
        return (Text(f"{short}.", _STRONG),) if short else self.words(posed.question, context)

    def words(self, question: Question, context: Context) -> tuple[Inline, ...]:
        """The answer as the guide words it."""
        made: list[Inline] = []
        for text in question.answer:
            if made:
                made.append(Text("; "))
            made.extend(context.line(text))
        return tuple(made)

    def marks(self, _question: Question, _context: Context) -> AnswerMarks | None:
        """What it has on an answer sheet; None where it is answered in writing."""
        return None


def type_of(question: Question) -> QuestionKind:
    """The type of a question."""
    return cast("QuestionKind", declared_type(question.type))
