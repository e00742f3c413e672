"""In: a question. Out: what a library of H5P asks it with, or None with the loss noted."""

from __future__ import annotations

import hashlib
import html
import re
from typing import TYPE_CHECKING, Any

from guidepress.exchange.markup.html_out import as_plain
from guidepress.exchange.quiz.formats.h5p.libraries import dialogs, library, words_of_library
from guidepress.exchange.quiz.formats.h5p.texts import (
    ANSWER,
    LINE,
    QUESTION,
    REPLY,
    TASK,
    field_html,
    speakable,
)
from guidepress.exchange.quiz.holding import left_out, unheld
from guidepress.exchange.quiz.naming import shown_name
from guidepress.exchange.quiz.options import (
    BLANK,
    blank_options,
    choice_options,
    ident,
    is_single,
    text_options,
)
from guidepress.exchange.quiz.packages.truth import truth_words
from guidepress.guide.model import Markdown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.exchange.quiz.options import QuizOption
    from guidepress.exchange.quiz.packages.shipping import Shipment
    from guidepress.guide.model import Question

__all__ = ["H5pWriter", "sub_content"]

_PICTURE = re.compile(r"!\[((?:\\.|[^\]])*)\]\(\s*<?([^)>\s]+)[^)]*\)(?:\{[^}]*\})?")
_TITLES = {
    "H5P.MultiChoice": "Multiple Choice",
    "H5P.TrueFalse": "True/False Question",
    "H5P.Blanks": "Fill in the Blanks",
    "H5P.DragText": "Drag the Words",
    "H5P.Essay": "Essay",
    "H5P.Image": "Image",
}
_MEDIA: dict[str, Any] = {"disableImageZooming": False}
_STARS = "H5P marks words by stars and parts them at slashes and colons"


def sub_content(name: str, params: dict[str, Any], title: str, key: str) -> dict[str, Any]:
    """A piece of content with the library that shows it; its id is made of `key`, the same in every export."""
    figures = hashlib.sha256(f"{name}\n{key}".encode()).hexdigest()
    made = f"{figures[:8]}-{figures[8:12]}-5{figures[13:16]}-a{figures[17:20]}-{figures[20:32]}"
    said = {"contentType": _TITLES[name], "license": "U", "title": title}
    return {"library": library(name), "params": params, "subContentId": made, "metadata": said}


