"""In: a question. Out: an item of QTI 2 or 3 as text; what it loses is noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.exchange.quiz.holding import TAGGED, unheld
from guidepress.exchange.quiz.naming import shown_name
from guidepress.exchange.quiz.options import ident
from guidepress.exchange.quiz.qti2.asking import ItemWriter, figure
from guidepress.exchange.quiz.qti2.flow import flow
from guidepress.guide.rules_marking import ANY_ANSWER

if TYPE_CHECKING:
    from guidepress.exchange.quiz.packages.shipping import Shipment
    from guidepress.exchange.quiz.qti2.asking import ItemAsked
    from guidepress.exchange.quiz.qti2.versions import QtiVersion
    from guidepress.guide.model import Markdown, Question

__all__ = ["write_item"]

_HOLDS = frozenset(
    {
        "explanation", "points", "match", "weights", "feedback", "feedback any", "tolerance", "decoys", "blanks",
        "lines", "teacher_note", "keep_order", "pinned", "tags", "category", *TAGGED,
    }
)  # fmt: skip


def write_item(
    question: Question, version: QtiVersion, ship: Shipment, language: str, identifier: str
) -> str:
    """Write an item.

    Args:
        question: the question.
        version: how it is spelt.
        ship: gets pictures and losses.
        language: of the question.
        identifier: of the item, as XML allows it.
    """
    ship.losses.extend(unheld(ship.place, question, version.name, _HOLDS))
    writer = ItemWriter(version, question, ship, language)
    asked = writer.asked()
    if question.lines and "extendedText" not in asked.body and "extended-text" not in asked.body:
        ship.lose("lines", "only an essay has lines there")
    modal = _Modal(version, question, asked, writer.full)
    processing = modal.processing()
    name = ident(question)
    label = {"label": name} if name != identifier else {}
    return version.document(
        "assessmentItem",
        asked.declarations
        + modal.outcomes()
        + version.element("itemBody", writer.note() + asked.body)
        + processing
        + "".join(
            version.element(
                "modalFeedback",
                writer.wrapped(flow(text, ship)),
                outcomeIdentifier=outcome,
                identifier=key,
                showHide="show",
            )
            for outcome, key, text in modal.texts()
        ),
        language,
        identifier=identifier,
        title=shown_name(question),
        **label,
        adaptive="false",
        timeDependent="false",
    )


class _Modal:
    """The outcomes of an item, what sets them, and the feedback that they show."""

    def __init__(self, version: QtiVersion, question: Question, asked: ItemAsked, full: float) -> None:
        self._element, self._version = version.element, version
        self._question, self._asked, self._full = question, asked, full
        self._any = {key: text for key in ANY_ANSWER if (text := question.feedback.get(key))}

    def texts(self) -> list[tuple[str, str, Markdown]]:
        """Outcome, identifier and text of each feedback."""
        found = [("FEEDBACK", key, text) for key, _, text in self._asked.replies]
        found += [("RESULT", key, text) for key, text in self._any.items()]
        if self._question.explanation:
            found.append(("EXPLANATION", "explanation", self._question.explanation))
        return found

    def outcomes(self) -> str:
        """All outcomes: the score, its maximum where the guide says points, and those of feedback."""
        zero = self._element("defaultValue", self._element("value", "0"))
        made = self._element(
            "outcomeDeclaration", zero, identifier="SCORE", cardinality="single", baseType="float"
        )
        if self._question.points is not None:
            most = self._element("defaultValue", self._element("value", figure(self._full)))
            made += self._element(
                "outcomeDeclaration", most, identifier="MAXSCORE", cardinality="single", baseType="float"
            )
        for name in dict.fromkeys(outcome for outcome, _, _ in self.texts()):
            many = "multiple" if name == "FEEDBACK" else "single"
            made += self._element(
                "outcomeDeclaration", identifier=name, cardinality=many, baseType="identifier"
            )
        return made

    def processing(self) -> str:
        """How the item is marked: by a template where nothing is said to the answer, else by rules."""
        asked = self._asked
        if asked.template and not self.texts():
            return self._element("responseProcessing", template=self._version.templates + asked.template)
        rules = asked.scoring + self._chosen() + self._result()
        if self._question.explanation:
            rules += self._set("EXPLANATION", "explanation")
        return self._element("responseProcessing", rules) if rules else ""

    def _chosen(self) -> str:
        """Show the feedback to what was answered."""
        asked = self._asked
        if asked.replies and asked.choose:
            chosen = self._element("variable", identifier=asked.choose)
            many = self._element("multiple", chosen)
            return self._element("setOutcomeValue", many, identifier="FEEDBACK")
        return "".join(
            self._element("responseCondition", self._element("responseIf", condition + self._more(key)))
            for key, condition, _ in asked.replies
        )

    def _more(self, key: str) -> str:
        """Add an identifier to those of FEEDBACK."""
        value = self._element("baseValue", key, baseType="identifier")
        both = self._element("multiple", self._element("variable", identifier="FEEDBACK") + value)
        return self._element("setOutcomeValue", both, identifier="FEEDBACK")

    def _result(self) -> str:
        """Show what is said to right, partly right and wrong answers."""
        if not self._any:
            return ""
        score = self._element("variable", identifier="SCORE")
        full = self._element("baseValue", figure(self._full), baseType="float")
        none = self._element("baseValue", "0", baseType="float")
        made = self._element("responseIf", self._element("gte", score + full) + self._set("RESULT", "right"))
        if "partly" in self._any:
            made += self._element(
                "responseElseIf", self._element("gt", score + none) + self._set("RESULT", "partly")
            )
        made += self._element("responseElse", self._set("RESULT", "wrong"))
        return self._element("responseCondition", made)

    def _set(self, outcome: str, value: str) -> str:
        said = self._element("baseValue", value, baseType="identifier")
        return self._element("setOutcomeValue", said, identifier=outcome)
