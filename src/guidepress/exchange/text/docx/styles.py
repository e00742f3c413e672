"""In: the styles of a Word file. Out: what a style says with all that it is based on; styles without names, or missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidepress.base.record import record
from guidepress.exchange.text.docx.package import attribute, child, value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

__all__ = ["WordStyle", "WordStyles", "is_on"]

_HEADING = re.compile(
    r"(?:heading|überschrift|berschrift|titre|título|ttulo|titolo|kop|rubrik|overskrift|nagłówek|nagwek)\s*(\d)(?:\D.*)?"
)
"""Names of headings; Word writes "heading 1" in every language, and other programs write the name that is shown."""

_ROLES = {
    "title": "title", "subtitle": "subtitle", "quote": "quote", "intense quote": "quote", "intensequote": "quote",
    "block text": "quote", "blocktext": "quote", "quotations": "quote", "block quotation": "quote",
    "toc heading": "contents", "tocheading": "contents", "table of contents": "contents", "contents heading": "contents",
}  # fmt: skip
_TOC = re.compile(r"(?:toc|contents|verzeichnis)\s*\d")
_OFF = {"0", "false", "off"}


def is_on(element: _Element | None, name: str) -> bool | None:
    """Whether a property that is on or off is on; None where it is not said."""
    said = value(element, name)
    return None if said is None else said.casefold() not in _OFF


@record
class WordStyle:
    """A style with what it is based on.

    Attributes:
        heading: level from 1; 0 for no heading.
        role: as `WordParagraph.role`.
        numbering: number and depth of its numbering; "" and 0 for none.
        strong: its words are bold.
        emphasis: they are in italics.
        hidden: they are not shown.
        size: in half points; 0 where nothing is said.
        raised: "superscript", "subscript" or "".
    """

    heading: int = 0
    role: str = ""
    numbering: tuple[str, int] = ("", 0)
    strong: bool = False
    emphasis: bool = False
    hidden: bool = False
    size: int = 0
    raised: str = ""


class WordStyles:
    """The styles of a file.

    Args:
        root: of the part with the styles; None where the file has none.
    """

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._found: dict[str, WordStyle] = {}
        self.usual = ""
        self.size = 20  # 10 points, where a file says nothing (ISO 29500-1, 17.3.2.38)
        self.language = ""
        if root is None:
            return
        for element in root.iter("style"):
            name = attribute(element, "styleId") or ""
            self._elements.setdefault(name, element)
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in {
                "1",
                "true",
                "on",
            }:
                self.usual = name
        looks = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self.size = _whole(value(looks, "sz")) or self.size
        self.language = value(looks, "lang") or ""

    def style(self, name: str) -> WordStyle:
        """What a style says; of one that the file does not have, its name tells."""
        if name not in self._found:
            self._found[name] = self._resolved(name)
        return self._found[name]

    def _chain(self, name: str) -> Iterator[_Element]:
        """A style and what it is based on, itself first; a circle ends where it closes."""
        seen: set[str] = set()
        while name in self._elements and name not in seen:
            seen.add(name)
            yield self._elements[name]
            name = value(self._elements[name], "basedOn") or ""

    def _resolved(self, name: str) -> WordStyle:
        chain = list(self._chain(name))
        names = [(value(each, "name") or attribute(each, "styleId") or "").casefold() for each in chain]
        names = names or [name.casefold()]
        return WordStyle(
            heading=_heading(names, chain),
            role=next((role for each in names if (role := _role(each))), ""),
            numbering=_numbering(chain),
            strong=_first(chain, "b"),
            emphasis=_first(chain, "i"),
            hidden=_first(chain, "vanish"),
            size=next((size for each in chain if (size := _whole(value(child(each, "rPr"), "sz")))), 0),
            raised=next((said for each in chain if (said := value(child(each, "rPr"), "vertAlign"))), ""),
        )


def _heading(names: list[str], chain: list[_Element]) -> int:
    for index, name in enumerate(names):
        match = _HEADING.fullmatch(name)
        if match and match[1] != "0":
            return int(match[1])
        said = value(child(chain[index], "pPr"), "outlineLvl") if index < len(chain) else None
        if said is not None:
            level = _whole(said)
            return level + 1 if level < 9 else 0  # 9 is "body text" (17.3.1.20)
    return 0


def _role(name: str) -> str:
    return "contents" if _TOC.match(name) else _ROLES.get(name, "")


def _numbering(chain: list[_Element]) -> tuple[str, int]:
    """The numbering of a style: number and depth may come from different styles of the chain."""
    number = depth = None
    for each in chain:
        said = child(child(each, "pPr"), "numPr")
        number = value(said, "numId") if number is None else number
        depth = value(said, "ilvl") if depth is None else depth
    return number or "", _whole(depth)


def _first(chain: list[_Element], name: str) -> bool:
    return next((said for each in chain if (said := is_on(child(each, "rPr"), name)) is not None), False)


def _whole(text: str | None) -> int:
    try:
        return int(float(text)) if text else 0
    except (ValueError, OverflowError):
        return 0
