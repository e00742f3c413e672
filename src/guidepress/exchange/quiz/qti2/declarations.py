"""In: an item of QTI 2 or 3. Out: what it declares: right responses, what they score, and the points in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidepress.base.record import field, record, replace
from guidepress.exchange.quiz.packages.elements import child, children, name_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Declared", "declared", "float_of", "points_of"]


@record
class Declared:
    """A responseDeclaration.

    Attributes:
        many: its cardinality is not single.
        kind: its base type.
        correct: the right values.
        mapping: what values score.
        default: what others score; None where nothing is mapped.
        exact: values whose capitals count.
        most: what the whole response scores at most; None where the mapping has no bound.
        offs: how far off numbers may be, by number; "" stands for the correct one.
    """

    many: bool = False
    kind: str = ""
    correct: tuple[str, ...] = ()
    mapping: dict[str, float] | None = None
    default: float = 0.0
    exact: frozenset[str] = frozenset()
    most: float | None = None
    offs: dict[str, float] = field(default_factory=dict)


def declared(item: _Element) -> dict[str, Declared]:
    """All responses that an item declares, plainly named, by identifier."""
    template = next((each.get("template") or "" for each in item.iter("responseProcessing")), "")
    matched = template.rpartition("/")[2].removesuffix(".xml") in {
        "match_correct",
        "CC2_match",
        "CC2_match_basic",
    }
    found = {}
    for element in children(item, "responseDeclaration"):
        name = element.get("identifier") or ""
        one = replace(_declared(element, mapped=not matched), offs=_tolerances(item, name))
        found[name] = one if one.mapping else replace(one, mapping=_scored(item, name) or None)
    return found


def points_of(item: _Element) -> float | None:
    """The points of an item: MAXSCORE, or the normal maximum of SCORE; None where it says neither."""
    outcomes = {each.get("identifier") or "": each for each in children(item, "outcomeDeclaration")}
    for name in ("MAXSCORE", "SCORE"):
        element = outcomes.get(name)
        if element is None:
            continue
        said = text_of(child(element, "defaultValue")) if name == "MAXSCORE" else element.get("normalMaximum")
        value = float_of(said)
        if value is not None and value > 0:
            return value
    return None


def float_of(text: str | None) -> float | None:
    """A number of modest size, or None."""
    try:
        found = float((text or "").strip())
    except ValueError:
        return None
    return found if abs(found) < 1e9 else None


def _declared(element: _Element, *, mapped: bool) -> Declared:
    right = child(element, "correctResponse")
    correct = (
        tuple(" ".join(text_of(each).split()) for each in children(right, "value"))
        if right is not None
        else ()
    )
    mapping = child(element, "mapping") if mapped else None
    entries = list(children(mapping, "mapEntry")) if mapping is not None else []
    scores = {
        " ".join((each.get("mapKey") or "").split()): float_of(each.get("mappedValue")) or 0.0
        for each in entries
    }
    exact = frozenset(
        each.get("mapKey") or ""
        for each in entries
        if (each.get("caseSensitive") or "").lower() in {"true", "1"}
    )
    default = float_of(mapping.get("defaultValue")) or 0.0 if mapping is not None else 0.0
    many = (element.get("cardinality") or "single") != "single"
    most = float_of(mapping.get("upperBound")) if mapping is not None else None
    return Declared(many, element.get("baseType") or "", correct, scores or None, default, exact, most)


def _tolerances(item: _Element, name: str) -> dict[str, float]:
    """How far off the numbers of a response may be: conditions `equal` name it, a number and the tolerance."""
    found = {}
    for each in item.iter("equal"):
        if name not in {inner.get("identifier") or "" for inner in each.iter("variable")}:
            continue
        number = next((text_of(inner) for inner in each.iter("baseValue")), "")
        said = [float_of(part) for part in (each.get("tolerance") or "").split()]
        off = max((part for part in said if part is not None), default=0.0)
        if each.get("toleranceMode") == "relative":
            off = abs(float_of(number) or 0.0) * off / 100
        found[number] = off
    return found


def _scored(item: _Element, name: str) -> dict[str, float]:
    """What single values score by conditions of the form: response is X, score is N."""
    found: dict[str, float] = {}
    for branch in item.iter("responseIf", "responseElseIf"):
        condition = branch[0] if len(branch) else None
        if condition is None or name_of(condition) not in {"match", "equal", "stringMatch"}:
            continue
        variable, value = child(condition, "variable"), child(condition, "baseValue")
        if variable is None or value is None or variable.get("identifier") != name:
            continue
        for each in children(branch, "setOutcomeValue"):
            total = child(each, "sum")
            score = float_of(text_of(child(each if total is None else total, "baseValue")))
            if each.get("identifier") == "SCORE" and score is not None:
                found[text_of(value)] = score
    return found
