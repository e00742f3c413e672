"""In: the conditions of an item of QTI 1.2. Out: what an answer scores, found by marking it.

Dialects write the same rule in a dozen ways: one condition for all right choices or one for each, points or per cent,
`other` or nothing for the rest. So no rule is recognised; each possible answer is marked by all conditions in their
order, as a platform would do it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.quiz.packages.elements import children, name_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

__all__ = ["Marking", "Wanted", "read_marking"]

_COMPARISONS = {"varequal", "varsubset", "varinside", "vargte", "vargt", "varlte", "varlt", "varextension"}
_FULL = re.compile(r"\.max$", re.IGNORECASE)


@record
class Wanted:
    """A comparison in a condition: of which response, how, with what; `held` is False below a `not`."""

    response: str
    how: str
    value: str
    held: bool = True
    exact: bool = False


@record
class _Rule:
    """A respcondition: what makes it true, what it sets, what it shows, and whether later ones count."""

    condition: _Element | None
    sets: tuple[tuple[str, str, float], ...]
    shows: tuple[str, ...]
    goes_on: bool


@record
class Marking:
    """How an item is marked.

    Attributes:
        rules: in order.
        most: what its declaration calls the most points; None where it says nothing.
    """

    rules: tuple[_Rule, ...]
    most: float | None

    def score(self, given: Mapping[str, frozenset[str]]) -> float:
        """Mark an answer: the labels or texts that are given to each response."""
        found: dict[str, float] = {}
        met = False
        for rule in self.rules:
            if not _true(rule.condition, given, met=met):
                continue
            met = met or not _is_rest(rule.condition)
            for action, name, value in rule.sets:
                found[name] = _set(action, found.get(name, 0.0), value)
            if not rule.goes_on:
                break
        return found.get("SCORE", 0.0) if "SCORE" in found else sum(found.values())

    def wanted(self) -> Iterator[tuple[tuple[Wanted, ...], float, tuple[str, ...]]]:
        """The comparisons of each rule, what it sets the score to, and the feedback that it shows."""
        for rule in self.rules:
            asked = tuple(_wanted(rule.condition)) if rule.condition is not None else ()
            yield asked, sum(value for _, _, value in rule.sets), rule.shows

    def best(self) -> tuple[Wanted, ...]:
        """The comparisons of the rule that scores most."""
        scored = [(score, asked) for asked, score, _ in self.wanted() if score > 0]
        return max(scored, key=lambda each: each[0])[1] if scored else ()


def read_marking(item: _Element) -> Marking:
    """Read all conditions of an item, plainly named."""
    most = next((_number(each.get("maxvalue")) for each in item.iter("decvar") if each.get("maxvalue")), None)
    rules = tuple(_rule(each, most) for each in item.iter("respcondition"))
    return Marking(rules, most)


def _rule(element: _Element, most: float | None) -> _Rule:
    sets = tuple(
        (
            (each.get("action") or "Set").lower(),
            each.get("varname") or each.get("variablename") or "SCORE",
            (most or 100.0) if _FULL.search(text_of(each)) else _number(text_of(each)) or 0.0,
        )
        for each in children(element, "setvar")
    )
    shows = tuple(each.get("linkrefid") or "" for each in children(element, "displayfeedback"))
    condition = next(children(element, "conditionvar"), None)
    title = (element.get("title") or "").lower()
    if not sets and title in {"correct", "right"} and condition is not None:
        sets = (("set", "SCORE", most or 100.0),)  # Blackboard leaves it to the title
    return _Rule(condition, sets, shows, (element.get("continue") or "yes").lower() != "no")


def _true(condition: _Element | None, given: Mapping[str, frozenset[str]], *, met: bool) -> bool:
    """Whether a condition holds; comparisons of one response beside each other are alternatives, as Canvas has them."""
    if condition is None or len(condition) == 0:
        return True
    alone: dict[str, list[bool]] = {}
    others: list[bool] = []
    for each in condition:
        if name_of(each) in {"varequal", "varsubset"}:
            alone.setdefault(each.get("respident") or "", []).append(_holds(each, given, met=met))
        else:
            others.append(_holds(each, given, met=met))
    return all(map(any, alone.values())) and all(others)


def _holds(element: _Element, given: Mapping[str, frozenset[str]], *, met: bool) -> bool:
    name = name_of(element)
    if name in {"and", "or", "not"}:
        inner = [_holds(each, given, met=met) for each in element]
        return all(inner) if name == "and" else any(inner) == (name == "or")
    if name in {"other", "unanswered"}:
        return name == "other" and not met
    answers = given.get(element.get("respident") or "", frozenset())
    value = text_of(element)
    if name == "varequal":
        return value in answers or _folded(value) in {_folded(each) for each in answers}
    if name == "varsubset":
        return value in answers or frozenset(map(str.strip, value.split(","))) <= answers
    return any(_compared(name, _number(each), _number(value)) for each in answers)


def _compared(how: str, one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return False
    return {"vargte": one >= other, "vargt": one > other, "varlte": one <= other, "varlt": one < other}.get(
        how, False
    )


def _wanted(element: _Element, *, held: bool = True) -> Iterator[Wanted]:
    for each in element:
        name = name_of(each)
        if name in _COMPARISONS:
            exact = (each.get("case") or "").lower() == "yes"
            yield Wanted(each.get("respident") or "", name, text_of(each), held, exact)
        else:
            yield from _wanted(each, held=held and name != "not")


def _is_rest(condition: _Element | None) -> bool:
    return condition is None or all(name_of(each) in {"other", "unanswered"} for each in condition)


def _set(action: str, before: float, value: float) -> float:
    if action == "add":
        return before + value
    if action == "subtract":
        return before - value
    if action == "multiply":
        return before * value
    if action == "divide":
        return before / value if value else before
    return value


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _number(text: str | None) -> float | None:
    try:
        found = float((text or "").strip().replace(",", "."))
    except ValueError:
        return None
    return found if abs(found) < 1e15 else None
