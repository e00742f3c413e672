"""In: a guide and what is asked of it. Out: the Quiz: its questions as every format takes them, and their pictures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from guidepress.base.diagnostics import fault
from guidepress.base.record import replace
from guidepress.exchange.markup.html_out import pictures_in
from guidepress.exchange.quiz.model import Quiz, QuizPicture
from guidepress.exchange.quiz.rewording import reworded
from guidepress.guide.model import Markdown
from guidepress.guide.places import fields_of
from guidepress.guide.rules_marking import choice_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from guidepress.guide.model import Guide, Question, Use

__all__ = ["quiz_of", "settled"]

_REFERENCE = re.compile(r"\[([^\]]*)\]\(#([A-Za-z0-9-]+)\)")


def quiz_of(guide: Guide, *, uses: Sequence[Use] = (), units: Sequence[int] = ()) -> Quiz:
    """Take the questions of a guide: its bank, and the quick checks of its units.

    Args:
        guide: the guide.
        uses: only questions for one of these; none takes all.
        units: only questions of these units, counted from 1; none takes all.

    Raises:
        FaultsFound: there is no such question, or a picture cannot be read.
    """
    checks = [replace(each, unit=each.unit or unit.number) for unit in guide.units for each in unit.checks]
    picked = [
        question
        for question in (*guide.questions, *checks)
        if (not uses or set(uses) & set(question.use)) and (not units or question.unit in units)
    ]
    if not picked:
        asked = "of that kind " if uses or units else ""
        raise fault(
            "no-questions",
            f'There is no question {asked}in "{guide.title}".',
            "Ask for fewer uses and units."
            if asked
            else "Write some below `questions:`, or quick checks below its units.",
        )
    titles = _titles(guide)
    questions = tuple(_standing_alone(settled(question), titles) for question in picked)
    paths = {path for each in questions for text in fields_of(each) for path in pictures_in(text)}
    pictures = tuple(
        QuizPicture(path, Path(image.path).read_bytes())
        for path, image in guide.images.items()
        if path in paths
    )
    return Quiz(guide.title, questions, pictures, guide.language)


def settled(question: Question) -> Question:
    """Write a question's answer in the one way that formats know: letters of choices, entries in their right order."""
    if question.type == "multiple_choice":
        texts = [choice.source for choice in question.choices]
        answer = tuple(Markdown(choice_key(texts, index)) for index in sorted(question.right))
        return replace(question, answer=answer, right=tuple(sorted(question.right)))
    if question.type == "ordering":
        entries = tuple(question.choices[index] for index in question.right)
        return replace(question, choices=entries, answer=(), right=tuple(range(len(entries))))
    if question.type == "true_false":
        return replace(question, answer=(Markdown("true" if question.truth else "false"),))
    return question


def _titles(guide: Guide) -> dict[str, str]:
    """What a reference to a part of the guide prints, by its anchor."""
    return {
        **{each.id: each.name for each in guide.themes},
        **{each.id: each.name for each in guide.characters},
        **{each.id: each.name for each in guide.symbols},
        **{each.id: each.title for each in guide.units},
        **{each.id: each.title for each in guide.sections},
    }


def _standing_alone(question: Question, titles: Mapping[str, str]) -> Question:
    """Give references their words: outside the guide there is nothing to refer to."""

    def word(found: re.Match[str]) -> str:
        return found[1] or titles.get(found[2], found[2].replace("-", " "))

    return reworded(question, lambda text: _REFERENCE.sub(word, text))
