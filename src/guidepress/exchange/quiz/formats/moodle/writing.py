"""In: a Quiz. Out: a file of Moodle XML, and what of the quiz it cannot say."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from guidepress.exchange.markup.html_out import as_html, as_plain, pictures_in
from guidepress.exchange.quiz.cloze import write_gap
from guidepress.exchange.quiz.formats.moodle.fractions import nearest_fraction
from guidepress.exchange.quiz.holding import TAGGED, named, unheld
from guidepress.exchange.quiz.naming import folder_path, shown_name, tags_of
from guidepress.exchange.quiz.options import (
    BLANK,
    blank_options,
    choice_options,
    ident,
    is_single,
    text_options,
)
from guidepress.exchange.quiz.pictures import file_names
from guidepress.exchange.report import Loss, QuizFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guidepress.exchange.quiz.model import Quiz, QuizPicture
    from guidepress.exchange.quiz.options import QuizOption
    from guidepress.guide.model import Markdown, Question

__all__ = ["write_moodle"]

_HOLDS = frozenset(
    {"id", "explanation", "category", "tags", "points", "match", "feedback", "tolerance", *TAGGED}
)
_ANY = ("multiple_choice", "matching", "ordering")
"""Types with a feedback to right, partly right and wrong answers."""

_SHUFFLED = ("multiple_choice", "matching")

_ESSAY_LINES = 10
"""Lines of an essay's box where the guide does not say."""


def write_moodle(quiz: Quiz) -> QuizFile:
    """Write a quiz, each question with the id by which Moodle and its reports know it."""
    losses: list[Loss] = []
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    files = {picture.path: name for name, picture in file_names(quiz.pictures).items()}
    stored = {picture.path: picture for picture in quiz.pictures}
    folder, taken = None, set[tuple[str, str]]()
    for number, question in enumerate(quiz.questions, 1):
        wanted = folder_path(quiz.title, question.category)
        if wanted != folder:
            lines.append(f'<question type="category"><category>{_text(wanted)}</category></question>')
            folder = wanted
        place, known = named(number, question), (wanted, ident(question))
        if known in taken:
            losses.append(Loss(place, "id", "a question of the same folder has it, and Moodle takes it once"))
        lines += _Writing(question, place, files, stored, losses).lines(named=known not in taken)
        taken.add(known)
    return QuizFile("\n".join((*lines, "</quiz>", "")).encode(), tuple(losses))


def _text(text: str) -> str:
    """An element of plain words. Moodle loses a blank between a sign that is escaped and a letter beyond ASCII."""
    return f"<text>{_cdata(text)}</text>"


def _plain(text: str) -> str:
    """Escape words; characters that XML cannot hold have no shape on a page either."""
    return escape("".join(c for c in text if c >= " " or c in "\n\t"), quote=False)


