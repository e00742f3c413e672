"""In: the questions of a sheet, a number of versions and a seed. Out: the versions, which keys are made from as well.

Each version shuffles the questions of every type among themselves, and what belongs to a question: its choices, the
right-hand side of a matching list, the entries to be put in order, the bank of words. Neighbours in a row of desks,
A beside B and B beside C, share no order that could be another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.compose.question_kind import type_of
from guidepress.compose.worksheets.chance import Chance
from guidepress.compose.worksheets.orders import another_order
from guidepress.compose.worksheets.posed import Posed, letter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.compose.worksheets.orders import Order
    from guidepress.guide.model import Question, QuestionType

__all__ = ["SheetPart", "Version", "as_written", "pose", "versions"]


@record
class SheetPart:
    """The questions of one type, and the words to choose from where blanks are to be filled."""

    type: QuestionType
    posed: tuple[Posed, ...]
    bank: tuple[str, ...] = ()


@record
class Version:
    """A version of a sheet; `name` is its letter, or "" where there is only one."""

    name: str
    parts: tuple[SheetPart, ...]

    @property
    def posed(self) -> tuple[Posed, ...]:
        """Every question in the order of the sheet."""
        return tuple(posed for part in self.parts for posed in part.posed)


def pose(question: Question, number: int, *, seed: int = 0) -> Posed:
    """Put a question on a sheet as it is written; but what gives the answer away by its order is mixed up."""
    kind = type_of(question)
    if not kind.told(question):
        return Posed(question, number, tuple(range(len(question.choices))))
    chance = Chance(seed, "pairs", question.prompt.source)
    return Posed(question, number, kind.order(question, chance, None))


def as_written(groups: Sequence[tuple[QuestionType, Sequence[Question]]], *, seed: int = 0) -> Version:
    """Make the one version of a sheet that is not shuffled."""
    number = 0
    parts: list[SheetPart] = []
    for kind, questions in groups:
        posed = tuple(
            pose(question, number + place, seed=seed) for place, question in enumerate(questions, 1)
        )
        number += len(posed)
        parts.append(SheetPart(kind, posed, _bank(posed, Chance(seed, "bank"), ())))
    return Version("", tuple(parts))


def versions(
    groups: Sequence[tuple[QuestionType, Sequence[Question]]], count: int, seed: int
) -> tuple[Version, ...]:
    """Make versions A, B, C … of a sheet.

    Args:
        groups: types of question, each with its questions in the order of the bank.
        count: how many versions.
        seed: the same seed makes the same versions.
    """
    made: list[Version] = []
    for index in range(count):
        name = letter(index)
        before = made[-1] if made else None
        chance = Chance(seed, "version", name)
        parts: list[SheetPart] = []
        number = 1
        for place, (kind, questions) in enumerate(groups):
            part = _part(kind, questions, chance, before.parts[place] if before else None, number=number)
            number += len(part.posed)
            parts.append(part)
        made.append(Version(name, tuple(parts)))
    return tuple(made)


def _part(
    kind: QuestionType,
    questions: Sequence[Question],
    chance: Chance,
    before: SheetPart | None,
    *,
    number: int,
) -> SheetPart:
    """Shuffle the questions of a type and what belongs to each, away from the neighbour's orders."""
    last: dict[int, Posed] = {}
    order_before: Order | None = None
    if before is not None:
        places = {id(question): index for index, question in enumerate(questions)}
        order_before = tuple(places[id(posed.question)] for posed in before.posed)
        last = {id(posed.question): posed for posed in before.posed}
    order = another_order(chance, len(questions), before=order_before)
    posed = tuple(
        _shuffled(questions[index], number + place, chance, last.get(id(questions[index])))
        for place, index in enumerate(order)
    )
    return SheetPart(kind, posed, _bank(posed, chance, before.bank if before else ()))


def _shuffled(question: Question, number: int, chance: Chance, before: Posed | None) -> Posed:
    return Posed(question, number, type_of(question).order(question, chance, before))


def _bank(posed: Sequence[Posed], chance: Chance, before: tuple[str, ...]) -> tuple[str, ...]:
    """Gather the missing words, each once, away from the order of the questions."""
    given = [word for each in posed for word in type_of(each.question).bank(each.question)]
    if not given:
        return ()
    words = sorted(set(given))
    last = tuple(words.index(word) for word in before) if sorted(before) == words else None
    asked = tuple(dict.fromkeys(given))
    order = another_order(
        chance, len(words), before=last, fits=lambda order: tuple(words[index] for index in order) != asked
    )
    return tuple(words[index] for index in order)
