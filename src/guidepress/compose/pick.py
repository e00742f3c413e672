"""In: the question bank and what a section asks for. Out: the questions that go on its sheet, in order and grouped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from guidepress.base.record import record
from guidepress.compose.spread import spread
from guidepress.document.left_out import over_limit
from guidepress.guide.model import Level, QuestionType, ReadingStage, Use  # noqa: TC001 - the loader reads the annotations
from guidepress.guide.model.questions import READING_STAGES
from guidepress.layout.options import Amount  # noqa: TC001 - likewise

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidepress.compose.context import Context
    from guidepress.document.kinds import SectionKind
    from guidepress.guide.model import Question

    Grouping: TypeAlias = Literal["none", "unit", "stage", "use", "level"]

__all__ = ["Groups", "PickOptions", "grouped", "pick", "picking"]


_UNSTAGED: ReadingStage = "post_reading"
"""When a question is asked that does not say: once the work is read it can be asked in any case."""

Groups = list[tuple[str, list["Question"]]]


@record
class PickOptions:
    """Which questions of the bank a section takes."""

    use: tuple[Use, ...] = ()
    """Only questions for these uses; none given means all."""
    without: tuple[Use, ...] = ()
    """No questions that are for these uses as well."""
    stage: tuple[ReadingStage, ...] = ()
    """Only questions of these stages; one that has none is asked after reading."""
    level: tuple[Level, ...] = ()
    """Only questions of these levels."""
    types: tuple[QuestionType, ...] = ()
    """Only questions of these types."""
    limit: Amount = 0
    """At most so many questions, at even distances; 0 is all."""


def picking(options: object) -> PickOptions | None:
    """Find what a section's options say of the questions it takes; None for a section that takes none."""
    found = getattr(options, "pick", None)
    return found if isinstance(found, PickOptions) else None


def pick(
    bank: Sequence[Question], options: PickOptions, kind: SectionKind, context: Context
) -> list[Question]:
    """Keep the questions that a section's options ask for, in the order of the bank; note what its limit leaves out."""
    picked = [
        question
        for question in bank
        if (not options.use or set(options.use).intersection(question.use))
        and not set(options.without).intersection(question.use)
        and (not options.stage or (question.stage or _UNSTAGED) in options.stage)
        and (not options.level or question.level in options.level)
        and (not options.types or question.type in options.types)
    ]
    kept = spread(picked, options.limit)
    context.left_out.extend(over_limit(kind, "questions", len(kept), len(picked)))
    return list(kept)


def grouped(questions: Sequence[Question], how: Grouping, uses: Sequence[Use], context: Context) -> Groups:
    """Group questions under headings; stages and levels stand in their own order, whatever that of the bank.

    Args:
        questions: in order.
        how: what the headings name.
        uses: those that the section asks for, which go before others that a question has.
        context: of the document.
    """
    keys: dict[str, Callable[[Question], str]] = {
        "unit": lambda question: _unit(question, context),
        "stage": lambda question: context.labels.text(question.stage) if question.stage else "",
        "level": lambda question: context.labels.text(question.level) if question.level else "",
        "use": lambda question: _use(question, uses, context),
    }
    key = keys.get(how)
    if key is None:
        return [("", list(questions))]
    groups: dict[str, list[Question]] = {}
    for question in sorted(questions, key=_RANKS.get(how, _as_written)):
        groups.setdefault(key(question), []).append(question)
    return list(groups.items())


def _by_stage(question: Question) -> int:
    """What is asked before, while and after reading, in this order, whatever the order of the bank."""
    return READING_STAGES.index(question.stage)


def _by_level(question: Question) -> int:
    """From what helps to what stretches."""
    return _LEVELS.index(question.level)


def _as_written(_question: Question) -> int:
    return 0


_LEVELS: tuple[Level, ...] = ("", "support", "core", "stretch")
_RANKS: dict[Grouping, Callable[[Question], int]] = {"stage": _by_stage, "level": _by_level}


def _unit(question: Question, context: Context) -> str:
    if question.unit is None:
        return context.labels.text("whole-work")
    return context.unit_title(context.guide.unit(question.unit))


def _use(question: Question, uses: Sequence[Use], context: Context) -> str:
    """Name the first use that the section asks for."""
    return next((context.labels.text(use) for use in uses or question.use if use in question.use), "")
