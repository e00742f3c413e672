"""In: questions for a game. Out: what fits its sheet: words alone, a few choices, texts that are never cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.markup.html_out import as_plain, pictures_in
from guidepress.exchange.quiz.holding import left_out, markup_lost, named, unheld
from guidepress.exchange.quiz.options import choice_options, is_single
from guidepress.exchange.report import Loss

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.guide.model import Markdown, Question

__all__ = ["GameLimits", "GameQuestion", "game_questions", "one_line"]


@record
class GameLimits:
    """What a game takes.

    Attributes:
        name: of the game.
        choices: most of a question; 0 where a question with words for an answer fits too, and says so by `worded`.
        prompt: signs of a question; 0 is no limit.
        choice: signs of a choice; likewise.
        several: whether several choices may be right.
        worded: whether answers in words fit.
        holds: keys of a question that its sheet has a place for.
    """

    name: str
    choices: int
    prompt: int = 0
    choice: int = 0
    several: bool = True
    worded: bool = False
    holds: frozenset[str] = frozenset()


@record
class GameQuestion:
    """A question as a sheet has it: choices with those that are right; none where it is answered in words."""

    place: str
    question: Question
    prompt: str
    choices: tuple[str, ...]
    right: tuple[int, ...]


def one_line(text: Markdown) -> str:
    """The words of a text in one line."""
    return " ".join(as_plain(text).split())


def game_questions(quiz: Quiz, limits: GameLimits, losses: list[Loss]) -> Iterator[GameQuestion]:
    """Go through the questions that fit; the others are left out with the reason."""
    for number, question in enumerate(quiz.questions, 1):
        place = named(number, question)
        made = _made(place, question)
        why = _unfit(made, limits)
        if why:
            losses.append(left_out(place, question, why))
            continue
        losses.extend(unheld(place, question, limits.name, limits.holds))
        reason = question.explanation if "explanation" in limits.holds else None
        texts = (question.prompt, *question.choices, *question.answer, *((reason,) if reason else ()))
        losses.extend(markup_lost(place, texts, limits.name))
        if any(map(pictures_in, (question.prompt, *question.choices))):
            losses.append(Loss(place, "its picture", f"{limits.name} takes pictures one by one on its site"))
        if question.type == "true_false":
            losses.append(Loss(place, "that it is true or false", f"{limits.name} has choices"))
        yield made


def _made(place: str, question: Question) -> GameQuestion:
    prompt = one_line(question.prompt)
    if question.type == "true_false":
        return GameQuestion(place, question, prompt, ("True", "False"), (0 if question.truth else 1,))
    if question.type != "multiple_choice":
        return GameQuestion(place, question, prompt, (), ())
    options = choice_options(question)
    best = max(range(len(options)), key=lambda index: options[index].weight)
    right = (best,) if is_single(question) else question.right
    return GameQuestion(place, question, prompt, tuple(one_line(each.text) for each in options), right)


def _unfit(made: GameQuestion, limits: GameLimits) -> str:
    """Why a question does not fit; "" where it does."""
    question, name = made.question, limits.name
    if not made.choices and not (
        limits.worded and question.type in {"short_answer", "long_answer", "fill_blank"}
    ):
        return f"{name} has choices alone" if not limits.worded else f"{name} has no such questions"
    if not made.choices and question.type == "fill_blank" and len(question.answer) > 1:
        return f"{name} has questions with one blank"
    if len(made.choices) > limits.choices:
        return f"{name} has at most {limits.choices} choices; it has {len(made.choices)}"
    if limits.prompt and len(made.prompt) > limits.prompt:
        return f"{name} has {limits.prompt} signs for a question; it has {len(made.prompt)}"
    longest = max(map(len, made.choices), default=0)
    if limits.choice and longest > limits.choice:
        return f"{name} has {limits.choice} signs for a choice; one has {longest}"
    return f"{name} has one right choice" if len(made.right) > 1 and not limits.several else ""
