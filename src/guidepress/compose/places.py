"""In: where in the work a question belongs. Out: the place as a key cites it, with the pages of the guide's units."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.document.inlines import PageRef, Text

if TYPE_CHECKING:
    from guidepress.compose.context import Context
    from guidepress.document.inlines import Inline
    from guidepress.guide.model import Question, Unit

__all__ = ["cited"]

_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_PLURAL = re.compile(r"^[^\W\d]*")
"""What is left of "Staves" behind "Stave"."""

_BETWEEN = re.compile(r"[\s,;]*(\w*)[\s,;]*")
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def cited(question: Question, context: Context) -> tuple[Inline, ...]:
    """Cite the unit with the guide's page, or the locator, or at least the unit's name; of several units every page."""
    unit = context.guide.unit(question.unit) if question.unit else None
    named = ", ".join(_named(question.locator, unit, context))
    units = _several(question.locator, context) or ((unit,) if unit else ())
    links = [(each.id, link) for each in units if (link := context.link(each.id))]
    if not links or len(links) < len(units):
        return (Text(f" ({named})"),) if named else ()
    page = context.labels.text("page" if len(links) == 1 else "several-pages")
    inlines: list[Inline] = [Text(f" ({named}, {page}\u00a0", link=links[0][1])]
    for index, (anchor, link) in enumerate(links):
        before = tuple(other for other, _ in links[:index])  # two that share a page name it once
        inlines += [PageRef(anchor, after=before, instead=", ")] if index else []
        inlines.append(PageRef(anchor, link=link, after=before))
    return (*inlines, Text(")"))


def _several(locator: str, context: Context) -> tuple[Unit, ...]:
    """The units that a locator names: "Staves 1, 2 and 4-5"; none unless they are several, and all of its numbers are."""
    if not context.names_unit(locator):
        return ()
    words = filter(None, (context.guide.units_name, context.guide.unit_name))
    named = next(word for word in words if locator.casefold().startswith(word.casefold()))
    said = _PLURAL.sub("", locator[len(named) :])
    between = _BETWEEN.fullmatch
    joining = {"", context.labels.text("and"), *context.labels.custom("conjunctions").split()}
    if any((found := between(rest)) is None or found[1] not in joining for rest in _RANGE.split(said)[::3]):
        return ()
    numbers = [
        number for first, last in _RANGE.findall(said) for number in range(int(first), int(last or first) + 1)
    ]
    by_number = {context.numeral(unit): unit for unit in context.guide.units}
    units = [by_number.get(str(number)) for number in numbers]
    found_all = tuple(unit for unit in units if unit is not None)
    return found_all if 1 < len(found_all) == len(units) else ()


def _named(locator: str, unit: Unit | None, context: Context) -> tuple[str, ...]:
    """Name the unit and the place in it, nothing twice: "Scene 1.2" of scenes 1.1 to 1.2."""
    if unit is None or context.names_unit(locator):
        return (locator,) if locator else ()  # the locator names the unit itself
    if locator == context.numeral(unit) or not locator:
        return (context.unit_label(unit),)
    first, dash, last = (part.strip() for part in locator.replace("–", "-").partition("-"))
    if _within(first, unit.covers) and (not dash or _within(_full(first, last), unit.covers)):
        return (f"{context.unit_word(several=bool(dash))}\u00a0{locator}",)
    return (context.unit_label(unit), locator)


def _within(locator: str, covers: str) -> bool:
    """Whether a number of chapters or scenes is one of those from the first to the last that a unit covers."""
    first, _, last = (part.strip() for part in covers.partition("-"))
    begin, end, place = _numbers(first), _numbers(_full(first, last)), _numbers(locator)
    return bool(begin and end and place) and begin <= place <= end


def _full(first: str, last: str) -> str:
    """The last number of a range in full: "I.8-14" ends at I.14."""
    parts, ends = first.split("."), last.split(".")
    return ".".join((*parts[: len(parts) - len(ends)], *ends))


def _numbers(text: str) -> tuple[int, ...]:
    """The number of a chapter or a scene ("3", "1.2", "II.14"), part by part; () for any other text."""
    parts = text.split(".")
    if not all(part.isdecimal() or (part and _ROMAN.fullmatch(part)) for part in parts):
        return ()
    return tuple(int(part) if part.isdecimal() else _roman(part) for part in parts)


def _roman(text: str) -> int:
    values = [_VALUES[letter] for letter in text]
    return sum(
        -value if any(value < other for other in values[index + 1 : index + 2]) else value
        for index, value in enumerate(values)
    )