class H5pWriter:
    """Writes the questions of a quiz."""

    def __init__(self, ship: Shipment, language: str) -> None:
        self._ship = ship
        self._language = language
        self._key = ""

    def written(self, question: Question) -> dict[str, Any] | None:
        """A question as content; None for one that is left out."""
        asking = {
            "multiple_choice": self._choices,
            "true_false": self._truth,
            "fill_blank": self._blanks,
            "matching": self._pairs,
            "short_answer": self._words,
            "long_answer": self._essay,
        }.get(question.type)
        if asking is None:
            self._leave(question, "a question set of H5P has no ordering")
            return None
        self._key = ident(question)
        before = len(self._ship.losses)
        made = asking(question)
        if made is None:
            del self._ship.losses[before:]
            self._leave(question, _STARS)
            return None
        name, params, holds = made
        self._ship.losses.extend(unheld(self._ship.place, question, "H5P", holds))
        return sub_content(name, params, shown_name(question), self._key)

    def _leave(self, question: Question, why: str) -> None:
        self._ship.losses.append(left_out(self._ship.place, question, why))

    # The types: the library, what it is told, and the keys that it holds

    def _choices(self, question: Question) -> tuple[str, dict[str, Any], set[str]]:
        single = is_single(question)
        answers = [
            {
                "text": self._field(each.text, "choices", ANSWER),
                "correct": index in question.right,
                "tipsAndFeedback": self._reply(each),
            }
            for index, each in enumerate(choice_options(question))
        ]
        overall, holds = self._overall(question)
        behaviour = {
            **self._behaviour(),
            "type": "single" if single else "multi",
            "singlePoint": False,
            "randomAnswers": not question.keep_order,
            "showScorePoints": True,
            "passPercentage": 100,
        }
        media, prompt = self._media(question)
        params = {
            "media": media,
            "question": prompt,
            "answers": answers,
            "overallFeedback": overall,
            "behaviour": behaviour,
            **words_of_library("H5P.MultiChoice"),
            **dialogs(),
        }
        return "H5P.MultiChoice", params, {*holds, "feedback", "keep_order"}

    def _truth(self, question: Question) -> tuple[str, dict[str, Any], set[str]]:
        true, false = truth_words(self._language)
        behaviour = self._behaviour()
        keys = ("true", "false") if question.truth else ("false", "true")
        for key, field in zip(keys, ("feedbackOnCorrect", "feedbackOnWrong"), strict=True):
            said = question.feedback.get(key)
            if said:
                behaviour[field] = self._plain(said, "feedback")
        words = words_of_library("H5P.TrueFalse")
        media, prompt = self._media(question)
        params = {
            "media": media,
            "question": prompt,
            "correct": "true" if question.truth else "false",
            "behaviour": behaviour,
            "l10n": {"trueText": true, "falseText": false, **words["l10n"]},
            **dialogs(),
        }
        return "H5P.TrueFalse", params, {"feedback"}

    def _words(self, question: Question) -> tuple[str, dict[str, Any], set[str]] | None:
        if not question.match and not question.tolerance:
            return self._essay(question)
        said = self._between(text_options(question))
        if said is None:
            return None
        if question.tolerance:
            self._ship.lose("match", "H5P takes numbers for words")
        media, prompt = self._media(question, TASK)
        return self._gaps(question, media, prompt, f"<p>{said}</p>", {"match"})

    def _blanks(self, question: Question) -> tuple[str, dict[str, Any], set[str]] | None:
        words = []
        for index in range(len(question.answer)):
            options = [each for each in blank_options(question, index) if each.right]
            said = self._between(options)
            if said is None:
                return None
            words.append(said)
            rule = question.blanks[index] if question.blanks else None
            for name in ("wrong", "tolerance", "points", "weights", "feedback"):
                if rule and getattr(rule, name):
                    self._ship.lose(f"{name} of blank {index + 1}")
        media, prompt = self._media(question, LINE)
        waiting = list(words)
        pieces = re.split(r"(<[^>]*>)", prompt.replace("*", "&#42;"))
        text = "".join(
            each if each.startswith("<") else BLANK.sub(lambda _: waiting.pop(0) if waiting else "____", each)
            for each in pieces
        )
        text = f"<p>{text}</p>" if not text.startswith("<") else text
        text += "".join(f"<p>{each}</p>" for each in waiting)
        return self._gaps(question, media, "", text, {"blanks"})

    def _gaps(
        self, question: Question, media: dict[str, Any], task: str, text: str, holds: set[str]
    ) -> tuple[str, dict[str, Any], set[str]]:
        overall, also = self._overall(question)
        behaviour = {**self._behaviour(), "caseSensitive": question.match == "exact"}
        params = {
            "media": media,
            "text": task or f"<p>{_FILL}</p>",
            "questions": [text],
            "overallFeedback": overall,
            "behaviour": behaviour,
            **words_of_library("H5P.Blanks"),
            **dialogs(),
        }
        return "H5P.Blanks", params, {*also, *holds}

    def _between(self, options: Sequence[QuizOption]) -> str | None:
        """Words between stars, alternatives parted by slashes; None when a sign of theirs would part them."""
        said = [self._plain(each.text, "answer") for each in options]
        if not said or not all(map(speakable, said)):
            return None
        return f"*{html.escape('/'.join(said), quote=False)}*"

    def _pairs(self, question: Question) -> tuple[str, dict[str, Any], set[str]] | None:
        lines = [(self._plain(left, "pairs"), self._plain(right, "pairs")) for left, right in question.pairs]
        decoys = [self._plain(each, "decoys") for each in question.decoys]
        every = [*(part for line in lines for part in line), *decoys]
        if not all(map(speakable, every)) or any("\n" in each for each in every):
            return None
        overall, holds = self._overall(question)
        media, prompt = self._media(question, TASK)
        params = {
            "media": media,
            "taskDescription": prompt,
            "textField": "\n".join(f"{left} *{right}*" for left, right in lines),
            "distractors": "".join(f"*{each}*" for each in decoys),
            "overallFeedback": overall,
            "behaviour": {
                "enableRetry": True,
                "enableSolutionsButton": True,
                "enableCheckButton": True,
                "instantFeedback": False,
            },
            **words_of_library("H5P.DragText"),
        }
        return "H5P.DragText", params, {*holds, "decoys"}

    def _essay(self, question: Question) -> tuple[str, dict[str, Any], set[str]]:
        if question.type == "short_answer":
            self._ship.lose("that the answer is short", "H5P has one question that no word marks: an essay")
        solution = {}
        if question.explanation:
            solution["introduction"] = self._field(
                question.explanation, "explanation", TASK - {"h2", "h3", "pre"}
            )
        if question.answer:
            model = Markdown("\n\n".join(each.source for each in question.answer))
            solution["sample"] = self._field(model, "answer", frozenset({"p", "br", "strong", "a"}))
        media, prompt = self._media(question, TASK)
        options = {
            "points": 1,
            "occurrences": 1,
            "caseSensitive": False,
            "forgiveMistakes": False,
            "feedbackIncludedWord": "none",
            "feedbackMissedWord": "none",
        }
        params = {
            "media": media,
            "taskDescription": prompt,
            "solution": solution,
            "keywords": [{"keyword": "*", "alternatives": [], "options": options}],  # any answer will do
            "overallFeedback": [{"from": 0, "to": 100}],
            "behaviour": {
                "inputFieldSize": "10",
                "enableRetry": True,
                "ignoreScoring": True,
                "pointsHost": 1,
                "linebreakReplacement": " ",
            },
            **words_of_library("H5P.Essay"),
        }
        return "H5P.Essay", params, {"explanation"}

    # What they are made of

    def _field(self, text: Markdown, name: str, kept: frozenset[str]) -> str:
        return field_html(text, name, kept, self._ship)

    def _plain(self, text: Markdown, name: str) -> str:
        return self._ship.plain(text, name)

    def _media(self, question: Question, kept: frozenset[str] = QUESTION) -> tuple[dict[str, Any], str]:
        """The picture above a question, and its text without it."""
        prompt = question.prompt
        found = _PICTURE.search(prompt.source)
        name = self._ship.ship(found[2]) if found else ""
        if not found or not name:
            return _MEDIA, self._field(prompt, "prompt", kept)
        rest = (prompt.source[: found.start()] + prompt.source[found.end() :]).strip()
        alt = as_plain(Markdown(found[1]))
        params = {
            "contentName": "Image",
            "file": {"path": f"images/{name}", "mime": self._ship.media(name), "copyright": {"license": "U"}},
            "alt": alt,
            "decorative": False,
        }
        media = {"type": sub_content("H5P.Image", params, alt, self._key), **_MEDIA}
        return media, self._field(Markdown(rest), "prompt", kept)

    def _reply(self, option: QuizOption) -> dict[str, str]:
        said = self._field(option.feedback, "feedback", REPLY) if option.feedback else ""
        return {"tip": "", "chosenFeedback": said, "notChosenFeedback": ""}

    def _behaviour(self) -> dict[str, Any]:
        return {
            "enableRetry": True,
            "enableSolutionsButton": True,
            "enableCheckButton": True,
            "confirmCheckDialog": False,
            "confirmRetryDialog": False,
            "autoCheck": False,
        }

    def _overall(self, question: Question) -> tuple[list[dict[str, Any]], set[str]]:
        """What is said to a score, by ranges of per cent; the explanation where nothing else is said."""
        said = {key: text for key in ("wrong", "partly", "right") if (text := question.feedback.get(key))}
        if not said:
            plain = self._plain(question.explanation, "explanation") if question.explanation else ""
            return [{"from": 0, "to": 100, **({"feedback": plain} if plain else {})}], {"explanation"}
        ranges = {"wrong": (0, 0), "partly": (1, 99), "right": (100, 100)}
        found = []
        for key, (first, last) in ranges.items():
            reply = {"feedback": self._plain(said[key], "feedback")} if key in said else {}
            found.append({"from": first, "to": last, **reply})
        return found, {"feedback any"}


_FILL = "Fill in the blanks."
