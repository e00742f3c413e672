"""In: the numbering of a Word file, paragraph after paragraph. Out: the label that Word puts before each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.numbers import roman, whole_number
from guidepress.base.record import record
from guidepress.exchange.text.docx.package import attribute, child, value

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["DEEPEST_LEVEL", "WordNumbering"]

DEEPEST_LEVEL = 8
"""Word has nine levels (ISO 29500-1, 17.9.3)."""

_BULLET = "•"

_MOST = 32_767
"""Where a list may begin: as far as Word counts."""


@record
class _Level:
    """How one level counts: its form of number, where it begins, its text ("%1.%2")."""

    form: str = "decimal"
    start: int = 1
    text: str = ""
    restart: int = -1
    legal: bool = False


class WordNumbering:
    """Counts as Word does: lists of one definition share their counters, an override begins anew.

    Args:
        root: of the part with the numbering; None where the file has none.
    """

    def __init__(self, root: _Element | None) -> None:
        self._numbers: dict[str, tuple[str, _Element]] = {}
        self._abstract: dict[str, _Element] = {}
        self._styled: dict[str, str] = {}
        self._levels: dict[tuple[str, int], _Level] = {}
        self._counters: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in root if root is not None else ():
            if element.tag == "abstractNum":
                name = attribute(element, "abstractNumId") or ""
                self._abstract[name] = element
                style = value(element, "styleLink")
                if style:
                    self._styled[style] = name
            elif element.tag == "num":
                self._numbers[attribute(element, "numId") or ""] = (
                    value(element, "abstractNumId") or "",
                    element,
                )

    def label(self, number: str, depth: int) -> str:
        """Count a paragraph of a list and say what stands before it; "" where there is no such list (0 is none)."""
        if number in {"", "0"} or number not in self._numbers:
            return ""
        depth = min(max(depth, 0), DEEPEST_LEVEL)
        counters = self._counters.setdefault(self._definition(number), [0] * (DEEPEST_LEVEL + 1))
        level = self._level(number, depth)
        first = (number, depth) not in self._begun
        self._begun.add((number, depth))
        if first and self._override(number, depth) is not None:
            counters[depth] = level.start
        else:
            counters[depth] = counters[depth] + 1 if counters[depth] else level.start
        for deeper in range(depth + 1, DEEPEST_LEVEL + 1):
            restart = self._level(number, deeper).restart
            if restart < 0 or depth < restart:  # 0 never begins again (17.9.10)
                counters[deeper] = 0
        return self._written(number, depth, counters)

    def _written(self, number: str, depth: int, counters: list[int]) -> str:
        level = self._level(number, depth)
        if level.form == "bullet":
            return _BULLET
        if level.form == "none":
            return re.sub(r"%\d", "", level.text).strip()

        def counted(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            inner = self._level(number, index)
            form = "decimal" if level.legal else inner.form
            return _number(counters[index] or inner.start, form)

        return re.sub(r"%([1-9])", counted, level.text).strip()

    def _definition(self, number: str) -> str:
        """The definition that a list counts by; one may stand for another through a style (17.9.21)."""
        name = self._numbers[number][0]
        for _ in range(DEEPEST_LEVEL):
            linked = value(self._abstract.get(name), "numStyleLink") if name in self._abstract else None
            if not linked or linked not in self._styled:
                break
            name = self._styled[linked]
        return name

    def _override(self, number: str, depth: int) -> _Element | None:
        """What a list says of a level against its definition, where it begins anew."""
        for each in self._numbers[number][1].iterchildren("lvlOverride"):
            if _whole(attribute(each, "ilvl")) == depth and child(each, "startOverride") is not None:
                return each
        return None

    def _level(self, number: str, depth: int) -> _Level:
        key = number, depth
        if key not in self._levels:
            self._levels[key] = self._read_level(number, depth)
        return self._levels[key]

    def _read_level(self, number: str, depth: int) -> _Level:
        found: _Element | None = None
        start: int | None = None
        for each in self._numbers[number][1].iterchildren("lvlOverride"):
            if _whole(attribute(each, "ilvl")) == depth:
                found = child(each, "lvl")
                said = value(each, "startOverride")
                start = _whole(said) if said is not None else None
        definition = self._abstract.get(self._definition(number))
        for each in definition.iterchildren("lvl") if found is None and definition is not None else ():
            if _whole(attribute(each, "ilvl")) == depth:
                found = each
        if found is None:
            return _Level(text=f"%{depth + 1}.", start=start or 1)
        restart = value(found, "lvlRestart")
        said = value(found, "start")
        return _Level(
            form=value(found, "numFmt") or "decimal",
            start=start if start is not None else _whole(said) if said is not None else 1,
            text=value(found, "lvlText") or "",
            restart=_whole(restart) if restart is not None else -1,
            legal=child(found, "isLgl") is not None,
        )


def _number(count: int, form: str) -> str:
    """A number in one of Word's forms (ISO 29500-1, 17.18.59); one that is not known is written in digits."""
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else ""
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"}:
        return roman(count) if form == "lowerRoman" else roman(count).upper()
    return f"{count:02}" if form == "decimalZero" else str(count)


def _whole(text: str | None) -> int:
    return min(whole_number(text) or 0, _MOST)
