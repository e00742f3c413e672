"""In: a file of Moodle XML. Out: its Quiz."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING

from guidepress.base.numbers import whole_number
from guidepress.base.record import replace
from guidepress.exchange.doors import expect, parse_xml
from guidepress.exchange.doors.trees import line_of
from guidepress.exchange.markup.escaping import from_plain
from guidepress.exchange.quiz.asked import (
    with_blanks,
    with_choices,
    with_numbers,
    with_order,
    with_pairs,
    with_texts,
    with_truth,
)
from guidepress.exchange.quiz.cloze import GAP, read_gap
from guidepress.exchange.quiz.intake import Intake
from guidepress.exchange.quiz.naming import with_name, with_tags
from guidepress.exchange.quiz.options import QuizOption
from guidepress.guide.model import BlankRule, Markdown, Question
from guidepress.guide.rules_marking import is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from guidepress.exchange.quiz.model import Quiz
    from guidepress.exchange.report import Imported

__all__ = ["read_moodle"]

_OWN = (
    "Your answer is correct.",
    "Your answer is partially correct.",
    "Your answer is incorrect.",
    "Respuesta correcta",
    "Respuesta parcialmente correcta.",
    "Respuesta incorrecta.",
    "Votre réponse est correcte.",
    "Votre réponse est partiellement correcte.",
    "Votre réponse est incorrecte.",
    "Die Antwort ist richtig.",
    "Die Antwort ist teilweise richtig.",
    "Die Antwort ist falsch.",
)
"""What Moodle puts into every question where its author says nothing."""

_OVERALL = (("right", "correct"), ("partly", "partiallycorrect"), ("wrong", "incorrect"))


def read_moodle(name: str, data: bytes) -> Imported[Quiz]:
    """Read a file.

    Raises:
        FaultsFound: it is no XML, not well formed, dangerous, or holds no question.
    """
    expect(data, name, ("xml", "html"), "Moodle XML")
    tree = parse_xml(data, name)
    intake = Intake(name)
    for mend in tree.mends:
        intake.place = f"line {mend.line}"
        intake.guess("XML that is not well formed", mend.what)
    category = ""
    for element in tree.root.iter("question"):
        kind = element.get("type", "")
        if kind == "category":
            category = _said(element.find("category")) or category
            continue
        reading = _Reading(element, kind, intake)
        asked = reading.question()
        if asked is not None:
            intake.add(replace(asked, category=category))
    return intake.imported(hint="Moodle XML has its questions in <quiz>.")


def _said(element: _Element | None) -> str:
    """The text of an element: that of its <text>, or its own in old files."""
    if element is None:
        return ""
    inner = element.find("text")
    found = inner if inner is not None else element
    return "".join(map(str, found.itertext())).strip() if len(found) else (found.text or "").strip()


class _Reading:
    """Reads one question."""

    def __init__(self, element: _Element, kind: str, intake: Intake) -> None:
        self._element, self._kind, self._intake = element, kind, intake
        intake.place = f"line {line_of(element)}"

    def question(self) -> Question | None:
        """Read it; None for what is no question of a guide."""
        readers: dict[str, Callable[[Question], Question | None]] = {
            "multichoice": self._choices,
            "multichoiceset": self._choices,
            "truefalse": self._truth,
            "shortanswer": self._words,
            "numerical": self._numbers,
            "matching": self._pairs,
            "ddmatch": self._pairs,
            "ordering": self._order,
            "essay": self._essay,
            "cloze": self._cloze,
            "multianswer": self._cloze,
            "gapselect": self._menus,
            "ddwtos": self._menus,
        }
        prompt = self._markdown(self._element.find("questiontext"))
        read = readers.get(self._kind)
        asked = read(self._common(prompt)) if read else None
        if asked is None:
            why = (
                "it asks nothing"
                if self._kind == "description"
                else f"a guide has no questions of type {self._kind}"
            )
            self._intake.lose(prompt.source or _said(self._element.find("name")), why, whole=True)
            return None
        tags = (_said(tag) for tag in self._element.iterfind("tags/tag"))
        name, given = _said(self._element.find("name")), _said(self._element.find("idnumber"))
        return with_name(with_tags(asked, tags), given, name)

    def _common(self, prompt: Markdown) -> Question:
        explanation = self._maybe(self._element.find("generalfeedback"))
        grade = _said(self._element.find("defaultgrade"))
        feedback = {}
        for key, tag in _OVERALL:
            said = self._maybe(self._element.find(f"{tag}feedback"))
            if said and said.source not in _OWN:
                feedback[key] = said
        for hint in self._element.iterfind("hint"):
            text = self._maybe(hint)
            if text:
                self._intake.lose(f'the hint "{text.source}"')
        return Question(
            prompt,
            explanation=explanation,
            points=float(grade) if is_number(grade) and 0 <= float(grade) <= 1000 else None,
            feedback=feedback,
            keep_order=_said(self._element.find("shuffleanswers")).lower() in {"0", "false"},
        )

    def _markdown(self, element: _Element | None) -> Markdown:
        source = _said(element)
        if element is None or not source:
            return Markdown("")
        form = element.get("format", "html")
        if form == "plain_text":
            return self._intake.plain(source)
        if form == "markdown":
            return Markdown(source)
        if form == "moodle_auto_format":
            source = source.replace("\r\n", "\n").replace("\n", "<br>")
        return self._intake.html(source, _files(element))

    def _maybe(self, element: _Element | None) -> Markdown | None:
        text = self._markdown(element)
        return text if text.source else None

    def _options(self) -> Iterator[tuple[QuizOption, _Element]]:
        for answer in self._element.iterfind("answer"):
            weight = answer.get("fraction", "0").replace(",", ".")
            text = self._markdown(answer)
            said = self._maybe(answer.find("feedback"))
            yield QuizOption(text, float(weight) if is_number(weight) else 0.0, said), answer

    def _choices(self, asked: Question) -> Question:
        single = (
            _said(self._element.find("single")).lower() in {"", "true", "1"} and self._kind == "multichoice"
        )
        options = [option for option, _ in self._options()]
        if self._kind == "multichoiceset":
            options = [replace(each, weight=100.0 if each.right else 0.0) for each in options]
            count = max(sum(each.right for each in options), 1)
            options = [replace(each, weight=each.weight / count) for each in options]
        return with_choices(asked, options, single=single)

    def _truth(self, asked: Question) -> Question:
        options = list(self._options())
        true = next((each for each, _ in options if each.text.source.casefold() == "true"), None)
        false = next((each for each, _ in options if each.text.source.casefold() == "false"), None)
        if (true is None or false is None) and len(options) == 2:
            # Old files say it in their own language, true first.
            true, false = options[0][0], options[1][0]
            self._intake.guess("the answer that means true", true.text.source)
        truth = bool(true and true.right)
        said = (true.feedback if true else None, false.feedback if false else None)
        return with_truth(asked, truth=truth, true_feedback=said[0], false_feedback=said[1])

    def _words(self, asked: Question) -> Question | None:
        options: list[QuizOption] = []
        for option, answer in self._options():
            words = _said(answer)
            if words == "*" and not option.right:
                asked = _otherwise(asked, option)
                continue
            options.append(replace(option, text=Markdown(from_plain(words.replace("\\*", "*")))))
        exact = _said(self._element.find("usecase")) in {"1", "true"}
        return with_texts(asked, options, "exact" if exact else "any_case") if options else None

    def _numbers(self, asked: Question) -> Question | None:
        options: list[QuizOption] = []
        for option, answer in self._options():
            number = _said(answer).replace(",", ".")
            tolerance = _said(answer.find("tolerance")).replace(",", ".")
            if number == "*":
                asked = _otherwise(asked, option)
            elif is_number(number):
                off = abs(float(tolerance)) if is_number(tolerance) else 0.0
                options.append(replace(option, text=Markdown(number), tolerance=off))
            else:
                self._intake.lose(f'the answer "{number}"', "it is no number")
        for unit in self._element.iterfind("units/unit/unit_name"):
            self._intake.lose(f"the unit {unit.text}")
        return with_numbers(asked, options) if options else None

    def _pairs(self, asked: Question) -> Question:
        pairs: list[tuple[Markdown, Markdown]] = []
        decoys: list[Markdown] = []
        for part in self._element.iterfind("subquestion"):
            left, answer = self._markdown(part), part.find("answer")
            right = (
                self._markdown(answer)
                if answer is not None and answer.get("format")
                else Markdown(from_plain(_said(answer)))
            )
            if left.source:
                pairs.append((left, right))
            elif right.source:
                decoys.append(right)
        return with_pairs(asked, pairs, decoys)

    def _order(self, asked: Question) -> Question:
        entries = sorted(self._options(), key=lambda each: each[0].weight)
        return with_order(replace(asked, keep_order=False), [option.text for option, _ in entries])

    def _essay(self, asked: Question) -> Question:
        lines = whole_number(_said(self._element.find("responsefieldlines")))
        short = _said(self._element.find("responseformat")) == "plain"
        template = self._maybe(self._element.find("responsetemplate"))
        if template:
            self._intake.lose(f'the template "{template.source}"')
        model = self._maybe(self._element.find("graderinfo"))
        if short:
            self._intake.guess("an answer in plain text", "short_answer")
        return replace(
            asked,
            type="short_answer" if short else "long_answer",
            answer=(model,) if model else (),
            lines=lines if lines is not None and lines <= 1000 and lines != 10 else None,
        )

    def _cloze(self, asked: Question) -> Question | None:
        source = self._element.find("questiontext")
        text = _said(source)
        gaps = [read_gap(found[1]) for found in GAP.finditer(text)]
        known = [gap for gap in gaps if gap is not None]
        if source is None or len(known) != len(gaps) or not gaps:
            return None
        prompt = self._intake.html(GAP.sub("____", text), _files(source))
        exact = all(gap.exact for gap in known)
        if not exact and any(gap.exact for gap in known):
            self._intake.lose("that capitals count in some gaps")
        points = [gap.points for gap in known]
        made = with_blanks(
            replace(asked, prompt=prompt),
            [gap.options for gap in known],
            points if any(points) else (),
            "exact" if exact else "",
        )
        wrong = [gap.wrong for gap in known]
        if not any(wrong):
            return made
        rules = made.blanks or tuple(BlankRule() for _ in known)
        told = [
            replace(r, feedback=r.feedback | ({"wrong": w} if w else {}))
            for r, w in zip(rules, wrong, strict=True)
        ]
        return replace(made, blanks=tuple(told))

    def _menus(self, asked: Question) -> Question | None:
        """Gaps [[1]] that name one of the words below; the others of its group are wrong there."""
        entries = [*self._element.iterfind("selectoption"), *self._element.iterfind("dragbox")]
        words = [(Markdown(from_plain(_said(each))), _said(each.find("group")) or "1") for each in entries]
        numbers = [
            whole_number(found) or 0
            for found in re.findall(r"\[\[(\d+)\]\]", _said(self._element.find("questiontext")))
        ]
        if not numbers or any(not 0 < number <= len(words) for number in numbers):
            return None
        blanks = []
        for number in numbers:
            answer, group = words[number - 1]
            others = dict.fromkeys(word.source for word, its in words if its == group and word != answer)
            blanks.append([QuizOption(answer, 100.0), *(QuizOption(Markdown(each)) for each in others)])
        prompt = Markdown(re.sub(r"\\?\[\\?\[(\d+)\\?\]\\?\]", "____", asked.prompt.source))
        return with_blanks(replace(asked, prompt=prompt), blanks)


def _otherwise(asked: Question, option: QuizOption) -> Question:
    """What is said to any other answer."""
    return replace(asked, feedback=asked.feedback | {"wrong": option.feedback}) if option.feedback else asked


def _files(element: _Element) -> dict[str, bytes]:
    """The files within an element, by the addresses that its text has for them."""
    found = {}
    for file in element.iterfind("file"):
        name = file.get("name", "")
        try:
            data = base64.b64decode(file.text or "")
        except (binascii.Error, ValueError):
            continue
        found[f"@@PLUGINFILE@@/{name}"] = found[name] = data
    return found
