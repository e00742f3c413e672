"""In: the texts of a file, as a reader comes to them. Out: Markdown, and in the end the Quiz with its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.diagnostics import Span, fault
from guidepress.base.record import replace
from guidepress.exchange.markup.escaping import from_plain
from guidepress.exchange.markup.html_in import from_html
from guidepress.exchange.quiz.model import Quiz
from guidepress.exchange.quiz.naming import filed
from guidepress.exchange.quiz.pictures import stored_pictures
from guidepress.exchange.report import Guess, Imported, Loss
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidepress.exchange.quiz.model import QuizPicture
    from guidepress.exchange.report import Confidence
    from guidepress.guide.model import Question

__all__ = ["NO_PLACE", "Intake"]

NO_PLACE = "a guide has no place for it"
"""The usual reason of a loss."""


class Intake:
    """Collects what a reader finds.

    Attributes:
        file: the name of what is read.
        place: where the reader is, as reports call it.
        questions: those found so far, each with the whole path of its folder as category, and its place as span.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.place = ""
        self.questions: list[Question] = []
        self._guesses: list[Guess] = []
        self._losses: list[Loss] = []
        self._pictures: dict[str, QuizPicture] = {}

    def add(self, question: Question) -> None:
        """Take in a question that stands here."""
        self.questions.append(replace(question, span=Span(self.place, 0, 0)))

    def guess(self, what: str, value: str, confidence: Confidence = "likely") -> None:
        """Note what was guessed here."""
        self._guesses.append(Guess(self.place, what, value, confidence))

    def lose(self, what: str, why: str = NO_PLACE, *, whole: bool = False) -> None:
        """Note what is lost here; `whole` for a question or a text that is not among the questions."""
        self._losses.append(Loss(self.place, what, why, whole))

    def plain(self, text: str) -> Markdown:
        """Make Markdown of plain words; their line ends stay."""
        return Markdown(from_plain(text))

    def html(self, source: str, files: Mapping[str, bytes] | None = None) -> Markdown:
        """Make Markdown of HTML; pictures are taken from the text itself or from files, by name."""
        path_of = stored_pictures(self._pictures, self.place, self._guesses, self._losses, files)
        read = from_html(source, path_of)
        for lost in read.lost:
            self.lose(lost)
        return Markdown(read.text)

    def maybe(self, source: str | None, files: Mapping[str, bytes] | None = None) -> Markdown | None:
        """Make Markdown of HTML; None of what says nothing."""
        text = self.html(source, files) if source and source.strip() else None
        return text if text and text.source else None

    def imported(
        self, title: str = "", *, language: str = "en", hint: str = "", rooted: bool = True
    ) -> Imported[Quiz]:
        """Hand over what was found.

        Args:
            title: of the quiz; "" takes the folder of all questions, or the file's name.
            language: of the questions.
            hint: what to do about a file without questions.
            rooted: categories are whole paths, whose first folder is that of the quiz.

        Raises:
            FaultsFound: there are no questions.
        """
        if not self.questions:
            kept_out = next((loss.why for loss in self._losses if loss.whole), "")
            said = f"What it holds cannot be kept: {kept_out}." if kept_out else hint
            raise fault("no-questions", f"There is no question in {self.file}.", said, Span(self.file, 1, 1))
        name = self.file.rpartition("/")[2].rpartition(".")[0] or self.file
        found, questions = filed(self.questions, title or name) if rooted else (name, tuple(self.questions))
        quiz = Quiz(title or found, self._called_once(questions), tuple(self._pictures.values()), language)
        return Imported(quiz, tuple(self._guesses), tuple(self._losses))

    def _called_once(self, questions: tuple[Question, ...]) -> tuple[Question, ...]:
        """Take an id away from all questions but the first that has it."""
        seen: set[str] = set()
        kept = []
        for number, question in enumerate(questions, 1):
            if question.id in seen:
                self.place = f"question {number}"
                self.lose(f"the id {question.id}", "an earlier question has it")
                kept.append(replace(question, id=""))
            else:
                seen |= {question.id} - {""}
                kept.append(question)
        return tuple(kept)
