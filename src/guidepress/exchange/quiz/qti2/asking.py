"""In: a question. Out: what an item of QTI 2 or 3 declares, shows and marks, as text."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.markup.html_out import as_plain
from guidepress.exchange.quiz.options import blank_options, choice_options, is_single, text_options
from guidepress.exchange.quiz.packages.truth import truth_words
from guidepress.exchange.quiz.qti2.flow import flow, flow_with, inline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidepress.exchange.quiz.options import QuizOption
    from guidepress.exchange.quiz.packages.shipping import Shipment
    from guidepress.exchange.quiz.qti2.versions import QtiVersion
    from guidepress.guide.model import Markdown, Question

__all__ = ["ItemAsked", "ItemWriter", "figure"]


@record
class ItemAsked:
    """What an item asks.

    Attributes:
        declarations: of its responses.
        body: what is shown, interactions and all.
        scoring: rules that set SCORE; "" where a person marks.
        template: the name of the template that does as well as the rules, "".
        replies: feedback to answers: the identifier, the condition that shows it, and the text.
        choose: the response whose value is the identifier of the feedback itself, "".
    """

    declarations: str
    body: str
    scoring: str = ""
    template: str = ""
    replies: tuple[tuple[str, str, Markdown], ...] = ()
    choose: str = ""


def figure(value: float) -> str:
    """A number as XML has it, without a tail of digits."""
    return f"{value:.10g}"


class ItemWriter:
    """Writes what a question asks in one version; `full` is what a right answer scores."""

    def __init__(self, version: QtiVersion, question: Question, ship: Shipment, language: str) -> None:
        self._element = version.element
        self._question = question
        self._ship = ship
        self._language = language
        self.full = 1.0 if question.points is None else question.points

    def asked(self) -> ItemAsked:
        """The question by its type."""
        return {
            "multiple_choice": self._choices,
            "true_false": self._truth,
            "fill_blank": self._blanks,
            "matching": self._pairs,
            "ordering": self._order,
            "short_answer": self._words,
            "long_answer": self._essay,
        }[self._question.type]()

    # The types

    def _choices(self) -> ItemAsked:
        question = self._question
        single = is_single(question)
        options = choice_options(question)
        names = [f"choice{number}" for number in range(1, len(options) + 1)]
        right = [names[index] for index in question.right]
        scores = {name: each.weight for name, each in zip(names, options, strict=True)}
        told = self._response(
            "RESPONSE", "identifier", right[:1] if single else right, scores, many=not single
        )
        shown = [
            self._element(
                "simpleChoice",
                inline(each.text, self._ship),
                identifier=name,
                **_fixed(index in question.fixed),
            )
            for index, (name, each) in enumerate(zip(names, options, strict=True))
        ]
        interaction = self._element(
            "choiceInteraction",
            "".join(shown),
            responseIdentifier="RESPONSE",
            shuffle="false" if question.keep_order else "true",
            maxChoices="1" if single else "0",
        )
        replies = tuple(
            (name, "", each.feedback) for name, each in zip(names, options, strict=True) if each.feedback
        )
        return ItemAsked(
            told, self._prompt() + interaction, self._mapped("RESPONSE"), "map_response", replies, "RESPONSE"
        )

    def _truth(self) -> ItemAsked:
        question = self._question
        right = "true" if question.truth else "false"
        shown = "".join(
            self._element("simpleChoice", html.escape(word, quote=False), identifier=name)
            for name, word in zip(("true", "false"), truth_words(self._language), strict=True)
        )
        interaction = self._element(
            "choiceInteraction", shown, responseIdentifier="RESPONSE", shuffle="false", maxChoices="1"
        )
        told = self._response("RESPONSE", "identifier", [right], {right: 100.0})
        replies = tuple(
            (name, "", text) for name in ("true", "false") if (text := question.feedback.get(name))
        )
        return ItemAsked(
            told, self._prompt() + interaction, self._mapped("RESPONSE"), "map_response", replies, "RESPONSE"
        )

    def _words(self) -> ItemAsked:
        question = self._question
        if not question.match and not question.tolerance:
            return self._essay()
        options = text_options(question)
        line = self._element("textEntryInteraction", responseIdentifier="RESPONSE", expectedLength="40")
        body = f"{self._prompt()}<p>{line}</p>"
        return self._line("RESPONSE", options, body, exact=question.match == "exact")

    def _line(self, name: str, options: Sequence[QuizOption], body: str, *, exact: bool) -> ItemAsked:
        """A line of words or figures."""
        numeric = any(each.tolerance is not None for each in options)
        values = [each.text.source.strip() if numeric else as_plain(each.text) for each in options]
        scores = {value: each.weight for value, each in zip(values, options, strict=True)}
        kind = "float" if numeric else "string"
        mapping = {} if numeric else scores
        told = self._response(name, kind, values[:1], mapping, exact=exact)
        condition = self._near if numeric else self._same
        replies = tuple(
            (f"{name.lower()}-{number}", condition(name, value, each, exact=exact), each.feedback)
            for number, (value, each) in enumerate(zip(values, options, strict=True), 1)
            if each.feedback
        )
        if not numeric:
            return ItemAsked(
                told, body, self._mapped(name), "map_response" if name == "RESPONSE" else "", replies
            )
        branches = [
            self._branch(
                number, condition(name, value, each, exact=exact), self._add(self._number(each.weight))
            )
            for number, (value, each) in enumerate(zip(values, options, strict=True))
        ]
        return ItemAsked(told, body, self._element("responseCondition", "".join(branches)), "", replies)

    def _blanks(self) -> ItemAsked:
        question = self._question
        given = self._shares(len(question.answer))
        declared, gaps, scoring = [], [], []
        replies: list[tuple[str, str, Markdown]] = []
        whole = self.full
        for index, share in enumerate(given):
            name = f"RESPONSE{index + 1}"
            self.full = share
            options = blank_options(question, index)
            if any(not each.right for each in options) and not any(
                each.tolerance is not None for each in options
            ):
                one, gap = self._menu(name, options)
            else:
                right = [each for each in options if each.right]
                if len(right) < len(options):
                    self._ship.lose(f"wrong of blank {index + 1}", "a blank for a number is no menu")
                gap = self._element("textEntryInteraction", responseIdentifier=name, expectedLength="15")
                one = self._line(name, right, "", exact=question.match == "exact")
            declared.append(one.declarations)
            scoring.append(one.scoring)
            replies += one.replies
            gaps.append(gap)
        self.full = whole
        body = flow_with(question.prompt, gaps, self._ship)
        return ItemAsked("".join(declared), body, "".join(scoring), "", tuple(replies))

    def _menu(self, name: str, options: Sequence[QuizOption]) -> tuple[ItemAsked, str]:
        names = [f"{name.lower()}-{number}" for number in range(1, len(options) + 1)]
        scores = {each: option.weight for each, option in zip(names, options, strict=True)}
        right = [each for each, option in zip(names, options, strict=True) if option.right]
        choices = "".join(
            self._element("inlineChoice", html.escape(as_plain(option.text), quote=False), identifier=each)
            for each, option in zip(names, options, strict=True)
        )
        gap = self._element("inlineChoiceInteraction", choices, responseIdentifier=name, shuffle="true")
        told = self._response(name, "identifier", right[:1], scores)
        replies = tuple(
            (each, self._is(name, "identifier", each), option.feedback)
            for each, option in zip(names, options, strict=True)
            if option.feedback
        )
        return ItemAsked(told, "", self._mapped(name), "", replies), gap

    def _shares(self, count: int) -> list[float]:
        """What each blank scores."""
        given = [rule.points for rule in self._question.blanks]
        said = [each for each in given if each is not None]
        if said and len(said) == count:
            return said
        for number, each in enumerate(given, 1):
            if each is not None:
                self._ship.lose(f"points of blank {number}", "other blanks have none")
        return [self.full / max(count, 1)] * count

    def _pairs(self) -> ItemAsked:
        question = self._question
        rights = list(
            dict.fromkeys(
                (*(right.source for _, right in question.pairs), *(d.source for d in question.decoys))
            )
        )
        texts = {text.source: text for text in (*(right for _, right in question.pairs), *question.decoys)}
        names = {source: f"right{number}" for number, source in enumerate(rights, 1)}
        pairs = [f"left{number} {names[right.source]}" for number, (_, right) in enumerate(question.pairs, 1)]
        share = 100 / max(len(pairs), 1)
        told = self._response("RESPONSE", "directedPair", pairs, dict.fromkeys(pairs, share), many=True)
        left = "".join(
            self._associable(f"left{number}", text, "1") for number, (text, _) in enumerate(question.pairs, 1)
        )
        right = "".join(self._associable(names[source], texts[source], "0") for source in rights)
        sets = self._element("simpleMatchSet", left) + self._element("simpleMatchSet", right)
        interaction = self._element(
            "matchInteraction",
            sets,
            responseIdentifier="RESPONSE",
            shuffle="true",
            maxAssociations=str(len(pairs)),
        )
        return ItemAsked(told, self._prompt() + interaction, self._mapped("RESPONSE"), "map_response")

    def _order(self) -> ItemAsked:
        question = self._question
        names = [f"entry{number}" for number in range(1, len(question.choices) + 1)]
        right = [names[index] for index in question.right]
        told = self._response("RESPONSE", "identifier", right, {}, cardinality="ordered")
        entries = "".join(
            self._element("simpleChoice", inline(text, self._ship), identifier=name)
            for name, text in zip(names, question.choices, strict=True)
        )
        interaction = self._element(
            "orderInteraction", entries, responseIdentifier="RESPONSE", shuffle="true"
        )
        match = self._element(
            "match", self._variable("RESPONSE") + self._element("correct", identifier="RESPONSE")
        )
        rules = self._element("responseCondition", self._branch(0, match, self._add(self._number(100.0))))
        template = "match_correct" if self.full == 1 else ""
        return ItemAsked(told, self._prompt() + interaction, rules, template)

    def _essay(self) -> ItemAsked:
        question = self._question
        told = self._response("RESPONSE", "string", [], {})
        said = {"class": "short-answer"} if question.type == "short_answer" else {}
        if question.lines:
            said["expectedLines"] = str(question.lines)
        interaction = self._element("extendedTextInteraction", responseIdentifier="RESPONSE", **said)
        model = "".join(flow(text, self._ship) for text in question.answer)
        rubric = self._rubric("scorer", model, "answer") if model else ""
        return ItemAsked(told, rubric + self._prompt() + interaction)

    # What they are made of

    def _prompt(self) -> str:
        return flow(self._question.prompt, self._ship)

    def _rubric(self, view: str, inside: str, name: str) -> str:
        return self._element("rubricBlock", self.wrapped(inside), view=view, **{"class": name})

    def note(self) -> str:
        """The note for the teacher, ""."""
        said = self._question.teacher_note
        return self._rubric("tutor", flow(said, self._ship), "note") if said else ""

    def wrapped(self, inside: str) -> str:
        """What is inside a rubric or feedback: version 3 puts one element more about it."""
        made = self._element("contentBody", inside)
        return made if made.startswith("<qti-") else inside

    def _associable(self, name: str, text: Markdown, most: str) -> str:
        return self._element(
            "simpleAssociableChoice", inline(text, self._ship), identifier=name, matchMax=most
        )

    def _response(
        self,
        name: str,
        kind: str,
        right: Sequence[str],
        scores: dict[str, float],
        **said: bool | str,
    ) -> str:
        """A responseDeclaration; `said` may hold many, exact, cardinality."""
        values = "".join(self._element("value", html.escape(value, quote=False)) for value in right)
        inside = self._element("correctResponse", values) if values else ""
        if scores:
            capitals = {"caseSensitive": "true" if said.get("exact") else "false"} if kind == "string" else {}
            entries = "".join(
                self._element("mapEntry", mapKey=key, mappedValue=self._number(weight), **capitals)
                for key, weight in scores.items()
            )
            inside += self._element(
                "mapping", entries, lowerBound="0", upperBound=figure(self.full), defaultValue="0"
            )
        cardinality = str(said.get("cardinality") or ("multiple" if said.get("many") else "single"))
        return self._element(
            "responseDeclaration", inside, identifier=name, cardinality=cardinality, baseType=kind
        )

    def _number(self, weight: float) -> str:
        return figure(weight * self.full / 100)

    def _variable(self, name: str) -> str:
        return self._element("variable", identifier=name)

    def _value(self, kind: str, value: str) -> str:
        return self._element("baseValue", html.escape(value, quote=False), baseType=kind)

    def _is(self, name: str, kind: str, value: str) -> str:
        return self._element("match", self._variable(name) + self._value(kind, value))

    def _same(self, name: str, value: str, _: QuizOption, *, exact: bool) -> str:
        inside = self._variable(name) + self._value("string", value)
        return self._element("stringMatch", inside, caseSensitive="true" if exact else "false")

    def _near(self, name: str, value: str, option: QuizOption, *, exact: bool) -> str:  # noqa: ARG002 - as for words
        off = option.tolerance or 0.0
        said = (
            {"toleranceMode": "absolute", "tolerance": f"{figure(off)} {figure(off)}"}
            if off
            else {"toleranceMode": "exact"}
        )
        return self._element("equal", self._variable(name) + self._value("float", value), **said)

    def _branch(self, number: int, condition: str, rules: str) -> str:
        return self._element("responseElseIf" if number else "responseIf", condition + rules)

    def _add(self, value: str) -> str:
        return self._plus(self._value("float", value))

    def _mapped(self, name: str) -> str:
        return self._plus(self._element("mapResponse", identifier=name))

    def _plus(self, expression: str) -> str:
        total = self._element("sum", self._variable("SCORE") + expression)
        return self._element("setOutcomeValue", total, identifier="SCORE")


def _fixed(is_fixed: bool) -> dict[str, str]:  # noqa: FBT001 - as it was found
    return {"fixed": "true"} if is_fixed else {}
