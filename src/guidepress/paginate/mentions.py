"""In: planned pages and the words of an index. Out: the pages whose running text holds them, and where a folio leads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from guidepress.base.record import record
from guidepress.paginate.galley import SetRow, marks_among

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidepress.paginate.galley import Galley
    from guidepress.paginate.planned_pages import PlannedPage
    from guidepress.paginate.plans import Plan

__all__ = ["Listing", "Mentioned", "Reader", "listed"]

_RUNNING = frozenset(
    {
        "overview",
        "plot",
        "background",
        "units",
        "characters",
        "themes",
        "symbols",
        "quotes",
        "sections",
        "poem",
    }
)
"""Sections that are read; lists, sheets and what is printed for their sake have no place in an index."""

_HYPHEN = "\u00ad"

Listing: TypeAlias = "tuple[tuple[str, str, bool], ...]"
"""What an entry lists: folios, the anchors that they lead to, and which is its own."""


@record
class Mentioned:
    """A page of an index: its number in the book block, its folio, and the anchor that its folio leads to."""

    number: int
    folio: str
    anchor: str


_Entries: TypeAlias = "frozenset[tuple[str, ...]]"
"""Entries of an index, by their words."""


class Reader:
    """Reads pages for the words of an index, and remembers those that have not changed since the last two rounds.

    A page that was made anew mostly says what it said.

    Attributes:
        wanted: the words of its entries.
    """

    def __init__(self, wanted: frozenset[tuple[str, ...]]) -> None:
        self.wanted = wanted
        self._wanted = sorted(wanted)
        self._entries: dict[str, list[tuple[str, ...]]] = {}
        for words in self._wanted:
            for word in words:
                self._entries.setdefault(" ".join(word.split()), []).append(words)
        self._pattern = _pattern(tuple(self._entries)) if self._entries else None
        self._known: dict[int, tuple[Plan, str, _Entries]] = {}
        self._before: dict[int, tuple[Plan, str, _Entries]] = {}

    def find(self, planned_pages: tuple[PlannedPage, ...]) -> dict[tuple[str, ...], tuple[Mentioned, ...]]:
        """Find the pages of all entries; "Lady Macbeth" is no place of Macbeth's if both are entries."""
        if self._pattern is None:
            return {}
        found: dict[tuple[str, ...], list[Mentioned]] = {words: [] for words in self._wanted}
        kept: dict[int, tuple[Plan, str, _Entries]] = {}
        said = {text: entries for _, text, entries in (*self._before.values(), *self._known.values())}
        anchor = ""
        for planned in planned_pages:
            plan = planned.plan
            known = self._known.get(id(plan)) or self._before.get(id(plan))
            if known is None:
                text = _running_text(plan)
                entries = said.get(text)
                known = plan, text, frozenset(self._in(text, self._pattern)) if entries is None else entries
            kept[id(plan)] = known
            here = tuple(_anchors(plan))
            for words in known[2]:
                found[words].append(Mentioned(planned.number, planned.folio, next(iter(here), anchor)))
            anchor = here[-1] if here else anchor
        self._known, self._before = kept, self._known
        return {words: tuple(places) for words, places in found.items()}

    def _in(self, text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, ...]]:
        """The entries that a page's text holds a word of."""
        for match in pattern.finditer(text):
            word = " ".join(match[0].split())
            yield from self._entries.get(word) or self._entries.get(word.casefold()) or ()


def listed(places: tuple[Mentioned, ...], own: str, folio: str) -> Listing:
    """List the pages of an entry, those in a row joined.

    Args:
        places: in the order of the pages.
        own: the anchor of what the entry names; "" if it has none.
        folio: of its page, which stands by itself; "" likewise.
    """
    if folio and not any(place.folio == folio for place in places):
        places = (Mentioned(0, folio, own), *places)
    found: list[tuple[str, str, bool]] = []
    first = last = None
    for place in places:
        joins = (
            last is not None and place.number == last.number + 1 and folio not in {place.folio, last.folio}
        )
        if joins and first is not None:
            found[-1] = (f"{first.folio}\u2013{place.folio}", first.anchor, False)
        else:
            mine = place.folio == folio
            found.append((place.folio, own if mine else place.anchor, mine))
            first = place
        last = place
    return tuple(found)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of some words, the longest first: as a whole, over the end of a line, in capitals too if they have none."""
    forms = (
        ("(?i:%s)" if word == word.casefold() else "%s") % r"\s+".join(map(re.escape, word.split()))
        for word in sorted(words, key=len, reverse=True)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _anchors(plan: Plan) -> Iterator[str]:
    for part in plan.slices:
        for _, name in marks_among(part.galley.anchors, part.start, part.end):
            yield name


def _running_text(plan: Plan) -> str:
    """The words of a page that belong to a section that is read; what stands beside and below the text is left out."""
    parts: list[str] = []
    kind = plan.section.kind
    for part in plan.slices:
        begins = dict(marks_among(part.galley.begins, part.start, part.end))
        for section in part.begins:
            kind = section.kind
        for atom in range(part.start, part.end):
            kind = begins[atom].kind if atom in begins else kind
            if kind in _RUNNING:
                parts += _words(part.galley, atom)
    return " ".join(parts).replace(f"{_HYPHEN} ", "")


def _words(galley: Galley, atom: int) -> list[str]:
    """The words of an atom: a line's, or those of a row's cells."""
    line, filling = galley.lines[atom], galley.fillings[atom]
    if line is not None:
        return [word.text for run in line.runs for word in run.words]
    if not isinstance(filling, SetRow):
        return []
    return [
        word
        for cell, start, end in filling.cells
        for inner in range(start, end)
        for word in _words(cell, inner)
    ]