class _Writing:
    """Writes one question."""

    def __init__(
        self,
        question: Question,
        place: str,
        files: Mapping[str, str],
        stored: Mapping[str, QuizPicture],
        losses: list[Loss],
    ) -> None:
        self._question, self._place, self._losses = question, place, losses
        self._files, self._stored = files, stored

    def lines(self, *, named: bool) -> list[str]:
        """The lines of the question, with its id where it is `named`."""
        question = self._question
        writers = {
            "multiple_choice": ("multichoice", self._choices),
            "true_false": ("truefalse", self._truth),
            "fill_blank": ("cloze", self._blanks),
            "matching": ("matching", self._pairs),
            "ordering": ("ordering", self._order),
            "long_answer": ("essay", self._essay),
        }
        if question.type == "short_answer":
            numeric = ("numerical", self._numbers) if question.tolerance else ("shortanswer", self._words)
            kind, write = numeric if question.tolerance or question.match else ("essay", self._essay)
        else:
            kind, write = writers[question.type]
        body = list(write())
        self._losses.extend(unheld(self._place, question, "Moodle XML", self._held(kind)))
        return [
            f'<question type="{kind}">',
            f"<name>{_text(shown_name(question))}</name>",
            self._element("questiontext", question.prompt, self._prompt()),
            self._element("generalfeedback", question.explanation),
            *([f"<defaultgrade>{question.points:g}</defaultgrade>"] if question.points is not None else []),
            *([f"<idnumber>{_plain(ident(question))}</idnumber>"] if named else []),
            *body,
            *self._overall(kind),
            *self._tags(),
            "</question>",
        ]

    def _held(self, kind: str) -> frozenset[str]:
        question = self._question
        held = _HOLDS | ({"blanks"} if kind == "cloze" else set())
        if question.type in _ANY:
            held |= {"feedback any", "decoys"}
        if question.type in _SHUFFLED:
            held |= {"keep_order"}
        if question.type in {"multiple_choice", "short_answer"}:
            held |= {"weights"}
        if kind in {"shortanswer", "numerical"} and not {"right", "partly"} & question.feedback.keys():
            held |= {"feedback any"}
        return held | {"lines"} if kind == "essay" else held

    def _element(self, tag: str, text: Markdown | None, source: str | None = None) -> str:
        """An element with a text and the pictures in it."""
        if text is None and source is None:
            return f'<{tag} format="html"><text></text></{tag}>'
        made = source if source is not None else self._html(text) if text else ""
        held = "".join(map(self._file, dict.fromkeys(pictures_in(text)))) if text else ""
        return f'<{tag} format="html"><text>{_cdata(made)}</text>{held}</{tag}>'

    def _html(self, text: Markdown) -> str:
        return as_html(text, self._address)

    def _address(self, path: str) -> str:
        name = self._files.get(path)
        return f"@@PLUGINFILE@@/{quote(name)}" if name else path

    def _file(self, path: str) -> str:
        picture = self._stored.get(path)
        if picture is None:
            return ""
        data = base64.b64encode(picture.data).decode()
        return f'<file name="{escape(self._files[path])}" path="/" encoding="base64">{data}</file>'

    def _prompt(self) -> str | None:
        """The text of a question with gaps; None for any other."""
        question = self._question
        if question.type != "fill_blank":
            return None
        gaps = iter(range(len(question.answer)))
        return BLANK.sub(lambda _: self._gap(next(gaps)), self._html(question.prompt))

    def _gap(self, index: int) -> str:
        question = self._question
        rule = question.blanks[index] if question.blanks else None
        points = rule.points if rule else None
        if points is not None and points != round(points):
            what = f"points of blank {index + 1}"
            self._losses.append(Loss(self._place, what, "Moodle takes whole numbers: it is rounded"))
        feedback = rule.feedback if rule else {}
        for key in feedback.keys() & {"right", "partly"}:
            what = f"feedback of blank {index + 1} to {key}"
            self._losses.append(Loss(self._place, what, "a gap of Moodle speaks of words"))
        exact, wrong = question.match == "exact", feedback.get("wrong")
        gap = write_gap(blank_options(question, index), points=points, exact=exact, wrong=wrong)
        return escape(gap, quote=False) if "<" not in gap and "&" not in gap else gap

    def _choices(self) -> Iterator[str]:
        question = self._question
        yield f"<single>{'true' if is_single(question) else 'false'}</single>"
        yield f"<shuffleanswers>{'false' if question.keep_order else 'true'}</shuffleanswers>"
        yield "<answernumbering>ABCD</answernumbering>"
        for option in choice_options(question):
            yield self._answer(option, self._html(option.text), least=-100)

    def _answer(self, option: QuizOption, text: str, *, least: float, more: str = "") -> str:
        fraction = nearest_fraction(option.weight, least=least)
        if abs(float(fraction) - option.weight) > 0.01:
            what = f"the weight {option.weight:g} of an answer"
            self._losses.append(Loss(self._place, "weights", f"Moodle has {fraction} nearest to {what}"))
        held = "".join(map(self._file, dict.fromkeys(pictures_in(option.text))))
        said = self._element("feedback", option.feedback)
        return f'<answer fraction="{fraction}" format="html"><text>{_cdata(text)}</text>{held}{more}{said}</answer>'

    def _truth(self) -> Iterator[str]:
        question = self._question
        for key, value in (("true", True), ("false", False)):
            fraction = 100 if question.truth is value else 0
            said = self._element("feedback", question.feedback.get(key))
            yield f'<answer fraction="{fraction}" format="moodle_auto_format"><text>{key}</text>{said}</answer>'

    def _words(self) -> Iterator[str]:
        yield f"<usecase>{1 if self._question.match == 'exact' else 0}</usecase>"
        for option in text_options(self._question):
            yield self._answer(option, as_plain(option.text).replace("*", "\\*"), least=0)
        yield from self._any_other()

    def _numbers(self) -> Iterator[str]:
        for option in text_options(self._question):
            off = f"<tolerance>{option.tolerance or 0:g}</tolerance>"
            yield self._answer(option, as_plain(option.text), least=0, more=off)
        yield from self._any_other()

    def _any_other(self) -> Iterator[str]:
        wrong = self._question.feedback.get("wrong")
        if wrong:
            said = self._element("feedback", wrong)
            yield f'<answer fraction="0" format="moodle_auto_format"><text>*</text>{said}</answer>'

    def _blanks(self) -> Iterator[str]:
        yield from ()

    def _pairs(self) -> Iterator[str]:
        question = self._question
        yield f"<shuffleanswers>{'false' if question.keep_order else 'true'}</shuffleanswers>"
        for left, right in question.pairs:
            held = "".join(map(self._file, dict.fromkeys(pictures_in(left))))
            yield (
                f'<subquestion format="html"><text>{_cdata(self._html(left))}</text>{held}'
                f"<answer>{_text(as_plain(right))}</answer></subquestion>"
            )
        for decoy in question.decoys:
            yield f'<subquestion format="html"><text></text><answer>{_text(as_plain(decoy))}</answer></subquestion>'

    def _order(self) -> Iterator[str]:
        yield "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount>"
        yield "<gradingtype>ABSOLUTE_POSITION</gradingtype><showgrading>SHOW</showgrading>"
        yield "<numberingstyle>none</numberingstyle>"
        for number, index in enumerate(self._question.right, 1):
            entry = self._question.choices[index]
            held = "".join(map(self._file, dict.fromkeys(pictures_in(entry))))
            yield f'<answer fraction="{number}" format="html"><text>{_cdata(self._html(entry))}</text>{held}</answer>'

    def _essay(self) -> Iterator[str]:
        question = self._question
        form = "plain" if question.type == "short_answer" else "editor"
        lines = question.lines if question.lines is not None else _ESSAY_LINES
        yield f"<responseformat>{form}</responseformat><responserequired>1</responserequired>"
        yield f"<responsefieldlines>{lines}</responsefieldlines><attachments>0</attachments>"
        if len(question.answer) > 1:
            self._losses.append(
                Loss(self._place, "the model answer", "Moodle has one: they stand below each other")
            )
        model = "".join(f"<p>{self._html(text)}</p>" for text in question.answer)
        held = "".join(self._file(path) for text in question.answer for path in pictures_in(text))
        yield f'<graderinfo format="html"><text>{_cdata(model)}</text>{held}</graderinfo>'

    def _overall(self, kind: str) -> Iterator[str]:
        if kind in {"multichoice", "matching", "ordering"}:
            for key, tag in (("right", "correct"), ("partly", "partiallycorrect"), ("wrong", "incorrect")):
                yield self._element(f"{tag}feedback", self._question.feedback.get(key))

    def _tags(self) -> Iterator[str]:
        tags = tags_of(self._question)
        if tags:
            yield f"<tags>{''.join(f'<tag>{_text(tag)}</tag>' for tag in tags)}</tags>"


def _cdata(source: str) -> str:
    """A text as it stands where it has no markup, else in a section of its own, as Moodle writes it."""
    clean = "".join(c for c in source if c >= " " or c in "\n\t")
    if not any(sign in clean for sign in "<>&"):
        return clean
    return f"<![CDATA[{clean.replace(']]>', ']]]]><![CDATA[>')}]]>"
