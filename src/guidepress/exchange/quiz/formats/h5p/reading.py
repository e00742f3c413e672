"""In: an H5P package of one question or a set of them. Out: its questions, guesses and losses."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from guidepress.base.diagnostics import Span, fault
from guidepress.base.record import replace
from guidepress.exchange.doors import expect, open_archive
from guidepress.exchange.markup.escaping import from_plain
from guidepress.exchange.quiz.asked import with_blanks, with_choices, with_pairs, with_texts, with_truth
from guidepress.exchange.quiz.model import Quiz
from guidepress.exchange.quiz.naming import with_name
from guidepress.exchange.quiz.options import QuizOption, default_weights
from guidepress.exchange.quiz.packages.unpacking import Unpacked
from guidepress.exchange.report import Imported
from guidepress.guide.model import Markdown, Question

if TYPE_CHECKING:
    from guidepress.exchange.doors import Archive, FileKind

__all__ = ["read_h5p"]

_STARRED = re.compile(r"\*([^*]+)\*")
_ONLY = re.compile(r"\s*(?:<[^>]*>\s*)*\*[^*]+\*\s*(?:<[^>]*>\s*)*")
_FILL = "Fill in the blanks."
_KINDS: tuple[FileKind, ...] = ("h5p",)
_SETS = {"H5P.QuestionSet", "H5P.Column", "H5P.SingleChoiceSet"}


def read_h5p(name: str, data: bytes) -> Imported[Quiz]:
    """Read a package.

    Raises:
        FaultsFound: it is none, or holds nothing that is asked.
    """
    expect(data, name, _KINDS, "an H5P package")
    archive = open_archive(data, name)
    head = _json(archive, "h5p.json")
    content = _json(archive, "content/content.json")
    kept = Unpacked(archive)
    kept.beside = "content/content.json"
    main = str(head.get("mainLibrary") or "")
    reader = _Reader(kept)
    if main in _SETS:
        parts = [_dict(each) for each in _list(content.get("questions") or content.get("content"))]
        parts = [_dict(each.get("content")) or each for each in parts]
    else:
        parts = [{"library": main, "params": content, "metadata": {"title": head.get("title")}}]
    questions = [
        made for number, each in enumerate(parts, 1) if (made := reader.question(number, each)) is not None
    ]
    if not questions and not kept.losses:
        raise fault("no-questions", f"There is no question in {name}.", "", Span(name, 1, 1))
    language = str(head.get("language") or "en")
    quiz = Quiz(
        str(head.get("title") or name),
        tuple(questions),
        tuple(kept.pictures.values()),
        "en" if language == "und" else language,
    )
    return Imported(quiz, tuple(kept.guesses), tuple(kept.losses))


class _Reader:
    """Reads pieces of content into questions."""

    def __init__(self, kept: Unpacked) -> None:
        self._kept = kept

    def question(self, number: int, part: dict[str, Any]) -> Question | None:
        """Read a piece of content; None for one that asks nothing a guide can ask."""
        library = str(part.get("library") or "").partition(" ")[0]
        title = str(_dict(part.get("metadata")).get("title") or "")
        self._kept.place = f"question {number}{f' ({title})' if title else ''}"
        read = {
            "H5P.MultiChoice": self._choices,
            "H5P.TrueFalse": self._truth,
            "H5P.Blanks": self._blanks,
            "H5P.DragText": self._drag,
            "H5P.Essay": self._essay,
        }.get(library)
        if read is None:
            what = library.removeprefix("H5P.") or "a piece of content"
            self._kept.lose(what, "a guide has no such question", whole=True)
            return None
        made = read(_dict(part.get("params")))
        return with_name(made, "", "" if title.startswith("Untitled") else title)

    def _choices(self, params: dict[str, Any]) -> Question:
        answers = [_dict(each) for each in _list(params.get("answers"))]
        behaviour = _dict(params.get("behaviour"))
        right = [index for index, each in enumerate(answers) if each.get("correct") is True]
        single = behaviour.get("type") == "single" or (behaviour.get("type") != "multi" and len(right) < 2)
        weights = (
            [100.0 * (index in right) for index in range(len(answers))]
            if single
            else default_weights(len(answers), right)
        )
        options = []
        for answer, weight in zip(answers, weights, strict=True):
            said = _dict(answer.get("tipsAndFeedback"))
            for key, what in (
                ("tip", "the hint"),
                ("notChosenFeedback", "what is said where it is not chosen:"),
            ):
                if words := self._text(said.get(key)).source:
                    self._kept.lose(f'{what} "{words[:60]}"')
            reply = self._text(said.get("chosenFeedback"))
            options.append(
                QuizOption(self._text(answer.get("text")), weight, reply if reply.source else None)
            )
        made = with_choices(self._asked(params, "question"), options, single=single)
        return replace(made, keep_order=behaviour.get("randomAnswers") is False)

    def _truth(self, params: dict[str, Any]) -> Question:
        behaviour = _dict(params.get("behaviour"))
        truth = params.get("correct") == "true"
        right, wrong = (
            Markdown(from_plain(html.unescape(str(said)))) if (said := behaviour.get(key)) else None
            for key in ("feedbackOnCorrect", "feedbackOnWrong")
        )
        true, false = (right, wrong) if truth else (wrong, right)
        return with_truth(
            self._asked(params, "question"), truth=truth, true_feedback=true, false_feedback=false
        )

    def _blanks(self, params: dict[str, Any]) -> Question:
        texts = [str(each) for each in _list(params.get("questions"))]
        asked = self._asked(params, "text")
        exact = _dict(params.get("behaviour")).get("caseSensitive") is not False
        if len(texts) == 1 and _ONLY.fullmatch(texts[0]):
            return with_texts(
                asked, self._options(_STARRED.findall(texts[0])[0]), "exact" if exact else "any_case"
            )
        gaps = [self._options(found) for text in texts for found in _STARRED.findall(text)]
        body = self._kept.text(
            "".join(f"<div>{_STARRED.sub('____', text)}</div>" for text in texts), html=True
        ).source
        task = "" if asked.prompt.source == _FILL else asked.prompt.source
        picture = (
            asked.prompt.source.removeprefix(_FILL).strip() if asked.prompt.source.startswith(_FILL) else ""
        )
        prompt = "\n\n".join(filter(None, (picture or task, body)))
        return with_blanks(replace(asked, prompt=Markdown(prompt)), gaps, match="exact" if exact else "")

    def _drag(self, params: dict[str, Any]) -> Question:
        """Lines that end in a word to drag are pairs; others are blanks with all words to choose from."""
        asked = self._asked(params, "taskDescription")
        lines = [
            each.strip()
            for each in html.unescape(str(params.get("textField") or "")).split("\n")
            if each.strip()
        ]
        decoys = _STARRED.findall(html.unescape(str(params.get("distractors") or "")))
        words = [self._options(found)[0].text for line in lines for found in _STARRED.findall(line)]
        wrong = [Markdown(from_plain(each)) for each in decoys]
        if len(words) == len(lines) and all(re.fullmatch(r"[^*]+\*[^*]+\*", line) for line in lines):
            pairs = [
                (Markdown(from_plain(line.partition("*")[0])), word)
                for line, word in zip(lines, words, strict=True)
            ]
            return with_pairs(asked, pairs, wrong)
        body = "\n\n".join(from_plain(_STARRED.sub("____", line)) for line in lines)
        gaps = [
            [
                QuizOption(word, 100.0),
                *(QuizOption(other) for other in (*words, *wrong) if other.source != word.source),
            ]
            for word in words
        ]
        return with_blanks(replace(asked, prompt=Markdown(f"{asked.prompt.source}\n\n{body}".strip())), gaps)

    def _essay(self, params: dict[str, Any]) -> Question:
        solution = _dict(params.get("solution"))
        asked = self._asked(params, "taskDescription")
        sample, introduction = self._text(solution.get("sample")), self._text(solution.get("introduction"))
        keywords = [str(_dict(each).get("keyword") or "") for each in _list(params.get("keywords"))]
        if wanted := [each for each in keywords if each not in {"", "*"}]:
            self._kept.lose(
                f"the words that score: {', '.join(wanted)[:100]}", "a person marks an essay of a guide"
            )
        return replace(
            asked,
            type="long_answer",
            answer=(sample,) if sample.source else (),
            explanation=introduction if introduction.source else asked.explanation,
        )

    def _options(self, between: str) -> list[QuizOption]:
        """Words between stars: alternatives parted by slashes, a hint after a colon."""
        words, _, hint = re.sub(r"<[^>]*>", "", between).partition(":")
        if hint.strip():
            self._kept.lose(f'the hint "{hint.strip()[:60]}"')
        texts = [html.unescape(each).strip() for each in words.split("/")]
        return [QuizOption(Markdown(from_plain(each)), 100.0) for each in texts if each] or [
            QuizOption(Markdown("?"), 100.0)
        ]

    def _asked(self, params: dict[str, Any], field: str) -> Question:
        """The prompt with its picture, and what is said to a score."""
        prompt = self._text(params.get(field)).source
        media = _dict(_dict(params.get("media")).get("type"))
        if media:
            said = _dict(media.get("params"))
            path = str(_dict(said.get("file")).get("path") or "")
            if str(media.get("library") or "").startswith("H5P.Image") and path:
                shown = f'<img src="{html.escape(path)}" alt="{html.escape(str(said.get("alt") or ""))}"/>'
                prompt = "\n\n".join(filter(None, (prompt, self._text(shown).source)))
            else:
                self._kept.lose("a film or a sound")
        feedback: dict[str, Markdown] = {}
        explanation = None
        for each in map(_dict, _list(params.get("overallFeedback"))):
            text = Markdown(from_plain(html.unescape(str(each.get("feedback") or ""))))
            first, last = each.get("from", 0), each.get("to", 100)
            key = {(0, 0): "wrong", (100, 100): "right", (1, 99): "partly"}.get((first, last))
            if text.source and key:
                feedback[key] = text
            elif text.source and (first, last) == (0, 100):
                explanation = text
            elif text.source:
                self._kept.lose(f'what is said to {first} to {last} per cent: "{text.source[:60]}"')
        return Question(Markdown(prompt), explanation=explanation, feedback=feedback)

    def _text(self, value: object) -> Markdown:
        return self._kept.text(str(value or ""), html=True)


def _json(archive: Archive, name: str) -> dict[str, Any]:
    found = archive.find(name)
    if found is None:
        raise fault("damaged-archive", f"{archive.file} has no {name}.", "Have it exported again.")
    try:
        return _dict(json.loads(archive.read(found)))
    except (ValueError, RecursionError) as problem:
        place = Span(f"{archive.file}/{name}", getattr(problem, "lineno", 1), getattr(problem, "colno", 1))
        message = f"This is not JSON: {getattr(problem, 'msg', 'it is nested too deeply')}."
        raise fault("malformed-json", message, "Have it exported again.", place) from problem


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
